from scripted import Scripted, ScriptedMaker, always_refuses, perfect

from eval.history import history, sparkline
from eval.run import Job, evaluate
from eval.settings import Setting
from eval.terminal import history_table, show


def test_runs_are_grouped_and_drawn(towns, tmp_path, capsys):
    for say in (always_refuses, perfect):
        evaluate(Job(towns, Setting(), ScriptedMaker(Scripted(towns, say)), tmp_path))
    evaluate(Job(towns, Setting("gold"), ScriptedMaker(Scripted(towns, perfect)), tmp_path))
    evaluate(Job(towns.limited(2), Setting(), ScriptedMaker(Scripted(towns, perfect)), tmp_path))
    corpus, gold = history(tmp_path)
    assert (corpus.setting, gold.setting) == ("corpus", "gold")
    assert corpus.values("overall") == [2 / 6, 1]  # the run over two questions is no point of this line
    show(history_table(corpus))
    printed = capsys.readouterr().out
    assert "33.3" in printed
    assert "▁█" in printed


def test_a_sparkline_goes_from_lowest_to_highest():
    assert sparkline([0.0, 0.5, 1.0]) == "▁▅█"
    assert sparkline([0.4, None, 0.4]) == "▄ ▄"
    assert sparkline([None]) == ""


def test_no_runs(tmp_path):
    assert history(tmp_path / "nothing") == []

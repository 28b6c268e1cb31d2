import json

import pytest
from scripted import Scripted, ScriptedMaker, always_refuses, perfect

from eval.outcome import Outcome
from eval.run import Job, evaluate
from eval.settings import Setting
from eval.storage import RunError, claim, find_run, read_run, stored_runs


def job(towns, tmp_path, say=perfect, setting="corpus"):
    return Job(towns, Setting(setting), ScriptedMaker(Scripted(towns, say)), tmp_path / "runs")


def test_a_run_is_stored_and_read_back(towns, tmp_path):
    run = evaluate(job(towns, tmp_path))
    assert run.summary.value("overall").value == 1
    assert read_run(run.folder) == run
    assert [outcome.item for outcome in run.outcomes()] == list(towns.items)
    assert all(Outcome.from_dict(json.loads(json.dumps(o.to_dict()))) == o for o in run.outcomes())
    assert run.environment["packages"]["numpy"]
    assert run.models == {"reader": "fake"}
    assert stored_runs(tmp_path / "runs") == [run]
    assert find_run(run.id, tmp_path / "runs") == run


def test_an_interrupted_run_goes_on_where_it_stopped(towns, tmp_path):
    def stops(item, text):
        if item.id == "q4":
            raise KeyboardInterrupt
        return perfect(item, text)

    with pytest.raises(KeyboardInterrupt):
        evaluate(job(towns, tmp_path, stops))
    (unfinished,) = stored_runs(tmp_path / "runs")
    assert [outcome.item.id for outcome in unfinished.outcomes()] == ["q1", "q2", "q3"]
    assert unfinished.summary is None
    with unfinished.answers_path.open("a", encoding="utf-8") as file:
        file.write('{"item": {"id": "q4", "lan')  # the power went off while a line was written

    lines, again = [], job(towns, tmp_path)
    run = evaluate(again, notify=lines.append)
    assert run.folder == unfinished.folder
    assert again.maker.system.asked == 3
    assert [outcome.item.id for outcome in run.outcomes()] == ["q1", "q2", "q3", "q4", "q5", "q6"]
    assert lines == [f"going on with {run.id}: 3 of 6 questions were answered before"]


def test_a_fresh_run_leaves_the_interrupted_one_alone(towns, tmp_path):
    def stops(item, text):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        evaluate(job(towns, tmp_path, stops))
    evaluate(job(towns, tmp_path), fresh=True)
    assert len(stored_runs(tmp_path / "runs")) == 2


def test_a_run_that_another_process_is_making_is_left_alone(towns, tmp_path):
    def stops(item, text):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        evaluate(job(towns, tmp_path, stops))
    (unfinished,) = stored_runs(tmp_path / "runs")
    with unfinished.answers_path.open("a", encoding="utf-8") as file:
        assert claim(file)  # stands for the other process: each opening of a file has its own lock
        assert evaluate(job(towns, tmp_path)).folder != unfinished.folder


def test_a_finished_run_is_never_taken_up(towns, tmp_path):
    first, second = evaluate(job(towns, tmp_path)), evaluate(job(towns, tmp_path, always_refuses))
    assert first.folder != second.folder
    assert second.summary.value("overall").value == pytest.approx(2 / 6)


def test_the_gold_setting_gives_each_question_its_own_text(towns, tmp_path):
    gold = job(towns, tmp_path, setting="gold")
    evaluate(gold)
    assert gold.maker.given == [["fountain"], ["library"]]
    corpus = job(towns, tmp_path)
    evaluate(corpus)
    assert corpus.maker.given == [["fountain", "library"]]


def test_a_damaged_run_is_named(towns, tmp_path):
    run = evaluate(job(towns, tmp_path))
    (run.folder / "run.json").write_text('{"format": 1}', encoding="utf-8")
    with pytest.raises(RunError, match=r"run.json: damaged"):
        read_run(run.folder)
    with pytest.raises(RunError, match="no stored run"):
        find_run("nothing", tmp_path / "runs")
    (run.folder / "run.json").write_text('{"format": 99}', encoding="utf-8")
    with pytest.raises(RunError, match="another version"):
        read_run(run.folder)

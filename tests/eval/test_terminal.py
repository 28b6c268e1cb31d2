import pytest
from rich.console import Console
from scripted import Scripted, ScriptedMaker, perfect

from eval.run import Job, evaluate
from eval.settings import Setting
from eval.terminal import score_table


@pytest.mark.parametrize("width", [80, 110, 160])
def test_the_table_fits_the_terminal(towns, tmp_path, width):
    run = evaluate(Job(towns, Setting(), ScriptedMaker(Scripted(towns, perfect)), tmp_path))
    console = Console(width=width, record=True, file=open("/dev/null", "w"))  # noqa: PTH123, SIM115
    console.print(score_table(run, width))
    printed = console.export_text()
    assert "…" not in printed
    assert "unanswerable/en" in printed
    assert max(map(len, printed.splitlines())) <= width

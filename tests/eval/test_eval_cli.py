"""The command, from its arguments to its exit code; the systems are scripted, so no model is loaded."""

import json

import pytest
from scripted import Scripted, ScriptedMaker, always_refuses, perfect

from eval import command as implementation
from eval.cli import run_alone
from eval.storage import stored_runs
from qa.runtime import ModelError


@pytest.fixture
def command(monkeypatch, towns, set_path, tmp_path):
    """Run the command with a system in the place of every one that can be named."""

    def execute(*arguments, say=perfect):
        class FakeWorkshop:
            @staticmethod
            def open(name):
                return ScriptedMaker(Scripted(towns, say), name)

        monkeypatch.setattr(implementation, "Workshop", FakeWorkshop)
        return run_alone([*map(str, arguments), "--runs", str(tmp_path / "runs")])

    return execute


def test_the_scores_are_printed_and_the_run_is_stored(command, set_path, tmp_path, capsys):
    assert command(set_path) == 0
    out, _ = capsys.readouterr()
    assert "towns · full · corpus" in out
    assert "total" in out
    assert "100.0" in out
    assert len(stored_runs(tmp_path / "runs")) == 1


def test_json(command, set_path, capsys):
    assert command(set_path, "--json", "--system", "full", "--system", "bm25") == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["summary"]["slices"]["total"]["count"] for line in lines] == [6, 6]


def test_failures_are_listed(command, set_path, capsys):
    assert command(set_path, "--failures", say=always_refuses) == 0
    out = capsys.readouterr().out
    assert "q1 [fact/tr] Meydana kim çeşme yaptırdı?" in out
    assert "'(refused)'" in out
    assert "q4 [" not in out


def test_a_report_is_written(command, set_path, tmp_path):
    assert command(set_path, "--report", tmp_path / "report") == 0
    assert (tmp_path / "report" / "index.html").is_file()


def test_a_part_of_a_set(command, set_path, tmp_path):
    assert command(set_path, "--limit", 2) == 0
    assert stored_runs(tmp_path / "runs")[0].questions == 2


def test_the_gate_passes_and_fails(command, set_path, tmp_path, capsys):
    gate = tmp_path / "gate.toml"
    gate.write_text(f'[[check]]\nset = "{set_path}"\nfloor = {{overall = 0.9, "correct@en" = 0.5}}\n', encoding="utf-8")
    assert command("--gate", gate) == 0
    assert "passed" in capsys.readouterr().err
    assert command("--gate", gate, say=always_refuses) == 1
    error = capsys.readouterr().err
    assert "overall is 0.3333, below its floor of 0.9000" in error
    assert "correct@en is 0.0000" in error
    assert command(set_path, "--gate", gate) == 0
    assert command("article", "--gate", gate) == 1
    assert "holds no check of article" in capsys.readouterr().err


def test_compare_and_history(command, set_path, tmp_path, capsys):
    command(set_path, say=always_refuses)
    command(set_path)
    first, second = stored_runs(tmp_path / "runs")
    capsys.readouterr()
    assert command("--compare", first.id, second.id) == 0
    assert "only B right: 4" in capsys.readouterr().out
    assert command("--history") == 0
    assert first.id in capsys.readouterr().out


def test_an_interruption_keeps_the_answers(command, set_path, tmp_path, capsys):
    def stops(item, text):
        if item.id == "q3":
            raise KeyboardInterrupt
        return perfect(item, text)

    assert command(set_path, say=stops) == 1
    assert "the same command goes on from there" in capsys.readouterr().err
    assert command(set_path) == 0
    assert "2 of 6 questions were answered before" in capsys.readouterr().err
    assert len(stored_runs(tmp_path / "runs")) == 1


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nowhere"], "nowhere: no such file, nor a bundled set"),
        (["--compare", "a", "b"], "no stored run"),
        (["--gate", "nowhere.toml"], "nowhere.toml: cannot be read"),
        (["--history"], "no finished run"),
        (["article", "--setting", "foreign"], "--setting foreign needs --foreign N"),
    ],
)
def test_what_fails_is_one_clear_line(command, capsys, arguments, message):
    assert command(*arguments) == 1
    error = capsys.readouterr().err
    assert message in error
    assert error.count("\n") == 1


def test_an_empty_set_is_said(command, tmp_path, capsys):
    (tmp_path / "empty.jsonl").write_text("", encoding="utf-8")
    assert command(tmp_path / "empty.jsonl") == 1
    assert "holds no question" in capsys.readouterr().err


def test_a_missing_model_is_said(monkeypatch, set_path, tmp_path, capsys):
    class Broken:
        @staticmethod
        def open(name):
            raise ModelError("models/reader/model.onnx: no such model; reinstall Dayanak")

    monkeypatch.setattr(implementation, "Workshop", Broken)
    assert run_alone([str(set_path), "--runs", str(tmp_path)]) == 1
    assert "no such model" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments", [["--system", "none"], ["--limit", "0"], ["--history", "--gate", "x"], ["--foreign"]]
)
def test_wrong_usage_exits_with_2(arguments, capsys):
    with pytest.raises(SystemExit) as exit:
        run_alone(arguments)
    assert exit.value.code == 2
    assert "usage" in capsys.readouterr().err

import json
import subprocess
import sys

import pytest

from qa.cli import main

TEXT = "Müze 1927'de açıldı. Müzede 13 bin 971 eser sergileniyor.\n"


@pytest.fixture
def corpus(tmp_path):
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "muze.txt").write_text(TEXT, "utf-8")
    return folder


def run(capsys, *args):
    code = main([str(arg) for arg in args])
    out, err = capsys.readouterr()
    assert "Traceback" not in err
    return code, out, err


def test_ask_prints_the_answer_and_its_sentence(capsys, corpus):
    code, out, _ = run(capsys, "ask", "How many works are on display?", "--corpus", corpus)
    assert code == 0 and out.splitlines()[0] == "13,971" and "Müzede 13 bin 971 eser sergileniyor." in out


def test_ask_json_is_the_contract(capsys, corpus):
    code, out, _ = run(capsys, "ask", "Müze ne zaman açıldı?", "--json", "--history", "Merhaba", "--corpus", corpus)
    answer = json.loads(out)
    assert code == 0 and answer["answerable"] and answer["spans"][0]["text"] == "1927"


def test_index_then_ask_and_batch(capsys, corpus, tmp_path):
    index = tmp_path / "index"
    code, out, _ = run(capsys, "index", corpus, "--index", index)
    assert code == 0 and "1 articles, 2 passages" in out
    questions, answers = tmp_path / "q.jsonl", tmp_path / "a.jsonl"
    questions.write_text(
        '{"id": 1, "question": "Kaç eser var?"}\n\n{"id": "b", "question": "?", "history": ["x"]}\n', "utf-8"
    )
    code, _, _ = run(capsys, "batch", questions, answers, "--index", index)
    rows = [json.loads(line) for line in answers.read_text("utf-8").splitlines()]
    assert code == 0 and [row["id"] for row in rows] == [1, "b"] and not rows[1]["answerable"]


def test_index_names_what_it_skips(capsys, corpus, tmp_path):
    (corpus / "bad.txt").write_bytes(b"\xff\xfe\x00")
    code, out, err = run(capsys, "index", corpus, "--index", tmp_path / "i")
    assert code == 0 and "1 files skipped" in out and "bad.txt" in err


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        ('{"id": 1, "question": "Ne?"}\nnot json\n', "line 2"),
        ('{"id": 1}\n', "line 1"),
        ('{"id": 1, "question": 5}\n', "line 1"),
        ('{"id": 1, "question": "Ne?", "history": "x"}\n', "line 1"),
        ("[1]\n", "line 1"),
    ],
)
def test_a_malformed_question_file_names_the_line(capsys, corpus, tmp_path, lines, reason):
    questions = tmp_path / "q.jsonl"
    questions.write_text(lines, "utf-8")
    code, _, err = run(capsys, "batch", questions, tmp_path / "a.jsonl", "--corpus", corpus)
    assert code == 1 and reason in err and len(err.strip().splitlines()) == 1
    assert not (tmp_path / "a.jsonl").exists()


@pytest.mark.parametrize(
    "args",
    [
        ("ask", "Ne?", "--corpus", "/no/such/folder"),
        ("ask", "Ne?", "--index", "/no/such/folder"),
        ("index", "/no/such/file.txt"),
        ("batch", "/no/such/q.jsonl", "/tmp/never.jsonl"),
    ],
)
def test_what_fails_says_why_in_one_line(capsys, args):
    code, out, err = run(capsys, *args)
    assert code == 1 and out == "" and len(err.strip().splitlines()) == 1 and "no such" in err.lower()


@pytest.mark.parametrize("args", [[], ["ask"], ["nonsense"], ["ask", "Ne?", "--index", "a", "--corpus", "b"]])
def test_wrong_usage_is_exit_code_two(args):
    with pytest.raises(SystemExit) as error:
        main(args)
    assert error.value.code == 2


def test_the_module_runs_and_heavy_libraries_stay_out():
    code = (
        "import sys, qa.cli\n"
        "qa.cli.main(['ask', 'Göl?'])\n"
        "print([m for m in ('torch', 'transformers', 'gradio') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip().endswith("[]")

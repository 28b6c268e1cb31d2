import pytest
from scripted import ROWS, Scripted, ScriptedMaker, always_refuses, perfect

from eval.compare import compare
from eval.loading import load
from eval.run import Job, evaluate
from eval.settings import Setting
from eval.storage import RunError
from eval.terminal import comparison_line, comparison_table, show


@pytest.fixture
def many(tmp_path):
    """The six questions twenty times over."""
    import json

    rows = []
    for copy in range(20):
        for row in ROWS:
            qas = [{**qa, "id": f"{copy}-{qa['id']}"} for qa in row["qas"]]
            rows.append({**row, "id": f"{row['id']}-{copy}", "qas": qas})
    path = tmp_path / "many.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return load(path)


def run(evaluated, tmp_path, say):
    return evaluate(Job(evaluated, Setting(), ScriptedMaker(Scripted(evaluated, say)), tmp_path / "runs"))


def test_a_better_system_is_told_from_a_worse_one(many, tmp_path, capsys):
    comparison = compare(run(many, tmp_path, always_refuses), run(many, tmp_path, perfect))
    thresholds = comparison.thresholds()
    overall = comparison.differences["overall"]
    assert (overall.first, overall.second, overall.count) == (pytest.approx(2 / 6), 1, 120)
    assert overall.low < overall.value < overall.high
    assert comparison.verdict("overall", thresholds["overall"]) == "better"
    assert comparison.verdict("wrongly_refused", thresholds["wrongly_refused"]) == "better"  # it fell
    assert comparison.verdict("refused", thresholds["refused"]) == "no difference shown"
    assert len(comparison.gained) == 80
    assert comparison.lost == ()
    assert comparison.parts["unanswerable"].value == 0
    show(comparison_table(comparison), comparison_line(comparison))
    printed = capsys.readouterr().out
    assert "only B right: 80" in printed
    assert "+66.7" in printed


def test_the_other_way_round_it_is_worse(many, tmp_path):
    comparison = compare(run(many, tmp_path, perfect), run(many, tmp_path, always_refuses))
    assert comparison.verdict("overall", comparison.thresholds()["overall"]) == "worse"
    assert len(comparison.lost) == 80


def test_one_question_of_a_hundred_is_noise(many, tmp_path):
    def nearly(item, text):
        return always_refuses(item, text) if item.id == "7-q1" else perfect(item, text)

    comparison = compare(run(many, tmp_path, nearly), run(many, tmp_path, perfect))
    assert comparison.gained == ("7-q1",)
    assert comparison.verdict("overall", comparison.thresholds()["overall"]) == "no difference shown"


def test_many_scores_ask_for_smaller_p_values(many, tmp_path):
    """Holm: with m scores the smallest p must be under 0.05 / m, and after the first that fails none counts."""
    comparison = compare(run(many, tmp_path, always_refuses), run(many, tmp_path, perfect))
    thresholds = sorted(comparison.thresholds().values())
    count = len(thresholds)
    assert max(thresholds) <= 0.05 / 2  # "refused" is equal in both and fails
    assert 0.05 / count in thresholds


def test_runs_of_different_questions_cannot_be_compared(many, towns, tmp_path):
    with pytest.raises(RunError, match="no question in common"):
        compare(run(many, tmp_path, perfect), run(towns, tmp_path, perfect))

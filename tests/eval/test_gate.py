from pathlib import Path

import pytest

from eval.gate import Check, GateError, load_gate
from eval.loading import load
from eval.scores import SCORES
from eval.settings import Setting
from eval.summary import RUN_SCORES, Slice, Summary, Value

SUMMARY = Summary(
    {
        "total": Slice(10, 8, {"overall": Value(0.8, 0.7, 0.9, 10), "ece": Value(0.1, 0.1, 0.1, 10)}),
        "en": Slice(5, 4, {"overall": Value(0.6, 0.5, 0.7, 5)}),
    },
    latency={"p95": 0.3},
)


def write(tmp_path, text):
    path = tmp_path / "gate.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_bounds_are_read(tmp_path):
    text = """
    [[check]]
    set = "article"
    [check.floor]
    overall = 0.9
    "overall@en" = 0.8
    [[check]]
    set = "news"
    system = "reader"
    foreign = 20
    ceiling = { latency_p95 = 1 }
    """
    assert load_gate(write(tmp_path, text)) == [
        Check("article", Setting("corpus", 0), "full", {"overall": 0.9, "overall@en": 0.8}, {}),
        Check("news", Setting("foreign", 20), "reader", {}, {"latency_p95": 1.0}),
    ]


def test_what_is_out_of_bounds_is_named():
    check = Check("towns", Setting(), "full", {"overall": 0.9, "overall@en": 0.6}, {"ece": 0.05, "latency_p95": 0.3})
    assert check.failures(SUMMARY) == [
        "towns: overall is 0.8000, below its floor of 0.9000",
        "towns: ece is 0.1000, above its ceiling of 0.0500",
    ]


def test_a_score_that_the_run_has_not_fails():
    check = Check("towns", Setting(), "full", {"overall@de": 0.1})
    assert check.failures(SUMMARY) == ["towns: overall@de is not among the scores of this run"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", r"holds no \[\[check\]\]"),
        ("[[check]", "not valid TOML"),
        ("[[check]]\nset = 3", 'check 1: key "set" must name a set'),
        ('[[check]]\nset = "a"', 'neither "floor" nor "ceiling"'),
        ('[[check]]\nset = "a"\nflor = {}', 'unknown key "flor"'),
        ('[[check]]\nset = "a"\nfloor = {overall = "high"}', 'key "floor" must be a table of numbers'),
        ('[[check]]\nset = "a"\nsetting = "moon"', "'moon', not one of gold, corpus, foreign"),
    ],
)
def test_malformed_gates(tmp_path, text, message):
    with pytest.raises(GateError, match=message):
        load_gate(write(tmp_path, text))


def test_a_missing_gate(tmp_path):
    with pytest.raises(GateError, match="cannot be read"):
        load_gate(tmp_path / "gate.toml")


def test_the_projects_gate_names_sets_and_scores_that_exist():
    path = Path(__file__).parent.parent.parent / "eval" / "gate.toml"
    for check in load_gate(path):
        assert load(check.set).items
        for name in (*check.floors, *check.ceilings):
            known = {*SCORES, *RUN_SCORES, "latency_p95"}
            assert name in known or name.rpartition("@")[0] in known, name

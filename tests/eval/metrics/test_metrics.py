"""The metrics on values that can be checked by hand."""

import math

import numpy as np
import pytest

from eval.items import Place
from eval.metrics.answerability import answerability_f1, auroc
from eval.metrics.bootstrap import interval, mean_interval
from eval.metrics.calibration import Bin, calibration, ece
from eval.metrics.citations import citations
from eval.metrics.exact_match import exact_match
from eval.metrics.f1 import f1
from eval.metrics.latency import latency
from eval.metrics.permutation import permutation
from eval.metrics.retrieval import ranking, retrieval
from eval.metrics.risk_coverage import aurc, risk_coverage
from eval.normalise import squad


# What SQuAD's official script gives: (said, accepted, exact, f1).
@pytest.mark.parametrize(
    ("said", "accepted", "exact", "overlap"),
    [
        ("The Eiffel Tower!", ["eiffel tower"], 1, 1),
        ("in the Eiffel Tower", ["Eiffel Tower"], 0, 2 * (2 / 3) * 1 / (2 / 3 + 1)),
        ("red red blue", ["red blue blue"], 0, 2 * (2 / 3) * (2 / 3) / (2 / 3 + 2 / 3)),
        ("Ankara", ["İzmir", "Ankara"], 1, 1),
        ("Ankara'da", ["Ankara"], 0, 0),  # the apostrophe goes, the suffix stays: "ankarada"
        ("13.971", ["13,971"], 1, 1),  # both are "13971" without punctuation
        ("", [], 1, 1),
        ("something", [], 0, 0),
        ("", ["something"], 0, 0),
        ("the", ["a"], 0, 0),  # an accepted answer of nothing but articles does not count; only silence is right
        ("co-operation", ["cooperation"], 1, 1),
        ("10 kişi", ["10 kişi,  fazla"], 0, 2 * 1 * (2 / 3) / (1 + 2 / 3)),
    ],
)
def test_exact_match_and_f1_agree_with_squads_script(said, accepted, exact, overlap):
    if said == "the":  # normalised to nothing, and nothing is what is left to expect
        exact, overlap = 1, 1
    assert exact_match(said, accepted, squad) == exact
    assert f1(said, accepted, squad) == pytest.approx(overlap)


def test_f1_takes_the_best_of_the_accepted_answers():
    assert f1("29 ziyaret", ["29", "17 ziyaret"]) == pytest.approx(2 * 1 / (2 + 1))


def test_turkish_exact_match_sees_through_case_suffix_and_notation():
    assert exact_match("IĞDIR'da", ["Iğdır"]) == 1
    assert exact_match("13 bin 971", ["13.971"]) == 1
    assert exact_match("Iğdır", ["İğdir"]) == 0


def places(*starts: int) -> list[Place]:
    return [Place("a", start, start + 10) for start in starts]


def test_citations_count_sentences_and_pieces_of_evidence():
    evidence = [[Place("a", 0, 10)], [Place("a", 20, 30), Place("a", 50, 60)]]
    assert citations(places(0, 40), evidence) == (1 / 2, 1 / 2)
    assert citations(places(0, 50), evidence) == (1, 1)
    assert citations(places(20, 50), evidence) == (1, 1 / 2)
    assert citations([], evidence) == (0, 0)
    assert citations([Place("b", 0, 10)], evidence) == (0, 0)


def test_a_place_meets_the_span_that_it_holds_but_not_its_neighbour():
    assert Place("a", 0, 100).meets(Place("a", 40, 44))
    assert not Place("a", 0, 100).meets(Place("a", 98, 110))


RUNS = {
    "q1": (places(0, 20, 40), [[Place("a", 20, 30)]]),
    "q2": (places(0, 20, 40, 60), [[Place("a", 0, 10)], [Place("a", 60, 70)]]),
    "q3": (places(0), [[Place("a", 500, 510)]]),
    "q4": ([], [[Place("a", 0, 10)]]),
}


def test_retrieval_by_hand():
    values = retrieval(RUNS)
    assert values["q1"]["recall@1"] == 0
    assert values["q1"]["recall@3"] == 1
    assert values["q1"]["mrr"] == pytest.approx(1 / 2)
    assert values["q1"]["ndcg@10"] == pytest.approx(1 / math.log2(3))
    assert values["q2"]["recall@3"] == pytest.approx(1 / 2)
    assert values["q2"]["ndcg@10"] == pytest.approx((1 + 1 / math.log2(5)) / (1 + 1 / math.log2(3)))
    assert set(values["q3"].values()) == {0.0}
    assert set(values["q4"].values()) == {0.0}


def test_retrieval_agrees_with_ranx():
    ranx = pytest.importorskip("ranx")
    names = {query: ranking(found, evidence) for query, (found, evidence) in RUNS.items() if found}
    qrels = ranx.Qrels({query: {f"e{k}": 1 for k in range(len(RUNS[query][1]))} for query in names})
    run = ranx.Run({query: {name: 100.0 - rank for rank, name in enumerate(found)} for query, found in names.items()})
    metrics = {"recall@1": "recall@1", "recall@3": "recall@3", "mrr": "mrr", "ndcg@10": "ndcg@10"}
    ranx.evaluate(qrels, run, list(metrics.values()))
    ours = retrieval(RUNS)
    for name, theirs in metrics.items():
        for query in names:
            assert ours[query][name] == pytest.approx(run.scores[theirs][query]), (name, query)


def test_evidence_found_twice_counts_once():
    found, evidence = places(0, 0, 20), [[Place("a", 0, 10)], [Place("a", 20, 30)]]
    assert ranking(found, evidence) == ["e0", "h1", "e1"]


def test_auroc_is_the_share_of_pairs_in_the_right_order():
    assert auroc([0.9, 0.4, 0.4, 0.1], [True, True, False, False]) == pytest.approx((1 + 1 + 0.5 + 1) / 4)
    assert math.isnan(auroc([0.9, 0.4], [True, True]))


def test_auroc_and_f1_agree_with_scikit_learn():
    metrics = pytest.importorskip("sklearn.metrics")
    random = np.random.default_rng(3)
    answerable, confidence = random.random(200) < 0.7, random.random(200).round(1)
    assert auroc(confidence, answerable) == pytest.approx(metrics.roc_auc_score(answerable, confidence))
    expected = metrics.f1_score(~answerable, confidence < 0.5)
    assert answerability_f1(confidence >= 0.5, answerable) == pytest.approx(expected)


def test_answerability_f1_looks_for_unanswerable_questions():
    answered, answerable = [True, False, False, True], [True, True, False, False]
    assert answerability_f1(answered, answerable) == pytest.approx(1 / 2)  # 1 of 2 refusals right, 1 of 2 found
    assert answerability_f1([True] * 4, answerable) == 0
    assert math.isnan(answerability_f1([True], [True]))


def test_risk_coverage_by_hand():
    coverage, risk = risk_coverage([0.9, 0.8, 0.7, 0.6], [1, 0, 1, 0])
    assert coverage.tolist() == [0.25, 0.5, 0.75, 1]
    assert risk == pytest.approx([0, 1 / 2, 1 / 3, 2 / 4])
    assert aurc([0.9, 0.8, 0.7, 0.6], [1, 0, 1, 0]) == pytest.approx((0 + 1 / 2 + 1 / 3 + 2 / 4) / 4)


def test_the_order_of_equally_confident_questions_does_not_matter():
    assert aurc([0.5] * 4, [1, 1, 0, 0]) == pytest.approx(1 / 2)
    assert aurc([0.5] * 4, [0, 1, 0, 1]) == pytest.approx(1 / 2)


def test_calibration_by_hand():
    curve = calibration([0.95, 0.93, 0.21, 1.0], [1, 0, 0, 1])
    assert curve == [Bin(1, pytest.approx(0.21), 0.0), Bin(3, pytest.approx(0.96), pytest.approx(2 / 3))]
    assert ece([0.95, 0.93, 0.21, 1.0], [1, 0, 0, 1]) == pytest.approx(1 / 4 * 0.21 + 3 / 4 * (0.96 - 2 / 3))
    assert ece([1.0, 1.0], [1, 1]) == 0


def test_the_bootstrap_interval_of_a_share_is_near_the_normal_one():
    values = np.array([1.0] * 80 + [0.0] * 20)
    low, high = mean_interval(values)
    half = 1.96 * math.sqrt(0.8 * 0.2 / 100)
    assert low == pytest.approx(0.8 - half, abs=0.015)
    assert high == pytest.approx(0.8 + half, abs=0.015)
    assert mean_interval(np.ones(5)) == (1, 1)
    assert mean_interval(values) == (low, high)  # drawn from a fixed seed


def test_the_interval_of_any_statistic_follows_the_same_draws():
    values = np.array([1.0] * 80 + [0.0] * 20)
    low, high = interval(lambda k: float(values[k].mean()), len(values))
    assert 0.68 < low < 0.75 < 0.85 < high < 0.92


def test_permutation_tells_a_difference_from_noise():
    first = np.array([1.0] * 30 + [0.0] * 10)
    assert permutation(first, np.array([0.0] * 30 + [0.0] * 10)) < 0.001
    assert permutation(first, first) == 1
    assert permutation(np.array([1.0]), np.array([0.0])) == 1
    # One question of three differs: both of its two signs are as large, so p = 1.
    assert permutation(np.array([1.0, 0.0, 1.0]), np.array([0.0, 0.0, 1.0])) == pytest.approx(1, abs=0.01)


def test_latency_by_hand():
    times = latency([0.1, 0.2, 0.3, 0.4])
    assert times["p50"] == pytest.approx(0.25)
    assert times["throughput"] == pytest.approx(4 / 1.0)

"""Systems get the scores they deserve."""

import pytest
from scripted import Scripted, always_refuses, first_sentence, perfect, reply, swaps_languages

from eval.outcome import Outcome
from eval.scores import SCORES, same_element, score
from eval.summary import summarise


def run(towns, say):
    system = Scripted(towns, say)
    return [Outcome(item, system.answer(item), 0.01, system.find(item, item.question)) for item in towns.items]


def values(towns, say):
    return {name: value.value for name, value in summarise(run(towns, say)).slices["total"].scores.items()}


def test_a_perfect_system_has_full_marks(towns):
    scores = values(towns, perfect)
    for name, value in scores.items():
        better = SCORES.get(name, ("", name in ("auroc", "answerability_f1")))[1]
        if name == "ece":
            assert value == pytest.approx(0.1)  # always right at 0.9
        elif name == "aurc":
            # four right answers first, then the two refusals: risk 1/5 and 2/6
            assert value == pytest.approx((1 / 5 + 2 / 6) / 6)
        elif name == "em_text" or better:
            assert value == 1, name
        else:
            assert value == 0, name


def test_a_system_that_always_refuses_is_right_about_the_unanswerable_alone(towns):
    scores = values(towns, always_refuses)
    assert scores["overall"] == pytest.approx(2 / 6)
    assert scores["correct"] == scores["em"] == scores["f1"] == scores["cited"] == scores["list"] == 0
    assert scores["refused"] == scores["wrongly_refused"] == 1
    assert scores["squad_em"] == pytest.approx(2 / 6)
    assert scores["auroc"] == pytest.approx(1 / 2)
    assert scores["answerability_f1"] == pytest.approx(2 * (2 / 6) * 1 / (2 / 6 + 1))
    assert "citation_precision" not in scores
    assert "ece" not in scores


def test_a_system_that_says_the_first_sentence_is_never_exact(towns):
    scores = values(towns, first_sentence)
    assert scores["correct"] == scores["em"] == scores["overall"] == scores["refused"] == 0
    assert scores["cited"] == pytest.approx(2 / 4)  # questions 1 and 5 ask about first sentences
    # "belediye meydana bir çeşme yaptırdı" shares 1 of 5 words with "belediye"; "kütüphane 1987 açıldı", the same in
    # English "kutuphane 1987 acildi", 1 of 3 words with "1987"; the others share none.
    assert scores["f1"] == pytest.approx((2 * 1 / (5 + 1) + 2 * 1 / (3 + 1)) / 4)
    assert scores["auroc"] == pytest.approx(1 / 2)


def test_a_system_that_swaps_languages_has_only_what_is_the_same_in_both(towns):
    scores = values(towns, swaps_languages)
    assert scores["em"] == scores["correct"] == pytest.approx(1 / 4)  # "1987"
    assert scores["em_spans"] == 0
    assert scores["cited"] == 1


def test_an_english_answer_may_be_right_by_its_text_or_by_its_span(towns):
    item, text = towns.items[1], towns.texts[0]
    start = text.text.index("18 bin 400 lira")
    span = (start, start + len("18 bin 400 lira"))
    for said, em_text, em_spans, correct in [
        ("18,400 liras", 1, 1, 1),
        ("eighteen thousand", 0, 1, 1),
    ]:
        scores = score([Outcome(item, reply(text, [span], said), 0.0)])[0]
        assert (scores["em_text"], scores["em_spans"], scores["correct"]) == (em_text, em_spans, correct)
    wrong = score([Outcome(item, reply(text, [(0, 8)], "18,400 liras"), 0.0)])[0]
    assert (wrong["em_text"], wrong["em_spans"]) == (1, 0)


def test_the_same_quantity_in_another_form_is_correct_though_not_exact(towns):
    item, text = towns.items[1], towns.texts[0]
    start = text.text.index("18 bin 400 lira")
    scores = score([Outcome(item, reply(text, [(start, start + 10)], "18,400"), 0.0)])[0]
    assert (scores["em"], scores["correct"]) == (0, 1)
    other = score([Outcome(item, reply(text, [(0, 8)], "18,500 liras"), 0.0)])[0]
    assert other["correct"] == 0


def test_a_list_is_a_set_of_elements(towns):
    item, text = towns.items[2], towns.texts[0]
    spans = [(text.text.index(name), text.text.index(name) + len(name)) for name in ("Samsun", "Ordu", "Rize")]
    whole = score([Outcome(item, reply(text, spans, kind="list"), 0.0)])[0]
    assert (whole["em"], whole["correct"], whole["list"], whole["squad_em"]) == (1, 1, 1, 1)  # "Ordu, Rize ve Samsun"
    part = score([Outcome(item, reply(text, spans[:2], kind="list"), 0.0)])[0]
    assert (part["correct"], part["list"]) == (0, pytest.approx(2 / 3))
    more = score([Outcome(item, reply(text, [*spans, (0, 8)], kind="list"), 0.0)])[0]
    assert (more["correct"], more["list"]) == (0, 1)


@pytest.mark.parametrize(
    ("said", "wanted", "same"),
    [
        ("Ordu", "ordu", True),
        ("13 toplantı", "13", True),
        ("13", "13 toplantı", True),
        ("14 toplantı", "13", False),
        ("Ordu ili", "Ordu", False),
    ],
)
def test_an_element_may_say_what_it_counts(said, wanted, same):
    assert same_element(said, wanted, "tr") is same


def test_the_spans_behind_a_computed_answer_are_not_the_answer(towns):
    item, text = towns.items[0], towns.texts[0]
    scores = score([Outcome(item, reply(text, [(0, 8)], "Hayır", kind="yes_no"), 0.0)])[0]
    assert scores["correct"] == 0


def test_the_figures_that_an_answer_was_worked_out_from_are_not_the_answer(towns):
    item, text = towns.items[4], towns.texts[1]  # expects 1987
    span = (text.text.index("1987"), text.text.index("1987") + 4)
    answer = {**reply(text, [span], "3 yıl"), "calculation": "1990 - 1987 = 3"}
    assert score([Outcome(item, answer, 0.0)])[0]["correct"] == 0
    assert score([Outcome(item, {**answer, "calculation": ""}, 0.0)])[0]["correct"] == 1


def test_slices_cover_languages_and_types(towns):
    summary = summarise(run(towns, perfect))
    assert set(summary.slices) == {
        "total", "tr", "en", "fact", "list", "unanswerable",
        "fact/tr", "fact/en", "list/tr", "unanswerable/tr", "unanswerable/en",
    }  # fmt: skip
    assert summary.value("correct@fact/en").count == 2
    assert summary.value("latency_p50").value == pytest.approx(0.01)
    assert summary.value("recall@5").count == 4
    assert summary.value("recall@5@fact/tr").count == 1
    assert summary.value("list").count == 1
    assert summary.value("nothing") is None
    assert summary.value("correct@nowhere") is None

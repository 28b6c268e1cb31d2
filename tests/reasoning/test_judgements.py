import pytest

from qa.corpus import Article
from qa.reasoning.assertions import read_assertion
from qa.reasoning.judgements import Judged, combine, judge, suits
from qa.reasoning.rulings import Ruling
from qa.reasoning.verdict import decide
from qa.verifier import Judgement, open_verifier
from tests.findings import finding_in

MILL = Article(
    "mill",
    "Değirmen",
    "Değirmeni 1894'te Hurşit Ağa kurdu. Değirmen bugün yerel ürünler satan bir dükkân olarak işliyor.",
)
PLACE = (MILL, 0, 34)
RULED = Ruling(2.0, "1894", ((MILL, 11, 15),), by_words=True)


def test_the_likeliest_sentence_is_judged_with_the_one_before_it():
    seen = []

    def verify(question, passages):
        seen.extend(passages)
        return [Judgement(0.2, 0.7, 0.1) for _ in passages]

    question = "Değirmen bugün dükkân mı?"
    judged = judge(question, finding_in(MILL, question, "tr"), verify)
    assert seen == [MILL.text]
    assert judged.odds > 0
    assert MILL.text[slice(*judged.place[1:])].startswith("Değirmen bugün")


def test_what_the_verifier_leaves_open_stays_open():
    assert combine(Judged(3.0, 0.6, PLACE), RULED) is None


def test_the_words_lend_their_fact_to_a_verdict_that_they_share():
    assert combine(Judged(1.0, 0.1, PLACE), RULED).fact == "1894"
    against = combine(Judged(-3.0, 0.1, PLACE), RULED)
    assert against.odds < 0
    assert against.fact == ""
    assert against.places == (PLACE,)


@pytest.mark.parametrize(
    ("question", "language"), [("Değirmeni 1894'te mi kurdular?", "tr"), ("Was the mill founded in 1894?", "en")]
)
def test_a_verdict_cites_the_sentence(question, language):
    def find(asked):
        return finding_in(MILL, asked, language)

    draft = decide(question, language, find(question), find, open_verifier().judge)
    assert draft is not None
    assert MILL.text.startswith(draft.citations[0].sentence)


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("Değirmen bugün dükkân mı?", True),
        ("Değirmenin geliri azaldı mı?", True),
        ("Değirmeni 1894'te mi kurdular?", True),
        ("Değirmenin geliri yüzde 8 azaldı mı?", False),
        ("Değirmen yıkılmadı mı?", False),
    ],
)
def test_denials_and_figures_that_rise_or_fall_are_left_to_the_words(question, asked):
    assert suits(read_assertion(question, "tr")) == asked

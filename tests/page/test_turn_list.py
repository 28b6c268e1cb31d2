from dataclasses import replace

import pytest

from qa.answers import Span
from qa.page.conversation import render_conversation, render_suggestions, render_welcome
from qa.page.turns import Turn
from tests.page.test_turns import ANSWER, REFUSAL


def test_an_answer_shows_its_span_marked_in_its_sentence() -> None:
    page = render_conversation([Turn(ANSWER)], "tr")
    assert "Fener <mark>14 metre</mark>." in page
    assert 'data-article="fener" data-start="4" data-end="19" data-spans="10-18"' in page
    assert "1 Ocak 2025" in page
    assert "%90" in page


def test_the_question_as_understood_is_shown_only_where_it_differs() -> None:
    assert "Fener kaç metre?" in render_conversation([Turn(ANSWER)], "tr")
    assert "Şöyle anlaşıldı" not in render_conversation([Turn(REFUSAL)], "tr")


def test_a_refusal_looks_like_one_and_offers_the_nearest_sentences() -> None:
    page = render_conversation([Turn(REFUSAL)], "en")
    assert 'class="answer refusal"' in page
    assert "No answer found" in page and "The nearest sentences" in page
    assert "standing" not in page


def test_an_english_answer_stands_beside_the_turkish_words() -> None:
    english = replace(ANSWER, language="en", text="14 metres")
    page = render_conversation([Turn(english)], "en")
    assert '<p class="answer-text" lang="en">14 metres</p>' in page
    assert '<li lang="tr">14 metre</li>' in page
    assert "left in Turkish" in render_conversation([Turn(replace(english, rendered=False))], "en")


def test_a_list_is_a_list() -> None:
    spans = [Span("İtalya", "a", 0, 6), Span("Şili", "a", 8, 12)]
    page = render_conversation([Turn(replace(ANSWER, kind="list", text="İtalya, Şili", spans=spans))], "tr")
    assert "<li>İtalya</li><li>Şili</li>" in page


def test_an_english_list_is_a_list_beside_the_turkish_words() -> None:
    spans = [Span("İtalya", "a", 0, 6), Span("Şili", "a", 8, 12), Span("Japonya'da", "a", 16, 26)]
    answer = replace(ANSWER, language="en", kind="list", text="Italy, Chile and Japan", spans=spans)
    page = render_conversation([Turn(answer)], "en")
    assert '<ul class="answer-list" lang="en"><li>Italy</li><li>Chile</li><li>Japan</li></ul>' in page
    assert '<li lang="tr">Şili</li>' in page


def test_a_list_that_stays_turkish_says_so_and_is_not_shown_twice() -> None:
    spans = [Span("Kalsine soda üretimi", "a", 0, 20), Span("gölün yeni rıhtımı", "a", 24, 42)]
    text = "Kalsine soda üretimi ve gölün yeni rıhtımı"
    answer = replace(ANSWER, language="en", kind="list", text=text, spans=spans, rendered=False)
    page = render_conversation([Turn(answer)], "en")
    assert '<ul class="answer-list" lang="tr"><li>Kalsine soda üretimi</li><li>gölün yeni rıhtımı</li></ul>' in page
    assert "left in Turkish" in page and "In the text" not in page


def test_the_parts_of_a_question_are_answered_one_by_one() -> None:
    spans = [Span("29", "a", 0, 2), Span("17", "a", 3, 5)]
    answer = replace(ANSWER, kind="list", text="46 ziyaret; Metinde bu sorunun cevabı yok", spans=spans)
    page = render_conversation([Turn(answer)], "tr")
    assert "<li>46 ziyaret</li><li>Metinde bu sorunun cevabı yok</li>" in page


def test_a_calculation_is_shown() -> None:
    assert "14 − 3 = 11" in render_conversation([Turn(replace(ANSWER, calculation="14 − 3 = 11"))], "tr")


def test_next_questions_are_in_the_language_of_the_conversation() -> None:
    page = render_suggestions(["Kim yaptı?"], "tr", "en")
    assert "Next questions" in page and 'lang="tr" data-act="ask" data-question="Kim yaptı?"' in page
    assert render_suggestions([], "tr", "en") == ""


def test_small_talk_is_no_refusal() -> None:
    page = render_conversation([Turn(replace(REFUSAL, related=[], text="Merhaba.", standalone="Ay kaç?"))], "tr")
    assert (
        "Cevap bulunamadı" not in page and "Merhaba." in page and "rate" not in page and "Şöyle anlaşıldı" not in page
    )


def test_a_translation_stands_under_the_sentence() -> None:
    citation = replace(ANSWER.citations[0], translation="The lighthouse is 14 metres high.")
    page = render_conversation([Turn(replace(ANSWER, citations=[citation]))], "en")
    assert '<span class="translation" lang="en">The lighthouse is 14 metres high.</span>' in page


def test_feedback_is_asked_for_once() -> None:
    assert 'data-verdict="like"' in render_conversation([Turn(ANSWER)], "tr")
    assert 'data-verdict="like"' not in render_conversation([Turn(ANSWER, "like")], "tr")


def test_examples_in_the_language_of_the_page_come_first() -> None:
    page = render_welcome([("tr", "Nerede?"), ("en", "Where?")], "en")
    assert page.index("Where?") < page.index("Nerede?")


@pytest.mark.parametrize("field", ["question", "standalone", "text", "calculation", "language"])
def test_everything_is_escaped(field: str) -> None:
    evil = '<img src=x onerror=alert(1)>"\'**__i18n__{"key":"x"}'
    page = render_conversation([Turn(replace(ANSWER, **{field: evil}))], "tr")
    assert "<img" not in page and "__i18n__" not in page and "onerror=alert(1)&gt;" in page

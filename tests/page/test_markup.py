import html
import re

from hypothesis import given, settings
from hypothesis import strategies as st

from qa.page.markup import attributes, day, escape, marked, merged, number, percent, sureness


def shown(markup: str) -> str:
    return html.unescape(re.sub(r"</?mark>", "", markup))


@settings(deadline=None)
@given(st.text())
def test_escaped_text_shows_itself_and_holds_no_markup(text: str) -> None:
    assert html.unescape(escape(text)) == text
    assert not set('<>"') & set(escape(text))
    assert "__i18n__" not in escape(text)


@settings(deadline=None)
@given(st.text(), st.lists(st.tuples(st.integers(-5, 40), st.integers(-5, 40))), st.integers(0, 30), st.integers(0, 30))
def test_marking_changes_no_character(text: str, marks: list[tuple[int, int]], start: int, end: int) -> None:
    start, end = sorted((min(start, len(text)), min(end, len(text))))
    assert shown(marked(text, start, end, marks)) == text[start:end]


def test_marks_count_characters_and_not_bytes_or_code_units() -> None:
    text = "İİ 🌊 e\u0301 13 bin 971 kişi"
    start = text.index("13")
    assert marked(text, 0, len(text), [(start, start + 10)]) == "İİ 🌊 e\u0301 <mark>13 bin 971</mark> kişi"


def test_marks_that_overlap_or_touch_are_joined() -> None:
    assert merged([(5, 9), (1, 3), (3, 4), (6, 7)]) == [(1, 4), (5, 9)]


def test_attributes_cannot_be_left() -> None:
    assert attributes(act="ask", question='"><script>', none=None) == (
        ' data-act="ask" data-question="&quot;&gt;&lt;script&gt;"'
    )


def test_dates_and_numbers_follow_the_language() -> None:
    assert day("2026-02-01", "tr") == "1 Şubat 2026"
    assert day("2026-02-01", "en") == "1 February 2026"
    assert day("soon", "en") == day(None, "tr") == ""
    assert number(13971, "tr") == "13.971"
    assert number(0.031, "en", 2) == "0.03"


def test_only_certainty_is_a_hundred_per_cent() -> None:
    assert percent(0.999, "tr") == "%99"
    assert percent(0.97, "en") == "97%"
    assert percent(1.0, "en") == "100%"


def test_words_for_confidence_fall_with_it() -> None:
    assert [sureness(p, "en") for p in (0.95, 0.8, 0.6, 0.2)] == [
        "Very sure",
        "Fairly sure",
        "Not very sure, check the source",
        "Unsure, check the source",
    ]

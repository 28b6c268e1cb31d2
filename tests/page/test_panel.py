import html
import re

from qa.corpus import Article
from qa.page.panel import render_panel

ARTICLE = Article("a", "Başlık <b>", "İİ 🌊\n\nİlk cümle. İkinci 42 bin cümle.\n", "2025-01-02", "Kaynak & Co")


def text_of(page: str) -> str:
    inner = re.search(r'<div class="source-text".*?>(.*)</div></section>', page, re.DOTALL)
    assert inner
    return html.unescape(re.sub(r"<[^>]+>", "", inner[1]))


def test_the_whole_text_is_shown_as_it_was_written() -> None:
    assert text_of(render_panel(ARTICLE, [ARTICLE], "tr")) == ARTICLE.text
    start = ARTICLE.text.index("İkinci")
    assert (
        text_of(render_panel(ARTICLE, [ARTICLE], "tr", (start, start + 20), [(start + 7, start + 13)])) == ARTICLE.text
    )


def test_the_sentence_is_marked_and_the_span_within_it() -> None:
    start, end = ARTICLE.text.index("İkinci"), ARTICLE.text.index("\n", 10)
    at = ARTICLE.text.index("42 bin")
    page = render_panel(ARTICLE, [ARTICLE], "tr", (start, end), [(at, at + 6)])
    assert (
        f'<span class="cited" data-at="{start}-{end}" data-spans="{at}-{at + 6}">İkinci <mark>42 bin</mark> cümle.</span>'
        in page
    )


def test_offsets_outside_the_text_are_cut_to_it() -> None:
    for sentence in ((-5, 3), (10, 10_000), (9_000, 10_000), (8, 2)):
        assert text_of(render_panel(ARTICLE, [ARTICLE], "en", sentence, [(-3, 99_999)])) == ARTICLE.text


def test_title_date_and_source_are_shown_escaped() -> None:
    page = render_panel(ARTICLE, [ARTICLE], "en")
    assert "Başlık &lt;b&gt;" in page and "2 January 2025 · Kaynak &amp; Co" in page


def test_other_articles_can_be_picked() -> None:
    other = Article("b", "Öteki", "Metin.")
    assert '<option value="b">Öteki</option>' in render_panel(ARTICLE, [ARTICLE, other], "tr")
    assert "<select" not in render_panel(ARTICLE, [ARTICLE], "tr")


def test_a_text_that_is_gone_is_said_to_be_gone() -> None:
    assert "no longer" in render_panel(None, [ARTICLE], "en", missing=True)

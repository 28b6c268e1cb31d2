"""The source panel as HTML: a whole article as it was written, with one sentence and the spans in it marked."""

from collections.abc import Iterable

from qa.corpus import Article
from qa.page.markup import Marks, attributes, day, escape, marked, number, words
from qa.page.strings import say

_CROSS = '<svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><path d="m3 3 10 10M13 3 3 13"/></svg>'


def render_panel(
    article: Article | None,
    others: Iterable[Article],
    language: str,
    sentence: tuple[int, int] | None = None,
    spans: Marks | None = None,
    missing: bool = False,
) -> str:
    """Return the panel with `article` open, its `sentence` and the `spans` within marked (offsets in its text).

    Offsets that lie outside the text are cut to it. `missing` says that the article asked for is no longer there.
    """
    body = _text(article, sentence, spans or []) if article else _nothing(language, missing)
    close = words("close", language)
    return (
        f'<section class="source" aria-label="{words("source", language)}">'
        f'<header class="source-head">{_heading(article, language)}'
        f'<button type="button" class="close" data-act="close" aria-label="{close}" title="{close}">{_CROSS}</button>'
        f"</header>{_picker(article, list(others), language)}{body}</section>"
    )


def _heading(article: Article | None, language: str) -> str:
    if article is None:
        return f"<h2>{words('source', language)}</h2>"
    length = say("characters", language, count=number(len(article.text), language))
    about = [day(article.date, language), article.source or "", length]
    line = " · ".join(escape(part) for part in about if part)
    return f'<div><h2 lang="{escape(article.language)}">{escape(article.title)}</h2><p class="about">{line}</p></div>'


def _picker(article: Article | None, others: list[Article], language: str) -> str:
    if len(others) < 2:
        return ""
    label = words("source_pick", language)
    options = "".join(
        f'<option value="{escape(one.id)}">{escape(one.title)}</option>' for one in others if one is not article
    )
    return (
        f'<label class="picker"><span class="unseen">{label}</span><select data-act="open">'
        f'<option value="">{label}</option>{options}</select></label>'
    )


def _text(article: Article, sentence: tuple[int, int] | None, spans: Marks) -> str:
    text, size = article.text, len(article.text)
    place = attributes(article=article.id)
    attrs = f'class="source-text" lang="{escape(article.language)}" tabindex="0" role="document"{place}'
    if sentence is None:
        return f"<div {attrs}>{escape(text)}</div>"
    start = min(max(0, sentence[0]), size)
    end = min(max(start, sentence[1]), size)
    marks = ",".join(f"{left}-{right}" for left, right in spans)
    return (
        f'<div {attrs}>{escape(text[:start])}<span class="cited" data-at="{start}-{end}" data-spans="{marks}">'
        f"{marked(text, start, end, spans)}</span>{escape(text[end:])}</div>"
    )


def _nothing(language: str, missing: bool) -> str:
    return f'<p class="empty">{words("source_gone" if missing else "source_none", language)}</p>'

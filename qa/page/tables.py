"""The sources and the feedback as HTML tables."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime

from babel.dates import format_datetime

from qa.corpus import Article
from qa.page.feedback import Feedback
from qa.page.library import MAX_MEGABYTES, Outcome, Working
from qa.page.markup import attributes, day, escape, number, words
from qa.page.strings import say


def render_sources(articles: Iterable[tuple[Article, bool]], passages: Counter[str], language: str) -> str:
    """Return a table of the articles, each with whether it may be removed."""
    heads = ("title", "date", "length", "passages", "action")
    rows = "".join(_source(article, own, passages[article.id], language) for article, own in articles)
    return _table(say("sources_title", language), heads, rows or _empty(len(heads), "source_none", language), language)


def render_feedback(feedback: Iterable[Feedback], language: str) -> str:
    """Return a table of feedback."""
    heads = ("when", "question", "answer", "verdict", "correction")
    rows = "".join(_feedback(one, language) for one in feedback)
    return _table(
        say("feedback_title", language), heads, rows or _empty(len(heads), "feedback_none", language), language
    )


def render_working(working: Working | None, language: str) -> str:
    """Return a progress bar with the time left, or one without end where nothing is known yet."""
    if working is None:
        return f'<div class="working"><progress></progress><p>{words("reading", language)}</p></div>'
    state = say("adding", language, done=number(working.done, language), total=number(working.total, language))
    left = (
        say("time_left", language, seconds=number(working.seconds_left, language)) if working.seconds_left >= 1 else ""
    )
    line = escape(" · ".join(part for part in (state, left) if part))
    return f'<div class="working"><progress max="{working.total}" value="{working.done}"></progress><p>{line}</p></div>'


def render_outcomes(outcomes: Iterable[Outcome], language: str) -> str:
    """Return what became of each document."""
    lines = "".join(f'<li class="{one.fate}">{escape(outcome_line(one, language))}</li>' for one in outcomes)
    return f'<ul class="outcomes">{lines}</ul>' if lines else render_note("nothing_to_add", language)


def render_note(key: str, language: str, **values: object) -> str:
    """Return one line that says what happened."""
    return f'<p class="note">{words(key, language, **values)}</p>'


def outcome_line(outcome: Outcome, language: str) -> str:
    """Return one outcome in words."""
    reason = _reason(outcome.reason, language)
    return say(outcome.fate, language, name=outcome.name, title=outcome.title, reason=reason)


# How the reasons of `qa.corpus` begin, and the words of the page for them.
_REASONS = {
    "larger than": "reason_large",
    "only .txt": "reason_type",
    "is UTF-16": "reason_utf16",
    "is not UTF-8": "reason_encoding",
    "is binary": "reason_binary",
    "holds no text": "reason_empty",
    "front matter": "reason_front",
}


def _reason(reason: str, language: str) -> str:
    key = next((key for start, key in _REASONS.items() if reason.startswith(start)), None)
    return say(key, language, megabytes=MAX_MEGABYTES, detail=reason) if key else reason


def _source(article: Article, own: bool, passages: int, language: str) -> str:
    place = attributes(act="show", article=article.id)
    title = (
        f'<button type="button" class="link" lang="{escape(article.language)}"{place}>{escape(article.title)}</button>'
    )
    label = words("remove_label", language, title=article.title)
    action = (
        f'<button type="button" class="quiet" aria-label="{label}"{attributes(act="remove", article=article.id)}>'
        f"{words('remove', language)}</button>"
        if own
        else f'<span class="muted">{words("bundled", language)}</span>'
    )
    length = words("characters", language, count=number(len(article.text), language))
    cells = (title, escape(day(article.date, language)) or "–", length, number(passages, language), action)
    return _row(cells, ("title", "date", "length", "passages", "action"), language)


def _feedback(one: Feedback, language: str) -> str:
    when = format_datetime(datetime.fromisoformat(one.at).astimezone(), "d MMM y HH:mm", locale=language)
    answer = one.answer["text"] if one.answer["answerable"] else say("no_answer", language)
    verdict = say("right" if one.verdict == "like" else "wrong", language)
    cells = (when, one.answer["question"], answer, verdict, one.correction or "–")
    heads = ("when", "question", "answer", "verdict", "correction")
    return _row([escape(cell) for cell in cells], heads, language)


def _row(cells: Iterable[str], heads: Iterable[str], language: str) -> str:
    labelled = zip(cells, heads, strict=True)
    inner = "".join(f'<td data-label="{words(f"column_{head}", language)}">{cell}</td>' for cell, head in labelled)
    return f"<tr>{inner}</tr>"


def _empty(columns: int, key: str, language: str) -> str:
    return f'<tr><td class="empty" colspan="{columns}">{words(key, language)}</td></tr>'


def _table(caption: str, heads: Iterable[str], rows: str, language: str) -> str:
    head = "".join(f'<th scope="col">{words(f"column_{name}", language)}</th>' for name in heads)
    return f"<table><caption>{escape(caption)}</caption><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"

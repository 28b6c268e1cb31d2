"""The conversation as HTML: questions, answers with their citations, refusals, and what can be asked next."""

import re
from collections.abc import Sequence

from qa.answers import Answer, Citation
from qa.page.markup import attributes, day, escape, marked, number, percent, sureness, words
from qa.page.strings import say
from qa.page.turns import Turn
from qa.rendering import render

_ARROW = '<svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><path d="M6 3h7v7M13 3 4 12"/></svg>'
_BETWEEN = re.compile(r"[,;]? (?:(?:and|or|ve|ile|veya|ya da|yahut) )?")  # what stands between the items of a list


def render_conversation(
    turns: Sequence[Turn], language: str, examples: Sequence[tuple[str, str]] = (), *, empty: bool = False
) -> str:
    """Return the turns, or a welcome with example questions (language, question) where there are none yet.

    `empty` says that there is no text to ask.
    """
    if not turns:
        return render_welcome(examples, language, empty=empty)
    items = "".join(_turn(turn, place, language) for place, turn in enumerate(turns))
    return f'<ol class="turns" aria-label="{words("conversation", language)}">{items}</ol>'


def render_welcome(examples: Sequence[tuple[str, str]], language: str, *, empty: bool = False) -> str:
    """Return what a conversation shows before the first question."""
    text = words("welcome_empty" if empty else "welcome_text", language)
    chips = "".join(
        _chip(question, spoken) for spoken, question in sorted(examples, key=lambda one: one[0] != language)
    )
    heading = f'<h3 class="label">{words("examples", language)}</h3>' if chips else ""
    return (
        f'<div class="welcome"><h2 class="welcome-title">{words("welcome_title", language)}</h2>'
        f'<p class="welcome-text">{text}</p>'
        f'{heading}<ul class="chips">{chips}</ul></div><ol class="turns"></ol>'
    )


def render_suggestions(questions: Sequence[str], spoken: str, language: str) -> str:
    """Return questions that can be asked next, in the language that is `spoken` in the conversation."""
    if not questions:
        return ""
    chips = "".join(_chip(question, spoken) for question in questions)
    return f'<h2 class="label">{words("suggestions", language)}</h2><ul class="chips">{chips}</ul>'


def _turn(turn: Turn, place: int, language: str) -> str:
    answer = turn.answer
    body = _answered(answer, language) if answer.answerable else _refused(answer, language)
    return (
        f'<li class="turn" data-place="{place}">'
        f'<h2 class="question" lang="{escape(answer.language)}">'
        f'<span class="unseen">{words("question_said", language)}: </span>{escape(answer.question)}</h2>'
        f"{_understood(answer, language)}{body}"
        f"{_feedback(turn, place, language)}</li>"
    )


def _understood(answer: Answer, language: str) -> str:
    if answer.standalone == answer.question or _is_reply(answer):
        return ""
    return (
        f'<p class="understood">{words("understood", language)}: '
        f'<q lang="{escape(answer.language)}">{escape(answer.standalone)}</q></p>'
    )


def _answered(answer: Answer, language: str) -> str:
    return (
        f'<div class="answer"><h3 class="unseen">{words("answer", language)}</h3>'
        f"{_answer_text(answer)}{_verbatim(answer, language)}{_calculation(answer, language)}"
        f"{_citations(answer, language)}{_standing(answer, language)}</div>"
    )


def _refused(answer: Answer, language: str) -> str:
    """Return a refusal with the nearest sentences, or a plain reply."""
    if _is_reply(answer):
        return f'<p class="answer reply" lang="{escape(answer.language)}">{escape(answer.text)}</p>'
    related = "".join(f"<li>{_citation(c, answer, language)}</li>" for c in answer.related)
    return (
        f'<div class="answer refusal"><h3 class="label">{words("refused", language)}</h3>'
        f'<p class="refusal-text" lang="{escape(answer.language)}">{escape(answer.text)}</p>'
        f'<h3 class="label">{words("related", language)}</h3><ol class="citations">{related}</ol></div>'
    )


def _is_reply(answer: Answer) -> bool:
    """Tell whether an answer is small talk or a notice: it neither rests on sentences nor has any near it."""
    return not answer.answerable and not answer.related


def _answer_text(answer: Answer) -> str:
    spoken = answer.language if answer.rendered else "tr"
    if items := _items(answer):
        return f'<ul class="answer-list" lang="{escape(spoken)}">{"".join(f"<li>{escape(i)}</li>" for i in items)}</ul>'
    long = " long" if len(answer.text) > 90 else ""
    return f'<p class="answer-text{long}" lang="{escape(spoken)}">{escape(answer.text)}</p>'


def _items(answer: Answer) -> list[str]:
    """Return the items of a list in the words of the answer; empty where it is no list, or not made of its spans."""
    if answer.kind != "list" or answer.language not in ("tr", "en"):
        return []
    items = [render(span.text, answer.language, question=answer.standalone).text for span in answer.spans]
    at = 0
    for place, item in enumerate(items):
        between = _BETWEEN.match(answer.text, at) if place else None
        at = between.end() if between else at
        if not answer.text.startswith(item, at):
            return _parts(answer)
        at += len(item)
    return items if len(items) > 1 and at == len(answer.text) else _parts(answer)


def _parts(answer: Answer) -> list[str]:
    """Return the answers to the parts of a question, which the composer joins with semicolons."""
    parts = answer.text.split("; ")
    return parts if len(parts) > 1 else []


def _verbatim(answer: Answer, language: str) -> str:
    """Return the Turkish words beside an English answer, where they say more than it."""
    if answer.language == "tr":
        return ""
    note = "" if answer.rendered else f'<p class="note">{words("not_rendered", language)}</p>'
    texts = [span.text for span in answer.spans]
    if not texts or texts in ([answer.text], _items(answer)):
        return note
    spans = "".join(f'<li lang="tr">{escape(text)}</li>' for text in texts)
    return f'<div class="verbatim"><h3 class="label">{words("verbatim", language)}</h3><ul>{spans}</ul></div>{note}'


def _calculation(answer: Answer, language: str) -> str:
    if not answer.calculation:
        return ""
    return (
        f'<div class="calculation"><h3 class="label">{words("calculation", language)}</h3>'
        f"<p>{escape(answer.calculation)}</p></div>"
    )


def _citations(answer: Answer, language: str) -> str:
    if not answer.citations:
        return ""
    heading = say("citations" if len(answer.citations) == 1 else "citations_many", language)
    items = "".join(f"<li>{_citation(c, answer, language)}</li>" for c in answer.citations)
    return f'<h3 class="label">{escape(heading)}</h3><ol class="citations">{items}</ol>'


def _citation(citation: Citation, answer: Answer, language: str) -> str:
    inside = [(s.start, s.end) for s in answer.spans if s.article == citation.article]
    inside = [(start, end) for start, end in inside if start < citation.end and end > citation.start]
    place = attributes(
        act="cite",
        article=citation.article,
        start=citation.start,
        end=citation.end,
        spans=",".join(f"{start}-{end}" for start, end in inside),
    )
    shift = citation.start
    sentence = marked(citation.sentence, 0, len(citation.sentence), [(s - shift, e - shift) for s, e in inside])
    english = (
        f'<span class="translation" lang="en">{escape(citation.translation)}</span>' if citation.translation else ""
    )
    about = " · ".join(escape(part) for part in (citation.title, day(citation.date, language)) if part)
    return (
        f'<button type="button" class="cite"{place}><span class="sentence" lang="tr">{sentence}</span>{english}'
        f'<span class="about"><span>{about}</span> '
        f'<span class="go">{words("show_source", language)}{_ARROW}</span></span>'
        "</button>"
    )


def _standing(answer: Answer, language: str) -> str:
    """Return how sure the answer is and how long it took."""
    seconds = say("seconds", language, seconds=number(answer.seconds, language, 2))
    width = round(100 * min(1.0, max(0.0, answer.confidence)))
    return (
        f'<p class="standing" title="{words("sure_title", language)}">'
        f'<span class="gauge" aria-hidden="true"><span style="width:{width}%"></span></span>'
        f"<span>{escape(sureness(answer.confidence, language))} · {percent(answer.confidence, language)}</span>"
        f'<span class="seconds">{escape(seconds)}</span></p>'
    )


def _feedback(turn: Turn, place: int, language: str) -> str:
    if turn.verdict:
        said = say("right" if turn.verdict == "like" else "wrong", language)
        return f'<p class="feedback given" role="status">{escape(said)}. {words("thanks", language)}</p>'
    if not (turn.answer.citations or turn.answer.related):
        return ""
    field = f"correction-{place}"
    return (
        f'<div class="feedback" data-place="{place}"><span>{words("is_right", language)}</span>'
        f'<button type="button"{attributes(act="rate", place=place, verdict="like")}>'
        f"{words('right', language)}</button>"
        f'<button type="button" aria-expanded="false"{attributes(act="doubt", place=place)}>'
        f"{words('wrong', language)}</button>"
        f'<span class="correction" hidden><label for="{field}">{words("correction_label", language)}</label>'
        f'<input id="{field}" type="text" maxlength="500" autocomplete="off">'
        f'<button type="button"{attributes(act="rate", place=place, verdict="dislike")}>'
        f"{words('correction_send', language)}</button></span></div>"
    )


def _chip(question: str, spoken: str) -> str:
    place = attributes(act="ask", question=question)
    return f'<li><button type="button" class="chip" lang="{escape(spoken)}"{place}>{escape(question)}</button></li>'

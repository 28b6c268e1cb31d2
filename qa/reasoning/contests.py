"""What a yes/no question compares: "Is A longer than B?", "Do A outnumber B?", "A B'den daha uzun mu?"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from qa.quantities import Kind, find_quantities
from qa.reasoning.assertions import PARTICLE
from qa.reasoning.comparatives import comparative
from qa.reasoning.operations import Label, counted_noun_of, make_label
from qa.text import fold
from qa.words.lexicon import translations
from qa.words.terms import Term

_THAN = re.compile(
    r"\bthan\s+(?:(?:in|at|on|to|from|by|those|that|the one|the ones|did|of)\s+)*(?P<other>[^?]+)", re.IGNORECASE
)
_VERB = re.compile(r"\b(?:outnumber(?:s|ed)?|exceed(?:s|ed)?|surpass(?:es|ed)?|outweigh(?:s|ed)?)\b", re.IGNORECASE)
_ABLATIVE = re.compile(
    r"(?P<other>[\w'’]+(?:[dt][ae]n|[ae](?=\s+gore)))(?:\s+gore)?\s+(?:\w+\s+){0,2}?(?P<daha>daha\s+(?:(?:mi|"
    r"mu)\s+)?)?(?P<word>\w+)"
)
_BEFORE_EVENT = re.compile(r"(?P<verb>\w+m[ae]d[ae]n) once\s+")
_TAIL_EN = re.compile(r"\b(?:did|does|do|was|were|is|are|has|had)\b.*$", re.IGNORECASE)
_LEAD_EN = re.compile(
    r"^\W*(?:is|are|was|were|do|does|did|has|have|had|will|can|could|would)\s+(?:there\s+)?", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Contest:
    """What a yes/no question compares: the first thing is said to have more (or less) than the second."""

    labels: tuple[Label, Label]
    word: str
    counted: Term | None = None


def read_contest(question: str, language: str) -> Contest | None:
    """Read "Is A longer than B?", "Do A outnumber B?", "A B'den daha uzun mu?"; None where nothing is compared."""
    contest = _english_contest(question) if language == "en" else _turkish_contest(question)
    return replace(contest, counted=counted_noun_of(question, language)) if contest else None


def _english_contest(question: str) -> Contest | None:
    bare = question.strip().rstrip("?!. ")
    verb = _VERB.search(bare)
    if verb and _is_figure(bare[verb.end() :], "en"):
        return None
    if verb:
        first, second = _LEAD_EN.sub("", bare[: verb.start()]).strip(), bare[verb.end() :]
        return Contest((make_label(first, "en", question), make_label(_head_en(second), "en", question)), "more")
    than = _THAN.search(bare)
    if than is None or _is_figure(than["other"], "en"):
        return None
    word = comparative(bare[: than.start()], "en")
    if word is None:
        return None
    other = _TAIL_EN.sub("", than["other"]).strip()
    first = _LEAD_EN.sub("", bare[: than.start()]).strip()
    if word == "more" or word in ("fewer", "less"):
        # "more nurses than doctors", "more passengers fly to Cairo than to Vienna": what is like `other` is the first.
        last = re.split(rf"\b{word}\b", first, flags=re.IGNORECASE)[-1].strip()
        before = re.split(rf"\b{word}\b", first, flags=re.IGNORECASE)[0].strip()
        named = all(re.search(r"\b[A-ZÇĞİÖŞÜ]", side) for side in (before, other))
        first = _noun_phrase(before) if named else _like(last, before, bare[than.start() :])
    return Contest((make_label(first, "en", question), make_label(_noun_phrase(other), "en", question)), word)


def _head_en(text: str) -> str:
    return re.split(r"\b(?:among|in|at|on|of|during)\b", text)[0].strip()


def _noun_phrase(text: str) -> str:
    """Return a phrase up to its first verb."""
    kept: list[str] = []
    for word in text.split():
        verbs = translations(fold(word))[:1]
        if kept and word.islower() and verbs and verbs[0].endswith("-"):
            break
        kept.append(word)
    return " ".join(kept)


def _like(last: str, before: str, than: str) -> str:
    """Return what "than" is set against in "more …": what follows the same preposition, else the noun."""
    preposition = re.match(r"than\s+(?:did\s+)?(in|at|on|to|from|by|for)\b", than, re.IGNORECASE)
    if preposition:
        return re.split(rf"\b{preposition[1]}\b", last, flags=re.IGNORECASE)[-1].strip()
    time = re.search(r"\b(this|last|next|previous)\s+\w+\s*$", last)
    return time[0] if time else last if not before or len(last.split()) <= 2 else before


def _is_figure(text: str, language: str) -> bool:
    found = find_quantities(text, language)
    return (
        bool(found) and found[0].start <= 4 and found[0].kind not in (Kind.YEAR, Kind.DATE, Kind.ORDINAL, Kind.PERIOD)
    )


def _ablatives(folded: str) -> Iterator[re.Match[str]]:
    at = 0
    while match := _ABLATIVE.search(folded, at):
        yield match
        at = match.end("other")


def _turkish_contest(question: str) -> Contest | None:
    folded = fold(question)
    event = _BEFORE_EVENT.search(folded)
    if event:
        first, second = question[event.end() :], question[: event.start("verb")]
        return Contest((make_label(first, "tr", question), make_label(second, "tr", question)), "once")
    for match in _ablatives(folded):
        word = match["word"] if match["word"] else ""
        if comparative(f"daha {word}", "tr") != word:
            continue
        follows = folded[match.end("other") : match.start("word")].strip() == ""
        amount = word in ("cok", "fazla", "az", "once", "sonra") and follows
        if not match["daha"] and not amount and not re.match(r"\s*(?:mi|mu)", folded[match.end() :]):
            continue
        if not match["daha"] and re.search(r"m[ae]d[ae]n$|[dt][iu]kt[ae]n$", match["other"]):
            continue
        start, end = match.span("other")
        if any(q.start < end and start < q.end for q in find_quantities(question) if any(c.isdigit() for c in q.text)):
            return None
        label = re.sub(r"['’]?(?:n?k[ıiuü]nd[ae]n|n?[dt][ae]n|[ny]?[ae])$", "", question[start:end])
        before = question[:start].rstrip()
        last = before.rpartition(" ")
        if last[0] and not before.endswith(","):
            before, label = last[0], f"{last[2]} {label}"
        first = before.strip(" ,") or question[match.end() :].strip()
        if amount and not re.match(r"\s*(?:mi|mu)", folded[match.end() :]):
            particle = PARTICLE.search(folded, match.end())
            first = question[match.end() : particle.start()] if particle else first
        return Contest((make_label(first, "tr", question), make_label(label, "tr", question)), word)
    return None

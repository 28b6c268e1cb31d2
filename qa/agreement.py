"""Agreement: which of two parallel figures a question is about.

"Norveç'ten Peru'ya 12, Peru'dan Norveç'e ise 7 gemi gitti": both figures answer "how many ships"; the words of the
clause of each, with their cases, tell them apart.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from qa.corpus import Article
from qa.reasoning.figures import figures_at
from qa.text import words
from qa.words.inflection import case_of
from qa.words.terms import Mentions, Term, find_terms, mentions_in

_PREPOSITIONS = {
    "from": "ablative",
    "to": "dative",
    "into": "dative",
    "in": "locative",
    "at": "locative",
    "of": "genitive",
}
_NUMBER = 3.0
_HAS = re.compile(r"\s+(?:have|has|had|own|owns)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Asked:
    """A term of the question and the case in which the question has it, None where it shows none."""

    term: Term
    case: str | None


def agreement(question: str, language: str, article: Article, start: int, end: int) -> float:
    """Return from -1 to 1 how much more of the question the clause of a figure speaks of than those beside it do.

    0 for what is no figure, and for a figure that stands alone in its sentence.
    """
    figures = figures_at(article, start)
    own = [f for f in figures if f.start < end and start < f.end]
    if len(own) != 1:
        return 0.0
    rivals = [f for f in figures if f is not own[0] and f.dimension == own[0].dimension and f.clause != own[0].clause]
    if not rivals:
        return 0.0
    mine = _held(question, language, article.text, own[0].clause)
    best = max(_held(question, language, article.text, rival.clause) for rival in rivals)
    return (mine - best) / max(1.0, mine + best)


def support(question: str, language: str, article: Article, start: int, end: int) -> float:
    """Return from 0 to 1 how much of the question's terms, cases and numbers `article.text[start:end]` speaks of."""
    whole = sum(_full(one) for one in _asked(question, language)) + _NUMBER * len(_numbers(question))
    return _held(question, language, article.text, (start, end)) / whole if whole else 0.0


def names_direction(question: str, language: str) -> bool:
    """Tell whether a question says from where to where: names two things in cases of their own."""
    cases = {one.case for one in _asked(question, language) if one.term.name and one.case}
    return {"ablative", "dative"} <= cases


@lru_cache(maxsize=2048)
def _held(question: str, language: str, text: str, span: tuple[int, int]) -> float:
    """Weigh what a stretch of text speaks of: a name in the question's case double, a number thrice."""
    mentions = mentions_in(text, *span)
    said = {word.text for word in mentions.words}
    terms = sum(_weight(one, mentions, text) for one in _asked(question, language))
    return terms + _NUMBER * len(_numbers(question) & said)


def _weight(asked: _Asked, mentions: Mentions, text: str) -> float:
    places = mentions.find(asked.term)
    if not places:
        return 0.0
    if _full(asked) == 1.0:
        return 1.0
    cases = {case_of(suffix) for _, end in places if (suffix := _suffix_at(text, end))}
    fits = asked.case in cases or (asked.case == "locative" and "dative" in cases)  # "invested in Peru" is "Peru'ya"
    return 2.0 if fits else 0.25 if cases else 1.0


def _full(asked: _Asked) -> float:
    return 2.0 if asked.case and asked.term.name else 1.0


def _suffix_at(text: str, end: int) -> str:
    match = re.match(r"['’](\w+)", text[end : end + 12])
    return match[1] if match else ""


@lru_cache(maxsize=64)
def _numbers(question: str) -> frozenset[str]:
    return frozenset(word.text for word in words(question) if word.text[0].isdigit())


@lru_cache(maxsize=64)
def _asked(question: str, language: str) -> tuple[_Asked, ...]:
    return tuple(_Asked(term, _case(question, language, term)) for term in find_terms(question, language))


def _case(question: str, language: str, term: Term) -> str | None:
    if language == "en":
        if question[term.end : term.end + 2] in ("'s", "’s") or _HAS.match(question, term.end):
            return "genitive"  # Turkish says what somebody has as what is somebody's
        before = re.search(r"(\w+)\s+(?:the\s+)?\Z", question[: term.start].lower())
        return _PREPOSITIONS.get(before[1]) if before else None
    word = next((word for word in words(question) if word.start == term.start), None)
    return case_of(word.suffix) if word and word.suffix else None

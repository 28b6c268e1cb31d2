"""What is left of a whole: "320 eserin 210'u satıldı" says how many were not sold."""

import re
from collections.abc import Iterator, Sequence
from itertools import permutations

from qa.answerer import Finding
from qa.answers import Draft
from qa.candidates import Candidate
from qa.citations import cite_each, span_of
from qa.quantities import find_quantities
from qa.reasoning.assertions import is_negated, is_verb
from qa.reasoning.calculation import rest_of
from qa.reasoning.figures import Figure, figures_at, figures_in, is_part_of
from qa.reasoning.operands import gather, lacks_name
from qa.sentences import sentence_at
from qa.text import fold
from qa.words.terms import Mentions, Term, find_terms

_CONFIDENCE = 0.8
_HOW_MUCH = {
    "tr": re.compile(r"\bkac\w*|\bne kadar\w*"),
    "en": re.compile(
        r"\bhow (?:many|much|long|large|big)\b|\bwhat (?:amount|number|part|is the (?:value|length|size))\b"
    ),
}
_TOTAL = re.compile(r"\btoplam\w*\s+$")
_REST = re.compile(r"\b(?:(?:geri )?kalan\w*|gerisi\w*|digerler\w*|oteki\w*)\b")
_OF_THIS = re.compile(r"(?:bu|su) \w+[iu]n\s+|(?:bunun|bunlarin)\s+")
_NOT = re.compile(r"\bnot\b|n['’]t\b|\b(?:yet to|unspent|unsold|unused|unpaid)\b")
_OF_MONEY = re.compile(r"(?:para|tutar|butce|odenek|kaynak|money|amount|sum|budget|fund|cash)")
_LEFT = {
    "tr": re.compile(r"\b(?:geri(?:ye)? )?kal(?:d[iu]|m[iu]s\w*|[iu]yor\w*|an\w*)\b"),
    "en": re.compile(
        r"\b(?:is|are|was|were|be) (?:still )?left\b|\bleft (?:over|behind)\b|\bremain(?:s|ed|ing|der)?\b"
    ),
}


def subtract_part(question: str, language: str, finding: Finding) -> Draft | None:
    """Answer how many of a whole are not what the text says of a part, or are what it says of the rest.

    None for another question, and where the text says itself how many are left.
    """
    if not _HOW_MUCH[language].search(fold(question)):
        return None
    terms = [t for t in find_terms(question, language) if not _LEFT[language].search(fold(t.text))]
    best: tuple[float, Figure, tuple[Figure, ...]] | None = None
    for whole, part in _wholes_with_parts(gather([finding]).figures):
        of_rest = _is_rest(question, language, terms, whole, part)
        score = of_rest or _suits(question, language, terms, whole, part, finding)
        if score and (best is None or score > best[0]):
            best = score, whole, _parts_named(whole, part) if of_rest else (part,)
    if best is None:
        return None
    _, whole, parts = best
    result = rest_of(whole, parts, language, question)
    if result is None:
        return None
    places = [(figure.article, figure.start, figure.end) for figure in (whole, *parts)]
    spans = [span_of(*place) for place in places]
    return Draft("span", result.text, spans, cite_each(places), _CONFIDENCE, result.calculation)


def _wholes_with_parts(figures: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Yield each figure with the first part of it: of one sentence, or the last of one and the first of the next."""
    for whole, part in permutations(figures, 2):
        if whole.size is None or part.size is None or not part.size < whole.size or whole.start > part.start:
            continue
        if whole.sentence == part.sentence:
            total = _TOTAL.search(fold(whole.article.text[whole.sentence[0] : whole.start]))
            left = total and whole.dimension == part.dimension and _REST.search(_behind(part))
            if left or is_part_of(whole, part):
                yield whole, part
        elif _OF_THIS.fullmatch(fold(part.article.text[part.sentence[0] : part.start])):
            before = [one for one in figures_at(part.article, part.sentence[0] - 2) if one.dimension == part.dimension]
            if before and whole == before[-1]:
                yield whole, part


def _behind(part: Figure) -> str:
    return fold(part.article.text[part.end : part.sentence[1]])


def _parts_named(whole: Figure, first: Figure) -> tuple[Figure, ...]:
    """Return the parts that a sentence names before it speaks of the rest ("265'i ..., 97'si ..., kalanı ...")."""
    rest = _REST.search(_behind(first))
    until = first.end + rest.start() if rest else first.sentence[1]
    named = figures_in(first.article, first.sentence)
    return tuple(
        f for f in named if first.start <= f.start < until and f.dimension in (first.dimension, whole.dimension)
    )


def _is_rest(question: str, language: str, terms: Sequence[Term], whole: Figure, part: Figure) -> float:
    """Return how much of what a question asks a text says of what is left of a whole, without giving a number."""
    text = part.article.text
    behind = text[part.end : part.sentence[1]]
    rest = _REST.search(fold(behind))
    if rest is None or find_quantities(behind[rest.end() :]) or lacks_name(terms, (part,)):
        return 0.0
    head = Mentions(text[whole.sentence[0] : part.start])
    told = [term for term in terms if term.known and not head.holds(term)]
    of_part, of_rest = Mentions(behind[: rest.start()]), Mentions(behind[rest.end() :])
    if told and all(map(of_rest.holds, told)) and not all(map(of_part.holds, told)):
        return 2.0 + len(told)
    asks_rest = bool(_LEFT[language].search(fold(question))) or _is_denied(question, language)
    return 1.5 if asks_rest and all(map(of_part.holds, told)) else 0.0


def _suits(question: str, language: str, terms: Sequence[Term], whole: Figure, part: Figure, finding: Finding) -> float:
    """Return how much of what a question asks a part and its whole speak of, 0 where the part is of something else.

    What is said of the part must be the reverse of what is asked: denied for affirmed or affirmed for denied. Where
    its words are not known, the reader must have taken the part for the answer.
    """
    text = part.article.text
    head, behind = Mentions(text[part.sentence[0] : part.start]), text[part.end : part.sentence[1]]
    left, denied = bool(_LEFT[language].search(fold(question))), _is_denied(question, language)
    if _LEFT["tr"].search(fold(behind)) or lacks_name(terms, (part,)) or is_negated(behind) == (left or denied):
        return 0.0
    said = Mentions(behind)
    known = [term for term in terms if term.known and not _OF_MONEY.match(fold(term.text))]
    held = sum(head.holds(term) or said.holds(term) for term in known)
    if 2 * held < len(known):
        return 0.0
    told = [term for term in known if not head.holds(term)]
    read = finding.best is not None and finding.best.start < part.end and part.start < finding.best.end
    return 1.0 + held if left or any(map(said.holds, told)) or (denied and not told and read) else 0.0


def is_denied_otherwise(question: str, language: str, best: Candidate) -> bool:
    """Tell whether a text says of a figure what a question denies ("kaç eser satılmadı": "eserlerin 210'u satıldı")."""
    sentence = sentence_at(best.article.text, best.start)
    behind = best.article.text[best.end : sentence.end] if sentence else ""
    if _is_denied(question, language) == is_negated(behind):
        return False
    verbs = [term for term in find_terms(question, language) if is_verb(term, language)]
    return any(map(Mentions(behind).holds, verbs))


def _is_denied(question: str, language: str) -> bool:
    return bool(_NOT.search(question)) if language == "en" else is_negated(question)

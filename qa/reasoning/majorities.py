"""Verdicts on majorities: "more than half of them", by a part of a whole, a share or a fraction in words."""

import re

from qa.reasoning.assertions import Assertion
from qa.reasoning.calculation import figure_text
from qa.reasoning.figures import Figure, is_part_of
from qa.reasoning.operands import Evidence, clause_of, coverage, pair_score, pairs_of
from qa.reasoning.rulings import Ruling, by_figures, odds_of
from qa.rendering import render
from qa.text import fold
from qa.words.terms import Mentions, mentions_in

_HALF = 50  # percent
_SUMS_UP = re.compile(r"\bolmak uzere\b")
_SHARE = re.compile(r"(?:cogu|yaris|fazlas|half|majority)")
_NUMBERS = {word: at for at, word in enumerate("bir iki uc dort bes alti yedi sekiz dokuz on".split(), 1)}
_NUMBERS["dord"] = 4
_FRACTION = re.compile(rf"\b(?P<whole>{'|'.join(_NUMBERS)})[td][ae]\s+(?P<part>{'|'.join(_NUMBERS)})(?:s?[iu])?\b")


def judge_majority(assertion: Assertion, evidence: Evidence) -> Ruling | None:
    """Judge "more than half": a part of a whole in one sentence ("58 tekne; bunların 33'ü")."""
    if share := _fraction(assertion, evidence) or _percentage(assertion, evidence):
        return share
    best: tuple[float, Figure, Figure] | None = None
    for one, two in pairs_of(evidence.figures):
        if one.sentence != two.sentence or one.size is None or two.size is None or one.dimension in ("date", "time"):
            continue
        if _SUMS_UP.search(fold(one.article.text[one.end : two.start])):
            one, two = two, one  # "16'sı kız, 11'i erkek olmak üzere 27 öğrenci"
        elif not is_part_of(one, two):
            continue
        if coverage(assertion.terms, (one, two)) < 0.5:
            continue
        sentence = mentions_in(one.article.text, *one.sentence)
        held = sum(clause_of(two).holds(term) + sentence.holds(term) for term in assertion.terms)
        score = held + pair_score(one, two, assertion.terms, evidence)
        if best is None or score > best[0]:
            best = score, one, two
    if best is None:
        return None
    _, whole, part = best
    assert whole.size is not None and part.size is not None
    return by_figures(assertion, part.size * 2 > whole.size, (part, whole), "/")


def _fraction(assertion: Assertion, evidence: Evidence) -> Ruling | None:
    """Judge "more than half" by a fraction in words ("binaların dörtte üçü")."""
    for figure in evidence.figures:
        start, end = figure.sentence
        said = _FRACTION.search(fold(figure.article.text[start:end]))
        if said is None or coverage(assertion.terms, (figure,)) < 0.5:
            continue
        place = (figure.article, start + said.start(), start + said.end())
        holds = 2 * _NUMBERS[said["part"]] > _NUMBERS[said["whole"]]
        fact = render(figure.article.text[place[1] : place[2]], assertion.language).text
        return Ruling(odds_of(assertion, holds), fact, (place,))
    return None


def _percentage(assertion: Assertion, evidence: Evidence) -> Ruling | None:
    """Judge "more than half" by a percentage whose clause speaks of all that is asserted."""
    asked = [
        t for t in assertion.terms if not (_SHARE.match(fold(t.text)) or any(f.startswith("en ") for f in t.forms))
    ]
    for figure in evidence.figures:
        if figure.dimension != "percent" or figure.size is None:
            continue
        clause, title = clause_of(figure), Mentions(figure.article.title)
        things = [term for term in asked if clause.holds(term) or not title.holds(term)]
        if things and all(map(clause.holds, things)):
            text = figure_text(figure, assertion.language, assertion.question)
            holds = figure.size > _HALF
            return Ruling(odds_of(assertion, holds), text, ((figure.article, figure.start, figure.end),))
    return None

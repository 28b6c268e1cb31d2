"""Yes or no by rank: "Is the city among the five largest?" of a text that calls it the fourth, or one of the three."""

import re
from decimal import Decimal

from qa.quantities import Kind
from qa.reasoning.assertions import Assertion
from qa.reasoning.calculation import figure_text
from qa.reasoning.figures import Figure
from qa.reasoning.fitting import COVERED
from qa.reasoning.operands import Evidence, clause_of, coverage, lacks_name, pair_score
from qa.reasoning.rulings import Ruling, odds_of
from qa.text import fold

_TOP_TR = r"\b(?:ilk|en\s+\w+(?:\s+ilk)?)\s+$"
_TOP_EN = r"\b(?:top|first|(?:among|one of|of|in|within)\s+(?:\w+\s+){0,2}?(?:the|its|their|\w+['’]s))\s+$"
_ITS_NOUN_EN = re.compile(r"^\s+(?:most\s+\w+|\w+est)\b")
_WITHIN = {
    "tr": re.compile(r"\b(?:arasinda\w*|icinde\w*|icine|biri\w*)\b|\bilk\s+\S+[td][ae]\b"),
    "en": re.compile(r"\b(?:among|within|in|one of|rank\w*|place\w*)\b"),
}
_REACH = 40  # characters beside a figure in which the text says that it ranks
_RANKED = re.compile(r"\ben\s+\w+\s|^\W*\w*\s*(?:sira|basamak)")


def judge_standing(assertion: Assertion, evidence: Evidence) -> Ruling | None:
    """Judge "Is X among the top five?" by the rank that the text gives; None for another question."""
    limit = _limit(assertion)
    if limit is None:
        return None
    ranks = [figure for figure in evidence.figures if _is_rank(figure) or _is_first(figure)]
    best = max(ranks, key=lambda figure: _suits(assertion, figure, evidence), default=None)
    if best is None or best.size is None or not _suits(assertion, best, evidence):
        return None
    if best.quantity.kind is not Kind.ORDINAL and best.size > limit:
        return Ruling(0.0, "", ())  # one of the first ten may be among the first five
    fact = figure_text(best, assertion.language, assertion.question)
    return Ruling(odds_of(assertion, best.size <= limit), fact, ((best.article, best.start, best.end),))


def _suits(assertion: Assertion, rank: Figure, evidence: Evidence) -> float:
    """Return how much of what is asserted a rank is said of, 0 where it is of something else."""
    own = sum(clause_of(rank).holds(term) for term in assertion.terms)
    if coverage(assertion.terms, (rank,)) < COVERED or lacks_name(assertion.terms, (rank,)):
        return 0.0
    return own and own + pair_score(rank, rank, assertion.terms, evidence)


def _limit(assertion: Assertion) -> Decimal | None:
    """Return the number of the first among which a thing is asked to be."""
    folded = fold(assertion.question)
    if not _WITHIN[assertion.language].search(folded):
        return None
    for quantity in assertion.quantities:
        before, behind = folded[: quantity.start], folded[quantity.figure[1] :]
        if quantity.kind not in (Kind.COUNT, Kind.NUMBER) or not isinstance(quantity.value, Decimal):
            continue
        if assertion.language == "tr" and re.search(_TOP_TR, before):
            return quantity.value
        top = re.search(_TOP_EN, before)
        if assertion.language == "en" and top and (top[0].startswith(("top", "first")) or _ITS_NOUN_EN.match(behind)):
            return quantity.value
    return None


def _is_rank(figure: Figure) -> bool:
    """Tell whether an ordinal ranks a thing ("en büyük dördüncü kent", "4. sırada"), and does not count times."""
    if figure.quantity.kind is not Kind.ORDINAL:
        return False
    before, behind = _around(figure)
    return bool(_RANKED.search(before[-_REACH:]) or _RANKED.match(behind))


def _is_first(figure: Figure) -> bool:
    """Tell whether a text says itself that a thing is among the first so many ("ilk on ülke arasında")."""
    if figure.dimension != "count":
        return False
    before, behind = _around(figure)
    return bool(re.search(_TOP_TR, before) and _WITHIN["tr"].search(behind[:_REACH]))


def _around(figure: Figure) -> tuple[str, str]:
    text, (start, end) = figure.article.text, figure.sentence
    return fold(text[start : figure.start]), fold(text[figure.end : end])

"""Sums of figures that stand side by side: "Kaç madalya kazandı?" of "9 altın, 7 gümüş ve 12 bronz"."""

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from qa.answers import Draft
from qa.expectation import Expected, expected_answer
from qa.quantities import Kind
from qa.reasoning.assertions import is_verb
from qa.reasoning.calculation import sum_of
from qa.reasoning.counting import GENERIC
from qa.reasoning.figures import Figure, is_amount, side_by_side
from qa.reasoning.fitting import COVERED, computed, counts_noun, noun_bonus, speak_of, unit_fits, years_in
from qa.reasoning.operands import Evidence, clause_of, coverage, lacks_name, pair_score, years_fit
from qa.reasoning.operations import Request
from qa.text import fold
from qa.words.terms import Term, find_terms

_LARGE = 1000
_TOTAL = re.compile(r"\b(?:toplam\w*|tamam\w*|hepsi|genel)\s*$")
_LINK = re.compile(r"[,;]|\b(?:ve|ile)\b")
_NAMED_TOTAL = re.compile(r"\btoplam\w*(?:\s+[^\W\d_]+)?\s*$")


def add_up(question: str, language: str, request: Request, terms: Sequence[Term], evidence: Evidence) -> Draft | None:
    """Add up the figures of a sentence that a question asks the sum of.

    None where they are of other things, or where the text gives the total itself.
    """
    nouns = [term for term in (find_terms(f"… {request.noun}", language) if request.noun else []) if term.known]
    best: tuple[float, list[Figure]] | None = None
    for figures in side_by_side(filter(is_amount, evidence.figures)):
        group = _counting(nouns, terms, figures)
        if len(group) < 2 or not unit_fits(request, *group[:2]):
            continue
        named = [figure for figure in group if any(_only_in(term, figure, group) for term in terms)]
        chosen = named if len(named) > 1 and not _at_edges(named, group, terms) else group
        if len(chosen) < 2:
            continue
        score = pair_score(chosen[0], chosen[-1], terms, evidence) + 0.5 * len(named)
        score += noun_bonus(request, chosen[0], chosen[1], language)
        if best is None or score > best[0]:
            best = score, chosen
    if best is None:
        return None
    score, chosen = best
    noun = find_terms(f"… {request.noun}", language) if request.noun else []
    must = [term for term in terms if term.name] + [
        t for t in noun if t.known and fold(t.text) not in GENERIC and not is_verb(t, language)
    ]
    things = [term for term in terms if term.known and not term.name]
    if any(not speak_of(term, chosen) for term in must) or not _speak_of_any(things, chosen):
        return None
    if coverage(terms, chosen) < COVERED or lacks_name(terms, chosen) or not years_fit(years_in(question), chosen):
        return None
    if not _names_each(terms, chosen) and (not _are_listed(chosen) or _states_total(terms, evidence, chosen)):
        return None
    if expected_answer(question, language) is Expected.MONEY and not _may_be_money(chosen[0]):
        return None
    result = sum_of(chosen, language, question, request.noun)
    return computed(result.text, chosen, score, result.calculation) if result else None


def _counting(nouns: Sequence[Term], terms: Sequence[Term], group: list[Figure]) -> list[Figure]:
    """Leave out what counts nothing that the question names ("iki ülkede ... 78, ... 64 etkinlik")."""
    units = {figure.start: fold(figure.quantity.unit) for figure in group if figure.quantity.unit}
    if not any(counts_noun(unit, noun) for unit in units.values() for noun in nouns):
        return group
    named = {at for at, unit in units.items() if any(counts_noun(unit, term) for term in (*nouns, *terms))}
    return [figure for figure in group if figure.start in named or figure.start not in units]


def _speak_of_any(things: Sequence[Term], chosen: Sequence[Figure]) -> bool:
    return not things or any(speak_of(term, chosen) for term in things)


def _may_be_money(figure: Figure) -> bool:
    """Tell whether a figure is an amount of money, or a large bare number, whose currency may stand further above."""
    large = figure.quantity.kind is Kind.NUMBER and figure.size is not None and figure.size >= _LARGE
    return large or figure.quantity.kind is Kind.MONEY


def _only_in(term: Term, figure: Figure, group: Sequence[Figure]) -> bool:
    holding = [other for other in group if clause_of(other).holds(term)]
    return holding == [figure]


def _names_each(terms: Sequence[Term], chosen: Sequence[Figure]) -> bool:
    """Tell whether the question names every one of the figures that are added up."""
    return all(any(_only_in(term, figure, chosen) for term in terms) for figure in chosen)


def _are_listed(chosen: Sequence[Figure]) -> bool:
    """Tell whether counts stand in a list ("9 altın, 7 gümüş ve 12 bronz"), and not one within the other's phrase."""
    if chosen[0].dimension != "count":
        return True
    text = chosen[0].article.text
    return all(_LINK.search(text, one.end, two.start) for one, two in pairwise(chosen))


def _at_edges(named: Sequence[Figure], group: Sequence[Figure], terms: Sequence[Term]) -> bool:
    """Tell whether only the first and last of many figures are named, by words that a whole enumeration shares."""
    if len(group) < 3 or list(named) != [group[0], group[-1]]:
        return False
    units = [fold(figure.quantity.unit or "") for figure in named]
    return not all(any(counts_noun(unit, term) for term in terms) for unit in units if unit) or not all(units)


def _states_total(terms: Sequence[Term], evidence: Evidence, chosen: Sequence[Figure]) -> bool:
    """Tell whether the text gives the total itself."""
    total = sum((figure.size or Decimal(0)) for figure in chosen)
    for figure in evidence.figures:
        before = fold(figure.article.text[figure.sentence[0] : figure.start])[-40:]
        if figure in chosen and _NAMED_TOTAL.search(before):
            return True
        if figure.dimension != chosen[0].dimension or (figure in chosen and len(chosen) < 3):
            continue
        if figure.size == total or (
            _TOTAL.search(before) and coverage(terms, (figure,)) >= COVERED and figure not in chosen
        ):
            return True
    return any(figure.size is not None and figure.size * 2 == total for figure in chosen if len(chosen) > 2)

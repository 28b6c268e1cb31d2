"""Comparisons of two directions: "Oslo'dan Bergen'e mi daha çok gemi gitti, Bergen'den Oslo'ya mı?".

Both directions name the same places; the cases of these tell which figure belongs to which. Where only the places are
compared ("Who sent more ships, Oslo or Bergen?"), each has what came from it. What is of one country and in the other
("Peruvians in Norway") is told by where it is.
"""

import re
from collections.abc import Sequence
from itertools import permutations

from qa.agreement import support
from qa.reasoning.figures import Figure
from qa.reasoning.operands import Evidence
from qa.reasoning.operations import Label
from qa.text import APOSTROPHES
from qa.words.inflection import case_of
from qa.words.terms import Term, mentions_in

_SUFFIX = re.compile(rf"[{re.escape(APOSTROPHES)}]([^\W\d_]+)")
_LOCATIVE = re.compile(r"[dt][ae](?:ki)?")
_CLEAR = 0.25  # how much better the figures fit the directions than the other way round


def is_directed(labels: tuple[Label, Label]) -> bool:
    """Tell whether the two things compared differ in the cases of their names alone."""
    one, two = ({term.forms for term in label.terms} for label in labels)
    return len(one) > 1 and one == two


def figures_by_direction(
    labels: tuple[Label, Label], language: str, evidence: Evidence
) -> tuple[Figure, Figure] | None:
    """Return the figures of one sentence that are said of the two directions, None where it is not clear."""

    def spoken(label: Label, figure: Figure) -> float:
        return support(label.text, language, figure.article, *figure.clause)

    found: tuple[float, Figure, Figure] | None = None
    for one, two in permutations(evidence.figures, 2):
        alike = one.article.id == two.article.id and one.sentence == two.sentence and one.dimension == two.dimension
        if not alike or one.clause == two.clause or one.size is None or two.size is None:
            continue
        straight = spoken(labels[0], one) + spoken(labels[1], two)
        crossed = spoken(labels[0], two) + spoken(labels[1], one)
        if straight > crossed + _CLEAR and (found is None or straight > found[0]):
            found = straight, one, two
    return found[1:] if found else None


def figures_by_origin(
    labels: tuple[Label, Label], rest: Sequence[Term], evidence: Evidence
) -> tuple[Figure, Figure] | None:
    """Return the figures of a sentence of what came from the first to the second of two things, and back.

    The sentence must speak of the rest of the question.
    """
    for one, two in permutations(evidence.figures, 2):
        if one.article.id != two.article.id or one.sentence != two.sentence or one.dimension != two.dimension:
            continue
        there, back = _cases(labels, one), _cases(labels, two)
        said = mentions_in(one.article.text, *one.sentence)
        if there == ("ablative", "dative") and back == ("dative", "ablative") and any(map(said.holds, rest)):
            return one, two
    return None


def figures_by_place(labels: tuple[Label, Label], language: str, evidence: Evidence) -> tuple[Figure, Figure] | None:
    """Return the figures of one sentence of what is in the places that two labels name, None where it is not clear."""
    one_place, two_place = (_place_of(label, language) for label in labels)
    if one_place is None or two_place is None or set(one_place.forms) & set(two_place.forms):
        return None
    for one, two in permutations(evidence.figures, 2):
        if one.article.id != two.article.id or one.sentence != two.sentence or one.dimension != two.dimension:
            continue
        there = [{place.forms[0] for place in (one_place, two_place) if _is_in(place, figure)} for figure in (one, two)]
        if one.size is not None and two.size is not None and there == [{one_place.forms[0]}, {two_place.forms[0]}]:
            return one, two
    return None


def _place_of(label: Label, language: str) -> Term | None:
    """Return the name of a label that says where ("in Norway", "Norveç'teki")."""
    for term in label.terms:
        at = label.text.find(term.text)
        behind = _SUFFIX.match(label.text, at + len(term.text)) if at >= 0 else None
        placed = _LOCATIVE.fullmatch(behind[1]) if behind else None
        if placed or (language == "en" and at > 0 and label.text[:at].rstrip().endswith((" in", " in the"))):
            return term
    return None


def _is_in(place: Term, figure: Figure) -> bool:
    text, (start, end) = figure.article.text, figure.clause
    suffixes = [_SUFFIX.match(text, stop) for _, stop in mentions_in(text, start, end).find(place)]
    return any(suffix and _LOCATIVE.fullmatch(suffix[1]) for suffix in suffixes)


def _cases(labels: tuple[Label, Label], figure: Figure) -> tuple[str | None, str | None]:
    """Return the cases in which the clause of a figure has two things."""
    text, (start, end) = figure.article.text, figure.clause
    said = mentions_in(text, start, end)

    def case(label: Label) -> str | None:
        ends = [stop for term in label.terms for _, stop in said.find(term)]
        suffix = _SUFFIX.match(text, ends[0]) if ends else None
        return case_of(suffix[1]) if suffix else None

    return case(labels[0]), case(labels[1])

"""Comparisons of two directions: "Oslo'dan Bergen'e mi daha çok gemi gitti, Bergen'den Oslo'ya mı?".

Both directions name the same places; the cases of these tell which figure belongs to which.
"""

from itertools import permutations

from qa.agreement import support
from qa.reasoning.figures import Figure
from qa.reasoning.operands import Evidence
from qa.reasoning.operations import Label

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

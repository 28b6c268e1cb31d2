"""What a sentence leaves over without giving its number: "418 binanın 265'i Oslo'da, 97'si Bergen'de, kalanı köylerde".

The rest is a figure like those that are written: it can be asked for, compared and added up.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from qa.corpus import Article
from qa.quantities import Kind, Quantity
from qa.reasoning.calculation import turkish_number
from qa.reasoning.figures import Figure, figures_at, figures_in, is_part_of
from qa.text import fold

_REST = re.compile(r"\b(?:(?:geri )?kalan\w*|gerisi\w*)(?: (?:bolum|kisim|kism)\w*)?")
_TOTAL = re.compile(r"\btoplam\w*\s+$")
_OF_THIS = re.compile(r"(?:bu|su) \w+[iu]n\s+|(?:bunun|bunlarin)\s+")
_CLAUSE_END = re.compile(r"[;.!?…]|,(?!\d)\s")
_PERCENT = Decimal(100)


@dataclass(frozen=True, slots=True)
class Rest:
    """What is left of a whole (None: of a hundred percent) beside its parts; `figure` stands at the word for it."""

    figure: Figure
    whole: Figure | None
    parts: tuple[Figure, ...]


@lru_cache(maxsize=2048)
def find_rest(article: Article, sentence: tuple[int, int]) -> Rest | None:
    """Return the rest of which a sentence speaks, None where it gives the number itself or lacks the whole."""
    start, end = sentence
    text = article.text[start:end]
    marker = _REST.search(fold(text))
    if marker is None:
        return None
    stop = _CLAUSE_END.search(text, marker.end())
    clause = start + marker.start(), start + (stop.start() if stop else len(text))
    figures = figures_in(article, sentence)
    if any(clause[0] <= figure.start < clause[1] for figure in figures):
        return None
    before = [figure for figure in figures if figure.start < clause[0] and figure.size is not None]
    whole, parts = _percents(before) or _counted(article, sentence, before)
    left = (whole.size if whole and whole.size is not None else _PERCENT) - sum(p.size or 0 for p in parts)
    if not parts or left <= 0:
        return None
    kind, unit = (whole.quantity.kind, whole.quantity.unit) if whole else (Kind.PERCENT, None)
    offsets = marker.span()
    quantity = Quantity(
        *offsets, _written(left, whole), kind, left, unit, None, offsets
    )  # its text is what it amounts to
    return Rest(Figure(article, quantity, sentence, clause, clause), whole, tuple(parts))


def _percents(figures: Sequence[Figure]) -> tuple[None, list[Figure]] | None:
    parts = [figure for figure in figures if figure.dimension == "percent"]
    return (None, parts) if parts else None


def _counted(
    article: Article, sentence: tuple[int, int], figures: Sequence[Figure]
) -> tuple[Figure | None, list[Figure]]:
    """Return a whole and its parts: of one sentence, or the last figure of the one before ("Bu tutarın ...")."""
    for at, part in enumerate(figures):
        whole = next((one for one in figures[:at] if _has_part(one, part)), None)
        if whole is None and _OF_THIS.fullmatch(fold(article.text[sentence[0] : part.start])):
            alike = [one for one in figures_at(article, sentence[0] - 2) if one.dimension == part.dimension]
            whole = alike[-1] if alike and (alike[-1].size or 0) > (part.size or 0) else None
        if whole is not None:
            return whole, [one for one in figures[at:] if one.dimension in (part.dimension, whole.dimension)]
    return None, []


def _has_part(whole: Figure, part: Figure) -> bool:
    if is_part_of(whole, part):
        return True
    total = _TOTAL.search(fold(whole.article.text[whole.sentence[0] : whole.start]))
    return bool(total) and whole.dimension == part.dimension and (part.size or 0) < (whole.size or 0)


def _written(value: Decimal, whole: Figure | None) -> str:
    """Return a rest as a text would give it."""
    number = turkish_number(value)
    if whole is None:
        return f"yüzde {number}"
    unit = whole.quantity.text.rpartition(" ")[2]
    return f"{number} {unit}" if unit.isalpha() and whole.dimension != "count" else number

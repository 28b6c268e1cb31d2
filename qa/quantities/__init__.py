"""Figures, amounts of money, percentages, ordinals, dates, periods and counts in Turkish and English text.

This is the one place where they are read. `find_quantities` returns them in order with exact offsets; `same_value`
compares what two of them say, across the languages.
"""

from functools import lru_cache

from qa.quantities.calendar import Date, Hours, Moment, Period
from qa.quantities.quantity import Kind, Quantity, Range, same_value
from qa.quantities.quantity_reader import QuantityReader

_SHORT = 600  # characters of a text whose quantities are kept

__all__ = ["Date", "Hours", "Kind", "Moment", "Period", "Quantity", "Range", "find_quantities", "same_value"]


def find_quantities(text: str, language: str = "tr") -> list[Quantity]:
    """Return the quantities of `text`, in order and without overlap.

    `language` is "tr" or "en"; it decides between "18.400" as 18400 and as 18.4. Raises ValueError for another one.
    """
    if language not in ("tr", "en"):
        raise ValueError(f"language must be 'tr' or 'en', not {language!r}")
    return list(_read_short(text, language)) if len(text) < _SHORT else QuantityReader(text, language).read_all()


@lru_cache(maxsize=4096)  # the same questions, spans and sentences are looked at again and again
def _read_short(text: str, language: str) -> tuple[Quantity, ...]:
    return tuple(QuantityReader(text, language).read_all())

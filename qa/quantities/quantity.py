"""A quantity that was read from a text, and what it means for two of them to say the same."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from qa.quantities.calendar import Date, Hours, Moment, Period
from qa.quantities.units import is_measure


class Kind(StrEnum):
    """What a quantity counts or names."""

    NUMBER = "number"
    MONEY = "money"
    PERCENT = "percent"
    ORDINAL = "ordinal"
    DATE = "date"
    YEAR = "year"
    PERIOD = "period"
    TIME = "time"
    DURATION = "duration"
    COUNT = "count"


class Range(NamedTuple):
    """From `low` to `high`, both included ("150-300 atmosfer")."""

    low: Decimal
    high: Decimal


Value = Decimal | Range | Date | Period | Moment | Hours


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity of a text: `text == source[start:end]`, without the case ending that follows it.

    `value` is a Decimal, a Range, or for dates a Date, Period, Moment or Hours. `unit` is an ISO currency or shared
    currency noun ("kron") for money; an English singular for durations and measures ("month", "tonne"); the counted
    noun in lower case for other counts. A duration of two units is given in the smaller one. `qualifier` is one of
    more_than, less_than, about, at_least, at_most, nearly, up_to; for dates since, until, before, after.
    `figure` holds the offsets of the number alone, without qualifier and unit; `ending` the case ending after `end`.
    `parts` holds what an amount of several units names ("3 yıl 2 ay": 3 years, 2 months), empty for one unit.
    """

    start: int
    end: int
    text: str
    kind: Kind
    value: Value
    unit: str | None = None
    qualifier: str | None = None
    figure: tuple[int, int] = (0, 0)
    ending: str = ""
    parts: tuple[tuple[Decimal, str], ...] = ()


_IN_MONTHS = {"month": 1, "year": 12, "decade": 120, "century": 1200}
_IN_SECONDS = {"second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 604800}


def same_value(first: Quantity, second: Quantity, *, unitless: bool = False) -> bool:
    """Tell whether two quantities state the same value: 7.2 billion dollars and 7 milyar 200 milyon dolar.

    Qualifiers are not compared. Units of money, time and measure must agree, counted nouns need not (they may be in two
    languages). With `unitless`, a plain number also agrees with one that has a unit, a year with a date in it.
    """
    if isinstance(first.value, Date) and isinstance(second.value, Date):
        if first.value == second.value:
            return True
        return unitless and first.value.year == second.value.year and Kind.YEAR in (first.kind, second.kind)
    if not isinstance(first.value, Decimal | Range) or not isinstance(second.value, Decimal | Range):
        if unitless and {first.kind, second.kind} <= {Kind.YEAR, Kind.NUMBER}:
            return _number_of(first) == _number_of(second)
        return first.value == second.value
    if first.kind == second.kind == Kind.DURATION:
        return _durations(first) == _durations(second)
    if first.value != second.value:
        return False
    bare = {Kind.NUMBER}
    if unitless and (first.kind in bare or second.kind in bare):
        return True
    if first.kind != second.kind:
        return (
            {first.kind, second.kind} == {Kind.NUMBER, Kind.COUNT}
            and not is_measure(first.unit)
            and not is_measure(second.unit)
        )
    return first.unit == second.unit or (
        first.kind is Kind.COUNT and not (is_measure(first.unit) and is_measure(second.unit))
    )


def _number_of(quantity: Quantity) -> object:
    return Decimal(quantity.value.year or 0) if isinstance(quantity.value, Date) else quantity.value


def _durations(quantity: Quantity) -> tuple[object, str | None]:
    for table, name in ((_IN_MONTHS, "month"), (_IN_SECONDS, "second")):
        factor = table.get(str(quantity.unit))
        if factor:
            value = quantity.value
            scaled = Range(value.low * factor, value.high * factor) if isinstance(value, Range) else value
            return (scaled if isinstance(value, Range) else value * factor), name
    return quantity.value, quantity.unit

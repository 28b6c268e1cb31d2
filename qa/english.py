"""Quantities written out in English: "13,971", "5.4 billion dollars", "8.9%", "16 December 1991", "since 2012"."""

from decimal import Decimal

from qa.inflection import VOWELS
from qa.quantities import Date, Kind, Moment, Period, Quantity, Range
from qa.text import lower
from qa.units import MEASURES, TIMES, currency_name, months, plural

_QUALIFIERS = {
    "more_than": "more than", "less_than": "less than", "about": "about", "nearly": "nearly", "at_least": "at least",
    "at_most": "at most", "up_to": "up to", "since": "since", "until": "until", "before": "before", "after": "after",
}  # fmt: skip
_SCALES = ((12, "trillion"), (9, "billion"), (6, "million"))
_ORDINAL_WORDS = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
# The larger unit that a duration of two units also names, and how many of the smaller one it holds.
_LARGER = {
    "month": ("year", 12),
    "day": ("week", 7),
    "hour": ("day", 24),
    "minute": ("hour", 60),
    "second": ("minute", 60),
}
_IRREGULAR = {"person": "people", "child": "children", "man": "men", "woman": "women", "fish": "fish", "sheep": "sheep",
              "foot": "feet", "tooth": "teeth", "mouse": "mice", "aircraft": "aircraft", "wife": "wives", "life": "lives",
              "wolf": "wolves", "knife": "knives", "leaf": "leaves", "half": "halves", "series": "series",
              "staff": "staff", "species": "species", "crew": "crew", "police": "police", "deer": "deer"}  # fmt: skip


def plural_noun(noun: str) -> str:
    """Return the plural of an English noun or of the last word of a noun phrase."""
    head, _, last = noun.rpartition(" ")
    if last in _IRREGULAR:
        made = _IRREGULAR[last]
    elif last.endswith("y") and last[-2:-1] not in (*VOWELS, ""):
        made = f"{last[:-1]}ies"
    elif last.endswith(("s", "x", "z", "ch", "sh")):
        made = f"{last}es"
    elif last.endswith("man") and last != "human":
        made = f"{last[:-3]}men"
    else:
        made = f"{last}s"
    return f"{head} {made}".strip()


def format_number(value: Decimal) -> str:
    """Return a number in English figures; from a million on with a scale word where that keeps every digit."""
    size = abs(value)
    for power, word in _SCALES:
        if size >= 10**power:
            scaled = value / 10**power
            digits = f"{scaled.normalize():f}"
            if len(digits.partition(".")[2]) <= 3:
                return f"{digits} {word}"
            break
    whole, _, fraction = f"{value.normalize():f}".partition(".")
    sign = "-" if whole.startswith("-") else ""
    return f"{sign}{abs(int(whole)):,}" + (f".{fraction}" if fraction else "")


def format_date(date: Date) -> str:
    """Return a date as "16 December 1991", "March 2024", "14 February", "1991" or "300 BC"."""
    names = {number: name.capitalize() for name, number in months("en").items() if len(name) > 3 or name == "may"}
    names[9] = "September"
    year = "" if date.year is None else f"{-date.year} BC" if date.year < 0 else str(date.year)
    return " ".join(part for part in (str(date.day or ""), names.get(date.month or 0, ""), year) if part)


def _format_period(quantity: Quantity, period: Period) -> str:
    first, last = period
    text = lower(quantity.text)
    if quantity.unit == "decade":
        return f"the {first.year}s"
    if quantity.unit == "century":
        return f"the {format_ordinal(Decimal((last.year or 0) // 100))} century"
    if first.year == last.year and first.day is None and first.month and ("yarı" in text or "çeyre" in text):
        size, name = (6, "half") if "yarı" in text else (3, "quarter")
        part = _ORDINAL_WORDS[(last.month or 0) // size]
        return f"the {'last' if 'son' in text.split() else part} {name} of {first.year}"
    one, two = format_date(first), format_date(last)
    if first.day and last.day and first[:2] == last[:2]:
        one = str(first.day)
    elif first.year == last.year and first.year and (first.month or first.day):
        one = format_date(first._replace(year=None))
    if "kadar" in text:
        return f"from {one} to {two}"
    if "aras" in text:
        return f"between {one} and {two}"
    return f"{one}-{two}" if one.isdigit() else f"{one} - {two}"


def format_ordinal(value: Decimal, in_words: bool = False) -> str:
    """Return "4th"; up to the tenth a word where the text has one ("second")."""
    number = int(value)
    if in_words and 0 < number <= 10:
        return _ORDINAL_WORDS[number]
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number:,}{ending}"


def _format_amount(value: Decimal | Range) -> str:
    if not isinstance(value, Range):
        return format_number(value)
    low, high = format_number(value.low), format_number(value.high)
    number, _, scale = low.partition(" ")
    return f"{number if scale and high.endswith(f' {scale}') else low}-{high}"


def _format_duration(quantity: Quantity, unit: str) -> str:
    value = quantity.value
    larger = _LARGER.get(unit)
    spans = [word for english in ("year", "week", "day", "hour", "minute") for word in TIMES[english][0].split()]
    if isinstance(value, Decimal) and larger and any(word in lower(quantity.text) for word in spans):
        factor = larger[1]
        whole, rest = divmod(value, factor)
        if whole and rest and any(word in lower(quantity.text) for word in TIMES[larger[0]][0].split()):
            return f"{_counted(whole, larger[0])} and {_counted(rest, unit)}"
    assert isinstance(value, Decimal | Range)
    return _counted(value, unit)


def _counted(value: Decimal | Range, unit: str) -> str:
    return f"{_format_amount(value)} {unit if value == 1 else plural(unit)}"


def _core(quantity: Quantity) -> str:
    value = quantity.value
    if isinstance(value, Date):
        return format_date(value)
    if isinstance(value, Period):
        return _format_period(quantity, value)
    if isinstance(value, Moment):
        return f"{value.hour}:{value.minute:02}"
    if quantity.kind is Kind.PERCENT:
        return f"{_format_amount(value)}%"
    if quantity.kind is Kind.ORDINAL and isinstance(value, Decimal):
        return format_ordinal(value, in_words=not quantity.text[0].isdigit())
    if quantity.kind is Kind.MONEY:
        return f"{_format_amount(value)} {currency_name(str(quantity.unit), value == 1)}"
    if quantity.kind is Kind.DURATION:
        return _format_duration(quantity, str(quantity.unit))
    if quantity.unit in MEASURES or str(quantity.unit).startswith(("square ", "cubic ")):
        return _counted(value, str(quantity.unit))
    return _format_amount(value)


def format_quantity(quantity: Quantity) -> str:
    """Return a quantity of a Turkish text in English, qualifier and unit included, a counted noun not."""
    word = _QUALIFIERS.get(quantity.qualifier or "", "")
    if quantity.qualifier == "more_than" and ("aşkın" in lower(quantity.text) or "askin" in quantity.text):
        word = "over"
    return f"{word} {_core(quantity)}".strip()

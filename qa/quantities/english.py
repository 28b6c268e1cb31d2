"""Quantities written out in English: "12,480", "7.2 billion dollars", "8.9%", "23 April 1920", "since 2012"."""

import re
from decimal import Decimal

from qa.quantities import Date, Hours, Kind, Moment, Period, Quantity, Range
from qa.quantities.units import currency_name, is_measure, months, plural
from qa.text import lower
from qa.words.inflection import VOWELS

_QUALIFIERS = {
    "more_than": "more than", "less_than": "less than", "about": "about", "nearly": "nearly", "at_least": "at least",
    "at_most": "at most", "up_to": "up to", "since": "since", "until": "until", "before": "before", "after": "after",
}  # fmt: skip
_SCALES = ((12, "trillion"), (9, "billion"), (6, "million"))
_ORDINAL_WORDS = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_IRREGULAR = {"person": "people", "child": "children", "man": "men", "woman": "women", "fish": "fish", "sheep": "sheep",
              "foot": "feet", "tooth": "teeth", "mouse": "mice", "aircraft": "aircraft", "wife": "wives",
              "life": "lives",
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
    """Return a date as "23 April 1920", "March 2024", "14 February", "1920" or "300 BC"."""
    names = {number: name.capitalize() for name, number in months("en").items() if len(name) > 3 or name == "may"}
    names[9] = "September"
    year = "" if date.year is None else f"{-date.year} BC" if date.year < 0 else str(date.year)
    return " ".join(part for part in (str(date.day or ""), names.get(date.month or 0, ""), year) if part)


def _part_name(text: str, number: int) -> str:
    return "last" if "son" in text.split() else _ORDINAL_WORDS[number]


def _format_period(quantity: Quantity, period: Period) -> str:
    first, last = period
    text = lower(quantity.text)
    if quantity.unit == "decade":
        return f"the {first.year}s"
    if quantity.unit == "century":
        return _format_century(text, first.year or 0, last.year or 0)
    if first.year == last.year and first.day is None and first.month and ("yarı" in text or "çeyre" in text):
        size, name = (6, "half") if "yarı" in text else (3, "quarter")
        return f"the {_part_name(text, (last.month or 0) // size)} {name} of {first.year}"
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


def _format_century(text: str, first: int, last: int) -> str:
    if first < 0:
        return f"the {format_ordinal(Decimal(-first // 100))} century BC"
    century = f"the {format_ordinal(Decimal((last + 99) // 100))} century"
    length = last - first + 1
    if length == 100:
        return century
    name = "half" if length == 50 else "quarter"
    return f"the {_part_name(text, ((first - 1) % 100) // length + 1)} {name} of {century}"


def _format_amount(value: Decimal | Range) -> str:
    if not isinstance(value, Range):
        return format_number(value)
    low, high = format_number(value.low), format_number(value.high)
    number, _, scale = low.partition(" ")
    return f"{number if scale and high.endswith(f' {scale}') else low}-{high}"


def _format_parts(quantity: Quantity) -> str:
    parts = [_counted(value, unit) for value, unit in quantity.parts]
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


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
    if isinstance(value, Hours):
        return f"{value.first.hour}:{value.first.minute:02}-{value.last.hour}:{value.last.minute:02}"
    if quantity.kind is Kind.PERCENT:
        return f"{_format_amount(value)}%"
    if quantity.kind is Kind.ORDINAL and isinstance(value, Decimal):
        return format_ordinal(value, in_words=not quantity.text[0].isdigit())
    if quantity.kind is Kind.MONEY:
        return f"{_format_amount(value)} {currency_name(str(quantity.unit), value == 1)}"
    if quantity.parts:
        return _format_parts(quantity)
    if quantity.kind is Kind.DURATION or is_measure(quantity.unit):
        return _counted(value, str(quantity.unit))
    if quantity.kind is Kind.NUMBER and re.fullmatch(r"[0-9]{4}", quantity.text):
        return quantity.text  # a law, a model, a postcode: Turkish marks the thousands of an amount
    if isinstance(value, Decimal) and re.fullmatch(r"[0-9]{1,3}(?:\.[0-9]{3}){2,}", quantity.text):
        return f"{int(value):,}"  # written out in figures, so kept in figures
    return _format_amount(value)


def format_quantity(quantity: Quantity) -> str:
    """Return a quantity of a Turkish text in English, qualifier and unit included, a counted noun not."""
    word = _QUALIFIERS.get(quantity.qualifier or "", "")
    if quantity.qualifier == "more_than" and ("aşkın" in lower(quantity.text) or "askin" in quantity.text):
        word = "over"
    return f"{word} {_core(quantity)}".strip()

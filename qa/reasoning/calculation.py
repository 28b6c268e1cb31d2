"""Calculations written out: "5.480 ton − 4.720 ton = 760 ton", in the number format of the question's language."""

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from qa.quantities import Date, Kind, Period
from qa.quantities.english import format_number, plural_noun
from qa.quantities.units import TIMES, is_measure, plural
from qa.reasoning.figures import SECONDS, Figure
from qa.rendering import render
from qa.text import Word, fold, lower, words
from qa.words.inflection import known_stem
from qa.words.lexicon import turkish_stems
from qa.words.suffixes import strip_case
from qa.words.terms import agree, find_terms

# "kadrolu", "mevsimlik", "tarihsel", "evsiz": what is counted is said by a word after these.
_ADJECTIVE = re.compile(r".{2,}(?:l[ıiuü]k?|s[ea]l|s[ıiuü]z)")
_HOW_MANY = re.compile(r"\b[Kk]aç\s+([^\W\d_]+)(?:\s+([^\W\d_]+))?")
_SCALE = re.compile(r"(?:bin|milyon|milyar|trilyon)(?:[ae]r)?")
_SCALES = ((12, "trilyon"), (9, "milyar"), (6, "milyon"))


@dataclass(frozen=True, slots=True)
class Result:
    """What a calculation comes to, and the calculation itself."""

    text: str
    calculation: str


def turkish_number(value: Decimal) -> str:
    """Return a number in Turkish figures; from a million on with a scale word where that keeps every digit."""
    for power, word in _SCALES:
        if abs(value) >= 10**power:
            digits = f"{(value / 10**power).normalize():f}"
            if len(digits.partition(".")[2]) <= 3:
                return f"{digits.replace('.', ',')} {word}"
            break
    whole, _, fraction = f"{value.normalize():f}".partition(".")
    sign = "-" if whole.startswith("-") else ""
    return sign + f"{abs(int(whole)):,}".replace(",", ".") + (f",{fraction}" if fraction else "")


def figure_text(figure: Figure, language: str, question: str = "") -> str:
    """Return a figure with its unit or counted noun in a language, as it is shown in a calculation."""
    quantity = figure.quantity
    if quantity.kind is Kind.COUNT and quantity.unit and not quantity.text.endswith(quantity.unit):
        noun = counted_noun(figure)
        if noun:
            rendering = render(f"{quantity.text} {noun}", language, question=question)
            if rendering.complete:
                return rendering.text
    return render(quantity.text, language, question=question).text


def counted_noun(figure: Figure) -> str:
    """Return the noun that a figure counts, without its case ending; "" where the text has none or it is a measure."""
    quantity = figure.quantity
    if quantity.kind is not Kind.COUNT or not quantity.unit or is_measure(quantity.unit):
        return ""
    if quantity.unit.startswith("yaşında"):
        return "yaş"
    following = words(figure.article.text[figure.end : figure.sentence[1]])
    if not following or following[0].start > 2 or _ADJECTIVE.fullmatch(lower(following[0].text)):
        return ""
    known = known_stem(lower(following[0].text), turkish_stems())
    first = quantity.unit if following[0].text.lower().startswith(quantity.unit[:3]) else strip_case(following[0].text)
    first = known[0] if known and following[0].text.islower() else first
    return f"{first} {head}" if (head := _compound_head(first, following[1:2])) else first


def _compound_head(noun: str, following: Sequence[Word]) -> str:
    """Return the head of a compound whose first noun a figure stands before ("istasyonu" of "üç pompa istasyonu")."""
    if not following or lower(noun) not in turkish_stems() or not following[0].text.islower():
        return ""
    found = known_stem(lower(following[0].text), turkish_stems())
    owned = re.match(r"s?[ıiuü](?![ıiuü])", found[1]) if found else None
    return found[0] + owned[0] if found and owned else ""


def with_unit(value: Decimal, figures: Sequence[Figure], language: str, question: str, noun: str | None) -> str:
    """Return a number with the unit or noun that some figures share, or else the noun that the question counts.

    Of unlike things the number stands alone, unless the question names what they all are ("medals").
    """
    first = figures[0].quantity
    if first.kind is Kind.PERCENT:
        number = turkish_number(value) if language == "tr" else format_number(value)
        return f"{number} puan" if language == "tr" else f"{number} percentage points"
    if first.kind is Kind.DURATION:
        return _duration_text(value, figures, language)
    if first.kind is Kind.MONEY or figures[0].dimension.startswith("measure"):
        return render(f"{turkish_number(value)} {_unit_words(figures)}", language).text
    number = turkish_number(value) if language == "tr" else format_number(value)
    nouns = {counted for figure in figures if (counted := counted_noun(figure))}
    if len(nouns) == 1:
        nouns = {_as_asked(nouns.pop(), question)}
        shared = render(f"{turkish_number(value)} {nouns.pop()}", language, question=question)
        if shared.complete:
            return shared.text
    asked = [form for term in find_terms(f"… {noun}", language) for form in term.forms] if noun else []
    if not noun or any(agree(form, fold(one)) for form in asked for one in nouns):
        return number
    return f"{number} {noun if language == 'tr' else _english_noun(noun, value)}"


def _as_asked(noun: str, question: str) -> str:
    """Return a noun in the form that a question has after "kaç", where it does: "blok" for "bloğun"."""
    asked = _HOW_MANY.search(question)
    forms = asked.groups() if asked else ()
    return next((form for form in reversed(forms) if form and agree(fold(form), fold(noun))), noun)


def _english_noun(noun: str, value: Decimal) -> str:
    return plural_noun(noun) if value != 1 and not noun.endswith("s") and noun != "people" else noun


def _unit_words(figures: Sequence[Figure]) -> str:
    """Return the unit of figures as the text writes it with one of them ("milyon avro" gives "avro")."""
    for quantity in (figure.quantity for figure in figures):
        known = [piece for piece in quantity.text.split() if piece.isalpha() and not _SCALE.fullmatch(piece)]
        if known:
            return " ".join(known[-2:] if len(known) > 1 and known[-2][0].isupper() else known[-1:])
    first = figures[0].quantity
    return first.text.strip("0123456789., ") or str(first.unit)


def _duration_text(seconds: Decimal, figures: Sequence[Figure], language: str) -> str:
    """Return a span of time in the smallest unit that the figures have."""
    unit = min((str(figure.quantity.unit) for figure in figures), key=lambda name: SECONDS.get(name, 1))
    return time_text(seconds / SECONDS[unit], unit, language)


def time_text(value: Decimal, unit: str, language: str) -> str:
    """Return "8 yıl" or "8 years"."""
    if language == "en":
        return f"{format_number(value)} {unit if value == 1 else plural(unit)}"
    return f"{turkish_number(value)} {TIMES[unit][0].split()[0]}"


def difference_of(one: Figure, two: Figure, language: str, question: str, noun: str | None) -> Result | None:
    """Subtract the smaller figure from the larger."""
    assert one.size is not None and two.size is not None
    large, small = (one, two) if one.size >= two.size else (two, one)
    text = with_unit(abs(one.size - two.size), (large, small), language, question, noun)
    shown = [figure_text(figure, language, question) for figure in (large, small)]
    return Result(text, f"{shown[0]} − {shown[1]} = {text}")


def rest_of(whole: Figure | None, parts: Sequence[Figure], language: str, question: str) -> Result | None:
    """Subtract the parts of a whole (None: of a hundred percent) from it, None where they come to as much."""
    taken = sum((part.size for part in parts if part.size is not None), Decimal(0))
    left = (whole.size if whole and whole.size is not None else Decimal(100)) - taken
    if left <= 0:
        return None
    shown = [figure_text(figure, language, question) for figure in parts]
    if whole is None:
        text, full = (render(f"yüzde {turkish_number(value)}", language).text for value in (left, Decimal(100)))
    else:
        text, full = with_unit(left, (whole, *parts), language, question, None), figure_text(whole, language, question)
    return Result(text, f"{' − '.join([full, *shown])} = {text}")


def sum_of(figures: Sequence[Figure], language: str, question: str, noun: str | None) -> Result | None:
    """Add figures up."""
    total = sum((figure.size for figure in figures if figure.size is not None), Decimal(0))
    text = with_unit(total, figures, language, question, noun)
    return Result(text, " + ".join(figure_text(figure, language, question) for figure in figures) + f" = {text}")


def ratio_of(one: Figure, two: Figure, language: str) -> Result | None:
    """Divide the larger figure by the smaller, to one decimal place."""
    assert one.size is not None and two.size is not None
    large, small = (one, two) if one.size >= two.size else (two, one)
    if not small.size or large.size is None:
        return None
    value = (large.size / small.size).quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)
    exact = value * small.size == large.size
    number = turkish_number(value) if language == "tr" else format_number(value)
    text = f"{number} kat" if language == "tr" else f"{number} times"
    about = "" if exact else "yaklaşık " if language == "tr" else "about "
    shown = [figure_text(figure, language) for figure in (large, small)]
    return Result(about + text, f"{shown[0]} ÷ {shown[1]} {'=' if exact else '≈'} {number}")


def years_between(figures: Sequence[Figure], unit: str, language: str) -> Result | None:
    """Return the span of time between two dates, or that a period takes, in years, months, weeks or days."""
    dates = _dates_of(figures)
    if dates is None:
        return None
    first, last = dates
    value = _span(first, last, unit)
    if value is None or value <= 0:
        return None
    text = time_text(value, unit, language)
    if unit == "year" and first.year and last.year:
        return Result(text, f"{last.year} − {first.year} = {value}")
    shown = [figure_text(figure, language) for figure in figures]
    return Result(text, f"{' → '.join(shown)} = {text}")


def _dates_of(figures: Sequence[Figure]) -> tuple[Date, Date] | None:
    values = [figure.quantity.value for figure in figures]
    if len(values) == 1 and isinstance(values[0], Period):
        return values[0].first, values[0].last
    dates = [value for value in values if isinstance(value, Date)]
    if len(dates) != 2:
        return None
    first, last = sorted(dates, key=lambda date: (date.year or 0, date.month or 0, date.day or 0))
    return first, last


def _span(first: Date, last: Date, unit: str) -> Decimal | None:
    if unit == "year":
        return Decimal(last.year - first.year) if first.year and last.year else None
    if unit == "month" and first.month and last.month and (first.year is None) == (last.year is None):
        return Decimal(((last.year or 0) - (first.year or 0)) * 12 + last.month - first.month)
    if unit in ("day", "week") and first.day and last.day and first.month and last.month:
        days = (
            datetime.date(last.year or 2001, last.month, last.day)
            - datetime.date(first.year or last.year or 2001, first.month, first.day)
        ).days
        return Decimal(days) if unit == "day" else Decimal(days // 7)
    return None

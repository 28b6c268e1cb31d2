"""Figures of a text with what they are said of: each quantity with the part of its sentence that is its own."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from qa.corpus import Article
from qa.quantities import Date, Kind, Moment, Period, Quantity, find_quantities
from qa.quantities.units import is_measure
from qa.reasoning.parallels import ALIKE, HARMONY, is_finite
from qa.sentences import sentence_at
from qa.text import fold
from qa.words.inflection import case_of

# Where a sentence parts between two parallel figures, strongest first.
_CUTS = tuple(
    re.compile(pattern)
    for pattern in (
        r";",
        r"\s\w+s[ae] d[ae]\b,?",
        r",(?!\d)",
        r"\s(?:iken|ise|ancak|fakat|ama|oysa|bulunurken|[^\W\d_]+(?:arken|erken|[ıiuü]rken))\b",
        r"\sve\s",
        r"\sile\s",
    )
)
_SCORED, _SCORE = re.compile(r"\s?[-–]\s?\d"), re.compile(r"\d\s?[-–]\s?\Z")
_BEFORE_COMMA = re.compile(r"([^\W\d_]{3,}),\s")
_WORD_BEFORE = re.compile(r"(\w+)\s+\Z")
_CASED = re.compile(r"\w{3}(?:([dt]a)|(in))$")
# What stands right before a part of a whole: "bunların", "eserin", "kişiden", "arasından".
_OF_WHICH = re.compile(
    r"(?:^|[\s,;])(?!icin\b)\w*(?:[iu]n|[dt][ae]n)\s+"
    r"(?:(?:yalnizca|sadece|yaklasik|toplam|su ana kadar|bugune kadar)\s+)?$"
)
# The same right behind a length of time, which a bare number may then be a part of: "14 saatin 8'i".
_OF_THAT_TIME = re.compile(r"^\w*[iu]n\s+$|^[^.;:]*[;:,]\s+(?:bunun|bunlarin)\s+$")


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity of an article: `article.text[start:end]` is its text.

    `clause` holds the offsets of the part of its sentence that lies between the parallel figures beside it, `sentence`
    those of the whole sentence; `wide` those between the figures that count the same noun. The offsets inside
    `quantity` count from the beginning of the sentence.
    """

    article: Article
    quantity: Quantity
    sentence: tuple[int, int]
    clause: tuple[int, int]
    wide: tuple[int, int]

    @property
    def start(self) -> int:
        """Where the quantity begins in the article."""
        return self.sentence[0] + self.quantity.start

    @property
    def end(self) -> int:
        """Where the quantity ends in the article."""
        return self.sentence[0] + self.quantity.end

    @property
    def dimension(self) -> str:
        """What the quantity measures: figures of one dimension can be compared."""
        return dimension(self.quantity)

    @property
    def size(self) -> Decimal | None:
        """The quantity as a number that figures of its dimension are ordered by, None where it has none."""
        return size_of(self.quantity)


def dimension(quantity: Quantity) -> str:
    """Name what a quantity measures; quantities of one dimension can be compared and subtracted."""
    match quantity.kind:
        case Kind.DATE | Kind.YEAR:
            return "date"
        case Kind.PERIOD if isinstance(quantity.value, Period) and quantity.unit is None:
            return "period"
        case Kind.MONEY:
            return f"money {quantity.unit}"
        case Kind.COUNT | Kind.NUMBER:
            return f"measure {quantity.unit}" if is_measure(quantity.unit) else "count"
    return str(quantity.kind)


SECONDS = {"second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 604800, "month": 2629800, "year": 31557600,
            "decade": 315576000, "century": 3155760000}  # fmt: skip


def size_of(quantity: Quantity) -> Decimal | None:
    """Return what quantities of one dimension are ordered by; durations in seconds, dates as day numbers."""
    value = quantity.value
    if isinstance(value, Date):
        return day_number(value)
    if isinstance(value, Moment):
        return Decimal(value.hour * 60 + value.minute)
    if isinstance(value, Period) and quantity.unit is None:
        first, last = day_number(value.first), day_number(value.last)
        return last - first if first is not None and last is not None else None
    if not isinstance(value, Decimal):
        return None
    if quantity.kind is Kind.DURATION:
        return value * SECONDS[quantity.unit] if quantity.unit in SECONDS else None
    return value


def day_number(date: Date) -> Decimal | None:
    """Return a number that orders dates; a day or month alone counts within an unnamed year."""
    return Decimal((date.year or 0) * 372 + ((date.month or 1) - 1) * 31 + (date.day or 1) - 1)


def figures_at(article: Article, at: int) -> list[Figure]:
    """Return the figures of the sentence that holds offset `at` of an article, in order."""
    sentence = sentence_at(article.text, at)
    return figures_in(article, (sentence.start, sentence.end)) if sentence else []


def figures_in(article: Article, sentence: tuple[int, int]) -> list[Figure]:
    """Return the figures of a sentence in order, each with the clause that it has among its likes."""
    start, end = sentence
    text = article.text[start:end]
    quantities = _quantities_of(text)
    return [
        Figure(article, quantity, sentence, (start + a, start + b), (start + c, start + d))
        for quantity, (a, b), (c, d) in zip(
            quantities, _clauses_of(text), _clauses_of(text, same_noun=True), strict=True
        )
    ]


@lru_cache(maxsize=2048)
def _quantities_of(text: str) -> tuple[Quantity, ...]:
    found: list[Quantity] = []
    for quantity in reversed(find_quantities(text)):
        if _SCORED.match(text, quantity.end) or _SCORE.search(text[: quantity.start]):
            continue  # "3-1" is how a match ended, not a count of anything
        if quantity.kind is not Kind.TIME or isinstance(quantity.value, Moment):
            amount = next((later for later in reversed(found) if later.kind is not Kind.ORDINAL), None)
            found.append(_with_unit(text, quantity, amount))
    return _with_time_unit(text, found[::-1])


def _with_time_unit(text: str, quantities: list[Quantity]) -> tuple[Quantity, ...]:
    """Give the bare parts of a length of time its unit ("14 saatin 8'i yolda, 6'sı sahada geçti")."""
    unit: str | None = None
    for at, (before, part) in enumerate(pairwise(quantities), 1):
        if before.kind is not Kind.DURATION or part.kind is not Kind.NUMBER:
            unit = None
        elif unit or _OF_THAT_TIME.search(fold(text[before.end : part.start])):
            unit = before.unit
            quantities[at] = replace(part, kind=Kind.DURATION, unit=unit)
    return tuple(quantities)


def _with_unit(text: str, quantity: Quantity, following: Quantity | None) -> Quantity:
    """Give a bare number the unit of the next amount ("yetişkinler için 120, öğrenciler için 50 lira").

    The words before the two must be alike: one word, or of one ending ("birinciye 200, ikinciye 120 lira"), or the
    second be set against the first by "ise".
    """
    if quantity.kind is not Kind.NUMBER or following is None or not _has_unit(following):
        return quantity
    between = text[quantity.end : following.start]
    one, two = (_WORD_BEFORE.search(stretch) for stretch in (text[: quantity.start], between))
    if not between.startswith(",") or not one or not two:
        return quantity
    alike = _ending(one[1]) == _ending(two[1]) or two[1] == "ise"
    return replace(quantity, kind=following.kind, unit=following.unit) if alike else quantity


def _has_unit(quantity: Quantity) -> bool:
    return quantity.kind in (Kind.MONEY, Kind.DURATION) or is_measure(quantity.unit)


def _ending(word: str) -> str:
    """Return the case or the last letters of a word, without vowel harmony ("birinciye", "üçüncüye"; "haziranda")."""
    plain = fold(word).translate(HARMONY)
    case = _CASED.search(plain)
    return (case[1] or case[2]).replace("t", "d") if case else plain[-ALIKE:]


@lru_cache(maxsize=4096)
def _clauses_of(text: str, same_noun: bool = False) -> tuple[tuple[int, int], ...]:
    """Return for each quantity the stretch of text between the cuts that part it from those of its dimension."""
    quantities = _quantities_of(text)
    clauses: list[tuple[int, int]] = []
    for at, quantity in enumerate(quantities):
        before = next((q for q in reversed(quantities[:at]) if _alike(q, quantity, same_noun)), None)
        after = next((q for q in quantities[at + 1 :] if _alike(q, quantity, same_noun)), None)
        first = cut_between(text, before, quantity) if before else 0
        last = cut_between(text, quantity, after) if after else _clause_end(text, quantity)
        clauses.append((first, last))
    return tuple(clauses)


def _clause_end(text: str, quantity: Quantity) -> int:
    """Return where the clause of the last figure of its kind ends: at a comma behind a verb, else with the sentence."""
    for verb in _BEFORE_COMMA.finditer(text, quantity.end):
        if verb[1].islower() and is_finite(verb[1]):
            return verb.end()
    return len(text)


def _alike(one: Quantity, two: Quantity, same_noun: bool) -> bool:
    return dimension(one) == dimension(two) and (not same_noun or one.unit == two.unit)


def cut_between(text: str, first: Quantity, second: Quantity) -> int:
    """Return where a sentence parts between two figures: at the strongest mark, else at the end of the first."""
    between = (first.end, second.start)
    for pattern in _CUTS:
        found = list(pattern.finditer(text, *between))
        if found:
            return found[0].end() if len(found) == 1 else _nearest_cut(found, second)
    return first.end + len(first.ending) + (text[first.end : first.end + 1] in ("'", "’"))


def _nearest_cut(cuts: Sequence[re.Match[str]], second: Quantity) -> int:
    """Of several marks take the last: what stands after it belongs to the second figure."""
    return cuts[-1].end() if cuts[-1].end() <= second.start else cuts[0].end()


def is_amount(figure: Figure) -> bool:
    """Tell whether a figure says how much or how many, and not when or in which place."""
    return figure.dimension not in ("date", "period", "ordinal", "time") and figure.size is not None


def side_by_side(figures: Iterable[Figure]) -> list[list[Figure]]:
    """Return the figures of one dimension in one sentence, in its order, wherever there are two or more."""
    groups: dict[tuple[str, int, str], list[Figure]] = {}
    for figure in figures:
        groups.setdefault((figure.article.id, figure.sentence[0], figure.dimension), []).append(figure)
    return [sorted(group, key=lambda figure: figure.start) for group in groups.values() if len(group) > 1]


def moves_to(first: Figure, second: Figure) -> bool:
    """Tell whether a sentence says that one figure became the other ("48 dakikadan 29 dakikaya düştü")."""
    if first.sentence != second.sentence or not 0 <= second.start - first.end <= 40:
        return False
    return case_of(first.quantity.ending) == "ablative" and case_of(second.quantity.ending) in ("dative", None)


def is_part_of(whole: Figure, part: Figure) -> bool:
    """Tell whether a figure is a part of the one before it ("58 tekne; bunların 33'ü", "58 teknenin 33'ü")."""
    if not is_amount(whole) or part.size is None or whole.size is None or not part.size < whole.size:
        return False
    if part.dimension != whole.dimension and (part.dimension != "count" or whole.quantity.kind is Kind.DURATION):
        return False
    return bool(_OF_WHICH.search(fold(whole.article.text[whole.end : part.start])))

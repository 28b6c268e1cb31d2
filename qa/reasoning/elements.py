"""The pieces of an assertion, its terms and figures, and where a sentence has them."""

import re
from dataclasses import dataclass, field

from qa.candidates import Candidate
from qa.corpus import Article
from qa.quantities import Date, Period, Quantity, find_quantities, same_value
from qa.quantities.units import months
from qa.reasoning.assertions import Assertion
from qa.reasoning.figures import Figure, dimension, figures_in
from qa.reasoning.operands import context_of
from qa.text import fold
from qa.words.inflection import case_of
from qa.words.terms import Mentions, Term, mentions_in

_BEGINS = re.compile(
    r"\b(?:basla|kurul|kurdu|acil|acti|girdi|giris|began|begin|begun|start|found|set up|establish|open|launch)\w*"
)


@dataclass(frozen=True, slots=True)
class Element:
    """A piece of an assertion: a term or a quantity, and where the sentence has it."""

    term: Term | None
    quantity: Quantity | None
    weight: float
    places: tuple[tuple[int, int], ...]
    in_context: bool

    @property
    def is_figure(self) -> bool:
        """Tell whether it is a quantity or date."""
        return self.quantity is not None

    @property
    def is_name(self) -> bool:
        """Tell whether it is written as a name."""
        return self.term is not None and self.term.name

    @property
    def is_extreme(self) -> bool:
        """Tell whether it is a superlative, which has to stand in the sentence itself."""
        return self.term is not None and self.term.forms[0].startswith("en ")

    @property
    def at(self) -> int:
        """Where it stands in the question."""
        piece = self.term or self.quantity
        assert piece is not None
        return piece.start


@dataclass(slots=True)
class Place:
    """A sentence that may decide, with the reader's spans in it."""

    article: Article
    span: tuple[int, int]
    strength: float
    candidates: list[Candidate] = field(default_factory=list)


def elements_of(assertion: Assertion, place: Place) -> list[Element]:
    """Return the terms and figures of an assertion, each with where a sentence has it."""
    article = place.article
    inside, context = mentions_in(article.text, *place.span), context_of(article, *place.span)
    figures = figures_in(article, place.span)
    found = []
    for term in assertion.terms:
        if term.known:
            extreme = term.forms[0].startswith("en ")
            weight = 2.0 if term.name or extreme else 1.0
            near = context.holds(term) and not extreme
            places = _in_role(term, assertion, inside, inside.find(term))
            found.append(Element(term, None, weight, tuple(places), near))
    heading = find_quantities(f"{article.title}. {article.text[max(0, place.span[0] - 240) : place.span[0]]}")
    for quantity in assertion.quantities:
        matching = [f for f in figures if meets(f.quantity, quantity) or lasts_to(f.quantity, quantity, assertion)]
        near = any(meets(q, quantity) for q in heading)
        places = [(f.start, f.end) for f in matching] or _months(quantity, inside)
        found.append(Element(None, quantity, 1.5, tuple(places), near or bool(places)))
    return found


def _months(quantity: Quantity, inside: Mentions) -> list[tuple[int, int]]:
    """Return where a sentence has a month that is asked for alone as a word ("mayıs, temmuz ve eylül aylarında")."""
    value = quantity.value
    if not isinstance(value, Date) or value.month is None or value.year or value.day:
        return []
    names = [fold(name) for name, month in months("tr").items() if month == value.month]
    return [(word.start, word.end) for word in inside.words if fold(word.text) in names]


def _in_role(
    term: Term, assertion: Assertion, inside: Mentions, places: list[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Of the places of a name that a sentence has in several roles ("Norveç'ten", "Norveç'e") keep what is asked."""
    if not term.name or len(places) < 2:
        return places
    asked = role_asked(term, assertion)
    suffixes = {(word.start, word.end): case_of(fold(word.suffix)) if word.suffix else None for word in inside.words}
    roles = {place: suffixes.get(place) for place in places}
    if asked is None or len(set(roles.values())) < 2:
        return places
    return [place for place in places if roles[place] == asked] or places


def role_asked(term: Term, assertion: Assertion) -> str | None:
    """Return the case in which a question has a name, None where it shows none."""
    if assertion.language == "en":
        before = assertion.question[: term.start].rstrip().rsplit(" ", 1)[-1].lower()
        return {"from": "ablative", "to": "dative", "in": "locative", "at": "locative"}.get(before)
    return case_after(assertion.question, term.end)


def case_after(text: str, at: int) -> str | None:
    """Return the case that an ending behind an apostrophe gives to the name before it, None for none."""
    suffix = re.match(r"['’]([^\W\d_]+)", text[at:])
    return case_of(fold(suffix[1])) if suffix else None


def meets(figure: Quantity, asked: Quantity) -> bool:
    """Tell whether a figure of the text says what one of the question does; a date, also where it says more."""
    if same_value(figure, asked, unitless=True):
        return True
    value = figure.value
    if not isinstance(asked.value, Date):
        return False
    if isinstance(value, Period):
        years = value.first.year, value.last.year
        return bool(asked.value.year and years[0] and years[1] and years[0] <= asked.value.year <= years[1])
    if not isinstance(value, Date):
        return False
    return all(mine is None or mine == theirs for mine, theirs in zip(asked.value, value, strict=True))


def lasts_to(figure: Quantity, asked: Quantity, assertion: Assertion) -> bool:
    """Tell whether what has been so since a year ("2012'den bu yana") was so in the year of a question."""
    since, year = figure.value, asked.value
    if figure.qualifier != "since" or not isinstance(since, Date) or not isinstance(year, Date):
        return False
    return bool(since.year and year.year and since.year <= year.year) and not _BEGINS.search(fold(assertion.question))


def is_alike(figure: Figure, quantity: Quantity) -> bool:
    """Tell whether a figure can stand where a quantity is asked for: both measure the same, or tell a time."""
    return figure.dimension == dimension(quantity) or {figure.dimension, dimension(quantity)} == {"date", "period"}

"""What figures must be like to be computed with: the unit and the noun asked for, and what their sentences speak of."""

import re
from collections.abc import Sequence

from qa.answers import Draft
from qa.citations import grounds
from qa.reasoning.figures import Figure
from qa.reasoning.operations import Request
from qa.text import fold
from qa.words.terms import Mentions, Term, agree, find_terms, mentions_in

COVERED = 0.5  # share of the question's known words that the sentences of the operands must speak of


def unit_fits(request: Request, one: Figure, two: Figure) -> bool:
    """Tell whether figures have the unit that the question asks for ("kaç metre", "how many years")."""
    if request.unit is None:
        return True
    return all(request.unit in (f.quantity.unit, f.dimension.partition(" ")[2]) for f in (one, two))


def noun_bonus(request: Request, one: Figure, two: Figure, language: str) -> float:
    """Reward figures that count the noun that the question asks for, against those that count another."""
    if request.noun is None:
        return 0.0
    terms = find_terms(f"… {request.noun}", language)
    counted = [fold(figure.quantity.unit) for figure in (one, two) if figure.quantity.unit]
    if not terms or not counted or (len(counted) == 1 and one.sentence != two.sentence):
        return 0.0
    return 1.5 if all(any(counts_noun(unit, term) for term in terms) for unit in counted) else -0.5


def counts_noun(unit: str, term: Term) -> bool:
    """Tell whether a folded unit is the noun that a term names."""
    return any(agree(form, unit) for form in term.forms)


def speak_of(term: Term, figures: Sequence[Figure]) -> bool:
    """Tell whether a sentence of some figures, or the title, has a term."""
    texts = [mentions_in(figure.article.text, *figure.sentence) for figure in figures]
    return any(text.holds(term) for text in (*texts, Mentions(figures[0].article.title)))


def years_in(question: str) -> list[int]:
    """Return the years that a question names."""
    return [int(year) for year in re.findall(r"\b(?:1\d|20)\d\d\b", question)]


def computed(text: str, figures: Sequence[Figure], score: float, calculation: str) -> Draft:
    """Return what was computed as a draft that shows and cites its operands; the better they fit, the surer it is."""
    places = [(figure.article, figure.start, figure.end) for figure in figures]
    return Draft("span", text, *grounds(places), min(0.95, 0.45 + 0.1 * score), calculation)

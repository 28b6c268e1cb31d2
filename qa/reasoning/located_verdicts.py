"""Yes or no from a sentence that says what is where: "Oslo'da müzesi, Bergen'de limanı var" denies a port in Oslo."""

from collections.abc import Sequence

from qa.answerer import Finding
from qa.reasoning.assertions import Assertion
from qa.reasoning.located import Located, found_at_best, owner_of, sentence_of, terms_of
from qa.reasoning.places import Group
from qa.reasoning.rulings import Ruling, odds_of
from qa.rendering import render
from qa.words.terms import Term, is_country


def judge_located(assertion: Assertion, finding: Finding) -> Ruling | None:
    """Judge whether a thing is at a place, None where the sentence does not speak of both.

    A thing that is said to be elsewhere is not at the place, of which the text names other things.
    """
    if assertion.quantities or assertion.universal or assertion.majority or assertion.most or assertion.direction:
        return None
    located = sentence_of(assertion.question, assertion.language, finding)
    if located is None:
        return None
    terms = terms_of(assertion.question, assertion.language)
    there, named = located.at(terms), located.named(terms)
    if not there and located.is_of(owner_of(assertion.question, assertion.language)) and not _cities(terms):
        there = named  # "Does Peru have a museum in Norway?": somewhere
    if not there or not named or not all(map(located.speaks_of, _cities(terms))):
        return None
    both = [group for group in named if group in there]
    fact = "" if both or not _asks_where(assertion, located) else _places(assertion, located, named)
    places = tuple((located.article, *place) for place in located.places(both or [*there, *named]))
    return Ruling(odds_of(assertion, bool(both)), fact, places)


def is_beside(assertion: Assertion, finding: Finding) -> bool:
    """Tell whether the sentence found says what is where, but of other things, other places or another owner."""
    located = found_at_best(finding)
    if located is None:
        return False
    terms = terms_of(assertion.question, assertion.language)
    anothers = located.is_anothers(owner_of(assertion.question, assertion.language))
    return anothers or not located.named(terms) or not all(map(located.speaks_of, _cities(terms)))


def _cities(terms: Sequence[Term]) -> list[Term]:
    """Return the names that are no countries: the places, as far as a question of what is where names any."""
    return [term for term in terms if term.name and not is_country(term)]


def _asks_where(assertion: Assertion, located: Located) -> bool:
    """Tell whether the question doubts the place ("limanı Oslo'da mı?")."""
    return bool(located.at(assertion.focus))


def _places(assertion: Assertion, located: Located, groups: Sequence[Group]) -> str:
    text = located.article.text
    found = [render(text[slice(*place)], assertion.language).text for place in located.places(groups)]
    return ", ".join(found)

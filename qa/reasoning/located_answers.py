"""Answers from sentences that say what is where: the places of some things, the things of a place, how many of either.

"Oslo'da müzesi, Bergen ve Narvik'te limanları var": in which towns it has ports, how many ports it has, whether it has
more ports or more museums.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from qa.answerer import Finding
from qa.answers import Draft, Kind
from qa.citations import grounds
from qa.expectation import Expected, expected_answer, expects_list
from qa.quantities import find_quantities
from qa.reasoning.listings import HOW_MANY, listing_question
from qa.reasoning.located import Located, found_at_best, owner_of, sentence_of, sentences_of_groups, terms_of
from qa.reasoning.operations import Label, Operation, read_request
from qa.reasoning.places import Offsets
from qa.rendering import listed, render
from qa.text import APOSTROPHES, fold
from qa.words.terms import Term, is_country

_SURE = 0.85  # how sure an answer is whose things the question names: nearly all of them are right
_MORE = frozenset("cok fazla az more fewer less most fewest".split())
_PLACE = re.compile(r"(?:sehir|sehr|kent|ulke|il\b|ilce|yer|bolge|koy|city|cities|countr|town|place|region|province)")
_WHOSE = re.compile(r"\bhangi (?!\w*l[ae]r)\w+n[iu]n\b|\bwhose\b")  # asks who has them, and not where
_OWNERS = re.compile(rf"^(?:\S+[{re.escape(APOSTROPHES)}]\S+\s+)+")  # "Norveç'in müzesi mi": asked of the museum


def list_located(question: str, language: str, finding: Finding, threshold: float) -> Draft | None:
    """Return the places or things that a question asks for, where the sentence found says what is where."""
    wanted = expected_answer(question, language)
    if not expects_list(question, language) and wanted is not Expected.PLACE:
        return None
    if _WHOSE.search(fold(question)):
        return None
    located = sentence_of(question, language, finding)
    if located is None:
        return None
    terms = terms_of(question, language)
    named = located.named(terms)
    if wanted is Expected.PLACE:
        if not named and not (expects_list(question, language) and located.holds(finding.best)):
            return None
        found = located.places(named or located.groups)
    else:
        found = located.of_kind(located.at(terms) or located.groups, terms) or located.things(located.at(terms))
    if not found or (wanted is Expected.PLACE and located.at(terms)):  # a place named is not the one asked for
        return None
    confidence = max(finding.confidence, _SURE if named else 0.0)
    return _listed(question, language, located, found, confidence) if confidence >= threshold else None


def is_elsewhere(question: str, language: str, finding: Finding) -> bool:
    """Tell whether a question asks where things are, and the sentence found says where others, or another's, are."""
    if expected_answer(question, language) is not Expected.PLACE:
        return False
    located = found_at_best(finding)
    if located is None or located.is_anothers(owner_of(question, language)):
        return located is not None
    things = [term for term in terms_of(question, language) if term.known and not is_country(term)]
    telling = [term for term in things if not _PLACE.match(term.forms[0])]
    return bool(telling) and not any(located.speaks_of(term) for term in telling)


def count_located(question: str, language: str, finding: Finding, *, naming: bool = False) -> Draft | None:
    """Count the places or the things that a "how many" question names, where the sentence found says what is where.

    `naming` tells that it asks for those that the text names, whatever they are.
    """
    asked, listing = HOW_MANY[language].search(fold(question)), listing_question(question, language)
    located = sentence_of(question, language, finding)
    if asked is None or listing is None or located is None:
        return None
    terms = terms_of(question, language)
    named = located.named(terms)
    if naming and located.at(terms):
        things = located.things(located.at(terms))
        return _draft("count", str(len(things)), located, things, max(finding.confidence, _SURE))
    if not named or any(find_quantities(located.article.text[slice(*group.phrase)]) for group in named):
        return None
    noun = [term for term in terms if term.start < asked.end("noun") and asked.start("noun") < term.end]
    if expected_answer(listing, language) is Expected.PLACE:
        spans = located.places(named)
        count = len(spans)
    elif any(group in located.named(noun) for group in named):
        count = sum(located.size(group, noun) for group in named)
        things = located.of_kind(named, noun) or located.things(named)
        spans = things if count == len(things) else located.places(named)
    else:
        return None
    if not count or (count == 1 and located.article.text[spans[0][0]].isupper() and spans[0] in located.things(named)):
        return None  # one thing with a name says nothing of how many of its kind there are
    return _draft("count", str(count), located, spans, max(finding.confidence, _SURE))


def compare_located(question: str, language: str, finding: Finding) -> Draft | None:
    """Compare two places by their things, two things by the places where they are, or two owners by their places."""
    request = read_request(question, language)
    if request is None or request.operation is not Operation.COMPARISON or request.word not in _MORE:
        return None
    one, two = request.labels[0], request.labels[1]
    rest = [t for t in terms_of(question, language) if t not in one.terms and t not in two.terms]
    located = sentence_of(question, language, finding)
    if located:
        sizes = _places_of_each(located, one, two) or _things_of_each(located, one, two, rest)
        if sizes:
            return _compared(request.larger, (one, two), (located, located), sizes, finding)
    sentences = sentences_of_groups(finding)
    of_one, of_two = (next((s for s in sentences if s.owned_by(label)), None) for label in (one, two))
    if of_one is None or of_two is None or of_one == of_two:
        return None
    sizes = of_one.places(of_one.named(rest)), of_two.places(of_two.named(rest))
    return _compared(request.larger, (one, two), (of_one, of_two), sizes, finding) if all(sizes) else None


Sizes = tuple[list[Offsets], list[Offsets]]


def _places_of_each(located: Located, one: Label, two: Label) -> Sizes | None:
    groups = [located.named(label.terms) for label in (one, two)]
    if not all(groups) or groups[0] == groups[1]:
        return None
    return located.places(groups[0]), located.places(groups[1])


def _things_of_each(located: Located, one: Label, two: Label, rest: Sequence[Term]) -> Sizes | None:
    groups = [located.at(label.terms) for label in (one, two)]
    if not all(groups) or groups[0] == groups[1]:
        return None
    one_of, two_of = (located.of_kind(own, rest) or located.things(own) for own in groups)
    return one_of, two_of


def _compared(
    larger: bool, labels: tuple[Label, Label], located: tuple[Located, Located], found: Sizes, finding: Finding
) -> Draft | None:
    one, two = len(found[0]), len(found[1])
    if one == two:
        return None
    winner = labels[0] if (one > two) == larger else labels[1]
    cited = [(where.article, *place) for where, places in zip(located, found, strict=True) for place in places]
    calculation = f"{labels[0].text}: {one} {'>' if one > two else '<'} {labels[1].text}: {two}"
    confidence = max(finding.confidence, _SURE)
    return Draft("span", _OWNERS.sub("", winner.text), *grounds(cited), confidence, calculation)


def _listed(
    question: str, language: str, located: Located, found: Sequence[Offsets], confidence: float
) -> Draft | None:
    whole = listed(
        [render(located.article.text[slice(*place)], language, question=question) for place in found], language
    )
    kind: Kind = "list" if len(found) > 1 else "span"
    return replace(_draft(kind, whole.text, located, found, confidence), rendered=whole.complete)


def _draft(kind: Kind, text: str, located: Located, found: Sequence[Offsets], confidence: float) -> Draft:
    return Draft(kind, text, *grounds((located.article, *place) for place in found), confidence)

"""Answers from sentences that say what is where: the places of some things, the things of a place, how many of either.

"Oslo'da müzesi, Bergen ve Narvik'te limanları var": in which towns it has ports, how many ports it has, whether it has
more ports or more museums. The reader finds the sentence; which of its groups a question is about is told by the
question's words.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from qa.agreement import support
from qa.answerer import Finding
from qa.answers import Draft, Kind
from qa.candidates import Candidate
from qa.citations import cite_each, span_of
from qa.corpus import Article
from qa.expectation import Expected, expected_answer, expects_list
from qa.quantities import find_quantities
from qa.reasoning.assertions import is_verb
from qa.reasoning.listings import HOW_MANY, listing_question
from qa.reasoning.operations import Label, Operation, read_request
from qa.reasoning.places import Group, Offsets, groups_of
from qa.rendering import render
from qa.sentences import sentence_at
from qa.text import APOSTROPHES, fold
from qa.words.terms import Term, agree, find_terms, is_country, mentions_in

_SUPPORTED = 0.4  # share of the question that the sentence must speak of
_SURE = 0.85  # how sure an answer is whose things the question names: nearly all of them are right
_MORE = frozenset("cok fazla az more fewer less most fewest".split())
_INNER = 6  # letters from which the end of a compound is looked for ("konsolosluk" in "başkonsolosluk")

_PLACE = re.compile(r"(?:sehir|sehr|kent|ulke|il\b|ilce|yer|bolge|koy|city|cities|countr|town|place|region|province)")
_ASIDE = re.compile(r".*\bdegil\b")
_OWNERS = re.compile(rf"^(?:\S+[{re.escape(APOSTROPHES)}]\S+\s+)+")  # "Norveç'in müzesi mi": asked of the museum
_LINKS = {"tr": "ve", "en": "and"}


@dataclass(frozen=True, slots=True)
class _Located:
    """A sentence that says what is where."""

    article: Article
    span: Offsets
    groups: tuple[Group, ...]

    def named(self, terms: Sequence[Term]) -> list[Group]:
        """Return the groups whose things are named, those left out of whose words another one has more.

        A country alone names nothing: it may well be the owner of the things, or where all of them are.
        """
        telling = frozenset(at for at, term in enumerate(terms) if term.known and not is_country(term))
        held = [
            frozenset(at for at, term in enumerate(terms) if self._names(group.phrase, term)) for group in self.groups
        ]
        return [
            g
            for g, own in zip(self.groups, held, strict=True)
            if own & telling and not any(own < other for other in held)
        ]

    def at(self, terms: Sequence[Term]) -> list[Group]:
        """Return the groups of which a place is named."""
        return [g for g in self.groups if any(self._names(place, term) for place in g.places for term in terms)]

    def holds(self, candidate: Candidate | None) -> bool:
        """Tell whether a candidate stands in the sentence."""
        return (
            candidate is not None
            and candidate.article == self.article
            and self.span[0] <= candidate.start < self.span[1]
        )

    def speaks_of(self, term: Term) -> bool:
        """Tell whether any word of the sentence is one that is named."""
        return self._names(self.span, term)

    def owned_by(self, label: Label) -> bool:
        """Tell whether a thing compared stands before the groups."""
        before = mentions_in(self.article.text, self.span[0], self.groups[0].start)
        return any(before.holds(term) for term in label.terms)

    def things(self, groups: Sequence[Group]) -> list[Offsets]:
        """Return the things of some groups."""
        return [thing for group in groups for thing in group.things]

    def of_kind(self, groups: Sequence[Group], terms: Sequence[Term]) -> list[Offsets]:
        """Return the things of some groups that are of the kind named ("parks": "Barış Parkı")."""
        return [t for t in self.things(groups) if any(self._names(self._head(t), term) for term in terms)]

    def size(self, group: Group, terms: Sequence[Term]) -> int:
        """Return how many things are there: those with a name of their own, else one for each place."""
        own = self.of_kind([group], terms) or self.things([group])
        return len(own) if any(self.article.text[start].isupper() for start, _ in own) else len(group.places)

    def _names(self, place: Offsets, term: Term) -> bool:
        said = mentions_in(self.article.text, *place)
        inner = [word[at:] for word in said.folded for at in range(2, len(word) - _INNER)]
        return said.holds(term) or any(
            len(form) > _INNER and agree(form, word) for form in term.forms for word in inner
        )

    def _head(self, thing: Offsets) -> Offsets:
        """Return the last word, which says what a thing is; of "Barış Anıtı ve Parkı", both."""
        words = mentions_in(self.article.text, *thing).words
        heads = words[-3:] if len(words) > 2 and words[-2].text == "ve" else words[-1:]
        return (heads[0].start, thing[1]) if heads else thing


def list_located(question: str, language: str, finding: Finding, threshold: float) -> Draft | None:
    """Return the places or things that a question asks for, where the sentence found says what is where."""
    wanted = expected_answer(question, language)
    if not expects_list(question, language) and wanted is not Expected.PLACE:
        return None
    located = _sentence(question, language, finding)
    if located is None:
        return None
    terms = _terms(question, language)
    named = located.named(terms)
    if wanted is Expected.PLACE:
        if not named and not (expects_list(question, language) and located.holds(finding.best)):
            return None
        found = [place for group in named or located.groups for place in group.places]
    else:
        found = located.of_kind(located.at(terms) or located.groups, terms) or located.things(located.at(terms))
    if not found or (wanted is Expected.PLACE and located.at(terms)):  # a place named is not the one asked for
        return None
    confidence = max(finding.confidence, _SURE if named else 0.0)
    return _listed(question, language, located, found, confidence) if confidence >= threshold else None


def is_elsewhere(question: str, language: str, finding: Finding) -> bool:
    """Tell whether a question asks where things are, and the sentence found says where other things are."""
    if expected_answer(question, language) is not Expected.PLACE:
        return False
    located = next((one for one in _sentences(finding) if one.holds(finding.best)), None)
    telling = [t for t in _terms(question, language) if t.known and not is_country(t) and not _PLACE.match(t.forms[0])]
    return located is not None and bool(telling) and not any(located.speaks_of(term) for term in telling)


def count_located(question: str, language: str, finding: Finding, *, naming: bool = False) -> Draft | None:
    """Count the places or the things that a "how many" question names, where the sentence found says what is where.

    `naming` tells that it asks for those that the text names, whatever they are.
    """
    asked, listing = HOW_MANY[language].search(fold(question)), listing_question(question, language)
    located = _sentence(question, language, finding)
    if asked is None or listing is None or located is None:
        return None
    terms = _terms(question, language)
    named = located.named(terms)
    if naming and located.at(terms):
        things = located.things(located.at(terms))
        return _draft("count", str(len(things)), located, things, max(finding.confidence, _SURE))
    if not named or any(find_quantities(located.article.text[slice(*group.phrase)]) for group in named):
        return None
    noun = [term for term in terms if term.start < asked.end("noun") and asked.start("noun") < term.end]
    if expected_answer(listing, language) is Expected.PLACE:
        count, spans = sum(len(group.places) for group in named), [p for group in named for p in group.places]
    elif any(group in located.named(noun) for group in named):
        count = sum(located.size(group, noun) for group in named)
        things = located.of_kind(named, noun) or located.things(named)
        spans = things if count == len(things) else [p for group in named for p in group.places]
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
    rest = [t for t in _terms(question, language) if t not in one.terms and t not in two.terms]
    located = _sentence(question, language, finding)
    if located:
        sizes = _places_of_each(located, one, two) or _things_of_each(located, one, two, rest)
        if sizes:
            return _compared(request.larger, (one, two), (located, located), sizes, finding)
    owners = [next((s for s in _sentences(finding) if s.owned_by(label)), None) for label in (one, two)]
    if owners[0] is None or owners[1] is None or owners[0] == owners[1]:
        return None
    groups = [owner.named(rest) for owner in owners if owner]
    if not all(groups):
        return None
    sizes = ([p for g in groups[0] for p in g.places], [p for g in groups[1] for p in g.places])
    return _compared(request.larger, (one, two), (owners[0], owners[1]), sizes, finding)


Sizes = tuple[list[Offsets], list[Offsets]]


def _places_of_each(located: _Located, one: Label, two: Label) -> Sizes | None:
    groups = [located.named(label.terms) for label in (one, two)]
    if not all(groups) or groups[0] == groups[1]:
        return None
    return [p for g in groups[0] for p in g.places], [p for g in groups[1] for p in g.places]


def _things_of_each(located: _Located, one: Label, two: Label, rest: Sequence[Term]) -> Sizes | None:
    groups = [located.at(label.terms) for label in (one, two)]
    if not all(groups) or groups[0] == groups[1]:
        return None
    one_of, two_of = (located.of_kind(own, rest) or located.things(own) for own in groups)
    return one_of, two_of


def _compared(
    larger: bool, labels: tuple[Label, Label], located: tuple[_Located, _Located], found: Sizes, finding: Finding
) -> Draft | None:
    one, two = len(found[0]), len(found[1])
    if one == two:
        return None
    winner = labels[0] if (one > two) == larger else labels[1]
    spans = [span_of(where.article, *place) for where, places in zip(located, found, strict=True) for place in places]
    cited = [(where.article, *place) for where, places in zip(located, found, strict=True) for place in places]
    calculation = f"{labels[0].text}: {one} {'>' if one > two else '<'} {labels[1].text}: {two}"
    return Draft(
        "span", _OWNERS.sub("", winner.text), spans, cite_each(cited), max(finding.confidence, _SURE), calculation
    )


def _terms(question: str, language: str) -> list[Term]:
    """Return the things and names of a question, without those that it sets aside ("müzesi değil, limanı")."""
    aside = _ASIDE.match(fold(question))
    begin = aside.end() if aside else 0
    return [t for t in find_terms(question, language) if t.start >= begin and not is_verb(t, language)]


def _sentences(finding: Finding) -> list[_Located]:
    """Return the sentences with groups among those of the candidates, in the order of these."""
    found: dict[tuple[str, int], _Located] = {}
    for candidate in finding.candidates:
        article, sentence = candidate.article, sentence_at(candidate.article.text, candidate.start)
        if sentence is None:
            continue
        groups = groups_of(article.text, sentence.start, sentence.end)
        if groups:
            found.setdefault((article.id, sentence.start), _Located(article, (sentence.start, sentence.end), groups))
    return list(found.values())


def _sentence(question: str, language: str, finding: Finding) -> _Located | None:
    """Return the sentence whose things the question names, or else that speaks most of it.

    None where the reader's best span stands in a sentence that speaks more of it.
    """
    terms = _terms(question, language)

    def spoken(located: _Located) -> float:
        return support(question, language, located.article, *located.span)

    best = max(_sentences(finding), key=lambda one: (bool(one.named(terms)), spoken(one)), default=None)
    if best is None or finding.best is None or spoken(best) < _SUPPORTED:
        return None
    if best.holds(finding.best):
        return best
    rival = sentence_at(finding.best.article.text, finding.best.start)
    if rival is None:
        return best
    return best if spoken(best) > support(question, language, finding.best.article, rival.start, rival.end) else None


def _listed(
    question: str, language: str, located: _Located, found: Sequence[Offsets], confidence: float
) -> Draft | None:
    rendered = [render(located.article.text[slice(*place)], language, question=question) for place in found]
    *head, last = [one.text for one in rendered]
    text = f"{', '.join(head)} {_LINKS[language]} {last}" if head else last
    draft = _draft("list" if head else "span", text, located, found, confidence)
    return Draft(
        draft.kind, text, draft.spans, draft.citations, confidence, rendered=all(one.complete for one in rendered)
    )


def _draft(kind: Kind, text: str, located: _Located, found: Sequence[Offsets], confidence: float) -> Draft:
    spans = [span_of(located.article, *place) for place in found]
    return Draft(kind, text, spans, cite_each((located.article, *place) for place in found), confidence)

"""Sentences that say what is where, as a question is about them: "Oslo'da müzesi, Bergen ve Narvik'te limanları var".

The reader finds the sentence, or the retriever where the reader looks elsewhere; which of its groups a question is
about is told by the question's words.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from qa.agreement import support
from qa.answerer import Finding
from qa.candidates import Candidate
from qa.corpus import Article
from qa.reasoning.assertions import is_verb
from qa.reasoning.operations import Label
from qa.reasoning.places import Group, Offsets, groups_of
from qa.sentences import sentence_at
from qa.text import fold
from qa.words.terms import Mentions, Term, agree, find_terms, is_country, mentions_in, names_country

_SUPPORTED = 0.4  # share of the question that the sentence must speak of
_NAMED = 0.3  # the same where it has the things that are named: countries are often left out
_INNER = 6  # letters from which the end of a compound is looked for ("konsolosluk" in "başkonsolosluk")
_ASIDE = re.compile(r".*\bdegil\b")
_GENITIVE = re.compile(r"n?[ıiuü]n(?:ki)?")
_WHERE = re.compile(r"'\w+ hangi ")  # "Peru'nun hangi kentlerinde": where the things are, and not whose
_HAS = re.compile(r"\b(?:does|do|did|has|have|had|is)\s+(?:the\s+)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Located:
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

    def is_of(self, owner: Term | None) -> bool:
        """Tell whether the sentence says that the things belong to the owner that is named."""
        return owner is not None and self._before.holds(owner)

    def is_anothers(self, owner: Term | None) -> bool:
        """Tell whether the things belong to another country than the owner that is named."""
        return owner is not None and not self.is_of(owner) and any(map(names_country, self._before.folded))

    def owned_by(self, label: Label) -> bool:
        """Tell whether a thing compared stands before the groups."""
        return any(map(self._before.holds, label.terms))

    @property
    def _before(self) -> Mentions:
        return mentions_in(self.article.text, self.span[0], self.groups[0].start)

    def things(self, groups: Sequence[Group]) -> list[Offsets]:
        """Return the things of some groups."""
        return [thing for group in groups for thing in group.things]

    def places(self, groups: Sequence[Group]) -> list[Offsets]:
        """Return the places of some groups."""
        return [place for group in groups for place in group.places]

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


def terms_of(question: str, language: str) -> list[Term]:
    """Return the things and names of a question, without those that it sets aside ("müzesi değil, limanı")."""
    aside = _ASIDE.match(fold(question))
    begin = aside.end() if aside else 0
    return [t for t in find_terms(question, language) if t.start >= begin and not is_verb(t, language)]


def owner_of(question: str, language: str) -> Term | None:
    """Return the country whose things a question asks for ("Peru'nun", "does Peru have", "Peru's"), if it names one."""
    for term in filter(is_country, find_terms(question, language)):
        behind = fold(question[term.end : term.end + 12])
        if language == "tr":
            owns = behind[:1] == "'" and bool(_GENITIVE.match(behind[1:])) and not _WHERE.match(behind)
        else:
            owns = behind.startswith("'s") or bool(_HAS.search(question[: term.start]))
        if owns:
            return term
        if language == "tr" and term.start == 0 and behind.startswith(", "):
            return term  # "Norveç, Peru'nun hangi kentlerinde ..."
    return None


def sentences_of_groups(finding: Finding) -> list[Located]:
    """Return the sentences with groups, those of the candidates first, then those found but not read."""
    places = [(article, (sentence.start, sentence.end)) for article, sentence in finding.sentences()]
    return [Located(article, span, groups) for article, span in places if (groups := groups_of(article.text, *span))]


def found_at_best(finding: Finding) -> Located | None:
    """Return the sentence of the best candidate, None where it does not say what is where."""
    return next((one for one in sentences_of_groups(finding) if one.holds(finding.best)), None)


def sentence_of(question: str, language: str, finding: Finding) -> Located | None:
    """Return the sentence whose things the question names, or else that speaks most of it.

    None where the reader's best span stands in a sentence that speaks as much of it, and of the things too.
    """
    terms, owner = terms_of(question, language), owner_of(question, language)

    def spoken(located: Located) -> float:
        return support(question, language, located.article, *located.span)

    sentences = sentences_of_groups(finding)
    own = [one for one in sentences if not one.is_anothers(owner)]
    best = max(own, key=lambda one: (bool(one.named(terms)), spoken(one)), default=None)
    if best is None or finding.best is None:
        return None
    named = bool(best.named(terms))
    if spoken(best) < (_NAMED if named else _SUPPORTED) and not (named and best.is_of(owner)):
        return None
    article, rival = finding.best.article, sentence_at(finding.best.article.text, finding.best.start)
    anothers = any(one.is_anothers(owner) and one.holds(finding.best) for one in sentences)
    if rival is None or best.holds(finding.best) or anothers:
        return best
    said = mentions_in(article.text, rival.start, rival.end)
    if named and not any(said.holds(term) for term in terms if term.known and not is_country(term)):
        return best
    return best if spoken(best) > support(question, language, article, rival.start, rival.end) else None

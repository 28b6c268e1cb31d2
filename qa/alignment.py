"""Setting what a question asserts against the sentence that speaks of it: what is held, missing, or filled otherwise."""

import re
from dataclasses import dataclass, field

from qa.answerer import Finding
from qa.candidates import Candidate
from qa.assertions import Assertion
from qa.corpus import Article
from qa.figures import Figure, dimension, figures_in
from qa.operands import context_of
from qa.quantities import Quantity, find_quantities, same_value
from qa.sentences import sentences_of
from qa.terms import Mentions, Term, agree, mentions_in
from qa.text import fold

_PART = re.compile(r";\s*|,(?!\d)\s*|\s(?:ise|iken|ancak|fakat|ama)\s+|\sve\s+")
_WHOLE = re.compile(r";\s*")


@dataclass(frozen=True, slots=True)
class Aligned:
    """A sentence set against an assertion.

    `covered` is the share of the assertion's words that the sentence and its context hold; `absent` the terms that the
    sentence lacks; `rival` what the text has where the assertion has something else, empty where nothing is contradicted
    by name or value; `place` what decides, `clause` the part of the sentence meant, `predicate` the part with its verb.
    """

    article: Article
    sentence: tuple[int, int]
    clause: tuple[int, int]
    predicate: tuple[int, int]
    place: tuple[int, int]
    covered: float
    absent: tuple[Term, ...] = ()
    contradicted: bool = False
    rival: str = ""
    missing_name: bool = False

    def opposes(self, form: str) -> bool:
        """Tell whether the clause holds a folded stem that excludes what was asserted."""
        return any(word == form or (len(form) > 2 and agree(form, word)) for word in self._words)

    @property
    def _words(self) -> list[str]:
        return mentions_in(self.article.text, *self.clause).folded


@dataclass(slots=True)
class _Place:
    """A sentence that may decide."""

    article: Article
    span: tuple[int, int]
    strength: float
    candidates: list[Candidate] = field(default_factory=list)


def align(assertion: Assertion, finding: Finding) -> Aligned | None:
    """Return the sentence near the reader's candidates that speaks most of what is asserted, set against it."""
    places = _places(finding)
    best: tuple[float, _Place] | None = None
    for place in places:
        score = _score(assertion, place)
        if best is None or score > best[0]:
            best = score, place
    if best is None:
        return None
    return _set_against(assertion, best[1], finding)


def _places(finding: Finding) -> list[_Place]:
    places: dict[tuple[str, int], _Place] = {}
    for rank, candidate in enumerate(finding.candidates):
        sentences = sentences_of(candidate.article.text)
        at = next((i for i, s in enumerate(sentences) if s.start <= candidate.start < s.end), None)
        if at is None:
            continue
        for near in range(max(0, at - 1), min(len(sentences), at + 2)):
            span = (sentences[near].start, sentences[near].end)
            place = places.setdefault((candidate.article.id, span[0]), _Place(candidate.article, span, 0.0))
            place.strength = max(place.strength, 1 / (1 + rank + 2 * abs(near - at)))
            if near == at:
                place.candidates.append(candidate)
    return list(places.values())


def _weight(term: Term, assertion: Assertion) -> float:
    return (2.0 if term.name else 1.0) * (0.5 if term in assertion.focus else 1.0)


def _score(assertion: Assertion, place: _Place) -> float:
    """Return how much a sentence speaks of what is asserted: its words, its context's for half, its figures."""
    inside = mentions_in(place.article.text, *place.span)
    context = context_of(place.article, *place.span)
    total = sum(_weight(term, assertion) for term in assertion.terms if term.known) or 1.0
    held = sum(
        _weight(term, assertion) * (1.0 if inside.holds(term) else 0.4 if context.holds(term) else 0.0)
        for term in assertion.terms
        if term.known
    )
    figures = figures_in(place.article, place.span)
    matched = sum(any(same_value(f.quantity, q, unitless=True) for f in figures) for q in assertion.quantities)
    alike = sum(any(_alike(f, q) for f in figures) for q in assertion.quantities)
    share = (matched + 0.6 * (alike - matched)) / len(assertion.quantities) if assertion.quantities else 0.0
    return 2 * held / total + 0.8 * share + 0.6 * place.strength


def _alike(figure: Figure, quantity: Quantity) -> bool:
    return figure.dimension == dimension(quantity) or {figure.dimension, dimension(quantity)} == {"date", "period"}


def _parts(text: str, span: tuple[int, int], pattern: re.Pattern[str]) -> list[tuple[int, int]]:
    cuts = [span[0], *(match.end() for match in pattern.finditer(text, *span)), span[1]]
    return [(a, b) for a, b in zip(cuts, cuts[1:], strict=False) if b > a]


def _set_against(assertion: Assertion, place: _Place, finding: Finding) -> Aligned:
    article, text = place.article, place.article.text
    inside, context = mentions_in(text, *place.span), context_of(article, *place.span)
    known = [term for term in assertion.terms if term.known]
    total = sum(_weight(term, assertion) for term in known) or 1.0
    held = sum(_weight(term, assertion) for term in known if inside.holds(term) or context.holds(term))
    absent = tuple(term for term in known if not inside.holds(term))
    clause = _clause(assertion, place)
    predicate = _predicate(text, place.span, clause)
    best = next((c for c in place.candidates), None)
    spot = (best.start, best.end) if best else place.span
    aligned = Aligned(article, place.span, clause, predicate, spot, held / total, absent)
    return _contradiction(assertion, place, aligned, inside, context, finding)


def _clause(assertion: Assertion, place: _Place) -> tuple[int, int]:
    """Return the part of a sentence that holds most of what is asserted, the focus aside."""
    text = place.article.text
    parts = _parts(text, place.span, _PART)
    figures = figures_in(place.article, place.span)

    def held(part: tuple[int, int]) -> float:
        mentions = mentions_in(text, *part)
        words = sum(_weight(term, assertion) for term in assertion.terms if term not in assertion.focus and mentions.holds(term))
        values = sum(
            any(part[0] <= f.start < part[1] and same_value(f.quantity, q, unitless=True) for f in figures)
            for q in assertion.quantities
        )
        return words + 0.4 * values

    return max(parts, key=held) if parts else place.span


def _predicate(text: str, span: tuple[int, int], clause: tuple[int, int]) -> tuple[int, int]:
    """Return the stretch from a clause to the next semicolon or the end of the sentence: it holds the clause's verb."""
    whole = next((part for part in _parts(text, span, _WHOLE) if part[0] <= clause[0] < part[1]), span)
    return clause if _ends_in_verb(text[slice(*clause)]) else (clause[0], whole[1])


_VERB_END = re.compile(
    r"(?:[dt][iu](?:lar|ler)?|m[iu]s(?:t[iu]r?)?|yor(?:du)?|[ae]c[ae]k|[aeiu]r|[iu]p|[ae]r[ae]k|ken)[.,;]?\s*(?:ancak|ama|fakat|ve|ise)?\s*$"
)


def _ends_in_verb(text: str) -> bool:
    return bool(_VERB_END.search(fold(text).rstrip(" .,;")))


def _contradiction(
    assertion: Assertion, place: _Place, aligned: Aligned, inside: Mentions, context: Mentions, finding: Finding
) -> Aligned:
    from dataclasses import replace

    value = _other_value(assertion, place, aligned)
    if value:
        return replace(aligned, contradicted=True, rival=value.article.text[value.start : value.end], place=(value.start, value.end))
    filler = _filler(assertion, place, aligned)
    if filler:
        return replace(aligned, contradicted=True, rival=place.article.text[slice(*filler)], place=filler)
    lost = [term for term in assertion.terms if term.name and term.known and not inside.holds(term) and not context.holds(term)]
    missing = bool(lost) or any(term not in aligned.absent for term in ()) or any(
        not context.holds(term) for term in assertion.focus
    )
    matched = _matched_place(assertion, place)
    return replace(aligned, missing_name=missing, place=matched or aligned.place)


def _other_value(assertion: Assertion, place: _Place, aligned: Aligned) -> Figure | None:
    """Return the figure that stands where the assertion has another one."""
    figures = figures_in(place.article, place.span)
    for quantity in assertion.quantities:
        alike = [figure for figure in figures if _alike(figure, quantity)]
        if not alike:
            continue
        ranked = sorted(alike, key=lambda figure: -_held(assertion, figure))
        best = ranked[0]
        same = [figure for figure in alike if same_value(figure.quantity, quantity, unitless=True) or _same_part(figure.quantity, quantity)]
        if same and (_held(assertion, same[0]) >= _held(assertion, best) or len(alike) == 1):
            continue
        if same and quantity.kind in ("year",) and not assertion.focus:
            continue
        return best
    return None


def _same_part(figure: Quantity, asked: Quantity) -> bool:
    """Tell whether a date of the question is a part of one in the text ("2023'te", "temmuzda")."""
    from qa.quantities import Date, Period

    value = figure.value
    if not isinstance(asked.value, Date):
        return False
    if isinstance(value, Period):
        return bool(asked.value.year and value.first.year and value.first.year <= asked.value.year <= (value.last.year or 0))
    if not isinstance(value, Date):
        return False
    return all(mine is None or mine == theirs for mine, theirs in zip(asked.value, value, strict=True))


def _held(assertion: Assertion, figure: Figure) -> float:
    clause = mentions_in(figure.article.text, *figure.clause)
    return sum(_weight(term, assertion) for term in assertion.terms if clause.holds(term))


def _filler(assertion: Assertion, place: _Place, aligned: Aligned) -> tuple[int, int] | None:
    """Return what the clause has where the assertion has its focus (or a name): the reader's span, or a name of the clause."""
    text = place.article.text
    clause = mentions_in(text, *aligned.clause)
    suspects = assertion.focus or tuple(term for term in assertion.terms if term.name)
    for term in suspects:
        if clause.holds(term):
            continue
        rest = [other for other in assertion.terms if other not in suspects or (other is not term and not assertion.focus)]
        held = sum(clause.holds(other) for other in rest)
        if not held or held < 0.5 * len(rest):
            continue
        span = _span_in(place, aligned.clause, assertion) or _name_in(text, aligned.clause, assertion)
        if span:
            return span
    return None


def _span_in(place: _Place, clause: tuple[int, int], assertion: Assertion) -> tuple[int, int] | None:
    """Return the reader's best span inside a clause that is not made of the question's own words."""
    for candidate in place.candidates:
        if clause[0] <= candidate.start and candidate.end <= clause[1] and len(candidate.text.split()) <= 6:
            spoken = Mentions(candidate.text)
            if not any(spoken.holds(term) for term in assertion.terms) and not find_quantities(candidate.text):
                return candidate.start, candidate.end
    return None


def _name_in(text: str, clause: tuple[int, int], assertion: Assertion) -> tuple[int, int] | None:
    """Return a name in a clause that the question does not have."""
    mentions = mentions_in(text, *clause)
    run: list[tuple[int, int]] = []
    for word in mentions.words:
        asked = any(term.name and Mentions(word.text).holds(term) for term in assertion.terms)
        if word.text[0].isupper() and not asked:
            if run and text[run[-1][1] : word.start].strip() == "":
                run[-1] = (run[-1][0], word.end)
            else:
                run.append((word.start, word.end))
    return run[-1] if run else None


def _matched_place(assertion: Assertion, place: _Place) -> tuple[int, int] | None:
    """Return the figure or the focus of the assertion where the sentence holds it."""
    for figure in figures_in(place.article, place.span):
        if any(same_value(figure.quantity, q, unitless=True) for q in assertion.quantities):
            return figure.start, figure.end
    inside = mentions_in(place.article.text, *place.span)
    for term in assertion.focus:
        found = inside.find(term)
        if found:
            return found[0]
    return None

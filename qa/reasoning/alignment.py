"""Setting what a question asserts against the sentence that speaks of it: what is held, missing, or filled otherwise.

A sentence often says two like things side by side. What the question puts together must then stand in one of its
parallel parts; where it takes one thing from each, the text says otherwise.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from qa.agreement import agreement, names_direction
from qa.answerer import Finding
from qa.corpus import Article
from qa.enumerations import find_enumerations
from qa.quantities import Kind
from qa.reasoning.assertions import Assertion, is_verb
from qa.reasoning.elements import Element, Place, elements_of, is_alike
from qa.reasoning.figures import figures_in
from qa.reasoning.parallels import Part, parts_of, tail_start
from qa.reasoning.rivals import competitor, reader_span
from qa.sentences import sentences_of
from qa.text import fold
from qa.words.terms import Mentions, Term, agree, mentions_in

_VERB = re.compile(
    r"\w{2,}(?:[dt][iu](?:lar|ler)?|m[iu]s(?:t[iu]r?|lar|ler)?|yor(?:du|lar)?|[ae]c[ae]k(?:t[iu]r?|lar|ler)?|"
    r"[dt][iu]r|(?<![lsy])[ae]r(?:lar|ler)?|[iu]r(?:lar|ler)?|m[ae]z)$"
)
_CASED_INSIDE = re.compile(r"['’]\w+\s")  # "Oslo'da A Caddesi, Bergen'de B Caddesi" tells of each item by itself
_COPULA = re.compile(r"\w*(?<!mis)(?<!mus)[dt][iu]r")
_DIRECTED = 0.2  # agreement from which the cases of names tell the figures of two directions apart


@dataclass(frozen=True, slots=True)
class Aligned:
    """A sentence set against an assertion.

    `part` is the part of the sentence that is meant, `predicate` the stretch that holds its verb, `covered` the share
    of the assertion that the sentence and its context hold, `missing` what neither holds, `nearby` what the sentence
    before has. `conflict` tells that the text has something else in the place of a piece of the assertion: 1 with that
    value in `rival`, less where it cannot be named.
    """

    article: Article
    sentence: tuple[int, int]
    part: tuple[int, int]
    predicate: tuple[int, int]
    covered: float
    missing: tuple[Element, ...] = ()
    nearby: tuple[Element, ...] = ()
    absent: tuple[Term, ...] = ()
    conflict: float = 0.0
    rival: tuple[int, int] | None = None
    place: tuple[int, int] | None = None

    def says(self, form: str) -> bool:
        """Tell whether the part holds a folded stem."""
        spoken = (
            mentions_in(self.article.text, *self.part).folded + mentions_in(self.article.text, *self.predicate).folded
        )
        return any(word == form or (len(form) > 2 and agree(form, word)) for word in spoken)


def align(assertion: Assertion, finding: Finding) -> Aligned | None:
    """Return the sentence near the reader's candidates that speaks most of what is asserted, set against it."""
    scored = [(_score(assertion, place), place) for place in _places(finding)]
    if not scored:
        return None
    best = max(scored, key=lambda pair: pair[0])[1]
    return _set_against(assertion, best)


def _places(finding: Finding) -> list[Place]:
    places: dict[tuple[str, int], Place] = {}
    for rank, candidate in enumerate(finding.candidates):
        sentences = sentences_of(candidate.article.text)
        at = next((i for i, s in enumerate(sentences) if s.start <= candidate.start < s.end), None)
        if at is None:
            continue
        for near in range(max(0, at - 1), min(len(sentences), at + 2)):
            span = (sentences[near].start, sentences[near].end)
            place = places.setdefault((candidate.article.id, span[0]), Place(candidate.article, span, 0.0))
            place.strength = max(place.strength, 1 / (1 + rank + 2 * abs(near - at)))
            if near == at:
                place.candidates.append(candidate)
    return list(places.values())


def _score(assertion: Assertion, place: Place) -> float:
    """Return how much a sentence speaks of what is asserted; its context counts for less, the focus for half."""
    elements = elements_of(assertion, place)
    figures = figures_in(place.article, place.span)
    total = held = 0.0
    for element in elements:
        weight = element.weight * (0.5 if element.term in assertion.focus else 0.35 if element.is_name else 1.0)
        total += weight
        alike = element.quantity and any(is_alike(f, element.quantity) for f in figures)
        held += weight * (1.0 if element.places else 0.6 if alike else 0.4 if element.in_context else 0.0)
    return 2 * held / (total or 1.0) + 0.5 * place.strength


def _set_against(assertion: Assertion, place: Place) -> Aligned:
    article, text = place.article, place.article.text
    elements = elements_of(assertion, place)
    groups = parts_of(text, *place.span)
    group = max(groups, key=lambda parts: sum(e.weight for e in elements if _inside(e, parts[0].start, parts[-1].end)))
    sharing = {id(element): _parts_with(element, elements, text, group) for element in elements}
    title = Mentions(article.title)
    topical = [e for e in elements if e.term and e.term not in assertion.focus and title.holds(e.term)]
    parted = [e for e in elements if sharing[id(e)] and len(sharing[id(e)]) < len(group) and e not in topical]
    chosen = max(range(len(group)), key=lambda at: sum(e.weight for e in parted if at in sharing[id(e)]))
    held = sum(e.weight * (1.0 if e.places or e in topical else 0.4 * e.in_context) for e in elements)
    covered = held / (sum(e.weight for e in elements) or 1.0)
    part = group[chosen]
    aligned = Aligned(
        article, place.span, (part.start, part.end), _predicate(group, chosen), covered,
        missing=tuple(e for e in elements if not e.places and not e.in_context),
        nearby=tuple(e for e in elements if not e.places and e.in_context and e not in topical),
        absent=tuple(e.term for e in elements if e.term and not e.places),
        place=_spot(elements, assertion, place),
    )  # fmt: skip
    lost = [e for e in parted if chosen not in sharing[id(e)]]
    kept = [e for e in parted if chosen in sharing[id(e)]]
    if lost and kept:
        return _crossed(assertion, place, aligned, group, lost, kept, sharing)
    return _filled_otherwise(assertion, place, aligned, elements)


def _inside(element: Element, start: int, end: int) -> bool:
    return any(start <= a and b <= end for a, b in element.places)


def _predicate(group: Sequence[Part], chosen: int) -> tuple[int, int]:
    last = next((part for part in group[chosen:] if not part.verbless), group[-1])
    return last.start, last.end


def _parts_with(element: Element, elements: Sequence[Element], text: str, group: Sequence[Part]) -> frozenset[int]:
    """Return the parts that an element holds for: where it stands, and those that share the words there."""
    found: set[int] = set()
    everywhere = range(len(group))
    tail = tail_start(text, tuple(group))
    lists = find_enumerations(text, group[0].start, group[-1].end) if element.is_name else []
    lists = [each for each in lists if not _CASED_INSIDE.search(text[each.starts[0] : each.core[1]])]
    for start, end in element.places:
        # What is said of the last item of a list ("Oslo, Bergen ve Narvik'te") is said of each.
        said = next((e.core[1] for e in lists if e.starts[0] <= start < e.core[1]), start)
        at = next((i for i, part in enumerate(group) if part.start <= said < part.end), None)
        if at is None:
            continue
        found.add(at)
        if len(group) == 1 or element.is_figure:
            continue
        verb = _VERB.fullmatch(fold(text[start:end])) and not _COPULA.fullmatch(fold(text[start:end]))
        if verb and not text[start].isupper() and not group[at].verbless:
            before = at - 1
            while before >= 0 and group[before].verbless:
                found.add(before)
                before -= 1
        elif at == 0 and end <= group[0].own:
            found.update(everywhere)
        elif start >= tail and not element.is_name and _shares_end(element, elements, text[tail : group[-1].end]):
            found.update(i for i in everywhere if group[i].verbless)
    return frozenset(found)


def _shares_end(element: Element, elements: Sequence[Element], text: str) -> bool:
    """Tell whether the end of a sentence holds for all parts: a verb does, a noun only if it is not what is asked."""
    last = fold(text.rstrip(" .;,")).split()[-1:]
    if not last or not _VERB.fullmatch(last[0]):
        return False
    return not _COPULA.fullmatch(last[0]) or element is not max(elements, key=lambda e: e.at)


def _spot(elements: Sequence[Element], assertion: Assertion, place: Place) -> tuple[int, int] | None:
    """Return what shows that an assertion holds: the figure or the focus that it has in common with the sentence."""
    for element in elements:
        if element.places and (element.is_figure or element.term in assertion.focus):
            return element.places[0]
    best = next(iter(place.candidates), None)
    return (best.start, best.end) if best else None


# --- contradictions ---


def _crossed(
    assertion: Assertion, place: Place, aligned: Aligned, group: Sequence[Part], lost: Sequence[Element],
    kept: Sequence[Element], sharing: dict[int, frozenset[int]],
) -> Aligned:  # fmt: skip
    """Judge an assertion whose pieces stand in different parts: the part of its subject has something else."""
    filler = _filler_of(assertion, [*lost, *kept])
    label = kept if filler in lost else lost
    at = min(sharing[id(max(label, key=lambda e: e.weight))])
    part = group[at]
    rival = competitor(filler, assertion, place, (part.start, part.end))
    moved = replace(aligned, part=(part.start, part.end), predicate=_predicate(group, at))
    elliptic = any(part.verbless for part in group)
    if not rival and not elliptic:  # clauses of their own: the one that has what is asked may say the opposite
        own = min(sharing[id(filler)])
        others = tuple(element.term for element in label if element.term)
        part = group[own]
        return replace(
            aligned, part=(part.start, part.end), predicate=_predicate(group, own), absent=(*aligned.absent, *others)
        )
    return replace(
        moved, conflict=1.0 if rival else 0.6 if elliptic else 0.0, rival=rival, place=rival or aligned.place
    )


def _filler_of(assertion: Assertion, parted: Sequence[Element]) -> Element:
    """Return the piece of an assertion that is in question: its focus, else a figure, a name, the last word."""
    in_focus = [e for e in parted if e.term in assertion.focus]
    if in_focus:
        return in_focus[0]
    figures = [e for e in parted if e.is_figure and e.quantity and e.quantity.kind is not Kind.ORDINAL]
    names = [e for e in parted if e.is_name]
    return max(figures or names or list(parted), key=lambda e: e.at)


def _filled_otherwise(assertion: Assertion, place: Place, aligned: Aligned, elements: Sequence[Element]) -> Aligned:
    """Judge an assertion a piece of which the text lacks: whether something of its kind stands in its place."""
    for element in elements:
        in_focus = element.term is not None and element.term in assertion.focus
        if element.places or (element.in_context and not in_focus):
            continue
        others = [e for e in elements if e is not element and e.term not in assertion.focus]
        held = sum(e.weight for e in others if e.places) / (sum(e.weight for e in others) or 1.0)
        if not (element.is_figure or element.is_name or in_focus) or held < 0.5:
            continue
        rival = competitor(element, assertion, place, aligned.part)
        if rival:
            return replace(aligned, conflict=0.9, rival=rival, place=rival)
        if in_focus and others and held > 0.8:
            return replace(aligned, conflict=0.5)
    if led := _led_otherwise(assertion, place, elements):
        return replace(aligned, conflict=1.0, rival=led, place=led)
    ranked = _ranked_otherwise(place, elements)
    if ranked:
        return replace(aligned, conflict=0.9, rival=ranked, place=ranked)
    asked = _asked_last(assertion, elements)
    if asked and aligned.covered > 0.5 and (rival := reader_span(place, aligned.part, assertion, named=False)):
        return replace(aligned, conflict=0.7, rival=rival, place=rival)
    for element in elements:
        # A figure that only the context has, where the part itself has another one of its kind.
        if element.is_figure and not element.places and element.in_context and element.term is None:
            rival = competitor(element, assertion, place, aligned.part)
            others = [e for e in elements if e is not element]
            held = sum(e.weight for e in others if e.places) / (sum(e.weight for e in others) or 1.0)
            if rival and held >= 0.5:
                return replace(aligned, conflict=0.7, rival=rival, place=rival)
    return aligned


def _led_otherwise(assertion: Assertion, place: Place, elements: Sequence[Element]) -> tuple[int, int] | None:
    """Return the figure of the direction asked for where the question has that of another ("Oslo'dan Bergen'e 12")."""
    asked = [e for e in elements if e.is_figure and len(e.places) == 1]
    if len(asked) != 1 or not names_direction(assertion.question, assertion.language):
        return None

    figure, (start, end) = asked[0].quantity, asked[0].places[0]
    assert figure is not None
    rest = assertion.question[: figure.start] + assertion.question[figure.end :]

    def fits(start: int, end: int) -> float:
        return agreement(rest, assertion.language, place.article, start, end)

    figures = [one for one in figures_in(place.article, place.span) if is_alike(one, figure)]
    best = max(figures, key=lambda figure: fits(figure.start, figure.end))
    if fits(start, end) > -_DIRECTED or fits(best.start, best.end) < _DIRECTED:
        return None
    return best.start, best.end


def _ranked_otherwise(place: Place, elements: Sequence[Element]) -> tuple[int, int] | None:
    """Return the rank that the text gives where the assertion has a bare superlative ("en büyük 4'üncü ortağı")."""
    if any(element.quantity and element.quantity.kind is Kind.ORDINAL for element in elements):
        return None
    for element in elements:
        for _, end in element.places if element.is_extreme else ():
            for figure in figures_in(place.article, place.span):
                if figure.quantity.kind is Kind.ORDINAL and 0 <= figure.start - end <= 2 and figure.size != 1:
                    return figure.start, figure.end
    return None


def _asked_last(assertion: Assertion, elements: Sequence[Element]) -> Element | None:
    """Return the last noun of an English question where the text lacks it and has all the others."""
    nouns = [e for e in elements if e.term and not is_verb(e.term, assertion.language)]
    if assertion.language != "en" or len(nouns) < 2 or nouns[-1].places or nouns[-1].in_context:
        return None
    return nouns[-1] if all(e.places or e.in_context for e in nouns[:-1]) else None

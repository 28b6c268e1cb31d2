"""What a text has in the place of a piece of an assertion: another figure or name, what the reader finds there."""

from qa.quantities import Quantity, find_quantities
from qa.reasoning.assertions import Assertion
from qa.reasoning.elements import Element, Place, case_after, is_alike, lasts_to, meets, role_asked
from qa.reasoning.figures import dimension, figures_in
from qa.reasoning.parallels import is_finite
from qa.text import fold, words
from qa.words.inflection import case_of
from qa.words.terms import Mentions, agree, mentions_in

_WEEKDAYS = frozenset("pazartesi sali carsamba persembe cuma cumartesi pazar".split())
_LONGEST_FACT = 6  # words


def competitor(element: Element, assertion: Assertion, place: Place, part: tuple[int, int]) -> tuple[int, int] | None:
    """Return what a part of the sentence has of an element's kind: a figure, name, weekday, or the reader's span."""
    if element.quantity:
        figures = [f for f in figures_in(place.article, place.span) if part[0] <= f.start < part[1]]
        rivals = [f for f in figures if is_alike(f, element.quantity) and not _is_asked(f.quantity, assertion)]
        rivals = [f for f in rivals if _same_noun(f.quantity, element.quantity, assertion)]
        return (rivals[0].start, rivals[0].end) if rivals else None
    assert element.term is not None
    text = place.article.text
    if element.is_name:
        if placed := _placed_name(element, assertion, text, part):
            return placed
        return reader_span(place, part, assertion, named=True) or _name_in(text, part, assertion)
    if fold(element.term.text) in _WEEKDAYS:
        days = [w for w in mentions_in(text, *part).words if fold(w.text) in _WEEKDAYS]
        return (days[0].start, days[0].end) if days else None
    return reader_span(place, part, assertion, named=False)


def _is_asked(figure: Quantity, assertion: Assertion) -> bool:
    """Tell whether a figure is one that the question itself names, or stands for it."""
    return any(meets(figure, asked) or lasts_to(figure, asked, assertion) for asked in assertion.quantities)


def _same_noun(figure: Quantity, asked: Quantity, assertion: Assertion) -> bool:
    """Tell whether two counts can be of one thing: the same noun, or an English one, or none."""
    if dimension(figure) != "count" or not figure.unit or not asked.unit or assertion.language == "en":
        return True
    return agree(fold(figure.unit), fold(asked.unit))


def reader_span(place: Place, part: tuple[int, int], assertion: Assertion, *, named: bool) -> tuple[int, int] | None:
    """Return the reader's best span inside a part that is not made of the question's own words."""
    for candidate in place.candidates:
        inside = part[0] <= candidate.start and candidate.end <= part[1]
        if not inside or len(candidate.text.split()) > _LONGEST_FACT or "," in candidate.text:
            continue
        if named and not any(word[:1].isupper() for word in candidate.text.split()):
            continue
        if _is_rival(place.article.text, (candidate.start, candidate.end), assertion, part):
            return candidate.start, candidate.end
    return None


def _is_rival(text: str, span: tuple[int, int], assertion: Assertion, part: tuple[int, int]) -> bool:
    """Tell whether a span can stand in the place of a thing asked for: no figure, no verb, nothing that was asked."""
    said = text[slice(*span)]
    if find_quantities(said) or (said[0].islower() and is_finite(said.split()[-1])):
        return False
    near, asked = mentions_in(text, *_name_around(text, span, part)), {fold(w.text) for w in words(assertion.question)}
    return not any(near.holds(term) for term in assertion.terms) and asked.isdisjoint(near.folded)


def _name_around(text: str, span: tuple[int, int], part: tuple[int, int]) -> tuple[int, int]:
    """Return the whole name that a span is of, as far as it stands in a part."""
    start, end = span
    spoken = mentions_in(text, *part).words
    for word in reversed(spoken):
        if word.end < start and text[word.end : start] == " " and word.text[0].isupper() and text[start].isupper():
            start = word.start
    for word in spoken:
        if word.start > end and text[end : word.start] == " " and word.text[0].isupper() and text[start].isupper():
            end = word.end
    return start, end


def _placed_name(element: Element, assertion: Assertion, text: str, part: tuple[int, int]) -> tuple[int, int] | None:
    """Return the name of a part that has the same case as a name has in its own ("Oslo'da" for "Bergen'de")."""
    assert element.term is not None
    cases = {case_after(text, end) for _, end in element.places} | {role_asked(element.term, assertion)}
    for word in mentions_in(text, *part).words:
        asked = any(Mentions(word.text).holds(term) for term in assertion.terms)
        alike = word.suffix and word.text[0].isupper() and case_of(fold(word.suffix)) in cases - {None}
        if alike and not asked and _is_rival(text, (word.start, word.end), assertion, part):
            return word.start, word.end
    return None


def _name_in(text: str, part: tuple[int, int], assertion: Assertion) -> tuple[int, int] | None:
    """Return the last name in a part that the question does not have; the first word of a sentence is none."""
    run: list[tuple[int, int]] = []
    for at, word in enumerate(mentions_in(text, *part).words):
        asked = any(Mentions(word.text).holds(term) for term in assertion.terms)
        opens = at == 0 and text[: word.start].rstrip()[-1:] in ("", ".", "!", "?") and not word.suffix
        if word.text[0].isupper() and not asked and not opens:
            if run and text[run[-1][1] : word.start].strip() == "":
                run[-1] = (run[-1][0], word.end)
            else:
                run.append((word.start, word.end))
    return next((name for name in reversed(run) if _is_rival(text, name, assertion, part)), None)

"""Operands that the reader points at, where the words of a question and those of the text do not meet.

Asked "How much more do adults pay than students?", the reader cannot answer with one span, yet it scores the figures
that the question is about far above all others of the text: "140 lira" and "60 lira" near "no answer", the rest many
points below. Those that stand out so are the operands.
"""

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from qa.answerer import Finding
from qa.answers import Draft
from qa.candidates import Candidate
from qa.quantities import Date, Kind
from qa.reasoning.calculation import Result, difference_of, ratio_of, sum_of, years_between
from qa.reasoning.figures import Figure, is_amount
from qa.reasoning.fitting import computed, unit_fits, years_in
from qa.reasoning.operands import Evidence, context_of, count_alike, years_fit
from qa.reasoning.operations import Operation, Request
from qa.text import fold
from qa.words.terms import Term

LOWEST = 0.0  # score over "no answer" of an operand, at the least
LOWEST_COMPARED = -5.0  # the same of what is compared, where the words must fit the two things that are named
LOWEST_DATE = -18.0  # the same of a date, which is never the answer to a question for a span of time
SPREAD = 8.0  # between the scores of operands, at the most; one that is above that answers by itself
GAP = 2.0  # between the scores of the last operand and of the next figure of its kind, at the least
GAP_BESIDE = 1.0  # the same where the operands stand in one sentence, to the next figure of that sentence
BESIDE = 3.0  # how much more two operands of one sentence are worth than two of different ones
LOWEST_LABEL, SPREAD_LABELS = -9.0, 12.0  # the same two for what figures are of
STATED = 2.0  # score of a span of time from which it is the answer
_LEAST_SURE, _SURE = 0.5, 2.5  # the scores, as `computed` takes them, of operands at the lowest and at 0

_NUMBERS = {"iki": 2, "both": 2, "two": 2, "ikisi": 2, "uc": 3, "three": 3, "ucu": 3, "dort": 4, "four": 4, "dordu": 4,
            "bes": 5, "five": 5, "alti": 6, "six": 6}  # fmt: skip

Pointed = tuple[float, Figure]


def compute_pointed(
    question: str, language: str, request: Request, terms: Sequence[Term], evidence: Evidence, finding: Finding
) -> Draft | None:
    """Compute a difference, ratio, sum or span of time from the figures that the reader points at.

    None where no figures stand out, where one alone does (the text states the result), and where names or years of the
    question are not met around them.
    """
    match request.operation:
        case Operation.SUM:
            chosen = _several(request, question, _scored(filter(is_amount, evidence.figures), finding))
        case Operation.DURATION:
            dates = [f for f in evidence.figures if isinstance(f.quantity.value, Date) and f.quantity.value.year]
            chosen = None if _is_stated(evidence, finding) else _pair(_scored(dates, finding), LOWEST_DATE)
        case _:
            groups = _scored(filter(is_amount, evidence.figures), finding)
            chosen = _pair([group for group in groups if unit_fits(request, group[0][1], group[0][1])], LOWEST)
    if chosen is None or not count_alike(chosen[0][1], chosen[1][1], terms):
        return None
    figures = sorted((figure for _, figure in chosen), key=lambda figure: figure.start)
    if lacks_near(terms, figures) or not years_fit(years_in(question), figures):
        return None
    result = _result(question, language, request, figures)
    lowest = min(score for score, _ in chosen)
    sure = _SURE + (_SURE - _LEAST_SURE) * min(lowest, 0.0) / -LOWEST_DATE
    return computed(result.text, figures, max(sure, _LEAST_SURE), result.calculation) if result else None


def lacks_near(terms: Sequence[Term], figures: Sequence[Figure]) -> bool:
    """Tell whether a name of the question is met in no sentence of some figures, nor before one, nor in the title."""
    near = [context_of(figure.article, *figure.sentence) for figure in figures]
    return any(term.name and term.known and not any(context.holds(term) for context in near) for term in terms)


def point_at_pair(figures: Iterable[Figure], finding: Finding) -> tuple[Figure, Figure] | None:
    """Return the two amounts among some figures that stand out, in the order of the text; None where two do not."""
    chosen = _pair(_scored(filter(is_amount, figures), finding), LOWEST_COMPARED)
    if chosen is None:
        return None
    one, two = sorted((figure for _, figure in chosen), key=lambda figure: figure.start)
    return one, two


def point_at_labels(figures: Sequence[Figure], finding: Finding) -> list[tuple[tuple[int, int], Figure]]:
    """Return the spans that the reader points at, each with the figure in whose clause it stands; two or more.

    "En çok tuval kimden kaldı?" makes it point at all the painters rather than at one.
    """
    best = finding.best
    if best is None:
        return []
    taken: list[Candidate] = []
    for candidate in sorted(finding.candidates, key=lambda one: -one.reader):
        near = candidate.reader >= max(LOWEST_LABEL, best.reader - SPREAD_LABELS)
        if near and candidate.article.id == best.article.id and not any(map(candidate.overlaps, taken)):
            taken.append(candidate)
    for dimension in dict.fromkeys(figure.dimension for figure in figures):
        own: dict[int, tuple[tuple[int, int], Figure]] = {}
        for candidate in taken:
            holding = [f for f in figures if f.dimension == dimension and _is_within(candidate, f)]
            if len(holding) == 1:
                own.setdefault(holding[0].start, ((candidate.start, candidate.end), holding[0]))
        if len(own) > 1 and any(place == (best.start, best.end) for place, _ in own.values()):
            return list(own.values())
    return []


def _is_within(candidate: Candidate, figure: Figure) -> bool:
    first, last = figure.clause
    apart = candidate.end <= figure.start or figure.end <= candidate.start
    return candidate.article.id == figure.article.id and first <= candidate.start and candidate.end <= last and apart


def _result(question: str, language: str, request: Request, figures: Sequence[Figure]) -> Result | None:
    match request.operation:
        case Operation.SUM:
            return sum_of(figures, language, question, request.noun)
        case Operation.DURATION:
            return years_between(figures, request.unit or "year", language)
        case Operation.RATIO:
            return ratio_of(figures[0], figures[1], language)
    return difference_of(figures[0], figures[1], language, question, request.noun)


def _scored(figures: Iterable[Figure], finding: Finding) -> list[list[Pointed]]:
    """Return the figures that were read with the reader's scores, best first, for each article and dimension."""
    once = {(figure.article.id, figure.start): figure for figure in figures}.values()
    groups: dict[tuple[str, str], list[Pointed]] = {}
    for figure in [*once, *_as_measured(list(once))]:
        score = finding.score(figure.article.id, figure.start, figure.end)
        if score > -math.inf:
            groups.setdefault((figure.article.id, figure.dimension), []).append((score, figure))
    return [sorted(group, key=lambda one: -one[0]) for group in groups.values()]


def _as_measured(figures: Sequence[Figure]) -> Iterator[Figure]:
    """Give each bare number the unit of the next measured figure of its sentence too ("430'dan 612 kilometreye")."""
    for bare in figures:
        if bare.quantity.kind is not Kind.NUMBER or bare.quantity.unit:
            continue
        beside = [f for f in figures if f.sentence == bare.sentence and f.dimension.startswith(("money", "measure"))]
        if beside:
            like = min(beside, key=lambda f: (f.start < bare.start, abs(f.start - bare.start))).quantity
            yield replace(bare, quantity=replace(bare.quantity, kind=like.kind, unit=like.unit))


def _pair(groups: Sequence[Sequence[Pointed]], lowest: float) -> Sequence[Pointed] | None:
    """Return the two figures that stand out most, of one sentence rather than of two; None where two do not."""
    found: list[tuple[float, Sequence[Pointed]]] = []
    for group in groups:
        for beside in _by_sentence(group):
            if _stand_out(beside, 2, lowest, GAP_BESIDE) and beside[0][0] >= group[0][0]:
                found.append((beside[1][0] + BESIDE, beside[:2]))
        if _stand_out(group, 2, lowest, GAP):
            found.append((group[1][0], group[:2]))
    fitting = [(score, pair) for score, pair in found if pair[0][1].size != pair[1][1].size]
    return max(fitting, key=lambda one: one[0])[1] if fitting else None


def _stand_out(group: Sequence[Pointed], count: int, lowest: float, gap: float) -> bool:
    """Tell whether the first figures of a group are near to one another, and above the next."""
    if len(group) < count or group[count - 1][0] < lowest or group[0][0] - group[count - 1][0] > SPREAD:
        return False
    return len(group) == count or group[count - 1][0] - group[count][0] >= gap


def _by_sentence(group: Sequence[Pointed]) -> list[list[Pointed]]:
    sentences: dict[tuple[int, int], list[Pointed]] = {}
    for one in group:
        sentences.setdefault(one[1].sentence, []).append(one)
    return list(sentences.values())


def _several(request: Request, question: str, groups: Sequence[Sequence[Pointed]]) -> Sequence[Pointed] | None:
    """Return the figures of a sentence that stand out together; as many as the question says, where it does."""
    named = [_NUMBERS[word] for word in re.findall(r"\w+", fold(question)) if word in _NUMBERS]
    found: list[Sequence[Pointed]] = []
    for group in [beside for alike in groups for beside in _by_sentence(alike)]:
        if not unit_fits(request, group[0][1], group[0][1]):
            continue
        whole = len(group) in named and group[0][0] >= LOWEST
        counts = [len(group)] if whole else named or range(len(group), 1, -1)
        for count in counts:
            chosen = group[:count]
            alone = named or not _holds_total([figure for _, figure in chosen])
            if alone and (whole or _stand_out(group, count, LOWEST, GAP_BESIDE if named else GAP)):
                found.append(chosen)
    return max(found, key=lambda chosen: chosen[0][0], default=None)


def _holds_total(figures: Sequence[Figure]) -> bool:
    """Tell whether one of several figures is the sum of the others."""
    total = sum((figure.size or Decimal(0) for figure in figures), Decimal(0))
    return any(figure.size is not None and figure.size * 2 == total for figure in figures)


def _is_stated(evidence: Evidence, finding: Finding) -> bool:
    spans = [figure for figure in evidence.figures if figure.dimension == "duration"]
    return any(finding.score(figure.article.id, figure.start, figure.end) >= STATED for figure in spans)

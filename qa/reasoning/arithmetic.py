"""Answers that are computed in the open from figures of the text: comparisons, differences, sums, durations, ratios."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from qa.answerer import Finding
from qa.answers import Draft, Span
from qa.citations import cite_each, span_of
from qa.corpus import Article
from qa.expectation import Expected, expected_answer
from qa.quantities import Kind, Period
from qa.reasoning.ages import age_at_event
from qa.reasoning.assertions import is_verb
from qa.reasoning.calculation import difference_of, figure_text, ratio_of, sum_of, years_between
from qa.reasoning.counting import GENERIC
from qa.reasoning.directions import figures_by_direction, figures_by_origin, figures_by_place, is_directed
from qa.reasoning.extremes import find_extreme
from qa.reasoning.figures import Figure, figures_at, moves_to
from qa.reasoning.operands import (
    Evidence,
    clause_of,
    closeness,
    context_of,
    contrast,
    count_alike,
    coverage,
    gather,
    is_temporal,
    labelled_pair,
    lacks_name,
    pair_score,
    pairs_of,
    speaks_of_unit,
    years_at,
    years_fit,
)
from qa.reasoning.operations import (
    Label,
    Operation,
    Request,
    compares,
    counted_noun_of,
    fits,
    larger_wins,
    read_request,
)
from qa.reasoning.remainders import subtract_part
from qa.reasoning.then_and_now import now_and_then
from qa.text import fold
from qa.words.terms import Mentions, Term, agree, find_terms, mentions_in, telling_terms

__all__ = ["Comparison", "compute", "set_side_by_side", "states_difference"]

_COVERED = 0.5  # share of the question's known words that the sentences of the operands must speak of
_COVERED_EVENTS = 0.6  # the same for the nouns of a span of time, which name what it lies between
_COVERED_REST = 0.4  # the same for the words that name neither of the things compared
_DIRECTED = 3.0  # the score of two figures that the cases of names tell apart
_MONEY = re.compile(
    r"\b(?:cost|costs|price|prices|expensive|fee|fees|toll|maliyet\w*|fiyat\w*|ucret\w*|pahali\w*|ucuz\w*)\b"
)
_CHANGE = re.compile(
    r"\b(?:gecen|bir onceki|onceki|bir yilda|last|previous|before|year|years|rise|rose|grow|grew|grown|fall|"
    r"fell|drop|dropped|decline\w*|"
    r"increase\w*|decrease\w*|change\w*|shrink|shrank|become|became|"
    r"kisal\w*|uzadi\w*|indi\w*|cikti\w*|art(?:ti|mis)|azal(?:di|mis)|dus(?:tu|mus)|yuksel(?:di|mis)|gerile(?:di|mis)|buyu(?:du|mus)|degis\w+)\b"
)
_LARGE = 1000
_LASTS = re.compile(r"sur[deum]|sure\b|suren|sur[ae]c|tak(?:e|en|ing)|took|last|pass")
_AGE = re.compile(r"\byas\b|\byasca\b|\b(?:older|younger)\b")
_STATED = re.compile(
    r"\b(?:art\w*|azal\w*|dus(?:us|tu)\w*|gerile\w*|yuksel\w*|fark\w*|fazla\w*|buyu(?!k)\w*|kucul\w*|daha \w+)\b"
)
_TOTAL = re.compile(r"\b(?:toplam\w*|tamam\w*|hepsi|genel)\s*$")
_LINK = re.compile(r"[,;]|\b(?:ve|ile)\b")
_NAMED_TOTAL = re.compile(r"\btoplam\w*(?:\s+[^\W\d_]+)?\s*$")


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two figures set side by side: `first` is said of the first label, `second` of the second."""

    first: Figure
    second: Figure
    score: float

    @property
    def difference(self) -> Decimal:
        """How much the first figure exceeds the second."""
        assert self.first.size is not None and self.second.size is not None
        return self.first.size - self.second.size


def compute(question: str, language: str, finding: Finding) -> Draft | None:
    """Compute the answer to a question from figures near what the reader found.

    None where the question asks for nothing to be computed, where the text states the result itself, or where the
    operands are not all there or do not fit one another.
    """
    for told in (age_at_event, subtract_part, find_extreme):
        if draft := told(question, language, finding):
            return draft
    request = read_request(question, language)
    if request is None:
        return None
    if request.operation is Operation.COMPARISON:
        return _compare(question, language, request, finding)
    evidence = gather([finding])
    terms = telling_terms(question, language)
    if request.operation is Operation.DIFFERENCE and _AGE.search(fold(question)):
        aged = _duration(question, language, replace(request, unit="year"), terms, evidence)
        if aged:
            return aged
    match request.operation:
        case Operation.SUM:
            return _sum(question, language, request, terms, evidence)
        case Operation.DURATION:
            return _duration(question, language, request, terms, evidence)
    return _difference(question, language, request, terms, evidence)


def set_side_by_side(
    question: str,
    language: str,
    labels: tuple[Label, Label],
    word: str,
    findings: Sequence[Finding],
    counted: Term | None = None,
) -> Comparison | None:
    """Return the figures that a comparative ("uzun", "more") compares for two labels, None where the text lacks one."""
    evidence = gather(findings)
    terms = [term for term in telling_terms(question, language) if not compares(fold(term.text), word, language)]
    named = [{form for term in label.terms for form in term.forms} for label in labels]
    rest = [term for term in terms if (bool(set(term.forms) & named[0]) == bool(set(term.forms) & named[1]))]
    money = bool(_MONEY.search(fold(question)))
    dimensions = frozenset(
        figure.dimension for figure in evidence.figures
        if fits(figure.dimension, word) and (not money or figure.dimension.startswith("money"))
    )  # fmt: skip
    timed = now_and_then(evidence, labels, rest, dimensions, counted)
    if timed:
        return Comparison(timed[1], timed[2], timed[0])
    if is_directed(labels):
        directed = figures_by_direction(labels, language, evidence)
        pair = (_DIRECTED, *directed) if directed else None
    elif placed := figures_by_place(labels, language, evidence) or figures_by_origin(labels, rest, evidence):
        pair = _DIRECTED, *placed
    else:
        pair = labelled_pair(evidence, labels, rest, dimensions, counted)
    if pair is None:
        return None
    score, first, second = pair
    known = [term for term in rest if term.known and not is_verb(term, language)]
    apart = first.sentence != second.sentence and first.quantity.unit != second.quantity.unit
    if apart and counted and counted.known and not any(_in_sentences(counted, [one]) for one in (first, second)):
        return None
    whole = mentions_in(first.article.text, 0, len(first.article.text))
    if any(len(label.terms) > 1 and not whole.holds(label.terms[0]) for label in labels if language == "tr"):
        return None  # the text does not speak of whose height, of what price at all
    if not years_fit(_years_in(question), (first, second)):
        return None
    if lacks_name(terms, (first, second)) or (known and coverage(known, (first, second)) < _COVERED_REST):
        return None
    return Comparison(first, second, score)


def _compare(question: str, language: str, request: Request, finding: Finding) -> Draft | None:
    labels = (request.labels[0], request.labels[1])
    found = set_side_by_side(question, language, labels, request.word, [finding], counted_noun_of(question, language))
    if found is None:
        return None
    difference = found.difference
    if not difference:
        return None
    first_wins = (difference > 0) == larger_wins(request.word, found.first.dimension, request.larger)
    winner = labels[0] if first_wins else labels[1]
    sign = ">" if difference > 0 else "<"
    shown = (figure_text(figure, language, question) for figure in (found.first, found.second))
    calculation = f" {sign} ".join(f"{label.text}: {text}" for label, text in zip(labels, shown, strict=True))
    return _draft(_bare(winner.text), (found.first, found.second), found.score, calculation)


def _difference(
    question: str, language: str, request: Request, terms: Sequence[Term], evidence: Evidence
) -> Draft | None:
    changes = bool(_CHANGE.search(fold(question)))
    told = [t for t in terms if not is_verb(t, language) and fold(t.text) != fold(request.noun or "")]
    unknown = any(not term.known and not is_verb(term, language) for term in terms)
    nouns = find_terms(f"… {request.noun}", language) if request.noun else []
    best: tuple[float, Figure, Figure] | None = None
    for one, two in pairs_of(evidence.figures):
        if not _can_differ(request, terms, nouns, one, two) or (unknown and one.article.id != evidence.article):
            continue
        if not _of_years(question, one, two):
            continue
        opposed, temporal = contrast(one, two, told), is_temporal(one, two)
        if one.sentence != two.sentence:
            temporal = temporal and speaks_of_unit(one, two, told)
            temporal = temporal and any(clause_of(one).holds(term) and clause_of(two).holds(term) for term in told)
        moved = moves_to(one, two) or moves_to(two, one)
        if not opposed and not (temporal and (changes or moved)) and not _asked_years(question, one, two):
            continue
        score = closeness(one, two, told) + pair_score(one, two, terms, evidence)
        score += 1.5 * (temporal if changes else opposed > 0) + _noun_bonus(request, one, two, language)
        score += 1.0 * _asked_years(question, one, two)
        if best is None or score > best[0]:
            best = score, one, two
    if best is None:
        return None
    score, one, two = best
    known = max(coverage(terms, (one, two)), coverage(told, (one, two))) >= _COVERED
    known = known or (unknown and _asked_years(question, one, two))
    if not known or lacks_name(terms, (one, two)):
        return None
    if not years_fit(_years_in(question), (one, two)):
        return None
    if request.operation is Operation.RATIO:
        result = ratio_of(one, two, language)
    else:
        result = difference_of(one, two, language, question, request.noun)
    if result is None:
        return None
    return _draft(result.text, (one, two), score, result.calculation)


def _can_differ(request: Request, terms: Sequence[Term], nouns: Sequence[Term], one: Figure, two: Figure) -> bool:
    """Tell whether two figures have a difference that a question can ask for: of one unit, of what it counts."""
    if one.dimension in ("ordinal", "time", "date", "period") or one.size == two.size:
        return False
    if not _unit_fits(request, one, two) or not count_alike(one, two, terms):
        return False
    return all(_are_of(noun, one, two) for noun in nouns if noun.known)


def _are_of(noun: Term, one: Figure, two: Figure) -> bool:
    """Tell whether two figures count what a question asks for, or stand where the text speaks of it."""
    counted = [_counts(fold(figure.quantity.unit or ""), noun) for figure in (one, two)]
    if set(noun.forms) & GENERIC:
        return any(counted) or not any(figure.quantity.unit for figure in (one, two))
    near = [context_of(figure.article, *figure.sentence).holds(noun) for figure in (one, two)]
    return all(counts or speaks for counts, speaks in zip(counted, near, strict=True))


def _duration(
    question: str, language: str, request: Request, terms: Sequence[Term], evidence: Evidence
) -> Draft | None:
    unit = request.unit or "year"
    what = [term for term in terms if not _LASTS.match(fold(term.text))]  # anything lasts
    best: tuple[float, tuple[Figure, ...]] | None = None
    for one, two in pairs_of(evidence.figures):
        if one.dimension != "date":
            continue
        opposed = contrast(one, two, terms)
        if not opposed and one.sentence != two.sentence:
            continue
        score = 0.5 * min(opposed, 1) + closeness(one, two, terms) + pair_score(one, two, terms, evidence)
        if best is None or score > best[0]:
            best = score, (one, two)
    for figure in evidence.figures:
        if isinstance(figure.quantity.value, Period) and figure.dimension == "period":
            score = closeness(figure, figure, terms) + pair_score(figure, figure, terms, evidence)
            if best is None or score > best[0]:
                best = score, (figure,)
    if best is None or lacks_name(terms, best[1]):
        return None
    if min(coverage(terms, best[1]), coverage(what, best[1])) < _COVERED:
        return None
    events = [term for term in what if term.known and not is_verb(term, language)]
    if sum(_in_sentences(term, best[1]) for term in events) < _COVERED_EVENTS * len(events):
        return None
    if _states_duration(terms, evidence, best[1]):
        return None
    result = years_between(best[1], unit, language)
    return _draft(result.text, best[1], best[0], result.calculation) if result else None


def _sum(question: str, language: str, request: Request, terms: Sequence[Term], evidence: Evidence) -> Draft | None:
    nouns = [term for term in (find_terms(f"… {request.noun}", language) if request.noun else []) if term.known]
    best: tuple[float, list[Figure]] | None = None
    for figures in _parallel_groups(evidence.figures):
        group = _counting(nouns, terms, figures)
        if len(group) < 2 or not _unit_fits(request, *group[:2]):
            continue
        named = [figure for figure in group if any(_only_in(term, figure, group) for term in terms)]
        chosen = named if len(named) > 1 and not _at_edges(named, group, terms) else group
        if len(chosen) < 2:
            continue
        score = pair_score(chosen[0], chosen[-1], terms, evidence) + 0.5 * len(named)
        score += _noun_bonus(request, chosen[0], chosen[1], language)
        if best is None or score > best[0]:
            best = score, chosen
    if best is None:
        return None
    score, chosen = best
    noun = find_terms(f"… {request.noun}", language) if request.noun else []
    must = [term for term in terms if term.name] + [
        t for t in noun if t.known and fold(t.text) not in GENERIC and not is_verb(t, language)
    ]
    things = [term for term in terms if term.known and not term.name]
    if any(not _in_sentences(term, chosen) for term in must) or not _speak_of_any(things, chosen):
        return None
    if coverage(terms, chosen) < _COVERED or lacks_name(terms, chosen) or not years_fit(_years_in(question), chosen):
        return None
    if not _names_each(terms, chosen) and (not _are_listed(chosen) or _states_total(terms, evidence, chosen)):
        return None
    if expected_answer(question, language) is Expected.MONEY and not _may_be_money(chosen[0]):
        return None
    result = sum_of(chosen, language, question, request.noun)
    return _draft(result.text, chosen, score, result.calculation) if result else None


# --- what fits ---


def states_difference(article: Article, start: int, end: int) -> bool:
    """Tell whether the text itself gives a figure for a difference or a change ("yüzde 8 arttı", "12 milyon fark")."""
    figures = [figure for figure in figures_at(article, start) if figure.start < end and start < figure.end]
    clause = figures[0].clause if figures else (start, end)
    return bool(_STATED.search(fold(article.text[slice(*clause)])))


def _unit_fits(request: Request, one: Figure, two: Figure) -> bool:
    """Tell whether figures have the unit that the question asks for ("kaç metre", "how many years")."""
    if request.unit is None:
        return True
    return all(request.unit in (f.quantity.unit, f.dimension.partition(" ")[2]) for f in (one, two))


def _noun_bonus(request: Request, one: Figure, two: Figure, language: str) -> float:
    """Reward figures that count the noun that the question asks for, against those that count another."""
    if request.noun is None:
        return 0.0
    terms = find_terms(f"… {request.noun}", language)
    counted = [fold(figure.quantity.unit) for figure in (one, two) if figure.quantity.unit]
    if not terms or not counted:
        return 0.0
    return 1.5 if all(any(_counts(unit, term) for term in terms) for unit in counted) else -0.5


def _counts(unit: str, term: Term) -> bool:
    return any(agree(form, unit) for form in term.forms)


def _asked_years(question: str, one: Figure, two: Figure) -> bool:
    asked = set(_years_in(question))
    return (
        len(asked) > 1
        and bool(asked & years_at(one))
        and bool(asked & years_at(two))
        and years_at(one) != years_at(two)
    )


def _of_years(question: str, one: Figure, two: Figure) -> bool:
    """Tell whether two figures are of the two years that a question names, as far as their clauses name any."""
    asked, told = set(_years_in(question)), (years_at(one), years_at(two))
    return len(asked) != 2 or not all(told) or asked <= told[0] | told[1]


def _years_in(question: str) -> list[int]:
    return [int(year) for year in re.findall(r"\b(?:1\d|20)\d\d\b", question)]


def _only_in(term: Term, figure: Figure, group: Sequence[Figure]) -> bool:
    holding = [other for other in group if clause_of(other).holds(term)]
    return holding == [figure]


def _in_sentences(term: Term, figures: Sequence[Figure]) -> bool:
    """Tell whether a sentence of some figures, or the title, has a term."""
    texts = [mentions_in(figure.article.text, *figure.sentence) for figure in figures]
    return any(text.holds(term) for text in (*texts, Mentions(figures[0].article.title)))


def _counting(nouns: Sequence[Term], terms: Sequence[Term], group: list[Figure]) -> list[Figure]:
    """Leave out what counts nothing that the question names ("iki ülkede ... 78, ... 64 etkinlik")."""
    units = {figure.start: fold(figure.quantity.unit) for figure in group if figure.quantity.unit}
    if not any(_counts(unit, noun) for unit in units.values() for noun in nouns):
        return group
    named = {at for at, unit in units.items() if any(_counts(unit, term) for term in (*nouns, *terms))}
    return [figure for figure in group if figure.start in named or figure.start not in units]


def _speak_of_any(things: Sequence[Term], chosen: Sequence[Figure]) -> bool:
    return not things or any(_in_sentences(term, chosen) for term in things)


def _may_be_money(figure: Figure) -> bool:
    """Tell whether a figure is an amount of money, or a large bare number, whose currency may stand further above."""
    large = figure.quantity.kind is Kind.NUMBER and figure.size is not None and figure.size >= _LARGE
    return large or figure.quantity.kind is Kind.MONEY


def _names_each(terms: Sequence[Term], chosen: Sequence[Figure]) -> bool:
    """Tell whether the question names every one of the figures that are added up."""
    return all(any(_only_in(term, figure, chosen) for term in terms) for figure in chosen)


def _are_listed(chosen: Sequence[Figure]) -> bool:
    """Tell whether counts stand in a list ("9 altın, 7 gümüş ve 12 bronz"), and not one within the other's phrase."""
    if chosen[0].dimension != "count":
        return True
    text = chosen[0].article.text
    return all(_LINK.search(text, one.end, two.start) for one, two in pairwise(chosen))


def _at_edges(named: Sequence[Figure], group: Sequence[Figure], terms: Sequence[Term]) -> bool:
    """Tell whether only the first and last of many figures are named, by words that a whole enumeration shares."""
    if len(group) < 3 or list(named) != [group[0], group[-1]]:
        return False
    units = [fold(figure.quantity.unit or "") for figure in named]
    return not all(any(_counts(unit, term) for term in terms) for unit in units if unit) or not all(units)


def _parallel_groups(figures: Sequence[Figure]) -> list[list[Figure]]:
    """Return the figures that stand side by side: of one dimension in one sentence, at least two."""
    groups: dict[tuple[str, int, str], list[Figure]] = {}
    for figure in figures:
        if figure.dimension in ("date", "period", "ordinal", "time") or figure.size is None:
            continue
        groups.setdefault((figure.article.id, figure.sentence[0], figure.dimension), []).append(figure)
    return [sorted(group, key=lambda f: f.start) for group in groups.values() if len(group) > 1]


def _states_total(terms: Sequence[Term], evidence: Evidence, chosen: Sequence[Figure]) -> bool:
    """Tell whether the text gives the total itself."""
    total = sum((figure.size or Decimal(0)) for figure in chosen)
    for figure in evidence.figures:
        before = fold(figure.article.text[figure.sentence[0] : figure.start])[-40:]
        if figure in chosen and _NAMED_TOTAL.search(before):
            return True
        if figure.dimension != chosen[0].dimension or (figure in chosen and len(chosen) < 3):
            continue
        if figure.size == total or (
            _TOTAL.search(before) and coverage(terms, (figure,)) >= _COVERED and figure not in chosen
        ):
            return True
    return any(figure.size is not None and figure.size * 2 == total for figure in chosen if len(chosen) > 2)


def _states_duration(terms: Sequence[Term], evidence: Evidence, chosen: Sequence[Figure]) -> bool:
    """Tell whether a sentence of the operands gives the span of time itself ("17 yıl sonra")."""
    return any(
        figure.quantity.kind is Kind.DURATION
        and (figure.article.id, figure.sentence) == (other.article.id, other.sentence)
        and not re.match(r"\w*\s+once\b", fold(figure.article.text[figure.end : figure.end + 12]))
        for figure in evidence.figures for other in chosen
    )  # fmt: skip


def _draft(text: str, figures: Sequence[Figure], score: float, calculation: str) -> Draft:
    spans: list[Span] = [span_of(f.article, f.start, f.end) for f in figures]
    citations = cite_each((f.article, f.start, f.end) for f in figures)
    confidence = min(0.95, 0.45 + 0.1 * score)
    return Draft("span", text, spans, citations, confidence, calculation)


def _bare(label: str) -> str:
    """Return a label as an answer: without quotation marks around it, its first letter as it stands."""
    return label.strip('"“”«» ') or label

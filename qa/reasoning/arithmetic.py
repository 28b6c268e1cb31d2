"""Answers that are computed in the open from figures of the text: comparisons, differences, sums, durations, ratios."""

import re
from collections.abc import Sequence
from dataclasses import replace

from qa.answerer import Finding
from qa.answers import Draft
from qa.corpus import Article
from qa.expectation import Expected, expected_answer
from qa.quantities import Kind, Period
from qa.reasoning.ages import age_at_event
from qa.reasoning.assertions import is_verb
from qa.reasoning.calculation import difference_of, ratio_of, years_between
from qa.reasoning.comparisons import compare_labels
from qa.reasoning.counting import GENERIC
from qa.reasoning.extremes import find_extreme
from qa.reasoning.figures import Figure, figures_at, moves_to
from qa.reasoning.fitting import COVERED, computed, counts_noun, noun_bonus, speak_of, unit_fits, years_in
from qa.reasoning.operands import (
    Evidence,
    beyond_topic,
    clause_of,
    closeness,
    context_of,
    contrast,
    count_alike,
    coverage,
    gather,
    is_temporal,
    lacks_name,
    pair_score,
    pairs_of,
    speaks_of_unit,
    years_at,
    years_fit,
)
from qa.reasoning.operations import Operation, Request, read_request
from qa.reasoning.pointed import compute_pointed
from qa.reasoning.remainders import subtract_part
from qa.reasoning.shares import find_share
from qa.reasoning.totals import add_up
from qa.text import fold
from qa.words.terms import Term, find_terms, mentions_in, telling_terms

_NOT_COMPUTED = (
    Expected.PERSON, Expected.PLACE, Expected.ORGANISATION, Expected.REASON, Expected.MANNER,
)  # fmt: skip
_BETWEEN = re.compile(
    r"\b(?:arasi\w*|gec(?:ti|mis|en|ecek)\w*|sonra\w*|once\w*|kadar|beri|boyunca|yap(?:ti|mis)|kal(?:di|mis)|sur(?:du|en|m\w+|uyor)|between|"
    r"pass(?:ed)?|after|later|before|earlier|until|since|elaps\w*|apart|separat\w*|tak(?:e|en)|took|last(?:ed)?|long)\b"
)
_CLEARER = 4.0  # by so much the reader must point at other operands than those near the words of the question
_COVERED_EVENTS = 0.6  # share of the nouns of a span of time, which name what it lies between, that must be spoken of
_CHANGE = re.compile(
    r"\b(?:gecen|bir onceki|onceki|bir yilda|last|previous|before|year|years|rise|rose|grow|grew|grown|fall|"
    r"fell|drop|dropped|decline\w*|"
    r"increase\w*|decrease\w*|change\w*|shrink|shrank|become|became|"
    r"kisal\w*|uzadi\w*|indi\w*|cikti\w*|art(?:ti|mis)|azal(?:di|mis)|dus(?:tu|mus)|yuksel(?:di|mis)|gerile(?:di|mis)|buyu(?:du|mus)|degis\w+)\b"
)
_THEN = re.compile(
    r"\b(?:gecen|(?:bir )?onceki) (?:yil|sezon|donem|ay)\w*|\b(?:the )?(?:previous|last) (?:year|season|month)\b|"
    r"\bthe (?:year|season) before\b"
)
_LASTS = re.compile(r"sur[deum]|sure\b|suren|sur[ae]c|tak(?:e|en|ing)|took|last|pass")
_BEGINS = re.compile(r"\b(?:basla|kurul|acil|gir(?:di|ip)|geldi|gelip|goreve)\w*")
_ENDS = re.compile(r"\b(?:kadar|degin|dek|son|bit(?:ti|ir)|birak|ayril|emekli|kapan|kapat)\w*")
_AGE = re.compile(r"\byas\b|\byasca\b|\b(?:older|younger)\b")
_STATED = re.compile(
    r"\b(?:art\w*|azal\w*|dus(?:us|tu)\w*|gerile\w*|yuksel\w*|fark\w*|fazla\w*|buyu(?!k)\w*|kucul\w*|daha \w+)\b"
)


def compute(question: str, language: str, finding: Finding) -> Draft | None:
    """Compute the answer to a question from figures near what the reader found.

    None where the question asks for nothing to be computed, where the text states the result itself, or where the
    operands are not all there or do not fit one another.
    """
    for computing in (age_at_event, find_share, subtract_part, find_extreme):
        if draft := computing(question, language, finding):
            return draft
    request = read_request(question, language)
    if request is None:
        return None
    if request.operation is Operation.COMPARISON:
        return compare_labels(question, language, request, finding)
    if expected_answer(question, language) in _NOT_COMPUTED:
        return None
    evidence = gather([finding])
    terms = telling_terms(question, language)
    if request.operation is Operation.DIFFERENCE and _AGE.search(fold(question)):
        aged = _duration(question, language, replace(request, unit="year"), terms, evidence)
        if aged:
            return aged
    told = _by_words(question, language, request, terms, evidence)
    pointed = compute_pointed(question, language, request, terms, evidence, finding)
    if told and pointed and _lowest(pointed, finding) - _lowest(told, finding) < _CLEARER:
        return told
    return pointed or told


def _lowest(draft: Draft, finding: Finding) -> float:
    """Return the reader's score of the operand of a calculation that it points at least."""
    return min(finding.score(span.article, span.start, span.end) for span in draft.spans)


def _by_words(
    question: str, language: str, request: Request, terms: Sequence[Term], evidence: Evidence
) -> Draft | None:
    """Compute from figures near which the text has the words of the question."""
    match request.operation:
        case Operation.SUM:
            return add_up(question, language, request, terms, evidence)
        case Operation.DURATION:
            return _duration(question, language, request, terms, evidence)
    return _difference(question, language, request, terms, evidence)


def _difference(
    question: str, language: str, request: Request, terms: Sequence[Term], evidence: Evidence
) -> Draft | None:
    changes, then = bool(_CHANGE.search(fold(question))), bool(_THEN.search(fold(question)))
    told = [t for t in terms if not is_verb(t, language) and fold(t.text) != fold(request.noun or "")]
    unknown = any(not term.known and not is_verb(term, language) for term in terms)
    nouns = find_terms(f"… {request.noun}", language) if request.noun else []
    subject = [term for term in told[:1] if term.start == 0 and language == "tr"]
    best: tuple[float, Figure, Figure] | None = None
    for one, two in pairs_of(evidence.figures):
        if not _can_differ(request, terms, nouns, one, two) or (unknown and one.article.id != evidence.article):
            continue
        linked = _linked(told, nouns, one, two)
        if linked is None or not _of_years(question, one, two) or _is_told_elsewhere(subject, one, two):
            continue
        if then and not is_temporal(one, two):
            continue
        opposed, temporal = contrast(one, two, told), linked and is_temporal(one, two)
        moved = moves_to(one, two) or moves_to(two, one)
        if not opposed and not (temporal and (changes or moved)) and not _asked_years(question, one, two):
            continue
        score = closeness(one, two, told) + pair_score(one, two, terms, evidence)
        score += 1.5 * (temporal if changes else opposed > 0) + noun_bonus(request, one, two, language)
        score += 1.0 * _asked_years(question, one, two)
        if best is None or score > best[0]:
            best = score, one, two
    if best is None:
        return None
    score, one, two = best
    known = max(coverage(terms, (one, two)), coverage(told, (one, two))) >= COVERED
    known = known or (unknown and _asked_years(question, one, two))
    if not known or lacks_name(terms, (one, two)):
        return None
    if not years_fit(years_in(question), (one, two)):
        return None
    if request.operation is Operation.RATIO:
        result = ratio_of(one, two, language)
    else:
        result = difference_of(one, two, language, question, request.noun)
    if result is None:
        return None
    return computed(result.text, (one, two), score, result.calculation)


def _is_told_elsewhere(terms: Sequence[Term], one: Figure, two: Figure) -> bool:
    """Tell whether the text speaks of a term, but nowhere near two figures."""
    near = [context_of(figure.article, *figure.sentence) for figure in (one, two)]
    whole = mentions_in(one.article.text, 0, len(one.article.text))
    return any(whole.holds(term) and not any(context.holds(term) for context in near) for term in terms)


def _linked(told: Sequence[Term], nouns: Sequence[Term], one: Figure, two: Figure) -> bool | None:
    """Tell whether two figures are said of one thing that the question names, None where nothing links them.

    In one sentence they are. The topic of the text is no such thing, for everything is said of it.
    """
    if one.sentence == two.sentence:
        return True
    if not speaks_of_unit(one, two, told):
        return None
    shared = [term for term in beyond_topic([*told, *nouns], one.article) if not set(term.forms) & GENERIC]
    alike = any(_is_of(term, one) and _is_of(term, two) for term in shared)
    bare = one.dimension == "count" and not (one.quantity.unit and two.quantity.unit)
    return None if bare and not alike else alike


def _is_of(term: Term, figure: Figure) -> bool:
    """Tell whether a figure counts what a term names, or its clause speaks of it."""
    return counts_noun(fold(figure.quantity.unit or ""), term) or clause_of(figure).holds(term)


def _can_differ(request: Request, terms: Sequence[Term], nouns: Sequence[Term], one: Figure, two: Figure) -> bool:
    """Tell whether two figures have a difference that a question can ask for: of one unit, of what it counts."""
    if one.dimension in ("ordinal", "time", "date", "period") or one.size == two.size:
        return False
    if not unit_fits(request, one, two) or not count_alike(one, two, terms):
        return False
    return all(_are_of(noun, one, two) for noun in nouns if noun.known)


def _are_of(noun: Term, one: Figure, two: Figure) -> bool:
    """Tell whether two figures count what a question asks for, or stand where the text speaks of it."""
    counted = [counts_noun(fold(figure.quantity.unit or ""), noun) for figure in (one, two)]
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
        told = beyond_topic(terms, one.article)
        opposed = contrast(one, two, told) or int(_bound_an_activity(one, two, told))
        if not opposed and (one.sentence != two.sentence or not _BETWEEN.search(fold(question))):
            continue
        score = 0.3 * min(opposed, 2) + closeness(one, two, told) + pair_score(one, two, terms, evidence)
        if best is None or score > best[0]:
            best = score, (one, two)
    for figure in evidence.figures:
        if isinstance(figure.quantity.value, Period) and figure.dimension == "period":
            score = closeness(figure, figure, terms) + pair_score(figure, figure, terms, evidence)
            if best is None or score > best[0]:
                best = score, (figure,)
    if best is None or lacks_name(terms, best[1]):
        return None
    if min(coverage(terms, best[1]), coverage(what, best[1])) < COVERED:
        return None
    events = [term for term in what if term.known and not is_verb(term, language)]
    if sum(speak_of(term, best[1]) for term in events) < _COVERED_EVENTS * len(events):
        return None
    if _states_duration(terms, evidence, best[1]):
        return None
    result = years_between(best[1], unit, language)
    return computed(result.text, best[1], best[0], result.calculation) if result else None


def _bound_an_activity(one: Figure, two: Figure, terms: Sequence[Term]) -> bool:
    """Tell whether a thing that a question names begins at one date and ends at the other."""
    begin, end = clause_of(one), clause_of(two)
    if not any(begin.holds(term) and end.holds(term) for term in terms):
        return False
    texts = [fold(figure.article.text[slice(*figure.clause)]) for figure in (one, two)]
    return bool(_BEGINS.search(texts[0])) and bool(_ENDS.search(texts[1]))


# --- what fits ---


def states_difference(article: Article, start: int, end: int) -> bool:
    """Tell whether the text itself gives a figure for a difference or a change ("yüzde 8 arttı", "12 milyon fark")."""
    figures = [figure for figure in figures_at(article, start) if figure.start < end and start < figure.end]
    clause = figures[0].clause if figures else (start, end)
    return bool(_STATED.search(fold(article.text[slice(*clause)])))


def _asked_years(question: str, one: Figure, two: Figure) -> bool:
    asked = set(years_in(question))
    return (
        len(asked) > 1
        and bool(asked & years_at(one))
        and bool(asked & years_at(two))
        and years_at(one) != years_at(two)
    )


def _of_years(question: str, one: Figure, two: Figure) -> bool:
    """Tell whether two figures are of the two years that a question names, as far as their clauses name any."""
    asked, told = set(years_in(question)), (years_at(one), years_at(two))
    return len(asked) != 2 or not all(told) or asked <= told[0] | told[1]


def _states_duration(terms: Sequence[Term], evidence: Evidence, chosen: Sequence[Figure]) -> bool:
    """Tell whether a sentence of the operands gives the span of time itself ("17 yıl sonra")."""
    return any(
        figure.quantity.kind is Kind.DURATION
        and (figure.article.id, figure.sentence) == (other.article.id, other.sentence)
        and not re.match(r"\w*\s+once\b", fold(figure.article.text[figure.end : figure.end + 12]))
        for figure in evidence.figures for other in chosen
    )  # fmt: skip

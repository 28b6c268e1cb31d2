"""Yes or no: whether the text bears out what a question asserts, and the fact that decides.

What the question says (figures, years, names, direction, comparison, all or only) is set against the sentence that speaks
of it most. Where the sentence puts another value of the same kind in its place the answer is no, with that value; where it
holds all of it, yes; where the text does not speak of it there is no answer. The reader's own verdict is weighed in.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from qa.alignment import Aligned, align
from qa.answerer import Finding
from qa.answers import Citation, Draft
from qa.arithmetic import set_side_by_side
from qa.assertions import (
    Assertion,
    direction_of,
    is_limited,
    is_negated,
    opposite_forms,
    read_assertion,
    read_contest,
)
from qa.calculation import figure_text
from qa.citations import cite, span_of
from qa.corpus import Article
from qa.expectation import is_yes_no
from qa.figures import Figure
from qa.operands import Evidence, clause_of, coverage, gather, is_temporal, later_of, pair_score, pairs_of
from qa.operations import comparative, fits, is_larger, larger_wins
from qa.phrases import phrase
from qa.quantities import Kind, Quantity, same_value
from qa.rendering import render
from qa.text import fold

VERDICT_WEIGHT = 0.0  # what the log-odds of the reader's yes/no head count beside the rules' own
DECIDED = 0.55  # probability of a verdict from which it is given

Place = tuple[Article, int, int]


@dataclass(frozen=True, slots=True)
class Ruling:
    """What the rules find: the log-odds of yes, the fact to tell beside a no, and the places that decide."""

    odds: float
    fact: str
    places: tuple[Place, ...]
    calculation: str = ""


def decide(question: str, language: str, finding: Finding) -> Draft | None:
    """Answer a yes/no question, None for another question and where the text does not decide."""
    if not is_yes_no(question, language) or not finding.candidates:
        return None
    assertion = read_assertion(question, language)
    evidence = gather([finding])
    ruling = _rule(assertion, evidence, finding)
    if ruling is None:
        return None
    odds = ruling.odds + VERDICT_WEIGHT * _verdict_near(ruling.places, finding)
    probability = 1 / (1 + math.exp(-abs(odds)))
    if probability < DECIDED:
        return None
    return _draft(assertion, ruling, odds > 0, probability)


def _rule(assertion: Assertion, evidence: Evidence, finding: Finding) -> Ruling | None:
    contest = read_contest(assertion.question, assertion.language)
    if contest:
        return _judge_contest(assertion, contest.labels, contest.word, finding)
    threshold = _judge_threshold(assertion, evidence)
    if threshold:
        return threshold
    if assertion.majority and (ruling := _judge_majority(assertion, evidence)):
        return ruling
    if assertion.direction and (ruling := _judge_change(assertion, evidence)):
        return ruling
    if assertion.most and (ruling := _judge_superlative(assertion, evidence)):
        return ruling
    return _judge_sentence(assertion, finding)


def _verdict_near(places: Sequence[Place], finding: Finding) -> float:
    """Return the verdict of the reader's window that holds the deciding place, else of the best one."""
    for article, start, end in places:
        for candidate in finding.candidates:
            passage = candidate.hit.passage
            if candidate.article.id == article.id and passage.start <= start and end <= passage.end:
                return candidate.verdict
    return finding.candidates[0].verdict


# --- by figures ---


def _judge_contest(assertion: Assertion, labels: tuple, word: str, finding: Finding) -> Ruling | None:
    found = set_side_by_side(assertion.question, assertion.language, labels, word, [finding])
    if found is None:
        return None
    if not found.difference:
        return _by_figures(assertion, False, (found.first, found.second), "=")
    wins = (found.difference > 0) == larger_wins(word, found.first.dimension, is_larger(word, assertion.language))
    return _by_figures(assertion, wins, (found.first, found.second), ">" if found.difference > 0 else "<")


def _by_figures(assertion: Assertion, holds: bool, figures: tuple[Figure, Figure], sign: str) -> Ruling:
    shown = [figure_text(figure, assertion.language, assertion.question) for figure in figures]
    calculation = f" {sign} ".join(shown)
    places = tuple((figure.article, figure.start, figure.end) for figure in figures)
    return Ruling(2.5 if holds != assertion.negated else -2.5, calculation, places, calculation)


_BOUNDS = {"more_than": 1, "at_least": 1, "less_than": -1, "at_most": -1}


def _judge_threshold(assertion: Assertion, evidence: Evidence) -> Ruling | None:
    """Judge "3.500 metreden yüksek mi?", "more than 40": a figure of the text against one of the question."""
    bound = next((q for q in assertion.quantities if _bound_sign(assertion, q)), None)
    if bound is None:
        return None
    sign = _bound_sign(assertion, bound)
    best: tuple[float, Figure] | None = None
    for figure in evidence.figures:
        if figure.size is None or not _comparable(figure.quantity, bound):
            continue
        held = sum(2.0 if term.name else 1.0 for term in assertion.terms if clause_of(figure).holds(term))
        score = held + pair_score(figure, figure, assertion.terms, evidence)
        if held and coverage(assertion.terms, (figure,)) >= 0.5 and (best is None or score > best[0]):
            best = score, figure
    if best is None:
        return None
    figure = best[1]
    value = bound.value
    if figure.size is None or isinstance(value, tuple):
        return None
    from qa.figures import size_of

    limit = size_of(bound)
    if limit is None:
        return None
    holds = figure.size > limit if sign > 0 else figure.size < limit
    holds = holds or (figure.size == limit and bound.qualifier in ("at_least", "at_most"))
    text = figure_text(figure, assertion.language, assertion.question)
    limit_text = bound.text
    operator = ">" if figure.size > limit else "<" if figure.size < limit else "="
    return Ruling(
        2.5 if holds != assertion.negated else -2.5, text, ((figure.article, figure.start, figure.end),),
        f"{text} {operator} {limit_text}",
    )  # fmt: skip


def _bound_sign(assertion: Assertion, quantity: Quantity) -> int:
    if quantity.kind in (Kind.DATE, Kind.YEAR, Kind.PERIOD, Kind.TIME, Kind.ORDINAL):
        return 0
    if quantity.qualifier in _BOUNDS:
        return _BOUNDS[quantity.qualifier]
    folded = fold(assertion.question)
    if assertion.language == "en":
        than = folded.find(" than ")
        if than < 0 or not than < quantity.start <= than + 12:
            return 0
        word = comparative(folded[:than], "en")
    else:
        following = folded[quantity.end : quantity.end + 24]
        if quantity.ending not in ("dan", "den", "tan", "ten", "ndan", "nden"):
            return 0
        word = comparative(following, "tr")
    return 0 if word is None else 1 if is_larger(word, assertion.language) else -1


def _comparable(one: Quantity, two: Quantity) -> bool:
    from qa.figures import dimension

    first, second = dimension(one), dimension(two)
    return first == second or "count" in (first, second) and {first, second} <= {"count", "percent"} and first == second


def _judge_change(assertion: Assertion, evidence: Evidence) -> Ruling | None:
    """Judge "arttı mı?": by two figures of different times, else by the verb of the sentence."""
    best: tuple[float, Figure, Figure] | None = None
    for one, two in pairs_of(evidence.figures):
        if one.dimension in ("date", "time", "period") or one.size == two.size or not is_temporal(one, two):
            continue
        if coverage(assertion.terms, (one, two)) < 0.5:
            continue
        held = sum(clause_of(f).holds(term) for f in (one, two) for term in assertion.terms if term.known)
        score = held + pair_score(one, two, assertion.terms, evidence)
        if best is None or score > best[0]:
            best = score, one, two
    if best is None:
        return None
    _, one, two = best
    later = later_of(one, two)
    earlier = two if later is one else one
    assert later.size is not None and earlier.size is not None
    rose = later.size > earlier.size
    if later.dimension == "ordinal":
        rose = not rose  # a smaller rank is a higher one
    holds = rose == (assertion.direction > 0)
    shown = [figure_text(figure, assertion.language, assertion.question) for figure in (earlier, later)]
    places = tuple((figure.article, figure.start, figure.end) for figure in (earlier, later))
    return Ruling(2.5 if holds != assertion.negated else -2.5, " → ".join(shown), places, " → ".join(shown))


def _judge_majority(assertion: Assertion, evidence: Evidence) -> Ruling | None:
    """Judge "more than half": a part of a whole in one sentence ("58 tekne; bunların 33'ü")."""
    best: tuple[float, Figure, Figure] | None = None
    for one, two in pairs_of(evidence.figures):
        if one.dimension != "count" or one.sentence != two.sentence or one.size is None or two.size is None:
            continue
        if not two.size < one.size or coverage(assertion.terms, (one, two)) < 0.5:
            continue
        held = sum(clause_of(two).holds(term) for term in assertion.terms)
        score = held + pair_score(one, two, assertion.terms, evidence)
        if best is None or score > best[0]:
            best = score, one, two
    if best is None:
        return None
    _, whole, part = best
    assert whole.size is not None and part.size is not None
    return _by_figures(assertion, part.size * 2 > whole.size, (part, whole), "/")


def _judge_superlative(assertion: Assertion, evidence: Evidence) -> Ruling | None:
    """Judge "X en çok ... mi?" where the sentence lists figures side by side: X's must be the largest."""
    word = comparative(assertion.question, assertion.language) or ""
    asked = assertion.focus or tuple(term for term in assertion.terms if term.name) or assertion.terms[:1]
    best: tuple[float, Figure, list[Figure]] | None = None
    for figure in evidence.figures:
        group = [f for f in evidence.figures if f.sentence == figure.sentence and f.dimension == figure.dimension and f.size is not None and f.article.id == figure.article.id]
        if len(group) < 2 or figure.size is None or (word and not fits(figure.dimension, word)):
            continue
        if not any(clause_of(figure).holds(term) for term in asked):
            continue
        if any(clause_of(f).holds(term) for f in group if f is not figure for term in asked):
            continue
        rest = [term for term in assertion.terms if term not in asked]
        if rest and coverage(rest, (figure,)) < 0.5:
            continue
        score = pair_score(figure, figure, rest, evidence)
        if best is None or score > best[0]:
            best = score, figure, group
    if best is None:
        return None
    _, figure, group = best
    ordered = sorted(group, key=lambda f: f.size or 0, reverse=not assertion.least)
    if "en " in fold(figure.article.text[slice(*figure.sentence)]):
        return None  # the sentence has its own superlative and is read by it
    text = figure_text(ordered[0], assertion.language, assertion.question)
    operator = "<" if not assertion.least else ">"
    own = figure_text(figure, assertion.language, assertion.question)
    holds = ordered[0] is figure or ordered[0].size == figure.size
    calculation = "" if holds else f"{own} {operator} {text}"
    places = tuple((f.article, f.start, f.end) for f in ((figure,) if holds else (figure, ordered[0])))
    return Ruling(2.0 if holds != assertion.negated else -2.0, text, places, calculation)


# --- by the words of a sentence ---


def _judge_sentence(assertion: Assertion, finding: Finding) -> Ruling | None:
    aligned = align(assertion, finding)
    if aligned is None:
        return None
    odds = _odds(assertion, aligned)
    fact = aligned.rival.strip() if odds < 0 else ""
    if fact:
        fact = render(fact, assertion.language, question=assertion.question).text
    return Ruling(odds, fact, ((aligned.article, *aligned.place),))


def _odds(assertion: Assertion, aligned: Aligned) -> float:
    """Return the log-odds of yes: for what the sentence holds, against what it contradicts."""
    if aligned.contradicted:
        return -2.5
    if aligned.missing_name:
        return 0.0
    text = aligned.article.text[slice(*aligned.clause)]
    if assertion.universal and not any(word in fold(text) for word in ("tum", "butun", "hepsi", "herkes", "her ")):
        return -1.5 if is_limited(aligned.article.text[slice(*aligned.sentence)]) else 0.0
    opposed = any(aligned.opposes(form) for term in aligned.absent for form in opposite_forms(term))
    if assertion.direction and direction_of(fold(text), "tr") == -assertion.direction:
        opposed = True
    flipped = opposed ^ (is_negated(aligned.article.text[slice(*aligned.predicate)]) != assertion.negated)
    if aligned.covered < 0.5 and not opposed:
        return 0.0
    strength = 1.0 + 2.0 * (aligned.covered - 0.5)
    return -strength if flipped else strength


def _draft(assertion: Assertion, ruling: Ruling, holds: bool, probability: float) -> Draft:
    language = assertion.language
    word = phrase("yes" if holds else "no", language)
    fact = ruling.fact if not holds else ""
    text = f"{word}, {fact}." if fact and language == "tr" else f"{word}: {fact}." if fact else f"{word}."
    spans = [span_of(*place) for place in ruling.places]
    citations: list[Citation] = []
    for article, start, end in ruling.places:
        citations += [citation for citation in cite(article, start, end) if citation not in citations]
    return Draft("yes_no", text, spans, citations, probability, ruling.calculation)

"""Verdicts by figures: comparisons, bounds, majorities, changes and superlatives, judged by what the text counts."""

import re
from dataclasses import dataclass, replace

from qa.answerer import Finding
from qa.corpus import Article
from qa.quantities import Kind, Quantity
from qa.reasoning.assertions import Assertion, is_superlative, is_verb
from qa.reasoning.calculation import figure_text
from qa.reasoning.comparatives import comparative, fits, is_larger, larger_wins
from qa.reasoning.comparisons import set_side_by_side
from qa.reasoning.contests import Contest
from qa.reasoning.figures import Figure, dimension, moves_to, size_of
from qa.reasoning.fitting import years_in
from qa.reasoning.operands import (
    Evidence,
    clause_of,
    context_of,
    count_alike,
    counts,
    coverage,
    gather,
    is_temporal,
    later_of,
    lead_of,
    pair_score,
    pairs_of,
    speaks_of_unit,
    years_fit,
)
from qa.reasoning.operations import Label
from qa.text import APOSTROPHES, fold
from qa.words.terms import Term, agree, mentions_in

Place = tuple[Article, int, int]


@dataclass(frozen=True, slots=True)
class Ruling:
    """What the rules find: the log-odds of yes, the fact to tell beside a no, and the places that decide.

    `by_words` tells that no figure decided, only the words that question and text share.
    """

    odds: float
    fact: str
    places: tuple[Place, ...]
    calculation: str = ""
    by_words: bool = False


def judge_contest(assertion: Assertion, contest: Contest, finding: Finding) -> Ruling | None:
    """Judge a comparison of two things by the figures that are said of them, or of one thing at two times."""
    labels, word = contest.labels, contest.word
    if contest.counted and not contest.counted.known:
        return None  # what is counted has no word that the text could have
    timed = _is_time(labels[1]) and not any(t.known for t in labels[1].terms if not _TIME.search(fold(t.text)))
    found = None
    if not timed or _is_time(labels[0]):
        found = set_side_by_side(assertion.question, assertion.language, labels, word, [finding], contest.counted)
    if timed and not found:
        changed = replace(assertion, direction=1 if is_larger(word, assertion.language) else -1)
        return judge_change(changed, gather([finding]), contest.counted)
    if found is None:
        return None
    if not found.difference:
        return by_figures(assertion, False, (found.first, found.second), "=")
    wins = (found.difference > 0) == larger_wins(word, found.first.dimension, is_larger(word, assertion.language))
    return by_figures(assertion, wins, (found.first, found.second), ">" if found.difference > 0 else "<")


_TIME = re.compile(
    r"\b(?:last|previous|year|season|month|spring|summer|autumn|winter|before|gecen|onceki|yil\w*|sezon\w*|ay\w*)\b"
)


def _is_time(label: Label) -> bool:
    return bool(_TIME.search(fold(label.text))) and not label.years


def odds_of(assertion: Assertion, holds: bool) -> float:
    """Return the log-odds of yes where figures bear out, or contradict, what is asserted or denied."""
    return 2.5 if holds != assertion.negated else -2.5


def by_figures(assertion: Assertion, holds: bool, figures: tuple[Figure, Figure], sign: str) -> Ruling:
    """Return the ruling that two figures set side by side give."""
    shown = [figure_text(figure, assertion.language, assertion.question) for figure in figures]
    calculation = f" {sign} ".join(shown)
    places = tuple((figure.article, figure.start, figure.end) for figure in figures)
    return Ruling(odds_of(assertion, holds), calculation, places, calculation)


_BOUNDS = {"more_than": 1, "at_least": 1, "less_than": -1, "at_most": -1}


# What stands beside the figure of a bound: "more than 40", "40'tan fazla".
_QUALIFIED = re.compile(
    rf"^(?:more|less|fewer|over|under|above|below|at (?:least|most))(?: than)? "
    rf"|[{re.escape(APOSTROPHES)}]?(?:[dt][ae]n|[ae])\s+(?:fazla|az|çok|aşkın|yüksek|düşük)\w*$",
    re.IGNORECASE,
)


def judge_threshold(assertion: Assertion, evidence: Evidence) -> Ruling | None:
    """Judge "3.500 metreden yüksek mi?", "more than 40": a figure of the text against one of the question."""
    bound = next((q for q in assertion.quantities if _bound_sign(assertion, q)), None)
    if bound is None:
        return None
    sign = _bound_sign(assertion, bound)
    best: tuple[float, Figure] | None = None
    for figure in evidence.figures:
        if figure.size is None or not _comparable(figure.quantity, bound):
            continue
        if any(moves_to(figure, other) for other in evidence.figures):
            continue  # what it was before
        source = next((other for other in evidence.figures if moves_to(other, figure)), figure)
        clause = mentions_in(figure.article.text, source.clause[0], figure.clause[1])
        lead = lead_of(figure.article, figure.sentence[0])
        names = [clause.holds(term) or lead.holds(term) for term in assertion.terms if term.name]
        if names and 2 * sum(names) < len(names):
            continue
        held = sum(2.0 if term.name else 1.0 for term in assertion.terms if clause.holds(term))
        score = held + pair_score(figure, figure, assertion.terms, evidence)
        if (
            held
            and coverage(assertion.terms, (figure,)) + _same_unit(figure.quantity, bound) >= 0.5
            and (best is None or score > best[0])
        ):
            best = score, figure
    if best is None:
        return None
    figure = best[1]
    value = bound.value
    if figure.size is None or isinstance(value, tuple):
        return None
    limit = size_of(bound)
    if limit is None:
        return None
    holds = figure.size > limit if sign > 0 else figure.size < limit
    bounded = _BOUNDS.get(figure.quantity.qualifier or "", 0)
    holds = holds or (figure.size == limit and (bounded == sign or bound.qualifier in ("at_least", "at_most")))
    text = figure_text(figure, assertion.language, assertion.question)
    limit_text = _QUALIFIED.sub("", bound.text)
    operator = ">" if figure.size > limit else "<" if figure.size < limit else "="
    if figure.size == limit and figure.quantity.qualifier == "about":
        return Ruling(0.0, text, ((figure.article, figure.start, figure.end),))  # about as many may be more or fewer
    return Ruling(
        odds_of(assertion, holds), text, ((figure.article, figure.start, figure.end),),
        f"{text} {operator} {limit_text}",
    )  # fmt: skip


def _same_unit(one: Quantity, two: Quantity) -> float:
    """Return what the same counted noun adds to the words in common."""
    return 0.25 if one.unit and two.unit and agree(fold(one.unit), fold(two.unit)) else 0.0


def _bound_sign(assertion: Assertion, quantity: Quantity) -> int:
    if quantity.kind in (Kind.DATE, Kind.YEAR, Kind.PERIOD, Kind.TIME, Kind.ORDINAL):
        return 0
    if quantity.qualifier in _BOUNDS:
        return _BOUNDS[quantity.qualifier]
    folded = fold(assertion.question)
    if assertion.language == "en":
        than = folded.find(" than ")
        if re.search(
            r"\b(?:exceed|exceeds|exceeded|(?<!the )top|tops|topped|surpass|surpassed|pass|passed) $",
            folded[: quantity.start],
        ):
            return 1
        if than < 0 or not than < quantity.start <= than + 12:
            return 0
        word = comparative(folded[:than], "en")
    else:
        following = folded[quantity.end : quantity.end + 24]
        if re.match(r"\W*\w{0,3}\s+(?:gec|as)(?:ti|iyor|mis|ar)\w*", following):
            return 1
        if above := re.match(r"\W*\w*\s*(?:(uzerin|ustun)|altin)", following):
            return 1 if above[1] else -1
        if quantity.ending not in ("dan", "den", "tan", "ten", "ndan", "nden"):
            return 0
        word = comparative(following, "tr")
    return 0 if word is None else 1 if is_larger(word, assertion.language) else -1


def _comparable(one: Quantity, two: Quantity) -> bool:
    first, second = dimension(one), dimension(two)
    return first == second or (
        "count" in (first, second) and {first, second} <= {"count", "percent"} and first == second
    )


def judge_change(assertion: Assertion, evidence: Evidence, counted: Term | None = None) -> Ruling | None:
    """Judge "arttı mı?": by two figures of different times, else by the verb of the sentence."""
    told = [term for term in assertion.terms if not is_verb(term, assertion.language)] or assertion.terms
    best: tuple[float, Figure, Figure] | None = None
    for one, two in pairs_of(evidence.figures):
        if one.dimension in ("date", "time", "period") or one.size == two.size or not is_temporal(one, two):
            continue
        if coverage(told, (one, two)) < 0.5:
            continue
        if not count_alike(one, two, assertion.terms) or not _speaks(assertion, one, two):
            continue
        apart = one.sentence != two.sentence
        if apart and (one.dimension == "percent" or not _share_noun(assertion, one, two)):
            continue
        if apart and not speaks_of_unit(one, two, told):
            continue
        held = sum(clause_of(f).holds(term) for f in (one, two) for term in assertion.terms if term.known)
        score = (
            held
            + pair_score(one, two, assertion.terms, evidence)
            + 1.0 * (one.sentence == two.sentence and _follows(one, two, evidence))
        )
        score += counts(counted, one, two)
        if best is None or score > best[0]:
            best = score, one, two
    if best is None or not years_fit(years_in(assertion.question), best[1:]):
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
    return Ruling(odds_of(assertion, holds), " → ".join(shown), places, " → ".join(shown))


def _speaks(assertion: Assertion, one: Figure, two: Figure) -> bool:
    """Tell whether the sentences of two figures speak of what changes, rather than those around them."""
    nouns = [term for term in assertion.terms if term.known and not is_verb(term, assertion.language)]
    sentences = [mentions_in(figure.article.text, *figure.sentence) for figure in (one, two)]
    return not nouns or any(sentence.holds(term) for sentence in sentences for term in nouns)


def _share_noun(assertion: Assertion, one: Figure, two: Figure) -> bool:
    """Tell whether the clauses of two figures of different sentences are of one thing that the question names."""
    nouns = [term for term in assertion.terms if not is_verb(term, assertion.language)]
    return any(clause_of(one).holds(term) and clause_of(two).holds(term) for term in nouns)


def _follows(one: Figure, two: Figure, evidence: Evidence) -> bool:
    """Tell whether no figure of the same dimension stands between two of one sentence."""
    return not any(
        f.sentence == one.sentence and f.dimension == one.dimension and one.start < f.start < two.start
        for f in evidence.figures
    )


def judge_superlative(assertion: Assertion, evidence: Evidence) -> Ruling | None:
    """Judge "X en çok ... mi?" where a sentence lists figures side by side: X's must be the largest."""
    if any(q.kind is Kind.ORDINAL and q.value != 1 for q in assertion.quantities):
        return None  # "the second largest"
    for asked in _asked_things(assertion):
        found = _figure_of(assertion, asked, evidence)
        if found:
            return _rank(assertion, *found)
    return None


def _asked_things(assertion: Assertion) -> list[tuple[Term, ...]]:
    """Return what may be said to be the most: the focus (also with the word before it), names, or the first noun."""
    if assertion.focus:
        at = assertion.terms.index(assertion.focus[0])
        before = assertion.terms[at - 1 : at] if at else ()
        return [assertion.focus, (*before, *assertion.focus)]
    names = tuple(term for term in assertion.terms if term.name)
    return [names or assertion.terms[:1]]


def _figure_of(assertion: Assertion, asked: tuple[Term, ...], evidence: Evidence) -> tuple[Figure, list[Figure]] | None:
    """Return the figure that is said of a thing, and those beside it."""
    word = comparative(assertion.question, assertion.language) or ""
    rest = [term for term in assertion.terms if term not in asked and not is_superlative(term)]
    rest = [term for term in rest if not is_verb(term, assertion.language)]
    best: tuple[float, Figure, list[Figure]] | None = None
    for figure in evidence.figures:
        group = [f for f in evidence.figures if _beside(f, figure)]
        if len(group) < 2 or figure.size is None or (word and not fits(figure.dimension, word)):
            continue
        holding = [f for f in group if all(clause_of(f).holds(term) for term in asked)]
        if holding != [figure] or (rest and coverage(rest, (figure,)) < 0.5):
            continue
        score = pair_score(figure, figure, rest, evidence)
        if best is None or score > best[0]:
            best = score, figure, group
    return (best[1], best[2]) if best else None


def _beside(one: Figure, two: Figure) -> bool:
    same = one.article.id == two.article.id and one.sentence == two.sentence
    return same and one.dimension == two.dimension and one.size is not None


def _rank(assertion: Assertion, figure: Figure, group: list[Figure]) -> Ruling | None:
    context = context_of(figure.article, *figure.sentence)
    if any(is_superlative(term) and context.holds(term) for term in assertion.terms):
        return None  # the text has the superlative itself and is read by it
    first = sorted(group, key=lambda f: f.size or 0, reverse=not assertion.least)[0]
    holds = first is figure or first.size == figure.size
    text = figure_text(first, assertion.language, assertion.question)
    own = figure_text(figure, assertion.language, assertion.question)
    calculation = "" if holds else f"{own} {'>' if assertion.least else '<'} {text}"
    places = tuple((f.article, f.start, f.end) for f in ((figure,) if holds else (figure, first)))
    return Ruling(2.0 if holds != assertion.negated else -2.0, text, places, calculation)

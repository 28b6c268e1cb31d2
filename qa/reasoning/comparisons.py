"""Two things set side by side by the figures that are said of them: "A mı daha uzun, B mi?"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from qa.answerer import Finding
from qa.answers import Draft
from qa.reasoning.assertions import is_verb
from qa.reasoning.calculation import figure_text
from qa.reasoning.comparatives import compares, fits, larger_wins
from qa.reasoning.directions import figures_by_direction, figures_by_origin, figures_by_place, is_directed
from qa.reasoning.figures import Figure
from qa.reasoning.fitting import computed, counts_noun, speak_of, years_in
from qa.reasoning.operands import coverage, gather, label_strength, labelled_pair, lacks_name, years_fit
from qa.reasoning.operations import Label, Request, counted_noun_of
from qa.reasoning.pointed import lacks_near, point_at_pair
from qa.reasoning.then_and_now import now_and_then
from qa.text import fold
from qa.words.terms import Term, mentions_in, telling_terms

_COVERED_REST = 0.4  # share that the sentences must speak of, of the words that name neither of the things compared
_CLEAR = 0.3  # by so much the clauses of two figures must fit the labels better one way round than the other
_POINTED = 1.0  # the score of two figures that the reader points at
_DIRECTED = 3.0  # the score of two figures that the cases of names tell apart
_MONEY = re.compile(
    r"\b(?:cost|costs|price|prices|expensive|fee|fees|toll|maliyet\w*|fiyat\w*|ucret\w*|pahali\w*|ucuz\w*)\b"
)


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


def set_side_by_side(
    question: str,
    language: str,
    labels: tuple[Label, Label],
    word: str,
    findings: Sequence[Finding],
    counted: Term | None = None,
) -> Comparison | None:
    """Return the figures that a comparative ("uzun", "more") compares for two labels, None where the text lacks one."""
    return _by_words(question, language, labels, word, findings, counted) or _pointed(
        question, language, labels, word, findings[0]
    )


def _pointed(
    question: str, language: str, labels: tuple[Label, Label], word: str, finding: Finding
) -> Comparison | None:
    """Return the figures that the reader points at, where it is clear which is said of which label."""
    figures = [figure for figure in gather([finding]).figures if fits(figure.dimension, word)]
    pair = point_at_pair(figures, finding)
    if pair is None or lacks_near(telling_terms(question, language), pair):
        return None
    if not years_fit(years_in(question), pair):
        return None
    one, two = pair
    straight = label_strength(one, labels[0], labels[1]) + label_strength(two, labels[1], labels[0])
    crossed = label_strength(two, labels[0], labels[1]) + label_strength(one, labels[1], labels[0])
    if abs(straight - crossed) < _CLEAR:
        return None
    return Comparison(one, two, _POINTED) if straight > crossed else Comparison(two, one, _POINTED)


def _by_words(
    question: str,
    language: str,
    labels: tuple[Label, Label],
    word: str,
    findings: Sequence[Finding],
    counted: Term | None = None,
) -> Comparison | None:
    """Return the figures in whose clauses the words of the labels stand."""
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
    if apart and counted and counted.known and not any(speak_of(counted, [one]) for one in (first, second)):
        return None
    whole = mentions_in(first.article.text, 0, len(first.article.text))
    if any(len(label.terms) > 1 and not whole.holds(label.terms[0]) for label in labels if language == "tr"):
        return None  # the text does not speak of whose height, of what price at all
    if not years_fit(years_in(question), (first, second)):
        return None
    if lacks_name(terms, (first, second)):
        return None
    counts_it = counted is not None and all(counts_noun(fold(f.quantity.unit or ""), counted) for f in (first, second))
    clear = counts_it or _are_set_apart(labels, first, second)
    if known and not clear and coverage(known, (first, second)) < _COVERED_REST:
        return None
    return Comparison(first, second, score)


def _are_set_apart(labels: tuple[Label, Label], one: Figure, two: Figure) -> bool:
    """Tell whether one sentence sets two names against each other, each whole in the clause of its own figure."""
    if one.sentence != two.sentence or not all(term.name for label in labels for term in label.terms):
        return False
    return min(label_strength(one, *labels), label_strength(two, labels[1], labels[0])) >= 1.0


def compare_labels(question: str, language: str, request: Request, finding: Finding) -> Draft | None:
    """Answer which of two things has more, as the question names it, with both figures; None where one lacks."""
    labels = (request.labels[0], request.labels[1])
    counted = counted_noun_of(question, language)
    if counted and any(counted in label.terms for label in labels):
        counted = None  # "more tapes or more records": each is what is counted
    found = set_side_by_side(question, language, labels, request.word, [finding], counted)
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
    return computed(_bare(winner.text), (found.first, found.second), found.score, calculation)


def _bare(label: str) -> str:
    """Return a label as an answer: without quotation marks around it, its first letter as it stands."""
    return label.strip('"“”«» ') or label

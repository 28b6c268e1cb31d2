"""Candidates: the spans that may answer a question, each with its scores.

The reader proposes spans; where a question asks for a quantity or for several things, the quantities and enumerations
of the text are proposed as well and scored by the same logits, so that an answer is not half a list or two figures.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from qa.agreement import agreement
from qa.corpus import Article
from qa.enumerations import find_enumerations
from qa.expectation import FITTING, Expected, expected_answer, expects_list, fit
from qa.quantities import find_quantities
from qa.reader import Reader, WindowReading
from qa.retriever import Hit
from qa.sentences import sentences_of
from qa.suffixes import split_list
from qa.windows import Window

RETRIEVAL_WEIGHT = 4.0
FIT_WEIGHT = 2.0
AGREEMENT_WEIGHT = 2.0
_WHOLE_LIST_FIT = 0.5  # less than a quantity's: that a span is a list says little on whether it is the right one
_INNER_ITEM = re.compile(r"(?:,|\bve|\bile)\s+\Z")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A span that may answer: offsets count the characters of the article.

    `reader` is the reader's score over "no answer", `fit` says whether the span is of the kind asked for (-1 to 1),
    `verdict` is the reader's log-odds of yes in its window, `hit` the passage that it stands in (or next to), `agreement`
    tells parallel figures apart.
    """

    article: Article
    start: int
    end: int
    hit: Hit
    reader: float
    fit: float
    verdict: float
    agreement: float = 0.0

    @property
    def text(self) -> str:
        """The verbatim span."""
        return self.article.text[self.start : self.end]

    @property
    def score(self) -> float:
        """What candidates are ranked by."""
        prior = RETRIEVAL_WEIGHT * self.hit.score + FIT_WEIGHT * self.fit + AGREEMENT_WEIGHT * self.agreement
        return self.reader + prior

    def overlaps(self, other: "Candidate") -> bool:
        """Tell whether two candidates share characters of one article."""
        return self.article.id == other.article.id and self.start < other.end and other.start < self.end


def find_candidates(question: str, language: str, windows: Sequence[Window], reader: Reader) -> list[Candidate]:
    """Read the windows and return the candidates of all of them, best first, each span of the article once."""
    expected = expected_answer(question, language)
    several = expects_list(question, language)
    found: dict[tuple[str, int, int], Candidate] = {}
    for window, reading in zip(windows, reader.read(question, [w.text for w in windows]), strict=True):
        for start, end, score, suits in _spans(window, reading, expected, several):
            agrees = agreement(question, language, window.article, start, end)
            hit = _hit_at(window, start)
            candidate = Candidate(window.article, start, end, hit, score, suits, reading.verdict, agrees)
            key = (window.article.id, start, end)
            if key not in found or found[key].score < candidate.score:
                found[key] = candidate
    return sorted(found.values(), key=lambda candidate: -candidate.score)


def _spans(
    window: Window, reading: WindowReading, expected: Expected, several: bool
) -> Iterator[tuple[int, int, float, float]]:
    """Yield (start, end, reader's score, fit) in the article: the reader's spans, then those of the kind expected."""
    shift = window.start
    for span in reading.spans:
        text = window.text[span.start : span.end]
        suits = _loose_list_fit(text, window.text[: span.start]) if several else fit(text, expected)
        yield shift + span.start, shift + span.end, span.score, suits
    if several:
        for start, end, score in _enumerated(window, reading):
            yield start, end, score, _WHOLE_LIST_FIT
    elif expected in FITTING:
        for quantity in find_quantities(window.text, "tr"):
            if str(quantity.kind) in FITTING[expected]:
                score = reading.score(quantity.start, quantity.end)
                yield shift + quantity.start, shift + quantity.end, score, 1.0


def _enumerated(window: Window, reading: WindowReading) -> Iterator[tuple[int, int, float]]:
    """Yield each enumeration of a window with the edges that the reader finds best."""
    text = window.article.text
    for sentence in sentences_of(text):
        if window.start <= sentence.start and sentence.end <= window.end:
            for enumeration in find_enumerations(text, sentence.start, sentence.end):
                edges = product(enumeration.starts, enumeration.ends)
                scored = [(reading.score(a - window.start, b - window.start), a, b) for a, b in edges]
                score, start, end = max(scored)
                yield start, end, score


def _loose_list_fit(text: str, before: str) -> float:
    """Return how well a span that is no whole enumeration suits a question for several things."""
    if _INNER_ITEM.search(before):  # it begins within a list
        return -_WHOLE_LIST_FIT
    return _WHOLE_LIST_FIT / 3 if len(split_list(text)) > 1 else 0.0


def _hit_at(window: Window, at: int) -> Hit:
    """Return the hit whose sentence holds offset `at`, else the window's best one."""
    holding = [hit for hit in window.hits if hit.passage.start <= at < hit.passage.end]
    return max(holding or window.hits, key=lambda hit: hit.score)

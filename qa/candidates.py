"""Candidates: the spans that may answer a question, each with its scores.

The reader proposes spans; where a question asks for a quantity or for several things, the quantities and enumerations
of the text are proposed as well and scored by the same logits, so that an answer is not half a list or two figures.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from qa.agreement import agreement, names_direction, support
from qa.corpus import Article
from qa.enumerations import find_enumerations
from qa.expectation import FITTING, Expected, expected_answer, expects_list, fit
from qa.reader import Reader, WindowReading
from qa.reasoning.figures import figures_in
from qa.retriever import Hit
from qa.roles import is_reached, role_fit
from qa.sentences import Sentence, sentences_of
from qa.windows import Window
from qa.words.suffixes import split_list

_CLEAR = 0.5  # agreement from which cases tell two directions apart, whatever the reader prefers
_WHOLE_LIST_FIT = 0.5  # less than a quantity's: that a span is a list says little on whether it is the right one
_PARTNERS = re.compile(r"[^\W\d_]+ ile [^\W\d_]+")
_INNER_ITEM = re.compile(r"(?:,|\bve|\bile)\s+\Z")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A span that may answer: offsets count the characters of the article.

    `hit` is the passage that it stands in (or next to), `verdict` the log-odds of yes in its window. `features`
    holds what candidates are ranked by, `score` their weighted sum:

    - "reader": the reader's score over "no answer";
    - "retrieval": the score of the hit;
    - "fit": whether the span is of the kind asked for, -1 to 1;
    - "agreement": which of parallel figures the question is about, -1 to 1;
    - "role": whether a name is in the case asked for, -1 to 1;
    - "support": how much of the question its passage speaks of, 0 to 1.
    """

    article: Article
    start: int
    end: int
    hit: Hit
    verdict: float
    features: Mapping[str, float]
    score: float

    @property
    def text(self) -> str:
        """The verbatim span."""
        return self.article.text[self.start : self.end]

    @property
    def reader(self) -> float:
        """The reader's score over "no answer"."""
        return self.features["reader"]

    def overlaps(self, other: "Candidate") -> bool:
        """Tell whether two candidates share characters of one article."""
        return self.article.id == other.article.id and self.start < other.end and other.start < self.end


Read = tuple[Window, WindowReading]


def read_windows(question: str, windows: Sequence[Window], reader: Reader) -> list[Read]:
    """Return each window with what the reader finds in it."""
    return list(zip(windows, reader.read(question, [window.text for window in windows]), strict=True))


def find_candidates(
    question: str, language: str, read: Sequence[Read], ranking: Mapping[str, float]
) -> list[Candidate]:
    """Return the candidates of all windows that were read, best first, each span of the article once.

    `ranking` holds the weight of each feature.
    """
    expected = expected_answer(question, language)
    several = expects_list(question, language)
    found: dict[tuple[str, int, int], Candidate] = {}
    for window, reading in read:
        for start, end, score, suits in _spans(window, reading, expected, several):
            if expected is Expected.CHANGE and is_reached(window.article, start, end):
                continue
            hit = _hit_at(window, start)
            features = {
                "reader": score,
                "retrieval": hit.score,
                "fit": suits,
                "agreement": agreement(question, language, window.article, start, end),
                "role": role_fit(question, language, window.article, start, end),
                "support": support(question, language, window.article, *_passage_at(window, hit, start)),
            }
            total = sum(weight * features[name] for name, weight in ranking.items())
            key = (window.article.id, start, end)
            if key not in found or found[key].score < total:
                found[key] = Candidate(window.article, start, end, hit, reading.verdict, features, total)
    ordered = sorted(found.values(), key=lambda candidate: -candidate.score)
    return _told_apart(ordered) if names_direction(question, language) else ordered


def _told_apart(candidates: list[Candidate]) -> list[Candidate]:
    """Put the figure first that the direction asked for clearly means, where the best one is of the other direction."""
    if not candidates or candidates[0].features["agreement"] > -_CLEAR:
        return candidates
    best = candidates[0]
    meant = [
        c
        for c in candidates
        if c.article == best.article
        and c.hit.passage == best.hit.passage
        and c.features["agreement"] >= _CLEAR
        and c.features["fit"] >= best.features["fit"]
    ]
    return [*meant[:1], *(c for c in candidates if c not in meant[:1])]


def _spans(
    window: Window, reading: WindowReading, expected: Expected, several: bool
) -> Iterator[tuple[int, int, float, float]]:
    """Yield (start, end, reader's score, fit) in the article: the reader's spans, then those of the kind expected."""
    shift = window.start
    ends = [sentence.end - shift for sentence in _sentences_in(window)]
    for span in reading.spans:
        if any(span.start < end < span.end for end in ends):
            continue  # an answer stands in one sentence
        text = window.text[span.start : span.end]
        suits = _loose_list_fit(text, window.text[: span.start]) if several else fit(text, expected)
        yield shift + span.start, shift + span.end, span.score, suits
    if several:
        for start, end, score in _enumerated(window, reading):
            yield start, end, score, _WHOLE_LIST_FIT
    elif expected in FITTING:
        for sentence in _sentences_in(window):
            for figure in figures_in(window.article, (sentence.start, sentence.end)):
                if str(figure.quantity.kind) in FITTING[expected]:
                    score = reading.score(figure.start - shift, figure.end - shift)
                    yield figure.start, figure.end, score, fit(figure.quantity.text, expected)


def _enumerated(window: Window, reading: WindowReading) -> Iterator[tuple[int, int, float]]:
    """Yield each enumeration of a window with the edges that the reader finds best."""
    text = window.article.text
    for sentence in _sentences_in(window):
        for enumeration in find_enumerations(text, sentence.start, sentence.end):
            edges = product(enumeration.starts, enumeration.ends)
            score, start, end = max((reading.score(a - window.start, b - window.start), a, b) for a, b in edges)
            yield start, end, score


def _sentences_in(window: Window) -> Iterator[Sentence]:
    for sentence in sentences_of(window.article.text):
        if window.start <= sentence.start and sentence.end <= window.end:
            yield sentence


def _loose_list_fit(text: str, before: str) -> float:
    """Return how well a span that is no whole enumeration suits a question for several things."""
    if _INNER_ITEM.search(before):  # it begins within a list
        return -_WHOLE_LIST_FIT
    first, *others = [text[start:end] for start, end in split_list(text)]
    strays = first[0].islower() and all(other[0].isupper() for other in others)  # "merkezi, Oslo ve Bergen"
    if others and (strays or _PARTNERS.fullmatch(first)):  # "Peru ile Kenya, BM ve NATO'ya üye"
        return -_WHOLE_LIST_FIT
    return _WHOLE_LIST_FIT / 3 if others else 0.0


def _passage_at(window: Window, hit: Hit, at: int) -> tuple[int, int]:
    """Return the offsets of the hit with its lead, or of the sentence at `at` where the hit does not hold it."""
    if hit.passage.start <= at < hit.passage.end:
        return hit.passage.lead, hit.passage.end
    sentence = next(s for s in sentences_of(window.article.text) if s.start <= at < s.end)
    return sentence.start, sentence.end


def _hit_at(window: Window, at: int) -> Hit:
    """Return the hit whose sentence holds offset `at`, else the window's best one."""
    holding = [hit for hit in window.hits if hit.passage.start <= at < hit.passage.end]
    return max(holding or window.hits, key=lambda hit: hit.score)

"""The answerer: from hits to the best supported span, how sure it is, and the sentence that holds it."""

from collections.abc import Sequence
from dataclasses import dataclass

from qa.calibration import Calibration
from qa.corpus import Article
from qa.expectation import Expected, expected_answer, fit
from qa.lexical import STOPWORDS
from qa.names import translate_terms
from qa.reader import Reader
from qa.retriever import Hit
from qa.text import folded_words, stem
from qa.windows import Window, make_windows

WINDOWS = 4  # texts read for one question
RETRIEVAL_WEIGHT = 4.0
FIT_WEIGHT = 2.0


@dataclass(frozen=True, slots=True)
class Candidate:
    """A span that may answer: offsets count the characters of the article.

    `reader` is the reader's score over "no answer", `retrieval` the score of the passage that the span stands in,
    `fit` says whether it is of the kind asked for, `verdict` the reader's log-odds of yes in its window.
    """

    article: Article
    start: int
    end: int
    hit: Hit
    reader: float
    fit: float
    verdict: float

    @property
    def text(self) -> str:
        """The verbatim span."""
        return self.article.text[self.start : self.end]

    @property
    def score(self) -> float:
        """What candidates are ranked by."""
        return self.reader + RETRIEVAL_WEIGHT * self.hit.score + FIT_WEIGHT * self.fit

    def overlaps(self, other: "Candidate") -> bool:
        """Tell whether two candidates share characters of one article."""
        return self.article.id == other.article.id and self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Finding:
    """The best candidate of a question with the features and the probability that it is right."""

    best: Candidate | None
    candidates: tuple[Candidate, ...]
    features: dict[str, float]
    confidence: float


def find_answer(question: str, language: str, hits: Sequence[Hit], reader: Reader, calibration: Calibration) -> Finding:
    """Read the best hits and return the best supported span."""
    windows = make_windows(hits, WINDOWS)
    if not windows:
        return Finding(None, (), {}, 0.0)
    expected = expected_answer(question, language)
    candidates = read_windows(question, windows, reader, expected)
    if not candidates:
        return Finding(None, (), {}, 0.0)
    features = describe(question, language, candidates, expected)
    return Finding(candidates[0], tuple(candidates), features, calibration.probability(features))


def read_windows(question: str, windows: Sequence[Window], reader: Reader, expected: Expected) -> list[Candidate]:
    """Return the candidates of all windows, best first, each span of the article once."""
    found: dict[tuple[str, int, int], Candidate] = {}
    for window, reading in zip(windows, reader.read(question, [w.text for w in windows]), strict=True):
        for span in reading.spans:
            start, end = window.start + span.start, window.start + span.end
            text = window.article.text[start:end]
            hit = _hit_at(window, start)
            candidate = Candidate(window.article, start, end, hit, span.score, fit(text, expected), reading.verdict)
            key = (window.article.id, start, end)
            if key not in found or found[key].score < candidate.score:
                found[key] = candidate
    return sorted(found.values(), key=lambda candidate: -candidate.score)


def describe(question: str, language: str, candidates: Sequence[Candidate], expected: Expected) -> dict[str, float]:
    """Return the features of the best candidate that the calibration weighs."""
    best = candidates[0]
    rival = next((c for c in candidates[1:] if not c.overlaps(best)), None)
    return {
        "reader": best.reader,
        "margin": min(12.0, best.score - rival.score) if rival else 12.0,
        "cosine": best.hit.dense,
        "coverage": coverage(question, language, best),
        "fit": best.fit,
        "yes_no": float(expected is Expected.YES_NO),
        "english": float(language == "en"),
    }


def coverage(question: str, language: str, candidate: Candidate) -> float:
    """Return the share of the question's content words that the cited passage (with title and lead) holds."""
    passage, article = candidate.hit.passage, candidate.article
    source = f"{article.title} {passage.heading} {article.text[passage.lead : passage.end]}"
    held = {stem(word) for word in folded_words(source)}
    asked = [word for word in folded_words(question) if word not in STOPWORDS]
    if language == "en":
        translated = {stem(w) for term in translate_terms(question, language) for w in folded_words(term)}
        return min(1.0, (len(translated & held) + len({stem(w) for w in asked} & held)) / max(1, len(asked)))
    return sum(stem(word) in held for word in asked) / max(1, len(asked))


def _hit_at(window: Window, at: int) -> Hit:
    """Return the hit whose sentence holds offset `at`, else the window's best one."""
    holding = [hit for hit in window.hits if hit.passage.start <= at < hit.passage.end]
    return max(holding or window.hits, key=lambda hit: hit.score)

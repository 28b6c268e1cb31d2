"""The answerer: from hits to the best supported span, how sure it is, and the sentence that holds it."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from qa.calibration import Calibration
from qa.candidates import Candidate, Read, find_candidates, read_windows
from qa.corpus import Article
from qa.expectation import Expected, expected_answer
from qa.lexical import STOPWORDS
from qa.reader import Reader
from qa.retriever import Hit
from qa.sentences import Sentence, sentence_at
from qa.text import folded_words, stem
from qa.windows import make_windows
from qa.words.names import translate_terms

WINDOWS = 3  # texts read for one question
_LARGEST_MARGIN = 6.0
_NO_RIVAL = 3.0  # a usual margin: that a short text offers nothing else says little for what it offers


@dataclass(frozen=True, slots=True)
class Finding:
    """The best candidate of a question with the features and the probability that it is right.

    `hits` are the passages found for it, of which only the best were read: `read` holds those windows.
    """

    best: Candidate | None
    candidates: tuple[Candidate, ...]
    features: dict[str, float]
    confidence: float
    hits: tuple[Hit, ...] = ()
    read: tuple[Read, ...] = ()

    def score(self, article: str, start: int, end: int) -> float:
        """Return the reader's score of a span of an article (its id) over "no answer", -inf where it was not read."""
        return max(
            (
                reading.score(start - window.start, end - window.start)
                for window, reading in self.read
                if window.article.id == article and window.start <= start and end <= window.start + len(window.text)
            ),
            default=-math.inf,
        )

    def sentences(self) -> list[tuple[Article, Sentence]]:
        """Return the sentences of the candidates, best first, then those found but not read; each once."""
        places = [(candidate.article, candidate.start) for candidate in self.candidates]
        places += [(hit.article, hit.passage.start) for hit in self.hits]
        held = [(article, sentence_at(article.text, at)) for article, at in places]
        return list({(article.id, s.start): (article, s) for article, s in held if s}.values())


def find_answer(
    question: str,
    language: str,
    hits: Sequence[Hit],
    reader: Reader,
    calibration: Calibration,
    windows: int = WINDOWS,
) -> Finding:
    """Read the best hits, in at most so many windows, and return the best supported span."""
    texts = make_windows(hits, windows)
    if not texts:
        return Finding(None, (), {}, 0.0)
    read = read_windows(question, texts, reader)
    candidates = find_candidates(question, language, read, calibration.ranking)
    if not candidates:
        return Finding(None, (), {}, 0.0)
    features = describe(question, language, candidates)
    confidence = calibration.probability(features)
    return Finding(candidates[0], tuple(candidates), features, confidence, tuple(hits), tuple(read))


def describe(question: str, language: str, candidates: Sequence[Candidate]) -> dict[str, float]:
    """Return the features of the best candidate that the calibration weighs."""
    expected = expected_answer(question, language)
    best = candidates[0]
    rival = next((c for c in candidates[1:] if not c.overlaps(best)), None)
    covered = coverage(question, language, best)
    return {
        **best.features,
        "margin": min(_LARGEST_MARGIN, abs(best.score - rival.score)) if rival else _NO_RIVAL,
        "cosine": best.hit.dense,
        "coverage": covered,
        "unrelated": float(covered == 0 and best.features["support"] == 0),
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

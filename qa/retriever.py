"""The retriever: the passages that are most likely to answer a question, by meaning and by words together."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from qa.corpus import Article
from qa.index import Index
from qa.lexical import STOPWORDS
from qa.passages import Passage
from qa.text import folded_words
from qa.words.names import translate_terms

CANDIDATES = 64  # passages taken from each of the two searches
LEXICAL_WEIGHT = 0.3
_BM25_HALF = 8.0  # the BM25 score that counts half; chosen on development questions
_COSINE_FLOOR = 0.7  # E5's cosines of unrelated texts lie about here, its theoretical minimum for what concerns us


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage with its scores: the cosine, the BM25 score (unbounded), and both fused into about 0 to 1."""

    article: Article
    passage: Passage
    score: float
    dense: float
    lexical: float


class Retriever:
    """Dense and lexical search over an index, fused."""

    def __init__(self, index: Index) -> None:
        self.index = index

    def search(self, question: str, limit: int = 10, language: str = "tr") -> list[Hit]:
        """Return up to `limit` hits, best first.

        The scores are fused by a convex combination (Bruch et al., "An Analysis of Fusion Functions for Hybrid
        Retrieval", TOIS 42(1), 2023). BM25 is brought to 0..1 by saturation rather than by the best score of the query:
        the best of poor matches, as with an English question, is then still poor.
        """
        vector = self.index.embedder.embed_queries([question])[0]
        words = [word for word in folded_words(question) if word not in STOPWORDS]
        expansions = [word for term in translate_terms(question, language) for word in folded_words(term)]
        with self.index.lock:
            return self._search(vector, words, expansions)[:limit]

    def _search(self, vector: NDArray[np.float32], words: list[str], expansions: list[str]) -> list[Hit]:
        index = self.index
        if not len(index):
            return []
        rows, cosines = index.nearest(vector, CANDIDATES)
        dense = dict(zip(rows, cosines, strict=True))
        scores = index.words.scores(words, expansions)
        strongest = np.argsort(scores)[-CANDIDATES:]
        lexical = dict(zip(index.rows[strongest].tolist(), scores[strongest].tolist(), strict=True))
        missing = [row for row, score in lexical.items() if row not in dense and score > 0]
        if missing:
            dense.update(zip(missing, (index.vectors_of(missing) @ vector).tolist(), strict=True))
        hits = []
        for row, cosine in dense.items():
            passage, score = index.passages[row], lexical.get(row, 0.0)
            hits.append(Hit(index.articles[passage.article], passage, _fused(cosine, score), cosine, score))
        return sorted(hits, key=lambda hit: (-hit.score, hit.passage.article, hit.passage.start))


def _fused(cosine: float, lexical: float) -> float:
    dense = (cosine - _COSINE_FLOOR) / (1 - _COSINE_FLOOR)
    return (1 - LEXICAL_WEIGHT) * dense + LEXICAL_WEIGHT * lexical / (lexical + _BM25_HALF)

"""The index: articles and their passages, with a vector of each passage in FAISS and its words in BM25."""

import threading
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import faiss
import numpy as np
from numpy.typing import NDArray

from qa.corpus import Article
from qa.embedder import Embedder, Vectors
from qa.lexical import LexicalIndex
from qa.passages import Passage, leans_back, passage_text, split_passages

Progress = Callable[[int, int], None]

# Above this many passages the exact search gives way to inverted lists; `python -m eval.bench_index` compares them.
EXACT_LIMIT = 50_000
_LISTS_PROBED = 24


@dataclass
class Changes:
    """What an update did: the ids of the articles added, removed, and kept as they were."""

    added: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.added or self.removed)


class Index:
    """Articles, passages and vectors that can be searched, added to and removed from.

    Row numbers identify passages in `vectors` and `passages`; they are never used again after a removal.
    """

    def __init__(self, embedder: Embedder) -> None:
        self.embedder = embedder
        self.articles: dict[str, Article] = {}
        self.passages: dict[int, Passage] = {}
        self.vectors: faiss.Index = exact_index(embedder.dimension)
        self.next_row = 0
        self.lock = threading.RLock()  # held while rows change and while they are searched

    def __len__(self) -> int:
        return len(self.passages)

    def update(self, articles: Iterable[Article], progress: Progress | None = None) -> Changes:
        """Make the index hold just these articles: remove the others, add the new, leave the unchanged alone."""
        wanted = {article.id: article for article in articles}
        changes = Changes()
        for name, article in self.articles.items():
            same = name in wanted and wanted[name].digest == article.digest
            (changes.kept if same else changes.removed).append(name)
        changes.added = [name for name in wanted if name not in changes.kept]
        self.remove(changes.removed)
        self.add([wanted[name] for name in changes.added], progress)
        return changes

    def add(self, articles: Sequence[Article], progress: Progress | None = None) -> None:
        """Split, embed and add articles whose ids are new to the index; `progress` is told (done, total) passages."""
        passages = [(article, passage) for article in articles for passage in split_passages(article)]
        if not passages:
            return
        done = 0

        def report(count: int) -> None:
            nonlocal done
            done += count
            if progress:
                progress(done, len(passages))

        vectors = self.embedder.embed_passages([passage_text(*pair) for pair in passages], report)
        with self.lock:
            rows = np.arange(self.next_row, self.next_row + len(passages), dtype=np.int64)
            self._make_room(len(passages), vectors)
            self.vectors.add_with_ids(vectors, rows)
            self.passages.update(zip(rows.tolist(), (passage for _, passage in passages), strict=True))
            self.articles.update((article.id, article) for article in articles)
            self.next_row += len(passages)
            self._forget_words()

    def remove(self, names: Iterable[str]) -> None:
        """Remove articles by id; unknown ids are ignored."""
        gone = {name for name in names if name in self.articles}
        if not gone:
            return
        with self.lock:
            rows = [row for row, passage in self.passages.items() if passage.article in gone]
            self.vectors.remove_ids(np.array(rows, dtype=np.int64))
            for row in rows:
                del self.passages[row]
            for name in gone:
                del self.articles[name]
            self._forget_words()

    def nearest(self, vector: NDArray[np.float32], count: int) -> tuple[list[int], list[float]]:
        """Return the rows of the passages nearest to a unit vector [dimension] and their cosines, best first."""
        scores, rows = self.vectors.search(vector[None, :], min(count, max(1, len(self))))
        kept = rows[0] >= 0
        return rows[0][kept].tolist(), scores[0][kept].tolist()

    def vectors_of(self, rows: Sequence[int]) -> Vectors:
        """Return the vectors [len(rows), dimension] of passages."""
        return np.stack([self.vectors.reconstruct(int(row)) for row in rows])

    @cached_property
    def rows(self) -> NDArray[np.int64]:
        """The row numbers of all passages, in the order of the documents of `words`."""
        return np.fromiter(self.passages, dtype=np.int64, count=len(self.passages))

    @cached_property
    def words(self) -> LexicalIndex:
        """BM25 over the passages; a sentence that leans on the one before it is taken together with it."""
        return LexicalIndex(self._lexical_text(passage) for passage in self.passages.values())

    def sentence(self, passage: Passage) -> str:
        """Return the verbatim sentence of a passage."""
        return self.articles[passage.article].text[passage.start : passage.end]

    def _lexical_text(self, passage: Passage) -> str:
        sentence = self.sentence(passage)
        if leans_back(sentence):
            sentence = self.articles[passage.article].text[passage.lead : passage.end]
        return f"{passage.heading} {sentence}"

    def _forget_words(self) -> None:
        self.__dict__.pop("words", None)
        self.__dict__.pop("rows", None)

    def _make_room(self, count: int, vectors: Vectors) -> None:
        """Change to inverted lists when the passages outgrow an exact search."""
        if len(self) + count <= EXACT_LIMIT or isinstance(faiss.downcast_index(self.vectors), faiss.IndexIVF):
            return
        rows = list(self.passages)
        old = self.vectors_of(rows) if rows else np.empty((0, self.embedder.dimension), dtype=np.float32)
        self.vectors = inverted_index(np.concatenate([old, vectors]))
        if rows:
            self.vectors.add_with_ids(old, np.array(rows, dtype=np.int64))


def exact_index(dimension: int) -> faiss.Index:
    """Return an empty index of exact search by inner product."""
    return faiss.IndexIDMap2(faiss.IndexFlatIP(dimension))


def inverted_index(sample: Vectors) -> faiss.Index:
    """Return an empty, trained index of inverted lists, about 4 sqrt(n) of them as FAISS's guidelines advise."""
    lists = int(4 * len(sample) ** 0.5)
    dimension = sample.shape[1]
    index = faiss.IndexIVFFlat(faiss.IndexFlatIP(dimension), dimension, lists, faiss.METRIC_INNER_PRODUCT)
    index.cp.seed = 1
    index.train(sample)
    index.nprobe = _LISTS_PROBED
    index.set_direct_map_type(faiss.DirectMap.Hashtable)
    return index

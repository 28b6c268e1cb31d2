"""The systems that can be measured: Dayanak, and the simpler ones that it must beat.

All answer over the same index with the same models, so that a difference in the scores is one of method.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from eval.items import Item, Place, Text
from qa.answers import Answer
from qa.citations import cite, span_of
from qa.corpus import Article
from qa.lexical import STOPWORDS
from qa.passages import Passage
from qa.text import folded_words
from qa.windows import make_windows

if TYPE_CHECKING:
    from qa.assistant import Assistant
    from qa.embedder import Embedder
    from qa.reader import Reader

RETRIEVED = 10
_READ = 8  # hits, 5 windows: what the full system reads
_WINDOWS = 5


class SystemMissingError(Exception):
    """A system whose library is not installed; the message says how to install it."""


class System(Protocol):
    """What the runner needs of a system; one is made for the texts that are to be answered from."""

    def answer(self, item: Item) -> dict[str, Any]:
        """Return the answer to a question, in the form of `Answer.to_dict()`."""
        ...

    def find(self, item: Item, standalone: str) -> tuple[Place, ...]:
        """Return what is retrieved for a question (in its standalone form), best first."""
        ...


@dataclass(frozen=True, slots=True)
class Full:
    """Dayanak as its users have it."""

    assistant: "Assistant"

    def answer(self, item: Item) -> dict[str, Any]:
        """Ask the assistant."""
        return self.assistant.ask(item.question, history=list(item.history)).to_dict()

    def find(self, item: Item, standalone: str) -> tuple[Place, ...]:
        """Return what the retriever finds."""
        return tuple(_place(passage) for passage, _ in hybrid(self.assistant, standalone, item.language, RETRIEVED))


@dataclass(frozen=True, slots=True)
class ReaderAlone:
    """The reader decides by its own score: no retrieval score, no calibration, and only a negative score refuses.

    This is how BERT answers SQuAD 2.0 (Devlin et al., arXiv:1810.04805, section 4.3); the same hits are read.
    """

    assistant: "Assistant"

    def answer(self, item: Item) -> dict[str, Any]:
        """Answer with the span of the highest score."""
        question = joined_question(item)
        windows = make_windows(self.assistant.retriever.search(question, _READ, item.language), _WINDOWS)
        readings = self.assistant.reader.read(question, [window.text for window in windows])
        spans = [(s.score, w, s) for w, reading in zip(windows, readings, strict=True) for s in reading.spans]
        if not spans:
            return as_answer(item, None, 0.0)
        score, window, span = max(spans, key=lambda candidate: candidate[0])
        confidence = confidence_of(score)
        if score < 0:
            return as_answer(item, None, confidence)
        return as_answer(item, (window.article, window.start + span.start, window.start + span.end), confidence)

    def find(self, item: Item, standalone: str) -> tuple[Place, ...]:
        """Return what is read first."""
        return Full(self.assistant).find(item, joined_question(item))


Ranked = list[tuple[Passage, float]]
Ranker = Callable[["Assistant", str, str, int], Ranked]


@dataclass(frozen=True, slots=True)
class BestSentence:
    """The best sentence of a ranking is the answer; nothing is refused."""

    assistant: "Assistant"
    rank: Ranker

    def answer(self, item: Item) -> dict[str, Any]:
        """Answer with the sentence ranked first, its score clipped to [0, 1] as the confidence."""
        ranked = self.rank(self.assistant, joined_question(item), item.language, 1)
        if not ranked:
            return as_answer(item, None, 0.0)
        passage, score = ranked[0]
        article = self.assistant.articles[passage.article]
        return as_answer(item, (article, passage.start, passage.end), max(0.0, min(1.0, score)))

    def find(self, item: Item, standalone: str) -> tuple[Place, ...]:
        """Return the ranking."""
        return tuple(_place(p) for p, _ in self.rank(self.assistant, joined_question(item), item.language, RETRIEVED))


def bm25(assistant: "Assistant", question: str, language: str, limit: int) -> Ranked:
    """Rank by BM25 over folded stems; the score is squashed into [0, 1)."""
    index = assistant.index
    scores = index.words.scores([word for word in folded_words(question) if word not in STOPWORDS])
    best = sorted(range(len(scores)), key=lambda k: -scores[k])[:limit]
    return [(index.passages[int(index.rows[k])], float(scores[k] / (10 + scores[k]))) for k in best if scores[k] > 0]


def dense(assistant: "Assistant", question: str, language: str, limit: int) -> Ranked:
    """Rank by the cosine of question and passage."""
    index = assistant.index
    rows, cosines = index.nearest(index.embedder.embed_queries([question])[0], limit)
    return [(index.passages[row], cosine) for row, cosine in zip(rows, cosines, strict=True)]


def hybrid(assistant: "Assistant", question: str, language: str, limit: int) -> Ranked:
    """Rank by both, fused: the retriever."""
    return [(hit.passage, hit.score) for hit in assistant.retriever.search(question, limit, language)]


def confidence_of(score: float) -> float:
    """Return a reader's score over "no answer" as a probability."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))


def joined_question(item: Item) -> str:
    """Return a question with the one before it, since the simple systems know no conversation."""
    return " ".join([*item.history[-1:], item.question])


def _place(passage: Passage) -> Place:
    return Place(passage.article, passage.start, passage.end)


def as_answer(item: Item, found: tuple[Article, int, int] | None, confidence: float) -> dict[str, Any]:
    """Return the answer with this span, or a refusal."""
    answer = Answer(
        question=item.question,
        language=item.language,
        standalone=joined_question(item),
        answerable=found is not None,
        kind="span" if found else "none",
        text=found[0].text[found[1] : found[2]] if found else "",
        spans=[span_of(*found)] if found else [],
        citations=cite(*found) if found else [],
        confidence=confidence,
    )
    return answer.to_dict()


def _haystack(assistant: "Assistant") -> System:
    try:
        from eval.haystack import Haystack
    except ImportError as error:
        raise SystemMissingError("haystack is not installed: pip install 'dayanak[haystack]'") from error
    return Haystack(assistant)


SYSTEMS: dict[str, Callable[["Assistant"], System]] = {
    "full": Full,
    "reader": ReaderAlone,
    "hybrid": lambda assistant: BestSentence(assistant, hybrid),
    "dense": lambda assistant: BestSentence(assistant, dense),
    "bm25": lambda assistant: BestSentence(assistant, bm25),
    "haystack": _haystack,
}


@dataclass(frozen=True, slots=True)
class Workshop:
    """Makes a system over any texts, with models that are loaded once."""

    name: str
    embedder: "Embedder"
    reader: "Reader"

    @classmethod
    def open(cls, name: str) -> "Workshop":
        """Load the models for a system.

        Raises:
            ModelError: a model is missing or damaged.
        """
        from qa.embedder import open_embedder
        from qa.reader import open_reader

        return cls(name, open_embedder(), open_reader())

    @property
    def models(self) -> dict[str, str]:
        """Return the models' fingerprints, 12 digits each."""
        from qa.verifier import open_verifier

        models = {"retriever": self.embedder, "reader": self.reader, "verifier": open_verifier().model}
        return {name: model.fingerprint[:12] for name, model in models.items()}

    def over(self, texts: Sequence[Text]) -> System:
        """Index texts in memory and return the system over them."""
        from qa.assistant import Assistant

        articles = [Article(text.id, text.title, text.text) for text in texts]
        return SYSTEMS[self.name](Assistant.from_texts(articles, embedder=self.embedder, reader=self.reader))

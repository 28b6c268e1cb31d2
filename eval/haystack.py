"""Haystack as a baseline: deepset's splitter, document store, BM25 retriever and pipeline, with our reader in it.

Needs the extra: `pip install dayanak[haystack]`. What differs from Dayanak is all but the reading model.
"""

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from eval.items import Item, Place
from eval.systems import as_answer, confidence_of, joined_question
from qa.reader import Reader, SpanScore

os.environ.setdefault("HAYSTACK_TELEMETRY_ENABLED", "False")
from haystack import Document, ExtractedAnswer, Pipeline, component
from haystack.components.preprocessors import DocumentSplitter
from haystack.components.retrievers.in_memory import InMemoryBM25Retriever
from haystack.document_stores.in_memory import InMemoryDocumentStore

if TYPE_CHECKING:
    from qa.assistant import Assistant

_READ = 8  # paragraphs, as many as the full system reads hits


@component
class DayanakReader:
    """Our reader as a component: the best span of each document, best first."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader

    @component.output_types(answers=list[ExtractedAnswer])
    def run(self, query: str, documents: list[Document]) -> dict[str, list[ExtractedAnswer]]:
        """Return one answer a document, its score the reader's."""
        texts = [document.content or "" for document in documents]
        readings = self.reader.read(query, texts)
        pairs = [(d, reading.spans[0]) for d, reading in zip(documents, readings, strict=True) if reading.spans]
        ranked = sorted(pairs, key=lambda pair: -pair[1].score)
        return {"answers": [_extracted(query, document, span) for document, span in ranked]}


def _extracted(query: str, document: Document, span: SpanScore) -> ExtractedAnswer:
    return ExtractedAnswer(
        query=query,
        score=span.score,
        data=(document.content or "")[span.start : span.end],
        document=document,
        document_offset=ExtractedAnswer.Span(span.start, span.end),
    )


class Haystack:
    """A Haystack pipeline over the articles of an assistant."""

    def __init__(self, assistant: "Assistant") -> None:
        self.articles = assistant.articles
        store = InMemoryDocumentStore()
        store.write_documents(_paragraphs([(a.id, a.text) for a in self.articles.values()]))
        self.retriever = InMemoryBM25Retriever(store, top_k=_READ)
        self.pipeline = Pipeline()
        self.pipeline.add_component("retriever", self.retriever)
        self.pipeline.add_component("reader", DayanakReader(assistant.reader))
        self.pipeline.connect("retriever.documents", "reader.documents")

    def answer(self, item: Item) -> dict[str, Any]:
        """Answer with the best span over all paragraphs retrieved; a negative score refuses."""
        query = {"query": joined_question(item)}
        answers = self.pipeline.run({"retriever": query, "reader": query})["reader"]["answers"]
        if not answers:
            return as_answer(item, None, 0.0)
        best = answers[0]
        confidence = confidence_of(best.score)
        if best.score < 0:
            return as_answer(item, None, confidence)
        place = _place(best.document, best.document_offset.start, best.document_offset.end)
        return as_answer(item, (self.articles[place.article], place.start, place.end), confidence)

    def find(self, item: Item, standalone: str) -> tuple[Place, ...]:
        """Return the paragraphs retrieved."""
        documents = self.retriever.run(query=joined_question(item))["documents"]
        return tuple(_place(document, 0, len((document.content or "").rstrip())) for document in documents)


def _paragraphs(texts: Sequence[tuple[str, str]]) -> list[Document]:
    splitter = DocumentSplitter(split_by="passage", split_length=1)
    return splitter.run([Document(content=text, meta={"article": name}) for name, text in texts])["documents"]


def _place(document: Document, start: int, end: int) -> Place:
    offset = document.meta["split_idx_start"]
    return Place(document.meta["article"], offset + start, offset + end)

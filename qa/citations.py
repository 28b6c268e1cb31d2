"""Citations: the sentence of an article that holds a span."""

from collections.abc import Iterable

from qa.answers import Citation, Span
from qa.corpus import Article
from qa.sentences import Sentence, sentences_of


def cite(article: Article, start: int, end: int) -> list[Citation]:
    """Return the sentences that `article.text[start:end]` stands in, in order (nearly always one)."""
    return [_citation(article, s) for s in sentences_of(article.text) if s.start < end and start < s.end]


def cite_each(places: Iterable[tuple[Article, int, int]]) -> list[Citation]:
    """Return the sentences that several spans (article, start, end) stand in, each once, in the order of the spans."""
    return list(dict.fromkeys(citation for place in places for citation in cite(*place)))


def span_of(article: Article, start: int, end: int) -> Span:
    """Return the span `article.text[start:end]`."""
    return Span(article.text[start:end], article.id, start, end)


def grounds(places: Iterable[tuple[Article, int, int]]) -> tuple[list[Span], list[Citation]]:
    """Return what an answer from several spans (article, start, end) rests on: the spans and their sentences."""
    found = list(places)
    return [span_of(*place) for place in found], cite_each(found)


def _citation(article: Article, sentence: Sentence) -> Citation:
    text = article.text[sentence.start : sentence.end]
    return Citation(article.id, article.title, text, sentence.start, sentence.end, article.date)

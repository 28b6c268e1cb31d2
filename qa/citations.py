"""Citations: the sentence of an article that holds a span."""

from qa.answers import Citation, Span
from qa.corpus import Article
from qa.sentences import Sentence, sentences_of


def cite(article: Article, start: int, end: int) -> list[Citation]:
    """Return the sentences that `article.text[start:end]` stands in, in order (nearly always one)."""
    return [_citation(article, s) for s in sentences_of(article.text) if s.start < end and start < s.end]


def span_of(article: Article, start: int, end: int) -> Span:
    """Return the span `article.text[start:end]`."""
    return Span(article.text[start:end], article.id, start, end)


def _citation(article: Article, sentence: Sentence) -> Citation:
    text = article.text[sentence.start : sentence.end]
    return Citation(article.id, article.title, text, sentence.start, sentence.end, article.date)

"""Dayanak: exact answers to questions about Turkish texts, with the sentence that each rests on."""

from qa.answers import Answer, Citation, Span
from qa.assistant import Assistant
from qa.corpus import Article, CorpusError

__all__ = ["Answer", "Article", "Assistant", "Citation", "CorpusError", "Span"]

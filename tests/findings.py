"""Findings for tests of what comes after the reader: the sentences of a text, those that share words with a
question first.
"""

from qa.answerer import Finding
from qa.candidates import Candidate
from qa.corpus import Article
from qa.passages import Passage
from qa.reasoning.figures import figures_in
from qa.retriever import Hit
from qa.sentences import sentences_of
from qa.words.terms import find_terms, mentions_in


def finding_in(article: Article, question: str, language: str, confidence: float = 0.9) -> Finding:
    """Return a finding whose candidates are the first figure (or first word) of each sentence of an article."""
    terms = find_terms(question, language)
    scored = []
    for sentence in sentences_of(article.text):
        span = (sentence.start, sentence.end)
        shared = sum(mentions_in(article.text, *span).holds(term) for term in terms)
        figures = figures_in(article, span)
        start, end = (figures[0].start, figures[0].end) if figures else (span[0], article.text.index(" ", span[0]))
        passage = Passage(article.id, *span, paragraph=sentence.paragraph, lead=span[0])
        hit = Hit(article, passage, shared / 10, 0.8, float(shared))
        scored.append(Candidate(article, start, end, hit, 0.0, {"reader": float(shared)}, float(shared)))
    candidates = tuple(sorted(scored, key=lambda candidate: -candidate.reader))
    return Finding(candidates[0], candidates, {}, confidence)

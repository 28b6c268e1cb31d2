"""Windows: the stretches of text that the reader sees, each a hit with the sentences around it."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from qa.corpus import Article
from qa.retriever import Hit
from qa.sentences import Sentence, sentences_of

LONGEST = 240  # characters; short windows hold less that can be mistaken, and more of them can be read


@dataclass(frozen=True, slots=True)
class Window:
    """The text `article.text[start:end]` with the hits that lie in it, best first."""

    article: Article
    start: int
    end: int
    hits: tuple[Hit, ...]

    @property
    def text(self) -> str:
        """The verbatim text."""
        return self.article.text[self.start : self.end]

    def holds(self, hit: Hit) -> bool:
        """Tell whether the hit's sentence lies in this window."""
        return self.article.id == hit.article.id and self.start <= hit.passage.start and hit.passage.end <= self.end


def make_windows(hits: Sequence[Hit], limit: int) -> list[Window]:
    """Return at most `limit` windows, best first; each new hit opens one unless an earlier window holds it."""
    windows: list[Window] = []
    for hit in hits:
        at = next((i for i, window in enumerate(windows) if window.holds(hit)), None)
        if at is not None:
            windows[at] = replace(windows[at], hits=(*windows[at].hits, hit))
        elif len(windows) < limit:
            windows.append(_around(hit))
    return windows


def _around(hit: Hit) -> Window:
    """Widen a hit's sentence by the sentences before and after it in turn, the one before first."""
    sentences = sentences_of(hit.article.text)
    first = last = bisect_right(sentences, hit.passage.start, key=lambda sentence: sentence.start) - 1
    grown = True
    while grown:
        grown = False
        if first > 0 and _length(sentences, first - 1, last) <= LONGEST:
            first, grown = first - 1, True
        if last + 1 < len(sentences) and _length(sentences, first, last + 1) <= LONGEST:
            last, grown = last + 1, True
    return Window(hit.article, sentences[first].start, sentences[last].end, (hit,))


def _length(sentences: Sequence[Sentence], first: int, last: int) -> int:
    return sentences[last].end - sentences[first].start

"""Windows: the stretches of text that the reader sees, made of the best hits and what stands around them."""

from collections.abc import Sequence
from dataclasses import dataclass

from qa.corpus import Article
from qa.retriever import Hit

LONGEST = 520  # characters, about 130 tokens: within what the reader was trained on


@dataclass(frozen=True, slots=True)
class Window:
    """The text `article.text[start:end]` with the hits that lie in it."""

    article: Article
    start: int
    end: int
    hits: tuple[Hit, ...]

    @property
    def text(self) -> str:
        """The verbatim text."""
        return self.article.text[self.start : self.end]

    @property
    def score(self) -> float:
        """The score of the best hit."""
        return max(hit.score for hit in self.hits)


def make_windows(hits: Sequence[Hit], limit: int) -> list[Window]:
    """Return at most `limit` windows that together hold the hits, best first; neighbouring hits share a window."""
    windows: list[Window] = []
    for hit in hits:
        passage = hit.passage
        fresh = Window(hit.article, passage.lead, passage.end, (hit,))
        merged = next((joined for w in windows if (joined := _join(w, fresh))), None)
        if merged:
            windows = [merged if w.article is merged.article and _within(w, merged) else w for w in windows]
        elif len(windows) < limit:
            windows.append(fresh)
    return sorted(_distinct(windows), key=lambda window: -window.score)


def _join(window: Window, other: Window) -> Window | None:
    """Return one window over both where they touch (white space aside) and are short enough together."""
    if window.article.id != other.article.id:
        return None
    start, end = min(window.start, other.start), max(window.end, other.end)
    between = window.article.text[min(window.end, other.end) : max(window.start, other.start)]
    if end - start > LONGEST or between.strip():
        return None
    return Window(window.article, start, end, (*window.hits, *other.hits))


def _within(window: Window, other: Window) -> bool:
    return other.start <= window.start and window.end <= other.end


def _distinct(windows: Sequence[Window]) -> list[Window]:
    kept: list[Window] = []
    for window in windows:
        if not any(window.article is k.article and _within(window, k) and k is not window for k in kept):
            kept.append(window)
    return kept

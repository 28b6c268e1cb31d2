"""Draw the windows that the reader learns from: questions on a few sentences that answer them, or nearly do."""

from __future__ import annotations

import logging
import random
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from tokenizers import Tokenizer

from train.examples import Pieces, Question, Text, read_texts
from train.noise import LOWER, PLAIN, noisy

logger = logging.getLogger(__name__)

START, END = 0, 2
LONGEST_QUESTION, LONGEST_WINDOW = 48, 160
VERDICTS = {"no": 0, "yes": 1}
NO_VERDICT = -100
WEIGHTS = {"tquad": 1.6, "thquad": 0.3, "news": 2.5}
WRITTEN_WEIGHT = 2.2
NEGATIVES = 0.45
OTHER_TEXT = 0.06
TITLE = 0.25
ROOMS = ((0, 0.3), (50, 0.3), (90, 0.25), (150, 0.15))


@dataclass(frozen=True, slots=True)
class Row:
    """One window to learn from: input ids, the answer's first and last token (0: no answer), and the verdict."""

    ids: list[int]
    first: int
    last: int
    verdict: int = NO_VERDICT


def source_weight(name: str) -> float:
    """Say how often a file's questions are drawn in one pass over the data."""
    return next((weight for source, weight in WEIGHTS.items() if name.startswith(f"{source}.")), WRITTEN_WEIGHT)


def stems(text: str) -> set[str]:
    """Fold a text to the first five letters of its words, and its numbers."""
    return {word[:5] for word in re.findall(r"\w+", text.translate(LOWER).translate(PLAIN).lower()) if len(word) > 1}


Asked = tuple[Text, Question, str]


class Sampler:
    """Draws rows from the training files of a folder, which is read again for every round.

    Each file's questions, in each language, come in random order, all once before any comes again.
    """

    def __init__(self, folder: Path, tokenizer: Tokenizer, seed: int) -> None:
        self.folder = folder
        self.tokenizer = tokenizer
        self.rng = random.Random(seed)
        self._pools: dict[str, list[Asked]] = {}
        self._queues: dict[str, list[Asked]] = {}
        self._read_at: dict[str, int] = {}
        self._texts: list[Text] = []
        self._pieces = lru_cache(maxsize=None)(lambda text: Pieces(text, tokenizer))
        self._stems = lru_cache(maxsize=None)(_sentence_stems)

    @property
    def sizes(self) -> dict[str, int]:
        """Count the questions of each file, each language for itself."""
        return {name: len(pool) for name, pool in self._pools.items()}

    def round(self, questions: int) -> list[Row]:
        """Draw about so many questions, over the files by their size and weight, with their windows."""
        self._read()
        shares = {name: len(pool) * source_weight(name) for name, pool in self._pools.items()}
        rows: list[Row] = []
        for name, pool in self._pools.items():
            for _ in range(round(questions * shares[name] / sum(shares.values()))):
                queue = self._queues.setdefault(name, [])
                if not queue:
                    queue.extend(pool)
                    self.rng.shuffle(queue)
                rows.extend(self.rows(*queue.pop()))
        self.rng.shuffle(rows)
        return rows

    def _read(self) -> None:
        for path in sorted(self.folder.glob("*.jsonl")):
            changed = path.stat().st_mtime_ns
            if path.name.endswith(".dev.jsonl") or self._read_at.get(path.name) == changed:
                continue
            try:
                texts = list(read_texts(path))
            except (ValueError, KeyError) as error:  # half written: the next round reads it
                logger.warning("%s left out for now: %s", path.name, error)
                continue
            self._read_at[path.name] = changed
            self._queues.pop(path.name, None)
            asked = ((text, question) for text in texts for question in text.questions)
            self._pools[path.name] = [
                (t, q, language) for t, q in asked for language in ("tr", "en") if q.asked(language)
            ]
        self._texts = list({text.id: text for pool in self._pools.values() for text, _, _ in pool}.values())

    def rows(self, text: Text, question: Question, language: str) -> Iterator[Row]:
        """Give the question's windows: the one that answers (if one does), and now and then one that nearly does."""
        asked = noisy(question.asked(language) or "", self.rng)
        head = [START, *self.tokenizer.encode(asked, add_special_tokens=False).ids[:LONGEST_QUESTION], END, END]
        pieces = self._pieces(text)
        holders: set[int] = set()
        if question.span is not None:
            first, last = pieces.cover(*question.span)
            holders = set(range(pieces.sentence_of(first), pieces.sentence_of(last) + 1))
            verdict = VERDICTS[question.verdict] if question.verdict else NO_VERDICT
            yield from self._answering(head, text, pieces, (first, last), holders, verdict)
        if question.span is None or self.rng.random() < NEGATIVES:
            near = self._nearest(text, pieces, question, holders)
            if near is not None:
                low, high = self._grow(pieces, near, near + 1, holders)
                yield self._row(head, self._title(text), pieces.ids[pieces.firsts[low] : pieces.firsts[high]])
        if self.rng.random() < OTHER_TEXT:
            yield from self._elsewhere(head, text, question)

    def _answering(
        self, head: list[int], text: Text, pieces: Pieces, span: tuple[int, int], holders: set[int], verdict: int
    ) -> Iterator[Row]:
        low, high = self._grow(pieces, min(holders), max(holders) + 1, set())
        a, b = pieces.firsts[low], pieces.firsts[high]
        if b - a > LONGEST_WINDOW:
            a = max(a, span[0] - self.rng.randint(10, 80))
            b = min(b, a + LONGEST_WINDOW)
        if span[1] < b:
            title = self._title(text)
            shift = len(head) + len(title) - a
            yield Row([*head, *title, *pieces.ids[a:b], END], span[0] + shift, span[1] + shift, verdict)

    def _row(self, head: list[int], title: list[int], window: list[int]) -> Row:
        return Row([*head, *title, *window[:LONGEST_WINDOW], END], 0, 0)

    def _title(self, text: Text) -> list[int]:
        if not text.title or self.rng.random() >= TITLE:
            return []
        return self.tokenizer.encode(text.title.rstrip(". ") + ".", add_special_tokens=False).ids[:40]

    def _grow(self, pieces: Pieces, low: int, high: int, barred: set[int]) -> tuple[int, int]:
        """Add neighbouring sentences while they fit a drawn room, none of them barred; more often before than after."""
        room = self.rng.choices([size for size, _ in ROOMS], [share for _, share in ROOMS])[0]
        for _ in range(4):
            steps = []
            if low > 0 and low - 1 not in barred and pieces.size(low - 1, high) <= room:
                steps += [(low - 1, high)] * 2
            if high < len(pieces.sentences) and high not in barred and pieces.size(low, high + 1) <= room:
                steps.append((low, high + 1))
            if not steps:
                break
            low, high = self.rng.choice(steps)
        return low, high

    def _nearest(self, text: Text, pieces: Pieces, question: Question, holders: set[int]) -> int | None:
        """Pick a sentence much like the (Turkish) question that does not hold the answer; both languages share it."""
        each, counts = self._stems(text)
        asked, answer = stems(question.question_tr), question.answer
        numeric = answer is not None and any(c.isdigit() for c in answer)
        scores = {}
        for i, (a, b) in enumerate(text.sentences):
            if i in holders or pieces.size(i, i + 1) < 3 or (answer and answer in text.context[a:b]):
                continue
            alike = sum(1 / counts[stem] for stem in asked & each[i])
            same_form = 0.4 * (numeric and any(stem[0].isdigit() for stem in each[i]))
            scores[i] = alike + same_form + self.rng.random() * 0.8
        return max(scores, key=scores.__getitem__) if scores else None

    def _elsewhere(self, head: list[int], text: Text, question: Question) -> Iterator[Row]:
        """Show the question with the likest sentence of a few other texts."""
        asked = stems(question.question_tr)
        others = [other for other in self.rng.sample(self._texts, min(6, len(self._texts))) if other.id != text.id]
        places = [(len(asked & stem), o, i) for o in others for i, stem in enumerate(self._stems(o)[0])]
        if places:
            _, other, i = max(places, key=lambda place: place[0])
            pieces = self._pieces(other)
            if not question.answer or question.answer not in other.context:
                yield self._row(head, [], pieces.ids[pieces.firsts[i] : pieces.firsts[i + 1]])


def _sentence_stems(text: Text) -> tuple[list[set[str]], Counter[str]]:
    each = [stems(text.context[a:b]) for a, b in text.sentences]
    return each, Counter(stem for one in each for stem in one)


def batches(rows: list[Row], size: int, rng: random.Random) -> list[list[Row]]:
    """Cut rows into batches of like length, in random order."""
    ordered = sorted(rows, key=lambda row: len(row.ids))
    cut = [ordered[i : i + size] for i in range(0, len(ordered), size)]
    rng.shuffle(cut)
    return cut

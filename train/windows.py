"""Draw the windows that the reader learns from: questions on a few sentences that answer them, or nearly do."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from tokenizers import Tokenizer

from train.examples import LANGUAGES, Pieces, Question, Text, read_texts, training_files
from train.noise import LOWER, PLAIN, noisy

START, END = 0, 2
LONGEST_QUESTION, LONGEST_WINDOW = 48, 300
VERDICTS = {"no": 0, "yes": 1}
NO_VERDICT = -100
WEIGHTS = {"tquad": 1.6, "thquad": 0.3, "news": 2.5}
WRITTEN_WEIGHT = 2.2
NEGATIVES = 0.6
OTHER_TEXT = 0.08
TITLE = 0.25
MOST_NEIGHBOURS = 10
STEP = 16
ROOMS = ((0, 0.22), (50, 0.28), (90, 0.2), (150, 0.15), (300, 0.15))


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
    """Draws rows from the training files of a folder.

    A pass over the data is every file's questions, in each language, as often as the file's weight says (the fraction
    by lot), in random order. A pass is drawn in parts, each the same whenever and in whatever process it is drawn.
    """

    def __init__(self, folder: Path, tokenizer: Tokenizer, seed: int) -> None:
        self.tokenizer = tokenizer
        self.seed = seed
        self.rng = random.Random(seed)
        self._pools: dict[str, list[Asked]] = {}
        texts: list[Text] = []
        for path in training_files(folder):
            read = list(read_texts(path))
            texts += read
            asked = ((text, question) for text in read for question in text.questions)
            self._pools[path.name] = [(t, q, lang) for t, q in asked for lang in LANGUAGES if q.asked(lang)]
        self._texts = texts
        self._order: tuple[int, list[Asked]] = (-1, [])
        self._pieces = lru_cache(maxsize=None)(lambda text: Pieces(text, tokenizer))
        self._stems = lru_cache(maxsize=None)(_sentence_stems)

    @property
    def sizes(self) -> dict[str, int]:
        """Count the questions of each file, each language for itself."""
        return {name: len(pool) for name, pool in self._pools.items()}

    def parts(self, size: int) -> int:
        """Count the parts of a pass, of about so many questions each."""
        total = sum(len(pool) * source_weight(name) for name, pool in self._pools.items())
        return max(1, round(total / size))

    def part(self, number: int, of: int) -> list[Row]:
        """Draw the windows of a part, numbered on from pass to pass (``of`` parts each)."""
        at, place = divmod(number, of)
        if self._order[0] != at:
            self._order = (at, self._pass(random.Random(f"{self.seed} {at}")))
        asked = self._order[1]
        self.rng = random.Random(f"{self.seed} {at} {place}")
        share = asked[place * len(asked) // of : (place + 1) * len(asked) // of]
        rows = [row for each in share for row in self.rows(*each)]
        self.rng.shuffle(rows)
        return rows

    def _pass(self, rng: random.Random) -> list[Asked]:
        drawn: list[Asked] = []
        for name, pool in self._pools.items():
            whole, fraction = divmod(source_weight(name), 1)
            drawn += pool * int(whole) + rng.sample(pool, round(fraction * len(pool)))
        rng.shuffle(drawn)
        return drawn

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
        for _ in range(MOST_NEIGHBOURS):
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


def padded(length: int, multiple: int = STEP) -> int:
    """Round a length up: few shapes of batches are quicker than many."""
    return -(-length // multiple) * multiple


def batches(rows: list[Row], tokens: int, rng: random.Random) -> list[list[Row]]:
    """Cut rows into batches of one padded length each, of at most so many tokens, in random order.

    What is left over of each length comes together in a few batches of mixed lengths.
    """
    alike: dict[int, list[Row]] = {}
    for row in rows:
        alike.setdefault(padded(len(row.ids)), []).append(row)
    cut: list[list[Row]] = []
    mixed: list[list[Row]] = [[]]
    for length, group in sorted(alike.items()):
        size = max(1, tokens // length)
        whole = len(group) // size * size
        cut += [group[i : i + size] for i in range(0, whole, size)]
        for row in group[whole:]:
            if mixed[-1] and length * (len(mixed[-1]) + 1) > tokens:
                mixed.append([])
            mixed[-1].append(row)
    cut += [batch for batch in mixed if batch]
    rng.shuffle(cut)
    return cut

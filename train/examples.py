"""Read the training files, and cut texts into the windows that the reader is trained and measured on.

A file holds one text a line: ``{"id", "title", "context", "qas": [{"id", "question_tr", "question_en", "answer",
"start", "type"?, "verdict"?, "operands"?}]}``. ``answer`` is null where the text does not answer; ``start`` counts
characters. Questions with ``operands`` are to be computed: the reader, which learns single spans, does without them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path

from tokenizers import Tokenizer

TEXTS = Path(__file__).parent / "data"
LANGUAGES = ("tr", "en")
BOUNDARY = re.compile(
    r"""(?<=[.!?…])["”’)\]]?\s+(?=["“‘(]?[A-ZÇĞİÖŞÜÂ0-9])|(?<=[a-zçğıöşü]{3}[.!?])(?=[A-ZÇĞİÖŞÜ][a-zçğıöşü])|\n+"""
)
SHORT_FORM = re.compile(r"(?:\b\w|\b(?:Dr|Prof|Doç|Av|St|Hz|Sn|No|vb|vs|yy|bkz|Alb|Gen)|\b[IVX]{1,5}|\b\d{1,2})[.]$")


@dataclass(frozen=True, slots=True)
class Question:
    """One question in both languages, with the span that answers it (``None``: the text does not answer)."""

    id: str
    question_tr: str
    question_en: str | None
    answer: str | None
    start: int | None
    type: str | None
    verdict: str | None

    @property
    def span(self) -> tuple[int, int] | None:
        """Start and end of the answer in the text, in characters."""
        return None if self.answer is None or self.start is None else (self.start, self.start + len(self.answer))

    def asked(self, language: str) -> str | None:
        """Give the question in ``tr`` or ``en``."""
        return self.question_tr if language == "tr" else self.question_en


@dataclass(frozen=True)
class Text:
    """A text with its questions."""

    id: str
    title: str | None
    context: str
    questions: tuple[Question, ...]

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """The sentences' starts and ends; together they cover the text, trailing space included."""
        return split_sentences(self.context)


def split_sentences(text: str) -> list[tuple[int, int]]:
    """Split a text into sentences (start, end) that cover it without gap; short forms and ordinals do not end one."""
    bounds = [0]
    for match in BOUNDARY.finditer(text):
        before = text[bounds[-1] : match.start()]
        if match.end() < len(text) and ("\n" in match.group() or not SHORT_FORM.search(before.rstrip('"”’)] '))):
            bounds.append(match.end())
    bounds.append(len(text))
    return [(a, b) for a, b in pairwise(bounds) if a < b]


def read_texts(path: Path) -> Iterator[Text]:
    """Read a file of texts.

    Raises:
        ValueError: an answer is empty or does not stand where it should.
    """
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield _text(json.loads(line))


def training_files(folder: Path) -> list[Path]:
    """List a folder's files of texts, without those that are for measuring (``*.dev.jsonl``)."""
    return [path for path in sorted(folder.glob("*.jsonl")) if not path.name.endswith(".dev.jsonl")]


def _text(row: dict) -> Text:
    questions = []
    for qa in row["qas"]:
        if qa.get("operands"):
            continue
        answer, start = qa["answer"], qa["start"]
        if answer == "":
            raise ValueError(f"{qa['id']}: an empty answer; null where the text does not say")
        if answer is not None and row["context"][start : start + len(answer)] != answer:
            raise ValueError(f"{qa['id']}: {answer!r} does not stand at {start}")
        questions.append(
            Question(qa["id"], qa["question_tr"], qa["question_en"], answer, start, qa.get("type"), qa.get("verdict"))
        )
    return Text(row["id"], row["title"], row["context"], tuple(questions))


class Pieces:
    """A text as pieces: ids, character offsets (without the space before a word), and each sentence's first piece."""

    def __init__(self, text: Text, tokenizer: Tokenizer) -> None:
        encoding = tokenizer.encode(text.context, add_special_tokens=False)
        self.context = text.context
        self.ids: list[int] = encoding.ids
        self.offsets = [_without_space(text.context, start, end) for start, end in encoding.offsets]
        self.sentences = text.sentences
        self.firsts = self._first_pieces()

    def _first_pieces(self) -> list[int]:
        firsts, at = [], 0
        for start, _ in self.sentences:
            while at < len(self.offsets) and self.offsets[at][1] <= start:
                at += 1
            firsts.append(at)
        return [*firsts, len(self.ids)]

    def size(self, low: int, high: int) -> int:
        """Count the pieces of the sentences ``low`` to ``high`` (not included)."""
        return self.firsts[high] - self.firsts[low]

    def cover(self, start: int, end: int) -> tuple[int, int]:
        """Find the first and the last piece of a span of characters."""
        inside = [i for i, (a, b) in enumerate(self.offsets) if a < end and b > start]
        return inside[0], inside[-1]

    def sentence_of(self, piece: int) -> int:
        """Find the sentence that a piece stands in."""
        return max(i for i in range(len(self.sentences)) if self.firsts[i] <= piece)


def _without_space(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end - 1 and text[start].isspace():
        start += 1
    return start, end

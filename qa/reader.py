"""The reader: the spans of a text that may answer a question, each scored against "no answer"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from tokenizers import Encoding

from qa.runtime import MODELS, OnnxModel
from qa.text import APOSTROPHES

MAX_WINDOW = 320  # tokens of question and text together
MAX_SPAN = 80  # tokens of one answer
BEST = 12  # candidate spans kept of each text

_TRIM = ".,;:!?…-–—*#>|"
_PAIRS = (("(", ")"), ("[", "]"), ("“", "”"), ("«", "»"), ('"', '"'))


@dataclass(frozen=True, slots=True)
class SpanScore:
    """A candidate answer `text[start:end]`; `score` is its start and end logit less those of "no answer"."""

    start: int
    end: int
    score: float


@dataclass(frozen=True)
class WindowReading:
    """What the reader finds in one text.

    `spans` holds its best spans, best first; `verdict` the log-odds of yes over no. `starts` and `ends` are the logits
    of the text's tokens at the character offsets `offsets` [tokens, 2], `null` the score of "no answer".
    """

    spans: list[SpanScore]
    offsets: NDArray[np.int64]
    starts: NDArray[np.float32]
    ends: NDArray[np.float32]
    null: float
    verdict: float = 0.0

    def score(self, start: int, end: int) -> float:
        """Return the score of the span `text[start:end]`, whether or not it is among the best."""
        first = int(np.searchsorted(self.offsets[:, 1], start, side="right"))
        last = int(np.searchsorted(self.offsets[:, 0], end, side="left")) - 1
        if first >= len(self.offsets) or last < first:
            return -np.inf
        return float(self.starts[first] + self.ends[last]) - self.null


class Reader(Protocol):
    """What the answerer needs of a reading model."""

    fingerprint: str

    def read(self, question: str, texts: Sequence[str]) -> list[WindowReading]:
        """Return one reading for each text, offsets counting the characters of that text."""
        ...

    def lengths(self, texts: Sequence[str]) -> list[int]:
        """Return the number of tokens of each text, as this reader counts them."""
        ...


def open_reader(model: str | Path | None = None) -> Reader:
    """Return the shipped reader, or any extractive QA model of transformers named by folder or hub id."""
    if model is None or Path(model, "model.onnx").is_file():
        return OnnxReader(model or MODELS / "reader")
    return TransformersReader(str(model))


class OnnxReader:
    """The shipped reader on ONNX Runtime."""

    def __init__(self, folder: str | Path = MODELS / "reader") -> None:
        self.model = OnnxModel(folder)
        self.fingerprint = self.model.fingerprint

    def read(self, question: str, texts: Sequence[str]) -> list[WindowReading]:
        """Return one reading for each text, offsets counting the characters of that text."""
        encodings = self.model.encode_pairs(question, texts)
        of_text = [_text_tokens(encoding)[:MAX_WINDOW] for encoding in encodings]  # a cut encoding forgets which
        for encoding in encodings:
            encoding.truncate(MAX_WINDOW)
        readings = []
        for text, encoding, inside, out in zip(texts, encodings, of_text, self.model.run(encodings), strict=True):
            verdict = float(out["verdict_logits"][1] - out["verdict_logits"][0])
            readings.append(decode(text, encoding.offsets, inside, out["start_logits"], out["end_logits"], verdict))
        return readings

    def lengths(self, texts: Sequence[str]) -> list[int]:
        """Return the number of tokens of each text."""
        return [len(encoding) for encoding in self.model.tokenizer.encode_batch(list(texts), add_special_tokens=False)]


class TransformersReader:
    """Any extractive question answering model of transformers whose "no answer" is the first token."""

    def __init__(self, name: str) -> None:
        from transformers import AutoModelForQuestionAnswering, AutoTokenizer

        self.tokenizer = AutoTokenizer.from_pretrained(name)
        self.model = AutoModelForQuestionAnswering.from_pretrained(name).eval()
        self.fingerprint = f"transformers:{name}"

    def read(self, question: str, texts: Sequence[str]) -> list[WindowReading]:
        """Return one reading for each text, offsets counting the characters of that text."""
        import torch

        if not texts:
            return []
        encoded = self.tokenizer(
            [question] * len(texts), list(texts), truncation="only_second", max_length=MAX_WINDOW, padding=True,
            return_offsets_mapping=True, return_tensors="pt",
        )  # fmt: skip
        offsets = encoded.pop("offset_mapping").tolist()
        with torch.inference_mode():
            out = self.model(**encoded)
        readings = []
        for row, text in enumerate(texts):
            inside = np.array([sequence == 1 for sequence in encoded.sequence_ids(row)])
            logits = out.start_logits[row].numpy(), out.end_logits[row].numpy()
            readings.append(decode(text, offsets[row], inside, *logits))
        return readings

    def lengths(self, texts: Sequence[str]) -> list[int]:
        """Return the number of tokens of each text."""
        return [len(self.tokenizer(text, add_special_tokens=False)["input_ids"]) for text in texts]


def decode(
    text: str,
    offsets: Sequence[tuple[int, int]],
    inside: NDArray[np.bool_],
    start_logits: NDArray[np.float32],
    end_logits: NDArray[np.float32],
    verdict: float = 0.0,
) -> WindowReading:
    """Return the reading of one text from the logits of its tokens.

    `inside` marks the tokens of the text; the logits may be longer than it (padding). The score of a span is
    start + end logit, less the same sum at the first token (Devlin et al., arXiv:1810.04805, section 4.3).
    """
    tokens = np.flatnonzero(inside)
    null = float(start_logits[0] + end_logits[0])
    starts, ends = start_logits[tokens], end_logits[tokens]
    places = np.array([offsets[int(token)] for token in tokens], dtype=np.int64).reshape(-1, 2)
    return WindowReading(_best_spans(text, places, starts, ends, null), places, starts, ends, null, verdict)


def _best_spans(
    text: str, offsets: NDArray[np.int64], starts: NDArray[np.float32], ends: NDArray[np.float32], null: float
) -> list[SpanScore]:
    """Return the best distinct spans of whole words, best first."""
    n = len(starts)
    if not n:
        return []
    sums = starts[:, None] + ends[None, :]
    sums = np.where(np.tri(n, n, -1, dtype=bool) | ~np.tri(n, n, MAX_SPAN - 1, dtype=bool), -np.inf, sums)
    count = min(BEST * 4, sums.size)
    top = np.argpartition(sums, -count, axis=None)[-count:]
    top = top[np.argsort(sums.ravel()[top])[::-1]]
    found: dict[tuple[int, int], SpanScore] = {}
    for flat in top:
        first, last = divmod(int(flat), n)
        if not np.isfinite(sums[first, last]) or len(found) == BEST:
            break
        span = whole_words(text, int(offsets[first][0]), int(offsets[last][1]))
        if span and span not in found:
            found[span] = SpanScore(*span, score=float(sums[first, last]) - null)
    return list(found.values())


def whole_words(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Widen a span to whole words and trim white space, punctuation, an apostrophe suffix and unpaired brackets."""
    while _within_word(text, start):
        start -= 1
    while _within_word(text, end):
        end += 1
    while start < end and (text[start] in _TRIM or text[start].isspace()):
        start += 1
    while end > start and (text[end - 1] in _TRIM + APOSTROPHES or text[end - 1].isspace()):
        end -= 1
    for opening, closing in _PAIRS:
        start, end = _paired(text, start, end, opening, closing)
    return (start, end) if start < end and re.search(r"\w", text[start:end]) else None


def _paired(text: str, start: int, end: int, opening: str, closing: str) -> tuple[int, int]:
    """Take brackets or quotation marks of one kind off a span that are not paired in it, or all around it."""
    piece = text[start:end]
    if opening != closing:
        if piece.startswith(opening) and piece.find(closing) == len(piece) - 1:
            return start + 1, end - 1
        if piece.endswith(closing) and piece.count(closing) > piece.count(opening):
            return start, end - 1
        return start + (piece.startswith(opening) and piece.count(opening) > piece.count(closing)), end
    if piece.count(opening) == 1:
        closed = not piece.startswith(opening) and text[end:].startswith(opening)  # 'yönetmen Kaya "Kuyu'
        return start + piece.startswith(opening), end + closed - piece.endswith(opening)
    before, after = text[:start].endswith(opening), text[end:].startswith(opening)
    if opening in piece and (piece.count(opening) % 2 or (before and after)):
        return start - before, end + after  # the outer marks of several quoted names
    return start, end


def _within_word(text: str, at: int) -> bool:
    """Tell whether `at` lies between two characters of one word or number."""
    if not 0 < at < len(text):
        return False
    before, after = text[at - 1], text[at]
    if before in ".,:" and after.isdigit() and at > 1 and text[at - 2].isdigit():
        return True
    if after in ".,:" and before.isdigit() and at + 1 < len(text) and text[at + 1].isdigit():
        return True
    return (before.isalnum() or "\u0300" <= before <= "\u036f") and (after.isalnum() or "\u0300" <= after <= "\u036f")


def _text_tokens(encoding: Encoding) -> NDArray[np.bool_]:
    return np.array(
        [
            sequence == 1 and not special
            for sequence, special in zip(encoding.sequence_ids, encoding.special_tokens_mask, strict=True)
        ]
    )

"""The verifier: whether a passage bears out what a yes/no question asks, denies it, or leaves it open."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Protocol

import numpy as np

from qa.runtime import MODELS, OnnxModel

MAX_QUESTION = 64  # tokens; a longer question is cut
MAX_LENGTH = 320  # tokens of question and passage together


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a passage says of a claim: probabilities that it denies it, bears it out, or leaves it open; sum 1."""

    no: float
    yes: float
    open: float


class Verifier(Protocol):
    """What the assistant needs of a judging model."""

    def judge(self, question: str, passages: Sequence[str]) -> list[Judgement]:
        """Return one judgement for each passage."""
        ...


@lru_cache(maxsize=1)
def open_verifier() -> "OnnxVerifier":
    """Return the shipped verifier, opened once."""
    return OnnxVerifier()


class OnnxVerifier:
    """The shipped verifier on ONNX Runtime."""

    def __init__(self, folder: str | Path = MODELS / "verifier") -> None:
        self.model = OnnxModel(folder)

    def judge(self, question: str, passages: Sequence[str]) -> list[Judgement]:
        """Return one judgement for each passage."""
        encoding = self.model.tokenizer.encode(question, add_special_tokens=False)
        if len(encoding) > MAX_QUESTION:
            question = question[: encoding.offsets[MAX_QUESTION - 1][1]]
        encodings = self.model.tokenizer.encode_batch([(question, passage) for passage in passages])
        for each in encodings:
            each.truncate(MAX_LENGTH)
        judgements = []
        for out in self.model.run(encodings):
            logits = out["verdict_logits"]
            no, yes, left_open = np.exp(logits - np.logaddexp.reduce(logits))
            judgements.append(Judgement(float(no), float(yes), float(left_open)))
        return judgements

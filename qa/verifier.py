"""The verifier: whether a passage bears out what a yes/no question asks, denies it, or leaves it open."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np

from qa.runtime import MODELS, OnnxModel

MAX_LENGTH = 320  # tokens of question and passage together


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a passage says of a claim: probabilities that it denies it, bears it out, or leaves it open; sum 1."""

    no: float
    yes: float
    open: float


@lru_cache(maxsize=1)
def open_verifier() -> "OnnxVerifier":
    """Return the shipped verifier, opened once: at the first yes/no question, for it takes a fifth of a second."""
    return OnnxVerifier()


class OnnxVerifier:
    """The shipped verifier on ONNX Runtime."""

    def __init__(self, folder: str | Path = MODELS / "verifier") -> None:
        self.model = OnnxModel(folder)

    def judge(self, question: str, passages: Sequence[str]) -> list[Judgement]:
        """Return one judgement for each passage."""
        encodings = self.model.encode_pairs(question, passages)
        for encoding in encodings:
            encoding.truncate(MAX_LENGTH)
        judgements = []
        for out in self.model.run(encodings):
            logits = out["verdict_logits"]
            no, yes, left_open = np.exp(logits - np.logaddexp.reduce(logits))
            judgements.append(Judgement(float(no), float(yes), float(left_open)))
        return judgements

"""Whether a confidence of 0.9 means right nine times in ten."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike


@dataclass(frozen=True, slots=True)
class Bin:
    """The answers whose confidence lies in one tenth of the range: how many, their mean confidence, their accuracy."""

    count: int
    confidence: float
    accuracy: float


def calibration(confidence: ArrayLike, correct: ArrayLike, bins: int = 10) -> list[Bin]:
    """Return the reliability curve: the answers in `bins` equal parts of [0, 1], the empty parts left out.

    Guo et al., "On Calibration of Modern Neural Networks", ICML 2017, section 2.
    """
    scores, right = np.asarray(confidence, float), np.asarray(correct, float)
    part = np.minimum((scores * bins).astype(int), bins - 1)
    return [
        Bin(int((part == k).sum()), float(scores[part == k].mean()), float(right[part == k].mean()))
        for k in range(bins)
        if (part == k).any()
    ]


def ece(confidence: ArrayLike, correct: ArrayLike, bins: int = 10) -> float:
    """Return the expected calibration error.

    ECE = sum over bins of count / n * |accuracy - confidence|   (Guo et al., equation 3)
    """
    if not np.size(confidence):
        return float("nan")
    curve = calibration(confidence, correct, bins)
    return sum(part.count * abs(part.accuracy - part.confidence) for part in curve) / np.size(confidence)

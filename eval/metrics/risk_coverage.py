"""The price of answering more: risk against coverage."""

import numpy as np
from numpy.typing import ArrayLike, NDArray


def risk_coverage(confidence: ArrayLike, correct: ArrayLike) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return coverage and risk after each question, the most confident first.

        coverage(k) = k / n,  risk(k) = errors among the k most confident / k

    El-Yaniv & Wiener, "On the Foundations of Noise-free Selective Classification", JMLR 11, 2010. Questions of equal
    confidence share their mean error, so that their order cannot matter.
    """
    scores, errors = np.asarray(confidence, float), 1.0 - np.asarray(correct, float)
    _, group = np.unique(-scores, return_inverse=True)
    means = np.bincount(group, errors) / np.bincount(group)
    shared = np.sort(group)
    counted = np.arange(1, len(scores) + 1)
    return counted / len(scores), np.cumsum(means[shared]) / counted


def aurc(confidence: ArrayLike, correct: ArrayLike) -> float:
    """Return the area under the risk–coverage curve: the mean of risk(k) over k = 1..n. Lower is better.

    Geifman, Uziel & El-Yaniv, "Bias-Reduced Uncertainty Estimation for Deep Neural Classifiers", ICLR 2019.
    """
    if not np.size(confidence):
        return float("nan")
    return float(np.mean(risk_coverage(confidence, correct)[1]))

"""How well answerable and unanswerable questions are told apart."""

from collections.abc import Sequence

import numpy as np
from sklearn import metrics


def auroc(confidence: Sequence[float], answerable: Sequence[bool]) -> float:
    """Return the probability that an answerable question has more confidence than an unanswerable one.

        AUROC = P(c+ > c-) + P(c+ = c-) / 2   (Hanley & McNeil, Radiology 143(1), 1982)

    NaN where one of the two kinds is missing.
    """
    if len(set(answerable)) < 2:
        return float("nan")
    return float(metrics.roc_auc_score(np.asarray(answerable), np.asarray(confidence)))


def answerability_f1(answered: Sequence[bool], answerable: Sequence[bool]) -> float:
    """Return F1 of the decision to refuse, "unanswerable" being the class to find.

        P = rightly refused / refused,  R = rightly refused / unanswerable,  F1 = 2PR / (P + R)

    NaN where nothing is unanswerable.
    """
    if all(answerable):
        return float("nan")
    refused, unanswerable = ~np.asarray(answered, bool), ~np.asarray(answerable, bool)
    return float(metrics.f1_score(unanswerable, refused, zero_division=0.0))

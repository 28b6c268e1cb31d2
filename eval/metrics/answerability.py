"""How well answerable and unanswerable questions are told apart."""

import numpy as np
from numpy.typing import ArrayLike


def auroc(confidence: ArrayLike, answerable: ArrayLike) -> float:
    """Return the probability that an answerable question has more confidence than an unanswerable one.

        AUROC = P(c+ > c-) + P(c+ = c-) / 2 = (R+ - n+ (n+ + 1) / 2) / (n+ n-)

    with R+ the sum of the ranks of the n+ answerable questions among all, equal ones sharing their mean rank
    (Hanley & McNeil, Radiology 143(1), 1982). NaN where one of the two kinds is missing.
    """
    wanted = np.asarray(answerable, bool)
    positive, negative = int(wanted.sum()), int((~wanted).sum())
    if not positive or not negative:
        return float("nan")
    _, group, sizes = np.unique(np.asarray(confidence, float), return_inverse=True, return_counts=True)
    ranks = (np.cumsum(sizes) - (sizes - 1) / 2)[group]
    return float((ranks[wanted].sum() - positive * (positive + 1) / 2) / (positive * negative))


def answerability_f1(answered: ArrayLike, answerable: ArrayLike) -> float:
    """Return F1 of the decision to refuse, "unanswerable" being the class to find.

        P = rightly refused / refused,  R = rightly refused / unanswerable,  F1 = 2PR / (P + R)

    NaN where nothing is unanswerable.
    """
    refused, unanswerable = ~np.asarray(answered, bool), ~np.asarray(answerable, bool)
    if not unanswerable.any():
        return float("nan")
    return float(2 * (refused & unanswerable).sum() / (refused.sum() + unanswerable.sum()))

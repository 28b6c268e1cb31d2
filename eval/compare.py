"""Comparing two runs question by question, so that nobody celebrates noise."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from eval.metrics.bootstrap import mean_interval
from eval.metrics.permutation import permutation
from eval.outcome import Outcome
from eval.scores import SCORES, score
from eval.storage import Run, RunError

LEVEL = 0.05
COMPARED = ("overall", "correct", "em", "f1", "cited", "refused", "wrongly_refused", "recall@1", "mrr", "ndcg@10")


@dataclass(frozen=True, slots=True)
class Difference:
    """A score of both runs over the questions that both have, the 95 % interval of second - first, and its p-value."""

    first: float
    second: float
    low: float
    high: float
    p: float
    count: int

    @property
    def value(self) -> float:
        """Return second - first."""
        return self.second - self.first


@dataclass(frozen=True)
class Comparison:
    """Two runs side by side.

    `differences` holds the scores by name, `parts` the score "overall" by language and type. `gained` and `lost` are
    the ids of the questions that only the second run, or only the first, has right.
    """

    first: Run
    second: Run
    common: int
    differences: Mapping[str, Difference]
    parts: Mapping[str, Difference]
    gained: tuple[str, ...]
    lost: tuple[str, ...]

    def verdict(self, name: str, threshold: float) -> str:
        """Return "better", "worse" or "no difference shown" for a score, at a significance threshold."""
        difference = self.differences[name]
        if difference.p >= threshold:
            return "no difference shown"
        return "better" if (difference.value > 0) == SCORES[name][1] else "worse"

    def thresholds(self) -> dict[str, float]:
        """Return the threshold that each score's p-value must stay under (Holm, 1979): 5 % for all scores together.

        The smallest of m p-values is held against 5 % / m, the next against 5 % / (m - 1) and so on; from the first
        that fails on, none counts.
        """
        found: dict[str, float] = {}
        failed = False
        ordered = sorted(self.differences, key=lambda name: self.differences[name].p)
        for rank, name in enumerate(ordered):
            threshold = LEVEL / (len(ordered) - rank)
            failed = failed or self.differences[name].p >= threshold
            found[name] = 0.0 if failed else threshold
        return found


def compare(first: Run, second: Run) -> Comparison:
    """Compare two runs over the questions that they share.

    Raises:
        RunError: they have no question in common.
    """
    ours, theirs = _by_id(first), _by_id(second)
    common = [name for name in ours if name in theirs and ours[name].item == theirs[name].item]
    if not common:
        raise RunError(f"{first.id} and {second.id} have no question in common")
    before = score([ours[name] for name in common])
    after = score([theirs[name] for name in common])
    pairs = list(zip(before, after, strict=True))
    differences = {name: found for name in COMPARED if (found := _difference(name, pairs))}
    parts = {}
    for attribute in ("language", "type"):
        for part in sorted({getattr(ours[name].item, attribute) for name in common}):
            rows = [k for k, name in enumerate(common) if getattr(ours[name].item, attribute) == part]
            if found := _difference("overall", [pairs[k] for k in rows]):
                parts[part] = found
    right = [(a["overall"] == 1, b["overall"] == 1) for a, b in pairs]
    return Comparison(
        first,
        second,
        len(common),
        differences,
        parts,
        gained=tuple(name for name, (a, b) in zip(common, right, strict=True) if b and not a),
        lost=tuple(name for name, (a, b) in zip(common, right, strict=True) if a and not b),
    )


def _by_id(run: Run) -> dict[str, Outcome]:
    return {outcome.item.id: outcome for outcome in run.outcomes()}


def _difference(name: str, pairs: list[tuple[dict[str, float], dict[str, float]]]) -> Difference | None:
    both = [(a[name], b[name]) for a, b in pairs if name in a and name in b]
    if not both:
        return None
    first, second = (np.array(side) for side in zip(*both, strict=True))
    low, high = mean_interval(second - first)
    return Difference(float(first.mean()), float(second.mean()), low, high, permutation(first, second), len(both))

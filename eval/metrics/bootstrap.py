"""Confidence intervals by resampling."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

RESAMPLES = 1000
SEED = 20
_CELLS = 2_000_000  # indices drawn at once; keeps the memory below 20 MB


def mean_interval(values: NDArray[np.float64], level: float = 0.95, resamples: int = RESAMPLES) -> tuple[float, float]:
    """Return the bootstrap percentile interval of the mean of `values` (Efron & Tibshirani, 1993, chapter 13).

    The questions are drawn anew, with replacement, `resamples` times; the interval leaves (1 - level) / 2 of the means
    on either side. NaN without values.
    """
    if not len(values):
        return float("nan"), float("nan")
    random = np.random.default_rng(SEED)
    rows = max(1, _CELLS // len(values))
    means = np.concatenate(
        [
            values[random.integers(0, len(values), (min(rows, resamples - done), len(values)))].mean(axis=1)
            for done in range(0, resamples, rows)
        ]
    )
    return _percentiles(means, level)


def interval(
    statistic: Callable[[NDArray[np.int64]], float], count: int, level: float = 0.95, resamples: int = 300
) -> tuple[float, float]:
    """Return the bootstrap percentile interval of any `statistic` of `count` questions, given their drawn indices."""
    random = np.random.default_rng(SEED)
    drawn = np.array([statistic(random.integers(0, count, count)) for _ in range(resamples)])
    drawn = drawn[~np.isnan(drawn)]
    return _percentiles(drawn, level) if len(drawn) else (float("nan"), float("nan"))


def _percentiles(values: NDArray[np.float64], level: float) -> tuple[float, float]:
    low, high = np.percentile(values, [50 * (1 - level), 50 * (1 + level)])
    return float(low), float(high)

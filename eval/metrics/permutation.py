"""A paired test."""

import numpy as np
from numpy.typing import NDArray

from eval.metrics.bootstrap import SEED


def permutation(first: NDArray[np.float64], second: NDArray[np.float64], resamples: int = 10_000) -> float:
    """Return the two-sided p-value of a paired permutation test on the difference of the means.

    Under the null hypothesis the two systems' scores on a question could be swapped; p is the share of random swaps
    with a difference at least as large as the one seen, the observed one counted in:

        p = (1 + swaps with |mean difference| >= |observed|) / (1 + resamples)

    One pair shows nothing: p = 1.

    Fisher's randomization test; Smucker, Allan & Carterette, CIKM 2007, recommend it for comparing retrieval systems.
    """
    from scipy.stats import permutation_test

    if len(first) < 2 or np.array_equal(first, second):
        return 1.0
    result = permutation_test(
        (first, second),
        lambda x, y, axis: np.mean(x - y, axis=axis),
        permutation_type="samples",
        vectorized=True,
        n_resamples=resamples,
        batch=500,
        rng=np.random.default_rng(SEED),
    )
    return float(result.pvalue)

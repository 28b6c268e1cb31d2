"""How long answers take."""

from collections.abc import Sequence

import numpy as np


def latency(seconds: Sequence[float]) -> dict[str, float]:
    """Return the median, the 95th and the 99th percentile of `seconds`, and the questions answered in a second."""
    if not len(seconds):
        return {}
    p50, p95, p99 = np.percentile(np.asarray(seconds, float), [50, 95, 99])
    return {"p50": float(p50), "p95": float(p95), "p99": float(p99), "throughput": len(seconds) / sum(seconds)}

"""Where the exact search should give way to inverted lists: `python -m eval.bench_index`.

Clustered random unit vectors stand in for passages (text vectors cluster; uniform ones would make inverted lists look
worse than they are). Prints, for each size, the median time of one search, the recall of the ten nearest, and the time
to build.
"""

import statistics
import time

import faiss
import numpy as np
from numpy.typing import NDArray

from qa.index import exact_index, inverted_index

SIZES = (10_000, 50_000, 100_000, 200_000)
DIMENSION = 384
NEAREST = 10


def main() -> None:
    """Measure and print a line for each size and kind of index."""
    generator = np.random.default_rng(1)
    centres = generator.normal(size=(2_000, DIMENSION))
    for size in SIZES:
        vectors = _unit(centres[generator.integers(len(centres), size=size)] + generator.normal(size=(size, DIMENSION)))
        queries = _unit(vectors[generator.integers(size, size=200)] + 0.02 * generator.normal(size=(200, DIMENSION)))
        rows = np.arange(size, dtype=np.int64)
        found: dict[str, NDArray[np.int64]] = {}
        for name in ("exact", "inverted"):
            began = time.perf_counter()
            index: faiss.Index = exact_index(DIMENSION) if name == "exact" else inverted_index(vectors)
            index.add_with_ids(vectors, rows)
            built = time.perf_counter() - began
            times, nearest = [], []
            for query in queries:
                began = time.perf_counter()
                nearest.append(index.search(query[None, :], NEAREST)[1][0])
                times.append(time.perf_counter() - began)
            found[name] = np.array(nearest)
            shared = [len(set(a) & set(b)) / NEAREST for a, b in zip(found["exact"], found[name], strict=True)]
            median = statistics.median(times) * 1000
            print(f"{size:>7,} {name:>8}: {median:6.2f} ms, recall@10 {np.mean(shared):.3f}, built in {built:.1f} s")


def _unit(vectors: NDArray[np.float64]) -> NDArray[np.float32]:
    return (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32)


if __name__ == "__main__":
    main()

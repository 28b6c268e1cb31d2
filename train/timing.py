"""Time shipped models against their float graphs, in the same run and turn by turn.

python -m train.export reader CHECKPOINT FLOAT --float
python -m train.export retriever CHECKPOINT FLOAT --float
python -m train.timing qa/models FLOAT
"""

from __future__ import annotations

import argparse
import json
import logging
import statistics
import time
from pathlib import Path

import numpy as np
import onnxruntime

logger = logging.getLogger(__name__)

CASES = (
    ("one question of 14 tokens", "retriever", 1, 14, 1),
    ("one passage of 64 tokens", "retriever", 1, 64, 1),
    ("one window of 64 tokens", "reader", 1, 64, 1),
    ("one window of 100 tokens", "reader", 1, 100, 1),
    ("8 windows of 64 tokens", "reader", 8, 64, 2),
)


def session(path: Path, threads: int) -> onnxruntime.InferenceSession:
    """Open a graph on so many threads."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def medians(paths: list[Path], batch: int, length: int, threads: int, runs: int) -> list[float]:
    """Time each graph, turn by turn, on the same input; milliseconds."""
    sessions = [session(path, threads) for path in paths]
    ids = np.random.default_rng(1).integers(5, 200, (batch, length))
    feed = {"input_ids": ids, "attention_mask": np.ones_like(ids)}
    times: list[list[float]] = [[] for _ in paths]
    for turn in range(runs + 5):
        for each, taken in zip(sessions, times, strict=True):
            began = time.perf_counter()
            each.run(None, feed)
            if turn >= 5:
                taken.append(1000 * (time.perf_counter() - began))
    return [statistics.median(taken) for taken in times]


def main() -> None:
    """Time the models."""
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("models", type=Path)
    parser.add_argument("float", type=Path, help="folder of the float graphs")
    parser.add_argument("--runs", type=int, default=60)
    args = parser.parse_args()
    for name, kind, batch, length, threads in CASES:
        paths = [folder / kind / "model.onnx" for folder in (args.models, args.float)]
        ours, full = medians(paths, batch, length, threads, args.runs)
        row = {"case": name, "threads": threads, "int8 ms": round(ours, 1), "float ms": round(full, 1)}
        logger.info("%s", json.dumps(row | {"ratio": round(full / ours, 2)}))


if __name__ == "__main__":
    main()

"""Training on several cores: worker processes of one thread each that share every batch.

On a busy machine this is much faster than threads, which wait for each other in every product.
"""

from __future__ import annotations

import logging
import multiprocessing
import signal
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from typing import Any

import torch
import torch.distributed as dist
import torch.multiprocessing as mp
from torch import Tensor


def start(work: Callable[..., None], workers: int, port: int, *args: Any) -> None:
    """Run ``work(*args)`` in so many processes, which meet at a port of this machine, and wait for them."""
    if workers > 1:
        signal.signal(signal.SIGTERM, signal.SIG_IGN)  # the workers get it too, and end by themselves
        mp.spawn(_enter, (work, workers, port, args), workers)
    else:
        _enter(0, work, workers, port, args)


def _enter(worker: int, work: Callable[..., None], workers: int, port: int, args: tuple[Any, ...]) -> None:
    level = logging.INFO if worker == 0 else logging.WARNING
    logging.basicConfig(level=level, format="%(asctime)s %(message)s", datefmt="%H:%M:%S")
    if workers > 1:
        torch.set_num_threads(1)
        dist.init_process_group("gloo", init_method=f"tcp://127.0.0.1:{port}", rank=worker, world_size=workers)
    work(*args)


def pool(processes: int) -> ProcessPoolExecutor:
    """Open processes that prepare data; they end with the pool, not when training is asked to."""
    ignore = (signal.SIGTERM, signal.SIG_IGN)
    return ProcessPoolExecutor(processes, multiprocessing.get_context("spawn"), signal.signal, ignore)


def place() -> tuple[int, int]:
    """Return this worker's number, and how many there are."""
    return (dist.get_rank(), dist.get_world_size()) if dist.is_initialized() else (0, 1)


def average(tensors: list[Tensor]) -> None:
    """Set tensors to their mean over the workers."""
    if dist.is_initialized():
        flat = torch.cat([tensor.flatten() for tensor in tensors])
        dist.all_reduce(flat)
        parts = (flat / dist.get_world_size()).split([tensor.numel() for tensor in tensors])
        for tensor, part in zip(tensors, parts, strict=True):
            tensor.copy_(part.view_as(tensor))


def largest(values: list[float]) -> list[float]:
    """Return the largest of each value over the workers."""
    if dist.is_initialized():
        shared = torch.tensor(values, dtype=torch.float64)
        dist.all_reduce(shared, op=dist.ReduceOp.MAX)
        return shared.tolist()
    return values


def from_first(value: Any) -> Any:
    """Return the first worker's value."""
    held = [value]
    if dist.is_initialized():
        dist.broadcast_object_list(held)
    return held[0]


class Terminated:
    """Becomes true when the process is asked to end (SIGTERM)."""

    def __init__(self) -> None:
        self._asked = False
        signal.signal(signal.SIGTERM, self._ask)

    def _ask(self, number: int, frame: object) -> None:
        self._asked = True

    def __bool__(self) -> bool:
        return self._asked

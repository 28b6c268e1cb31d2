"""ONNX Runtime models and their tokenizer: what the embedder and the reader share."""

import hashlib
import os
from collections.abc import Sequence
from functools import cached_property, lru_cache
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Encoding, Tokenizer

MODELS = Path(__file__).parent / "models"
PAD = 1
_BATCH_TOKENS = 4096  # padded tokens of one run: bounds memory, and larger batches are no faster on a CPU


class ModelError(Exception):
    """A model that cannot be loaded: the message names the folder and the remedy."""


class OnnxModel:
    """An ONNX graph over `input_ids` and `attention_mask`, with its tokenizer.

    `folder` holds `model.onnx`, and `tokenizer.json` either there or in the folder above. Sessions may be run from
    several threads at once.
    """

    def __init__(self, folder: str | Path) -> None:
        self.folder = Path(folder)
        path = self.folder / "model.onnx"
        if not path.is_file():
            raise ModelError(f"{path}: no such model; reinstall Dayanak, or make it with `make train`")
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = int(os.environ.get("DAYANAK_THREADS", 0)) or _available_cores()
        options.log_severity_level = 3
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        try:
            self.session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
        except Exception as error:  # onnxruntime raises bare exceptions of many kinds
            raise ModelError(f"{path}: damaged or of an unknown version; reinstall Dayanak ({error})") from error
        self.tokenizer = load_tokenizer(self.folder)
        self.outputs = [output.name for output in self.session.get_outputs()]

    @cached_property
    def fingerprint(self) -> str:
        """SHA-256 of the graph and the tokenizer: two equal fingerprints give equal vectors and scores."""
        digest = hashlib.sha256()
        for path in (self.folder / "model.onnx", _tokenizer_path(self.folder)):
            with path.open("rb") as file:
                digest.update(hashlib.file_digest(file, "sha256").digest())
        return digest.hexdigest()

    def run(self, encodings: Sequence[Encoding]) -> list[dict[str, NDArray[np.float32]]]:
        """Return the outputs for each encoding, token outputs cut to its length; batches hold inputs of like length."""
        results: list[dict[str, NDArray[np.float32]]] = [{}] * len(encodings)
        order = sorted(range(len(encodings)), key=lambda i: len(encodings[i]))
        while order:
            longest = len(encodings[order[-1]])
            batch = [order.pop() for _ in range(min(len(order), max(1, _BATCH_TOKENS // longest)))]
            ids = np.full((len(batch), longest), PAD, dtype=np.int64)
            mask = np.zeros((len(batch), longest), dtype=np.int64)
            for row, i in enumerate(batch):
                ids[row, : len(encodings[i])] = encodings[i].ids
                mask[row, : len(encodings[i])] = 1
            arrays = self.session.run(self.outputs, {"input_ids": ids, "attention_mask": mask})
            for row, i in enumerate(batch):
                results[i] = {name: array[row] for name, array in zip(self.outputs, arrays, strict=True)}
        return results


def load_tokenizer(folder: Path) -> Tokenizer:
    """Return the tokenizer of a model folder, kept in memory once however many models share it."""
    return _load_tokenizer(_tokenizer_path(folder))


@lru_cache(maxsize=4)
def _load_tokenizer(path: Path) -> Tokenizer:
    if not path.is_file():
        raise ModelError(f"{path}: no such tokenizer; reinstall Dayanak")
    return Tokenizer.from_file(str(path))


def _tokenizer_path(folder: Path) -> Path:
    own = folder / "tokenizer.json"
    return own if own.is_file() else folder.resolve().parent / "tokenizer.json"


def _available_cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1

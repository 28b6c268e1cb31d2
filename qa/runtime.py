"""ONNX Runtime models and their tokenizer: what the embedder and the reader share."""

import hashlib
import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property, lru_cache
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Encoding, Tokenizer

MODELS = Path(__file__).parent / "models"
MAX_QUESTION = 64  # tokens; a longer question is cut


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
        options.intra_op_num_threads = 1
        options.log_severity_level = 3
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

    def encode_pairs(self, question: str, texts: Sequence[str]) -> list[Encoding]:
        """Return the question, cut if it is too long, encoded with each text."""
        alone = self.tokenizer.encode(question, add_special_tokens=False)
        if len(alone) > MAX_QUESTION:
            question = question[: alone.offsets[MAX_QUESTION - 1][1]]
        return list(self.tokenizer.encode_batch([(question, text) for text in texts]))

    def run(self, encodings: Sequence[Encoding]) -> list[dict[str, NDArray[np.float32]]]:
        """Return the outputs for each encoding, token outputs of its length.

        Each is run by itself on one core, several at a time: on a CPU a padded batch is no faster, shares its cores
        badly with other callers, and would let one text's activations set the int8 scale of another's.
        """
        if len(encodings) == 1:
            return [self._run_one(encodings[0])]
        return list(_pool().map(self._run_one, encodings))

    def _run_one(self, encoding: Encoding) -> dict[str, NDArray[np.float32]]:
        ids = np.array([encoding.ids], dtype=np.int64)
        arrays = self.session.run(self.outputs, {"input_ids": ids, "attention_mask": np.ones_like(ids)})
        return {name: array[0] for name, array in zip(self.outputs, arrays, strict=True)}


@lru_cache(maxsize=1)
def _pool() -> ThreadPoolExecutor:
    """Return the threads that all models run on, one for each core."""
    return ThreadPoolExecutor(int(os.environ.get("DAYANAK_THREADS", 0)) or _available_cores(), "model")


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

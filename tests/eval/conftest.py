import json

import pytest
from scripted import ROWS

from eval.items import EvalSet
from eval.loading import load


@pytest.fixture
def set_path(tmp_path):
    path = tmp_path / "towns.jsonl"
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in ROWS), encoding="utf-8")
    return path


@pytest.fixture
def towns(set_path) -> EvalSet:
    return load(set_path)

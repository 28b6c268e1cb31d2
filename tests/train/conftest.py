import json

import pytest
import torch
from toy import STORIES, story, toy_tokenizer

from train.encoder import Encoder, save_encoder


@pytest.fixture(scope="session")
def data(tmp_path_factory):
    """A folder of training texts, as `train/data`."""
    folder = tmp_path_factory.mktemp("data")
    lines = [json.dumps(story(i, *row), ensure_ascii=False) for i, row in enumerate(STORIES)]
    (folder / "written-toy.jsonl").write_text("\n".join(lines) + "\n", "utf-8")
    return folder


@pytest.fixture(scope="session")
def base(tmp_path_factory):
    """A base of two layers, 32 wide, with a vocabulary of the toy texts."""
    folder = tmp_path_factory.mktemp("base")
    tokenizer = toy_tokenizer()
    torch.manual_seed(0)
    encoder = Encoder(tokenizer.get_vocab_size(), 32, 2, 2, 64, 256, 1e-12)
    for parameter in encoder.parameters():
        if parameter.dim() > 1:
            torch.nn.init.normal_(parameter, std=0.3)
    save_encoder(encoder, folder)
    tokenizer.save(str(folder / "tokenizer.json"))
    (folder / "tokenizer_config.json").write_text('{"tokenizer_class": "PreTrainedTokenizerFast"}', "utf-8")
    return folder

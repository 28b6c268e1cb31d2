import pytest
from tokenizers import Tokenizer

from train.encoder import open_encoder
from train.vocabulary import SPECIAL, cut_model, cut_tokenizer, is_kept_character, spellings, text_pieces


@pytest.mark.parametrize("piece", ["a", "▁ş", "İ", "Қ", "Ω", "ب", "7", "—", "€", "▁", "”"])
def test_characters_of_the_kept_scripts_stay(piece):
    assert is_kept_character(piece)


@pytest.mark.parametrize("piece", ["漢", "ก", "ab", "▁ve"])
def test_other_pieces_must_earn_their_place(piece):
    assert not is_kept_character(piece)


def test_words_are_written_as_turkish_writes_them():
    assert list(spellings("iğdır", "tr")) == ["iğdır", "İğdır", "İĞDIR"]
    assert list(spellings("istanbul", "en")) == ["istanbul", "Istanbul", "ISTANBUL"]


def test_a_cut_keeps_the_pieces_and_their_rows(base, tmp_path):
    old = Tokenizer.from_file(str(base / "tokenizer.json"))
    text = "Köprü Iğdır kentindedir."
    kept = sorted({old.token_to_id(name) for name in SPECIAL} | text_pieces(old, [text]))
    new = cut_tokenizer(old, kept)
    assert new.encode(text).tokens == old.encode(text).tokens
    assert [new.token_to_id(name) for name in SPECIAL] == [0, 1, 2, 3, 4]
    assert new.encode("Köprü \n Iğdır").tokens == new.encode("Köprü Iğdır").tokens
    cut_model(base, tmp_path / "cut", kept, new)
    before, after = open_encoder(base)[0], open_encoder(tmp_path / "cut")[0]
    assert after.words.weight.shape == (len(kept), 32)
    for token in new.encode(text).tokens:
        assert (after.words.weight[new.token_to_id(token)] == before.words.weight[old.token_to_id(token)]).all()

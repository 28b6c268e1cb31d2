import pytest

from eval.items import SetError
from eval.settings import Setting, texts_for


def test_the_texts_of_the_set_alone(towns):
    assert texts_for(towns, Setting()) == towns.texts
    assert texts_for(towns, Setting("gold")) == towns.texts


def test_foreign_texts_are_added_after_the_own(towns):
    texts = texts_for(towns, Setting("foreign", 20))
    assert texts[:2] == towns.texts
    assert len(texts) == 22
    assert len({text.id for text in texts}) == 22
    assert len({text.text for text in texts}) == 22
    assert texts == texts_for(towns, Setting("foreign", 20))


def test_foreign_texts_from_a_folder(towns, tmp_path):
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.txt").write_text(f"Metin {name} burada.", encoding="utf-8")
    (tmp_path / "own.txt").write_text(towns.texts[0].text, encoding="utf-8")
    texts = texts_for(towns, Setting("foreign", 3), tmp_path)
    assert [text.text for text in texts[2:]] == ["Metin a burada.", "Metin b burada.", "Metin c burada."]
    with pytest.raises(SetError, match="only 3 foreign texts, not 4"):
        texts_for(towns, Setting("foreign", 4), tmp_path)


def test_the_name_says_how_many():
    assert [Setting("gold").name, Setting("foreign", 50).name] == ["gold", "foreign-50"]

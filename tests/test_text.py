import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa import text


@given(st.text())
def test_folding_and_casing_keep_the_length(value):
    assert len(text.fold(value)) == len(text.lower(value)) == len(text.upper(value)) == len(value)


@given(st.text())
def test_words_are_verbatim_and_in_order(value):
    found = text.words(value)
    assert all(value[w.start : w.end] == w.text for w in found)
    assert all(a.end <= b.start for a, b in zip(found, found[1:], strict=False))


@pytest.mark.parametrize("written", ["IĞDIR", "Iğdır", "ığdır", "igdir", "İĞDİR"])
def test_spellings_of_one_word_fold_alike(written):
    assert text.fold(written) == "igdir"


def test_turkish_case():
    assert text.lower("IRMAK İZMİR") == "ırmak izmir"
    assert text.upper("ırmak izmir") == "IRMAK İZMİR"
    assert text.capitalize("istanbul'da") == "İstanbul'da"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Ankara'da 8,9 ve 13.971", [("Ankara", "da"), ("8,9", ""), ("ve", ""), ("13.971", "")]),
        ("4’üncü TBMM‘nin", [("4", "üncü"), ("TBMM", "nin")]),
        ("Çay, göl.", [("Çay", ""), ("göl", "")]),
    ],
)
def test_words_and_apostrophe_suffixes(value, expected):
    assert [(w.text, w.suffix) for w in text.words(value)] == expected


def test_combining_marks_belong_to_their_letter():
    assert text.folded_words("s\u0327ehir \u0130zmir") == ["sehir", "izmir"]


def test_stems():
    assert text.stem("universitesinde") == "unive"
    assert text.stem("13971") == "13971"

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.sentences import split_sentences

CASES = [
    line.split(" | ")
    for line in (Path(__file__).parent / "data" / "sentences.tr.txt").read_text("utf-8").splitlines()
    if line
]


def split(text):
    return [text[s.start : s.end] for s in split_sentences(text)]


@pytest.mark.parametrize("expected", CASES, ids=lambda case: case[0][:30])
def test_turkish_full_stops(expected):
    assert split(" ".join(expected)) == expected


@given(st.text(alphabet=st.sampled_from("abçİıIğ.!?…\"'“”() \n\r\t0129,;-#\u0327😀")))
def test_sentences_cover_the_text_in_order_without_overlap(text):
    found = split_sentences(text)
    assert all(a.end <= b.start and a.paragraph <= b.paragraph for a, b in zip(found, found[1:], strict=False))
    covered = {at for s in found for at in range(s.start, s.end)}
    assert all(at in covered for at, char in enumerate(text) if not char.isspace())
    assert all(text[s.start : s.end] == text[s.start : s.end].strip() != "" for s in found)


def test_headings_and_paragraphs():
    text = "Başlık burada\n\nBirinci cümle. İkinci cümle.\n\nYeni paragraf."
    assert split(text) == ["Başlık burada", "Birinci cümle.", "İkinci cümle.", "Yeni paragraf."]
    assert [s.paragraph for s in split_sentences(text)] == [0, 1, 1, 2]


def test_hard_wrapped_lines_are_joined_and_list_lines_are_not():
    wrapped = "Bu uzun satır, elle yazılmış bir metinde olduğu gibi\nortasından kırılmıştır ve sonra biter. Yeni cümle."
    assert len(split(wrapped)) == 2
    assert split("Ürünler:\n- elma\n- armut\n1. kiraz") == ["Ürünler:", "- elma", "- armut", "1. kiraz"]


def test_windows_line_ends():
    assert split("Bir cümle.\r\n\r\nİkinci cümle.") == ["Bir cümle.", "İkinci cümle."]


def test_what_is_too_long_for_a_sentence_is_cut_at_words():
    pieces = split("kelime " * 1000)
    assert len(pieces) > 5 and all(len(piece) <= 1000 and set(piece.split()) == {"kelime"} for piece in pieces)

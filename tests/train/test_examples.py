import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from toy import toy_tokenizer

from train.examples import TEXTS, Pieces, Text, read_texts, split_sentences

TOKENIZER = toy_tokenizer()
TURKISH = st.text(st.sampled_from("abcçğıiİIöşü ABÇĞ.'?!\n 12”\u00a0\u0307"), max_size=120)


@given(TURKISH)
def test_sentences_cover_the_text_without_gap(text):
    spans = split_sentences(text)
    assert "".join(text[a:b] for a, b in spans) == text


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Dr. Ayşe Kaya geldi. Sonra gitti.", 2),
        ("4. katta durdu. 2. Abdülhamid oradaydı.", 2),
        ("M. Ö. 300'de kuruldu.", 1),
        ("İlki 9 Ekim'de yapıldı! İkincisi?", 2),
        ("Başlık\nGövde burada.", 2),
        ("Yol bitti.Köprü açıldı.", 2),
    ],
)
def test_sentences_end_where_a_reader_would_end_them(text, count):
    assert len(split_sentences(text)) == count


@given(TURKISH.filter(str.strip), st.data())
def test_pieces_know_their_characters(text, data):
    pieces = Pieces(Text("t", None, text, ()), TOKENIZER)
    assert all(0 <= a <= b <= len(text) for a, b in pieces.offsets)
    assert pieces.firsts[0] == 0
    assert pieces.firsts == sorted(pieces.firsts)
    words = [i for i, c in enumerate(text) if c.isalnum()]
    if words:
        at = data.draw(st.sampled_from(words))
        first, last = pieces.cover(at, at + 1)
        assert pieces.offsets[first][0] <= at < pieces.offsets[last][1]


def test_an_answer_must_stand_where_it_should(tmp_path):
    row = {"id": "x", "title": None, "context": "Ankara başkenttir.", "qas": []}
    row["qas"] = [{"id": "x-0", "question_tr": "?", "question_en": None, "answer": "başkent", "start": 3}]
    path = tmp_path / "x.jsonl"
    path.write_text(json.dumps(row, ensure_ascii=False), "utf-8")
    with pytest.raises(ValueError, match="x-0"):
        list(read_texts(path))


@pytest.mark.parametrize("path", sorted(TEXTS.glob("*.jsonl")), ids=lambda path: path.name)
def test_training_files_are_sound(path):
    texts = list(read_texts(path))
    assert texts
    assert len({text.id for text in texts}) == len(texts)
    for text in texts:
        for question in text.questions:
            assert question.question_tr.strip()
            assert question.verdict in (None, "yes", "no")
            assert (question.answer is None) == (question.start is None)


def test_questions_to_be_computed_are_left_out(tmp_path):
    row = {"id": "x", "title": None, "context": "Kuzey hattı 14, güney hattı 22 kilometre.", "qas": []}
    row["qas"] = [{"id": "x-0", "question_tr": "Fark ne?", "question_en": None, "answer": None, "start": None}]
    row["qas"].append(row["qas"][0] | {"id": "x-1", "operands": [{"text": "14", "start": 12}]})
    path = tmp_path / "x.jsonl"
    path.write_text(json.dumps(row, ensure_ascii=False), "utf-8")
    (text,) = read_texts(path)
    assert [question.id for question in text.questions] == ["x-0"]

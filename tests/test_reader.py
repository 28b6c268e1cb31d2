import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.reader import open_reader, whole_words
from qa.runtime import ModelError

TEXT = "İzmir'deki müze 1927'de açıldı. Müzede 13 bin 971 eser sergileniyor."


def test_the_best_span_answers_with_exact_offsets(reader):
    reading = reader.read("Müzede kaç eser sergileniyor?", [TEXT])[0]
    best = reading.spans[0]
    assert TEXT[best.start : best.end].startswith("13 bin 971")
    assert best.score > 0
    scores = [span.score for span in reading.spans]
    assert scores == sorted(scores, reverse=True) and len(scores) > 1


def test_an_english_question_is_read_as_well(reader):
    best = reader.read("When was the museum opened?", [TEXT])[0].spans[0]
    assert TEXT[best.start : best.end] == "1927"


def test_a_text_that_does_not_answer_scores_lower(reader):
    question = "Müzede kaç eser sergileniyor?"
    good, poor = reader.read(question, [TEXT, "Takım dün akşam maçı 3-1 kazandı."])
    assert good.spans[0].score > poor.spans[0].score + 2


def test_any_span_can_be_scored(reader):
    reading = reader.read("Müzede kaç eser sergileniyor?", [TEXT])[0]
    best = reading.spans[0]
    assert reading.score(best.start, best.end) == pytest.approx(best.score, abs=1.5)
    assert reading.score(0, 5) < best.score


def test_no_texts_and_empty_texts(reader):
    assert reader.read("Ne?", []) == []
    assert reader.read("Ne?", [""])[0].spans == []


def test_a_long_question_and_a_long_text_are_cut(reader):
    assert reader.read("ne " * 2000, ["kelime " * 2000])[0].spans


@given(st.text(max_size=60), st.data())
def test_whole_words_stay_within_the_text_and_cut_no_word(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    span = whole_words(text, start, end)
    if span:
        a, b = span
        assert 0 <= a < b <= len(text) and text[a:b].strip() == text[a:b]
        assert not (a > 0 and text[a - 1].isalnum() and text[a].isalnum())
        assert not (b < len(text) and text[b].isalnum() and text[b - 1].isalnum())


@pytest.mark.parametrize(
    ("text", "span", "expected"),
    [
        ("Oran yüzde 8,9 oldu.", (5, 12), "yüzde 8,9"),
        ("Ankara'da bulunuyor.", (1, 5), "Ankara"),
        ("(Birleşmiş Milletler) kararı", (0, 21), "Birleşmiş Milletler"),
        ("Birleşmiş Milletler (BM) kararı", (0, 24), "Birleşmiş Milletler (BM)"),
        ('"Bildiri" imzalandı', (1, 9), "Bildiri"),
        (" ... ", (0, 5), None),
        ("Ankara\x0c", (0, 7), "Ankara"),
        ('"Kuyu", "Tuz" ve "Ada" adlı', (0, 21), '"Kuyu", "Tuz" ve "Ada"'),
        ('"Kuyu" ile "Tuz" ve "Ada" adlı', (1, 24), '"Kuyu" ile "Tuz" ve "Ada"'),
    ],
)
def test_spans_are_trimmed(text, span, expected):
    found = whole_words(text, *span)
    assert (text[slice(*found)] if found else None) == expected


def test_a_missing_reader_is_named(tmp_path):
    (tmp_path / "model.onnx").write_bytes(b"")
    with pytest.raises(ModelError, match=str(tmp_path)):
        open_reader(tmp_path)

import random

from tokenizers import Tokenizer

from train.examples import read_texts
from train.windows import END, LONGEST_WINDOW, NO_VERDICT, Sampler, batches, stems


def sampler(base, data, seed=1):
    return Sampler(data, Tokenizer.from_file(str(base / "tokenizer.json")), seed)


def test_answering_windows_hold_the_answer(base, data):
    drawn = sampler(base, data)
    drawn.round(1)
    for text in read_texts(data / "written-toy.jsonl"):
        for question in text.questions:
            for _ in range(20):
                for row in drawn.rows(text, question, "tr"):
                    if row.first:
                        said = drawn.tokenizer.decode(row.ids[row.first : row.last + 1])
                        said = said.replace("▁", " ").replace(" ", "")
                        assert question.answer in said
                        assert len(said) <= len(question.answer) + 3


def test_windows_are_short_and_end_as_they_should(base, data):
    for row in sampler(base, data).round(200):
        assert row.ids[0] == 0
        assert row.ids[-1] == END
        assert row.ids.count(END) == 3
        assert len(row.ids) <= LONGEST_WINDOW + 48 + 40 + 4
        assert 0 <= row.first <= row.last < len(row.ids) - 1


def test_unanswerable_questions_have_no_span_and_verdicts_only_answering_windows(base, data):
    rows = sampler(base, data).round(300)
    assert any(row.first == 0 for row in rows)
    assert any(row.verdict == 1 for row in rows)
    assert all(row.first for row in rows if row.verdict != NO_VERDICT)


def test_the_same_seed_draws_the_same_rows(base, data):
    assert sampler(base, data, 7).round(40) == sampler(base, data, 7).round(40)


def test_files_that_appear_join_and_broken_ones_wait(base, data, tmp_path):
    (tmp_path / "a.jsonl").write_bytes((data / "written-toy.jsonl").read_bytes())
    drawn = sampler(base, tmp_path)
    drawn.round(4)
    assert drawn.sizes == {"a.jsonl": 32}
    (tmp_path / "b.jsonl").write_text('{"id": "half', "utf-8")
    drawn.round(4)
    assert list(drawn.sizes) == ["a.jsonl"]
    (tmp_path / "b.jsonl").write_bytes((data / "written-toy.jsonl").read_bytes())
    drawn.round(4)
    assert drawn.sizes == {"a.jsonl": 32, "b.jsonl": 32}


def test_batches_hold_every_row_once(base, data):
    rows = sampler(base, data).round(50)
    cut = batches(rows, 8, random.Random(1))
    assert sorted(len(row.ids) for batch in cut for row in batch) == sorted(len(row.ids) for row in rows)
    assert all(len(batch) <= 8 for batch in cut)


def test_stems_fold_turkish_letters():
    assert stems("IĞDIR'ın öğrencileri 1.250") == {"igdir", "in", "ogren", "250"}

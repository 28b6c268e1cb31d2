import random

from tokenizers import Tokenizer

from train.examples import read_texts
from train.windows import END, LONGEST_WINDOW, NO_VERDICT, WRITTEN_WEIGHT, Sampler, batches, padded, stems


def sampler(base, data, seed=1):
    return Sampler(data, Tokenizer.from_file(str(base / "tokenizer.json")), seed)


def test_answering_windows_hold_the_answer(base, data):
    drawn = sampler(base, data)
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
    for row in (row for n in range(20) for row in sampler(base, data).part(n, 1)):
        assert row.ids[0] == 0
        assert row.ids[-1] == END
        assert row.ids.count(END) == 3
        assert len(row.ids) <= LONGEST_WINDOW + 48 + 40 + 4
        assert 0 <= row.first <= row.last < len(row.ids) - 1


def test_unanswerable_questions_have_no_span_and_verdicts_only_answering_windows(base, data):
    rows = [row for n in range(20) for row in sampler(base, data).part(n, 1)]
    assert any(row.first == 0 for row in rows)
    assert any(row.verdict == 1 for row in rows)
    assert all(row.first for row in rows if row.verdict != NO_VERDICT)


def test_the_same_seed_draws_the_same_rows_in_any_order(base, data):
    first, second = sampler(base, data, 7), sampler(base, data, 7)
    later = second.part(5, 2)
    assert [first.part(n, 2) for n in range(6)][5] == later
    assert first.part(0, 2) != first.part(2, 2)
    assert sampler(base, data, 8).part(5, 2) != later


def test_a_pass_holds_every_question_as_often_as_its_file_weighs(base, data, tmp_path):
    (tmp_path / "written-a.jsonl").write_bytes((data / "written-toy.jsonl").read_bytes())
    (tmp_path / "b.dev.jsonl").write_text("not read", "utf-8")
    drawn = sampler(base, tmp_path)
    assert drawn.sizes == {"written-a.jsonl": 32}
    assert drawn.parts(10) == round(32 * WRITTEN_WEIGHT / 10)


def test_batches_hold_every_row_once(base, data):
    rows = [row for n in range(4) for row in sampler(base, data).part(n, 1)]
    cut = batches(rows, 512, random.Random(1))
    assert sorted(row.ids for batch in cut for row in batch) == sorted(row.ids for row in rows)
    assert all(len(batch) * max(padded(len(row.ids)) for row in batch) <= 512 for batch in cut)


def test_stems_fold_turkish_letters():
    assert stems("IĞDIR'ın öğrencileri 1.250") == {"igdir", "in", "ogren", "250"}

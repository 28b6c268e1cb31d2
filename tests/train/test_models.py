"""From the base to the shipped files, on a toy model."""

import argparse

import numpy as np
import onnxruntime
import pytest
import torch
from tokenizers import Tokenizer

from qa.reader import open_reader as open_shipped
from train import reader as reader_module
from train import retriever as retriever_module
from train import verifier as verifier_module
from train import workers
from train.encoder import open_encoder
from train.evaluate import CheckpointReader
from train.export import export, load
from train.reader import Plan, Training, collate, loss_of, open_reader, pace, stream, train
from train.retriever import Embedder, Triples, blend, mine, open_embedder
from train.windows import Sampler


@pytest.fixture(scope="module")
def trained(base, data, tmp_path_factory):
    out = tmp_path_factory.mktemp("reader")
    train(Training(base, out, Plan(data, passes=4, rate=3e-3, tokens=512)))
    return out


@pytest.fixture(scope="module")
def taught(base, data, trained, tmp_path_factory):
    out = tmp_path_factory.mktemp("student")
    plan = Plan(data, passes=2, minutes=0.5, rate=3e-3, tokens=512)
    train(Training(base, out, plan, [trained, trained / "average"]))
    return out


@pytest.fixture(scope="module")
def tuned(base, data, tmp_path_factory):
    out = tmp_path_factory.mktemp("retriever")
    plan = retriever_module.Plan(data, steps=8, minings=1, rate=1e-3, size=3)
    retriever_module.work(argparse.Namespace(start=base, out=out), plan)
    return out


def rows_of(base, data):
    return Sampler(data, Tokenizer.from_file(str(base / "tokenizer.json")), 3).part(0, 1)


def test_the_rate_rises_stays_and_falls():
    assert pace(0, 0.0, 0.3) < pace(99, 0.0, 0.3) == 1.0
    assert pace(500, 0.69, 0.3) == 1.0
    assert pace(900, 0.85, 0.3) == pytest.approx(0.5)
    assert pace(999, 1.0, 0.3) == 0.0


def test_a_reader_learns_and_is_saved(base, data, trained):
    rows = rows_of(base, data)
    torch.manual_seed(1)
    with torch.no_grad():
        before, after = loss_of(open_reader(base), rows), loss_of(open_reader(trained), rows)
    assert after < before
    assert open_reader(trained / "average").heads().keys() == open_reader(trained).heads().keys()


def test_training_goes_on_where_it_stopped(base, data, trained):
    plan = Plan(data, passes=5, rate=1e-3, tokens=512)
    first, second = Training(base, trained, plan), Training(base, trained, plan)
    first.resume()
    second.resume()
    assert first.step == second.step > 0
    assert first.part == second.part == 4
    assert all(torch.equal(a, b) for a, b in zip(first.average, second.average, strict=True))
    assert next(done for done, _ in stream(first)) == pytest.approx(4 / 5)


def test_a_run_is_the_same_again(base, data, trained, tmp_path):
    train(Training(base, tmp_path, Plan(data, passes=4, rate=3e-3, tokens=512)))
    again, before = open_reader(tmp_path).state_dict(), open_reader(trained).state_dict()
    assert all(torch.allclose(again[name], before[name], atol=1e-4) for name in before)


def test_a_student_comes_nearer_to_its_teachers(base, data, trained, taught):
    ids, mask, _ = collate(rows_of(base, data))
    with torch.no_grad():
        teacher, student, fresh = (open_reader(folder)(ids, mask)[0] for folder in (trained, taught, base))
    there = mask == 1
    assert (student - teacher)[there].abs().mean() < (fresh - teacher)[there].abs().mean()


def test_the_shipped_form_and_the_checkpoint_read_alike(trained, tmp_path):
    export("reader", trained, tmp_path, quantised=False)
    question, text = "Liman hangi kentte?", "Liman Mersin kentindedir. Köprü Iğdır kentindedir."
    ours, shipped = CheckpointReader(trained), open_shipped(tmp_path / "reader")
    (ours_read,), (shipped_read,) = ours.read(question, [text]), shipped.read(question, [text])
    assert ours.lengths([text]) == shipped.lengths([text])
    assert ours_read.offsets.tolist() == shipped_read.offsets.tolist()
    assert ours_read.starts == pytest.approx(shipped_read.starts, abs=0.1)


def test_word_embeddings_stay_as_they_were(base, trained):
    assert torch.equal(open_encoder(base)[0].words.weight, open_encoder(trained)[0].words.weight)


def run(path, ids, mask):
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    return session.run(None, {"input_ids": ids.numpy(), "attention_mask": mask.numpy()})


@pytest.mark.parametrize("quantised", [False, True])
def test_an_exported_reader_gives_the_logits_of_torch(base, data, trained, tmp_path, quantised):
    path = export("reader", trained, tmp_path, quantised=quantised)
    ids, mask, _ = collate(rows_of(base, data)[:6])
    with torch.no_grad():
        expected = open_reader(trained).eval()(ids, mask)
    start, end, verdict = run(path, ids, mask)
    there = mask.numpy() == 1
    spread = expected[0].std().item()
    tolerance = 0.25 * spread if quantised else 1e-4
    assert np.abs(start - expected[0].numpy())[there].mean() < tolerance
    assert np.abs(end - expected[1].numpy())[there].mean() < tolerance
    assert verdict.shape == (len(ids), 2)
    assert (tmp_path / "tokenizer.json").is_file()


@pytest.mark.parametrize("quantised", [False, True])
def test_an_exported_retriever_gives_the_vectors_of_torch(base, data, tuned, tmp_path, quantised):
    path = export("retriever", tuned, tmp_path, quantised=quantised)
    ids, mask, _ = collate(rows_of(base, data)[:6])
    with torch.no_grad():
        expected = load("retriever", tuned)(ids, mask).numpy()
    (vectors,) = run(path, ids, mask)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    assert (vectors * expected).sum(1).min() > (0.97 if quantised else 0.99999)


@pytest.mark.parametrize("quantised", [False, True])
def test_an_exported_verifier_gives_the_logits_of_torch(base, data, trained, tmp_path, quantised):
    out = tmp_path / "verifier"
    plan = verifier_module.Plan(data, steps=40, rate=1e-3)
    training = verifier_module.Training(trained, out, plan)
    claims = next(training.batches())
    verifier_module.train(training)
    path = export("verifier", out / "average", tmp_path, quantised=quantised)
    ids, mask, labels = verifier_module.collate(claims, training.tokenizer)
    assert set(labels.tolist()) <= {0, 1, 2}
    with torch.no_grad():
        expected = verifier_module.open_verifier(out / "average").eval()(ids, mask).numpy()
    (logits,) = run(path, ids, mask)
    assert np.abs(logits - expected).mean() < (0.25 * expected.std() if quantised else 1e-4)


def test_padding_changes_nothing(base, data, tuned, tmp_path):
    path = export("retriever", tuned, tmp_path, quantised=False)
    ids, mask, _ = collate(rows_of(base, data)[:6])
    alone = [
        run(path, row[None, : there.sum()], there[None, : there.sum()])[0][0]
        for row, there in zip(ids, mask, strict=True)
    ]
    assert np.allclose(run(path, ids, mask)[0], np.stack(alone), atol=1e-5)


def test_triples_pair_a_question_with_a_passage_that_answers_it(data):
    triples = Triples(data)
    for seed in range(10):
        batch = triples.batch(3, seed)
        assert len({triple.right for triple in batch}) == 3
        assert all(triple.right != triple.wrong for triple in batch)
        assert batch == triples.batch(3, seed)


def test_mined_passages_do_not_answer(base, data):
    triples = Triples(data)
    mined = mine(open_embedder(base), triples)
    questions = {q.id: q for source in triples.sources for q in source.text.questions if q.span}
    assert mined.keys() == questions.keys()
    assert any(mined.values())
    assert all(questions[name].answer not in passage for name, passages in mined.items() for passage in passages)


def test_tuning_moves_the_retriever_and_blending_goes_part_of_the_way(base, tuned):
    start, goal = open_encoder(base)[0].state_dict(), open_encoder(tuned)[0].state_dict()
    assert any(not torch.equal(start[name], goal[name]) for name in start)
    half = blend(base, tuned, 0.5).state_dict()
    assert all(torch.allclose(half[name], (start[name] + goal[name]) / 2, atol=1e-6) for name in start)


def test_an_embedder_keeps_the_order_of_texts(base):
    embedder = Embedder(open_encoder(base)[0], Tokenizer.from_file(str(base / "tokenizer.json"))).eval()
    texts = ["Köprü nerede?", "Limanı 1954 yılında açılan kent, buğday ve pamuk satar.", "Müze"]
    with torch.no_grad():
        together, alone = embedder(texts, 48), torch.cat([embedder([text], 48) for text in texts])
    assert torch.allclose(together, alone, atol=2e-2)


@pytest.mark.slow
def test_two_workers_train_one_model(base, data, tmp_path):
    args = argparse.Namespace(start=base, out=tmp_path, teacher=[], resume=False)
    workers.start(reader_module.work, 2, 29571, args, Plan(data, passes=1, rate=1e-3, tokens=512))
    assert open_reader(tmp_path).heads()

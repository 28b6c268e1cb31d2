"""The systems over the shipped models."""

import shutil

import pytest

from eval.items import Place
from eval.loading import load
from eval.outcome import Reply
from eval.systems import SYSTEMS, Workshop
from qa.runtime import ModelError


@pytest.fixture(scope="module")
def workshop():
    return Workshop.open("full")


def over(workshop, name, texts):
    return Workshop(name, workshop.embedder, workshop.reader).over(texts)


@pytest.mark.parametrize("name", list(SYSTEMS))
def test_every_system_answers_in_the_form_of_the_contract(workshop, towns, name):
    if name == "haystack":
        pytest.importorskip("haystack")
    system = over(workshop, name, towns.texts)
    for item in towns.items:
        answer = system.answer(item)
        reply = Reply.from_dict(answer)
        for quote in (*reply.spans, *reply.citations):
            place = quote.place
            assert towns.text_of[place.article].text[place.start : place.end] == quote.text
        assert 0 <= reply.confidence <= 1
        assert reply.answerable == (reply.kind != "none")
        assert all(isinstance(place, Place) for place in system.find(item, item.question))


@pytest.mark.parametrize("name", ["bm25", "dense", "hybrid"])
def test_the_best_sentence_is_the_answer_and_its_citation(workshop, towns, name):
    answer = over(workshop, name, towns.texts).answer(towns.items[0])
    (citation,) = answer["citations"]
    assert answer["text"] == citation["sentence"]
    assert citation["article"] == "fountain"


def test_bm25_ranks_by_shared_words(workshop, towns):
    answer = over(workshop, "bm25", towns.texts).answer(towns.items[0])
    assert answer["text"] == "Belediye meydana bir çeşme yaptırdı."


def test_the_models_are_known_by_their_fingerprints(workshop):
    assert {name: len(mark) for name, mark in workshop.models.items()} == {
        "retriever": 12,
        "reader": 12,
        "verifier": 12,
    }


def test_a_missing_reader_is_said(monkeypatch, tmp_path):
    from qa import reader

    shutil.copytree(reader.MODELS / "retriever", tmp_path / "retriever")
    monkeypatch.setattr(reader, "MODELS", tmp_path)
    with pytest.raises(ModelError, match=r"reader.*no such model"):
        Workshop.open("full")


def test_the_first_text_is_indexed_alone_in_the_gold_setting(workshop):
    texts = load("news").texts[:2]
    system = over(workshop, "full", texts[:1])
    assert {place.article for place in system.find(load("news").items[-1], "ne oldu?")} == {texts[0].id}

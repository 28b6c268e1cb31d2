import json
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from eval.loading import load
from qa.answers import Citation
from qa.corpus import Article
from qa.page.feedback import FeedbackStore, evaluation_lines
from tests.page.test_turns import ANSWER, REFUSAL

ARTICLES = {"fener": Article("fener", "Fener", "Bu Fener 14 metre. Bekçi Şükrü Işıldar'dır.")}
LIKED = replace(ANSWER, citations=[Citation("fener", "Fener", "Bu Fener 14 metre.", 0, 18)])


@pytest.fixture
def store(tmp_path: Path) -> FeedbackStore:
    return FeedbackStore(tmp_path / "data" / "feedback.sqlite3")


def test_feedback_is_kept_across_openings(store: FeedbackStore, tmp_path: Path) -> None:
    store.add(ANSWER, "dislike", " 15 metre ", ["Önceki?"])
    store.close()
    (one,) = FeedbackStore(tmp_path / "data" / "feedback.sqlite3").latest()
    assert (one.verdict, one.correction, one.history) == ("dislike", "15 metre", ["Önceki?"])
    assert one.answer == ANSWER.to_dict()


def test_the_newest_comes_first(store: FeedbackStore) -> None:
    store.add(ANSWER, "like")
    store.add(REFUSAL, "like")
    assert [one.answer["question"] for one in store.latest()] == ["Ay?", "Kaç metre?"]
    assert len(store.latest(1)) == 1


def test_a_verdict_that_is_none_is_refused(store: FeedbackStore) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        store.add(ANSWER, "maybe")


def test_exported_feedback_is_an_evaluation_set(store: FeedbackStore, tmp_path: Path) -> None:
    store.add(LIKED, "like")
    store.add(REFUSAL, "like")
    store.add(LIKED, "dislike", "Şükrü Işıldar")
    store.add(LIKED, "dislike")  # says nothing about the right answer
    store.add(replace(LIKED, citations=[Citation("yok", "Yok", "Yok.", 0, 4)]), "like")  # the text is gone
    path = tmp_path / "feedback.jsonl"
    path.write_text(evaluation_lines(store.latest(), ARTICLES), "utf-8")
    items = {item.id: item for item in load(path).items}
    assert set(items) == {"feedback-1", "feedback-2", "feedback-3"}
    assert items["feedback-1"].answers == ("14 metre",)
    assert not items["feedback-2"].answerable
    assert items["feedback-3"].sentences == ("Bekçi Şükrü Işıldar'dır.",)


def test_nothing_is_exported_where_there_is_nothing(store: FeedbackStore) -> None:
    assert evaluation_lines(store.latest(), ARTICLES) == ""
    assert json.loads("[]") == store.latest()

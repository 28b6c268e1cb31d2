"""What users say of answers, in a SQLite file, and the same as evaluation items."""

import json
import sqlite3
import threading
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from qa.answers import Answer
from qa.corpus import Article
from qa.sentences import split_sentences

# Changes of the table, in order; each is applied once and never edited afterwards.
_MIGRATIONS = (
    """CREATE TABLE feedback (
        id INTEGER PRIMARY KEY,
        at TEXT NOT NULL,
        verdict TEXT NOT NULL CHECK (verdict IN ('like', 'dislike')),
        correction TEXT NOT NULL,
        history TEXT NOT NULL,
        answer TEXT NOT NULL
    )""",
)


@dataclass(frozen=True)
class Feedback:
    """A verdict ("like" or "dislike") on an answer in the contract's JSON form, with the user's correction if any."""

    id: int
    at: str
    verdict: str
    correction: str
    history: list[str]
    answer: dict[str, Any]


class FeedbackStore:
    """Feedback in one file. Safe to use from several threads."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._lock = threading.Lock()
        self._database = sqlite3.connect(path, check_same_thread=False)
        self._migrate()

    def add(self, answer: Answer, verdict: str, correction: str = "", history: Sequence[str] = ()) -> None:
        """Note a verdict ("like" or "dislike") on an answer."""
        now = datetime.now(UTC).isoformat(timespec="seconds")
        row = (now, verdict, correction.strip(), json.dumps(list(history)), json.dumps(answer.to_dict()))
        with self._lock, self._database:
            self._database.execute(
                "INSERT INTO feedback (at, verdict, correction, history, answer) VALUES (?, ?, ?, ?, ?)", row
            )

    def latest(self, count: int | None = None) -> list[Feedback]:
        """Return the feedback, newest first."""
        with self._lock:
            rows = self._database.execute(
                "SELECT id, at, verdict, correction, history, answer FROM feedback ORDER BY id DESC LIMIT ?",
                (-1 if count is None else count,),
            ).fetchall()
        return [
            Feedback(id, at, verdict, said, json.loads(history), json.loads(answer))
            for id, at, verdict, said, history, answer in rows
        ]

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def _migrate(self) -> None:
        with self._lock, self._database:
            (version,) = self._database.execute("PRAGMA user_version").fetchone()
            for number, change in enumerate(_MIGRATIONS[version:], start=version + 1):
                self._database.execute(change)
                self._database.execute(f"PRAGMA user_version = {number}")


def evaluation_lines(feedback: Iterable[Feedback], articles: Mapping[str, Article]) -> str:
    """Return feedback as an evaluation set: JSON lines of a text with its questions, as `eval.loading` reads them.

    An answer that was called right gives its own answer; one that was called wrong gives the correction. What says
    nothing about the right answer, or belongs to a text that is gone, is left out.
    """
    questions: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for one in feedback:
        places = [*one.answer["citations"], *one.answer.get("related", [])]
        article = articles.get(places[0]["article"]) if places else None
        if article and (item := _item(one, article)):
            questions[article.id].append(item)
    rows = (
        {"id": name, "title": articles[name].title, "context": articles[name].text, "qas": items}
        for name, items in questions.items()
    )
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def _item(one: Feedback, article: Article) -> dict[str, Any] | None:
    answer = one.answer
    if one.verdict == "dislike" and not one.correction:
        return None
    item: dict[str, Any] = {
        "id": f"feedback-{one.id}",
        "lang": answer["language"],
        "type": "followup" if answer["standalone"] != answer["question"] else "fact",
        "question": answer["question"],
        "history": one.history,
        "standalone": answer["standalone"],
        "answers": [],
        "answers_en": [],
        "sentences": [],
        "answerable": True,
    }
    if one.verdict == "like" and not answer["answerable"]:
        return item | {"type": "unanswerable", "answerable": False}
    if one.verdict == "like":
        sentences = [c["sentence"] for c in answer["citations"] if c["article"] == article.id]
        return item | {"sentences": sentences, _answers_field(answer["language"]): [answer["text"]]}
    sentences = [sentence for sentence in _sentences(article) if one.correction in sentence][:1]
    field = "answers" if sentences else _answers_field(answer["language"])
    return item | {"sentences": sentences, field: [one.correction]}


def _answers_field(language: str) -> str:
    return "answers" if language == "tr" else "answers_en"


def _sentences(article: Article) -> list[str]:
    return [article.text[one.start : one.end] for one in split_sentences(article.text)]

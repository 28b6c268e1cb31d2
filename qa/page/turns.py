"""The conversation as the browser keeps it: answers in the contract's JSON form, read back without trust."""

from dataclasses import dataclass, fields
from typing import Any, get_args

from qa.answers import Answer, Citation, Kind, Span

KEPT = 40  # turns; older ones fall off so that the browser's storage stays small

VERDICTS = ("like", "dislike")


@dataclass
class Turn:
    """A question with its answer, and what the user thought of it."""

    answer: Answer
    verdict: str = ""  # one of VERDICTS, or empty where none was given

    def to_dict(self) -> dict[str, Any]:
        """Return the turn as JSON-ready values."""
        return {"answer": self.answer.to_dict(), "verdict": self.verdict}


def read_turns(stored: object) -> list[Turn]:
    """Return the turns of a stored conversation; what is not of the form is dropped."""
    turns = (_read_turn(one) for one in (stored if isinstance(stored, list) else []))
    return [turn for turn in turns if turn][-KEPT:]


def store_turns(turns: list[Turn]) -> list[dict[str, Any]]:
    """Return the turns in the form that `read_turns` reads."""
    return [turn.to_dict() for turn in turns[-KEPT:]]


def history_of(turns: list[Turn]) -> list[str]:
    """Return the questions that were asked, oldest first."""
    return [turn.answer.question for turn in turns]


def _read_turn(stored: object) -> Turn | None:
    try:
        verdict = stored.get("verdict", "")  # type: ignore[attr-defined]
        return Turn(_read_answer(stored["answer"]), verdict if verdict in VERDICTS else "")  # type: ignore[index]
    except (AttributeError, KeyError, TypeError, ValueError):
        return None


def _read_answer(stored: dict[str, Any]) -> Answer:
    values = {f.name: stored[f.name] for f in fields(Answer) if f.name in stored}
    for name in ("question", "language", "standalone", "kind", "text"):
        if not isinstance(values[name], str):
            raise TypeError(name)
    if values["kind"] not in get_args(Kind):
        raise ValueError("kind")
    for name in ("confidence", "seconds"):
        values[name] = float(values.get(name, 0))
    values["calculation"] = str(values.get("calculation", ""))
    values["suggestions"] = [str(one) for one in values.get("suggestions", [])]
    values["spans"] = [_read_span(one) for one in values.get("spans", [])]
    values["citations"] = [_read_citation(one) for one in values.get("citations", [])]
    values["related"] = [_read_citation(one) for one in values.get("related", [])]
    return Answer(**values)


def _read_span(stored: dict[str, Any]) -> Span:
    return Span(str(stored["text"]), str(stored["article"]), int(stored["start"]), int(stored["end"]))


def _read_citation(stored: dict[str, Any]) -> Citation:
    known = {name: str(stored[name]) for name in ("date", "translation") if stored.get(name)}
    return Citation(
        str(stored["article"]),
        str(stored["title"]),
        str(stored["sentence"]),
        int(stored["start"]),
        int(stored["end"]),
        known.get("date"),
        known.get("translation"),
    )

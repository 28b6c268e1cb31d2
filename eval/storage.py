"""Stored runs: one folder each, with `run.json` (what was run, on what, and the scores) and `answers.jsonl`.

A line of `answers.jsonl` is written as soon as a question is answered, so that an interrupted run can go on. `run.json`
gets its scores when the last question is done.
"""

import json
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any, TextIO

import platformdirs

from eval.outcome import Outcome
from eval.summary import Summary
from qa.files import write_whole

FORMAT = 1


class RunError(Exception):
    """A run that cannot be made or read; the message names it and the remedy."""


def default_folder() -> Path:
    """Return the user's folder of stored runs."""
    return Path(os.environ.get("DAYANAK_RUNS") or Path(platformdirs.user_data_dir("dayanak")) / "runs")


@dataclass(frozen=True)
class Run:
    """A stored run. `key` is equal for two runs that must give the same answers; `summary` is None until it is done."""

    folder: Path
    set: str
    system: str
    setting: str
    key: str
    started: str
    questions: int
    foreign: int = 0
    models: dict[str, str] = field(default_factory=dict)
    code: str = ""
    environment: dict[str, Any] = field(default_factory=dict)
    index_seconds: float = 0.0
    seconds: float = 0.0
    memory_mib: float = 0.0
    summary: Summary | None = None

    @property
    def id(self) -> str:
        """Return the name by which a run is called."""
        return self.folder.name

    @property
    def answers_path(self) -> Path:
        """Return the file of its answers."""
        return self.folder / "answers.jsonl"

    def outcomes(self) -> list[Outcome]:
        """Return its answered questions, in the order of answering; a last line cut short is left out."""
        if not self.answers_path.is_file():
            return []
        return [Outcome.from_dict(row) for row in _whole_lines(self.answers_path)]

    def is_being_made(self) -> bool:
        """Say whether some process is answering its questions now."""
        if not self.answers_path.is_file():
            return False
        with self.answers_path.open("a", encoding="utf-8") as file:
            return not claim(file)

    def save(self) -> None:
        """Write `run.json` whole or not at all."""
        self.folder.mkdir(parents=True, exist_ok=True)
        row = {"format": FORMAT, **asdict(self), "summary": self.summary.to_dict() if self.summary else None}
        del row["folder"]
        write_whole(self.folder / "run.json", json.dumps(row, ensure_ascii=False, indent=1) + "\n")

    def repair(self) -> "Run":
        """Cut off a last line of answers that an interruption left unfinished."""
        if self.answers_path.is_file():
            rows = [json.dumps(row, ensure_ascii=False) + "\n" for row in _whole_lines(self.answers_path)]
            write_whole(self.answers_path, "".join(rows))
        return self


def claim(file: TextIO) -> bool:
    """Take an open file for this process until it is closed; return False if another one has it."""
    try:
        import fcntl
    except ImportError:  # Windows
        return True
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _whole_lines(path: Path) -> Iterator[dict[str, Any]]:
    lines = path.read_text(encoding="utf-8").split("\n")
    for number, line in enumerate(lines, 1):
        if not line:
            continue
        try:
            yield json.loads(line)
        except json.JSONDecodeError as error:
            if number >= len(lines):  # no line end: the run was interrupted while writing it
                return
            raise RunError(f"{path}, line {number}: not valid JSON; the run is damaged, make it anew") from error


def read_run(folder: Path) -> Run:
    """Read the run in `folder`.

    Raises:
        RunError: there is none, it is damaged, or another version has written it.
    """
    path = folder / "run.json"
    try:
        row = json.loads(path.read_text(encoding="utf-8"))
        if row.pop("format") != FORMAT:
            raise RunError(f"{path}: written by another version of Dayanak; make the run anew")
        summary = Summary.from_dict(row["summary"]) if row["summary"] else None
        return replace(Run(folder=folder, **{**row, "summary": None}), summary=summary)
    except FileNotFoundError as error:
        raise RunError(f"{folder}: no stored run; `qa eval --history` lists the runs") from error
    except (json.JSONDecodeError, KeyError, TypeError) as error:
        raise RunError(f"{path}: damaged ({error}); make the run anew") from error


def find_run(name: str, runs: Path) -> Run:
    """Return the run that is named by its folder or by its id in `runs`."""
    return read_run(Path(name) if (Path(name) / "run.json").is_file() else runs / name)


def stored_runs(runs: Path) -> list[Run]:
    """Return the runs in a folder, oldest first."""
    found = [read_run(path.parent) for path in runs.glob("*/run.json")] if runs.is_dir() else []
    return sorted(found, key=lambda run: (run.started, run.id))

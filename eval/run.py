"""The runner: puts a set's questions to a system, stores each answer at once, and scores the whole."""

import hashlib
import json
import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from tqdm import tqdm

from eval.environment import code_fingerprint, environment, peak_memory_mib
from eval.items import EvalSet, Item, Text
from eval.outcome import Outcome
from eval.settings import GOLD, Setting, texts_for
from eval.storage import Run, claim, stored_runs
from eval.summary import summarise
from eval.systems import System

Notify = Callable[[str], None]


class Maker(Protocol):
    """What makes a system over texts."""

    @property
    def name(self) -> str:
        """Return the name of the system."""
        ...

    @property
    def models(self) -> dict[str, str]:
        """Return the fingerprints of its models."""
        ...

    def over(self, texts: Sequence[Text]) -> System:
        """Return the system over these texts."""
        ...


@dataclass(frozen=True)
class Job:
    """What is to be run: the questions of a set, in a setting, by a system; runs are stored in `runs`."""

    evaluated: EvalSet
    setting: Setting
    maker: Maker
    runs: Path
    foreign_from: str | None = None


def evaluate(job: Job, fresh: bool = False, notify: Notify = lambda line: None) -> Run:
    """Answer every question and return the stored run, with its summary.

    An unfinished run of the same set, setting, system, code and models is taken up where it stopped, unless `fresh`.
    """
    run = _begin(job)
    unfinished = None if fresh else _unfinished(run, job.runs)
    if unfinished:
        run = unfinished.repair()
        notify(f"going on with {run.id}: {len(run.outcomes())} of {run.questions} questions were answered before")
    run.save()
    started = time.perf_counter()
    index_seconds = _answer(job, run)
    run = replace(
        run,
        seconds=run.seconds + time.perf_counter() - started,
        index_seconds=index_seconds or run.index_seconds,
        memory_mib=peak_memory_mib(),
        summary=summarise(_in_order(run.outcomes(), job.evaluated)),
    )
    run.save()
    return run


def _answer(job: Job, run: Run) -> float:
    """Ask what is not answered yet, one line of `answers.jsonl` each; return the seconds that indexing took."""
    done = {outcome.item.id for outcome in run.outcomes()}
    waiting = [item for item in job.evaluated.items if item.id not in done]
    indexing = 0.0
    bar = tqdm(
        total=len(waiting),
        desc=f"{run.set} · {run.system} · {run.setting}",
        unit="question",
        file=sys.stderr,
        disable=None,
    )
    with bar, run.answers_path.open("a", encoding="utf-8") as file:
        claim(file)
        for texts, items in _portions(job, waiting):
            before = time.perf_counter()
            system = job.maker.over(texts)
            indexing += time.perf_counter() - before
            for item in items:
                outcome = _ask(system, item)
                file.write(json.dumps(outcome.to_dict(), ensure_ascii=False) + "\n")
                file.flush()
                bar.update()
        os.fsync(file.fileno())
    return indexing


def _portions(job: Job, waiting: Sequence[Item]) -> Iterator[tuple[Sequence[Text], list[Item]]]:
    """Yield texts with the questions to be answered from them: all at once, or the gold texts one by one."""
    if job.setting.kind != GOLD:
        if waiting:
            yield texts_for(job.evaluated, job.setting, job.foreign_from), list(waiting)
        return
    by_text: dict[str, list[Item]] = {}
    for item in waiting:
        by_text.setdefault(item.article, []).append(item)
    for name, items in by_text.items():
        texts = [job.evaluated.text_of[name]] if name in job.evaluated.text_of else job.evaluated.texts
        yield texts, items


def _ask(system: System, item: Item) -> Outcome:
    before = time.perf_counter()
    answer = system.answer(item)
    seconds = time.perf_counter() - before
    return Outcome(item, answer, seconds, system.find(item, answer.get("standalone") or item.question))


def _in_order(outcomes: Sequence[Outcome], evaluated: EvalSet) -> list[Outcome]:
    by_id = {outcome.item.id: outcome for outcome in outcomes}
    return [by_id[item.id] for item in evaluated.items]


def _begin(job: Job) -> Run:
    code, evaluated, setting, models = code_fingerprint(), job.evaluated, job.setting.name, job.maker.models
    parts = (
        evaluated.name,
        evaluated.fingerprint,
        setting,
        job.foreign_from,
        job.maker.name,
        code,
        sorted(models.items()),
    )
    now = datetime.now(UTC)
    name = f"{now:%Y%m%d-%H%M%S}-{evaluated.name}-{job.maker.name}-{setting}"
    folder, number = job.runs / name, 1
    while folder.exists():
        number += 1
        folder = job.runs / f"{name}-{number}"
    return Run(
        folder=folder,
        set=evaluated.name,
        system=job.maker.name,
        setting=setting,
        key=hashlib.sha256(repr(parts).encode()).hexdigest()[:16],
        started=now.isoformat(timespec="seconds"),
        questions=len(evaluated.items),
        foreign=job.setting.foreign,
        models=models,
        code=code,
        environment=environment(),
    )


def _unfinished(run: Run, runs: Path) -> Run | None:
    same = (other for other in stored_runs(runs) if other.key == run.key and other.summary is None)
    return next((other for other in same if not other.is_being_made()), None)


if __name__ == "__main__":
    from eval.cli import run_alone

    sys.exit(run_alone())

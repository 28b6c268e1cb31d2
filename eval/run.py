"""The runner: puts a set's questions to a system, stores each answer at once, and scores the whole."""

import hashlib
import json
import os
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from tqdm import tqdm

from eval.environment import code_fingerprint, environment, peak_memory_mib
from eval.items import EvalSet, Text
from eval.outcome import Outcome
from eval.settings import GOLD, Setting, texts_for
from eval.storage import Run, stored_runs
from eval.summary import summarise
from eval.systems import SYSTEMS, System

Notify = Callable[[str], None]


@dataclass(frozen=True)
class Bench:
    """A system ready to be asked, with what it took to get it ready."""

    system: System
    models: dict[str, str]
    index_seconds: float


def prepare(texts: Sequence[Text], system: str = "full") -> Bench:
    """Index `texts` in memory and return the named system over them."""
    from qa import Assistant

    started = time.perf_counter()
    assistant = Assistant.from_texts({text.id: text.text for text in texts})
    seconds = time.perf_counter() - started
    retriever, reader = assistant.retriever.index.embedder, assistant.reader
    models = {"retriever": retriever.fingerprint[:12], "reader": reader.fingerprint[:12]}
    return Bench(SYSTEMS[system](assistant), models, seconds)


def evaluate(
    evaluated: EvalSet,
    setting: Setting,
    system: str,
    runs: Path,
    fresh: bool = False,
    foreign_from: str | None = None,
    notify: Notify = lambda line: None,
    bench: Bench | None = None,
) -> Run:
    """Answer every question of a set and return the stored run, with its summary.

    An unfinished run of the same set, setting, system, code and models is taken up where it stopped, unless `fresh`.
    """
    texts = texts_for(evaluated, setting, foreign_from)
    bench = bench or prepare(texts, system)
    run = _begin(evaluated, setting, system, runs, bench)
    unfinished = None if fresh else _unfinished(run, runs)
    if unfinished:
        run = unfinished.repair()
        notify(f"going on with {run.id}: {len(run.outcomes())} of {run.questions} questions were answered before")
    run.save()
    seconds = _answer(evaluated, setting, bench.system, run)
    outcomes = _in_order(run.outcomes(), evaluated)
    run = replace(run, seconds=run.seconds + seconds, memory_mib=peak_memory_mib(), summary=summarise(outcomes))
    run.save()
    return run


def _answer(evaluated: EvalSet, setting: Setting, system: System, run: Run) -> float:
    """Ask what is not answered yet, one line of `answers.jsonl` each; return the seconds that it took."""
    done = {outcome.item.id for outcome in run.outcomes()}
    waiting = [item for item in evaluated.items if item.id not in done]
    started = time.perf_counter()
    with run.answers_path.open("a", encoding="utf-8") as file:
        for item in tqdm(waiting, desc=f"{run.set} · {run.system} · {run.setting}", unit="question", file=sys.stderr):
            text = evaluated.text_of.get(item.article) if setting.kind == GOLD else None
            before = time.perf_counter()
            response = system.answer(item, text)
            outcome = Outcome(item, response.answer, time.perf_counter() - before, response.found)
            file.write(json.dumps(outcome.to_dict(), ensure_ascii=False) + "\n")
            file.flush()
        os.fsync(file.fileno())
    return time.perf_counter() - started


def _in_order(outcomes: Sequence[Outcome], evaluated: EvalSet) -> list[Outcome]:
    by_id = {outcome.item.id: outcome for outcome in outcomes}
    return [by_id[item.id] for item in evaluated.items]


def _begin(evaluated: EvalSet, setting: Setting, system: str, runs: Path, bench: Bench) -> Run:
    code = code_fingerprint()
    parts = (evaluated.name, evaluated.fingerprint, setting.name, system, code, *sorted(bench.models.items()))
    now = datetime.now(UTC)
    name = f"{now:%Y%m%d-%H%M%S}-{evaluated.name}-{system}-{setting.name}"
    folder, number = runs / name, 1
    while folder.exists():
        number += 1
        folder = runs / f"{name}-{number}"
    return Run(
        folder=folder,
        set=evaluated.name,
        system=system,
        setting=setting.name,
        key=hashlib.sha256(repr(parts).encode()).hexdigest()[:16],
        started=now.isoformat(timespec="seconds"),
        questions=len(evaluated.items),
        foreign=setting.foreign,
        models=bench.models,
        code=code,
        environment=environment(),
        index_seconds=bench.index_seconds,
    )


def _unfinished(run: Run, runs: Path) -> Run | None:
    found = [other for other in stored_runs(runs) if other.key == run.key and other.summary is None]
    return found[-1] if found else None


if __name__ == "__main__":
    from eval.cli import run_alone

    sys.exit(run_alone())

"""Runs of an evaluation set beside the chat: with the models that are loaded, watched, stopped, and read back."""

import queue
import re
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eval.items import Item, SetError, Text
from eval.loading import bundled_names, load
from eval.outcome import Outcome
from eval.run import Job, evaluate
from eval.settings import Setting
from eval.storage import Run, RunError, read_run, stored_runs
from eval.systems import System, Workshop
from qa.assistant import Assistant
from qa.page.library import Working

_RUN_NAME = re.compile(r"[A-Za-z0-9._-]+")


class _Stopped(Exception):
    """The run was stopped; its answers so far are kept."""


@dataclass(frozen=True)
class Failed:
    """A run that could not be made, and why."""

    reason: str


class Benchmark:
    """Evaluation runs over the models of an assistant, stored in a folder."""

    def __init__(self, assistant: Assistant, runs: Path) -> None:
        self.assistant = assistant
        self.runs = runs
        self._running = threading.Lock()  # one run at a time, so that its times mean something

    @property
    def sets(self) -> list[str]:
        """The names of the sets that come with the project."""
        return bundled_names()

    def run(self, name: str, count: int | None = None) -> Iterator[Working | Run | Failed]:
        """Put `count` questions of a set (or all) to the system; yield how far it is, and at last the run.

        Closing the iterator stops the run; the same call goes on where it stopped.
        """
        news: queue.SimpleQueue[Working | Run | Failed | None] = queue.SimpleQueue()
        stop = threading.Event()
        threading.Thread(target=self._work, args=(name, count, news.put, stop), daemon=True).start()
        try:
            while (item := news.get()) is not None:
                yield item
        finally:
            stop.set()

    def latest(self) -> Run | None:
        """Return the newest finished run."""
        try:
            finished = [run for run in stored_runs(self.runs) if run.summary]
        except RunError:
            return None
        return finished[-1] if finished else None

    def outcome(self, run: str, item: str) -> Outcome | None:
        """Return what was answered to one question of a run; None where there is no such run or question."""
        if not _RUN_NAME.fullmatch(run):
            return None
        try:
            outcomes = read_run(self.runs / run).outcomes()
        except RunError:
            return None
        return next((outcome for outcome in outcomes if outcome.item.id == item), None)

    def _work(
        self,
        name: str,
        count: int | None,
        tell: Callable[[Working | Run | Failed | None], None],
        stop: threading.Event,
    ) -> None:
        try:
            if name not in self.sets:
                raise SetError(f"{name}: no such set")
            evaluated = load(name)
            evaluated = evaluated.limited(count) if count else evaluated
            with self._running:
                workshop = Workshop("full", self.assistant.index.embedder, self.assistant.reader)
                maker = _Watched(workshop, len(evaluated.items), tell, stop)
                if not stop.is_set():
                    tell(evaluate(Job(evaluated, Setting(), maker, self.runs)))
        except _Stopped:
            pass
        except Exception as error:  # the page must say that it failed, whatever it was
            tell(Failed(str(error)))
        finally:
            tell(None)


class _Watched:
    """Makes systems that tell after each answer how far the run is, and stop when told to."""

    def __init__(self, workshop: Workshop, total: int, tell: Callable[[Working], None], stop: threading.Event) -> None:
        self._workshop = workshop
        self._total = total
        self._tell = tell
        self._stop = stop
        self._done = 0
        self._began = time.monotonic()
        self.name = workshop.name

    @property
    def models(self) -> dict[str, str]:
        return self._workshop.models

    def over(self, texts: Sequence[Text]) -> System:
        return _WatchedSystem(self._workshop.over(texts), self._count)

    def _count(self) -> None:
        self._done += 1
        left = (time.monotonic() - self._began) / self._done * (self._total - self._done)
        self._tell(Working(self._done, self._total, max(0.0, left)))
        if self._stop.is_set():
            raise _Stopped


@dataclass(frozen=True)
class _WatchedSystem:
    system: System
    count: Callable[[], None]

    def answer(self, item: Item) -> dict[str, Any]:
        answer = self.system.answer(item)
        self.count()
        return answer

    def find(self, item: Item, standalone: str) -> tuple[Any, ...]:
        return self.system.find(item, standalone)

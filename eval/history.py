"""The scores of the stored runs over time."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from eval.storage import Run, stored_runs

SHOWN = ("overall", "correct", "em", "f1", "cited", "refused")
_BARS = "▁▂▃▄▅▆▇█"


@dataclass(frozen=True)
class Series:
    """The finished runs of one system on one set in one setting, oldest first."""

    set: str
    system: str
    setting: str
    runs: tuple[Run, ...]

    def values(self, name: str) -> list[float | None]:
        """Return a score of each run."""
        found = [run.summary.value(name) if run.summary else None for run in self.runs]
        return [value.value if value else None for value in found]


def history(runs: Path) -> list[Series]:
    """Return the series of the finished runs; runs of less than half of a set beside whole ones are left out."""
    grouped: dict[tuple[str, str, str], list[Run]] = {}
    for run in stored_runs(runs):
        if run.summary:
            grouped.setdefault((run.set, run.system, run.setting), []).append(run)
    return [Series(*key, tuple(_whole(found))) for key, found in sorted(grouped.items())]


def _whole(runs: Sequence[Run]) -> list[Run]:
    most = max(run.questions for run in runs)
    return [run for run in runs if 2 * run.questions > most]


def sparkline(values: Sequence[float | None]) -> str:
    """Return values as bars from their lowest to their highest."""
    known = [value for value in values if value is not None]
    if not known:
        return ""
    low, spread = min(known), max(known) - min(known)
    heights = [None if v is None else (len(_BARS) - 1) * (v - low) / spread if spread else 3.0 for v in values]
    return "".join(" " if height is None else _BARS[round(height)] for height in heights)

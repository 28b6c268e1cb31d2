"""From the scores of single questions to those of a run: by language and type, with confidence intervals."""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from eval.metrics.answerability import answerability_f1, auroc
from eval.metrics.bootstrap import interval, mean_interval
from eval.metrics.calibration import Bin, calibration, ece
from eval.metrics.latency import latency
from eval.metrics.risk_coverage import aurc, risk_coverage
from eval.outcome import Outcome
from eval.scores import score

TOTAL = "total"
# Scores of a whole run: what they say, and whether more is better.
RUN_SCORES: dict[str, tuple[str, bool]] = {
    "auroc": ("confidence tells answerable from unanswerable questions", True),
    "answerability_f1": ("F1 of refusals", True),
    "aurc": ("area under the risk–coverage curve", False),
    "ece": ("expected calibration error of the answers given", False),
}
_CURVE_POINTS = 100


@dataclass(frozen=True, slots=True)
class Value:
    """A score with its 95 % bootstrap interval, over `count` questions."""

    value: float
    low: float
    high: float
    count: int


@dataclass(frozen=True)
class Slice:
    """The scores of some of the questions."""

    count: int
    answerable: int
    scores: Mapping[str, Value]

    @classmethod
    def from_dict(cls, row: Mapping[str, Any]) -> "Slice":
        """Read a slice of a stored summary."""
        return cls(row["count"], row["answerable"], {name: Value(**value) for name, value in row["scores"].items()})


@dataclass(frozen=True)
class Summary:
    """The scores of a run: by slice ("total", "tr", "list", "list/en"), its curves and its times."""

    slices: Mapping[str, Slice]
    calibration: Sequence[Bin] = ()
    risk_coverage: Sequence[tuple[float, float]] = ()
    latency: Mapping[str, float] = field(default_factory=dict)

    def value(self, name: str) -> Value | None:
        """Return a score by name and slice, "f1", "recall@5@list/en", or a time, "latency_p95"; None if unknown."""
        metric, separator, part = name.rpartition("@")
        if not separator or part not in self.slices:  # "recall@5"
            metric, part = name, TOTAL
        if metric.startswith("latency_") and (seconds := self.latency.get(metric.removeprefix("latency_"))) is not None:
            return Value(seconds, seconds, seconds, self.slices[TOTAL].count)
        return self.slices[part].scores.get(metric)

    def to_dict(self) -> dict[str, Any]:
        """Return what is stored."""
        return asdict(self)

    @classmethod
    def from_dict(cls, row: Mapping[str, Any]) -> "Summary":
        """Read a stored summary."""
        return cls(
            {name: Slice.from_dict(part) for name, part in row["slices"].items()},
            [Bin(**part) for part in row["calibration"]],
            [(coverage, risk) for coverage, risk in row["risk_coverage"]],
            row["latency"],
        )


def summarise(outcomes: Sequence[Outcome], scores: Sequence[Mapping[str, float]] | None = None) -> Summary:
    """Return the scores of a run; `scores` are those of its questions, where they are known already."""
    scores = score(outcomes) if scores is None else scores
    members: dict[str, list[int]] = {TOTAL: list(range(len(outcomes)))}
    for key in ("language", "type", "both"):
        groups: dict[str, list[int]] = {}
        for k, outcome in enumerate(outcomes):
            item = outcome.item
            name = f"{item.type}/{item.language}" if key == "both" else getattr(item, key)
            groups.setdefault(name, []).append(k)
        members |= dict(sorted(groups.items()))
    slices = {
        name: _slice([outcomes[k] for k in rows], [scores[k] for k in rows], whole=name in (TOTAL, "tr", "en"))
        for name, rows in members.items()
    }
    confidence, right = _given(outcomes, scores)
    return Summary(
        slices,
        calibration(confidence, right) if len(confidence) else [],
        _curve(outcomes, scores),
        latency([outcome.seconds for outcome in outcomes]),
    )


def _slice(outcomes: Sequence[Outcome], scores: Sequence[Mapping[str, float]], whole: bool) -> Slice:
    names = dict.fromkeys(name for row in scores for name in row)
    values = {name: np.array([row[name] for row in scores if name in row]) for name in names}
    averaged = {name: Value(float(known.mean()), *mean_interval(known), len(known)) for name, known in values.items()}
    of_run = _run_scores(outcomes, scores) if whole else {}
    return Slice(len(outcomes), sum(outcome.item.answerable for outcome in outcomes), {**averaged, **of_run})


def _run_scores(outcomes: Sequence[Outcome], scores: Sequence[Mapping[str, float]]) -> dict[str, Value]:
    confidence = np.array([outcome.answer["confidence"] for outcome in outcomes], float)
    answered = np.array([outcome.answer["answerable"] for outcome in outcomes], bool)
    answerable = np.array([outcome.item.answerable for outcome in outcomes], bool)
    correct = np.array([row.get("correct", 0.0) for row in scores])
    statistics: dict[str, Callable[[NDArray[np.int64]], float]] = {
        "auroc": lambda k: auroc(confidence[k], answerable[k]),
        "answerability_f1": lambda k: answerability_f1(answered[k], answerable[k]),
        "aurc": lambda k: aurc(confidence[k], correct[k]),
        "ece": lambda k: ece(confidence[k][answered[k]], correct[k][answered[k]]),
    }
    everything = np.arange(len(outcomes))
    found = {}
    for name, statistic in statistics.items():
        value = statistic(everything)
        if not math.isnan(value):
            found[name] = Value(value, *interval(statistic, len(outcomes)), len(outcomes))
    return found


def _given(outcomes: Sequence[Outcome], scores: Sequence[Mapping[str, float]]) -> tuple[list[float], list[float]]:
    """Return the confidence and the correctness of the answers that were given."""
    given = [
        (float(outcome.answer["confidence"]), row.get("correct", 0.0))
        for outcome, row in zip(outcomes, scores, strict=True)
        if outcome.answer["answerable"]
    ]
    return [confidence for confidence, _ in given], [right for _, right in given]


def _curve(outcomes: Sequence[Outcome], scores: Sequence[Mapping[str, float]]) -> list[tuple[float, float]]:
    """Return about a hundred points of the risk–coverage curve."""
    if not outcomes:
        return []
    coverage, risk = risk_coverage(
        [outcome.answer["confidence"] for outcome in outcomes], [row.get("correct", 0.0) for row in scores]
    )
    chosen = np.unique(np.linspace(0, len(coverage) - 1, min(len(coverage), _CURVE_POINTS)).round().astype(int))
    return [(float(coverage[k]), float(risk[k])) for k in chosen]

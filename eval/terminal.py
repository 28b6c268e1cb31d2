"""The tables that are printed."""

from collections.abc import Iterable, Sequence

from rich import box
from rich.console import Console
from rich.table import Table

from eval.compare import Comparison, Difference
from eval.history import SHOWN, Series, sparkline
from eval.outcome import Outcome
from eval.scores import score
from eval.storage import Run
from eval.summary import TOTAL, Value

# heading: score
COLUMNS = {
    "overall": "overall",
    "correct": "correct",
    "EM": "em",
    "F1": "f1",
    "list": "list",
    "cited": "cited",
    "refused": "refused",
    "wrongly": "wrongly_refused",
    "R@1": "recall@1",
    "R@5": "recall@5",
}
_ROOMY = ("EM", "list", "R@5")
_WIDE = 110
_RUN_COLUMNS = {"AUROC": "auroc", "refusal F1": "answerability_f1", "AURC": "aurc", "ECE": "ece", "MRR": "mrr"}


def percent(value: Value | None) -> str:
    """Return a score as a percentage with one decimal, or a dash."""
    return "–" if value is None else f"{100 * value.value:.1f}"


def score_table(run: Run, width: int) -> Table:
    """Return a run's scores by language and type, in percent; the total has its 95 % intervals.

    Some columns are left out where `width` characters do not hold them all.
    """
    shown = {heading: name for heading, name in COLUMNS.items() if width >= _WIDE or heading not in _ROOMY}
    summary = run.summary
    assert summary is not None
    title = f"{run.set} · {run.system} · {run.setting}"
    table = Table(title=title, box=box.SIMPLE_HEAD, title_style="bold", padding=(0, 1, 0, 0))
    table.add_column("", no_wrap=True)
    for heading in ("n", *shown):
        table.add_column(heading, justify="right", no_wrap=True)
    columns = shown.values()
    for name, part in summary.slices.items():
        cells = [percent(part.scores.get(score)) for score in columns]
        table.add_row(name, str(part.count), *cells, style="bold" if name == TOTAL else None)
        if name == TOTAL:
            table.add_row("  ± 95 %", "", *(_half_width(part.scores.get(score)) for score in columns), style="dim")
            table.add_section()
    return table


def _half_width(value: Value | None) -> str:
    return "" if value is None else f"±{50 * (value.high - value.low):.1f}"


def run_line(run: Run) -> str:
    """Return a run's scores as a whole and its times in a line or two."""
    summary = run.summary
    assert summary is not None
    parts = [
        f"{heading} {value.value:.3f} [{value.low:.3f}, {value.high:.3f}]"
        for heading, name in _RUN_COLUMNS.items()
        if (value := summary.value(name))
    ]
    times = summary.latency
    seconds = " · ".join(f"{name} {1000 * times[name]:.0f} ms" for name in ("p50", "p95", "p99") if name in times)
    whole = f"{times.get('throughput', 0):.1f} questions/s · index {run.index_seconds:.1f} s · {run.memory_mib:.0f} MiB"
    return f"{' · '.join(parts)}\n{seconds} · {whole} · run {run.id}"


def comparison_table(comparison: Comparison) -> Table:
    """Return the scores of two runs beside each other, with the difference, its interval and p-value."""
    table = Table(title=f"A {comparison.first.id}\nB {comparison.second.id}", box=box.SIMPLE_HEAD, title_justify="left")
    for heading in ("", "n", "A", "B", "B - A", "95 %", "p", ""):
        table.add_column(heading, justify="left" if heading == "" else "right", no_wrap=True)
    thresholds = comparison.thresholds()
    for name, difference in comparison.differences.items():
        table.add_row(name, *_difference_cells(difference), comparison.verdict(name, thresholds[name]))
    table.add_section()
    for name, difference in comparison.parts.items():
        table.add_row(f"overall@{name}", *_difference_cells(difference), "", style="dim")
    return table


def _difference_cells(difference: Difference) -> list[str]:
    numbers = [f"{100 * number:.1f}" for number in (difference.first, difference.second)]
    interval = f"[{100 * difference.low:+.1f}, {100 * difference.high:+.1f}]"
    return [str(difference.count), *numbers, f"{100 * difference.value:+.1f}", interval, f"{difference.p:.4f}"]


def comparison_line(comparison: Comparison) -> str:
    """Return what the second run has right and the first has not, and the other way round."""
    return (
        f"{comparison.common} questions in common; only B right: {len(comparison.gained)}"
        f"{_some(comparison.gained)}; only A right: {len(comparison.lost)}{_some(comparison.lost)}"
    )


def _some(names: Sequence[str], limit: int = 12) -> str:
    return f" ({', '.join(names[:limit])}{', …' if len(names) > limit else ''})" if names else ""


def history_table(series: Series) -> Table:
    """Return the scores of a system on a set over time, and how they ran."""
    table = Table(title=f"{series.set} · {series.system} · {series.setting}", box=box.SIMPLE_HEAD, title_style="bold")
    for heading in ("run", "code", "n", *SHOWN, "p95"):
        table.add_column(heading, justify="left" if heading in ("run", "code") else "right", no_wrap=True)
    for run in series.runs:
        assert run.summary is not None
        times = f"{1000 * run.summary.latency['p95']:.0f} ms"
        table.add_row(
            run.id, run.code, str(run.questions), *(percent(run.summary.value(name)) for name in SHOWN), times
        )
    table.add_section()
    table.add_row("", "", "", *(sparkline(series.values(name)[-16:]) for name in SHOWN), "")
    return table


def failures(outcomes: Sequence[Outcome]) -> Iterable[str]:
    """Yield two lines for each question that was answered or refused wrongly."""
    for outcome, scores in zip(outcomes, score(outcomes), strict=True):
        if scores["overall"] < 1.0:
            item, answer = outcome.item, outcome.answer
            expected = " | ".join(
                item.answers_en[:1] if item.language == "en" and item.answers_en else item.answers[:2]
            )
            said = answer["text"] if answer["answerable"] else "(refused)"
            spans = " + ".join(span["text"] for span in answer.get("spans", ()))
            yield f"{item.id} [{item.type}/{item.language}] {item.question}"
            yield f"    said {said!r} from {spans!r} ({answer['confidence']:.2f}), expected {expected or '(refusal)'!r}"


def show(*parts: object) -> None:
    """Print to stdout."""
    console = _console()
    for part in parts:
        console.print(part, markup=False) if isinstance(part, str) else console.print(part)


def terminal_width() -> int:
    """Return the characters that a line of stdout holds."""
    return _console().width


def _console() -> Console:
    """Return a console on stdout; where that is no terminal, as wide as the tables need."""
    console = Console(highlight=False, soft_wrap=True)
    return console if console.is_terminal else Console(highlight=False, soft_wrap=True, width=160)

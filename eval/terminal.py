"""The tables that are printed."""

from collections.abc import Iterable, Sequence

from rich import box
from rich.console import Console
from rich.table import Table

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
_RUN_COLUMNS = {"AUROC": "auroc", "refusal F1": "answerability_f1", "AURC": "aurc", "ECE": "ece", "MRR": "mrr"}


def percent(value: Value | None, signed: bool = False) -> str:
    """Return a score as a percentage with one decimal, or a dash."""
    return "–" if value is None else f"{100 * value.value:{'+' if signed else ''}.1f}"


def score_table(run: Run) -> Table:
    """Return a run's scores by language and type, in percent; the total has its 95 % intervals."""
    summary = run.summary
    assert summary is not None
    table = Table(title=f"{run.set} · {run.system} · {run.setting}", box=box.SIMPLE_HEAD, title_style="bold")
    table.add_column("")
    for heading in ("n", *COLUMNS):
        table.add_column(heading, justify="right", no_wrap=True)
    columns = COLUMNS.values()
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
    """Print to stdout; where it is no terminal, as wide as the tables need."""
    console = Console(highlight=False, soft_wrap=True)
    if not console.is_terminal:
        console = Console(highlight=False, soft_wrap=True, width=160)
    for part in parts:
        console.print(part, markup=False) if isinstance(part, str) else console.print(part)

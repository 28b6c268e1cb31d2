"""The results of an evaluation run as HTML: a table, two plots, and what went wrong."""

from collections.abc import Sequence
from datetime import datetime

from babel.dates import format_datetime

from eval.outcome import Outcome
from eval.report import verdict
from eval.scores import score
from eval.storage import Run
from eval.summary import Slice, Summary, Value
from qa.page.library import Working
from qa.page.markup import attributes, escape, number, words
from qa.page.strings import STRINGS, say

_SCORES = ("overall", "em", "f1", "cited", "refused")
_LISTED = 100  # failures shown
_SIZE = 220  # of a plot, in its own units


def render_run(run: Run, language: str) -> str:
    """Return a finished run."""
    summary = run.summary
    if summary is None:
        return ""
    date = format_datetime(datetime.fromisoformat(run.started).astimezone(), "d MMMM y HH:mm", locale=language)
    caption = words("benchmark_caption", language, set=run.set, count=number(run.questions, language), date=date)
    return (
        f'{_table(caption, summary, language)}<p class="note">{words("score_note", language)}</p>'
        f'<div class="plots">{_calibration(summary, language)}{_risk(summary, language)}</div>'
        f"{_failures(run, language)}"
    )


def render_state(working: Working | None, language: str) -> str:
    """Return how far a run is."""
    if working is None:
        return f'<div class="working"><progress></progress><p>{words("reading", language)}</p></div>'
    state = say("benchmark_state", language, done=working.done, total=working.total)
    left = say("time_left", language, seconds=number(working.seconds_left, language))
    return (
        f'<div class="working"><progress max="{working.total}" value="{working.done}"></progress>'
        f"<p>{escape(state)} · {escape(left)}</p></div>"
    )


def _table(caption: str, summary: Summary, language: str) -> str:
    heads = "".join(f'<th scope="col" class="number">{words(f"score_{name}", language)}</th>' for name in _SCORES)
    rows = "".join(_row(name, part, language) for name, part in summary.slices.items() if "/" not in name)
    return (
        f'<table class="scores"><caption>{caption}</caption><thead><tr><th scope="col">'
        f'{words("benchmark_slice", language)}</th><th scope="col" class="number">{words("benchmark_n", language)}</th>'
        f"{heads}</tr></thead><tbody>{rows}</tbody></table>"
    )


def _row(name: str, part: Slice, language: str) -> str:
    key = f"slice_{name.replace('-', '_')}"
    title = words(key, language) if key in STRINGS[language] else escape(name)
    shares = {name: _share(part.scores.get(name), language) for name in _SCORES}
    cells = "".join(
        f'<td class="number" data-label="{words(f"score_{name}", language)}">{share}</td>'
        for name, share in shares.items()
    )
    count = f'<td class="number" data-label="{words("benchmark_n", language)}">{number(part.count, language)}</td>'
    return f'<tr><th scope="row">{title}</th>{count}{cells}</tr>'


def _share(value: Value | None, language: str) -> str:
    if value is None:
        return "–"
    half = number(50 * (value.high - value.low), language, 1)
    return f'{number(100 * value.value, language, 1)} <span class="muted">±{half}</span>'


def _calibration(summary: Summary, language: str) -> str:
    points = [(one.confidence, one.accuracy) for one in summary.calibration]
    dots = "".join(
        f'<circle cx="{_x(x)}" cy="{_y(y)}" r="{2.5 + 5 * (one.count / max(1, _most(summary))) ** 0.5:.1f}"/>'
        for (x, y), one in zip(points, summary.calibration, strict=True)
    )
    line = f'<path class="ideal" d="M{_x(0)} {_y(0)}L{_x(1)} {_y(1)}"/>'
    return _plot("calibration", line + dots, "confidence", "accuracy", language)


def _risk(summary: Summary, language: str) -> str:
    places = "L".join(f"{_x(coverage)} {_y(risk)}" for coverage, risk in summary.risk_coverage)
    return _plot("risk", f'<path class="curve" d="M{places}"/>' if places else "", "coverage", "wrong", language)


def _plot(name: str, inside: str, across: str, up: str, language: str) -> str:
    """Return a plot of the unit square with its title, its axes and one sentence on how to read it."""
    title, text = words(f"plot_{name}", language), words(f"plot_{name}_text", language)
    ticks = "".join(
        f'<path class="grid" d="M{_x(t)} {_y(0)}V{_y(1)}M{_x(0)} {_y(t)}H{_x(1)}"/>'
        f'<text x="{_x(t)}" y="{_SIZE + 46}" text-anchor="middle">{number(t, language, 1)}</text>'
        f'<text x="34" y="{_y(t) + 4}" text-anchor="end">{number(t, language, 1)}</text>'
        for t in (0.0, 0.5, 1.0)
    )
    return (
        f'<figure><figcaption><h3 class="label">{title}</h3></figcaption>'
        f'<svg viewBox="0 0 {_SIZE + 60} {_SIZE + 72}" role="img" aria-label="{title}. {text}">{ticks}{inside}'
        f'<text x="{_x(0.5)}" y="{_SIZE + 66}" text-anchor="middle">{words(f"plot_{across}", language)}</text>'
        f'<text x="{_x(0)}" y="18">{words(f"plot_{up}", language)}</text></svg><p class="note">{text}</p></figure>'
    )


def _failures(run: Run, language: str) -> str:
    outcomes = run.outcomes()
    scores = score(outcomes)
    wrong = [outcome for outcome, values in zip(outcomes, scores, strict=True) if verdict(outcome, values) != "right"]
    items = "".join(_failure(outcome, run, language) for outcome in wrong[:_LISTED])
    heading = words("failures", language, count=number(len(wrong), language))
    return f'<h3 class="label">{heading}</h3><ul class="failures">{items}</ul>' if wrong else ""


def _failure(outcome: Outcome, run: Run, language: str) -> str:
    item, answer = outcome.item, outcome.answer
    expected: Sequence[str] = item.answers_en if item.language == "en" and item.answers_en else item.answers
    none = say("failure_refusal", language)
    said = str(answer["text"]) if answer["answerable"] else none
    place = attributes(act="reopen", run=run.id, item=item.id)
    return (
        f'<li><p lang="{escape(item.language)}">{escape(item.question)}</p><p class="about">'
        f"{words('failure_said', language)}: <b>{escape(said)}</b> · "
        f"{words('failure_expected', language)}: <b>{escape(expected[0] if expected else none)}</b></p>"
        f'<button type="button" class="link"{place}>{words("failure_open", language)}</button></li>'
    )


def _most(summary: Summary) -> int:
    return max(one.count for one in summary.calibration)


def _x(share: float) -> float:
    return round(44 + share * _SIZE, 1)


def _y(share: float) -> float:
    return round(28 + (1 - share) * _SIZE, 1)

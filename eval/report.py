"""The report: what was measured as JSON, and as one page that needs nothing from outside."""

import json
from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from eval.outcome import Outcome
from eval.scores import SCORES, score
from eval.storage import Run
from eval.summary import RUN_SCORES, summarise
from qa.files import write_whole

TEMPLATE = Path(__file__).parent / "report.html"
_SLOT = "/*DATA*/null"


def write_report(runs: Sequence[Run], folder: Path) -> Path:
    """Write `report.json` and `index.html` about finished runs into a folder; return the page's path."""
    folder.mkdir(parents=True, exist_ok=True)
    report = report_of(runs)
    page = folder / "index.html"
    write_whole(folder / "report.json", json.dumps(report, ensure_ascii=False, indent=1) + "\n")
    write_whole(page, page_of(report))
    return page


def report_of(runs: Sequence[Run]) -> dict[str, Any]:
    """Return the runs with their scores and every question, ready for JSON."""
    meanings = {name: {"meaning": text, "more_is_better": up} for name, (text, up) in {**SCORES, **RUN_SCORES}.items()}
    return {"scores": meanings, "runs": [_run(run) for run in runs]}


def page_of(report: Mapping[str, Any]) -> str:
    """Return the page with the report inside; a text in it cannot end the script that it stands in."""
    data = json.dumps(report, ensure_ascii=False, separators=(",", ":"))
    for char, code in (("<", "\\u003c"), ("\u2028", "\\u2028"), ("\u2029", "\\u2029")):
        data = data.replace(char, code)
    return TEMPLATE.read_text(encoding="utf-8").replace(_SLOT, data)


def _run(run: Run) -> dict[str, Any]:
    outcomes = run.outcomes()
    scores = score(outcomes)
    facts = ("set", "system", "setting", "started", "questions", "seconds", "index_seconds", "memory_mib", "models")
    return {
        "id": run.id,
        **{name: getattr(run, name) for name in (*facts, "code", "environment")},
        "summary": (run.summary or summarise(outcomes, scores)).to_dict(),
        "items": [_question(*pair) for pair in zip(outcomes, scores, strict=True)],
    }


def verdict(outcome: Outcome, scores: Mapping[str, float]) -> str:
    """Return "right", "wrong", "wrongly_refused" or "wrongly_answered"."""
    if scores["overall"] == 1:
        return "right"
    if not outcome.item.answerable:
        return "wrongly_answered"
    return "wrong" if outcome.answer["answerable"] else "wrongly_refused"


def _question(outcome: Outcome, scores: Mapping[str, float]) -> dict[str, Any]:
    item, answer = outcome.item, outcome.answer
    shown = answer["citations"] or answer.get("related") or []
    return {
        "id": item.id,
        "language": item.language,
        "type": item.type,
        "question": item.question,
        "history": item.history,
        "standalone": answer.get("standalone") if answer.get("standalone") != item.question else None,
        "answerable": item.answerable,
        "answers": item.answers,
        "answers_en": item.answers_en,
        "evidence": item.sentences,
        "said": {
            "answerable": answer["answerable"],
            "kind": answer["kind"],
            "text": answer["text"],
            "spans": [span["text"] for span in answer.get("spans", ())],
            "confidence": answer["confidence"],
            "calculation": answer.get("calculation"),
            "cited": [{"title": c.get("title", ""), "pieces": _marked(c, answer.get("spans", ()))} for c in shown],
        },
        "seconds": round(outcome.seconds, 4),
        "verdict": verdict(outcome, scores),
        "scores": {name: round(value, 4) for name, value in scores.items()},
    }


def _marked(citation: Mapping[str, Any], spans: Sequence[Mapping[str, Any]]) -> list[tuple[str, bool]]:
    """Return a sentence in pieces, each with whether it belongs to a span of the answer.

    The cutting is done here: the page's script would count a character outside the basic plane as two.
    """
    sentence, start = citation["sentence"], citation["start"]
    inside = [False] * len(sentence)
    for span in spans:
        if span["article"] == citation["article"]:
            for k in range(max(0, span["start"] - start), min(len(sentence), span["end"] - start)):
                inside[k] = True
    cuts = [k for k in range(1, len(sentence)) if inside[k] != inside[k - 1]]
    edges = [0, *cuts, len(sentence)]
    return [(sentence[a:b], inside[a]) for a, b in pairwise(edges) if a < b]

"""Figures in documents: tables between marks, written from stored runs and checked against them.

    <!-- scores article -->         one run, by language
    <!-- scores article bm25 -->    several runs beside each other
    ...
    <!-- /scores -->

A name is that of a folder in `eval/results/`, which holds the `run.json` of a stored run. `python -m eval.quote FILE`
writes the tables anew; with `--check` it only says which are out of date, and exits 1.
"""

import argparse
import re
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from eval.storage import Run, RunError, read_run
from eval.summary import Summary, Value
from qa.files import write_whole

RESULTS = Path(__file__).parent / "results"
_BLOCK = re.compile(r"(<!-- scores (?P<names>[\w. -]+?) -->\n).*?(<!-- /scores -->)", re.DOTALL)
_COLUMNS = {
    "Overall": "overall",
    "Correct": "correct",
    "Exact match": "em",
    "F1": "f1",
    "Right sentence": "cited",
    "Rightly refused": "refused",
    "Wrongly refused": "wrongly_refused",
    "R@1": "recall@1",
}
_LANGUAGES = {"": "All", "@tr": "Turkish", "@en": "English"}


def quoted(document: str, results: Path = RESULTS) -> str:
    """Return a document with its tables as the stored runs give them.

    Raises:
        RunError: a run that the document names is not stored.
    """
    return _BLOCK.sub(lambda block: f"{block[1]}{table(block['names'].split(), results)}{block[3]}", document)


def table(names: Sequence[str], results: Path = RESULTS) -> str:
    """Return a Markdown table of the scores of runs, in percent: one run by language, or several in a row each."""
    runs = [read_run(results / name) for name in names]
    if len(runs) == 1:
        rows = [(label, _scores(_summary(runs[0]), part)) for part, label in _LANGUAGES.items()]
    else:
        rows = [(f"{run.system}, {run.set} ({run.setting})", _scores(_summary(run), "")) for run in runs]
    head = ["", *_COLUMNS]
    lines = [head, ["---", *["---:"] * len(_COLUMNS)], *([label, *scores] for label, scores in rows)]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _scores(summary: Summary, part: str) -> list[str]:
    return [_cell(summary.value(name + part), whole=not part) for name in _COLUMNS.values()]


def _cell(value: Value | None, whole: bool) -> str:
    if value is None:
        return "–"
    return f"{100 * value.value:.1f}" + (f" ±{50 * (value.high - value.low):.1f}" if whole else "")


def _summary(run: Run) -> Summary:
    if run.summary is None:
        raise RunError(f"{run.folder}: an unfinished run cannot be quoted")
    return run.summary


def outdated(paths: Iterable[Path], results: Path = RESULTS) -> list[Path]:
    """Return the documents whose tables are not those of the stored runs."""
    texts = {path: path.read_text(encoding="utf-8") for path in paths}
    return [path for path, text in texts.items() if quoted(text, results) != text]


def main(arguments: list[str] | None = None) -> int:
    """Write the tables of documents, or check them."""
    parser = argparse.ArgumentParser(prog="python -m eval.quote", description="Write figures from stored runs.")
    parser.add_argument("documents", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if a table is out of date")
    args = parser.parse_args(arguments)
    try:
        stale = outdated(args.documents)
    except (RunError, OSError) as error:
        sys.stderr.write(f"eval.quote: {error}\n")
        return 1
    for path in stale:
        if args.check:
            sys.stderr.write(f"{path}: its figures are not those of the stored runs; run python -m eval.quote {path}\n")
        else:
            write_whole(path, quoted(path.read_text(encoding="utf-8")))
    return 1 if args.check and stale else 0


if __name__ == "__main__":
    sys.exit(main())

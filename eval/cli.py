"""The command `qa eval`."""

import argparse
import json
import sys
from pathlib import Path

from eval.items import SetError
from eval.loading import DEFAULT, load
from eval.run import Job, evaluate
from eval.settings import CORPUS, FOREIGN, SETTINGS, Setting
from eval.storage import Run, RunError, default_folder
from eval.systems import SYSTEMS, Workshop
from eval.terminal import failures, run_line, score_table, show
from qa.runtime import ModelError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `qa eval` to a parser."""
    parser.add_argument(
        "sets",
        nargs="*",
        metavar="SET",
        default=[DEFAULT],
        help="a bundled set (article, news) or a file: JSON lines, or SQuAD 1.1/2.0 JSON",
    )
    parser.add_argument(
        "--setting",
        choices=SETTINGS,
        help="answer from the gold text, from all texts of the set (default), or with foreign texts among them",
    )
    parser.add_argument("--foreign", type=int, metavar="N", help="add N foreign texts (implies --setting foreign)")
    parser.add_argument(
        "--foreign-from", metavar="SET|DIR", help="where foreign texts come from; default: the bundled sets"
    )
    parser.add_argument(
        "--questions", metavar="FILE", help="put the questions of this SQuAD file (by id) to the texts of SET"
    )
    parser.add_argument(
        "--system",
        choices=sorted(SYSTEMS),
        action="append",
        help="what to measure; may be given several times; default: full",
    )
    parser.add_argument("--limit", type=int, metavar="N", help="only N questions, spread over the set")
    parser.add_argument("--failures", action="store_true", help="print every question that went wrong")
    parser.add_argument("--json", action="store_true", help="print the scores as JSON")
    parser.add_argument("--fresh", action="store_true", help="do not go on with an interrupted run")
    parser.add_argument(
        "--runs", type=Path, metavar="DIR", help="where runs are stored (default: the user's data folder)"
    )


def main(args: argparse.Namespace) -> int:
    """Run `qa eval`; return 0 (done), 1 (failed: one line on stderr) or 2 (wrong usage)."""
    try:
        return _main(args)
    except (SetError, RunError, ModelError, OSError) as error:
        return _fail(str(error))
    except KeyboardInterrupt:
        return _fail("interrupted; the answers so far are kept, and the same command goes on from there")


def _main(args: argparse.Namespace) -> int:
    runs = args.runs or default_folder()
    setting = _setting(args)
    for name in args.sets:
        evaluated = load(name, args.questions)
        if args.limit:
            evaluated = evaluated.limited(args.limit)
        for system in args.system or ["full"]:
            job = Job(evaluated, setting, Workshop.open(system), runs, args.foreign_from)
            _print(evaluate(job, args.fresh, notify=_tell), args)
    return 0


def _setting(args: argparse.Namespace) -> Setting:
    if args.foreign is not None:
        return Setting(FOREIGN, args.foreign)
    return Setting(args.setting or CORPUS, 0)


def _print(run: Run, args: argparse.Namespace) -> None:
    if args.json:
        show(json.dumps({"run": run.id, **(run.summary.to_dict() if run.summary else {})}, ensure_ascii=False))
        return
    show(score_table(run), run_line(run))
    if args.failures:
        show(*failures(run.outcomes()))


def _tell(line: str) -> None:
    sys.stderr.write(f"{line}\n")


def _fail(line: str) -> int:
    _tell(f"qa eval: {line}")
    return 1


def run_alone(arguments: list[str] | None = None) -> int:
    """Run as `python -m eval.run`."""
    parser = argparse.ArgumentParser(prog="qa eval", description=__doc__)
    add_arguments(parser)
    return main(parser.parse_args(arguments))

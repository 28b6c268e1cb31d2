"""The arguments of `qa eval`; the command itself is loaded when it is run, for the other commands to start fast."""

import argparse
from pathlib import Path
from typing import Any

from eval.loading import DEFAULT
from eval.settings import CORPUS, SETTINGS
from eval.systems import SYSTEMS

_SETS = f"a bundled set (default: article, that is {DEFAULT}) or a file: our JSON lines, or SQuAD 1.1/2.0 JSON"
_SETTING = "answer from the gold text, from all texts of the set (default), or with foreign texts among them"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `qa eval` to a parser."""
    options: dict[str, dict[str, Any]] = {
        "--setting": {"choices": SETTINGS, "default": CORPUS, "help": _SETTING},
        "--foreign": {"type": _count, "metavar": "N", "help": "add N foreign texts (implies --setting foreign)"},
        "--foreign-from": {"metavar": "SET|DIR", "help": "where foreign texts come from (default: the bundled sets)"},
        "--questions": {"metavar": "FILE", "help": "put the questions of this SQuAD file, by id, to the texts of SET"},
        "--system": {
            "choices": list(SYSTEMS),
            "action": "append",
            "help": "what to measure, may be repeated (default: full)",
        },
        "--limit": {"type": _count, "metavar": "N", "help": "only N questions, spread over the set"},
        "--failures": {"action": "store_true", "help": "print every question that went wrong"},
        "--json": {"action": "store_true", "help": "print the scores as JSON, one run a line"},
        "--report": {"type": Path, "metavar": "DIR", "help": "write index.html and report.json into this folder"},
        "--fresh": {"action": "store_true", "help": "start anew, do not go on with an interrupted run"},
        "--runs": {"type": Path, "metavar": "DIR", "help": "where runs are stored (default: the user's data folder)"},
    }
    parser.add_argument("sets", nargs="*", metavar="SET", help=_SETS)
    for name, settings in options.items():
        parser.add_argument(name, **settings)
    instead = parser.add_mutually_exclusive_group()
    instead.add_argument(
        "--compare", nargs=2, metavar=("RUN_A", "RUN_B"), help="compare two stored runs (id or folder)"
    )
    instead.add_argument("--gate", type=Path, metavar="FILE", help="run the checks of this file; exit 1 if one fails")
    instead.add_argument("--history", action="store_true", help="show the scores of the stored runs over time")


def main(args: argparse.Namespace) -> int:
    """Run `qa eval`; return 0 (done) or 1 (failed, or a check of the gate failed: said on stderr)."""
    from eval.command import execute

    return execute(args)


def _count(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"{text}: must be 1 or more")
    return number


def run_alone(arguments: list[str] | None = None) -> int:
    """Run as `python -m eval.run`."""
    parser = argparse.ArgumentParser(prog="qa eval")
    add_arguments(parser)
    return main(parser.parse_args(arguments))

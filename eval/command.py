"""The command `qa eval`: measure, compare, check, and show what was measured before."""

import argparse
import json
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from eval.compare import compare
from eval.gate import GateError, load_gate
from eval.history import history
from eval.items import SetError
from eval.loading import DEFAULT, load
from eval.run import Job, evaluate
from eval.settings import FOREIGN, Setting
from eval.storage import Run, RunError, default_folder, find_run
from eval.systems import SystemMissingError, Workshop
from eval.terminal import (
    comparison_line,
    comparison_table,
    failures,
    history_table,
    run_line,
    score_table,
    show,
    terminal_width,
)
from qa.runtime import ModelError

_ERRORS = (SetError, RunError, GateError, ModelError, SystemMissingError, OSError)


def execute(args: argparse.Namespace) -> int:
    """Do what the arguments ask for; return the exit code. What fails is said in one line on stderr."""
    try:
        return _command(args)(args, args.runs or default_folder())
    except _ERRORS as error:
        _tell(f"qa eval: {error}")
    except KeyboardInterrupt:
        _tell("qa eval: interrupted; the answers so far are kept, and the same command goes on from there")
    return 1


def _command(args: argparse.Namespace) -> Callable[[argparse.Namespace, Path], int]:
    if args.compare:
        return _compare
    if args.history:
        return _history
    return _gate if args.gate else _run


def _run(args: argparse.Namespace, runs: Path) -> int:
    setting = Setting(FOREIGN, args.foreign) if args.foreign else Setting(args.setting)
    if setting.kind == FOREIGN and not setting.foreign:
        raise SetError("--setting foreign needs --foreign N")
    done = []
    for name in args.sets or [DEFAULT]:
        evaluated = load(name, args.questions)
        evaluated = evaluated.limited(args.limit) if args.limit else evaluated
        for system in args.system or ["full"]:
            job = Job(evaluated, setting, Workshop.open(system), runs, args.foreign_from)
            done.append(evaluate(job, args.fresh, notify=_tell))
            _print(done[-1], args)
    _report(done, args)
    return 0


def _gate(args: argparse.Namespace, runs: Path) -> int:
    done, failed = [], []
    checks = [check for check in load_gate(args.gate) if not args.sets or check.set in args.sets]
    if not checks:
        raise GateError(f"{args.gate}: holds no check of {', '.join(args.sets)}")
    for check in checks:
        job = Job(load(check.set), check.setting, Workshop.open(check.system), runs)
        done.append(evaluate(job, args.fresh, notify=_tell))
        _print(done[-1], args)
        summary = done[-1].summary
        failed += check.failures(summary) if summary else []
    _report(done, args)
    for line in failed:
        _tell(f"qa eval: gate: {line}")
    if not failed:
        _tell(f"qa eval: gate: {args.gate} passed")
    return 1 if failed else 0


def _compare(args: argparse.Namespace, runs: Path) -> int:
    comparison = compare(*(find_run(name, runs) for name in args.compare))
    show(comparison_table(comparison), comparison_line(comparison))
    return 0


def _history(args: argparse.Namespace, runs: Path) -> int:
    found = history(runs)
    if not found:
        raise RunError(f"{runs}: no finished run; `qa eval` makes one")
    show(*(history_table(series) for series in found))
    return 0


def _print(run: Run, args: argparse.Namespace) -> None:
    if args.json:
        sys.stdout.write(json.dumps({"run": run.id, "summary": run.summary and run.summary.to_dict()}) + "\n")
        return
    show(score_table(run, terminal_width()), run_line(run))
    if args.failures:
        show(*failures(run.outcomes()))


def _report(done: Iterable[Run], args: argparse.Namespace) -> None:
    if args.report:
        from eval.report import write_report

        _tell(f"qa eval: report in {write_report(list(done), args.report)}")


def _tell(line: str) -> None:
    sys.stderr.write(f"{line}\n")

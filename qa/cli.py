"""The command line: `qa index`, `qa ask`, `qa batch`, `qa eval`, `qa serve`.

Data goes to stdout, progress and messages to stderr. Exit codes: 0 done, 1 the work failed, 2 wrong usage.
"""

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from qa.answers import Answer
    from qa.assistant import Assistant

os.environ.setdefault("HF_HUB_OFFLINE", "1")
os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")


class BatchError(Exception):
    """A question file that cannot be worked through: the message names file, line and remedy."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code."""
    args = _parser().parse_args(argv)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    from qa.corpus import CorpusError
    from qa.runtime import ModelError
    from qa.store import StoreError

    try:
        return int(args.run(args))
    except (CorpusError, ModelError, StoreError, BatchError) as error:
        print(f"qa: {error}", file=sys.stderr)
    except BrokenPipeError:
        sys.stderr.close()
    except OSError as error:
        print(f"qa: {error.filename or 'input/output'}: {error.strerror or error}", file=sys.stderr)
    except KeyboardInterrupt:
        print("qa: interrupted", file=sys.stderr)
    return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="qa", description="Ask Turkish texts in Turkish or English.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    index = commands.add_parser("index", help="read files or folders, embed them, write the index")
    index.add_argument("paths", nargs="+", metavar="PATH", help="a .txt or .md file, or a folder of them")
    index.add_argument("--index", metavar="DIR", help="where the index goes (default: the user's cache)")
    index.set_defaults(run=_index)

    ask = commands.add_parser("ask", help="answer one question")
    ask.add_argument("question", help="a question in Turkish or English")
    ask.add_argument("--json", action="store_true", help="print the whole answer as JSON")
    ask.add_argument(
        "--history", action="append", default=[], metavar="QUESTION", help="an earlier question, oldest first"
    )
    _add_source(ask)
    ask.set_defaults(run=_ask)

    batch = commands.add_parser("batch", help='answer a file of lines {"id", "question", "history"?}')
    batch.add_argument("questions", metavar="QUESTIONS.jsonl")
    batch.add_argument("answers", metavar="ANSWERS.jsonl")
    _add_source(batch)
    batch.set_defaults(run=_batch)

    evaluate = commands.add_parser("eval", help="measure the answers on evaluation sets")
    from eval.cli import add_arguments

    add_arguments(evaluate)
    evaluate.set_defaults(run=_eval)

    serve = commands.add_parser("serve", help="open the chat page")
    serve.add_argument("--host", default="127.0.0.1", help="address to listen on (default: %(default)s)")
    serve.add_argument("--port", type=int, default=7860, help="port to listen on (default: %(default)s)")
    serve.add_argument("--corpus", action="append", metavar="DIR", help="a folder of texts (default: the bundled one)")
    serve.add_argument("--data", metavar="DIR", help="folder for added texts and feedback (default: the user's)")
    serve.add_argument("--auth", metavar="FILE", help="ask for a name and a password of this user file")
    serve.set_defaults(run=_serve)
    return parser


def _add_source(parser: argparse.ArgumentParser) -> None:
    source = parser.add_mutually_exclusive_group()
    source.add_argument("--index", metavar="DIR", help="an index that `qa index` wrote")
    source.add_argument("--corpus", metavar="DIR", help="a folder of texts (default: the bundled one)")


def _index(args: argparse.Namespace) -> int:
    assistant = _open(corpus=args.paths, index=args.index)
    skipped = f", {len(assistant.skipped)} files skipped" if assistant.skipped else ""
    print(f"{assistant.folder}: {len(assistant.articles)} articles, {len(assistant.index)} passages{skipped}")
    return 0 if assistant.articles else 1


def _ask(args: argparse.Namespace) -> int:
    answer = _open(corpus=args.corpus, index=args.index).ask(args.question, args.history)
    if args.json:
        print(json.dumps(answer.to_dict(), ensure_ascii=False, indent=2))
    else:
        _print_answer(answer)
    return 0


def _batch(args: argparse.Namespace) -> int:
    from tqdm import tqdm

    from qa.files import write_whole

    rows = list(_questions(Path(args.questions)))
    assistant = _open(corpus=args.corpus, index=args.index)
    lines = []
    for row in tqdm(rows, unit="question", file=sys.stderr, disable=None):
        answer = assistant.ask(row["question"], row.get("history") or [])
        lines.append(json.dumps({"id": row["id"], **answer.to_dict()}, ensure_ascii=False) + "\n")
    write_whole(Path(args.answers), "".join(lines))
    return 0


def _eval(args: argparse.Namespace) -> int:
    from eval.cli import main as evaluate

    return evaluate(args)


def _serve(args: argparse.Namespace) -> int:
    import app

    return int(app.serve(args.host, args.port, corpus=args.corpus, auth=args.auth, data=args.data))


def _questions(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the rows of a question file.

    Raises:
        BatchError: a line is not of the form.
    """
    try:
        content = path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BatchError(f"{path}: is not UTF-8 (byte {error.start}); save it as UTF-8") from error
    for number, line in enumerate(content.splitlines(), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except ValueError as error:
            raise BatchError(f"{path}, line {number}: is not JSON ({error})") from error
        history = row.get("history") if isinstance(row, dict) else None
        if (
            not isinstance(row, dict)
            or not isinstance(row.get("question"), str)
            or "id" not in row
            or not (history is None or (isinstance(history, list) and all(isinstance(h, str) for h in history)))
        ):
            raise BatchError(
                f'{path}, line {number}: must be {{"id": ..., "question": "...", "history": ["...", ...]?}}'
            )
        yield row


def _open(corpus: Any, index: str | None) -> "Assistant":
    from qa.assistant import Assistant

    with _Bar() as bar:
        return Assistant.open(
            corpus, index, progress=bar, report=lambda message: print(f"qa: {message}", file=sys.stderr)
        )


class _Bar:
    """A progress bar on stderr that appears with the first report of progress."""

    def __enter__(self) -> Callable[[int, int], None]:
        self.bar: Any = None
        return self._report

    def __exit__(self, *_: object) -> None:
        if self.bar is not None:
            self.bar.close()

    def _report(self, done: int, total: int) -> None:
        if self.bar is None:
            from tqdm import tqdm

            self.bar = tqdm(total=total, unit="passage", desc="embedding", file=sys.stderr, disable=None)
        self.bar.update(done - self.bar.n)


def _print_answer(answer: "Answer") -> None:
    print(answer.text)
    if not answer.rendered or (answer.language == "en" and answer.spans and answer.kind != "yes_no"):
        print(f"  «{' · '.join(span.text for span in answer.spans)}»")
    for citation in answer.citations or answer.related:
        mark = "—" if answer.answerable else "…"
        print(f"{mark} {' '.join(citation.sentence.split())} ({citation.title})")
    if answer.answerable:
        print(f"  {answer.confidence:.0%}")

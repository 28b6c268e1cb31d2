"""Serving the page: environment, middleware, `/health`, and the life of the process."""

import ipaddress
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from platformdirs import user_data_path

from qa.assistant import BUNDLED_CORPUS, Assistant
from qa.page.accounts import Accounts, AccountsError
from qa.page.actions import Actions
from qa.page.benchmark import Benchmark
from qa.page.feedback import FeedbackStore
from qa.page.frame import read_examples
from qa.page.library import Library

if TYPE_CHECKING:
    from fastapi import FastAPI

_SETTINGS = {
    "GRADIO_ANALYTICS_ENABLED": "False",
    "GRADIO_SSR_MODE": "False",
    "HF_HUB_OFFLINE": "1",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "DO_NOT_TRACK": "1",
    # Gradio keeps statistics that nobody reads here: anew for every event, over all the events kept.
    "GRADIO_ANALYTICS_MAX_EVENTS": "1",
    "GRADIO_ANALYTICS_CACHE_FREQUENCY": "1000000000",
}


def serve(
    host: str = "127.0.0.1",
    port: int = 7860,
    *,
    corpus: str | Path | Sequence[str | Path] | None = None,
    auth: str | Path | None = None,
    data: str | Path | None = None,
) -> int:
    """Serve the page until it is interrupted; return the exit code.

    `corpus` names the texts (default: the bundled ones), `auth` a file of users, `data` the folder for added texts and
    feedback (default: the user's data folder).
    """
    import uvicorn

    try:
        accounts = Accounts.read(Path(auth)) if auth else None
    except AccountsError as error:
        _say(str(error))
        return 1
    if accounts is None and not is_loopback(host):
        _say(f"warning: anyone who reaches {host}:{port} can read, add and remove texts; give a user file with --auth")
    folder = Path(data) if data else user_data_path("dayanak")
    paths = [BUNDLED_CORPUS] if corpus is None else [corpus] if isinstance(corpus, str | Path) else list(corpus)
    application = make_app([Path(path) for path in paths], folder, accounts, host)
    _say(f"http://{'[' + host + ']' if ':' in host else host}:{port}")
    server = uvicorn.Server(
        uvicorn.Config(application, host=host, port=port, log_level="warning", ws="none", timeout_graceful_shutdown=1)
    )
    try:
        server.run()
    except SystemExit as stop:  # uvicorn has said why
        return int(stop.code or 0)
    except KeyboardInterrupt:
        pass
    return 0 if server.started else 1


def make_app(
    corpus: Sequence[Path], data: Path, accounts: Accounts | None = None, host: str = "127.0.0.1"
) -> "FastAPI":
    """Open the assistant on the corpus and the texts in `data`, and return the whole page as an ASGI application."""
    os.environ.update(_SETTINGS)
    os.environ["GRADIO_TEMP_DIR"] = str(data / "uploads")
    from fastapi import FastAPI

    from qa.page.blocks import mount
    from qa.page.shell import Shell, assets

    sources = data / "sources"
    sources.mkdir(parents=True, exist_ok=True)
    assistant = Assistant.open([*corpus, sources], progress=_progress, report=_say)
    library = Library(assistant, sources)
    store, benchmark = FeedbackStore(data / "feedback.sqlite3"), Benchmark(assistant, data / "runs")
    actions = Actions(library, store, benchmark, read_examples(corpus))
    application = FastAPI(title="Dayanak", docs_url=None, redoc_url=None, openapi_url=None)

    @application.get("/health")
    def health() -> dict[str, Any]:
        return {"status": "ok", "articles": len(assistant.articles), "passages": len(assistant.index)}

    @application.get("/page/changes")
    def changes() -> dict[str, str]:
        return {"changes": library.version}

    application.include_router(assets())
    application.add_middleware(Shell, loopback=is_loopback(host))
    return mount(application, actions, accounts.check if accounts else None)


def is_loopback(host: str) -> bool:
    """Tell whether only this machine can reach the address."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _progress(done: int, total: int) -> None:
    if sys.stderr.isatty() or done == total:
        sys.stderr.write(f"\rindexing: {done} of {total} passages{chr(10) if done == total else ''}")


def _say(message: str) -> None:
    sys.stderr.write(f"dayanak: {message}\n")

"""The shell around Gradio's pages: our style and script in the head, headers that keep the browser at home.

Browsers are told to load from this server alone, so that nothing shown can reach outward. On the loopback address,
requests under another name (DNS rebinding) and writes from other sites are refused.
"""

import re
from collections.abc import Awaitable, Callable
from pathlib import Path
from urllib.parse import urlsplit

from fastapi import APIRouter
from fastapi.responses import FileResponse
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_HERE = Path(__file__).parent
_ASSETS = {
    "page.css": "text/css",
    "page.js": "text/javascript",
    "uploads.js": "text/javascript",
    "icon.svg": "image/svg+xml",
}
_HEAD = (
    '<link rel="icon" href="page/icon.svg"><link rel="stylesheet" href="page/page.css">'
    '<meta name="description" content="Dayanak"><script src="page/page.js"></script>'
    '<script src="page/uploads.js"></script>'
)
_POLICY = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self' 'unsafe-inline' 'unsafe-eval'",  # Gradio compiles its templates in the browser
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "worker-src 'self' blob:",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)
_HEADERS = {
    "content-security-policy": _POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
}
_CARDS = re.compile(r'<meta\s+(?:property="og:|name="twitter:)[^>]*>\s*')
_LOOPBACK_NAMES = ("localhost", "127.0.0.1", "::1")


def assets() -> APIRouter:
    """Return the routes of the style sheet, the script and the icon."""
    router = APIRouter()
    for name, kind in _ASSETS.items():
        router.add_api_route(f"/page/{name}", _file(_HERE / name, kind), include_in_schema=False)
    return router


def _file(path: Path, kind: str) -> Callable[[], Awaitable[FileResponse]]:
    async def send_file() -> FileResponse:
        return FileResponse(path, media_type=kind, headers={"cache-control": "no-cache"})

    return send_file


class Shell:
    """ASGI middleware: see the module."""

    def __init__(self, app: ASGIApp, loopback: bool) -> None:
        self.app = app
        self.loopback = loopback

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        if problem := self._problem(scope):
            await PlainTextResponse(problem, 403)(scope, receive, send)
        elif scope["path"] == "/" and scope["method"] == "GET":
            headers = [(name, value) for name, value in scope["headers"] if name != b"accept-encoding"]
            await self.app({**scope, "headers": headers}, receive, _Page(send))
        else:
            await self.app(scope, receive, _with_headers(send))

    def _problem(self, scope: Scope) -> str | None:
        headers = Headers(scope=scope)
        host = urlsplit(f"//{headers.get('host', '')}")
        if self.loopback and host.hostname not in _LOOPBACK_NAMES:
            return "This server answers under its local address alone."
        origin = headers.get("origin")
        if origin and scope["method"] not in ("GET", "HEAD") and urlsplit(origin).netloc != host.netloc:
            return "Requests from other sites are refused."
        return None


def _with_headers(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            MutableHeaders(scope=message).update(_HEADERS)
        await send(message)

    return sending


class _Page:
    """Sends a page with our head in it; waits for the whole of it, as its length changes."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._start: Message | None = None
        self._body = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self._start = message
            return
        self._body += message.get("body", b"")
        if message.get("more_body") or self._start is None:
            return
        body = rewrite(self._body.decode("utf-8")).encode("utf-8") if self._is_page() else self._body
        headers = MutableHeaders(scope=self._start)
        headers.update(_HEADERS)
        headers["content-length"] = str(len(body))
        await self._send(self._start)
        await self._send({"type": "http.response.body", "body": body})

    def _is_page(self) -> bool:
        assert self._start is not None
        return "text/html" in Headers(scope=self._start).get("content-type", "")


def rewrite(page: str) -> str:
    """Return Gradio's page with our head, without its cards for social media (they name foreign addresses)."""
    charset = '<meta charset="utf-8" />'
    return _CARDS.sub("", page).replace(charset, charset + _HEAD, 1)

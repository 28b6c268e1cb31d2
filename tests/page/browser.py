"""Driving the page in a headless Chromium that may not leave this machine."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Locator, Page, Route, sync_playwright

SHOTS = Path(__file__).parents[1] / "e2e" / "shots"
_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]

_CUT_OFF = ("AbortError", "errored out")  # what a reload leaves of requests that were under way


@dataclass
class Visit:
    """One browser at the page, with what went wrong in it."""

    page: Page
    foreign: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    @property
    def turns(self) -> Locator:
        return self.page.locator(".turn:not(.pending)")

    @property
    def last(self) -> Locator:
        return self.turns.last

    @property
    def box(self) -> Locator:
        return self.page.locator("#question textarea, #question input")

    def ask(self, question: str) -> Locator:
        """Type a question, send it with Enter, and return the turn that answers it."""
        before = self.turns.count()
        self.box.fill(question)
        self.box.press("Enter")
        self.turns.nth(before).wait_for()
        return self.turns.nth(before)

    def open_tab(self, name: str) -> None:
        self.page.get_by_role("tab", name=name).click()

    def settle(self) -> None:
        """Wait until nothing moves any more."""
        self.page.wait_for_timeout(400)

    def shot(self, name: str) -> None:
        """Write a screenshot, to be looked at."""
        SHOTS.mkdir(parents=True, exist_ok=True)
        self.settle()
        self.page.screenshot(path=SHOTS / f"{name}.png")


@contextmanager
def launched(chromium: str) -> Iterator[Browser]:
    """Start a browser."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=_ARGUMENTS)
        yield browser
        browser.close()


@contextmanager
def visiting(
    browser: Browser,
    url: str,
    *,
    locale: str = "tr-TR",
    size: tuple[int, int] = (1280, 860),
    scheme: str = "light",
    touch: bool = False,
    scale: float = 1,
) -> Iterator[Visit]:
    """Open the page as a new visitor; requests to any other host are refused and noted."""
    home = urlsplit(url).netloc
    context = browser.new_context(
        locale=locale,
        viewport={"width": size[0], "height": size[1]},
        color_scheme=scheme,  # type: ignore[arg-type]
        has_touch=touch,
        device_scale_factor=scale,
    )
    visit = Visit(context.new_page())

    def refuse(route: Route) -> None:
        visit.foreign.append(route.request.url)
        route.abort()

    context.route(re.compile(rf"^(https?|wss?)://(?!{re.escape(home)}/)"), refuse)

    def note(line: str) -> None:
        if not any(sign in line for sign in _CUT_OFF):
            visit.errors.append(line)

    visit.page.on("pageerror", lambda error: note(str(error)))
    visit.page.on("console", lambda line: note(line.text) if line.type == "error" else None)
    visit.page.on("dialog", lambda dialog: (visit.errors.append(f"dialog: {dialog.message}"), dialog.dismiss()))
    visit.page.goto(url)
    ready(visit.page)
    yield visit
    context.close()


def ready(page: Page) -> None:
    """Wait until questions can be asked."""
    page.locator("#question textarea, #question input").wait_for()
    page.locator("#panel .source").wait_for(state="attached")

"""What stands around everything: the masthead, and the example questions of a corpus."""

import json
from collections.abc import Iterable
from pathlib import Path

from qa.page.library import MAX_FILES, MAX_MEGABYTES
from qa.page.markup import attributes, words
from qa.page.strings import say

EXAMPLES = "questions.json"  # beside the texts of a corpus: [{"lang": "tr", "question": "..."}, ...]
_SHOWN = 6


def render_masthead(language: str) -> str:
    """Return the head of the page: name, purpose, and the switches of language and of light."""
    other = "en" if language == "tr" else "tr"
    switch = words("switch_language_label", language)
    theme = words("switch_theme", language)
    return (
        f'<a class="skip" href="#question" data-act="skip">{words("skip", language)}</a>'
        '<header class="masthead"><div><h1>Dayanak</h1>'
        f"<p>{words('tagline', language)}</p></div><nav>"
        f'<button type="button" lang="{other}"{attributes(act="language")} aria-label="{switch}">'
        f"{words('switch_language', language)}</button>"
        f'<button type="button"{attributes(act="theme")}>{theme}</button></nav></header>'
        f'<span id="words" hidden{_spoken(language)}></span>'
    )


def _spoken(language: str) -> str:
    """Return what the browser says by itself, and the limits that it says it of."""
    return attributes(
        searching=say("searching", language),
        failed=say("failed", language),
        lost=say("lost", language),
        lost_title=say("lost_title", language),
        unreadable=say("unreadable", language),
        reason_type=say("reason_type", language),
        reason_large=say("reason_large", language, megabytes=MAX_MEGABYTES),
        too_many=say("too_many", language, count=MAX_FILES),
        max_files=MAX_FILES,
        max_bytes=MAX_MEGABYTES * 1_000_000,
    )


def read_examples(paths: Iterable[Path]) -> list[tuple[str, str]]:
    """Return the example questions (language, question) of corpora; a file that is not of the form has none."""
    found: list[tuple[str, str]] = []
    for path in paths:
        try:
            rows = json.loads((path / EXAMPLES).read_text("utf-8"))
            found += [(str(row["lang"]), str(row["question"])) for row in rows]
        except (OSError, ValueError, KeyError, TypeError):
            continue
    return found[:_SHOWN]

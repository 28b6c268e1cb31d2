"""HTML pieces: everything that is shown goes through `escape`."""

import html
from datetime import date

from babel.dates import format_date
from babel.numbers import format_decimal

from qa.page.strings import say

Marks = list[tuple[int, int]]


def escape(text: str) -> str:
    """Return `text` as HTML that shows just these characters, in an element or in a quoted attribute.

    Double underscores are escaped too: Gradio's browser side replaces its translation markers wherever it finds them.
    """
    return html.escape(text, quote=True).replace("__", "&#95;&#95;")


def words(key: str, language: str, **values: object) -> str:
    """Return words of the page (see `say`), escaped."""
    return escape(say(key, language, **values))


def attributes(**values: str | int | None) -> str:
    """Return `data-` attributes, each with a space before it; None is left out."""
    known = {name.replace("_", "-"): str(value) for name, value in values.items() if value is not None}
    return "".join(f' data-{name}="{escape(value)}"' for name, value in known.items())


def marked(text: str, start: int, end: int, marks: Marks) -> str:
    """Return `text[start:end]` escaped, with the parts of it that `marks` (offsets in `text`) cover in `<mark>`."""
    pieces, at = [], start
    for left, right in merged(marks):
        left, right = max(left, at), min(right, end)
        if left < right:
            pieces += [escape(text[at:left]), f"<mark>{escape(text[left:right])}</mark>"]
            at = right
    return "".join([*pieces, escape(text[at:end])])


def merged(marks: Marks) -> Marks:
    """Return the marks in order, those that touch joined, so that no `<mark>` lies in another."""
    out: Marks = []
    for start, end in sorted(marks):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out


def day(value: str | None, language: str) -> str:
    """Return an ISO date in words (`2 Şubat 2026`), or an empty string."""
    try:
        return format_date(date.fromisoformat(value), "d MMMM y", locale=language) if value else ""
    except ValueError:
        return ""


def number(value: float, language: str, places: int = 0) -> str:
    """Return a number with the separators of the language, rounded to `places`."""
    pattern = "#,##0." + "0" * places if places else "#,##0"
    return str(format_decimal(value, pattern, locale=language))


def percent(share: float, language: str) -> str:
    """Return a share of 1 as `%97` in Turkish and `97%` in English; never 100 for what is not certain."""
    whole = min(99, round(100 * share)) if share < 1 else 100
    return f"%{whole}" if language == "tr" else f"{whole}%"


def sureness(confidence: float, language: str) -> str:
    """Return the word for a calibrated probability."""
    level = "high" if confidence >= 0.9 else "good" if confidence >= 0.7 else "fair" if confidence >= 0.5 else "low"
    return say(f"sure_{level}", language)

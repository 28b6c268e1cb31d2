"""Follow-ups that ask by how much the two things differ that the question before compares ("By how much?")."""

import re

from qa.reasoning.operations import read_comparison
from qa.text import fold

_MORE_TR = r"(?:(?:daha\s+)?(?:fazla|cok|az|uzun|kisa|yuksek|buyuk|kucuk|genis|pahali|ucuz|agir|once|sonra)\w{0,3})"
_ASKS = {
    "tr": re.compile(
        rf"(?:(?:peki|ya|ee?)\s+)?(?:ne kadar(?:\s+{_MORE_TR})?|kac(?:\s+(?P<unit>\w+))?\s+{_MORE_TR}"
        r"|(?:aradaki\s+)?fark\w*(?:\s+(?:ne|kac|nedir|ne kadar))?)"
    ),
    "en": re.compile(
        r"(?:(?:and|so)\s+)?(?:by how (?:much|many)"
        r"|how (?:much|many)(?:\s+(?P<unit>[a-z]+))?\s+(?:more|less|fewer|[a-z]+er)"
        r"|what(?: is|'s|’s) the difference)"
    ),
}


def ask_difference(question: str, language: str, before: str, spoken: str) -> str | None:
    """Return the question for the difference of what `before`, in the language `spoken`, compares; None for others."""
    asked = _ASKS["en" if language == "en" else "tr"].fullmatch(fold(question).strip(" ?.!"))
    if asked is None or read_comparison(before, spoken) is None:
        return None
    bare = before.strip(" ?.!…")
    if spoken == "en":
        return f"By how much: {bare[:1].lower()}{bare[1:]}?"
    unit = asked["unit"] if language == "tr" and asked["unit"] else None
    return f"{bare}, aradaki fark {f'kaç {unit}' if unit else 'ne kadar'}?"

"""Questions: what was asked, cleaned, with its language and the standalone question that it amounts to."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from qa.conversation import standalone
from qa.language import Language, detect_language

LONGEST = 1000  # characters
_REMEMBERED = 6  # earlier questions that a follow-up may refer to


@dataclass(frozen=True, slots=True)
class Question:
    """A question as it was typed (control characters aside), its language, and its standalone form."""

    text: str
    language: Language
    standalone: str


def understand(text: str, history: Sequence[str] = ()) -> Question:
    """Return the question that `text` is after the earlier questions of a conversation, oldest first."""
    cleaned = clean(text)
    before = [earlier for question in history if (earlier := clean(question[:LONGEST]))][-_REMEMBERED:]
    default = detect_language(before[-1]) if before else "tr"
    language = detect_language(cleaned, default)
    if not cleaned or len(cleaned) > LONGEST:
        return Question(cleaned, language, cleaned)
    return Question(cleaned, language, standalone(cleaned, before, language))


def clean(text: str) -> str:
    """Return `text` in NFC without control, format and surrogate characters, white space collapsed."""
    kept = "".join(c if unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Co", "Cn") else " " for c in text)
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", kept)).strip()

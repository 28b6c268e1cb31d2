"""Questions as people type them: without diacritics, in lower case, mistyped, as bare keywords."""

from __future__ import annotations

import random
import re

PLAIN = str.maketrans("çğıöşüâîûÇĞİÖŞÜÂÎÛ", "cgiosuaiuCGIOSUAIU")
LOWER = str.maketrans("Iİ", "ıi")
QUESTION_WORDS = {
    "tr": re.compile(
        r"\b(?:ne zaman|ne kadar(?:dır)?|kaç(?:tır)?|ne(?:dir|lerdir)?|kim(?:dir|ler|lerdir)?|"
        r"hangi(?:si|leri|sidir|leridir)?|nerede(?:dir)?|nasıl(?:dır)?|m[ıiuü](?:d[ıiuü]r)?|kadar(?:dır)?|"
        r"olarak|adında|isimli)\b\s*",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?:what|which|who|whom|whose|where|when|how (?:many|much)|how|is|are|was|were|does|did|do|the|a|an)\b\s*",
        re.IGNORECASE,
    ),
}


def plain(text: str, rng: random.Random) -> str:
    """Drop the diacritics and the capitals."""
    return text.translate(PLAIN).lower()


def lower(text: str, rng: random.Random) -> str:
    """Drop the capitals and the question mark."""
    return text.translate(LOWER).lower().rstrip(" ?")


def half_plain(text: str, rng: random.Random) -> str:
    """Drop the diacritics of some of the words."""
    return " ".join(word.translate(PLAIN) if rng.random() < 0.5 else word for word in text.split(" "))


def typo(text: str, rng: random.Random) -> str:
    """Leave a letter out, write it twice, or swap two neighbours inside a word."""
    places = [match.start() for match in re.finditer(r"(?<=\w)\w(?=\w)", text)]
    if not places:
        return text
    at = rng.choice(places)
    return rng.choice(
        (
            text[:at] + text[at + 1 :],
            text[:at] + text[at] + text[at:],
            text[:at] + text[at + 1] + text[at] + text[at + 2 :],
        )
    )


def keywords(text: str, rng: random.Random) -> str:
    """Keep what a search box would get: no question words, no question mark, often no capitals."""
    shorter = min((words.sub("", text) for words in QUESTION_WORDS.values()), key=len)
    short = " ".join(shorter.rstrip(" ?").split())
    if len(short.split()) < 2:
        return text
    return short.translate(LOWER).lower() if rng.random() < 0.5 else short


KINDS = ((plain, 0.07), (lower, 0.05), (half_plain, 0.02), (typo, 0.05), (keywords, 0.05))


def noisy(question: str, rng: random.Random) -> str:
    """Write about a quarter of the questions as people type them; the others stay as they are. Never empty."""
    draw = rng.random()
    for change, share in KINDS:
        if draw < share:
            return change(question, rng) or question
        draw -= share
    return question

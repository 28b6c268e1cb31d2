"""Turkish inflection of a known stem: which endings can follow it.

Nothing here guesses stems. A caller offers a stem that it knows (a unit, a number word, a name of CLDR) and the letters
that follow it; the answer is whether those letters are case, possessive, plural or -lik endings that agree with the
stem in vowel harmony, buffer letter and voicing
(Göksel & Kerslake, "Turkish: A Comprehensive Grammar", 2005, chapters 3, 6 and 8).
"""

import re
from collections.abc import Container

from qa.text import fold

VOWELS = "aeıioöuüâîû"
_FRONT = "eiöüî"
_VOICELESS = "fstkçşhp"
# Loanwords whose endings are front although their last vowel is back.
_FRONT_STEMS = frozenset(
    {"saat", "hal", "gol", "rol", "petrol", "alkol", "festival", "hayal", "kabul", "meşgul", "seyahat"}
)

_LONGEST = 60  # letters of a word that is worth reading
_HARDENED = {"b": "p", "c": "ç", "d": "t", "ğ": "k", "g": "k"}

_TAIL = r"(?:[ıiuü](?:n(?:[ıiuü]n?|[ae]|d[ae](?:n|ki)?)?|yl[ae])?|[ae]|[dt][ae](?:n|ki)?|l[ae])?"
_DERIVED = r"(?:l[ae]r(?:c[ae])?|l[ıiuü][kğ]|l[ıiuü]y?)?"
_COPULA = r"(?:[yn]?k[ei]n|y?[dt][ıiuü](?:r)?)?"
_AFTER_CONSONANT = re.compile(rf"{_DERIVED}{_TAIL}{_COPULA}")
_AFTER_VOWEL = re.compile(
    rf"(?:(?:l[ae]r|l[ıiuü][kğ]|l[ıiuü]y?){_TAIL}"
    r"|s[ıiuü](?:n(?:[ıiuü]n?|[ae]|d[ae](?:n|ki)?)|yl[ae])?|y[ae]|y[ıiuü]|[dt][ae](?:n|ki)?|n[ıiuü]n|yl[ae])?"
    rf"{_COPULA}"
)
_CASES = (
    ("ablative", re.compile(r".*[dt][ae]n")),
    ("locative", re.compile(r".*[dt][ae]")),
    ("genitive", re.compile(r"(?:.*[^aeıioöuü])?n?[ıiuü]n")),
    ("dative", re.compile(r"(?:.*[yn])?[ae]|[yn][ae]")),
    ("accusative", re.compile(r"(?:.*[yns])?[ıiuü]")),
)


def _last_vowel(word: str) -> str:
    return next((char for char in reversed(word) if char in VOWELS), "")


def _harmonious(stem: str, ending: str) -> bool:
    vowel, follower = _last_vowel(stem), next((char for char in ending if char in VOWELS), "")
    if not vowel or not follower:
        return True
    front = vowel in _FRONT or stem in _FRONT_STEMS
    return (follower in _FRONT) == front


def is_inflection(stem: str, ending: str, *, plain: bool = False) -> bool:
    """Tell whether `ending` can be the inflection of `stem` (both in Turkish lower case).

    `plain` accepts text typed without diacritics, where harmony cannot be told.
    """
    if not ending:
        return True
    pattern = _AFTER_VOWEL if stem[-1:] in VOWELS else _AFTER_CONSONANT
    if not pattern.fullmatch(ending):
        return False
    if ending[0] in "dt" and (stem[-1:] in _VOICELESS) != (ending[0] == "t"):
        return False
    return plain or _harmonious(stem, ending)


def known_stem(word: str, stems: Container[str], *, plain: bool = False, shortest: int = 2) -> tuple[str, str] | None:
    """Return the longest stem in `stems` that `word` (Turkish lower case) is an inflection of, and its ending."""
    if len(word) > _LONGEST:
        return None
    for length in range(len(word), shortest - 1, -1):
        stem, ending = word[:length], word[length:]
        if stem in stems and is_inflection(stem, ending, plain=plain):
            return stem, ending
        # A final p, ç, t or k is voiced before a vowel: kitap → kitabı, öğrencilik → öğrenciliği.
        hard = _HARDENED.get(stem[-1:]) if ending[:1] in tuple(VOWELS) and length > 3 else None
        if hard and stem[:-1] + hard in stems and is_inflection(stem[:-1] + hard, ending, plain=plain):
            return stem[:-1] + hard, ending
    return None


def case_of(ending: str) -> str | None:
    """Name the case that an ending (the letters after a stem or an apostrophe) marks, None for none of five cases."""
    lowered = fold(ending).replace("ı", "i")
    return next((name for name, pattern in _CASES if pattern.fullmatch(lowered)), None)

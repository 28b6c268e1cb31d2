"""Turkish text at the level of characters and words: casing, folding, apostrophes.

Every function here that returns text of the same span keeps its length, so that offsets found in the result are
offsets in the original. (`"İ".lower()` has two code points; offsets taken from it are wrong by one for each `İ`.)
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

APOSTROPHES = "'’ʼ‘`´ʹ′"
QUOTES = '"“”„‟«»‹›'

_TURKISH_LOWER = {"I": "ı", "İ": "i"}
_TURKISH_UPPER = {"ı": "I", "i": "İ"}
# Letters that carry no decomposable mark; all other diacritics are removed through Unicode decomposition.
_PLAIN = {"ı": "i", "ø": "o", "đ": "d", "ł": "l", "ħ": "h", "ð": "d", "þ": "t", "ə": "e", "æ": "a", "œ": "o"}
_WORD = re.compile(
    rf"(?:[^\W_]|[\u0300-\u036f])+(?:[.,:](?=\d)\d+)*(?P<suffix>[{re.escape(APOSTROPHES)}](?:[^\W_]|[\u0300-\u036f])+)?"
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: `text[start:end]`, without the apostrophe suffix that may follow it ("Ankara" of "Ankara'da").

    `suffix` holds the letters after the apostrophe ("da"), empty where there is none.
    """

    start: int
    end: int
    text: str
    suffix: str


@lru_cache(maxsize=8192)
def _lower_char(char: str) -> str:
    lowered = _TURKISH_LOWER.get(char) or char.lower()
    return lowered if len(lowered) == 1 else char


@lru_cache(maxsize=8192)
def _fold_char(char: str) -> str:
    lowered = _lower_char(char)
    if lowered in _PLAIN:
        return _PLAIN[lowered]
    base = unicodedata.normalize("NFKD", lowered)[0]
    if base in APOSTROPHES:
        return "'"
    return base if not unicodedata.combining(base) and not base.isspace() else lowered


def lower(text: str) -> str:
    """Return `text` in Turkish lower case (I becomes ı, İ becomes i), of the same length."""
    return "".join(map(_lower_char, text))


def upper(text: str) -> str:
    """Return `text` in Turkish upper case (ı becomes I, i becomes İ), of the same length."""
    raised = (_TURKISH_UPPER.get(char) or char.upper() for char in text)
    return "".join(new if len(new) == 1 else old for new, old in zip(raised, text, strict=True))


def capitalize(text: str) -> str:
    """Return `text` with its first character in Turkish upper case and the rest as it is."""
    return upper(text[:1]) + text[1:]


def fold(text: str) -> str:
    """Return `text` in lower case without diacritics, of the same length: "IĞDIR" and "igdir" fold alike."""
    return "".join(map(_fold_char, text))


def words(text: str) -> list[Word]:
    """Return the words and numbers of `text` in order; "8,9" and "13.971" are one word each."""
    found = []
    for match in _WORD.finditer(text):
        end = match.start("suffix") if match["suffix"] else match.end()
        found.append(Word(match.start(), end, text[match.start() : end], (match["suffix"] or "")[1:]))
    return found


def folded_words(text: str) -> list[str]:
    """Return the folded words of `text`, apostrophe suffixes and combining marks left out."""
    return ["".join(c for c in fold(word.text) if not unicodedata.combining(c)) for word in words(text)]


def stem(word: str, length: int = 5) -> str:
    """Return the first `length` characters of a folded word; numbers stay whole.

    A prefix of five characters is the stemmer with the best effect for its cost in Turkish retrieval
    (Can et al., "Information retrieval on Turkish texts", JASIST 59(3), 2008).
    """
    return word if word[:1].isdigit() else word[:length]

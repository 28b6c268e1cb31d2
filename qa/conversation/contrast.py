"""Follow-ups that name no more than the opposite of a word ("Erkek?", "And the small one?")."""

import re

from qa.text import capitalize, fold, words
from qa.words.contrasts import base_form, inflected, opposite
from qa.words.declension import inflect_like
from qa.words.lexicon import translations

_FILLERS = frozenset(
    "the a an one ones of in on at for by to with that those size olan olani olanlar olanlari olaninin boy boyu boyunu"
    " icin taraf tarafta tarafi".split()
)
_WORD = re.compile(r"[^\W\d_]+(?:['’]s?)?")


def exchange(fragment: str, before: str, language: str) -> str | None:
    """Return the question before, of `language`, with a word replaced by its opposite that a fragment in either names.

    None where the fragment says more than that, or the question has no such word.
    """
    said = [match[0] for match in _WORD.finditer(fragment) if fold(match[0]) not in _FILLERS]
    if len(said) != 1 or re.search(r"\d", fragment):
        return None
    found = _opposed(said[0], before, language)
    return found and before[: found[0]] + found[1] + before[found[0] + found[2] :]


def counterpart(word: str, before: str, language: str) -> str | None:
    """Return a word of either language as it would stand in the place of its opposite in a question of `language`."""
    found = _opposed(word, before, language)
    return found and found[1]


def _opposed(said: str, before: str, language: str) -> tuple[int, str, int] | None:
    """Return where the opposite of a word stands in a question, the word in its form, and the opposite's length."""
    bases = [found[0] for spoken in ("en", "tr") if (found := base_form(said, spoken))]
    if not base_form(said, "en") and translations(fold(said)):
        return None  # an English word that happens to look Turkish
    for start, word in _words_of(before, language):
        old = base_form(word, language)
        other = old and next((new for base in bases if (new := opposite(base, old[0], language))), None)
        if old and other:
            made = inflected(other, old[1]) if language == "en" else inflect_like(other, old[1])
            return start, capitalize(made) if word[:1].isupper() else made, len(word)
    return None


def _words_of(before: str, language: str) -> list[tuple[int, str]]:
    """Return the offsets and words of a question."""
    if language == "tr":
        return [(word.start, word.text) for word in words(before) if not word.suffix]
    return [(match.start(), match[0]) for match in _WORD.finditer(before)]

"""The parallel parts of a sentence: "A 62 kilometre, B ise 11 kilometre uzunluğundadır" says two things in one breath.

What stands before the first part's own words (the subject) and after the last part's own words (the verb) holds for
all.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from qa.text import APOSTROPHES, fold, lower, words
from qa.words.inflection import known_stem
from qa.words.lexicon import turkish_nouns

_SEMICOLON = re.compile(r"[;:]\s+")
_COMMA = re.compile(r",(?!\d)\s+|\s+ve\s+|\s+ancak\s+|\s+fakat\s+|\s+ama\s+")
_CASE = re.compile(rf"[{re.escape(APOSTROPHES)}](?:n?[dt][ae]n?|[yn]?[ae]|n?[iu]n|[yns]?[iu])$")
_BARE_CASE = re.compile(r"\w{3,}(?:[dt][ae]n?|[ln]a|le)$")
_FINITE = re.compile(
    r"\w{2,}(?:[dt][iu](?:lar|ler)?|m[iu]s(?:t[iu]r?|lar|ler)?|yor(?:du|lar)?|[ae]c[ae]k(?:t[iu]r?)?|[dt][iu]r|"
    r"(?<![lsy])[ae]r(?:lar|ler)?|[iu]r(?:lar|ler)?|m[ae]z)$"
)
_REPORTED = re.compile(r"\w{2,}(?:[dt][iu]|[ae]c[ae])g[iu](?:n[iu])?")  # "açılacağını (söyledi)"
# A name in the locative at the end of a list of bare names: "Oslo, Bergen ve Narvik'te".
_PLACED = re.compile(rf"\s*(?:[^\W\d_a-z]\w+(?:,|\s+ve)\s+)*[^\W\d_a-z]\w+[{re.escape(APOSTROPHES)}][dt][ae]\b")
_COPULA = re.compile(r"y?[dt][ıiuü](?:r|lar|ler)?|m[ıiuü]ş")  # finite on nouns too
HARMONY = str.maketrans("eu", "ai")
_FILLERS = frozenset("ise da de ki ve iken".split())
_LOCATIVE = frozenset({"da", "de", "ta", "te"})
_SHORT = 3  # words of the longest bare list item
ALIKE = 4  # last letters in common that make two first words parallel ("birinciliği", "ikinciliği")
TAIL = 2  # last words of a sentence that hold for all of its parts


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a sentence, `text[start:end]`; `own` begins after the head that the first part shares with all."""

    start: int
    end: int
    own: int
    verbless: bool


@lru_cache(maxsize=1024)
def parts_of(text: str, start: int, end: int) -> tuple[tuple[Part, ...], ...]:
    """Return the parts of the sentence `text[start:end]`, grouped by what semicolons divide."""
    groups = []
    for first, last in _pieces(text, start, end, _SEMICOLON):
        groups.append(tuple(_with_heads(text, _glue(text, _pieces(text, first, last, _COMMA)))))
    return tuple(groups)


def _pieces(text: str, start: int, end: int, pattern: re.Pattern[str]) -> list[tuple[int, int]]:
    cuts = [start]
    for match in pattern.finditer(text, start, end):
        if text.count("(", start, match.start()) == text.count(")", start, match.start()):
            cuts += [match.start(), match.end()]
    cuts.append(end)
    return [(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=True) if b > a]


def _glue(text: str, pieces: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join the items of a list, and what "ve" links without a new verb or figure, to the part that they belong to."""
    joined: list[tuple[int, int]] = []
    for piece in _with_list_ends(text, pieces):
        if joined and not _is_parallel(text[slice(*joined[-1])], text[slice(*piece)], text[joined[-1][1] : piece[0]]):
            joined[-1] = joined[-1][0], piece[1]
        else:
            joined.append(piece)
    return joined


def _with_list_ends(text: str, pieces: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join bare names, and a short subject before a comma, to the piece after them."""
    found: list[tuple[int, int]] = []
    for piece in reversed(pieces):
        if found and _is_bare(text[slice(*piece)]):
            found[-1] = piece[0], found[-1][1]
        else:
            found.append(piece)
    return found[::-1]


def _is_bare(piece: str) -> bool:
    """Tell whether a piece is one name or subject: a word or two without figure, case and verb."""
    spoken = words(piece)
    if not 0 < len(spoken) < _SHORT or any(word.suffix or word.text[0].isdigit() for word in spoken):
        return False
    return not _is_cased(piece) and not is_finite(spoken[-1].text)


def is_finite(word: str) -> bool:
    """Tell whether a Turkish word reads as a finite verb, and not as an inflected noun of the lexicon ("hükümeti")."""
    if not _FINITE.fullmatch(fold(word)):
        return False
    noun = known_stem(lower(word), turkish_nouns(), shortest=4)
    return not (noun and noun[1]) or bool(_COPULA.fullmatch(noun[1]))


def _is_parallel(before: str, piece: str, link: str) -> bool:
    """Tell whether a piece says something of its own beside the piece before it."""
    one, two = [[fold(word.text) for word in words(part)] for part in (before, piece)]
    if not one or not two:
        return False
    last = words(before)[-1].text
    verb = len(one) > 1 and last[0].islower() and is_finite(last)
    if "ve" in link and len(one) == 1:
        return False
    if _PLACED.match(piece) and _PLACED.search(before):  # "Bergen'de müzesi, Oslo'da limanı"
        return True
    if verb or fold(link).strip() in ("ancak", "fakat", "ama") or "ise" in two:
        return True
    figures = [any(char.isdigit() for char in part) for part in (before, piece)]
    if "ve" in link:
        return all(figures) and not two[0][0].isdigit()
    if all(figures):
        return True
    if min(len(one), len(two)) > 1 and one[0][-ALIKE:] == two[0][-ALIKE:] and not _is_list_end(piece):
        return True
    cased = _is_cased(before) and _is_cased(piece)
    if cased and len(one) > 1 and len(two) > 1:
        return True
    alike = bool(_endings(one) & _endings(two))
    return alike and min(len(one), len(two)) >= _SHORT and not _is_list_end(piece)


def _endings(spoken: list[str]) -> set[str]:
    """Return the endings of long words, without vowel harmony ("başkanlığına", "sekreterliğine")."""
    return {word[-ALIKE:].translate(HARMONY) for word in spoken if len(word) > ALIKE + 2}


def _is_cased(piece: str) -> bool:
    pieces = [word.strip(".,;") for word in piece.split()]
    while len(pieces) > 1 and _FINITE.fullmatch(fold(pieces[-1])):
        pieces.pop()
    return bool(_CASE.search(fold(pieces[-1]))) or bool(_BARE_CASE.fullmatch(fold(pieces[-1])))


def _is_list_end(piece: str) -> bool:
    return " ve " in piece[:60]


def _with_heads(text: str, pieces: list[tuple[int, int]]) -> list[Part]:
    if len(pieces) == 1:
        return [Part(*pieces[0], own=pieces[0][0], verbless=False)]
    lengths = [len(_content(text, piece)) for piece in pieces]
    last = lengths[-1] - (TAIL - 1 if len(pieces) == 2 and lengths[-1] > TAIL + 1 else 0)
    like = lengths[1] if len(pieces) > 2 else last
    first = words(text[slice(*pieces[0])])
    skipped = max(0, lengths[0] - like)
    spoken = _content(text, pieces[0])
    if spoken and _FINITE.fullmatch(spoken[-1]):  # it has a verb of its own and shares its subject at most
        figure = next((at for at, word in enumerate(first) if word.text[0].isdigit()), len(first))
        skipped = min(skipped, figure, _SHORT)
    if any(_PLACED.match(text[slice(*piece)]) for piece in pieces[1:]):
        placed = next((at for at, word in enumerate(first) if fold(word.suffix) in _LOCATIVE), len(first))
        skipped = min(skipped, placed)
    own = pieces[0][0] + (first[skipped].start if skipped < len(first) else 0)
    found = []
    for at, piece in enumerate(pieces):
        spoken = _content(text, piece)
        verbless = not (spoken and (_FINITE.fullmatch(spoken[-1]) or _REPORTED.fullmatch(spoken[-1])))
        found.append(Part(*piece, own=own if at == 0 else piece[0], verbless=verbless))
    return found


def _content(text: str, piece: tuple[int, int]) -> list[str]:
    return [low for word in words(text[slice(*piece)]) if (low := fold(word.text)) not in _FILLERS]


def tail_start(text: str, group: tuple[Part, ...]) -> int:
    """Return where the last words of a group of parts begin, which hold for all of its parts."""
    last = group[-1]
    spoken = words(text[last.start : last.end])
    return last.start + spoken[-min(TAIL, len(spoken))].start if spoken else last.end

"""What is where: "Oslo'da müzesi, Bergen ve Narvik'te limanları var" puts things in places, group by group."""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from qa.reasoning.parallels import is_finite
from qa.text import APOSTROPHES, fold, lower
from qa.words.inflection import known_stem
from qa.words.lexicon import turkish_stems
from qa.words.suffixes import split_list

_NAME = r"[^\W\d_a-zçğıöşü][^\W\d_]+(?:-[^\W\d_]+)*"
_NAMES = rf"{_NAME}(?:\s+{_NAME}){{0,2}}"
_LOCATED = re.compile(rf"(?<!\d )(?P<name>{_NAMES})[{re.escape(APOSTROPHES)}][dt][ae](?=\s+(?!d[ae]\b))")
_LINK = re.compile(r"(?:[,;]|\s(?:ve|ile|ayrıca))\s+\Z")
_LAST_LINK = re.compile(r"\s(?:ve|ile)\s+\Z")
_BARE = re.compile(_NAMES)
_BEHIND = re.compile(rf"(?:.*?\s)?(?P<name>{_NAMES})", re.DOTALL)
_COMPOUND = re.compile(r"\s\S*[ıiuü]\Z")  # "Barış Parkı": a thing, where a place stands bare
_OWNER = re.compile(rf"{_NAME}[{re.escape(APOSTROPHES)}]n?[ıiuü]n\s")
_GENITIVE = re.compile(r"[ıiuü]n\Z")
_CLAUSE = re.compile(r"(?P<verb>[^\W\d_]+)[;:,]\s")
_FILLER = re.compile(r"(?:ise|da|de|ayrıca|yalnız|yalnızca|sadece|bir|tek|birer)\s+")
_LIGHT = frozenset({"faaliyet", "yer", "hizmet", "görev", "mevcut"})
_THERE = frozenset({"var", "vardır", "vardı", "mevcut", "mevcuttur"})
_LONGEST = 24  # words that name the things of one group

Offsets = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Group:
    """Things and the places where each of them is, as offsets of the article, without the case of the last place.

    `phrase` is the stretch that names the things, `start` where the group begins.
    """

    start: int
    places: tuple[Offsets, ...]
    things: tuple[Offsets, ...]
    phrase: Offsets


@lru_cache(maxsize=1024)
def groups_of(text: str, start: int, end: int) -> tuple[Group, ...]:
    """Return the groups of the sentence `text[start:end]`, none where it has fewer than two or is of another build."""
    runs: list[tuple[list[Offsets], int]] = []  # the places of each group, and where its things begin
    for match in _LOCATED.finditer(text, start, end):
        after = runs[-1][1] if runs else start
        places = _run(text, after, match.span("name"), first=not runs)
        if not places:
            return ()
        places = _without_opening(text, start, places)
        between = text[after : places[0][0]]
        if runs and (_OWNER.search(between) or any(_is_verb(verb["verb"]) for verb in _CLAUSE.finditer(between))):
            return ()  # another's things, another clause
        if runs and not _LINK.search(between):
            runs.pop()  # a setting: "Peru'da, başkent Lima'da"
        runs.append((places, match.end()))
    if len(runs) < 2:
        return ()
    stops = [_stop(text, begin, places[0][0]) for (_, begin), (places, _) in pairwise(runs)]
    stops.append(_predicate(text, runs[-1][1], end))
    groups = []
    for (places, begin), stop in zip(runs, stops, strict=True):
        phrase = text[begin:stop].lstrip()
        while filler := _FILLER.match(phrase):
            phrase = phrase[filler.end() :]
        if not 0 < len(phrase.split()) <= _LONGEST or any(char.isdigit() or char in "()" for char in phrase):
            return ()
        first = stop - len(phrase)
        things = tuple((first + a, first + b) for a, b in _joined(phrase, split_list(phrase)))
        groups.append(Group(places[0][0], tuple(places), things, (first, stop)))
    return tuple(groups)


def _run(text: str, start: int, last: Offsets, *, first: bool) -> list[Offsets]:
    """Return the places of a list that ends with `last` ("Alta, Bergen ve Narvik'te"), from offset `start` on.

    `first` tells that no other group begins there. None are returned where the list may as well be one of things.
    """
    places = [last]
    link = _LAST_LINK.search(text[start : last[0]])
    stop = start + link.start() if link else start
    while stop > start:
        separator = max(text.rfind(", ", start, stop), text.rfind("; ", start, stop))
        begin = separator + 2 if separator >= 0 else start
        piece = text[begin:stop]
        if not _BARE.fullmatch(piece.strip()):
            behind = _BEHIND.fullmatch(piece)
            if behind and not _COMPOUND.search(behind["name"]) and piece[: behind.start("name")].strip():
                places.insert(0, (begin + behind.start("name"), stop))
            return places
        if _COMPOUND.search(piece.strip()):
            return places
        if begin == start and not first:
            return []
        places.insert(0, (stop - len(piece.lstrip()), stop))
        stop = separator if separator >= 0 and text[separator] == "," else start
    return places


def _without_opening(text: str, start: int, places: list[Offsets]) -> list[Offsets]:
    """Leave out a word of the language that has its capital from the beginning of the sentence ("Bugün Oslo'da")."""
    (first, last), *others = places
    opening, _, rest = text[first:last].partition(" ")
    owner = rest and _GENITIVE.search(lower(opening))
    if first > start or not (rest or others) or not (owner or known_stem(lower(opening), turkish_stems())):
        return places
    return [(last - len(rest.lstrip()), last), *others] if rest else others


def _stop(text: str, begin: int, following: int) -> int:
    """Return where the things of a group end, before the link to the next one."""
    link = _LINK.search(text[begin:following])
    return begin + link.start() if link else following


def _predicate(text: str, begin: int, end: int) -> int:
    """Return where the things of the last group end: before the verb, or before another clause."""
    clause = next((found for found in _CLAUSE.finditer(text, begin, end) if _is_verb(found["verb"])), None)
    end = clause.end("verb") if clause else end
    stop = begin + len(text[begin:end].rstrip(" \n.!?…"))
    words = list(re.finditer(r"\S+", text[begin:stop]))
    if words and _is_verb(words[-1][0]):
        stop = begin + words.pop().start()
        if words and lower(words[-1][0]) in _LIGHT:
            stop = begin + words[-1].start()
    return begin + len(text[begin:stop].rstrip())


def _is_verb(word: str) -> bool:
    return lower(word) in _THERE or (word[0].islower() and is_finite(word))


def _joined(phrase: str, items: list[Offsets]) -> list[Offsets]:
    """Keep "Barış Anıtı ve Parkı" together: the last word shares what stands before the one that it is linked to."""
    if len(items) < 2:
        return items
    (start, end), (last, stop) = items[-2:]
    alike = " " in phrase[start:end] and " " not in phrase[last:stop] and _is_possessed(phrase[start:end])
    linked = phrase[end:last].strip() == "ve"
    return [*items[:-2], (start, stop)] if alike and linked and _is_possessed(phrase[last:stop]) else items


def _is_possessed(words: str) -> bool:
    return fold(words)[-1:] in ("i", "u")

"""Enumerations: "A, B ve C" in running text, whole, with the places where each may begin and end.

Where the first item begins and the last one ends cannot be told from commas alone ("Oslo'da müzesi, Bergen, Tromso ve
Narvik'te limanları var"), so every plausible edge is offered and the reader's scores choose.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from qa.sentences import sentence_at
from qa.text import APOSTROPHES, lower
from qa.words.inflection import case_of, known_stem
from qa.words.lexicon import turkish_nouns
from qa.words.suffixes import strip_case_offsets

_LINK = re.compile(r"\s+(?:ve|ile|veya|ya da)\s+")
_SEPARATOR = re.compile(r"[,;]\s+(?!\d)")
_WORD = re.compile(r"[^\s,;]+")
_SUFFIXED = re.compile(rf"[{re.escape(APOSTROPHES)}][^\W\d_]+")
_PLACE = re.compile(rf"[{re.escape(APOSTROPHES)}][dt][ae]\Z")
_MAX_ITEM_WORDS = 9
_LONGEST_SUBJECT = 5  # words before the first comma that may be no item but who has the items
_FINITE = re.compile(r"(?:[dt][ıiuü](?:lar|ler)?|m[ıiuü]ş(?:t[ıiuü]r)?|yor(?:du|lar)?|[ae]cakt?[ıi]?r?|[dt][ıiuü]r)\Z")

_SETTING = re.compile(r"[^\W\d_A-ZÇĞİÖŞÜ]{3,}n?[dt][ae]n?")  # "sonunda": no word of a mere subject

_PART = re.compile(
    rf"(?:\d[\d.,]*(?: (?:bin|milyon))?[{re.escape(APOSTROPHES)}]?s?[ıiuü](?:n[ıiuü])?|"
    r"\b(?:biri|ikisi|üçü|dördü|beşi|altısı|yedisi|sekizi|dokuzu|onu))\s+"
    r"(?P<item>[^\W\d_]+(?:\s[^\W\d_]+){0,2}?)(?=\s*(?:[,;.]|$|\sve\s|\s[^\W\d_]+(?:dı|di|du|dü|tı|ti|tu|tü)\b))"
)
_BETWEEN = re.compile(r"(?:,|,? ve) ")
_PAIR = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)? ile [^\W\d_]+(?: [^\W\d_]+)?")
_PARTICIPLE = re.compile(r".*\b[^\W\d_A-ZÇĞİÖŞÜ]{2,}(?:m[ıiuü]ş|[ae]n|d[ıiuü][ğk][ıi])\s+")
_LIST = 3  # items from which a list can have a lead of its own


@dataclass(frozen=True, slots=True)
class Enumeration:
    """An enumeration: offsets at which its first item may start and its last one may end, and where it surely runs.

    `core` spans from the end of the first item to the start of the last one.
    """

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    core: tuple[int, int]


def find_enumerations(text: str, start: int, end: int) -> list[Enumeration]:
    """Return the enumerations of the sentence `text[start:end]`, offsets counting the characters of `text`."""
    found = []
    for link in _LINK.finditer(text, start, end):
        last = text[
            max((m.end() for m in _SEPARATOR.finditer(text, start, link.start())), default=start) : link.start()
        ]
        if _inside_brackets(text, start, link.start()) or _ends_before_list(last):
            continue
        begin = _first_item_end(text, start, link.start())
        starts = _starts(text, start, begin)
        second = _SEPARATOR.match(text, begin)
        subject = text[start:begin].split()
        short = len(subject) <= _LONGEST_SUBJECT and not any(map(_SETTING.fullmatch, subject[:-1]))
        if (
            short and second and _SEPARATOR.search(text, second.end(), link.start())
        ):  # "Türkiye, BM, NATO ve AGİT'e üye"
            partners = re.search(r"\sile\s", text[starts[0] : begin]) if starts else None
            starts = (second.end(),) if partners else (*starts, second.end())  # "Peru ile Kenya, BM ve NATO'ya üye"
        ends = _ends(text, link.end(), end)
        if starts and ends:
            found.append(Enumeration(starts, ends, (begin, link.end())))
    return found


def parts_named(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return what the parts of a whole are ("410'u zeytin, 150'si çınar"), one of which is in `text[start:end]`.

    They are offsets of `text`; [] where fewer than two stand side by side in the sentence.
    """
    sentence = sentence_at(text, start)
    found = list(_PART.finditer(text, sentence.start, sentence.end)) if sentence else []
    linked = [two for one, two in pairwise(found) if _BETWEEN.fullmatch(text[one.end() : two.start()])]
    if not 0 < len(found) - 1 == len(linked):
        return []
    items = [(a, a + strip_case_offsets(text[a:b])[1]) for a, b in (part.span("item") for part in found)]
    return items if any(a < end and start < b for a, b in items) else []


def without_lead(text: str, items: Sequence[tuple[int, int]]) -> Sequence[tuple[int, int]]:
    """Take off what stands before the items of a list, given as offsets of `text`.

    It is a pair that has them ("Peru ile Kenya, BM, AB ve NATO'ya üye"), a participle that says the same of all of
    them ("Anadolu'dan getirilen halı, kilim ve çini"), or a noun that begins the sentence ("Kupaya Ordu, Muğla ve
    Bartın katıldı").
    """
    if len(items) < _LIST:
        return items
    (start, end), *others = items
    if _PAIR.fullmatch(text[start:end]):
        return others
    longest = max(len(text[slice(*other)].split()) for other in others)
    head, _, name = text[start:end].partition(" ")
    if name[:1].isupper() and len(name.split()) <= longest and _is_adverbial(head):
        return [(end - len(name), end), *others]
    lead = _PARTICIPLE.match(text[start:end])
    if lead is None or len(text[start:end].split()) <= longest + 1:
        return items
    return [(start + lead.end(), end), *others]


def _is_adverbial(word: str) -> bool:
    """Tell whether a capitalised word is a common noun in a case that says where, whither or whence."""
    found = known_stem(lower(word), turkish_nouns())
    return found is not None and case_of(found[1]) in ("dative", "locative", "ablative")


def _first_item_end(text: str, start: int, link: int) -> int:
    """Walk left from the link over comma-separated pieces and return where the first item of the list ends."""
    commas = [m for m in _SEPARATOR.finditer(text, start, link) if not _inside_brackets(text, start, m.start())]
    first = link
    begins = [start, *(comma.end() for comma in commas[:-1])]
    for begin, comma in reversed(list(zip(begins, commas, strict=False))):
        piece = text[begin : comma.start()]
        if _ends_before_list(piece):
            break
        first = comma.start()
        if len(piece.split()) > _MAX_ITEM_WORDS:  # the first item is the end of a longer clause
            break
    return first


def _ends_before_list(piece: str) -> bool:
    """Tell whether a piece before a comma belongs to no item: a clause, or the head of another enumeration."""
    words = piece.split()
    if not words:
        return True
    if words[-1][0].islower() and len(words[-1]) > 5 and _FINITE.search(lower(words[-1])):
        return True
    # "İzmir ve İstanbul'da başkonsoloslukları,": a place, then what is there
    return words[-1][0].islower() and any(_PLACE.search(word) for word in words[-4:-1])


def _starts(text: str, start: int, item_end: int) -> tuple[int, ...]:
    """Return where the first item may begin: at a word after the last separator, not within a run of capitals."""
    separators = [m.end() for m in _SEPARATOR.finditer(text, start, item_end)]
    words = list(_WORD.finditer(text, separators[-1] if separators else start, item_end))[-_MAX_ITEM_WORDS:]
    first = 1 if words and words[0].start() == start else 0  # a sentence begins with a capital whatever its first word
    runs = [b.group()[0].isupper() and a.group().isalpha() and a.group()[0].isupper() for a, b in pairwise(words)]
    inner = [False, *([False] * first + runs[first:])]
    return tuple(word.start() for word, inside in zip(words, inner, strict=False) if not inside)


def _ends(text: str, item_start: int, end: int) -> tuple[int, ...]:
    """Return the places at which the last item may end: after each of its words, before an apostrophe suffix."""
    stop = _SEPARATOR.search(text, item_start, end)
    ends = []
    for word in list(_WORD.finditer(text, item_start, stop.start() if stop else end))[:_MAX_ITEM_WORDS]:
        suffix = _SUFFIXED.search(text, word.start(), word.end())
        ends.append(suffix.start() if suffix else len(text[: word.end()].rstrip(".!?…:")))
        if suffix and suffix.end() == word.end() and not word.group()[0].islower():
            break
    return tuple(ends)


def _inside_brackets(text: str, start: int, at: int) -> bool:
    before = text[start:at]
    return before.count("(") > before.count(")")

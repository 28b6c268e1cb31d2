"""The edges of a list in running text: where its first item begins and its last one ends.

The reader cuts a list at the words that look most like an answer: it may leave the head of the last item out
("elektrikli araçlar" of "elektrikli araçlar için şarj noktaları"), or take a piece of the verb in ("karpuz ikram" of
"karpuz ikram etti"). What stands around the span tells where the items end.
"""

import re
from collections.abc import Sequence

from qa.reasoning.parallels import is_finite
from qa.text import APOSTROPHES, lower, words
from qa.words.inflection import known_stem
from qa.words.lexicon import turkish_nouns
from qa.words.suffixes import split_list

Offsets = tuple[int, int]

_FOR = re.compile(r"\s+için\s+")
_OF = re.compile(rf"[{re.escape(APOSTROPHES)}]?n?[ıiuü]n\s+[^\W\d_A-ZÇĞİÖŞÜ]+s?[ıiuü](?=\s)")
_OWNER = re.compile(rf"(?:[{re.escape(APOSTROPHES)}]n?[ıiuü]n|s[ıiuü]n[ıiuü]n)\Z")
_OWNED = re.compile(r"\s+[^\W\d_A-ZÇĞİÖŞÜ]+s?[ıiuü](?=\s)")
_DOES = re.compile(r"\s+(?:et|ed|eyle)[^\W\d_]+")
_ACT = re.compile(r"\s+[^\W\d_]+m[ae]y[ıi]\Z")
_OBJECT = re.compile(rf"[{re.escape(APOSTROPHES)}][yn]?[ıiuü](?=[\s,])")
_LIGHT = frozenset({"faaliyet", "yer", "hizmet", "görev", "mevcut"})
_SUFFIXED = re.compile(
    rf"(?P<name>(?:[^\W\d_A-ZÇĞİÖŞÜ]+ ){{0,2}}[^\W\d_a-zçğıöşü][^,;{re.escape(APOSTROPHES)}]*)"
    rf"[{re.escape(APOSTROPHES)}][^\W\d_]+\s+\S"
)
_CLAUSE = re.compile(
    r"(?:[dt][ıiuü]ğ|[ae]c[ae]ğ|m[ae]s)[ıi]\w*$|(?:(?<![dt])[ae]n|[ıiuü]p)$"
)  # no noun: "kullanılacağını"
_LONGEST = 5  # "için" and the words of what is for something
_SET_OFF = re.compile(r"[,;]\s+[^,;]{2,30}\s+ise\s")  # what follows is said of another thing
_BESIDE = re.compile(
    rf"(?P<name>\"[^\"]+\"|[A-ZÇĞİÖŞÜ]\w+(?:\s[A-ZÇĞİÖŞÜ]\w+)*)[{re.escape(APOSTROPHES)}]?n?[ıiuü]n\s+yanı\s+sıra\s*\Z"
)
_APART = re.compile(
    r"\bdışında|\byanı sıra|\bbaşka\b|\bdiğer\b|\bother\b|\bapart from\b|\bbesides\b|\bexcept\b|\belse\b"
)
_OWNERS = re.compile(r"\bhangi [^?]*?l[ae]r[ıi]n\b|\bkim(?:ler)?in\b|\bwhose\b", re.IGNORECASE)


def fit_edges(question: str, text: str, start: int, end: int) -> Offsets:
    """Return the offsets in `text` of the whole list that the span `text[start:end]` is of; others stay as they are."""
    if (set_off := _SET_OFF.search(text, start, end)) and set_off.start() > start:
        end = set_off.start()
    items = split_list(text[start:end])
    if len(items) < 2:
        return start, end
    last = start + items[-1][0]
    if _FOR.match(text, end):
        end = _noun_phrase_end(text, end)
    elif not _asks_owners(question) and (of := _OF.match(text, end) or _behind_owner(text, last, end)):
        end = of.end()
    elif _DOES.match(text, end) and " " in text[last:end]:
        end = text.rindex(" ", last, end)
    elif (act := _ACT.search(text, last, end)) and " " in text[last : act.start()]:
        end = act.start()
    elif (said := _OBJECT.search(text, last, end)) and _OBJECT.search(text + " ", start, start + items[0][1] + 4):
        end = said.start()
    return _with_title(text, start, items), end


def _behind_owner(text: str, start: int, end: int) -> re.Match[str] | None:
    """Return what the end of a list is the owner of ("Gazi Üniversitesinin" of "Gazi Üniversitesinin şubesi")."""
    owned = _OWNED.match(text, end) if _OWNER.search(text[start:end]) else None
    return owned if owned and not is_finite(owned[0].strip()) else None


def named_beside(question: str, text: str, start: int) -> Offsets | None:
    """Return the name that a list at `start` goes on from ("Kaya'nın yanı sıra Ak, Alaz ve Tan"), None for none.

    A question for the others alone ("apart from Kaya") does not mean it.
    """
    found = _BESIDE.search(text[:start], max(0, start - 60))
    return None if found is None or _APART.search(lower(question)) else found.span("name")


def _noun_phrase_end(text: str, at: int) -> int:
    """Return where the noun phrase behind "için" ends: before the verb of the sentence, or at a comma."""
    stop = re.search(r"[,;.!?]", text[at:])
    limit = at + stop.start() if stop else len(text)
    found = words(text[at:limit])
    while found and (is_finite(found[-1].text) or lower(found[-1].text) in _LIGHT):
        found.pop()
    if not 1 < len(found) <= _LONGEST or _CLAUSE.search(found[-1].text) or any(w.text[0].isdigit() for w in found):
        return at
    return at + found[-1].end


def _with_title(text: str, start: int, items: Sequence[Offsets]) -> int:
    """Return where a list begins whose first name has a title before it, as the others have ("cerrah A. Kaya")."""
    span = text[start:]
    titled = [re.match(r"[^\W\d_A-ZÇĞİÖŞÜ]+ (?:[^\W\d_]+ )?[A-ZÇĞİÖŞÜ]", span[a:b]) for a, b in items[1:]]
    if not span[:1].isupper() or sum(map(bool, titled)) * 2 <= len(items[1:]):
        return start
    before = re.search(r"[^\W\d_]+ \Z", text[max(0, start - 30) : start])
    if before is None or not before[0][0].islower():
        return start
    title = before[0].strip()
    noun = known_stem(lower(title), turkish_nouns())
    return start - len(before[0]) if noun is None or not noun[1] else start


def _asks_owners(question: str) -> bool:
    """Tell whether a question asks whose things are meant ("hangi sanatçıların çalgıları")."""
    return bool(_OWNERS.search(lower(question)))


def names_of(question: str, text: str, items: Sequence[Offsets], *, places: bool) -> Sequence[Offsets]:
    """Return the names alone of items that say what is of each ("Oslo'dan bir tar, Bergen'den bir sitar").

    `places` tells that the question asks where; others are parted only where it asks whose things are meant.
    """
    if not places and not _asks_owners(question):
        return items
    *others, (start, end) = items
    found = [_SUFFIXED.match(text, a, b) for a, b in others]
    if len(items) < 2 or not all(found):
        return items
    last = _SUFFIXED.match(text, start, end)
    return [*(one.span("name") for one in found if one), last.span("name") if last else (start, end)]

"""Sentences: the spans of an article that are cited.

The rules are those of Turkish: a full stop also marks an ordinal ("4. katta", "2. Abdülhamid"), stands in
abbreviations ("Dr.", "M.Ö.", "vb."), in dates and in numbers. What follows it decides together with what precedes it.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from qa.text import fold

# Folded. A name, number or noun follows these, whatever its case: the full stop never ends a sentence.
_PRECEDING = set(
    "dr prof doc yrd ogr gor uzm ars op av sn hz st mr mrs ms no nr numara bkz krs s sf sh ss c cad sok mah blv apt "
    "gen org orgen korg tuggen tumg tugg alb yb bnb yzb tgm ustgm muh ecz vet hst cev ed haz vol fig sek tab orn "
    "ort mad md fk tel tic san ltd onb asb".split()
)
# Folded. These may end a sentence: the full stop ends it where a capital follows.
_FOLLOWING = set("vb vs vd vdl vds sti as yy inc co corp jr sr".split())
_CLOSERS = "\"'”’»)]›"
_END = re.compile(rf"(?P<mark>[.!?…]+)(?P<closers>[{re.escape(_CLOSERS)}]*)(?P<gap>\s+|(?=[A-ZÇĞİÖŞÜ][a-zçğıöşü]))")
_TOKEN = re.compile(r"[^\s\"“”„‟«»()\[\]]+\Z")
_BLOCK = re.compile(r"(?:[^\S\n]*\r?\n){2,}\s*|\f")
_LINE_START = re.compile(r"\s*(?:#{1,6}\s|[-*•–—]\s|\d{1,3}[.)]\s|>\s|\|)")
_ROMAN = re.compile(r"[IVXLCDM]+\Z")
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]\Z")
_LONG_QUOTE = 400  # a longer quotation is cut into its sentences
_LONG_BRACKET = 200
_LONGEST = 1000  # characters


@dataclass(frozen=True, slots=True)
class Sentence:
    """A span of an article's text; `paragraph` numbers the paragraph (or heading) that it stands in, from 0."""

    start: int
    end: int
    paragraph: int


def split_sentences(text: str) -> list[Sentence]:
    """Return the sentences of `text`: in order, without overlap, together covering all that is not white space."""
    found = []
    for number, (start, end) in enumerate(_paragraphs(text)):
        cuts = [start, *_boundaries(text, start, end), end]
        for a, b in pairwise(cuts):
            trimmed = _trim(text, a, b)
            if trimmed:
                found += [Sentence(*piece, paragraph=number) for piece in _pieces(text, *trimmed)]
    return found


@lru_cache(maxsize=256)
def sentences_of(text: str) -> tuple[Sentence, ...]:
    """Return `split_sentences(text)`, remembered for the texts asked about last."""
    return tuple(split_sentences(text))


def sentence_at(text: str, at: int) -> Sentence | None:
    """Return the sentence that holds offset `at` of a text, None between sentences."""
    return next((sentence for sentence in sentences_of(text) if sentence.start <= at < sentence.end), None)


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut what is too long to be a sentence (a table, text without full stops) at a clause or a word."""
    while end - start > _LONGEST:
        cut = max(text.rfind(mark, start + _LONGEST // 2, start + _LONGEST) for mark in ("\n", "; ", ", ")) + 1
        cut = cut or text.rfind(" ", start + 1, start + _LONGEST) + 1 or start + _LONGEST
        piece = _trim(text, start, cut)
        if piece:
            yield piece
        start = cut
    rest = _trim(text, start, end)
    if rest:
        yield rest


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans between empty lines; lines within one are joined only where the text is hard-wrapped."""
    edges = [0]
    for gap in _BLOCK.finditer(text):
        edges += [gap.start(), gap.end()]
    edges.append(len(text))
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        yield from _lines(text, start, end)


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    breaks = [m.start() + start for m in re.finditer(r"\n", text[start:end])]
    lines = list(zip([start, *(b + 1 for b in breaks)], [*breaks, end], strict=True))
    begin = start
    for this, after in pairwise(lines):
        if not _wrapped(text[slice(*this)], text[slice(*after)]):
            yield begin, this[1]
            begin = after[0]
    if _trim(text, begin, end):
        yield begin, end


def _wrapped(line: str, following: str) -> bool:
    """Tell whether a sentence runs on from this line into the next one."""
    line, after = line.strip(), following.strip()
    if not line or not after or _LINE_START.match(following) or line.startswith("#"):
        return False
    if after[0].islower() or line[-1] in ",;-–":
        return True
    first_word = len(after.split(maxsplit=1)[0])
    return 50 <= len(line) <= 120 and len(line) + first_word >= 60 and line[-1] not in ".!?…:"


def _boundaries(text: str, start: int, end: int) -> Iterator[int]:
    enclosed = _enclosed(text, start, end)
    for match in _END.finditer(text, start, end):
        if match.end() >= end:
            continue
        if any(a < match.start("mark") and match.end("closers") <= b for a, b in enclosed):
            continue
        if _ends_sentence(text, start, match):
            yield match.end("closers")


def _enclosed(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the (start, end) of short quotations and brackets, whose full stops end no sentence of the text."""
    spans, opened = [], -1
    for at in range(start, end):
        char = text[at]
        if char in '"“”„«»':
            opening = opened < 0 and char not in "”»"
            if opening:
                opened = at
            elif opened >= 0:
                spans.append((opened, at, _LONG_QUOTE))
                opened = -1
    spans += [(m.start(), m.end() - 1, _LONG_BRACKET) for m in re.finditer(r"\([^()]*\)", text[start:end])]
    shifted = [(a, b, n) if n == _LONG_QUOTE else (a + start, b + start, n) for a, b, n in spans]
    return [(a, b) for a, b, longest in shifted if b - a <= longest]


def _ends_sentence(text: str, start: int, match: re.Match[str]) -> bool:
    following = text[match.end() :].lstrip(_CLOSERS + "“„‟«‹([-–—•* ")[:1]
    lower_follows = following.islower() and following.isalpha()
    quoted = bool(match["closers"].strip(")]"))
    if match["mark"] != ".":
        return not lower_follows
    if quoted:
        return not lower_follows
    token_match = _TOKEN.search(text, max(start, match.start("mark") - 60), match.start("mark"))
    token = unicodedata.normalize("NFC", token_match.group()) if token_match else ""
    if not match["gap"]:  # "etmiştir.Anadolu": no space after the full stop
        return len(token) > 3 and token.isalpha() and token.islower()
    return _stop_ends_sentence(
        token, at_start=token_match is None or token_match.start() == start, lower_follows=lower_follows
    )


def _stop_ends_sentence(token: str, *, at_start: bool, lower_follows: bool) -> bool:
    """Decide for a single full stop between `token` and white space."""
    folded = fold(token).lstrip("(")
    if folded.isdigit() and len(folded) < 4:  # an ordinal, or the number of a list item
        return False
    if _ROMAN.match(token) and len(token) <= 5 and not at_start:
        return False
    if _DOTTED.match(token):  # M.Ö., T.C., A.Ş.
        return folded.replace(".", "") in _FOLLOWING and not lower_follows
    if folded in _FOLLOWING:
        return not lower_follows
    if folded in _PRECEDING or (len(token) == 1 and token.isalpha() and token.isupper()):
        return False
    if lower_follows:  # careless writing; a short or vowelless word is rather an abbreviation
        return len(folded) > 3 and folded.isalpha() and bool(set(folded) & set("aeiou"))
    return True

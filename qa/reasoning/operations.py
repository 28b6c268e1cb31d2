"""What a question wants computed: the operation, the things that it compares, the dimension that it asks for."""

import re
from dataclasses import dataclass
from enum import StrEnum

from qa.quantities import find_quantities
from qa.quantities.units import find_unit, is_measure
from qa.reasoning.assertions import is_verb
from qa.reasoning.comparatives import ADJECTIVE_TR, COMPARATIVE_EN, COMPARATIVES, SMALLER, bare_adjective, comparative
from qa.reasoning.options import english_options, turkish_options
from qa.reasoning.parallels import is_finite
from qa.text import fold, words
from qa.words.terms import Term, find_terms


class Operation(StrEnum):
    """What is to be computed from figures of the text."""

    COMPARISON = "comparison"
    DIFFERENCE = "difference"
    SUM = "sum"
    DURATION = "duration"
    RATIO = "ratio"


@dataclass(frozen=True, slots=True)
class Label:
    """One of the things that a question compares, by its words in the question and the years among them."""

    text: str
    terms: tuple[Term, ...]
    years: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Request:
    """A computation that a question asks for.

    `larger` tells whether the larger of the compared figures wins; `word` is the folded comparative ("uzun", "longer"),
    `labels` the things compared; `unit` the unit asked for, `noun` the noun that is counted.
    """

    operation: Operation
    larger: bool = True
    word: str = ""
    labels: tuple[Label, ...] = ()
    unit: str | None = None
    noun: str | None = None


_CHANGED_TR = (
    r"(?:art|azal|dus|yuksel|gerile|buyu|kucul|cogal|eksil|kisal|uza|in|cik|pahalan|ucuzla|as(?=t[iu]|[iu]yor|mis|ar))"
    r"[aeiu]?(?:[dt][iu]|m[iu]s|yor|y?[ae]?c[ae][kg]|m[ae][sk]|r)\w*"
)
_DIFFERENCE = {
    "tr": re.compile(
        rf"\bfark\w*\s+(?:ne|kac)|\b(?:kac|ne)\s+(?:\w+\s+)?fark\b|\bne kadar(?:lik)? (?:\w+ )?(?:daha|fark|"
        rf"fazla|az|cok|{_CHANGED_TR})"
        rf"|\bkac\b(?:\s+\w+){{0,2}}?\s+daha\s+(?:{ADJECTIVE_TR})|\bkac\b(?:\s+\w+){{0,2}}?\s+(?:fazla|az|"
        rf"eksik|cok)(?:ydi|di|dir|tir|tu)?\b"
        rf"|(?<!yuzde )\bkac\s+(?:(?!\w+y[ae]\b)\w+(?:\s+\w+)?\s+)?{_CHANGED_TR}$"
        rf"|\bkac\b(?:\s+\w+){{0,2}}?\s+daha\s+{_CHANGED_TR}\s+(?:gerek|lazim|bekle|hedefle|ongor)\w*"
        rf"|\bne kadar {_CHANGED_TR}|\bkac \w+ (?:lik )?(?:artis|azalis|dusus)"
        rf"|\barasindaki fark$|\bkac (?:\w+ )?farkli\w*"
        rf"|[dt][ae]n kac (?:\w+ ){{1,2}}(?:{ADJECTIVE_TR})(?:ydi|di|dir|tir|tu)?$"
        r"|[dt][ae]n kac (?:saniye|dakika|saat) once\b"
    ),
    "en": re.compile(
        rf"\bdifference\b|\bseparated\b|\bhow (?:much|many)\s+(?:\w+\s+){{0,2}}?(?:more|less|{COMPARATIVE_EN})\b|"
        rf"\bhow (?:much|many)\b.*\b(?:more|less|{COMPARATIVE_EN})\b.*\bthan\b|\bby how (?:much|many)\b|"
        r"\bby what amount\b|(?<!\bto )\bhow (?:much|many)\b.*"
        r"\b(?:rise|rose|grow|grew|fall|fell|drop|dropped|decline|declined|increase|increased|decrease|"
        r"decreased|shrink|shrank|exceed|exceeded)\b|\bhow many (?:seconds|minutes|hours) (?:before|ahead of|behind)\b"
    ),
}
# Two things are compared, and what is asked is by how much they differ.
_ASIDE = {"tr": re.compile(r"\baradaki fark\b"), "en": re.compile(r"^\W*by how much\b")}
_SUM = {
    "tr": re.compile(
        r"\btoplam(?:da|i|inda|lari)?\b(?:\s+\w+)*?\s+(?:kac(?!ar)|ne kadar|nedir)\b|\bkac\b.*\btoplam\b|"
        r"\btoplam (?:\w+ )?(?:say|tutar|miktar)\w*|\btopla(?:nd|n[iu]n|n[iu]r|rsa)\w*|\bbirlestiril\w*|"
        r"\b(?:tamami|tumu|hepsi|butunu|ikisi|ucu|dordu|birlikte|topu topu|bastan sona|uctan uca)\b.*"
        r"\b(?:kac|ne kadar)\b|"
        r"\b(?:kac|ne kadar)\b.*\bbirlikte\b|\b(?:hepsi|ikisi|ucu) birlikte"
    ),
    "en": re.compile(
        r"\btotal\b|\baltogether\b|\bin all\b|\badd(?:s)? up\b|\bcombined\b|\btogether\b|\bsum of\b|\badded up\b|"
        r"\bwhole\b.*\bamount to\b|\bfrom end to end\b"
    ),
}
_DURATION = {
    "tr": re.compile(
        r"\bkac (?:yil|sene|ay|gun|hafta)\b(?! (?:once )?yap\w+mis)(?!\s*(?:fazla|daha fazla|cok|az))|\bne "
        r"kadar (?:sure|zaman)|\barada kac|\bkac yilda\b"
    ),
    "en": re.compile(
        r"\bhow many (?:years|months|days|weeks)\b|\bhow long\b(?! do)|\bhow much (?:later|earlier|time)\b"
    ),
}
_RATIO = {
    "tr": re.compile(r"\bkac (?:kati|misli|kat)\w*\b"),
    "en": re.compile(r"\bhow many times\b.*\b(?:as|more|larger|bigger|higher|greater|than|the)\b"),
}
_NOUN = {
    "tr": re.compile(r"\b(?:kac|ne kadar)\s+(?P<noun>[^\W\d_]+)"),
    "en": re.compile(
        r"\bhow (?:many|much)\s+(?:(?:more|fewer|less)\s+)?"
        r"(?:(?!(?:people|children|men|women|did|does|do|has|have|had|is|are|was|were|will|can)\b)[^\W\d_]*[^\W\d_s]\s+(?=[^\W\d_]{3,}s\b)(?!does|was|has))?"
        r"(?P<noun>[^\W\d_]+)"
    ),
}
_NOUN_OF_DIFFERENCE = re.compile(r"\b(?P<noun>[^\W\d_]{3,})\s+fark[iu]\s+(?:ne|kac)")  # "yolcu farkı ne kadar"
_NO_NOUN = frozenset(
    "daha fazla cok az uzun kisa buyuk kucuk yuksek genis kat kati misli artti azaldi dustu yukseldi is are was "
    "were did does do "
    "has have had more less fewer higher lower longer larger of the in to times puan fark toplam".split()
)
_ORDINALS = {
    "first": ("ilk", "birinci"),
    "second": ("ikinci",),
    "third": ("ucuncu",),
    "last": ("son", "sonuncu"),
    "old": ("eski",),
}
_CASE_ENDING = re.compile(r"(?:n?[iu]?nk[iu])?(?:s[iu]|[iu])?(?:n?[dt][ae]n?|[yn]?[ae]|n?[iu]n|[yns]?[iu]|y?l[ae])?")


def read_request(question: str, language: str) -> Request | None:
    """Return what a question wants computed, None where it asks for something else."""
    folded = fold(question)
    compared = None if _ASIDE[language].search(folded) else read_comparison(question, language)
    if compared:
        return compared
    unit, noun = _asked_unit(question, language)
    bare = folded.rstrip(" ?.!")
    if _RATIO[language].search(folded):
        return Request(Operation.RATIO, unit=None, noun=None)
    if _DURATION[language].search(folded):
        return Request(Operation.DURATION, unit=unit, noun=noun)
    if _DIFFERENCE[language].search(bare):
        return Request(Operation.DIFFERENCE, unit=unit, noun=noun)
    if _SUM[language].search(folded):
        return Request(Operation.SUM, unit=unit, noun=noun)
    return None


def read_comparison(question: str, language: str) -> Request | None:
    """Read "A mı daha uzun, B mi?" and "Which is longer, A or B?"."""
    word = comparative(question, language)
    if word is None and language == "tr" and (other := re.search(r"\bdaha (?!once\b|sonra\b)(\w+)", fold(question))):
        word = other[1]  # "daha memnun"
    if word is None:
        return None
    options = english_options(question) if language == "en" else turkish_options(question)
    if options is None:
        return None
    labels = tuple(make_label(option, language, question) for option in options)
    return Request(Operation.COMPARISON, word not in SMALLER[language].split(), word, labels)


def counted_noun_of(question: str, language: str) -> Term | None:
    """Return the noun of "more species" or "daha çok tür", also behind a name ("daha çok Norveçli öğrenci")."""
    folded = fold(question)
    match = re.search(r"\b(?:more|fewer|less) \w" if language == "en" else r"\bdaha (?:cok|fazla|az) \w", folded)
    if match is None:
        return None
    first = match.end() - 1
    behind = [term for term in find_terms(question, language) if first <= term.start]
    if not behind or behind[0].start != first:
        return None
    noun = next((term for term in behind[:2] if not term.name), behind[0])
    return None if is_verb(noun, language) or (language == "en" and noun.text.endswith("ly")) else noun


def make_label(text: str, language: str, question: str) -> Label:
    """Return a thing compared, by its words as the question has them, and its years."""
    years = [getattr(q.value, "year", None) for q in find_quantities(text, language)]
    own = [fold(word.text) for word in words(text)]
    terms = [term for term in find_terms(question, language) if _is_of(fold(term.text), own)]
    if language == "en":
        at = question.find(text)
        terms += [Term(at, at, word, forms) for word in own if (forms := _ORDINALS.get(word))]
    return Label(text, tuple(dict.fromkeys(terms)), tuple(year for year in years if year))


def _is_of(term: str, own: list[str]) -> bool:
    """Tell whether the words of a term are among a label's own, whose last one may have lost its case ending."""
    return all(
        any(piece.startswith(word) and _CASE_ENDING.fullmatch(piece[len(word) :]) for word in own)
        for piece in term.split()
    )


def _asked_unit(question: str, language: str) -> tuple[str | None, str | None]:
    """Return the unit and the noun after "kaç" or "how many"."""
    folded = fold(question)
    match = (_NOUN_OF_DIFFERENCE.search(folded) if language == "tr" else None) or _NOUN[language].search(folded)
    if match is None or bare_adjective(match["noun"]) in (*_NO_NOUN, *COMPARATIVES[language]):
        return None, None
    start, end = match.span("noun")
    if language == "tr" and is_finite(question[start:end]):
        return None, None
    found = find_unit(folded[start:end], language, plain=language == "tr")
    if found:
        code = found[0].code
        return code, None if is_measure(code) or found[0].kind in ("money", "time") else question[start:end]
    return None, question[start:end]

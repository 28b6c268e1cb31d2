"""What a question expects: the kind of thing that can answer it, read off its question words.

The kinds are those classes of answer-type taxonomies (Li & Roth, "Learning Question Classifiers", COLING 2002) that the
question words of Turkish and English tell apart.
"""

import re
from enum import StrEnum
from functools import lru_cache

from qa.quantities import find_quantities
from qa.text import fold


class Expected(StrEnum):
    """The kind of answer that a question asks for."""

    PERSON = "person"
    PLACE = "place"
    ORGANISATION = "organisation"
    DATE = "date"
    NUMBER = "number"
    MONEY = "money"
    PERCENT = "percent"
    CHANGE = "change"
    ORDINAL = "ordinal"
    DURATION = "duration"
    REASON = "reason"
    MANNER = "manner"
    YES_NO = "yes_no"
    OTHER = "other"


# First match wins. The alternatives see the folded question.
_TURKISH: tuple[tuple[Expected, tuple[str, ...]], ...] = (
    (Expected.REASON, (
        r"neden\b", r"nicin\b", r"niye\b", r"ne sebeple", r"ne amacla", r"(?<!kac )(sebebi|nedeni)\b",
        r"hangi (sebep|gerekce|neden|amac)\w*",
    )),
    (Expected.ORDINAL, (r"kacinci\b", r"(hangi|kac) sirada\b", r"sirasi (kac|ne)", r"siralama")),
    (Expected.PERCENT, (
        r"yuzde\s?kac", r"hangi oran", r"oran(i|lari)? (ne|kac)", r"yuzdesi\b", r"ne oranda\b", r"kac puan\b",
    )),
    (Expected.DATE, (
        r"ne zaman", r"hangi (yil|tarih|ay|gun|yuzyil|donem|sene)\w*", r"kac yilinda", r"tarihi (ne|kac)",
        r"kac(ta|inda)\b",
        r"saat kac", r"kac (tarih|sene)\w*nde", r"kactan beri",
    )),
    (Expected.CHANGE, (r"ne kadar (art|azal|dus|yuksel|gerile|buyu|kucul)\w*",)),
    (Expected.DURATION, (
        r"kac (yil|ay|gun|saat|dakika|hafta|sene|saniye)(dir|lik|da|i|)\b", r"ne kadar sur", r"suresi\b",
    )),
    (Expected.MONEY, (
        r"kac (dolar|lira|avro|euro|tl|milyar|milyon|manat|ruble|sterlin)",
        r"ne kadarlik (mal|yatirim|ihracat|ithalat)",
        r"(fiyat|ucret|gelir|gider|butce|ciro|deger|bedel|tutar|maliyet|hacm)\w* (ne|kac)\b",
    )),
    (Expected.NUMBER, (r"kac\b", r"ne kadar", r"sayisi\b", r"kacar\b", r"kaca\b", r"kacini?\b", r"miktari\b")),
    (Expected.PLACE, (
        r"nere\w*", r"hangi (?:[^\W\d_]+ )?(sehir|ulke|il|ilce|kent|yer|bolge|koy|kita|semt|mahalle|ada|liman)\w*",
    )),
    (Expected.PERSON, (
        r"kim(|e|in|i|ler|lerin|dir|di|den|lere|lerdi)\b",
        r"hangi (bakan|baskan|yazar|sair|kisi|padisah|bilim insani)\w*",
    )),
    (Expected.ORGANISATION, (
        r"hangi (kurum|kurulus|sirket|firma|universite|banka|bakanlik|dernek|vakif|orgut|takim|kulup|belediye)\w*",
    )),
    (Expected.MANNER, (r"nasil\b", r"ne sekilde", r"hangi yolla")),
)  # fmt: skip
_ENGLISH: tuple[tuple[Expected, tuple[str, ...]], ...] = (
    (Expected.REASON, (
        r"why\b", r"for what (reason|purpose)", r"what (was|is|were) the (reason|purpose|cause)", r"what caused",
    )),
    (Expected.ORDINAL, (r"what (rank|place|position|number)\b", r"how (does|did|do) .* rank", r"rank(s|ed|ing)?\b")),
    (Expected.PERCENT, (
        r"(what|which) (percent|percentage|share|proportion)", r"how many percent", r"by what (percent|rate|share)",
        r"what .*\bpercent", r"what (was|is|were) the (?:(?!exchange)[\w'-]+ ){0,4}(rate|ratio|share|proportion)\b",
    )),
    (Expected.DURATION, (
        r"how (long|many (years|months|days|hours|minutes|weeks|seconds))\b(?! ago)", r"what .*\bduration",
    )),
    (Expected.DATE, (
        r"when\b", r"(what|which) (year|date|day|month|century|time|period)\b", r"since (when|what)", r"how old\b",
        r"how long ago",
    )),
    (Expected.CHANGE, (
        r"how much (did|has|have) .*\b(grow|grown|rise|risen|fall|fallen|increased?|decreased?|drop|dropped|shrink)\b",
    )),
    (Expected.MONEY, (
        r"how much (money|is|was|does|did|has|have|were|are)", r"(price|cost|budget|revenue|value|volume) of",
        r"how many (dollars|euros|lira|liras|pounds|million|billion)",
        r"what .*\b(cost|price|revenue|worth|budget|turnover|fee|volume|amount)\b",
    )),
    (Expected.NUMBER, (
        r"how (many|much|far|high|tall|big|large|deep|wide|fast|heavy|often)\b", r"number of\b",
        r"what (number|amount)",
    )),
    (Expected.PLACE, (
        r"where\b",
        r"(what|which) (?:[^\W\d_]+ )?(city|cities|country|countries|towns?|provinces?|districts?|regions?|places?"
        r"|villages?|islands?|ports?)\b",
    )),
    (Expected.PERSON, (r"who(m|se)?\b", r"which (minister|president|author|poet|scholar|sultan|scientist|person)")),
    (Expected.ORGANISATION, (
        r"(what|which) (company|companies|organi[sz]ations?|institutions?|university|universities|bank|ministry|agency"
        r"|team|club)\b",
    )),
    (Expected.MANNER, (r"how\b",)),
)  # fmt: skip
_PATTERNS = {
    language: [(expected, re.compile(rf"\b(?:{'|'.join(alternatives)})")) for expected, alternatives in table]
    for language, table in (("tr", _TURKISH), ("en", _ENGLISH))
}
# What an English question begins with says more than what a clause of it does ("Where was it held when it rained?").
_FIRST_WORD = re.compile(r"\W*(?:(?:and|but|in|at|to|from|by|for|with)\s+)?(where|who|whom|whose|why|when)\b")
_ASKED_BY = {
    "where": Expected.PLACE, "who": Expected.PERSON, "whom": Expected.PERSON, "whose": Expected.PERSON,
    "why": Expected.REASON, "when": Expected.DATE,
}  # fmt: skip
_HOW_MANY = {"tr": re.compile(r"\bkac\b"), "en": re.compile(r"\bhow many\b")}
_WH = re.compile(r"\b(ne|neler\w*|nedir|kim\w*|nere\w*|kac\w*|hangi\w*|nasil\w*|neden|nicin|niye|ne zaman)\b")
_TURKISH_PARTICLE = re.compile(r"\b(mi|mu)(dir|dur|ydi|ydu|yim|yiz|sin|siniz|ymis|ymus)?\b")
_ENGLISH_AUXILIARY = re.compile(
    r"^\W*(?:(?:and|so|but|then)\s+)?(is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|isn'?t|aren'?t|wasn'?t|"
    r"weren'?t|don'?t|doesn'?t|didn'?t|hasn'?t|haven'?t)\b"
)
_TURKISH_LIST = re.compile(
    r"\b(neler\w*|kimler\w*|hangileri\w*|nereler\w*|listele|adlari|isimleri)\b"
    r"|\bhangi (?:\w+,? ){0,3}?\w+(?:ler|lar)\w*"
)
_ENGLISH_LIST = re.compile(
    r"\bwho (?:all |else )?(?:attended|joined|participated|took part|sat on|makes? up|made up)\b|"
    r"\bwho were (?:there|present)\b|"
    r"\blist\b|\bname (?:the|all|every)\b|\b(?:what|who|which(?: ones?)?) are\b|\bwhich ones\b"
)
_ENGLISH_NOUN = re.compile(
    r"\b(?:which|what) (?P<noun>(?:\w+ ){0,3}?\w+) (?P<verb>is|are|was|were|has|have|had|do|does|did|can|will)\b"
)
_SINGULAR = {
    "does",
    "this",
    "news",
    "series",
    "means",
    "species",
    "headquarters",
    "plays",
    "holds",
    "makes",
    "gives",
    "takes",
}
_ENGLISH_HEAD = re.compile(r"\b(?:which|what) (?P<noun>(?:\w+ )?\w+)")
# The kinds of quantity that each expectation takes.
FITTING = {
    Expected.NUMBER: {"number", "count", "money", "duration"},
    Expected.MONEY: {"money", "number"},
    Expected.PERCENT: {"percent"},
    Expected.CHANGE: {"percent", "number", "count", "money"},
    Expected.ORDINAL: {"ordinal"},
    Expected.DATE: {"date", "year", "period"},
    Expected.DURATION: {"duration"},
}


def expected_answer(question: str, language: str) -> Expected:
    """Return the kind of answer that a question asks for."""
    folded = fold(question)
    if is_yes_no(question, language):
        return Expected.YES_NO
    if language == "en" and (first := _FIRST_WORD.match(folded)) and "rank" not in folded:
        return _ASKED_BY[first[1]]
    for expected, pattern in _PATTERNS["en" if language == "en" else "tr"]:
        if pattern.search(folded):
            return expected
    return Expected.OTHER


def asks_how_many(question: str, language: str) -> bool:
    """Tell whether a question asks for a number in so many words ("kaç", "how many")."""
    return bool(_HOW_MANY["en" if language == "en" else "tr"].search(fold(question)))


def expects_list(question: str, language: str) -> bool:
    """Tell whether a question asks for several things ("hangi şehirlerde", "which cities")."""
    folded = fold(question)
    if language != "en":
        return bool(_TURKISH_LIST.search(folded))
    if _ENGLISH_LIST.search(folded):
        return True
    match = _ENGLISH_NOUN.search(folded)
    if match and match["verb"] in ("are", "were", "have", "do"):
        return True
    match = match or _ENGLISH_HEAD.search(folded)
    return match is not None and any(_is_plural(word) for word in match["noun"].split())


def _is_plural(word: str) -> bool:
    return (
        len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "ous")) and word not in _SINGULAR
    )


def is_yes_no(question: str, language: str) -> bool:
    """Tell whether a question is answered by yes or no."""
    folded = fold(question)
    if language == "en":
        return bool(_ENGLISH_AUXILIARY.match(folded)) and " or " not in folded
    return len(_TURKISH_PARTICLE.findall(folded)) == 1 and not _WH.search(folded) and "yoksa" not in folded


@lru_cache(maxsize=4096)
def fit(span: str, expected: Expected) -> float:
    """Return how well a Turkish span suits what is expected: 1 it does, -1 it does not, 0 nothing tells."""
    if expected in FITTING:
        quantities = find_quantities(span, "tr")
        suitable = [q for q in quantities if str(q.kind) in FITTING[expected]]
        if expected is Expected.CHANGE and suitable and all(str(q.kind) != "percent" for q in suitable):
            return 0.0  # what a thing grew to is a figure as well
        if not suitable and expected is Expected.NUMBER and any(str(q.kind) == "percent" for q in quantities):
            return 0.0  # "ne kadar arttı" may ask for a share, where no figure answers it
        if len(suitable) != 1:
            return 0.0 if suitable else -1.0
        if len(quantities) > 1 and expected not in (Expected.DATE, Expected.DURATION):
            return 0.0
        beside = len(span) - (suitable[0].end - suitable[0].start)
        return 1.0 if beside <= max(12, len(span) // 2) else 0.5
    if expected in (Expected.PERSON, Expected.PLACE, Expected.ORGANISATION):
        named = any(word[:1].isupper() for word in span.split())
        return -1.0 if not named and any(char.isdigit() for char in span) else 0.5 * named
    return 0.0

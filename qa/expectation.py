"""What a question expects: the kind of thing that can answer it, read off its question words.

The kinds are the coarse classes of answer-type taxonomies (Li & Roth, "Learning Question Classifiers", COLING 2002) that
question words of Turkish and English tell apart.
"""

import re
from enum import StrEnum

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
    ORDINAL = "ordinal"
    DURATION = "duration"
    REASON = "reason"
    MANNER = "manner"
    YES_NO = "yes_no"
    OTHER = "other"


# First match wins. Patterns see the folded question.
_TURKISH: tuple[tuple[str, Expected], ...] = (
    (r"\b(neden|nicin|niye|ne sebeple|hangi (sebep|gerekce|neden|amac)\w*|ne amacla|sebebi|nedeni)\b", Expected.REASON),
    (r"\bkacinci\b|\b(hangi|kac) sirada\b|\bsirasi (kac|ne)|\bsiralama", Expected.ORDINAL),
    (r"\byuzde\s?kac|\bhangi oran|\boran(i|lari)? (ne|kac)|\byuzdesi\b|\bne oranda\b|\bkac puan\b", Expected.PERCENT),
    (r"\bne zaman|\bhangi (yil|tarih|ay|gun|yuzyil|donem|sene)\w*|\bkac yilinda|\btarihi (ne|kac)|\bkac(ta|inda)\b|\bsaat kac"
     r"|\bkac (tarih|sene)\w*nde|\bhangi tarih|\bkactan beri|\bne zamandan", Expected.DATE),
    (r"\bkac (yil|ay|gun|saat|dakika|hafta|sene|saniye)(dir|lik|da|i|)\b|\bne kadar sur|\bsuresi\b", Expected.DURATION),
    (r"\bkac (dolar|lira|avro|euro|tl|milyar|milyon|manat|ruble|sterlin)|\bne kadarlik (mal|yatirim|ihracat|ithalat)|"
     r"\b(fiyat|ucret|gelir|gider|butce|ciro|deger|bedel|tutar|maliyet|hacm)\w* (ne|kac)\b", Expected.MONEY),
    (r"\bkac\b|\bne kadar|\bsayisi\b|\bkacar\b|\bkaca\b|\bkacini?\b|\bmiktari\b", Expected.NUMBER),
    (r"\b(nere\w*|hangi (sehir|ulke|il|ilce|kent|yer|bolge|koy|kita|semt|mahalle|ada|liman)\w*)\b", Expected.PLACE),
    (r"\b(kim|kime|kimin|kimi|kimler|kimlerin|kimdir|kimden|kimlere)\b|\bhangi (bakan|baskan|yazar|sair|kisi|padisah|bilim insani)\w*", Expected.PERSON),
    (r"\bhangi (kurum|kurulus|sirket|firma|universite|banka|bakanlik|dernek|vakif|orgut|takim|kulup|belediye)\w*", Expected.ORGANISATION),
    (r"\bnasil\b|\bne sekilde|\bhangi yolla", Expected.MANNER),
)  # fmt: skip
_ENGLISH: tuple[tuple[str, Expected], ...] = (
    (r"\bwhy\b|\bfor what (reason|purpose)|\bwhat (was|is|were) the (reason|purpose|cause)|\bwhat caused", Expected.REASON),
    (r"\bwhat (rank|place|position|number)\b|\bhow (does|did|do) .* rank|\brank(s|ed|ing)?\b", Expected.ORDINAL),
    (r"\b(what|which) (percent|percentage|share|proportion)|\bhow many percent|\bby what (percent|rate|share)|\bwhat .*\bpercent", Expected.PERCENT),
    (r"\bhow (long|many (years|months|days|hours|minutes|weeks|seconds))\b|\bfor how many (years|months)|\bwhat .*\bduration", Expected.DURATION),
    (r"\bwhen\b|\b(what|which) (year|date|day|month|century|time|period)\b|\bsince (when|what)|\bhow old\b|\bhow long ago", Expected.DATE),
    (r"\bhow much (money|is|was|does|did|has|have|were|are)|\bhow many (dollars|euros|lira|liras|pounds|million|billion)|\b(price|cost|budget|revenue|value|volume) of|\bwhat .*\b(cost|price|revenue|worth|budget|turnover|fee|volume|amount)\b", Expected.MONEY),
    (r"\bhow (many|much|far|high|tall|big|large|deep|wide|fast|heavy|often)\b|\bnumber of\b|\bhow many\b|\bwhat (number|amount)", Expected.NUMBER),
    (r"\bwhere\b|\b(what|which) (city|cities|country|countries|town|towns|province|district|region|place|places|village|villages|island|port)\b", Expected.PLACE),
    (r"\b(who|whom|whose)\b|\bwhich (minister|president|author|poet|scholar|sultan|scientist|person)", Expected.PERSON),
    (r"\b(what|which) (company|companies|organi[sz]ation|organi[sz]ations|institution|university|universities|bank|ministry|agency|team|club)\b", Expected.ORGANISATION),
    (r"\bhow\b", Expected.MANNER),
)  # fmt: skip
_WH = re.compile(r"\b(ne|neler\w*|nedir|kim\w*|nere\w*|kac\w*|hangi\w*|nasil\w*|neden|nicin|niye|ne zaman)\b")
_TURKISH_PARTICLE = re.compile(r"\b(mi|mu)(dir|dur|ydi|ydu|yim|yiz|sin|siniz|ymis|ymus)?\b")
_ENGLISH_AUXILIARY = re.compile(
    r"^\W*(?:(?:and|so|but|then)\s+)?(is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|isn'?t|aren'?t|wasn'?t|"
    r"weren'?t|don'?t|doesn'?t|didn'?t|hasn'?t|haven'?t)\b"
)
_LIST = {
    "tr": re.compile(
        r"\b(nelerdir|neler|kimler\w*|hangileri\w*|nereler\w*|hangi \w*(ler|lar)\w*|listele|say(ar|iniz|in)?$|adlari|isimleri)\b"
        r"|\bhangi \w+ \w*(ler|lar)\w*"
    ),
    "en": re.compile(
        r"\b(which|what) (?!was|is|has|does|percent)(?:\w+ ){0,2}?\w+[^s\W]s\b(?! the| of the)|\blist\b|\bname (the|all)\b|\bwhat are\b|\bwho are\b|\bin (which|what) \w+s\b"
        r"|\b(which|what) (?:\w+ ){0,2}(countries|cities|companies|people|universities|bodies|agencies)\b"
    ),
}
# The kinds of quantity that each expectation takes.
FITTING = {
    Expected.NUMBER: {"number", "count", "money", "percent", "duration"},
    Expected.MONEY: {"money", "number"},
    Expected.PERCENT: {"percent"},
    Expected.ORDINAL: {"ordinal"},
    Expected.DATE: {"date", "year", "period"},
    Expected.DURATION: {"duration"},
}


def expected_answer(question: str, language: str) -> Expected:
    """Return the kind of answer that a question asks for."""
    folded = fold(question)
    if is_yes_no(question, language):
        return Expected.YES_NO
    for pattern, expected in _ENGLISH if language == "en" else _TURKISH:
        if re.search(pattern, folded):
            return expected
    return Expected.OTHER


def expects_list(question: str, language: str) -> bool:
    """Tell whether a question asks for several things ("hangi şehirlerde", "which cities")."""
    return bool(_LIST["en" if language == "en" else "tr"].search(fold(question)))


def is_yes_no(question: str, language: str) -> bool:
    """Tell whether a question is answered by yes or no."""
    folded = fold(question)
    if language == "en":
        return bool(_ENGLISH_AUXILIARY.match(folded)) and " or " not in folded
    return len(_TURKISH_PARTICLE.findall(folded)) == 1 and not _WH.search(folded) and "yoksa" not in folded


def fit(span: str, expected: Expected) -> float:
    """Return how well a Turkish span suits what is expected: 1 it does, -1 it does not, 0 nothing tells."""
    if expected in FITTING:
        suitable = [q for q in find_quantities(span, "tr") if str(q.kind) in FITTING[expected]]
        if len(suitable) != 1:
            return 0.0 if suitable else -1.0
        beside = len(span) - (suitable[0].end - suitable[0].start)
        return 1.0 if beside <= max(12, len(span) // 2) else 0.5
    if expected in (Expected.PERSON, Expected.PLACE, Expected.ORGANISATION):
        named = any(word[:1].isupper() for word in span.split())
        return -1.0 if not named and any(char.isdigit() for char in span) else 0.5 * named
    return 0.0

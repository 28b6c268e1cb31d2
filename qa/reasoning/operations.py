"""What a question wants computed: the operation, the things that it compares, the dimension that it asks for."""

import re
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from qa.quantities import find_quantities
from qa.quantities.units import find_unit, is_measure
from qa.reasoning.assertions import is_verb
from qa.reasoning.parallels import is_finite
from qa.text import APOSTROPHES, fold, words
from qa.words.suffixes import strip_case
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


# Folded comparatives: True where the larger figure has more of it.
_LARGER = {
    "tr": "cok fazla iyi uzun yuksek buyuk genis agir pahali kalabalik derin yasli gec sonra uzak kalin sicak hizli "
          "eski yeni verimli zengin yogun dolu guclu dik zor karli yaygin populer",
    "en": "more larger bigger greater longer higher taller wider broader deeper heavier older later farther "
          "further faster quicker better dearer brighter sharper warmer "
    "hotter newer pricier costlier richer thicker stronger busier expensive bigger last latest most largest "
    "biggest longest highest fuller steeper denser harder profitable popular",
}  # fmt: skip
_SMALLER = {
    "tr": "az kotu kisa dusuk kucuk dar hafif ucuz sig genc erken once yakin ince soguk yavas alcak bos zayif "
          "seyrek kolay",
    "en": "less fewer worse milder smaller shorter lower narrower shallower lighter younger earlier cheaper slower "
          "colder nearer closer "
    "thinner weaker emptier easier sparser first before earliest least fewest smallest shortest lowest",
}  # fmt: skip
_DIMENSIONS = {
    "length": ("measure kilometre", "measure metre", "measure centimetre", "measure millimetre", "measure "
        "mile", "measure foot", "measure inch"),
    "area": ("measure square", "measure hectare", "measure decare", "measure dönüm"),
    "mass": ("measure tonne", "measure kilogram", "measure gram", "measure milligram"),
    "money": ("money",), "time": ("duration", "period"), "age": ("count", "duration", "date", "period"),
    "moment": ("date", "time", "ordinal", "period", "duration"),
    "speed": ("duration", "count", "measure", "time"), "heat": ("measure degree", "count"),
}  # fmt: skip
_OF_WORD = {
    **dict.fromkeys("uzun kisa longer shorter".split(), ("length", "time")),
    **dict.fromkeys("derin sig deeper shallower kalin ince thicker thinner".split(), ("length",)),
    **dict.fromkeys("genis dar wider narrower broader".split(), ("length", "area")),
    **dict.fromkeys("agir hafif heavier lighter".split(), ("mass",)),
    **dict.fromkeys("pahali ucuz expensive cheaper pricier costlier".split(), ("money",)),
    **dict.fromkeys("yasli genc older younger eski yeni newer".split(), ("age",)),
    **dict.fromkeys("gec sonra erken once later earlier first before last latest earliest".split(), ("moment",)),
    **dict.fromkeys("hizli yavas faster quicker slower".split(), ("speed",)),
    **dict.fromkeys("sicak soguk warmer hotter colder".split(), ("heat",)),
}
_REVERSED_FOR_DATES = frozenset("yasli genc older younger eski yeni newer".split())  # the older has the earlier date
_REVERSED_FOR_TIMES = frozenset(
    "hizli yavas iyi faster quicker slower better".split()
)  # the faster has the shorter time
_ADJECTIVE_TR = "|".join((*_LARGER["tr"].split(), *_SMALLER["tr"].split()))
_COMPARATIVES = {language: [*_LARGER[language].split(), *_SMALLER[language].split()] for language in ("tr", "en")}
_COMPARATIVE_EN = "|".join(word for word in (*_LARGER["en"].split(), *_SMALLER["en"].split()) if word.endswith("er"))
_PARTICLE = re.compile(r"\b(?:mi|mu)(?:dir|dur|ydi|ydu|ymis|ymus)?\b")
_CHANGED_TR = (
    r"(?:art|azal|dus|yuksel|gerile|buyu|kucul|cogal|eksil|kisal|uza|in|cik|pahalan|ucuzla|as(?=t[iu]|[iu]yor|mis|ar))"
    r"[aeiu]?(?:[dt][iu]|m[iu]s|yor|y?[ae]?c[ae][kg]|m[ae][sk]|r)\w*"
)
_DIFFERENCE = {
    "tr": re.compile(
        rf"\bfark\w*\s+(?:ne|kac)|\b(?:kac|ne)\s+(?:\w+\s+)?fark\b|\bne kadar(?:lik)? (?:\w+ )?(?:daha|fark|"
        rf"fazla|az|cok|{_CHANGED_TR})"
        rf"|\bkac\b(?:\s+\w+){{0,2}}?\s+daha\s+(?:{_ADJECTIVE_TR})|\bkac\b(?:\s+\w+){{0,2}}?\s+(?:fazla|az|"
        rf"eksik|cok)(?:ydi|di|dir|tir|tu)?\b"
        rf"|(?<!yuzde )\bkac\s+(?:(?!\w+y[ae]\b)\w+(?:\s+\w+)?\s+)?{_CHANGED_TR}$"
        rf"|\bkac\b(?:\s+\w+){{0,2}}?\s+daha\s+{_CHANGED_TR}\s+(?:gerek|lazim|bekle|hedefle|ongor)\w*"
        rf"|\bne kadar {_CHANGED_TR}|\bkac \w+ (?:lik )?(?:artis|azalis|dusus)"
    ),
    "en": re.compile(
        rf"\bdifference\b|\bseparated\b|\bhow (?:much|many)\s+(?:\w+\s+){{0,2}}?(?:more|less|{_COMPARATIVE_EN})\b|"
        rf"\bhow (?:much|many)\b.*\b(?:more|less|{_COMPARATIVE_EN})\b.*\bthan\b|\bby how (?:much|many)\b|"
        r"\bby what amount\b|(?<!\bto )\bhow (?:much|many)\b.*"
        r"\b(?:rise|rose|grow|grew|fall|fell|drop|dropped|decline|declined|increase|increased|decrease|"
        r"decreased|shrink|shrank|exceed|exceeded)\b"
    ),
}
# Two things are compared, and what is asked is by how much they differ.
_ASIDE = {"tr": re.compile(r"\baradaki fark\b"), "en": re.compile(r"^\W*by how much\b")}
_SUM = {
    "tr": re.compile(
        r"\btoplam(?:da|i|inda|lari)?\b(?:\s+\w+)*?\s+(?:kac(?!ar)|ne kadar|nedir)\b|\bkac\b.*\btoplam\b|"
        r"\b(?:hepsi|ikisi|ucu) birlikte"
    ),
    "en": re.compile(
        r"\btotal\b|\baltogether\b|\bin all\b|\badd(?:s)? up\b|\bcombined\b|\btogether\b|\bsum of\b|\badded up\b"
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
_VERB = re.compile(r"\b\w{2,}(?:[dt][iu](?:lar|ler)?|yor(?:du|lar)?|m[iu]s(?:t[iu]r?)?|[ae]c[ae]k|var|yok)(?=\s)")
_PLACED = re.compile(r"[^\W\d_]{2,}[dt][ae]n?")  # a noun in the locative or ablative, no name
_THERE = re.compile(rf"[{re.escape(APOSTROPHES)}][dt][ae]ki\b")
# "A ile B'den hangisi", "A ve B'den hangisi daha uzun"
_WHICH_OF = re.compile(
    rf"(?P<first>[^,;:?]+?),?\s+(?:ile|ve)\s+(?P<second>[^,;:?]+?)(?:(?P<mark>[{re.escape(APOSTROPHES)}])?n?[dt][ae]n|"
    r"\s+arasindan?)\s+(?:hangisi\w*|hangi \w+)\b"
)
_OF_OTHER_PHRASE = re.compile(r"[^\W\d_]{2,}(?:[iu]n[iu]|y[iu])")  # a noun in the accusative
_ACT = re.compile(r"m[ae]s[iu]$|[iu]s[iu]$")
_CASE_ENDING = re.compile(r"(?:n?[iu]?nk[iu])?(?:s[iu]|[iu])?(?:n?[dt][ae]n?|[yn]?[ae]|n?[iu]n|[yns]?[iu]|y?l[ae])?")
_ADJUNCT = r"\s(?:on|in|at|for|during)\s"
_DIRECTIONS = re.compile(
    r"\b(?P<first>from [^,]+? to [^,]+?),?\s+or\s+(?P<second>from [^,]+? to [^,]+)$", re.IGNORECASE
)
_AMOUNTS = re.compile(r"\b(?:more|fewer)\s+(?P<first>[^,]+?)\s+or\s+(?:more|fewer)\s+(?P<second>[^,]+)$", re.IGNORECASE)
_AUXILIARY = re.compile(r"(?:do|does|did|is|are|was|were|has|have|had|will|can)\s+", re.IGNORECASE)
_VERB_PHRASE = re.compile(r"\s(?:have|has|had|get|got|make|made|take|took|give|gave|hold|held|range|cover)\w*\b")
_PREPOSITIONS = re.compile(r"^(?:in|at|on|to|from|by|for|of|the one in|with|among)\s+", re.IGNORECASE)


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
    options = _english_options(question) if language == "en" else _turkish_options(question)
    if options is None:
        return None
    labels = tuple(make_label(option, language, question) for option in options)
    return Request(Operation.COMPARISON, word not in _SMALLER[language].split(), word, labels)


def comparative(question: str, language: str) -> str | None:
    """Return the folded comparative of a question: "daha uzun" → "uzun", "önce ... mi" → "once"."""
    plain = re.sub(r"\blast (?=year|season|month|week|time|spring|summer|autumn|winter)", "", fold(question))
    tokens = [_bare_adjective(token) for token in re.findall(r"\w+", plain)]
    table = [*_LARGER[language].split(), *_SMALLER[language].split()]
    if language == "en":
        if "expensive" in tokens and "less" in tokens:
            return "cheaper"
        return next((token for token in tokens if token in table and token != "more"), None) or (
            "more" if "more" in tokens else None
        )
    if "yasca" in tokens:
        return "genc" if any(token in ("kucuk", "genc") for token in tokens) else "yasli"
    after = [b for a, b in pairwise(tokens) if a == "daha" and b in table]
    return after[-1] if after else next((token for token in tokens if token in table), None)


def compares(token: str, word: str, language: str) -> bool:
    """Tell whether a folded word of a question belongs to its comparative `word`."""
    if token.startswith((word, "exceed", "outnumber", "surpass", "outweigh")) or token in ("yasca", "age"):
        return True
    bare = _bare_adjective(token)
    return bare in _LARGER[language].split() or bare in _SMALLER[language].split()


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


def _bare_adjective(token: str) -> str:
    """Return a folded Turkish adjective without copula or case ("yüksekte", "uzundur")."""
    match = re.fullmatch(rf"({_ADJECTIVE_TR})(?:yd[iu]|[dt][iu]r?|[dt][ae])", token)
    return match[1] if match and len(match[1]) > 3 else token


def fits(dimension: str, word: str) -> bool:
    """Tell whether figures of a dimension can be compared by a comparative: kilometres by "uzun", not by "ağır"."""
    classes = _OF_WORD.get(word)
    if classes is None:
        return dimension not in ("date", "time", "ordinal")
    if classes == ("age",) and word in ("eski", "yeni", "newer"):
        return dimension.startswith(("date", "count", "duration"))
    return any(dimension.startswith(start) for name in classes for start in _DIMENSIONS[name])


def larger_wins(request_word: str, dimension: str, larger: bool) -> bool:
    """Tell whether the larger figure answers: the older has the earlier date, the faster the shorter time."""
    reversed_ = (dimension == "date" and request_word in _REVERSED_FOR_DATES) or (
        dimension == "duration" and request_word in _REVERSED_FOR_TIMES
    )
    return larger != reversed_


def is_larger(word: str, language: str) -> bool:
    """Tell whether a folded comparative asks for the larger figure."""
    return word in _LARGER[language].split()


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
    if match is None or _bare_adjective(match["noun"]) in (*_NO_NOUN, *_COMPARATIVES[language]):
        return None, None
    start, end = match.span("noun")
    if language == "tr" and is_finite(question[start:end]):
        return None, None
    found = find_unit(folded[start:end], language, plain=language == "tr")
    if found:
        code = found[0].code
        return code, None if is_measure(code) or found[0].kind in ("money", "time") else question[start:end]
    return None, question[start:end]


def _turkish_options(question: str) -> tuple[str, str] | None:
    """Return what stands before the two question particles, without the words that both share."""
    folded = fold(question)
    which = _WHICH_OF.search(folded)
    second = question[slice(*which.span("second"))] if which else ""
    if which and "daha " in folded and (which["mark"] or second.split()[-1][0].islower()):
        first = question[slice(*which.span("first"))].strip(" ,")
        name, _, head = second.rpartition(" ")
        if head and head[0].islower() and name.istitle() and first.istitle():
            return first, name  # "Oslo ile Bergen limanlarından hangisi"
        return _parallel(first, second), second
    particles = list(_PARTICLE.finditer(folded))
    if len(particles) != 2:
        return None
    first_part, second_part = question[: particles[0].start()], question[particles[0].end() : particles[1].start()]
    second = re.split(r"[,;:]|\byoksa\b", second_part)[-1].strip()
    verb = list(_VERB.finditer(fold(second)))
    second = second[verb[-1].end() :].strip() if verb else second  # "A mı daha çok satıldı B mi?"
    leading = re.match(r"daha\s+\w+\s+", fold(second))  # "A mı daha çok B mi?"
    second = second[leading.end() :] if leading else second
    if not second or len(second.split()) > 6:
        second = " ".join(second_part.split()[-1:])
    # "A mı B mi daha uzun?": the second option follows at once.
    first = _parallel(re.split(r"[,;:]\s", first_part)[-1].strip(), second)
    return (_nominative(first), _nominative(second)) if first and second else None


def _nominative(label: str) -> str:
    """Return a label without its case ending; one letter after a name without an apostrophe belongs to the name."""
    if sum(any(mark in word for mark in APOSTROPHES) for word in label.split()) > 1:
        return label  # "Oslo'dan Bergen'e": the cases say what is meant
    stripped = strip_case(label)
    return stripped if any(mark in label for mark in APOSTROPHES) or len(label) - len(stripped) > 1 else label


def _parallel(text: str, other: str) -> str:
    """Return the end of `text` that is built like `other`: a quotation, or as many words, a name whole."""
    if text.endswith(('"', "”")):
        opening = max(text.rfind('"', 0, -1), text.rfind("“"))
        return text[opening:] if opening >= 0 else text
    pieces = text.split()
    length = min(len(pieces), len(other.split()))
    if length > 1 and other.split()[-1] in pieces[:-1]:  # "Giriş yapan kamyon mu ..., çıkış yapan mı?"
        return " ".join(pieces[max(0, pieces.index(other.split()[-1]) - length + 1) :])
    while (
        length < len(pieces)
        and pieces[-length - 1][:1].isupper()
        and "'" not in pieces[-length - 1]
        and (pieces[-length][:1].isupper() == other[:1].isupper() or pieces[-length][:1].islower())
        and other[:1].isupper()
        and len(pieces) - length > 1
    ):
        length += 1
    if length < len(pieces) and _THERE.search(other) and _THERE.search(pieces[-length - 1]):
        length += 1  # "Norveç'teki Perulu öğrenciler mi ..., Peru'daki Norveçliler mi?"
    for at in range(len(pieces) - length, len(pieces) - 1):
        if _ACT.search(fold(pieces[-1])):
            break  # "bağımsızlığını tanıması"
        if _OF_OTHER_PHRASE.fullmatch(fold(pieces[at])) and pieces[at].islower():
            length = len(pieces) - at - 1  # "Puanını mülakat mı ..., dil sınavı mı?"
    if length > 1 and _PLACED.fullmatch(pieces[-length]) and not _PLACED.fullmatch(other.split()[0]):
        length -= 1  # "Kadroda ebeler mi ..., uzman hekimler mi?"
    return " ".join(pieces[-length:])


def _english_options(question: str) -> tuple[str, str] | None:
    """Return the two things around "or" at the end of a question."""
    bare = question.strip().rstrip("?!. ")
    if paired := _DIRECTIONS.search(bare) or _AMOUNTS.search(bare):
        first, second = paired["first"], paired["second"]
        return first, second if paired.re is _DIRECTIONS else re.split(_ADJUNCT, second)[0]
    match = re.search(r"(?:,|:)\s*(?P<first>[^,:]+?),?\s+or\s+(?P<second>[^,]+)$", bare)
    if match is None:
        match = re.search(
            r"\b(?P<first>(?:(?:the|this|last)\s+)?[\w'’\"“”-]+(?:\s+[A-Z][\w'’-]*)*)\s+or\s+(?P<second>[^,]+)$", bare
        )
        if match is None or re.search(r"\bfrom\b.*\bto\b", bare) or fold(match["first"]) in _LARGER["en"].split():
            return None
    first, second = (_PREPOSITIONS.sub("", match[name].strip()) for name in ("first", "second"))
    asks = _AUXILIARY.match(first)
    if asks:  # "Does A or B have more ...?"
        return first[asks.end() :], _VERB_PHRASE.split(second)[0]
    return first, re.split(_ADJUNCT, second)[0]

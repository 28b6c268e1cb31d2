"""The words of a Turkish question as the follow-up rules see them: their case, and what role they can play."""

import re
from dataclasses import dataclass
from functools import lru_cache

from qa.quantities.units import find_unit, months
from qa.text import fold, lower, words
from qa.words.cities import english_cities
from qa.words.declension import DROPPING
from qa.words.inflection import VOWELS, case_of, is_inflection, known_stem
from qa.words.lexicon import turkish_nouns
from qa.words.names import turkish_countries

_QUESTION = re.compile(
    r"(?:ne|neyi|neye|neyin|nesi|neden|nedenle|nedir|neydi|neler\w*|nicin|niye|nasil\w*|kim|kimi|kime|kimin"
    r"|kimde|kimden|kimle|kiminle|neyle|neyden"
    r"|kimler\w*|kimdir|kimdi|nere\w*|kac|kaca|kacta|kacar|kaci|kacini?|kacinci\w*|kactir|kacti|kactan|hangi"
    r"|hangisi\w*|hangileri\w*)"
)
_PARTICLE = re.compile(r"m[iu](?:d[iu]r|yd[iu]|ym[iu]s)?")
_PRONOUN = re.compile(
    r"(?:o|onu|ona|onun|onda|ondan|onlar\w*|bu|bunu|buna|bunun|bunda|bundan|bunlar\w*|su|sunu|suna|sunun|sunlar\w*"
    r"|orada|oradan|oraya|orasi|orayi|oranin|oradaki\w*|burada|buradan|buraya|burasi|burayi|buranin|buradaki\w*"
    r"|kendisi\w*|kendileri\w*|ayni|ikisi\w*|ikisinin|soz|bunlardan|onlardan)"
)
_FINITE = re.compile(
    r".{2,}(?:(?:[dt][iu]|m[iu]s|[iu]yor|[ae]c[ae][kg]|m[ae]kte)(?:l[ae]r|[dt][iu]|[dt][iu]r|ydi|ydu)*|l[iu]yd[iu])"
    r"|(?:var|yok|degil|idi)(?:d[iu]r?|mis)?|.{2,}[ae]r(?:l[ae]r)?|.{3,}[iu]r(?:l[ae]r)?|.{2,}m[ae]z"
)
_SURE_FINITE = re.compile(
    r".*(?:[iu]yor|[ae]c[ae][kg]|m[iu]s)(?:l[ae]r|[dt][iu]|[dt][iu]r)*|(?:var|yok|degil)|.{3,}(?:[iu][ln]|l)[dt][iu]"
)
_ORDINAL = re.compile(r"(?:bir|iki|uc|dord|bes|alti|yedi|sekiz|dokuz|on)[iu]?nc[iu]|ilk|son|\d+[iu]?nc[iu]|sonuncu")
_PAST = re.compile(r"[dt][ıiuü](?:l[ae]r|r)?$")
_TIME = frozenset(
    "yazin kisin bahar ilkbahar ilkbaharda sonbahar sonbaharda yaz kis bugun dun yarin simdi gece geceleri"
    " gunduz sabah aksam"
    " sabahlari aksamlari hafta haftaici haftasonu gecen gelecek onceki sonraki".split()
)
_DAYS = re.compile(
    r"(?:pazartesi|sali|carsamba|persembe|cuma|cumartesi|pazar)(?:si|sini|leri|ya|ye|yi|da|de|gunu|nin)?"
)
_FUNCTION = frozenset(
    "ve ile veya ya da de ki icin gore kadar gibi daha en cok az toplam toplamda bu o su her ise sadece yalnizca"
    " hem olarak olan"
    " arasinda arasindaki peki acaba tane adet ilk son yeni eski buyuk kucuk beri itibaren once sonra kez kere"
    " defa kisi yil"
    " yana iki uc dort bes alti yedi sekiz dokuz on bugune bugun halen simdi hala su an toplami eder oldu olan"
    " olanlar olani olur".split()
)
_ADJECTIVAL = re.compile(r".{2,}(?:l[iu][kg]?|s[ae]l|d[ae]ki|nd[ae]ki|s[iu]z|[iu]nc[iu]|[iu]lan|[ae]n)")


@dataclass(frozen=True, slots=True)
class Token:
    """A word: `text[start:end]` with its apostrophe suffix; `stem` without it.

    `kind` is question, particle, pronoun, year, number, ordinal, time, name, function or word; `case` one of five
    cases, "possessed" for a bare possessive ("üyesi"), None for none that can be told.
    """

    start: int
    end: int
    stem: str
    folded: str
    suffix: str
    kind: str
    case: str | None

    @property
    def is_content(self) -> bool:
        """Tell whether the word says what the question is about."""
        return self.kind in ("name", "word")


def read_words(text: str, *, within: bool = False) -> list[Token]:
    """Return the words of a Turkish text in order; `within` says that it does not begin a sentence."""
    found: list[Token] = []
    spoken = words(text)
    for at, word in enumerate(spoken):
        end = word.end + (len(word.suffix) + 1 if word.suffix else 0)
        folded = fold(word.text)
        kind = _kind(word.text, folded, word.suffix, first=not within and not text[: word.start].strip(" \"'“«("))
        if kind == "particle" and folded == "mudur" and at + 1 < len(spoken):
            kind = "word"  # "müdür" the director: the particle stands last
        case = _case(word.text, word.suffix, kind)
        found.append(Token(word.start, end, word.text, folded, word.suffix, kind, case))
    return found


def is_finite(token: Token) -> bool:
    """Tell whether the last word of a question can be its predicate."""
    return not token.suffix and token.kind in ("word", "function") and _FINITE.fullmatch(token.folded) is not None


def is_surely_finite(token: Token) -> bool:
    """Tell whether a word is a predicate wherever it stands."""
    if token.suffix or token.kind not in ("word", "function") or lower(token.stem) in turkish_nouns():
        return False  # "gümüş" is no verb
    return _SURE_FINITE.fullmatch(token.folded) is not None


def is_past(token: Token) -> bool:
    """Tell whether a word is a verb in the simple past, and no noun of the lexicon."""
    return is_finite(token) and _PAST.search(lower(token.stem)) is not None and known_noun(lower(token.stem)) is None


def known_noun(word: str) -> tuple[str, str] | None:
    """Return the noun of the lexicon that a lower-case word is an inflection of, and its ending ("şehre": şehir, e)."""
    if word in turkish_nouns():
        return word, ""
    known = known_stem(word, turkish_nouns(), shortest=3)
    for short, noun in DROPPING.items():
        if (
            word.startswith(short)
            and (ending := word[len(short) :])[:1] in tuple(VOWELS)
            and is_inflection(short, ending)
        ):
            return noun, ending
    return known


def is_instrumental(token: Token) -> bool:
    """Tell whether a word has the ending of "ile" ("trenle", "Ali'yle")."""
    if token.suffix:
        return re.fullmatch(r"y?l[ae]", token.suffix) is not None
    known = known_noun(lower(token.stem)) if token.kind == "word" else None
    return known is not None and re.fullmatch(r"(?:l[ae]r)?(?:s?[ıiuü])?y?l[ae]", known[1]) is not None


def is_adjectival(token: Token) -> bool:
    """Tell whether a word looks like one that stands before a noun to describe it ("yıllık", "kültürel")."""
    return token.case is None and _ADJECTIVAL.fullmatch(token.folded) is not None


def is_place(stem: str) -> bool:
    """Tell whether a name is a country or a well-known city."""
    low = lower(stem)
    return low in turkish_countries() or low in english_cities()


def is_unit(stem: str) -> bool:
    """Tell whether a word is a unit, which is counted with but not about ("ton", "kişi")."""
    bare = re.sub(r"l[ıiuü][kğ]$", "", lower(stem))
    return bare in ("kişi", "tane", "adet", "kat", "puan", "yaş", "yaşında", "oy") or find_unit(bare, "tr") is not None


@lru_cache(maxsize=4096)
def _kind(word: str, folded: str, suffix: str, *, first: bool) -> str:
    if folded.isdigit():
        return "year" if len(folded) == 4 and 1000 <= int(folded) <= 2100 else "number"
    if folded[0].isdigit():
        return "number"
    for kind, pattern in (
        ("question", _QUESTION),
        ("particle", _PARTICLE),
        ("pronoun", _PRONOUN),
        ("ordinal", _ORDINAL),
    ):
        if pattern.fullmatch(folded) and not suffix:
            return kind
    if folded in _TIME or _DAYS.fullmatch(folded) or lower(word) in months("tr"):
        return "time"
    low = lower(word)
    named = word[0].isupper() and (not first or is_place(word) or _bare_name(word, low))
    if suffix or named or _is_small_country(low):
        return "name"
    return "function" if folded in _FUNCTION else "word"


def _is_small_country(low: str) -> bool:
    """Tell whether a word typed in small letters is a country, with or without an ending ("rusyadan")."""
    if len(low) < 5 or known_noun(low) is not None:
        return False
    return known_stem(low, turkish_countries(), shortest=5) is not None


def _bare_name(word: str, low: str) -> bool:
    """Tell whether a capitalised first word is a place under a case ending, or an abbreviation."""
    if len(word) > 1 and word.isupper():
        return True
    return known_noun(low) is None and known_stem(low, turkish_countries(), shortest=4) is not None


@lru_cache(maxsize=4096)
def _case(word: str, suffix: str, kind: str) -> str | None:
    if suffix:
        return case_of(suffix)
    if kind in ("question", "particle", "number", "year") or len(word) < 3:
        return None
    low = lower(word)
    if low in turkish_nouns():
        return None
    known = known_noun(low)
    return _case_of_known(*known) if known else guess_case(low)


def _case_of_known(stem: str, ending: str) -> str | None:
    if ending in ("ı", "i", "u", "ü", "sı", "si", "su", "sü", "ları", "leri"):
        return "possessed"
    return None if ending in ("lar", "ler") else case_of(ending.removeprefix("lar").removeprefix("ler"))


def guess_case(low: str) -> str | None:
    """Name the case of a word that the lexicon does not have, by endings that hardly anything else has."""
    for case, pattern in _GUESSES:
        if pattern.fullmatch(low):
            return case
    return None


_GUESSES = (
    ("ablative", re.compile(r".{3,}[dt][ae]n")),
    ("locative", re.compile(r".{2,}[dt][ae]")),
    ("genitive", re.compile(r".{2,}(?:[ıiuü]n[ıiuü]n|l[ae]r[ıiuü]n|[aeıioöuü]n[ıiuü]n)|.{4,}[^aeıioöuün][ıiuü]n")),
    ("accusative", re.compile(r".{3,}(?:[ıiuü]n[ıiuü]|[aeıioöuü]y[ıiuü])")),
    ("dative", re.compile(r".{3,}(?:[ıiuü]n[ae]|[aeıioöuü]y[ae]|l[ae]r[ae])")),
    ("possessed", re.compile(r".{3,}(?:[aeıioöuü]s[ıiuü]|l[ae]r[ıiuü]|[^aeıioöuü][ıiuü])")),
)

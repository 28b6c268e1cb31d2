"""The questions that ask for what a "how many" question counts: "How many villages ...?" → "Which villages ...?"."""

import re

from qa.quantities.units import find_unit
from qa.text import capitalize, fold, lower
from qa.words.declension import inflect_like, plural, possessive
from qa.words.inflection import known_stem
from qa.words.lexicon import turkish_stems

_APART = {"tr": r"ayri|farkli|degisik|cesit|tane|adet", "en": r"different|separate|distinct|of the|other"}
HOW_MANY = {
    "tr": re.compile(rf"\bkac\s+(?P<apart>(?:(?:{_APART['tr']})\s+)*)(?P<noun>[^\W\d_]+)"),
    "en": re.compile(
        rf"\bhow many\s+(?P<apart>(?:(?:{_APART['en']})\s+)*)"
        r"(?P<of>(?:(?![^\W\d_]+s\s)[^\W\d_]+\s+){1,2}?"
        r"(?=[^\W\d_]+s\b|[^\W\d_]+\s+(?:are|were|do|does|did|has|have|had|can|will|would)\b))?"
        r"(?P<noun>[^\W\d_]+)"
    ),
}
_DIFFERENCE = re.compile(r"\b(?:fazla|daha|more|fewer|less|than|fark(?!li)\w*)\b")
_PART = re.compile(r"\bhow many of the \d")  # "How many of the 12 are schools?": the rest is not listed with them
ADJECTIVE = re.compile(
    r"(?:arası|s[ae]l|l[ıiuü]|s[ıiuü]z)$|^(?:tarihi|resmi|askeri|siyasi|dini|özel|yeni|büyük|küçük)$"
)
_NUMBER_OF_TR = re.compile(
    r"^(?P<before>.*?)\b(?P<noun>[^\W\d_]{2,}?)l[ae]r(?P<own>[ıi]n(?=[ıi]n\b))?[ıi]n\s+sayıs[ıi]\s+(?:kaç(?:tır)?|ne(?:dir)?)"
    r"\s*\?*$"
)
_NOUN_NUMBER_TR = re.compile(
    r"^(?P<before>.*?)\b(?P<noun>[^\W\d_]{2,}(?<!l[ae]r[ıi]n))\s+(?:sayıs[ıi](?:\s+(?:kaç(?:tır)?|ne(?:dir)?))?|kaç(?:tır)?)\s*\?*$"
)  # "yer sayısı kaç?", "ürün çeşidi kaç?"
_TOTAL = re.compile(r"\btoplam\b")
_NUMBER_OF_EN = re.compile(r"^\W*what (?:is|was) the number of (?P<what>.+)$", re.IGNORECASE)
_OF_OTHER_NOUN = re.compile(
    r"(?:[dt][ae]n?|n[ıiuü]n|[ae]n|[dt][ıiuü]ğ[ıiuü]|ki)$"
)  # no adjective of the noun behind it
_STANDS = re.compile(r"\b(?:var|bulun|yer al|mevcut|açıl|açt|kurul|kurd|işlet)")


def counted_word(question: str) -> str | None:
    """Return the word behind "kaç" in a Turkish question, None where there is none."""
    asked = HOW_MANY["tr"].search(fold(question))
    return question[slice(*asked.span("noun"))] if asked else None


def as_how_many(question: str, language: str) -> str:
    """Return "Kaç köy var?" for "Köylerin sayısı kaç?", and "How many ..." for "What is the number of ...?"."""
    if language == "en":
        asked = _NUMBER_OF_EN.match(question)
        return f"How many {asked['what']}" if asked else question
    asked = _NUMBER_OF_TR.match(question)
    if asked is None:
        return question
    noun = lower(asked["noun"])
    return _are_there(asked["before"], possessive(noun) if asked["own"] else noun)


def as_how_many_listed(question: str, language: str) -> str:
    """Return "Kalınan kaç yer var?" for "Kalınan yer sayısı kaç?", which a number that is stated answers as it is."""
    asked = _NOUN_NUMBER_TR.match(question) if language == "tr" and not _TOTAL.search(lower(question)) else None
    return _are_there(asked["before"], lower(asked["noun"])) if asked else question


def _are_there(before: str, noun: str) -> str:
    """Ask how many of a noun there are; a bare word before it, which is of one compound with it, stays beside it."""
    pieces = before.split()
    at = len(pieces) - bool(pieces and pieces[-1].islower() and not _OF_OTHER_NOUN.search(pieces[-1]))
    return capitalize(" ".join([*pieces[:at], "kaç", *pieces[at:], noun, "var?"]))


def listing_question(question: str, language: str) -> str | None:
    """Return the question that asks for what a "how many" question counts, None where it counts nothing.

    "Kaç köyde okul var?" → "Hangi köylerde okul var?"; "How many people spoke?" → "Who spoke?". Measured things
    (hours, tons, lira) cannot be listed, unless they are said to be different ones.
    """
    asked = HOW_MANY[language].search(fold(question))
    if asked is None or _DIFFERENCE.search(fold(question)) or _PART.search(fold(question)):
        return None
    if not asked["apart"] and find_unit(asked["noun"], language, plain=language == "tr"):
        return None
    start, end = asked.span("noun")
    if language == "tr":
        head, end = head_noun(question, start, end)
        things = question[start:head] + _plural(question[head:end], possessed=head > start)
        listing = f"hangi {things}".replace("hangi kişiler", "kimler")
    else:
        noun = question[asked.end("apart") : end]
        listing = "who" if noun.lower() == "people" else f"which {noun}"
    whole = question[: asked.start()] + listing + question[end:]
    return whole[0].upper() + whole[1:]


def places_question(question: str, language: str) -> str | None:
    """Return the question that asks where the things are that a "how many" question counts, None where it cannot be.

    Offices and schools are counted by their towns: "Vakfın kaç okulu var?" → "Vakfın nerelerde okulu var?".
    """
    asked = HOW_MANY[language].search(fold(question))
    if asked is None or listing_question(question, language) is None:
        return None
    if language == "tr":
        if not _STANDS.search(lower(question[asked.end("noun") :])):
            return None
        places = f"{question[: asked.start()]}nerelerde {question[asked.start('noun') :]}"
    else:
        things, rest = question[asked.end("apart") : asked.end("noun")], question[asked.end("noun") :].strip()
        verb, _, behind = rest.partition(" ")
        stand = re.search(r"\bhave\b|^there\b", behind)
        if asked.start() or stand is None or verb not in ("do", "does", "did", "are", "were"):
            return None
        places = f"In which places {verb} {behind[: stand.end()]} {things}{behind[stand.end() :]}"
    return places[0].upper() + places[1:]


def head_noun(question: str, start: int, end: int) -> tuple[int, int]:
    """Return where the noun stands that a Turkish number counts: behind adjectives, at the end of a compound."""
    while following := re.match(r"\s+([^\W\d_]+)", question[end:]):
        word, then = lower(question[start:end]), lower(following[1])
        compound = word in turkish_stems() and re.search(r"[ıiuü](?:n\w{1,4})?$", then)
        if not (compound or ADJECTIVE.search(word)) or known_stem(then, turkish_stems()) is None:
            break
        start, end = end + following.start(1), end + following.end(1)
        if compound:
            break
    return start, end


def _plural(noun: str, *, possessed: bool) -> str:
    """Return the plural of an inflected Turkish noun that is known ("köyde" → "köylerde"), else the noun.

    `possessed` tells that it ends a compound: "merkezi" is then of "merkez".
    """
    word = lower(noun)
    bare = re.match(r".+?(?=s?[ıiuü](?:n\w{1,4})?$)", word) if possessed else None
    found = (bare[0], word[bare.end() :]) if bare and bare[0] in turkish_stems() else known_stem(word, turkish_stems())
    if found is None or found[1].startswith("l"):  # "mahalleli" is a noun of its own
        return noun
    return inflect_like(plural(found[0]), found[1])

"""The two things between which a question lets choose: "A mı daha uzun, B mi?", "Which is longer, A or B?"."""

import re

from qa.reasoning.comparatives import LARGER
from qa.text import APOSTROPHES, fold
from qa.words.suffixes import strip_case

_PARTICLE = re.compile(r"\b(?:mi|mu)(?:dir|dur|ydi|ydu|ymis|ymus)?\b")
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
_ADJUNCT = r"\s(?:on|in|at|for|during)\s"
_DIRECTIONS = re.compile(
    r"\b(?P<first>from [^,]+? to [^,]+?),?\s+or\s+(?P<second>from [^,]+? to [^,]+)$", re.IGNORECASE
)
_AMOUNTS = re.compile(r"\b(?:more|fewer)\s+(?P<first>[^,]+?)\s+or\s+(?:more|fewer)\s+(?P<second>[^,]+)$", re.IGNORECASE)
_AUXILIARY = re.compile(r"(?:do|does|did|is|are|was|were|has|have|had|will|can)\s+", re.IGNORECASE)
_VERB_PHRASE = re.compile(
    r"\s(?:\w+\s+(?=more\b|fewer\b|less\b)|have|has|had|get|got|make|made|take|took|give|gave|hold|held|range|cover)\w*\b"
)
_PREPOSITIONS = re.compile(r"^(?:in|at|on|to|from|by|for|of|the one in|with|among)\s+", re.IGNORECASE)


def turkish_options(question: str) -> tuple[str, str] | None:
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


def english_options(question: str) -> tuple[str, str] | None:
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
        if match is None or re.search(r"\bfrom\b.*\bto\b", bare) or fold(match["first"]) in LARGER["en"].split():
            return None
    first, second = (_PREPOSITIONS.sub("", match[name].strip()) for name in ("first", "second"))
    asks = _AUXILIARY.match(first)
    if asks:  # "Does A or B have more ...?"
        return first[asks.end() :], _VERB_PHRASE.split(second)[0]
    return first, re.split(_ADJUNCT, second)[0]

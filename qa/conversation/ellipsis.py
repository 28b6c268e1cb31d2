"""Follow-ups that leave out what is measured or count years from those of the question before.

"How many did Fethiye get?" after "How many points did Bartın get?"; "Kırk yıl sonra?" after "1860'ta kaç kişi vardı?".
"""

import re
from decimal import Decimal

from qa.quantities import Kind, find_quantities
from qa.text import fold, lower
from qa.words.declension import decline
from qa.words.turkish_words import known_noun, read_words

_YEAR = re.compile(r"\b(?:1\d|20)\d\d\b")
_YEARS_ON = {
    "tr": re.compile(r"(?:(?:peki|ya)\s+)?(?P<span>.+? yıl) (?P<way>sonra|önce)(?:sı|si|ki)?", re.IGNORECASE),
    "en": re.compile(
        r"(?:(?:and|what about|how about)\s+)?(?P<span>\S+(?: \S+)? years?) (?P<way>later|after|on|earlier|before)"
        r"(?: that)?",
        re.IGNORECASE,
    ),
}
_BACK = ("önce", "earlier", "before")
_COUNTED = {
    "tr": re.compile(r"\bkaç (?P<noun>[^\W\d_]+)", re.IGNORECASE),
    "en": re.compile(
        r"\bhow many (?P<noun>[a-z]+(?: [a-z]+)??) (?:did|do|does|has|have|had|will|would|can)\b", re.IGNORECASE
    ),
}
_UNCOUNTED = {
    "tr": re.compile(r"\bne kadar(?= (?P<verb>[^\W\d_]+)\W*$)", re.IGNORECASE),
    "en": re.compile(r"\bhow many(?= (?:did|do|does|has|have|had|will|would|can)\b)", re.IGNORECASE),
}
_BARE_MEASURE = re.compile(r"(?:peki\s+)?(?P<what>(?:\S+\s+){1,3})(?:ne kadar|kaç)", re.IGNORECASE)
_MEASURES = re.compile(r"\b(?:kac|ne kadar)\b")


def fill(question: str, language: str, before: str) -> str:
    """Return a follow-up with what it leaves out of a measure, or with the year that it means; others unchanged.

    `before` is the question before, in the same language.
    """
    core = question.strip(" ?!.")
    told = _other_year(core, language, before) or _counted(question, language, before) or _bare(core, language, before)
    return told or question


def _other_year(core: str, language: str, before: str) -> str | None:
    asked, years = _YEARS_ON[language].fullmatch(core), _YEAR.findall(before)
    spans = find_quantities(asked["span"], language) if asked else []
    if asked is None or len(set(years)) != 1 or not spans:
        return None
    span = spans[0]
    if span.kind is not Kind.DURATION or span.unit != "year" or not isinstance(span.value, Decimal):
        return None
    year = int(years[0]) + int(span.value) * (-1 if asked["way"].lower() in _BACK else 1)
    return f"Peki {decline(str(year), 'locative')}?" if language == "tr" else f"And in {year}?"


def _counted(question: str, language: str, before: str) -> str | None:
    counted, left_out = _COUNTED[language].search(before), _UNCOUNTED[language].search(question)
    if counted is None or left_out is None:
        return None
    if language == "tr":
        named = _is_name(question[: left_out.start()])
        if not named or not re.search(rf"\b{left_out['verb']}\b", before):
            return None
    measure = f"kaç {counted['noun']}" if language == "tr" else f"how many {counted['noun']}"
    whole = f"{question[: left_out.start()]}{measure}{question[left_out.end() :]}"
    return whole[0].upper() + whole[1:]


def _bare(core: str, language: str, before: str) -> str | None:
    asked = _BARE_MEASURE.fullmatch(core) if language == "tr" else None
    if asked is None or not _MEASURES.search(fold(before)) or not _is_name(asked["what"]):
        return None
    return f"Peki {asked['what'].strip()}?"


def _is_name(text: str) -> bool:
    """Tell whether a text is a name, and nothing that another thing has ("Yüzölçümü")."""
    tokens = read_words(text, within=True)
    names = [t.kind == "name" and known_noun(lower(t.stem)) is None and t.stem[-1:] not in "ıiuü" for t in tokens]
    return bool(names) and all(names)

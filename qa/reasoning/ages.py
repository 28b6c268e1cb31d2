"""How old somebody was at death, or when something happened: from the dates of both that a text gives."""

import re
from collections.abc import Sequence

from qa.answerer import Finding
from qa.answers import Draft
from qa.citations import grounds
from qa.corpus import Article
from qa.quantities import Date
from qa.reasoning.figures import Figure, figures_in
from qa.reasoning.operands import clause_of, gather
from qa.sentences import sentences_of
from qa.text import fold, lower
from qa.words.terms import find_terms

# "Öldü" (died) and "oldu" (became) are one word once they are folded: the harmony of their endings tells most apart.
_ASKED = {
    "tr": re.compile(
        r"\b(?:öl(?:düğü|ünce)\w*|oldugunde|olunce|vefat \w+|hayat[ıi]n[ıi] kaybet\w*)\b.*\bka[cç] ya[sş]\w*|"
        r"\bka[cç] ya[sş]\w*\s+(?:öl(?:dü|müş)|vefat|hayat[ıi]n[ıi])"
    ),
    "en": re.compile(
        r"\bhow old\b.*\b(?:die[ds]?|death|passed away)\b|\bat what age\b.*\b(?:die[ds]?|pass(?:ed)? away)\b"
    ),
}
_ASKED_THEN = {
    "tr": re.compile(
        r"(?P<event>.+?\w(?:[dt][iu]g[iu](?:nda|nde)|[iu]nca|ken))\s+kac yas\w*|"
        r"\bkac yas\w*(?:yken|inda|inday?ken)?\s+(?P<then>(?!(?:vardi|idi)\b)\w.*)"
    ),
    "en": re.compile(r"\bhow old\b.*?\b(?:when|at)\b(?P<event>.+)|\b(?:at|from|by) (?:what|which) age\b(?P<then>.+)"),
}
_EVENT = re.compile(
    r"\b(?:(?P<birth>dog(?:du|mus|an|umlu)\w*|dunyaya gel\w*)|"
    r"(?P<death>olen\b|ol(?:du|mus)(?!\w*lar)\w*|vefat|hayatini kaybet\w*|yasamini yitir\w*|"
    r"(?:hayata|yasama) (?:veda|gozlerini)))"
)
_LIFE = re.compile(r"\((?P<birth>[^()–-]*?\d{4}[^()–-]*?)\s*[-–]\s*(?P<death>[^()–-]*?\d{4}[^()–-]*?)\)")
_AGED = re.compile(r"yas(?:ind\w*|iyd\w*|ti\w*)?$|old$|age$")
_CONFIDENCE = 0.8


def age_at_event(question: str, language: str, finding: Finding) -> Draft | None:
    """Answer "Öldüğünde kaç yaşındaydı?" and "At what age did she become professor?".

    None for another question, and where one of the dates lacks.
    """
    if not asks_age(question, language) or finding.best is None:
        return None
    dates = [figure for figure in gather([finding]).figures if isinstance(figure.quantity.value, Date)]
    lived_from, deaths = _lives(finding.best.article)
    births = _births(finding.best.article) or lived_from
    if _ASKED[language].search(lower(question)):
        events = [figure for figure in dates if _event(figure) == "death"] or deaths
    elif asked := _ASKED_THEN[language].search(fold(question)):
        start, end = asked.span("event" if asked["event"] else "then")
        events = _dates_of(question, language, (start, end), [date for date in dates if date not in births])
    else:
        return None
    pairs = [(b, d, years) for b in births for d in events if b.article.id == d.article.id and (years := _age(b, d))]
    if not pairs:
        return None
    birth, event, (age, exact) = min(pairs, key=lambda pair: abs(pair[0].start - pair[1].start))
    about = "" if exact else "yaklaşık " if language == "tr" else "about "
    text = f"{about}{age} yaşında" if language == "tr" else f"{about}{age} years old"
    places = [(figure.article, figure.start, figure.end) for figure in (birth, event)]
    calculation = f"{event.quantity.text} − {birth.quantity.text} = {age}"
    return Draft("span", text, *grounds(places), _CONFIDENCE, calculation)


def _births(article: Article) -> list[Figure]:
    """Return the dates of birth that an article gives, wherever it does."""
    told = [s for s in sentences_of(article.text) if _EVENT.search(fold(article.text[s.start : s.end]))]
    figures = [figure for sentence in told for figure in figures_in(article, (sentence.start, sentence.end))]
    return [one for one in figures if isinstance(one.quantity.value, Date) and _event(one) == "birth"]


def _lives(article: Article) -> tuple[list[Figure], list[Figure]]:
    """Return the dates of birth and death that stand in brackets behind a name ("(8 Nisan 1911 - 3 Mayıs 1983)")."""
    found = _LIFE.search(article.text)
    if found is None:
        return [], []
    sides = [figures_in(article, found.span(side)) for side in ("birth", "death")]
    births, deaths = ([one for one in figures if isinstance(one.quantity.value, Date)] for figures in sides)
    return births[:1], deaths[:1]


def asks_age(question: str, language: str) -> bool:
    """Tell whether a question asks how old somebody was."""
    return bool(_ASKED[language].search(lower(question)) or _ASKED_THEN[language].search(fold(question)))


def _dates_of(question: str, language: str, span: tuple[int, int], dates: Sequence[Figure]) -> list[Figure]:
    """Return the dates whose clauses speak of all that a part of a question does; [] where several do."""
    terms = [term for term in find_terms(question, language) if span[0] <= term.start < span[1] and term.known]
    told = [term for term in terms if term.name or not _AGED.match(fold(term.text))]
    found = [date for date in dates if told and all(map(clause_of(date).holds, told))]
    return found if len({date.start for date in found}) == 1 else []


def _event(figure: Figure) -> str | None:
    """Tell whether the words behind a date are of a birth or a death, None where they are of neither."""
    behind = figure.article.text[figure.end : figure.sentence[1]]
    for found in _EVENT.finditer(fold(behind)):
        if found["birth"]:
            return "birth"
        if not found["death"].startswith("ol") or behind[found.start()] in "öÖ":
            return "death"
    return None


def _age(birth: Figure, death: Figure) -> tuple[int, bool] | None:
    """Return the whole years between two dates and whether they are sure: years alone may be one too many."""
    born, died = birth.quantity.value, death.quantity.value
    assert isinstance(born, Date) and isinstance(died, Date)
    if born.year is None or died.year is None or not 0 < died.year - born.year < 130:
        return None
    years = died.year - born.year
    if born.month is None or died.month is None:
        return years, False
    before = (died.month, died.day or 31) < (born.month, born.day or 1)
    return years - before, True

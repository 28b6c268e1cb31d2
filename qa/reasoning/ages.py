"""How old somebody was at death: from the dates of birth and death that a text gives."""

import re

from qa.answerer import Finding
from qa.answers import Draft
from qa.citations import cite_each, span_of
from qa.quantities import Date
from qa.reasoning.figures import Figure
from qa.reasoning.operands import gather
from qa.text import fold

_ASKED = {
    "tr": re.compile(
        r"\b(?:ol(?:dugu|up|unce)\w*|vefat \w+|hayatini kaybet\w*)\b.*\bkac yas\w*|"
        r"\bkac yas\w*\s+(?:ol(?:du|mus)|vefat|hayatini)"
    ),
    "en": re.compile(
        r"\bhow old\b.*\b(?:die[ds]?|death|passed away)\b|\bat what age\b.*\b(?:die[ds]?|pass(?:ed)? away)\b"
    ),
}
_EVENT = re.compile(
    r"\b(?:(?P<birth>dog(?:du|mus|an|umlu)\w*)|(?P<death>ol(?:du|mus)(?!\w*lar)\w*|vefat|hayatini kaybet\w*))"
)
_CONFIDENCE = 0.8


def age_at_death(question: str, language: str, finding: Finding) -> Draft | None:
    """Answer "Öldüğünde kaç yaşındaydı?", None for another question and where one of the dates lacks."""
    if not _ASKED["en" if language == "en" else "tr"].search(fold(question)):
        return None
    figures = [figure for figure in gather([finding]).figures if isinstance(figure.quantity.value, Date)]
    births = [figure for figure in figures if _event(figure) == "birth"]
    deaths = [figure for figure in figures if _event(figure) == "death"]
    pairs = [(b, d, years) for b in births for d in deaths if b.article.id == d.article.id and (years := _age(b, d))]
    if not pairs:
        return None
    birth, death, (age, exact) = min(pairs, key=lambda pair: abs(pair[0].start - pair[1].start))
    about = "" if exact else "yaklaşık " if language == "tr" else "about "
    text = f"{about}{age} yaşında" if language == "tr" else f"{about}{age} years old"
    places = [(figure.article, figure.start, figure.end) for figure in (birth, death)]
    calculation = f"{death.quantity.text} − {birth.quantity.text} = {age}"
    return Draft("span", text, [span_of(*place) for place in places], cite_each(places), _CONFIDENCE, calculation)


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

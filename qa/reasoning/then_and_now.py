"""What was last year and what is this year: figures of two times, of which a text dates only the earlier.

"Sayımda 38.720 kuş kaydedildi. Geçen yıl 41.150 kuş görülmüştü.": the first figure is this year's because the second is
said to be last year's.
"""

import re
from collections.abc import Sequence

from qa.reasoning.figures import Figure
from qa.reasoning.operands import Evidence, count_alike, counts, coverage, pair_score, pairs_of
from qa.reasoning.operations import Label
from qa.text import fold
from qa.words.terms import Term, agree, mentions_in

_UNIT = (
    r"(?:yil|sezon|ay|hafta|donem|sene|ilkbahar|yaz|sonbahar|kis|year|season|month|week|time|term|spring|summer|autumn|"
    r"winter)"
)
_NOW = re.compile(rf"\b(?:bu|this) {_UNIT}\w*|\bnow\b|\bsimdi\b")
_THEN = re.compile(
    rf"\b(?:gecen|onceki|last|previous) {_UNIT}\w*|\bbir (?:yil|sezon|ay|hafta) once\w*|^last$|\bthe year before\b"
)
_YEAR = {
    "tr": re.compile(r"\b(?P<year>(?:19|20)\d\d)['’][dt][ae]\b(?!ki|n)"),
    "en": re.compile(r"\b[Ii]n (?P<year>(?:19|20)\d\d)\b"),
}
_YEAR_BEFORE = re.compile(r"\b(?:bir )?onceki (?:yil|sezon|sene|donem)")
_FARTHEST = 400  # characters between the two figures


def as_year_before(question: str, language: str, text: str) -> str:
    """Return a question of a year that a text does not name, but as the year before one that it names.

    "2022'de" is "bir önceki yıl" where the text gives 2023's figures "bir önceki yılki" beside them; other questions
    stay as they are.
    """
    years = list(_YEAR[language].finditer(question))
    if len(years) != 1:
        return question
    year = int(years[0]["year"])
    if str(year) in text or str(year + 1) not in text or not _YEAR_BEFORE.search(fold(text)):
        return question
    start, end = years[0].span()
    return f"{question[:start]}{'the year before' if language == 'en' else 'bir önceki yıl'}{question[end:]}"


def now_and_then(
    evidence: Evidence,
    labels: tuple[Label, Label],
    rest: Sequence[Term],
    dimensions: frozenset[str],
    counted: Term | None = None,
) -> tuple[float, Figure, Figure] | None:
    """Return the best pair of figures of this time and the last, in the order of the labels, with its score.

    None where the labels are no such times or the text has no such pair.
    """
    order = [(bool(_NOW.search(fold(label.text))), bool(_THEN.search(fold(label.text)))) for label in labels]
    if order not in ([(True, False), (False, True)], [(False, True), (True, False)]):
        return None
    terms = [term for term in rest if term.known and not _THEN.search(fold(term.text))]
    best: tuple[float, Figure, Figure] | None = None
    for one, two in pairs_of([figure for figure in evidence.figures if figure.dimension in dimensions]):
        dated = _is_dated(one), _is_dated(two)
        if dated[0] == dated[1] or abs(one.start - two.start) > _FARTHEST or not count_alike(one, two, terms):
            continue
        now, then = (two, one) if dated[0] else (one, two)
        if not _is_of(now, counted, terms) or not _is_of(then, counted, terms) or coverage(terms, (now, then)) < 0.5:
            continue
        score = pair_score(now, then, terms, evidence) + counts(counted, now, then)
        if best is None or score > best[0]:
            best = (score, now, then) if order[0][0] else (score, then, now)
    return best


def _is_dated(figure: Figure) -> bool:
    """Tell whether the part of the sentence that a figure stands in is of the earlier time."""
    text = figure.article.text
    if _THEN.search(fold(text[slice(*figure.clause)])):
        return True
    opening = fold(text[figure.sentence[0] : figure.start])
    return bool(_THEN.match(opening.lstrip('"“ ')))


def _is_of(figure: Figure, counted: Term | None, terms: Sequence[Term]) -> bool:
    """Tell whether a figure counts the noun asked for; where it names none, its clause must speak of the question."""
    unit = fold(figure.quantity.unit or "")
    if counted and unit and figure.dimension == "count":
        return any(agree(form, unit) for form in counted.forms)
    spoken = mentions_in(figure.article.text, *figure.clause)
    return not terms or any(spoken.holds(term) for term in terms)

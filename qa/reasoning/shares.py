"""How many of a whole are of a kind: "of the 131 riders, how many finished?", where the text gives the part.

"Yarışa 131 sporcu katıldı, bunların 94'ü bitirdi": the figure that is a part of those named, and of which the text says
what is asked, is the answer, whatever other figures the reader likes.
"""

import re
from collections.abc import Sequence
from itertools import permutations

from qa.answerer import Finding
from qa.answers import Draft
from qa.citations import grounds
from qa.reasoning.assertions import is_denied, is_negated, is_verb
from qa.reasoning.figures import Figure, is_part_of
from qa.reasoning.operands import beyond_topic, clause_of, gather
from qa.rendering import render
from qa.text import APOSTROPHES, fold
from qa.words.terms import Term, agree, find_terms, mentions_in

_CONFIDENCE = 0.8
_OF_THEM = {
    "tr": re.compile(r"\bkac(?:i|ini|inin|i da)\b|\bkac tanesi\w*|\w+l[ae]r[iu]n (?:kaci|ne kadari)\b"),
    "en": re.compile(
        r"\bhow many of (?:the|these|those|them|its|their|his|her)\b|\bof (?:these|those|them),? how many\b"
    ),
}
_POSSESSED = re.compile(rf"[{re.escape(APOSTROPHES)}]?s?[ıiuü]")


def find_share(question: str, language: str, finding: Finding) -> Draft | None:
    """Answer how many of some things are what the question says, None where the text gives no such part."""
    if not _OF_THEM[language].search(fold(question)) or is_denied(question, language):
        return None
    terms = find_terms(question, language)
    best: tuple[float, Figure, Figure] | None = None
    figures = gather([finding]).figures
    for whole, part in permutations(figures, 2):
        if whole.sentence != part.sentence or whole.start > part.start or not _is_share(whole, part, figures):
            continue
        score = _suits(terms, language, whole, part)
        if score and (best is None or score > best[0]):
            best = score, whole, part
    if best is None:
        return None
    part = best[2]
    rendering = render(part.quantity.text, language, question=question)
    spans, citations = grounds([(part.article, part.start, part.end)])
    return Draft("span", rendering.text, spans, citations, _CONFIDENCE, rendered=rendering.complete)


def _is_share(whole: Figure, part: Figure, figures: Sequence[Figure]) -> bool:
    """Tell whether a figure is a part of a whole, or stands beside one in a row ("7.940'ı planlı, 3.680'i acildir")."""
    if is_part_of(whole, part):
        return True
    first = next(
        (f for f in figures if f.sentence == part.sentence and f.start < part.start and is_part_of(whole, f)), None
    )
    if first is None or part.size is None or whole.size is None or not part.size < whole.size:
        return False
    return bool(_POSSESSED.match(part.article.text, part.end)) and part.dimension == first.dimension


def _suits(terms: list[Term], language: str, whole: Figure, part: Figure) -> float:
    """Return how much of what a question asks is said of a part, 0 where the whole is of other things."""
    counted = fold(whole.quantity.unit or "")
    if not counted or not any(agree(form, counted) for term in terms for form in term.forms):
        return 0.0
    article = part.article
    if is_negated(article.text[part.end : part.clause[1]]):
        return 0.0
    before = mentions_in(article.text, part.sentence[0], part.start)
    told = [term for term in beyond_topic(terms, article) if not before.holds(term)]
    if not all(term.known for term in told if not is_verb(term, language)):
        return 0.0
    said = clause_of(part)
    return float(sum(map(said.holds, told)))

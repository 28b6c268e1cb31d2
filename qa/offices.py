"""Offices: whether the person found holds the office that a question asks for.

"Who is the prime minister?" is not answered by "Dışişleri Bakanı Mehmet Uçar": the title right before a name tells.
"""

import re

from qa.candidates import Candidate
from qa.expectation import Expected, expected_answer
from qa.text import fold, words
from qa.words.terms import agree, find_terms

_HEADS = (
    "cumhurbaskan basbakan bakan baskan mudur vali kaymakam rektor dekan buyukelci konsolos sekreter sozcu kral "
    "kralice milletvekili komutan yonetmen antrenor kaptan muhtar savci hakim basrahip piskopos sef"
).split()
_REACH = 60  # characters before a name in which its title stands
_KIND = 4  # words of a title that say of what kind the office is
_OFFICE = re.compile(rf"(?P<head>{'|'.join(_HEADS)})(?:s?[iu](?:n\w{{0,3}})?)?")


def holds_other_office(question: str, language: str, best: Candidate) -> bool:
    """Tell whether a question asks who holds an office, and the text gives the person found another one."""
    if expected_answer(question, language) is not Expected.PERSON:
        return False
    asked = _asked(question, language)
    found = _title_of(best)
    if not asked or found is None:
        return False
    return not any(_is_of(one, found) for one in asked)


def _asked(question: str, language: str) -> list[list[str]]:
    """Return the offices that a question names, each as its folded words, the head last."""
    if language == "en":
        forms = [form.split() for term in find_terms(question, language) for form in term.forms]
        return [form for form in forms if _OFFICE.fullmatch(form[-1])]
    said = words(question)
    found = []
    for before, word in zip([None, *said], said, strict=False):
        if _OFFICE.fullmatch(fold(word.text)):
            kind = [fold(before.text)] if before and not before.suffix else []
            found.append([*kind, fold(word.text)])
    return found


def _title_of(best: Candidate) -> list[str] | None:
    """Return the title right before a name, or at its beginning, as folded words: those that say its kind, the head."""
    text = best.article.text
    said = [word for word in words(text[max(0, best.start - _REACH) : best.end]) if word.text[0].isupper()]
    own = sum(word.text[0].isupper() for word in words(best.text))
    folded = [fold(word.text) for word in said]
    heads = [at for at, word in enumerate(folded) if _OFFICE.fullmatch(word) and at >= len(said) - own - 1]
    return folded[max(0, heads[-1] - _KIND) : heads[-1] + 1] if heads else None


def _is_of(asked: list[str], found: list[str]) -> bool:
    """Tell whether two offices can be one: of one head, ministries of one kind where both name it."""
    one, two = _OFFICE.fullmatch(asked[-1]), _OFFICE.fullmatch(found[-1])
    if one is None or two is None or one["head"] != two["head"]:
        return False
    if one["head"] != "bakan" or len(asked) == 1 or len(found) == 1:
        return True
    return any(agree(kind, word) for kind in asked[:-1] for word in found[:-1])

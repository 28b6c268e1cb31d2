"""Offices: who holds the one that a question asks for, and whether the person found does.

"Who is the prime minister?" is not answered by "Dışişleri Bakanı Mehmet Uçar", nor "Who is the Norwegian minister?" by
"Peru Dışişleri Bakanı Luis Quispe": the title right before a name tells.
"""

import re
from collections.abc import Iterator, Sequence

from qa.candidates import Candidate
from qa.corpus import Article
from qa.expectation import Expected, expected_answer
from qa.reasoning.assertions import is_verb
from qa.reasoning.operands import context_of
from qa.retriever import Hit
from qa.sentences import sentence_at, sentences_of
from qa.text import Word, fold, words
from qa.words.terms import Mentions, Term, agree, find_terms, is_country, is_likely_name, mentions_in, names_country

_HEADS = (
    "cumhurbaskan basbakan bakan baskan mudur vali kaymakam rektor dekan buyukelci konsolos sekreter sozcu kral "
    "kralice milletvekili komutan yonetmen antrenor kaptan muhtar savci hakim basrahip piskopos sef"
).split()
_OF_A_KIND = ("bakan", "baskan", "mudur")  # there are many of them, told apart by what they head
_GENITIVE = re.compile(r"[iu]n$")
_REACH = 60  # characters before a name in which its title stands
_KIND = 4  # words of a title that say of what kind the office is
_ITS_NAME = re.compile(r"\b(?:adi|ismi)\s+(?:ne|nedir)\b|\bwhat is the name\b|\bcalled\b|\bnamed\b")
_WHO_IS = {
    "tr": re.compile(r"\bkim(?:dir)?\W*$|\b(?:adi|ismi)\s+(?:ne|nedir)\W*$"),
    "en": re.compile(r"^\W*(?:who(?:'s| is| was)|what is the name of)\b"),
}
_SAID = frozenset("ad adi isim ismi kimdir nedir name current".split())
_OFFICE = re.compile(rf"(?P<head>{'|'.join(_HEADS)})(?:s?[iu](?:n\w{{0,3}})?)?")


def holds_other_office(question: str, language: str, best: Candidate) -> bool:
    """Tell whether a question asks who holds an office, and the text gives the person found another one."""
    if expected_answer(question, language) is not Expected.PERSON and not _ITS_NAME.search(fold(question)):
        return False
    asked = _asked(question, language)
    found = _title_of(best)
    if not asked or found is None:
        return False
    if not any(_is_of(one, found) for one in asked):
        return True
    return _is_of_another(question, language, found) or _is_elsewhere(question, language, best)


def _is_elsewhere(question: str, language: str, best: Candidate) -> bool:
    """Tell whether a name of the question is known to the text, but far from where the person found is spoken of."""
    article, sentence = best.article, sentence_at(best.article.text, best.start)
    if sentence is None:
        return False
    opening = _opening(article)
    near, whole = context_of(article, sentence.start, sentence.end), mentions_in(article.text, 0, len(article.text))
    names = [term for term in find_terms(question, language) if is_likely_name(term) and not is_country(term)]
    return any(whole.holds(name) and not near.holds(name) and not opening.holds(name) for name in names)


def _opening(article: Article) -> Mentions:
    """Return the words of the first sentence, which often says of what place the whole text is."""
    return mentions_in(article.text, 0, sentences_of(article.text)[0].end)


def _is_of_another(question: str, language: str, title: list[str]) -> bool:
    """Tell whether a title is of a country, and the question names others only."""
    asked = {form for term in find_terms(question, language) if is_country(term) for form in term.forms}
    found = [word for word in title if names_country(word)]
    return bool(asked) and bool(found) and asked.isdisjoint(found)


def _asked(question: str, language: str) -> list[list[str]]:
    """Return the offices that a question names, each as its folded words, the head last."""
    if language == "en":
        forms = [form.split() for term in find_terms(question, language) for form in term.forms]
        offices = [form for form in forms if _OFFICE.fullmatch(form[-1])]
        return [one for one in offices if not any(len(two) > len(one) == 1 and two[-1:] == one for two in offices)]
    said = words(question)
    found = []
    for before, word in zip([None, *said], said, strict=False):
        if _OFFICE.fullmatch(fold(word.text)):
            owner = before is None or before.suffix or _GENITIVE.search(fold(before.text))
            kind = [] if owner or before is None else [fold(before.text)]
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
    """Tell whether two offices can be one: of one head, and of one kind where both name it ("belediye")."""
    one, two = _OFFICE.fullmatch(asked[-1]), _OFFICE.fullmatch(found[-1])
    if one is None or two is None or one["head"] != two["head"]:
        return False
    if one["head"] not in _OF_A_KIND or len(asked) == 1 or len(found) == 1:
        return True
    return any(agree(kind, word) for kind in asked[:-1] for word in found[:-1])


def find_holder(question: str, language: str, hits: Sequence[Hit]) -> tuple[Hit, int, int] | None:
    """Return the name that a passage puts right behind the office that a question asks for, with its offsets.

    "Norveç Dışişleri Bakanı Ada Lund" answers "Who is Norway's foreign minister?". None where the question asks more
    than who it is, where no title holds all of its words, or where two people have it.
    """
    asked = _asked(question, language)
    if not asked or not _WHO_IS[language].search(fold(question)):
        return None
    terms = [term for term in find_terms(question, language) if fold(term.text) not in _SAID]
    if any(is_verb(term, language) and not _OFFICE.fullmatch(term.forms[-1].split()[-1]) for term in terms):
        return None
    found = {}
    for hit in hits:
        for title, start, end in _titled(hit.article.text, hit.passage.start, hit.passage.end):
            stretch = Mentions(hit.article.text, *title)
            if any(_is_of(one, stretch.folded) for one in asked) and _is_whole(terms, stretch, hit):
                found[fold(hit.article.text[start:end])] = hit, start, end
    return next(iter(found.values())) if len(found) == 1 else None


def _is_whole(terms: Sequence[Term], title: Mentions, hit: Hit) -> bool:
    """Tell whether a title holds all terms of a question; a place may stand before it where the title names none."""
    lacking = [term for term in terms if not (term.known and title.holds(term))]
    if not lacking or not all(is_likely_name(term) and not is_country(term) for term in lacking):
        return not lacking
    places = _opening(hit.article), Mentions(hit.article.title)
    spans = [span for term in terms for span in title.find(term)]
    own = {fold(word.text) for word in title.words if any(start <= word.start < end for start, end in spans)}
    return own >= set(title.folded) and all(any(place.holds(term) for place in places) for term in lacking)


def _titled(text: str, start: int, end: int) -> Iterator[tuple[tuple[int, int], int, int]]:
    """Yield each title of a passage that a name of two words or more follows, and the offsets of the name."""
    said = words(text[start:end])
    for at, head in enumerate(said):
        if not _OFFICE.fullmatch(fold(head.text)) or head.suffix or not head.text[0].isupper():
            continue
        first, last = at, at + 1
        while first > 0 and _goes_with(text[start:end], said[first - 1], said[first]):
            first -= 1
        while last < len(said) and said[last].text[0].isupper() and _touch(text[start:end], said[last - 1], said[last]):
            last += 1
            if said[last - 1].suffix:
                break
        if last - at > 2 and not any(_OFFICE.fullmatch(fold(word.text)) for word in said[at + 1 : last]):
            yield (start + said[first].start, start + head.end), start + said[at + 1].start, start + said[last - 1].end


def _goes_with(text: str, before: Word, word: Word) -> bool:
    """Tell whether a word belongs to the title behind it."""
    return _touch(text, before, word) and (before.text[0].isupper() or before.text == "ve")


def _touch(text: str, one: Word, two: Word) -> bool:
    return text[one.end + bool(one.suffix) + len(one.suffix) : two.start].isspace()

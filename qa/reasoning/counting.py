"""Counts over a list: "Kaç köyde ...?" where the text gives no number but names the villages."""

import re
from collections.abc import Iterator, Sequence

from qa.answerer import Finding
from qa.answers import Draft
from qa.candidates import Candidate
from qa.citations import cite, span_of
from qa.corpus import Article
from qa.enumerations import Enumeration, find_enumerations
from qa.lexical import STOPWORDS
from qa.quantities import Kind
from qa.quantities.units import find_unit
from qa.reasoning.figures import figures_in
from qa.reasoning.operands import context_of
from qa.sentences import sentences_of
from qa.text import fold, lower, words
from qa.words.names import turkish_countries
from qa.words.suffixes import split_list
from qa.words.terms import Term, agree, find_terms, mentions_in

_HOW_MANY = {
    "tr": re.compile(r"\bkac\s+(?:(?:ayri|farkli|degisik|cesit|tane|adet)\s+)*(?P<noun>[^\W\d_]+)"),
    "en": re.compile(
        r"\bhow many\s+(?:(?:different|separate|distinct|kinds of|types of|of the|"
        r"other)\s+)*(?P<noun>[^\W\d_]+(?:\s+[^\W\d_]+)?)"
    ),
}
_DIFFERENCE = re.compile(r"\b(?:fazla|daha|more|fewer|less|than|fark\w*)\b")
# An open list names some of its members only.
_OPEN = re.compile(
    r"\b(?:aralarinda|arasinda|gibi|vb|vs|vd|basta olmak uzere|benzeri|ve diger\w*|ornegin|mesela|dahil|cok "
    r"sayida|birçok|bircok|pek cok|cesitli)\b"
)
GENERIC = frozenset("people person member members thing things kisi uye tane".split())
_LONGEST = 5  # words of the longest item
_TOP = 5  # candidates that may be whole lists
_COVERED = 0.5  # share of the question's words that the sentence of the list must speak of


def count_items(question: str, language: str, finding: Finding) -> Draft | None:
    """Count the members of the list that a "how many" question is about.

    None where the question asks for something else, where the text states the number, and where the list is open
    ("aralarında ... da bulunan", "... gibi"), so that its members cannot be counted.
    """
    asked = _HOW_MANY[language].search(fold(question))
    if (
        asked is None
        or _DIFFERENCE.search(fold(question))
        or find_unit(asked["noun"].split()[0], language, plain=language == "tr")
    ):
        return None
    terms = find_terms(question, language)
    noun = [term for term in terms if asked.start("noun") <= term.start < asked.end("noun")]
    best: tuple[float, Article, list[tuple[int, int]]] | None = None
    likely = _likely_articles(finding)
    for strength, article, span in _sentences(finding):
        if article.id not in likely:
            continue
        covered = _coverage(terms, article, span)
        if covered < _COVERED or _states_number(noun, terms, article, span):
            if covered >= _COVERED:
                return None
            continue
        for items in _lists_in(article, span, finding):
            items = _new_items(article, items, terms)
            if (
                len(items) < 2
                or _is_open(article.text, span, items)
                or not all(_is_item(article.text[slice(*i)]) for i in items)
            ):
                continue
            score = 2 * covered + 0.5 * strength + _head_bonus(noun, article, span, items)
            score += 0.6 * any(_spans(candidate, article, items) for candidate in finding.candidates[:_TOP])
            if score >= 1.5 and (best is None or score > best[0]):
                best = score, article, items
    if best is None:
        return None
    score, article, items = best
    spans = [span_of(article, *item) for item in items]
    citations = cite(article, items[0][0], items[-1][1])
    return Draft("count", str(len(items)), spans, citations, min(0.95, 0.3 + 0.2 * score))


def _likely_articles(finding: Finding) -> set[str]:
    """Return the articles of the best span and of the best hit."""
    if not finding.candidates:
        return set()
    hit = max((candidate.hit for candidate in finding.candidates), key=lambda hit: hit.score)
    return {finding.candidates[0].article.id, hit.article.id}


def _lists_in(article: Article, span: tuple[int, int], finding: Finding) -> Iterator[list[tuple[int, int]]]:
    """Yield the items of each list of a sentence: those that the reader points at, then all enumerations."""
    for candidate in finding.candidates[:_TOP]:
        if candidate.article.id == article.id and span[0] <= candidate.start and candidate.end <= span[1]:
            items = split_list(candidate.text)
            if len(items) > 2:
                yield [(candidate.start + a, candidate.start + b) for a, b in items]
    for enumeration in find_enumerations(article.text, *span):
        yield _items(article, enumeration, finding)


def _spans(candidate: Candidate, article: Article, items: Sequence[tuple[int, int]]) -> bool:
    """Tell whether a candidate is a whole list."""
    near = abs(candidate.start - items[0][0]) < 3 and abs(candidate.end - items[-1][1]) < 8
    return candidate.article.id == article.id and near


def _sentences(finding: Finding) -> list[tuple[float, Article, tuple[int, int]]]:
    """Return the sentences near the candidates with the reader's view of each (0 to 1), the strongest first."""
    found: dict[tuple[str, int], tuple[float, Article, tuple[int, int]]] = {}
    for rank, candidate in enumerate(finding.candidates):
        sentences = sentences_of(candidate.article.text)
        at = next((i for i, s in enumerate(sentences) if s.start <= candidate.start < s.end), 0)
        for near in range(max(0, at - 1), min(len(sentences), at + 2)):
            span = (sentences[near].start, sentences[near].end)
            strength = 1 / (1 + rank + 2 * abs(near - at))
            key = (candidate.article.id, span[0])
            if key not in found or found[key][0] < strength:
                found[key] = strength, candidate.article, span
    return sorted(found.values(), key=lambda entry: -entry[0])


def _coverage(terms: Sequence[Term], article: Article, span: tuple[int, int]) -> float:
    """Return the share of terms (names double) that a sentence speaks of; its title and lead count for half."""
    inside, context = mentions_in(article.text, *span), context_of(article, *span)
    weighed = [(2.0 if term.name else 1.0, term) for term in terms if term.known]
    total = sum(weight for weight, _ in weighed)
    held = sum(w * (1.0 if inside.holds(t) else 0.5 if context.holds(t) else 0.0) for w, t in weighed)
    return held / total if total else 0.0


def _states_number(noun: Sequence[Term], terms: Sequence[Term], article: Article, span: tuple[int, int]) -> bool:
    """Tell whether a sentence gives the number of what is asked for ("6 köyde")."""
    for figure in figures_in(article, span):
        if figure.quantity.kind not in (Kind.COUNT, Kind.NUMBER) or figure.dimension != "count":
            continue
        following = words(article.text[figure.end : figure.end + 40])[:2]
        counted = [fold(figure.quantity.unit or ""), *(fold(word.text) for word in following)]
        if any(agree(form, unit) for term in noun for form in term.forms for unit in counted if len(unit) > 1):
            return True
    return False


def _items(article: Article, enumeration: Enumeration, finding: Finding) -> list[tuple[int, int]]:
    """Return the items of an enumeration, at the edges that a candidate has or else that its other items suggest."""
    inside = next((c for c in finding.candidates if _matches(c, article, enumeration)), None)
    start, end = (inside.start, inside.end) if inside else _edges(article.text, enumeration)
    return [(start + a, start + b) for a, b in split_list(article.text[start:end])]


def _new_items(article: Article, items: list[tuple[int, int]], terms: Sequence[Term]) -> list[tuple[int, int]]:
    """Leave out a first item that is the subject of the question itself ("Bal, Almanya, Japonya ve Katar'a ...")."""
    spoken = mentions_in(article.text, *items[0]) if items else None
    if spoken and len(spoken.words) == 1 and any(spoken.holds(term) for term in terms):
        return items[1:]
    return items


def _matches(candidate: Candidate, article: Article, enumeration: Enumeration) -> bool:
    return (
        candidate.article.id == article.id
        and candidate.start in enumeration.starts
        and candidate.end in enumeration.ends
    )


def _edges(text: str, enumeration: Enumeration) -> tuple[int, int]:
    """Choose the edges at which the first and the last item are built like the ones between them."""
    core = text[slice(*enumeration.core)]
    inner = [piece.strip() for piece in re.split(r"[,;]\s|\sve\s|\sile\s", core) if piece.strip()]
    capital = inner[0][0].isupper() if inner else text[enumeration.core[1]].isupper()
    length = max((len(piece.split()) for piece in inner), default=1)
    starts = (
        [at for at in enumeration.starts if at < enumeration.core[0] and text[at].isupper() == capital]
        or [at for at in enumeration.starts if at < enumeration.core[0]]
        or list(enumeration.starts)
    )
    ends = [at for at in enumeration.ends if at > enumeration.core[1]] or list(enumeration.ends)
    start = min(
        starts, key=lambda at: abs(len(text[at : enumeration.core[0]].split()) - (1 if not capital else length))
    )
    if capital:
        start = min(starts)
        first = len(text[start : enumeration.core[0]].split())
        opens = text[:start].rstrip()[-1:] in ("", ".", "!", "?")
        later = [at for at in starts if at > start]
        if opens and later and first > length:  # the subject of the sentence stands before the list
            start = later[0]
    end = min(ends, key=lambda at: abs(len(text[enumeration.core[1] : at].split()) - length))
    if capital:
        capitals = [at for at in ends if text[:at].split()[-1][0].isupper()]
        end = max(capitals) if capitals else end
    return start, end


def _is_item(text: str) -> bool:
    """Tell whether a piece of a list can be a member of it: a few words, no link, no half of a quotation."""
    return (
        len(text) > 1
        and len(text.split()) <= _LONGEST
        and text.count('"') % 2 == 0
        and fold(text) not in ("ile", "ise", "ve")
    )


def _is_open(text: str, span: tuple[int, int], items: Sequence[tuple[int, int]]) -> bool:
    """Tell whether the words around a list say that it is not complete."""
    before = fold(text[max(span[0], items[0][0] - 60) : items[0][0]])
    after = fold(text[items[-1][1] : min(span[1], items[-1][1] + 60)])
    within = fold(text[items[0][0] : items[-1][1]])
    return any(_OPEN.search(part) for part in (before, after, within))


def _head_bonus(
    noun: Sequence[Term], article: Article, span: tuple[int, int], items: Sequence[tuple[int, int]]
) -> float:
    """Reward a list that stands beside the noun asked for ("... ve Akçadere köylerinde")."""
    nouns = [term for term in noun if not set(term.forms) & GENERIC and fold(term.text) not in STOPWORDS]
    if not nouns:
        return 0.0
    head = re.match(r"\W*(?P<noun>[^\W\d_]{2,}?l[ae]r\w*)", article.text[items[-1][1] : span[1]])
    if head and head["noun"].islower() and not any(agree(form, fold(head["noun"])) for t in nouns for form in t.forms):
        return -0.8  # the list is of something else: "... salonlarına dağıtıldı"
    after = mentions_in(article.text, items[-1][1], min(span[1], items[-1][1] + 30))
    before = mentions_in(article.text, max(span[0], items[0][0] - 50), items[0][0])
    inside = mentions_in(article.text, *span)
    if any("ulke" in term.forms or term.forms[0].startswith("ulke") for term in nouns) and all(
        lower(article.text[slice(*item)]) in turkish_countries() for item in items
    ):
        return 0.6
    if any(after.holds(term) or before.holds(term) for term in nouns):
        return 0.6
    return 0.2 if any(inside.holds(term) for term in nouns) else -0.4

"""Counts over a list: "Kaç köyde ...?" where the text gives no number but names the villages.

What is counted is read for as a list: "How many villages ...?" counts what answers "Which villages ...?".
"""

import re
from collections.abc import Callable, Iterator, Sequence

from qa.answerer import Finding
from qa.answers import Draft
from qa.candidates import Candidate
from qa.citations import cite, span_of
from qa.corpus import Article
from qa.enumerations import Enumeration, find_enumerations, parts_named, without_lead
from qa.list_edges import named_beside
from qa.quantities import Kind
from qa.reasoning.figures import figures_in
from qa.reasoning.listings import ADJECTIVE, HOW_MANY, head_noun, listing_question, places_question
from qa.reasoning.located_answers import count_located
from qa.reasoning.operands import context_of
from qa.reasoning.places import groups_of
from qa.retriever import Hit
from qa.sentences import sentence_at, sentences_of
from qa.text import fold, lower, words
from qa.words.suffixes import split_list
from qa.words.terms import Term, agree, find_terms, mentions_in

# An open list names some of its members only.
_OPEN = re.compile(
    r"\b(?:aralarinda|\w+l[ae]r\w* arasinda|gibi|vb|vs|vd|basta olmak uzere|benzeri|ve diger\w*|diger \w+l[ae]r\w*|"
    r"ornegin|mesela|dahil|"
    r"cok sayida|bircok|pek cok|cesitli)\b|(?<!\S)d[ae]\s+(?:bulun|yer al|var\b)"
)
_NAMED_ONES = re.compile(  # "How many of them are named?" counts an open list too
    r"\bad[iı]?\w* (?:gec|an[iı]l|say[iı]l|veril)\w*|\b(?:ad[iı]|isim)\w* (?:gecen|an[iı]lan|say[iı]lan|verilen)\b|"
    r"\bby name\b|\b(?:named?|names|mentions?|mentioned|lists?|listed)\b"
)
_NAMES = re.compile(r"(?:ad|isim)l[ae]r")  # "A, B ve C adlarını taşır": the list is of what is asked for all the same
GENERIC = frozenset("people person member members thing things kisi uye tane".split())
_KINDS = re.compile(r"cesit|farkli|ayri|degisik|different|separate|distinct")
_KINDS_OF = ("cesit", "tur", "farkli", "ayri", "degisik")
_LONGEST = 5  # words of the longest item
_WIDENED = 0.9  # how sure a list remains of which the reader took one item
_SURE = 0.5  # confidence from which a list is the one asked for, if it cannot be counted
_NAMED = 0.7  # share of the words of an item by which a question names it
_NOUN_WITHIN = 2  # words behind a number among which the noun is that it counts
_NEAR = 40  # characters behind a list of places within which it says what is there
_COVERED = 0.5  # share of the question's words that a sentence with a number must speak of


def is_unstated(question: str, language: str, hits: Sequence[Hit]) -> bool:
    """Tell whether a question counts what could be listed, and no passage found for it gives a number of that."""
    noun = _stated_noun(question, language)
    if listing_question(question, language) is None or not any(term.known for term in noun):
        return False
    return not any(_states_number(noun, hit.article, (hit.passage.start, hit.passage.end)) for hit in hits)


def count_items(question: str, language: str, finding: Finding | None, find: Callable[[str], Finding]) -> Draft | None:
    """Count the members of the list that a "how many" question is about.

    `finding` is what was found for the question, None where it was not read since no number is stated; `find` reads
    the questions that ask for what it counts. None where the text states the number, and where the list is open
    ("aralarında ... da bulunan", "... gibi"), so that its members cannot be counted.
    """
    listing = listing_question(question, language)
    if listing is None:
        return None
    terms, noun, stated = find_terms(question, language), _noun_of(question, language), _stated_noun(question, language)
    naming = bool(_NAMED_ONES.search(fold(question)))
    if finding:
        for article, span in [] if naming else _sentences(finding):
            if _coverage(terms, article, span) >= _COVERED and _states_number(stated, article, span):
                return None
        if located := count_located(question, language, finding, naming=naming):
            return located
    listed = find(listing)
    if located := count_located(question, language, listed, naming=naming):
        return located
    counted = _count(question, terms, noun, listed, naming=naming)
    places = places_question(question, language)
    if listed.confidence > _SURE or places is None:
        return counted
    placed = find(places)
    if located := count_located(question, language, placed, naming=naming):
        return located
    by_place = _count(question, terms, noun, placed, of=True)
    return max((draft for draft in (counted, by_place) if draft), key=lambda draft: draft.confidence, default=None)


def _noun_of(question: str, language: str) -> list[Term]:
    """Return the terms of the noun that a question counts."""
    asked = HOW_MANY[language].search(fold(question))
    if asked is None:
        return []
    start, end = asked.span("noun")
    if language == "tr" and ADJECTIVE.search(lower(question[start:end])):
        start, end = head_noun(question, start, end)  # "kaç yeni istasyon"
    return [term for term in find_terms(question, language) if term.start < end and start < term.end]


def _stated_noun(question: str, language: str) -> list[Term]:
    """Return the terms of the noun whose number would answer: of "kaç çeşit ağaç" that of the kinds, not the trees."""
    asked = HOW_MANY[language].search(fold(question))
    if asked and (kinds := _KINDS.search(asked["apart"])):
        return [Term(*kinds.span(), kinds[0], _KINDS_OF)]
    return _noun_of(question, language)


def _count(
    question: str,
    terms: Sequence[Term],
    noun: Sequence[Term],
    listed: Finding,
    *,
    of: bool = False,
    naming: bool = False,
) -> Draft | None:
    """Count the list that was found.

    `of` tells that it holds the places of what is counted, which it must name; `naming`, that those are counted which
    the text names, though it may leave out others.
    """
    if listed.best is None:
        return None
    article, found = listed.best.article, sentence_at(listed.best.article.text, listed.best.start)
    if found is None:
        return None
    sentence = (found.start, found.end)
    if groups_of(article.text, *sentence):  # it says what is where, and not this
        return None
    for share, items in _lists_at(listed.best, sentence, listed):
        items = list(without_lead(article.text, _new_items(article, items, terms)))
        if items and (beside := named_beside(question, article.text, items[0][0])):
            items.insert(0, beside)
        if len(items) < 2 or not all(_is_item(article.text[slice(*item)]) for item in items):
            continue
        if (not naming and _is_open(article.text, sentence, items)) or _is_of_others(noun, article, sentence, items):
            return None
        said = [fold(article.text[slice(*item)]) for item in items]
        if any(_is_named(item, fold(question)) or _is_asked(item, noun, terms) for item in said):
            return None
        behind = mentions_in(article.text, items[-1][1], min(sentence[1], items[-1][1] + _NEAR))
        if of and not (noun and all(behind.holds(term) for term in noun)):
            return None
        spans = [span_of(article, *item) for item in items]
        citations = cite(article, items[0][0], items[-1][1])
        return Draft("count", str(len(items)), spans, citations, share * listed.confidence)
    return None


def _lists_at(
    best: Candidate, sentence: tuple[int, int], listed: Finding
) -> Iterator[tuple[float, list[tuple[int, int]]]]:
    """Yield the items of the list that the best span is, or else of the one that it is an item of."""
    if parts := parts_named(best.article.text, best.start, best.end):
        yield 1.0, parts
    items = split_list(best.text)
    if len(items) > 1:
        yield 1.0, [(best.start + a, best.start + b) for a, b in items]
    for enumeration in find_enumerations(best.article.text, *sentence):
        items = _items(best.article, enumeration, listed)
        if items and items[0][0] <= best.start + 2 and best.end <= items[-1][1] + 8:
            yield _WIDENED, items


def _is_of_others(
    noun: Sequence[Term], article: Article, span: tuple[int, int], items: Sequence[tuple[int, int]]
) -> bool:
    """Tell whether the plural right after a list names other things ("... salonlarına dağıtıldı")."""
    asked = [term for term in noun if not set(term.forms) & GENERIC and term.known]
    head = re.match(r"\W*(?P<noun>[^\W\d_]{2,}?l[ae]r\w*)", article.text[items[-1][1] : span[1]])
    if not asked or not head or not head["noun"].islower() or _NAMES.match(head["noun"]):
        return False
    return not any(agree(form, fold(head["noun"])) for term in asked for form in term.forms)


def _sentences(finding: Finding) -> list[tuple[Article, tuple[int, int]]]:
    """Return the sentences that hold the candidates and those beside them."""
    found: dict[tuple[str, int], tuple[Article, tuple[int, int]]] = {}
    for candidate in finding.candidates:
        sentences = sentences_of(candidate.article.text)
        at = next((i for i, s in enumerate(sentences) if s.start <= candidate.start < s.end), 0)
        for near in sentences[max(0, at - 1) : at + 2]:
            found[candidate.article.id, near.start] = candidate.article, (near.start, near.end)
    return list(found.values())


def _coverage(terms: Sequence[Term], article: Article, span: tuple[int, int]) -> float:
    """Return the share of terms (names double) that a sentence speaks of; its title and lead count for half."""
    inside, context = mentions_in(article.text, *span), context_of(article, *span)
    weighed = [(2.0 if term.name else 1.0, term) for term in terms if term.known]
    total = sum(weight for weight, _ in weighed)
    held = sum(w * (1.0 if inside.holds(t) else 0.5 if context.holds(t) else 0.0) for w, t in weighed)
    return held / total if total else 0.0


def _states_number(noun: Sequence[Term], article: Article, span: tuple[int, int]) -> bool:
    """Tell whether a sentence gives the number of what is asked for ("6 köyde")."""
    for figure in figures_in(article, span):
        if figure.quantity.kind not in (Kind.COUNT, Kind.NUMBER) or figure.dimension != "count":
            continue
        following = words(article.text[figure.end : figure.end + 40].partition(",")[0])[:_NOUN_WITHIN]
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
        and (len(text.split()) <= _LONGEST or _is_name(text))
        and text.count('"') % 2 == 0
        and fold(text) not in ("ile", "ise", "ve")
    )


def _is_named(item: str, question: str) -> bool:
    """Tell whether a question names an item itself: then it asks for something else of it."""
    spoken = re.findall(r"\w+", item)
    asked = re.findall(r"\w+", question)
    if any(short in asked for short in re.findall(r"\((\w+)\)", item)):
        return True
    return len(spoken) > 1 and sum(any(a.startswith(w) for a in asked) for w in spoken) >= _NAMED * len(spoken)


def _is_asked(item: str, noun: Sequence[Term], terms: Sequence[Term]) -> bool:
    """Tell whether an item is itself what is counted, or a count of it ("mühür, boncuk ve iğne", "4 gümüş madalya")."""
    spoken = re.findall(r"\w+", item)
    about = terms if item[0].isdigit() else noun
    return (len(spoken) == 1 or item[0].isdigit()) and any(
        agree(form, word) for term in about for form in term.forms for word in spoken
    )


def _is_name(text: str) -> bool:
    """Tell whether every word is written large, as in the names of institutions."""
    return all(word[0].isupper() or word in ("ve", "ile", "da", "de") for word in re.findall(r"\w+", text))


def _is_open(text: str, span: tuple[int, int], items: Sequence[tuple[int, int]]) -> bool:
    """Tell whether the words around a list say that it is not complete."""
    before = fold(text[max(span[0], items[0][0] - 60) : items[0][0]])
    after = fold(text[items[-1][1] : min(span[1], items[-1][1] + 60)])
    within = fold(text[items[0][0] : items[-1][1]])
    return any(_OPEN.search(part) for part in (before, after, within))

"""Which is the most of several that a sentence gives figures of: "410'u zeytin, 150'si çınar" says most are olives."""

import re
from collections.abc import Sequence
from itertools import groupby

from qa.answerer import Finding
from qa.answers import Draft
from qa.citations import grounds
from qa.expectation import expects_list
from qa.quantities import Date
from qa.reasoning.assertions import is_verb, superlative_of
from qa.reasoning.calculation import figure_text
from qa.reasoning.comparatives import comparative, compares, fits
from qa.reasoning.figures import Figure, figures_in, is_amount, side_by_side
from qa.reasoning.fitting import COVERED
from qa.reasoning.operands import Evidence, coverage, gather, lacks_name, pair_score
from qa.reasoning.parallels import is_finite
from qa.reasoning.pointed import lacks_near, point_at_labels
from qa.rendering import render
from qa.text import Word, fold
from qa.words.suffixes import strip_case_offsets
from qa.words.terms import Mentions, Term, agree, find_terms, mentions_in, telling_terms

_ASKS = {
    "tr": re.compile(r"\b(?:hangi\w*|kim\w*|ne(?:re\w*|yi|ler)?)\b"),
    "en": re.compile(r"\b(?:which|who|whom|whose|what|where)\b"),
}
_NO_EXTREME = re.compile(r"\b(?:kac\w*|ne kadar|how many|how much|most of)\b")
_WHEN = {
    "tr": re.compile(
        r"(?P<first>^\W*ilk (?=hangi|kim)|\bilk (?:once|olarak)\b|\ben (?:once|erken)\b)|"
        r"\ben (?:son|gec)\b|\bson olarak\b"
    ),
    "en": re.compile(r"(?P<first>\bfirst\W*$|\bearliest\b)|\blast\W*$|\blatest\b|\bmost recent(?:ly)?\b"),
}
_KIND = re.compile(r"\b(?:hangi|which|what|whose)\s+$")  # before the noun for what is asked for
_EXTREME = re.compile(r"\ben (?!az\w* \d)\w+")  # but "en az 300" is a bound
_FILLERS = frozenset("ise da de ve ile bunlarin bunlardan onlarin iken ancak toplam geri kalan kalani gerisi".split())
_LONGEST = 4  # words of a label
_CONFIDENCE = 0.8
_POINTED = 0.6  # the same where only the reader tells what the figures are of
_PIECES = {"kisi", "adet", "tane"}  # words that count anything
_DOES = re.compile(r"\w{3,}m[ae]kt[ae](?:d[iu]r)?$")  # a verb, which is no thing

Place = tuple[int, int]


def find_extreme(question: str, language: str, finding: Finding) -> Draft | None:
    """Answer "En çok hangi ağaç dikildi?" from figures that stand side by side, each with what it is of.

    "Which prize did she win first?" is answered from dates in the same way. None for another question, where a sentence
    has the superlative itself, and where two are alike.
    """
    folded = fold(question)
    when = _WHEN[language].search(folded)
    least = bool(when["first"]) if when else superlative_of(folded, language)
    if least is None or not _ASKS[language].search(folded) or _NO_EXTREME.search(folded):
        return None
    if expects_list(question, language):
        return None
    word = comparative(question, language) or ""
    terms = [t for t in find_terms(question, language) if not (word and compares(fold(t.text), word, language))]
    terms = [t for t in terms if not (when and when.start() <= t.start < when.end())]
    kind = set() if when else {t for t in terms if _KIND.search(folded[: t.start])}
    things = [term for term in terms if term not in kind and not is_verb(term, language)]
    evidence = gather([finding])
    groups = _dated(evidence) if when else _groups(evidence, word)
    groups = [group for group in groups if _speaks(terms, things, group)]
    if not groups:
        return None if when else point_at_extreme(question, language, word, least, evidence, finding)
    if any(_has_superlative(group[0]) for group in groups):
        return None
    group = max(groups, key=lambda one: pair_score(one[0], one[1], terms, evidence))
    ranked = sorted(group, key=lambda figure: figure.size or 0, reverse=not least)
    label = _labels(group, terms).get(ranked[0].start)
    if label is None or ranked[0].size == ranked[1].size:
        return None
    article = group[0].article
    if _DOES.search(fold(article.text[slice(*label)])) or not _counts_asked(things, kind, group):
        return None
    rendering = render(article.text[slice(*label)], language, question=question)
    sign = " < " if least else " > "
    calculation = sign.join(figure_text(figure, language, question) for figure in ranked)
    places = [(article, *label), *((article, figure.start, figure.end) for figure in ranked)]
    complete = rendering.complete
    return Draft("span", rendering.text, *grounds(places), _CONFIDENCE, calculation, rendered=complete)


def point_at_extreme(
    question: str, language: str, word: str, least: bool, evidence: Evidence, finding: Finding
) -> Draft | None:
    """Answer from the labels that the reader points at, each with its own figure; None where not two have one."""
    amounts = filter(is_amount, evidence.figures)
    labelled = point_at_labels([one for one in amounts if not word or fits(one.dimension, word)], finding)
    if not labelled or any(_has_superlative(figure) for _, figure in labelled):
        return None
    if lacks_near(telling_terms(question, language), [figure for _, figure in labelled]):
        return None
    ranked = sorted(labelled, key=lambda one: one[1].size or 0, reverse=not least)
    if ranked[0][1].size == ranked[1][1].size:
        return None
    article, (start, end) = ranked[0][1].article, ranked[0][0]
    rendering = render(article.text[start:end], language, question=question)
    calculation = (" < " if least else " > ").join(figure_text(figure, language, question) for _, figure in ranked)
    places = [(article, start, end), *((article, figure.start, figure.end) for _, figure in ranked)]
    return Draft("span", rendering.text, *grounds(places), _POINTED, calculation, rendered=rendering.complete)


def _counts_asked(things: Sequence[Term], kind: set[Term], group: Sequence[Figure]) -> bool:
    """Tell whether figures count what a question names, or nothing in particular, or what the kinds asked for are."""
    units = {fold(figure.quantity.unit) for figure in group if figure.quantity.unit and figure.dimension == "count"}
    if len(units) != 1 or units <= _PIECES:
        return True
    return any(agree(form, unit) for unit in units for term in (*things, *kind) for form in term.forms)


def _dated(evidence: Evidence) -> list[list[Figure]]:
    """Return the dates that stand in one sentence."""
    dates = [figure for figure in evidence.figures if figure.dimension == "date"]
    return side_by_side(d for d in dates if isinstance(d.quantity.value, Date) and d.quantity.value.year)


def _groups(evidence: Evidence, word: str) -> list[list[Figure]]:
    """Return the figures of one dimension that stand in one sentence, wholes of which others are parts left out."""
    amounts = [figure for figure in evidence.figures if is_amount(figure)]
    found = side_by_side(one for one in amounts if not word or fits(one.dimension, word))
    parts = [[f for f in group if f.size != sum(g.size or 0 for g in group) - (f.size or 0)] for group in found]
    return [group for group in parts if len(group) > 1]


def _speaks(terms: Sequence[Term], things: Sequence[Term], group: Sequence[Figure]) -> bool:
    """Tell whether a sentence speaks of what is asked: it must have the things itself, of which there is most."""
    if coverage(terms, group) < COVERED or lacks_name(terms, group):
        return False
    sentence = mentions_in(group[0].article.text, *group[0].sentence)
    known = [term for term in things if term.known]
    return sum(map(sentence.holds, known)) >= COVERED * len(known)


def _has_superlative(figure: Figure) -> bool:
    text, (start, end) = figure.article.text, figure.sentence
    return _EXTREME.search(fold(text[start:end])) is not None


def _labels(group: Sequence[Figure], terms: Sequence[Term]) -> dict[int, Place]:
    """Return what each figure is of, by its start: the words that only its clause has, before each or behind each."""
    clauses = [mentions_in(one.article.text, *one.clause) for one in group]
    everywhere = {word for word in clauses[0].folded if all(word in clause.folded for clause in clauses)}
    nouns = {fold(one.quantity.unit or "") for one in group}
    noun = nouns.pop() if len(nouns) == 1 else ""  # "12 zeytin, 9 çınar" are counted as what they are

    def is_own(word: Word, figure: Figure) -> bool:
        said = fold(word.text)
        if (said in everywhere and word.text[0].islower()) or said in _FILLERS or (noun and said.startswith(noun[:4])):
            return False
        asked = word.text[0].islower() and any(Mentions(word.text).holds(term) for term in terms)
        return not asked and not _is_figure_or_verb(word, figure)

    for is_before in (True, False):
        found: dict[int, Place] = {}
        for figure, clause in zip(group, clauses, strict=True):
            side = [word for word in clause.words if (word.start < figure.start) == is_before]
            own = next((list(run) for is_, run in groupby(side, lambda w: is_own(w, figure)) if is_), [])  # noqa: B023
            if 0 < len(own) <= _LONGEST:
                stretch = figure.article.text[own[0].start : own[-1].end]
                found[figure.start] = own[0].start, own[0].start + strip_case_offsets(stretch)[1]
        if len(found) == len(group):
            return found
    return {}


def _is_figure_or_verb(word: Word, figure: Figure) -> bool:
    """Tell whether a word is of a figure, or the verb at the end of the sentence."""
    inside = any(one.start <= word.start < one.end for one in figures_in(figure.article, figure.sentence))
    last = not figure.article.text[word.end : figure.sentence[1]].strip(" .!?…\n")
    return inside or (last and is_finite(word.text))

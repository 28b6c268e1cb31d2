"""What is left of a whole: "320 eserin 210'u satıldı" says how many were not sold."""

import re
from collections.abc import Sequence
from itertools import permutations

from qa.answerer import Finding
from qa.answers import Draft
from qa.candidates import Candidate
from qa.citations import grounds
from qa.reasoning.assertions import is_denied, is_negated, is_verb, opposite_forms
from qa.reasoning.calculation import rest_of
from qa.reasoning.figures import Figure, is_part_of
from qa.reasoning.listings import HOW_MANY
from qa.reasoning.operands import beyond_topic, gather, lacks_name
from qa.reasoning.rests import Rest, find_rest
from qa.sentences import sentence_at
from qa.text import fold
from qa.words.terms import Mentions, Term, agree, find_terms

_CONFIDENCE = 0.8
_HOW_MUCH = {
    "tr": re.compile(r"\bkac\w*|\bne kadar\w*"),
    "en": re.compile(
        r"\bhow (?:many|much|long|large|big)\b|\bwhat (?:amount|number|part|share|percentage)\b|"
        r"\bwhat (?:is|was) the (?:value|length|size|share)\b|\bwhat (?:are|were|is|was)\b.*\bworth\b"
    ),
}
_OF_MONEY = re.compile(r"(?:para|tutar|butce|odenek|kaynak|money|amount|sum|budget|fund|cash)")
_LIGHT = re.compile(
    r"mak(?:e|es|ing)|made|tak(?:e|es|ing)|took|taken|part|end(?:ed)?|get|got"
)  # "took part", "make it"
_OF_WHAT = re.compile(
    r"yuzde|masraf|gider|maliyet|bedel|cost|worth|bill\b|percent|share|proportion|value|length|size|part\b"
)
_OF_SHARE = re.compile(r"yuzde|\boran|\bpay|percent|\bshare\b|proportion|ne kadari|how much|\bpart\b")
_SEVERAL = re.compile(r"\s(?:ve|ile)\s")
_LEFT = {
    "tr": re.compile(r"(?<!finale )(?<!tura )(?<!sona )\b(?:geri(?:ye)? )?kal(?:d[iu]|m[iu]s\w*|[iu]yor\w*|an\w*)\b"),
    "en": re.compile(
        r"\b(?:is|are|was|were|be) (?:still )?left\b|\bleft (?:over|behind)\b|\bremain(?:s|ed|ing|der)?\b"
    ),
}


def subtract_part(question: str, language: str, finding: Finding) -> Draft | None:
    """Answer how many of a whole are not what the text says of a part, or are what it says of the rest.

    None for another question, and where the text says itself how many are left.
    """
    if not _HOW_MUCH[language].search(fold(question)):
        return None
    terms = [t for t in find_terms(question, language) if not _LEFT[language].search(fold(t.text))]
    figures = gather([finding]).figures
    best: tuple[float, Figure | None, tuple[Figure, ...]] | None = None
    for article, sentence in dict.fromkeys((figure.article, figure.sentence) for figure in figures):
        rest = find_rest(article, sentence)
        score = _is_asked(question, language, terms, rest) if rest else 0.0
        if rest and rest.whole is None and not _OF_SHARE.search(fold(question)):
            continue  # a share is no number of things
        if rest and score and (best is None or score > best[0]):
            best = score, rest.whole, rest.parts
    for whole, part in permutations(figures, 2):
        if whole.sentence == part.sentence and whole.start < part.start and is_part_of(whole, part):
            score = _suits(question, language, terms, part, finding)
            if score and (best is None or score > best[0]):
                best = score, whole, (part,)
    return _draft(question, language, *best[1:]) if best else None


def _draft(question: str, language: str, whole: Figure | None, parts: Sequence[Figure]) -> Draft | None:
    result = rest_of(whole, parts, language, question)
    if result is None:
        return None
    operands = [whole, *parts] if whole else list(parts)
    places = [(figure.article, figure.start, figure.end) for figure in operands]
    return Draft("span", result.text, *grounds(places), _CONFIDENCE, result.calculation)


def _is_asked(question: str, language: str, terms: Sequence[Term], rest: Rest) -> float:
    """Return how much of what a question asks a text says of what is left of a whole."""
    text, first = rest.figure.article.text, rest.parts[0]
    if lacks_name(terms, (rest.figure,)):
        return 0.0
    head = Mentions(text[(rest.whole or first).sentence[0] : first.start])
    terms = beyond_topic(terms, rest.figure.article)
    told = [t for t in terms if t.known and not head.holds(t) and not is_verb(t, language)]
    told = [term for term in told if not (_OF_WHAT.match(fold(term.text)) or _OF_MONEY.match(fold(term.text)))]
    asks_rest = bool(_LEFT[language].search(fold(question))) or is_denied(question, language)
    asked = HOW_MANY[language].search(fold(question))
    noun = asked.start("noun") if asked else -1
    of_parts, of_rest = Mentions(text[first.end : rest.figure.start]), Mentions(text[slice(*rest.figure.clause)])
    named = [term for term in told if of_rest.holds(term)]
    if not asks_rest and any(term.start == noun for term in told if term not in named):
        return 0.0  # it counts other things
    if not asks_rest and len(named) < 2 and _SEVERAL.search(text[slice(*rest.figure.clause)]):
        return 0.0  # how it is shared is not told
    whole = len(named) == len(told) and not all(map(of_parts.holds, told))
    most = 2 * len(named) >= len(told) and not any(map(of_parts.holds, named))
    if named and (whole or most):
        return len(named) + (2.0 if whole else 0.0)
    return 1.5 if asks_rest and all(map(of_parts.holds, told)) else 0.0


def _suits(question: str, language: str, terms: Sequence[Term], part: Figure, finding: Finding) -> float:
    """Return how much of what a question asks a part and its whole speak of, 0 where the part is of something else.

    What is said of the part must be the reverse of what is asked: denied for affirmed or affirmed for denied. Where
    its words are not known, the reader must have taken the part for the answer.
    """
    text = part.article.text
    head, behind = Mentions(text[part.sentence[0] : part.start]), text[part.end : part.sentence[1]]
    said = Mentions(behind)
    opposed = [t for t in terms if not said.holds(t) and not head.holds(t) and _is_opposite(t, said)]
    left, denied = bool(_LEFT[language].search(fold(question))), is_denied(question, language) != bool(opposed)
    if _LEFT["tr"].search(fold(behind)) or lacks_name(terms, (part,)) or is_negated(behind) == (left or denied):
        return 0.0
    known = [term for term in terms if term.known and not _OF_MONEY.match(fold(term.text))]
    known = [term for term in known if not _LIGHT.fullmatch(fold(term.text))] or known
    held = sum(head.holds(term) or said.holds(term) for term in known)
    if 2 * held < len(known):
        return 0.0
    told = [term for term in known if not head.holds(term) and term not in opposed]
    read = finding.best is not None and finding.best.start < part.end and part.start < finding.best.end
    suits = left or any(map(said.holds, told)) or (denied and not told and (read or opposed))
    return 1.0 + held if suits else 0.0


def _is_opposite(term: Term, said: Mentions) -> bool:
    """Tell whether a text says the opposite of a term ("kadın" for "erkek")."""
    return any(
        word == stem or (len(stem) > 3 and agree(stem, word)) for stem in opposite_forms(term) for word in said.folded
    )


def is_denied_otherwise(question: str, language: str, best: Candidate) -> bool:
    """Tell whether a text says of a figure what a question denies ("kaç eser satılmadı": "eserlerin 210'u satıldı")."""
    sentence = sentence_at(best.article.text, best.start)
    behind = best.article.text[best.end : sentence.end] if sentence else ""
    if is_denied(question, language) == is_negated(behind):
        return False
    verbs = [term for term in find_terms(question, language) if is_verb(term, language)]
    return any(map(Mentions(behind).holds, verbs))

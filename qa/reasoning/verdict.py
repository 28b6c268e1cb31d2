"""Yes or no: whether the text bears out what a question asserts, and the fact that decides.

What the question says (figures, years, names, direction, comparison, all or only) is set against the sentence that
speaks of it most. Where the sentence puts another value of the same kind in its place the answer is no, with that
value; where it holds all of it, yes; where the text does not speak of it there is no answer. What a noun claims is also
asked for by itself (see `probes`). What neither figures nor a probe decide is put to the verifier too, a small model,
unless it denies something or says how a figure changed (see `judgements`).
"""

import math
import re
from collections.abc import Callable
from itertools import combinations

from qa.answerer import Finding
from qa.answers import Draft
from qa.citations import grounds
from qa.expectation import is_yes_no
from qa.phrases import phrase
from qa.quantities import find_quantities
from qa.reasoning.alignment import Aligned, align
from qa.reasoning.assertions import (
    Assertion,
    direction_of,
    is_left_open,
    is_limited,
    is_negated,
    is_verb,
    opposite_forms,
    read_assertion,
)
from qa.reasoning.comparatives import comparative
from qa.reasoning.contests import read_contest
from qa.reasoning.exclusions import judge_exclusion
from qa.reasoning.figures import figures_in, is_part_of
from qa.reasoning.judgements import Verify, combine, judge, suits
from qa.reasoning.located_verdicts import is_beside, judge_located
from qa.reasoning.majorities import judge_majority
from qa.reasoning.operands import Evidence, gather
from qa.reasoning.probes import judge_probe, read_probe
from qa.reasoning.rulings import (
    Ruling,
    judge_change,
    judge_contest,
    judge_superlative,
    judge_threshold,
)
from qa.reasoning.standings import judge_standing
from qa.rendering import render
from qa.text import fold
from qa.words.terms import Term, mentions_in

_UNHEARD = 0.15  # confidence under which a text says nothing on a question
DECIDED = 0.55  # probability of a verdict from which it is given

_ALL_TR = re.compile(r"\b(?:tum|butun|hepsi\w*|herkes\w*|her|tamami\w*)\b")


def decide(
    question: str, language: str, finding: Finding, find: Callable[[str], Finding], verify: Verify | None = None
) -> Draft | None:
    """Answer a yes/no question, None for another question and where the text does not decide.

    `finding` is what was found for it; `find` reads another question. Without `verify`, the words alone
    decide what figures do not.
    """
    if not is_yes_no(question, language) or not finding.candidates:
        return None
    assertion = read_assertion(question, language)
    evidence = gather([finding])
    ruling = _rule(assertion, evidence, finding, find)
    if verify and suits(assertion) and (ruling is None or ruling.by_words):
        ruling = combine(judge(question, finding, verify), ruling)
    if ruling is None:
        return None
    probability = 1 / (1 + math.exp(-abs(ruling.odds)))
    if probability < DECIDED:
        return None
    return _draft(assertion, ruling, ruling.odds > 0, probability)


def _rule(assertion: Assertion, evidence: Evidence, finding: Finding, find: Callable[[str], Finding]) -> Ruling | None:
    if assertion.majority:
        return judge_majority(assertion, evidence) or _judge_share(assertion, finding)
    contest = None if assertion.majority else read_contest(assertion.question, assertion.language)
    if contest:
        return judge_contest(assertion, contest, finding)
    if ruling := judge_located(assertion, finding) or judge_exclusion(assertion, finding):
        return ruling
    if is_beside(assertion, finding):
        return None
    if ruling := judge_threshold(assertion, evidence) or judge_standing(assertion, evidence):
        return ruling
    if assertion.direction and (ruling := judge_change(assertion, evidence)):
        return ruling
    probe = read_probe(assertion)
    if probe:
        asked = find(probe.question)
        if ruling := judge_probe(probe, asked, assertion.language):
            return ruling
        if asked.confidence < _UNHEARD and any(not term.known for term in assertion.terms):
            return None  # no Turkish word is known for what the question is about, and the reader finds nothing like it
    if assertion.most and (ruling := judge_superlative(assertion, evidence)):
        return ruling
    return _judge_sentence(assertion, finding)


def _judge_share(assertion: Assertion, finding: Finding) -> Ruling | None:
    """Judge "most of" by a sentence that says "most" itself."""
    ruling = _judge_sentence(assertion, finding)
    article, start, end = ruling.places[0] if ruling else (None, 0, 0)
    return ruling if article and _MOST_OF.search(fold(article.text[start:end])) else None


# --- by the words of a sentence ---

_MOST_OF = re.compile(r"\bcog(?:u|unlug)\w*|\byari\w* (?:fazla|cog)|\b(?:tamam|hepsi|tum|butun)\w*|\byaris\w*")

_NOUN_LACKING = {"tr": 1.6, "en": 1.3}  # log-odds that a word of the question costs where the text lacks it


def _judge_sentence(assertion: Assertion, finding: Finding) -> Ruling | None:
    aligned = align(assertion, finding)
    if aligned is None:
        return None
    odds = _odds(assertion, aligned)
    text = aligned.article.text
    fact = (
        render(text[slice(*aligned.rival)], assertion.language, question=assertion.question).text
        if aligned.rival
        else ""
    )
    return Ruling(odds, fact, ((aligned.article, *(aligned.place or aligned.sentence)),), by_words=True)


def _odds(assertion: Assertion, aligned: Aligned) -> float:
    """Return the log-odds of yes: for what the sentence holds, against what it contradicts."""
    text = aligned.article.text
    predicate = fold(text[slice(*aligned.predicate)])
    if _untimely(assertion, predicate):
        return 0.0
    said = fold(text[slice(*aligned.sentence)])
    if is_left_open(said) or (_compares(assertion) and not _COMPARES.search(said)):
        return 0.0
    if _SAME[assertion.language].search(fold(assertion.question)):
        alike = _SAME["tr"].search(said) and not any(e.is_name or e.is_figure for e in aligned.missing)
        if alike or aligned.conflict:
            return 2.0 * aligned.covered if alike else 0.0
    nouns = [t for t in assertion.terms if t.known and not t.name and not is_verb(t, assertion.language)]
    if aligned.conflict and nouns and {e.term for e in aligned.missing} >= set(nouns):
        return 0.0  # it speaks of other things
    unknown = any(not term.known and not is_verb(term, assertion.language) for term in assertion.terms)
    if aligned.conflict and unknown and aligned.rival and not find_quantities(text[slice(*aligned.rival)]):
        return 0.0  # what stands there may be the word for it
    if aligned.conflict:
        return -2.5 * aligned.conflict * (1 if not assertion.negated else -1)
    if any(e.is_name or e.is_figure or e.is_extreme for e in aligned.missing):
        return 0.0
    if any(e.is_name and e.term in assertion.focus for e in aligned.nearby):
        return 0.0
    if assertion.universal and not _ALL_TR.search(fold(text[slice(*aligned.sentence)])):
        return -1.5 if is_limited(text[slice(*aligned.sentence)]) or _is_shared_out(aligned) else 0.0
    denied = [term for term in aligned.absent if any(map(aligned.says, opposite_forms(term)))]
    opposed = bool(denied)
    if assertion.direction and direction_of(fold(text[slice(*aligned.part)]), "tr") == -assertion.direction:
        opposed = True
    then = _BUT.search(said, aligned.part[1] - aligned.sentence[0] - 2)
    opposed |= bool(_UNDONE.search(predicate + (said[then.start() :] if then else ""))) and not _UNDONE.search(
        fold(assertion.question)
    )
    opposed ^= any(_is_excepted(assertion, aligned, term) for term in assertion.terms)
    opposed ^= any(_is_without(aligned, term) for term in assertion.terms)
    flipped = opposed ^ (is_negated(text[slice(*aligned.predicate)]) != assertion.negated)
    lacking = [
        e for e in aligned.missing if e.term and not is_verb(e.term, assertion.language) and e.term not in denied
    ]
    nearby = [e for e in aligned.nearby if e.term and not is_verb(e.term, assertion.language)]
    cost = _NOUN_LACKING[assertion.language] * (len(lacking) + 0.4 * len(nearby))
    strength = 2.0 * aligned.covered - cost
    return 0.0 if strength <= 0 else -strength if flipped else strength


_SAME = {"tr": re.compile(r"\b(?:ayni|esit|denk)\b"), "en": re.compile(r"\b(?:same|equal|equally|identical)\b")}
_BUT = re.compile(r",? (?:ancak|ama|fakat) ")
_UNDONE = re.compile(
    r"\b(?:ertele(?:n?d|nm|niy)|iptal|vazgec|reddet|reddedil|geri ce(?:kil|vir)|askiya alin|suya dus)\w*"
)
_COMPARES = re.compile(r"\b(?:daha|gore|kadar|fazla|en)\b|\b(?:art|azal|yuksel|dus|gerile|buyu|kucul|uza|kisal)\w+")


def _is_shared_out(aligned: Aligned) -> bool:
    """Tell whether the part gives how many of a whole it speaks of ("41.300 binanın 28.900'ü tarandı")."""
    figures = [f for f in figures_in(aligned.article, aligned.sentence) if aligned.part[0] <= f.start < aligned.part[1]]
    return any(is_part_of(one, two) for one, two in combinations(figures, 2))


def _compares(assertion: Assertion) -> bool:
    """Tell whether a question sets a thing against another that it does not name ("Is it warmer in summer?")."""
    folded = fold(assertion.question)
    if assertion.language == "en":
        word = comparative(assertion.question, "en")
        return (word is not None and word.endswith("er")) or " than " in folded
    return re.search(r"\bdaha \w+", folded) is not None


_EXCEPTED = re.compile(r"\W*(?:[^\W\d_]+\s+){0,1}(?:haric\w*|disinda\s+(?:her|tum|butun|hic\w*|kimse)\b)")


def _is_excepted(assertion: Assertion, aligned: Aligned, term: Term) -> bool:
    """Tell whether the text says something of all but what a term names ("pazartesi dışında her gün")."""
    text, (start, end) = aligned.article.text, aligned.sentence
    places = mentions_in(text, start, end).find(term)
    return any(_EXCEPTED.match(fold(text[place_end:end])) for _, place_end in places)


_WITHOUT = re.compile(r"\w{3,}s[iu]z(?:\w{0,4})")


def _is_without(aligned: Aligned, term: Term) -> bool:
    """Tell whether all that the text says of a term is that it is lacking ("sürücüsüz trenler")."""
    if _WITHOUT.fullmatch(fold(term.text)) or any(_WITHOUT.fullmatch(form) for form in term.forms):
        return False
    text = aligned.article.text
    places = mentions_in(text, *aligned.sentence).find(term)
    return bool(places) and all(_WITHOUT.fullmatch(fold(text[start:end])) for start, end in places)


_FUTURE = re.compile(r"\w+[ae]c[ae](?:k|g)\w*")
_PAST_EN = re.compile(r"^\W*(?:did|was|were|has|have|had)\b")


def _untimely(assertion: Assertion, predicate: str) -> bool:
    """Tell whether the text only expects what the question takes for done."""
    question = fold(assertion.question).rstrip(" ?!.")
    if assertion.language == "en":
        past = bool(_PAST_EN.search(question))
    else:
        past = bool(re.search(r"(?:[dt][iu]|m[iu]s)\w{0,3}\s+(?:mi|mu)\w*$|(?:mi|mu)\s+\w+[dt][iu]\w{0,3}$", question))
    last = re.findall(r"\w+", predicate)[-3:]
    return past and any(_FUTURE.fullmatch(word) for word in last)


def _draft(assertion: Assertion, ruling: Ruling, holds: bool, probability: float) -> Draft:
    language = assertion.language
    word = phrase("yes" if holds else "no", language)
    fact = ruling.fact if not holds else ""
    text = f"{word}, {fact}." if fact and language == "tr" else f"{word}: {fact}." if fact else f"{word}."
    return Draft("yes_no", text, *grounds(ruling.places), probability, ruling.calculation)

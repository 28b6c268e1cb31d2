"""Yes or no by what a sentence says of some only: "bunlardan yalnızca Bergen gece açık; ötekiler kapalı"."""

import re
from collections.abc import Sequence

from qa.answerer import Finding
from qa.reasoning.assertions import Assertion, is_negated, is_verb
from qa.reasoning.operands import context_of
from qa.reasoning.rulings import Ruling, odds_of
from qa.rendering import render
from qa.words.terms import Mentions, Term, is_likely_name, mentions_in

_NAME = r"[^\W\d_a-zçğıöşü][\w-]*(?:\s[^\W\d_a-zçğıöşü][\w-]*)*"
_NAMES = rf"{_NAME}(?:(?:,| ve| ile) {_NAME})*"
_ONLY = re.compile(rf"\b(?i:yalnızca|sadece|yalnız|bir tek) (?P<who>{_NAMES})(?:['’]\w+)?(?P<what>[^,;]*)")
_OTHERS = re.compile(
    rf"(?P<who>{_NAMES})(?:['’]\w+)?(?P<what>[^;]*?)[,;] "
    r"(?:ötekiler|diğerleri|öbürleri|(?:geri )?kalanlar)\w*(?P<rest>[^;]*)"
)
_COMMA = re.compile(r"[,;]\s")
_COVERED = 0.5  # share of what is asserted that may be spoken of nowhere near


def judge_exclusion(assertion: Assertion, finding: Finding) -> Ruling | None:
    """Judge what a sentence says of those that it names only, or of the others, where the question names another.

    None where the question names one of those, or somebody of whom the text says nothing.
    """
    names = [term for term in assertion.terms if is_likely_name(term)]
    rest = [term for term in assertion.terms if term not in names and term.known]
    rest = [term for term in rest if not is_verb(term, assertion.language)] or rest
    if not names or assertion.quantities:
        return None
    for article, sentence in finding.sentences():
        text, whole = article.text[sentence.start : sentence.end], mentions_in(article.text, 0, len(article.text))
        only, others = _ONLY.search(text), _OTHERS.search(text)
        found = only or others
        if found is None or not all(map(whole.holds, names)) or any(map(Mentions(found["who"]).holds, names)):
            continue
        place = (article, sentence.start + found.start("who"), sentence.start + found.end())
        denied = is_negated(found["what"])
        before = _COMMA.split(text[: found.start()])[-1]  # "haziranda yalnızca Batum'da sahneye çıktı"
        near = context_of(article, sentence.start, sentence.end)
        asked = [term for term in rest if not near.holds(term)]
        if len(asked) > _COVERED * len(rest):
            continue
        if only and _says(rest, f"{before} {found['what']}"):
            fact = render(found["who"], assertion.language).text
            return Ruling(odds_of(assertion, denied), "" if denied else fact, (place,))
        if others and _says(rest, found["what"]) != _says(rest, found["rest"]):
            return Ruling(odds_of(assertion, _says(rest, found["rest"])), "", (place,))
    return None


def _says(terms: Sequence[Term], text: str) -> bool:
    return any(map(Mentions(text).holds, terms))

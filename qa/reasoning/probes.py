"""Probes: the question that remains of a yes/no question when what it claims is left out.

"En yaşlı ağaç bir sekoya mı?" claims a sequoia; "En yaşlı ağaç hangisi?" lets the text say which tree it is. Where the
text says the claim itself the answer is yes, where it says another thing of which there can be only one, no.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from qa.answerer import Finding
from qa.quantities import find_quantities
from qa.reasoning.assertions import PARTICLE, Assertion, is_left_open, is_superlative
from qa.reasoning.parallels import is_finite
from qa.reasoning.rulings import Ruling
from qa.rendering import render
from qa.sentences import sentences_of
from qa.text import Word, fold, lower, words
from qa.words.inflection import case_of, known_stem
from qa.words.lexicon import translations, turkish_stems
from qa.words.names import turkish_countries
from qa.words.suffixes import split_list
from qa.words.terms import Mentions, Term, mentions_in

_SURE = 0.45  # confidence from which the answer to a probe decides
_TITLE = 2  # words before a name that say who it is ("İsveçli mimar")
_FIRST = re.compile(r"\b(?:ilk|son|birinci|ikinci|ucuncu|first|last|second|third)\b")
_ASK_TR = {"nominative": "kim", "genitive": "kimin"}
_MODIFIES = re.compile(r"^[A-ZÇĞİÖŞÜ]|^bir$|(?:[ıiuü]n|l[ıiuü])$")
_ACCUSATIVE = ("ı", "i", "u", "ü")
_SOMEBODY = re.compile(
    r"(?:hukumet|bakanlig|belediye|sirket|dernek|vakf|kurum|kooperatif|oglu|kizi|kardes|es|anne|baba|\w+c[iu])\w{0,3}$"
)
_BARE = re.compile(r"[^\W\d_]+(?:['’][dt][ae]ki)?")  # "İsveçli", "Ankara'daki"
_WHO = re.compile(r"\bkim\b|^(?:who|by whom)\b")
_CLAIM_EN = re.compile(r"^(?P<verb>is|are|was|were)\s+(?P<claim>(?!the\b|it\b|there\b).{2,60}?)\s+(?P<rest>the\s.+)$")
_AGENT_EN = re.compile(r"^(?P<rest>(?:is|are|was|were)\s.+?)\s+by\s+(?P<claim>[^,]+)$")
_PLACED_EN = re.compile(
    r"^(?P<rest>(?:is|are|was|were|did|does|do|has|have)\s.+)\s(?:in|at)\s(?P<claim>[A-ZÇĞİÖŞÜ][\w-]*(?:\s[A-ZÇĞİÖŞÜ][\w-]*)*)$"
)
_NAMED_EN = re.compile(
    r"^(?P<rest>(?:is|are|was|were)\s(?:the|its|their)\s[a-z].*?)\s(?P<claim>[A-ZÇĞİÖŞÜ][\w-]*(?:\s[A-ZÇĞİÖŞÜ][\w-]*)+)$"
)
_SOMEONE_EN = re.compile(r"^(?P<verb>did|does|do|will|has|have)\s+(?P<claim>an?\s+)(?P<rest>.+)$")
_SUBJECT_EN = re.compile(
    r"^(?P<verb>did|does|do|will|has|have)\s+"
    r"(?P<claim>(?!The\b|It\b)[A-ZÇĞİÖŞÜ][\w-]*(?:\s[A-ZÇĞİÖŞÜ][\w-]*)*)\s+(?P<rest>[a-z].+)$"
)


@dataclass(frozen=True, slots=True)
class Probe:
    """A question for what a yes/no question claims.

    `claim` holds the terms claimed, `rest` the others; `single` tells that only one thing can fit (a superlative).
    """

    question: str
    claim: tuple[Term, ...]
    rest: tuple[Term, ...]
    single: bool


def read_probe(assertion: Assertion) -> Probe | None:
    """Return the probe of a yes/no question, None where it claims no thing that could be asked for."""
    if assertion.negated or assertion.universal or assertion.majority:
        return None
    found = _english(assertion) if assertion.language == "en" else _turkish(assertion)
    if found is None:
        return None
    question, (start, end) = found
    claim = tuple(term for term in assertion.terms if start <= term.start and term.end <= end)
    if not claim or not all(term.known for term in claim):
        return None
    extreme = any(is_superlative(term) for term in assertion.terms) or bool(_FIRST.search(fold(question)))
    rest = tuple(term for term in assertion.terms if term not in claim)
    return Probe(question, claim, rest, extreme or assertion.most)


def judge_probe(probe: Probe, asked: Finding, language: str) -> Ruling | None:
    """Compare what the text says with what is claimed; None where it says nothing surely.

    Another thing is a no only where one thing can fit, where the text speaks of the claim beside it, or where the text
    lists all that fits.
    """
    best = asked.best
    if best is None or asked.confidence < _SURE:
        return None
    text, place = best.article.text, (best.article, best.start, best.end)
    sentence = next(s for s in sentences_of(text) if s.start <= best.start < s.end)
    if _WHO.search(fold(probe.question)) and not re.search(r"\b[A-ZÇĞİÖŞÜ]", best.text):
        return None  # the reader found nobody
    if is_left_open(text[sentence.start : sentence.end]):
        return None
    before = [
        word for word in re.split(r"[,;]", text[sentence.start : best.start])[-1].split() if _BARE.fullmatch(word)
    ]
    odds = 4 * asked.confidence - 1
    said = Mentions(f"{' '.join(before[-_TITLE:])} {best.text}")
    names = [term for term in probe.claim if term.name]
    if all(map(said.holds, names)) if names else any(map(said.holds, probe.claim)):
        return Ruling(odds, "", (place,))
    if any(map(Mentions(best.text).holds, probe.rest)):
        return None  # it gives back what was asked
    near = mentions_in(text, sentence.start, sentence.end)
    beside = all(near.holds(term) for term in probe.claim)
    if not (probe.single or beside or len(split_list(best.text)) > 2):
        return None
    return Ruling(-odds, render(best.text, language).text, (place,))


def _turkish(assertion: Assertion) -> tuple[str, tuple[int, int]] | None:
    """Ask for a place ("nerelerde"), or the noun at the end: "Müze müdürü Ayşe Kaya mı?" → "Müze müdürü kim?"."""
    question = assertion.question
    particle = PARTICLE.search(fold(question))
    if particle is None:
        return None
    spoken = words(question[: particle.start()])
    placed = [word for word in spoken if word.text[0].isupper() and case_of(word.suffix or "") == "locative"]
    if len(placed) == 1 and not find_quantities(placed[0].text):
        start, end = placed[0].start, placed[0].end
        behind = end + 1 + len(placed[0].suffix)
        rest = f"{question[behind : particle.start()].rstrip()} {question[particle.end() :].strip(' ?.!')}".rstrip()
        return f"{question[:start]}{'nerelerde' if rest else 'nerede'}{rest}?", (start, end)
    verb = question[particle.end() :].strip(" ?.!")
    if verb:
        return _turkish_subject(assertion, spoken, particle.start(), verb)
    if not assertion.focus:
        return None
    first = len(spoken) - 1
    while first > 1 and spoken[first].text[:1].isupper() and spoken[first - 1].text[:1].isupper():
        first -= 1
    named = spoken[first].text[:1].isupper()
    one = first > 0 and fold(spoken[first - 1].text) == "bir"
    if first - one < 1 or not (named or one or assertion.most or _FIRST.search(fold(question))):
        return None
    case = case_of(spoken[-1].suffix) if spoken[-1].suffix else "nominative"
    if case not in _ASK_TR or fold(spoken[-1].text).endswith(("li", "lu", "siz", "suz")):
        return None
    asking = _ASK_TR[case] if named and spoken[-1].text not in turkish_countries() else "hangisi"
    rest = question[: spoken[first - one].start].strip()
    return f"{rest} {asking}?", (spoken[first].start, particle.start())


def _turkish_subject(
    assertion: Assertion, spoken: Sequence[Word], at: int, verb: str
) -> tuple[str, tuple[int, int]] | None:
    """Ask who did it: "Okulu Norveç hükümeti mi yaptı?" → "Okulu kim yaptı?"."""
    if not assertion.focus or not is_finite(verb.split()[-1]) or spoken[-1].suffix or find_quantities(spoken[-1].text):
        return None
    first = len(spoken) - 1
    while first > 0 and _modifies(spoken[first - 1]):
        first -= 1
    phrase = assertion.question[spoken[first].start : at].strip()
    if first == 0 or not (phrase[0].isupper() or _SOMEBODY.search(fold(phrase))):
        return None
    return f"{assertion.question[: spoken[first].start].strip()} kim {verb}?", (spoken[first].start, at)


def _verb_at(text: str) -> int | None:
    """Return where the verb of an English clause begins, behind the noun phrase that is its subject."""
    for word in words(text)[1:]:
        found = translations(fold(word.text))[:1]
        if found and found[0].endswith("-") and not word.text.endswith(("ed", "ing")):
            return word.start
    return None


def _modifies(word: Word) -> bool:
    """Tell whether a word belongs to the noun phrase behind it: "Norveç", "eczacının", "yaşlı", "bir"."""
    if case_of(word.suffix) not in (None, "genitive") or (word.suffix and case_of(word.suffix) is None):
        return False
    noun = known_stem(lower(word.text), turkish_stems())
    return bool(_MODIFIES.search(word.text)) and (word.text[0].isupper() or not noun or noun[1] not in _ACCUSATIVE)


def _english(assertion: Assertion) -> tuple[str, tuple[int, int]] | None:
    """Ask for the place, subject or agent: "Was it built by Sinan?" → "By whom was it built?"."""
    question = assertion.question.strip().rstrip("?!. ")
    opened = question[:1].lower() + question[1:]
    agent = _AGENT_EN.match(opened)
    if agent and re.match(r"the\s|[A-ZÇĞİÖŞÜ]", agent["claim"]):
        return f"By whom {agent['rest']}?", agent.span("claim")
    subject = _SUBJECT_EN.match(opened)
    if subject:
        auxiliary = f"{subject['verb']} " if subject["verb"] not in ("did", "does", "do") else ""
        return f"Who {auxiliary}{subject['rest']}?", subject.span("claim")
    some = _SOMEONE_EN.match(opened)
    if some and (verb := _verb_at(some["rest"])) is not None:
        end = some.start("rest") + verb
        auxiliary = f"{some['verb']} " if some["verb"] not in ("did", "does", "do") else ""
        return f"Who {auxiliary}{opened[end:]}?", (some.start("claim"), end)
    placed = _PLACED_EN.match(opened)
    if placed:
        asking = "Where" if re.match(r"(?:is|are|was|were)\s", placed["rest"]) else "In which places"
        return f"{asking} {placed['rest']}?", placed.span("claim")
    office = _NAMED_EN.match(opened)
    if office:
        return f"Who {office['rest']}?", office.span("claim")
    claimed = _CLAIM_EN.match(opened)
    if claimed and assertion.most:
        named = " " in claimed["claim"] and claimed["claim"][0].isupper()
        return f"{'Who' if named else 'What'} {claimed['verb']} {claimed['rest']}?", claimed.span("claim")
    return None

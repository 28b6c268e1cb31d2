"""Follow-up questions in English: what they leave out is taken from the question before.

The three forms are those of `qa.followup_tr`: a fragment ("And imports?"), an incomplete question ("Why?", "Which
ones?"), and a question with a pronoun ("Who signed it?").
"""

import re
from collections.abc import Sequence

from qa.english import plural_noun
from qa.english_fragment import substitute
from qa.english_question import (
    AUX,
    BREAK,
    FUNCTION,
    HEAD,
    NAME,
    PREPOSITION,
    TIME,
    WH,
    asked_noun,
    content_words,
    is_verb,
    nominal_part,
    passive_of,
    subject_question,
    tidy,
)
from qa.followup_parallel import merge
from qa.text import fold

_LEAD = re.compile(
    r"\W*(?:(?:and|so|then|but|also|ok|okay|well)\b[\s,]*)*(?:(?:what|how)\s+about\b[\s,]*)?", re.IGNORECASE
)
_ASKS = re.compile(rf"\b{WH}\b|^\W*{AUX}(?:n't)?\b", re.IGNORECASE)
_PRONOUN = re.compile(
    r"\b(?:it|its|they|them|their|theirs|he|she|him|his|her|hers|there|this|that|these|those|the same)\b", re.IGNORECASE
)
_WHICH = re.compile(
    r"which(?: ones?| of (?:them|these|those))?(?: (?:are|were) (?:they|those|these))?|what are they|name them"
    r"|what were they",
    re.IGNORECASE,
)
_COUNT = re.compile(
    r"how many(?: (?:is|are|was|were) (?:that|they|it|there|those))?(?: of them)?(?: (?:in total|altogether"
    r"|together|in all))?",
    re.IGNORECASE,
)
_BOTH = re.compile(r"\b(?:total|altogether|together|in all|combined|difference|both)\b", re.IGNORECASE)
_BOTH_WORDS = frozenset({"total", "altogether", "together", "combined", "difference", "both", "sum", "all"})


def split_lead(text: str) -> tuple[str, bool]:
    """Cut "And", "What about" off a question; tell whether there was such a lead."""
    match = _LEAD.match(text)
    end = match.end() if match else 0
    return (text[end:], True) if re.search(r"\w", text[:end]) and re.search(r"\w", text[end:]) else (text, False)


def resolve(text: str, earlier: Sequence[str]) -> str:
    """Return the standalone form of an English question after earlier standalone English questions, oldest first."""
    core, led = split_lead(text)
    core = core.strip(" ?.!")
    if not core or not earlier:
        return text
    before = earlier[-1].strip(" ?.!")
    if not _ASKS.search(core):
        return tidy(substitute(core, before)) if _is_fragment(core, text, led) else text
    if (
        _BOTH.search(core)
        and not set(map(str.lower, content_words(core))) - _BOTH_WORDS
        and len(earlier) > 1
        and (both := merge(earlier[-2], earlier[-1], "and"))
    ):
        return _total(both, core)
    if _WHICH.fullmatch(core):
        return tidy(_which(before))
    if _COUNT.fullmatch(core):
        return tidy(_count(before))
    core = _name_the_ones(core, before)
    pronoun = _outward(core)
    if pronoun:
        return tidy(_refer(core, pronoun, before))
    if (content_words(core) and not _lacks_verb(core, led)) or (
        not led and re.match(r"what\b.*\d", core, re.IGNORECASE)
    ):
        return tidy(core) if led else text
    return tidy(_ask(core, before))


def _is_fragment(core: str, text: str, led: bool) -> bool:
    size = len(core.split())
    if led:
        return size <= 8
    begins = re.match(rf"{PREPOSITION}\b", core, re.IGNORECASE)
    return size <= (6 if begins else 3) and text.rstrip().endswith("?")


def _lacks_verb(core: str, led: bool) -> bool:
    """Tell whether a question is a question phrase with its noun alone ("how many silver medals")."""
    head = HEAD.match(core)
    if head is None or re.search(rf"\b{AUX}\b", core, re.IGNORECASE):
        return False
    rest = core[head.end() :].split()
    if head["wh"].lower() not in ("which", "what", "how many", "how much", "whose") or not 0 < len(rest) <= 3:
        return False
    if not head["prep"] and not led and len(rest) > 1:
        return False
    return not any(re.fullmatch(PREPOSITION, word) for word in rest) and not any(
        is_verb(fold(word)) or word.endswith("ed") for word in core[head.end() :].split()[1:]
    )


def _name_the_ones(core: str, before: str) -> str:
    """Replace "ones" after a modifier by the noun that the question before asks about."""
    asked = asked_noun(before)
    return (
        re.sub(r"(?<=\w )ones\b", asked.split()[-1], core)
        if asked and not core.lower().startswith("which ones")
        else core
    )


def _which(before: str) -> str:
    """Ask which ones the question before counts."""
    asked = re.match(rf"(?P<prep>\W*(?:{PREPOSITION}\s+)?)how many\s+(?P<rest>.+)", before, re.IGNORECASE)
    return f"{asked['prep']}which {asked['rest']}" if asked else f"which ones: {before}"


def _count(before: str) -> str:
    """Ask how many there are of what the question before lists."""
    asked = re.match(
        rf"(?P<prep>\W*(?:{PREPOSITION}\s+)?)(?:which|what)\s+(?P<noun>[^\W\d_][\w-]*)(?P<rest>.*)",
        before,
        re.IGNORECASE,
    )
    if asked and fold(asked["noun"]) not in FUNCTION:
        noun = asked["noun"] if asked["noun"].endswith("s") else plural_noun(asked["noun"])
        return f"{asked['prep']}how many {noun}{asked['rest']}"
    return f"how many: {before}"


def _total(both: str, core: str) -> str:
    if "difference" in core.lower():
        return tidy(
            re.sub(
                r"^(?:how (?:many|much)\s*)(?:(?:is|are|was|were)\s+)?",
                "what is the difference between ",
                both.strip(" ?"),
                flags=re.IGNORECASE,
            )
        )
    return tidy(f"{both.strip(' ?')} in total")


def _ask(core: str, before: str) -> str:
    """Ask an incomplete question ("Why?", "By how many votes?", "Who signed?") about the question before."""
    head = HEAD.match(before)
    if len(core.split()) > 1 and re.search(rf"\b{AUX}\b", core) and not content_words(core):
        return f"{core} {_referent(before)}" if _referent(before) else core
    rest = _statement(before, head)
    if head is None and re.match(rf"{AUX}\b", before, re.IGNORECASE):
        return f"{core} {before[:1].lower()}{before[1:]}"
    return f"{core} {rest}"


def _statement(before: str, head: re.Match[str] | None) -> str:
    """Return what follows the question phrase of a question, from its auxiliary on."""
    if head is None:
        return before[:1].lower() + before[1:]
    rest = before[head.end() :].strip()
    subject = subject_question(before)
    if subject:
        noun, verb, tail = subject
        return (
            f"{verb} the {noun} {tail}"
            if re.fullmatch(AUX, verb, re.IGNORECASE)
            else f"{passive_of(verb, tail)} by the {noun}"
        )
    asked = asked_noun(before)
    if asked:
        return rest[rest.index(asked) + len(asked) :].strip()
    if head["wh"].lower() == "who" and not re.match(rf"{AUX}\b", rest, re.IGNORECASE):
        verb, _, tail = rest.partition(" ")
        return passive_of(verb, tail)
    return rest


def _outward(core: str) -> re.Match[str] | None:
    """Return the first pronoun that refers out of a question."""
    for match in _PRONOUN.finditer(core):
        low, lead, rest = match[0].lower(), core[: match.start()], core[match.end() :]
        if low == "there" and re.search(rf"\b{AUX}\s+$", lead, re.IGNORECASE):
            continue  # "are there"
        if (
            low == "that"
            and re.search(r"\w\s+$", lead)
            and not re.search(rf"\b(?:{PREPOSITION}|{AUX})\s+$", lead, re.IGNORECASE)
        ):
            continue  # a relative clause
        if low == "this" and re.match(
            r"\s+(?:year|month|week|season|time|decade|century|spring|summer|autumn|fall|winter|morning|evening"
            r"|monday|sunday)\b",
            rest,
            re.IGNORECASE,
        ):
            continue
        if (
            low == "it"
            and re.search(r"\b(?:long|takes?|took)\b.*$", lead, re.IGNORECASE)
            and re.match(r"\s+(?:take|to)\b", rest)
        ):
            continue
        named = [w for w in content_words(lead) if not HEAD.match(w)]
        if named and re.search(r",|\b(?:and|or|but|when|if|that|because)\b", lead):
            return None
        if (
            named
            and low not in ("there",)
            and (low in ("that",) or len(named) > 1 or any(w[0].isupper() for w in named))
        ):
            return None  # what is named before the pronoun is what it refers to
        return match
    return None


def _refer(core: str, pronoun: re.Match[str], before: str) -> str:
    """Replace a pronoun by what it refers to in the question before."""
    low = pronoun[0].lower()
    lead, rest = core[: pronoun.start()], core[pronoun.end() :]
    if low == "there":
        place = _place(core, before)
        return f"{lead}in {place}{rest}" if place else f"{core} {_topic(before)}"
    if re.match(r"\s+(?:year|time|date|day)\b", rest) and (when := TIME.search(before)):
        noun = re.match(r"\s+\w+", rest)
        preposition = "" if re.search(rf"{PREPOSITION}\s+$", lead) else "in "
        return f"{lead}{preposition}{when[0]}{rest[noun.end() if noun else 0 :]}"
    referent = _referent(before)
    if not referent:
        return f"{core} {_topic(before)}"
    if low in ("its", "their", "his", "her") and re.match(r"\s+[a-z]", rest):
        if " that " in referent or len(referent.split()) > 4:
            return f"{lead}the{rest} of {referent}"
        return f"{lead}{referent}'s{rest}"
    if (
        low in ("this", "that", "these", "those")
        and re.match(r"\s+[a-z]", rest)
        and not re.match(rf"\s+{BREAK}\b", rest)
    ):
        return f"{core}: {_topic(before)}"
    return f"{lead}{referent}{rest}"


def _place(core: str, before: str) -> str:
    """Return the place that "there" refers to; "" where the question before names none."""
    names = [m for m in NAME.finditer(before) if m.start() > 0 and m[0].lower() not in core.lower()]
    after = [m for m in names if re.search(r"\b(?:in|at|to|from|of)\s+(?:the\s+)?$", before[: m.start()])]
    chosen = after or names
    if chosen:
        return re.sub(r"['’]s?$", "", chosen[-1][0])
    phrase = re.search(rf"\b(?:in|at|on)\s+((?:(?!{BREAK}\b)\S+\s*)+)", before)
    if phrase:
        return phrase[1].strip()
    definite = re.search(rf"\bthe\s+(?:(?!{BREAK}\b)[^\W\d_][\w'-]*\s*)+", before)
    return nominal_part(definite[0]) if definite else ""


def _referent(before: str) -> str:
    """Return the noun phrase of a question that "it" or "they" takes up."""
    if subject := subject_question(before):
        return f"the {subject[0]} that {subject[1]} {subject[2]}".strip()
    if noun := asked_noun(before):
        rest = before[before.index(noun) + len(noun) :].strip()
        auxiliary, _, tail = rest.partition(" ")
        if tail.endswith(" have"):
            return f"the {noun} of {tail.removesuffix(' have')}"
        return f"the {noun} that {_uninverted(auxiliary, tail)}" if tail else f"the {noun}"
    who = re.match(rf"\W*(?i:who)\s+(?:is|was|are|were)\s+(?P<name>{NAME.pattern})$", before)
    if who:
        return who["name"]
    if acted := re.match(r"\W*who\s+(?P<rest>(?!is\b|was\b|are\b|were\b).+)", before, re.IGNORECASE):
        return f"the one who {acted['rest']}"
    thing = re.match(
        rf"\W*(?i:what)\s+(?P<aux>do|does|did|is|was|are|were|has|have"
        rf"|had)\s+(?P<subject>(?:the\s+)?{NAME.pattern}|the\s+\w+)\s+(?P<rest>[a-z].+)",
        before,
    )
    acts = thing and (thing["aux"] not in ("is", "was", "are", "were") or re.match(r"\w+ing\b", thing["rest"]))
    if thing and acts:
        auxiliary = "" if thing["aux"].lower() in ("do", "does", "did") else f"{thing['aux']} "
        return f"what {thing['subject']} {auxiliary}{thing['rest']}"
    names = [m for m in NAME.finditer(before) if m.start() > 0]
    definite = list(re.finditer(rf"\bthe\s+((?:(?!{BREAK}\b)[^\W\d_][\w'’-]*(?:\s+|$))+)", before, re.IGNORECASE))
    if definite:
        chosen = definite[-1]
        follow = re.match(rf"of\s+{NAME.pattern}", before[chosen.end() :])
        return f"the {nominal_part(chosen[1])}" + (f" {follow[0]}" if follow else "")
    if names:
        return re.sub(r"['’]s?$", "", names[0][0])
    return ""


def _uninverted(auxiliary: str, rest: str) -> str:
    """Put an auxiliary back behind its subject ("did", "the poet know" → "the poet did know")."""
    subject = re.match(rf"(?:(?:the|its|their|a|an)\s+[^\W\d_][\w'-]*|{NAME.pattern})", rest)
    return f"{subject[0]} {auxiliary}{rest[subject.end() :]}" if subject else f"{auxiliary} {rest}"


def _topic(before: str) -> str:
    """Return the words of a question that say what it is about."""
    head = HEAD.match(before)
    rest = before[head.end() :] if head else before
    return re.sub(rf"^\s*(?:{AUX})\b\s*", "", rest, flags=re.IGNORECASE).strip()


def resolve_foreign(text: str, topic: str, place: str) -> str:
    """Return an English question with what its pronoun refers to in another language: a topic, or a place ("there")."""
    core, led = split_lead(text)
    core = core.strip(" ?.!")
    pronoun = _outward(core)
    if pronoun is None:
        if content_words(core) and not _lacks_verb(core, led):
            return tidy(core) if led else text
        return tidy(f"{core}, {topic}")
    lead, rest = core[: pronoun.start()], core[pronoun.end() :]
    low = pronoun[0].lower()
    if low == "there" and place:
        return tidy(f"{lead}in {place}{rest}")
    if low in ("it", "they", "them", "he", "she", "him") or (
        low in ("this", "that", "these", "those") and not re.match(r"\s+[a-z]", rest)
    ):
        return tidy(f"{lead}{topic}{rest}")
    return tidy(f"{core}, {topic}")

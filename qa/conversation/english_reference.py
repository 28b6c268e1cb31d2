"""Pronouns of an English question ("Who signed it?"), and what they take up of the question before."""

import re

from qa.conversation.english_question import (
    AUX,
    BREAK,
    HEAD,
    NAME,
    PREPOSITION,
    TIME,
    asked_noun,
    content_words,
    names_in,
    nominal_part,
    subject_question,
)

_PRONOUN = re.compile(
    r"\b(?:it|its|they|them|their|theirs|he|she|him|his|her|hers|there|this|that|these|those|the same)\b", re.IGNORECASE
)
# A pronoun that refers to nothing before: (pronoun, what stands before it, what follows it).
_NO_REFERENCE = tuple(
    tuple(re.compile(pattern, re.IGNORECASE) for pattern in row)
    for row in (
        (r"there", rf".*\b{AUX}\s+$", r".*"),  # "are there"
        (r"that", rf"(?!.*\b(?:{PREPOSITION}|{AUX})\s+$).*\w\s+$", r".*"),  # a relative clause
        (
            r"this",
            r".*",
            r"\s+(?:year|month|week|season|time|decade|century|spring|summer|autumn|fall|winter|\w+day)\b.*",
        ),
        (r"it", r".*\b(?:long|takes?|took)\b.*$", r"\s+(?:take|to)\b.*"),  # "how long does it take"
        (r"it", r".*\bmade\s+$", r"\s+to\b.*"),
        (r"\w+", r".*\b(?:after|before|while|when|if|because|since)\s+$", r".*"),  # it stands for what follows
    )
)
_LINK = re.compile(r",|\b(?:and|or|but|when|if|that|because)\b")
_SINGULAR = frozenset({"it", "its", "this", "that"})
_POSSESSIVE = frozenset({"its", "their", "his", "her"})
_SUBJECT = re.compile(rf"(?:.*\b)?{AUX}\s+the\s+[\w'’-]+\s+(?!(?:{PREPOSITION}|{AUX})\b)\w", re.IGNORECASE)
_PERSONAL = frozenset({"he", "she", "him", "his", "her", "hers"})
_DEFINITE = re.compile(rf"\bthe\s+((?:(?!{BREAK}\b)[^\W\d_][\w'’-]*(?:\s+|$))+)", re.IGNORECASE)
_EVENT = re.compile(
    rf"\b(?:an?|the)\s+(?:(?!{BREAK}\b)[^\W\d_][\w'’-]*(?:\s+|$))+(?:(?:of|to|in|at|with)\s+(?:the\s+)?\S+)?",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"\W*(?i:who)\s+(?:is|was)\s+(?P<who>(?i:his|her|their)\s+\w+)\W*$")
_PLACED = re.compile(r"\W*(?i:where)\s+(?:is|are|was|were)\s+(?P<what>[^?]*\b[a-z]\w+s\b[^?]*?)\W*$")
_WHAT = re.compile(
    rf"\W*(?i:what)\s+(?P<aux>do|does|did|is|was|are|were|has|have|had)\s+"
    rf"(?P<subject>(?:the\s+)?{NAME.pattern}|the\s+\w+)\s+(?P<rest>[a-z].+)"
)


def outward_pronoun(core: str) -> re.Match[str] | None:
    """Return the first pronoun of a question that refers out of it."""
    for match in _PRONOUN.finditer(core):
        low, lead, rest = match[0].lower(), core[: match.start()], core[match.end() :]
        sides = (low, lead, rest)
        if any(all(p.fullmatch(side) for p, side in zip(row, sides, strict=True)) for row in _NO_REFERENCE):
            continue
        named = [word for word in content_words(lead) if not HEAD.match(word)]
        if named and _LINK.search(lead):
            return None
        if low in _POSSESSIVE and _SUBJECT.match(lead):
            return None  # "Does the campus get all its electricity from the sun?"
        inside = low == "that" or len(named) > 1 or any(word[0].isupper() for word in named)
        if named and low != "there" and inside:
            return None  # what is named before the pronoun is what it refers to
        return match
    return None


def refer(core: str, pronoun: re.Match[str], before: str) -> str:
    """Replace a pronoun by what it refers to in the question before."""
    low = pronoun[0].lower()
    lead, rest = core[: pronoun.start()], core[pronoun.end() :]
    if low == "there":
        place = _place(core, before)
        return f"{lead}in {place}{rest}" if place else f"{core}, {topic_of(before)}"
    if re.match(r"\s+(?:year|time|date|day)\b", rest) and (when := TIME.search(before)):
        noun = re.match(r"\s+\w+", rest)
        preposition = "" if re.search(rf"{PREPOSITION}\s+$", lead) else "in "
        return f"{lead}{preposition}{when[0]}{rest[noun.end() if noun else 0 :]}"
    taken_up = referent(before, low)
    thing = re.match(r"\s+(?P<noun>[a-z]\w*)", rest) if low in ("this", "that", "these", "those") else None
    if thing and (pointed := _pointed_at(thing["noun"], lead, before, taken_up)):
        return f"{pointed}{rest[thing.end() :]}"
    demonstrates = low in ("this", "that", "these", "those") and re.match(rf"\s+(?!{BREAK}\b)[a-z]", rest)
    if not taken_up or demonstrates:
        return f"{core}, {topic_of(before)}"
    if low in ("its", "their", "his", "her") and re.match(r"\s+[a-z]", rest):
        long = len(taken_up.split()) > 4 or re.search(r"\b(?:that|of)\b", taken_up)
        return f"{lead}the{rest} of {taken_up}" if long else f"{lead}{taken_up}'s{rest}"
    return f"{lead}{taken_up}{rest}"


def _pointed_at(noun: str, lead: str, before: str, taken_up: str) -> str | None:
    """Return `lead` with what "that <noun>" is of the question before; None where the question has no such thing."""
    if re.match(rf"{BREAK}\b", noun):
        return None
    if noun in ("occasion", "event", "occasions", "events"):
        events = list(_EVENT.finditer(before))
        bare = re.sub(rf"\b{PREPOSITION}\s+$", "", lead, flags=re.IGNORECASE)
        event = re.sub(r"^an?\b", "the", events[-1][0].strip()) if events else ""
        return f"{bare}during {event}" if events else None
    if noun in ("country", "city", "town", "village", "place", "region", "province") and not asked_noun(
        before
    ).endswith(noun):
        place = _place(lead, before)
        return f"{lead}{place}" if place else None
    return f"{lead}{taken_up}" if taken_up else None


def refer_abroad(core: str, pronoun: re.Match[str], topic: str, place: str) -> str:
    """Replace a pronoun by a topic, or by a place ("there"), of a question in another language."""
    lead, rest = core[: pronoun.start()], core[pronoun.end() :]
    low = pronoun[0].lower()
    if not topic and not place:
        return core
    if low == "there" and place:
        return f"{lead}in {place}{rest}"
    whole = low in ("it", "they", "them", "he", "she", "him")
    if whole or (low in ("this", "that", "these", "those") and not re.match(r"\s+[a-z]", rest)):
        return f"{lead}{topic}{rest}"
    if low in ("its", "their", "his", "her") and topic and re.match(r"\s+[a-z]", rest):
        return f"{lead}{topic}'s{rest}"
    return f"{core}, {topic}"


def referent(before: str, pronoun: str) -> str:
    """Return the noun phrase of a question that a pronoun takes up, "" where there is none."""
    noun = asked_noun(before)
    many = noun.endswith("s") and not noun.endswith("ss")
    if noun and not (many and pronoun in _SINGULAR):
        return _asked_thing(before, noun)
    if person := re.match(rf"\W*(?i:who)\s+(?:is|was|are|were)\s+(?P<name>{NAME.pattern})$", before):
        return person["name"]
    if pronoun not in _PERSONAL and (placed := _PLACED.match(before)):
        return placed["what"]
    if pronoun in _PERSONAL and (relative := _RELATIVE.match(before)):
        return relative["who"]
    actor = re.match(r"\W*who\s+(?P<rest>(?!is\b|was\b|are\b|were\b).+)", before, re.IGNORECASE)
    if actor and pronoun not in _SINGULAR:
        return f"the one who {actor['rest']}"
    thing = _WHAT.match(before)
    if (
        thing
        and pronoun not in _PERSONAL
        and (thing["aux"] in ("do", "does", "did") or re.match(r"\w+ing\b", thing["rest"]))
    ):
        auxiliary = "" if thing["aux"] in ("do", "does", "did") else f"{thing['aux']} "
        return f"what {thing['subject']} {auxiliary}{thing['rest']}"
    return _definite(before)


def topic_of(before: str) -> str:
    """Return the words of a question that say what it is about."""
    head = HEAD.match(before)
    rest = before[head.end() :] if head else before
    return re.sub(rf"^\s*(?:{AUX})\b\s*", "", rest, flags=re.IGNORECASE).strip()


def _asked_thing(before: str, noun: str) -> str:
    """Return what a "which …" or "how many …" asks for, with what the question says of it."""
    if subject := subject_question(before):
        return f"the {subject[0]} that {subject[1]} {subject[2]}".strip()
    auxiliary, _, tail = before[before.index(noun) + len(noun) :].strip().partition(" ")
    if tail.startswith("there "):
        return f"the {noun} {tail.removeprefix('there ')}"
    if tail.endswith(" have"):
        return f"the {noun} of {tail.removesuffix(' have')}"
    return f"the {noun} that {_uninverted(auxiliary, tail)}" if tail else f"the {noun}"


def _definite(before: str) -> str:
    """Return what a question has ("a …"), else its last phrase with "the" and the name after it, else a name."""
    held = re.match(
        rf"\W*(?:do|does|did|is there|are there|was there)\b.*\ban?\s+(?P<what>(?:(?!{BREAK}\b)[\w'-]+\s*)+)",
        before,
        re.IGNORECASE,
    )
    if held:
        return f"the {nominal_part(held['what'])}"
    found = list(_DEFINITE.finditer(before))
    if found:
        chosen = found[-1]
        follow = re.match(rf"(?:of|in)\s+{NAME.pattern}", before[chosen.end() :])
        return f"the {nominal_part(chosen[1])}" + (f" {follow[0]}" if follow else "")
    names = names_in(before)
    return re.sub(r"['’]s?$", "", names[0][0]) if names else ""


def _place(core: str, before: str) -> str:
    """Return the place that "there" refers to; "" where the question before names none."""
    names = [m for m in names_in(before) if m[0].lower() not in core.lower()]
    after = [m for m in names if re.search(r"\b(?:in|at|to|from|of)\s+(?:the\s+)?$", before[: m.start()])]
    chosen = after or names
    if chosen:
        return re.sub(r"['’]s?$", "", chosen[-1][0])
    phrase = re.search(rf"\b(?:in|at|on)\s+((?:(?!{BREAK}\b)\S+\s*)+)", before)
    if phrase:
        return phrase[1].strip()
    definite = re.search(rf"\bthe\s+(?:(?!{BREAK}\b)[^\W\d_][\w'-]*\s*)+", before)
    return nominal_part(definite[0]) if definite else ""


def _uninverted(auxiliary: str, rest: str) -> str:
    """Put an auxiliary back behind its subject ("did", "the poet know" → "the poet did know")."""
    subject = re.match(rf"(?:(?:the|its|their|a|an)\s+[^\W\d_][\w'-]*|{NAME.pattern})", rest)
    return f"{subject[0]} {auxiliary}{rest[subject.end() :]}" if subject else f"{auxiliary} {rest}"

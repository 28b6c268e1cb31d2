"""Follow-up questions in English: what they leave out is taken from the question before.

The three forms are those of `qa.conversation.followup_tr`: a fragment ("And imports?"), an incomplete question
("Why?", "Which ones?"), and a question with a pronoun ("Who signed it?").
"""

import re
from collections.abc import Sequence

from qa.conversation.english_fragment import substitute
from qa.conversation.english_question import (
    AUX,
    BREAK,
    FUNCTION,
    HEAD,
    PREPOSITION,
    WH,
    asked_noun,
    content_words,
    is_verb,
    nominal_part,
    passive_of,
    subject_question,
    tidy,
)
from qa.conversation.english_reference import outward_pronoun, refer, refer_abroad, referent
from qa.conversation.followup_parallel import differing, merge
from qa.quantities.english import plural_noun
from qa.text import fold
from qa.words.lexicon import lemmas, translations

_LEAD = re.compile(
    r"\W*(?:(?:and|so|then|but|also|ok|okay|well)\b[\s,]*)*(?:(?:what|how)\s+about\b[\s,]*)?", re.IGNORECASE
)
_ASKS = re.compile(rf"\b{WH}\b|^\W*{AUX}(?:n't)?\b", re.IGNORECASE)
_MEASURES = frozenset(f"how {word}" for word in "long old far high deep tall big large wide heavy fast".split())
_COMPARING = re.compile(r"which(?: one)? (?:is|was|are|were) (?:the )?\w+(?: \w+)?", re.IGNORECASE)
_MOST = re.compile(
    r"(?:which|what)(?: one)? (?P<rest>(?:is|was|are|were) the (?:\w+est|(?:most|least) \w+))(?: one)?", re.IGNORECASE
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
_WHOLE = 4  # words from which a question with an auxiliary stands alone ("What will be built?")
_ONE = re.compile(r"\b(?:a|an|the|another) (?!other\b)(?:[a-z-]+ )(?P<one>one)\b", re.IGNORECASE)
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
    if _COMPARING.fullmatch(core) and len(earlier) > 1 and (compared := _compare(core, earlier)):
        return compared
    if (most := _MOST.fullmatch(core)) and asked_noun(before):
        return tidy(f"which of {referent(before, 'they')} {most['rest']}")
    if _WHICH.fullmatch(core):
        return tidy(_which(before))
    if _COUNT.fullmatch(core) or _counts_the_same(core, before):
        return tidy(_count(before))
    named = _name_the_one(_name_the_ones(core, before), before)
    led, core = led or named != core, named
    pronoun = outward_pronoun(core)
    if pronoun:
        return tidy(refer(core, pronoun, before))
    if (content_words(core) and not _lacks_verb(core, led)) or (
        not led and re.match(r"what\b.*\d", core, re.IGNORECASE)
    ):
        return tidy(core) if led else text
    if not led and _asks_whole(core):
        return text
    return tidy(_ask_alike(core, before) or _ask(core, before))


def _is_fragment(core: str, text: str, led: bool) -> bool:
    size = len(core.split())
    if led:
        return size <= 8
    begins = re.match(rf"{PREPOSITION}\b", core, re.IGNORECASE)
    return size <= (6 if begins else 3) and text.rstrip().endswith("?")


def _counts_the_same(core: str, before: str) -> bool:
    """Tell whether "how many …" asks for the noun that the question before asks about."""
    counted = re.fullmatch(r"how many (\w+)", core, re.IGNORECASE)
    return counted is not None and asked_noun(before).split()[-1:] == [counted[1]]


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


def _name_the_one(core: str, before: str) -> str:
    """Replace "one" after an article and a modifier by the noun that the question before has with its own article."""
    if re.match(r"which one\s+(?!of\b)\w", core, re.IGNORECASE) and (asked := asked_noun(before)):
        return re.sub(r"\bone\b", _singular(asked), core, count=1)  # "Which one came second?"
    if not (one := _ONE.search(core)):
        return core
    thing = re.search(rf"\b(?:an?|the)\s+(?P<noun>(?:(?!{BREAK}\b)[a-z][\w-]*(?:\s+|$))+)", before)
    phrase = nominal_part(thing["noun"]).split() if thing else []
    if thing and thing.end() == len(before) and re.match(r"\W*\w+\s+(?:do|does|did)\b", before):
        phrase.pop()  # the verb
    noun = phrase[-1:]
    return f"{core[: one.start('one')]}{noun[0]}{core[one.end('one') :]}" if noun else core


def _singular(noun: str) -> str:
    """Return a noun phrase whose last word is a plural in the singular ("gates"), but not "species"."""
    bare = noun.removesuffix("s")
    return bare if bare and plural_noun(bare) == noun and translations(fold(bare.split()[-1])) else noun


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
    """Ask for the sum of, or the difference between, what two earlier questions ask for."""
    question = both.strip(" ?")
    if "difference" not in core.lower():
        return tidy(f"{question} in total")
    amounts = re.match(r"how (?:many|much)\s+(?:is|are|was|were)\s+(?!there\b)(?P<what>.+)", question, re.IGNORECASE)
    if amounts:
        return tidy(f"what is the difference between {amounts['what']}")
    return tidy(f"what is the difference in {question[:1].lower()}{question[1:]}")


def _compare(core: str, earlier: Sequence[str]) -> str | None:
    """Ask which of two is more ("Which is higher" of "… in 2021", "… in 2022")."""
    pieces = differing(earlier[-2], earlier[-1])
    if pieces is None:
        return None
    start, one, two, end = pieces
    what = re.sub(r"^how (?:many|much)\s*", "", f"{start} {end}".strip(), flags=re.IGNORECASE)
    return tidy(f"{core}: {what} {one} or {two}")


def _ask(core: str, before: str) -> str:
    """Ask an incomplete question ("Why?", "By how many votes?", "Who signed?") about the question before."""
    head = HEAD.match(before)
    if len(core.split()) > 1 and re.search(rf"\b{AUX}\b", core) and not content_words(core):
        return f"{core} {referent(before, 'they')}".strip()
    rest = _statement(before, head)
    if head is None and re.match(rf"{AUX}\b", before, re.IGNORECASE):
        return f"{core} {before[:1].lower()}{before[1:]}"
    if core.lower() == "who" and re.match(r"(?:is|are|was|were)\s.*\w(?:ed|en|wn|lt|ld|nd|ught)\b", rest):
        core = "By whom"  # the question before is in the passive
    return f"{core} {rest}"


def _ask_alike(core: str, before: str) -> str | None:
    """Ask for another noun, or another measure, in the frame of the question before ("how many nurses", "how wide")."""
    new, old = HEAD.match(core), HEAD.match(before)
    if new is None or old is None or new["prep"]:
        return None
    noun = asked_noun(before)
    alike = noun and new["wh"].lower() == old["wh"].lower()
    if alike and (did := verb_alone(core[new.end() :])):
        return f"{new['wh']} {noun} {did}"
    if alike and new["wh"].lower() in ("how many", "how much", "which"):
        return f"{core} {before[before.index(noun) + len(noun) :]}"
    measures = all(head["wh"].lower() in _MEASURES for head in (new, old))
    return f"{core} {before[old.end() :]}" if measures and not core[new.end() :].strip() else None


def _asks_whole(core: str) -> bool:
    """Tell whether a question has a noun and a verb of its own, however common both are ("How many people died")."""
    head = HEAD.match(core)
    rest = core[head.end() :].split() if head else []
    return len(rest) > 1 and verb_alone(rest[-1]) is not None


def verb_alone(rest: str) -> str | None:
    """Return what follows a question phrase where it is a verb in the past, with or without its object ("came")."""
    first = rest.split()[:1]
    auxiliary = first and re.fullmatch(AUX, first[0], re.IGNORECASE)
    past = first and not auxiliary and any(lemma != fold(first[0]) for lemma in lemmas(fold(first[0])))
    return rest.strip() if past and is_verb(fold(first[0])) and not first[0].endswith("s") else None


def _statement(before: str, head: re.Match[str] | None) -> str:
    """Return what follows the question phrase of a question, from its auxiliary on."""
    if head is None:
        return before[:1].lower() + before[1:]
    rest = before[head.end() :].strip()
    subject = subject_question(before)
    if subject:
        noun, verb, tail = subject
        if re.fullmatch(AUX, verb, re.IGNORECASE):
            return f"{verb} the {noun} {tail}"
        forms = [*lemmas(fold(verb))[1:], fold(verb)]
        base = next((form for form in forms if any(t.endswith("-") for t in translations(form))), None)
        if base is None:
            return f"{passive_of(verb, tail)} by the {noun}"
        auxiliary = "do" if base == verb else "does" if verb.endswith("s") else "did"
        return f"{auxiliary} the {noun} {base} {tail}"
    causative = re.fullmatch(r"(?:had|has|have)\s+(?P<thing>.+?)\s+(?P<verb>\w+)", rest)
    if causative and head["wh"].lower() == "who" and is_verb(fold(causative["verb"])):
        return f"was {causative['thing']} {causative['verb']}"
    asked = asked_noun(before)
    if asked:
        return rest[rest.index(asked) + len(asked) :].strip()
    if head["wh"].lower() == "who" and not re.match(rf"{AUX}\b", rest, re.IGNORECASE):
        verb, _, tail = rest.partition(" ")
        return passive_of(verb, tail)
    return rest


def resolve_foreign(text: str, topic: str, place: str) -> str:
    """Return an English question with what it leaves out taken from a question in another language.

    `topic` is what that question is about, `place` where it is set ("there").
    """
    core, led = split_lead(text)
    core = core.strip(" ?.!")
    pronoun = outward_pronoun(core)
    if pronoun:
        return tidy(refer_abroad(core, pronoun, topic, place))
    asks = HEAD.match(core) and re.search(rf"\b{AUX}\b", core, re.IGNORECASE) and not core.endswith(" there")
    whole = asks and len(core.split()) >= _WHOLE
    if whole or (content_words(core) and not _lacks_verb(core, led)):
        return tidy(core) if led else text
    return tidy(f"{core}, {topic}")

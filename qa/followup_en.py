"""Follow-up questions in English: what they leave out is taken from the question before.

The three forms are those of `qa.followup_tr`: a fragment ("And imports?"), an incomplete question ("Why?", "Which
ones?"), and a question with a pronoun ("Who signed it?").
"""

import re
from collections.abc import Sequence

from qa.english import plural_noun
from qa.followup_parallel import merge
from qa.lexicon import lemmas, translations
from qa.names import country_names
from qa.text import fold

_LEAD = re.compile(
    r"\W*(?:(?:and|so|then|but|also|ok|okay|well)\b[\s,]*)*(?:(?:what|how)\s+about\b[\s,]*)?", re.IGNORECASE
)
_WH = r"(?:who|whom|whose|what|which|when|where|why|how)"
_AUX = r"(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|shall|should|may|might|must)"
_PREPOSITION = r"(?:in|on|at|to|from|for|of|by|with|into|about|between|during|since|until|before|after|under|over|near|against|among|as|through|within|per)"
_ASKS = re.compile(rf"\b{_WH}\b|^\W*{_AUX}(?:n't)?\b", re.IGNORECASE)
_PRONOUN = re.compile(
    r"\b(?:it|its|they|them|their|theirs|he|she|him|his|her|hers|there|this|that|these|those|the same)\b", re.IGNORECASE
)
_YEAR = re.compile(r"\b(?:1[0-9]|20)\d\d\b")
_TIME = re.compile(
    r"\b(?:(?:1[0-9]|20)\d\d|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|spring|summer|autumn|fall|winter|today|yesterday|tomorrow"
    r"|(?:last|next|this) (?:year|month|week)|january|february|march|april|may|june|july|august|september|october|november|december)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?:[A-ZÇĞİÖŞÜÂ][\w'’.-]*)(?:\s+(?:(?:of|the|and|de|al|el|bin)\s+)?[A-ZÇĞİÖŞÜÂ][\w'’.-]*)*")
_SUPERLATIVE = re.compile(
    r"\b(?:most|least)\s+\w+|\b(?!west\b|forest\b|interest\b|east\b|test\b|guest\b|request\b|harvest\b|protest\b|invest\b|rest\b|contest\b|nest\b|chest\b)\w{3,}est\b|\b(?:best|worst)\b",
    re.IGNORECASE,
)
_ORDINAL = re.compile(
    r"\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|\d+(?:st|nd|rd|th))\b", re.IGNORECASE
)
_REVERSE = re.compile(
    r"\W*(?:in |the )*(?:(?:other|opposite|reverse) (?:direction|way)(?: round| around)?|vice versa|the reverse|reverse)\W*",
    re.IGNORECASE,
)
_WHICH = re.compile(
    r"which(?: ones?| of (?:them|these|those))?(?: (?:are|were) (?:they|those|these))?|what are they|name them|what were they",
    re.IGNORECASE,
)
_COUNT = re.compile(
    r"how many(?: (?:is|are|was|were) (?:that|they|it|there|those))?(?: of them)?(?: (?:in total|altogether|together|in all))?",
    re.IGNORECASE,
)
_BOTH = re.compile(r"\b(?:total|altogether|together|in all|combined|difference|both)\b", re.IGNORECASE)
_BOTH_WORDS = frozenset({"total", "altogether", "together", "combined", "difference", "both", "sum", "all"})
_SHIFT = re.compile(
    r"\W*(?:in )?(?:(?P<n>a|one|two|three|four|five|six|seven|eight|nine|ten|\d+) years? (?P<way>later|earlier|before|after)|the (?P<next>following|next|previous|preceding) year|the year (?P<rel>before|after))\W*",
    re.IGNORECASE,
)
_NUMBERS = dict(zip("one two three four five six seven eight nine ten".split(), range(1, 11), strict=True)) | {"a": 1}
_HEAD = re.compile(
    rf"^\W*(?:(?P<prep>{_PREPOSITION})\s+)?(?P<wh>how (?:many|much|long|old|far|high|deep|tall|big|large|often|wide|heavy|fast)|{_WH})\b",
    re.IGNORECASE,
)
_PEOPLE = frozenset({"people", "children", "feet", "teeth", "mice"})
_PARTICIPLES = {"wrote": "written", "took": "taken", "gave": "given", "began": "begun", "broke": "broken", "drew": "drawn",
                "chose": "chosen", "spoke": "spoken", "flew": "flown", "knew": "known", "saw": "seen", "ate": "eaten",
                "drove": "driven", "sang": "sung", "threw": "thrown", "stole": "stolen", "did": "done", "wore": "worn"}  # fmt: skip
_BREAK = rf"(?:{_PREPOSITION}|{_AUX}|and|or|than|that|who|which|when|where)"
_FUNCTION = frozenset(
    "a an the of in on at to for from by with and or is are was were be been being do does did has have had how many much what which who whom whose"
    " when where why that this these those it its their his her they them he she him not no so if than as about there then will would can could"
    " should may might must into over per ones one same other total altogether together many more most last first another else any some all each"
    " both between during since until before after percent percentage name also ago get gets got made make happen happened happens take took place"
    " go went come came long old far high exactly only just really now still even call called them mean kind".split()
)


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
        return _tidy(_substitute(core, before)) if _is_fragment(core, text, led) else text
    if (
        _BOTH.search(core)
        and not set(map(str.lower, _content(core))) - _BOTH_WORDS
        and len(earlier) > 1
        and (both := merge(earlier[-2], earlier[-1], "and"))
    ):
        return _total(both, core)
    if _WHICH.fullmatch(core):
        return _tidy(_which(before))
    if _COUNT.fullmatch(core):
        return _tidy(_count(before))
    core = _name_the_ones(core, before)
    pronoun = _outward(core)
    if pronoun:
        return _tidy(_refer(core, pronoun, before))
    if (_content(core) and not _lacks_verb(core, led)) or (not led and re.match(r"what\b.*\d", core, re.IGNORECASE)):
        return _tidy(core) if led else text
    return _tidy(_ask(core, before))


def _is_fragment(core: str, text: str, led: bool) -> bool:
    size = len(core.split())
    if led:
        return size <= 8
    begins = re.match(rf"{_PREPOSITION}\b", core, re.IGNORECASE)
    return size <= (6 if begins else 3) and text.rstrip().endswith("?")


def _content(core: str) -> list[str]:
    """Return the words of a question that say what it is about: not its question phrase, not its verbs alone."""
    head = _HEAD.match(core)
    found = []
    for match in re.finditer(r"[^\W\d_][\w'’-]*", core):
        word = match[0]
        low = fold(word)
        if low in _FUNCTION or low.removesuffix("'s") in _FUNCTION:
            continue
        if word[0].isupper() and match.start() > 0:
            found.append(word)
        elif not _is_verb(low):
            found.append(word)
    if head and head["wh"].lower() in ("what", "which", "how many", "how much", "whose"):
        asked = re.match(r"\s+([^\W\d_][\w'-]*)", core[head.end() :])
        if asked and found and found[0] == asked[1] and len(found) == 1:
            return []
    return found


def _lacks_verb(core: str, led: bool) -> bool:
    """Tell whether a question is a question phrase with its noun alone ("how many silver medals")."""
    head = _HEAD.match(core)
    if head is None or re.search(rf"\b{_AUX}\b", core, re.IGNORECASE):
        return False
    rest = core[head.end() :].split()
    if head["wh"].lower() not in ("which", "what", "how many", "how much", "whose") or not 0 < len(rest) <= 3:
        return False
    if not head["prep"] and not led and len(rest) > 1:
        return False
    return not any(re.fullmatch(_PREPOSITION, word) for word in rest) and not any(
        _is_verb(fold(word)) or word.endswith("ed") for word in core[head.end() :].split()[1:]
    )


def _is_verb(word: str) -> bool:
    """Tell whether an English word can only be a form of a verb, as far as the lexicon knows."""
    terms = translations(word)
    if terms and all(term.endswith("-") for term in terms):
        return True
    base = lemmas(word)[1:2]
    irregular = bool(base) and not word.endswith(("s", "ed", "ing", "er", "est", "ly", "men")) and word not in _PEOPLE
    return irregular and any(term.endswith("-") for term in translations(base[0]))


def _name_the_ones(core: str, before: str) -> str:
    """Replace "ones" after a modifier by the noun that the question before asks about."""
    asked = _asked_noun(before)
    return (
        re.sub(r"(?<=\w )ones\b", asked.split()[-1], core)
        if asked and not core.lower().startswith("which ones")
        else core
    )


# --- fragments ---


def _substitute(core: str, before: str) -> str:
    """Put a fragment in the place of what it is parallel to in the question before."""
    if _REVERSE.fullmatch(core):
        return _swap(before)
    if (shift := _SHIFT.fullmatch(core)) and (year := _YEAR.search(before)):
        return before[: year.start()] + str(int(year[0]) + _step(shift)) + before[year.end() :]
    first = core.split()[0]
    core = core[:1].lower() + core[1:] if fold(first) in _FUNCTION else core
    core = re.sub(rf"^(?:the|that|those) ones?\s+(?={_PREPOSITION}\b)", "", core, flags=re.IGNORECASE)
    placed = re.match(rf"{_PREPOSITION}\b", core, re.IGNORECASE) is not None
    for parallel in (_by_time, _by_preposition) if placed else (_by_time, _by_degree, _by_name, _by_noun):
        found = parallel(core, before)
        if found is not None:
            return found
    if placed:
        return f"{before} {core}"
    return f"{core}: {before[:1].lower()}{before[1:]}"


def _step(shift: re.Match[str]) -> int:
    count = (shift["n"] or "one").lower()
    number = int(count) if count.isdigit() else _NUMBERS[count]
    way = (shift["way"] or shift["next"] or shift["rel"]).lower()
    return -number if way in ("earlier", "before", "previous", "preceding") else number


def _by_time(core: str, before: str) -> str | None:
    new, old = _TIME.search(core), _TIME.search(before)
    if (
        new is None
        or len(re.sub(rf"\b(?:{_PREPOSITION}|the)\b", "", core.replace(new[0], ""), flags=re.IGNORECASE).split()) > 0
    ):
        return None
    if old is None:
        return f"{before} {core if core != new[0] else f'in {core}'}"
    preposition = re.search(rf"{_PREPOSITION}\s+$", before[: old.start()], re.IGNORECASE)
    if preposition and core != new[0]:
        return before[: preposition.start()] + core + before[old.end() :]
    return before[: old.start()] + new[0] + before[old.end() :]


def _by_preposition(core: str, before: str) -> str | None:
    """Replace the phrase that begins with the same preposition ("for students" for "for adults")."""
    match = re.match(rf"({_PREPOSITION})\s+\S", core, re.IGNORECASE)
    if match is None:
        return None
    phrases = list(re.finditer(rf"\b{match[1]}\s+(?:(?!\b{_BREAK}\b)\S+\s*)+", before, re.IGNORECASE))
    if not phrases:
        return None
    named = _NAME.search(core)
    old = ([m for m in phrases if bool(_NAME.search(m[0])) == bool(named)] or phrases)[-1]
    before = _swap_names(before, named[0], old[0]) if named else before
    replaced = re.match(rf"{match[1]}\s+(?:the\s+)?(?:{_NAME.pattern})", old[0]) if named else None
    end = old.start() + replaced.end() if replaced else old.end()
    return f"{before[: old.start()]}{core} {before[end:]}"


def _swap_names(before: str, new: str, phrase: str) -> str:
    """Where the new name already stands elsewhere in the question, put the old one there."""
    old = _NAME.search(phrase)
    if old is None or new not in before.replace(phrase, " " * len(phrase)):
        return before
    at = before.index(phrase)
    outside = [m for m in re.finditer(rf"\b{re.escape(new)}\b", before) if not at <= m.start() < at + len(phrase)]
    return (
        before[: outside[0].start()] + old[0] + before[outside[0].end() :]
        if outside and outside[0].start() > at + len(phrase)
        else before
    )


def _by_degree(core: str, before: str) -> str | None:
    """Replace a superlative or ordinal by that of the fragment ("the oldest one" for "the youngest")."""
    for pattern in (_SUPERLATIVE, _ORDINAL):
        new, old = pattern.search(core), pattern.search(before)
        if new and old:
            rest = re.sub(
                r"^(?:one|ones|of (?:them|these|those|all))\b", "", core[new.end() :].strip(), flags=re.IGNORECASE
            ).strip()
            if not rest:
                return before[: old.start()] + new[0] + before[old.end() :]
            following = re.match(
                rf"(?:\s+(?!{_BREAK}\b)[^\W\d_][\w'-]*)" + "{1," + str(len(rest.split())) + "}", before[old.end() :]
            )
            end = old.end() + (following.end() if following and _is_nominal(following[0]) else 0)
            return before[: old.start()] + f"{new[0]} {rest}" + before[end:]
    return None


def _is_nominal(phrase: str) -> bool:
    return not _is_verb(fold(phrase.split()[-1]))


def _by_name(core: str, before: str) -> str | None:
    new = _NAME.match(core)
    if new is None:
        return None
    owner = re.match(r"(?P<name>.+?)['’]s?\s+(?P<noun>[a-z].*)", core)
    name = re.sub(r"['’]s?$", "", owner["name"] if owner else new[0])
    old = [m for m in _NAME.finditer(before) if m.start() > 0 and m[0].lower() != name.lower()]
    if not old or (new.end() < len(core) and not owner):
        return None
    kin = [m for m in old if (fold(m[0]) in country_names()) == (fold(name) in country_names())] or old
    chosen = kin[0]
    possessive = re.search(r"['’]s?$", chosen[0])
    replacement = name + (possessive[0] if possessive else "")
    rest = before[chosen.end() :].replace(name, chosen[0]) if name in before[chosen.end() :] else before[chosen.end() :]
    result = before[: chosen.start()] + replacement + rest
    return result if not owner else _by_noun(owner["noun"], result) or result


def _by_noun(core: str, before: str) -> str | None:
    """Replace the noun phrase that a fragment is parallel to: of the same head, the counted noun, the one after "the"."""
    noun = re.sub(r"^(?:the|its|their|his|her|a|an|any)\s+", "", core, flags=re.IGNORECASE)
    definite = noun != core
    words = noun.split()
    if words[-1].lower() in ("one", "ones") and len(words) > 1:
        return _by_modifier(" ".join(words[:-1]), before)
    if re.search(r"['’]s?$", words[-1]):
        owner = re.search(r"\b[^\W\d_]+(?:['’]s|s['’])", before)
        return before[: owner.start()] + words[-1] + before[owner.end() :] if owner else None
    shared = [
        m for m in re.finditer(r"[^\W\d_][\w-]*", before) if fold(m[0])[:5] == fold(words[-1])[:5] and len(m[0]) > 3
    ]
    if shared and len(words) > 1:
        start = _phrase_start(before, shared[-1].start())
        return before[:start] + noun + before[shared[-1].end() :]
    asked = re.match(
        rf"(?P<head>\W*(?:{_PREPOSITION}\s+)?(?:how (?:many|much)|which|what)\s+)(?P<noun>(?:(?!{_BREAK}\b)[^\W\d_][\w'-]*\s*)+)",
        before,
        re.IGNORECASE,
    )
    nouns = list(
        re.finditer(rf"\b(?:the|its|their)\s+((?:(?!{_BREAK}\b)[^\W\d_][\w'’-]*(?:\s+|$))+)", before, re.IGNORECASE)
    )
    spans = [(m.start(1), m.start(1) + len(_nominal_part(m[1]))) for m in nouns]
    if asked and not (definite and spans and not asked["head"].lower().strip().endswith(("which", "what"))):
        part = _asked_noun(before) or _nominal_part(asked["noun"])
        start = asked.start("noun")
        return f"{before[:start]}{noun}{before[start + len(part) :]}"
    if spans:
        start, end = spans[0] if definite else spans[-1]
        return before[:start] + noun + before[end:]
    return None


def _nominal_part(phrase: str) -> str:
    """Cut the verb off the end of words that begin with a noun phrase ("winner get" → "winner")."""
    words = phrase.split()
    while len(words) > 1 and _is_verb(fold(words[-1])):
        words.pop()
    return " ".join(words)


def _by_modifier(modifier: str, before: str) -> str | None:
    """Put other modifiers before the last plural noun of the question ("its honorary ones")."""
    plurals = [
        m
        for m in re.finditer(r"\b[^\W\d_][\w-]*s\b", before)
        if m[0][0].islower() and fold(m[0]) not in _FUNCTION and not _is_verb(fold(m[0]))
    ]
    if plurals:
        at = plurals[-1].start()
        return f"{before[: _phrase_start(before, at)]}{modifier} {before[at:]}"
    for match in re.finditer(
        rf"\b(?:the|its|their)\s+((?:(?!{_BREAK}\b)[^\W\d_][\w'’-]*(?:\s+|$))+)", before, re.IGNORECASE
    ):
        phrase = _nominal_part(match[1])
        if " " in phrase:
            old, head = phrase.rsplit(" ", 1)
            return f"{before[: match.start(1)]}{modifier} {head}{before[match.start(1) + len(phrase) :]}"
    return None


def _phrase_start(before: str, at: int) -> int:
    """Return where the modifiers begin that stand before the noun at an offset."""
    run = re.search(rf"\b(?:(?!(?:{_BREAK}|the|its|their|many|much|{_WH})\b)[a-zçğıöşü][\w'’-]*\s+)*$", before[:at])
    start = run.start() if run else at
    for word in re.finditer(r"[\w'’-]+\s+", before[start:at]):
        if _is_verb(fold(word[0].strip())):
            start = max(start, at - (len(before[start:at]) - word.end()))
    return min(start, at)


def _swap(before: str) -> str:
    """Exchange the names of where from and where to."""
    pairs = [re.search(rf"\b{p}\s+((?:the\s+)?{_NAME.pattern})", before) for p in ("from", "to")]
    if pairs[0] is None or pairs[1] is None:
        return before
    first, second = sorted(pairs, key=lambda m: m.start(1) if m else 0)
    assert first is not None and second is not None
    return (
        before[: first.start(1)]
        + second[1]
        + before[first.end(1) : second.start(1)]
        + first[1]
        + before[second.end(1) :]
    )


# --- incomplete questions ---


def _which(before: str) -> str:
    """Ask which ones the question before counts."""
    asked = re.match(rf"(?P<prep>\W*(?:{_PREPOSITION}\s+)?)how many\s+(?P<rest>.+)", before, re.IGNORECASE)
    return f"{asked['prep']}which {asked['rest']}" if asked else f"which ones: {before}"


def _count(before: str) -> str:
    """Ask how many there are of what the question before lists."""
    asked = re.match(
        rf"(?P<prep>\W*(?:{_PREPOSITION}\s+)?)(?:which|what)\s+(?P<noun>[^\W\d_][\w-]*)(?P<rest>.*)",
        before,
        re.IGNORECASE,
    )
    if asked and fold(asked["noun"]) not in _FUNCTION:
        noun = asked["noun"] if asked["noun"].endswith("s") else plural_noun(asked["noun"])
        return f"{asked['prep']}how many {noun}{asked['rest']}"
    return f"how many: {before}"


def _total(both: str, core: str) -> str:
    if "difference" in core.lower():
        return _tidy(
            re.sub(
                r"^(?:how (?:many|much)\s*)(?:(?:is|are|was|were)\s+)?",
                "what is the difference between ",
                both.strip(" ?"),
                flags=re.IGNORECASE,
            )
        )
    return _tidy(f"{both.strip(' ?')} in total")


def _ask(core: str, before: str) -> str:
    """Ask an incomplete question ("Why?", "By how many votes?", "Who signed?") about the question before."""
    head = _HEAD.match(before)
    if len(core.split()) > 1 and re.search(rf"\b{_AUX}\b", core) and not _content(core):
        return f"{core} {_referent(before)}" if _referent(before) else core
    rest = _statement(before, head)
    if head is None and re.match(rf"{_AUX}\b", before, re.IGNORECASE):
        return f"{core} {before[:1].lower()}{before[1:]}"
    return f"{core} {rest}"


def _statement(before: str, head: re.Match[str] | None) -> str:
    """Return what follows the question phrase of a question, from its auxiliary on."""
    if head is None:
        return before[:1].lower() + before[1:]
    rest = before[head.end() :].strip()
    subject = _subject_question(before)
    if subject:
        noun, verb, tail = subject
        return (
            f"{verb} the {noun} {tail}"
            if re.fullmatch(_AUX, verb, re.IGNORECASE)
            else f"{_passive(verb, tail)} by the {noun}"
        )
    asked = _asked_noun(before)
    if asked:
        return rest[rest.index(asked) + len(asked) :].strip()
    if head["wh"].lower() == "who" and not re.match(rf"{_AUX}\b", rest, re.IGNORECASE):
        verb, _, tail = rest.partition(" ")
        return _passive(verb, tail)
    return rest


def _passive(verb: str, rest: str) -> str:
    """Turn "designed the new hospital" into "was the new hospital designed"."""
    phrase = re.match(rf"(?:(?!\b{_PREPOSITION}\b)\S+\s*)+", rest)
    thing, tail = (phrase[0].strip(), rest[phrase.end() :]) if phrase else (rest, "")
    return f"was {thing} {_PARTICIPLES.get(verb, verb)} {tail}".strip()


def _asked_noun(before: str) -> str:
    """Return the noun phrase after "how many", "which" or "what"; "" where there is none."""
    asked = re.match(
        rf"\W*(?:{_PREPOSITION}\s+)?(?:how (?:many|much)|which|what)\s+(?P<noun>(?:(?!{_BREAK}\b)[^\W_][\w'-]*\s*)+)",
        before,
        re.IGNORECASE,
    )
    if asked is None:
        return ""
    words = asked["noun"].split()
    cut = next((i for i, word in enumerate(words) if i and _is_verb(fold(word))), len(words))
    if re.search(r"how many", asked[0], re.IGNORECASE):
        cut = min(cut, next((i + 1 for i, word in enumerate(words) if word.endswith("s") or word in _PEOPLE), cut))
    return " ".join(words[:cut])


def _subject_question(before: str) -> tuple[str, str, str] | None:
    """Cut a question about its own subject ("which document was signed in 2022") into noun, verb and the rest."""
    noun = _asked_noun(before)
    if not noun or re.match(rf"\W*{_PREPOSITION}\b", before, re.IGNORECASE):
        return None
    verb, _, rest = before[before.index(noun) + len(noun) :].strip().partition(" ")
    inverted = re.match(r"(?:the|there|its|their|a|an)\b", rest) or _NAME.match(rest)
    if (
        not verb
        or verb.lower() in ("do", "does", "did")
        or (inverted and re.fullmatch(_AUX, verb) and verb not in ("has", "have", "had"))
    ):
        return None
    return noun, verb, rest


# --- pronouns ---


def _outward(core: str) -> re.Match[str] | None:
    """Return the first pronoun that refers out of a question."""
    for match in _PRONOUN.finditer(core):
        low, lead, rest = match[0].lower(), core[: match.start()], core[match.end() :]
        if low == "there" and re.search(rf"\b{_AUX}\s+$", lead, re.IGNORECASE):
            continue  # "are there"
        if (
            low == "that"
            and re.search(r"\w\s+$", lead)
            and not re.search(rf"\b(?:{_PREPOSITION}|{_AUX})\s+$", lead, re.IGNORECASE)
        ):
            continue  # a relative clause
        if low == "this" and re.match(
            r"\s+(?:year|month|week|season|time|decade|century|spring|summer|autumn|fall|winter|morning|evening|monday|sunday)\b",
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
        named = [w for w in _content(lead) if not _HEAD.match(w)]
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
    if re.match(r"\s+(?:year|time|date|day)\b", rest) and (when := _TIME.search(before)):
        noun = re.match(r"\s+\w+", rest)
        preposition = "" if re.search(rf"{_PREPOSITION}\s+$", lead) else "in "
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
        and not re.match(rf"\s+{_BREAK}\b", rest)
    ):
        return f"{core}: {_topic(before)}"
    return f"{lead}{referent}{rest}"


def _place(core: str, before: str) -> str:
    """Return the place that "there" refers to; "" where the question before names none."""
    names = [m for m in _NAME.finditer(before) if m.start() > 0 and m[0].lower() not in core.lower()]
    after = [m for m in names if re.search(r"\b(?:in|at|to|from|of)\s+(?:the\s+)?$", before[: m.start()])]
    chosen = after or names
    if chosen:
        return re.sub(r"['’]s?$", "", chosen[-1][0])
    phrase = re.search(rf"\b(?:in|at|on)\s+((?:(?!{_BREAK}\b)\S+\s*)+)", before)
    if phrase:
        return phrase[1].strip()
    definite = re.search(rf"\bthe\s+(?:(?!{_BREAK}\b)[^\W\d_][\w'-]*\s*)+", before)
    return _nominal_part(definite[0]) if definite else ""


def _referent(before: str) -> str:
    """Return the noun phrase of a question that "it" or "they" takes up."""
    if subject := _subject_question(before):
        return f"the {subject[0]} that {subject[1]} {subject[2]}".strip()
    if noun := _asked_noun(before):
        rest = before[before.index(noun) + len(noun) :].strip()
        auxiliary, _, tail = rest.partition(" ")
        if tail.endswith(" have"):
            return f"the {noun} of {tail.removesuffix(' have')}"
        return f"the {noun} that {_uninverted(auxiliary, tail)}" if tail else f"the {noun}"
    who = re.match(rf"\W*(?i:who)\s+(?:is|was|are|were)\s+(?P<name>{_NAME.pattern})$", before)
    if who:
        return who["name"]
    if acted := re.match(r"\W*who\s+(?P<rest>(?!is\b|was\b|are\b|were\b).+)", before, re.IGNORECASE):
        return f"the one who {acted['rest']}"
    thing = re.match(
        rf"\W*(?i:what)\s+(?P<aux>do|does|did|is|was|are|were|has|have|had)\s+(?P<subject>(?:the\s+)?{_NAME.pattern}|the\s+\w+)\s+(?P<rest>[a-z].+)",
        before,
    )
    acts = thing and (thing["aux"] not in ("is", "was", "are", "were") or re.match(r"\w+ing\b", thing["rest"]))
    if thing and acts:
        auxiliary = "" if thing["aux"].lower() in ("do", "does", "did") else f"{thing['aux']} "
        return f"what {thing['subject']} {auxiliary}{thing['rest']}"
    names = [m for m in _NAME.finditer(before) if m.start() > 0]
    definite = list(re.finditer(rf"\bthe\s+((?:(?!{_BREAK}\b)[^\W\d_][\w'’-]*(?:\s+|$))+)", before, re.IGNORECASE))
    if definite:
        chosen = definite[-1]
        follow = re.match(rf"of\s+{_NAME.pattern}", before[chosen.end() :])
        return f"the {_nominal_part(chosen[1])}" + (f" {follow[0]}" if follow else "")
    if names:
        return re.sub(r"['’]s?$", "", names[0][0])
    return ""


def _uninverted(auxiliary: str, rest: str) -> str:
    """Put an auxiliary back behind its subject ("did", "the poet know" → "the poet did know")."""
    subject = re.match(rf"(?:(?:the|its|their|a|an)\s+[^\W\d_][\w'-]*|{_NAME.pattern})", rest)
    return f"{subject[0]} {auxiliary}{rest[subject.end() :]}" if subject else f"{auxiliary} {rest}"


def _topic(before: str) -> str:
    """Return the words of a question that say what it is about."""
    head = _HEAD.match(before)
    rest = before[head.end() :] if head else before
    return re.sub(rf"^\s*(?:{_AUX})\b\s*", "", rest, flags=re.IGNORECASE).strip()


def _tidy(text: str) -> str:
    text = re.sub(r"\s+([,?.!])", r"\1", " ".join(text.split())).strip(" ,;:?.!")
    return f"{text[:1].upper()}{text[1:]}?"


def resolve_foreign(text: str, topic: str, place: str) -> str:
    """Return an English question with what its pronoun refers to in another language: a topic, or a place ("there")."""
    core, led = split_lead(text)
    core = core.strip(" ?.!")
    pronoun = _outward(core)
    if pronoun is None:
        if _content(core) and not _lacks_verb(core, led):
            return _tidy(core) if led else text
        return _tidy(f"{core}, {topic}")
    lead, rest = core[: pronoun.start()], core[pronoun.end() :]
    low = pronoun[0].lower()
    if low == "there" and place:
        return _tidy(f"{lead}in {place}{rest}")
    if low in ("it", "they", "them", "he", "she", "him") or (
        low in ("this", "that", "these", "those") and not re.match(r"\s+[a-z]", rest)
    ):
        return _tidy(f"{lead}{topic}{rest}")
    return _tidy(f"{core}, {topic}")

"""English fragments ("And imports?"), put in the place of what they are parallel to in the question before."""

import re

from qa.conversation.contrast import exchange
from qa.conversation.english_question import (
    BREAK,
    FUNCTION,
    NAME,
    PREPOSITION,
    TIME,
    WH,
    asked_noun,
    is_verb,
    names_in,
    nominal_part,
)
from qa.quantities.english import plural_noun
from qa.quantities.units import find_unit
from qa.text import fold
from qa.words.names import country_names

_INDEFINITE = re.compile(rf"\ban?\s+(?:(?!{BREAK}\b)[^\W\d_][\w'-]*(?:\s+|$))+", re.IGNORECASE)
BARE_SUBJECT = re.compile(r"\b(?i:do|does|did|have|has|are|were)\s+([a-z]\w*s)\s+\w")
_YEAR = re.compile(r"\b(?:1[0-9]|20)\d\d\b")
# "en" and a Turkish adjective stand where a Turkish follow-up has no English superlative.
SUPERLATIVE = re.compile(
    r"\ben \w+"
    r"|\b(?:most|least)(?:\s+\w+|$)|\b(?!west\b|forest\b|interest\b|east\b|test\b|guest\b|request\b|harvest\b|protest\b"
    r"|invest\b|rest\b|contest\b|nest\b|chest\b)\w{3,}est\b|\b(?:best|worst)\b",
    re.IGNORECASE,
)
_ORDINAL = re.compile(
    r"\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|\d+(?:st|nd|rd|th))\b", re.IGNORECASE
)
_REVERSE = re.compile(
    r"\W*(?:in |the )*(?:(?:other|opposite|reverse) (?:direction|way)(?: round| around)?|vice versa|the reverse"
    r"|reverse)\W*",
    re.IGNORECASE,
)
_SHIFT = re.compile(
    r"\W*(?:in )?(?:(?P<n>a|one|two|three|four|five|six|seven|eight|nine|ten|\d+) years? (?P<way>later|earlier"
    r"|before|after)|the (?P<next>following|next|previous|preceding) year|the year (?P<rel>before|after))\W*",
    re.IGNORECASE,
)
_MEASURE = re.compile(
    r"(?:[\w'-]+\s+){0,3}(?:rate|share|ratio|percentage|price|cost|length|height|width|depth|area|population|budget|"
    r"capacity|value|size|speed|temperature|income|revenue|profit)"
)
_NUMBERS = dict(zip("one two three four five six seven eight nine ten".split(), range(1, 11), strict=True)) | {"a": 1}


def substitute(core: str, before: str) -> str:
    """Put a fragment in the place of what it is parallel to in the question before."""
    if not core.strip():
        return before
    if _REVERSE.fullmatch(core):
        return _swap(before)
    if (shift := _SHIFT.fullmatch(core)) and (year := _YEAR.search(before)):
        return before[: year.start()] + str(int(year[0]) + _step(shift)) + before[year.end() :]
    if (exchanged := exchange(core, before, "en")) is not None:
        return exchanged
    if measured := _by_measure(core, before):
        return measured
    core = _with_head(core.title() if fold(core) in country_names() else core, before)
    first = core.split()[0]
    core = core[:1].lower() + core[1:] if fold(first) in FUNCTION else core
    core = re.sub(rf"^(?:the|that|those) ones?\s+(?={PREPOSITION}\b)", "", core, flags=re.IGNORECASE)
    placed = re.match(rf"{PREPOSITION}\b", core, re.IGNORECASE) is not None
    for parallel in (_by_time, _by_preposition) if placed else (_by_time, _by_degree, _by_name, _by_noun):
        found = parallel(core, before)
        if found is not None:
            return found
    if placed:
        return f"{before} {core}"
    return f"{core}: {before[:1].lower()}{before[1:]}"


def _with_head(core: str, before: str) -> str:
    """Give a bare modifier the noun that the question before counts ("Percussion?" after "wind instruments")."""
    counted = asked_noun(before).split()
    modifies = len(counted) == 2 and counted[1].endswith("s") and re.fullmatch(r"[A-Za-z][a-z-]+", core)
    bare = modifies and not core.endswith("s") and not names_in(before) and not is_verb(fold(core))
    return f"{core.lower()} {counted[1]}" if bare and before.lower().startswith("how many") else core


def _by_measure(core: str, before: str) -> str | None:
    """Ask for a measure after a number: "How many births were there in 2023?", "And the birth rate that year?"."""
    noun = re.sub(
        r"^(?:the|its|their)\s+|\s*\b(?:in )?that (?:year|season|month)\b", "", core.strip(), flags=re.IGNORECASE
    )
    if not re.match(r"\W*how many\b", before, re.IGNORECASE) or not _MEASURE.fullmatch(noun):
        return None
    place = re.search(rf"\b(?:in|at|of)\s+(?:the\s+)?{NAME.pattern}", before)
    when = TIME.search(before)
    where = f" {place[0]}" if place and not (when and when[0] in place[0]) else ""
    return f"What was the {noun}{where}" + (f" in {when[0]}" if when else "")


def _step(shift: re.Match[str]) -> int:
    count = (shift["n"] or "one").lower()
    number = int(count) if count.isdigit() else _NUMBERS[count]
    way = (shift["way"] or shift["next"] or shift["rel"]).lower()
    return -number if way in ("earlier", "before", "previous", "preceding") else number


def _by_time(core: str, before: str) -> str | None:
    new, old = TIME.search(core), TIME.search(before)
    if (
        new is None
        or len(re.sub(rf"\b(?:{PREPOSITION}|the)\b", "", core.replace(new[0], ""), flags=re.IGNORECASE).split()) > 0
    ):
        return None
    if old is None:
        return f"{before} {core if core != new[0] else f'in {core}'}"
    preposition = re.search(rf"{PREPOSITION}\s+$", before[: old.start()], re.IGNORECASE)
    if preposition and core != new[0]:
        return before[: preposition.start()] + core + before[old.end() :]
    return before[: old.start()] + new[0] + before[old.end() :]


def _by_preposition(core: str, before: str) -> str | None:
    """Replace the phrase that begins with the same preposition ("for students" for "for adults")."""
    match = re.match(rf"({PREPOSITION})\s+\S", core, re.IGNORECASE)
    if match is None:
        return None
    phrases = list(re.finditer(rf"\b{match[1]}\s+(?:(?!\b{BREAK}\b)\S+\s*)+", before, re.IGNORECASE))
    if not phrases:
        return None
    named = NAME.search(core)
    old = ([m for m in phrases if bool(NAME.search(m[0])) == bool(named)] or phrases)[-1]
    before = _swap_names(before, named[0], old[0]) if named else before
    replaced = re.match(rf"{match[1]}\s+(?:the\s+)?(?:{NAME.pattern})", old[0]) if named else None
    end = old.start() + replaced.end() if replaced else old.end()
    return f"{before[: old.start()]}{core} {before[end:]}"


def _swap_names(before: str, new: str, phrase: str) -> str:
    """Where the new name already stands elsewhere in the question, put the old one there."""
    old = NAME.search(phrase)
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
    for pattern in (SUPERLATIVE, _ORDINAL):
        new, old = pattern.search(core), pattern.search(before)
        if new and old and new[0].lower() in ("most", "least"):
            return re.sub(r"\b(?:most|least)\b", new[0], before, count=1, flags=re.IGNORECASE)
        if new and old:
            ordinal = _ORDINAL.search(core[: new.start()])
            degree = f"{ordinal[0]} {new[0]}" if ordinal else new[0]  # "second largest"
            rest = re.sub(
                r"^(?:one|ones|of (?:them|these|those|all))\b", "", core[new.end() :].strip(), flags=re.IGNORECASE
            ).strip()
            if not rest:
                return before[: old.start()] + degree.lower() + before[old.end() :]
            following = re.match(
                rf"(?:\s+(?!{BREAK}\b)[^\W\d_][\w'-]*)" + "{1," + str(len(rest.split())) + "}", before[old.end() :]
            )
            end = old.end() + (following.end() if following and _is_nominal(following[0]) else 0)
            return before[: old.start()] + f"{degree} {rest}" + before[end:]
    return None


def _is_nominal(phrase: str) -> bool:
    return not is_verb(fold(phrase.split()[-1]))


def _by_name(core: str, before: str) -> str | None:
    new = NAME.match(core)
    if new is None:
        return None
    owner = re.match(r"(?P<name>.+?)['’]s?\s+(?P<noun>[a-z].*)", core)
    name = re.sub(r"['’]s?$", "", owner["name"] if owner else new[0])
    old = [m for m in names_in(before) if m[0].lower() != name.lower()]
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
    """Replace the noun phrase parallel to a fragment: of the same head, the counted one, the one after "the"."""
    noun = re.sub(r"^(?:the|its|their|his|her|a|an|any)\s+", "", core, flags=re.IGNORECASE)
    definite = noun != core
    indefinite = list(_INDEFINITE.finditer(before)) if re.match(r"an?\s", core, re.IGNORECASE) else []
    if indefinite:
        return f"{before[: indefinite[-1].start()]}{core} {before[indefinite[-1].end() :]}"
    words = noun.split()
    if not words:
        return None
    if words[-1].lower() in ("one", "ones") and len(words) > 1:
        return _by_modifier(" ".join(words[:-1]), before)
    if re.search(r"['’]s?$", words[-1]):
        owner = re.search(r"\b[^\W\d_]+(?:['’]s|s['’])", before)
        return before[: owner.start()] + words[-1] + before[owner.end() :] if owner else None
    asked_words = asked_noun(before).split()
    if len(words) == 1 and len(asked_words) > 1 and words[0] in (asked_words[0], plural_noun(asked_words[0])):
        return before  # "silvers" after "silver medals"
    shared = [
        m for m in re.finditer(r"[^\W\d_][\w-]*", before) if fold(m[0])[:5] == fold(words[-1])[:5] and len(m[0]) > 3
    ]
    if shared and len(words) > 1:
        start = _phrase_start(before, shared[-1].start())
        name = next((m for m in names_in(before) if m.start() <= shared[-1].start() < m.end()), None)
        owner = re.search(rf"({NAME.pattern}) $", before[:start])  # "the Haliç series"
        start = name.start() if name else owner.start(1) if owner and noun[0].isupper() else start
        return before[:start] + noun + before[shared[-1].end() :]
    asked = re.match(
        rf"(?P<head>\W*(?:{PREPOSITION}\s+)?(?:how (?:many|much)|which"
        rf"|what)\s+)(?P<noun>(?:(?!{BREAK}\b)[^\W\d_][\w'-]*\s*)+)",
        before,
        re.IGNORECASE,
    )
    nouns = list(
        re.finditer(rf"\b(?:the|its|their)\s+((?:(?!{BREAK}\b)[^\W\d_][\w'’-]*(?:\s+|$))+)", before, re.IGNORECASE)
    )
    spans = [(m.start(1), m.start(1) + len(nominal_part(m[1]))) for m in nouns]
    if (
        asked
        and asked_noun(before)
        and not (definite and spans and not asked["head"].lower().strip().endswith(("which", "what")))
    ):
        part = asked_noun(before)
        start = asked.start("noun")
        measured = re.match(rf"{re.escape(part)} of (?:the )?((?:(?!{BREAK}\b)[^\W\d_][\w'-]*\s*)+)", before[start:])
        if measured and find_unit(part, "en") and not find_unit(noun, "en"):  # "tonnes of honey"
            of = start + measured.start(1)
            return f"{before[:of]}{noun}{before[of + len(nominal_part(measured[1])) :]}"
        return f"{before[:start]}{noun}{before[start + len(part) :]}"
    bare = re.search(rf"\b(?:of|{PREPOSITION})\s+(?!(?:the|its|their|an?|this|that)\b)([a-z][\w-]*)$", before)
    if bare and not definite and bare[1] not in FUNCTION:
        return before[: bare.start(1)] + noun  # "the price of gold", "spend on equipment"
    if spans:
        start, end = spans[0] if definite else spans[-1]
        return before[:start] + noun + before[end:]
    compound = re.match(
        r"\W*(?:do|does|did|has|have|is|are|was|were)\s+([a-z]+)\s+[a-z]+\s+[a-z]+", before, re.IGNORECASE
    )
    if compound and len(words) <= 2 and compound[1] not in ("the", "its", "their", "there", "any", "a", "an"):
        return before[: compound.start(1)] + noun + before[compound.end(1) :]  # "apple production"
    subject = BARE_SUBJECT.search(before)
    return before[: subject.start(1)] + noun + before[subject.end(1) :] if subject else None


def _by_modifier(modifier: str, before: str) -> str | None:
    """Put other modifiers before the last plural noun of the question ("its honorary ones")."""
    plurals = [
        m
        for m in re.finditer(r"\b[^\W\d_][\w-]*s\b", before)
        if m[0][0].islower() and fold(m[0]) not in FUNCTION and not is_verb(fold(m[0]))
    ]
    if plurals:
        at = plurals[-1].start()
        return f"{before[: _phrase_start(before, at)]}{modifier} {before[at:]}"
    for match in re.finditer(
        rf"\b(?:the|its|their)\s+((?:(?!{BREAK}\b)[^\W\d_][\w'’-]*(?:\s+|$))+)", before, re.IGNORECASE
    ):
        phrase = nominal_part(match[1])
        if " " in phrase:
            head = phrase.rsplit(" ", 1)[1]
            return f"{before[: match.start(1)]}{modifier} {head}{before[match.start(1) + len(phrase) :]}"
    return None


def _phrase_start(before: str, at: int) -> int:
    """Return where the modifiers begin that stand before the noun at an offset."""
    run = re.search(rf"\b(?:(?!(?:{BREAK}|the|its|their|many|much|{WH})\b)[a-zçğıöşü][\w'’-]*\s+)*$", before[:at])
    start = run.start() if run else at
    for word in re.finditer(r"[\w'’-]+\s+", before[start:at]):
        if is_verb(fold(word[0].strip())):
            start = max(start, at - (len(before[start:at]) - word.end()))
    return min(start, at)


def _swap(before: str) -> str:
    """Exchange the names of where from and where to."""
    pairs = [re.search(rf"\b{p}\s+((?:the\s+)?{NAME.pattern})", before) for p in ("from", "to")]
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

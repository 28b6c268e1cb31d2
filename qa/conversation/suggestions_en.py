"""English questions made from English statements of a few safe forms, and from rendered parts of Turkish ones."""

import re

from qa.quantities import Date, Kind, Quantity, find_quantities
from qa.rendering import render
from qa.text import fold, lower, words
from qa.words.lexicon import translations
from qa.words.names import country_names, turkish_countries, turkish_peoples

_REFERS = re.compile(
    r"\b(?:this|these|those|it|its|they|their|them|he|she|his|her|such|former|latter)\b", re.IGNORECASE
)
_CHANGES = {
    "grew": "grow", "rose": "rise", "fell": "fall", "increased": "increase", "decreased": "decrease",
    "declined": "decline", "dropped": "drop", "shrank": "shrink",
}  # fmt: skip
_PLAIN = frozenset("the a an more mutual diplomatic relations all both some total trade exports imports most".split())
_OPENING = re.compile(
    r"(?:(?:at present|currently|in addition|also|moreover|today|furthermore|in turn|to date),?\s+"
    r"|according to [^,]+,\s+)+",
    re.IGNORECASE,
)
_SINCE = re.compile(r"(?P<since>since [^,]+),\s+(?P<rest>.+)", re.IGNORECASE)
_BE = r"(?:is|are|was|were)"
_VERB = (
    r"(?:are|were|have|had|will|can|(?:currently |now )?"
    r"(?:operate|live|work|study|participate|take part|visit|attend|exist|belong|come))"
)
_NAME = r"[A-ZÇĞİÖŞÜ]\w+"
_LOCATED = re.compile(r"[dt][ae](?:ki)?")
_LIGHT = frozenset("faaliyet eğitim hizmet görev yer kabul".split())  # nouns of light verbs ("faaliyet gösteriyor")
_LONGEST = 140  # characters
_EXISTING = re.compile(
    r"(?:bulunuyor|bulunmaktadır|var|vardır|yaşıyor|yaşamaktadır|çalışıyor|gösteriyor|eğitim görüyor|yer alıyor)$"
)


def questions_from_translation(sentence: str) -> list[str]:
    """Return questions that an English statement answers; only statements of a known form give one."""
    text = sentence.strip().rstrip(".")
    opening = _OPENING.match(text)
    text = text[opening.end() :] if opening else text
    if _REFERS.search(_clause(text)) or not text:
        return []
    found = [*_counts(text), *_dates(text), *_amounts(text), *_rates(text), *_places(text), *_actions(text)]
    return [question for question in dict.fromkeys(found) if len(question) <= _LONGEST]


def _clause(text: str) -> str:
    """Cut a sentence before a second main clause or a trailing participle."""
    return re.split(r",\s+(?:and|but|while|which|who|reaching|consisting|making|bringing)\b", text)[0]


def _small(text: str) -> str:
    """Return the beginning of a sentence as it stands inside one: "The" and plain words in lower case."""
    first = text.split()[0] if text.split() else ""
    named = fold(first) in country_names() or first in turkish_peoples().values()
    plain = first.lower() in _PLAIN or (bool(translations(fold(first))) and not named)
    return text[:1].lower() + text[1:] if plain else text


def _counts(text: str) -> list[str]:
    """Ask for the number in "N things are …", "since Y, N things have …", "in X there are N things", "X has N …"."""
    clause = _clause(text)
    since = _SINCE.fullmatch(text)
    if since:
        clause = _clause(since["rest"])
    tail = f" {since['since'][:1].lower()}{since['since'][1:]}" if since else ""
    found = []
    for quantity in find_quantities(clause, "en"):
        if quantity.kind is not Kind.COUNT or not any(char.isdigit() for char in quantity.text):
            continue
        before, after = clause[: quantity.start].strip(), clause[quantity.end :].strip()
        if not before and re.search(rf"\b{_VERB}\b", after):
            found.append(f"How many {after}{tail}?")
        elif existing := re.fullmatch(r"(?P<place>[Ii]n .+?) there (?P<verb>are|were)", before):
            found.append(
                f"How many {after} {existing['verb']} there {existing['place'][:1].lower()}{existing['place'][1:]}?"
            )
        elif owner := re.fullmatch(r"(?P<owner>(?:[A-Z]|The )[\w' -]+?) (?P<verb>has|have|had)", before):
            verb = {"has": "does", "have": "do", "had": "did"}[owner["verb"]]
            found.append(f"How many {after} {verb} {_small(owner['owner'])} have?")
        elif acting := re.fullmatch(
            r"(?P<who>.+?s) (?P<verb>operate|run|produce|employ|own|export|import|hold)", before
        ):
            thing, _, rest = after.partition(" ")
            found.append(f"How many {thing} do {acting['who']} {acting['verb']} {rest}".strip() + "?")
    return found


def _dates(text: str) -> list[str]:
    """Ask for the date in "X was done (…) on D" and the beginning in "X has been doing (…) since Y"."""
    dates = [q for q in find_quantities(text, "en") if isinstance(q.value, Date)]
    if len(dates) != 1 or dates[0].end != len(text):
        return []
    date = dates[0]
    statement = re.sub(r"\s+(?:on|in)$", "", text[: date.start].rstrip())
    if date.qualifier == "since" and (
        going := re.fullmatch(r"(?P<who>.+?) (?P<verb>has|have) (?P<rest>been .+)", statement)
    ):
        return [f"Since when {going['verb']} {_small(going['who'])} {going['rest']}?"]
    done = re.fullmatch(rf"(?P<what>[^,]+?) (?P<verb>{_BE}) (?P<rest>\w+(?:ed|en|wn|lt|ld|nd|ught|un)\b.*)", statement)
    if date.qualifier is None and done:
        return [f"When {done['verb']} {_small(done['what'])} {done['rest']}?"]
    return []


def _amounts(text: str) -> list[str]:
    """Ask for the amount in "X has reached A (since Y)" and "X was A"."""
    clause = _clause(text)
    for quantity in find_quantities(clause, "en"):
        if quantity.kind is not Kind.MONEY:
            continue
        before, after = clause[: quantity.start].strip(), clause[quantity.end :].strip()
        if after and not re.match(r"(?:since|in|on|between|by)\b", after):
            continue
        if going := re.fullmatch(
            r"(?P<what>[^,]+?) (?P<verb>has|have|had) (?P<done>\w+ed|risen|fallen|grown)(?: to)?", before
        ):
            return [f"How much {going['verb']} {_small(going['what'])} {going['done']} {after}".strip() + "?"]
        if being := re.fullmatch(rf"(?P<what>[^,]+?) (?P<verb>{_BE})", before):
            return [f"How much {being['verb']} {_small(being['what'])} {after}".strip() + "?"]
    return []


def _rates(text: str) -> list[str]:
    """Ask for the rate in "X grew by P percent (in Y)"."""
    grown = re.fullmatch(
        rf"(?P<what>[^,]+?) (?P<verb>{'|'.join(_CHANGES)}) by (?P<rate>\S+ ?(?:percent|%))(?P<when> in \d{{4}})?",
        _clause(text),
    )
    if grown is None:
        return []
    return [f"By what percentage did {_small(grown['what'])} {_CHANGES[grown['verb']]}{grown['when'] or ''}?"]


def _actions(text: str) -> list[str]:
    """Ask for the object in "X is building a … in Y"."""
    doing = re.match(
        rf"(?P<who>[^,]+?) (?P<verb>is|are) (?P<doing>\w+ing) an? [^,]+? (?P<where>in (?:the )?{_NAME}(?:"
        rf" (?:{_NAME}|district|province|city|of))*)",
        text,
    )
    if doing is None:
        return []
    return [f"What {doing['verb']} {_small(doing['who'])} {doing['doing']} {doing['where']}?"]


def _places(text: str) -> list[str]:
    """Ask for the places in "X has …, things in A, B and C"."""
    owner = re.match(r"(?P<owner>[A-Z][\w']+) (?:currently |now )?has\b", text)
    if owner is None:
        return []
    thing = r"(?P<thing>[a-z]+(?: [a-z]+)?s(?: general)?|[a-z]+(?: [a-z]+)*s)"
    listed = re.finditer(rf"(?:,|has|\band\b) (?:and )?{thing} in {_NAME}(?:, {_NAME})* and {_NAME}", text)
    return [f"Where does {owner['owner']} have {match['thing']}?" for match in listed]


def template_questions(sentence: str) -> list[str]:
    """Return "How many … are there in …?" for a Turkish statement that counts things at a named place."""
    text = " ".join(sentence.split()).rstrip(".")
    if not _EXISTING.search(lower(text)):
        return []
    located = (word for word in words(text) if _LOCATED.fullmatch(word.suffix))
    place = next((english for word in located if (english := turkish_countries().get(lower(word.text)))), None)
    if not place:
        return []
    found = []
    for quantity in find_quantities(text, "tr"):
        noun = _counted_noun(text, quantity)
        if noun:
            found.append(f"How many {noun} are there in {place}?")
    return found


def _counted_noun(text: str, quantity: Quantity) -> str | None:
    """Return the English of what a figure counts, None where it cannot be rendered completely."""
    if quantity.kind is not Kind.COUNT or quantity.ending or not any(char.isdigit() for char in quantity.text):
        return None
    following = words(text[quantity.end :])
    for length in (2, 1):
        if len(following) > length and lower(following[length - 1].text) not in _LIGHT:
            span = text[quantity.start : quantity.end + following[length - 1].end]
            rendering = render(span, "en")
            figure = next(iter(find_quantities(rendering.text, "en")), None)
            if rendering.complete and figure and figure.start == 0 and (noun := rendering.text[figure.end :].strip()):
                return noun
    return None

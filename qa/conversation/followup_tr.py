"""Follow-up questions in Turkish: what they leave out is taken from the question before.

Three forms are told apart. A fragment ("Peki ya İzmir?") takes the place of the constituent of the earlier question
that it is parallel to; an incomplete question ("Ne zaman?", "Mimarı kim?") is asked about the earlier one's topic; a
pronoun ("orada", "bunun") is replaced by what it refers to. All else is complete and stays as it is.
"""

import re
from collections.abc import Sequence

from qa.conversation.turkish_clause import (
    Clause,
    is_possessed,
    lacks_owner,
    parse,
    superlative_at,
    tidy,
)
from qa.conversation.turkish_fragment import is_shift, substitute
from qa.conversation.turkish_reference import about, is_partitive, pronoun_at, refer
from qa.conversation.turkish_sets import count, join, which
from qa.conversation.turkish_topic import people_in, place_in, topic_of
from qa.text import APOSTROPHES, capitalize, fold, lower
from qa.words.declension import decline
from qa.words.turkish_words import (
    guess_case,
    is_surely_finite,
    is_unit,
    known_noun,
    read_words,
)

_LEAD = re.compile(r"\W*(?:(?:peki|pekala|ya|tamam|ve|ayrica|hani)\b(?!\s+da\b)[\s,]*(?:de\b|da\b)?[\s,]*)+")
_TAIL = re.compile(r"[\s,]+(?:peki|ya)\s*\?*\s*$")
_LIGHT = frozenset("gorev egitim hizmet faaliyet yer kabul soz ilan insa".split())
# The present of a verb that ends in -l or -n is passive only behind a longer stem ("sergileniyor", but "biliyor").
_PASSIVE = re.compile(
    r"[ıiuü]?[nl][dt][ıiuü](?:l[ae]r)?$|(?:var|yok)|(?<!kul)(?<!öğre)(?<!ev)(?:.{2}[ıiuü][ln]|.{2}l[ae]n)"
    r"(?:[ıiuü]yor|[ae]c[ae]k|m[ıiuü]ş|m[ae]kt[ae])"
)
# Adjectives that alone ask about what was named before ("Özel mi?").
_DESCRIBES = re.compile(
    r"özel|açık|kapalı|ücretsiz|ücretli|bedava|yeni|eski|büyük|küçük|pahalı|ucuz|uzak|yakın|evli|bekâr"
    r"|derin|uzun|kısa|geniş|dar|güvenli|tehlikeli|zorunlu|yasak|serbest|tamam"
)
_WHICH = re.compile(r"(?:bunlar |onlar )?(?:hangi(?:leri|si|ler)(?:dir|ydi)?|(?:bunlar |onlar )?neler(?:dir)?)")
_BESIDE = re.compile(
    r"(?:uzeri|ici|alti|yani|onu|arkasi|cevresi|karsisi|yakini|etrafi|ustu|ortasi|disi)n(?:[dt][ae]n?|[ae])"
)
_THAT_NUMBER = re.compile(r"\s+(?:bu|o|aynı) (?:sayı|rakam|oran|miktar)$")
_THIS_TIME = re.compile(r"\bbu (?:yıl|sezon|ay|dönem|hafta)\b", re.IGNORECASE)
_BARE_COUNT = re.compile(r"kac(?:[aei]|t[iu]r?)?(?:t[ae]n)?(?: (?:tane|kez|kere|kisi))?|ne kadar\w*")
_LATER = re.compile(
    r"sonradan|sonra|daha sonra|simdi|bugun|artik|onceden|eskiden|daha once|\w+[dt][ae]n (?:sonra|once)"
)
_NOW = re.compile(
    r"\b(?:şu anda|şimdi|bugün|hâlen|halen|ilk başta|başlangıçta|önceleri|eskiden|önceden) ?", re.IGNORECASE
)
_OBJECT = re.compile(rf"(\w+)[{re.escape(APOSTROPHES)}](n?[ıiuü]|y[ıiuü])$")
_HOW_MANY = re.compile(r"(?:(?:bunlar|onlar|bu|hepsi|toplam) )?kac(?: tane(?:dir|ydi)?| adet| eder| ediyor)?")


def split_lead(text: str) -> tuple[str, bool]:
    """Cut "Peki ya", "Ve" off a question; tell whether there was such a lead."""
    match = _LEAD.match(fold(text))
    core = text[match.end() :] if match else text
    tail = _TAIL.search(fold(core))
    if tail:
        core = core[: tail.start()]
    return (core, True) if (match or tail) and re.search(r"\w", core) else (text, False)


def resolve(text: str, earlier: Sequence[str]) -> str:
    """Return the standalone form of a Turkish question after earlier standalone Turkish questions, oldest first.

    A question that begins with "…" is a gloss, which keeps the small letters of its first word.
    """
    core, led = split_lead(text)
    clause = parse(core, within=begins_with_name(core, led))
    if not clause.tokens or not earlier:
        return text
    glossed = earlier[-1].startswith("…")
    before = parse(earlier[-1].lstrip("…"), within=glossed)
    if not before.tokens:
        return text
    asks = clause.asked != (0, 0)
    if not asks and not is_fragment(clause, led):
        return text
    if len(earlier) > 1 and (joined := join(core, [question.lstrip("…") for question in earlier])):
        return joined
    if asks and _BESIDE.fullmatch(clause.tokens[0].folded) and (owner := topic_of(before, genitive=True)):
        owner = _OBJECT.sub(lambda name: decline(name[1], "genitive", possessed=name[2].startswith("n")), owner)
        return tidy(f"{owner} {lower(core[:1])}{core[1:]}")  # "Üzerinden geçilebiliyor mu?"
    if asks and led and _asks_the_same(clause, before):
        return substitute(parse(clause.piece(0, clause.asked[0]), within=True), before)
    if asks and (elsewhere := _counted_elsewhere(clause, before)):
        return elsewhere
    if asks and not is_incomplete(clause, led):
        return tidy(core) if led else text
    if not asks:
        return substitute(clause, before)
    return _completed(clause, before)


def _completed(clause: Clause, before: Clause) -> str:
    """Return an incomplete question with what it takes from the question before."""
    pronoun = pronoun_at(clause)
    folded = " ".join(t.folded for t in clause.tokens)
    if _WHICH.fullmatch(folded):
        return which(before)
    if _HOW_MANY.fullmatch(folded):
        return count(before)
    if pronoun is not None:
        return refer(clause, pronoun, before)
    return _ask(clause, before)


def begins_with_name(core: str, led: bool) -> bool:
    """Tell whether the capital of a fragment's first word says that it is a name ("Ya İzmir?", "İzmir?")."""
    if led or len(core.split()) > 2:
        return led
    first = lower(core.split()[0].strip(" ?")) if core.split() else ""
    return known_noun(first) is None and guess_case(first) is None


def is_fragment(clause: Clause, led: bool) -> bool:
    """Tell whether a text that asks nothing is a piece of a question rather than a search by keywords."""
    tokens = clause.tokens
    if led:
        return len(tokens) <= 8
    if len(tokens) > 4 or is_surely_finite(tokens[-1]) or (len(tokens) > 2 and clause.predicate < len(tokens)):
        return False
    return (
        len(tokens) == 1
        or clause.text.rstrip().endswith("?")
        or (len(tokens) == 2 and tokens[-1].case not in (None, "possessed"))
    )


def _asks_the_same(clause: Clause, before: Clause) -> bool:
    """Tell whether a question without a verb asks in the words of the one before ("Peki ithalat ne kadar?")."""
    first, last = clause.asked
    nominal = first > 0 and last == len(clause.tokens) <= 5 and clause.predicate >= len(clause.tokens)
    return nominal and fold(clause.piece(first, last)) == fold(before.piece(*before.asked))


def _counted_elsewhere(clause: Clause, before: Clause) -> str | None:
    """Ask a bare "kaç" or "ne kadar" of another time or direction in the frame of the question before it.

    "Ters yönde kaç tane oldu?", "Ertesi yıl ne kadar verildi?", "Anlaşmadan sonra kaç olacak?".
    """
    first, last = clause.asked
    asked, counts = fold(clause.piece(first, last)), before.asked[1] and before.tokens[before.asked[0]].folded
    if not first or _BARE_COUNT.fullmatch(asked) is None or counts not in ("kac", "ne"):
        return None
    lead = _THAT_NUMBER.sub("", clause.piece(0, first))
    refers = lead != clause.piece(0, first)
    if refers and (this := _THIS_TIME.search(before.text)):
        return before.text[: this.start()] + lower(lead) + before.text[this.end() :]
    if is_shift(lead) or (refers and any(token.kind == "year" for token in parse(lead).tokens)):
        return substitute(parse(lead), before)
    if not _LATER.fullmatch(fold(lead)):
        return None
    if asked.startswith("kaca") and before.noun is not None:
        counted = f"{_NOW.sub('', before.piece(0, before.asked[0]))} {before.tokens[before.noun].stem} sayısı"
        return tidy(f"{counted} {lower(lead)} {clause.piece(first, len(clause.tokens))}")
    rest, first_word = _NOW.sub("", before.text), lower(before.tokens[0].stem)
    begins = lower(rest[:1]) if known_noun(first_word) or guess_case(first_word) else rest[:1]
    return tidy(f"{lead} {begins}{rest[1:]}")


def _lacks_subject(clause: Clause) -> bool:
    """Tell whether a plural verb has no subject ("Ne kadar maaş alıyorlar?")."""
    if clause.predicate >= len(clause.tokens):
        return False
    many = re.search(r"l[ae]r$", clause.tokens[clause.predicate].folded) is not None
    return many and not any(token.is_content for token in clause.tokens[: clause.asked[0]])


def is_incomplete(clause: Clause, led: bool) -> bool:
    """Tell whether a question leaves out what it is about; `led` says that it began with "peki"."""
    if pronoun_at(clause) is not None or is_partitive(clause) or _lacks_subject(clause):
        return True
    tokens, (first, last) = clause.tokens, clause.asked
    outside = [i for i in range(len(tokens)) if not first <= i < last and i != clause.predicate]
    anchors = [i for i in outside if _is_anchor(clause, i)]
    if not anchors:
        return led or not _stands_alone(clause, outside)
    if tokens[first].kind == "particle":
        return len(tokens) == 2 and _DESCRIBES.fullmatch(lower(tokens[0].stem)) is not None
    if clause.predicate < len(tokens):
        return False
    # A nominal question ("Belgeselde kim?") needs a subject.
    return all(tokens[i].case in ("locative", "dative", "ablative", "accusative", "genitive") for i in anchors) and (
        len(tokens) <= 5 and (last == len(tokens) or not any(tokens[i].kind == "name" for i in anchors))
    )


def _is_anchor(clause: Clause, at: int) -> bool:
    """Tell whether a word says what a question is about: no verb, no noun of a light verb, nothing without owner."""
    token = clause.tokens[at]
    light = at == clause.predicate - 1 and token.folded in _LIGHT
    return token.is_content and not light and not is_surely_finite(token) and not lacks_owner(clause, at)


def _stands_alone(clause: Clause, outside: Sequence[int]) -> bool:
    """Tell whether a question that names nothing beside what it asks for is complete ("Kaç film gösterildi?")."""
    tokens, (first, _) = clause.tokens, clause.asked
    if clause.predicate >= len(tokens):
        return False
    if tokens[first].folded == "ne":
        return any(tokens[i].kind in ("year", "number", "time") for i in outside)
    if (
        clause.noun is None
        or tokens[clause.noun].case not in (None, "possessed")
        or is_unit(tokens[clause.noun].stem)
        or is_possessed(tokens[clause.noun])
    ):
        return False
    passive = _PASSIVE.search(lower(tokens[clause.predicate].stem)) is not None
    return passive or (tokens[first].folded == "hangi" and bool(outside))


def _ask(clause: Clause, before: Clause) -> str:
    """Ask an incomplete question about the topic of the question before."""
    first, last = clause.asked
    if is_partitive(clause):
        return about(clause, before)
    if clause.tokens[first].kind == "particle" and pronoun_at(clause) is None:
        return about(clause, before)
    if _counts_alike(clause, before):
        return before.replaced(*before.asked, clause.piece(first, last))
    if len(clause.tokens) == last - first or (clause.predicate >= len(clause.tokens) and first == 0):
        return _ask_phrase(clause.piece(0, len(clause.tokens)), before)
    lead = parse(clause.piece(0, first)) if first else None
    if lead and clause.predicate >= len(clause.tokens) and last == len(clause.tokens):
        if superlative_at(lead) is not None and superlative_at(before) is None:
            return about(clause, before)
        if (
            lacks_owner(clause, first - 1)
            and lead.tokens[-1].case in ("possessed", None)
            and superlative_at(lead) is None
        ):
            return about(clause, before)
        moved = parse(substitute(lead, before))
        same = clause.tokens[first].folded[:3] == (before.tokens[before.asked[0]].folded[:3] if before.asked[1] else "")
        return (
            moved.text
            if same or lead.tokens[-1].kind == "ordinal" or superlative_at(lead) is not None
            else _ask_phrase(clause.piece(first, last), moved)
        )
    return about(clause, before)


def _counts_alike(clause: Clause, before: Clause) -> bool:
    """Tell whether a question counts something else in the frame of the one before ("Peki kaç hemşire var?")."""
    if clause.noun is None or before.noun is None or clause.asked[0] or clause.predicate != clause.asked[1]:
        return False
    verbs = [c.tokens[c.predicate].folded if c.predicate < len(c.tokens) else "" for c in (clause, before)]
    return verbs[0] == verbs[1] and clause.tokens[0].folded == before.tokens[before.asked[0]].folded == "kac"


def _ask_phrase(phrase: str, before: Clause) -> str:
    """Put a question phrase ("ne zaman") in the place of the one before, or before the predicate of a yes/no one."""
    first, last = before.asked
    phrase = phrase.strip(" ?")
    if re.search(r"[dt][ıiuü]r?$|l[ıiuü]k$", phrase) and before.asked[1] <= before.predicate < len(before.tokens):
        before = parse(before.replaced(before.predicate, before.predicate + 1, ""))
        first, last = before.asked
    phrase = phrase if phrase[:2].isupper() else lower(phrase[:1]) + phrase[1:]
    if first == last:
        return tidy(f"{before.text.strip(' ?.')} {phrase}")
    if before.tokens[first].kind == "particle":
        at = max(0, first - 1)
        rest = before.text[before.tokens[first].end :]
        return tidy(f"{before.text[: before.tokens[at].start]}{phrase} {before.tokens[at].stem}{rest}")
    noun = before.noun
    if noun is not None and before.tokens[first].folded == "kac" and not is_unit(before.tokens[noun].stem):
        phrase = f"{before.piece(first + 1, last)} {phrase}"
    return before.replaced(first, last, phrase if first else capitalize(phrase))


def topic(question: str, *, people: bool = False, person: bool = True, measure: bool = False) -> str:
    """Return the words of a Turkish question that say what it is about, an object in its plain form.

    With `people`, those that a "kaç kişi" counts; `person` and `measure` are as `topic_of` has them.
    """
    if people and (counted := people_in(parse(question))):
        return " ".join(counted)
    words = topic_of(parse(question), person=person, measure=measure)
    read = read_words(words, within=True)
    if len(read) == 1 and read[0].kind == "word" and (known := known_noun(lower(read[0].stem))):
        return known[0]
    return words


def place(question: str, exclude: str) -> str:
    """Return the place, without its case, that a Turkish question names and `exclude` does not; "" for none."""
    name = place_in(parse(exclude), parse(question), "locative")
    return name.partition("'")[0] if "'" in name else re.sub(r"n?[dt][ae]$", "", name)

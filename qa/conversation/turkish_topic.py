"""What a Turkish question is about: its words without what it asks, as a phrase that another question can take up."""

import re

from qa.conversation.turkish_clause import TIME_NOUN, Clause, singular
from qa.text import fold, lower
from qa.words.declension import decline, harmony, plural
from qa.words.inflection import VOWELS
from qa.words.turkish_words import (
    is_place,
    is_unit,
    known_noun,
    read_words,
)

# Nouns in a case that belong to a verb ("hizmete girdi", "mal oldu"): what happened, not what it is about.
_LIGHT = frozenset(
    "hizmete yururluge sona faaliyete meydana ortaya goreve hayata kullanima satisa vizyona uygulamaya devreye mal"
    " hayatini yasamini isletmeye ziyarete seferlere sefere ibadete acilisa ele gerceklige".split()
)
_NOUN_OF_VERB = frozenset(
    "insa kabul ilan ziyaret ihrac terk tercih talep teslim takdim tahrip imha iptal temsil tayin tamir satin".split()
)
_IDENTITY = re.compile(r"hangi(?:si|leri)\w*|neresi\w*|nedir|nesi|ne")


def topic_of(
    before: Clause,
    *,
    genitive: bool = False,
    person: bool = True,
    without: set[tuple[str, str | None]] | None = None,
    measure: bool = False,
    people: bool = False,
) -> str:
    """Return what a question is about: its words without question phrase and predicate.

    Where it asks for a thing by what it did or underwent ("hangi bildiri imzalandı"), that becomes a relative clause
    before the thing ("imzalanan bildiri"). With `genitive`, the last noun becomes the owner of what follows;
    without `person`, the one that a "kim" asks for ("yazan") is left out. A question about the measure of a thing
    ("Gölün alanı ne kadar?") is about the thing, unless `measure` says that it goes on about the measure. With
    `people`, it is about those that a "kaç kişi" counts.
    """
    tokens, (first, last) = before.tokens, before.asked
    asks_who = first < last and tokens[first].folded in ("kim", "kimler")
    relative = None if asks_who and (genitive or not person) else _relative(before)
    counted = people_in(before) if people else None
    owner = _owner_of_counted(before) or (None if measure else _owner_of_measure(before))

    def is_left_out(at: int) -> bool:
        token = tokens[at]
        light = at == before.predicate - 1 and (
            token.folded in _LIGHT
            or (token.folded in _NOUN_OF_VERB and re.match(r"(?:et|ed|al)", tokens[before.predicate].folded))
        )
        return bool(light) or at == before.predicate or (token.kind, token.case) in (without or set())

    if counted or relative:
        words = counted or relative or []
    elif owner and not genitive:
        words = owner
    else:
        owned = [i for i, t in enumerate(tokens) if t.case == "genitive" and not first <= i < last]
        asks_which = last - first == 1 and _IDENTITY.fullmatch(tokens[first].folded) is not None
        whole = before.noun is not None or asks_which or not (genitive and owned)
        upto = len(tokens) if whole else owned[-1] + 1
        if before.predicate >= len(tokens) and first < last and tokens[first].folded in ("kac", "ne"):
            upto = min(upto, last)  # "kaç metre yüksekliğinde": what follows belongs to the question
        words = [
            before.text[t.start : t.end]
            for i, t in enumerate(tokens[:upto])
            if not first <= i < last and not is_left_out(i)
        ]
        asked = _asked_words(before) if upto == len(tokens) else []
        at = sum(not is_left_out(i) for i in range(first))
        inside = before.noun is not None and asked and at < len(words)
        words[at:at] = [*asked[:-1], tokens[before.noun or 0].stem] if inside else []
        words += [] if inside else asked
    named = len(tokens) > 1 and tokens[0].stem[:1].isupper() and tokens[1].stem[:1].isupper()
    named = named and not tokens[1].suffix  # "Merkez Bankası"
    if words and tokens[0].kind != "name" and not named and words[0] == tokens[0].stem and not words[0][:2].isupper():
        words[0] = lower(words[0][:1]) + words[0][1:]
    if genitive and words:
        read = read_words(words[-1])[-1]
        object_of_verb = len(words) == 1 and read.case == "possessed" and before.predicate < len(tokens)
        if object_of_verb and (known := known_noun(lower(read.stem))):
            words[-1] = decline(known[0], "genitive")  # "Maçı kaç kişi izledi?"
        elif not read.suffix and read.kind == "word" and read.case == "accusative":
            words[-1] = decline(singular(read)[0], "genitive")  # "Anlaşmayı kimler imzaladı?"
        elif not read.suffix and read.case in (None, "possessed"):
            words[-1] = decline(words[-1], "genitive", possessed=read.case == "possessed")
    return " ".join(words)


def people_in(before: Clause) -> list[str] | None:
    """Return the people that a "kaç kişi" counts by what they do ("madende çalışanlar"), None for other questions."""
    tokens = before.tokens
    if before.noun is None or tokens[before.noun].folded != "kisi" or before.predicate >= len(tokens):
        return None
    low = lower(tokens[before.predicate].stem)
    verb = _PRESENT.get(low.removesuffix("lar")) or _stem_of_past(low)
    rest = [before.text[t.start : t.end] if t.kind == "name" else lower(t.stem) for t in tokens[: before.asked[0]]]
    return [*rest, plural(_subject_participle(verb))] if verb and rest else None


def _owner_of_counted(before: Clause) -> list[str] | None:
    """Return who has what a "kaç … var" counts ("Tiyatronun kaç koltuğu var?": "tiyatro"), None for others."""
    tokens, (first, _) = before.tokens, before.asked
    if before.noun is None or tokens[first].folded != "kac" or tokens[-1].folded not in ("var", "yok"):
        return None
    at = first - 1
    if at < 0 or tokens[at].case != "genitive" or not tokens[at].is_content:
        return None
    stem = tokens[at].stem if tokens[at].kind == "name" else singular(tokens[at])[0]
    return [*(before.text[t.start : t.end] for t in tokens[:at]), stem]


def _owner_of_measure(before: Clause) -> list[str] | None:
    """Return what has the measure that a question asks for ("Gölün alanı ne kadar?": "göl"), None for others."""
    tokens, (first, last) = before.tokens, before.asked
    measures = first < last and re.fullmatch(r"kac\w*|ne kadar\w*", fold(before.piece(first, last)))
    if before.predicate < len(tokens) or not (measures or (before.noun is not None and tokens[first].folded == "kac")):
        return None
    at = next((i for i, t in enumerate(tokens[:first]) if t.case == "genitive" and t.is_content), None)
    if at is None or at + 1 >= first or tokens[at + 1].case != "possessed":
        return None
    stem = tokens[at].stem if tokens[at].kind == "name" else singular(tokens[at])[0]
    return [*(before.text[t.start : t.end] for t in tokens[:at]), stem]


def _asked_words(before: Clause) -> list[str]:
    """Return the noun phrase that a "kaç …" or "hangi …" asks about, without its case; empty for units and times."""
    first, last = before.asked
    if before.noun is None:
        return []
    head = before.tokens[before.noun]
    nominal = before.predicate >= len(before.tokens) == last and before.tokens[first].folded == "kac"
    if nominal and any(t.is_content and t.case in (None, "possessed") for t in before.tokens[:first]):
        return []  # "Roman kaç sayfa?"
    if is_unit(singular(head)[0]) or TIME_NOUN.fullmatch(head.folded):
        return []
    if head.case in ("locative", "ablative", "dative") and any(
        t.is_content and t.case is None for t in before.tokens[:first]
    ):
        return []  # where it was, not what it is about
    many = before.tokens[first].folded == "kac" or re.search(r"l[ae]r", head.folded[2:]) is not None
    noun = singular(head)[0]
    return [*(t.stem for t in before.tokens[first + 1 : last - 1]), plural(noun) if many else noun]


def _relative(before: Clause) -> list[str] | None:
    """Return the asked thing with its relative clause; None where no clause can be formed safely."""
    tokens, (first, last) = before.tokens, before.asked
    if before.predicate >= len(tokens) or first == last or before.predicate < last:
        return None
    question, noun = tokens[first].folded, before.noun
    verb = _stem_of_past(tokens[before.predicate].stem)
    rest = [
        before.text[t.start : t.end] for i, t in enumerate(tokens) if i < before.predicate and not first <= i < last
    ]
    if verb is None or not rest:
        return None
    if question in ("kim", "kimler"):
        return [*rest, _subject_participle(verb)]
    things = _asked_words(before)
    case = tokens[noun].case if noun is not None else None
    passive = verb.endswith(("il", "ıl", "ul", "ül", "in", "ın", "un", "ün", "lan", "len"))
    if question == "ne" and last - first == 1 and passive:
        return [*rest, _subject_participle(verb), "şey"]
    named = any(t.is_content and t.case is None for t in tokens[:first])
    if noun is not None and things and case in (None, "possessed") and (passive or not named or verb == "ol"):
        return [*rest, _subject_participle(verb), *things]
    acts_on = question in ("ne", "neyi") and last - first == 1 and not passive
    if acts_on or (noun is not None and things and case in (None, "accusative", "possessed")):
        run = next(
            (
                i
                for i, t in enumerate(tokens[:first])
                if t.kind not in ("name", "word", "function") or t.case not in (None, "possessed")
            ),
            first,
        )
        if run == 0:
            return None
        subject = run - 1
        stem = tokens[subject].stem if tokens[subject].kind == "name" else lower(tokens[subject].stem)
        owner = decline(stem, "genitive", possessed=tokens[subject].case == "possessed")
        clause = [
            owner if i == subject else before.text[t.start : t.end]
            for i, t in enumerate(tokens)
            if i < before.predicate and not first <= i < last
        ]
        return [*clause, _object_participle(verb), *(things or ["şey"])]
    return None


# What people do somewhere, in the present.
_PRESENT = {
    "çalışıyor": "çalış", "yaşıyor": "yaşa", "okuyor": "oku", "oynuyor": "oyna", "kalıyor": "kal", "oturuyor": "otur",
    "geliyor": "gel", "gidiyor": "git", "katılıyor": "katıl",
}  # fmt: skip


def _stem_of_past(verb: str) -> str | None:
    """Return the stem of a verb in the past ("imzaladı") or of "ediyor"; None for another form."""
    low = lower(verb)
    if low in ("ediyor", "ediyorlar"):
        return "et"
    match = re.fullmatch(r"(.{2,}?)[dt][ıiuü](?:l[ae]r)?", low)
    return match[1] if match else None


def _subject_participle(stem: str) -> str:
    """Return "alan" for "al", "imzalayan" for "imzala"."""
    voiced = {"et": "ed", "git": "gid", "tat": "tad", "güt": "güd"}.get(stem, stem)
    return voiced + ("y" if voiced[-1] in VOWELS else "") + harmony(voiced)[0] + "n"


def _object_participle(stem: str) -> str:
    """Return "aldığı" for "al", "yaptığı" for "yap"."""
    high = harmony(stem)[1]
    return f"{stem}{'t' if stem[-1] in 'fstkçşhp' else 'd'}{high}ğ{high}"


def place_in(clause: Clause, before: Clause, case: str) -> str:
    """Return the place that "orada" refers to, in a case; "" where the question before names none."""
    here = {t.folded for t in clause.tokens}
    names = [t for t in before.tokens if t.kind == "name" and t.folded not in here]
    ranked = (
        [t for t in names if t.case in ("locative", "dative", "ablative")]
        or [t for t in names if is_place(t.stem)]
        or names
    )
    if ranked:
        return decline(ranked[-1].stem, case)
    common = [t for t in before.tokens if t.kind == "word" and t.case == "locative"]
    if common:
        return before.text[common[-1].start : common[-1].end] if case == "locative" else ""
    asks_where = before.asked[1] and before.tokens[before.asked[0]].folded.startswith("nere")
    case_of_place = (None, "possessed") if asks_where else ("genitive",)
    owner = next((t for t in before.tokens if t.kind == "word" and t.case in case_of_place), None)
    return decline(singular(owner)[0], case) if owner else ""

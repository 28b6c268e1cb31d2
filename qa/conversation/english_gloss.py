"""Turkish fragments ("Peki İtalya'ya?", "En küçüğü hangisi?") as the English ones that they amount to.

After an English question they live inside it, and its frame stays as it was asked. A word that has no sure translation
is left in Turkish: it is the word of the texts.
"""

import re

from qa.conversation.contrast import counterpart, exchange
from qa.conversation.english_fragment import BARE_SUBJECT, SUPERLATIVE
from qa.conversation.english_question import HEAD, asked_noun
from qa.conversation.followup_tr import begins_with_name, is_fragment, is_incomplete
from qa.conversation.gloss import calendar
from qa.conversation.turkish_clause import Clause, lacks_owner, parse, singular, superlative_at
from qa.conversation.turkish_fragment import bare_adjective
from qa.quantities.english import plural_noun
from qa.text import fold, lower
from qa.words.cities import english_cities
from qa.words.contrasts import base_form, opposite, superlative_in_english
from qa.words.lexicon import translations, turkish_nouns
from qa.words.names import turkish_countries
from qa.words.turkish_words import Token, is_instrumental, known_noun

_ALONE = {
    "ne zaman": "when", "neden": "why", "nicin": "why", "niye": "why", "nerede": "where", "nasil": "how",
    "kim": "who", "kim tarafindan": "by whom", "ne kadar": "how much", "hangileri": "which ones",
    "bunlar hangileri": "which ones", "hangisi": "which one", "neler": "which ones", "kac tane": "how many",
    "bunlar kac tane": "how many are they", "toplam kac tane": "how many in total", "kac": "how many",
    "hangi yil": "in which year", "hangi yilda": "in which year", "hangi tarihte": "on which date",
    "hangi gun": "on which day", "ne zamandan beri": "since when",
}  # fmt: skip
_TOTAL = re.compile(
    r"(?:ikisi(?:nin)? |hepsi(?:nin)? |bunlarin )?topla(?:m|mi|mda)(?: (?:kac|ne kadar|kac eder|kac tane))?"
)
_DIFFERENCE = re.compile(r"(?:(?:aradaki|arasindaki) )?fark(?:i|lari)?(?: (?:ne kadar|nedir|kac|ne))?")
_KINDS = {
    "kim": ("who", "whom"), "kimdi": ("who",), "kimdir": ("who",), "nerede": ("where",), "nerde": ("where",),
    "hangisi": ("which", "what", "who"), "hangisiydi": ("which", "what", "who"), "ne": ("what", "which", "when"),
    "nedir": ("what", "which"), "neydi": ("what", "which"), "kac": ("how", "what"), "kacti": ("how", "what"),
    "kacta": ("when", "what"), "neresi": ("what", "which", "where"),
}  # fmt: skip
_SHIFT = re.compile(
    r"(?P<count>\w+) (?:yil|sene) (?P<way>sonra|once)\w*"
    r"|(?P<near>ertesi|onceki|bir onceki|sonraki|bir sonraki) (?:yil|sene)(?:da|de)?"
)
_NUMBERS = {
    "bir": "one", "iki": "two", "uc": "three", "dort": "four", "bes": "five", "alti": "six", "yedi": "seven",
    "sekiz": "eight", "dokuz": "nine", "on": "ten",
}  # fmt: skip
_TIMES = {
    "yazin": "in summer", "kisin": "in winter", "ilkbaharda": "in spring", "sonbaharda": "in autumn",
    "bu yil": "this year", "gecen yil": "last year", "gelecek yil": "next year", "gecen ay": "last month",
    "hafta sonu": "at the weekend", "hafta ici": "on weekdays", "gecen hafta": "last week",
    "dun": "yesterday", "bugun": "today", "yarin": "tomorrow",
}  # fmt: skip
_PREPOSITIONS = {
    "locative": ("in", "at", "on"), "dative": ("to", "for", "into", "in"), "ablative": ("from", "of"),
    "genitive": ("of",), "instrumental": ("by", "with"), "icin": ("for", "to"), "ile": ("with", "by"),
    "kadar": ("until", "to"),
}  # fmt: skip


def as_english(core: str, before: str, *, led: bool) -> str | None:
    """Return the English follow-up that a Turkish one amounts to after an English question.

    `core` is the follow-up without its lead ("peki"), `led` tells whether it had one.
    None where it is no fragment, or asks for something that the English question does not.
    """
    folded = " ".join(fold(core).strip(" ?.!").split())
    whole = _ALONE.get(folded)
    if whole or _TOTAL.fullmatch(folded) or _DIFFERENCE.fullmatch(folded):
        said = "how many is that in total" if _TOTAL.fullmatch(folded) else "what is the difference"
        return f"{whole or said}?"
    if shift := _SHIFT.fullmatch(folded):
        return _shifted(shift)
    clause = parse(core, within=begins_with_name(core, led))
    first, last = clause.asked
    if first < last:
        phrase = fold(clause.piece(first, last))
        if not first and clause.predicate == last == len(clause.tokens) - 1 and phrase in _ALONE:
            return f"{_ALONE[phrase]}?" if _same_verb(clause.tokens[last], before) else None
        lacking = is_incomplete(clause, led) or (led and first <= 3)
        if not first or last < len(clause.tokens) or not lacking or not _asks_alike(clause, before):
            return None
        clause = parse(clause.piece(0, first), within=clause.tokens[0].kind == "name")
    elif not clause.tokens or not is_fragment(clause, led):
        return None
    return _fragment(clause, before)


def _fragment(clause: Clause, before: str) -> str | None:
    """Return a fragment as an English one, None where it says what the English question has no place for."""
    if time := _time(clause):
        return f"and {time}?"
    if any(token.kind in ("pronoun", "question", "particle") for token in clause.tokens):
        return None
    if exchange(clause.text, before, "en") is not None:
        return f"and {clause.text.strip(' ?')}?"  # an opposite, which needs no translation
    # "Uzunluğu ne kadar?" asks for a part of what the question before is about.
    unlike = superlative_at(clause) is not None and SUPERLATIVE.search(before) is None
    return None if unlike or _is_owned(clause, before) else f"and {_phrase(clause, before)}?"


def is_turkish(core: str) -> bool:
    """Tell whether a short fragment has only words that the lexicon knows as Turkish and not as English ones."""
    words = re.findall(r"[^\W\d_]+", core)
    if fold(core).strip(" ?.!") in (*_TIMES, *_ALONE):
        return True
    return 0 < len(words) <= 3 and all(known_noun(lower(w)) and not translations(fold(w)) for w in words)


def _is_owned(clause: Clause, before: str) -> bool:
    """Tell whether a fragment is no more than a noun with the possessive of an owner that it does not name."""
    last = len(clause.tokens) - 1
    noun = known_noun(lower(clause.tokens[last].stem))
    if noun and _said_before(noun[0], before):
        return False
    return (
        superlative_at(clause) is None
        and clause.tokens[last].case == "possessed"
        and lacks_owner(clause, last)
        and base_form(clause.tokens[last].stem, "tr") is None
    )


def _time(clause: Clause) -> str | None:
    """Return a day, month, season or "geçen yıl" in English, None for any other fragment."""
    said = re.sub(r" (?:gunu|gunleri|ayinda)$", "", fold(clause.text).strip(" ?"))
    forms = (said, re.sub(r"(?<=[a-z]{3})(?:si|leri|lari|da|de|ta|te)$", "", said))
    whole = _TIMES.get(said)
    day = next((english for english, turkish in calendar().items() if fold(turkish) in forms), None)
    return whole or (day and f"{'on' if day.endswith('day') else 'in'} {day.capitalize()}")


def _same_verb(verb: Token, before: str) -> bool:
    """Tell whether a Turkish verb, active or passive, says what a verb of the English question says."""
    terms = [
        t.removesuffix("-") for w in re.findall(r"[a-z]+", before) for t in translations(fold(w)) if t.endswith("-")
    ]
    return any(len(term) > 2 and lower(verb.stem).startswith(term) for term in terms)


def _asks_alike(clause: Clause, before: str) -> bool:
    head = HEAD.match(before)
    phrase = fold(clause.piece(*clause.asked))
    kinds = ("how",) if re.match(r"ne kadar|kac \w", phrase) else _KINDS.get(phrase, ())
    return head is not None and head["wh"].lower().split()[0] in kinds


def _shifted(shift: re.Match[str]) -> str | None:
    if shift["near"]:
        return f"and the {'previous' if 'onceki' in shift['near'] else 'following'} year?"
    number = _NUMBERS.get(shift["count"], shift["count"] if shift["count"].isdigit() else None)
    return f"and {number} years {'later' if shift['way'] == 'sonra' else 'earlier'}?" if number else None


def _phrase(clause: Clause, before: str) -> str:
    """Return a fragment for the English question before, with the preposition of its last word's case."""
    tokens = [token for token in clause.tokens if token.folded not in ("olan", "olani", "olanlar")] or clause.tokens
    degree = superlative_at(clause)
    if degree is not None:
        old = SUPERLATIVE.search(before)
        adjective = lower(bare_adjective(tokens[degree].stem))
        known = superlative_in_english(adjective, old[0].lower() if old else "")
        return f"the {known or f'en {adjective}'} {_words(tokens[degree + 1 :], before)}".strip()
    case, said = _case(tokens), _words(tokens, before)
    if case is None:
        return said
    if case == "accusative":
        return said if tokens[-1].kind == "name" else f"the {said}"
    if case == "genitive" and not re.search(r"\bof\b", before):
        return f"{said}'s" if tokens[-1].kind == "name" else f"the {said}'s"
    possible = ("in",) if tokens[-1].kind == "year" and case == "locative" else _PREPOSITIONS[case]
    preposition = next((p for p in possible if re.search(rf"\b{p}\b", before)), possible[0])
    definite = re.search(rf"\b{preposition} the\b", before) and tokens[-1].kind == "word"
    return f"{preposition} {'the ' if definite else ''}{said}"


def _case(tokens: list[Token]) -> str | None:
    last = tokens[-1]
    if last.folded in _PREPOSITIONS:
        return last.folded
    if is_instrumental(last):
        return "instrumental"
    return last.case if last.case != "possessed" else None


def _words(tokens: list[Token], before: str) -> str:
    """Return words as the English question can take them up.

    English ones stand for names of places, for opposites and for nouns that the question itself has. Other words stay
    as the texts have them, without their case, with the English in brackets where the lexicon has it.
    """
    said: list[str] = []
    kept: list[tuple[str, str | None]] = []
    skipped = False
    for at, token in enumerate(tokens):
        if token.folded in _PREPOSITIONS or skipped:
            skipped = False
            continue
        english = _in_english(token, before, tokens[at + 1] if at + 1 < len(tokens) else None)
        if english is None:
            low = lower(token.stem)
            noun = known_noun(low)
            kept.append(
                (noun[0] if noun else singular(token)[0] if token.case else low, noun and turkish_nouns()[noun[0]])
            )
            continue
        skipped = english.endswith("est") and token.kind == "ordinal"  # it took the adjective in
        said += [*_bracketed(kept), english]
        kept = []
    return " ".join([*said, *_bracketed(kept, many=_is_plural(before))])


def _bracketed(kept: list[tuple[str, str | None]], *, many: bool = False) -> list[str]:
    """Return Turkish words with their English in brackets, where all of them have some."""
    if not kept:
        return []
    turkish, english = (" ".join(word or "" for word in words) for words in zip(*kept, strict=True))
    glossed = all(word for _, word in kept) and fold(english) != fold(turkish)
    return [f"{turkish} ({plural_noun(english) if many else english})" if glossed else turkish]


def _in_english(token: Token, before: str, follower: Token | None) -> str | None:
    """Return a name, an opposite or a noun of the question before in English, None for any other word."""
    low = lower(token.stem)
    if token.kind in ("name", "year", "number", "time"):
        return turkish_countries().get(low) or english_cities().get(low) or token.stem
    if follower and token.kind == "ordinal" and (degree := superlative_in_english(lower(follower.stem))):
        return f"{opposite(low, 'first', 'en') or low} {degree}"  # "ikinci büyük"
    if opposed := counterpart(token.stem, before, "en"):
        return opposed
    noun = known_noun(low)
    return _said_before(noun[0], before) if noun else None


def _said_before(noun: str, before: str) -> str | None:
    """Return the English word by which a question calls what a Turkish noun means ("prize", not "award")."""
    return next((word for word in re.findall(r"[^\W\d_]+", before) if noun in translations(fold(word))), None)


def _is_plural(before: str) -> bool:
    """Tell whether the noun is plural that a bare noun takes the place of."""
    asked = asked_noun(before)
    return asked.endswith("s") if asked else BARE_SUBJECT.search(before) is not None

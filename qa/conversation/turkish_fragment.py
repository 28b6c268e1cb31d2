"""Turkish fragments ("Peki ya İzmir?"), put in the place of what they are parallel to in the question before."""

import re
from dataclasses import replace
from itertools import pairwise

from qa.conversation.contrast import exchange
from qa.conversation.turkish_clause import (
    Clause,
    in_question_phrase,
    is_possessed,
    lacks_owner,
    parse,
    superlative_at,
    tidy,
)
from qa.conversation.turkish_parallel import POSTPOSITION, object_in, parallel
from qa.conversation.turkish_topic import topic_of
from qa.text import capitalize, fold, lower
from qa.words.contrasts import turkish_degrees
from qa.words.declension import decline, plural, possessive
from qa.words.turkish_words import (
    Token,
    is_instrumental,
    known_noun,
)

_REVERSE = re.compile(
    r"(?:tersi\w*|ters yonde|tersine|karsi (?:yonde|taraftan)|diger (?:yonde|taraftan)|obur yonde|aksi yonde|tam tersi)"
)
_SHIFT = re.compile(
    r"(?:(\w+) (?:yil|sene) (sonra|once)(?:si(?:nde)?|ki)?|(ertesi|onceki|bir onceki|bir sonraki|sonraki|gelecek"
    r"|gecen) (?:yil|sene)(?:da|de)?)"
)
_NUMBERS = {"bir": 1, "iki": 2, "uc": 3, "dort": 4, "bes": 5, "alti": 6, "yedi": 7, "sekiz": 8, "dokuz": 9, "on": 10}
_MEASURE = re.compile(
    r"gelir|gider|kâr|ciro|zarar|nüfus|alan|yüzölçümü|bütçe|maliyet|fiyat|ücret|süre|ağırlık|hız|kapasite|borç"
    r"|(?:uzun|geniş|yüksek|derin|kalın|ağır|sıcak|büyük)l[ıiuü]k"
)
_SUPERLATIVE_END = re.compile(r"(?<=\w{2})(?:s[ıiuü]|[ıiuü])$")
_NUMBER_OF = re.compile(r"\s+sayısı$")
_TIMES = re.compile(
    r"\b(?:hafta (?:son|ic)(?:u|i|lari|leri|unda|inde)?|(?:yaz|kis)(?:in|lari)|bahar(?:da|lari)|sabahlari|ogleleri|"
    r"aksamlari|geceleri|gunduzleri|(?:bayram|tatil)(?:da|de|larda|lerde))\b"
)
_SHARED_HEAD = re.compile(r"(?:agac|bal|uretim|ihracat|ithalat|satis|bilet|ucret|fiyat|kurs|madalya)[a-z]*$")
_OLAN = re.compile(r"\s+olan(?:[ıi]|lar[ıi]?)?$")


def substitute(fragment: Clause, before: Clause) -> str:
    """Put a fragment in the place of what it is parallel to in the question before."""
    text = fragment.piece(0, len(fragment.tokens))
    if _REVERSE.fullmatch(fold(text)):
        return _swap(before)
    if whole := _shifted_year(text, before) or _at_times(text, before) or exchange(text, before.text, "tr"):
        return whole
    counts = before.noun is not None and before.tokens[before.asked[0]].folded == "kac"
    plain = _NUMBER_OF.sub("", text) if counts else text
    fragment = parse(_OLAN.sub("", plain) or plain, within=fragment.tokens[0].kind == "name")
    if len(fragment.tokens) > 1 and all(t.kind == "name" and t.case for t in fragment.tokens):
        return _substitute_each(fragment, before)
    head = fragment.tokens[-1]
    superlative = superlative_at(fragment)
    if superlative is not None:
        return _replace_superlative(fragment, superlative, before)
    rank = [token.kind for token in fragment.tokens] == ["ordinal", head.kind] and lower(head.stem) in turkish_degrees()
    if rank and (other := superlative_at(before)):
        return before.replaced(other - 1, other + 1, _lower_first(fragment, other - 1))  # "ikinci büyük"
    span = parallel(fragment, before)
    text = fragment.piece(0, len(fragment.tokens))
    if span is None and len(fragment.tokens) > 1 and head.case == "possessed":  # a compound: "pompa istasyonu"
        span = parallel(replace(fragment, tokens=[*fragment.tokens[:-1], replace(head, case=None)]), before)
    if span is None:
        return _beside(fragment, before)
    first, last = span
    old = before.tokens[last - 1]
    many = ("lar", "ler")
    if in_question_phrase(before, last - 1) and old.folded.endswith(many) and not head.folded.endswith(many):
        text = plural(text)  # "hangi kuşlar"
    if head.kind == "name" == old.kind:
        before = _swap_out(before, head, first, old)
    text = _agreeing(text, head, old)
    if fragment.tokens[0].kind != "name" and not text[:2].isupper():
        text = lower(text[:1]) + text[1:]
    return before.replaced(first, last, text if first else capitalize(text))


def is_shift(text: str) -> bool:
    """Tell whether a piece of text means the other direction, or another year than the one before."""
    return bool(_REVERSE.fullmatch(fold(text)) or _SHIFT.fullmatch(fold(text)))


def _beside(fragment: Clause, before: Clause) -> str:
    """Put a fragment that is parallel to nothing beside the question before.

    A possessed noun is asked of its topic ("Maliyeti?"), an oblique noun stands before the question phrase, all else in
    front.
    """
    text, last = fragment.piece(0, len(fragment.tokens)), fragment.tokens[-1]
    if (
        last.case == "possessed"
        and lacks_owner(fragment, len(fragment.tokens) - 1)
        and (owner := topic_of(before, genitive=True))
    ):
        return tidy(f"{owner} {lower(text[:1])}{text[1:]}")
    if len(fragment.tokens) == 1 and last.case is None and (at := _modifier(before)) is not None:
        return before.replaced(at, at + 1, lower(text[:1]) + text[1:])
    first, end = before.asked
    oblique = is_instrumental(last) or (last.kind == "word" and last.case not in (None, "possessed"))
    if first < end and first and (oblique or last.folded in POSTPOSITION):
        return before.replaced(first, end, f"{lower(text[:1])}{text[1:]} {before.piece(first, end)}")
    return tidy(f"{text} {_continued(before)}")


def _at_times(text: str, before: Clause) -> str | None:
    """Ask a question of other times ("Hafta sonları?"), in the place of those that it names or in front of it."""
    if not _TIMES.fullmatch(fold(text)):
        return None
    named = _TIMES.search(fold(before.text))
    if named:
        return tidy(f"{before.text[: named.start()]}{lower(text)}{before.text[named.end() :]}")
    return tidy(f"{text} {_continued(before)}")


def _modifier(before: Clause) -> int | None:
    """Return the place of the noun before one that many can stand before ("zeytin" of "kaç zeytin ağacı")."""
    for at, (one, two) in enumerate(pairwise(before.tokens)):
        if one.kind == "word" and one.case is None and two.case == "possessed" and _SHARED_HEAD.match(two.folded):
            return at
    return None


def _substitute_each(fragment: Clause, before: Clause) -> str:
    """Put each name of a fragment ("Peru'dan Norveç'e") in its place."""
    result = before
    for name in fragment.tokens:
        if not any((t.folded, t.case) == (name.folded, name.case) for t in result.tokens):
            result = parse(substitute(parse(fragment.text[name.start : name.end], within=True), result))
    return result.text


def _agreeing(text: str, head: Token, old: Token) -> str:
    """Give a fragment the case of the word that its head replaces, where it has none of its own."""
    if head.kind == old.kind == "year" and head.case in (None, "locative"):
        return decline(head.stem, old.case)
    named = head.kind == "name" and not old.suffix and old.stem[:1].isupper()  # "Fethiye" is in no case
    bare = head.case in (None, "possessed") and old.case not in (None, "possessed") and not named
    if bare and head.kind in ("name", "year", "word"):
        return text[: head.start] + decline(text[head.start :], old.case, possessed=head.case == "possessed")
    return text


def _continued(before: Clause) -> str:
    """Return the question before as it goes on after something put in front of it."""
    text, first = before.text.lstrip(), before.tokens[0]
    return text if first.kind == "name" or text[:2].isupper() else lower(text[:1]) + text[1:]


def _swap_out(before: Clause, head: Token, at: int, old: Token) -> Clause:
    """Where the new name already stands elsewhere in the question, put the old one there."""
    for i, token in enumerate(before.tokens):
        if i != at and token.kind == "name" and token.folded == head.folded:
            return parse(before.text[: token.start] + decline(old.stem, token.case) + before.text[token.end :])
    return before


def _swap(before: Clause) -> str:
    """Exchange the names of where from and where to."""
    names = [i for i, t in enumerate(before.tokens) if t.kind == "name" and t.case]
    pairs = [(a, b) for a in names for b in names if a < b and before.tokens[a].case != before.tokens[b].case]
    if not pairs:
        return before.text
    a, b = (
        before.tokens[i]
        for i in next((p for p in pairs if {before.tokens[i].case for i in p} == {"ablative", "dative"}), pairs[0])
    )
    text = before.text
    return tidy(
        text[: a.start] + decline(b.stem, a.case) + text[a.end : b.start] + decline(a.stem, b.case) + text[b.end :]
    )


def _shifted_year(fragment: str, before: Clause) -> str | None:
    """Read "iki yıl sonra", "bir önceki yıl" against the year of the question before."""
    match = _SHIFT.fullmatch(fold(fragment))
    year = next((i for i, t in enumerate(before.tokens) if t.kind == "year"), None)
    if match is None or year is None:
        return None
    count = match[1] or "bir"
    step = int(count) if count.isdigit() else _NUMBERS.get(count, 0)
    if (match[2] or "") == "once" or (match[3] or "") in ("onceki", "bir onceki", "gecen"):
        step = -step
    token = before.tokens[year]
    return before.replaced(year, year + 1, decline(str(int(token.stem) + step), token.case)) if step else None


def _replace_superlative(fragment: Clause, at: int, before: Clause) -> str:
    other = superlative_at(before)
    if other is None:
        span = parallel(fragment, before) if len(fragment.tokens) > at + 1 else None
        if span:
            return before.replaced(*span, fragment.text)
        return tidy(f"{fragment.text.rstrip(' ?')} {_continued(before)}")
    adjective, old = fragment.tokens[at].stem, before.tokens[other]
    if at < len(fragment.tokens) - 1:  # it brings its own noun
        noun = fragment.tokens[at + 1]
        following = before.tokens[other + 1] if other + 1 < len(before.tokens) else None
        if following and len(fragment.tokens) == at + 2 and following.folded.startswith(noun.folded):
            return before.replaced(other, other + 1, adjective)  # "en kalabalık günü", "en sakin gün"
        span = parallel(fragment, before) or (other - 1, other + 1)
        return before.replaced(min(other - 1, span[0]), max(span[1], other + 1), _lower_first(fragment, other - 1))
    attributive = other + 1 < len(before.tokens) and not before.asked[0] <= other + 1 < before.asked[1]
    if attributive and not is_possessed(old):
        adjective = bare_adjective(adjective)
    elif is_possessed(old) or old.case:
        adjective = adjective if fragment.tokens[at].case else possessive(adjective)
    if at > 1 and fragment.tokens[at - 2].kind == "ordinal":  # "ikinci en büyük"
        return before.replaced(other - 1, other + 1, f"{lower(fragment.tokens[at - 2].stem)} en {adjective}")
    return before.replaced(other, other + 1, adjective)


def _lower_first(fragment: Clause, place: int) -> str:
    text = fragment.text.strip(" ?")
    return capitalize(text) if place == 0 else lower(text[:1]) + text[1:]


def bare_adjective(word: str) -> str:
    """Take the possessive ending off an adjective that stands for a noun ("küçüğü" → "küçük", "yaşlısı" → "yaşlı")."""
    stem = _SUPERLATIVE_END.sub("", word)
    if stem == word or word in turkish_degrees():
        return word
    if stem in turkish_degrees():
        return stem  # "sığ"
    hard = {"ğ": "k", "c": "ç"}.get(stem[-1])
    return stem[:-1] + hard if hard and len(stem) > 2 else stem


def is_measure(noun: str) -> bool:
    """Tell whether a noun is what things have ("genişlik", "kâr"), rather than a thing."""
    return _MEASURE.fullmatch(noun) is not None


def replace_object(thing: str, question: str) -> str | None:
    """Put a definite thing ("satranç kurs") in the place of what a question is about, not of what it counts.

    None where the question names no such thing. A word that the lexicon does not have takes no ending.
    """
    before = parse(question)
    span = object_in(before)
    if span is None or not thing.strip():
        return None
    first, last = span
    old = before.tokens[last - 1]
    case = "accusative" if old.case == "possessed" and before.predicate < len(before.tokens) else old.case
    known = known_noun(lower(thing.split()[-1])) is not None
    if known and re.search(r"l[ae]r", old.folded[2:]):
        thing = plural(thing)
    if case not in (None, "possessed") and known:
        thing = decline(thing, case)
    return before.replaced(first, last, thing if first else capitalize(thing))

"""Turkish fragments ("Peki ya İzmir?"), put in the place of what they are parallel to in the question before."""

import re
from collections.abc import Sequence

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
from qa.conversation.turkish_topic import topic_of
from qa.text import capitalize, fold, lower
from qa.words.contrasts import turkish_degrees
from qa.words.declension import decline, possessive
from qa.words.turkish_words import (
    Token,
    is_adjectival,
    is_instrumental,
    is_place,
    is_unit,
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
_SUPERLATIVE_END = re.compile(r"(?<=\w{2})(?:s[ıiuü]|[ıiuü])$")
_NUMBER_OF = re.compile(r"\s+sayısı$")
_POSTPOSITION = frozenset("icin gore ile kadar sonra once hakkinda".split())
_OLAN = re.compile(r"\s+olan(?:[ıi]|lar[ıi]?)?$")


def substitute(fragment: Clause, before: Clause) -> str:
    """Put a fragment in the place of what it is parallel to in the question before."""
    text = fragment.piece(0, len(fragment.tokens))
    if _REVERSE.fullmatch(fold(text)):
        return _swap(before)
    if shifted := _shifted_year(text, before):
        return shifted
    if (exchanged := exchange(text, before.text, "tr")) is not None:
        return exchanged
    counts = before.noun is not None and before.tokens[before.asked[0]].folded == "kac"
    plain = _NUMBER_OF.sub("", text) if counts else text
    fragment = parse(_OLAN.sub("", plain) or plain, within=fragment.tokens[0].kind == "name")
    if len(fragment.tokens) > 1 and all(t.kind == "name" and t.case for t in fragment.tokens):
        return _substitute_each(fragment, before)
    head = fragment.tokens[-1]
    superlative = superlative_at(fragment)
    if superlative is not None:
        return _replace_superlative(fragment, superlative, before)
    span = _parallel(fragment, before)
    text = fragment.piece(0, len(fragment.tokens))
    if span is None:
        return _beside(fragment, before)
    first, last = span
    old = before.tokens[last - 1]
    if head.kind == "name" == old.kind:
        before = _swap_out(before, head, first, old)
    text = _agreeing(text, head, old)
    if fragment.tokens[0].kind != "name" and not text[:2].isupper():
        text = lower(text[:1]) + text[1:]
    return before.replaced(first, last, text if first else capitalize(text))


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
    first, end = before.asked
    oblique = is_instrumental(last) or (last.kind == "word" and last.case not in (None, "possessed"))
    if first < end and first and (oblique or last.folded in _POSTPOSITION):
        return before.replaced(first, end, f"{lower(text[:1])}{text[1:]} {before.piece(first, end)}")
    return tidy(f"{text} {_continued(before)}")


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
    bare = head.case in (None, "possessed") and old.case not in (None, "possessed")
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
        span = _parallel(fragment, before) if len(fragment.tokens) > at + 1 else None
        if span:
            return before.replaced(*span, fragment.text)
        return tidy(f"{fragment.text.rstrip(' ?')} {_continued(before)}")
    adjective, old = fragment.tokens[at].stem, before.tokens[other]
    if at < len(fragment.tokens) - 1:  # it brings its own noun
        span = _parallel(fragment, before) or (other - 1, other + 1)
        return before.replaced(min(other - 1, span[0]), max(span[1], other + 1), _lower_first(fragment, other - 1))
    attributive = other + 1 < len(before.tokens) and not before.asked[0] <= other + 1 < before.asked[1]
    if attributive and not is_possessed(old):
        adjective = bare_adjective(adjective)
    elif is_possessed(old) or old.case:
        adjective = adjective if fragment.tokens[at].case else possessive(adjective)
    return before.replaced(other, other + 1, adjective)


def _lower_first(fragment: Clause, place: int) -> str:
    text = fragment.text.strip(" ?")
    return capitalize(text) if place == 0 else lower(text[:1]) + text[1:]


def bare_adjective(word: str) -> str:
    """Take the possessive ending off an adjective that stands for a noun ("küçüğü" → "küçük", "yaşlısı" → "yaşlı")."""
    stem = _SUPERLATIVE_END.sub("", word)
    if stem == word:
        return word
    if stem in turkish_degrees():
        return stem  # "sığ"
    hard = {"ğ": "k", "c": "ç"}.get(stem[-1])
    return stem[:-1] + hard if hard and len(stem) > 2 else stem


def _parallel(fragment: Clause, before: Clause) -> tuple[int, int] | None:
    """Return the word range of the constituent that a fragment is parallel to, None where there is none."""
    head = fragment.tokens[-1]
    places = [i for i, t in enumerate(before.tokens) if i != before.predicate and t.kind == head.kind]
    if head.kind == "name":
        at = _parallel_name(head, before, places)
        return (at - _name_length(before, at) + 1, at + 1) if at is not None else None
    if head.kind in ("year", "time") and (spoken := _spoken_time(before)):
        return spoken
    if head.folded in _POSTPOSITION:
        same = next((i for i, t in enumerate(before.tokens) if t.folded == head.folded), None)
        return (_phrase_start(fragment, before, same), same + 1) if same else None
    if head.kind in ("year", "number", "time", "ordinal"):
        return (places[0], places[0] + 1) if places else None
    return _parallel_noun(fragment, before)


def _spoken_time(before: Clause) -> tuple[int, int] | None:
    """Return the words of "bu yıl", "geçen sezon"."""
    for i in range(len(before.tokens) - 1):
        pair = f"{before.tokens[i].folded} {before.tokens[i + 1].folded}"
        if re.fullmatch(
            r"(?:bu|gecen|onceki|gelecek|su) (?:yil|ay|hafta|sezon|donem|gun|sene|ilkbahar|yaz|kis)\w*", pair
        ):
            return i, i + 2
    return None


def _name_length(before: Clause, at: int) -> int:
    """Return how many words the name that ends at a word has."""
    length = 1
    while (
        at - length >= 0
        and before.tokens[at - length].stem[0].isupper()
        and before.tokens[at - length].case in (None, "possessed")
    ):
        if before.text[before.tokens[at - length].end : before.tokens[at - length + 1].start].strip():
            break
        length += 1
    return length


def _parallel_name(head: Token, before: Clause, places: Sequence[int]) -> int | None:
    tokens = before.tokens
    others = [i for i in places if tokens[i].folded != head.folded]
    if not others and tokens[0].kind == "word" and tokens[0].stem[0].isupper() and tokens[0].case is None:
        others = [0] * (known_noun(lower(tokens[0].stem)) is None)
    if head.case not in (None, "possessed"):
        return next((i for i in others if tokens[i].case == head.case), None)
    kin = [i for i in others if is_place(tokens[i].stem) == is_place(head.stem)] or others
    return kin[0] if kin else None


def _parallel_noun(fragment: Clause, before: Clause) -> tuple[int, int] | None:
    head, tokens = fragment.tokens[-1], before.tokens
    size = len(fragment.tokens)
    places = [
        i
        for i, t in enumerate(tokens)
        if i < before.predicate and t.kind == "word" and not in_question_phrase(before, i)
    ]
    if is_instrumental(head):
        same = [i for i, t in enumerate(tokens) if is_instrumental(t) and not in_question_phrase(before, i)]
        return (_phrase_start(fragment, before, same[-1]), same[-1] + 1) if same else None
    shared = [i for i in places if _same_stem(tokens[i], head)]
    if shared and (size > 1 or tokens[shared[-1]].case != head.case):
        return _phrase_start(fragment, before, shared[-1]), shared[-1] + 1
    case = head.case if head.case != "possessed" else None
    fitting = [i for i in places if (tokens[i].case if tokens[i].case != "possessed" else None) == case]
    bare = [
        i
        for i in fitting
        if (tokens[i].case == "possessed") == (head.case == "possessed") and not is_adjectival(tokens[i])
    ]
    counted = before.noun
    if (
        head.case is None
        and counted is not None
        and tokens[before.asked[0]].folded == "kac"
        and not is_unit(tokens[counted].stem)
    ):
        return counted, counted + 1
    chosen = bare if head.case == "possessed" else bare or fitting
    if not chosen:
        return None
    at = chosen[-1]
    return _phrase_start(fragment, before, at), at + 1


def _phrase_start(fragment: Clause, before: Clause, head: int) -> int:
    """Return where the noun phrase begins that ends at a head and is replaced by the fragment."""
    first = fragment.tokens[0]
    for i in range(max(0, head - 4), head):
        if len(fragment.tokens) > 1 and _same_stem(before.tokens[i], first):
            return i
    start = head
    while start > 0 and head - start < len(fragment.tokens) - 1:
        previous = before.tokens[start - 1]
        if previous.kind not in ("word", "ordinal", "function") or previous.case not in (None, "possessed"):
            break
        if in_question_phrase(before, start - 1):
            break
        start -= 1
    return start


def _same_stem(first: Token, second: Token) -> bool:
    one, two = first.folded, second.folded
    size = min(len(one), len(two), 6)
    return size >= 4 and one[:size] == two[:size]

"""Which words of a Turkish question a fragment is parallel to."""

import re
from collections.abc import Sequence

from qa.conversation.turkish_clause import Clause, in_question_phrase
from qa.text import lower
from qa.words.turkish_words import (
    Token,
    is_adjectival,
    is_instrumental,
    is_place,
    is_unit,
    known_noun,
)

_INFINITIVE = re.compile(r".{2,}m[ae]k")
POSTPOSITION = frozenset("icin gore ile kadar sonra once hakkinda".split())


def parallel(fragment: Clause, before: Clause) -> tuple[int, int] | None:
    """Return the word range of the constituent that a fragment is parallel to, None where there is none."""
    head = fragment.tokens[-1]
    places = [i for i, t in enumerate(before.tokens) if i != before.predicate and t.kind == head.kind]
    if head.kind == "name":
        at = _parallel_name(head, before, places)
        if at is None and len(fragment.tokens) > 1:  # "Güney Kutbu'na" for "Kuzey Kutbu'na"
            alike = (i for i in places if before.tokens[i].folded == head.folded)
            at = next((i for i in alike if before.tokens[i].case == head.case), None)
        return (at - _name_length(before, at) + 1, at + 1) if at is not None else None
    if head.kind in ("year", "time") and (spoken := _spoken_time(before)):
        return spoken
    if head.folded in POSTPOSITION:
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
    if not others and tokens[0].kind == "word" and tokens[0].stem[0].isupper():
        others = [0] * (known_noun(lower(tokens[0].stem)) is None)
    if head.case not in (None, "possessed"):
        same = next((i for i in others if tokens[i].case == head.case), None)
        if same is not None or head.suffix:
            return same  # without a suffix behind an apostrophe "İzlanda" may be no place to be in, but a name
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
    if _INFINITIVE.fullmatch(head.folded) and (acts := [i for i in places if _INFINITIVE.fullmatch(tokens[i].folded)]):
        return acts[-1], acts[-1] + 1
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
    lists = counted is not None and tokens[counted].folded.endswith(("lar", "ler"))
    if counted is not None and lists and head.case is None and not bare:
        return counted, counted + 1  # "hangi balıklar"
    owner = next((i for i in places if _owns(before, i)), None)
    if head.case is None and not bare and owner is not None:
        return owner, owner + 1
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


def _owns(before: Clause, at: int) -> bool:
    """Tell whether a word owns what is measured or counted after it ("Kulenin yüksekliği", "öğrencilerin kaçı")."""
    tokens = before.tokens
    if tokens[at].case != "genitive" or at + 1 >= len(tokens):
        return False
    return tokens[at + 1].case == "possessed" or re.match(r"(?:yuzde|kaci)", tokens[at + 1].folded) is not None


def object_in(before: Clause) -> tuple[int, int] | None:
    """Return the words of the thing that a question counts or asks something of ("Masal saatine kaç çocuk geldi?")."""
    tokens = before.tokens
    places = [
        i
        for i, t in enumerate(tokens)
        if t.kind == "word" and i != before.predicate and not in_question_phrase(before, i)
    ]
    owner = next((i for i in places if _owns(before, i)), None)
    if owner is not None and (before.noun is None or before.tokens[before.asked[0]].folded != "kac"):
        return owner, owner + 1
    for case in ("accusative", "possessed", "dative", "genitive", "locative"):
        found = [i for i in places if tokens[i].case == case]
        if found:
            start = found[-1]
            while start and tokens[start - 1].kind in ("word", "ordinal") and tokens[start - 1].case is None:
                start -= 1
            return start, found[-1] + 1
    return None

"""Follow-up questions in Turkish: what they leave out is taken from the question before.

Three forms are told apart. A fragment ("Peki ya İzmir?") takes the place of the constituent of the earlier question that
it is parallel to; an incomplete question ("Ne zaman?", "Mimarı kim?") is asked about the earlier one's topic; a pronoun
("orada", "bunun") is replaced by what it refers to. All else is complete and stays as it is.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from qa.declension import decline, harmony, plural
from qa.followup_parallel import merge
from qa.inflection import VOWELS
from qa.text import capitalize, fold, lower
from qa.turkish_words import (
    Token,
    guess_case,
    is_adjectival,
    is_finite,
    is_past,
    is_place,
    is_surely_finite,
    is_unit,
    known_noun,
    read_words,
)

_LEAD = re.compile(r"\W*(?:(?:peki|pekala|ya|tamam|ve|ayrica|hani)\b(?!\s+da\b)[\s,]*(?:de\b|da\b)?[\s,]*)+")
_TAIL = re.compile(r"[\s,]+(?:peki|ya)\s*\?*\s*$")
_DEICTIC = re.compile(
    r"\b(?:bu|su)\s+(?:yil|ay|hafta|sezon|donem|gun|sene|yana|an)\w*|\bbugune\b|\bo kadar\b|\bo zamandan\b"
)
_BOTH = re.compile(r"\b(?:topla(?:m|mi|mda|minda)|ikisi\w*|fark|farki|aradaki fark|arasindaki fark)\b")
_REVERSE = re.compile(
    r"(?:tersi\w*|ters yonde|tersine|karsi (?:yonde|taraftan)|diger (?:yonde|taraftan)|obur yonde|aksi yonde|tam tersi)"
)
_WHICH = re.compile(r"(?:bunlar |onlar )?(?:hangi(?:leri|si|ler)(?:dir|ydi)?|(?:bunlar |onlar )?neler(?:dir)?)")
_HOW_MANY = re.compile(r"(?:(?:bunlar|onlar|bu|hepsi|toplam) )?kac(?: tane(?:dir|ydi)?| adet| eder| ediyor)?")
_TIME_NOUN = re.compile(r"(?:yil|tarih|ay|gun|donem|zaman|sezon|sene|yuzyil)\w*")
_SHIFT = re.compile(
    r"(?:(\w+) (?:yil|sene) (sonra|once)(?:si(?:nde)?|ki)?|(ertesi|onceki|bir onceki|bir sonraki|sonraki|gelecek|gecen) (?:yil|sene)(?:da|de)?)"
)
_NUMBERS = {"bir": 1, "iki": 2, "uc": 3, "dort": 4, "bes": 5, "alti": 6, "yedi": 7, "sekiz": 8, "dokuz": 9, "on": 10}
_POSSESSIVE = re.compile(r"(?:s?[ıiuü]|l[ae]r[ıiuü])(?:n(?:[ıiuü]n?|[ae]|d[ae]n?))?")
_SUPERLATIVE_END = re.compile(r"(?<=\w{2})(?:s[ıiuü]|[ıiuü])$")
_OLAN = re.compile(r"\s+olan(?:[ıi]|lar[ıi]?)?$")


@dataclass(frozen=True, slots=True)
class _Clause:
    """A question: its words, the half-open word ranges of its question phrase and of its predicate."""

    text: str
    tokens: list[Token]
    asked: tuple[int, int]
    predicate: int

    def piece(self, first: int, last: int) -> str:
        """Return the text of a half-open range of words."""
        return self.text[self.tokens[first].start : self.tokens[last - 1].end] if first < last else ""

    def replaced(self, first: int, last: int, new: str) -> str:
        """Return the question with a range of words replaced (removed where `new` is empty)."""
        return _tidy(self.text[: self.tokens[first].start] + new + self.text[self.tokens[last - 1].end :])

    @property
    def noun(self) -> int | None:
        """The word that a "kaç …" or "hangi …" asks about."""
        first, last = self.asked
        return last - 1 if last - first > 1 and self.tokens[first].folded in ("kac", "hangi") else None


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
    clause = _parse(core, within=_begins_with_name(core, led))
    if not clause.tokens or not earlier:
        return text
    glossed = earlier[-1].startswith("…")
    before = _parse(earlier[-1].lstrip("…"), within=glossed)
    if not before.tokens:
        return text
    asks = clause.asked != (0, 0)
    if not asks and not _is_fragment(clause, led):
        return text
    if asks and not _is_incomplete(clause, led):
        return _tidy(core) if led else text
    if (
        _BOTH.search(fold(core))
        and len(earlier) > 1
        and (both := merge(earlier[-2].lstrip("…"), earlier[-1].lstrip("…"), "ve"))
    ):
        return _total(both, core)
    if not asks:
        return _substitute(clause, before)
    pronoun = _pronoun(clause)
    folded = " ".join(t.folded for t in clause.tokens)
    if _WHICH.fullmatch(folded):
        return _which(before)
    if _HOW_MANY.fullmatch(folded):
        return _count(before)
    if pronoun is not None:
        return _refer(clause, pronoun, before)
    return _ask(clause, before)


# --- reading a clause ---


def _begins_with_name(core: str, led: bool) -> bool:
    """Tell whether the capital of a fragment's first word says that it is a name ("Ya İzmir?", "İzmir?")."""
    if led or len(core.split()) > 2:
        return led
    first = lower(core.split()[0].strip(" ?")) if core.split() else ""
    return known_noun(first) is None and guess_case(first) is None


def _parse(text: str, *, within: bool = False) -> _Clause:
    tokens = read_words(text, within=within)
    asked = _question_phrase(tokens)
    last = len(tokens) - 1
    while last >= 0 and tokens[last].kind == "particle":
        last -= 1
    ends = last >= 0 and is_finite(tokens[last]) and not asked[0] <= last < asked[1]
    return _Clause(text, tokens, asked, last if ends else len(tokens))


def _question_phrase(tokens: Sequence[Token]) -> tuple[int, int]:
    """Return the range of the (last) question phrase: the question word with the nouns that belong to it."""
    at = next((i for i in range(len(tokens) - 1, -1, -1) if tokens[i].kind in ("question", "particle")), None)
    if at is None:
        return 0, 0
    word, end = tokens[at].folded, at + 1
    if tokens[at].kind == "particle":
        return at, end
    follower = tokens[end].folded if end < len(tokens) else ""
    if word == "ne":
        return at, end + bool(re.match(r"(?:zaman|kadar|sebep|amac|sekil|tur|gibi|olcude|oranda|siklik)", follower))
    if word == "kac":
        end += end < len(tokens) and not (is_surely_finite(tokens[end]) and end == len(tokens) - 1)
        return at, end
    if word == "hangi":
        while end < min(len(tokens), at + 5) and not (end == len(tokens) - 1 and is_finite(tokens[end])):
            end += 1
            if tokens[end - 1].case or tokens[end - 1].folded.endswith(("lar", "ler")):
                break
        return at, max(end, at + 1)
    return at, end


def _is_fragment(clause: _Clause, led: bool) -> bool:
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


def _is_incomplete(clause: _Clause, led: bool) -> bool:
    if _pronoun(clause) is not None:
        return True
    tokens, (first, last) = clause.tokens, clause.asked
    outside = [i for i in range(len(tokens)) if not first <= i < last and i != clause.predicate]
    anchors = [
        i for i in outside if tokens[i].is_content and not _lacks_owner(clause, i) and not is_surely_finite(tokens[i])
    ]
    if not anchors:
        return led or not _stands_alone(clause, outside)
    if clause.predicate < len(tokens) or tokens[first].kind == "particle":
        return False
    # A nominal question ("Belgeselde kim?") needs a subject.
    return all(tokens[i].case in ("locative", "dative", "ablative", "accusative", "genitive") for i in anchors) and (
        last == len(tokens) and len(tokens) <= 5
    )


def _stands_alone(clause: _Clause, outside: Sequence[int]) -> bool:
    """Tell whether a question that names nothing beside what it asks for is complete ("Kaç film gösterildi?")."""
    tokens, (first, _) = clause.tokens, clause.asked
    if clause.predicate >= len(tokens):
        return False
    if tokens[first].folded == "ne":
        return any(tokens[i].kind in ("year", "number", "time") for i in outside)
    if clause.noun is None or is_unit(tokens[clause.noun].stem) or _is_possessed(tokens[clause.noun]):
        return False
    passive = (
        re.search(r"[ıiuü]?[nl][dt][ıiuü](?:l[ae]r)?$|(?:var|yok)", lower(tokens[clause.predicate].stem)) is not None
    )
    return passive or (tokens[first].folded == "hangi" and bool(outside))


def _is_possessed(token: Token) -> bool:
    """Tell whether a word has a possessive ending that needs an owner."""
    if token.kind != "word" or token.suffix:
        return False
    if token.case == "possessed":
        return True
    low = lower(token.stem)
    known = known_noun(low)
    if known:
        return bool(known[1]) and _POSSESSIVE.fullmatch(known[1]) is not None and len(known[1]) > 1
    return (
        token.case is not None
        and re.search(r"s?[ıiuü]n(?:[ıiuü]n?|[ae]|d[ae]n?)$", low) is not None
        and token.case != "genitive"
    )


def _lacks_owner(clause: _Clause, at: int) -> bool:
    """Tell whether a word is possessed by nothing that the question names ("Mimarı kim?")."""
    token = clause.tokens[at]
    if not _is_possessed(token):
        return False
    nominal = (
        clause.predicate >= len(clause.tokens)
        and not any(
            is_surely_finite(t) or is_past(t) for i, t in enumerate(clause.tokens) if not _in_question_phrase(clause, i)
        )
        or token.case != "possessed"
        or clause.tokens[-1].folded in ("var", "yok")
    )
    if not nominal and token.case == "possessed":
        return False  # "Raporu kim yazdı?": the ending is the accusative
    owner = clause.tokens[at - 1] if at else None
    while owner and owner.kind in ("function", "ordinal") and at > 1:
        at -= 1
        owner = clause.tokens[at - 1]
    return owner is None or not owner.is_content or is_adjectival(owner)


def _pronoun(clause: _Clause) -> int | None:
    """Return the place of a pronoun that refers out of the question."""
    deictic = [match.span() for match in _DEICTIC.finditer(fold(clause.text))]
    for i, token in enumerate(clause.tokens):
        if token.kind == "pronoun" and not any(a <= token.start < b for a, b in deictic):
            return i
        if token.is_content and token.case != "locative" and not _lacks_owner(clause, i):
            return None  # what is named before the pronoun is what it refers to
    return None


# --- fragments ---


def _substitute(fragment: _Clause, before: _Clause) -> str:
    """Put a fragment in the place of what it is parallel to in the question before."""
    text = fragment.piece(0, len(fragment.tokens))
    if _REVERSE.fullmatch(fold(text)):
        return _swap(before)
    if shifted := _shifted_year(text, before):
        return shifted
    fragment = _parse(_OLAN.sub("", text) or text, within=fragment.tokens[0].kind == "name")
    names = [t for t in fragment.tokens if t.kind == "name"]
    if len(names) == len(fragment.tokens) > 1 and all(t.case for t in names):
        result = before
        for name in names:
            if any((t.folded, t.case) == (name.folded, name.case) for t in result.tokens):
                continue
            result = _parse(_substitute(_parse(fragment.text[name.start : name.end], within=True), result))
        return result.text
    head = fragment.tokens[-1]
    superlative = _superlative(fragment)
    if superlative is not None:
        return _replace_superlative(fragment, superlative, before)
    span = _parallel(fragment, before)
    text = fragment.piece(0, len(fragment.tokens))
    if span is None:
        return _tidy(f"{text} {_continued(before)}")
    first, last = span
    old = before.tokens[last - 1]
    if head.kind == "name" == old.kind:
        before = _swap_out(before, head, first, old)
    if (
        head.case in (None, "possessed")
        and old.case not in (None, "possessed")
        and head.kind in ("name", "year", "word")
    ):
        text = text[: head.start] + decline(text[head.start :], old.case, possessed=head.case == "possessed")
    elif head.case == "locative" and head.kind == "year" and old.case in (None, "genitive", "dative", "ablative"):
        if old.kind == "year":
            text = head.stem if old.case is None else decline(head.stem, old.case)
    if fragment.tokens[0].kind != "name" and not text[:2].isupper():
        text = lower(text[:1]) + text[1:]
    return before.replaced(first, last, text if first else capitalize(text))


def _continued(before: _Clause) -> str:
    """Return the question before as it goes on after something put in front of it."""
    text, first = before.text.lstrip(), before.tokens[0]
    return text if first.kind == "name" or text[:2].isupper() else lower(text[:1]) + text[1:]


def _swap_out(before: _Clause, head: Token, at: int, old: Token) -> _Clause:
    """Where the new name already stands elsewhere in the question, put the old one there."""
    for i, token in enumerate(before.tokens):
        if i != at and token.kind == "name" and token.folded == head.folded:
            return _parse(before.text[: token.start] + decline(old.stem, token.case) + before.text[token.end :])
    return before


def _swap(before: _Clause) -> str:
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
    return _tidy(
        text[: a.start] + decline(b.stem, a.case) + text[a.end : b.start] + decline(a.stem, b.case) + text[b.end :]
    )


def _shifted_year(fragment: str, before: _Clause) -> str | None:
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


def _superlative(clause: _Clause) -> int | None:
    """Return the place of the adjective after "en"."""
    return next((i + 1 for i, t in enumerate(clause.tokens[:-1]) if t.folded == "en"), None)


def _replace_superlative(fragment: _Clause, at: int, before: _Clause) -> str:
    other = _superlative(before)
    if other is None:
        span = _parallel(fragment, before) if len(fragment.tokens) > at + 1 else None
        if span:
            return before.replaced(*span, fragment.text)
        return _tidy(f"{fragment.text.rstrip(' ?')} {_continued(before)}")
    adjective, old = fragment.tokens[at].stem, before.tokens[other]
    if at < len(fragment.tokens) - 1:  # it brings its own noun
        span = _parallel(fragment, before) or (other - 1, other + 1)
        return before.replaced(min(other - 1, span[0]), max(span[1], other + 1), _lower_first(fragment, other - 1))
    attributive = other + 1 < len(before.tokens) and not before.asked[0] <= other + 1 < before.asked[1]
    if attributive and not _is_possessed(old):
        adjective = bare_adjective(adjective)
    elif _is_possessed(old) or old.case:
        adjective = adjective if fragment.tokens[at].case else decline_possessive(adjective)
    return before.replaced(other, other + 1, adjective)


def _lower_first(fragment: _Clause, place: int) -> str:
    text = fragment.text.strip(" ?")
    return capitalize(text) if place == 0 else lower(text[:1]) + text[1:]


def bare_adjective(word: str) -> str:
    """Take the possessive ending off an adjective that stands for a noun ("küçüğü" → "küçük", "yaşlısı" → "yaşlı")."""
    stem = _SUPERLATIVE_END.sub("", word)
    if stem == word:
        return word
    hard = {"ğ": "k", "c": "ç"}.get(stem[-1])
    return stem[:-1] + hard if hard and len(stem) > 2 else stem


def decline_possessive(adjective: str) -> str:
    """Put the third person possessive on an adjective ("kısa" → "kısası", "uzun" → "uzunu")."""
    accusative = decline(adjective, "accusative")
    ending = accusative[-1]
    return f"{adjective}s{ending}" if accusative[-2] == "y" else accusative


def _parallel(fragment: _Clause, before: _Clause) -> tuple[int, int] | None:
    """Return the word range of the constituent that a fragment is parallel to, None where there is none."""
    head = fragment.tokens[-1]
    places = [i for i, t in enumerate(before.tokens) if i != before.predicate and t.kind == head.kind]
    if head.kind == "name":
        at = _parallel_name(head, before, places)
        return (at - _name_length(before, at) + 1, at + 1) if at is not None else None
    if head.kind in ("year", "time") and (spoken := _spoken_time(before)):
        return spoken
    if head.kind in ("year", "number", "time", "ordinal"):
        return (places[0], places[0] + 1) if places else None
    return _parallel_noun(fragment, before)


def _spoken_time(before: _Clause) -> tuple[int, int] | None:
    """Return the words of "bu yıl", "geçen sezon"."""
    for i in range(len(before.tokens) - 1):
        pair = f"{before.tokens[i].folded} {before.tokens[i + 1].folded}"
        if re.fullmatch(
            r"(?:bu|gecen|onceki|gelecek|su) (?:yil|ay|hafta|sezon|donem|gun|sene|ilkbahar|yaz|kis)\w*", pair
        ):
            return i, i + 2
    return None


def _name_length(before: _Clause, at: int) -> int:
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


def _parallel_name(head: Token, before: _Clause, places: Sequence[int]) -> int | None:
    tokens = before.tokens
    others = [i for i in places if tokens[i].folded != head.folded]
    if not others and tokens[0].kind == "word" and tokens[0].stem[0].isupper() and tokens[0].case is None:
        others = [0] * (known_noun(lower(tokens[0].stem)) is None)
    if head.case:
        return next((i for i in others if tokens[i].case == head.case), None)
    kin = [i for i in others if is_place(tokens[i].stem) == is_place(head.stem)] or others
    return kin[0] if kin else None


def _parallel_noun(fragment: _Clause, before: _Clause) -> tuple[int, int] | None:
    head, tokens = fragment.tokens[-1], before.tokens
    size = len(fragment.tokens)
    places = [
        i
        for i, t in enumerate(tokens)
        if i < before.predicate and t.kind == "word" and not _in_question_phrase(before, i)
    ]
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
    chosen = bare or fitting
    if not chosen:
        return None
    at = chosen[-1]
    return _phrase_start(fragment, before, at), at + 1


def _in_question_phrase(before: _Clause, at: int) -> bool:
    return before.asked[0] <= at < before.asked[1]


def _phrase_start(fragment: _Clause, before: _Clause, head: int) -> int:
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
        if _in_question_phrase(before, start - 1):
            break
        start -= 1
    return start


def _same_stem(first: Token, second: Token) -> bool:
    one, two = first.folded, second.folded
    size = min(len(one), len(two), 6)
    return size >= 4 and one[:size] == two[:size]


# --- incomplete questions ---


def _which(before: _Clause) -> str:
    """Ask which ones the question before counts."""
    first, last = before.asked
    at = before.noun
    if at is None or before.tokens[first].folded != "kac":
        return _tidy(f"Hangileri: {before.text}") if first == last else _tidy(before.replaced(first, last, "hangileri"))
    noun, case = _nominative(before.tokens[at])
    new = f"hangi {decline(plural(noun), case)}"
    return before.replaced(first, last, new if first else capitalize(new))


def _count(before: _Clause) -> str:
    """Ask how many there are of what the question before lists."""
    first, last = before.asked
    at = before.noun
    if at is not None and before.tokens[first].folded == "hangi":
        noun, case = _nominative(before.tokens[at])
        new = f"kaç {' '.join(t.stem for t in before.tokens[first + 1 : at])} {decline(noun, case)}"
    else:
        new = "kaç tane"
    return before.replaced(first, last, new if first else capitalize(new)) if first < last else before.text


def _nominative(token: Token) -> tuple[str, str | None]:
    """Return a common noun in the singular without its case, and the case."""
    low = lower(token.stem)
    known = known_noun(low)
    case = token.case if token.case != "possessed" else None
    if known:
        return known[0], case
    endings = {
        "locative": r"[dt][ae]$",
        "ablative": r"[dt][ae]n$",
        "genitive": r"n?[ıiuü]n$",
        "dative": r"y?[ae]$",
        "accusative": r"y?[ıiuü]$",
    }
    stem = re.sub(endings[case], "", low) if case else low
    return re.sub(r"(?<=.{3})l[ae]r$", "", stem), case


def _total(both: str, core: str) -> str:
    """Ask for the sum of, or the difference between, what two earlier questions ask for."""
    clause = _parse(both)
    first, last = clause.asked
    if "fark" in fold(core):
        return _tidy(f"{_topic(clause)} arasındaki fark ne kadar")
    return clause.replaced(first, last, f"toplam {clause.piece(first, last)}") if first < last else both


def _ask(clause: _Clause, before: _Clause) -> str:
    """Ask an incomplete question about the topic of the question before."""
    first, last = clause.asked
    if len(clause.tokens) == last - first or (clause.predicate >= len(clause.tokens) and first == 0):
        return _ask_phrase(clause.piece(0, len(clause.tokens)), before)
    lead = _parse(clause.piece(0, first)) if first else None
    if lead and clause.predicate >= len(clause.tokens) and last == len(clause.tokens):
        if _superlative(lead) is not None and _superlative(before) is None:
            return _about(clause, before)
        if (
            _lacks_owner(clause, first - 1)
            and lead.tokens[-1].case in ("possessed", None)
            and _superlative(lead) is None
        ):
            return _about(clause, before)
        moved = _parse(_substitute(lead, before))
        same = clause.tokens[first].folded[:3] == (before.tokens[before.asked[0]].folded[:3] if before.asked[1] else "")
        return (
            moved.text
            if same or lead.tokens[-1].kind == "ordinal" or _superlative(lead) is not None
            else _ask_phrase(clause.piece(first, last), moved)
        )
    return _about(clause, before)


def _ask_phrase(phrase: str, before: _Clause) -> str:
    """Put a question phrase ("ne zaman") in the place of the one before, or before the predicate of a yes/no question."""
    first, last = before.asked
    phrase = phrase.strip(" ?")
    if re.search(r"[dt][ıiuü]r?$", phrase) and before.asked[1] <= before.predicate < len(before.tokens):
        before = _parse(before.replaced(before.predicate, before.predicate + 1, ""))
        first, last = before.asked
    phrase = phrase if phrase[:2].isupper() else lower(phrase[:1]) + phrase[1:]
    if first == last:
        return _tidy(f"{before.text.strip(' ?.')} {phrase}")
    if before.tokens[first].kind == "particle":
        at = max(0, first - 1)
        rest = before.text[before.tokens[first].end :]
        return _tidy(f"{before.text[: before.tokens[at].start]}{phrase} {before.tokens[at].stem}{rest}")
    noun = before.noun
    if noun is not None and before.tokens[first].folded == "kac" and not is_unit(before.tokens[noun].stem):
        phrase = f"{before.piece(first + 1, last)} {phrase}"
    return before.replaced(first, last, phrase if first else capitalize(phrase))


def _about(clause: _Clause, before: _Clause) -> str:
    """Put the topic of the question before in front of an incomplete question."""
    owner = any(_lacks_owner(clause, i) for i in range(len(clause.tokens)))
    kinds = {(t.kind, t.case) for t in clause.tokens if t.kind in ("year", "time", "name")}
    topic = _topic(before, genitive=owner, without=kinds)
    text = clause.text.strip()
    if not topic:
        return _tidy(text)
    text = text if clause.tokens[0].kind == "name" or text[:2].isupper() else lower(text[:1]) + text[1:]
    return _tidy(f"{topic} {text}")


def _topic(before: _Clause, *, genitive: bool = False, without: set[tuple[str, str | None]] | None = None) -> str:
    """Return what a question is about: its words without question phrase and predicate.

    Where it asks for a thing by what it did or underwent ("hangi bildiri imzalandı"), that becomes a relative clause before
    the thing ("imzalanan bildiri"). With `genitive`, the last noun becomes the owner of what follows.
    """
    tokens, (first, last) = before.tokens, before.asked
    person = before.asked[0] < before.asked[1] and tokens[first].folded in ("kim", "kimler")
    relative = None if genitive and person else _relative(before)
    if relative:
        words = relative
    else:
        owned = [i for i, t in enumerate(tokens) if t.case == "genitive" and not first <= i < last]
        upto = owned[-1] + 1 if genitive and owned and before.noun is None else len(tokens)
        words = [before.text[t.start : t.end] for i, t in enumerate(tokens[:upto])
                 if i != before.predicate and not first <= i < last and (t.kind, t.case) not in (without or set())]  # fmt: skip
        words += _asked_words(before) if upto == len(tokens) else []
    if words and tokens[0].kind != "name" and words[0] == tokens[0].stem and not words[0][:2].isupper():
        words[0] = lower(words[0][:1]) + words[0][1:]
    if genitive and words:
        read = read_words(words[-1])[-1]
        if not read.suffix and read.case in (None, "possessed"):
            words[-1] = decline(words[-1], "genitive", possessed=read.case == "possessed")
    return " ".join(words)


def _asked_words(before: _Clause) -> list[str]:
    """Return the noun phrase that a "kaç …" or "hangi …" asks about, without its case; empty for units and times."""
    first, last = before.asked
    if before.noun is None:
        return []
    head = before.tokens[before.noun]
    if is_unit(_nominative(head)[0]) or _TIME_NOUN.fullmatch(head.folded):
        return []
    many = before.tokens[first].folded == "kac" or re.search(r"l[ae]r", head.folded[2:]) is not None
    noun = _nominative(head)[0]
    return [*(t.stem for t in before.tokens[first + 1 : last - 1]), plural(noun) if many else noun]


def _relative(before: _Clause) -> list[str] | None:
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
    passive = verb.endswith(("il", "ıl", "ul", "ül", "in", "ın", "un", "ün"))
    named = any(t.is_content and t.case is None for t in tokens[:first])
    if noun is not None and things and case in (None, "possessed") and (passive or not named or case is None):
        return [*rest, _subject_participle(verb), *things]
    acts_on = question in ("ne", "neyi") and last - first == 1 and not passive
    if acts_on or (noun is not None and things and case in ("accusative", "possessed")):
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


# --- pronouns ---

_PRONOUN_CASES = (
    (re.compile(r"(?:o|bu|su)n(?:un|lar[iu]n)|kendisinin|oranin|buranin"), "genitive"),
    (re.compile(r"(?:o|bu|su)(?:nu|nlari)|orayi|burayi"), "accusative"),
    (re.compile(r"(?:o|bu|su)(?:na|nlara)|oraya|buraya"), "dative"),
    (re.compile(r"(?:o|bu|su)n(?:da|larda)|or[ai]da(?:ki\w*)?|burada(?:ki\w*)?"), "locative"),
    (re.compile(r"(?:o|bu|su)n(?:dan|lardan)|oradan|buradan"), "ablative"),
)


def _refer(clause: _Clause, at: int, before: _Clause) -> str:
    """Replace a pronoun by what it refers to in the question before."""
    token = clause.tokens[at]
    follower = clause.tokens[at + 1] if at + 1 < len(clause.tokens) else None
    case = next((name for pattern, name in _PRONOUN_CASES if pattern.fullmatch(token.folded)), None)
    if token.folded.startswith(("ora", "bura")):
        place = _place(clause, before, case or "locative")
        if token.folded.endswith("daki") and place:
            place += "ki"
        return (
            clause.replaced(at, at + 1, place if at else capitalize(place))
            if place
            else _about(_without(clause, at), before)
        )
    if follower and token.folded in ("o", "bu", "ayni") and _TIME_NOUN.fullmatch(follower.folded):
        when = next((t for t in before.tokens if t.kind in ("year", "time")), None)
        if when:
            new = (
                decline(when.stem, follower.case or "locative")
                if when.kind == "year"
                else before.text[when.start : when.end]
            )
            return clause.replaced(at, at + 2, new if at else capitalize(new))
        return _about(clause, before)
    if (
        follower
        and token.folded in ("o", "bu", "su", "ayni")
        and follower.is_content
        and not clause.text[token.end : follower.start].strip()
    ):
        return _about(_without(clause, at), before)
    topic = _topic(before)
    words = read_words(topic)
    if not words or len(words) > 8:
        return _about(_without(clause, at), before)
    last = words[-1]
    if case and last.case in (None, "possessed") and not last.suffix:
        topic = topic[: last.start] + decline(last.stem, case, possessed=last.case == "possessed")
    return clause.replaced(at, at + 1, topic if at else capitalize(topic))


def _without(clause: _Clause, at: int) -> _Clause:
    return _parse(clause.replaced(at, at + 1, ""))


def _place(clause: _Clause, before: _Clause, case: str) -> str:
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
    return before.text[common[-1].start : common[-1].end] if common and case == "locative" else ""


def _tidy(text: str) -> str:
    text = re.sub(r"\s+([,?.!])", r"\1", " ".join(text.split())).strip(" ,;:?.!")
    return f"{capitalize(text)}?"


def topic(question: str) -> str:
    """Return the words of a Turkish question that say what it is about."""
    return _topic(_parse(question))


def place(question: str, exclude: str) -> str:
    """Return the place, without its case, that a Turkish question names and `exclude` does not; "" where there is none."""
    name = _place(_parse(exclude), _parse(question), "locative")
    return name.partition("'")[0]

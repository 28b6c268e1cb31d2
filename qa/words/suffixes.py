"""Turkish endings and enumerations at the level of an answer span.

`strip_case` takes the case ending off the end of a span where that is safe: after an apostrophe, after a quantity,
after a month or a country of CLDR. Everything else stays as it is, for a wrong stem reads worse than an ending.
`split_list` cuts an enumeration into its items.
"""

import re

from qa.quantities import Kind, Quantity, find_quantities
from qa.quantities.units import is_measure
from qa.text import APOSTROPHES, QUOTES, lower
from qa.words.inflection import case_of, is_inflection, known_stem
from qa.words.lexicon import turkish_stems
from qa.words.names import turkish_countries

_LONGEST = 1000  # characters of a span that can be an answer
_SHORT = 4  # letters from which a stem need not be known
_LIK = ("lık", "lik", "luk", "lük")
_PAST = re.compile(r"y?[dt][ıiuü]")  # "540 liraydı": was
_TRAILING = re.compile(r"[\s.,;:!?…]+$")
_APOSTROPHE_ENDING = re.compile(rf"(?<=[\w.)%{QUOTES}])[{re.escape(APOSTROPHES)}]([^\W\d_]+)$")
_ORDINAL = re.compile(r"[ıiuü]?nc[ıiuü]")
_LAST_WORD = re.compile(r"[^\W\d_]+$")
_YEAR_WORD = re.compile(r"\s+(?:yıl|sene)(?:ı|i|larda|lerde|ında|inde|ından|inden|ının|inin|ına|ine|larında|lerinde)")
_WEEKDAY = re.compile(r"\b(?:pazartesi|salı|çarşamba|perşembe|cuma|cumartesi|pazar)(?P<day>\s+gün\w{0,4})$")
_AGED = re.compile(r"\d yaşında(?P<ki>ki)$")
_BRACKETED = re.compile(r"\s*\([^()]*\)$")
# Endings that only a case can be, on institutional nouns with their possessive: "Bakanlığından", "Üniversitesinde".
_ORGANISATIONS = (
    "bakanlığı|başkanlığı|müdürlüğü|üniversitesi|fakültesi|enstitüsü|kurumu|kurulu|bölümü|merkezi|derneği|vakfı|örgütü"
    "|teşkilatı|birliği|konseyi|komisyonu|komitesi|ajansı|bankası|belediyesi|valiliği|müzesi|kütüphanesi|hastanesi"
    "|okulu|lisesi|mektebi|medresesi|akademisi|meclisi|şirketi|partisi|gazetesi|laboratuvarı|rasathanesi|federasyonu"
    "|konfederasyonu|odası|borsası|operası|orkestrası|tiyatrosu"
)
_OTHERS = (
    "havalimanı|limanı|gölü|nehri|dağı|denizi|adası|adaları|savaşı|antlaşması|anlaşması|sarayı|camii|camisi|türbesi"
    "|kalesi|köprüsü|stadı|ödülü"
)
_POSSESSED = re.compile(rf"(?:{_ORGANISATIONS}|{_OTHERS})")
_INSTITUTION = re.compile(
    rf"(?:{_ORGANISATIONS}|[^\W\d_]*(?:konferansı|kuruluşu|anlaşması|sözleşmesi|programı|protokolü|projesi|kanunu|yasası|zirvesi|girişimi|fonu|platformu|forumu|paktı))"
)
# The case of a noun with its possessive, behind what it is of ("yüksek okul binasında").
_OWNED_CASE = re.compile(r"(?P<own>(?P<stem>.{3,}?)(?:(?<=[aeıioöuü])s)?[ıiuü])n(?:d[ae]n?|[ae]|[ıiuü])")
_OWNER_BEFORE = re.compile(r"[^\W\d_]\s+$")
_RELATIONS = frozenset(
    "altında altından üstünde üzerinde üzerinden yanında yanından önünde önünden arkasında arkasından içinde içinden "
    "dışında arasında arasından sonunda sonuna başında başından sırasında hakkında karşısında etrafında ortasında "
    "tarafında tarafından zamanında döneminde yılında ayında gününde haftasında yüzünden sayesinde".split()
)
_HARMONY = str.maketrans("ıuüe", "iiia")
_WITH = re.compile(r"y?l[ae]")
# Endings of common nouns that can be told from their shape: the case after a plural or a plural's possessive.
_PLURAL_CASE = re.compile(r"(?P<stem>.{2,}l[ae]r)(?:[ae]|d[ae]n?)|(?P<of>.{2,}l[ae]r[ıi])n(?:[ıiae]|[ıi]n|d[ae]n?)")
_SINGULAR_CASE = re.compile(r"(?P<own>s?[ıiuü](?=n))?(?:n?[ae]|n?d[ae]n?|n[ıiuü]n?|y[aeıiuü])")
_CASE_OR_COPULA = re.compile(
    r"[yns]?[ıiuü]n?|[yn]?[ae]|(?:s?[ıiuü])?n?[dt][ae]n?|s?[ıiuü]n[ıiuüae]n?|y?l[ae]|(?:[dt][ae])?[dt][ıiuü]r"
)
_COPULA = re.compile(r"(?P<stem>.{3,}?)(?:(?:(?<=[fstkçşhp])t|(?<![fstkçşhp])d)[ıiuü]r|(?<=[aeıioöuü])yd[ıiuü])")
_FINITE = re.compile(r".*(?:m[ıiuü]ş|m[ae]kt[ae]|[ae]c[ae]k|m[ae]z|(?:yıl|ay|gün|hafta|saat|dakika|zaman))")
_POSSESSED_CASE = re.compile(r"n(?:[ıiuü]n?|[ae]|d[ae]n?)|yl[ae]")


def strip_case(span: str, sentence: str | None = None) -> str:
    """Return a span without white space, punctuation and case ending at its ends, as an answer to what or how many.

    "870 bine" → "870 bin", "Gence ve Nahçıvan'da" → "Gence ve Nahçıvan". `sentence` is the text around the span; an
    ending that it goes on with is left alone. Where the stem cannot be told safely the ending stays.
    """
    start, end = strip_case_offsets(span)
    at = sentence.find(span) if sentence and span else -1
    if sentence and at >= 0 and sentence[at + len(span) : at + len(span) + 1].isalpha():
        return span.strip()  # cut inside a word by its maker: what looks like an ending is none
    return span[start:end]


def strip_case_offsets(span: str) -> tuple[int, int]:
    """Return the offsets in `span` of what `strip_case` keeps."""
    if len(span) > _LONGEST:
        return 0, len(span)
    bracketed = re.fullmatch(r"\s*\(([^()]+)\)\s*", span)
    if bracketed:
        return bracketed.span(1)
    named = _BRACKETED.search(span.rstrip())
    cased = _apostrophe_end(span[: named.start()]) if named else None
    if cased is not None:  # "Afet Başkanlığı'nın (AFAD)"
        return len(span) - len(span.lstrip()), cased
    start = len(span) - len(span.lstrip())
    trimmed = span.rstrip() if span.rstrip().endswith(".") and _keeps_stop(span) else _TRAILING.sub("", span)
    if len(trimmed) <= start:
        return start, max(start, len(span.rstrip()))
    for cut in (_quantity_end, _apostrophe_end, _known_word_end):
        end = cut(trimmed)
        if end is not None:
            return start, end
    return start, len(trimmed)


def _keeps_stop(span: str) -> bool:
    """Tell whether the full stop at the end belongs to an abbreviation or initial ("A.Ş.", "4.")."""
    return bool(re.search(r"(?:\b\w{1,2}\.\w{1,2}\.|\b\d{1,2}\.)$", span.rstrip()))


def _quantity_end(span: str) -> int | None:
    if aged := _AGED.search(lower(span)):
        return aged.start("ki")
    weekday = _WEEKDAY.search(lower(span))
    if weekday:
        return weekday.start("day")
    quantities = find_quantities(span)
    if not quantities:
        return None
    last = quantities[-1]
    rest = span[last.end :]
    if last.kind is Kind.YEAR and _YEAR_WORD.fullmatch(lower(rest)):
        return last.end
    if last.text.endswith("dörd"):
        return None
    if rest and lower(rest).lstrip(APOSTROPHES) == last.ending:
        said = case_of(last.ending) or last.ending in _LIK or _PAST.fullmatch(last.ending)
        return last.end if said else None
    if rest in (" da", " de", " ta", " te") and last.kind in (Kind.DATE, Kind.YEAR):
        return last.end
    return _counted_end(span, last)


def _counted_end(span: str, quantity: Quantity) -> int | None:
    """Cut the ending of the noun that a quantity counts, where the lexicon has it ("15 bin kişilik", "23 makaleyi")."""
    match = re.fullmatch(r"\s+([^\W\d_]+)", span[quantity.end :])
    if match is None or quantity.unit is None or is_measure(quantity.unit):
        return None
    word = lower(match[1])
    ending = word[len(quantity.unit) :]
    if word.startswith(quantity.unit) and ending and (case_of(ending) or ending in _LIK or _WITH.fullmatch(ending)):
        return len(span) - len(ending)
    return None


def _apostrophe_end(span: str) -> int | None:
    match = _APOSTROPHE_ENDING.search(span)
    if match is None or len(match[1]) > 8 or match[1][0].isupper():
        return None
    ending = lower(match[1])
    if _ORDINAL.match(ending) or not _is_case(ending):
        return None
    # The apostrophe of "Baytü'l" or "Ta'rīkh" is no suffix; a case ending has a vowel and agrees with the stem.
    word = re.search(r"[^\W\d_]+$", span[: match.start()])
    if word and word[0].islower() and len(word[0]) < 3:
        return None
    return match.start()


def _is_case(ending: str) -> bool:
    return _CASE_OR_COPULA.fullmatch(ending) is not None


def _known_word_end(span: str) -> int | None:
    """Cut the ending of a last word that is known: a country or continent, a possessed institutional noun."""
    match = _LAST_WORD.search(span)
    if match is None:
        return None
    word = lower(match[0])
    if match[0][0].isupper() and word not in turkish_countries() and len(word) > 3:
        tail = " ".join(lower(span).split()[-2:])
        found = None if tail in turkish_countries() else known_stem(word, turkish_countries(), shortest=4)
        if found and case_of(found[1]) and is_inflection(*found):
            return match.start() + len(found[0])
    head = _POSSESSED.match(word)
    if head and _POSSESSED_CASE.fullmatch(word[head.end() :]):
        return match.start() + head.end()
    copula = _COPULA.fullmatch(word) if match[0][0].islower() else None
    stem = copula["stem"] if copula else ""
    known = len(stem) >= _SHORT or stem in turkish_stems()  # "kendir" is hemp, and no copula
    if stem and known and not _FINITE.fullmatch(stem) and is_inflection(stem, word[len(stem) :]):
        return match.start() + len(stem)
    return None


def owned_case_offsets(span: str) -> tuple[int, int]:
    """Return the offsets of a span without the case of a possessed noun at its end as well ("okul binasında").

    In an answer by itself that case may be meant ("Nerede?"); in one of several, or in another language, it is not.
    """
    start, end = strip_case_offsets(span)
    match = _LAST_WORD.search(span[start:end])
    owned = _OWNED_CASE.fullmatch(lower(match[0])) if match else None
    if (
        match is None
        or owned is None
        or lower(match[0]) in _RELATIONS
        or not known_stem(owned["stem"], turkish_stems())
    ):
        return start, end
    behind = _OWNER_BEFORE.search(span[start : start + match.start()])
    return start, start + match.start() + owned.end("own") if behind else end


def _noun_end(item: str) -> int:
    """Return where an item ends without the case of its last word: a plural, or a noun that the lexicon has."""
    match = _LAST_WORD.search(item)
    if match is None or not match[0][0].islower():
        return len(item)
    word = lower(match[0])
    plural = _PLURAL_CASE.fullmatch(word)
    if plural:
        return match.start() + max(plural.end("stem"), plural.end("of"))
    known = known_stem(word, turkish_stems(), shortest=3)
    cased = _SINGULAR_CASE.fullmatch(known[1]) if known else None
    if known and cased and (cased["own"] or word.startswith(known[0])):
        return match.start() + len(known[0]) + max(0, cased.end("own"))
    return len(item)


# --- enumerations ---

_FINAL_LINK = re.compile(r"\s+(?:ve|veya|yahut|ya da|ile|and|or)\s+")
_COMMA = re.compile(r"\s*[,;]\s*(?:(?:ve|veya|ya da|and|or)\s+)?")


def split_list(span: str) -> list[tuple[int, int]]:
    """Return the items of an enumeration as offsets into `span`, [the whole span] where it is none.

    The items stand without the case ending that the last one shares with all; an abbreviation in brackets stays with
    its item. A "ve" divides only the last two items where commas divide the others, and otherwise only where both of
    its sides look like items of their own: "Ticaret ve Ekonomik İşbirliği Komisyonu" is one item.
    """
    start, end = strip_case_offsets(span)
    if len(span) > _LONGEST:
        return [(start, end)]
    pieces = _pieces(span, start, end, _COMMA)
    if len(pieces) > 1:
        first = pieces[-1][0]
        after_comma = bool(re.search(r"(?:ve|veya|ya da|and|or)\s+$", span[:first]))
        if not after_comma:
            pieces[-1:] = _last_two(span, pieces)
    else:
        pieces = _sides(span, start, end)
    items = [trimmed for piece in pieces if (trimmed := _trim(span, *piece))[1] > trimmed[0]] or [(start, end)]
    if len(items) > 1:
        first, last = items[-1]
        items[-1] = first, first + _noun_end(span[first:last])
        ending = lower(_TRAILING.sub("", span)[items[-1][1] :]).translate(_HARMONY)
        # "türkülerin, şiirin ve ozanların": each has the case that is taken off the last one.
        items[:-1] = [
            (a, a + _noun_end(span[a:b]))
            if ending and lower(span[a:b]).translate(_HARMONY).endswith(ending)
            else (a, b)
            for a, b in items[:-1]
        ]
    return items


def _pieces(span: str, start: int, end: int, link: re.Pattern[str]) -> list[tuple[int, int]]:
    """Cut at links outside of brackets and quotes; a comma between figures ("8,9") is no link."""
    pieces, position = [], start
    for match in link.finditer(span, start, end):
        around = span[match.start() - 1 : match.start()] + span[match.end() : match.end() + 1]
        if not _is_closed(span[start : match.start()]) or (match[0] == "," and around.isdigit()):
            continue
        pieces.append((position, match.start()))
        position = match.end()
    return [*pieces, (position, end)]


def _last_two(span: str, pieces: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Cut the last piece of a comma list at the "ve" before the last item.

    A name can hold a "ve" of its own. Where the other items end like institutions ("… Teşkilatı"), both sides of the
    right "ve" do too; without that help the first "ve" divides.
    """
    first, last = pieces[-1]
    links = _open_links(span, first, last)
    bracketed = [link for link in links if span[: link.start()].endswith(")")]
    if bracketed and sum(span[start:end].endswith(")") for start, end in pieces[:-1]) * 2 > len(pieces[:-1]):
        links = bracketed
    elif pieces[:-1] and all(_is_institution(span[start:end]) for start, end in pieces[:-1]):
        links = [link for link in links if _is_institution(span[first : link.start()])]
    if not links:
        return [(first, last)]
    return [(first, links[0].start()), (links[0].end(), last)]


def _open_links(span: str, start: int, end: int) -> list[re.Match[str]]:
    """Return the final links outside of brackets; where one of several is not "ve", it alone ("A ve B ile C ve D")."""
    links = [link for link in _FINAL_LINK.finditer(span, start, end) if _is_closed(span[start : link.start()])]
    others = [link for link in links if link[0].strip() not in ("ve", "and")]
    return others if len(others) == 1 < len(links) else links


def _is_closed(text: str) -> bool:
    return text.count("(") == text.count(")") and text.count('"') % 2 == 0 and text.count("“") == text.count("”")


def _is_institution(item: str) -> bool:
    word = _LAST_WORD.search(_BRACKETED.sub("", item.rstrip()))
    return word is not None and _INSTITUTION.fullmatch(lower(word[0])) is not None


def _sides(span: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut a span without commas at its "ve" where both sides look like items."""
    links = _open_links(span, start, end)
    if len(links) != 1:
        return [(start, end)]
    link = links[0]
    left, right = span[start : link.start()], span[link.end() : end]
    return [(start, link.start()), (link.end(), end)] if _look_like_items(left, right) else [(start, end)]


def _look_like_items(left: str, right: str) -> bool:
    left_words, right_words = left.split(), right.split()
    if not left_words or not right_words:
        return False
    joint = _is_institution(right) and not _is_institution(left)
    # "Ticaret ve Ekonomik İşbirliği Komisyonu": the head at the end belongs to both sides.
    if joint and (left_words[0][0].isupper() or len(left_words) == 1) and len(right_words) > 1:
        return False
    counted = any(side[0].isdigit() for side in (left_words[0], right_words[0]))
    return counted or left_words[-1][0].isupper() == right_words[0][0].isupper()


def _trim(span: str, start: int, end: int) -> tuple[int, int]:
    """Take white space, lead words and apostrophe endings off one item."""
    text = span[start:end]
    lead = len(text) - len(text.lstrip())
    joined = re.match(r"(?:hem|ve|ile|veya)\s+", text[lead:])
    lead += joined.end() if joined else 0
    body = len(text.rstrip())
    cut = None if _BRACKETED.search(text) else _apostrophe_end(text[:body])
    return start + lead, start + (cut if cut is not None else body)

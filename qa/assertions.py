"""What a yes/no question asserts: its words, figures and focus, whether it denies, compares, counts all or only."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from qa.lexicon import translations
from qa.operations import Label, comparative, counted_noun_of, make_label
from qa.quantities import Kind, Quantity, find_quantities
from qa.terms import Term, find_terms
from qa.text import fold

_PARTICLE = re.compile(r"\b(?:mi|mu)(?:dir|dur|ydi|ydu|yim|yiz|sin|ymis|ymus)?\b")
# Endings with which a Turkish verb is finite; a word with one before the particle is the predicate, not the focus.
_FINITE = re.compile(
    r"(?:[dt][iu](?:lar|ler)?|m[iu]s(?:t[iu]r?|lar|ler)?|yor(?:du|lar|mus)?|[ae]c[ae]k(?:t[iu]r?|lar|ler)?|(?<![lsy])[ae]r(?:lar|ler)?|[iu]r(?:lar|ler|d[iu])?|m[ae]z|"
    r"m[ae]kt[ae]|var|yok|degil|[ae]bil[ia]\w*)$"
)
_NEGATED = re.compile(
    r"\b(?:degil\w*|yok(?:tu|tur)?|hic(?:bir)?)\b|\w{2,}(?:m[ae]d[iu]|m[iu]yor|m[ae]y[ae]c[ae]|m[ae]m[iu]s|m[ae]z|m[ae]mis)(?:\w{0,6})\b|\w{3,}m[ae]d[ae]n\b"
)
_DENIED_NOUN = re.compile(r"\w{2,}m[ae]m[ae](?:s|k|y|n)\w*|\w{2,}m[ae]d[iu]g\w+")
_NEGATED_EN = re.compile(r"n't\b|\bnot\b|\bnever\b|\bno\b|\bwithout\b", re.IGNORECASE)
_ALL = {
    "tr": re.compile(r"\b(?:tum|butun|hepsi\w*|tamami\w*|her (?:bir|iki)?|herkes\w*|hicbir\w*)\b"),
    "en": re.compile(r"\b(?:all|every|everyone|everybody|each|entire|whole|both|none)\b"),
}
_HALF = {
    "tr": re.compile(r"\byaris\w+ (?:fazla|cog)\w*|\bcogu(?:nlugu)?\b"),
    "en": re.compile(r"\b(?:more than half|over half|most of|the majority)\b"),
}
_LIMITED = re.compile(r"\b(?:yalnizca|sadece|bir (?:bolumu|kismi)|yarisi|cogu|haric|disinda|bazi\w*|yalniz)\b")
_MOST = {
    "tr": re.compile(
        r"\ben (?:cok|fazla|yuksek|buyuk|uzun|kalabalik|genis|pahali|derin|agir|yogun|yasli|az|dusuk|kucuk|kisa|ucuz|genc)\b"
    ),
    "en": re.compile(
        r"\b(?:the )?(?:most|largest|biggest|highest|longest|greatest|heaviest|oldest|widest|deepest|busiest|least|fewest|smallest|shortest|lowest|youngest|cheapest)\b"
    ),
}
_LEAST = re.compile(r"\b(?:az|dusuk|kucuk|kisa|ucuz|genc|least|fewest|smallest|shortest|lowest|youngest|cheapest)\b")
# Folded stems of words that exclude each other.
_OPPOSITES = tuple(
    tuple(side.split() for side in pair.split("/"))
    for pair in (
        "artti artis artir yuksel cogal buyudu buyume ilerle/azal dus gerile kucul eksil daral indi dusus", "acil acik acti/kapan kapali kapat",
        "basla/bitti biter sona tamamla", "kazan galip yen/kaybet yenil maglup", "ihracat ihrac/ithalat ithal", "kuzey/guney", "dogu/bati", "ilk birinci/son sonuncu",
        "yuksek/dusuk alcak", "buyuk/kucuk", "uzun/kisa", "genis/dar", "pahali/ucuz", "yasli/genc", "agir/hafif", "derin/sig", "kadin kiz/erkek",
        "sabah/aksam", "gunduz/gece", "yaz/kis", "yeni/eski", "geldi gelen/gitti giden", "giris/cikis", "ucretsiz bedava/ucretli", "iceri ic/disari dis",
        "dogdu/oldu vefat", "aldi alan satin/satti sati", "kolay/zor", "olumlu/olumsuz", "ozel/devlet kamu", "yerli/yabanci", "anne/baba", "on/arka", "ust/alt",
        "kurul/kapatil feshed", "artan/azalan", "kabul/reddet ret", "ertele iptal/gerceklesti", "sicak/soguk", "zengin/yoksul", "hizli/yavas", "once/sonra",
        "birinci/ikinci ucuncu dorduncu", "ikinci/birinci ucuncu", "ucuncu/birinci ikinci",
    )
)  # fmt: skip
_UP = (
    "art",
    "yuksel",
    "cogal",
    "buyu",
    "cik",
    "ilerle",
    "genisle",
    "uzad",
    "rise",
    "rose",
    "grow",
    "grew",
    "increase",
    "climb",
    "expand",
    "went up",
)
_DOWN = ("azal", "dus", "gerile", "kucul", "eksil", "daral", "kisal", "ind", "fall", "fell", "drop", "decline", "decrease", "shrink", "shrank",
         "slip", "went down", "lower", "reduce")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Assertion:
    """What a yes/no question asserts.

    `focus` is what the Turkish particle stands after, where that is no verb; `direction` is 1 for a rise, -1 for a fall,
    0 for neither; `most` tells of a superlative and `least` of its direction.
    """

    question: str
    language: str
    terms: tuple[Term, ...]
    quantities: tuple[Quantity, ...]
    focus: tuple[Term, ...]
    negated: bool
    universal: bool
    majority: bool
    most: bool
    least: bool
    direction: int


def read_assertion(question: str, language: str) -> Assertion:
    """Read a yes/no question."""
    folded = fold(question)
    terms = _with_superlatives(question, folded, language)
    focus = _focus(question, folded, terms) if language == "tr" else ()
    negated = (
        bool(_NEGATED_EN.search(question))
        if language == "en"
        else bool(_NEGATED.search(folded) or _DENIED_NOUN.search(folded))
    )
    most = _MOST[language].search(folded)
    return Assertion(
        question, language, terms, tuple(find_quantities(question, language)), focus, negated,
        bool(_ALL[language].search(folded)), bool(_HALF[language].search(folded)), bool(most),
        bool(most and _LEAST.search(most[0])), direction_of(folded, language),
    )  # fmt: skip


_ADJECTIVES = {
    "lowest": "düşük alçak", "highest": "yüksek", "largest": "büyük geniş", "biggest": "büyük", "smallest": "küçük", "longest": "uzun",
    "shortest": "kısa", "oldest": "eski yaşlı", "youngest": "genç", "newest": "yeni", "deepest": "derin", "widest": "geniş", "busiest": "yoğun",
    "heaviest": "ağır", "cheapest": "ucuz", "expensive": "pahalı", "populous": "kalabalık", "crowded": "kalabalık", "fastest": "hızlı",
    "tallest": "yüksek uzun", "richest": "zengin", "earliest": "erken eski", "latest": "son yeni", "greatest": "büyük fazla",
}  # fmt: skip
_EXTREMES_EN = {"first": ("ilk", "birinci"), "last": ("son", "sonuncu"), "last-placed": ("sonuncu",)}
_SUPERLATIVE_EN = re.compile(
    r"\b(?:the |season's |'s )?(?:most (?P<long>\w+)|(?P<short>\w{3,}est)|(?P<extreme>first|last))\b"
)


def _with_superlatives(question: str, folded: str, language: str) -> tuple[Term, ...]:
    """Return the terms of a question, superlatives as what the text writes for them: "largest" as "en büyük"."""
    terms = find_terms(question, language)
    if language == "tr":
        return tuple(
            replace(term, forms=tuple(f"en {form}" for form in term.forms))
            if re.search(r"\ben\s+$", folded[: term.start]) else term
            for term in terms
        )  # fmt: skip
    found = []
    for match in _SUPERLATIVE_EN.finditer(folded):
        if match["extreme"]:
            forms = _EXTREMES_EN[match["extreme"]]
        else:
            word = match["long"] or match["short"]
            turkish = _ADJECTIVES.get(word) or " ".join(form for form in translations(word) if not form.endswith("-"))
            forms = tuple(f"en {fold(form)}" for form in turkish.split())
            forms += ("en cok", "en fazla") if match["long"] else ()
        if forms:
            name = "extreme" if match["extreme"] else "long" if match["long"] else "short"
            found.append(Term(match.start(name), match.end(name), match[name], forms))
    rest = [term for term in terms if not any(t.start <= term.start < t.end for t in found)]
    return tuple(sorted([*rest, *found], key=lambda term: term.start))


def _focus(question: str, folded: str, terms: tuple[Term, ...]) -> tuple[Term, ...]:
    particle = _PARTICLE.search(folded)
    if particle is None:
        return ()
    before = re.findall(r"[\w'’]+", folded[: particle.start()])
    behind = folded[particle.end() :].strip(" ?.!")
    if not before or (not behind and _FINITE.search(before[-1]) and "'" not in before[-1]):
        return ()
    inside = [term for term in terms if term.end <= particle.start()]
    if not inside or fold(inside[-1].text) not in before[-1]:
        return ()
    focus = [inside[-1]]
    # A name of several words is in focus as a whole.
    while (
        inside[-1].name
        and len(inside) > len(focus)
        and inside[-len(focus) - 1].name
        and (question[inside[-len(focus) - 1].end : focus[0].start].strip() == "")
    ):
        focus.insert(0, inside[-len(focus) - 1])
    return tuple(focus)


def is_superlative(term: Term) -> bool:
    """Tell whether a term is a superlative ("en büyük")."""
    return term.forms[0].startswith("en ")


def is_verb(term: Term, language: str) -> bool:
    """Tell whether a term reads as a verb, which a text often words otherwise."""
    if language == "en":
        folded = fold(term.text)
        return folded.endswith(("ed", "ing")) or any(verb.endswith("-") for verb in translations(folded))
    return not term.name and bool(_FINITE.search(fold(term.text)))


def direction_of(folded: str, language: str) -> int:
    """Return 1 where a folded text tells of a rise, -1 of a fall, 0 of neither or both."""
    tokens = re.findall(r"\w+", folded)
    exclude = ("buyuk", "indirim", "cikar", "dusun", "artik")
    up = any(token.startswith(_UP) and not token.startswith(exclude) for token in tokens)
    down = any(token.startswith(_DOWN) and not token.startswith(exclude) for token in tokens)
    return int(up) - int(down)


def is_negated(text: str) -> bool:
    """Tell whether a Turkish clause is denied ("açılmadı", "değil", "yok")."""
    return bool(_NEGATED.search(fold(text)))


def is_limited(text: str) -> bool:
    """Tell whether a Turkish text speaks of a part only ("yalnızca", "bir bölümü", "dışında")."""
    return bool(_LIMITED.search(fold(text)))


def opposite_forms(term: Term) -> list[str]:
    """Return the folded Turkish stems that exclude what a term says."""
    found: list[str] = []
    for sides in _OPPOSITES:
        for side, other in (sides, sides[::-1]):
            if any(form == stem or (len(stem) > 3 and form.startswith(stem)) for form in term.forms for stem in side):
                found += other
    return found


# --- comparisons between two things ---

_THAN = re.compile(
    r"\bthan\s+(?:(?:in|at|on|to|from|by|those|that|the one|the ones|did|of)\s+)*(?P<other>[^?]+)", re.IGNORECASE
)
_VERB = re.compile(r"\b(?:outnumber(?:s|ed)?|exceed(?:s|ed)?|surpass(?:es|ed)?|outweigh(?:s|ed)?)\b", re.IGNORECASE)
_ABLATIVE = re.compile(
    r"(?P<other>[\w'’]+(?:[dt][ae]n|[ae](?=\s+gore)))(?:\s+gore)?\s+(?:\w+\s+){0,2}?(?P<daha>daha\s+(?:(?:mi|mu)\s+)?)?(?P<word>\w+)"
)
_BEFORE_EVENT = re.compile(r"(?P<verb>\w+m[ae]d[ae]n) once\s+")
_TAIL_EN = re.compile(r"\b(?:did|does|do|was|were|is|are|has|had)\b.*$", re.IGNORECASE)
_LEAD_EN = re.compile(
    r"^\W*(?:is|are|was|were|do|does|did|has|have|had|will|can|could|would)\s+(?:there\s+)?", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Contest:
    """What a yes/no question compares: the first thing is said to have more (or less) than the second."""

    labels: tuple[Label, Label]
    word: str
    counted: Term | None = None


def read_contest(question: str, language: str) -> Contest | None:
    """Read "Is A longer than B?", "Do A outnumber B?", "A B'den daha uzun mu?"; None where two things are not compared."""
    contest = _english_contest(question) if language == "en" else _turkish_contest(question)
    return replace(contest, counted=counted_noun_of(question, language)) if contest else None


def _english_contest(question: str) -> Contest | None:
    bare = question.strip().rstrip("?!. ")
    verb = _VERB.search(bare)
    if verb and _is_figure(bare[verb.end() :], "en"):
        return None
    if verb:
        first, second = _LEAD_EN.sub("", bare[: verb.start()]).strip(), bare[verb.end() :]
        return Contest((make_label(first, "en", question), make_label(_head_en(second), "en", question)), "more")
    than = _THAN.search(bare)
    if than is None or _is_figure(than["other"], "en"):
        return None
    word = comparative(bare[: than.start()], "en")
    if word is None:
        return None
    other = _TAIL_EN.sub("", than["other"]).strip()
    first = _LEAD_EN.sub("", bare[: than.start()]).strip()
    if word == "more" or word in ("fewer", "less"):
        # "more nurses than doctors", "more passengers fly to Cairo than to Vienna": what is like `other` is the first.
        last = re.split(rf"\b{word}\b", first, flags=re.IGNORECASE)[-1].strip()
        before = re.split(rf"\b{word}\b", first, flags=re.IGNORECASE)[0].strip()
        first = _like(last, before, bare[than.start() :])
    return Contest((make_label(first, "en", question), make_label(_noun_phrase(other), "en", question)), word)


def _head_en(text: str) -> str:
    return re.split(r"\b(?:among|in|at|on|of|during)\b", text)[0].strip()


def _noun_phrase(text: str) -> str:
    """Return a phrase up to its first verb."""
    kept: list[str] = []
    for word in text.split():
        verbs = translations(fold(word))[:1]
        if kept and word.islower() and verbs and verbs[0].endswith("-"):
            break
        kept.append(word)
    return " ".join(kept)


def _like(last: str, before: str, than: str) -> str:
    """Return the part of "more …" that is set against what follows "than": after the same preposition, else the noun."""
    preposition = re.match(r"than\s+(?:did\s+)?(in|at|on|to|from|by|for)\b", than, re.IGNORECASE)
    if preposition:
        return re.split(rf"\b{preposition[1]}\b", last, flags=re.IGNORECASE)[-1].strip()
    time = re.search(r"\b(this|last|next|previous)\s+\w+\s*$", last)
    return time[0] if time else last if not before or len(last.split()) <= 2 else before


def _is_figure(text: str, language: str) -> bool:
    found = find_quantities(text, language)
    return (
        bool(found) and found[0].start <= 4 and found[0].kind not in (Kind.YEAR, Kind.DATE, Kind.ORDINAL, Kind.PERIOD)
    )


def _ablatives(folded: str) -> Iterator[re.Match[str]]:
    at = 0
    while match := _ABLATIVE.search(folded, at):
        yield match
        at = match.end("other")


def _turkish_contest(question: str) -> Contest | None:
    folded = fold(question)
    event = _BEFORE_EVENT.search(folded)
    if event:
        first, second = question[event.end() :], question[: event.start("verb")]
        return Contest((make_label(first, "tr", question), make_label(second, "tr", question)), "once")
    for match in _ablatives(folded):
        word = match["word"] if match["word"] else ""
        if comparative(f"daha {word}", "tr") != word:
            continue
        follows = folded[match.end("other") : match.start("word")].strip() == ""
        amount = word in ("cok", "fazla", "az", "once", "sonra") and follows
        if not match["daha"] and not amount and not re.match(r"\s*(?:mi|mu)", folded[match.end() :]):
            continue
        if not match["daha"] and re.search(r"m[ae]d[ae]n$|[dt][iu]kt[ae]n$", match["other"]):
            continue
        start, end = match.span("other")
        if any(q.start < end and start < q.end for q in find_quantities(question) if any(c.isdigit() for c in q.text)):
            return None
        label = re.sub(r"['’]?(?:n?k[ıiuü]nd[ae]n|n?[dt][ae]n|[ny]?[ae])$", "", question[start:end])
        before = question[:start].rstrip()
        last = before.rpartition(" ")
        if last[0] and not before.endswith(","):
            before, label = last[0], f"{last[2]} {label}"
        first = before.strip(" ,") or question[match.end() :].strip()
        if amount and not re.match(r"\s*(?:mi|mu)", folded[match.end() :]):
            particle = _PARTICLE.search(folded, match.end())
            first = question[match.end() : particle.start()] if particle else first
        return Contest((make_label(first, "tr", question), make_label(label, "tr", question)), word)
    return None

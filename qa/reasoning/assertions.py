"""What a yes/no question asserts: its words, figures and focus, whether it denies, compares, counts all or only."""

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from qa.quantities import Quantity, find_quantities
from qa.text import fold, lower
from qa.words.inflection import known_stem
from qa.words.lexicon import translations, turkish_stems
from qa.words.terms import Term, spans_of_both, telling_terms

PARTICLE = re.compile(r"\b(?:mi|mu)(?:dir|dur|ydi|ydu|yim|yiz|sin|ymis|ymus)?\b")
# Endings with which a Turkish verb is finite; a word with one before the particle is the predicate, not the focus.
_FINITE = re.compile(
    r"(?:[dt][iu](?:lar|ler)?|m[iu]s(?:t[iu]r?|lar|ler)?|yor(?:du|lar|mus)?|[ae]c[ae]k(?:t[iu]r?|lar|ler)?|"
    r"(?<![lsy])[ae]r(?:lar|ler)?|[iu]r(?:lar|ler|d[iu])?|m[ae]z|"
    r"m[ae]kt[ae]|var|yok|degil|[ae]bil[ia]\w*)$"
)
_PAST = re.compile(r".*(?:[dt][ıiuü]r?|m[ıiuü]ş)")
_NEGATED = re.compile(
    r"\b(?:degil\w*|yok(?:tu|tur)?|hic(?:bir)?)\b|\w{2,}(?:m[ae]d[iu]|m[iu]yor|m[ae]y[ae]c[ae]|m[ae]m[iu]s|"
    r"m[ae]m[ae]kt[ae]|m[ae]z|m[ae]mis)(?:\w{0,6})\b|\w{3,}m[ae]d[ae]n\b"
)
_REASON = re.compile(r"\b\w+m[ae](?:d[iu]g|y[ae]c[ae]g|m[ae])\w+ (?:icin|nedeniyle|gerekcesiyle|sebebiyle|halde)\b")
_DENIED_NOUN = re.compile(r"\w{2,}m[ae]m[ae](?:s|k|y|n)\w*|\w{2,}m[ae]d[iu]g\w+")
_DENIED_PARTICIPLE = re.compile(r"\b\w{2,}m[ae]y[ae]n\w*\b")
_WITHOUT_EN = re.compile(r"\bnot\b|n['’]t\b|\b(?:without|failed to|yet to|unspent|unsold|unused|unpaid)\b")
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
        r"\ben (?:cok|fazla|yuksek|buyuk|uzun|kalabalik|genis|pahali|derin|agir|yogun|yasli|az|dusuk|kucuk|kisa|"
        r"ucuz|genc)\b"
    ),
    "en": re.compile(
        r"\b(?:the )?(?:most|largest|biggest|highest|longest|greatest|heaviest|oldest|widest|deepest|busiest|"
        r"least|fewest|smallest|shortest|lowest|youngest|cheapest)\b"
    ),
}
_LEAST = re.compile(r"\b(?:az|dusuk|kucuk|kisa|ucuz|genc|least|fewest|smallest|shortest|lowest|youngest|cheapest)\b")
# Folded stems of words that exclude each other.
_OPPOSITES = tuple(
    tuple(side.split() for side in pair.split("/"))
    for pair in (
        "artti artis artir yuksel cogal buyudu buyume ilerle/azal dus gerile kucul eksil daral indi dusus",
        "acil acik acti/kapan kapali kapat",
        "basla/bitti biter sona tamamla", "kazan galip yen/kaybet yenil maglup", "ihracat ihrac/ithalat ithal",
        "kuzey/guney", "dogu/bati", "ilk birinci/son sonuncu",
        "yuksek/dusuk alcak", "buyuk/kucuk", "uzun/kisa", "genis/dar", "pahali/ucuz", "yasli/genc", "agir/hafif",
        "derin/sig", "kadin kiz/erkek",
        "sabah/aksam", "gunduz/gece", "yaz/kis", "yeni/eski", "geldi gelen/gitti giden", "giris/cikis",
        "ucretsiz bedava/ucretli", "iceri ic/disari dis",
        "dogdu/oldu vefat", "aldi alan satin/satti sati", "kolay/zor", "olumlu/olumsuz", "ozel/devlet kamu",
        "yerli/yabanci", "anne/baba", "on/arka", "ust/alt",
        "kurul/kapatil feshed", "artan/azalan", "kabul/reddet ret", "ertele iptal/gerceklesti", "sicak/soguk",
        "zengin/yoksul", "hizli/yavas", "once/sonra",
        "birinci/ikinci ucuncu dorduncu", "ikinci/birinci ucuncu", "ucuncu/birinci ikinci",
    )
)  # fmt: skip
_RISES = {
    "tr": ("art", "yuksel", "cogal", "buyu", "cik", "ilerle", "genisle", "uzad"),
    "en": ("rise", "rising", "rose", "grow", "grew", "increas", "climb", "expand", "went up", "gone up", "fill up"),
}
_FALLS = {
    "tr": ("azal", "dus", "gerile", "kucul", "eksil", "daral", "kisal", "ind", "inmis", "iniyor"),
    "en": ("fall", "fell", "drop", "declin", "decreas", "shrink", "shrank", "shrunk", "slip", "went down", "gone down",
           "lower", "reduc"),
}  # fmt: skip
_BECOMES = re.compile(
    r"\b(?:get|gets|got|gotten|become|becomes|became|grow|grew)\s+(?:any\s+|much\s+|even\s+)?"
    r"(?:more\s+|(?P<less>less)\s+)?(?P<word>(?:short|long|small|bigg|larg|high|low|cheap|dear|slow|fast|weak|strong|light|"
    r"heavi|narrow|wid|warm|cold|hott|old|young|busi|easi|hard|few|earli|lat|rich|poor)er|expensive|crowded|popular|frequent)\b"
)
_LESSER = frozenset("shorter smaller lower cheaper fewer slower weaker lighter narrower younger earlier".split())
_NO_CHANGE = ("buyuk", "indirim", "cikar", "dusun", "artik", "dusuk", "fallen ")


@dataclass(frozen=True, slots=True)
class Assertion:
    """What a yes/no question asserts.

    `focus` is what the Turkish particle stands after, where that is no verb; `direction` is 1 for a rise, -1 for a
    fall, 0 for neither; `most` tells of a superlative and `least` of its direction.
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
    least = superlative_of(folded, language)
    both = spans_of_both(question)
    plain = re.sub(r"-(?=\w+est\b)", " ", question)  # "second-largest"
    quantities = [q for q in find_quantities(plain, language) if not any(a <= q.start < b for a, b in both)]
    # "The first" is met as a word ("ilk"), which is no figure of the text.
    quantities = [q for q in quantities if q.value != 1 or not any(t.start <= q.start < t.end for t in terms)]
    return Assertion(
        question, language, terms, tuple(quantities), focus, negated,
        bool(_ALL[language].search(folded)), bool(_HALF[language].search(folded)),
        least is not None, bool(least), direction_of(folded, language),
    )  # fmt: skip


_ADJECTIVES = {
    "lowest": "düşük alçak", "highest": "yüksek", "largest": "büyük geniş", "biggest": "büyük",
    "smallest": "küçük", "longest": "uzun",
    "shortest": "kısa", "oldest": "eski yaşlı", "youngest": "genç", "newest": "yeni", "deepest": "derin",
    "widest": "geniş", "busiest": "yoğun",
    "heaviest": "ağır", "cheapest": "ucuz", "expensive": "pahalı", "populous": "kalabalık",
    "crowded": "kalabalık", "fastest": "hızlı",
    "tallest": "yüksek uzun", "richest": "zengin", "earliest": "erken eski", "latest": "son yeni",
    "greatest": "büyük fazla",
}  # fmt: skip
_EXTREMES_EN = {"first": ("ilk", "birinci"), "last": ("son", "sonuncu"), "last-placed": ("sonuncu",)}
_SUPERLATIVE_EN = re.compile(
    r"\b(?:the |season's |'s )?(?:most (?P<long>\w+)|(?P<short>\w{3,}est)|(?P<extreme>first|last))\b"
)


def _with_superlatives(question: str, folded: str, language: str) -> tuple[Term, ...]:
    """Return the terms of a question, superlatives as what the text writes for them: "largest" as "en büyük"."""
    terms = telling_terms(question, language)
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
    for match in re.finditer(r"\b(?:everyone|everybody)\b", folded):
        found.append(Term(match.start(), match.end(), match[0], ("herkes",)))
    rest = [term for term in terms if not any(t.start <= term.start < t.end for t in found)]
    return tuple(sorted([*rest, *found], key=lambda term: term.start))


def _focus(question: str, folded: str, terms: tuple[Term, ...]) -> tuple[Term, ...]:
    particle = PARTICLE.search(folded)
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
    owner = inside[-2] if len(inside) > 1 and not inside[-1].name else None
    if owner and owner.name and not question[owner.end : inside[-1].start].strip():
        focus.insert(0, owner)  # "Norveç hükümeti mi"
    return tuple(focus)


def is_superlative(term: Term) -> bool:
    """Tell whether a term is a superlative ("en büyük")."""
    return term.forms[0].startswith("en ")


def is_verb(term: Term, language: str) -> bool:
    """Tell whether a term reads as a verb, which a text often words otherwise."""
    if language == "en":
        folded = fold(term.text)
        usual = translations(folded)[:1]
        if any(word.endswith("-") for word in usual) or direction_of(folded, "en") != 0:
            return True
        return folded.endswith("ed") or (folded.endswith("ing") and not usual)  # "spending" is a noun
    if term.name or not _FINITE.search(fold(term.text)):
        return False
    noun = known_stem(lower(term.text), turkish_stems())  # "mısır" and "hasadı" only end like verbs
    return noun is None or bool(_PAST.fullmatch(noun[1]))


def direction_of(folded: str, language: str) -> int:
    """Return 1 where a folded text tells of a rise, -1 of a fall, 0 of neither or both."""
    spoken = re.findall(r"\w+", folded)
    tokens = [*spoken, *(" ".join(pair) for pair in pairwise(spoken))]
    changing = [token for token in tokens if not token.startswith(_NO_CHANGE)]
    if direction := _becoming(folded, language):
        return direction
    up, down = (any(token.startswith(words) for token in changing) for words in (_RISES[language], _FALLS[language]))
    return int(up) - int(down)


def _becoming(folded: str, language: str) -> int:
    """Return 1 for "get longer" or "become more expensive", -1 for "get any shorter", 0 for neither."""
    found = _BECOMES.search(folded) if language == "en" else None
    if found is None:
        return 0
    return -1 if found["less"] or found["word"] in _LESSER else 1


def is_negated(text: str) -> bool:
    """Tell whether a Turkish clause is denied ("açılmadı", "değil", "yok"), and not just the reason that it gives."""
    return bool(_NEGATED.search(_REASON.sub("", fold(text))))


# What a text itself leaves open: "oynayıp oynamayacağı belli değil", "Oslo'da mı yoksa Bergen'de mi yapılacağı".
_OPEN = re.compile(
    r"\b(?:belli|kesin) degil\b|\b(?:bilinmiyor|belirsiz\w*|kesinlesmedi|netlesmedi)\b|\b(\w{2,})[iu]p \1m[ae]\w+|"
    r"\byoksa\b|\b(?:mi|mu) \w*[ae]cag\w+"
)


def is_left_open(text: str) -> bool:
    """Tell whether a Turkish text says of a thing that it is not known or decided."""
    return bool(_OPEN.search(fold(text)))


def is_denied(question: str, language: str) -> bool:
    """Tell whether a question asks for what is not so ("kaç eser satılmadı", "belge alamayan kaç kişi")."""
    if language == "en":
        return bool(_WITHOUT_EN.search(question))
    return is_negated(question) or bool(_DENIED_PARTICIPLE.search(fold(question)))


def is_limited(text: str) -> bool:
    """Tell whether a Turkish text speaks of a part only ("yalnızca", "bir bölümü", "dışında")."""
    return bool(_LIMITED.search(fold(text)))


def superlative_of(folded: str, language: str) -> bool | None:
    """Tell whether the superlative of a folded text asks for the least (True) or the most (False), None for none."""
    found = _MOST[language].search(folded)
    return bool(_LEAST.search(found[0])) if found else None


def opposite_forms(term: Term) -> list[str]:
    """Return the folded Turkish stems that exclude what a term says."""
    found: list[str] = []
    for sides in _OPPOSITES:
        for side, other in (sides, sides[::-1]):
            if any(form == stem or (len(stem) > 3 and form.startswith(stem)) for form in term.forms for stem in side):
                found += other
    return found

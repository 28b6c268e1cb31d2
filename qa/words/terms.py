"""The content words of a question, and where a Turkish text speaks of them.

An English word is looked up in the lexicon and in CLDR; a name also meets its Turkish spelling by sound. Two Turkish
word forms agree where they share a stem: their first five letters, or a shorter beginning after which both go on with
endings.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from qa.lexical import STOPWORDS
from qa.quantities import find_quantities
from qa.quantities.units import months
from qa.text import Word, fold, lower, words
from qa.words.cities import turkish_cities
from qa.words.hyponyms import hyponyms
from qa.words.inflection import known_stem
from qa.words.lexicon import translations, turkish_nouns, turkish_stems
from qa.words.names import country_names, similarity, translate_terms, turkish_countries
from qa.words.synonyms import synonyms

_PHRASE = 3  # words of the longest phrase that is looked up as one
_NEAR = 0.82  # similarity from which two spellings are one name
_SHARED = 0.4  # share of the shorter word that two forms must have in common
_SHORT = 4  # letters of a noun whose first three begin many other words
_HARD = str.maketrans("bdg", "ptk")
_ENDINGS = re.compile(
    r"(?:l[ae]r|[yns]?[iu]n?|[yn]?[ae]|n?t[ae]n?|n?t[ae]k[iu]|l[iu]k?|k[iu]|c[aeiu]|m[iu]s|t[iu]r?|[iu]?yor|"
    r"m[ae]k?|[iu]?[ln]|yl[ae]|"
    r"[ae]?c[ae]k|[iau]?r|s[ae]|[iu]?nc[iu]|[iu]p|ken|t[iu]k|[iu]s|[aiu]k|[iu]?m)*"
)
_NAME_ENDING = re.compile(
    r"(?:l[ae]r)?(?:l[iu](?:l[ae]r)?)?(?:s[iu]|[iu])?(?:n?[dt][ae]n?|[yn]?[ae]|n?[iu]n|[yns]?[iu]|"
    r"y?l[ae])?(?:ki|dir|tir|ydi)?"
)
_INFLECTED = re.compile(r"^.{3,}(?:l[ae]r(?:[ıi]n?(?:[dt][ae]n?)?)?|[bcçdfgğhjklmnprsştvyz][ıiuü]n|n?[dt][ae]n?)$")
# Folded words that ask, compare or link: they say how the answer is to be found, not what it is about.
_OPERATORS = frozenset(
    "daha fazla cok az mi mu mudur midir miydi muydu kac kaci hangisi hangi hangileri kim kimin ne kadar ise yoksa "
    "degil var yok mu oldu olarak en gore fark farki arasinda arasindaki toplam toplamda toplami sayi sayisi "
    "sayilari sayisindan sayisinin sayisina fazlaydi farkli ayri degisik cesit cesitli gun gunu gunleri gununde yil "
    "yili yilinda ay ayi ayinda tarihinde kadar once sonra ayni kaci misli kati kat butun tum hepsi sadece yalnizca "
    "different separate distinct kinds kind types type various number more less fewer than most least how many much "
    "which what who where when whose was were is are do does did has have had difference between total altogether "
    "combined together sum all only every same first longer both either there any it its they their by in of at on "
    "the a an to from and or be been not no than ever also times as".split()
)
# Words that tell when a thing holds or link what is said, and do not have to stand in a text for it to say so.
_LEANING = frozenset(
    "olan olanlar olanlarin olanlari olanlara olana olduktan olunca olmasi olmasina dair iliskin yonelik kiyasla "
    "nazaran oranla bugun hala halen halihazirda "
    "already still yet currently nowadays also too well ever even just actually really herself himself itself "
    "themselves years months weeks days after before later earlier".split()
)
# The two that a text is about, whatever it calls them.
_BOTH = re.compile(
    r"\b(?:the two|both) (?:countries|nations|states|sides|parties|governments)\b|"
    r"\b(?:her )?iki (?:ulke|devlet|taraf|hukumet)(?:nin|sinin|in|den|de|ye|yi|ler\w*)?\b"
)


@dataclass(frozen=True, slots=True)
class Term:
    """A content word or phrase of a question: `question[start:end] == text`.

    `forms` are the folded Turkish words (or phrases, words parted by spaces) that name it in a text; `name` tells
    whether it is written as a name; `known` is False for an English word that neither the lexicon nor CLDR has.
    """

    start: int
    end: int
    text: str
    forms: tuple[str, ...]
    name: bool = False
    known: bool = True


def find_terms(question: str, language: str) -> list[Term]:
    """Return the content words of a question in order, figures and dates with figures left out."""
    taken = [
        (q.start, q.end) for q in find_quantities(question, language) if any(c.isdigit() for c in q.text) or q.unit
    ]
    tokens = [w for w in words(question) if not any(start < w.end and w.start < end for start, end in taken)]
    return _english_terms(question, tokens) if language == "en" else _turkish_terms(question, tokens)


def telling_terms(question: str, language: str) -> list[Term]:
    """Return the content words of a question that a text has to speak of.

    "The two countries" and the like are left out, which a text names instead, and words that only lean on others.
    """
    both = spans_of_both(question)
    terms = [term for term in find_terms(question, language) if fold(term.text) not in _LEANING]
    return [term for term in terms if not any(a < term.end and term.start < b for a, b in both)]


def spans_of_both(question: str) -> list[tuple[int, int]]:
    """Return where a question speaks of "the two countries" and the like."""
    return [match.span() for match in _BOTH.finditer(fold(question))]


def agree(form: str, word: str) -> bool:
    """Tell whether two folded Turkish word forms share a stem."""
    if _beginning(form) != _beginning(word):  # most pairs of words; what follows is dear
        return False
    one, two = form.translate(_HARD), word.translate(_HARD)
    if one == two:
        return True
    shared = next((at for at, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))
    if shared >= 6:
        return True
    if (shared < 3 and not (shared == 2 == len(form))) or shared < _SHARED * min(len(one), len(two)):
        return False
    if _parts(one, two) or _parts(two, one):
        return False
    return all(_ENDINGS.fullmatch(rest) for rest in (one[shared:], two[shared:]) if rest)


def _parts(one: str, two: str) -> bool:
    """Tell whether one is of a short noun that the other does not begin with: "okulu" (school), "okuyan" (reading)."""
    noun = one[:_SHORT]
    if noun not in _short_nouns() or not _ENDINGS.fullmatch(one[_SHORT:]):
        return False
    return not two.startswith((noun, noun[:-2] + noun[-1]))  # "oğlu" is of "oğul"


@lru_cache(maxsize=1)
def _short_nouns() -> frozenset[str]:
    nouns = (fold(noun).translate(_HARD) for noun in turkish_stems())
    return frozenset(noun for noun in nouns if len(noun) == _SHORT and noun[-1] not in "aeiouptkc")


def _beginning(word: str) -> str:
    """Return the two letters that all forms of a word have in common."""
    return word[:2].translate(_HARD)


class Mentions:
    """The words of a stretch of text, to look terms up in; offsets are those of the text given."""

    def __init__(self, text: str, start: int = 0, end: int | None = None) -> None:
        end = len(text) if end is None else end
        self.words = [_shifted(word, start) for word in words(text[start:end])]
        self.folded = [fold(word.text) for word in self.words]

    def find(self, term: Term) -> list[tuple[int, int]]:
        """Return the places, in order, where the text speaks of a term."""
        return sorted({place for form in term.forms for place in self._places(form, term)})

    def holds(self, term: Term) -> bool:
        """Tell whether the text speaks of a term."""
        return any(self._places(form, term) for form in term.forms)

    def _places(self, form: str, term: Term) -> list[tuple[int, int]]:
        pieces = form.split()
        last = len(self.words) - len(pieces)
        found = []
        for at in self._likely(pieces[0], term):
            if at <= last and all(self._meets(piece, at + step, term) for step, piece in enumerate(pieces)):
                found.append((self.words[at].start, self.words[at + len(pieces) - 1].end))
        return found

    def _likely(self, piece: str, term: Term) -> Sequence[int]:
        """Return the places of the words that `piece` can meet: without a look at their sound, few begin as it does."""
        if term.name or not term.known:
            return range(len(self.words))
        return self._beginning.get(_beginning(piece), ())

    @cached_property
    def _beginning(self) -> dict[str, list[int]]:
        places: dict[str, list[int]] = {}
        for at, word in enumerate(self.folded):
            places.setdefault(_beginning(word), []).append(at)
        return places

    def _meets(self, piece: str, at: int, term: Term) -> bool:
        word = self.folded[at]
        if term.name and piece != word and min(len(piece), len(word)) > 3:
            if self.words[at].text[:1].islower():
                return _one_name(piece, word)
            return _one_name(piece, word) or (not _both_countries(piece, word) and _sounds_alike(piece, word))
        if agree(piece, word):
            return True
        if term.known and not (term.name and self.words[at].text[:1].isupper()):
            return False
        return len(piece) > 3 and _sounds_alike(piece, word)


@lru_cache(maxsize=1)
def _countries() -> frozenset[str]:
    return frozenset(fold(name) for name in turkish_countries())


def is_country(term: Term) -> bool:
    """Tell whether a term names a country or what is of it ("Norwegian")."""
    return not _countries().isdisjoint(term.forms)


def is_likely_name(term: Term) -> bool:
    """Tell whether a term is written as a name, or opens a Turkish question and is like no word of the language."""
    if term.start > 0 or not term.text[0].isupper():
        return term.name
    word = lower(term.text)
    if _INFLECTED.search(word):  # a name would have an apostrophe before its ending
        return False
    return known_stem(word, turkish_stems()) is None and known_stem(word, months("tr")) is None


def names_country(word: str) -> bool:
    """Tell whether a folded Turkish word is the name of a country."""
    return word in _countries()


def _both_countries(one: str, two: str) -> bool:
    return one in _countries() and any(two[:at] in _countries() for at in range(4, len(two) + 1))


def _one_name(one: str, two: str) -> bool:
    """Tell whether one of two folded words is the other under a case ending or a common final letter."""
    short, long = sorted((one, two), key=len)
    return long.startswith(short) and bool(_NAME_ENDING.fullmatch(long[len(short) :]))


@lru_cache(maxsize=65536)
def _sounds_alike(name: str, word: str) -> bool:
    heads = [word] + [word[:at] for at in (len(name), len(name) + 1) if _NAME_ENDING.fullmatch(word[at:])]
    return any(similarity(name, head) >= _NEAR for head in heads)


@lru_cache(maxsize=512)
def mentions_in(text: str, start: int, end: int) -> Mentions:
    """Return the mentions of `text[start:end]`, remembered."""
    return Mentions(text, start, end)


def _shifted(word: Word, by: int) -> Word:
    return Word(word.start + by, word.end + by, word.text, word.suffix)


def _turkish_terms(question: str, tokens: list[Word]) -> list[Term]:
    found = []
    for word in tokens:
        folded = fold(word.text)
        if folded in STOPWORDS or folded in _OPERATORS or len(folded) < 2:
            continue
        name = word.text[0].isupper() and (word.start > 0 or bool(word.suffix) or _name_follows(tokens))
        forms = (folded, *_short_stem(word), *hyponyms(word.text), *(() if name else synonyms(word.text)))
        found.append(Term(word.start, word.end, word.text, forms, name))
    return found


def _short_stem(word: Word) -> tuple[str, ...]:
    """Return the stem of an inflected noun that is too short to be met in another form by its letters ("suyun")."""
    if re.fullmatch(r"suyu(?:n|nu|nun|na|ndan|nda)?", fold(word.text)):  # it takes a "y" of its own
        return ("su",)
    found = known_stem(lower(word.text), turkish_nouns())
    return (fold(found[0]),) if found and found[1] and len(found[0]) < _SHORT else ()


def _name_follows(tokens: list[Word]) -> bool:
    """Tell whether the word after the first is capitalised, which makes the first one part of a name."""
    if len(tokens) < 2 or not tokens[1].text[:1].isupper():
        return False
    if re.search(r"(?:y[iu]|n[iu]n|[dt][ae]n?)$", fold(tokens[0].text)):
        return False
    noun = known_stem(lower(tokens[0].text), turkish_nouns(), shortest=3)
    return not (noun and noun[1])


def _english_terms(question: str, tokens: list[Word]) -> list[Term]:
    found, at = [], 0
    while at < len(tokens):
        length, forms = _longest_phrase([fold(word.text) for word in tokens[at : at + _PHRASE]])
        first, last = tokens[at], tokens[at + length - 1]
        at += length
        folded = fold(first.text)
        linking = folded in STOPWORDS and (first.text.islower() or first.start == 0)
        if length == 1 and (folded in _OPERATORS or linking or len(folded) < 2):
            continue
        name = first.text[0].isupper() and first.start > 0 and not (length == 1 and translations(folded))
        own = (folded,) if length == 1 else ()
        forms += tuple(covered for form in forms for covered in hyponyms(form))
        if length == 1 and not name:
            forms += tuple(other for turkish in translations(folded) for other in synonyms(turkish))
        found.append(
            Term(first.start, last.end, question[first.start : last.end], (*own, *forms), name, bool(forms) or name)
        )
    return found


def _longest_phrase(folded: list[str]) -> tuple[int, tuple[str, ...]]:
    """Return how many words the longest known phrase at the start takes, and its folded Turkish forms."""
    for length in range(len(folded), 1, -1):
        phrase = " ".join(folded[:length])
        whole = country_names().get(phrase) or turkish_cities().get(phrase)
        found = [whole] if whole else translations(phrase)
        if found:
            return length, tuple(fold(form.removesuffix("-")) for form in found)
    return 1, tuple(dict.fromkeys(fold(form) for form in (*_stems(folded[0]), *translate_terms(folded[0], "en"))))


def _stems(word: str) -> list[str]:
    return [stem.removesuffix("-") for stem in translations(word)]

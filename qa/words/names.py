"""How a name or word of an English question meets its Turkish spelling.

Two general means: what CLDR and a small lexicon know (countries, languages and peoples, months, currencies, common
words), and sound: transliteration keys under which Shakespeare and Şekspir, Tchaikovsky and Çaykovski are near.
"""

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache

from babel import Locale
from rapidfuzz import fuzz, process

from qa.quantities import Kind, Quantity, Range, find_quantities
from qa.quantities.units import TIMES, currency_words, months
from qa.text import fold, lower, words
from qa.words.cities import turkish_cities
from qa.words.lexicon import search_forms, translations

# Sounds that Turkish writes with one letter, as other languages spell them; tried in this order on folded words.
_SPELLINGS = [
    (re.compile(pattern), letter)
    for pattern, letter in (
        ("tsch|tch|cz", "c"), ("sch|sh", "s"), ("zh|dzh|dj", "j"), ("ch", "c"), ("^kh", "h"), ("kh", "k"), ("gh", "g"),
        ("ph", "f"), ("th", "t"), ("ck", "k"), ("qu", "kv"), ("q", "k"), ("x", "ks"), ("w", "v"), ("j", "c"),
        ("ts(?=[aeiou])", "s"), ("ou|oo", "u"), ("ee|ie|ea", "i"), ("iy|yi|yy|ii|ij", "i"), ("y(?![aeiou])", "i"),
    )
]  # fmt: skip
_DOUBLED = re.compile(r"(.)\1+")
_FINAL = str.maketrans("dbg", "tpk")
_VOWELS = re.compile(r"[aeiouy]+")
_SUFFIXED = 0.03  # what a match is worth less when the vocabulary word goes on with more letters


@lru_cache(maxsize=65536)
def _sound(word: str) -> str:
    """Return a folded word as Turkish would spell its sounds."""
    for pattern, letter in _SPELLINGS:
        word = pattern.sub(letter, word)
    word = _DOUBLED.sub(r"\1", word)
    return word[:-1] + word[-1:].translate(_FINAL)


def name_key(word: str) -> str:
    """Return the consonants of a word as Turkish would spell them; a vowel at the beginning is kept as "a"."""
    sound = _sound(fold(word))
    first = "a" if sound[:1] in ("a", "e", "i", "o", "u") else sound[:1]
    return _DOUBLED.sub(r"\1", first + _VOWELS.sub("", sound[1:]))


def similarity(first: str, second: str) -> float:
    """Return how near two words are in spelling or sound, 0 to 1."""
    one, two = fold(first), fold(second)
    spelled = fuzz.ratio(one, two)
    sound = 0.6 * fuzz.ratio(_sound(one), _sound(two)) + 0.4 * fuzz.ratio(name_key(one), name_key(two))
    return float(max(spelled, sound)) / 100


class NameIndex:
    """A vocabulary to look words up in by spelling and sound; inflected forms of a name are found too."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        self._words = list(vocabulary)
        self._sounds = [_sound(fold(word)) for word in self._words]

    def near(self, word: str, limit: int = 3, cutoff: float = 0.8) -> list[str]:
        """Return up to `limit` words of the vocabulary that are at least `cutoff` similar, the nearest first."""
        folded = fold(word)
        if len(folded) < 3:
            return []
        scores: dict[int, float] = {}
        # A c of other languages is also k or s: Caspian, Cyprus.
        for sound in {_sound(folded), _sound(folded.replace("c", "k")) if "ch" not in folded else ""} - {""}:
            for _, score, at in process.extract(sound, self._sounds, scorer=fuzz.ratio, score_cutoff=62, limit=40):
                scores[at] = max(scores.get(at, 0.0), score)
        ranked = sorted(((self._similarity(folded, self._words[at]), -at) for at in scores), reverse=True)
        return [self._words[-at] for score, at in ranked[:limit] if score >= cutoff]

    @staticmethod
    def _similarity(word: str, candidate: str) -> float:
        whole = similarity(word, candidate)
        if len(candidate) <= len(word) + 1 or len(word) < 5:
            return whole
        heads = (candidate[: len(word) + more] for more in (-1, 0, 1))
        return max(whole, max(similarity(word, head) for head in heads) - _SUFFIXED)


def best_match(word: str, vocabulary: Sequence[str], cutoff: float = 0.8) -> list[str]:
    """Return the words of a vocabulary that are at least `cutoff` similar, the nearest first.

    For many look-ups in one vocabulary, build a `NameIndex` once.
    """
    return NameIndex(vocabulary).near(word, 5, cutoff)


# --- names of CLDR ---

# Peoples whose English name is neither their language's nor formed from their country's.
_PEOPLES = {
    "american": "ABD Amerikan Amerika", "british": "İngiliz Britanya", "dutch": "Hollanda Hollandalı Felemenk",
    "swiss": "İsviçre İsviçreli", "danish": "Danimarka Danimarkalı", "swedish": "İsveç İsveçli", "irish": "İrlanda",
    "polish": "Polonya Polonyalı Leh", "finnish": "Finlandiya Fin", "greek": "Yunan Yunanistan", "spanish": "İspanya",
    "welsh": "Galler", "scottish": "İskoç İskoçya", "norwegian": "Norveç Norveçli", "portuguese": "Portekiz",
    "hungarian": "Macar Macaristan", "romanian": "Romanya Rumen", "croatian": "Hırvat Hırvatistan",
    "indian": "Hindistan Hint", "chinese": "Çin Çinli", "turks": "Türk Türkler", "turk": "Türk", "turkic": "Türk Türki",
    "kazakh": "Kazak Kazakistan", "arab": "Arap", "kurdish": "Kürt", "czech": "Çek Çekya", "slovak": "Slovak Slovakya",
    "european": "Avrupa Avrupalı", "african": "Afrika Afrikalı", "asian": "Asya Asyalı", "ottoman": "Osmanlı",
    "usa": "ABD Amerika", "us": "ABD", "uk": "Birleşik Krallık İngiltere", "eu": "AB Avrupa Birliği",
    "un": "BM Birleşmiş Milletler", "nato": "NATO", "england": "İngiltere", "britain": "Britanya İngiltere",
    "scotland": "İskoçya", "holland": "Hollanda", "turkey": "Türkiye", "turkiye": "Türkiye", "korea": "Kore",
    "swedes": "İsveçli",
    "danes": "Danimarkalı", "dutchmen": "Hollandalı", "spaniards": "İspanyol",
    "poles": "Polonyalı",
    "finns": "Fin Finlandiyalı", "serbs": "Sırp", "croats": "Hırvat", "czechs": "Çek", "greeks": "Yunan Yunanlı",
}  # fmt: skip
# Words that carry a question without saying what it is about.
_FUNCTION_WORDS = frozenset(
    "a an the of in on at to for from by with and or is are was were be been do does did has have had how many"
    " much what"
    " which who whom whose when where why that this these those it its their his her there as than about between during"
    " since until before after each every all both any some other also only more most less least can could will would"
    " may might should must not no so such into through over under up down out off please tell me you i we they he she"
    " take took taken takes make made makes get got go went give gave come came become became never always"
    " still already often same"
    " enough without according because ever only even just again".split()
)
_DEMONYM = re.compile(r"(?:n|an|ian|ean|ese|i|ish|er|ers|ans|ians|is)")


@lru_cache(maxsize=1)
def country_names() -> dict[str, str]:
    """Map folded English names of countries and continents (CLDR) to their Turkish names."""
    english, turkish = Locale.parse("en").territories, Locale.parse("tr").territories
    table = {fold(name): str(turkish[code]) for code, name in english.items() if code in turkish}
    table |= {fold(name.replace("&", "and").replace("St.", "Saint")): turkish[code] for code, name in english.items()
              if code in turkish and ("&" in name or "St." in name)}  # fmt: skip
    return table | {
        "turkey": "Türkiye",
        "czech republic": "Çekya",
        "united states of america": "Amerika Birleşik Devletleri",
    }


@lru_cache(maxsize=1)
def turkish_countries() -> dict[str, str]:
    """Map Turkish names of countries and continents (CLDR, Turkish lower case) to their English names."""
    english, turkish = Locale.parse("en").territories, Locale.parse("tr").territories
    table = {lower(name): str(english[code]) for code, name in turkish.items() if code in english}
    table |= {"abd": "the United States", "amerika birleşik devletleri": "the United States", "türkiye": "Türkiye",
              "çek cumhuriyeti": "the Czech Republic", "ingiltere": "England", "iskoçya": "Scotland", "galler": "Wales",
              "kore": "Korea", "avrupa birliği": "the European Union", "ab": "the EU", "bm": "the UN",
              "birleşmiş milletler": "the United Nations", "dünya": "the world"}  # fmt: skip
    return table


@lru_cache(maxsize=1)
def _people_names() -> dict[str, str]:
    """Map folded English names of languages and peoples to Turkish ones, "Alman Almanca"."""
    english, turkish = Locale.parse("en").languages, Locale.parse("tr").languages
    table: dict[str, str] = {}
    for code, name in english.items():
        target = turkish.get(code)
        if target and " " not in name and " " not in target and len(name) > 3:
            people = target[:-2] if target.endswith(("ca", "ce", "ça", "çe")) and len(target) > 4 else target
            table.setdefault(fold(name), f"{people} {target}")
    return table


@lru_cache(maxsize=1)
def turkish_peoples() -> dict[str, str]:
    """Map Turkish names of peoples and languages (Turkish lower case) to English adjectives ("alman" → "German")."""
    table: dict[str, str] = {}
    for english, turkish in _people_names().items():
        for name in turkish.split():
            table.setdefault(lower(name), english.capitalize())
    adjectives = {"türk": "Turkish", "çinli": "Chinese", "abd'li": "American", "alman": "German", "yunan": "Greek"}
    return table | adjectives


def _people(word: str) -> str:
    """Return the Turkish words for an English adjective or name of a people, "" where it is none."""
    known = " ".join((_PEOPLES.get(word, ""), _people_names().get(word, ""))).strip()
    if known:
        return known
    if word.endswith("s") and (singular := _people(word[:-1])):
        return singular
    if len(word) < 5:
        return ""
    for country, turkish in country_names().items():
        if (
            " " in country
            or len(country) < 4
            or not word.startswith(country[: len(country) - (country[-1] in "aeioy")])
        ):
            continue
        stem = country if word.startswith(country) else country[:-1]
        if _DEMONYM.fullmatch(word[len(stem) :]):
            return turkish
    return ""


def translate_terms(question: str, language: str) -> list[str]:
    """Return Turkish words that the words of a question stand for, to search Turkish text with, without repeats.

    Of an English question: countries, peoples, months, currencies, units, common words of the lexicon; of both
    languages: figures in the forms that Turkish writes them in ("12,480" → "12.480", "12", "bin", "480").
    """
    return list(_translated(question, language))


@lru_cache(maxsize=512)  # asked again for every candidate of a question
def _translated(question: str, language: str) -> tuple[str, ...]:
    found: list[str] = []
    for quantity in find_quantities(question, language):
        found.extend(_figure_words(quantity))
    if language == "en":
        tokens = [fold(word.text) for word in words(question)]
        at = 0
        while at < len(tokens):
            length, turkish = _term(tokens, at)
            found.extend(turkish)
            at += length
    return tuple(dict.fromkeys(word for term in found for word in term.split()))


def _term(tokens: list[str], at: int) -> tuple[int, list[str]]:
    """Translate the longest term that starts at a token: how many tokens it takes, and its Turkish words."""
    for length in (4, 3, 2):
        phrase = " ".join(tokens[at : at + length])
        if at + length <= len(tokens):
            if phrase in country_names():
                return length, [country_names()[phrase]]
            if phrase in turkish_cities():
                return length, [turkish_cities()[phrase]]
            if stems := translations(phrase):
                return length, [form for stem in stems for form in search_forms(stem)]
    return 1, _word(tokens[at])


def _word(word: str) -> list[str]:
    if city := turkish_cities().get(word):
        return city.split()
    if word in country_names():
        return [country_names()[word]]
    if people := _people(word):
        return people.split()
    if word in _FUNCTION_WORDS:
        return []
    found = [form for term in translations(word) for form in search_forms(term)]
    month = months("en").get(word)
    if month and word not in ("may", "march", "mar", "sec"):
        found.append(next(name for name, number in months("tr").items() if number == month))
    code = currency_words("en").get(word)
    if code:
        found.extend(name for name, other in _turkish_currencies() if other == code)
    found.extend(turkish.split()[0] for turkish, english in TIMES.values() if word in english.split())
    return found


@lru_cache(maxsize=1)
def _turkish_currencies() -> tuple[tuple[str, str], ...]:
    return tuple((name, code) for name, code in currency_words("tr").items() if " " not in name and name != "tl")


# --- figures ---

_SCALES = (("trilyon", 12), ("milyar", 9), ("milyon", 6), ("bin", 3))


def _figure_words(quantity: Quantity) -> list[str]:
    if quantity.kind is Kind.PERCENT:
        return ["yüzde", *_number_words(quantity)]
    if quantity.kind in (Kind.DATE, Kind.TIME, Kind.PERIOD, Kind.YEAR):
        return []
    return _number_words(quantity)


def _number_words(quantity: Quantity) -> list[str]:
    value = quantity.value.high if isinstance(quantity.value, Range) else quantity.value
    if not isinstance(value, Decimal) or value < 0:
        return []
    text = f"{value.normalize():f}"
    whole, _, fraction = text.partition(".")
    found = [f"{int(whole):,}".replace(",", ".") + (f",{fraction}" if fraction else "")]
    for name, power in _SCALES:
        if value >= 10**power:
            rest = int(value) % 10**power
            found += [f"{(value / 10**power).normalize():f}".replace(".", ","), name, str(int(value) // 10**power)]
            while rest and power > 3:
                power -= 3
                if group := rest // 10**power:
                    found += [str(group), next(scale for scale, size in _SCALES if size == power)]
                rest %= 10**power
            return [*found, *([str(rest)] if rest else [])]
    return found

"""The text of an answer in the language of the question, made from a Turkish span.

For a Turkish question that is the span without a dangling case ending. For an English one the span is parsed:
figures, money, dates, counted nouns, lists, countries, cities, titles and words of the lexicon get their English form,
names stay.
What cannot be parsed as a whole stays Turkish, and says so.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from babel import Locale

from qa.quantities import Kind, Quantity, find_quantities
from qa.quantities.english import format_quantity, plural_noun
from qa.quantities.units import is_measure
from qa.text import fold, lower, words
from qa.words.cities import english_cities
from qa.words.inflection import case_of, known_stem
from qa.words.lexicon import translations, turkish_nouns
from qa.words.names import turkish_countries, turkish_peoples
from qa.words.suffixes import split_list, strip_case


@dataclass(frozen=True, slots=True)
class Rendering:
    """The text of an answer; `complete` is False where it is the Turkish span because no English form is known."""

    text: str
    complete: bool


_RATES = {"saniyede": "a second", "dakikada": "a minute", "saatte": "an hour", "günde": "a day", "haftada": "a week",
          "ayda": "a month", "yılda": "a year", "günlük": "a day", "haftalık": "a week", "aylık": "a month",
          "yıllık": "a year"}  # fmt: skip
_AHEAD = {"toplam": "a total of {}", "toplamda": "a total of {}", "ortalama": "an average of {}", "son": "the last {}",
          "ilk": "the first {}", "her": "every {}", "tam": "exactly {}", "sadece": "only {}", "yalnızca": "only {}",
          "kişi başına": "{} per person", "kişi başı": "{} per person", "metrekareye": "{} per square metre",
          "saat": "{}", "sabah": "{} in the morning"}  # fmt: skip
_BEHIND = {"önce": "{} ago", "sonra": "{} later", "sonrasında": "{} later", "boyunca": "for {}", "içinde": "within {}",
           "süreyle": "for {}", "yaşında": "{} years old", "yaş": "{} years old", "tarihinde": "{}", "tarihi": "{}",
           "yılı": "{}", "yılında": "{}", "yıllarında": "{}", "yılları arasında": "{}", "adet": "{}", "tane": "{}",
           "gün": "{} days", "arasında": "{}", "ayında": "{}", "ayı": "{}",
           "civarında": "about {}", "dolaylarında": "about {}", "katı": "{} times", "kat": "{} times",
           "katına": "{} times", "puan": "{} points", "kez": "{} times", "kere": "{} times", "defa": "{} times",
           "kadar": "about {}", "önceki": "{} earlier", "uzunluğunda": "{} long", "genişliğinde": "{} wide",
           "yüksekliğinde": "{} high", "derinliğinde": "{} deep", "ağırlığında": "{}",
           "büyüklüğünde": "{} in size"}  # fmt: skip
_TITLES = {
    "cumhurbaşkanı": "President", "başbakan": "Prime Minister", "dışişleri bakanı": "Foreign Minister",
    "başkan": "President", "büyükelçi": "Ambassador", "vali": "Governor", "belediye başkanı": "Mayor",
    "prof. dr.": "Prof. Dr.", "kral": "King", "kraliçe": "Queen", "prens": "Prince", "prenses": "Princess",
    "genel sekreter": "Secretary-General", "genel müdür": "Director General", "papa": "Pope", "imparator": "Emperor",
    "savunma bakanı": "Defence Minister", "ticaret bakanı": "Trade Minister", "maliye bakanı": "Finance Minister",
    "sağlık bakanı": "Health Minister", "bakan": "Minister", "general": "General", "albay": "Colonel",
}  # fmt: skip
_HEADS = {
    "üniversitesi": "{} University", "havalimanı": "{} Airport", "gölü": "Lake {}", "nehri": "{} River",
    "dağı": "Mount {}", "köprüsü": "{} Bridge", "müzesi": "{} Museum", "adası": "{} Island", "kalesi": "{} Castle",
    "sarayı": "{} Palace", "limanı": "{} Port", "bulvarı": "{} Boulevard", "caddesi": "{} Street",
    "büyükelçiliği": "the {} embassy", "başkonsolosluğu": "the {} consulate general", "lisesi": "{} High School",
    "tiyatrosu": "{} Theatre", "operası": "{} Opera", "stadyumu": "{} Stadium", "stadı": "{} Stadium",
}  # fmt: skip
_WITH_ARTICLE = ("United ", "Netherlands", "Philippines", "Maldives", "Bahamas", "Central African Rep", "Dominican Rep",
                 "Marshall", "Solomon", "Comoros", "Seychelles", "Gambia")  # fmt: skip
_LONGEST = 1000  # characters of a span that can be rendered
_LINKS = frozenset({"ve", "bin", "ibn", "el", "al", "de", "von", "van", "der", "la", "le", "du", "di", "da", "b"})
_HOW_MANY = re.compile(r"\bhow many\s+(?P<rest>[^?]+)", re.IGNORECASE)
_AND = re.compile(r"\s(?:ve|ile|and)\s")
_NAME_LINK = re.compile(r"\s+(?:veya|ya da|yahut|or)\s+")


def render(span: str, language: str, *, question: str | None = None) -> Rendering:
    """Return an answer span in the language of a question ("tr" or "en").

    `question` helps with a counted noun that has no one translation. Raises ValueError for another language.
    """
    text = " ".join(strip_case(span).split())
    if language == "tr":
        return Rendering(text, True)
    if language != "en":
        raise ValueError(f"language must be 'tr' or 'en', not {language!r}")
    if not text or len(text) > _LONGEST:
        return Rendering(text, False)
    rendered = _whole_phrase(text) or _render_list(text, question) or _render_phrase(text, question)
    return Rendering(text, False) if rendered is None else Rendering(rendered, True)


def _render_list(text: str, question: str | None) -> str | None:
    if any(_spans_link(quantity) for quantity in find_quantities(text)):
        return None
    items = [text[start:end] for start, end in split_list(text)]
    if len(items) < 2:
        return None
    rendered = [_render_phrase(item, question) for item in items]
    if any(item is None for item in rendered):
        return None
    done = [str(item) for item in rendered]
    link = "or" if _NAME_LINK.search(text) else "and" if _AND.search(text) else None
    return f"{', '.join(done[:-1])} {link} {done[-1]}" if link else ", ".join(done)


def _spans_link(quantity: Quantity) -> bool:
    """Tell whether a quantity holds a "ve" or "ile" of its own ("10 ile 20 arasında")."""
    return _AND.search(quantity.text) is not None


def _render_phrase(text: str, question: str | None) -> str | None:
    """Render one item; None where a part of it has no English form."""
    quantities = find_quantities(text)
    whole = _whole_phrase(text)
    if whole is not None:
        return whole
    if not quantities:
        return _render_name(text) or _render_nouns(text)
    if len(quantities) == 1:
        return _render_quantity(text, quantities[0], question) or _render_name(text)
    return _render_name(text)


@lru_cache(maxsize=4096)
def _whole_phrase(text: str) -> str | None:
    """Look a whole phrase up: countries, cities, titles, phrases of the lexicon."""
    low = lower(text)
    if not text[:1].isalpha():
        return None
    if text[0] != low[0]:
        place = _with_article(turkish_countries().get(low)) or english_cities().get(low) or _weekdays().get(low)
        place = place or turkish_peoples().get(low)
        if place:
            return place
        if low in _TITLES:
            return _TITLES[low]
        phrase = turkish_nouns().get(low) if " " in low else None
        return phrase.title().replace(" Of ", " of ").replace(" And ", " and ") if phrase else None
    return _weekdays().get(low) or turkish_nouns().get(low)


@lru_cache(maxsize=1)
def _weekdays() -> dict[str, str]:
    """Map the Turkish names of the days of the week to the English ones (CLDR)."""
    turkish, english = (Locale.parse(code).days["format"]["wide"] for code in ("tr", "en"))
    return {lower(str(name)): str(english[number]) for number, name in turkish.items()}


def _with_article(country: str | None) -> str | None:
    return f"the {country}" if country and country.startswith(_WITH_ARTICLE) else country


# --- names ---


def _render_name(text: str) -> str | None:
    """Render a name: titles before it, a head after it ("… Üniversitesi"), the rest as it stands; None for no name."""
    inner = re.fullmatch(r"(?P<name>[^()]+?)\s*\((?P<short>[^()]+)\)", text)
    if inner:
        name = _whole_phrase(inner["name"]) or _render_name(inner["name"])
        return f"{name} ({inner['short']})" if name and not inner["short"].islower() else None
    for title, english in _TITLES.items():
        if lower(text).startswith(f"{title} ") and text[0].isupper():
            rest = _render_name(text[len(title) + 1 :])
            return f"{english} {rest}" if rest else None
    pieces = text.split()
    named = bool(pieces) and all(_is_name_word(piece) for piece in pieces)
    if not named or not (pieces[0][0].isupper() or (len(pieces) > 2 and pieces[-1][0].isupper())):
        return text if re.fullmatch(r"[\"“«].+[\"”»]", text) or _is_code(text) else None
    head = _HEADS.get(lower(pieces[-1]))
    if head and len(pieces) == 2:
        name = _whole_phrase(pieces[0]) or pieces[0]
        if lower(pieces[0]) not in turkish_nouns():
            return head.format(name)
    return text


def _is_code(text: str) -> bool:
    """Tell whether a text is the name of a type or model ("F-600T", "B1")."""
    return bool(re.fullmatch(r"[A-ZÇĞİÖŞÜ]+[-\s]?\d+[A-Z]*", text))


def _is_name_word(piece: str) -> bool:
    bare = piece.strip("\"“”«»'’().,-")
    if not bare:
        return piece in ("-", "–", "&")
    return bare[0].isupper() or bare in _LINKS or bare.isdigit() or ("-" in bare and bare.split("-")[-1][:1].isupper())


# --- nouns ---


@lru_cache(maxsize=4096)
def _noun(word: str) -> tuple[str, bool] | None:
    """Read a lower-case Turkish word as a noun of the lexicon: its English lemma, and whether it is plural."""
    nouns = turkish_nouns()
    if word in nouns:
        return nouns[word], False
    found = known_stem(word, nouns, shortest=3)
    if found is None or (len(found[0]) < 4 and len(found[1]) < 2):
        return None
    ending = found[1]
    many = ending.startswith(("lar", "ler"))
    if ending in ("lar", "ler", "lık", "lik", "luk", "lük") or (
        case_of(ending[3:] if many else ending) and not ending.startswith(("lı", "li", "lu", "lü"))
    ):
        return nouns[found[0]], many
    return None


def _render_nouns(text: str) -> str | None:
    """Render a bare noun, or an adjective or noun before a noun ("tarım ürünleri" → "agricultural products")."""
    pieces = text.split()
    if len(pieces) > 2 or not all(piece.isalpha() for piece in pieces):
        return None
    head = _noun(lower(pieces[-1]))
    if head is None or pieces[-1][0].isupper():
        return None
    noun = plural_noun(head[0]) if head[1] else head[0]
    if len(pieces) == 1:
        return noun
    modifier = _modifier(pieces[0])
    return f"{modifier} {noun}" if modifier else None


def _modifier(piece: str) -> str | None:
    """Render a word before a noun: an adjective of a people, or an uninflected word of the lexicon."""
    people = turkish_peoples().get(lower(piece))
    return (
        people if people and piece[0].isupper() else turkish_nouns().get(lower(piece)) if piece[0].islower() else None
    )


# --- quantities ---


def _render_quantity(text: str, quantity: Quantity, question: str | None) -> str | None:
    before, after = text[: quantity.start].strip(), text[quantity.end + len(_tail(text, quantity)) :].strip()
    frame = _frame_before(before)
    if frame is None:
        return None
    if not after:
        return frame.format(format_quantity(quantity))
    if lower(after) == "bir" and quantity.kind is Kind.DURATION and case_of(quantity.ending) == "locative":
        return frame.format(f"every {format_quantity(quantity)}")
    behind = _BEHIND.get(lower(after))
    if lower(after) == "büyüklüğünde" and not is_measure(quantity.unit):  # of an earthquake
        behind = "magnitude {}"
    if behind and not (quantity.kind in (Kind.MONEY, Kind.PERCENT) and "years" in behind):
        if "times" in behind and quantity.value == 1:
            return None
        return frame.format(behind.format(format_quantity(quantity)))
    counted = _counted_noun(after, quantity, question)
    return frame.format(counted) if counted else None


def _tail(text: str, quantity: Quantity) -> str:
    """Return the case ending, apostrophe included, that stands after a quantity inside a phrase."""
    match = re.match(r"['’]?[^\W\d_]+", text[quantity.end :])
    return match[0] if match and quantity.ending else ""


def _frame_before(before: str) -> str | None:
    """Return a pattern for what stands before a quantity: "haftada" → "{} a week"; None where it is not known."""
    if not before:
        return "{}"
    low = lower(before)
    if low in _RATES:
        return f"{{}} {_RATES[low]}"
    if low in _AHEAD:
        return _AHEAD[low]
    head, _, last = low.rpartition(" ")
    if head in _RATES and last in _AHEAD:
        return f"{_AHEAD[last]} {_RATES[head]}"
    return None


def _counted_noun(after: str, quantity: Quantity, question: str | None) -> str | None:
    """Render a quantity with the noun phrase that it counts ("12 bin 480 öğrenci" → "12,480 students")."""
    figure = format_quantity(quantity)
    pieces = after.split()
    if len(pieces) > 2 or not all(piece.isalpha() for piece in pieces):
        return None
    asked = _asked_noun(pieces[-1], question)
    head = _noun(lower(pieces[-1])) if pieces[-1][0].islower() else None
    noun = asked or (head[0] if head else None)
    if noun is None or lower(pieces[-1]) in _BEHIND:
        return None
    modifier = "" if len(pieces) == 1 else _modifier(pieces[0])
    if modifier is None:
        return None
    if is_measure(quantity.unit):
        return f"{figure} of {' '.join(part for part in (modifier, noun) if part)}" if not quantity.ending else None
    many = quantity.value != 1 and quantity.kind not in (Kind.ORDINAL, Kind.PERCENT)
    if quantity.kind in (Kind.DATE, Kind.YEAR, Kind.PERIOD, Kind.TIME, Kind.MONEY, Kind.DURATION):
        return None
    named = asked or (plural_noun(noun) if many else noun)
    return " ".join(part for part in (figure, modifier, named) if part)


def _asked_noun(word: str, question: str | None) -> str | None:
    """Return the word of an English "how many …" that the counted Turkish word translates, as the question has it."""
    match = _HOW_MANY.search(question or "")
    if match is None:
        return None
    for candidate in words(match["rest"])[:4]:
        stems = {lower(term) for term in translations(fold(candidate.text))}
        if stems and known_stem(lower(word), stems):
            return candidate.text.lower()
    return None


def listed(items: Sequence[Rendering], language: str) -> Rendering:
    """Join the items of a list as a language does: "A, B ve C", "A, B and C"."""
    *head, last = [item.text for item in items]
    link = "ve" if language == "tr" else "and"
    text = f"{', '.join(head)} {link} {last}" if head else last
    return Rendering(text, all(item.complete for item in items))

"""The words that stand beside figures: months, currencies, measures and spans of time, Turkish and English.

Months and currencies come from CLDR through Babel; measures and spans of time are a short table. Words are keyed in
Turkish lower case (for English: ASCII lower case) and without inflection.
"""

from dataclasses import dataclass
from functools import lru_cache

from babel import Locale
from babel.core import get_global

from qa.text import fold, lower
from qa.words.inflection import VOWELS, known_stem
from qa.words.lexicon import turkish_stems


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: `kind` is "money", "time" or "measure"; `code` an ISO currency, an English span of time, or a measure."""

    kind: str
    code: str


# Turkish stems, English forms; the first of each names the unit.
TIMES = {
    "second": ("saniye sn", "second seconds sec"),
    "minute": ("dakika dk", "minute minutes min"),
    "hour": ("saat", "hour hours"),
    "day": ("gün", "day days"),
    "week": ("hafta", "week weeks"),
    "month": ("ay", "month months"),
    "year": ("yıl sene", "year years"),
    "decade": ("onyıl", "decade decades"),
    "century": ("yüzyıl asır", "century centuries"),
}
MEASURES = {
    "tonne": ("ton", "tonne tonnes ton tons"),
    "kilogram": ("kilogram kilo kg", "kilogram kilograms kilo kilos kg"),
    "gram": ("gram gr g", "gram grams g"),
    "kilometre": ("kilometre km", "kilometre kilometres kilometer kilometers km"),
    "metre": ("metre m", "metre metres meter meters m"),
    "centimetre": ("santimetre santim cm", "centimetre centimetres centimeter centimeters cm"),
    "millimetre": ("milimetre mm", "millimetre millimetres millimeter millimeters mm"),
    "square kilometre": ("kilometrekare km²", ""),
    "square metre": ("metrekare m²", ""),
    "cubic metre": ("metreküp m³", ""),
    "mile": ("mil", "mile miles"),
    "hectare": ("hektar", "hectare hectares ha"),
    "decare": ("dekar", "decare decares"),
    "dönüm": ("dönüm", ""),
    "litre": ("litre lt", "litre litres liter liters l"),
    "barrel": ("varil", "barrel barrels"),
    "megawatt": ("megavat megawatt mw", "megawatt megawatts mw"),
    "gigawatt": ("gigavat gigawatt gw", "gigawatt gigawatts gw"),
    "kilowatt": ("kilovat kilowatt kw", "kilowatt kilowatts kw"),
    "kilowatt-hour": ("kilovatsaat kwh", "kilowatt-hour kwh"),
    "megawatt-hour": ("megavatsaat mwh", "megawatt-hour mwh"),
    "terawatt-hour": ("teravatsaat twh", "twh"),
    "degree": ("derece", "degree degrees"),
    "atmosphere": ("atmosfer", "atmosphere atmospheres"),
    "knot": ("", "knot knots"),
    "horsepower": ("beygir", "horsepower"),
    "megapixel": ("megapiksel", "megapixel megapixels"),
    "megabyte": ("megabayt mb", "megabyte megabytes mb"),
    "gigabyte": ("gigabayt gb", "gigabyte gigabytes gb"),
    "volt": ("volt", "volt volts"),
    "decibel": ("desibel", "decibel decibels"),
    "carat": ("karat ayar", "carat carats"),
    "milligram": ("miligram mg", "milligram milligrams mg"),
    "microgram": ("mikrogram", "microgram micrograms"),
    "millilitre": ("mililitre ml", "millilitre millilitres ml"),
    "quintal": ("kental", "quintal quintals"),
    "foot": ("fit", "foot feet"),
    "inch": ("inç", "inch inches"),
    "watt": ("vat", "watt watts"),
    "watt-hour": ("vatsaat", "watt-hour"),
    "gigawatt-hour": ("gigavatsaat gwh", "gigawatt-hour gwh"),
    "hertz": ("hertz hz", "hertz hz"),
    "megahertz": ("megahertz mhz", "megahertz mhz"),
    "kelvin": ("kelvin", "kelvin kelvins"),
    "megapascal": ("megapaskal", "megapascal megapascals"),
    "calorie": ("kalori", "calorie calories"),
    "millisecond": ("milisaniye", "millisecond milliseconds"),
    "microsecond": ("mikrosaniye", "microsecond microseconds"),
    "TEU": ("teu", "teu"),
}
_IRREGULAR_PLURALS = {
    "century": "centuries", "foot": "feet", "inch": "inches",
    **{same: same for same in ("horsepower", "dönüm", "hertz", "megahertz", "TEU", "kelvin")},
}  # fmt: skip

# The currency that is meant when its noun stands alone; nouns that are not here and are shared stay nouns ("kron").
_USUAL_CURRENCY = {
    "tr": {
        "dolar": "USD", "lira": "TRY", "sterlin": "GBP", "ruble": "RUB", "riyal": "SAR", "yuan": "CNY", "won": "KRW",
        "rupi": "INR", "manat": "AZN", "som": "KGS", "frank": "CHF", "dirhem": "AED", "real": "BRL", "yen": "JPY",
        "avro": "EUR", "euro": "EUR", "tl": "TRY", "şekel": "ILS", "sum": "UZS",
    },
    "en": {
        "dollar": "USD", "lira": "TRY", "pound": "GBP", "pound sterling": "GBP", "sterling": "GBP", "ruble": "RUB",
        "rouble": "RUB", "riyal": "SAR", "yuan": "CNY", "renminbi": "CNY", "won": "KRW", "rupee": "INR", "manat": "AZN",
        "som": "KGS", "franc": "CHF", "dirham": "AED", "real": "BRL", "yen": "JPY", "euro": "EUR", "shekel": "ILS",
        "bucks": "USD", "us dollar": "USD",
    },
}  # fmt: skip
SYMBOLS = {"$": "USD", "€": "EUR", "£": "GBP", "₺": "TRY", "¥": "JPY", "₽": "RUB", "₸": "KZT", "₹": "INR", "₩": "KRW",
           "₼": "AZN", "₴": "UAH", "₪": "ILS"}  # fmt: skip
_SMALL_MONEY = {"sent": "cent", "kuruş": "kuruş"}


@lru_cache(maxsize=1)
def current_currencies() -> frozenset[str]:
    """Return the ISO codes of the currencies that are legal tender somewhere today."""
    tenders = get_global("territory_currencies").values()
    return frozenset(entry[0] for entries in tenders for entry in entries if entry[2] is None and entry[3])


def _bare_noun(word: str) -> str:
    """Take the possessive ending off a Turkish currency noun ("doları" → "dolar", "lirası" → "lira")."""
    if len(word) > 4 and word[-1] in "ıiuü" and word[-2] == "s" and word[-3] in VOWELS:
        return word[:-2]
    if len(word) > 3 and word[-1] in "ıiuü" and word[-2] not in VOWELS:
        return "frank" if word[:-1] == "frang" else word[:-1]
    return word


@lru_cache(maxsize=2)
def currency_words(language: str) -> dict[str, str]:
    """Map currency names of CLDR, whole ("kanada dolar") and noun alone ("dolar"), to ISO codes or a shared noun."""
    nouns: dict[str, set[str]] = {}
    whole: dict[str, str] = {}
    current = current_currencies()
    for code, name in Locale.parse(language).currencies.items():
        if code not in current or "(" in name or code.startswith("X"):
            continue
        parts = (lower(name) if language == "tr" else name.lower()).split()
        noun = _bare_noun(parts[-1]) if language == "tr" and len(parts) > 1 else parts[-1]
        whole[" ".join((*parts[:-1], noun))] = code
        if "birim" not in parts[-1] and noun not in ("unit", "rights", "pounds"):
            nouns.setdefault(noun, set()).add(code)
    turkish_nouns = {} if language == "tr" else {code: noun for noun, code in _shared_nouns().items()}
    table = {noun: next(iter(codes)) for noun, codes in nouns.items() if len(codes) == 1}
    for noun, codes in nouns.items():
        if len(codes) > 1:
            table[noun] = noun if language == "tr" else turkish_nouns.get(noun, noun)
    table |= _USUAL_CURRENCY[language] | whole
    if language == "tr":
        return table | _SMALL_MONEY | {"abd dolar": "USD", "türk lira": "TRY"}
    plurals = {f"{noun}s": code for noun, code in table.items() if not noun.endswith("s") and len(noun) > 3}
    return table | plurals | {"cent": "cent", "cents": "cent", "kroner": "kron", "kronor": "kron", "pesos": "peso"}


@lru_cache(maxsize=1)
def _shared_nouns() -> dict[str, str]:
    """Map the Turkish noun of a currency to the English noun of the same one ("kron" → "krone")."""
    turkish, english = Locale.parse("tr").currencies, Locale.parse("en").currencies
    pairs: dict[str, str] = {}
    for code in sorted(current_currencies()):
        if code in turkish and code in english and "(" not in turkish[code]:
            parts = lower(turkish[code]).split()
            pairs.setdefault(_bare_noun(parts[-1]) if len(parts) > 1 else parts[-1], english[code].lower().split()[-1])
    return pairs


def currency_name(code: str, amount_is_one: bool = False) -> str:
    """Return the short English name of a currency, plural unless `amount_is_one` ("dollars", "euros", "tenge")."""
    if code == "kuruş":
        return code
    if code == "cent":
        return "cent" if amount_is_one else "cents"
    if not code.isupper():
        name = _shared_nouns().get(code, code)
        return name if amount_is_one else {"krone": "kroner", "krona": "kronor"}.get(name, f"{name}s")
    from babel.numbers import get_currency_name

    name = str(get_currency_name(code, count=1 if amount_is_one else 2, locale="en"))
    usual = {"USD": "dollar", "GBP": "pound", "TRY": "lira", "EUR": "euro", "RUB": "ruble"}
    if code in usual:
        return usual[code] if amount_is_one or code == "TRY" else f"{usual[code]}s"
    if code in ("JPY", "KZT", "CNY", "AZN", "KGS", "KRW"):
        return "tenge" if code == "KZT" else name.split()[-1]
    return name


def is_measure(unit: str | None) -> bool:
    """Tell whether a unit is a measure, which has one name in both languages, rather than a counted noun."""
    return unit in MEASURES or unit in ("light year", "basis point") or str(unit).startswith(("square ", "cubic "))


def plural(unit: str) -> str:
    """Return the English plural of a measure or a span of time."""
    if unit in _IRREGULAR_PLURALS:
        return _IRREGULAR_PLURALS[unit]
    return f"{unit}s"


@lru_cache(maxsize=2)
def months(language: str) -> dict[str, int]:
    """Map month names of CLDR, in lower case, to 1..12; English short names too."""
    locale = Locale.parse(language)
    case = lower if language == "tr" else str.lower
    names = {case(str(name)): number for number, name in locale.months["format"]["wide"].items()}
    if language == "en":
        names |= {str(name).lower(): number for number, name in locale.months["format"]["abbreviated"].items()}
        names |= {"sept": 9}
    return names


@lru_cache(maxsize=4)
def unit_words(language: str, plain: bool = False) -> dict[str, Unit]:
    """Map every unit word of a language to its unit; `plain` also without diacritics."""
    column = 0 if language == "tr" else 1
    table = {word: Unit("money", code) for word, code in currency_words(language).items()}
    for kind, source in (("time", TIMES), ("measure", MEASURES)):
        for code, words in source.items():
            table |= {word: Unit(kind, code) for word in words[column].split()}
    if language == "tr":
        table |= {"ışık yıl": Unit("measure", "light year"), "baz puan": Unit("measure", "basis point")}
        table |= {"yılı": Unit("year", "year"), "senesi": Unit("year", "year")}
    return {fold(word): unit for word, unit in table.items()} | table if plain else table


def find_unit(word: str, language: str, plain: bool = False) -> tuple[Unit, str, str] | None:
    """Read a lower-cased word as a unit: the unit, its stem and the ending after it; None where it is none."""
    table = unit_words(language, plain)
    if language == "en":
        return (table[word], word, "") if word in table else None
    found = known_stem(word, table, plain=plain, shortest=1 if len(word) == 1 else 2)
    if found is None:
        return None
    unit, is_word = table[found[0]], bool(found[1]) and word in turkish_stems()
    return None if is_word and unit.kind == "money" else (unit, *found)  # "7 yeni oyun" (new plays) speaks of no yen

"""The forms in which answers are compared.

`squad` is what SQuAD's official script does (Rajpurkar et al., "SQuAD: 100,000+ Questions for Machine Comprehension of
Text", EMNLP 2016): lower case, no ASCII punctuation, no English articles, single spaces.

`normalise` is for answers that come from Turkish text, in Turkish or English. In this order:

1. Casing: Turkish lower case for Turkish (`I` becomes `ı`, `İ` becomes `i`); for English, lower case without
   diacritics, since names are written both ways there ("İzmir", "Izmir").
2. Apostrophe suffixes go: "Ankara'da" is "ankara", "Türkiye's" is "turkiye".
3. Numbers get one form: "13 bin 971", "13.971" (Turkish) and "13,971" (English) are "13971"; "5 milyar 400 milyon"
   and "5.4 billion" are "5400000000". A case ending on a scale word goes with it ("870 bine" is "870000").
4. "yüzde 8,9", "%8,9", "8.9%" and "8.9 percent" are "8.9 %"; "$5", "5 dollars" and "5 US dollars" are "5 dollar".
5. Punctuation and the English articles go, words are joined with single spaces.
"""

import re
import string
from decimal import Decimal

from qa import text as letters

_PUNCTUATION = str.maketrans("", "", string.punctuation)
_ARTICLES = re.compile(r"\b(a|an|the)\b")
_SYMBOLS = {"$": "dollar", "€": "euro", "£": "pound", "₺": "lira", "%": "%"}
_CURRENCIES = {
    "tr": {"dolar": "dollar", "avro": "euro", "euro": "euro", "sterlin": "pound", "lira": "lira"},
    "en": {
        "dollar": "dollar", "dollars": "dollar", "usd": "dollar", "euro": "euro", "euros": "euro", "eur": "euro",
        "pound": "pound", "pounds": "pound", "lira": "lira", "liras": "lira",
    },
}  # fmt: skip
_PERCENT = {"tr": {"yüzde", "yüzdesi"}, "en": {"percent"}}
_SCALES = {
    "tr": {"bin": 10**3, "milyon": 10**6, "milyar": 10**9, "trilyon": 10**12},
    "en": {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12},
}
_ENDING = r"(?:[yn]?[aeıiuü]|[dt][ae]n?|n?[ıiuü]n|[yn]?l[ae]|l[ıiuü]k)?"
_TURKISH_SCALE = re.compile(rf"(bin|milyon|milyar|trilyon){_ENDING}")
_TURKISH_CURRENCY = re.compile(rf"(dolar|avro|euro|sterlin|lira){_ENDING}")
_NUMBER = {
    "tr": re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?"),
    "en": re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"),
}


def squad(text: str) -> str:
    """Return `text` as SQuAD's official script compares it."""
    return " ".join(_ARTICLES.sub(" ", text.lower().translate(_PUNCTUATION)).split())


def normalise(text: str, language: str = "tr") -> str:
    """Return `text`, written in `language` ("tr" or "en"), in the form in which answers are compared."""
    tokens = _with_currencies(_with_numbers(_tokens(text, language), language), language)
    return " ".join(token for token in tokens if language != "en" or token not in ("a", "an", "the"))


def _tokens(text: str, language: str) -> list[str]:
    tokens, end = [], 0
    for word in letters.words(text):
        tokens += [char for char in text[end : word.start] if char in _SYMBOLS]
        tokens.append(letters.fold(word.text) if language == "en" else letters.lower(word.text))
        end = word.end
    return tokens + [char for char in text[end:] if char in _SYMBOLS]


def _number(token: str, language: str) -> Decimal | None:
    if not _NUMBER[language].fullmatch(token):
        return None
    thousands, decimal = (".", ",") if language == "tr" else (",", ".")
    return Decimal(token.replace(thousands, "").replace(decimal, "."))


def _scale(token: str, language: str) -> int | None:
    match = _TURKISH_SCALE.fullmatch(token) if language == "tr" else None
    return _SCALES[language].get(match[1] if match else token)


def _with_numbers(tokens: list[str], language: str) -> list[str]:
    """Write each run of figures and scale words ("5 milyar 400 milyon") as one number."""
    done: list[str] = []
    i = 0
    while i < len(tokens):
        number = _number(tokens[i], language)
        if number is None:
            done.append(tokens[i])
            i += 1
            continue
        total, last = Decimal(0), None
        while i < len(tokens) and (number := _number(tokens[i], language)) is not None:
            scale = _scale(tokens[i + 1], language) if i + 1 < len(tokens) else None
            if last is not None and (last == 1 or (scale or 1) >= last or number >= last):
                break
            total, last = total + number * (scale or 1), scale or 1
            i += 2 if scale else 1
        done.append(_plain(total))
    return done


def _plain(number: Decimal) -> str:
    digits = f"{number:f}"
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def _with_currencies(tokens: list[str], language: str) -> list[str]:
    """Name currencies and percentages in one way, after their number."""
    if language == "en":
        tokens = " ".join(tokens).replace("per cent", "percent").replace("us dollar", "dollar").split()
    done: list[str] = []
    waiting = ""
    for token in tokens:
        turkish = _TURKISH_CURRENCY.fullmatch(token) if language == "tr" else None
        unit = _CURRENCIES[language].get(turkish[1] if turkish else token)
        if unit:
            done.append(unit)
        elif token in _SYMBOLS or token in _PERCENT[language]:
            sign = _SYMBOLS.get(token, "%")
            if done and done[-1][0].isdigit():
                done.append(sign)
            else:
                waiting = sign
        else:
            done.append(token)
            if waiting and token[0].isdigit():
                done.append(waiting)
                waiting = ""
    return [*done, waiting] if waiting else done

"""What Babel and num2words write in Turkish and English is read back to the same value."""

import datetime
from decimal import Decimal

import pytest
from babel.dates import format_date
from babel.numbers import format_currency, format_decimal, format_percent
from hypothesis import given, settings
from hypothesis import strategies as st
from num2words import num2words

from qa.quantities import Date, Kind, Quantity, find_quantities

LANGUAGES = st.sampled_from(["tr", "en"])
DECIMALS = st.decimals(min_value=0, max_value=10**12, places=2, allow_nan=False, allow_infinity=False)
DATES = st.dates(min_value=datetime.date(1000, 1, 1), max_value=datetime.date(2100, 12, 31))
_ONES = ["", "bir", "iki", "üç", "dört", "beş", "altı", "yedi", "sekiz", "dokuz"]
_TENS = ["", "on", "yirmi", "otuz", "kırk", "elli", "altmış", "yetmiş", "seksen", "doksan"]
_ORDINALS = {"bir": "birinci", "iki": "ikinci", "üç": "üçüncü", "dört": "dördüncü", "beş": "beşinci", "altı": "altıncı",
             "yedi": "yedinci", "sekiz": "sekizinci", "dokuz": "dokuzuncu", "on": "onuncu", "yirmi": "yirminci",
             "otuz": "otuzuncu", "kırk": "kırkıncı", "elli": "ellinci", "altmış": "altmışıncı", "yetmiş": "yetmişinci",
             "seksen": "sekseninci", "doksan": "doksanıncı", "yüz": "yüzüncü", "bin": "bininci"}  # fmt: skip


def only(text: str, language: str) -> Quantity:
    found = find_quantities(text, language)
    assert len(found) == 1, (text, found)
    return found[0]


def _group(number: int) -> list[str]:
    hundreds, rest = divmod(number, 100)
    head = ["yüz"] if hundreds == 1 else [_ONES[hundreds], "yüz"] if hundreds else []
    return [word for word in (*head, _TENS[rest // 10], _ONES[rest % 10]) if word]


def turkish_words(number: int) -> list[str]:
    """Write a number below 10**12 in Turkish words (num2words drops digits of some numbers, 481588 for one)."""
    found: list[str] = []
    for power, name in ((9, "milyar"), (6, "milyon"), (3, "bin")):
        group, number = divmod(number, 10**power)
        if group:
            found += [*([] if group == 1 and name == "bin" else _group(group)), name]
    return found + _group(number)


@settings(deadline=None)
@given(DECIMALS, LANGUAGES)
def test_decimal(value, language):
    assert only(format_decimal(value, locale=language) + " kg", language).value == value


@settings(deadline=None)
@given(st.integers(0, 10**12), LANGUAGES)
def test_grouped_integer(value, language):
    found = only(format_decimal(value, locale=language) + " km", language)
    assert (found.value, found.unit) == (value, "kilometre")


@settings(deadline=None)
@given(DECIMALS, LANGUAGES, st.sampled_from(["USD", "EUR", "GBP", "TRY", "JPY"]))
def test_money_with_symbol(value, language, code):
    text = format_currency(value, code, locale=language, currency_digits=False, format="¤#,##0.00")
    found = only(text, language)
    assert (found.kind, found.value, found.unit) == (Kind.MONEY, value, code)


@settings(deadline=None)
@given(
    st.integers(2, 10**9), LANGUAGES, st.sampled_from(["USD", "EUR", "GBP", "TRY", "KZT", "UZS", "CNY", "CAD", "PLN"])
)
def test_money_with_name(value, language, code):
    found = only(format_currency(value, code, locale=language, format_type="name", currency_digits=False), language)
    assert (found.kind, found.value, found.unit) == (Kind.MONEY, value, code)


@settings(deadline=None)
@given(st.integers(0, 1000), LANGUAGES)
def test_percent(value, language):
    found = only(format_percent(Decimal(value) / 1000, "#,##0.#%", locale=language), language)
    assert (found.kind, found.value) == (Kind.PERCENT, Decimal(value) / 10)


@settings(deadline=None)
@given(DATES, LANGUAGES, st.sampled_from(["d MMMM y", "d MMMM", "MMMM y", "dd.MM.y"]))
def test_date(day, language, pattern):
    found = only(format_date(day, pattern, locale=language), language)
    expected = Date(day.year if "y" in pattern else None, day.month, day.day if "d" in pattern else None)
    assert (found.kind, found.value) == (Kind.DATE, expected)


@settings(deadline=None)
@given(DATES)
def test_american_date(day):
    assert only(format_date(day, "MMMM d, y", locale="en"), "en").value == Date(day.year, day.month, day.day)


@settings(deadline=None)
@given(st.integers(100, 10**12 - 1))
def test_turkish_words(value):
    words = turkish_words(value)
    text = " ".join(words)
    found = only(text + " kilometre", "tr")
    assert (found.value, found.text) == (value, text + " kilometre")


@settings(deadline=None)
@given(st.integers(11, 10**12 - 1))
def test_turkish_words_joined(value):
    assert only("".join(turkish_words(value)) + " lira", "tr").value == value


@settings(deadline=None)
@given(st.integers(1, 999_999).filter(lambda value: value % 1000 != 0))
def test_turkish_ordinal_words(value):
    *head, last = turkish_words(value)
    found = only(" ".join((*head, _ORDINALS[last])), "tr")
    assert (found.kind, found.value) == (Kind.ORDINAL, value)


def apiece(word: str) -> str:
    """Put a Turkish number word into the distributive."""
    stem = {"dört": "dörd"}.get(word, word)
    vowel = next(char for char in reversed(stem) if char in "aeıioöuü")
    return stem + ("ş" if stem[-1] in "aeıioöuü" else "") + ("a" if vowel in "aıou" else "e") + "r"


@settings(deadline=None)
@given(st.integers(2, 10**12 - 1).filter(lambda value: value not in (10, 100, 1000)))
def test_turkish_distributives(value):
    """Alone, "onar", "yüzer" and "biner" are verbs: "repairs", "swims", "boards"."""
    *head, last = turkish_words(value)
    assert only(" ".join((*head, apiece(last))) + " lira", "tr").value == value


@settings(deadline=None)
@given(st.integers(2, 999_999), st.sampled_from(["er", "ar", "şer", "şar"]))
def test_turkish_distributive_figures(value, ending):
    assert only(f"Ailelere {value}'{ending} lira verildi.", "tr").value == value


@settings(deadline=None)
@given(st.integers(2, 10**12 - 1))
def test_english_words(value):
    assert only(num2words(value, lang="en").replace(",", "") + " kilometres", "en").value == value


@settings(deadline=None)
@given(st.integers(3, 10**9))
def test_english_ordinals(value):
    for form in ("ordinal", "ordinal_num"):
        found = only(num2words(value, lang="en", to=form).replace(",", ""), "en")
        assert (found.kind, found.value) == (Kind.ORDINAL, value)


@pytest.mark.parametrize("number", range(1, 100))
def test_num2words_turkish_up_to_a_hundred(number):
    text = num2words(number, lang="tr") + " metre"
    assert [found.value for found in find_quantities(text)] == [number]


@settings(deadline=None)
@given(st.integers(1, 999), st.integers(1, 999), st.sampled_from(["", "e", "den", "i", "in", "de"]))
def test_scale_words_with_endings(millions, thousands, ending):
    found = only(f"{millions} milyon {thousands} bin{ending} ulaştı", "tr")
    assert found.value == millions * 10**6 + thousands * 10**3
    assert found.text == f"{millions} milyon {thousands} bin"

"""What `find_quantities` reads in Turkish and English text."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa.quantities import Date, Hours, Kind, Moment, Period, Quantity, Range, find_quantities, same_value


def only(text: str, language: str = "tr") -> Quantity:
    found = find_quantities(text, language)
    assert len(found) == 1, found
    return found[0]


def years(first: int, last: int) -> Period:
    return Period(Date(first), Date(last))


TURKISH = [
    # text, quantity text, kind, value, unit, qualifier
    ("13 bin 971 öğrenci okuyor", "13 bin 971", "count", 13971, "öğrenci", None),
    ("hacim 5 milyar 400 milyon dolara ulaştı", "5 milyar 400 milyon dolar", "money", 5_400_000_000, "USD", None),
    ("Bunun 2,9 milyar dolarını oluşturdu", "2,9 milyar dolar", "money", 2_900_000_000, "USD", None),
    ("18.400 ton buğday", "18.400 ton", "count", 18400, "tonne", None),
    ("21.150 tona çıktı", "21.150 ton", "count", 21150, "tonne", None),
    ("870 bine ulaştı", "870 bin", "number", 870_000, None, None),
    ("3.9 puan", "3.9", "count", "3.9", "puan", None),
    ("4 binden fazla firma", "4 binden fazla", "count", 4000, "firma", "more_than"),
    ("90'ı aşkın ülke", "90'ı aşkın", "count", 90, "ülke", "more_than"),
    ("15 bini aşkın kişi", "15 bini aşkın", "count", 15000, "kişi", "more_than"),
    ("70'ten fazla", "70'ten fazla", "number", 70, None, "more_than"),
    ("yaklaşık 300 kişi", "yaklaşık 300", "count", 300, "kişi", "about"),
    ("300'e yakın öğrenci", "300'e yakın", "count", 300, "öğrenci", "nearly"),
    ("en az 5 kişi", "en az 5", "count", 5, "kişi", "at_least"),
    ("en fazla üç yıl", "en fazla üç yıl", "duration", 3, "year", "at_most"),
    ("20 milyar doların üzerinde", "20 milyar doların üzerinde", "money", 20 * 10**9, "USD", "more_than"),
    ("200 kadar", "200 kadar", "number", 200, None, "about"),
    ("1 buçuk milyon", "1 buçuk milyon", "number", 1_500_000, None, None),
    ("yarım milyon turist", "yarım milyon", "count", 500_000, "turist", None),
    ("on üç bin dokuz yüz yetmiş bir", "on üç bin dokuz yüz yetmiş bir", "number", 13971, None, None),
    ("yirmi beş kişi", "yirmi beş", "count", 25, "kişi", None),
    ("onbeş kişi", "onbeş", "count", 15, "kişi", None),
    ("iki ülke arasında", "iki", "count", 2, "ülke", None),
    ("uc ulke", "uc", "count", 3, "ulke", None),
    ("yüzde 8,9 arttı", "yüzde 8,9", "percent", "8.9", None, None),
    ("%8,9'u", "%8,9", "percent", "8.9", None, None),
    ("yüzde 40'ı aşan pay", "yüzde 40'ı aşan", "percent", 40, None, "more_than"),
    ("yuzde 12,4 artti", "yuzde 12,4", "percent", "12.4", None, None),
    ("4'üncü sırada", "4'üncü", "ordinal", 4, None, None),
    ("ülkeler içinde 4. sırada", "4.", "ordinal", 4, None, None),
    ("dördüncü ülke oldu", "dördüncü", "ordinal", 4, None, None),
    ("yirmi üçüncü kez", "yirmi üçüncü", "ordinal", 23, None, None),
    ("960 kişilik salon", "960", "count", 960, "kişi", None),
    ("13,9 avroyu", "13,9 avro", "money", "13.9", "EUR", None),
    ("843.947 sterlin", "843.947 sterlin", "money", 843947, "GBP", None),
    ("12 bin tengeye", "12 bin tenge", "money", 12000, "KZT", None),
    ("500 Kanada doları", "500 Kanada doları", "money", 500, "CAD", None),
    ("500 bin TL'ye", "500 bin TL", "money", 500_000, "TRY", None),
    ("100 USD", "100 USD", "money", 100, "USD", None),
    ("12 lira 50 kuruş", "12 lira 50 kuruş", "money", "12.5", "TRY", None),
    ("-5 derece", "-5 derece", "count", -5, "degree", None),
    ("eksi 33 derecelik", "eksi 33 derece", "count", -33, "degree", None),
    ("150-300 atmosfer", "150-300 atmosfer", "count", Range(Decimal(150), Decimal(300)), "atmosphere", None),
    ("10 ila 20 kişi", "10 ila 20", "count", Range(Decimal(10), Decimal(20)), "kişi", None),
    ("3-5 milyon dolar", "3-5 milyon dolar", "money", Range(Decimal(3_000_000), Decimal(5_000_000)), "USD", None),
    ("3 yıl 2 ay", "3 yıl 2 ay", "duration", 38, "month", None),
    ("2 metre 35 santimetreye", "2 metre 35 santimetre", "count", 235, "centimetre", None),
    ("90 dakika sürdü", "90 dakika", "duration", 90, "minute", None),
    ("41 ışık yılı", "41 ışık yılı", "count", 41, "light year", None),
    ("16 Aralık 1991'de tanıdı", "16 Aralık 1991", "date", Date(1991, 12, 16), None, None),
    ("9 kasım 1991 tarihinde", "9 kasım 1991", "date", Date(1991, 11, 9), None, None),
    ("Mart 2024'te", "Mart 2024", "date", Date(2024, 3), None, None),
    ("14 Şubat'ta", "14 Şubat", "date", Date(None, 2, 14), None, None),
    ("ekim ayında", "ekim", "date", Date(None, 10), None, None),
    ("6.1.1520 tarihinde", "6.1.1520", "date", Date(1520, 1, 6), None, None),
    ("1991-12-16 tarihinde", "1991-12-16", "date", Date(1991, 12, 16), None, None),
    ("2022'nin temmuzunda", "2022'nin temmuzu", "date", Date(2022, 7), None, None),
    ("2012'den bu yana", "2012'den bu yana", "year", Date(2012), None, "since"),
    ("2030'a kadar", "2030'a kadar", "year", Date(2030), None, "until"),
    ("2003 yılında", "2003", "year", Date(2003), None, None),
    ("MÖ 300'de", "MÖ 300", "year", Date(-300), None, None),
    ("1990'lı yıllarda", "1990'lı yıllar", "period", years(1990, 1999), "decade", None),
    ("1680'lerde", "1680'ler", "period", years(1680, 1689), "decade", None),
    ("16. yüzyılda", "16. yüzyıl", "period", years(1501, 1600), "century", None),
    ("XVI. yüzyılın", "XVI. yüzyıl", "period", years(1501, 1600), "century", None),
    ("13. yüzyılın ikinci yarısında", "13. yüzyılın ikinci yarısı", "period", years(1251, 1300), "century", None),
    ("2019-2023 döneminde", "2019-2023", "period", years(2019, 2023), None, None),
    ("2019'dan 2023'e kadar", "2019'dan 2023'e kadar", "period", years(2019, 2023), None, None),
    ("2019 ile 2023 arasında", "2019 ile 2023 arasında", "period", years(2019, 2023), None, None),
    ("1939-49", "1939-49", "period", years(1939, 1949), None, None),
    ("2024'ün ilk yarısında", "2024'ün ilk yarısı", "period", Period(Date(2024, 1), Date(2024, 6)), None, None),
    ("12-14 Mayıs 2024'te", "12-14 Mayıs 2024", "period", Period(Date(2024, 5, 12), Date(2024, 5, 14)), None, None),
    ("saat 14.30'da", "14.30", "time", Moment(14, 30), None, None),
    ("11.00-16.00 arası", "11.00-16.00 arası", "time", Hours(Moment(11, 0), Moment(16, 0)), None, None),
]

ENGLISH = [
    ("$5.4 billion", "$5.4 billion", "money", 5_400_000_000, "USD", None),
    ("5.4bn dollars", "5.4bn dollars", "money", 5_400_000_000, "USD", None),
    ("€3.5m", "€3.5m", "money", 3_500_000, "EUR", None),
    ("300 Canadian dollars", "300 Canadian dollars", "money", 300, "CAD", None),
    ("8.9% of trade", "8.9%", "percent", "8.9", None, None),
    ("8.9 per cent", "8.9 per cent", "percent", "8.9", None, None),
    ("13,971 students", "13,971", "count", 13971, "students", None),
    ("more than 4,000 companies", "more than 4,000", "count", 4000, "companies", "more_than"),
    ("nearly 300", "nearly 300", "number", 300, None, "nearly"),
    ("at least five people", "at least five", "count", 5, "people", "at_least"),
    ("thirteen thousand nine hundred and seventy-one", None, "number", 13971, None, None),
    ("half a million tourists", "half a million", "count", 500_000, "tourists", None),
    ("the fourth country", "fourth", "ordinal", 4, None, None),
    ("in 4th place", "4th", "ordinal", 4, None, None),
    ("the twenty-first meeting", "twenty-first", "ordinal", 21, None, None),
    ("16 December 1991", "16 December 1991", "date", Date(1991, 12, 16), None, None),
    ("December 16, 1991", "December 16, 1991", "date", Date(1991, 12, 16), None, None),
    ("in March 2024", "March 2024", "date", Date(2024, 3), None, None),
    ("in 2012", "2012", "year", Date(2012), None, None),
    ("since 2005", "since 2005", "year", Date(2005), None, "since"),
    ("between 2019 and 2023", "2019 and 2023", "period", years(2019, 2023), None, None),
    ("the 1990s", "1990s", "period", years(1990, 1999), "decade", None),
    ("the 16th century", "16th century", "period", years(1501, 1600), "century", None),
    ("the first half of 2024", "first half of 2024", "period", Period(Date(2024, 1), Date(2024, 6)), None, None),
    ("3 years and 2 months", "3 years and 2 months", "duration", 38, "month", None),
    ("100 square kilometres", "100 square kilometres", "count", 100, "square kilometre", None),
    ("two countries", "two", "count", 2, "countries", None),
]


@pytest.mark.parametrize(("source", "text", "kind", "value", "unit", "qualifier"), TURKISH)
def test_reads_turkish(source, text, kind, value, unit, qualifier):
    found = only(source)
    expected = Decimal(value) if isinstance(value, int | str) else value
    assert (found.text, found.kind, found.value, found.unit, found.qualifier) == (text, kind, expected, unit, qualifier)


@pytest.mark.parametrize(("source", "text", "kind", "value", "unit", "qualifier"), ENGLISH)
def test_reads_english(source, text, kind, value, unit, qualifier):
    found = only(source, "en")
    expected = Decimal(value) if isinstance(value, int | str) else value
    assert (found.text, found.kind, found.value) == (text or source, kind, expected)
    assert (found.unit, found.qualifier) == (unit, qualifier)


@pytest.mark.parametrize(
    "text",
    ["bir ülke", "onu gördü, ona verdi, ondan aldı", "yüzü güldü", "masanın altında", "yemek yedi", "yüzlerce kişi",
     "F-600T ve B1 modelleri", "altın ve gümüş",
     "ikili ilişkiler", "binlerce kişi", "üçlü zirve", "binanın çatısı", "ocakta pişirdi"],
)  # fmt: skip
def test_invents_nothing_in_turkish(text):
    assert find_quantities(text) == []


@pytest.mark.parametrize(
    "text", ["one of them", "May I ask?", "first visited Ankara", "a second later", "they march on"]
)
def test_invents_nothing_in_english(text):
    assert find_quantities(text, "en") == []


def test_reads_several_in_order():
    text = "2023'te yüzde 12,4 artarak 7,6 milyar dolara, 192 sefere ve 13 bin 971 öğrenciye ulaştı."
    assert [found.kind for found in find_quantities(text)] == ["year", "percent", "money", "count", "count"]


def test_other_language_is_refused():
    with pytest.raises(ValueError, match="'de'"):
        find_quantities("fünf", "de")


@pytest.mark.parametrize(
    ("turkish", "english"),
    [("5 milyar 400 milyon dolar", "5.4 billion dollars"), ("yüzde 8,9", "8.9%"),
     ("16 Aralık 1991", "December 16, 1991"),
     ("13 bin 971 öğrenci", "13,971 students"), ("4'üncü", "the fourth place"), ("3 yıl", "36 months"),
     ("2,5 ton", "2.5 tonnes"), ("bir buçuk saat", "90 minutes"), ("100 kron", "100 kroner")],
)  # fmt: skip
def test_same_value_across_languages(turkish, english):
    assert same_value(only(turkish), only(english, "en"))


@pytest.mark.parametrize(
    ("one", "two"), [("5 dolar", "5 avro"), ("5 dolar", "6 dolar"), ("5 ton", "5 kilometre"), ("yüzde 5", "5 lira")]
)
def test_other_value_or_unit_is_not_the_same(one, two):
    assert not same_value(only(one), only(two))


def test_plain_number_meets_one_with_a_unit_only_when_allowed():
    plain, money = only("yaklaşık 5"), only("5 dolar")
    assert same_value(plain, money, unitless=True)
    assert not same_value(plain, money)


ALPHABET = "0123456789 .,'’%$€-–/:()abcdeıiİIğşüöçnlryüzbnmlok\nüçyüz\u0301x"


@settings(deadline=None)
@given(st.one_of(st.text(), st.text(alphabet=ALPHABET)), st.sampled_from(["tr", "en"]))
def test_any_text_is_read_with_exact_ordered_offsets(text, language):
    found = find_quantities(text, language)
    assert all(text[quantity.start : quantity.end] == quantity.text for quantity in found)
    assert all(quantity.start < quantity.end for quantity in found)
    assert all(first.end <= second.start for first, second in pairwise(found))
    assert all(isinstance(quantity.kind, Kind) for quantity in found)


def test_new_is_no_currency():
    assert [q.kind for q in find_quantities("7 yeni oyun sahnelendi, 100 yen ödendi.")] == [Kind.NUMBER, Kind.MONEY]

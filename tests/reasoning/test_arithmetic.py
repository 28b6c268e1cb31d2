from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.corpus import Article
from qa.quantities import find_quantities
from qa.reasoning.arithmetic import compute
from qa.reasoning.calculation import turkish_number
from qa.reasoning.figures import figures_in
from tests.findings import finding_in
from tests.reasoning_texts import AWARDS, FERRY, HONEY, PORT, VISITS

OBSERVATORY = Article(
    "observatory",
    "Kızıldere Rasathanesi",
    "Rasathane 1968'de kuruldu. Orhan Tuncel 1968'den 1984'e kadar, Ayşen Berkmen 1984'ten 2001'e kadar "
    "müdürlük yaptı. "
    "Rasathanede 18 gökbilimci, 11 teknisyen ve 4 güvenlik görevlisi çalışır. 2023'te rasathaneyi 9.300 öğrenci "
    "ve 4.100 "
    "turist gezdi. Kuzey kubbesi 1968'de, güney kubbesi 1990'da tamamlandı. Kuzey kubbesinin çapı 12 metre, "
    "ağırlığı 40 "
    "tondur.",
)
RAILWAY = Article(
    "railway",
    "Doğanlı-Sakaköy demir yolu",
    "Demir yolunun ihracat yükü 2023'te 2,4 milyon ton, ithalat yükü 1,7 milyon ton oldu. Doğanlı istasyonu 1912'de, "
    "Sakaköy istasyonu 1927'de yapıldı. Hatta 9 dizel ve 14 elektrikli lokomotif çalışıyor. Yenileme için Dünya "
    "Bankası "
    "150 milyon dolar, Avrupa Birliği 90 milyon avro verdi. Ham madde gideri 2022'de 30 milyon lira iken "
    "2023'te 42 milyon "
    "lira oldu.",
)


def answer(article, question, language="tr"):
    finding = finding_in(article, question, language)
    return compute(question, language, finding)


@pytest.mark.parametrize(
    ("article", "language", "question", "winner"),
    [
        (FERRY, "tr", "Martı mı daha çok yolcu taşıyabiliyor, Yunus mu?", "Martı"),
        (FERRY, "tr", "Martı ile Yunus'tan hangisi daha çok yolcu taşıyabiliyor?", "Martı"),
        (FERRY, "en", "Does Martı or Yunus carry more passengers?", "Martı"),
        (FERRY, "tr", "Martı mı daha çok araç taşıyabiliyor, Yunus mu?", "Yunus"),
        (FERRY, "en", "Which ferry carries more passengers, Martı or Yunus?", "Martı"),
        (FERRY, "tr", "Temmuzda mı daha çok yolcu taşındı, ağustosta mı?", "ağustos"),
        (HONEY, "tr", "Çam balı mı daha çok üretildi, kestane balı mı?", "Çam balı"),
        (HONEY, "tr", "Çam balı mı daha pahalı, kestane balı mı?", "kestane balı"),
        (HONEY, "tr", "Çiçek balı mı daha az üretildi yoksa kestane balı mı?", "kestane balı"),
        (OBSERVATORY, "tr", "Orhan Tuncel mi daha uzun süre müdürlük yaptı, Ayşen Berkmen mi?", "Ayşen Berkmen"),
        (OBSERVATORY, "en", "Who was director for longer, Orhan Tuncel or Ayşen Berkmen?", "Ayşen Berkmen"),
        (OBSERVATORY, "en", "Which dome was completed first, the north dome or the south dome?", "the north dome"),
        (OBSERVATORY, "tr", "Önce kuzey kubbesi mi tamamlandı, güney kubbesi mi?", "kuzey kubbesi"),
        (OBSERVATORY, "tr", "Kuzey kubbesi mi daha geç tamamlandı, güney kubbesi mi?", "güney kubbesi"),
        (RAILWAY, "tr", "Doğanlı istasyonu mu daha eski, Sakaköy istasyonu mu?", "Doğanlı istasyonu"),
        (RAILWAY, "tr", "İhracat yükü mü daha fazla, ithalat yükü mü?", "İhracat yükü"),
        (RAILWAY, "en", "Which is larger, the export or the import?", "the export"),
        (VISITS, "tr", "Kim daha çok ziyaret etti, Norveç mi Peru mu?", "Norveç"),
        (VISITS, "en", "Were there more visits from Norway to Peru or from Peru to Norway?", "from Norway to Peru"),
        (VISITS, "tr", "Peru'nun ihracatı mı daha fazla ithalatı mı?", "ithalatı"),
        (AWARDS, "en", "Who is older, Pınar Erginsoy or Tolga Yıldırımkaya?", "Tolga Yıldırımkaya"),
        (AWARDS, "en", "Who won more awards, Pınar Erginsoy or Tolga Yıldırımkaya?", "Tolga Yıldırımkaya"),
        (AWARDS, "tr", "Pınar Erginsoy mu yaşça daha küçük, Tolga Yıldırımkaya mı?", "Pınar Erginsoy"),
    ],
)
def test_the_winner_of_a_comparison_is_named_as_the_question_names_it(article, language, question, winner):
    draft = answer(article, question, language)

    assert draft is not None
    assert draft.text == winner
    assert len(draft.spans) == 2
    assert all(article.text[span.start : span.end] == span.text for span in draft.spans)


@pytest.mark.parametrize(
    ("article", "language", "question", "text", "calculation"),
    [
        (HONEY, "tr", "Bu yıl geçen yıldan kaç ton az bal üretildi?", "70 ton", "710 ton − 640 ton = 70 ton"),
        (HONEY, "en", "By how many tonnes did honey production fall?", "70 tonnes", "710 tonnes − 640 tonnes = "
            "70 tonnes"),
        (HONEY, "tr", "Çam balı çiçek balından kaç ton fazla?", "170 ton", "380 ton − 210 ton = 170 ton"),
        (FERRY, "tr", "Temmuzda hazirandan kaç yolcu fazla taşındı?", "17.500 yolcu", "48.500 − 31.000 = 17.500 yolcu"),
        (FERRY, "tr", "Martı Yunus'tan kaç yolcu fazla taşıyabiliyor?", "40 yolcu", "420 yolcu − 380 yolcu = 40 yolcu"),
        (FERRY, "tr", "Yolculuk kışın yazınkinden ne kadar daha uzun sürüyor?", "15 dakika", "60 dakika − 45 "
            "dakika = 15 dakika"),
        (RAILWAY, "tr", "İhracat yükü ithalat yükünden ne kadar fazla?", "700.000 ton", "2,4 milyon ton − 1,7 "
            "milyon ton = 700.000 ton"),
        (RAILWAY, "tr", "Ham madde gideri ne kadar arttı?", "12 milyon lira", "42 milyon lira − 30 milyon lira "
            "= 12 milyon lira"),
        (RAILWAY, "tr", "Sakaköy istasyonu Doğanlı istasyonundan kaç yıl sonra yapıldı?", "15 yıl", "1927 − 1912 = 15"),
        (OBSERVATORY, "en", "How many years passed between the completion of the north dome and the south "
                            "dome?", "22 years", "1990 − 1968 = 22"),
        (OBSERVATORY, "tr", "Ayşen Berkmen kaç yıl müdürlük yaptı?", "17 yıl", "2001 − 1984 = 17"),
        (OBSERVATORY, "tr", "2023'te öğrenciler turistlerden kaç fazlaydı?", "5.200", "9.300 öğrenci − 4.100 "
            "turist = 5.200"),
        (AWARDS, "tr", "Tolga Yıldırımkaya ile Pınar Erginsoy arasında kaç yaş fark var?", "4 yıl", "1990 − 1986 = 4"),
        (VISITS, "en", "How many more Norwegian tourists came last year than in 2023?", "25,000 tourists",
         "190,000 − 165,000 = 25,000 tourists"),
        (PORT, "en", "By how many minutes has the crossing become shorter?", "17 minutes",
         "55 minutes − 38 minutes = 17 minutes"),
        (PORT, "en", "How much shorter is the crossing?", "17 minutes", "55 minutes − 38 minutes = 17 minutes"),
        (PORT, "tr", "Net kâr ne kadar arttı?", "70 milyon lira", "610 milyon lira − 540 milyon lira = 70 milyon lira"),
        (PORT, "tr", "Giriş ücreti yetişkinler için öğrencilerden kaç lira fazla?", "70 lira",
         "120 − 50 lira = 70 lira"),
        (FERRY, "tr", "Otomobil bileti yolcu biletinin kaç katı?", "5 kat", "450 lira ÷ 90 lira = 5"),
    ],
)  # fmt: skip
def test_differences_and_spans_of_time_are_computed_in_the_open(article, language, question, text, calculation):
    draft = answer(article, question, language)

    assert draft is not None
    assert (draft.text, draft.calculation) == (text, calculation)


@pytest.mark.parametrize(
    ("article", "language", "question", "text"),
    [
        (FERRY, "en", "How many passengers were carried in June, July and August altogether?", "131,700 passengers"),
        (HONEY, "tr", "Çam, çiçek ve kestane balı toplam kaç ton oldu?", "640 ton"),
        (HONEY, "tr", "Çam ve çiçek balı toplam kaç ton oldu?", "590 ton"),
        (OBSERVATORY, "en", "How many people work at the observatory in total?", "33 people"),
        (RAILWAY, "en", "How many locomotives work on the line in total?", "23 locomotives"),
        (AWARDS, "tr", "Yarışmaya toplam kaç haber ve belgesel katıldı?", "369"),
    ],
)
def test_sums_add_what_the_question_names(article, language, question, text):
    draft = answer(article, question, language)

    assert draft is not None
    assert draft.text.split()[0] == text.split()[0]
    assert "+" in draft.calculation


@pytest.mark.parametrize(
    ("article", "language", "question"),
    [
        (RAILWAY, "en", "Which gave more, the World Bank or the European Union?"),  # dollars and euros
        (RAILWAY, "en", "How much money did the World Bank and the European Union give in total?"),
        (RAILWAY, "tr", "Dizel lokomotifler mi daha ağır, elektrikli lokomotifler mi?"),
        (OBSERVATORY, "tr", "Kuzey kubbesi mi daha yüksek, güney kubbesi mi?"),
        (OBSERVATORY, "en", "How many more students than tourists came in 2022?"),  # the text has 2023
        (HONEY, "tr", "Kestane balı mı daha çok üretildi, ıhlamur balı mı?"),
        (HONEY, "en", "Was more honey sold to Germany than to Japan?"),
        (OBSERVATORY, "tr", "Fenerin çapı mı daha büyük, kuzey kubbesinin çapı mı?"),  # no lighthouse is spoken of
        (OBSERVATORY, "tr", "Yolculuk ne kadar sürecek?"),  # the years are of something else
        (FERRY, "tr", "Martı'da kaç kişi çalışıyor?"),  # nothing to compute
        (FERRY, "en", "Who owns the ferry?"),
        (AWARDS, "en", "How many cities have a branch?"),
    ],
)
def test_nothing_is_computed_where_operands_lack_or_do_not_fit(article, language, question):
    assert answer(article, question, language) is None


def test_each_of_two_parallel_figures_has_its_own_clause():
    text = "Kuzey kulesi 164 metre, güney kulesi ise 158 metre yüksekliğindedir."

    clauses = [text[slice(*figure.clause)].strip() for figure in figures_in(Article("a", "", text), (0, len(text)))]

    assert clauses == ["Kuzey kulesi 164 metre,", "güney kulesi ise 158 metre yüksekliğindedir."]


@given(st.integers(min_value=0, max_value=10**13))
def test_a_number_written_in_turkish_is_read_back(number):
    [quantity] = find_quantities(f"Sayı {turkish_number(Decimal(number))} oldu")

    assert quantity.value == number

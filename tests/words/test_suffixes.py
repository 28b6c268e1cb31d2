"""Case endings at the end of spans, and enumerations."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa.words.suffixes import split_list, strip_case


@pytest.mark.parametrize(
    ("span", "stripped"),
    [
        ("870 bine", "870 bin"),
        ("Afet Başkanlığı'nın (AFAD)", "Afet Başkanlığı"),
        ("540 milyon liraydı", "540 milyon lira"),
        ("5 milyar 400 milyon dolara", "5 milyar 400 milyon dolar"),
        ("2,9 milyar dolarını", "2,9 milyar dolar"),
        ("Gence ve Nahçıvan'da", "Gence ve Nahçıvan"),
        ("21.150 tona", "21.150 ton"),
        ("13,9 avroyu", "13,9 avro"),
        ("9 sente", "9 sent"),
        ("900 milyonu", "900 milyon"),
        ("504 kilometresi", "504 kilometre"),
        ("10 yıllık", "10 yıl"),
        ("15 bin kişilik", "15 bin kişi"),
        ("23 makaleyi", "23 makale"),
        ("dört saatte", "dört saat"),
        ("yüzde 40'ı", "yüzde 40"),
        ("1973'te", "1973"),
        ("2003 yılında", "2003"),
        ("16 Aralık 1991'de", "16 Aralık 1991"),
        ("19 Eylül 1939 da", "19 Eylül 1939"),
        ("mayısta", "mayıs"),
        ("2024'ün ilk yarısında", "2024'ün ilk yarısı"),
        ("Almanya'ya", "Almanya"),
        ("Almanyadan", "Almanya"),
        ("Tıp Fakültesi'nde", "Tıp Fakültesi"),
        ("Ticaret Bakanlığından", "Ticaret Bakanlığı"),
        ("Ankara’da", "Ankara"),
        ("(1928)", "1928"),
        ("  Ankara.  ", "Ankara"),
    ],
)
def test_takes_the_ending_off(span, stripped):
    assert strip_case(span) == stripped


@pytest.mark.parametrize(
    "span",
    ["Büyükelçiliğinin", "Atatürk Anıtı", "Adana", "İzmir", "Hoca Ahmet Yesevi", "Konya", "Kur'an", "Dar'ül Hikmet",
     "11'inci", "dördü", "4 binden fazla", "Mayıs", "İran", "Polonya", "Lübnan", "Ege", "Edirne", "Muğla", "Manisa",
     "Van", "Ardahan", "Yeni Delhi", "Ali Kuşçu", "Dede Korkut", "13 bin 971", "A.Ş.", "bakır kazanda", "2023 Ağustos",
     "Türkmenistan", "Afganistan", "Tanzanya", "Uganda", "Ruanda", "Kanada", "Hollanda", "Yunus Emre", "Karatay", "kendir"],
)  # fmt: skip
def test_leaves_names_and_doubtful_words_alone(span):
    assert strip_case(span) == span


def test_a_span_that_ends_inside_a_word_is_left_alone():
    assert strip_case("870 bine", "Nüfus 870 binelik oldu.") == "870 bine"


@pytest.mark.parametrize(
    ("span", "items"),
    [
        ("Gence ve Nahçıvan'da", ["Gence", "Nahçıvan"]),
        ("Taşkent, Semerkant, Buhara, Namangan ve Cizzak", ["Taşkent", "Semerkant", "Buhara", "Namangan", "Cizzak"]),
        ("Hatlon, Suğd ve Dağlık Badahşan", ["Hatlon", "Suğd", "Dağlık Badahşan"]),
        (
            "İslam İşbirliği Teşkilatı (İİT), Asya'da İşbirliği ve Güven Artırıcı Önlemler Konferansı (AİGK) ve"
            " Avrupa Güvenlik ve İşbirliği Teşkilatı (AGİT)",
            ["İslam İşbirliği Teşkilatı (İİT)", "Asya'da İşbirliği ve Güven Artırıcı Önlemler Konferansı (AİGK)",
             "Avrupa Güvenlik ve İşbirliği Teşkilatı (AGİT)"],
        ),
        ("Ticaret ve Ekonomik İşbirliği Komisyonu", ["Ticaret ve Ekonomik İşbirliği Komisyonu"]),
        ("Kültür ve Turizm Bakanlığı", ["Kültür ve Turizm Bakanlığı"]),
        ("Gençlik ve Spor Bakanlığı ile Aile ve Sosyal Hizmetler Bakanlığı",
         ["Gençlik ve Spor Bakanlığı", "Aile ve Sosyal Hizmetler Bakanlığı"]),
        ("4 ayrı kitap ve 23 makale", ["4 ayrı kitap", "23 makale"]),
        ("Erasmus, Leibniz, Nietzsche", ["Erasmus", "Leibniz", "Nietzsche"]),
        ("8,9 ve 10,2", ["8,9", "10,2"]),
        ("İİT; BM ve NATO'ya", ["İİT", "BM", "NATO"]),
        ("çay ya da kahve", ["çay", "kahve"]),
        ("Ankara'da, İzmir'de ve Bursa'da", ["Ankara", "İzmir", "Bursa"]),
        ("Paris, London and Rome", ["Paris", "London", "Rome"]),
        ("Ankara", ["Ankara"]),
        ("vaşak, boz ayı ve su samurudur", ["vaşak", "boz ayı", "su samuru"]),
        ("konserve, balık unu ve balık yağına", ["konserve", "balık unu", "balık yağı"]),
        ("borç yükü ve kira giderlerini", ["borç yükü", "kira giderleri"]),
        ("elma, ceviz ve kestanelere", ["elma", "ceviz", "kestaneler"]),
        ("su, gaz ve elektriğe", ["su", "gaz", "elektriğe"]),  # the letters left would be no word
        ("gül, kaktüs ve karanfilleri", ["gül", "kaktüs", "karanfilleri"]),
    ],
)  # fmt: skip
def test_splits_enumerations(span, items):
    assert [span[start:end] for start, end in split_list(span)] == items


SPANS = st.one_of(
    st.text(), st.lists(st.sampled_from(["Ankara", "ve", ",", "'da", "12", "bin", "(", ")", "ile"])).map(" ".join)
)


@settings(deadline=None)
@given(SPANS)
def test_what_is_kept_is_a_piece_of_the_span(span):
    assert strip_case(span) in span


@settings(deadline=None)
@given(SPANS)
def test_items_are_ordered_pieces(span):
    items = split_list(span)
    assert items
    assert all(0 <= start <= end <= len(span) for start, end in items)
    assert all(first[1] <= second[0] for first, second in pairwise(items))


@settings(deadline=None)
@given(st.lists(st.sampled_from(["Ankara", "İzmir", "Yeni Delhi", "Konya", "Van Gölü"]), min_size=2, unique=True))
def test_a_list_of_names_is_split_into_them(names):
    span = f"{', '.join(names[:-1])} ve {names[-1]}'da"
    assert [span[start:end] for start, end in split_list(span)] == names

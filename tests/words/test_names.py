"""How English words meet their Turkish spelling."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa.text import fold
from qa.words.lexicon import lemmas, search_forms, translations, turkish_nouns
from qa.words.names import NameIndex, best_match, name_key, similarity, translate_terms


@pytest.mark.parametrize(
    ("english", "turkish"),
    [("Shymkent", "Şımkent"), ("Tchaikovsky", "Çaykovski"), ("Baitursynuly", "Baytursunulı"), ("Yasawi", "Yesevi"),
     ("Kazakhstan", "Kazakistan"), ("Khoja", "Hoca"), ("Baghdad", "Bağdat"), ("Dushanbe", "Duşanbe"),
     ("Zhukovsky", "Jukovski"), ("Qaraghandy", "Karagandı"), ("Washington", "Vaşington"), ("Tashkent", "Taşkent"),
     ("Chernobyl", "Çernobil"), ("Pushkin", "Puşkin"), ("Warsaw", "Varşova"), ("Ashgabat", "Aşkabat")],
)  # fmt: skip
def test_spellings_of_one_name_are_near(english, turkish):
    assert similarity(english, turkish) >= 0.8


@pytest.mark.parametrize(
    ("one", "two"), [("trade", "ticaret"), ("Caspian", "Hazar"), ("student", "stadyum"), ("Oslo", "Osman")]
)
def test_other_words_are_far(one, two):
    assert similarity(one, two) < 0.75


@pytest.mark.parametrize(
    ("one", "two"), [("Shymkent", "Şımkent"), ("Tchaikovsky", "Çaykovski"), ("Khoja", "Hoca"), ("Pushkin", "PUŞKİN")]
)
def test_key_is_shared(one, two):
    assert name_key(one) == name_key(two)


VOCABULARY = ["simkentte", "kazakistanin", "istanbul", "caykovskinin", "ticaret", "ogrenci", "baskonsolosluk", "bagdat"]


@pytest.mark.parametrize(
    ("word", "found"),
    [("Shymkent", "simkentte"), ("Kazakhstan", "kazakistanin"), ("Tchaikovsky", "caykovskinin"),
     ("istanbl", "istanbul"),
     ("ogrnci", "ogrenci"), ("Baghdad", "bagdat")],
)  # fmt: skip
def test_index_finds_inflected_and_misspelled_words(word, found):
    assert NameIndex(VOCABULARY).near(word, 1) == [found]
    assert best_match(word, VOCABULARY)[0] == found


def test_index_finds_nothing_far():
    assert NameIndex(VOCABULARY).near("photosynthesis") == []
    assert NameIndex([]).near("Ankara") == []


def test_index_is_fast_for_a_large_vocabulary():
    index = NameIndex([f"{word}{number}" for word in VOCABULARY for number in range(6000)])
    start = time.perf_counter()
    index.near("Shymkent")
    assert time.perf_counter() - start < 0.5


@pytest.mark.parametrize(
    ("question", "terms"),
    [
        ("How many Kazakh students study in Turkey?", {"Kazak", "öğrenci", "Türkiye"}),
        ("What did Germany export to the United Kingdom?", {"Almanya", "ihracat", "Birleşik", "Krallık"}),
        ("In which city did German and Egyptian ministers meet in September?", {"Alman", "Mısır", "bakan", "eylül"}),
        ("How large was the trade volume, $5.4 billion?", {"ticaret", "hacmi", "5,4", "milyar", "5", "400", "milyon"}),
        ("Who are the 13,971 people?", {"13.971", "13", "bin", "971"}),
        ("What is 8.9% of the budget in dollars?", {"yüzde", "8,9", "bütçe", "dolar"}),
        ("Which airlines fly from Moscow to Athens?", {"Moskova".lower(), "atina"}),
        ("When was the university founded?", {"üniversite"}),
        ("When did the two countries sign the agreement?", {"imzala", "anlaşma"}),
    ],
)
def test_translates_the_terms_of_a_question(question, terms):
    assert terms <= set(translate_terms(question, "en"))


def test_a_turkish_question_gives_its_figures_alone():
    assert translate_terms("13 bin 971 öğrenci nerede okuyor?", "tr") == ["13.971", "13,971", "bin", "13", "971"]
    assert translate_terms("Kaç öğrenci var?", "tr") == []


@pytest.mark.parametrize(
    ("word", "first"),
    [("embassies", "büyükelçilik"), ("students", "öğrenci"), ("signed", "imzala-"), ("universities", "üniversite"),
     ("children", "çocuk"), ("consulates general", "başkonsolosluk"), ("recognised", "tanı-"), ("running", "koş-"),
     ("exports", "ihracat"), ("prime minister", "başbakan")],
)  # fmt: skip
def test_lexicon_knows_word_forms(word, first):
    assert translations(word)[0] == first


def test_lexicon_is_well_formed():
    nouns = turkish_nouns()
    assert len(nouns) > 1200
    assert all(term and english and fold(english) == english for term, english in nouns.items())


@pytest.mark.parametrize(
    ("term", "forms"),
    [("kur-", ["kurdu", "kuran", "kuruldu", "kurma"]), ("git-", ["gitti", "giden", "gitildi", "gitme"]),
     ("ülke", ["ülke", "ülkeler", "ülkesi", "ülkede"]), ("üniversite", ["üniversite"]), ("ziyaret et-", ["ziyaret"])],
)  # fmt: skip
def test_search_forms(term, forms):
    assert search_forms(term) == forms


@settings(deadline=None)
@given(st.text())
def test_any_text_is_taken(text):
    assert isinstance(translate_terms(text, "en"), list)
    assert 0 <= similarity(text, "Ankara") <= 1
    assert lemmas(text)[0] == text

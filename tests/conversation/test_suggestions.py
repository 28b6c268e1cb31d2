import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa.conversation.suggestions import suggest, turkish_questions
from qa.conversation.suggestions_en import questions_from_translation, template_questions
from qa.corpus import Article, read_article
from qa.sentences import split_sentences
from qa.translation import load_translation

TURKISH = [
    ("Halihazırda Norveç'teki liselerde 4 bin 120 Türk öğrenci eğitim görüyor.",
     ["Norveç'teki liselerde kaç Türk öğrenci eğitim görüyor?"]),
    ("İki kurum arasındaki ortak laboratuvar, 5 Mayıs 2011'de açıldı.",
     ["İki kurum arasındaki ortak laboratuvar ne zaman açıldı?"]),
    ("Limanın yıllık yük kapasitesi 2019'da 3,2 milyon tona ulaştı.",
     ["Limanın yıllık yük kapasitesi 2019'da kaç tona ulaştı?",
      "Limanın yıllık yük kapasitesi hangi yılda 3,2 milyon tona ulaştı?"]),
    ("Şirketin yurt dışı satışları yüzde 12,5 artarak 48 milyon avroya yükseldi.",
     ["Şirketin yurt dışı satışları yüzde 12,5 artarak kaç avroya yükseldi?",
      "Şirketin yurt dışı satışları yüzde kaç artarak 48 milyon avroya yükseldi?"]),
    (
        "İsveç'in Ankara'da büyükelçiliği, İzmir, Adana ve Bursa'da fahri konsoloslukları bulunuyor.",
        ["İsveç'in nerelerde fahri konsoloslukları var?"],
    ),
    ("Belediye ilçede 6 binden fazla ağaç dikti ve parklar yenilendi.", ["Belediye ilçede kaç ağaç dikti?"]),
]  # fmt: skip
UNSAFE = [
    "Bunun 3,9 milyar doları ihracat olarak kaydedildi.",
    "Takım 9 altın, 7 gümüş ve 12 bronz madalya kazandı.",
    "Müzeyi 2022'de 46.800 kişi, 2023'te 53.100 kişi ziyaret etti.",
    "Üretimin 2022'de 18.400 ton iken 2023'te arttığı görüldü.",
    "Başkan, 300 kişinin çalışacağını söyledi.",
    "O yıl 24 oyuncu turnuvaya katıldı.",
    "İki ülke arasındaki ulaşım ilişkileri de yoğun.",
    "Toplam 12 kişi geldi.",
]
ENGLISH = [
    ("At present 4,120 Turkish students are studying at schools in Norway.",
     ["How many Turkish students are studying at schools in Norway?"]),
    ("The joint laboratory was opened on 5 May 2011.", ["When was the joint laboratory opened?"]),
    ("Since 1998, 21 meetings of the council have been held.",
     ["How many meetings of the council have been held since 1998?"]),
    ("In Oslo there are 14 parks named after poets.", ["How many parks named after poets are there in Oslo?"]),
    ("The federation has 62 member clubs.", ["How many member clubs does the federation have?"]),
    ("Norway has consulates general in Izmir, Bursa and Adana.", ["Where does Norway have consulates general?"]),
    ("The committee has been working in the city since 2003.",
     ["Since when has the committee been working in the city?"]),
    ("The society's total debts have reached 4.5 million euros since 2010.",
     ["How much have the society's total debts reached since 2010?"]),
    (
        "Fish exports of the two countries grew by 6.2 percent in 2024, reaching 90 million euros.",
        ["By what percentage did fish exports of the two countries grow in 2024?"],
    ),
    (
        "According to the report, to date 34 films have been shot in the valley, and 12 series.",
        ["How many films have been shot in the valley?"],
    ),
    ("The foundation is building a library in the Kadifekale district of Izmir.",
     ["What is the foundation building in the Kadifekale district of Izmir?"]),
    ("They met 14 times.", []),
    ("Relations are growing stronger.", []),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), TURKISH)
def test_asks_in_the_place_of_a_figure(sentence, expected):
    assert turkish_questions(sentence) == expected


@pytest.mark.parametrize("sentence", UNSAFE)
def test_makes_none_where_that_is_unsafe(sentence):
    assert turkish_questions(sentence) == []


@pytest.mark.parametrize(("sentence", "expected"), ENGLISH)
def test_asks_in_english_by_known_forms(sentence, expected):
    assert questions_from_translation(sentence) == expected


def test_asks_in_english_without_a_translation_where_all_can_be_rendered():
    sentence = "Almanya'da 2 bin 300 Türk öğretmen çalışıyor."
    assert template_questions(sentence) == ["How many Turkish teachers are there in Germany?"]
    assert template_questions("Almanya'da 2 bin 300 gagavuzcu çalışıyor.") == []


TEXT = " ".join(sentence for sentence, _ in TURKISH)
ARTICLE = Article("deneme", "Deneme", TEXT)
NEAR = [(s.start, s.end) for s in split_sentences(TEXT)]


def test_takes_one_question_a_sentence_first():
    first_of_each = [questions[0] for _, questions in TURKISH]
    assert suggest(ARTICLE, NEAR, "tr", []) == first_of_each[:3]


def test_leaves_out_what_was_asked_and_what_the_check_rejects():
    asked = ["Norveç'teki liselerde kaç öğrenci eğitim görüyor?"]
    found = suggest(ARTICLE, NEAR, "tr", asked, check=lambda question: "ne zaman" not in question)
    assert len(found) == 3
    assert not any("Norveç" in question or "ne zaman" in question for question in found)


def test_checks_no_more_than_it_needs():
    seen = []
    assert len(suggest(ARTICLE, NEAR, "tr", [], 2, check=lambda question: not seen.append(question))) == 2
    assert len(seen) == 2


def test_uses_the_translation_of_a_text(pytestconfig):
    corpus = pytestconfig.rootpath / "corpus"
    article = read_article(corpus / "kazakistan-turkiye.txt")
    translation = load_translation(article, corpus / "kazakistan-turkiye.en.txt")
    near = [(s.start, s.end) for s in split_sentences(article.text)]
    assert len(suggest(article, near, "en", [], 5, translation=translation)) == 5


@settings(deadline=None)  # the tables of names and words are read once
@given(st.text(max_size=120))
def test_takes_any_sentence(text):
    for question in (*turkish_questions(text), *questions_from_translation(text), *template_questions(text)):
        assert question.endswith("?")

import pytest

from qa.conversation import standalone
from qa.language import detect_language

TURKISH_AFTER_ENGLISH = [
    ("How much was sold to Germany?", "Peki İtalya'ya?", "How much was sold to Italy?"),
    ("How many books are in the library?", "Dergi?", "How many dergi (magazines) are in the library?"),
    ("How many tonnes of honey were produced?", "Fındık?", "How many tonnes of fındık (hazelnuts) were produced?"),
    ("Who won the translation prize?", "Deneme ödülünü?", "Who won the deneme (essay) prize?"),
    ("How much money was set aside for culture?", "Spora ne kadar?", "How much money was set aside for spor (sport)?"),
    ("How many people work at the mine?", "Peki 2010'da?", "How many people work at the mine in 2010?"),
    ("How many people work at the mine?", "Kaçı kadın?", "Madende çalışanların kaçı kadın?"),
    ("When does the shop open on Monday?", "Cumartesi?", "When does the shop open on Saturday?"),
    ("When does the shop open on weekdays?", "Hafta sonu?", "When does the shop open at the weekend?"),
    ("Which countries signed the treaty?", "Ne zaman imzalandı?", "When did the countries sign the treaty?"),
    ("Who had the mosque built?", "Hangi yılda?", "In which year was the mosque built?"),
    ("Who built the new warehouse?", "İnşaatı ne kadar sürdü?", "Yeni deponun inşaatı ne kadar sürdü?"),
    ("Which stations are on the line?", "Bunlar kaç tane?", "How many stations are on the line?"),
    ("Is the Kale stop underground?", "Peki Liman?", "Is the Liman stop underground?"),
    ("Where is the museum?", "Kaç eser var orada?", "Kaç eser var müzede?"),
    (
        "How many projects have been carried out in Ankara?",
        "Toplam tutarları ne kadar?",
        "Ankara'da gerçekleştirilen projelerin toplam tutarları ne kadar?",
    ),
]
ENGLISH_AFTER_TURKISH = [
    ("Müzede kaç halı var?", "And kilims?", "Müzede kaç kilim var?"),
    ("Kaç ton hamsi satıldı?", "And mackerel?", "Kaç ton uskumru satıldı?"),
    ("Kaç tane klips üretildi?", "And grommets?", "Kaç tane grommets üretildi?"),
    ("Trenle kaç yolcu taşındı?", "And by bus?", "Otobüsle kaç yolcu taşındı?"),
    ("Gölün yüzölçümü ne kadar?", "And how deep does it get?", "How deep does göl get?"),
    ("Kulenin yüksekliği ne kadar?", "What about the bridge?", "Köprünün yüksekliği ne kadar?"),
    ("Masal saatine kaç çocuk katıldı?", "And the chess course?", "Satranç kursa kaç çocuk katıldı?"),
    ("Gölde hangi balıklar yaşıyor?", "And birds?", "Gölde hangi kuşlar yaşıyor?"),
    ("Filmi kim yönetti?", "Where was it shot?", "Where was film shot?"),
    ("Köy nerede?", "How many people live there?", "How many people live in köy?"),
    (
        "Takımın teknik direktörü kim?",
        "When does his contract end?",
        "When does takımın teknik direktörü's contract end?",
    ),
    ("Vakfın okulları nerelerde?", "How many are they?", "Vakfın kaç okulu var?"),
    ("Yeni depo ne zaman hizmete girdi?", "Who built it?", "Who built yeni depo?"),
]
WITHIN = [
    ("Bankanın yurt dışı şubeleri nerede?", "Bunlar kaç tane?", "Bankanın kaç yurt dışı şubesi var?"),
    ("Kulenin yüksekliği ne kadar?", "Peki köprü?", "Köprünün yüksekliği ne kadar?"),
    ("Trenle kaç yolcu taşındı?", "Otobüsle?", "Otobüsle kaç yolcu taşındı?"),
    ("Maçı kaç kişi izledi?", "Hakemi kimdi?", "Maçın hakemi kimdi?"),
    ("Madende kaç kişi çalışıyor?", "Maaşları ne kadar?", "Madende çalışanların maaşları ne kadar?"),
    ("Köyün muhtarı kim?", "Kaç ev var orada?", "Kaç ev var köyde?"),
    (
        "Açılış dolayısıyla ne yayımlandı?",
        "Onu kim hazırladı?",
        "Açılış dolayısıyla yayımlanan şeyi kim hazırladı?",
    ),
    (
        "Who paid an official visit to Norway?",
        "What was published on that occasion?",
        "What was published during the official visit to Norway?",
    ),
    (
        "Which country has the most factories?",
        "How many people live in that country?",
        "How many people live in the country that has the most factories?",
    ),
    (
        "Who runs the Green Valley programme?",
        "When did this programme start?",
        "When did the Green Valley programme start?",
    ),
    ("How many gold medals did Italy win?", "And Spain's?", "How many gold medals did Spain win?"),
    ("How many tonnes of honey were sold?", "And cheese?", "How many tonnes of cheese were sold?"),
    ("When was the bridge opened?", "Who?", "By whom was the bridge opened?"),
]
TAKEN_UP = [
    ("Parkı kim tasarladı?", "Ne zaman açıldı?", "Park ne zaman açıldı?"),
    ("Hastane hangi yıl kuruldu?", "Özel mi?", "Hastane özel mi?"),
    ("Yangında kaç hektar yandı?", "Ne zaman söndürüldü?", "Yangın ne zaman söndürüldü?"),
    ("Şirketin cirosu ne kadar?", "And its profit?", "Şirketin kârı ne kadar?"),
    ("Toplantı nerede yapıldı?", "Kimler katıldı?", "Toplantıya kimler katıldı?"),
    ("Anlaşmayı kimler imzaladı?", "Kaç maddesi var?", "Anlaşmanın kaç maddesi var?"),
    ("Elma üretimi arttı mı?", "By how much?", "Elma üretimi ne kadar arttı?"),
    ("Did apple production rise?", "Peki armut?", "Did armut (pear) production rise?"),
    ("Takım kaçıncı oldu?", "With how many points?", "Takım kaç puanla oldu?"),
    ("Who gave a speech at the opening?", "O vesileyle ne yayımlandı?", "Açılışta ne yayımlandı?"),
    ("Which team won the cup?", "Kaç puanla?", "Kupayı kaç puanla kazandı?"),
    ("Which team won the cup?", "Antrenörü kim?", "Kupayı kazanan takımın antrenörü kim?"),
    ("Kupayı hangi takım kazandı?", "And last year?", "Geçen yıl kupayı hangi takım kazandı?"),
    ("Who won the cup last year?", "Bu yıl?", "Who won the cup this year?"),
    ("Seçimi kim kazandı?", "İkinci kim oldu?", "Seçimde ikinci kim oldu?"),
    ("Araştırmaya kaç kişi katıldı?", "Yüzde kaçı kadındı?", "Araştırmaya katılanların yüzde kaçı kadındı?"),
    ("Araştırmaya kaç kişi katıldı?", "Kimler yaptı?", "Araştırmayı kimler yaptı?"),
    ("Gölde yüzmek yasak mı?", "Balık tutmak?", "Gölde balık tutmak yasak mı?"),
    ("Kuzey Kutbu'na ilk kim ulaştı?", "Güney Kutbu'na?", "Güney Kutbu'na ilk kim ulaştı?"),
    ("Who reached the North Pole first?", "And the South Pole?", "Who reached the South Pole first?"),
    ("What is the price of gold?", "Gümüş?", "What is the price of silver?"),
    ("Which animals live in the cave?", "En büyüğü hangisi?", "Mağarada yaşayan hayvanların en büyüğü hangisi?"),
    ("Roman kaç sayfa?", "Who wrote it?", "Who wrote roman?"),
]
COMPLETE = [
    ("Kaç halı sergileniyor?", "tr"),
    ("Müdür kim?", "tr"),
    ("Ulu Cami'nin minaresi ne zaman yıkıldı?", "tr"),
    ("Yeni stadyum nerede yapılıyor?", "tr"),
    ("Who was the referee?", "en"),
    ("What is the tallest building?", "en"),
]


@pytest.mark.parametrize(
    ("before", "question", "expected"), TURKISH_AFTER_ENGLISH + ENGLISH_AFTER_TURKISH + WITHIN + TAKEN_UP
)
def test_forms_the_question_that_a_follow_up_amounts_to(before, question, expected):
    assert standalone(question, [before], detect_language(question, detect_language(before))) == expected


@pytest.mark.parametrize(("question", "language"), COMPLETE)
@pytest.mark.parametrize(
    "before", ["Oslo'da kaç kişi yaşıyor?", "How many people live in Oslo?", "Müze hangi gün kapalı?"]
)
def test_never_bends_a_complete_question(question, language, before):
    assert standalone(question, [before], language) == question

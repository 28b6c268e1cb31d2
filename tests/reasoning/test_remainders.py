"""What is left of a whole, asked of real models."""

import pytest

from qa.assistant import Assistant
from qa.corpus import Article

TEXT = (
    "Müzenin yeni sergisi salı günü açıldı. Sergide yer alan 320 eserin 210'u yağlı boya. Onarım için ayrılan 46 milyon "
    "liranın 41 milyonu harcandı. Müzeye bağışlanan 90 bin kitabın 25 bini henüz kataloglanmadı. Rehberlik sınavına giren "
    "240 adaydan 180'i başarılı oldu. Koşuda birincilere 200 biner, ikincilere 120 biner, üçüncülere 80 biner lira verildi. "
    "Toplam 4,8 kilometrelik bandın 3,1 kilometresi yürüyüş yoluna, kalan bölümü bisiklet yoluna ayrıldı. Dış ticaret "
    "2,6 milyar avroya çıktı. Bu tutarın 1,5 milyar avrosu ihracattan, kalanı ithalattan oluştu. Yıkılan 418 "
    "binanın 265'i Yarbaşı'da, 97'si Çakıllı'da, geri kalanı köylerdeydi. Su tüketiminin yüzde 74'ü tarımda, yüzde 15'i "
    "evlerde, kalanı sanayide gerçekleşti. Kadrodaki 48 oyuncunun 26'sı kadın. Koleksiyonda 418 saat var; bunların 260'ı cep "
    "saati, 112'si duvar saati, kalanı güneş saati ve kum saati."
)


@pytest.fixture(scope="module")
def assistant(embedder, reader):
    return Assistant.from_texts([Article("muze", "Müzede yeni sergi", TEXT)], embedder=embedder, reader=reader)


@pytest.mark.parametrize(
    ("question", "text", "calculation"),
    [
        ("Kaç eser yağlı boya değil?", "110 eser", "320 eser − 210 = 110 eser"),
        ("Ayrılan paranın ne kadarı harcanmadı?", "5 milyon lira", "46 milyon lira − 41 milyon = 5 milyon lira"),
        ("Kaç aday başarılı olamadı?", "60 aday", "240 aday − 180 = 60 aday"),
        ("Bisiklet yolu kaç kilometre?", "1,7 kilometre", "4,8 kilometre − 3,1 kilometre = 1,7 kilometre"),
        ("İthalat ne kadar?", "1,1 milyar avro", "2,6 milyar avro − 1,5 milyar avro = 1,1 milyar avro"),
        ("Kadroda kaç erkek oyuncu var?", "22 oyuncu", "48 oyuncu − 26 = 22 oyuncu"),
        ("Köylerde kaç bina yıkıldı?", "56 bina", "418 bina − 265 − 97 = 56 bina"),
        ("Suyun yüzde kaçı sanayide kullanıldı?", "yüzde 11", "yüzde 100 − yüzde 74 − yüzde 15 = yüzde 11"),
        ("What share of the water was used by industry?", "11%", "100% − 74% − 15% = 11%"),
        ("Evlerde mi daha çok su tüketildi, sanayide mi?", "Evlerde", "Evlerde: yüzde 15 > sanayide: yüzde 11"),
        ("Su en az nerede tüketildi?", "sanayide", "yüzde 11 < yüzde 15 < yüzde 74"),
        ("Kaç kitap kataloglandı?", "65.000 kitap", "90 bin kitap − 25 bin = 65.000 kitap"),
        (
            "How much of the money set aside was not spent?",
            "5 million lira",
            "46 million lira − 41 million = 5 million lira",
        ),
    ],
)
def test_the_rest_is_computed(assistant, question, text, calculation):
    answer = assistant.ask(question)
    assert (answer.text, answer.calculation) == (text, calculation)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Kaç eser yağlı boya?", "210"),
        ("Kaç aday başarılı oldu?", "180"),
        ("Kaç kitap kataloglanmadı?", "25 bin"),
        ("Yürüyüş yolu kaç kilometre?", "3,1 kilometre"),
    ],
)
def test_what_the_text_says_is_read(assistant, question, text):
    assert assistant.ask(question).text == text


def test_amounts_apiece_share_their_currency(assistant):
    answer = assistant.ask("Birinciler üçüncülerden kaç lira fazla aldı?")
    assert answer.text == "120.000 lira"


def test_a_rest_of_two_kinds_is_not_shared_out(assistant):
    answer = assistant.ask("Kaç güneş saati var?")
    assert "46" not in answer.text and not answer.calculation

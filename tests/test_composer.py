import pytest

from qa import Article, Assistant

HOSPITAL = Article(
    "hospital",
    "Çamdere hastanesi",
    "Çamdere Devlet Hastanesi 2019'da açıldı. Laboratuvar bölümü biyokimya, mikrobiyoloji ve patoloji birimlerinden "
    "oluşuyor. Hastanede çok sayıda gönüllü çalışıyor. Yeni poliklinikler geriatri, romatoloji ve el cerrahisidir. "
    "Hastanede 340 yatak bulunuyor. Geçen yıl hastanede 2.140 bebek doğdu, 890 hasta ameliyat edildi. Bekleme süresi "
    "48 dakikadan 29 dakikaya düştü. Acil servisin toplam alanı 1.250 metrekare, bekleme salonu 180 metrekaredir. "
    "Hastane, Norveç'teki Bergen Hastanesi, Peru'daki Lima Hastanesi ve Kore'deki Busan Hastanesi ile anlaşma yaptı.",
)


@pytest.fixture(scope="module")
def assistant(embedder, reader):
    return Assistant.from_texts([HOSPITAL], embedder=embedder, reader=reader)


@pytest.mark.parametrize(
    ("question", "items"),
    [
        ("Laboratuvar bölümü hangi birimlerden oluşuyor?", ["biyokimya", "mikrobiyoloji", "patoloji"]),
        ("Yeni poliklinikler neler?", ["geriatri", "romatoloji", "el cerrahisi"]),
        ("Which are the new outpatient clinics?", ["geriatri", "romatoloji", "el cerrahisi"]),
    ],
)
def test_the_items_of_a_list_stand_without_what_they_share(assistant, question, items):
    answer = assistant.ask(question)
    assert answer.kind == "list"
    assert [span.text for span in answer.spans] == items


def test_of_things_in_several_places_the_one_asked_for_is_given(assistant):
    answer = assistant.ask("Peru'da hangi hastanelerle anlaşma yapıldı?")
    assert [span.text for span in answer.spans] == ["Lima Hastanesi"]


def test_many_is_no_number(assistant):
    assert not assistant.ask("Hastanede kaç gönüllü çalışıyor?").answerable
    assert assistant.ask("Hastanede kaç yatak bulunuyor?").text == "340"


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Geçen yıl hastanede kaç bebek doğdu, kaç hasta ameliyat edildi?", "2.140 bebek; 890 hasta"),
        ("Bekleme süresi önceden kaç dakikaydı, şimdi kaç dakika?", "48 dakika; 29 dakika"),
        ("Acil servisin toplam alanı kaç metrekaredir?", "1.250 metrekare"),
    ],
)
def test_numbers_of_several_parts_say_what_they_count(assistant, question, text):
    assert assistant.ask(question).text == text

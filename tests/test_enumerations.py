import pytest

from qa.enumerations import find_enumerations


def possible(text):
    return [{text[a:b] for a in e.starts for b in e.ends} for e in find_enumerations(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("İlçede elma, armut ve kiraz yetişiyor.", "elma, armut ve kiraz"),
        ("Şirketin Bursa, Konya ve Adana'da fabrikası var.", "Bursa, Konya ve Adana"),
        ("Norveç'in Oslo'da müzesi, Bergen, Tromso ve Narvik'te limanları var.", "Bergen, Tromso ve Narvik"),
        ("Kulüp Ali Can, Veli Ak ile Can Er'i aldı.", "Ali Can, Veli Ak ile Can Er"),
        ("Bunlar arasında yeni yapılan Büyük Ova Yolu, tuz üretimi ve su hattı gibi işler var.",
         "Büyük Ova Yolu, tuz üretimi ve su hattı"),
        ("Peru, Birleşmiş Milletler (BM), Dünya Bankası ve OPEC'e üye.",
         "Birleşmiş Milletler (BM), Dünya Bankası ve OPEC"),
    ],
)  # fmt: skip
def test_the_whole_enumeration_is_offered(text, whole):
    assert any(whole in options for options in possible(text))


def test_an_enumeration_does_not_begin_within_itself():
    options = possible("Şirketin Bursa, Konya ve Adana'da fabrikası var.")[0]
    assert "Konya ve Adana" not in options


def test_no_enumeration():
    assert find_enumerations("Ankara başkenttir.", 0, 18) == []

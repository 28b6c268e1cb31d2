import pytest

from qa.enumerations import find_enumerations, without_lead


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


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("Peru ile Kenya, BM, NATO ve AGİT", ["BM", "NATO", "AGİT"]),
        ("Anadolu'dan getirilen halı, kilim ve çini", ["halı", "kilim", "çini"]),
        ("anıt, park ve okul", ["anıt", "park", "okul"]),
        ("Kupaya Ordu, Muğla ve Bartın", ["Ordu", "Muğla", "Bartın"]),
        ("Ali ile Veli ve Can", ["Ali", "Veli", "Can"]),
        (
            "yeni yapılan yol, eski yıkılan köprü ve onarılan han",
            ["yeni yapılan yol", "eski yıkılan köprü", "onarılan han"],
        ),
    ],
)
def test_what_stands_before_the_items_is_left_out(text, items):
    found, at = [], 0
    for piece in text.replace(" ve ", ", ").replace("Ali ile Veli", "Ali, Veli").split(", "):
        at = text.index(piece, at)
        found.append((at, at + len(piece)))
    assert [text[start:end] for start, end in without_lead(text, found)] == items

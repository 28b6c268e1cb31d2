import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.list_edges import fit_edges, named_beside, names_of
from qa.words.suffixes import split_list


def fitted(text, span, question="Neler var?"):
    start = text.index(span)
    return text[slice(*fit_edges(question, text, start, start + len(span)))]


@pytest.mark.parametrize(
    ("text", "span", "whole"),
    [
        (
            "Salonda kafe, kitaplık ve küçük çocuklar için oyun köşesinden yararlanılabiliyor.",
            "kafe, kitaplık ve küçük çocuklar",
            "kafe, kitaplık ve küçük çocuklar için oyun köşesinden",
        ),
        (
            "Köylüler konuklara ayran, gözleme ve soğuk karpuz ikram etti.",
            "ayran, gözleme ve soğuk karpuz ikram",
            "ayran, gözleme ve soğuk karpuz",
        ),
        (
            "Öğrenciler tıp, hukuk ve uluslararası ilişkiler okumayı seçti.",
            "tıp, hukuk ve uluslararası ilişkiler okumayı",
            "tıp, hukuk ve uluslararası ilişkiler",
        ),
        (
            "Ziyaretçiler Ay'ı, Mars'ı ve Venüs'ü küçük teleskoplarla izler.",
            "Ay'ı, Mars'ı ve Venüs'ü küçük teleskoplarla",
            "Ay'ı, Mars'ı ve Venüs",
        ),
        (
            "Okulun mezunları ressam Ali Tan, cerrah Ece Gül ve romancı Can Ak oldu.",
            "Ali Tan, cerrah Ece Gül ve romancı Can Ak",
            "ressam Ali Tan, cerrah Ece Gül ve romancı Can Ak",
        ),
        (
            "Turne kasımda Manisa, Aydın ve Uşak'ı, baharda ise Selanik'i kapsıyor.",
            "Manisa, Aydın ve Uşak'ı, baharda ise Selanik",
            "Manisa, Aydın ve Uşak'ı",
        ),
        ("Ovada pamuk, mısır ve yonca ekiliyor.", "pamuk, mısır ve yonca", "pamuk, mısır ve yonca"),
    ],
)
def test_a_list_ends_where_its_items_do(text, span, whole):
    assert fitted(text, span) == whole


def test_names_alone_answer_where():
    text = "Oslo'dan gelen bir tar, Bergen'den gelen bir sitar ve Narvik"
    items = split_list(text)

    assert [text[a:b] for a, b in names_of("Nerelerden geldi?", text, items, places=True)] == [
        "Oslo",
        "Bergen",
        "Narvik",
    ]
    assert names_of("Neler geldi?", text, items, places=False) == items


def test_a_list_may_go_on_from_a_name():
    text = "Yeni kurul, Oğuz Kaya'nın yanı sıra Ece Ak, Can Alaz ve Sema Tan'dan oluştu."
    start = text.index("Ece")

    place = named_beside("Kurulda kimler var?", text, start)
    assert place and text[slice(*place)] == "Oğuz Kaya"
    assert named_beside("Oğuz Kaya'nın dışında kimler var?", text, start) is None
    assert named_beside("Kimler var?", text, 0) is None


@given(st.text(alphabet="ab ,'vexyıİ.", max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_edges_stay_within_the_text(text, one, two):
    start, end = sorted((min(one, len(text)), min(two, len(text))))
    first, last = fit_edges("Neler?", text, start, end)

    assert 0 <= first <= last <= len(text)

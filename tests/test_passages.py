import pytest

from qa.corpus import Article
from qa.passages import leans_back, passage_text, split_passages

TEXT = "Giriş cümlesi burada.\n\nDış ticaret\n\nTicaret hacmi 5 milyar dolar oldu. Bunun 3,9 milyar doları ihracat."


def test_a_passage_is_a_sentence_with_its_context():
    article = Article("a", "Raporu", TEXT)
    passages = split_passages(article)
    assert [TEXT[p.start : p.end] for p in passages] == [
        "Giriş cümlesi burada.",
        "Ticaret hacmi 5 milyar dolar oldu.",
        "Bunun 3,9 milyar doları ihracat.",
    ]
    assert [p.heading for p in passages] == ["", "Dış ticaret", "Dış ticaret"]
    assert TEXT[passages[2].lead : passages[2].end].startswith("Ticaret hacmi")
    assert passage_text(article, passages[1]) == "Raporu — Dış ticaret — Ticaret hacmi 5 milyar dolar oldu."


def test_headings_alone_are_passages():
    assert len(split_passages(Article("a", "", "Yalnız başlık"))) == 1


@pytest.mark.parametrize(
    "sentence", ["Bunun yarısı ihracat.", "Aynı dönemde düştü.", "Söz konusu proje bitti.", "Orada yaşar."]
)
def test_sentences_that_lean_back(sentence):
    assert leans_back(sentence)


@pytest.mark.parametrize("sentence", ["Ankara büyüdü.", "Türkiye kazandı.", "Orman yandı.", "Sular yükseldi."])
def test_sentences_that_stand_alone(sentence):
    assert not leans_back(sentence)

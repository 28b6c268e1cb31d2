import pytest

from qa.corpus import Article
from qa.index import Index
from qa.retriever import Retriever

ARTICLES = [
    Article(
        "trade",
        "Almanya ile ticaret",
        "Almanya'ya ihracat 2023'te 21 milyar dolara çıktı. Bunun yarısı otomotiv ürünü.",
    ),
    Article("town", "Şuhut", "Şuhut'ta 14 köy ve 3 kütüphane vardır. Belediye başkanı Selçuk Iğdır'dır."),
    Article("sport", "Kupa", "Kupayı Çaykaraspor kazandı. Maçı 4 bin kişi izledi."),
    Article("lake", "Göl", "Gölün en derin yeri 40 metredir. Gölde 12 tür balık yaşar."),
]


@pytest.fixture(scope="module")
def retriever(embedder):
    index = Index(embedder)
    index.add(ARTICLES)
    return Retriever(index)


@pytest.mark.parametrize(
    ("question", "language", "article"),
    [
        ("Almanya'ya ihracat ne kadar?", "tr", "trade"),
        ("almanyaya ihracat ne kadar", "tr", "trade"),
        ("ALMANYA İHRACAT", "tr", "trade"),
        ("almnaya ihracaat", "tr", "trade"),
        ("How much was exported to Germany?", "en", "trade"),
        ("Germany export ne kadar", "tr", "trade"),
        ("Shuhut'ta kaç kütüphane var?", "tr", "town"),
        ("How many villages are there in Shuhut?", "en", "town"),
        ("selcuk igdir kim", "tr", "town"),
        ("Who won the cup, Caykaraspor?", "en", "sport"),
        ("Gölün derinliği?", "tr", "lake"),
    ],
)
def test_the_passage_is_found_however_it_is_typed(retriever, question, language, article):
    assert article in [hit.article.id for hit in retriever.search(question, 2, language)]


def test_hits_are_ordered_and_limited(retriever):
    hits = retriever.search("Gölde ne yaşar?", 3)
    assert len(hits) == 3 and [h.score for h in hits] == sorted((h.score for h in hits), reverse=True)
    assert -1 <= hits[0].dense <= 1.001 and hits[0].lexical >= 0


def test_an_empty_index_has_no_hits(embedder):
    assert Retriever(Index(embedder)).search("Ne?") == []

"""Spans that the reader likes and that answer another question, refused with real models."""

import pytest

from qa.assistant import Assistant
from qa.corpus import Article

TEXT = (
    "Yelken 110 otomobil ve 600 yolcu alabiliyor; eski Kaptan Zeki'nin güvertesine ise 72 otomobil sığıyor. Öğretmen Nuran "
    "Sorgun köye Kastamonu'dan tayin edildi ve dokuz yıl kaldı. Onarımda yerli ve yabancı firmalar çalışıyor. İlk aşama "
    "Tersane, Kuyubaşı, Fener ve Hacılar mahallelerini kapsıyor. Peru'daki üniversitelerde 4.300 Norveçli öğrenci okuyor. "
    "Norveç, ülkenin en büyük ikinci ticaret ortağıdır."
)


@pytest.fixture(scope="module")
def assistant(embedder, reader):
    return Assistant.from_texts([Article("liman", "Kıyıda bir yıl", TEXT)], embedder=embedder, reader=reader)


@pytest.mark.parametrize(
    "question",
    [
        "How many passengers does the Kaptan Zeki hold?",
        "Nuran Sorgun köyden sonra nereye tayin edildi?",
        "Onarımda hangi firmalar çalışıyor?",
        "Which neighbourhoods does the second phase cover?",
        "Norveç'teki üniversitelerde kaç Perulu öğrenci okuyor?",
    ],
)
def test_what_is_said_of_something_else_is_no_answer(assistant, question):
    assert not assistant.ask(question).answerable


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Yelken kaç yolcu alabiliyor?", "600"),
        ("Nuran Sorgun nereden tayin edildi?", "Kastamonu"),
        ("Which neighbourhoods does the first phase cover?", "Tersane, Kuyubaşı, Fener and Hacılar"),
        ("Peru'daki üniversitelerde kaç Norveçli öğrenci okuyor?", "4.300"),
    ],
)
def test_what_is_said_of_it_is_one(assistant, question, text):
    assert text in assistant.ask(question).text

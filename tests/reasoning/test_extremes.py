"""Superlatives over figures that stand side by side, asked of real models."""

import pytest

from qa.assistant import Assistant
from qa.corpus import Article

TEXT = (
    "Sahil boyunca 640 ağaç dikildi; bunların 410'u zeytin, 150'si çınar, 80'i mimoza. Giderin 80 milyonunu belediye, 51 "
    "milyonunu Kalkınma Ajansı karşıladı. Turnuvada Selin Ak 12, Burcu Tan 15, Nehir Koç 9 sayı attı. Elma üretimi 4.200 "
    "ton, armut üretimi 1.900 ton, kiraz üretimi 6.300 ton oldu. Kuzey hattı 14 kilometre, güney hattı 22 kilometre "
    "uzunluğunda. Köylerden Akpınar'da 320, Taşlı'da 145, Derecik'te 410 kişi yaşıyor. Oylamada ilk iki film 40'ar oy "
    "aldı. Ressam 1979'da Deniz Ödülü'nü, 1988'de Ada Ödülü'nü kazandı."
)


@pytest.fixture(scope="module")
def assistant(embedder, reader):
    return Assistant.from_texts([Article("sahil", "Sahil", TEXT)], embedder=embedder, reader=reader)


@pytest.mark.parametrize(
    ("question", "text", "calculation"),
    [
        ("En çok hangi ağaç dikildi?", "zeytin", "410 > 150 > 80"),
        ("Which tree was planted least?", "mimoza", "80 < 150 < 410"),
        ("Giderin en büyük bölümünü kim karşıladı?", "belediye", "80 milyon > 51 milyon"),
        ("En çok sayıyı kim attı?", "Burcu Tan", "15 > 12 > 9 sayı"),
        ("Hangi meyve en çok üretildi?", "kiraz", "6.300 ton > 4.200 ton > 1.900 ton"),
        ("Which line is the longest?", "south", "22 kilometres > 14 kilometres"),
        ("En kalabalık köy hangisi?", "Derecik", "410 kişi > 320 > 145"),
        ("Which prize did she win first?", "Deniz Ödülü", "1979 < 1988"),
        ("En son hangi ödülü kazandı?", "Ada Ödülü", "1988 > 1979"),
    ],
)
def test_the_most_is_found_among_figures(assistant, question, text, calculation):
    answer = assistant.ask(question)
    assert (answer.text, answer.calculation) == (text, calculation)
    assert all(TEXT[span.start : span.end] == span.text for span in answer.spans)


@pytest.mark.parametrize("question", ["En uzun köprü hangisi?", "Which bridge is the longest?"])
def test_what_has_no_figures_has_no_most(assistant, question):
    assert not assistant.ask(question).answerable


def test_things_are_listed_and_their_kinds_counted_without_how_many_there_are(assistant):
    listed = assistant.ask("Hangi ağaçlar dikildi?")
    assert (listed.text, listed.kind) == ("zeytin, çınar ve mimoza", "list")
    assert assistant.ask("Kaç çeşit ağaç dikildi?").text == "3"
    assert assistant.ask("Kaç ağaç dikildi?").text == "640"

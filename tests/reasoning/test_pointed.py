"""Operands that only the reader can find, asked of real models in other words than the text's."""

import math

import pytest

from qa.answerer import Finding
from qa.assistant import Assistant
from qa.corpus import Article
from qa.reasoning.pointed import point_at_labels, point_at_pair

TEXT = (
    "Kulübün kurucusu Ferit Somer derneği 1931'de devraldı, 1958'de oğluna bıraktı. Müzeye giriş yetişkinlere 140, "
    "öğrencilere 60 lira. Takım geçen kış 18 maç, bu kış 31 maç oynadı. Şenlikte 42 gösteri Akpınar'da, 27'si Taşlı'da, "
    "15'i Derecik'te sahnelendi. Parkur ilk yıl 430, bugün 612 kilometre uzunluğunda."
)


@pytest.fixture(scope="module")
def assistant(embedder, reader):
    return Assistant.from_texts([Article("kulup", "Kulüp", TEXT)], embedder=embedder, reader=reader)


@pytest.mark.parametrize(
    ("question", "text", "calculation"),
    [
        ("How many years did Ferit Somer lead the association before handing it over?", "27 years", "1958 − 1931 = 27"),
        ("Ferit Somer derneği kaç yıl yönetti?", "27 yıl", "1958 − 1931 = 27"),
        (
            "By how many kilometres has the course grown since the first year?",
            "182 kilometres",
            "612 kilometres − 430 = 182 kilometres",
        ),
        ("How much more does a grown-up pay than a pupil?", "80 lira", "140 − 60 lira = 80 lira"),
        ("Which village hosted the most performances?", "Akpınar", None),
        ("En çok gösteri hangi köye düştü?", "Akpınar", "42 gösteri > 27 > 15"),
    ],
)
def test_operands_are_found_where_the_words_do_not_meet(assistant, question, text, calculation):
    answer = assistant.ask(question)
    assert answer.text == text
    assert calculation in (None, answer.calculation)
    assert all(TEXT[span.start : span.end] == span.text for span in answer.spans)


@pytest.mark.parametrize(
    "question",
    [
        "How many more shows were there in Paris than in Akpınar?",
        "Viyana'daki müze Ferit Somer'den kaç yıl önce kuruldu?",
    ],
)
def test_what_the_text_lacks_is_not_computed(assistant, question):
    assert not assistant.ask(question).answerable


def test_nothing_stands_out_where_nothing_was_read():
    finding = Finding(None, (), {}, 0.0)
    assert finding.score("kulup", 0, 4) == -math.inf
    assert point_at_pair([], finding) is None
    assert point_at_labels([], finding) == []

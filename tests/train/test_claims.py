import random
from collections import Counter

import pytest

from train.claims import NO, OPEN, YES, Claims, as_claim


@pytest.mark.parametrize(
    ("question", "answer", "claim"),
    [
        ("Fabrikada kaç işçi çalışıyor?", "450", "Fabrikada 450 işçi mi çalışıyor?"),
        ("Fabrikada kaç işçi çalışıyor?", "450 işçi", "Fabrikada 450 işçi mi çalışıyor?"),
        ("Köprüyü kim yaptı?", "Ali Doğru", "Köprüyü Ali Doğru mu yaptı?"),
        ("Kim geldi?", "komşu kızı", "Komşu kızı mı geldi?"),
        ("Okul ne zaman açıldı?", "12 Mayıs'ta", "Okul 12 Mayıs'ta mı açıldı?"),
        ("Müze nerede?", "Gül Sokağı'nda", "Müze Gül Sokağı'nda mı?"),
    ],
)
def test_an_answer_takes_the_place_of_the_wh_words(question, answer, claim):
    assert as_claim(question, answer) == claim


@pytest.mark.parametrize(
    ("question", "answer"),
    [("Neden geciktiler?", "yağmurdan"), ("Kim geldi?", "sabah erkenden kalkıp yola çıkan iki komşu")],
)
def test_what_would_read_badly_is_no_claim(question, answer):
    assert as_claim(question, answer) is None


def test_claims_hold_fail_or_stay_open_as_the_passage_says(data):
    claims = Claims(data, random.Random(2))
    made = [claim for _ in range(60) for asked in claims.asked for claim in claims.make(*asked)]
    assert Counter(claim.label for claim in made).keys() == {NO, YES, OPEN}
    sentences = [text.context for text, _ in claims.asked]
    for claim in made:
        assert any(claim.passage in text for text in sentences)


def test_a_written_question_is_shown_where_it_is_decided(data):
    claims = Claims(data, random.Random(2))
    for text, question, asked, label in claims.judged:
        first, *rest = claims.draw(text, question, asked, label)
        assert first.label == label == YES
        assert question.answer in first.passage
        assert all(claim.label == OPEN and question.answer not in claim.passage for claim in rest)

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from train.noise import KINDS, half_plain, keywords, lower, noisy, plain, typo

QUESTION = "Türkiye'nin Iğdır'daki yatırımı kaç dolardır?"


@given(st.text(min_size=1).filter(str.strip), st.integers(0, 10_000))
def test_noise_keeps_text_non_empty(text, seed):
    assert noisy(text, random.Random(seed))


@given(st.text(min_size=1).filter(str.strip), st.integers(0, 100))
def test_every_kind_of_noise_takes_any_text(text, seed):
    for change, _ in KINDS:
        assert isinstance(change(text, random.Random(seed)), str)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (plain, "turkiye'nin igdir'daki yatirimi kac dolardir?"),
        (lower, "türkiye'nin ığdır'daki yatırımı kaç dolardır"),
    ],
)
def test_noise_knows_turkish_letters(change, expected):
    assert change(QUESTION, random.Random(0)) == expected


def test_keywords_drop_question_words_of_either_language():
    assert keywords("Zirve ne zaman yapıldı?", random.Random(0)).lower() == "zirve yapıldı"
    assert keywords("When was the summit held?", random.Random(0)).lower() == "summit held"


def test_half_plain_keeps_the_words():
    assert len(half_plain(QUESTION, random.Random(3)).split()) == len(QUESTION.split())


def test_typo_changes_the_inside_of_a_word_only():
    for seed in range(50):
        changed = typo("kapısı", random.Random(seed))
        assert changed[0] == "k"
        assert abs(len(changed) - 6) <= 1


def test_noise_is_repeatable():
    assert [noisy(QUESTION, random.Random(9)) for _ in range(3)] == [noisy(QUESTION, random.Random(9))] * 3

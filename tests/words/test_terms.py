from hypothesis import given
from hypothesis import strategies as st

from qa.text import fold
from qa.words.terms import Mentions, Term, agree, find_terms

TURKISH_WORDS = st.text("abcçdefgğhıijklmnoöprsştuüvyz", min_size=1, max_size=12)


@given(st.lists(TURKISH_WORDS, min_size=1, max_size=12), TURKISH_WORDS)
def test_a_word_is_found_wherever_a_form_agrees_with_it(said: list[str], asked: str) -> None:
    text, form = " ".join(said), fold(asked)

    found = Mentions(text).find(Term(0, len(asked), asked, (form,)))

    assert [text[start:end] for start, end in found] == [word for word in said if agree(form, fold(word))]


@given(TURKISH_WORDS, TURKISH_WORDS)
def test_agreement_goes_both_ways_between_words_of_one_length(one: str, two: str) -> None:
    if len(one) == len(two):
        assert agree(fold(one), fold(two)) == agree(fold(two), fold(one))


def test_offsets_are_those_of_the_whole_text() -> None:
    text = "Köprü açıldı. Köprünün boyu 300 metre."
    (term,) = [t for t in find_terms("Köprü ne kadar?", "tr")]

    assert [text[start:end] for start, end in Mentions(text, 14).find(term)] == ["Köprünün"]


def test_an_english_word_meets_the_turkish_one() -> None:
    text = "Köprünün boyu 300 metre."
    (term,) = [t for t in find_terms("How long is the bridge?", "en") if t.text == "bridge"]

    assert Mentions(text).holds(term)


def test_an_unknown_word_meets_what_sounds_like_it() -> None:
    (term,) = [t for t in find_terms("Who runs Shahinkaya?", "en") if t.text == "Shahinkaya"]

    assert Mentions("Şahinkaya Barajı'nı kim işletiyor?").holds(term)

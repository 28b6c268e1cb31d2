import pytest

from qa.words.synonyms import synonyms
from qa.words.terms import Mentions, find_terms


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("doğdu", "dunyaya geldi"),
        ("doğmuş", "dunyaya geldi"),
        ("öl-", "vefat"),
        ("uçuşu", "sefer"),
        ("masrafların", "gider"),
        ("açıldığı", "hizmete girdi"),
    ],
)
def test_words_that_say_the_same_stand_for_one_another(word, other):
    assert other in synonyms(word)


@pytest.mark.parametrize("word", ["defter", "köprü", "yapışkan", "ölçü", "açı"])
def test_a_word_of_its_own_has_none(word):
    assert synonyms(word) == ()


def test_a_text_speaks_of_what_it_says_in_other_words():
    (flights,) = [term for term in find_terms("Haftada kaç uçuş var?", "tr") if term.text == "uçuş"]
    (born,) = [term for term in find_terms("When was the painter born?", "en") if term.text == "born"]

    assert Mentions("Haftada 192 sefer düzenleniyor.").holds(flights)
    assert Mentions("Ressam 1911'de Bursa'da dünyaya geldi.").holds(born)

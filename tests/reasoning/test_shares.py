import pytest

from qa import Article
from qa.reasoning.shares import find_share
from tests.findings import finding_in

RACE = Article(
    "race",
    "Dağ koşusu",
    "Koşuya 131 sporcu katıldı, bunların 94'ü bitiş çizgisine ulaştı. Hastanede 11.620 ameliyatın 7.940'ı planlı, 3.680'i "
    "acil yapıldı. Kurulmuş 312 hattın 87'si artık kullanılmıyor.",
)


@pytest.mark.parametrize(
    ("language", "question", "text"),
    [
        ("tr", "Koşuya katılan sporcuların kaçı bitiş çizgisine ulaştı?", "94"),
        ("tr", "Ameliyatların kaçı acil yapıldı?", "3.680"),
        ("en", "How many of the operations were planned?", "7,940"),
    ],
)
def test_the_part_that_is_asked_for_is_given(language, question, text):
    draft = find_share(question, language, finding_in(RACE, question, language))

    assert draft is not None and draft.text == text
    assert RACE.text[draft.spans[0].start : draft.spans[0].end] == draft.spans[0].text


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("tr", "Hatların kaçı hâlâ kullanılıyor?"),  # the text says it of the others
        ("tr", "Koşuya kaç sporcu katıldı?"),
        ("en", "How many of the operations were not planned?"),
    ],
)
def test_nothing_is_taken_for_such_a_part(language, question):
    assert find_share(question, language, finding_in(RACE, question, language)) is None

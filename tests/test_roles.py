import pytest

from qa.corpus import Article
from qa.roles import expected_case, is_reached, role_fit
from tests.reasoning_texts import PORT


@pytest.mark.parametrize(
    ("question", "language", "case"),
    [
        ("Okulu kim yaptı?", "tr", "nominative"), ("Kime verildi?", "tr", "dative"), ("Kimin eseri?", "tr", "genitive"),
        ("Nerede kuruldu?", "tr", "locative"), ("Nereden geldi?", "tr", "ablative"), ("Hangi şehirde?", "tr", "locative"),
        ("Kaç kişi geldi?", "tr", None), ("Who built it?", "en", "nominative"), ("Whose work is it?", "en", "genitive"),
        ("In which city?", "en", "locative"), ("Where did it come from?", "en", "ablative"), ("How many?", "en", None),
    ],
)  # fmt: skip
def test_the_case_that_a_question_asks_for(question, language, case):
    assert expected_case(question, language) == case


def test_a_name_in_another_case_is_no_answer():
    article = Article("a", "", "Vakıf, Bolu'nun Mudurnu ilçesinde, Ankara'da okul yapıyor.")

    def fit(question, name):
        start = article.text.index(name)
        return role_fit(question, "tr", article, start, start + len(name))

    assert fit("Okulu kim yapıyor?", "Bolu") == -1
    assert fit("Okul nerede yapılıyor?", "Ankara") == 1
    assert fit("Okulu kim yapıyor?", "Vakıf") == 0
    assert fit("Kaç okul var?", "Ankara") == 0


@pytest.mark.parametrize(
    ("question", "language", "right"),
    [
        ("Bekleme süresi önceden kaç dakikaydı?", "tr", "48 dakikadan"),
        ("Bekleme süresi kaç dakikaya indi?", "tr", "29 dakikaya"),
        ("What was the waiting time before?", "en", "48 dakikadan"),
        ("To how many minutes did the waiting time fall?", "en", "29 dakikaya"),
    ],
)
def test_a_change_has_a_figure_before_it_and_one_after(question, language, right):
    article = Article("a", "", "Bekleme süresi bir yılda 48 dakikadan 29 dakikaya indi.")
    for span in ("48 dakikadan", "29 dakikaya"):
        start = article.text.index(span)
        fit = role_fit(question, language, article, start, start + len(span))
        assert fit == (1 if span == right else -1)


def test_what_something_grew_to_is_told_from_what_it_grew_by():
    def reached(span):
        start = PORT.text.index(span)
        return is_reached(PORT, start, start + len(span))

    assert reached("42 milyon lira")
    assert reached("yüzde 18 artarak 42 milyon liraya")
    assert not reached("yüzde 18")
    assert not reached("610 milyon lira")


def test_what_something_reached_is_in_the_dative():
    def fit(question, language, span):
        start = PORT.text.index(span)
        return role_fit(question, language, PORT, start, start + len(span))

    assert fit("Limanın geliri ne kadara yükseldi?", "tr", "42 milyon lira") == 1
    assert fit("Limanın geliri ne kadara yükseldi?", "tr", "yüzde 18") == -1
    assert fit("How much did the revenue reach?", "en", "42 milyon lira") == 1
    assert fit("Net kâr ne kadar?", "tr", "610 milyon lira") == 0

import pytest

from qa.corpus import Article
from qa.reasoning.verdict import decide
from tests.findings import finding_in

RANKS = Article(
    "ranks",
    "Akarca",
    "Akarca, ülkenin en kalabalık dördüncü kenti. Akarca Üniversitesi dünya sıralamasında 412. sırada yer aldı. Kentin "
    "hentbol takımı ligi üçüncü sırada bitirdi. Kitap fuarı ikinci kez düzenlendi.",
)


def verdict(question, language):
    draft = decide(question, language, finding_in(RANKS, question, language), lambda q: finding_in(RANKS, q, language))
    return draft and draft.text


@pytest.mark.parametrize(
    ("language", "question", "text"),
    [
        ("tr", "Akarca ülkenin en kalabalık beş kenti arasında mı?", "Evet."),
        ("tr", "Akarca en kalabalık ilk üç kent arasında mı?", "Hayır, dördüncü."),
        ("tr", "Üniversite dünya sıralamasında ilk 400 içinde mi?", "Hayır, 412."),
        ("tr", "Hentbol takımı ligi ilk dörtte mi bitirdi?", "Evet."),
        ("en", "Is Akarca among the five most populous cities of the country?", "Yes."),
        ("en", "Is Akarca University in the world's top 400?", "No: 412."),
        ("en", "Did the handball team finish in the top two?", "No: third."),
    ],
)
def test_a_rank_is_set_against_the_first_so_many(language, question, text):
    assert verdict(question, language) == text


def test_times_are_no_ranks():
    assert verdict("Kitap fuarı en büyük üç fuar arasında mı?", "tr") is None

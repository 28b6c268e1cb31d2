import pytest

from qa.agreement import agreement
from qa.corpus import Article

ARTICLE = Article(
    "a",
    "",
    "Norveç'ten Peru'ya 12, Peru'dan Norveç'e ise 7 gemi gitti. Okulda 2022'de 340, 2023'te 410 öğrenci vardı. "
    "Bunun 31 tonu çay, 20 tonu ise fındık olarak kaydedildi. Kulübün 5 şubesi var.",
)


@pytest.mark.parametrize(
    ("question", "language", "right", "wrong"),
    [
        ("Norveç'ten Peru'ya kaç gemi gitti?", "tr", "12", "7"),
        ("Peru'dan Norveç'e kaç gemi gitti?", "tr", "7", "12"),
        ("How many ships went from Norway to Peru?", "en", "12", "7"),
        ("How many ships went from Peru to Norway?", "en", "7", "12"),
        ("2022'de kaç öğrenci vardı?", "tr", "340", "410"),
        ("How many students were there in 2023?", "en", "410", "340"),
        ("fındık kaç ton", "tr", "20 ton", "31 ton"),
        ("How much tea was recorded?", "en", "31 ton", "20 ton"),
    ],
)
def test_the_figure_whose_clause_speaks_of_the_question_agrees(question, language, right, wrong):
    def score(span):
        start = ARTICLE.text.index(span)
        return agreement(question, language, ARTICLE, start, start + len(span))

    assert score(right) > 0 > score(wrong)


def test_a_figure_alone_in_its_sentence_and_a_word_neither_agree_nor_disagree():
    for span in ("5", "Kulübün"):
        start = ARTICLE.text.rindex(span)
        assert agreement("Kulübün kaç şubesi var?", "tr", ARTICLE, start, start + len(span)) == 0

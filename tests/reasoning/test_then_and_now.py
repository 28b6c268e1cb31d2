import pytest

from qa import Article, Assistant
from qa.reasoning.then_and_now import as_year_before

BIRDS = Article(
    "birds",
    "Sulak alanda sayım",
    "Karabel Sulak Alanı'nda yapılan kış ortası kuş sayımında 64 türden 38 bin 720 kuş kaydedildi. Geçen yılki sayımda "
    "59 tür ve 41 bin 150 kuş görülmüştü.",
)
SPRING = Article(
    "spring",
    "Göç sayımı",
    "Sayımda 168 türden 54.300 kuş kaydedildi; geçen ilkbaharda 151 türden 57.900 kuş görülmüştü.",
)
FESTIVAL = Article(
    "festival",
    "Film günleri",
    "Biletlerin tam 120 liradan satıldığı festivali 27 bin 300 kişi izledi. Geçen yıl izleyici sayısı 22 bin 900'dü.",
)


@pytest.fixture(scope="module")
def assistants(embedder, reader):
    return {a.id: Assistant.from_texts([a], embedder=embedder, reader=reader) for a in (BIRDS, SPRING, FESTIVAL)}


@pytest.mark.parametrize(
    ("article", "question", "text"),
    [
        ("birds", "Bu yıl mı daha çok kuş görüldü, geçen yıl mı?", "geçen yıl"),
        ("birds", "Were more birds counted this year or last year?", "last year"),
        ("birds", "Were more species recorded this year than last?", "Yes"),
        ("spring", "Were more species recorded this spring than last spring?", "Yes"),
        ("birds", "Bu yıl geçen yıldan daha çok kuş mu görüldü?", "Hayır"),
        ("festival", "Festivali bu yıl mı daha çok kişi izledi, geçen yıl mı?", "bu yıl"),
        ("festival", "Did more people attend the festival this year than last year?", "Yes"),
    ],
)
def test_this_year_is_compared_with_the_last(assistants, article, question, text):
    answer = assistants[article].ask(question)
    assert answer.text.split(".")[0].split(":")[0].split(",")[0] == text
    assert answer.calculation and len(answer.spans) == 2


def test_prices_are_not_compared_with_people(assistants):
    assert not assistants["festival"].ask("Bilet bu yıl mı daha pahalı, geçen yıl mı?").answerable


@pytest.mark.parametrize(
    ("language", "question", "asked"),
    [
        ("tr", "2022'de kaç ton bal alındı?", "bir önceki yıl kaç ton bal alındı?"),
        ("en", "How much honey was taken in 2022?", "How much honey was taken the year before?"),
        ("tr", "2023'te kaç ton bal alındı?", "2023'te kaç ton bal alındı?"),
        ("tr", "2019'da kaç ton bal alındı?", "2019'da kaç ton bal alındı?"),
    ],
)
def test_a_year_that_the_text_does_not_name_is_the_year_before(language, question, asked):
    assert as_year_before(question, language, "2023'te 14, bir önceki yıl 17 ton bal alındı.") == asked

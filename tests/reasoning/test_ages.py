import pytest

from qa import Article
from qa.reasoning.ages import age_at_death
from tests.findings import finding_in

POET = Article(
    "poet",
    "Nuri Yeşilova",
    "Şair 17 Ocak 1904'te Kuzgunca'da doğmuş, 23 Ağustos 1979'da İzmir'de ölmüştür. İlk kitabı 1929'da yayımlandı.",
)
PAINTER = Article("painter", "Sevim Dağlı", "Ressam 1911'de Bursa'da doğdu. 1980'de Paris'te hayatını kaybetti.")
SINGER = Article("singer", "Ufuk Sönmez", "Şarkıcı 3 Mayıs 1960'ta doğdu. 1985'te ünlü oldu.")


@pytest.mark.parametrize(
    ("article", "language", "question", "text"),
    [
        (POET, "tr", "Şair öldüğünde kaç yaşındaydı?", "75 yaşında"),
        (POET, "tr", "Şair kaç yaşında öldü?", "75 yaşında"),
        (POET, "en", "How old was the poet when he died?", "75 years old"),
        (PAINTER, "tr", "Ressam kaç yaşında hayatını kaybetti?", "yaklaşık 69 yaşında"),
    ],
)
def test_the_age_at_death_is_worked_out_in_the_open(article, language, question, text):
    draft = age_at_death(question, language, finding_in(article, question, language))
    assert draft is not None
    assert draft.text == text
    assert len(draft.spans) == 2 and draft.calculation


@pytest.mark.parametrize(
    ("article", "question"),
    [(SINGER, "Şarkıcı öldüğünde kaç yaşındaydı?"), (POET, "Şair kaç yaşında?"), (POET, "Şair ne zaman öldü?")],
)
def test_no_age_without_both_dates_or_for_another_question(article, question):
    assert age_at_death(question, "tr", finding_in(article, question, "tr")) is None

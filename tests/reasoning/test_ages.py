import pytest

from qa import Article
from qa.reasoning.ages import age_at_event
from tests.findings import finding_in

POET = Article(
    "poet",
    "Nuri Yeşilova",
    "Şair 17 Ocak 1904'te Kuzgunca'da doğmuş, 23 Ağustos 1979'da İzmir'de ölmüştür. İlk kitabı 1929'da yayımlandı.",
)
PAINTER = Article("painter", "Sevim Dağlı", "Ressam 1911'de Bursa'da doğdu. 1980'de Paris'te hayatını kaybetti.")
BOTANIST = Article(
    "botanist",
    "Defne Gök",
    "Botanikçi 3 Mart 1931'de Tosya'da doğdu. 1966'da doçent, 1972'de profesör oldu. 1998'de emekli olduktan sonra "
    "Urla'ya yerleşti. 14 Ekim 2011'de öldü.",
)
COMPOSER = Article(
    "composer",
    "Mebrure Çınar",
    "Mebrure Çınar (8 Nisan 1911, Manastır - 19 Ekim 1983, Ankara), çocuk şarkılarıyla tanınan bestecidir.",
)
SINGER = Article("singer", "Ufuk Sönmez", "Şarkıcı 3 Mayıs 1960'ta doğdu. 1985'te ünlü oldu.")


@pytest.mark.parametrize(
    ("article", "language", "question", "text"),
    [
        (COMPOSER, "tr", "Besteci öldüğünde kaç yaşındaydı?", "72 yaşında"),
        (POET, "tr", "Şair öldüğünde kaç yaşındaydı?", "75 yaşında"),
        (POET, "tr", "Şair kaç yaşında öldü?", "75 yaşında"),
        (POET, "en", "How old was the poet when he died?", "75 years old"),
        (BOTANIST, "tr", "Emekli olduğunda kaç yaşındaydı?", "yaklaşık 67 yaşında"),
        (BOTANIST, "tr", "Kaç yaşında profesör oldu?", "yaklaşık 41 yaşında"),
        (BOTANIST, "tr", "Öldüğünde kaç yaşındaydı?", "80 yaşında"),
        (BOTANIST, "tr", "botanikci oldugunde kac yasindaydi", "80 yaşında"),
        (BOTANIST, "en", "At what age did she retire?", "about 67 years old"),
        (BOTANIST, "en", "How old was she when she became a professor?", "about 41 years old"),
        (PAINTER, "tr", "Ressam kaç yaşında hayatını kaybetti?", "yaklaşık 69 yaşında"),
    ],
)
def test_the_age_at_event_is_worked_out_in_the_open(article, language, question, text):
    draft = age_at_event(question, language, finding_in(article, question, language))
    assert draft is not None
    assert draft.text == text
    assert len(draft.spans) == 2 and draft.calculation


@pytest.mark.parametrize(
    ("article", "question"),
    [
        (SINGER, "Şarkıcı öldüğünde kaç yaşındaydı?"),
        (BOTANIST, "Evlendiğinde kaç yaşındaydı?"),
        (POET, "Şair kaç yaşında?"),
        (POET, "Şair ne zaman öldü?"),
    ],
)
def test_no_age_without_both_dates_or_for_another_question(article, question):
    assert age_at_event(question, "tr", finding_in(article, question, "tr")) is None

import pytest

from qa.corpus import Article
from qa.reasoning.verdict import decide
from tests.findings import finding_in

STATIONS = Article(
    "stations",
    "Yeni istasyonlar",
    "Yer istasyonları Bergen, Tromso ve Narvik'te kuruldu; bunlardan yalnızca Narvik gece de çalışıyor. Metro hattında Oslo, "
    "Lima, Quito ve Cusco durakları bulunuyor. Bunlardan Oslo ile Lima yer altında, ötekiler yüzeyde yapıldı.",
)


@pytest.mark.parametrize(
    ("language", "question", "text"),
    [
        ("tr", "Tromso istasyonu gece çalışıyor mu?", "Hayır, Narvik."),
        ("tr", "Narvik istasyonu gece çalışıyor mu?", "Evet."),
        ("en", "Does the Bergen station work at night?", "No: Narvik."),
        ("tr", "Quito durağı yer altında mı?", "Hayır."),
        ("tr", "Quito durağı yüzeyde mi?", "Evet."),
        ("tr", "Lima durağı yer altında mı?", "Evet."),
        ("tr", "Ankara istasyonu gece çalışıyor mu?", None),
    ],
)
def test_what_is_said_of_some_only_decides_on_the_others(language, question, text):
    draft = decide(
        question, language, finding_in(STATIONS, question, language), lambda q: finding_in(STATIONS, q, language)
    )
    assert (draft and draft.text) == text

import pytest

from qa.language import detect_language


@pytest.mark.parametrize(
    "question",
    [
        "Göl ne kadar derin?", "kac ogrenci var", "KAÇ ÖĞRENCİ VAR", "ihracat ne kadar", "Başkent neresi?", "bakan kim",
        "export ne kadar", "Ankara'da kaç okul var?", "müze nerede", "Peki ya İzmir?", "universite sayisi kac", "hangi yil",
    ],
)  # fmt: skip
def test_turkish(question):
    assert detect_language(question) == "tr"


@pytest.mark.parametrize(
    "question",
    [
        "How deep is the lake?", "how many students", "WHO IS THE MINISTER", "What's the capital of Türkiye?",
        "ihracat how much", "And in İzmir?", "number of students in Ankara", "Did Türkiye recognise it?", "imports 2025",
        "when was it opened",
    ],
)  # fmt: skip
def test_english(question):
    assert detect_language(question) == "en"


def test_the_default_decides_where_nothing_tells():
    assert detect_language("1991", "en") == "en"
    assert detect_language("", "tr") == "tr"

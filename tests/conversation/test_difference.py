import pytest

from qa.conversation import standalone
from qa.reasoning.operations import Operation, read_request


@pytest.mark.parametrize(
    ("before", "question", "language", "expected"),
    [
        ("Who sold more books, Ali or Veli?", "By how much?", "en", "By how much: who sold more books, Ali or Veli?"),
        ("Who sold more books, Ali or Veli?", "How many more?", "en", "By how much: who sold more books, Ali or Veli?"),
        (
            "Kim daha çok kitap sattı, Ali mi Veli mi?",
            "Ne kadar fazla?",
            "tr",
            "Kim daha çok kitap sattı, Ali mi Veli mi, aradaki fark ne kadar?",
        ),
        (
            "Oslo hattı mı daha uzun, Bergen hattı mı?",
            "Peki kaç kilometre daha uzun?",
            "tr",
            "Oslo hattı mı daha uzun, Bergen hattı mı, aradaki fark kaç kilometre?",
        ),
        (
            "Giden mi daha çok gelen mi?",
            "How many more?",
            "en",
            "Giden mi daha çok gelen mi, aradaki fark ne kadar?",
        ),
    ],
)
def test_by_how_much_two_things_differ_is_asked_in_the_frame_of_the_comparison(before, question, language, expected):
    resolved = standalone(question, [before], language)
    assert resolved == expected
    request = read_request(resolved, "en" if before.startswith("Who") else "tr")
    assert request is not None and request.operation is Operation.DIFFERENCE


@pytest.mark.parametrize(
    ("before", "question", "language"),
    [
        ("Köprü ne zaman yapıldı?", "Ne kadar sürdü?", "tr"),
        ("Who sold the books?", "How many pages?", "en"),
    ],
)
def test_nothing_is_compared_after_another_question(before, question, language):
    assert "fark" not in standalone(question, [before], language)
    assert not standalone(question, [before], language).startswith("By how much")

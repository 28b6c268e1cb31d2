import pytest

from qa.question import understand


@pytest.mark.parametrize(
    ("before", "question", "standalone"),
    [
        ("How many points did Fethiye get?", "How many did Bartın get?", "How many points did Bartın get?"),
        ("Fethiye kaç puan aldı?", "Bartın ne kadar aldı?", "Bartın kaç puan aldı?"),
        ("Norveç yılda ne kadar uskumru avlar?", "İzlanda ne kadar?", "İzlanda yılda ne kadar uskumru avlar?"),
        ("Tepede 1860'ta kaç kişi yaşıyordu?", "Kırk yıl sonra?", "Tepede 1900'de kaç kişi yaşıyordu?"),
        ("How many people lived there in 1860?", "Ten years earlier?", "How many people lived there in 1850?"),
    ],
)
def test_what_is_measured_and_years_counted_on_are_filled_in(before, question, standalone):
    assert understand(question, [before]).standalone == standalone


@pytest.mark.parametrize(
    ("before", "question"),
    [
        ("Kaç gemi geldi?", "Limanın geliri ne kadar oldu?"),
        ("How many books were lent?", "How much did the new building cost?"),
        ("Okul ne zaman açıldı?", "Kırk yıl sonra kim müdür oldu?"),
    ],
)
def test_other_questions_stay_as_they_are(before, question):
    assert understand(question, [before]).standalone == question

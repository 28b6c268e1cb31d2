import pytest

from qa.assistant import Assistant
from qa.conversation.antecedents import takes_up_answer
from qa.corpus import Article

CLUB = Article(
    "kulup",
    "Kıyı Kulübü",
    "Kulübü 1931'de balıkçı Ferit Somer kurdu. Ferit Somer 1899'da Ayvalık'ta doğdu. İlk maç Bergama'da oynandı. "
    "Bergama'da bugün 104 bin kişi yaşıyor. Kulübün bugünkü başkanı Nihal Taş, 1975 doğumlu.",
)


@pytest.fixture(scope="module")
def assistant(embedder, reader):
    return Assistant.from_texts([CLUB], embedder=embedder, reader=reader)


@pytest.mark.parametrize(
    ("before", "question", "standalone"),
    [
        ("Kulübü kim kurdu?", "O ne zaman doğdu?", "Ferit Somer ne zaman doğdu?"),
        ("Kulübü kim kurdu?", "Ne zaman doğdu?", "Ferit Somer ne zaman doğdu?"),
        ("Who founded the club?", "When was he born?", "When was Ferit Somer born?"),
        ("İlk maç nerede oynandı?", "Orada kaç kişi yaşıyor?", "Bergama'da kaç kişi yaşıyor?"),
        ("Where was the first match played?", "How many people live there?", "How many people live in Bergama?"),
        ("Kulübü kim kurdu?", "When was he born?", "When was Ferit Somer born?"),
    ],
)
def test_a_pronoun_takes_up_the_answer_to_the_question_before(assistant, before, question, standalone):
    assert assistant.ask(question, [before]).standalone == standalone


@pytest.mark.parametrize(
    ("before", "language", "question"),
    [
        ("In which year was the club founded?", "en", "Who was its founder?"),
        ("Kulüp nerede?", "tr", "Ne zaman kuruldu?"),
        ("Who founded the club?", "en", "How many members are there?"),
        ("Kulübü kim kurdu?", "tr", "O yıl kaç üye vardı?"),
    ],
)
def test_other_follow_ups_do_not(before, language, question):
    assert not takes_up_answer(question, language, before, language)

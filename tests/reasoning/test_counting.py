import pytest

from qa import Assistant
from tests.reasoning_texts import AWARDS, FERRY, HONEY


@pytest.fixture(scope="module")
def assistant(embedder, reader):
    return Assistant.from_texts([FERRY, HONEY, AWARDS], embedder=embedder, reader=reader)


@pytest.mark.parametrize(
    ("question", "items"),
    [
        ("Gazeteciler derneğinin kaç şubesi var?", ["İzmir", "Adana", "Trabzon", "Van"]),
        ("To how many countries was the honey exported?", ["Almanya", "Japonya", "Katar"]),
        ("Bal kaç ülkeye ihraç edildi?", ["Almanya", "Japonya", "Katar"]),
        ("Fuara katılan kaç firmanın adı geçiyor?", ["Ege Bal", "Arı Vadisi"]),  # of an open list, those named
    ],
)
def test_the_members_of_a_list_are_counted(assistant, question, items):
    answer = assistant.ask(question)
    assert answer.kind == "count"
    assert answer.text == str(len(items))
    assert [span.text for span in answer.spans] == items


@pytest.mark.parametrize(
    "question",
    [
        "Derneğin kaç yayını var?",  # the text states the number
        "Fuara kaç firma katıldı?",  # an open list
        "Yolculuk yazın kaç dakika sürüyor?",
        "Who owns the ferry?",
    ],
)
def test_a_stated_number_and_an_open_list_are_not_counted(assistant, question):
    assert assistant.ask(question).kind != "count"

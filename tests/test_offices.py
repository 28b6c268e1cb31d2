import pytest

from qa.candidates import Candidate
from qa.corpus import Article
from qa.offices import find_holder, holds_other_office
from qa.passages import Passage
from qa.retriever import Hit

TEXT = (
    "Norveç Cumhurbaşkanı Nils Dahl geldi. Heyette Kültür ve Turizm Bakanı Ada Lund ile Savunma Bakanı Per Moe vardı. "
    "Müze Müdürü Ece Kaya konuştu. Kararı Oya Tan açıkladı."
)


def found(name: str) -> Candidate:
    start = TEXT.index(name)
    article = Article("a", "", TEXT)
    hit = Hit(article, Passage("a", 0, len(TEXT), paragraph=0, lead=0), 1.0, 1.0, 1.0)
    return Candidate(article, start, start + len(name), hit, 0.0, {}, 0.0)


@pytest.mark.parametrize(
    ("question", "language", "name"),
    [
        ("Norveç'in başbakanı kim?", "tr", "Nils Dahl"),
        ("Who is the prime minister of Norway?", "en", "Nils Dahl"),
        ("Savunma bakanı kim?", "tr", "Ada Lund"),
        ("Who is the foreign minister?", "en", "Per Moe"),
        ("Who is the foreign minister?", "en", "Savunma Bakanı Per Moe"),
        ("Bakan kim?", "tr", "Ece Kaya"),
        ("Peru cumhurbaşkanı kim?", "tr", "Nils Dahl"),
        ("Who is the president of Peru?", "en", "Nils Dahl"),
        ("Savunma bakanının adı ne?", "tr", "Ada Lund"),
    ],
)
def test_another_office_is_told(question, language, name):
    assert holds_other_office(question, language, found(name))


@pytest.mark.parametrize(
    ("question", "language", "name"),
    [
        ("Norveç cumhurbaşkanı kim?", "tr", "Nils Dahl"),
        ("Who is the president?", "en", "Nils Dahl"),
        ("Kültür bakanı kim?", "tr", "Ada Lund"),
        ("Turizm bakanı kim?", "tr", "Kültür ve Turizm Bakanı Ada Lund"),
        ("Who is the defence minister?", "en", "Per Moe"),
        ("Bakan kim?", "tr", "Per Moe"),
        ("Müzenin müdürü kim?", "tr", "Ece Kaya"),
        ("Müzenin müdürü kim?", "tr", "Oya Tan"),  # the text gives no title
        ("Who spoke?", "en", "Ece Kaya"),
        ("Müdür ne zaman konuştu?", "tr", "Nils Dahl"),  # asks for no person
    ],
)
def test_the_office_asked_for_and_none_are_let_pass(question, language, name):
    assert not holds_other_office(question, language, found(name))


@pytest.mark.parametrize(
    ("question", "language", "name"),
    [
        ("Norveç cumhurbaşkanı kim?", "tr", "Nils Dahl"),
        ("Norveç'in cumhurbaşkanının adı ne?", "tr", "Nils Dahl"),
        ("Who is the president of Norway?", "en", "Nils Dahl"),
        ("Turizm bakanı kimdir?", "tr", "Ada Lund"),
        ("Who is the defence minister?", "en", "Per Moe"),
        ("Who is the director of the museum?", "en", "Ece Kaya"),
        ("Bakan kim?", "tr", None),  # there are two
        ("Who is the president of Peru?", "en", None),
        ("Müze müdürünü kim atadı?", "tr", None),  # asks for another
        ("Müze müdürü ne zaman konuştu?", "tr", None),
    ],
)
def test_a_name_stands_behind_its_title(question, language, name):
    holder = find_holder(question, language, [found(TEXT).hit])
    assert (holder and TEXT[holder[1] : holder[2]]) == name


TOWN = (
    "Akarca Belediyesi yeni parkını açtı. Belediye Başkanı Oya Deniz konuşma yaptı. Park, komşu ilçe Taşova'ya da hizmet "
    "verecek."
)


@pytest.mark.parametrize(
    ("question", "language", "name"),
    [
        ("Akarca Belediye Başkanı kim?", "tr", "Oya Deniz"),
        ("Who is the mayor of Akarca?", "en", "Oya Deniz"),
        ("Who is the mayor of Taşova?", "en", None),
    ],
)
def test_the_town_of_an_office_may_stand_at_the_beginning(question, language, name):
    article, start = Article("t", "", TOWN), TOWN.index("Belediye Başkanı")
    hit = Hit(article, Passage("t", start, TOWN.index(" Park,"), paragraph=0, lead=0), 1.0, 1.0, 1.0)
    holder = find_holder(question, language, [hit])
    assert (holder and TOWN[holder[1] : holder[2]]) == name

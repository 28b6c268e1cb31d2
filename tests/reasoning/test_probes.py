import pytest

from qa import Article, Assistant
from qa.reasoning.assertions import read_assertion
from qa.reasoning.probes import read_probe

PARK = Article(
    "park",
    "Ardıçlı parkı",
    "Ardıçlı parkının en yaşlı ağacı 310 yaşındaki bir çınar, en uzun ağacı ise 41 metrelik bir servidir. Parkı mimar "
    "Nevin Sungur tasarladı, heykelleri ise Orhan Tezel yaptı. Parkın müdürü Sibel Akça'dır.",
)
MUSEUMS = Article(
    "museums",
    "Norveç müzeleri",
    "Vakfın Hamar'da merkezi, Oslo, Bergen ve Narvik'te müzeleri, Tromso, Bodo, Alta, Molde ve Voss'ta kütüphaneleri "
    "bulunuyor. Müzeleri geçen yıl 12 bin kişi gezdi.",
)


@pytest.fixture(scope="module")
def assistant(embedder, reader):
    return Assistant.from_texts([PARK, MUSEUMS], embedder=embedder, reader=reader)


@pytest.mark.parametrize(
    ("question", "language", "probe"),
    [
        ("Parkın en yaşlı ağacı bir servi mi?", "tr", "Parkın en yaşlı ağacı hangisi?"),
        ("Parkın müdürü Orhan Tezel mi?", "tr", "Parkın müdürü kim?"),
        ("Was the park designed by Orhan Tezel?", "en", "By whom was the park designed?"),
        ("Did Orhan Tezel make the statues?", "en", "Who make the statues?"),
        ("Will Sibel Akça open the park?", "en", "Who will open the park?"),
        ("Is the park the largest in town?", "en", None),
        ("Vakfın Bergen'de müzesi var mı?", "tr", "Vakfın nerelerde müzesi var?"),
        ("Does the foundation have a museum in Bergen?", "en", "In which places does the foundation have a museum?"),
        ("Did it open in 2020?", "en", None),
        ("Park kapandı mı?", "tr", None),
        ("Park büyük mü?", "tr", None),
        ("Parkın müdürü Orhan Tezel değil mi?", "tr", None),
        ("Was the park closed by 2020?", "en", None),
    ],
)
def test_what_is_claimed_is_asked_for(question, language, probe):
    found = read_probe(read_assertion(question, language))
    assert (found.question if found else None) == probe


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Parkın en yaşlı ağacı bir servi mi?", "Hayır, çınar."),
        ("Parkın en yaşlı ağacı bir çınar mı?", "Evet."),
        ("Was the park designed by Orhan Tezel?", "No: Nevin Sungur."),
        ("Was the park designed by Nevin Sungur?", "Yes."),
        ("Parkın müdürü Sibel Akça mı?", "Evet."),
    ],
)
def test_the_text_says_what_is_claimed_or_another_thing(assistant, question, text):
    assert assistant.ask(question).text == text


@pytest.mark.parametrize(
    ("question", "holds"),
    [
        ("Vakfın Bergen'de müzesi var mı?", "Evet"),
        ("Vakfın Alta'da kütüphanesi var mı?", "Evet"),
        ("Vakfın Alta'da müzesi var mı?", "Hayır"),
        ("Does the foundation have a museum in Bergen?", "Yes"),
        ("Does the foundation have a museum in Molde?", "No"),
    ],
)
def test_a_place_is_looked_for_in_the_list_that_it_would_stand_in(assistant, question, holds):
    assert assistant.ask(question).text.startswith(holds)

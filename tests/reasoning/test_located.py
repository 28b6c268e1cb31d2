import pytest

from qa import Article, Assistant

OFFICES = Article(
    "offices",
    "Peru ile Norveç'in temsilcilikleri",
    "Peru ile Norveç arasındaki ilişkiler güçleniyor. Halen Peru'nun Oslo'da büyükelçiliği, Bergen, Tromso ve "
    "Narvik'te fahri konsoloslukları faaliyet gösteriyor. Norveç'in Lima'da büyükelçiliği, Cusco ve Puno'da "
    "başkonsoloslukları ile Tacna'da fahri konsolosluğu bulunuyor. Peru'dan Norveç'e 12, Norveç'ten Peru'ya ise 7 "
    "gemi geldi. Halen Norveç'te 1.284 Perulu, Peru'da ise 376 Norveçli öğrenim görüyor. Norveç'te de Oslo'da Lima Caddesi, Bergen'de Barış Anıtı ve Parkı yer alıyor.",
)


@pytest.fixture(scope="module")
def assistant(embedder, reader):
    return Assistant.from_texts([OFFICES], embedder=embedder, reader=reader)


@pytest.mark.parametrize(
    ("question", "items"),
    [
        ("Peru'nun Norveç'te hangi şehirlerde fahri konsolosluğu var?", ["Bergen", "Tromso", "Narvik"]),
        ("In which cities does Norway have consulates general?", ["Cusco", "Puno"]),
        ("Norveç'te hangi cadde, anıt ve parklar bulunuyor?", ["Lima Caddesi", "Barış Anıtı ve Parkı"]),
        ("Lima Caddesi hangi şehirde?", ["Oslo"]),
        ("Peru'nun Norveç'teki temsilcilikleri hangi şehirlerde?", ["Oslo", "Bergen", "Tromso", "Narvik"]),
        ("In which cities does Norway have diplomatic missions?", ["Lima", "Cusco", "Puno", "Tacna"]),
    ],
)
def test_what_is_where_is_listed(assistant, question, items):
    answer = assistant.ask(question)
    assert [span.text for span in answer.spans] == items


@pytest.mark.parametrize(
    ("question", "count"),
    [
        ("Peru'nun Norveç'te kaç fahri konsolosluğu var?", "3"),
        ("How many consulates general does Norway have in Peru?", "2"),
        ("Norveç'in Peru'da kaç temsilciliği var?", "4"),
    ],
)
def test_offices_are_counted_by_their_places(assistant, question, count):
    answer = assistant.ask(question)
    assert (answer.kind, answer.text) == ("count", count)


@pytest.mark.parametrize(
    ("question", "text", "calculation"),
    [
        ("Who has more honorary consulates in the other country, Peru or Norway?", "Peru", "Peru: 3 > Norway: 1"),
        (
            "Norveç'in Peru'da başkonsolosluğu mu daha çok, fahri konsolosluğu mu?",
            "başkonsolosluğu",
            "Peru'da başkonsolosluğu: 2 > fahri konsolosluğu: 1",
        ),
        (
            "Did more ships come from Peru to Norway or from Norway to Peru?",
            "from Peru to Norway",
            "from Peru to Norway: 12 > from Norway to Peru: 7 ships",
        ),
        (
            "Peru'daki Norveçliler mi daha çok, Norveç'teki Perulular mı?",
            "Norveç'teki Perulular",
            "Peru'daki Norveçliler: 376 < Norveç'teki Perulular: 1.284",
        ),
        (
            "Peru'dan Norveç'e mi yoksa Norveç'ten Peru'ya mı daha çok gemi geldi?",
            "Peru'dan Norveç'e",
            "Peru'dan Norveç'e: 12 > Norveç'ten Peru'ya: 7 gemi",
        ),
    ],
)
def test_offices_and_directions_are_compared(assistant, question, text, calculation):
    answer = assistant.ask(question)
    assert (answer.text, answer.calculation) == (text, calculation)


@pytest.mark.parametrize(
    "question",
    [
        "Peru'nun Norveç'te hangi şehirlerde okulu var?",
        "In which cities does Peru have schools?",
        "Meksika'nın Norveç'te hangi şehirlerde fahri konsolosluğu var?",
        "Where does Mexico have consulates in Norway?",
        "Meksika'nın Bergen'de fahri konsolosluğu var mı?",
        "Peru'nun Bodo'da fahri konsolosluğu var mı?",
    ],
)
def test_what_is_nowhere_is_not_listed(assistant, question):
    assert not assistant.ask(question).answerable


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Peru'nun Tromso'daki temsilciliği fahri konsolosluk mu?", "Evet."),
        ("Peru'nun Tromso'daki temsilciliği büyükelçilik mi?", "Hayır."),
        ("Peru'nun büyükelçiliği Bergen'de mi?", "Hayır, Oslo."),
        ("Norveç'in Peru'da büyükelçiliği var mı?", "Evet."),
        ("Does Norway have a consulate general in Puno?", "Yes."),
        ("Does Norway have an embassy in Puno?", "No."),
    ],
)
def test_what_is_where_decides(assistant, question, text):
    answer = assistant.ask(question)
    assert (answer.kind, answer.text) == ("yes_no", text)

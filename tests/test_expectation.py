import pytest

from qa.expectation import Expected, asks_how_many, expected_answer, expects_list, fit


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Bakan kim?", "person"), ("Okulu kim yaptırdı?", "person"), ("Müze nerede?", "place"),
        ("Hangi şehirde açıldı?", "place"), ("Ne zaman açıldı?", "date"), ("hangi yil kuruldu", "date"),
        ("Kaç öğrenci var?", "number"), ("Yüzde kaç arttı?", "percent"), ("İhracat ne kadar arttı?", "change"), ("Kaçıncı sırada?", "ordinal"),
        ("Kaç yıl sürdü?", "duration"), ("Neden kapandı?", "reason"), ("Nasıl yapıldı?", "manner"),
        ("Müze açıldı mı?", "yes_no"), ("Bütçesi kaç lira?", "money"), ("Hangi kurum açıkladı?", "organisation"),
    ],
)  # fmt: skip
def test_turkish_questions(question, expected):
    assert expected_answer(question, "tr") is Expected(expected)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Who is the minister?", "person"), ("Where is the museum?", "place"), ("In which city was it opened?", "place"),
        ("When was it opened?", "date"), ("What year was it founded?", "date"), ("How many students are there?", "number"),
        ("What percentage did it grow by?", "percent"), ("How long did it take?", "duration"), ("Why was it closed?", "reason"),
        ("Did it open?", "yes_no"), ("Is it open?", "yes_no"), ("Which company built it?", "organisation"),
        ("How was it made?", "manner"), ("What was the cost?", "money"),
    ],
)  # fmt: skip
def test_english_questions(question, expected):
    assert expected_answer(question, "en") is Expected(expected)


@pytest.mark.parametrize(
    ("question", "language", "several"),
    [
        ("Hangi şehirlerde fabrika var?", "tr", True), ("Üyeleri kimlerdir?", "tr", True), ("Hangi şehirde?", "tr", False),
        ("Jüri neleri beğendi?", "tr", True), ("Neden geldi?", "tr", False),
        ("Which cities have a factory?", "en", True), ("Which city has a factory?", "en", False),
        ("What are the products?", "en", True), ("What was the price?", "en", False), ("Who is the minister?", "en", False),
    ],
)  # fmt: skip
def test_questions_for_several_things(question, language, several):
    assert expects_list(question, language) is several


@pytest.mark.parametrize(
    ("question", "language", "number"),
    [
        ("Kaç kişi geldi?", "tr", True), ("Ne kadar sürdü?", "tr", False), ("Kaçak mı?", "tr", False),
        ("In how many cities?", "en", True), ("How much is it?", "en", False),
    ],
)  # fmt: skip
def test_questions_for_a_number_in_so_many_words(question, language, number):
    assert asks_how_many(question, language) is number


@pytest.mark.parametrize(
    ("span", "expected", "value"),
    [
        ("13 bin 971", Expected.NUMBER, 1.0), ("Ankara", Expected.NUMBER, -1.0), ("yüzde 8,9", Expected.PERCENT, 1.0),
        ("5 milyar dolara", Expected.MONEY, 1.0), ("3,9 milyar doları ihracat, 1,5 milyar doları", Expected.MONEY, 0.0),
        ("16 Aralık 1991", Expected.DATE, 1.0), ("1927", Expected.DATE, 1.0), ("13 bin", Expected.PERSON, -1.0),
        ("Ali Kaya", Expected.PERSON, 0.5), ("çünkü kar yağdı", Expected.REASON, 0.0),
        ("yüzde 8,9", Expected.CHANGE, 1.0), ("5 milyar dolara", Expected.CHANGE, 0.0),
    ],
)  # fmt: skip
def test_fit(span, expected, value):
    assert fit(span, expected) == value

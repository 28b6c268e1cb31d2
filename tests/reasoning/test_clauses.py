import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.reasoning.clauses import split_question


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("Yarışın galibi kim, hangi takımda koşuyor?", ["Yarışın galibi kim?", "Yarışın galibi hangi takımda koşuyor?"]),
        ("En kalabalık filo hangi limanda ve kaç tekne?", ["En kalabalık filo hangi limanda?", "En kalabalık filo kaç "
            "tekne?"]),
        ("Yarışmaya kaç film başvurdu, bunların kaçı finale kaldı?", ["Yarışmaya kaç film başvurdu?", "Yarışmaya "
            "başvuran filmlerin kaçı finale kaldı?"]),
        ("Köprü ne zaman ve nerede yapıldı?", ["Köprü ne zaman yapıldı?", "Köprü nerede yapıldı?"]),
        ("Köprüyü kim yaptı ve köprü ne zaman açıldı?", ["Köprüyü kim yaptı?", "Köprü ne zaman açıldı?"]),
        ("Köprüyü kim yaptı, kaç yılda bitirdi?", ["Köprüyü kim yaptı?", "Köprüyü kaç yılda bitirdi?"]),
        ("Okulda kaç öğrenci okuyor ve kaç öğretmen çalışıyor?", ["Okulda kaç öğrenci okuyor?", "Okulda kaç "
            "öğretmen çalışıyor?"]),
        ("Sergi hangi salonda ve hangi gün açılacak?", ["Sergi hangi salonda açılacak?", "Sergi hangi gün açılacak?"]),
        ("Fabrikanın müdürü kim ve fabrikada kaç işçi çalışıyor?", ["Fabrikanın müdürü kim?", "Fabrikada kaç "
            "işçi çalışıyor?"]),
        ("Kurumun başkanı kimdi ve kaç yıl görev yaptı?", ["Kurumun başkanı kimdi?", "Kurumun başkanı kaç yıl "
            "görev yaptı?"]),
        ("Gölün derinliği ile genişliği kaçar metredir?", ["Gölün derinliği kaç metredir?", "Gölün genişliği "
            "kaç metredir?"]),
        ("Bilet önceden kaç liraydı, şimdi kaç lira?", ["Bilet önceden kaç liraydı?", "Bilet şimdi kaç lira?"]),
        ("Kaza nerede oldu ve kaç kişi yaralandı?", ["Kaza nerede oldu?", "Kaza kaç kişi yaralandı?"]),
        ("Gelir yüzde kaç arttı ve ne kadara ulaştı?", ["Gelir yüzde kaç arttı?", "Gelir ne kadara ulaştı?"]),
        ("Müze ne zaman kuruldu? Müdürü kim?", ["Müze ne zaman kuruldu?", "Müdürü kim?"]),
        ("Okul açıldı mı ve yurt bitti mi?", ["Okul açıldı mı?", "Yurt bitti mi?"]),
    ],
)  # fmt: skip
def test_turkish_questions_are_parted(question, parts):
    assert split_question(question, "tr") == parts


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("When and where was the bridge built?", ["When was the bridge built?", "Where was the bridge built?"]),
        ("Who built the bridge, and when did it open?", ["Who built the bridge?", "When did it open?"]),
        ("When was the school founded and who is its director?", ["When was the school founded?", "Who is the "
            "school's director?"]),
        ("When was the school founded and by whom?", ["When was the school founded?", "By whom was the school "
            "founded?"]),
        ("How many students and how many teachers are there at the school?", ["How many students are there at "
            "the school?", "How many teachers are there at the school?"]),
        ("How much gold was found, and where was it found?", ["How much gold was found?", "Where was gold found?"]),
        ("Where is the lake and how deep is it?", ["Where is the lake?", "How deep is the lake?"]),
        ("In which city and on what date does the fair open?",
         ["In which city does the fair open?", "On what date does the fair open?"]),
        ("Where does the bus stop on Mondays, and where on Fridays?",
         ["Where does the bus stop on Mondays?", "Where does the bus stop on Fridays?"]),
        ("What is the fee? And when is it paid?", ["What is the fee?", "When is the fee paid?"]),
    ],
)  # fmt: skip
def test_english_questions_are_parted(question, parts):
    assert split_question(question, "en") == parts


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("İzmir ve Ankara'da kaç müze var?", "tr"),
        ("Armut mu daha çok üretildi, ayva mı?", "tr"),
        ("Ticaret ve sanayi odasının başkanı kim?", "tr"),
        ("Rapora göre, kaç kişi taşındı?", "tr"),
        ("Köprü ne zaman açıldı?", "tr"),
        ("Kim", "tr"),
        ("How many people live in İzmir and Ankara?", "en"),
        ("What do the first and second prizes add up to?", "en"),
        ("Who wrote the book and the play?", "en"),
        ("Which is longer, the pool or the track?", "en"),
        ("", "en"),
    ],
)
def test_a_question_of_one_part_gives_itself(question, language):
    assert split_question(question, language) == [question]


@given(st.text(alphabet=st.sampled_from("abçğıİöşü ?,ve kim ne and who"), max_size=60), st.sampled_from(["tr", "en"]))
def test_any_text_gives_at_least_one_part(question, language):
    assert split_question(question, language)

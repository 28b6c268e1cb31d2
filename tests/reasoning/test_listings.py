import pytest

from qa.reasoning.listings import as_how_many, as_how_many_listed, listing_question, places_question


@pytest.mark.parametrize(
    ("language", "question", "listing"),
    [
        ("tr", "Derneğin kaç şubesi var?", "Derneğin hangi şubeleri var?"),
        ("tr", "Kaç köyde okul var?", "Hangi köylerde okul var?"),
        ("tr", "Bal kaç farklı ülkeye satılıyor?", "Bal hangi ülkelere satılıyor?"),
        ("tr", "Şairin kaç şiir kitabı var?", "Şairin hangi şiir kitapları var?"),
        ("tr", "Fuara kaç bordrolu geldi?", "Fuara hangi bordrolu geldi?"),  # an unknown noun stays as it is
        ("tr", "Vakfın kaç kültür merkezi var?", "Vakfın hangi kültür merkezleri var?"),
        ("tr", "Kaç uluslararası kuruluş üye?", "Hangi uluslararası kuruluşlar üye?"),
        ("tr", "Kaç kişiye ödül verildi?", "Kimlere ödül verildi?"),
        ("tr", "Kaç öğrenci burs aldı?", "Hangi öğrenciler burs aldı?"),
        ("tr", "Kaç ülkenin bayrağı asıldı?", "Hangi ülkelerin bayrağı asıldı?"),
        ("en", "How many sports halls does it have?", "Which sports halls does it have?"),
        ("en", "How many branches does it have?", "Which branches does it have?"),
        ("en", "In how many different villages are there schools?", "In which villages are there schools?"),
        ("en", "How many people spoke?", "Who spoke?"),
        ("en", "How many Norwegian firms work there?", "Which Norwegian firms work there?"),
    ],
)
def test_what_is_counted_is_asked_for_as_a_list(language, question, listing):
    assert listing_question(question, language) == listing


@pytest.mark.parametrize(
    ("language", "question", "places"),
    [
        ("tr", "Vakfın kaç okulu var?", "Vakfın nerelerde okulu var?"),
        ("tr", "Toplantıya kaç bakan katıldı?", None),
        ("en", "How many schools does the foundation have?", "In which places does the foundation have schools?"),
        ("en", "How many schools are there in the north?", "In which places are there schools in the north?"),
        ("en", "How many people spoke?", None),
    ],
)
def test_what_stands_somewhere_is_asked_for_by_its_places(language, question, places):
    assert places_question(question, language) == places


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("tr", "Yolculuk kaç dakika sürüyor?"),
        ("tr", "Martı, Yunus'tan kaç yolcu fazla taşır?"),
        ("tr", "Feribot nerede?"),
        ("en", "How many hours does it take?"),
        ("en", "How many more people came than in 2020?"),
    ],
)
def test_what_is_measured_or_compared_is_not_listed(language, question):
    assert listing_question(question, language) is None


@pytest.mark.parametrize(
    ("language", "question", "counted"),
    [
        ("tr", "Köylerin sayısı kaç?", "Kaç köy var?"),
        ("tr", "Derneğin Oslo'daki fahri üyelerinin sayısı kaçtır?", "Derneğin Oslo'daki kaç fahri üyesi var?"),
        ("tr", "Öğrenci sayısı kaç?", "Öğrenci sayısı kaç?"),
        ("en", "What is the number of villages in the valley?", "How many villages in the valley?"),
    ],
)
def test_the_number_of_things_is_how_many_there_are(language, question, counted):
    assert as_how_many(question, language) == counted


@pytest.mark.parametrize(
    ("question", "counted"),
    [
        ("Konaklama sağlanan yer sayısı kaç?", "Konaklama sağlanan kaç yer var?"),
        ("Dereceye girenlere verilen ödül türü sayısı", "Dereceye girenlere verilen kaç ödül türü var?"),
        ("Taşınması planlanan ürün çeşidi kaç?", "Taşınması planlanan kaç ürün çeşidi var?"),
        ("Üç handa toplam oda sayısı", "Üç handa toplam oda sayısı"),
        ("Kaç oda var?", "Kaç oda var?"),
    ],
)
def test_a_number_of_things_is_asked_for_by_how_many(question, counted):
    assert as_how_many_listed(question, "tr") == counted

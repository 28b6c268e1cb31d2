import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa.corpus import Article, read_article
from qa.sentences import split_sentences
from qa.translation import Translation, TranslationError, load_translation, open_translator, translation_path

TURKISH = (
    "Norveç ile İzlanda arasında 14 Mart 2009'da balıkçılık anlaşması imzalandı. Anlaşmaya göre "
    "haftada 120 sefer yapılıyor.\n\n"
    "Bergen, Oslo ve Tromsø'daki limanlarda 3 bin 250 işçi çalışıyor. Yatırımlar 4,5 milyar avroya ulaştı."
)
ENGLISH = (
    "A fisheries agreement was signed between Norway and Iceland on 14 March 2009.\n"
    "Under the agreement there are 120 trips a week.\n\n"
    "At the ports in Bergen, Oslo and Tromsø, 3,250 workers are employed.\n"
    "Investments have reached 4.5 billion euros.\n"
)
ARTICLE = Article("deneme", "Deneme", TURKISH)


@pytest.fixture
def write(tmp_path):
    def make(text):
        path = tmp_path / "deneme.en.txt"
        path.write_text(text, encoding="utf-8")
        return path

    return make


@pytest.fixture
def translation(write):
    loaded = load_translation(ARTICLE, write(ENGLISH))
    assert isinstance(loaded, Translation)
    return loaded


def span(text, article=ARTICLE):
    start = article.text.index(text)
    return start, start + len(text)


def test_gives_the_english_of_a_sentence(translation):
    assert translation.sentence(*span("haftada 120 sefer")) == "Under the agreement there are 120 trips a week."
    assert translation.sentence(len(TURKISH) + 5, len(TURKISH) + 9) is None


@pytest.mark.parametrize(
    ("turkish", "english"),
    [
        ("14 Mart 2009'da", "14 March 2009"),
        ("3 bin 250", "3,250"),
        ("3 bin 250 işçi", "3,250 workers"),
        ("120 sefer", "120 trips"),
        ("4,5 milyar avro", "4.5 billion euros"),
        ("Bergen, Oslo ve Tromsø", "Bergen, Oslo and Tromsø"),
        ("Norveç ile İzlanda", "Norway and Iceland"),
        ("Anlaşmaya göre", None),
        ("imzalandı. Anlaşmaya", None),
    ],
)
def test_gives_the_words_for_a_span_or_none(translation, turkish, english):
    found = translation.phrase(*span(turkish))
    assert found == english or (english is None and found in (None, "the agreement"))


def test_no_file_is_no_translation(tmp_path):
    assert load_translation(ARTICLE, tmp_path / "deneme.en.txt") is None
    assert translation_path(tmp_path / "deneme.txt") == tmp_path / "deneme.en.txt"


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("120 trips", "130 trips", "lacks '120'"),
        ("2009", "2010", "lacks '14 Mart 2009'"),
        ("a week.\n\n", "a week.\n", "sentences"),
        ("2009.\nUnder", "2009. Under", "1 sentences for the 2"),
        ("4.5 billion euros", "4.5 billion dollars", "lacks"),
        ("Norway and Iceland", "Spain and Peru", "none of the names"),
        ("Investments have reached", "7 investments have reached", "'7' is not in the text"),
    ],
)
def test_rejects_what_is_not_aligned_and_names_the_place(write, old, new, reason):
    assert old in ENGLISH
    with pytest.raises(TranslationError) as error:
        load_translation(ARTICLE, write(ENGLISH.replace(old, new)))
    message = str(error.value)
    assert reason in message
    assert "paragraph" in message
    assert "\n" not in message


def test_rejects_a_file_that_cannot_be_read(tmp_path):
    path = tmp_path / "deneme.en.txt"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(TranslationError):
        load_translation(ARTICLE, path)


def test_the_bundled_translation_is_aligned(pytestconfig):
    corpus = pytestconfig.rootpath / "corpus"
    article = read_article(corpus / "kazakistan-turkiye.txt")
    translation = load_translation(article, translation_path(corpus / "kazakistan-turkiye.txt"))
    assert translation is not None
    sentences = split_sentences(article.text)
    assert all(translation.sentence(s.start, s.end) for s in sentences)
    assert translation.phrase(*span("13 bin 971 Kazak öğrenci", article)) == "13,971 Kazakh students"
    assert translation.phrase(*span("resmi ziyaret", article)) == "the official visit"


@settings(deadline=None)
@given(st.integers(0, len(TURKISH)), st.integers(0, len(TURKISH)))
def test_a_phrase_is_a_piece_of_its_sentence(tmp_path_factory, start, end):
    path = tmp_path_factory.getbasetemp() / "piece.en.txt"
    path.write_text(ENGLISH, encoding="utf-8")
    translation = load_translation(ARTICLE, path)
    found = translation.phrase(start, end)
    if found:
        assert found.lower() in translation.sentence(start, end).lower()


def test_opens_a_translation_model_by_folder(tmp_path):
    with pytest.raises(OSError):
        open_translator(str(tmp_path / "nothing"))

import unicodedata

import pytest

from qa.corpus import MAX_BYTES, CorpusError, parse_article, read_article, read_corpus

FRONT = "---\nid: goller\ntitle: Göller\ndate: 2024-05-01\nsource: Ajans\nlanguage: tr\n---\n"


def write(folder, name, content):
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return path


def test_front_matter_is_metadata_and_the_rest_is_verbatim(tmp_path):
    article = read_article(write(tmp_path, "a.txt", FRONT + "Göl  derindir.\r\n\u00a0Sonra kurudu.\n"))
    assert (article.id, article.title, article.date, article.source) == ("goller", "Göller", "2024-05-01", "Ajans")
    assert article.text == "Göl  derindir.\r\n\u00a0Sonra kurudu.\n"


@pytest.mark.parametrize(
    ("name", "content", "title"),
    [
        ("göl notu.txt", "Göl derindir. Suyu soğuktur.", "göl notu"),
        ("b.md", "# Van Gölü\n\nGöl derindir.", "Van Gölü"),
        ("c.txt", "Van Gölü\n\nGöl derindir.", "Van Gölü"),
    ],
)
def test_the_title_comes_from_the_text_or_the_name(tmp_path, name, content, title):
    assert read_article(write(tmp_path, name, content)).title == title


def test_a_bare_date_line_is_metadata():
    article = parse_article(" date 2026-02-02 Göl derindir.", "x")
    assert (article.date, article.text) == ("2026-02-02", "Göl derindir.")


def test_a_byte_order_mark_is_no_text_and_decomposed_letters_stay_as_they_are():
    decomposed = unicodedata.normalize("NFD", "Göl şehri")
    assert parse_article("\ufeff" + decomposed, "x").text == decomposed
    assert parse_article(b"\xef\xbb\xbf" + "Göl".encode(), "x").text == "Göl"


BAD = {
    "empty.txt": (b"", "no text"),
    "blank.txt": (b" \n\t", "no text"),
    "binary.txt": (b"MZ\x00\x01\x02", "binary"),
    "control.txt": (bytes(range(1, 32)) * 4, "binary"),
    "latin5.txt": ("Göl ılık".encode("iso8859-9"), "UTF-8"),
    "utf16.txt": ("Göl".encode("utf-16"), "UTF-16"),
    "yaml.txt": (b"---\nid: [1\n---\nMetin.", "YAML"),
    "scalar.txt": (b"---\njust words\n---\nMetin.", "key: value"),
    "date.txt": (b"---\ndate: yesterday\n---\nMetin.", "date 'yesterday'"),
    "huge.txt": (b"a" * (MAX_BYTES + 1), "larger"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_cannot_be_read_is_named_with_the_reason(tmp_path, name):
    content, reason = BAD[name]
    with pytest.raises(CorpusError, match=reason) as error:
        read_article(write(tmp_path, name, content))
    assert name in str(error.value) and "\n" not in str(error.value)


def test_the_other_files_still_load(tmp_path):
    for name, (content, _) in BAD.items():
        write(tmp_path, name, content)
    write(tmp_path, "good.txt", "Göl derindir.")
    write(tmp_path, "good.en.txt", "The lake is deep.")
    write(tmp_path, "copy.txt", "Göl  derindir.\n")
    write(tmp_path, "other.md", "Dağ yüksektir.")
    write(tmp_path, "ignored.pdf", "Göl")
    reading = read_corpus([tmp_path])
    assert sorted(article.id for article in reading.articles) == ["copy", "other"]
    assert len(reading.skipped) == len(BAD) + 1
    assert any("the same text" in str(error) for error in reading.skipped)


def test_a_translation_that_cannot_be_read_does_not_cost_its_article(tmp_path):
    write(tmp_path, "a.txt", "Göl derindir.")
    write(tmp_path, "a.en.txt", b"\xff")
    reading = read_corpus([tmp_path])
    assert [article.english for article in reading.articles] == [None]
    assert "a.en.txt" in str(reading.skipped[0])


def test_one_id_twice_is_an_error(tmp_path):
    write(tmp_path, "a.txt", FRONT + "Göl derindir.")
    write(tmp_path, "b.txt", FRONT + "Dağ yüksektir.")
    reading = read_corpus([tmp_path])
    assert len(reading.articles) == 1 and "id 'goller'" in str(reading.skipped[0])


def test_a_missing_path_is_an_error(tmp_path):
    with pytest.raises(CorpusError, match="no such file"):
        read_corpus([tmp_path / "none"])


@pytest.mark.parametrize("name", ["../../etc/passwd", "a b/ç", "<script>", "......"])
def test_ids_are_safe(name):
    article = parse_article("Göl derindir.", name)
    assert article.id and all(char.isascii() and (char.isalnum() or char == "-") for char in article.id)

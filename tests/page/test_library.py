from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from qa.corpus import Article, CorpusError, parse_article, read_corpus
from qa.page.library import MAX_MEGABYTES, Document, Library, Outcome, Working, to_source

LIBRARY_TEXT = "Yeşilova Kütüphanesi 1987 yılında açıldı.\nKütüphanede 42 bin kitap var."


def outcomes(library: Library, *documents: Document) -> list[Outcome]:
    return [news for news in library.add(documents) if isinstance(news, Outcome)]


def test_an_added_text_can_be_asked_about_at_once(library: Library) -> None:
    news = list(library.add([Document("kutuphane.txt", LIBRARY_TEXT.encode())]))
    assert any(isinstance(one, Working) and one.done == one.total == 2 for one in news)
    assert news[-1] == Outcome("kutuphane.txt", "added", "kutuphane", "kutuphane")
    answer = library.assistant.ask("Yeşilova Kütüphanesi kaç yılında açıldı?")
    assert "1987" in answer.text
    assert answer.citations[0].article == "kutuphane"


def test_what_was_added_is_found_again_as_it_was(library: Library) -> None:
    outcomes(library, Document.pasted(LIBRARY_TEXT, "Kütüphane: yeni"), Document("b.md", b"# B\n\nBir metin daha."))
    reading = read_corpus([library.folder])
    assert not reading.skipped
    assert {a.id: a.digest for a in reading.articles} == {
        name: a.digest for name, a in library.assistant.articles.items() if library.is_own(name)
    }


def test_duplicates_are_recognised_by_content(library: Library) -> None:
    again = Document("baska.txt", ("  " + LIBRARY_TEXT.replace("\n", "\r\n")).encode())
    assert [one.fate for one in outcomes(library, Document("a.txt", LIBRARY_TEXT.encode()), again)] == [
        "added",
        "duplicate",
    ]
    assert outcomes(library, again)[0].title == "a"


def test_what_cannot_be_read_keeps_the_rest_out_of_nothing(library: Library) -> None:
    bad = [
        Document("utf16.txt", "metin".encode("utf-16")),
        Document("bos.txt", b"  \n"),
        Document("resim.png", b"\x89PNG"),
        Document("buyuk.txt", b"a " * (MAX_MEGABYTES * 500_001)),
    ]
    found = outcomes(library, *bad, Document("iyi.txt", LIBRARY_TEXT.encode()))
    assert [one.fate for one in found] == ["unreadable"] * 4 + ["added"]
    assert all(one.reason for one in found[:4])


def test_names_that_are_taken_get_a_number(library: Library) -> None:
    found = outcomes(library, *(Document("fener.txt", f"Fener metni {n} burada duruyor.".encode()) for n in (1, 2)))
    assert [one.article for one in found] == ["fener-2", "fener-3"]


@pytest.mark.parametrize("name", ["../../etc/passwd.txt", "..\\..\\x.txt", "/etc/x.md", ".txt", "a\x00b.txt"])
def test_no_file_is_written_outside_the_folder(library: Library, name: str) -> None:
    before = set(library.folder.parent.rglob("*"))
    (found,) = outcomes(library, Document(name, b"---\nid: ../../kacak\n---\nBir metin burada duruyor."))
    new = {path for path in library.folder.parent.rglob("*") if path.is_file()} - before
    assert {path.parent for path in new} <= {library.folder}
    assert found.fate in ("added", "unreadable")


def test_users_texts_can_be_removed_and_those_of_the_corpus_not(library: Library) -> None:
    outcomes(library, Document("k.txt", LIBRARY_TEXT.encode()))
    assert library.remove("k").text == LIBRARY_TEXT
    assert "k" not in library.assistant.articles and not list(library.folder.glob("*.txt"))
    for name in ("k", "fener", "../x", ""):
        with pytest.raises(KeyError):
            library.remove(name)


def test_a_folder_that_cannot_be_written_is_said(library: Library, tmp_path: Path) -> None:
    library.folder = tmp_path / "file" / "sources"
    (tmp_path / "file").write_text("x")
    (found,) = outcomes(library, Document("k.txt", LIBRARY_TEXT.encode()))
    assert found.fate == "unsaved" and found.reason
    assert "k" not in library.assistant.articles


@settings(deadline=None)
@example("0", "\r", None)
@given(st.text(), st.text(), st.none() | st.text())
def test_an_article_survives_its_file(text: str, title: str, source: str | None) -> None:
    try:
        made = parse_article(text, title or "ad")
        text.encode("utf-8")
    except (CorpusError, UnicodeEncodeError):
        return
    article = Article(
        made.id, made.title, made.text, made.date, " ".join((source or "").split()) or None, made.language
    )
    try:
        written = to_source(article).encode("utf-8")
    except UnicodeEncodeError:
        return
    try:
        assert parse_article(written, "x") == article
    except CorpusError as error:
        assert "binary" in str(error)

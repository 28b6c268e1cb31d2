"""Articles: source texts read from files, verbatim, with what is known about them."""

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import yaml

from qa.text import fold

SUFFIXES = (".txt", ".md")
MAX_BYTES = 20_000_000  # about ten thick books; a larger "text" is a dump or a mistake

_FRONT_MATTER = re.compile(r"\A---[ \t]*\r?\n(?P<fields>.*?)^---[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_BARE_DATE = re.compile(r"\A\s*date:?\s+(?P<date>\d{4}-\d{2}-\d{2})\s+")
_HEADING = re.compile(r"\A\s*#\s+(?P<title>[^\r\n]+)")
_TITLE_LINE = re.compile(r"\A\s*(?P<title>[^\r\n]{3,120}?)[ \t]*\r?\n[ \t]*\r?\n")
_FIELDS = ("id", "title", "date", "source", "language")


class CorpusError(Exception):
    """A source that cannot be read: the message names it, the reason and the remedy."""


@dataclass(frozen=True)
class Article:
    """A source text as it was read. Offsets everywhere count characters (code points) of `text`.

    `english` is the content of the English translation that stood beside it.
    """

    id: str
    title: str
    text: str
    date: str | None = None
    source: str | None = None
    language: str = "tr"
    english: str | None = None

    @property
    def digest(self) -> str:
        """SHA-256 of everything that an answer can show of this article."""
        parts = (self.id, self.title, self.date or "", self.source or "", self.language, self.english or "", self.text)
        return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()

    @property
    def content_digest(self) -> str:
        """SHA-256 of the words alone (Unicode form and white space aside): equal for copies of one text."""
        words = " ".join(unicodedata.normalize("NFC", self.text).split())
        return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass
class Reading:
    """What came of reading a corpus: its articles, and one error for each source that was skipped."""

    articles: list[Article] = field(default_factory=list)
    skipped: list[CorpusError] = field(default_factory=list)


def read_corpus(paths: Iterable[str | Path]) -> Reading:
    """Read the text files at `paths` (files, or folders with all `.txt` and `.md` files below them).

    A file that cannot be read, and a second file of the same words or the same id, is skipped with its reason; the
    others are read. `NAME.en.txt` is the English translation of `NAME.txt`, not an article.

    Raises:
        CorpusError: a path does not exist.
    """
    reading = Reading()
    by_id: dict[str, str] = {}
    by_content: dict[str, str] = {}
    for path in _files(paths):
        try:
            article = read_article(path)
            if article.content_digest in by_content:
                raise CorpusError(f"{path}: the same text as {by_content[article.content_digest]}; skipped")
            if article.id in by_id:
                raise CorpusError(f"{path}: the id '{article.id}' is taken by {by_id[article.id]}; give it another id")
        except CorpusError as error:
            reading.skipped.append(error)
            continue
        by_id[article.id] = by_content[article.content_digest] = str(path)
        try:
            article = replace(article, english=_english_beside(path))
        except CorpusError as error:  # the text itself is good
            reading.skipped.append(error)
        reading.articles.append(article)
    return reading


def read_article(path: str | Path) -> Article:
    """Read one UTF-8 `.txt` or `.md` file, with optional YAML front matter (id, title, date, source, language).

    Raises:
        CorpusError: the file is missing, unreadable, too large, empty, binary or not UTF-8, or has bad front matter.
    """
    path = Path(path)
    try:
        if path.stat().st_size > MAX_BYTES:
            raise CorpusError(f"{path}: larger than {MAX_BYTES // 1_000_000} MB; split it into several files")
        data = path.read_bytes()
    except OSError as error:
        raise CorpusError(f"{path}: cannot be read ({error.strerror or error})") from error
    try:
        return parse_article(data, path.stem)
    except CorpusError as error:
        raise CorpusError(f"{path}: {error}") from error


def parse_article(data: bytes | str, name: str) -> Article:
    """Make an article of a file's content; `name` gives its id and title where the content gives none.

    Raises:
        CorpusError: as `read_article`, without the path in the message.
    """
    raw = _decode(data) if isinstance(data, bytes) else data.removeprefix("\ufeff")
    fields, text = _split_metadata(raw)
    if not any(char.isalnum() for char in text):
        raise CorpusError("holds no text; write something into it or remove it")
    slug = _slug(fields.get("id") or name)
    titles = map(_on_one_line, (fields.get("title"), _title_of(text), name))
    return Article(
        id=slug,
        title=next(filter(None, titles), slug),
        text=text,
        date=fields.get("date"),
        source=fields.get("source"),
        language=fields.get("language", "tr"),
    )


def _files(paths: Iterable[str | Path]) -> Iterator[Path]:
    for path in map(Path, paths):
        if path.is_dir():
            found = (p for p in path.rglob("*") if p.suffix.lower() in SUFFIXES and not p.name.startswith("."))
            yield from sorted(p for p in found if not _is_translation(p))
        elif path.exists():
            yield path
        else:
            raise CorpusError(f"{path}: no such file or folder")


def _english_beside(path: Path) -> str | None:
    translation = path.with_suffix(".en.txt")
    return read_article(translation).text if translation != path and translation.is_file() else None


def _is_translation(path: Path) -> bool:
    """Tell whether this file is the English side of the text beside it."""
    original = path.with_suffix("").with_suffix("")
    return path.stem.endswith(".en") and any(original.with_name(original.name + s).exists() for s in SUFFIXES)


def _decode(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise CorpusError("is UTF-16; save it as UTF-8")
    if b"\x00" in data:
        raise CorpusError("is binary, not text; only .txt and .md files can be read")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise CorpusError(f"is not UTF-8 (byte {error.start}); save it as UTF-8") from error
    if sum(unicodedata.category(char) == "Cc" and char not in "\t\n\r\f\v" for char in text) > len(text) // 100:
        raise CorpusError("is binary, not text; only .txt and .md files can be read")
    return text


def _split_metadata(raw: str) -> tuple[dict[str, str], str]:
    if bare := _BARE_DATE.match(raw):
        return {"date": bare["date"]}, raw[bare.end() :]
    match = _FRONT_MATTER.match(raw)
    if not match:
        return {}, raw
    try:
        loaded = yaml.safe_load(match["fields"]) or {}
    except (yaml.YAMLError, ValueError) as error:
        raise CorpusError(f"front matter is not valid YAML ({' '.join(str(error).split())})") from error
    if not isinstance(loaded, dict):
        raise CorpusError("front matter must be lines of the form `key: value`")
    fields = {key: str(loaded[key]).strip() for key in _FIELDS if loaded.get(key) not in (None, "")}
    _check_date(fields.get("date"))
    return fields, raw[match.end() :]


def _check_date(value: str | None) -> None:
    try:
        if value is not None:
            date.fromisoformat(value)
    except ValueError as error:
        raise CorpusError(f"front matter: date '{value}' is not of the form 2026-01-31") from error


def _on_one_line(text: str | None) -> str:
    return " ".join((text or "").split())


def _title_of(text: str) -> str | None:
    """Take a Markdown heading, or a first line without a full stop that an empty line follows, for the title."""
    if match := _HEADING.match(text):
        return match["title"].strip("# ")
    match = _TITLE_LINE.match(text)
    return match["title"] if match and match["title"][-1] not in ".!?…:;,\"'”’" else None


def _slug(name: str) -> str:
    """Return `name` in ASCII letters, digits and dashes: safe in a file name, an address and an HTML attribute."""
    slug = re.sub(r"[^a-z0-9]+", "-", fold(unicodedata.normalize("NFC", name))).strip("-")
    return slug[:100] or hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:12]

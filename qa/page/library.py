"""The texts that users add: kept as files, added to the shared assistant, found again after a restart."""

import queue
import secrets
import textwrap
import threading
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

import yaml

from qa.assistant import Assistant
from qa.corpus import SUFFIXES, Article, CorpusError, parse_article
from qa.files import write_whole

MAX_FILES = 50
MAX_MEGABYTES = 2  # a book has about one; the page shows a text whole

Fate = Literal["added", "duplicate", "unreadable", "unsaved"]


@dataclass(frozen=True)
class Document:
    """A text that a user hands in: a file's bytes, or pasted words."""

    name: str
    content: bytes | str
    title: str = ""

    @classmethod
    def pasted(cls, text: str, title: str = "") -> "Document":
        """Return a pasted text, named by its title or its first words."""
        return cls(textwrap.shorten(title.strip() or text[:1000], 60, placeholder="…"), text, title.strip())


@dataclass(frozen=True)
class Working:
    """Passages embedded so far, of `total`, and the seconds that the rest will take."""

    done: int
    total: int
    seconds_left: float


@dataclass(frozen=True)
class Outcome:
    """What became of a document: `title` of the article (or of the one that it repeats), or the `reason` against it."""

    name: str
    fate: Fate
    article: str = ""
    title: str = ""
    reason: str = ""


class Library:
    """The articles of an assistant, with those that users added in a folder of their own.

    `version` is another one whenever articles have come or gone, also after a restart.
    """

    def __init__(self, assistant: Assistant, folder: Path) -> None:
        self.assistant = assistant
        self.folder = folder
        self._changing = threading.Lock()
        self.version = secrets.token_hex(8)

    @property
    def articles(self) -> list[Article]:
        """All articles, those of the corpus first."""
        return sorted(list(self.assistant.articles.values()), key=lambda article: self.is_own(article.id))

    def passages(self) -> Counter[str]:
        """Return the number of passages of each article."""
        with self.assistant.index.lock:
            return Counter(passage.article for passage in self.assistant.index.passages.values())

    def is_own(self, name: str) -> bool:
        """Tell whether a user added the article with this id (others cannot be removed)."""
        return self._path(name).is_file()

    def add(self, documents: Sequence[Document]) -> Iterator[Working | Outcome]:
        """Add documents in a thread of its own; yield how far it is, then what became of each document.

        What cannot be read, and what is there already, does not keep the rest out. Closing the iterator does not
        stop the work.
        """
        news: queue.SimpleQueue[Working | Outcome | None] = queue.SimpleQueue()
        threading.Thread(target=self._work, args=(documents, news), daemon=True).start()
        while (item := news.get()) is not None:
            yield item

    def remove(self, name: str) -> Article:
        """Remove a user's article.

        Raises:
            KeyError: there is no such article, or it belongs to the corpus.
        """
        with self._changing:
            if name not in self.assistant.articles or not self.is_own(name):
                raise KeyError(name)
            article = self.assistant.articles[name]
            self._path(name).unlink()
            self.assistant.remove([name])
            self.version = secrets.token_hex(8)
            return article

    def _work(self, documents: Sequence[Document], news: "queue.SimpleQueue[Working | Outcome | None]") -> None:
        try:
            with self._changing:
                articles, outcomes = self._read(documents)
                self._embed(articles, news)
                for outcome in outcomes:
                    news.put(outcome)
        except Exception as error:  # the page must say that it failed, whatever it was
            for document in documents:
                news.put(Outcome(document.name, "unsaved", reason=str(error)))
        finally:
            news.put(None)

    def _read(self, documents: Sequence[Document]) -> tuple[list[Article], list[Outcome]]:
        """Parse the documents and write those that are new to the folder."""
        known = {article.content_digest: article.title for article in self.assistant.articles.values()}
        taken = set(self.assistant.articles)
        articles, outcomes = [], []
        for document in documents:
            try:
                article = _parse(document)
                if article.content_digest in known:
                    title = known[article.content_digest]
                    outcomes.append(Outcome(document.name, "duplicate", title=title))
                    continue
                article = replace(article, id=_free(article.id, taken))
                write_whole(self._path(article.id), to_source(article))
            except CorpusError as error:
                outcomes.append(Outcome(document.name, "unreadable", reason=str(error)))
            except (OSError, UnicodeEncodeError) as error:
                outcomes.append(
                    Outcome(document.name, "unsaved", reason=getattr(error, "strerror", None) or str(error))
                )
            else:
                known[article.content_digest] = article.title
                taken.add(article.id)
                articles.append(article)
                outcomes.append(Outcome(document.name, "added", article.id, article.title))
        return articles, outcomes

    def _embed(self, articles: list[Article], news: "queue.SimpleQueue[Working | Outcome | None]") -> None:
        began = time.monotonic()

        def report(done: int, total: int) -> None:
            left = (time.monotonic() - began) / max(done, 1) * (total - done)
            news.put(Working(done, total, left))

        try:
            if articles:
                self.assistant.add(articles, report)
                self.version = secrets.token_hex(8)
        except BaseException:
            for article in articles:
                self._path(article.id).unlink(missing_ok=True)
            raise

    def _path(self, name: str) -> Path:
        return self.folder / f"{name}.txt"


def to_source(article: Article) -> str:
    """Return the article as a file that `qa.corpus.read_article` reads back as the same article."""
    values = {"id": article.id, "title": article.title, "date": article.date, "source": article.source}
    known = {key: value for key, value in values.items() if value} | {"language": article.language}
    front = yaml.safe_dump(known, allow_unicode=True, sort_keys=False, width=10_000)
    return f"---\n{front}---\n{article.text}"


def added(outcomes: Iterable[Working | Outcome]) -> list[str]:
    """Return the ids of the articles that went in."""
    return [one.article for one in outcomes if isinstance(one, Outcome) and one.fate == "added"]


def _parse(document: Document) -> Article:
    size = len(document.content if isinstance(document.content, bytes) else document.content.encode("utf-8", "replace"))
    if size > MAX_MEGABYTES * 1_000_000:
        raise CorpusError(f"larger than {MAX_MEGABYTES} MB")
    if isinstance(document.content, bytes) and Path(document.name).suffix.lower() not in SUFFIXES:
        raise CorpusError("only .txt and .md files can be read")
    name = Path(document.name).stem if isinstance(document.content, bytes) else document.name
    article = parse_article(document.content, document.title or name)
    return replace(article, title=" ".join(document.title.split())) if document.title else article


def _free(name: str, taken: set[str]) -> str:
    """Return `name`, or the first of `name-2`, `name-3`… that is not taken."""
    if name not in taken:
        return name
    number = 2
    while f"{name}-{number}" in taken:
        number += 1
    return f"{name}-{number}"

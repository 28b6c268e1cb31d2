"""The assistant: a corpus, its index and the models, ready to be asked."""

import threading
import time
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from platformdirs import user_cache_path

from qa.answerer import WINDOWS, Finding, find_answer
from qa.answers import Answer, Citation, Draft
from qa.calibration import Calibration
from qa.citations import cite
from qa.composer import compose, in_language
from qa.conversation.antecedents import asks_place, naming, takes_up_answer
from qa.conversation.small_talk import reply
from qa.conversation.suggestions import suggest
from qa.corpus import Article, CorpusError, read_corpus
from qa.embedder import Embedder, open_embedder
from qa.index import Index, Progress
from qa.language import detect_language
from qa.phrases import phrase
from qa.question import LONGEST, Question, understand
from qa.reader import Reader, open_reader
from qa.retriever import Hit, Retriever
from qa.sentences import sentences_of
from qa.store import StoreError, load_index, save_index
from qa.translation import Translation, TranslationError, align
from qa.verifier import Judgement, open_verifier
from qa.words.suffixes import strip_case

HITS = 12  # passages that are read for one question
NEAR = 12  # sentences that next questions are made of
_LONGEST_NAME = 5  # words
RELATED = 3  # nearest sentences shown with a refusal
BUNDLED_CORPUS = Path(__file__).resolve().parent.parent / "corpus"

Report = Callable[[str], None]


class Assistant:
    """Answers questions about the articles of an index. May be asked from several threads at once."""

    def __init__(
        self,
        index: Index,
        reader: Reader,
        calibration: Calibration,
        *,
        folder: Path | None = None,
        skipped: Sequence[CorpusError] = (),
    ) -> None:
        self.index = index
        self.reader = reader
        self.calibration = calibration
        self.retriever = Retriever(index)
        self.folder = folder
        self.skipped = list(skipped)
        self._saving = threading.Lock()

    @classmethod
    def open(
        cls,
        corpus: str | Path | Sequence[str | Path] | None = None,
        index: str | Path | None = None,
        *,
        embedder: str | Path | None = None,
        reader: str | Path | None = None,
        progress: Progress | None = None,
        report: Report | None = None,
    ) -> "Assistant":
        """Open the assistant on a corpus (files or folders), on a stored index, or on the bundled corpus.

        With a corpus, the index (in the folder `index`, else in the user's cache) is brought up to date with it: only
        articles that changed are embedded. With `index` alone, it is used as it is. `embedder` and `reader` name
        other models than the shipped ones; `progress` is told (done, total) passages while embedding, `report` is
        given one-line messages.

        Raises:
            CorpusError: the corpus does not exist.
            StoreError: `index` was given alone and cannot be used.
            ModelError: a model is missing or damaged.
        """
        model = open_embedder(embedder)
        if corpus is None and index is not None:
            loaded = load_index(Path(index), model)
            return cls(loaded, open_reader(reader), Calibration.load(), folder=Path(index))
        paths = [corpus or BUNDLED_CORPUS] if isinstance(corpus, str | Path | None) else list(corpus)
        folder = Path(index) if index else _cache_folder(paths)
        reading = read_corpus(paths)
        for error in reading.skipped:
            _say(report, f"skipped: {error}")
        for message in _misaligned(reading.articles):
            _say(report, message)
        stored = _load_or_new(folder, model, report)
        if stored.update(reading.articles, progress):
            try:
                save_index(stored, folder)
            except OSError as error:
                _say(report, f"{folder}: the index could not be saved ({error.strerror}); it is kept in memory")
        return cls(stored, open_reader(reader), Calibration.load(), folder=folder, skipped=reading.skipped)

    @classmethod
    def from_texts(
        cls,
        texts: Mapping[str, str] | Sequence[Article],
        *,
        embedder: Embedder | None = None,
        reader: Reader | None = None,
    ) -> "Assistant":
        """Return an assistant in memory over texts by id, or over articles."""
        articles = [Article(k, k, v) for k, v in texts.items()] if isinstance(texts, Mapping) else list(texts)
        index = Index(embedder or open_embedder())
        index.add(articles)
        return cls(index, reader or open_reader(), Calibration.load())

    @property
    def articles(self) -> dict[str, Article]:
        """The articles by id."""
        return self.index.articles

    def ask(self, question: str, history: Sequence[str] = ()) -> Answer:
        """Answer a question; `history` holds the earlier questions of the conversation, oldest first.

        Every text gets an answer: what cannot be asked or is not in the texts is refused.
        """
        began = time.perf_counter()
        asked = self._understand(question, history)
        if problem := self._problem(question, asked):
            return _refusal(asked, phrase(problem, asked.language), [], 0.0, began)
        if chat := reply(asked.text, asked.language):
            return _chat(asked, chat, began)
        spoken = detect_language(asked.standalone, asked.language)  # of a follow-up, the earlier question's may differ
        hits = self.retriever.search(asked.standalone, HITS, spoken)

        def find(question: str, windows: int = WINDOWS) -> Finding:
            asks_else = question != asked.standalone  # a part of the question, or what it counts
            likely = _merged(hits, self.retriever.search(question, HITS, spoken)) if asks_else else hits
            return find_answer(question, spoken, likely, self.reader, self.calibration, windows)

        def verify(question: str, passages: Sequence[str]) -> list[Judgement]:
            return open_verifier().judge(question, passages)

        draft, finding = compose(asked.standalone, spoken, hits, find, verify, self.calibration.threshold)
        if draft is None:
            text = phrase("not_in_text", asked.language)
            return _refusal(asked, text, _related(hits), finding.confidence, began)
        if spoken != asked.language:
            draft = in_language(draft, asked.language)
        if asked.language == "en":
            draft = self._in_english(draft)
        return _answer(asked, draft, began)

    def _understand(self, question: str, history: Sequence[str]) -> Question:
        """Return what is asked, with the answer to the question before where the question takes that up."""
        asked = understand(question, history)
        if not history or asked.standalone == asked.text:
            return asked
        before = understand(history[-1], history[:-1])
        spoken = detect_language(before.standalone, before.language)
        if not takes_up_answer(asked.text, asked.language, before.standalone, spoken):
            return asked
        name = self._name(before.standalone)
        if name is None:
            return asked
        place = asks_place(before.standalone, spoken)
        return understand(asked.text, [naming(name, asked.language, place=place)])

    def _name(self, question: str) -> str | None:
        """Return the name that answers a question, None where no name does."""
        answer = self.ask(question)
        if not answer.answerable or answer.kind != "span" or len(answer.spans) != 1:
            return None
        name = strip_case(answer.spans[0].text)
        return name if name[:1].isupper() and len(name.split()) <= _LONGEST_NAME else None

    def suggest(self, answer: Answer, limit: int = 3) -> list[str]:
        """Return up to `limit` next questions that the text answers, about facts near those that an answer cites.

        Each is asked before it is offered; this takes several times as long as the answer did.
        """
        cited = answer.citations or answer.related
        article = self.articles.get(cited[0].article) if cited else None
        if article is None:
            return []
        sentences = sentences_of(article.text)
        at = bisect_right(sentences, cited[0].start, key=lambda sentence: sentence.start) - 1
        order = sorted(range(len(sentences)), key=lambda i: (abs(i - at), i < at))[1 : NEAR + 1]
        return suggest(
            article,
            [(sentences[i].start, sentences[i].end) for i in order],
            answer.language,
            [answer.question, answer.standalone],
            limit,
            check=lambda question: self.ask(question).answerable,
            translation=self._translation(article.id),
        )

    def _in_english(self, draft: Draft) -> Draft:
        """Add what an aligned translation says: the cited sentences, and a span that could not be rendered."""
        citations = [
            replace(c, translation=t.sentence(c.start, c.end)) if (t := self._translation(c.article)) else c
            for c in draft.citations
        ]
        translation = self._translation(draft.spans[0].article) if len(draft.spans) == 1 else None
        if draft.rendered or translation is None or draft.kind != "span":
            return replace(draft, citations=citations)
        phrase_in_english = translation.phrase(draft.spans[0].start, draft.spans[0].end)
        if phrase_in_english is None:
            return replace(draft, citations=citations)
        return replace(draft, citations=citations, text=phrase_in_english, rendered=True)

    def _translation(self, name: str) -> Translation | None:
        """Return the aligned translation of an article, None where it has none that fits."""
        article = self.articles.get(name)
        return _aligned(article) if article and article.english else None

    def add(self, articles: Sequence[Article], progress: Progress | None = None) -> None:
        """Add articles (in place of those with the same id) and save the index if it has a folder."""
        self.index.remove([article.id for article in articles])
        self.index.add(articles, progress)
        self._save()

    def remove(self, names: Sequence[str]) -> None:
        """Remove articles by id and save the index if it has a folder."""
        self.index.remove(names)
        self._save()

    def _save(self) -> None:
        if self.folder:
            with self._saving, self.index.lock:
                save_index(self.index, self.folder)

    def _problem(self, question: str, asked: Question) -> str | None:
        if not any(char.isalnum() for char in asked.text):
            return "empty_question"
        if len(question) > LONGEST:
            return "long_question"
        return None if len(self.index) else "empty_corpus"


def _answer(asked: Question, draft: Draft, began: float) -> Answer:
    return Answer(
        question=asked.text,
        language=asked.language,
        standalone=asked.standalone,
        answerable=True,
        kind=draft.kind,
        text=draft.text,
        spans=draft.spans,
        citations=draft.citations,
        confidence=draft.confidence,
        seconds=time.perf_counter() - began,
        rendered=draft.rendered,
        calculation=draft.calculation,
    )


def _chat(asked: Question, text: str, began: float) -> Answer:
    """Return a friendly reply to what is no question: neither an answer nor a refusal to show sentences for."""
    return _refusal(asked, text, [], 0.0, began)


def _refusal(asked: Question, text: str, related: list[Citation], confidence: float, began: float) -> Answer:
    shown = asked.text if len(asked.text) <= LONGEST else asked.text[:LONGEST] + "…"
    return Answer(
        question=shown,
        language=asked.language,
        standalone=shown if asked.standalone == asked.text else asked.standalone,
        answerable=False,
        kind="none",
        text=text,
        related=related,
        confidence=confidence,
        seconds=time.perf_counter() - began,
    )


def _merged(one: Sequence[Hit], two: Sequence[Hit]) -> list[Hit]:
    """Return the hits of two searches, best first, each passage once with its better score."""
    ordered = sorted([*one, *two], key=lambda hit: hit.score)
    return list({(hit.passage.article, hit.passage.start): hit for hit in ordered}.values())[::-1]


def _related(hits: Sequence[Hit]) -> list[Citation]:
    return [c for hit in hits[:RELATED] for c in cite(hit.article, hit.passage.start, hit.passage.end)]


@lru_cache(maxsize=256)
def _aligned(article: Article) -> Translation | None:
    try:
        return align(article, article.english or "", article.title, article.id)
    except TranslationError:
        return None


def _misaligned(articles: Sequence[Article]) -> Iterator[str]:
    """Yield a message for each translation that cannot be used."""
    for article in articles:
        try:
            if article.english:
                align(article, article.english, article.title, f"{article.id}.en.txt")
        except TranslationError as error:
            yield f"translation not used: {error}"


def _load_or_new(folder: Path, model: Embedder, report: Report | None) -> Index:
    try:
        return load_index(folder, model)
    except StoreError as error:
        if folder.exists():
            _say(report, f"{error}; making the index again")
        return Index(model)


def _cache_folder(paths: Sequence[str | Path]) -> Path:
    import hashlib

    name = "\n".join(sorted(str(Path(path).resolve()) for path in paths))
    return user_cache_path("dayanak") / hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _say(report: Report | None, message: str) -> None:
    if report:
        report(message)

"""What the page does when something is clicked or sent: plain functions from what is shown to what is shown next.

`turns` is the conversation as the browser stores it, `language` that of the page, `data` the `data-` attributes of what
was clicked. All of it comes from the browser and is not trusted.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from qa.answers import Answer, Citation
from qa.page.benchmark import Benchmark, Failed
from qa.page.benchmark_view import render_run, render_state
from qa.page.conversation import render_conversation, render_suggestions
from qa.page.feedback import FeedbackStore, evaluation_lines
from qa.page.library import MAX_FILES, Document, Library, Outcome, Working
from qa.page.markup import Marks
from qa.page.panel import render_panel
from qa.page.tables import render_feedback, render_note, render_outcomes, render_sources, render_working
from qa.page.turns import VERDICTS, Turn, history_of, read_turns, store_turns

Stored = list[dict[str, object]]
Data = Mapping[str, str]

LISTED = 200  # rows of feedback that the page shows
LONGEST_CORRECTION = 500


class Actions:
    """The actions of the page over one library and one feedback store. Keeps nothing of a session."""

    def __init__(
        self,
        library: Library,
        store: FeedbackStore,
        benchmark: Benchmark,
        examples: Sequence[tuple[str, str]] = (),
    ) -> None:
        self.library = library
        self.store = store
        self.benchmark = benchmark
        self.examples = examples

    def ask(self, question: str, turns: object, language: str) -> tuple[str, str, Stored]:
        """Answer a question; return the conversation, the panel at the first citation, and the new turns."""
        kept = read_turns(turns)
        if question.strip():
            kept.append(Turn(self.library.assistant.ask(question, history_of(kept))))
        return self.conversation(kept, language), self._panel_for(kept, language), store_turns(kept)

    def suggest(self, turns: object, language: str) -> str:
        """Return what can be asked next; takes longer than an answer, so that it follows it."""
        kept = read_turns(turns)
        if not kept:
            return ""
        answer = kept[-1].answer
        return render_suggestions(self.library.assistant.suggest(answer), answer.language, language)

    def restore(self, turns: object, language: str) -> tuple[str, str, str]:
        """Return the conversation, the panel and the sources for a page that is opened again."""
        kept = read_turns(turns)
        return self.conversation(kept, language), self._panel_for(kept, language), self.sources(language)

    def clear(self, language: str) -> tuple[str, str, Stored]:
        """Begin a new conversation."""
        return self.conversation([], language), self._panel_for([], language), []

    def conversation(self, turns: Sequence[Turn], language: str) -> str:
        """Return the conversation."""
        return render_conversation(turns, language, self.examples, empty=not self.library.articles)

    def cite(self, data: Data, language: str) -> str:
        """Return the panel at the citation that was clicked."""
        sentence = (_whole(data.get("start")), _whole(data.get("end")))
        return self.panel(data.get("article", ""), language, sentence, _marks(data.get("spans", "")))

    def panel(
        self, name: str, language: str, sentence: tuple[int, int] | None = None, spans: Marks | None = None
    ) -> str:
        """Return the panel with one article open."""
        articles = self.library.articles
        article = next((one for one in articles if one.id == name), None)
        return render_panel(article, articles, language, sentence, spans, missing=article is None)

    def renew(self, data: Data, language: str) -> str:
        """Return the panel where it is, with the texts that there are now to choose from."""
        if not data.get("article"):
            return self._panel_for([], language)
        return self.cite(data, language) if data.get("end") else self.panel(data["article"], language)

    def rate(self, data: Data, turns: object, language: str) -> tuple[str, Stored]:
        """Note what the user thinks of an answer; return the conversation and the turns."""
        kept = read_turns(turns)
        place, verdict = _whole(data.get("place"), -1), data.get("verdict", "")
        if 0 <= place < len(kept) and verdict in VERDICTS and not kept[place].verdict:
            correction = data.get("correction", "")[:LONGEST_CORRECTION]
            self.store.add(kept[place].answer, verdict, correction, history_of(kept[:place]))
            kept[place].verdict = verdict
        return self.conversation(kept, language), store_turns(kept)

    def feedback(self, language: str) -> str:
        """Return the feedback that was given."""
        return render_feedback(self.store.latest(LISTED), language)

    def export(self) -> str:
        """Return the feedback as an evaluation set."""
        return evaluation_lines(self.store.latest(), self.library.assistant.articles)

    def sources(self, language: str) -> str:
        """Return the table of the articles."""
        articles = [(article, self.library.is_own(article.id)) for article in self.library.articles]
        return render_sources(articles, self.library.passages(), language)

    def remove(self, data: Data, language: str) -> tuple[str, str]:
        """Remove an article; return the sources and a note."""
        try:
            article = self.library.remove(data.get("article", ""))
        except KeyError:
            return self.sources(language), render_note("source_gone", language)
        return self.sources(language), render_note("removed", language, title=article.title)

    def add_text(self, title: str, text: str, language: str) -> Iterator[tuple[str, str | None]]:
        """Add a pasted text; yield the state of the work, and at the end the sources."""
        yield from self._add([Document.pasted(text, title)] if text.strip() else [], language)

    def add_files(self, paths: Sequence[str] | None, language: str) -> Iterator[tuple[str, str | None]]:
        """Add uploaded files; yield the state of the work, and at the end the sources."""
        if paths and len(paths) > MAX_FILES:
            yield render_note("too_many", language, count=MAX_FILES), None
            return
        yield from self._add([Document(Path(path).name, Path(path).read_bytes()) for path in paths or []], language)

    def run_benchmark(self, name: str, count: float | None, language: str) -> Iterator[tuple[str, str | None]]:
        """Run an evaluation set; yield the state of the work, and at the end the results."""
        yield render_state(None, language), None
        for news in self.benchmark.run(name, int(count) if count and count > 0 else None):
            if isinstance(news, Failed):
                yield render_note("benchmark_failed", language, reason=news.reason), None
            elif isinstance(news, Working):
                yield render_state(news, language), None
            else:
                yield "", render_run(news, language)

    def latest_benchmark(self, language: str) -> str:
        """Return the results of the newest run."""
        run = self.benchmark.latest()
        return render_run(run, language) if run else ""

    def reopen(self, data: Data, turns: object, language: str) -> tuple[str, str, Stored]:
        """Put a question of a run, as it was answered, at the end of the conversation."""
        outcome = self.benchmark.outcome(data.get("run", ""), data.get("item", ""))
        found = read_turns([{"answer": dict(outcome.answer), "verdict": ""}] if outcome else [])
        kept = [*read_turns(turns), *found]
        return self.conversation(kept, language), self._panel_for(kept, language), store_turns(kept)

    def _add(self, documents: Sequence[Document], language: str) -> Iterator[tuple[str, str | None]]:
        yield render_working(None, language), None
        outcomes = []
        for news in self.library.add(documents):
            if isinstance(news, Outcome):
                outcomes.append(news)
            elif isinstance(news, Working):
                yield render_working(news, language), None
        yield render_outcomes(outcomes, language), self.sources(language)

    def _panel_for(self, turns: Sequence[Turn], language: str) -> str:
        """Return the panel at the first citation of the latest answer that has one, else at the first article."""
        answer = turns[-1].answer if turns else None
        if answer and answer.citations:
            first = answer.citations[0]
            return self.panel(first.article, language, (first.start, first.end), _inside(answer, first))
        articles = self.library.articles
        return render_panel(articles[0] if articles else None, articles, language)


def _inside(answer: Answer, citation: Citation) -> Marks:
    return [(s.start, s.end) for s in answer.spans if s.article == citation.article and s.start < citation.end]


def _marks(value: str) -> Marks:
    """Read marks written as `12-18,30-34`."""
    pairs = (piece.partition("-") for piece in value.split(",")[:100])
    return [(_whole(start), _whole(end)) for start, _, end in pairs if end]


def _whole(value: str | None, otherwise: int = 0) -> int:
    return int(value) if value and value.isascii() and value.isdigit() and len(value) < 10 else otherwise

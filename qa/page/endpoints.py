"""The endpoints for programs: named calls that take and return JSON, the same over HTTP and MCP."""

from typing import Any

from qa.page.library import MAX_FILES, Document, Library, Outcome


class Endpoints:
    """Calls on one library. Their names, arguments and docstrings are what a program or a language model sees."""

    def __init__(self, library: Library) -> None:
        self.library = library

    def ask(self, question: str, history: list[str] | None = None) -> dict[str, Any]:
        """Answer a question about the Turkish texts, in Turkish or English, with the span and sentence it rests on.

        Args:
            question: The question, in Turkish or English.
            history: The earlier questions of the conversation, oldest first, for follow-up questions.
        """
        return self.library.assistant.ask(str(question), [str(one) for one in history or []]).to_dict()

    def add(self, text: str, title: str = "") -> dict[str, Any]:
        """Add a Turkish text to those that are asked; it is kept until it is removed.

        Args:
            text: The text; YAML front matter with title, date and source is understood.
            title: The title; taken from the text if empty.
        """
        outcomes = [one for one in self.library.add([Document.pasted(text, title)]) if isinstance(one, Outcome)]
        return {"added": [one.article for one in outcomes if one.fate == "added"], "skipped": _skipped(outcomes)}

    def remove(self, articles: list[str]) -> dict[str, Any]:
        """Remove texts that were added; those of the bundled corpus stay.

        Args:
            articles: The ids of the articles, as `list` gives them.
        """
        removed, skipped = [], []
        for name in articles[:MAX_FILES]:
            try:
                removed.append(self.library.remove(str(name)).id)
            except KeyError:
                skipped.append({"name": str(name), "reason": "no such text, or one of the corpus"})
        return {"removed": removed, "skipped": skipped}

    def list(self) -> list[dict[str, Any]]:
        """List the texts that are asked: id, title, date, characters, passages, and whether it may be removed."""
        passages = self.library.passages()
        return [
            {
                "id": article.id,
                "title": article.title,
                "date": article.date,
                "characters": len(article.text),
                "passages": passages[article.id],
                "removable": self.library.is_own(article.id),
            }
            for article in self.library.articles
        ]


def _skipped(outcomes: list[Outcome]) -> list[dict[str, str]]:
    return [
        {"name": one.name, "reason": one.reason or f"the same text as '{one.title}'"}
        for one in outcomes
        if one.fate != "added"
    ]

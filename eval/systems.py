"""The systems that can be measured: Dayanak, and the simpler ones that it must beat.

A system answers an item and names the places that it retrieved. All share one assistant, so that texts, index and
models are the same.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from eval.items import Item, Place, Text
from qa.passages import Passage

if TYPE_CHECKING:
    from qa import Assistant

RETRIEVED = 10


@dataclass(frozen=True, slots=True)
class Response:
    """An answer as its dictionary, and the places retrieved, best first (None: nothing was searched)."""

    answer: dict[str, Any]
    found: tuple[Place, ...] | None


class System(Protocol):
    """What the runner needs of a system."""

    def answer(self, item: Item, text: Text | None) -> Response:
        """Answer a question: over everything that is indexed, or from `text` where the gold text is given."""
        ...


@dataclass(frozen=True, slots=True)
class Full:
    """Dayanak as its users have it."""

    assistant: "Assistant"

    def answer(self, item: Item, text: Text | None) -> Response:
        """Ask the assistant."""
        history = list(item.history)
        if text is not None:
            answer = self.assistant.answer_from(item.question, {text.id: text.text}, history=history)
            return Response(answer.to_dict(), None)
        answer = self.assistant.ask(item.question, history=history).to_dict()
        return Response(answer, found(self.assistant, answer.get("standalone") or item.question, item.language))


def found(assistant: "Assistant", question: str, language: str) -> tuple[Place, ...]:
    """Return the places of the passages that the assistant's retriever finds for a question."""
    hits = assistant.retriever.search(question, RETRIEVED, language)
    return tuple(place(hit.passage) for hit in hits)


def place(passage: Passage) -> Place:
    """Return where a passage stands."""
    return Place(passage.article, passage.start, passage.end)


SYSTEMS: dict[str, Callable[["Assistant"], System]] = {"full": Full}

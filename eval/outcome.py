"""What a system said to a question: the unit that is stored, scored and shown."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from eval.items import Item, Place


@dataclass(frozen=True, slots=True)
class Quote:
    """A verbatim piece of an article: an answer's span, or a sentence that it cites."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer as the contract gives it, as far as it is measured."""

    answerable: bool
    kind: str
    text: str
    spans: tuple[Quote, ...]
    citations: tuple[Quote, ...]
    confidence: float
    computed: bool = False  # worked out from the spans: they are what it rests on, not the answer

    @classmethod
    def from_dict(cls, answer: Mapping[str, Any]) -> "Reply":
        """Read the dictionary of an answer (`Answer.to_dict()`, a line of `qa batch`)."""
        return cls(
            answerable=answer["answerable"],
            kind=answer["kind"],
            text=answer["text"],
            spans=tuple(_quote(span, "text") for span in answer.get("spans", ())),
            citations=tuple(_quote(citation, "sentence") for citation in answer.get("citations", ())),
            confidence=float(answer["confidence"]),
            computed=bool(answer.get("calculation")),
        )


def _quote(piece: Mapping[str, Any], key: str) -> Quote:
    return Quote(piece[key], Place(piece["article"], piece["start"], piece["end"]))


@dataclass(frozen=True)
class Outcome:
    """A question, the answer of a system as its dictionary, the places it retrieved (best first) and the time it took.

    `found` is None where nothing was retrieved (the gold paragraph was given).
    """

    item: Item
    answer: Mapping[str, Any]
    seconds: float
    found: tuple[Place, ...] | None = None

    @property
    def reply(self) -> Reply:
        """Return the answer as what is measured."""
        return Reply.from_dict(self.answer)

    def to_dict(self) -> dict[str, Any]:
        """Return what a line of a stored run holds."""
        return asdict(self)

    @classmethod
    def from_dict(cls, row: Mapping[str, Any]) -> "Outcome":
        """Read a line of a stored run."""
        item = dict(row["item"])
        evidence = tuple(tuple(Place(**place) for place in group) for group in item.pop("evidence"))
        lists = {name: tuple(value) for name, value in item.items() if isinstance(value, list)}
        found = row["found"] if row["found"] is None else tuple(Place(**place) for place in row["found"])
        return cls(Item(**{**item, **lists, "evidence": evidence}), row["answer"], row["seconds"], found)

"""Answers: what a user gets, and its JSON form."""

from dataclasses import asdict, dataclass, field
from typing import Any, Literal

Kind = Literal["span", "list", "count", "yes_no", "none"]


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of an article: `article_text[start:end] == text`."""

    text: str
    article: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Citation:
    """The verbatim sentence that an answer rests on: `article_text[start:end] == sentence`.

    `translation` is its English, for an English question about an article with an aligned translation.
    """

    article: str
    title: str
    sentence: str
    start: int
    end: int
    date: str | None = None
    translation: str | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """An answer before it is put to the question: `text` is in the question's language, `rendered` as in `Answer`."""

    kind: Kind
    text: str
    spans: list[Span]
    citations: list[Citation]
    confidence: float
    calculation: str = ""
    rendered: bool = True


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer, or a refusal (`answerable` false, `kind` "none").

    `text` is in the question's language; `rendered` tells whether it is more than the verbatim Turkish, where an
    English question could only be answered with Turkish words it is false. `confidence` is the calibrated probability
    that the answer is right; `related` holds the nearest sentences of a refusal.
    """

    question: str
    language: str
    standalone: str
    answerable: bool
    kind: Kind
    text: str
    spans: list[Span] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)
    related: list[Citation] = field(default_factory=list)
    confidence: float = 0.0
    seconds: float = 0.0
    rendered: bool = True
    calculation: str = ""
    suggestions: list[str] = field(default_factory=list)

    def to_dict(self) -> dict[str, Any]:
        """Return the answer as JSON-ready values, figures rounded; empty extras are left out."""
        out = asdict(self)
        out["confidence"] = round(self.confidence, 4)
        out["seconds"] = round(self.seconds, 4)
        for extra in ("calculation", "suggestions"):
            if not out[extra]:
                del out[extra]
        if self.answerable:
            del out["related"]
        for citation in (*out["citations"], *out.get("related", ())):
            if citation["translation"] is None:
                del citation["translation"]
        return out

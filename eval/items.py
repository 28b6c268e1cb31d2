"""What an evaluation set is made of: texts, and questions with the answers and the evidence that count as right."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from qa.sentences import split_sentences

LANGUAGES = ("tr", "en")


class SetError(ValueError):
    """A set that cannot be used; the message names the file, the line and the field."""


@dataclass(frozen=True, slots=True)
class Place:
    """The characters `start:end` of an article's text."""

    article: str
    start: int
    end: int

    def meets(self, other: "Place") -> bool:
        """Say whether the two share more than half of the shorter one."""
        if self.article != other.article:
            return False
        shared = min(self.end, other.end) - max(self.start, other.start)
        return shared > 0.5 * min(self.end - self.start, other.end - other.start)


@dataclass(frozen=True, slots=True)
class Text:
    """A text that a set brings along: what `Article` is to the assistant."""

    id: str
    text: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """A question with what counts as right.

    `answers` are spans of the Turkish text (any of them is right), `answers_en` renderings in English, `elements` the
    parts of a list, `operands` the spans that a computed answer uses, `sentences` the evidence as text. `evidence` is
    the same as places: one group for each piece of evidence, each group the places where that piece may be found.
    """

    id: str
    language: str
    type: str
    question: str
    answerable: bool
    article: str = ""
    history: tuple[str, ...] = ()
    standalone: str = ""
    answers: tuple[str, ...] = ()
    answers_en: tuple[str, ...] = ()
    elements: tuple[str, ...] = ()
    operands: tuple[str, ...] = ()
    sentences: tuple[str, ...] = ()
    evidence: tuple[tuple[Place, ...], ...] = ()


@dataclass(frozen=True)
class EvalSet:
    """The questions of a file, with the texts that they are asked of."""

    name: str
    texts: tuple[Text, ...]
    items: tuple[Item, ...]
    whole_corpus: bool = False  # the questions are asked of the bundled corpus, not of these texts alone

    @cached_property
    def text_of(self) -> dict[str, Text]:
        """Return the texts by their id."""
        return {text.id: text for text in self.texts}

    @cached_property
    def fingerprint(self) -> str:
        """Return the first 12 hex digits of the SHA-256 of texts and questions."""
        digest = hashlib.sha256()
        for part in (*self.texts, *self.items):
            digest.update(repr(part).encode())
        return digest.hexdigest()[:12]

    def limited(self, limit: int) -> "EvalSet":
        """Return the set with `limit` of its questions, spread evenly over it."""
        if limit >= len(self.items):
            return self
        chosen = tuple(self.items[i * len(self.items) // limit] for i in range(limit))
        return replace(self, items=chosen)


def locate(sentence: str, texts: Sequence[Text]) -> tuple[Place, ...]:
    """Return every place where `sentence` stands in one of the `texts`."""
    places = []
    for text in texts:
        start = text.text.find(sentence)
        while start >= 0:
            places.append(Place(text.id, start, start + len(sentence)))
            start = text.text.find(sentence, start + 1)
    return tuple(places)


def sentences_at(place: Place, text: Text) -> tuple[str, ...]:
    """Return the sentences of `text` that `place` touches, for sets that mark spans alone."""
    touched = (s for s in split_sentences(text.text) if s.start < place.end and place.start < s.end)
    return tuple(text.text[sentence.start : sentence.end] for sentence in touched)

"""Passages: the unit that is indexed, one fact-bearing sentence with the context that makes it understandable alone."""

import re
from dataclasses import dataclass

from qa.corpus import Article
from qa.sentences import Sentence, split_sentences
from qa.text import fold

_CONTEXT = 240  # characters of preceding text; more would drown the sentence in its vector
_HEADING = 100  # a longer line without a full stop is rather a sentence
_TERMINATORS = ".!?…:;\"'”’)»"
# Folded: the openings with which a Turkish sentence leans on the one before it.
_LEANING = re.compile(
    r"(?:bu|su|o|bun(?:un|a|da|dan|lar\w*|unla|dolayi|dan dolayi)|onun|ona|ondan|onlar\w*|"
    r"bur(?:ada|adan|aya|asi)|or(?:ada|adan|aya|asi)|ayni|soz konusu|anilan|ilgili|ayrica|boylece|boylelikle|oysa|"
    r"ancak|ikinci|ikincisi|diger\w*|geri kalan\w*|kalan\w*|kendisi|yine|ardindan|daha sonra|sonra|once|"
    r"her iki\w*|ikisi|hepsi|tamami|yaris\w*|cogu|bir kismi)\b"
)


@dataclass(frozen=True, slots=True)
class Passage:
    """The sentence `text[start:end]` of an article, and where the context that it leans on begins.

    `lead` is the start of the preceding sentences of the paragraph which belong to the context (equal to `start`
    where there are none); `heading` the text of the section heading above.
    """

    article: str
    start: int
    end: int
    paragraph: int
    lead: int
    heading: str = ""


def split_passages(article: Article) -> list[Passage]:
    """Return the passages of an article in order: its sentences without the headings (unless it has nothing else)."""
    sentences = split_sentences(article.text)
    facts = [s for s in sentences if not _is_heading(article.text, s, sentences)]
    if not facts:
        facts = sentences
    kept = set(facts)
    passages, heading, previous = [], "", None
    for sentence in sentences:
        if sentence not in kept:
            heading = article.text[sentence.start : sentence.end].strip("#* ")
            previous = None
            continue
        lead = sentence.start
        if previous and previous.paragraph == sentence.paragraph and sentence.start - previous.start <= _CONTEXT:
            lead = previous.start
        passages.append(Passage(article.id, sentence.start, sentence.end, sentence.paragraph, lead, heading))
        previous = sentence
    return passages


def passage_text(article: Article, passage: Passage) -> str:
    """Return what is embedded for a passage: title, section heading, leading context and the sentence."""
    context = [part for part in (article.title, passage.heading) if part]
    body = article.text[passage.lead : passage.end]
    return " — ".join([*context, " ".join(body.split())])


def leans_back(sentence: str) -> bool:
    """Tell whether a sentence cannot be understood without the one before it ("Bunun 3,9 milyar doları ...")."""
    return bool(_LEANING.match(fold(sentence).lstrip(" \"'“(")))


def _is_heading(text: str, sentence: Sentence, sentences: list[Sentence]) -> bool:
    line = text[sentence.start : sentence.end]
    if line.startswith("#"):
        return True
    alone = sum(other.paragraph == sentence.paragraph for other in sentences) == 1 if len(line) <= _HEADING else False
    return alone and line[-1] not in _TERMINATORS and not line.startswith(("-", "*", "•", "|"))

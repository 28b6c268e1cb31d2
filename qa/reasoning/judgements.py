"""Weigh what the verifier says of a claim against what the words of the sentence say."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from qa.answerer import Finding
from qa.corpus import Article
from qa.reasoning.assertions import Assertion
from qa.reasoning.rulings import Place, Ruling
from qa.sentences import Sentence, sentences_of
from qa.verifier import Judgement

Verify = Callable[[str, Sequence[str]], list[Judgement]]

OPEN = 0.2  # probability from which the text leaves a claim open
RULED = 0.5  # weight of what the words say beside what the verifier says, both in log-odds
SURE, SURER = 0.2, 0.2  # log-odds that a verdict is right: at the least, and for each of log-odds of yes over no


@dataclass(frozen=True, slots=True)
class Judged:
    """What the verifier says of a sentence: the log-odds of yes over no, and the probability that it says neither."""

    odds: float
    open: float
    place: Place


def suits(assertion: Assertion) -> bool:
    """Tell whether the verifier judges such a claim better than its words do.

    Of claims that the words left open or decided otherwise, it got 29 of 49 with a figure right (the words 9) and 6 of
    10 that say that something rose or fell (0), but 6 of 14 denials (3) and 3 of 10 with both a figure and a direction
    (3), where it also overturned what the words had right: of the texts that the card names.
    """
    return not assertion.negated and not (assertion.quantities and assertion.direction)


def judge(question: str, finding: Finding, verify: Verify) -> Judged:
    """Judge the likeliest sentence of what was found, which is not nothing, in the light of the one before it."""
    article, sentence = finding.sentences()[0]
    (judgement,) = verify(question, [_with_lead(article, sentence)])
    odds = math.log(max(judgement.yes, 1e-6) / max(judgement.no, 1e-6))
    return Judged(odds, judgement.open, (article, sentence.start, sentence.end))


def combine(judged: Judged, ruled: Ruling | None) -> Ruling | None:
    """Return the ruling that both lead to, None where the verifier finds the claim left open."""
    if judged.open > OPEN:
        return None
    leaning = judged.odds + RULED * (ruled.odds if ruled else 0.0)
    odds = math.copysign(SURE + SURER * abs(leaning), leaning)
    if ruled and ruled.odds * odds > 0:
        return replace(ruled, odds=odds)
    return Ruling(odds, "", (judged.place,))


def _with_lead(article: Article, sentence: Sentence) -> str:
    sentences = sentences_of(article.text)
    at = sentences.index(sentence)
    before = sentences[at - 1] if at else sentence
    start = before.start if before.paragraph == sentence.paragraph else sentence.start
    return article.text[start : sentence.end]

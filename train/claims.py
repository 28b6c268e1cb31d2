"""Claims for the verifier to judge: a question with a written verdict, or a Turkish wh-question turned into one.

"Fabrikada kaç işçi çalışıyor?" with "450 işçi" becomes "Fabrikada 450 işçi mi çalışıyor?", which the passage bears
out; with another value of the text, or another digit, it denies it; on a passage that speaks of something else it is
left open.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from qa.expectation import is_yes_no
from qa.quantities.calendar import months
from qa.text import lower
from qa.words.declension import harmony
from train.examples import LANGUAGES, Question, Text, read_texts, training_files
from train.noise import noisy
from train.windows import VERDICTS, stems

NO, YES, OPEN = VERDICTS["no"], VERDICTS["yes"], 2
LONGEST_ANSWER = 6  # words; longer ones read badly in a question
BESIDE = 0.5  # share of the judged questions that are also shown where the text leaves them open
TRUE, FALSE = 0.45, 0.45  # shares of the made claims that hold and that do not; the rest is left open
NEAR = 0.6  # share of the false claims with another value of the passage or of the text, where there is one

_WH = re.compile(
    r"\b(?:kaç(?P<counted>(?: [a-zçğıöşü]+)?)|kim(?:in|i|e|den)?|nerede|nereye|nereden|ne zaman|ne kadar|"
    r"hangi [a-zçğıöşü']+(?: [a-zçğıöşü']+)?|nedir|hangisi(?:dir)?|kimdir|neresi(?:dir)?)\b",
    re.IGNORECASE,
)
_MONTHS = re.compile(rf"\b(?:{'|'.join(months('tr'))})")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d\S*")


@dataclass(frozen=True, slots=True)
class Claim:
    """A yes/no question, the passage that it is held against, and what the passage says of it."""

    question: str
    passage: str
    label: int


def as_claim(question: str, answer: str) -> str | None:
    """Put an answer in the place of a Turkish question's wh-words, with the question particle behind it."""
    found = _WH.search(question)
    if not found or len(answer.split()) > LONGEST_ANSWER:
        return None
    counted = (found.group("counted") or "").strip()
    claimed = f"{answer} {counted}" if counted and counted[:4].lower() not in answer.lower() else answer
    text = f"{question[: found.start()]}{claimed} m{harmony(lower(claimed))[1]}{question[found.end() :]}"
    text = re.sub(r"\s+", " ", text)
    return text[0].upper() + text[1:]


def _kind(answer: str) -> str:
    if any(char.isdigit() for char in answer):
        if _MONTHS.search(lower(answer)):
            return "date"
        return "year" if _YEAR.fullmatch(answer) else "number"
    return "name" if answer[0].isupper() else "word"


class Claims:
    """Draws claims from the training files of a folder."""

    def __init__(self, folder: Path, rng: random.Random) -> None:
        self.rng = rng
        self.judged: list[tuple[Text, Question, str, int]] = []
        self.asked: list[tuple[Text, Question]] = []
        for path in training_files(folder):
            for text in read_texts(path):
                for question in text.questions:
                    self._take(text, question)

    def _take(self, text: Text, question: Question) -> None:
        if question.verdict is None and _WH.search(question.question_tr):
            self.asked.append((text, question))
        for language in LANGUAGES:
            asked = question.asked(language)
            if asked and question.verdict and question.span:
                self.judged.append((text, question, asked, VERDICTS[question.verdict]))
            elif asked and question.span is None and is_yes_no(asked, language):
                self.judged.append((text, question, asked, OPEN))

    def draw(self, text: Text, question: Question, asked: str, label: int) -> Iterator[Claim]:
        """Give a written question on the sentences that decide it, at times also where they leave it open."""
        asked = noisy(asked, self.rng)
        if label == OPEN or question.span is None:
            yield from self._beside(text, question, asked, set())
            return
        holders = _holders(text, question.span)
        yield Claim(asked, self._around(text, holders), label)
        if self.rng.random() < BESIDE:
            yield from self._beside(text, question, asked, set(holders))

    def make(self, text: Text, question: Question) -> Iterator[Claim]:
        """Make a claim of a wh-question: one that holds, one that does not, or one that is left open."""
        others = [q.answer for q in text.questions if q.answer and q.id != question.id and q.verdict is None]
        if question.span is None or question.answer is None:
            short = [answer for answer in others if len(answer.split()) < LONGEST_ANSWER]
            claim = as_claim(question.question_tr, self.rng.choice(short)) if short else None
            if claim:
                yield from self._beside(text, question, claim, set())
            return
        holders = _holders(text, question.span)
        lot = self.rng.random()
        if TRUE <= lot < TRUE + FALSE:
            passage = self._around(text, holders)
            wrong = self._wrong(question.answer, others, passage)
            claim = as_claim(question.question_tr, wrong) if wrong else None
            if claim:
                yield Claim(noisy(claim, self.rng), passage, NO)
            return
        claim = as_claim(question.question_tr, question.answer)
        if claim and lot < TRUE:
            yield Claim(noisy(claim, self.rng), self._around(text, holders), YES)
        elif claim:
            yield from self._beside(text, question, claim, set(holders))

    def _wrong(self, answer: str, others: list[str], passage: str) -> str | None:
        like = [o for o in others if _kind(o) == _kind(answer) and o not in answer and answer not in o]
        near = [other for other in like if other in passage]
        if near and self.rng.random() < NEAR:
            return self.rng.choice(near)
        return self.rng.choice(like) if like and self.rng.random() < NEAR else self._misprint(answer)

    def _misprint(self, answer: str) -> str | None:
        digits = [i for i, char in enumerate(answer) if char.isdigit()]
        if not digits:
            return None
        at = self.rng.choice(digits)
        return answer[:at] + self.rng.choice([d for d in "123456789" if d != answer[at]]) + answer[at + 1 :]

    def _around(self, text: Text, holders: list[int]) -> str:
        """Give the sentences with up to two of their neighbours, more often before than after."""
        low, high = holders[0], holders[-1] + 1
        for _ in range(self.rng.choice((0, 0, 1, 1, 2))):
            low, high = self._wider(text, low, high, set())
        return _passage(text, low, high)

    def _beside(self, text: Text, question: Question, asked: str, holders: set[int]) -> Iterator[Claim]:
        """Give the question on the sentence most like it that does not decide it."""
        at = self._nearest(text, question, holders)
        if at is not None:
            low, high = at, at + 1
            for _ in range(self.rng.choice((0, 1, 1))):
                low, high = self._wider(text, low, high, holders)
            yield Claim(asked, _passage(text, low, high), OPEN)

    def _wider(self, text: Text, low: int, high: int, barred: set[int]) -> tuple[int, int]:
        if low > 0 and low - 1 not in barred and self.rng.random() < 2 / 3:
            return low - 1, high
        return (low, high + 1) if high < len(text.sentences) and high not in barred else (low, high)

    def _nearest(self, text: Text, question: Question, holders: set[int]) -> int | None:
        asked, scores = stems(question.question_tr), {}
        for i, (start, end) in enumerate(text.sentences):
            sentence = text.context[start:end]
            if i not in holders and len(sentence) > 14 and not (question.answer and question.answer in sentence):
                scores[i] = len(asked & stems(sentence)) + 0.8 * self.rng.random()
        return max(scores, key=scores.__getitem__) if scores else None


def _holders(text: Text, span: tuple[int, int]) -> list[int]:
    return [i for i, (start, end) in enumerate(text.sentences) if start < span[1] and end > span[0]]


def _passage(text: Text, low: int, high: int) -> str:
    return text.context[text.sentences[low][0] : text.sentences[high - 1][1]].strip()

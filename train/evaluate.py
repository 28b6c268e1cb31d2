"""Measure shipped models on the dev files: reading with the gold text given, and retrieval over all dev texts.

    python -m train.evaluate reader qa/models/reader [--every 4] [--out FILE]      or a training checkpoint
    python -m train.evaluate retriever qa/models/retriever [--against BASE_FOLDER] [--out FILE]

Reading: a text is read in windows of whole sentences, and the span with the best score over "no answer" is the answer;
exact match and F1 as in SQuAD, and the area under the ROC curve of that score for answerable against unanswerable
questions. Retrieval: recall@k over the texts of both files together, with each text as one passage (``paragraph``), by
its best passage (``passages``), and of the very passage that holds the answer (``sentence``). Intervals are 95 %
bootstrap intervals; the test is a paired permutation test.
"""

from __future__ import annotations

import argparse
import json
import logging
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer

from eval.metrics.answerability import auroc
from eval.metrics.bootstrap import interval, mean_interval
from eval.metrics.exact_match import exact_match
from eval.metrics.f1 import f1
from eval.metrics.permutation import permutation
from eval.normalise import squad
from qa.corpus import Article
from qa.embedder import open_embedder
from qa.passages import passage_text, split_passages
from qa.reader import Reader, WindowReading, decode, open_reader
from train.encoder import device
from train.examples import TEXTS, Text, read_texts
from train.reader import collate
from train.reader import open_reader as open_checkpoint
from train.retriever import open_embedder as open_embedder_checkpoint
from train.windows import STEP, Row

logger = logging.getLogger(__name__)

FILES = ("tquad.dev", "news.dev")
LANGUAGES = ("tr", "en")
WINDOW = 160
Figures = dict[str, object]


@dataclass(frozen=True, slots=True)
class Reading:
    """What the reader says to one question: the best span, its score over "no answer", and the right answer."""

    said: str
    score: float
    answer: str | None

    @property
    def f1(self) -> float:
        """F1 of the words, as in SQuAD."""
        return f1(self.said, [self.answer or ""], squad)

    @property
    def form(self) -> str:
        """The right answer's form, as a rough type of question."""
        answer = self.answer or ""
        words = answer.split()
        if len(words) >= 6:
            return "clause"
        if any(c.isdigit() for c in answer):
            return "figure"
        if "," in answer or " ve " in answer:
            return "list"
        return "name" if words and words[0][0].isupper() else "other"


def windows(text: Text, lengths: Sequence[int], room: int = WINDOW) -> Iterator[tuple[int, int]]:
    """Cut a text into windows of whole sentences of at most so many pieces, each starting with the last one's end."""
    i = 0
    while i < len(lengths):
        j, total = i, 0
        while j < len(lengths) and (j == i or total + lengths[j] <= room):
            total, j = total + lengths[j], j + 1
        yield text.sentences[i][0], text.sentences[j - 1][1]
        if j == len(lengths):
            return
        i = max(i + 1, j - 1)


Asked = tuple[str, list[str]]  # a question and the windows of its text


def read_all(reader: Reader, texts: list[Text], language: str, room: int) -> list[Reading]:
    """Read every question of a language on its own text."""
    asked: list[Asked] = []
    for text in texts:
        lengths = reader.lengths([text.context[a:b] for a, b in text.sentences])
        cut = [text.context[a:b].strip() for a, b in windows(text, lengths, room)]
        asked += [(question.asked(language) or "", cut) for question in text.questions]
    answers = [question.answer for text in texts for question in text.questions]
    if isinstance(reader, CheckpointReader):
        reader.prepare(asked)
    return [read_question(reader, *each, answer) for each, answer in zip(asked, answers, strict=True)]


def read_question(reader: Reader, question: str, cut: list[str], answer: str | None) -> Reading:
    """Read a question on windows and keep the best span."""
    best = ("", -1e9)
    for window, reading in zip(cut, reader.read(question, cut), strict=True):
        for span in reading.spans[:1]:
            best = max(best, (window[span.start : span.end], span.score), key=lambda pair: pair[1])
    return Reading(*best, answer)


class CheckpointReader:
    """A training checkpoint as a reader; many questions are read at once, on the GPU where there is one."""

    def __init__(self, folder: Path) -> None:
        self.fingerprint = str(folder)
        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.reader = open_checkpoint(folder).eval().to(device())
        self._read: dict[tuple[str, str], WindowReading] = {}

    def prepare(self, asked: Sequence[Asked]) -> None:
        """Read all windows of many questions beforehand."""
        pairs = list({(question, window): None for question, cut in asked for window in cut})
        encodings = self.tokenizer.encode_batch(pairs)
        order = sorted(range(len(pairs)), key=lambda i: len(encodings[i]))
        for at in range(0, len(order), 128):
            batch = order[at : at + 128]
            rows = [Row(encodings[i].ids, 0, 0) for i in batch]
            ids, mask, _ = (tensor.to(device()) for tensor in collate(rows, multiple=STEP))
            with torch.inference_mode(), torch.autocast(ids.device.type, dtype=torch.bfloat16):
                start, end, verdict = (out.float().cpu().numpy() for out in self.reader(ids, mask))
            for row, i in enumerate(batch):
                inside = np.array(encodings[i].sequence_ids) == 1
                log_odds = float(verdict[row, 1] - verdict[row, 0])
                self._read[pairs[i]] = decode(pairs[i][1], encodings[i].offsets, inside, start[row], end[row], log_odds)

    def read(self, question: str, texts: Sequence[str]) -> list[WindowReading]:
        """Return one reading for each text."""
        if any((question, text) not in self._read for text in texts):
            self.prepare([(question, list(texts))])
        return [self._read[question, text] for text in texts]

    def lengths(self, texts: Sequence[str]) -> list[int]:
        """Return the number of tokens of each text."""
        return [len(encoding) for encoding in self.tokenizer.encode_batch(list(texts), add_special_tokens=False)]


def measured(readings: list[Reading]) -> Figures:
    """Sum readings up, in per cent, with intervals."""
    good = [reading for reading in readings if reading.answer]
    scores = np.array([reading.f1 for reading in good])
    exact = np.array([exact_match(reading.said, [reading.answer or ""], squad) for reading in good])
    row: Figures = {"questions": len(readings), "F1": _percent(scores), "EM": _percent(exact)}
    if len(good) < len(readings):
        confidence, answerable = np.array([r.score for r in readings]), np.array([bool(r.answer) for r in readings])
        low, high = interval(lambda drawn: auroc(confidence[drawn], answerable[drawn]), len(readings))
        row["AUROC"] = [round(v, 3) for v in (auroc(confidence, answerable), low, high)]
        row["F1 at score 0"] = round(100 * float(np.mean([_with_refusal(r) for r in readings])), 1)
    return row


def _with_refusal(reading: Reading) -> float:
    if reading.score <= 0:
        return float(reading.answer is None)
    return reading.f1 if reading.answer else 0.0


def _percent(values: NDArray[np.float64]) -> list[float]:
    return [round(100 * float(v), 1) for v in (values.mean(), *mean_interval(values))]


def evaluate_reader(folder: Path, every: int, room: int) -> list[Figures]:
    """Measure a reader on both dev files, by language and form of answer."""
    reader = open_reader(folder) if (folder / "model.onnx").is_file() else CheckpointReader(folder)
    rows: list[Figures] = []
    for name in FILES:
        texts = list(read_texts(TEXTS / f"{name}.jsonl"))[::every]
        for language in LANGUAGES:
            began = time.perf_counter()
            readings = read_all(reader, texts, language, room)
            milliseconds = 1000 * (time.perf_counter() - began) / len(readings)
            rows.append({"file": name, "language": language, "form": "all", **measured(readings)})
            rows[-1]["ms a question"] = round(milliseconds, 1)
            for form in ("figure", "name", "list", "clause", "other"):
                some = [reading for reading in readings if reading.answer and reading.form == form]
                if some:
                    rows.append({"file": name, "language": language, "form": form, **measured(some)})
    return rows


@dataclass(frozen=True)
class Pool:
    """The dev texts as one pool of passages, and the questions on them with their right text and passage."""

    texts: list[Text]
    passages: list[str]
    text_of: NDArray[np.int64]
    asked: list[tuple[str, int, int, str]]  # file, text, passage, question

    @classmethod
    def of(cls, language: str, every: int) -> Pool:
        """Collect the pool and the answerable questions of a language."""
        texts, passages, text_of, asked, files = [], [], [], [], []
        for name in FILES:
            for text in read_texts(TEXTS / f"{name}.jsonl"):
                texts.append(text)
                files.append(name)
        for number, (text, name) in enumerate(zip(texts, files, strict=True)):
            article = Article(text.id, text.title or "", text.context)
            cut = split_passages(article)
            for question in text.questions[::every]:
                holder = next((i for i, p in enumerate(cut) if question.span and p.end > question.span[0]), None)
                if holder is not None:
                    asked.append((name, number, len(passages) + holder, question.asked(language) or ""))
            passages += [passage_text(article, passage) for passage in cut]
            text_of += [number] * len(cut)
        return cls(texts, passages, np.array(text_of), asked)


class CheckpointEmbedder:
    """A training checkpoint as an embedder, on the GPU where there is one."""

    def __init__(self, folder: Path) -> None:
        self.embedder = open_embedder_checkpoint(folder).eval()

    @torch.inference_mode()
    def embed_queries(self, questions: Sequence[str]) -> NDArray[np.float32]:
        """Embed questions: unit vectors, [len(questions), width]."""
        return self.embedder.queries(questions).cpu().numpy()

    @torch.inference_mode()
    def embed_passages(self, passages: Sequence[str]) -> NDArray[np.float32]:
        """Embed passages: unit vectors, [len(passages), width]."""
        return self.embedder.passages(passages).cpu().numpy()


class Searcher:
    """An embedder with the vectors of a pool's texts and passages."""

    def __init__(self, folder: str, pool: Pool) -> None:
        plain = not Path(folder, "model.safetensors").is_file()
        self.embedder = open_embedder(folder) if plain else CheckpointEmbedder(Path(folder))
        self.whole = self.embedder.embed_passages([" — ".join(filter(None, (t.title, t.context))) for t in pool.texts])
        self.passages = self.embedder.embed_passages(pool.passages)

    def ranks(self, pool: Pool) -> dict[str, NDArray[np.int64]]:
        """Give each question's rank (from 0) of its text, whole or by its best passage, and of its passage."""
        queries = self.embedder.embed_queries([question for *_, question in pool.asked])
        single = queries @ self.passages.T
        texts, right = np.array([t for _, t, _, _ in pool.asked]), np.array([p for _, _, p, _ in pool.asked])
        starts = np.flatnonzero(np.diff(pool.text_of, prepend=-1))
        best = np.maximum.reduceat(single, starts, axis=1)
        return {
            "paragraph": _rank(queries @ self.whole.T, texts),
            "passages": _rank(best, texts),
            "sentence": _rank(single, right),
        }


def _rank(scores: NDArray[np.float32], right: NDArray[np.int64]) -> NDArray[np.int64]:
    rank: NDArray[np.int64] = (scores > scores[np.arange(len(right)), right][:, None]).sum(1)
    return rank


def evaluate_retriever(folder: str, against: str | None, every: int) -> list[Figures]:
    """Measure a retriever over the dev texts, by file and language, and test it against another one."""
    rows: list[Figures] = []
    pools = [Pool.of(language, every) for language in LANGUAGES]
    ours, theirs = Searcher(folder, pools[0]), Searcher(against, pools[0]) if against else None
    for language, pool in zip(LANGUAGES, pools, strict=True):
        found, other = ours.ranks(pool), theirs.ranks(pool) if theirs else None
        files = np.array([name for name, *_ in pool.asked])
        for name in ("all", *FILES):
            some = files == name if name != "all" else np.ones(len(files), bool)
            for unit, rank in found.items():
                row: Figures = {"file": name, "language": language, "unit": unit, "questions": int(some.sum())}
                row |= {f"recall@{k}": _percent((rank[some] < k).astype(float)) for k in (1, 5)}
                if other is not None:
                    before = (other[unit][some] < 1).astype(float)
                    row["recall@1 of the other"] = _percent(before)
                    row["p"] = round(permutation((rank[some] < 1).astype(float), before), 4)
                rows.append(row)
    return rows


def main() -> None:
    """Measure a model and print one line of JSON for each figure."""
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("kind", choices=("reader", "retriever"))
    parser.add_argument("folder", type=Path)
    parser.add_argument("--against", help="another retriever, for the paired test")
    parser.add_argument(
        "--every", type=int, default=1, help="take each so manyth text (reader) or question (retriever)"
    )
    parser.add_argument("--window", type=int, default=WINDOW, help="pieces of text in a window at most")
    parser.add_argument("--out", type=Path, help="also write the figures there")
    args = parser.parse_args()
    if args.kind == "reader":
        rows = evaluate_reader(args.folder, args.every, args.window)
    else:
        rows = evaluate_retriever(str(args.folder), args.against, args.every)
    for row in rows:
        logger.info("%s", json.dumps(row, ensure_ascii=False))
    if args.out:
        args.out.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")


if __name__ == "__main__":
    main()

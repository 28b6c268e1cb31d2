"""Fine-tune the cut base into the retriever.

    python -m train.retriever START OUT --minutes 25
    python -m train.retriever START OUT --blend TUNED --share 0.7

A question, in Turkish and in English, should be nearest to the passage that answers it: the sentence with its context,
in the very form in which articles are indexed, or the whole text. The loss is the multiple-negatives ranking loss of
sentence-transformers (Henderson et al. 2017, https://arxiv.org/abs/1705.00652, section 4.4) over the batch's other
passages and one hard negative each: the passage of the same text that is most like the question but does not hold the
answer, or for a whole text the BM25 neighbour.

The rate is low, the word embeddings are frozen and the scale of the similarities is E5's own (1 / 0.01: Wang et al.
2024, https://arxiv.org/abs/2402.05672, section 2), so that the model stays near the base. ``--blend`` goes part of the
way only: the weights are base + share * (tuned - base) (Wortsman et al. 2022, https://arxiv.org/abs/2109.01903).
"""

from __future__ import annotations

import argparse
import logging
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import bm25s
import torch
from sentence_transformers.sentence_transformer.losses import MultipleNegativesRankingLoss
from tokenizers import Tokenizer
from torch import Tensor, nn

from qa.corpus import Article
from qa.passages import Passage, passage_text, split_passages
from train import workers
from train.encoder import PAD, Encoder, open_encoder, save_encoder
from train.examples import TEXTS, Question, Text, read_texts
from train.noise import noisy
from train.windows import stems

logger = logging.getLogger(__name__)

SOURCES = {"tquad": 0.8, "news": 2.0, "thquad": 0.0}  # thquad is left out, to see the effect on other texts
WRITTEN_WEIGHT = 2.0
WHOLE_TEXT = 0.3
QUERY, PASSAGE = "query: ", "passage: "
LONGEST_QUERY, LONGEST_PASSAGE = 48, 192
SCALE = 100.0
WARMUP_STEPS = 15
CHUNK = 16


@dataclass(frozen=True)
class Source:
    """A text with its passages."""

    text: Text

    @cached_property
    def article(self) -> Article:
        """The text as it is indexed."""
        return Article(self.text.id, self.text.title or "", self.text.context)

    @cached_property
    def passages(self) -> list[Passage]:
        """Its passages."""
        return split_passages(self.article)

    @cached_property
    def written(self) -> list[str]:
        """Its passages in the form that is embedded."""
        return [passage_text(self.article, passage) for passage in self.passages]

    @cached_property
    def stems(self) -> list[set[str]]:
        """The stems of each passage's sentence."""
        return [stems(self.text.context[p.start : p.end]) for p in self.passages]

    @property
    def whole(self) -> str:
        """The title and the whole text."""
        return " — ".join(filter(None, (self.text.title, self.text.context)))


@dataclass(frozen=True, slots=True)
class Triple:
    """A question in two languages (the Turkish one twice where there is no English), a right and a wrong passage."""

    turkish: str
    english: str
    right: str
    wrong: str


class Triples:
    """Draws triples, each of a batch from another text."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.rng = random.Random(seed)
        self.sources: list[Source] = []
        weights: list[float] = []
        for path in sorted(folder.glob("*.jsonl")):
            weight = next((w for name, w in SOURCES.items() if path.name.startswith(f"{name}.")), WRITTEN_WEIGHT)
            if weight and not path.name.endswith(".dev.jsonl"):
                texts = [t for t in read_texts(path) if any(q.span for q in t.questions)]
                self.sources += [Source(text) for text in texts]
                weights += [weight * sum(q.span is not None for q in text.questions) for text in texts]
        self.weights = weights
        self.index = bm25s.BM25()
        self.index.index([sorted(stems(s.text.context)) for s in self.sources], show_progress=False)

    def batch(self, size: int) -> list[Triple]:
        """Draw a batch."""
        drawn: dict[str, Triple] = {}
        while len(drawn) < size:
            source = self.rng.choices(self.sources, self.weights)[0]
            question = self.rng.choice([q for q in source.text.questions if q.span])
            triple = None if source.text.id in drawn else self._triple(source, question)
            if triple:
                drawn[source.text.id] = triple
        return list(drawn.values())

    def _triple(self, source: Source, question: Question) -> Triple | None:
        right, wrong = (
            self._whole(source, question) if self.rng.random() < WHOLE_TEXT else self._single(source, question)
        )
        if not right or not wrong:
            return None
        turkish, english = question.question_tr, question.question_en or question.question_tr
        return Triple(noisy(turkish, self.rng), noisy(english, self.rng), right, wrong)

    def _single(self, source: Source, question: Question) -> tuple[str, str]:
        start, end = question.span or (0, 0)
        holders = [i for i, p in enumerate(source.passages) if p.start < end and p.end > start]
        asked = stems(question.question_tr)
        others = [
            (len(asked & source.stems[i]) + self.rng.random(), i)
            for i, p in enumerate(source.passages)
            if not (p.lead < end and p.end > start) and (question.answer or "") not in source.written[i]
        ]
        if not holders or not others:
            return "", ""
        return source.written[holders[0]], source.written[max(others)[1]]

    def _whole(self, source: Source, question: Question) -> tuple[str, str]:
        found, _ = self.index.retrieve(
            [sorted(stems(question.question_tr))], k=min(8, len(self.sources)), show_progress=False
        )
        others = [self.sources[i] for i in found[0] if self.sources[i].text.id != source.text.id]
        others = [other for other in others if (question.answer or "") not in other.text.context]
        return (source.whole, self.rng.choice(others[:3]).whole) if others else ("", "")


class Embedder(nn.Module):
    """Encoder and tokenizer to unit vectors."""

    def __init__(self, encoder: Encoder, tokenizer: Tokenizer) -> None:
        super().__init__()
        self.encoder = encoder
        self.tokenizer = tokenizer

    def forward(self, texts: list[str], longest: int) -> Tensor:
        """Embed texts, cut to so many pieces, in chunks of like length: [len(texts), width]."""
        ids = [encoding.ids[:longest] for encoding in self.tokenizer.encode_batch(texts)]
        order = sorted(range(len(ids)), key=lambda i: len(ids[i]))
        vectors = [self._embed([ids[i] for i in order[k : k + CHUNK]]) for k in range(0, len(order), CHUNK)]
        back = torch.tensor(order).argsort()
        return torch.cat(vectors)[back]

    def _embed(self, ids: list[list[int]]) -> Tensor:
        width = max(map(len, ids))
        padded = torch.tensor([one + [PAD] * (width - len(one)) for one in ids])
        there = (padded != PAD).long()
        with torch.autocast("cpu", dtype=torch.bfloat16):
            hidden = self.encoder(padded, there)
        weights = there[:, :, None].float()
        return nn.functional.normalize((hidden.float() * weights).sum(1) / weights.sum(1), dim=1)


def loss_of(embedder: Embedder, ranking: MultipleNegativesRankingLoss, batch: list[Triple]) -> Tensor:
    """Ranking loss of both languages' questions over the same passages."""
    passages = embedder([PASSAGE + p for t in batch for p in (t.right, t.wrong)], LONGEST_PASSAGE)
    right, wrong = passages[0::2], passages[1::2]
    queries = embedder([QUERY + q for t in batch for q in (t.turkish, t.english)], LONGEST_QUERY)
    losses = [ranking.compute_loss_from_embeddings([queries[k::2], right, wrong], None) for k in (0, 1)]
    return (losses[0] + losses[1]) / 2


def train(embedder: Embedder, triples: Triples, *, minutes: float, rate: float, size: int) -> None:
    """Tune in place for so many minutes; the rate rises over the first steps and falls linearly to 0."""
    embedder.encoder.words.weight.requires_grad_(False)
    learned = [p for p in embedder.parameters() if p.requires_grad]
    optimizer = torch.optim.AdamW(learned, lr=rate, weight_decay=0.01)
    ranking = MultipleNegativesRankingLoss(embedder, scale=SCALE)
    terminated, began, losses = workers.Terminated(), time.monotonic(), []
    for step, batch in enumerate(_batches(triples, size)):
        seconds, stop = workers.largest([time.monotonic() - began, float(bool(terminated))])
        done = seconds / 60 / minutes
        if done >= 1 or stop:
            return
        for group in optimizer.param_groups:
            group["lr"] = rate * min(1.0, (step + 1) / WARMUP_STEPS) * (1 - done)
        loss = loss_of(embedder, ranking, batch)
        optimizer.zero_grad()
        loss.backward()
        workers.average([p.grad for p in learned if p.grad is not None])
        nn.utils.clip_grad_norm_(learned, 1.0)
        optimizer.step()
        losses.append(loss.item())
        if step % 10 == 9:
            logger.info("step %d  loss %.3f  %.0f s", step + 1, sum(losses) / len(losses), seconds)
            losses = []


def _batches(triples: Triples, size: int) -> Iterator[list[Triple]]:
    while True:
        yield triples.batch(size)


def blend(base: Path, tuned: Path, share: float) -> Encoder:
    """Go a share of the way from the base to the tuned weights."""
    encoder, goal = open_encoder(base)[0], open_encoder(tuned)[0].state_dict()
    encoder.load_state_dict({name: start.lerp(goal[name], share) for name, start in encoder.state_dict().items()})
    return encoder


def write(encoder: Encoder, tokenizer: Tokenizer, out: Path) -> None:
    """Write a checkpoint."""
    save_encoder(encoder, out)
    tokenizer.save(str(out / "tokenizer.json"))


def work(args: argparse.Namespace) -> None:
    """Train in one worker process; the workers' batches are their own, their gradients are averaged."""
    worker, _ = workers.place()
    torch.manual_seed(args.seed)
    tokenizer = Tokenizer.from_file(str(args.start / "tokenizer.json"))
    embedder = Embedder(open_encoder(args.start)[0], tokenizer).train()
    triples = Triples(args.data, args.seed * 1000 + worker)
    train(embedder, triples, minutes=args.minutes, rate=args.rate, size=args.batch)
    if worker == 0:
        write(embedder.encoder, tokenizer, args.out)


def main() -> None:
    """Train the retriever, or blend a trained one with its base."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("start", type=Path, help="the cut base")
    parser.add_argument("out", type=Path)
    parser.add_argument("--data", type=Path, default=TEXTS)
    parser.add_argument("--minutes", type=float, default=20)
    parser.add_argument("--rate", type=float, default=4e-5)
    parser.add_argument("--batch", type=int, default=32, help="triples of a worker's batch")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--blend", type=Path, help="do not train: go part of the way from START to this checkpoint")
    parser.add_argument("--share", type=float, default=0.7)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--port", type=int, default=29518, help="where the workers meet on this machine")
    args = parser.parse_args()
    if args.blend:
        tokenizer = Tokenizer.from_file(str(args.start / "tokenizer.json"))
        write(blend(args.start, args.blend, args.share), tokenizer, args.out)
    else:
        workers.start(work, args.workers, args.port, args)


if __name__ == "__main__":
    main()

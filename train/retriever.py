"""Fine-tune the cut base into the retriever.

    python -m train.retriever START OUT [--steps 900]
    python -m train.retriever START OUT --blend TUNED --share 0.7

A question, in Turkish and in English, should be nearest to the passage that answers it: the sentence with its context,
in the very form in which articles are indexed, or the whole text. The loss is the multiple-negatives ranking loss of
sentence-transformers (Henderson et al. 2017, https://arxiv.org/abs/1705.00652, section 4.4) over the batch's other
passages and one hard negative each: the passage of the same text that is most like the question but does not hold the
answer, a passage of any text that the model itself takes for the answer (mined anew now and then), or for a whole text
the BM25 neighbour.

The rate is low, the word embeddings are frozen and the scale of the similarities is E5's own (1 / 0.01: Wang et al.
2024, https://arxiv.org/abs/2402.05672, section 2), so that the model stays near the base. ``--blend`` goes part of the
way only: the weights are base + share * (tuned - base) (Wortsman et al. 2022, https://arxiv.org/abs/2109.01903).
"""

from __future__ import annotations

import argparse
import json
import logging
import random
import time
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import islice, pairwise
from pathlib import Path

import bm25s
import torch
from sentence_transformers.sentence_transformer.losses import MultipleNegativesRankingLoss
from tokenizers import Tokenizer
from torch import Tensor, nn

from qa.corpus import Article
from qa.passages import Passage, passage_text, split_passages
from train import workers
from train.encoder import PAD, Encoder, device, open_encoder, save_encoder
from train.examples import TEXTS, Question, Text, read_texts, training_files
from train.noise import noisy
from train.windows import padded, stems

logger = logging.getLogger(__name__)

SOURCES = {"tquad": 0.8, "news": 2.0, "thquad": 0.0}  # thquad is left out, to see the effect on other texts
WRITTEN_WEIGHT = 2.0
WHOLE_TEXT = 0.3
QUERY, PASSAGE = "query: ", "passage: "
LONGEST_QUERY, LONGEST_PASSAGE = 48, 192
SCALE = 100.0
WARMUP_STEPS = 15
MINED = 0.6  # share of the single passages whose wrong one is a mined one
NEGATIVES, MARGIN = 6, 0.97
CHUNK = {"cpu": 16, "cuda": 256}
AHEAD = 3


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

    def holders(self, question: Question) -> list[int]:
        """The numbers of the passages that hold the answer, in their sentence or the lead before it."""
        if question.span is None:
            return []
        start, end = question.span
        inside = [i for i, p in enumerate(self.passages) if p.start < end and p.end > start]
        return inside + [i for i, p in enumerate(self.passages) if i not in inside and p.lead < end and p.end > start]

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


Mined = dict[str, list[str]]  # wrong passages that a model finds for a question, by the question's id


class Triples:
    """Draws triples, each of a batch from another text."""

    def __init__(self, folder: Path, mined: Mined | None = None) -> None:
        self.rng = random.Random()
        self.mined = mined or {}
        self.sources: list[Source] = []
        self.weights: list[float] = []
        for path in training_files(folder):
            weight = next((w for name, w in SOURCES.items() if path.name.startswith(f"{name}.")), WRITTEN_WEIGHT)
            if weight:
                texts = [t for t in read_texts(path) if any(q.span for q in t.questions)]
                self.sources += [Source(text) for text in texts]
                self.weights += [weight * sum(q.span is not None for q in text.questions) for text in texts]
        self.index = bm25s.BM25()
        self.index.index([sorted(stems(s.text.context)) for s in self.sources], show_progress=False)

    def batch(self, size: int, seed: object) -> list[Triple]:
        """Draw a batch, always the same for a seed."""
        self.rng = random.Random(str(seed))
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
        holders = source.holders(question)
        if not holders:
            return "", ""
        mined = self.mined.get(question.id)
        if mined and self.rng.random() < MINED:
            return source.written[holders[0]], self.rng.choice(mined)
        asked = stems(question.question_tr)
        others = [
            (len(asked & source.stems[i]) + self.rng.random(), i)
            for i, passage in enumerate(source.written)
            if i not in holders and (question.answer or "") not in passage
        ]
        return (source.written[holders[0]], source.written[max(others)[1]]) if others else ("", "")

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

    def forward(self, texts: Sequence[str], longest: int) -> Tensor:
        """Embed texts, cut to so many pieces, in chunks of like length: [len(texts), width]."""
        ids = [encoding.ids[:longest] for encoding in self.tokenizer.encode_batch(list(texts))]
        order = sorted(range(len(ids)), key=lambda i: len(ids[i]))
        size = CHUNK[self.encoder.positions.device.type]
        vectors = [self._embed([ids[i] for i in order[k : k + size]]) for k in range(0, len(order), size)]
        back = torch.tensor(order).argsort().to(vectors[0].device)
        return torch.cat(vectors)[back]

    def queries(self, questions: Sequence[str]) -> Tensor:
        """Embed questions."""
        embedded: Tensor = self([QUERY + question for question in questions], LONGEST_QUERY)
        return embedded

    def passages(self, passages: Sequence[str]) -> Tensor:
        """Embed passages."""
        embedded: Tensor = self([PASSAGE + passage for passage in passages], LONGEST_PASSAGE)
        return embedded

    def _embed(self, ids: list[list[int]]) -> Tensor:
        where = self.encoder.positions.device
        width = padded(max(map(len, ids)))
        batch = torch.tensor([one + [PAD] * (width - len(one)) for one in ids]).to(where, non_blocking=True)
        there = (batch != PAD).long()
        with torch.autocast(where.type, dtype=torch.bfloat16):
            hidden = self.encoder(batch, there)
        weights = there[:, :, None].float()
        return nn.functional.normalize((hidden.float() * weights).sum(1) / weights.sum(1), dim=1)


def open_embedder(folder: Path) -> Embedder:
    """Open a checkpoint as an embedder, on the GPU where there is one."""
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    return Embedder(open_encoder(folder)[0], tokenizer).to(device())


def loss_of(embedder: Embedder, ranking: MultipleNegativesRankingLoss, batch: list[Triple]) -> Tensor:
    """Ranking loss of both languages' questions over the same passages."""
    passages = embedder.passages([p for t in batch for p in (t.right, t.wrong)])
    right, wrong = passages[0::2], passages[1::2]
    queries = embedder.queries([q for t in batch for q in (t.turkish, t.english)])
    losses = [ranking.compute_loss_from_embeddings([queries[k::2], right, wrong], None) for k in (0, 1)]
    return (losses[0] + losses[1]) / 2


@torch.inference_mode()
def mine(embedder: Embedder, triples: Triples) -> Mined:
    """Find for each question the wrong passages of any text that the embedder takes for the likeliest.

    Left out are passages that hold the answer, and those so near to the right passage's similarity that they may well
    answer too (the margin of Moreira et al. 2024, https://arxiv.org/abs/2407.15831, section 3).
    """
    embedder.eval()
    places = [(source, i) for source in triples.sources for i in range(len(source.written))]
    texts = [source.written[i] for source, i in places]
    firsts = {id(source): at for at, (source, i) in enumerate(places) if i == 0}
    vectors = torch.cat([embedder.passages(texts[k : k + 4096]) for k in range(0, len(texts), 4096)])
    asked = [(s, q, firsts[id(s)] + s.holders(q)[0]) for s in triples.sources for q in s.text.questions if s.holders(q)]
    mined: Mined = {}
    for k in range(0, len(asked), 1024):
        some = asked[k : k + 1024]
        scores = embedder.queries([question.question_tr for _, question, _ in some]) @ vectors.T
        rights = scores.gather(1, torch.tensor([[right] for *_, right in some], device=scores.device))
        best = scores.masked_fill(scores > MARGIN * rights, -1).topk(min(40, len(texts))).indices.tolist()
        for (source, question, _), found in zip(some, best, strict=True):
            holders = source.holders(question)
            wrong = [
                texts[i]
                for i in found
                if (question.answer or "") not in texts[i] and not (places[i][0] is source and places[i][1] in holders)
            ]
            mined[question.id] = wrong[:NEGATIVES]
    embedder.train()
    return mined


@dataclass(frozen=True)
class Plan:
    """How long and on what to train: steps, mining rounds, the highest rate, and the triples of a worker's batch."""

    data: Path = TEXTS
    steps: int = 600
    minutes: float = float("inf")  # if the steps take longer, the run ends here, the rate having fallen by then
    minings: int = 2
    rate: float = 1e-4
    size: int = 512
    dropout: float = 0.0
    seed: int = 1


@lru_cache(maxsize=1)
def _triples(data: Path, mined: Path | None) -> Triples:
    """Open the triples once in each process."""
    return Triples(data, json.loads(mined.read_text("utf-8")) if mined else None)


def _draw(plan: Plan, mined: Path | None, seed: str) -> list[Triple]:
    return _triples(plan.data, mined).batch(plan.size, seed)


def _batches(plan: Plan, mined: Path | None, steps: range) -> Iterator[list[Triple]]:
    """Give the batches of steps, drawn in processes of their own while earlier ones are learned."""
    worker, _ = workers.place()
    with workers.pool(AHEAD) as pool:
        tasks = (pool.submit(_draw, plan, mined, f"{plan.seed} {worker} {step}") for step in steps)
        ahead = deque(islice(tasks, 2 * AHEAD))
        while ahead:
            yield ahead.popleft().result()
            ahead.extend(islice(tasks, 1))


def train(embedder: Embedder, plan: Plan, scratch: Path) -> None:
    """Tune in place; the rate rises over the first steps and falls linearly to 0.

    After equal shares of the steps, wrong passages are mined with the model as it then is (kept in ``scratch``).
    """
    embedder.train()
    embedder.encoder.dropout = plan.dropout
    embedder.encoder.words.weight.requires_grad_(False)
    learned = [p for p in embedder.parameters() if p.requires_grad]
    optimizer = torch.optim.AdamW(learned, lr=plan.rate, weight_decay=0.01, fused=True)
    ranking = MultipleNegativesRankingLoss(embedder, scale=SCALE)
    began, losses, mined, step = time.monotonic(), [], None, 0
    done = 0.0
    stages = [plan.steps * k // (plan.minings + 1) for k in range(plan.minings + 2)]
    for first, last in pairwise(stages):
        if first and done < 1:
            mined = scratch / f"mined-{first}.json"
            if workers.place()[0] == 0:
                mined.write_text(json.dumps(mine(embedder, _triples(plan.data, None))), "utf-8")
            workers.from_first(None)
            logger.info("mined at %.0f s", time.monotonic() - began)
        for batch in _batches(plan, mined, range(first, last)):
            spent = (time.monotonic() - began) / 60 / plan.minutes
            done = workers.largest([max(step / plan.steps, spent)])[0]
            if done >= 1:
                return
            for group in optimizer.param_groups:
                group["lr"] = plan.rate * min(1.0, (step + 1) / WARMUP_STEPS) * (1 - done)
            loss = loss_of(embedder, ranking, batch)
            optimizer.zero_grad(set_to_none=False)
            loss.backward()
            workers.average([p.grad for p in learned if p.grad is not None])
            nn.utils.clip_grad_norm_(learned, 1.0)
            optimizer.step()
            losses.append(loss.detach())
            step += 1
            if step % 20 == 0:
                mean, losses = torch.stack(losses).mean().item(), []
                logger.info("step %d  loss %.3f  %.0f s", step, mean, time.monotonic() - began)


def blend(base: Path, tuned: Path, share: float) -> Encoder:
    """Go a share of the way from the base to the tuned weights."""
    encoder, goal = open_encoder(base)[0], open_encoder(tuned)[0].state_dict()
    encoder.load_state_dict({name: start.lerp(goal[name], share) for name, start in encoder.state_dict().items()})
    return encoder


def write(encoder: Encoder, tokenizer: Tokenizer, out: Path) -> None:
    """Write a checkpoint."""
    save_encoder(encoder, out)
    tokenizer.save(str(out / "tokenizer.json"))


def work(args: argparse.Namespace, plan: Plan) -> None:
    """Train in one worker process; the workers' batches are their own, their gradients are averaged."""
    torch.manual_seed(plan.seed)
    embedder = open_embedder(args.start)
    args.out.mkdir(parents=True, exist_ok=True)
    train(embedder, plan, args.out)
    if workers.place()[0] == 0:
        write(embedder.encoder, embedder.tokenizer, args.out)


def main() -> None:
    """Train the retriever, or blend a trained one with its base."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("start", type=Path, help="the cut base")
    parser.add_argument("out", type=Path)
    parser.add_argument("--data", type=Path, default=Plan.data)
    parser.add_argument("--steps", type=int, default=Plan.steps)
    parser.add_argument("--minutes", type=float, default=Plan.minutes, help="the run's end, if it comes first")
    parser.add_argument("--minings", type=int, default=Plan.minings)
    parser.add_argument("--rate", type=float, default=Plan.rate)
    parser.add_argument("--batch", type=int, default=Plan.size, help="triples of a worker's batch")
    parser.add_argument("--dropout", type=float, default=Plan.dropout)
    parser.add_argument("--seed", type=int, default=Plan.seed)
    parser.add_argument("--blend", type=Path, help="do not train: go part of the way from START to this checkpoint")
    parser.add_argument("--share", type=float, default=0.7)
    parser.add_argument("--workers", type=int, default=1, help="on a CPU: processes of one thread")
    parser.add_argument("--port", type=int, default=29518, help="where the workers meet on this machine")
    args = parser.parse_args()
    if args.blend:
        tokenizer = Tokenizer.from_file(str(args.start / "tokenizer.json"))
        write(blend(args.start, args.blend, args.share), tokenizer, args.out)
    else:
        plan = Plan(args.data, args.steps, args.minutes, args.minings, args.rate, args.batch, args.dropout, args.seed)
        workers.start(work, args.workers, args.port, args, plan)


if __name__ == "__main__":
    main()

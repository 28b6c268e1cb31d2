"""Train the verifier: whether a passage bears out a yes/no question, denies it, or leaves it open.

    python -m train.verifier START OUT [--steps N]

START is a trained reader, whose body already looks for what a question asks; a fresh head over the first token tells
the three apart. Written yes/no questions are mixed with claims made of wh-questions (see `train.claims`), many at first
and fewer as the run goes on. OUT holds the last weights, OUT/average the averaged ones.
"""

from __future__ import annotations

import argparse
import logging
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn

from train.claims import Claim, Claims
from train.encoder import PAD, Encoder, device, open_encoder, save_encoder
from train.examples import TEXTS
from train.reader import pace

logger = logging.getLogger(__name__)

LONGEST = 150  # pieces of question and passage together
BATCH = 32
POOL = 12  # batches that are drawn, and cut by length, together
WARMUP_STEPS = 50
STEADY = 0.3  # share of the run before the rate falls
FIXED_LAYERS = 2  # the lowest, which stay as the reader has them
SMOOTHING = 0.05
AVERAGED_EVERY, AVERAGED = 20, 0.08  # steps, and the share of the new weights, of the average of the falling part
MADE_FIRST, MADE_LAST = 1.9, 0.3  # made claims for each written question, at the start and at the end


class Verifier(nn.Module):
    """Encoder with a head on the first token: logits [batch, 3] of no, yes and open."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder
        self.verdict = nn.Linear(encoder.shape["hidden_size"], 3)
        nn.init.normal_(self.verdict.weight, std=0.02)
        nn.init.zeros_(self.verdict.bias)

    def forward(self, input_ids: Tensor, attention_mask: Tensor) -> Tensor:
        """Judge a padded batch."""
        return self.verdict(self.encoder(input_ids, attention_mask)[:, 0])


def open_verifier(folder: Path) -> Verifier:
    """Open a verifier's checkpoint, or make one with a fresh head of a reader's."""
    encoder, heads = open_encoder(folder)
    verifier = Verifier(encoder)
    head = {name: tensor for name, tensor in heads.items() if name.startswith("verdict.")}
    if head and head["verdict.weight"].shape == verifier.verdict.weight.shape:  # a reader's own tells two apart
        verifier.load_state_dict(head, strict=False)
    return verifier


def collate(claims: Sequence[Claim], tokenizer: Tokenizer) -> tuple[Tensor, Tensor, Tensor]:
    """Give ids and mask [batch, length], padded, and labels [batch]."""
    encodings = [tokenizer.encode(claim.question, claim.passage) for claim in claims]
    for encoding in encodings:
        encoding.truncate(LONGEST)
    longest = max(len(encoding) for encoding in encodings)
    ids = torch.tensor([encoding.ids + [PAD] * (longest - len(encoding)) for encoding in encodings])
    return ids, (ids != PAD).long(), torch.tensor([claim.label for claim in claims])


@dataclass(frozen=True)
class Plan:
    """How long and on what to train."""

    data: Path = TEXTS
    steps: int = 1100
    rate: float = 8e-5
    dropout: float = 0.1
    seed: int = 1


class Training:
    """A training run with its optimizer and averaged weights."""

    def __init__(self, start: Path, out: Path, plan: Plan) -> None:
        torch.manual_seed(plan.seed)
        self.out, self.plan, self.step = out, plan, 0
        self.rng = random.Random(plan.seed)
        self.tokenizer = Tokenizer.from_file(str(start / "tokenizer.json"))
        self.claims = Claims(plan.data, self.rng)
        self.verifier = open_verifier(start).train().to(device())
        encoder = self.verifier.encoder
        encoder.dropout = plan.dropout
        for fixed in (encoder.words, encoder.norm, *list(encoder.layers)[:FIXED_LAYERS]):
            fixed.requires_grad_(False)
        encoder.positions.requires_grad_(False)
        self.learned = [p for p in self.verifier.parameters() if p.requires_grad]
        groups = [
            {"params": [p for p in self.learned if p.ndim > 1], "weight_decay": 0.01},
            {"params": [p for p in self.learned if p.ndim == 1], "weight_decay": 0.0},
        ]
        self.optimizer = torch.optim.AdamW(groups, lr=plan.rate, betas=(0.9, 0.98))
        self.average: list[Tensor] = []

    @property
    def done(self) -> float:
        """The share of the run that is done."""
        return self.step / self.plan.steps

    def draw(self) -> Iterator[Claim]:
        """Give claims without end: every written question once a pass, with made ones between."""
        made = iter(())
        while True:
            for written in self.rng.sample(self.claims.judged, len(self.claims.judged)):
                yield from self.claims.draw(*written)
                share = MADE_LAST + (MADE_FIRST - MADE_LAST) * (1 - self.done)
                for _ in range(int(share) + (self.rng.random() < share % 1)):
                    asked = next(made, None)
                    if asked is None:
                        made = iter(self.rng.sample(self.claims.asked, len(self.claims.asked)))
                        asked = next(made)
                    yield from self.claims.make(*asked)

    def batches(self) -> Iterator[list[Claim]]:
        """Give batches of claims of like length."""
        drawn = self.draw()
        while True:
            pool = [next(drawn) for _ in range(BATCH * POOL)]
            pool.sort(key=lambda claim: len(claim.question) + len(claim.passage))
            cut = [pool[i : i + BATCH] for i in range(0, len(pool), BATCH)]
            self.rng.shuffle(cut)
            yield from cut

    def learn(self, claims: Sequence[Claim]) -> float:
        """Take one step and return the loss."""
        where = self.verifier.verdict.weight.device
        ids, mask, labels = (tensor.to(where) for tensor in collate(claims, self.tokenizer))
        for group in self.optimizer.param_groups:
            group["lr"] = self.plan.rate * pace(self.step, self.done, 1 - STEADY, WARMUP_STEPS)
        with torch.autocast(where.type, dtype=torch.bfloat16):
            logits = self.verifier(ids, mask)
        loss = nn.functional.cross_entropy(logits.float(), labels, label_smoothing=SMOOTHING)
        self.optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(self.learned, 1.0)
        self.optimizer.step()
        self.step += 1
        if self.done >= STEADY and self.step % AVERAGED_EVERY == 0:
            now = [p.detach() for p in self.learned]
            if self.average:
                torch._foreach_lerp_(self.average, now, AVERAGED)
            else:
                self.average = [p.clone() for p in now]
        return loss.item()

    def save(self) -> None:
        """Write the weights and the averaged weights."""
        self._write(self.out)
        if self.average:
            with torch.no_grad():
                for parameter, value in zip(self.learned, self.average, strict=True):
                    parameter.copy_(value)
            self._write(self.out / "average")

    def _write(self, folder: Path) -> None:
        head = {f"verdict.{name}": tensor for name, tensor in self.verifier.verdict.state_dict().items()}
        save_encoder(self.verifier.encoder, folder, head)
        self.tokenizer.save(str(folder / "tokenizer.json"))


def train(training: Training) -> None:
    """Train to the end of the plan and save."""
    losses: list[float] = []
    for claims in training.batches():
        losses.append(training.learn(claims))
        if training.step % 50 == 0:
            logger.info("step %d  loss %.3f", training.step, sum(losses) / len(losses))
            losses = []
        if training.done >= 1:
            break
    training.save()


def main() -> None:
    """Train the verifier."""
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("start", type=Path, help="a trained reader's checkpoint")
    parser.add_argument("out", type=Path)
    parser.add_argument("--data", type=Path, default=Plan.data)
    parser.add_argument("--steps", type=int, default=Plan.steps)
    parser.add_argument("--rate", type=float, default=Plan.rate, help="highest learning rate")
    parser.add_argument("--seed", type=int, default=Plan.seed)
    args = parser.parse_args()
    train(Training(args.start, args.out, Plan(args.data, args.steps, args.rate, seed=args.seed)))


if __name__ == "__main__":
    main()

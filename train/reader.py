"""Fine-tune the cut base into the extractive reader.

    python -m train.reader START OUT --minutes 60 [--decay 0.3] [--resume]

The input is ``<s> question </s></s> window </s>``; "no answer" is the span of the first token, so that the best span's
score over it can be compared between windows. A verdict head on the first token says no or yes to yes/no questions,
whose span is the one that decides them.

On a CPU the products run in bfloat16; dropout is 0 (its random numbers would cost more than the products); the word
embeddings are frozen. The learning rate warms up, stays, and falls to 0 over the last part (``--decay``) of the time
(warmup-stable-decay, Hu et al. 2024, https://arxiv.org/abs/2404.06395, section 4), so that training can go on from a
stable checkpoint as data arrives. An exponential average of the weights is kept beside them.
"""

from __future__ import annotations

import argparse
import json
import logging
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn

from train import workers
from train.encoder import PAD, Encoder, open_encoder, save_encoder
from train.examples import TEXTS
from train.windows import NO_VERDICT, Row, Sampler, batches

logger = logging.getLogger(__name__)

WARMUP_STEPS = 60
VERDICT_WEIGHT = 0.3
AVERAGE = 0.998


class Reader(nn.Module):
    """Encoder with a span head (start and end logits of each token) and a verdict head (no, yes)."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder
        self.qa_outputs = nn.Linear(encoder.shape["hidden_size"], 2)
        self.verdict = nn.Linear(encoder.shape["hidden_size"], 2)
        for head in (self.qa_outputs, self.verdict):
            nn.init.normal_(head.weight, std=0.02)
            nn.init.zeros_(head.bias)

    def forward(self, input_ids: Tensor, attention_mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Give start and end logits [batch, length] and verdict logits [batch, 2]."""
        hidden = self.encoder(input_ids, attention_mask)
        start, end = self.qa_outputs(hidden).unbind(-1)
        return start, end, self.verdict(hidden[:, 0])

    def heads(self) -> dict[str, Tensor]:
        """Give the heads' tensors, named as in a checkpoint."""
        return {name: tensor for name, tensor in self.state_dict().items() if not name.startswith("encoder.")}


def open_reader(folder: Path) -> Reader:
    """Open a reader's checkpoint, or make a reader with fresh heads of a bare encoder's."""
    encoder, heads = open_encoder(folder)
    reader = Reader(encoder)
    reader.load_state_dict(heads, strict=False)
    return reader


def collate(rows: list[Row]) -> tuple[Tensor, Tensor, Tensor]:
    """Pad rows to ids [batch, length], a mask of the same shape, and targets (first, last, verdict) [batch, 3]."""
    longest = max(len(row.ids) for row in rows)
    ids = torch.tensor([row.ids + [PAD] * (longest - len(row.ids)) for row in rows])
    return ids, (ids != PAD).long(), torch.tensor([(row.first, row.last, row.verdict) for row in rows])


def loss_of(reader: Reader, rows: list[Row]) -> Tensor:
    """Cross-entropy of start and end over the window's tokens, plus that of the verdict where there is one."""
    ids, mask, targets = collate(rows)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        start, end, verdict = reader(ids, mask)
    outside = mask == 0
    loss = sum(
        nn.functional.cross_entropy(logits.float().masked_fill(outside, -1e4), targets[:, k])
        for k, logits in enumerate((start, end))
    )
    total = loss / 2 + 0 * verdict.float().sum()  # every head gets a gradient, whatever the batch holds
    judged = targets[:, 2] != NO_VERDICT
    if judged.any():
        verdicts = nn.functional.cross_entropy(verdict[judged].float(), targets[judged, 2], reduction="sum")
        total = total + VERDICT_WEIGHT * verdicts / len(rows) * 4
    return total


def pace(step: int, done: float, decay: float) -> float:
    """Scale the learning rate: up over the first steps, then 1, then linearly to 0 over the last share of the time."""
    falling = 1.0 if done < 1 - decay else max(0.0, (1 - done) / decay)
    return min(1.0, (step + 1) / WARMUP_STEPS) * falling


class Training:
    """A training run with its optimizer and averaged weights; saved and resumed as a whole."""

    def __init__(self, start: Path, out: Path, rate: float, seed: int) -> None:
        torch.manual_seed(seed)
        self.out = out
        self.rate = rate
        self.tokenizer = Tokenizer.from_file(str(start / "tokenizer.json"))
        self.reader = open_reader(start).train()
        self.reader.encoder.words.weight.requires_grad_(False)
        self.learned = [p for p in self.reader.parameters() if p.requires_grad]
        self.optimizer = torch.optim.AdamW(self.learned, lr=rate, weight_decay=0.01)
        self.average = [p.detach().clone() for p in self.learned]
        self.step = 0
        self.seconds = 0.0

    def learn(self, rows: list[Row], scale: float) -> float:
        """Take one step and return the loss."""
        for group in self.optimizer.param_groups:
            group["lr"] = self.rate * scale
        loss = loss_of(self.reader, rows)
        self.optimizer.zero_grad(set_to_none=False)
        loss.backward()
        workers.average([p.grad for p in self.learned if p.grad is not None])
        nn.utils.clip_grad_norm_(self.learned, 1.0)
        self.optimizer.step()
        self.step += 1
        keep = min(AVERAGE, self.step / (self.step + 20))
        torch._foreach_lerp_(self.average, [p.detach() for p in self.learned], 1 - keep)
        return loss.item()

    def save(self) -> None:
        """Write the weights, the averaged weights, and what is needed to go on."""
        self._write(self.out)
        now = [p.detach().clone() for p in self.learned]
        self._set(self.average)
        self._write(self.out / "average")
        self._set(now)
        state = {"optimizer": self.optimizer.state_dict(), "average": self.average}
        torch.save(state | {"step": self.step, "seconds": self.seconds}, self.out / "state.new")
        (self.out / "state.new").replace(self.out / "state.pt")

    def freeze(self, layers: int) -> None:
        """Leave the embeddings and the lowest layers as they are: three of twelve layers save a sixth of the time."""
        if layers:
            for part in (self.reader.encoder.norm, *self.reader.encoder.layers[:layers]):
                part.requires_grad_(False)
            self.reader.encoder.positions.requires_grad_(False)

    def resume(self) -> None:
        """Go on where the last save was."""
        self.reader.load_state_dict(open_reader(self.out).state_dict())
        state = torch.load(self.out / "state.pt", weights_only=True)
        self.optimizer.load_state_dict(state["optimizer"])
        self.average, self.step, self.seconds = state["average"], state["step"], state["seconds"]

    def _set(self, values: list[Tensor]) -> None:
        with torch.no_grad():
            for parameter, value in zip(self.learned, values, strict=True):
                parameter.copy_(value)

    def _write(self, folder: Path) -> None:
        save_encoder(self.reader.encoder, folder, self.reader.heads())
        self.tokenizer.save(str(folder / "tokenizer.json"))


def stream(sampler: Sampler, questions: int, size: int, rng: random.Random) -> Iterator[list[Row]]:
    """Give batches without end, round after round; of each, a worker process gets its share."""
    worker, count = workers.place()
    while True:
        cut = workers.from_first(batches(sampler.round(questions), size, rng) if worker == 0 else [])
        logger.info("round: %d batches from %s", len(cut), json.dumps(sampler.sizes))
        yield from (rows[worker::count] for rows in cut if len(rows) >= count)


@dataclass(frozen=True)
class Plan:
    """How long and on what to train: running time, the share of it in which the rate falls, and the sizes of things."""

    data: Path = TEXTS
    minutes: float = 120
    decay: float = 0.3
    seed: int = 1
    questions: int = 3000
    size: int = 32
    save_every: float = 240


def train(training: Training, plan: Plan) -> None:
    """Train for the planned running time, saving as it goes, and when asked to end (SIGTERM)."""
    began, saved, losses = time.monotonic() - training.seconds, time.monotonic(), []
    first, terminated = workers.place()[0] == 0, workers.Terminated()
    sampler = Sampler(plan.data, training.tokenizer, plan.seed + training.step)
    for rows in stream(sampler, plan.questions, plan.size, random.Random(plan.seed)):
        training.seconds, stop = workers.largest([time.monotonic() - began, float(bool(terminated))])
        done = training.seconds / 60 / plan.minutes
        if done >= 1 or stop:
            break
        losses.append(training.learn(rows, pace(training.step, done, plan.decay)))
        if training.step % 50 == 0:
            mean, losses = sum(losses) / len(losses), []
            logger.info("step %d  loss %.3f  %.0f s  %.0f %%", training.step, mean, training.seconds, 100 * done)
        if first and time.monotonic() - saved > plan.save_every:
            training.save()
            saved = time.monotonic()
    if first:
        training.save()


def work(args: argparse.Namespace) -> None:
    """Train in one worker process."""
    training = Training(args.start, args.out, args.rate, args.seed)
    if args.resume:
        training.resume()
    training.freeze(args.frozen)
    train(training, Plan(args.data, args.minutes, args.decay, args.seed))


def main() -> None:
    """Train the reader."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("start", type=Path, help="checkpoint to start from: the cut base, or a reader")
    parser.add_argument("out", type=Path)
    parser.add_argument("--data", type=Path, default=TEXTS)
    parser.add_argument("--minutes", type=float, default=120)
    parser.add_argument("--rate", type=float, default=1.2e-4, help="highest learning rate")
    parser.add_argument("--decay", type=float, default=0.3, help="share of the time in which the rate falls to 0")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--frozen", type=int, default=0, help="lowest layers to leave as they are")
    parser.add_argument("--resume", action="store_true", help="go on from what OUT holds")
    parser.add_argument("--workers", type=int, default=2, help="processes of one thread, sharing each batch")
    parser.add_argument("--port", type=int, default=29517, help="where the workers meet on this machine")
    args = parser.parse_args()
    workers.start(work, args.workers, args.port, args)


if __name__ == "__main__":
    main()

"""Fine-tune the cut base into the extractive reader.

    python -m train.reader START OUT --passes 6 [--teacher CHECKPOINT ...] [--resume]

The input is ``<s> question </s></s> window </s>``; "no answer" is the span of the first token, so that the best span's
score over it can be compared between windows. A verdict head on the first token says no or yes to yes/no questions,
whose span is the one that decides them.

The products run in bfloat16. The learning rate warms up, stays, and falls to 0 over the last part (``--decay``) of the
run (warmup-stable-decay, Hu et al. 2024, https://arxiv.org/abs/2404.06395, section 4). An exponential average of the
weights is kept beside them. With teachers, half of the loss is the distance to the mean of their distributions over
start and end (Hinton et al. 2015, https://arxiv.org/abs/1503.02531; ensembles into one student of the same size:
Furlanello et al. 2018, https://arxiv.org/abs/1805.04770).

It trains on a GPU where there is one: minutes. On a CPU, in worker processes, the same takes a day; there, dropout is
best left at 0, since its random numbers cost more than the products.
"""

from __future__ import annotations

import argparse
import logging
import random
import time
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn

from train import workers
from train.encoder import PAD, Encoder, device, open_encoder, save_encoder
from train.examples import TEXTS
from train.windows import NO_VERDICT, STEP, Row, Sampler, batches, padded

logger = logging.getLogger(__name__)

WARMUP_STEPS = 100
VERDICT_WEIGHT = 2.0
TEACHER_WEIGHT = 0.5
AVERAGE = 0.999
PART = 4000  # questions whose windows are drawn, and cut into batches of like length, together
AHEAD = 3  # parts drawn beforehand, in processes of their own


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


def collate(rows: Sequence[Row], *, multiple: int = 1) -> tuple[Tensor, Tensor, Tensor]:
    """Pad rows to ids [batch, length], a mask of the same shape, and targets (first, last, verdict) [batch, 3]."""
    longest = max(padded(len(row.ids), multiple) for row in rows)
    ids = torch.tensor([row.ids + [PAD] * (longest - len(row.ids)) for row in rows])
    return ids, (ids != PAD).long(), torch.tensor([(row.first, row.last, row.verdict) for row in rows])


def loss_of(reader: Reader, rows: Sequence[Row], teachers: Sequence[Reader] = ()) -> Tensor:
    """Cross-entropy of start and end over the window's tokens, plus that of the verdict where there is one.

    With teachers, the targets of start and end are in part the mean of the teachers' distributions.
    """
    where = reader.qa_outputs.weight.device
    ids, mask, targets = (tensor.to(where, non_blocking=True) for tensor in collate(rows, multiple=STEP))
    outside = mask == 0
    with torch.autocast(where.type, dtype=torch.bfloat16):
        *spans, verdict = reader(ids, mask)
        with torch.no_grad():
            taught = [teacher(ids, mask)[:2] for teacher in teachers]
    total = torch.zeros((), device=where)
    for k, logits in enumerate(spans):
        logs = logits.float().masked_fill(outside, -1e4).log_softmax(-1)
        loss = nn.functional.nll_loss(logs, targets[:, k])
        if taught:
            wanted = sum(each[k].float().masked_fill(outside, -1e4).softmax(-1) for each in taught) / len(taught)
            loss = loss + TEACHER_WEIGHT * (-(wanted * logs).sum(-1).mean() - loss)
        total = total + loss / 2
    verdicts = nn.functional.cross_entropy(verdict.float(), targets[:, 2], ignore_index=NO_VERDICT, reduction="sum")
    return total + VERDICT_WEIGHT * verdicts / len(rows)


def pace(step: int, done: float, decay: float, warmup: int = WARMUP_STEPS) -> float:
    """Scale the learning rate: up over the first steps, then 1, then linearly to 0 over the last share of the run."""
    falling = 1.0 if done < 1 - decay else max(0.0, (1 - done) / decay)
    return min(1.0, (step + 1) / warmup) * falling


@dataclass(frozen=True)
class Plan:
    """How long and on what to train: passes over the data, the share of the run in which the rate falls, sizes."""

    data: Path = TEXTS
    passes: float = 5
    minutes: float = float("inf")  # if the passes take longer, the run ends here, the rate having fallen by then
    rate: float = 2e-4
    decay: float = 0.5
    dropout: float = 0.1
    tokens: int = 16384  # of a batch, padding included
    seed: int = 1
    words: bool = False  # whether the word embeddings are learned too
    save_every: float = 300  # seconds


class Training:
    """A training run with its optimizer and averaged weights; saved and resumed as a whole."""

    def __init__(self, start: Path, out: Path, plan: Plan, teachers: Sequence[Path] = ()) -> None:
        torch.manual_seed(plan.seed)
        self.out, self.plan = out, plan
        self.tokenizer_file = start / "tokenizer.json"
        self.reader = open_reader(start).train().to(device())
        self.reader.encoder.dropout = plan.dropout
        self.reader.encoder.words.weight.requires_grad_(plan.words)
        self.teachers = [open_reader(folder).eval().to(device()) for folder in teachers]
        self.learned = [p for p in self.reader.parameters() if p.requires_grad]
        self.optimizer = torch.optim.AdamW(self.learned, lr=plan.rate, weight_decay=0.01, fused=True)
        self.average = [p.detach().clone() for p in self.learned]
        self.step = 0
        self.part = 0

    def learn(self, rows: Sequence[Row], scale: float) -> Tensor:
        """Take one step and return the loss."""
        for group in self.optimizer.param_groups:
            group["lr"] = self.plan.rate * scale
        loss = loss_of(self.reader, rows, self.teachers)
        self.optimizer.zero_grad(set_to_none=False)
        loss.backward()
        workers.average([p.grad for p in self.learned if p.grad is not None])
        nn.utils.clip_grad_norm_(self.learned, 1.0)
        self.optimizer.step()
        self.step += 1
        keep = min(AVERAGE, self.step / (self.step + 20))
        torch._foreach_lerp_(self.average, [p.detach() for p in self.learned], 1 - keep)
        return loss.detach()

    def save(self) -> None:
        """Write the weights, the averaged weights, and what is needed to go on."""
        self._write(self.out)
        now = [p.detach().clone() for p in self.learned]
        self._set(self.average)
        self._write(self.out / "average")
        self._set(now)
        state = {"optimizer": self.optimizer.state_dict(), "average": self.average}
        torch.save(state | {"step": self.step, "part": self.part}, self.out / "state.new")
        (self.out / "state.new").replace(self.out / "state.pt")

    def resume(self) -> None:
        """Go on where the last save was: after the last whole part."""
        self.reader.load_state_dict(open_reader(self.out).state_dict())
        state = torch.load(self.out / "state.pt", weights_only=True, map_location=device())
        self.optimizer.load_state_dict(state["optimizer"])
        self.average, self.step, self.part = state["average"], state["step"], state["part"]

    def _set(self, values: list[Tensor]) -> None:
        with torch.no_grad():
            for parameter, value in zip(self.learned, values, strict=True):
                parameter.copy_(value)

    def _write(self, folder: Path) -> None:
        save_encoder(self.reader.encoder, folder, self.reader.heads())
        (folder / "tokenizer.json").write_bytes(self.tokenizer_file.read_bytes())


@lru_cache(maxsize=1)
def _sampler(data: Path, tokenizer: Path, seed: int) -> Sampler:
    """Open a sampler once in each process."""
    return Sampler(data, Tokenizer.from_file(str(tokenizer)), seed)


def _draw(plan: Plan, tokenizer: Path, number: int, of: int) -> list[list[Row]]:
    rows = _sampler(plan.data, tokenizer, plan.seed).part(number, of)
    return batches(rows, plan.tokens, random.Random(f"{plan.seed} {number}"))


def _drawn(training: Training, parts: int, of: int) -> Iterator[list[list[Row]]]:
    """Give the parts that are left, in order, each drawn while earlier ones are learned."""
    with workers.pool(AHEAD) as pool:
        tasks = (
            pool.submit(_draw, training.plan, training.tokenizer_file, number, of)
            for number in range(training.part, parts)
        )
        ahead = deque(islice(tasks, AHEAD))
        while ahead:
            yield ahead.popleft().result()
            ahead.extend(islice(tasks, 1))


def stream(training: Training) -> Iterator[tuple[float, list[Row]]]:
    """Give batches, each with the share of the run that is done; of each, a worker process gets its share of rows."""
    plan, (worker, count) = training.plan, workers.place()
    of = _sampler(plan.data, training.tokenizer_file, plan.seed).parts(PART)
    parts = round(plan.passes * of)
    drawn = _drawn(training, parts, of) if worker == 0 else iter(())
    for part in range(training.part, parts):
        cut = workers.from_first(next(drawn, None))
        for i, rows in enumerate(cut):
            if len(rows) >= count:
                yield (part + i / len(cut)) / parts, rows[worker::count]
        training.part = part + 1


def train(training: Training) -> None:
    """Train to the end of the plan, saving as it goes, and when asked to end (SIGTERM)."""
    began = saved = time.monotonic()
    first, terminated, losses = workers.place()[0] == 0, workers.Terminated(), []
    for passed, rows in stream(training):
        done = workers.largest([max(passed, (time.monotonic() - began) / 60 / training.plan.minutes)])[0]
        if done >= 1:
            break
        losses.append(training.learn(rows, pace(training.step, done, training.plan.decay)))
        if training.step % 100 == 0:
            mean, losses = torch.stack(losses).mean().item(), []
            seconds = time.monotonic() - began
            logger.info("step %d  loss %.3f  %.0f s  %.1f %%", training.step, mean, seconds, 100 * done)
            if workers.largest([float(bool(terminated))])[0]:
                break
        if first and time.monotonic() - saved > training.plan.save_every:
            training.save()
            saved = time.monotonic()
    if first:
        training.save()


def work(args: argparse.Namespace, plan: Plan) -> None:
    """Train in one worker process."""
    training = Training(args.start, args.out, plan, args.teacher)
    if args.resume:
        training.resume()
    train(training)


def main() -> None:
    """Train the reader."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("start", type=Path, help="checkpoint to start from: the cut base, or a reader")
    parser.add_argument("out", type=Path)
    parser.add_argument("--data", type=Path, default=Plan.data)
    parser.add_argument("--passes", type=float, default=Plan.passes)
    parser.add_argument("--minutes", type=float, default=Plan.minutes, help="the run's end, if it comes first")
    parser.add_argument("--rate", type=float, default=Plan.rate, help="highest learning rate")
    parser.add_argument("--decay", type=float, default=Plan.decay, help="share of the run in which the rate falls to 0")
    parser.add_argument("--dropout", type=float, default=Plan.dropout)
    parser.add_argument("--tokens", type=int, default=Plan.tokens, help="size of a batch")
    parser.add_argument("--seed", type=int, default=Plan.seed)
    parser.add_argument("--words", action="store_true", help="learn the word embeddings too")
    parser.add_argument("--teacher", type=Path, action="append", default=[], help="a trained reader to learn from")
    parser.add_argument("--resume", action="store_true", help="go on from what OUT holds")
    parser.add_argument("--workers", type=int, default=1, help="on a CPU: processes of one thread, sharing each batch")
    parser.add_argument("--port", type=int, default=29517, help="where the workers meet on this machine")
    args = parser.parse_args()
    plan = Plan(
        args.data, args.passes, args.minutes, args.rate, args.decay, args.dropout, args.tokens, args.seed, args.words
    )
    workers.start(work, args.workers, args.port, args, plan)


if __name__ == "__main__":
    main()

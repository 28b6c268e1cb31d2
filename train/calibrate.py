"""Fit what ranks candidates and what says how sure an answer is, on the development questions.

    python -m train.calibrate [--limit N] [--rows FILE]

Every development question (TQuAD and news, both languages) is put to an index over all texts of its set. A candidate is
right where it shares at least 80 % of its words (F1) with the expected answer and stands in the right text.

Ranking: a conditional logit over the candidates of a question (McFadden, 1974), drawn towards its starting weights.
Probability: a logistic regression over the features of the best candidate. Both are fitted on half of the texts,
measured on the other half (what is printed), and then fitted again on all of them for the file,
`qa/models/calibration.json`. The threshold is the lowest one at which 75 % of the unanswerable news questions are
refused.
"""

import argparse
import json
import pickle
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from tqdm import tqdm

from qa.answerer import WINDOWS, describe
from qa.assistant import HITS
from qa.calibration import Calibration
from qa.candidates import Candidate, find_candidates, read_windows
from qa.corpus import Article
from qa.embedder import open_embedder
from qa.files import write_whole
from qa.index import Index
from qa.reader import open_reader
from qa.retriever import Retriever
from qa.runtime import MODELS
from qa.text import folded_words
from qa.windows import make_windows

DATA = Path(__file__).parent / "data"
SETS = {"news": "news.dev.jsonl", "tquad": "tquad.dev.jsonl"}
START = {"reader": 1.0, "retrieval": 4.0, "fit": 2.0, "agreement": 2.0, "role": 1.0, "support": 2.0}
PULL = 0.01  # strength, a question, with which the ranking is held at its starting weights
RIGHT = 0.8  # word F1 from which an answer counts as right
REFUSED = 0.75
KEPT = 40  # candidates of a question that are kept


@dataclass(frozen=True)
class Asked:
    """A development question: its text is known, its answer None where the text does not say."""

    set: str
    text: str
    question: str
    language: str
    answer: str | None
    candidates: tuple[Candidate, ...] = ()

    def is_right(self, candidate: Candidate) -> bool:
        """Tell whether a candidate is the expected answer."""
        return (
            self.answer is not None
            and candidate.article.id == self.text
            and word_f1(candidate.text, self.answer) >= RIGHT
        )

    @property
    def held_out(self) -> bool:
        """Tell in which half of the texts this question's lies."""
        return sum(self.text.encode()) % 2 == 0


def word_f1(said: str, expected: str) -> float:
    """Return the F1 of the folded words of two spans (Rajpurkar et al., arXiv:1606.05250)."""
    ours, theirs = Counter(folded_words(said)), Counter(folded_words(expected))
    common = (ours & theirs).total()
    return 2 * common / (ours.total() + theirs.total()) if common else 0.0


def read_set(name: str, limit: int | None) -> tuple[list[Article], list[Asked]]:
    """Return the articles of a development set and its questions, at most about `limit`, spread over the texts."""
    rows = [json.loads(line) for line in (DATA / SETS[name]).read_text("utf-8").splitlines()]
    asked = [
        Asked(name, row["id"], qa[f"question_{language}"], language, qa["answer"])
        for row in rows
        for qa in row["qas"]
        for language in ("tr", "en")
        if qa[f"question_{language}"]
    ]
    step = max(1, len(asked) // limit) if limit else 1
    step += step > 1 and step % 2 == 0  # odd, so that both languages stay in
    return [Article(row["id"], row["title"] or "", row["context"]) for row in rows], asked[::step]


def answered(limit: int | None) -> Iterator[Asked]:
    """Yield the questions with their candidates."""
    embedder, reader = open_embedder(), open_reader()
    for name in SETS:
        articles, questions = read_set(name, limit)
        index = Index(embedder)
        index.add(articles)
        retriever = Retriever(index)
        for asked in tqdm(questions, desc=name, unit="question"):
            windows = make_windows(retriever.search(asked.question, HITS, asked.language), WINDOWS)
            candidates = find_candidates(
                asked.question, asked.language, read_windows(asked.question, windows, reader), START
            )
            yield replace(asked, candidates=tuple(candidates[:KEPT]))


def fit_ranking(questions: Sequence[Asked]) -> dict[str, float]:
    """Return the weights that make the right candidates most probable, where a question has one."""
    names, cases = list(START), []
    for asked in questions:
        right = np.array([asked.is_right(candidate) for candidate in asked.candidates])
        if right.any() and not right.all():
            cases.append((np.array([[c.features[name] for name in names] for c in asked.candidates]), right))
    start = np.array([START[name] for name in names])

    def loss(weights: NDArray[np.float64]) -> float:
        total = 0.0
        for features, right in cases:
            scores = features @ weights
            top = scores.max()
            total += np.log(np.exp(scores - top).sum()) - np.log(np.exp(scores[right] - top).sum() + 1e-12)
        return float(total / len(cases) + PULL * ((weights - start) ** 2).sum())

    weights = minimize(loss, start, method="L-BFGS-B", bounds=[(0.0, None)] * len(names)).x
    return {name: round(float(w / weights[0]), 4) for name, w in zip(names, weights, strict=True)}


def reranked(asked: Asked, ranking: Mapping[str, float]) -> list[Candidate]:
    """Return the candidates of a question in the order that a ranking gives them."""
    scored = [replace(c, score=sum(w * c.features[n] for n, w in ranking.items())) for c in asked.candidates]
    return sorted(scored, key=lambda candidate: -candidate.score)


@dataclass(frozen=True)
class Table:
    """The best candidates of questions: their features, whether they are right, whether there was an answer."""

    features: list[dict[str, float]]
    right: NDArray[np.bool_]
    answerable: NDArray[np.bool_]


def tabulate(questions: Sequence[Asked], ranking: Mapping[str, float]) -> Table:
    """Return the table of the best candidates under a ranking."""
    best = [(asked, reranked(asked, ranking)) for asked in questions if asked.candidates]
    return Table(
        [describe(asked.question, asked.language, candidates) for asked, candidates in best],
        np.array([asked.is_right(candidates[0]) for asked, candidates in best]),
        np.array([asked.answer is not None for asked, _ in best]),
    )


def fit_probability(table: Table) -> tuple[dict[str, float], float]:
    """Return the weight of each feature and the intercept."""
    names = sorted(table.features[0])
    matrix = np.array([[row[name] for name in names] for row in table.features])
    scale = matrix.std(axis=0) + 1e-6
    model = LogisticRegression(C=0.3, max_iter=2000).fit(matrix / scale, table.right)
    return dict(zip(names, (model.coef_[0] / scale).round(5).tolist(), strict=True)), round(
        float(model.intercept_[0]), 5
    )


def lowest_threshold(probabilities: NDArray[np.float64], table: Table) -> float:
    """Return the lowest threshold under which the wanted share of the unanswerable questions falls."""
    return round(float(np.quantile(probabilities[~table.answerable], REFUSED)), 3)


def calibration_error(probabilities: NDArray[np.float64], right: NDArray[np.bool_], bins: int = 10) -> float:
    """Return the expected calibration error over equal-width bins (Guo et al., arXiv:1706.04599)."""
    which = np.minimum((probabilities * bins).astype(int), bins - 1)
    parts = [which == b for b in range(bins) if (which == b).any()]
    return float(sum(p.mean() * abs(right[p].mean() - probabilities[p].mean()) for p in parts))


def fit(questions: Sequence[Asked]) -> Calibration:
    """Fit ranking, probability and threshold on questions."""
    ranking = fit_ranking(questions)
    weights, intercept = fit_probability(tabulate(questions, ranking))
    fitted = Calibration(ranking, weights, intercept, 0.0)
    news = tabulate([asked for asked in questions if asked.set == "news"], ranking)
    probabilities = np.array([fitted.probability(row) for row in news.features])
    return replace(fitted, threshold=lowest_threshold(probabilities, news))


def measure(questions: Sequence[Asked], fitted: Calibration) -> None:
    """Print the figures of a calibration on questions, by set and language."""
    for name in (*SETS, "all"):
        for language in ("tr", "en"):
            part = [a for a in questions if a.language == language and name in (a.set, "all")]
            table, before = tabulate(part, fitted.ranking), tabulate(part, START)
            probabilities = np.array([fitted.probability(row) for row in table.features])
            said, asked = probabilities >= fitted.threshold, table.answerable
            line = {
                "questions": len(part),
                "right": table.right[asked].mean(),
                "right with the starting ranking": before.right[asked].mean(),
                "right and answered": (table.right & said)[asked].mean(),
                "precision": table.right[said].mean(),
                "refused": 1 - said[~asked].mean() if (~asked).any() else float("nan"),
                "AUROC": roc_auc_score(table.right, probabilities),
                "ECE": calibration_error(probabilities, table.right),
            }
            print(name, language, "  ".join(f"{key} {value:.3f}" for key, value in line.items()))


def main() -> None:
    """Answer, fit, print the figures and write the file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--limit", type=int, help="about N questions of each set")
    parser.add_argument(
        "--rows", type=Path, help="where the answered questions are kept, to fit again without answering"
    )
    args = parser.parse_args()
    if args.rows and args.rows.exists():
        questions = pickle.loads(args.rows.read_bytes())
    else:
        questions = list(answered(args.limit))
        if args.rows:
            args.rows.write_bytes(pickle.dumps(questions))
    measure([a for a in questions if a.held_out], fit([a for a in questions if not a.held_out]))
    shipped = fit(questions)
    content = {
        "ranking": dict(shipped.ranking),
        "weights": dict(shipped.weights),
        "intercept": shipped.intercept,
        "threshold": shipped.threshold,
    }
    write_whole(MODELS / "calibration.json", json.dumps(content, indent=1) + "\n")
    print(json.dumps(content))


if __name__ == "__main__":
    main()

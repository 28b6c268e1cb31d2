"""Times and memory: `python -m eval.bench` (`make bench`).

Medians over the questions of the article's set. The large corpus is made of the sentences of the training texts, with
random vectors in place of embedded ones: where a vector lies does not change how long a search takes.
"""

import argparse
import itertools
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from eval.environment import environment
from qa import Article, Assistant
from qa.assistant import BUNDLED_CORPUS
from qa.embedder import Embedder, Progress, Vectors, open_embedder
from qa.index import Index
from qa.reader import open_reader

ROOT = Path(__file__).resolve().parent.parent
LARGE = 10_000


class _Unembedded:
    """An embedder whose passages get random unit vectors at once; questions are embedded as usual."""

    def __init__(self, embedder: Embedder) -> None:
        self.fingerprint, self.dimension = embedder.fingerprint, embedder.dimension
        self.embed_queries = embedder.embed_queries

    def embed_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        vectors = np.random.default_rng(1).normal(size=(len(texts), self.dimension)).astype(np.float32)
        return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def main() -> None:
    """Measure and print one line a figure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--questions", type=int, default=100, help="questions asked in each measurement")
    args = parser.parse_args()
    machine = environment()["machine"]
    print(f"{machine['processor']}, {machine['cores']} cores, Python {environment()['python']}")
    rows = [json.loads(line) for line in (ROOT / "eval/sets/kazakistan-turkiye.jsonl").read_text("utf-8").splitlines()]
    questions = [row["question"] for row in rows if row["type"] == "fact"][: args.questions]
    assistant = Assistant.open(BUNDLED_CORPUS)
    _times("warm ask, bundled corpus", assistant.ask, questions)
    print(f"memory of this process: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    _indexing()
    _times(f"warm ask, {LARGE:,} passages", _large().ask, questions)
    _cold_start()


def _times(name: str, ask: Callable[[str], object], questions: Sequence[str]) -> None:
    for question in questions[:5]:
        ask(question)
    seconds = []
    for question in questions:
        began = time.perf_counter()
        ask(question)
        seconds.append(time.perf_counter() - began)
    median, p95 = statistics.median(seconds) * 1000, statistics.quantiles(seconds, n=20)[-1] * 1000
    print(f"{name}: median {median:.0f} ms, p95 {p95:.0f} ms ({len(questions)} questions)")


def _texts() -> list[Article]:
    files = sorted((ROOT / "train" / "data").glob("*.train.jsonl"))
    rows = itertools.chain.from_iterable(file.read_text("utf-8").splitlines() for file in files)
    return [Article(row["id"], row["title"] or "", row["context"]) for row in map(json.loads, rows)]


def _indexing() -> None:
    index, articles = Index(open_embedder()), _texts()[:100]
    began = time.perf_counter()
    index.add(articles)
    print(f"indexing: {len(index) / (time.perf_counter() - began):.0f} sentences/s ({len(index)} sentences)")


def _large() -> Assistant:
    embedder = _Unembedded(open_embedder())
    articles: list[Article] = []
    index = Index(embedder)
    for article in _texts():
        articles.append(article)
        if len(articles) == 200:
            index.add(articles)
            articles.clear()
        if len(index) >= LARGE:
            break
    return Assistant.from_texts(list(index.articles.values()), embedder=embedder, reader=open_reader())


def _cold_start() -> None:
    seconds = []
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "qa", "ask", "Kaç proje hayata geçirildi?", "--corpus", str(BUNDLED_CORPUS)]
        for _ in range(4):
            began = time.perf_counter()
            subprocess.run(
                command, check=True, capture_output=True, cwd=ROOT, env={"XDG_CACHE_HOME": folder, "PATH": ""}
            )
            seconds.append(time.perf_counter() - began)
    print(
        f"qa ask, new process: {seconds[0]:.1f} s with no index, median {statistics.median(seconds[1:]):.1f} s with one"
    )


if __name__ == "__main__":
    main()

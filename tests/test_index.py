import numpy as np
import pytest

import qa.index
from qa.corpus import Article
from qa.index import Index

LAKE = Article("lake", "Göl", "Gölün derinliği 40 metredir. Suyu tatlıdır.")
TOWN = Article("town", "Kasaba", "Kasabada 3 okul vardır. Nüfusu 12 bindir.")
CLUB = Article("club", "Kulüp", "Kulüp 1907'de kuruldu.")


@pytest.fixture
def index(embedder):
    index = Index(embedder)
    index.add([LAKE, TOWN])
    return index


def nearest(index, question):
    vector = index.embedder.embed_queries([question])[0]
    rows, scores = index.nearest(vector, 3)
    assert scores == sorted(scores, reverse=True)
    return index.passages[rows[0]].article


def test_what_is_added_is_found_and_what_is_removed_is_not(index):
    assert nearest(index, "Göl ne kadar derin?") == "lake"
    index.remove(["lake", "unknown"])
    assert len(index) == 2 and nearest(index, "Göl ne kadar derin?") == "town"
    index.add([CLUB])
    assert nearest(index, "Kulüp ne zaman kuruldu?") == "club"
    assert sorted(index.rows.tolist()) == [2, 3, 4]
    assert index.words.scores(["kulup"]).argmax() == 2


def test_an_update_touches_only_what_changed(index, monkeypatch):
    embedded = []
    original = index.embedder.embed_passages
    monkeypatch.setattr(
        index.embedder,
        "embed_passages",
        lambda texts, progress=None: embedded.extend(texts) or original(texts, progress),
    )
    changed = Article("town", "Kasaba", "Kasabada 4 okul vardır.")
    changes = index.update([LAKE, changed, CLUB])
    assert (changes.kept, sorted(changes.added), changes.removed) == (["lake"], ["club", "town"], ["town"])
    assert len(embedded) == 2
    assert not index.update([LAKE, changed, CLUB])


def test_progress_ends_at_the_total(embedder):
    told = []
    Index(embedder).add([LAKE, TOWN], lambda done, total: told.append((done, total)))
    assert told[-1] == (4, 4)


class RandomEmbedder:
    """Random unit vectors: enough passages to outgrow the exact search, without embedding them."""

    fingerprint, dimension = "random", 16

    def embed_passages(self, texts, progress=None):
        vectors = np.random.default_rng(len(texts)).normal(size=(len(texts), 16)).astype(np.float32)
        return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)

    embed_queries = embed_passages


def test_a_large_index_changes_to_inverted_lists_and_still_finds_and_removes(monkeypatch):
    monkeypatch.setattr(qa.index, "EXACT_LIMIT", 500)
    index = Index(RandomEmbedder())
    index.add([Article("small", "", "Bir cümle. " * 400)])
    index.add([Article("large", "", "İki cümle. " * 700)])
    assert len(index) == 1100 and type(index.vectors).__name__ == "IndexIVFFlat"
    found = sum(index.nearest(index.vectors_of([row])[0], 1)[0][0] == row for row in range(0, 1100, 10))
    assert found == 110
    index.remove(["small"])
    assert index.vectors.ntotal == 700 and all(row >= 400 for row in index.nearest(index.vectors_of([900])[0], 50)[0])

import json

import pytest

from qa.corpus import Article
from qa.index import Index
from qa.store import StoreError, load_index, save_index

ARTICLES = [
    Article("göl", "Göl", "Gölün derinliği 40 metredir.", "2024-01-02", "Ajans"),
    Article("b", "B", "Dağ yüksek."),
]


@pytest.fixture
def folder(tmp_path, embedder):
    index = Index(embedder)
    index.add(ARTICLES)
    save_index(index, tmp_path / "index")
    return tmp_path / "index"


def generation(folder):
    return folder / json.loads((folder / "manifest.json").read_text())["generation"]


def test_what_is_saved_is_read_back(folder, embedder):
    index = load_index(folder, embedder)
    assert list(index.articles.values()) == ARTICLES
    assert index.next_row == 2
    rows, _ = index.nearest(embedder.embed_queries(["Göl ne kadar derin?"])[0], 1)
    assert index.sentence(index.passages[rows[0]]) == "Gölün derinliği 40 metredir."


def test_a_save_leaves_one_generation(folder, embedder):
    index = load_index(folder, embedder)
    index.remove(["b"])
    save_index(index, folder)
    assert len(list(folder.glob("index-*"))) == 1
    assert list(load_index(folder, embedder).articles) == ["göl"]


@pytest.mark.parametrize("part", ["articles.jsonl", "passages.jsonl", "vectors.faiss"])
def test_a_torn_part_is_recognised(folder, embedder, part):
    path = generation(folder) / part
    path.write_bytes(path.read_bytes()[:-3])
    with pytest.raises(StoreError, match=part):
        load_index(folder, embedder)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"format": 0}, "format 0"),
        ({"model": "another"}, "another model"),
        ({"generation": "index-gone"}, "damaged"),
        ({"checksums": None}, "damaged"),
    ],
)
def test_a_foreign_or_older_index_is_recognised(folder, embedder, change, reason):
    manifest = json.loads((folder / "manifest.json").read_text())
    (folder / "manifest.json").write_text(json.dumps({**manifest, **change}))
    with pytest.raises(StoreError, match=reason):
        load_index(folder, embedder)


@pytest.mark.parametrize("content", ["", "{", "[]", "{}"])
def test_a_broken_manifest_is_recognised(folder, embedder, content):
    (folder / "manifest.json").write_text(content)
    with pytest.raises(StoreError):
        load_index(folder, embedder)


def test_no_index_is_recognised(tmp_path, embedder):
    with pytest.raises(StoreError, match="no such index"):
        load_index(tmp_path / "nothing", embedder)

"""The index on disk: a folder that is read back whole, or recognised as unusable and made again.

    DIR/manifest.json        format, model fingerprint, article digests, name and checksums of the generation
    DIR/<generation>/        articles.jsonl, passages.jsonl, vectors.faiss

A save writes a new generation beside the old one; the rename of the manifest makes it the index. A reader therefore
sees one complete generation or the other.
"""

import json
import secrets
import shutil
from dataclasses import asdict
from pathlib import Path
from typing import Any

import faiss
import numpy as np

from qa.corpus import Article
from qa.embedder import Embedder
from qa.files import checksum, write_whole
from qa.index import Index
from qa.passages import Passage

FORMAT = 2
_MANIFEST = "manifest.json"
_PARTS = ("articles.jsonl", "passages.jsonl", "vectors.faiss")


class StoreError(Exception):
    """A stored index that cannot be used: the message says why."""


def save_index(index: Index, folder: Path) -> None:
    """Write the index into `folder`, in place of the one that it holds.

    Raises:
        OSError: the folder cannot be written.
    """
    generation = f"index-{secrets.token_hex(6)}"
    target = folder / generation
    target.mkdir(parents=True)
    write_whole(target / "articles.jsonl", _lines(asdict(article) for article in index.articles.values()))
    write_whole(target / "passages.jsonl", _lines([row, *_passage_fields(p)] for row, p in index.passages.items()))
    write_whole(target / "vectors.faiss", faiss.serialize_index(index.vectors).tobytes())
    manifest = {
        "format": FORMAT,
        "model": index.embedder.fingerprint,
        "dimension": index.embedder.dimension,
        "next_row": index.next_row,
        "generation": generation,
        "checksums": {part: checksum(target / part) for part in _PARTS},
        "articles": {article.id: article.digest for article in index.articles.values()},
    }
    write_whole(folder / _MANIFEST, json.dumps(manifest, indent=1))
    for old in folder.glob("index-*"):
        if old.name != generation:
            shutil.rmtree(old, ignore_errors=True)


def load_index(folder: Path, embedder: Embedder) -> Index:
    """Read the index in `folder`, checking every part of it.

    Raises:
        StoreError: there is none, or it is torn, of another format, or made with another model.
    """
    manifest = _manifest(folder)
    if manifest.get("format") != FORMAT:
        raise StoreError(f"{folder}: an index of format {manifest.get('format')}, this version reads {FORMAT}")
    if manifest["model"] != embedder.fingerprint:
        raise StoreError(f"{folder}: made with another model")
    source = folder / manifest["generation"]
    try:
        for part, expected in manifest["checksums"].items():
            if checksum(source / part) != expected:
                raise StoreError(f"{folder}: {part} is damaged")
        index = Index(embedder)
        index.articles = {row["id"]: Article(**row) for row in _rows(source / "articles.jsonl")}
        index.passages = {row[0]: Passage(*row[1:]) for row in _rows(source / "passages.jsonl")}
        index.vectors = faiss.deserialize_index(np.fromfile(source / "vectors.faiss", dtype=np.uint8))
        index.next_row = manifest["next_row"]
    except (OSError, AttributeError, KeyError, TypeError, ValueError, RuntimeError) as error:
        raise StoreError(f"{folder}: damaged ({error})") from error
    return index


def _manifest(folder: Path) -> dict[str, Any]:
    try:
        manifest = json.loads((folder / _MANIFEST).read_text("utf-8"))
    except FileNotFoundError as error:
        raise StoreError(f"{folder}: no such index; make it with `qa index`") from error
    except (OSError, ValueError) as error:
        raise StoreError(f"{folder}: {_MANIFEST} is damaged") from error
    if not isinstance(manifest, dict) or not {"model", "generation", "checksums", "next_row"} <= manifest.keys():
        raise StoreError(f"{folder}: {_MANIFEST} is not one of ours")
    return manifest


def _passage_fields(passage: Passage) -> list[Any]:
    return [passage.article, passage.start, passage.end, passage.paragraph, passage.lead, passage.heading]


def _lines(rows: Any) -> str:
    return "".join(json.dumps(row, ensure_ascii=True) + "\n" for row in rows)


def _rows(path: Path) -> Any:
    with path.open(encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)

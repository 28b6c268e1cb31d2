"""A small corpus, the assistant over it, and the page served in a thread, as real as they are in use."""

import shutil
import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser

from qa.assistant import Assistant
from qa.page.library import Library
from qa.page.server import make_app
from tests.page.browser import launched

# Letters that change length when lower-cased, emoji outside the basic plane, combining marks: offsets must hold.
LIGHTHOUSE = """---
title: İğneada Feneri
date: 2025-05-14
source: Kıyı Postası
---
İİİ 🌊🌊 İĞNEADA kıyısında İ\u0307kinci fener 👩‍👩‍👧‍👦 yükseliyor.

İğneada Feneri 1866 yılında Fransız mühendisler tarafından yapıldı. Fenerin yüksekliği 14 metredir. \
Fener bekçisi Şükrü Işıldar, kuleye her akşam 72 basamak çıkıyor.

Fenerin ışığı 20 deniz mili uzaktan görülüyor. Müze bölümünü geçen yıl 8 bin 450 kişi ziyaret etti.
"""
OBSERVATORY = """---
title: Akbaba Gözlemevi
date: 2024-11-03
---
Akbaba Gözlemevi, 2 bin 180 metre yükseklikte 1998 yılında kuruldu. Gözlemevinin müdürü Cahit Yıldıztepe'dir.

Teleskopun çapı 1,8 metredir. Gözlemevi İtalya, Şili ve Japonya'daki merkezlerle veri paylaşıyor.
"""


@pytest.fixture(scope="session")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corpus")
    (folder / "fener.txt").write_text(LIGHTHOUSE, "utf-8")
    (folder / "gozlemevi.md").write_text(OBSERVATORY, "utf-8")
    (folder / "questions.json").write_text('[{"lang": "en", "question": "How high is the lighthouse?"}]', "utf-8")
    return folder


@pytest.fixture(scope="session")
def models(corpus: Path) -> Assistant:
    return Assistant.from_texts({})


@pytest.fixture
def library(models: Assistant, tmp_path: Path) -> Library:
    """A library of its own for each test, over models that are loaded once."""
    from qa.corpus import parse_article

    articles = [parse_article(LIGHTHOUSE, "fener"), parse_article(OBSERVATORY, "gozlemevi")]
    assistant = Assistant.from_texts(articles, embedder=models.index.embedder, reader=models.reader)
    return Library(assistant, tmp_path / "sources")


@dataclass
class Site:
    """The page as it is served, and the folder that holds what users leave there."""

    url: str
    data: Path


@pytest.fixture(scope="session")
def site(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    data = tmp_path_factory.mktemp("data")
    with pytest.MonkeyPatch.context() as patch, serving(corpus, data, patch) as url:
        yield Site(url, data)


class serving:
    """Serve the page on a free port for the length of a `with` block."""

    def __init__(self, corpus: Path, data: Path, patch: pytest.MonkeyPatch, accounts: object = None) -> None:
        patch.setenv("XDG_CACHE_HOME", str(data / "cache"))
        self.server = uvicorn.Server(
            uvicorn.Config(make_app([corpus], data, accounts), host="127.0.0.1", port=free_port(), log_level="critical")
        )

    def __enter__(self) -> str:
        self.thread = threading.Thread(target=self.server.run, daemon=True)
        self.thread.start()
        while not self.server.started:
            time.sleep(0.02)
        return f"http://127.0.0.1:{self.server.config.port}"

    def __exit__(self, *error: object) -> None:
        self.stop()

    def stop(self) -> None:
        """End the server, open connections and all."""
        self.server.should_exit = True
        self.server.force_exit = True
        self.thread.join(10)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if not path:
        pytest.skip("Chromium is missing: tests/install_chromium.sh installs it")
    with launched(path) as opened:
        yield opened


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])

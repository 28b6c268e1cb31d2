import os
from pathlib import Path

import pytest

os.environ["HF_HUB_OFFLINE"] = "1"
os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def embedder():
    from qa.embedder import open_embedder

    return open_embedder()


@pytest.fixture(scope="session")
def reader():
    from qa.reader import open_reader

    return open_reader()


@pytest.fixture(autouse=True)
def _own_folders(tmp_path_factory, monkeypatch):
    """Keep the user's cache and data folders out of the tests."""
    home = tmp_path_factory.mktemp("home")
    for name in ("XDG_CACHE_HOME", "XDG_DATA_HOME", "HOME"):
        monkeypatch.setenv(name, str(home))

from pathlib import Path

import pytest
from scripted import Scripted, ScriptedMaker, always_refuses, perfect

from eval import quote
from eval.run import Job, evaluate
from eval.settings import Setting
from eval.storage import RunError

ROOT = Path(__file__).parent.parent.parent
DOCUMENT = (
    "# Title\n\n<!-- scores towns -->\nold\n<!-- /scores -->\n\nText.\n\n<!-- scores towns none -->\n<!-- /scores -->\n"
)


@pytest.fixture
def results(towns, tmp_path):
    for name, say in (("towns", perfect), ("none", always_refuses)):
        run = evaluate(Job(towns, Setting(), ScriptedMaker(Scripted(towns, say), name), tmp_path / "runs"))
        run.folder.rename(tmp_path / name)
    return tmp_path


def test_tables_are_written_from_the_stored_runs(results):
    written = quote.quoted(DOCUMENT, results)
    assert written.startswith("# Title\n\n<!-- scores towns -->\n|  | Overall | Correct |")
    assert "| All | 100.0 ±0.0 | 100.0 ±0.0 |" in written
    assert "| English | 100.0 | 100.0 |" in written
    assert "–" not in written.partition("Text.")[0]
    assert "| none, towns (corpus) | 33.3 ±" in written
    assert "\n\nText.\n\n" in written
    assert quote.quoted(written, results) == written


def test_a_changed_figure_is_found(results, tmp_path):
    path = tmp_path / "README.md"
    path.write_text(quote.quoted(DOCUMENT, results), encoding="utf-8")
    assert quote.outdated([path], results) == []
    path.write_text(path.read_text(encoding="utf-8").replace("33.3", "43.3"), encoding="utf-8")
    assert quote.outdated([path], results) == [path]


def test_a_run_that_is_not_stored_is_named(results):
    with pytest.raises(RunError, match="gone: no stored run"):
        quote.quoted("<!-- scores gone -->\n<!-- /scores -->", results)


def test_the_figures_of_our_documents_are_those_of_the_stored_runs():
    documents = [ROOT / "README.md", *sorted((ROOT / "qa" / "models").glob("*/README.md"))]
    assert quote.outdated([path for path in documents if path.is_file()]) == []

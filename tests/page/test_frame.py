from pathlib import Path

import pytest

from qa.assistant import BUNDLED_CORPUS, Assistant
from qa.page.frame import read_examples, render_masthead


def test_the_masthead_offers_the_other_language() -> None:
    assert 'lang="en" data-act="language"' in render_masthead("tr")
    assert ">Türkçe</button>" in render_masthead("en")


def test_examples_come_from_the_corpora(corpus: Path, tmp_path: Path) -> None:
    assert read_examples([tmp_path, corpus]) == [("en", "How high is the lighthouse?")]


@pytest.mark.parametrize("content", ["", "{}", '["x"]', '[{"lang": "tr"}]', "null"])
def test_examples_that_are_not_of_the_form_are_none(tmp_path: Path, content: str) -> None:
    (tmp_path / "questions.json").write_text(content)
    assert read_examples([tmp_path]) == []


def test_the_bundled_examples_are_answered() -> None:
    assistant = Assistant.open(BUNDLED_CORPUS)
    examples = read_examples([BUNDLED_CORPUS])
    assert {spoken for spoken, _ in examples} == {"tr", "en"}
    assert all(assistant.ask(question).answerable for _, question in examples)

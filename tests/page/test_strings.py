import re
import string
from pathlib import Path

import qa.page
from qa.page.strings import LANGUAGES, STRINGS, say

SOURCES = [path.read_text("utf-8") for path in Path(qa.page.__file__).parent.glob("*.py")]


def fields(words: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(words) if name}


def test_both_languages_have_every_key_with_the_same_fields() -> None:
    assert set(STRINGS) == set(LANGUAGES) == {"tr", "en"}
    assert STRINGS["tr"].keys() == STRINGS["en"].keys()
    for key, words in STRINGS["tr"].items():
        assert words.strip() and STRINGS["en"][key].strip()
        assert fields(words) == fields(STRINGS["en"][key]), key


def test_every_key_that_the_page_uses_exists() -> None:
    used = {key for text in SOURCES for key in re.findall(r'(?:say|words|_word|render_note)\("([a-z_]+)"', text)}
    assert used - {"masthead", "welcome", "benchmark_intro", "adding_intro"} <= STRINGS["en"].keys()
    assert len(used) > 40


def test_values_are_put_in_and_unknown_languages_read_english() -> None:
    assert say("characters", "de", count=5) == "5 characters"

"""Words that stand for several kinds of thing: who asks for missions means embassies and consulates."""

from functools import lru_cache

from qa.text import fold, lower
from qa.words.inflection import known_stem

# A line is a Turkish word, and the words that a text may have for what it covers.
_COVERED = """
temsilcilik: büyükelçilik elçilik konsolosluk başkonsolosluk maslahatgüzarlık ataşelik
ibadethane: cami kilise sinagog havra mescit
"""


@lru_cache(maxsize=1)
def _table() -> dict[str, tuple[str, ...]]:
    rows = (line.partition(":") for line in _COVERED.strip().splitlines())
    return {word: tuple(fold(name) for name in names.split()) for word, _, names in rows}


@lru_cache(maxsize=4096)
def hyponyms(word: str) -> tuple[str, ...]:
    """Return the folded words for what a Turkish word, in any of its forms, covers; () where none are known."""
    found = known_stem(lower(word), _table())
    return _table()[found[0]] if found else ()

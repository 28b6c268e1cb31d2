"""Roles: the case in which the text should have the answer, as Turkish question words show it.

"Okulu kim yapıyor?" asks for a subject: the name in "Bolu'nun ilçesinde" is none. Only what an apostrophe sets off is
judged, since the ending of any other word may belong to its stem.
"""

import re
from functools import lru_cache

from qa.corpus import Article
from qa.text import APOSTROPHES, fold
from qa.words.inflection import case_of

_TURKISH = (
    ("genitive", r"\bkim(?:ler)?in\b"),
    ("dative", r"\bkim(?:ler)?e\b|\bnere(?:ler)?ye\b"),
    ("ablative", r"\bkim(?:ler)?den\b|\bnere(?:ler)?den\b|\bhangi (?:\w+ )?\w+[dt][ae]n\b"),
    ("accusative", r"\bkim(?:ler)?i\b"),
    ("locative", r"\bnere(?:ler)?de\b|\bnere(?:ler)?sinde\b|\bhangi (?:\w+ )?\w+[dt][ae]\b"),
    ("nominative", r"\bkim(?:ler)?(?:dir)?\b"),
)
_ENGLISH = (
    ("genitive", r"\bwhose\b"),
    ("ablative", r"\bfrom (?:which|what|where|whom)\b|\bwhere\b.*\bfrom\b"),
    ("dative", r"\bto (?:which|whom|where)\b|\bwhere\b.*\bto\W*$"),
    ("locative", r"\b(?:in|at) (?:which|what)\b|\bwhere\b"),
    ("nominative", r"^\W*who\b(?!.*\b(?:with|to|for|by|from)\W*$)|\bby whom\b"),
)
_SUFFIX = re.compile(rf"[{re.escape(APOSTROPHES)}]([^\W\d_]+)")


@lru_cache(maxsize=64)
def expected_case(question: str, language: str) -> str | None:
    """Return the case in which a question asks for its answer, None where it shows none."""
    folded, patterns = fold(question), _ENGLISH if language == "en" else _TURKISH
    return next((case for case, pattern in patterns if re.search(pattern, folded)), None)


def role_fit(question: str, language: str, article: Article, end: int) -> float:
    """Return 1 where the name that ends at `end` has the case asked for, -1 where another, 0 where nothing tells."""
    expected = expected_case(question, language)
    suffix = _SUFFIX.match(article.text, end)
    if expected is None or suffix is None:
        return 0.0
    found = case_of(suffix[1])
    if found is None:
        return 0.0
    return 1.0 if found == expected else -1.0

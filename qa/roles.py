"""Roles: the case in which the text should have the answer, as Turkish question words show it.

"Okulu kim yapıyor?" asks for a subject: the name in "Bolu'nun ilçesinde" is none. Only what an apostrophe sets off is
judged, since the ending of any other word may belong to its stem. Of a change ("48 dakikadan 29 dakikaya düştü") the
first figure is what was before, the second what came after.
"""

import re
from functools import lru_cache

from qa.corpus import Article
from qa.reasoning.figures import figures_at, moves_to
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
_BEFORE = {
    "tr": re.compile(
        r"\b(?:onceden|daha once|eskiden|baslangicta|ilk basta|kactan|ne kadardan|kac (?:\w+ )?\w+[dt][ae]n)\b"
    ),
    "en": re.compile(
        r"\b(?:previously|formerly|used to|originally|initially|beforehand|ago|had \w+ been|been before)\b|"
        r"\bbefore\W*$|\bfrom (?:how (?:much|many)|what)\b"
    ),
}
_AFTER = {
    "tr": re.compile(
        r"\b(?:simdi|artik|bugun|su anda?|halen|kaca|ne kadara|sonradan|daha sonra|\w{3,}[dt][ae]n sonra)\b|"
        r"\bkac (?:\w+ )?\w+[ae] (?:cik|in|dus|yuksel|ulas|var)"
    ),
    "en": re.compile(r"\b(?:now|currently|today|nowadays)\b|\bto (?:how (?:much|many)|what)\b"),
}
_REACHED = {
    "tr": re.compile(r"\b(?:ne kadara|kaca)\b|\bkac (?:\w+ )?\w+[ae] (?:cik|ulas|yuksel|dus|in[dme]|var[dm])"),
    "en": re.compile(r"\bto how (?:much|many)\b|\bhow (?:much|many)\b.*\breach\b"),
}
_SUFFIX = re.compile(rf"[{re.escape(APOSTROPHES)}]([^\W\d_]+)")


@lru_cache(maxsize=64)
def expected_case(question: str, language: str) -> str | None:
    """Return the case in which a question asks for its answer, None where it shows none."""
    folded, patterns = fold(question), _ENGLISH if language == "en" else _TURKISH
    return next((case for case, pattern in patterns if re.search(pattern, folded)), None)


def role_fit(question: str, language: str, article: Article, start: int, end: int) -> float:
    """Return 1 where `article.text[start:end]` has the role asked for, -1 where another, 0 where nothing tells."""
    if _REACHED["en" if language == "en" else "tr"].search(fold(question)):
        return _is_target(article, start, end)
    side = _side_asked(question, language)
    if side:
        return side * _side_of_change(article, start, end)
    expected = expected_case(question, language)
    suffix = _SUFFIX.match(article.text, end)
    if expected is None or suffix is None:
        return 0.0
    found = case_of(suffix[1])
    if found is None:
        return 0.0
    return 1.0 if found == expected else -1.0


def _is_target(article: Article, start: int, end: int) -> float:
    """Return 1 for the figure that something came to ("4 milyara ulaştı"), -1 for another figure, else 0."""
    own = [f for f in figures_at(article, start) if f.start < end and start < f.end]
    if len(own) != 1:
        return 0.0
    return 1.0 if case_of(own[0].quantity.ending) == "dative" else -1.0


def is_reached(article: Article, start: int, end: int) -> bool:
    """Tell whether a span has what something grew or fell to, beside the share by which ("yüzde 8 artıp 4 milyara")."""
    figures = figures_at(article, start)
    within = [f for f in figures if f.start < end and start < f.end]
    reached = any(f.dimension != "percent" and case_of(f.quantity.ending) == "dative" for f in within)
    return reached and any(f.dimension == "percent" for f in figures)


@lru_cache(maxsize=64)
def _side_asked(question: str, language: str) -> int:
    """Return -1 where a question asks for what was before a change, 1 for what came after it, else 0."""
    folded, language = fold(question), "en" if language == "en" else "tr"
    return int(bool(_AFTER[language].search(folded))) - int(bool(_BEFORE[language].search(folded)))


def _side_of_change(article: Article, start: int, end: int) -> float:
    """Return -1 for the figure that another one came from, 1 for the one that it became, else 0."""
    figures = figures_at(article, start)
    own = next((at for at, f in enumerate(figures) if f.start < end and start < f.end), None)
    if own is None or (own + 1 < len(figures) and figures[own + 1].start < end):
        return 0.0
    if own + 1 < len(figures) and moves_to(figures[own], figures[own + 1]):
        return -1.0
    return 1.0 if own and moves_to(figures[own - 1], figures[own]) else 0.0

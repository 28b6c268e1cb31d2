"""Turkish follow-ups about what earlier questions name together: their sum or difference, their number, their names."""

import re
from collections.abc import Sequence

from qa.conversation.followup_parallel import differing, merge
from qa.conversation.turkish_clause import Clause, parse, singular, tidy
from qa.conversation.turkish_topic import topic_of
from qa.text import capitalize, fold, lower
from qa.words.declension import decline, harmony, plural, possessive
from qa.words.turkish_words import known_noun

_BOTH = re.compile(r"\b(?:topla(?:m|mi|mda|minda)|ikisi\w*|fark|farki|aradaki fark|arasindaki fark)\b")
_JOINING = re.compile(
    r"topla\w*|ikisi\w*|fark\w*|aradaki|arasindaki|ne|kac|kadar|nedir|kactir|eder|ediyor|tane|bunlarin|hepsi|arada|var"
)


def join(core: str, earlier: Sequence[str]) -> str | None:
    """Ask what needs the last two questions: their sum, difference or comparison; None for any other question."""
    words = fold(core).strip(" ?").split()
    if words[:1] == ["hangisi"] and 1 < len(words) <= 3:
        return _compare(core.split(maxsplit=1)[1].strip(" ?"), earlier)
    if _BOTH.search(fold(core)) and all(_JOINING.fullmatch(word) for word in words):
        both = merge(earlier[-2], earlier[-1], "ve")
        return _total(both, core) if both else None
    return None


def _compare(degree: str, earlier: Sequence[str]) -> str | None:
    """Ask which of two is more ("2021'de mi daha fazla bilet satıldı, 2022'de mi?")."""
    pieces = differing(earlier[-2], earlier[-1])
    if pieces is None:
        return None
    start, one, two, end = pieces
    rest = re.sub(r"^(?:kaç|ne kadar)\s+", "", end)
    return tidy(f"{start} {one} {_particle(one)} {degree} {rest}, {two} {_particle(two)}")


def _particle(word: str) -> str:
    return f"m{harmony(lower(word))[1]}"


def _total(both: str, core: str) -> str:
    """Ask for the sum of, or the difference between, what two earlier questions ask for."""
    clause = parse(both)
    first, last = clause.asked
    if "fark" in fold(core):
        return tidy(f"{topic_of(clause)} arasındaki fark ne kadar")
    return clause.replaced(first, last, f"toplam {clause.piece(first, last)}") if first < last else both


def which(before: Clause) -> str:
    """Ask which ones the question before counts."""
    first, last = before.asked
    at = before.noun
    if at is None or before.tokens[first].folded != "kac":
        return tidy(f"Hangileri: {before.text}") if first == last else tidy(before.replaced(first, last, "hangileri"))
    noun, case = singular(before.tokens[at])
    new = f"hangi {decline(plural(noun), case)}"
    return before.replaced(first, last, new if first else capitalize(new))


def count(before: Clause) -> str:
    """Ask how many there are of what the question before lists."""
    first, last = before.asked
    at = before.noun
    if at is not None and before.tokens[first].folded == "hangi":
        noun, case = singular(before.tokens[at])
        new = f"kaç {' '.join(t.stem for t in before.tokens[first + 1 : at])} {decline(noun, case)}"
    elif owned := _owned_plural(before):
        owner, new = owned
        return before.replaced(owner + 1, last, f"{new} var")
    else:
        new = "kaç tane"
    return before.replaced(first, last, new if first else capitalize(new)) if first < last else before.text


def _owned_plural(before: Clause) -> tuple[int, str] | None:
    """Return the owner of what a question lists, and the words that count it ("Bankanın şubeleri nerede?")."""
    tokens, (first, last) = before.tokens, before.asked
    if last < len(tokens) or first < 2 or tokens[first - 1].kind != "word":
        return None
    owner = next((i for i, t in enumerate(tokens[: first - 1]) if t.case == "genitive"), None)
    many = re.fullmatch(r"(?P<stem>.{2,})l[ae]r[ıi]", lower(tokens[first - 1].stem))
    if owner is None or many is None:
        return None
    known = known_noun(lower(tokens[first - 1].stem))
    between = before.text[tokens[owner].end : tokens[first - 1].start].strip()
    return owner, f"kaç {between} {possessive(known[0] if known else many['stem'])}"

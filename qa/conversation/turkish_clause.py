"""A Turkish question taken apart for the follow-up rules: its words, its question phrase, its predicate."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from qa.text import capitalize, lower
from qa.words.turkish_words import (
    Token,
    is_adjectival,
    is_finite,
    is_past,
    is_surely_finite,
    known_noun,
    read_words,
)

TIME_NOUN = re.compile(r"(?:yil|tarih|ay|gun|donem|zaman|sezon|sene|yuzyil)\w*")
_POSSESSIVE = re.compile(r"(?:s?[ıiuü]|l[ae]r[ıiuü])(?:n(?:[ıiuü]n?|[ae]|d[ae]n?))?")

# Verbs without an object, and passives in the past.
_OBJECTLESS = re.compile(
    r"(?:sür|başla|bit|art|azal|yüksel|düş|doğ|öl|gecik|kal)"
    r"(?:[dt][ıiuü]|[ıiuü]?yor|[ae]?c[ae]k|m[ıiuü]ş)(?:[dt][ıiuü]|l[ae]r)*"
    r"|.{2,}(?:[ıiuü]l|l[ae]n)[dt][ıiuü]"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A question: its words, the half-open word ranges of its question phrase and of its predicate."""

    text: str
    tokens: list[Token]
    asked: tuple[int, int]
    predicate: int

    def piece(self, first: int, last: int) -> str:
        """Return the text of a half-open range of words."""
        return self.text[self.tokens[first].start : self.tokens[last - 1].end] if first < last else ""

    def replaced(self, first: int, last: int, new: str) -> str:
        """Return the question with a range of words replaced (removed where `new` is empty)."""
        if not 0 <= first < last <= len(self.tokens):
            return self.text
        return tidy(self.text[: self.tokens[first].start] + new + self.text[self.tokens[last - 1].end :])

    @property
    def noun(self) -> int | None:
        """The word that a "kaç …" or "hangi …" asks about."""
        first, last = self.asked
        return last - 1 if last - first > 1 and self.tokens[first].folded in ("kac", "hangi") else None


def parse(text: str, *, within: bool = False) -> Clause:
    """Take a question apart; `within` says that it does not begin a sentence, so that a capital marks a name."""
    tokens = read_words(text, within=within)
    asked = _question_phrase(tokens)
    last = len(tokens) - 1
    while last >= 0 and tokens[last].kind == "particle":
        last -= 1
    ends = len(tokens) > 1 and last >= 0 and is_finite(tokens[last]) and not asked[0] <= last < asked[1]
    return Clause(text, tokens, asked, last if ends else len(tokens))


def _question_phrase(tokens: Sequence[Token]) -> tuple[int, int]:
    """Return the range of the (last) question phrase: the question word with the nouns that belong to it."""
    at = next((i for i in range(len(tokens) - 1, -1, -1) if tokens[i].kind in ("question", "particle")), None)
    if at is None:
        return 0, 0
    word, end = tokens[at].folded, at + 1
    if tokens[at].kind == "particle":
        return at, end
    follower = tokens[end].folded if end < len(tokens) else ""
    if word == "ne":
        return at, end + bool(re.match(r"(?:zaman|kadar|sebep|amac|sekil|tur|gibi|olcude|oranda|siklik)", follower))
    if word.startswith("kac") and at and tokens[at - 1].folded in ("saat", "yuzde"):
        return at - 1, end
    if word == "kac":
        end += end < len(tokens) and not (is_surely_finite(tokens[end]) and end == len(tokens) - 1)
        if tokens[end - 1].folded in ("tane", "adet") and end < len(tokens) - 1 and tokens[end].kind == "word":
            end += 1  # "kaç tane vida"
        return at, end
    if word == "hangi":
        while (
            end < min(len(tokens), at + 5)
            and not (end > at + 1 and tokens[end].kind == "function")
            and not (end == len(tokens) - 1 and is_finite(tokens[end]))
        ):
            end += 1
            if tokens[end - 1].case or tokens[end - 1].folded.endswith(("lar", "ler")):
                break
        return at, max(end, at + 1)
    return at, end


def is_possessed(token: Token) -> bool:
    """Tell whether a word has a possessive ending that needs an owner."""
    if token.kind != "word" or token.suffix:
        return False
    if token.case == "possessed":
        return True
    low = lower(token.stem)
    known = known_noun(low)
    if known:
        return bool(known[1]) and _POSSESSIVE.fullmatch(known[1]) is not None and len(known[1]) > 1
    return (
        token.case is not None
        and re.search(r"s?[ıiuü]n(?:[ıiuü]n?|[ae]|d[ae]n?)$", low) is not None
        and token.case != "genitive"
    )


def lacks_owner(clause: Clause, at: int) -> bool:
    """Tell whether a word is possessed by nothing that the question names ("Mimarı kim?")."""
    token = clause.tokens[at]
    if not is_possessed(token):
        return False
    if token.case == "possessed" and not _is_nominal(clause) and not _takes_no_object(clause, at):
        return False  # "Raporu kim yazdı?": the ending is the accusative
    owner = clause.tokens[at - 1] if at else None
    while owner and owner.kind in ("function", "ordinal") and at > 1:
        at -= 1
        owner = clause.tokens[at - 1]
    return owner is None or not owner.is_content or is_adjectival(owner)


def _takes_no_object(clause: Clause, at: int) -> bool:
    """Tell whether the verb has no object, so that the -i of a word is a possessive ("İnşaatı ne kadar sürdü?")."""
    if (
        at == clause.predicate
        or clause.predicate >= len(clause.tokens)
        or any(t.folded in ("kim", "kimler") for t in clause.tokens)
    ):
        return False
    return _OBJECTLESS.fullmatch(lower(clause.tokens[clause.predicate].stem)) is not None


def _is_nominal(clause: Clause) -> bool:
    """Tell whether a question has no verb, or "var" and "yok" for one."""
    last = clause.tokens[-1].folded
    if last in ("var", "yok") or re.fullmatch(r"ol(?:du|acak|uyor|ur|mus)", last):
        return True
    others = [token for i, token in enumerate(clause.tokens) if not in_question_phrase(clause, i)]
    verbal = any(is_surely_finite(token) or is_past(token) for token in others)
    return clause.predicate >= len(clause.tokens) and not verbal


def superlative_at(clause: Clause) -> int | None:
    """Return the place of the adjective after "en"."""
    return next((i + 1 for i, t in enumerate(clause.tokens[:-1]) if t.folded == "en"), None)


def in_question_phrase(before: Clause, at: int) -> bool:
    """Tell whether a word belongs to the question phrase."""
    return before.asked[0] <= at < before.asked[1]


def singular(token: Token) -> tuple[str, str | None]:
    """Return a common noun in the singular without its case, and the case."""
    low = lower(token.stem)
    known = known_noun(low)
    case = token.case if token.case != "possessed" else None
    if known:
        return known[0], case
    endings = {
        "locative": r"[dt][ae]$",
        "ablative": r"[dt][ae]n$",
        "genitive": r"n?[ıiuü]n$",
        "dative": r"y?[ae]$",
        "accusative": r"y?[ıiuü]$",
    }
    stem = re.sub(endings[case], "", low) if case else low
    return re.sub(r"(?<=.{3})l[ae]r$", "", stem), case


def tidy(text: str) -> str:
    """Return a question with single spaces, a capital and a question mark."""
    text = re.sub(r"\s+([,?.!])", r"\1", " ".join(text.split())).strip(" ,;:?.!")
    return f"{capitalize(text)}?"

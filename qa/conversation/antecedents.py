"""The answer to the question before, where a follow-up takes it up ("Who founded it?", "When was he born?").

A pronoun for the one asked for can be written out ("the one who founded it"), but a name is found far better.
"""

import re

from qa.conversation.turkish_clause import lacks_owner, parse
from qa.expectation import Expected, expected_answer
from qa.text import fold, lower
from qa.words.declension import decline

_PERSONAL = {
    "en": re.compile(r"\b(?:he|she|him|his|her|hers)\b"),
    "tr": re.compile(
        r"\b(?:onun(?:la)?|ona|onu|ondan|kendisi\w*)\b|^\W*(?:peki )?o(?! (?:yil|ay|gun|zaman|kadar|sira)\w*)\b"
    ),
}
_LOCAL = {
    "en": re.compile(r"\bthere\b(?<!are there)(?<!is there)(?<!was there)(?<!were there)"),
    "tr": re.compile(r"\bora(?:da(?:ki\w*)?|ya|dan|nin)\b"),
}


_LIVES = re.compile(r"\b(?:doğ(?:du|muş)|öl(?:dü|müş)|evlen\w+|vefat|emekli|mezun)\b")  # what only people do


def takes_up_answer(question: str, language: str, before: str, spoken: str) -> bool:
    """Tell whether a follow-up speaks of the person or the place that the question before asks for.

    `language` is that of the follow-up, `spoken` that of the question before.
    """
    expected, folded = expected_answer(before, spoken), fold(question)
    if expected is Expected.PLACE:
        return _LOCAL[language].search(folded) is not None
    if expected is not Expected.PERSON:
        return False
    if _PERSONAL[language].search(folded):
        return True
    return language == "tr" and (_has_own(question) or _LIVES.search(lower(question)) is not None)


def naming(name: str, language: str, *, place: bool) -> str:
    """Return a question whose only topic is a name, for a follow-up to take up."""
    if language == "en":
        return f"{'Where' if place else 'Who'} is {name}?"
    return f"{decline(name, 'locative')} ne var?" if place else f"{name} kim?"


def asks_place(question: str, language: str) -> bool:
    """Tell whether a question asks for a place."""
    return expected_answer(question, language) is Expected.PLACE


def _has_own(question: str) -> bool:
    """Tell whether a Turkish question begins with what somebody has who is not named ("Kız kardeşi nerede?")."""
    clause = parse(question)
    first = next((i for i, token in enumerate(clause.tokens) if token.is_content), None)
    return first is not None and any(lacks_owner(clause, i) for i in range(first, min(first + 2, len(clause.tokens))))

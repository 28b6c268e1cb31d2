"""What a span cannot be an answer to, however sure the reader is of it.

A span that only gives back the question's words answers nothing; one that the text says of another thing, another place
or another turn answers another question.
"""

import re
from collections.abc import Sequence

from qa.candidates import Candidate
from qa.expectation import Expected, asks_how_many, expected_answer
from qa.quantities import Kind, find_quantities
from qa.reasoning.assertions import superlative_of
from qa.reasoning.figures import Figure, figures_at
from qa.roles import expected_case
from qa.sentences import sentence_at
from qa.text import APOSTROPHES, fold
from qa.words.inflection import case_of
from qa.words.terms import Mentions, Term, find_terms, mentions_in

# Words that say that there is something without saying what.
_VAGUE = frozenset(
    "bazi bazilari bir biri bolumu bolum bolumunu kismi kisim kismini kimi cesitli pek cok bircok diger baska ve ile "
    "yerli yabanci farkli birkac sayida".split()
)
_NAMED = (Expected.PERSON, Expected.PLACE, Expected.ORGANISATION)
_OTHER_WAY = {"dative": "ablative", "ablative": "dative"}
_SUFFIX = re.compile(rf"[{re.escape(APOSTROPHES)}]([^\W\d_]+)")
_TURNS = (("ilk", "birinci"), ("ikinci",), ("ucuncu",), ("dorduncu",), ("besinci",))
_SUPERLATIVE = re.compile(r"\ben [^\W\d_]+")
_LOWER = re.compile(r"\ben [^\W\d_]+ (?:ikinci|ucuncu|dorduncu|besinci|altinci|[2-9]\W?(?:inci|nci|uncu|ncu|\.))")
_OF_PLACE = re.compile(r"l[iu](?:l[ae]r)?$")  # "Norveçli" is of a place and not in it
_LOCATIVE = re.compile(r"n?[dt][ae](?:ki)?")
_NEXT = 2  # characters between an ordinal and its noun


def cannot_answer(question: str, language: str, best: Candidate) -> bool:
    """Tell whether a span is no answer to a question: it adds nothing, or is said of something else."""
    terms = find_terms(question, language)
    wanted = expected_answer(question, language)
    if _adds_nothing(terms, best) or (wanted in _NAMED and _is_amount(best.text)):
        return True
    if _goes_the_other_way(question, language, best) or _is_of_another_turn(question, language, terms, best):
        return True
    if wanted is not Expected.ORDINAL and _is_ranked_lower(question, language, best):
        return True
    figure = _figure_of(best)
    if figure is None or not asks_how_many(question, language):
        return False
    return _is_of_another(terms, figure) or _is_elsewhere(question, language, terms, figure)


def _is_amount(text: str) -> bool:
    """Tell whether a span is a quantity and nothing else ("8 kilometre"), which is nobody and nowhere."""
    found = find_quantities(text)
    return len(found) == 1 and found[0].end - found[0].start + len(found[0].ending) >= len(text.strip()) - 1


def _adds_nothing(terms: Sequence[Term], best: Candidate) -> bool:
    spoken = Mentions(best.text)
    if not spoken.words or any(char.isdigit() for char in best.text):
        return False
    given = {at for term in terms for at in spoken.find(term)}
    rest = [w for w in spoken.words if not any(start <= w.start < end for start, end in given)]
    return all(fold(word.text) in _VAGUE for word in rest) and (bool(rest) or not best.text[0].isupper())


def _goes_the_other_way(question: str, language: str, best: Candidate) -> bool:
    """Tell whether the question asks where to and the text says where from, or the other way round."""
    asked, suffix = expected_case(question, language), _SUFFIX.match(best.article.text, best.end)
    return asked in _OTHER_WAY and suffix is not None and case_of(suffix[1]) == _OTHER_WAY[asked]


def _is_of_another_turn(question: str, language: str, terms: Sequence[Term], best: Candidate) -> bool:
    """Tell whether the question asks of the second phase what the text says of the first."""
    sentence = sentence_at(best.article.text, best.start)
    if sentence is None:
        return False
    said = mentions_in(best.article.text, sentence.start, sentence.end)
    for ordinal in find_quantities(question, language):
        turn = next((at for at in range(len(_TURNS)) if ordinal.value == at + 1), None)
        noun = next((term for term in terms if 0 <= term.start - ordinal.end <= _NEXT), None)
        if ordinal.kind is Kind.ORDINAL and turn is not None and noun is not None:
            told = _of_turn(said, noun)
            return bool(told) and turn not in told
    return False


def _of_turn(said: Mentions, noun: Term) -> set[int]:
    """Return the turns ("ilk", "ikinci") of which a sentence has a noun."""
    found = set()
    for word, following in zip(said.folded, said.words[1:], strict=False):
        named = [at for at, names in enumerate(_TURNS) if word in names]
        if named and Mentions(following.text).holds(noun):
            found.update(named)
    return found


def _is_ranked_lower(question: str, language: str, best: Candidate) -> bool:
    """Tell whether the question asks for the largest and the text tells of the second largest."""
    if superlative_of(fold(question), language) is None:
        return False
    if any(quantity.kind is Kind.ORDINAL for quantity in find_quantities(question, language)):
        return False
    sentence = sentence_at(best.article.text, best.start)
    if sentence is None:
        return False
    said = fold(best.article.text[sentence.start : sentence.end])
    return bool(_LOWER.search(said)) and len(_SUPERLATIVE.findall(said)) == 1


def _figure_of(best: Candidate) -> Figure | None:
    figures = [f for f in figures_at(best.article, best.start) if f.start < best.end and best.start < f.end]
    return figures[0] if len(figures) == 1 else None


def _is_of_another(terms: Sequence[Term], figure: Figure) -> bool:
    """Tell whether a name of the question stands behind a semicolon, where the sentence speaks of another thing."""
    text, (start, end) = figure.article.text, figure.sentence
    stop = text.find(";", figure.end, end)
    if stop < 0:
        return False
    before, behind = mentions_in(text, start, stop), mentions_in(text, stop, end)
    return any(behind.holds(term) and not before.holds(term) for term in terms if term.name and term.known)


def _is_elsewhere(question: str, language: str, terms: Sequence[Term], figure: Figure) -> bool:
    """Tell whether the question asks of one place and the clause of a figure speaks of another alone."""
    text = figure.article.text
    asked = [term for term in terms if term.name and _is_place(question, language, term)]
    said = mentions_in(text, *figure.sentence)
    if len(asked) != 1 or any(not _OF_PLACE.search(fold(text[a:b])) for a, b in said.find(asked[0])):
        return False
    clause = mentions_in(text, *figure.clause).words
    return any(word.text[0].isupper() and word.suffix and _LOCATIVE.fullmatch(fold(word.suffix)) for word in clause)


def _is_place(question: str, language: str, term: Term) -> bool:
    if language == "en":
        return question[: term.start].lower().endswith((" in ", " at "))
    suffix = _SUFFIX.match(question, term.end)
    return suffix is not None and bool(_LOCATIVE.fullmatch(fold(suffix[1])))

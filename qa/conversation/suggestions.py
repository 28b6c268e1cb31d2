"""Good next questions, made from the facts of the sentences near a cited one.

Turkish asks in place: with a question word where its figure stood, a statement is a question ("… 12 bin 480 öğrenci
okuyor" → "… kaç öğrenci okuyor?"). So only single clauses that understand themselves alone are used, and nothing is put
into other words. English questions come from an aligned translation, or from a template where all parts of it can be
rendered. Where a sentence gives no safe question, none is made.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from qa.conversation.suggestions_en import questions_from_translation, template_questions
from qa.corpus import Article
from qa.quantities import Date, Kind, Quantity, find_quantities
from qa.text import capitalize, fold, folded_words, lower, stem
from qa.translation import Translation
from qa.words.inflection import case_of
from qa.words.lexicon import turkish_nouns
from qa.words.turkish_words import Token, is_finite, is_surely_finite, read_words

_LONGEST = 140  # characters
_ALIKE = 0.6  # share of common words from which two questions are the same
_OPENING = re.compile(
    r"(?:halihazırda|hâlihazırda|ayrıca|öte yandan|bunun yanı sıra|hâlen|halen|şu anda|nitekim|yine)\b[\s,]*"
)
_REFERS = re.compile(
    r"^(?:onu|onun|onlar\w*|orada|burada|böylece|böylelikle|ardından|sonra|ancak|ama|fakat|diğer\w*|bazı\w*|aynı"
    r"|ilki)\b"
    r"|\b(?:o|bu|bunun|buna|bunu|bunlar\w*|bunda|bundan|şu|söz konusu|adı geçen|burada|orada|onlar\w*"
    r"|onun)\b(?! yana| yıl)"
    r"|\bo yıl\b|\bise\b|\w+ken\b"
)
_REPORTED = re.compile(
    r"(?:belirt|bildir|açıkla|vurgula|hatırlat|söyle|kayded|duyur|aktar|getir|ifade ed|öne sür|iddia ed"
    r"|dikkat çek|anlat)\w*$"
)
_NAME = r"[A-ZÇĞİÖŞÜÂ][\w-]+"
_OWNER = re.compile(rf"{_NAME}['’]n?[ıiuü]n\b")
_THERE_IS = re.compile(r"(?:bulunuyor|bulunmaktadır|var|vardır|faaliyet gösteriyor|yer alıyor)\.?$")
_LISTED = re.compile(
    rf"\b{_NAME}(?:, {_NAME})* ve {_NAME}['’][dt][ae] (?P<things>(?:[a-zçğıöşü]+ )?[a-zçğıöşü]+l[ae]r[ıi])"
    r"(?=,| ile | faaliyet| bulun| var| yer)"
)
_ALSO = re.compile(r"^(\S+) d[ae] ")
_WORN = re.compile(r"\(.*?\)|[\"“”«»:]")
_BOUNDARY = re.compile(r"\s*(?:[,;]|\bve\b|\bancak\b|\bfakat\b|\bama\b)")
_COMMA = re.compile(r",\s+(?=(?:kaç|ne zaman|hangi yıl|yüzde kaç))")
_SINCE = re.compile(r"\s*(?:beri|bu yana|itibaren)")
_YEAR_WORD = re.compile(r"\s+yıl(?:ında|da)\b")
_DATE_WORD = re.compile(r"\s+(?:tarihinde|günü|tarihlerinde)\b")
_RANKED = re.compile(r"\ben [\w]+\s+$|\b(?:dünyanın|ülkenin|sırada)\b")


def suggest(
    article: Article,
    sentences_near: Sequence[tuple[int, int]],
    language: str,
    asked: Sequence[str],
    limit: int = 3,
    *,
    check: Callable[[str], bool] | None = None,
    translation: Translation | None = None,
) -> list[str]:
    """Return up to `limit` questions in a language about facts of sentences given by their offsets, the nearest first.

    No question is like one in `asked` or another one returned. `check` tells whether the system answers a question with
    good confidence; what it rejects is left out. One question a sentence is taken before any sentence gives a second.
    """
    made = [list(_questions(article, start, end, language, translation)) for start, end in sentences_near]
    rounds = (
        questions[turn] for turn in range(max(map(len, made), default=0)) for questions in made if turn < len(questions)
    )
    chosen: list[str] = []
    for question in rounds:
        if len(chosen) == limit:
            break
        if any(_alike(question, other) for other in (*asked, *chosen)) or (check and not check(question)):
            continue
        chosen.append(question)
    return chosen


def _questions(article: Article, start: int, end: int, language: str, translation: Translation | None) -> Iterator[str]:
    sentence = article.text[start:end]
    if language != "en":
        yield from turkish_questions(sentence)
    elif translation:
        yield from questions_from_translation(translation.sentence(start, end) or "")
    else:
        yield from template_questions(sentence)


def _alike(one: str, other: str) -> bool:
    first, second = ({stem(word) for word in folded_words(text)} for text in (one, other))
    return len(first & second) >= _ALIKE * min(len(first), len(second))


def turkish_questions(sentence: str) -> list[str]:
    """Return the questions that a Turkish sentence answers, each with a question word in the place of one quantity."""
    text = " ".join(sentence.split())
    found = _asked_places(text)
    clause = _first_clause(text)
    if clause is None:
        return found
    for quantity in _to_ask(find_quantities(clause, "tr")):
        asked = _asked(clause, quantity)
        if asked and len(asked) <= _LONGEST and _stands_alone(clause, quantity):
            found.append(f"{capitalize(_COMMA.sub(' ', asked).strip(' .,;'))}?")
    return found


def _asked_places(sentence: str) -> list[str]:
    """Ask where in "X'in A, B ve C'de … -ları bulunuyor"."""
    opening = _OPENING.match(lower(sentence))
    text = sentence[opening.end() :] if opening else sentence
    owner = _OWNER.match(text)
    if owner is None or not _THERE_IS.search(text):
        return []
    return [f"{owner[0]} nerelerde {match['things']} var?" for match in _LISTED.finditer(text)]


def _to_ask(quantities: Sequence[Quantity]) -> list[Quantity]:
    """Return the quantities to ask for: the last one that is no date, then percentages and dates.

    Of a kind that stands twice ("12 helikopter ve 6 uçak", "2022'de …, 2023'te …") none is taken: one question word
    would not say which is meant.
    """
    kinds = [_sort(quantity) for quantity in quantities]
    single = [quantity for quantity, kind in zip(quantities, kinds, strict=True) if kinds.count(kind) == 1]
    figures = [quantity for quantity in single if not isinstance(quantity.value, Date)]
    others = [q for q in single if q not in figures[-1:] and q.kind in (Kind.PERCENT, Kind.DATE, Kind.YEAR)]
    return [*figures[-1:], *others]


def _sort(quantity: Quantity) -> str:
    if isinstance(quantity.value, Date):
        return "date"
    written = any(char.isdigit() for char in quantity.text)
    return f"{'count' if quantity.kind in (Kind.COUNT, Kind.NUMBER, Kind.DURATION) else quantity.kind} {written}"


def _first_clause(sentence: str) -> str | None:
    """Return the first main clause of a sentence; None where it leans on the one before, or cannot be cut safely."""
    opening = _OPENING.match(lower(sentence))
    text = _ALSO.sub(r"\1 ", sentence[opening.end() :] if opening else sentence)
    if _REFERS.search(lower(text)) or _WORN.search(text) or re.search(r"[!?;]", text):
        return None
    tokens = read_words(text)
    for token in tokens[2:]:
        if _is_predicate(token) and (token is tokens[-1] or _BOUNDARY.match(text, token.end)):
            low = lower(token.stem)
            unsure = token is not tokens[-1] and re.search(r"m[ıiuü]ş$", low)
            return None if unsure or _REPORTED.search(low) else text[: token.end]
    return None


def _is_predicate(token: Token) -> bool:
    if lower(token.stem) in turkish_nouns():
        return False
    return is_surely_finite(token) or (
        is_finite(token) and re.search(r"[dt][ıiuü](?:l[ae]r|r)?$", lower(token.stem)) is not None
    )


def _stands_alone(clause: str, quantity: Quantity) -> bool:
    """Tell whether the clause says what it is about without the quantity: a name, or several words."""
    rest = read_words(f"{clause[: quantity.start]} {clause[quantity.end :]}")
    content = [token for token in rest if token.is_content]
    return len(content) >= 4 or (len(content) >= 3 and any(token.kind == "name" for token in content))


def _asked(clause: str, quantity: Quantity) -> str | None:
    """Return the clause with a question word for a quantity; None where that would not read well."""
    before, after = clause[: quantity.start], clause[quantity.end :]
    if not any(char.isdigit() for char in quantity.text):
        ranked = quantity.kind is Kind.ORDINAL and _RANKED.search(lower(before)) and quantity.text != "ilk"
        return f"{before}kaçıncı{after}" if ranked else None
    if after[:1] in (",", ";", "-", "–", "/") or before[-1:] in ("-", "–", "/", "("):
        return None
    return (
        _asked_date(before, quantity, after)
        if isinstance(quantity.value, Date)
        else _asked_figure(before, quantity, after)
    )


def _asked_date(before: str, quantity: Quantity, after: str) -> str | None:
    ending = re.match(r"['’]\w+", after)
    rest = after[ending.end() :] if ending else after
    if quantity.qualifier == "since":
        return f"{before}hangi yıldan bu yana{rest}" if quantity.kind is Kind.YEAR else None
    if quantity.qualifier or _SINCE.match(rest):
        return None
    located = ending is not None and fold(ending[0])[1:] in ("de", "da", "te", "ta")
    if quantity.kind is Kind.YEAR:
        word = _YEAR_WORD.match(after)
        if word:
            return f"{before}hangi yılda{after[word.end() :]}"
        return f"{before}hangi yılda{rest}" if located else None
    word = _DATE_WORD.match(after)
    if word:
        return f"{before}ne zaman{after[word.end() :]}"
    return f"{before}ne zaman{rest}" if located else None


def _asked_figure(before: str, quantity: Quantity, after: str) -> str | None:
    if quantity.kind is Kind.PERCENT:
        return f"{before}yüzde kaç{after}" if not quantity.ending and quantity.text.startswith("yüzde") else None
    if quantity.kind is Kind.ORDINAL:
        return f"{before}kaçıncı{after}"
    follows = quantity.qualifier in ("more_than", "less_than", "nearly", "up_to")
    if case_of(quantity.ending) == "locative" and quantity.kind is not Kind.MONEY:
        return None
    if quantity.kind is Kind.COUNT and not re.match(r"['’]", after):
        unit = lower(quantity.text[quantity.figure[1] - quantity.start :]).split()
        plain = "" if follows or not unit else f" {unit[-1]}"
        return f"{before}kaç{plain}{after}" if after.strip() or plain else None
    if quantity.kind in (Kind.MONEY, Kind.DURATION) and not follows and not quantity.parts:
        return f"{before}kaç {quantity.text[quantity.figure[1] - quantity.start :].strip()}{after}"
    return None

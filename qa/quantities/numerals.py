"""Numbers as they are written: figures, figures with scale words, and number words, Turkish and English.

`tokens` cuts a text, `read_number` reads the number that starts at a token: "12 bin 480", "7 milyar 200 milyon",
"1 buçuk milyon", "on üç bin dokuz yüz yetmiş bir", "5.4bn", "thirteen thousand nine hundred and seventy-one".
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from qa.quantities.units import current_currencies
from qa.text import APOSTROPHES, fold, lower
from qa.words.inflection import VOWELS, is_inflection, known_stem

_TOKEN = re.compile(
    r"(?P<figure>[0-9]+(?:[.,:/\u00a0\u202f][0-9]+)*)|(?P<word>(?:[^\W\d_]|[\u0300-\u036f])+[²³]?)|(?P<mark>[^\w\s]|_|[^\s])"
    r"|(?P<space>\s+)"
)
_SUFFIX = re.compile(rf"[{re.escape(APOSTROPHES)}]([^\W\d_]+)")
_THOUSANDS = re.compile(r"[0-9]{1,3}(?:([.,\u00a0\u202f])[0-9]{3})(?:\1[0-9]{3})*")


def number_words(language: str) -> list[str]:
    """Return every word that a number can start with."""
    tables = (_TR_WORDS, TR_ORDINALS) if language == "tr" else (EN_ONES, EN_TENS, EN_ORDINALS)
    return [word for table in tables for word in table]


@dataclass(frozen=True, slots=True)
class Token:
    """A figure, word or mark, `text[start:end]`; `suffix` holds the letters after an apostrophe, up to `full_end`."""

    start: int
    end: int
    full_end: int
    text: str
    low: str
    suffix: str
    kind: str


@dataclass(frozen=True, slots=True)
class Number:
    """A number that was read: the offsets of its stem, its value, the ending after it, and the token after it."""

    start: int
    end: int
    value: Decimal
    ending: str
    next: int
    in_words: bool
    bare_figure: str | None
    ordinal: bool = False


TR_ONES = {"sıfır": 0, "bir": 1, "iki": 2, "üç": 3, "dört": 4, "beş": 5, "altı": 6, "yedi": 7, "sekiz": 8, "dokuz": 9}
TR_TENS = {"on": 10, "yirmi": 20, "otuz": 30, "kırk": 40, "elli": 50, "altmış": 60, "yetmiş": 70, "seksen": 80,
           "doksan": 90}  # fmt: skip
TR_SCALES = {"bin": 3, "milyon": 6, "mn": 6, "milyar": 9, "mlr": 9, "trilyon": 12, "katrilyon": 15, "kentilyon": 18}
EN_ONES = {"zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
           "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
           "seventeen": 17, "eighteen": 18, "nineteen": 19}  # fmt: skip
EN_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
EN_SCALES = {"thousand": 3, "million": 6, "m": 6, "mn": 6, "billion": 9, "bn": 9, "trillion": 12, "tn": 12,
             "quadrillion": 15, "quintillion": 18, "k": 3}  # fmt: skip
TR_ORDINALS = {"birinci": 1, "ikinci": 2, "üçüncü": 3, "dördüncü": 4, "beşinci": 5, "altıncı": 6, "yedinci": 7,
               "sekizinci": 8, "dokuzuncu": 9, "onuncu": 10, "yirminci": 20, "otuzuncu": 30, "kırkıncı": 40,
               "ellinci": 50, "altmışıncı": 60, "yetmişinci": 70, "sekseninci": 80, "doksanıncı": 90,
               "yüzüncü": 100, "bininci": 1000, "milyonuncu": 10**6}  # fmt: skip
EN_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
               "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14,
               "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19,
               "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70,
               "eightieth": 80, "ninetieth": 90, "hundredth": 100, "thousandth": 1000, "millionth": 10**6,
               "billionth": 10**9,
               "trillionth": 10**12, "quadrillionth": 10**15}  # fmt: skip
_TR_WORDS = {**TR_ONES, **TR_TENS, "yüz": 100, **TR_SCALES, "buçuk": 0, "dörd": 4}
# Words that are also pronouns, nouns or verbs once they are inflected ("ona", "yüzü", "binin", "altında", "biri").
_AMBIGUOUS = frozenset({"on", "yüz", "bin", "bir", "altı", "yedi", "elli", "kırk", "üç"})
_NO_NUMBER = re.compile(r"l[ae]r|l[ıiuü](?!k|ğ)")
_EACH = re.compile(r"[şs]?[ae]r")  # the ending of a distributive: "ikişer", "200'er", "80 biner"
_EACH_OR_VERB = frozenset({"biner", "onar", "yuzer", "birer"})
_ORDINAL_ENDING = re.compile(r"(?:[ıiuü]?nc[ıiuü])(.*)")


_JOINED_PIECE = "|".join(
    sorted({*TR_ONES, *TR_TENS, "yüz", "bin", "milyon", "milyar", "trilyon"}, key=len, reverse=True)
)
_JOINED = [
    re.compile(rf"(?P<head>(?:{_JOINED_PIECE})+)(?P<last>{last})(?P<ending>[^\W\d_]*)")
    for last in ("|".join(TR_ORDINALS), _JOINED_PIECE)
]
_PIECE = re.compile(_JOINED_PIECE)


def _split_joined(token: Token) -> list[Token]:
    """Cut number words that are written as one ("onüçbin" → "on", "üç", "bin"); the last keeps its ending."""
    if token.kind != "word" or not 4 <= len(token.low) <= 200:
        return [token]
    matches = (pattern.fullmatch(token.low) for pattern in _JOINED)
    match = next((found for found in matches if found and is_inflection(found["last"], found["ending"])), None)
    if match is None:
        return [token]
    pieces, position, last = [], 0, match.start("last")
    while position < last:
        piece = _PIECE.match(token.low, position, last)
        if piece is None:
            return [token]
        end = token.start + piece.end()
        pieces.append(Token(token.start + position, end, end, piece[0], piece[0], "", "word"))
        position = piece.end()
    tail = token.low[last:]
    return [
        *pieces,
        Token(token.start + last, token.end, token.full_end, token.text[last:], tail, token.suffix, "word"),
    ]


def tokens(text: str) -> list[Token]:
    """Return the figures, words and marks of `text` in order."""
    found, position = [], 0
    while match := _TOKEN.match(text, position):
        position = match.end()
        kind = str(match.lastgroup)
        if kind == "space":
            continue
        suffix = _SUFFIX.match(text, position) if kind != "mark" else None
        if suffix:
            position = suffix.end()
        piece = match.group()
        found.append(
            Token(match.start(), match.end(), position, piece, lower(piece), lower(suffix[1]) if suffix else "", kind)
        )
    return found


def figure_value(figure: str, language: str) -> Decimal | None:
    """Read figures in the notation of a language: "18.400" is 18400 in Turkish and 18.4 in English; None for dates."""
    if figure.isdigit():
        return Decimal(figure)
    if ":" in figure or "/" in figure:
        return None
    decimal_mark, group_mark = (",", ".") if language == "tr" else (".", ",")
    head, _, tail = figure.rpartition(decimal_mark)
    if head and decimal_mark not in head:
        if head.isdigit() or (_THOUSANDS.fullmatch(head) and not head.startswith("0")):
            return Decimal(re.sub(r"\D", "", head) + "." + tail) if tail.isdigit() else None
        return None
    match = _THOUSANDS.fullmatch(figure)
    if match and match[1] != decimal_mark and not figure.startswith("0"):
        return Decimal(re.sub(r"\D", "", figure))
    if figure.count(group_mark) == 1 and group_mark in figure:
        return Decimal(figure.replace(group_mark, "."))
    return None


class NumberReader:
    """Reads numbers out of the tokens of one text."""

    def __init__(self, text: str, language: str) -> None:
        self.text, self.language, self.tokens = text, language, tokens(text)
        if language == "tr":
            self.tokens = [piece for token in self.tokens for piece in _split_joined(token)]
        self.plain = text.isascii()
        self._ordinals = TR_ORDINALS
        self._words: dict[str, int] = _TR_WORDS
        if self.plain and language == "tr":
            self._ordinals = {fold(word): value for word, value in TR_ORDINALS.items()}
            self._words = {fold(word): value for word, value in _TR_WORDS.items()}
        self._ambiguous = _AMBIGUOUS | {fold(word) for word in _AMBIGUOUS}

    def read(self, at: int) -> Number | None:
        """Return the number that starts at token `at`, or None."""
        return self._turkish(at) if self.language == "tr" else self._english(at)

    # --- figures ---

    def _figure(self, at: int) -> Decimal | None:
        token = self.tokens[at]
        if token.kind != "figure" or len(token.text) > 40:
            return None
        before = self.text[max(0, token.start - 2) : token.start]
        code = self.text[max(0, token.start - 3) : token.start]
        if code in current_currencies() and not self.text[max(0, token.start - 4) : token.start - 3].isalpha():
            return figure_value(token.text, self.language)
        if before[-1:].isalpha() or (before[-1:] in "-_/" and before[:1].isalpha()) or before[-1:] == "_":
            return None
        return figure_value(token.text, self.language)

    def _glued(self, at: int) -> bool:
        """Tell whether token `at` touches the one before it."""
        return at > 0 and self.tokens[at - 1].full_end == self.tokens[at].start

    # --- Turkish ---

    def _word(self, at: int) -> tuple[str, str] | None:
        """Read token `at` as a Turkish number word: its stem without diacritics being asked for, and its ending."""
        token = self.tokens[at]
        if token.kind != "word":
            return None
        if token.suffix:
            return (token.low, token.suffix) if token.low in self._words else None
        if token.low in self._words:
            return token.low, ""
        if each := self._each(token.low):
            return each, ""
        found = known_stem(token.low, self._words, plain=self.plain)
        if found and found[0] == "bin" and found[1].startswith("a"):  # "40 bina" (buildings): "40 bine" is the dative
            return None
        # ikili (bilateral), yüzlerce (hundreds), binler (thousands) state no number.
        return None if found and _NO_NUMBER.match(found[1]) else found

    def _each(self, word: str) -> str | None:
        """Return the number word that a distributive is made of ("dörder" of "dört", "altışar" of "altı")."""
        if not _EACH.fullmatch(word[-2:]):
            return None
        stems = word[:-2], word[:-3]
        return next((s for s in stems if s in self._words and (s[-1] in VOWELS) == (s == stems[1])), None)

    def _turkish(self, at: int) -> Number | None:  # noqa: C901 - one grammar, read top to bottom
        total, group, last_scale, position = Decimal(0), None, 99, at
        in_words, end, ending, figure, step = False, self.tokens[at].end, "", None, 1000
        while position < len(self.tokens) and not ending:
            token = self.tokens[position]
            if token.kind == "figure":
                value = self._figure(position)
                if value is None or group is not None or (last_scale < 99 and value >= 1000):
                    break
                group, ending, end, step = value, "" if _EACH.fullmatch(token.suffix) else token.suffix, token.end, 1
                figure = token.text if position == at else None
                position += 1
                continue
            read = self._word(position)
            if read is None:
                break
            word, ending_here = read
            first = position == at
            if first and ((word in self._ambiguous and ending_here) or fold(token.low) in _EACH_OR_VERB):
                break
            if fold(word) in ("bucuk", "yarim", "ceyrek"):
                if group is None or fold(word) != "bucuk":
                    break
                group += Decimal("0.5")
            elif fold(word) in TR_SCALES:
                scale = TR_SCALES[fold(word)]
                if scale >= last_scale or (group is None and scale > 3):
                    break
                total += (Decimal(1) if group is None else group) * 10**scale
                group, last_scale = None, scale
            else:
                value, folded = Decimal(self._words[word]), fold(word)
                if figure is not None or (group is not None and step == 1 and folded != "yuz"):
                    break
                if folded == "yuz":
                    if group is not None and not 2 <= group <= 9:
                        break
                    group, step = (group or Decimal(1)) * 100, 100
                else:
                    size = 10 if value >= 10 else 1
                    if group is not None and size >= step:
                        break
                    group, step = (group or Decimal(0)) + value, size
                in_words = True
            if position == at:
                in_words = True
            ending, end, figure = (
                ending_here,
                self.tokens[position].end - (0 if token.suffix else len(ending_here)),
                None,
            )
            if group is None:
                step = 1000
            position += 1
        if position == at:
            return self._turkish_ordinal(at, None)
        value = total + (group or Decimal(0))
        number = Number(self.tokens[at].start, end, value, ending, position, in_words, figure)
        return self._with_ordinal(number)

    def _with_ordinal(self, number: Number) -> Number:
        """Turn a number into an ordinal: by its ending ("4'üncü") or by the word after it ("on" + "üçüncü")."""
        last = self.tokens[number.next - 1]
        match = _ORDINAL_ENDING.fullmatch(number.ending) if number.ending else None
        if match and last.suffix:
            end = last.full_end - len(match[1])
            return Number(number.start, end, number.value, match[1], number.next, number.in_words, None, True)
        if not number.ending and number.in_words:
            return self._turkish_ordinal(number.next, number) or number
        return number

    def _turkish_ordinal(self, at: int, before: Number | None) -> Number | None:
        if at >= len(self.tokens) or self.tokens[at].kind != "word":
            return None
        found = known_stem(self.tokens[at].low, self._ordinals, plain=self.plain, shortest=5)
        if found is None:
            return None
        token, value = self.tokens[at], Decimal(self._ordinals[found[0]])
        ending = found[1] or token.suffix
        start = token.start
        if before:
            if before.value % 10 == 0 and value < 10 and before.value > 0:
                value += before.value
            elif value in (100, 1000, 10**6):
                group = before.value % 1000
                value = before.value - group + (group or 1) * value
            elif before.value % 100 == 0 and value < 100:
                value += before.value
            else:
                return None
            start = before.start
        return Number(start, token.end - len(found[1]), value, ending, at + 1, True, None, True)

    # --- English ---

    def _english(self, at: int) -> Number | None:  # noqa: C901 - one grammar, read top to bottom
        total, group, last_scale, position = Decimal(0), None, 99, at
        in_words, end, figure, step = False, self.tokens[at].end, None, 1000
        while position < len(self.tokens):
            token = self.tokens[position]
            word = fold(token.text)
            if token.kind == "figure":
                value = self._figure(position)
                if value is None or group is not None or last_scale < 99:
                    break
                group, end, step, figure = value, token.end, 1, token.text if position == at else None
            elif token.kind == "mark":
                if token.text != "-" or not in_words or not self._joins(position):
                    break
                position += 1
                continue
            elif word == "and":
                if not in_words or step > 1000 or not self._continues(position, group, last_scale):
                    break
                position += 1
                continue
            elif word in EN_SCALES:
                scale = EN_SCALES[word]
                if group is None or scale >= last_scale or (len(word) < 3 and figure is None):
                    break
                if word in ("m", "k") and not self._glued(position):
                    break
                total, group, last_scale, step = total + group * 10**scale, None, scale, 1000
                end, figure = token.end, None
            elif word == "hundred":
                if group is None or group >= 100 or group != int(group):
                    break
                group, step, end, figure, in_words = group * 100, 100, token.end, None, True
            elif word in EN_ONES or word in EN_TENS:
                value = Decimal(EN_ONES.get(word, EN_TENS.get(word, 0)))
                size = 10 if value >= 10 else 1
                if figure is not None or (group is not None and (size >= step or step == 1)):
                    break
                size = 10 if word in EN_TENS else 1
                group, step, end, in_words = (group or Decimal(0)) + value, size, token.end, True
            elif word in EN_ORDINALS:
                number = self._english_ordinal(at, position, total, group, step)
                if number:
                    return number
                break
            else:
                break
            position += 1
            if token.suffix:
                break
        if position > at and (self.tokens[position - 1].text == "-" or fold(self.tokens[position - 1].text) == "and"):
            position -= 1
        if position == at:
            return None
        number = Number(self.tokens[at].start, end, total + (group or Decimal(0)), "", position, in_words, figure)
        following = self.tokens[position] if position < len(self.tokens) else None
        if following and fold(following.text) in ("st", "nd", "rd", "th") and self._glued(position):
            return Number(number.start, following.end, number.value, "", position + 1, False, None, True)
        return number

    def _joins(self, at: int) -> bool:
        """Tell whether the hyphen at token `at` joins two number words."""
        if at + 1 >= len(self.tokens) or not self._glued(at) or not self._glued(at + 1):
            return False
        return any(fold(self.tokens[at + 1].text) in words for words in (EN_ONES, EN_ORDINALS, EN_SCALES, {"hundred"}))

    def _continues(self, at: int, group: Decimal | None, last_scale: int) -> bool:
        """Tell whether "and" at token `at` goes on with the number: after hundred or a scale, before a small number."""
        following = fold(self.tokens[at + 1].text) if at + 1 < len(self.tokens) else ""
        small = following in EN_ONES or following in EN_TENS or EN_ORDINALS.get(following, 100) < 100
        return small and ((group is not None and group >= 100) or (group is None and last_scale < 99))

    def _english_ordinal(
        self, at: int, position: int, total: Decimal, group: Decimal | None, step: int
    ) -> Number | None:
        """Finish a number with the ordinal word at token `position`."""
        token = self.tokens[position]
        value = Decimal(EN_ORDINALS[fold(token.text)])
        if value >= 100:
            group = value if group is None else group * value
        elif group is not None and (10 if value >= 10 else 1) >= step:
            return None
        else:
            group = (group or Decimal(0)) + value
        return Number(self.tokens[at].start, token.end, total + group, "", position + 1, True, None, True)

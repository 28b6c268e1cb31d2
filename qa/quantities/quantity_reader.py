"""Reads figures with what stands beside them: currencies, units, counted nouns, qualifiers."""

import re
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from typing import Any

from qa.quantities.calendar import LEADS, PARTS, CalendarReader
from qa.quantities.numerals import Number, NumberReader, number_words
from qa.quantities.quantity import Kind, Quantity, Range
from qa.quantities.units import SYMBOLS, Unit, current_currencies, find_unit, months, unit_words
from qa.text import fold
from qa.words.inflection import case_of, is_inflection, known_stem
from qa.words.lexicon import turkish_nouns

_BEFORE = {
    "tr": {
        "yaklaşık": "about", "takriben": "about", "aşağı yukarı": "about", "en az": "at_least", "asgari": "at_least",
        "en fazla": "at_most", "en çok": "at_most", "azami": "at_most", "neredeyse": "nearly", "tahminen": "about",
    },
    "en": {
        "about": "about", "around": "about", "approximately": "about", "roughly": "about", "some": "about",
        "nearly": "nearly", "almost": "nearly", "close to": "nearly", "more than": "more_than", "over": "more_than",
        "above": "more_than", "upwards of": "more_than", "less than": "less_than", "fewer than": "less_than",
        "under": "less_than", "below": "less_than", "at least": "at_least", "at most": "at_most",
        "no more than": "at_most", "up to": "up_to", "as many as": "up_to", "as much as": "up_to",
    },
}  # fmt: skip
_PLAIN_BEFORE = {fold(words): qualifier for words, qualifier in _BEFORE["tr"].items()} | _BEFORE["tr"]
# Turkish qualifiers that follow the figure: the word, the case that it asks for (None: none), and what it says.
_AFTER_TR = (
    ("fazla", "ablative", "more_than"), ("çok", "ablative", "more_than"), ("az", "ablative", "less_than"),
    ("aşkın", "accusative", "more_than"), ("geçkin", "accusative", "more_than"), ("aşan", "accusative", "more_than"),
    ("aşan", "accusative", "more_than"), ("yakın", "dative", "nearly"), ("varan", "dative", "up_to"),
    ("kadar", "dative", "up_to"), ("kadar", None, "about"), ("civarı", None, "about"), ("dolayı", None, "about"),
    ("üzeri", "genitive", "more_than"), ("altı", "genitive", "less_than"), ("üstü", "genitive", "more_than"),
)  # fmt: skip
_FRACTIONS = {"tr": {"yarım": Decimal("0.5")}, "en": {"half": Decimal("0.5")}}
_RANGE_WORDS = {"tr": ("ila", "ilâ", "ile"), "en": ("to", "and")}

# Words that can follow a number without being what it counts.
_NO_NOUN = {
    "tr": frozenset(
        "ve veya ya da de ki ile ise için gibi göre kadar sonra önce beri bu şu o bir iken olan olarak oldu olacak"
        " olması olup olduğu olduğunu oluştu idi ancak ama fakat hem ne mi mı mu mü değil var yok daha en çok az fazla"
        " aşkın yakın civarında üzerinde altında arasında arası itibarıyla dolayında geçkin aşan varan yapıldı"
        " kaldı çıktı indi düştü yükseldi ulaştı geriledi arttı azaldı artarak azalarak artışla bulunuyor"
        " sayılı numaralı"
        " yaşında ayrı büyük küçük yeni eski ana farklı ek toplam sadece yalnızca üncü yarım buçuk bin milyon"
        " milyar x".split()
    ),
    "en": frozenset(
        "and or but to of in on at by for from with as than is are was were be been has have had will would can could"
        " the a an this that these those which who it its their his her not no more less after before until since if"
        " when while because per each every so then there out up down over under about into between and new old large"
        " small big other different major main x".split()
    ),
}
_HIGHEST_ORDINAL = 200  # a higher number before a full stop ends a sentence
_PERCENT_EN = frozenset({"percent", "pct"})


@lru_cache(maxsize=2)
def _starts(language: str) -> frozenset[str]:
    """Return the first three letters of every word that a quantity can start with."""
    words = {
        *number_words(language),
        *months(language),
        *_FRACTIONS[language],
        *(key.split()[0] for key in _BEFORE[language]),
    }
    words |= {"yüzde", "eksi", "mö", "ms", "iö", "üçer"} if language == "tr" else {"minus", "a", *LEADS, *PARTS}
    return frozenset(word[:3] for word in words | {fold(word) for word in words})


class QuantityReader:
    """Reads the quantities of one text in one pass over its tokens."""

    def __init__(self, text: str, language: str) -> None:
        self.text, self.language = text, language
        self.numbers = NumberReader(text, language)
        self.tokens = self.numbers.tokens
        self.calendar = CalendarReader(self.numbers)

    def read_all(self) -> list[Quantity]:
        """Return the quantities in order."""
        found: list[Quantity] = []
        at = 0
        while at < len(self.tokens):
            read = self._quantity(at) if self._can_start(at) else None
            if read is None:
                at += 1
                continue
            quantity, at = read
            found.append(quantity)
        return found

    def _can_start(self, at: int) -> bool:
        """Tell at little cost whether a quantity can start at a token."""
        token = self.tokens[at]
        if token.kind != "word":
            return token.kind == "figure" or token.text == "%" or token.text in SYMBOLS
        low = self._low(at)
        starts = _starts(self.language)
        return low[:3] in starts or (len(token.text) <= 5 and token.text.isupper())

    # --- reading one quantity ---

    def _quantity(self, at: int) -> tuple[Quantity, int] | None:
        dated = self.calendar.read(at)
        if dated:
            kind = Kind(dated.kind)
            piece = self.text[dated.start : dated.end]
            value = Quantity(
                dated.start, dated.end, piece, kind, dated.value, dated.unit, dated.qualifier,
                (dated.start, dated.end), dated.ending,
            )  # fmt: skip
            return value, dated.next
        qualifier, after = self._qualifier_before(at)
        read = self._percent(after) or self._amount(after)
        if read is None or (qualifier and read[0].kind in (Kind.ORDINAL, Kind.YEAR)):
            return None if qualifier or read is None else read
        quantity, following = read
        if qualifier and quantity.qualifier is None:
            start = self.tokens[at].start
            quantity = _changed(quantity, self.text, start=start, qualifier=qualifier)
        return quantity, following

    def _low(self, at: int) -> str:
        if not 0 <= at < len(self.tokens):
            return ""
        token = self.tokens[at]
        return token.low if self.language == "tr" else fold(token.text)

    def _qualifier_before(self, at: int) -> tuple[str | None, int]:
        table = _PLAIN_BEFORE if self.numbers.plain and self.language == "tr" else _BEFORE[self.language]
        for length in (3, 2, 1):
            words = " ".join(self._low(at + step) for step in range(length))
            if words in table and at + length < len(self.tokens):
                return table[words], at + length
        return None, at

    def _percent(self, at: int) -> tuple[Quantity, int] | None:
        """Read "yüzde 8,9" and "%8,9"; "8.9%" is read with amounts."""
        token = self.tokens[at] if at < len(self.tokens) else None
        if token is None or not (token.text == "%" or (self.language == "tr" and token.low in ("yüzde", "yuzde"))):
            return None
        read = self._number_or_range(at + 1)
        if read is None or read[0].ordinal:
            return None
        number, value, following = read
        quantity = self._make(Kind.PERCENT, number, value, None, token.start, number.end, number.ending)
        return self._qualified(quantity, following)

    def _number_or_range(self, at: int) -> tuple[Number, Decimal | Range, int] | None:
        """Read a number, or two of them that bound a range ("150-300", "3 ila 5 milyon", "10 ile 20 arasında")."""
        number = self._number(at)
        if number is None:
            return None
        link = self._low(number.next)
        if number.ordinal or number.ending or not link:
            return number, number.value, number.next
        second = None
        if link in ("-", "–", "—") and not number.in_words:
            second = self._number(number.next + 1)
        elif link in _RANGE_WORDS[self.language]:
            second = self._number(number.next + 1)
            if second and not self._bounds(at, link, second):
                second = None
        if second is None or second.ordinal or second.value <= 0:
            return number, number.value, number.next
        low = number.value
        scale = _scale(second)
        if scale > 1 and low < 1000 and not number.in_words:
            low *= scale
        if low >= second.value:
            return number, number.value, number.next
        joined = Number(number.start, second.end, second.value, second.ending, second.next, second.in_words, None)
        return joined, Range(low, second.value), second.next

    def _bounds(self, at: int, link: str, second: Number) -> bool:
        """Tell whether two numbers joined by a word bound a range, rather than standing side by side."""
        before = self._low(at - 1)
        closed = self._low(second.next) in ("arasında", "arası", "arasındaki")
        return closed or before == "between" or link in ("ila", "ilâ") or (link == "to" and before == "from")

    def _number(self, at: int) -> Number | None:
        if not 0 <= at < len(self.tokens):
            return None
        word = self._low(at)
        fraction = _FRACTIONS[self.language].get(word)
        if fraction is not None:
            return self._fraction(at, fraction)
        if self.language == "en" and word in ("a", "one"):
            scaled = self._english_article(at, word)
            if scaled:
                return scaled
        return self.numbers.read(at)

    def _fraction(self, at: int, fraction: Decimal) -> Number | None:
        """Read "yarım milyon" and "half a million"; "half" alone is no quantity."""
        scale_at = at + 2 if self.language == "en" and self._low(at + 1) == "a" else at + 1
        for word, power in (("million", 6), ("billion", 9), ("milyon", 6), ("milyar", 9)):
            if self._low(scale_at).startswith(word):
                token = self.tokens[scale_at]
                ending = token.suffix or token.low[len(word) :]
                if self.language == "tr" and not is_inflection(word, ending):
                    return None
                end = token.start + len(word)
                return Number(self.tokens[at].start, end, fraction * 10**power, ending, scale_at + 1, True, None)
        return None

    def _english_article(self, at: int, word: str) -> Number | None:
        """Read "a million", "a hundred", and "one and a half (million)"."""
        start = self.tokens[at].start
        if word == "a" and self._low(at + 1) in ("hundred", "thousand", "million", "billion", "trillion"):
            power = {"hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}[self._low(at + 1)]
            return Number(start, self.tokens[at + 1].end, Decimal(10**power), "", at + 2, True, None)
        if word == "one" and [self._low(at + step) for step in (1, 2, 3)] == ["and", "a", "half"]:
            scales = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12}
            power = scales.get(self._low(at + 4), 0)
            last = at + 4 if power else at + 3
            return Number(start, self.tokens[last].end, Decimal("1.5") * 10**power, "", last + 1, True, None)
        return None

    def _amount(self, at: int) -> tuple[Quantity, int] | None:
        """Read a number with what stands beside it: a currency, a percent sign, a unit, a counted noun, a qualifier."""
        if at >= len(self.tokens):
            return None
        start, symbol = self.tokens[at].start, None
        if self._is_currency_sign(at):
            symbol, at = self._sign(at), at + 1
        read = self._number_or_range(at)
        if read is None:
            return None
        number, value, following = read
        if symbol:
            quantity = self._make(Kind.MONEY, number, value, symbol, start, number.end, number.ending)
            return self._qualified(quantity, following)
        if number.ordinal:
            return self._ordinal(at, number)
        start, negative = self._sign_before(at, number.start)
        if negative and isinstance(value, Decimal):
            value = -value
        dotted = self._dotted_ordinal(at, number)
        if dotted:
            return dotted
        if self._low(following) == "%" or (self.language == "en" and self._is_percent_word(following)):
            last = following + (1 if self._low(following) == "per" else 0)
            token = self.tokens[last]
            quantity = self._make(Kind.PERCENT, number, value, None, start, token.end, token.suffix)
            return self._qualified(quantity, last + 1)
        return self._with_unit(at, number, value, start)

    def _with_unit(self, at: int, number: Number, value: Decimal | Range, start: int) -> tuple[Quantity, int] | None:
        following = number.next
        unit = None if number.ending else self._unit(following)
        if unit and not (unit[0].kind == "time" and self._low(at) in ("bir", "one", "a") and unit[0].code == "day"):
            return self._united(number, value, start, unit)
        if self._is_article(at, number):
            return None
        quantity = self._make(Kind.NUMBER, number, value, None, start, number.end, number.ending)
        qualified, after = self._qualified(quantity, following)
        if number.ending and qualified.qualifier is None:
            return None if self._is_doubtful(number) else (qualified, after)
        unit = self._unit(after)
        if unit and qualified.qualifier and unit[0].kind != "year":
            kind = {"money": Kind.MONEY, "time": Kind.DURATION}.get(unit[0].kind, Kind.COUNT)
            return _changed(qualified, self.text, kind=kind, unit=unit[0].code, end=unit[1], ending=unit[2]), unit[3]
        noun = self._noun(after)
        if noun:
            return _changed(qualified, self.text, kind=Kind.COUNT, unit=noun), after
        return (qualified, after) if not self._is_doubtful(number) or qualified.qualifier else None

    def _united(
        self, number: Number, value: Decimal | Range, start: int, unit: tuple[Unit, int, str, int]
    ) -> tuple[Quantity, int]:
        found, end, ending, following = unit
        kind = {"money": Kind.MONEY, "time": Kind.DURATION}.get(found.kind, Kind.COUNT)
        quantity = self._make(kind, number, value, found.code, start, end, ending)
        if found.kind in ("time", "measure") and isinstance(value, Decimal) and not ending:
            quantity, following = self._longer(quantity, following)
        elif kind is Kind.MONEY and isinstance(value, Decimal) and not ending:
            quantity, following = self._with_cents(quantity, following)
        return self._qualified(quantity, following)

    def _longer(self, quantity: Quantity, at: int) -> tuple[Quantity, int]:
        """Read the smaller units after a duration or measure ("3 yıl 2 ay", "2 metre 35 santimetre")."""
        step = at + 1 if self._low(at) in ("ve", "and") else at
        number = self._number(step)
        unit = self._unit(number.next) if number and not number.ordinal and not number.ending else None
        if number is None or unit is None or not isinstance(quantity.value, Decimal):
            return quantity, at
        factor = _FACTORS.get((str(quantity.unit), unit[0].code))
        if factor is None or number.value >= factor:
            return quantity, at
        total = quantity.value * factor + number.value
        longer = _changed(
            quantity, self.text, value=total, unit=unit[0].code, end=unit[1], ending=unit[2],
            figure=(quantity.figure[0], unit[1]),
            parts=(*(quantity.parts or ((quantity.value, str(quantity.unit)),)), (number.value, unit[0].code)),
        )  # fmt: skip
        return (longer, unit[3]) if unit[2] else self._longer(longer, unit[3])

    def _with_cents(self, quantity: Quantity, at: int) -> tuple[Quantity, int]:
        """Read the small coins after an amount ("12 lira 50 kuruş")."""
        number = self._number(at)
        unit = self._unit(number.next) if number and not number.ordinal and not number.ending else None
        if number is None or unit is None or unit[0].code not in ("kuruş", "cent") or number.value >= 100:
            return quantity, at
        assert isinstance(quantity.value, Decimal)
        total = quantity.value + number.value / 100
        whole = _changed(
            quantity, self.text, value=total, end=unit[1], ending=unit[2], figure=(quantity.figure[0], unit[1])
        )
        return whole, unit[3]

    # --- the words beside a number ---

    def _is_currency_sign(self, at: int) -> bool:
        text = self.tokens[at].text
        if text in SYMBOLS:
            return True
        return (
            len(text) == 3
            and text.isupper()
            and text in current_currencies()
            and at + 1 < len(self.tokens)
            and (self.tokens[at + 1].kind == "figure")
        )

    def _sign(self, at: int) -> str:
        text = self.tokens[at].text
        return SYMBOLS.get(text, text)

    def _sign_before(self, at: int, start: int) -> tuple[int, bool]:
        before = self.tokens[at - 1] if at else None
        if before and before.text in ("-", "−") and before.end == start:
            outer = self.text[before.start - 1 : before.start]
            if not outer or outer.isspace():
                return before.start, True
        if before and self._low(at - 1) in ("eksi", "minus"):
            return before.start, True
        return start, False

    def _unit(self, at: int) -> tuple[Unit, int, str, int] | None:
        """Read the unit at token `at`: the unit, the end of its stem, its ending, and the token after it."""
        if not 0 <= at < len(self.tokens):
            return None
        token = self.tokens[at]
        if token.text == "°":
            return Unit("measure", "degree"), token.end, "", at + 1
        if token.text in SYMBOLS:
            return Unit("money", SYMBOLS[token.text]), token.end, token.suffix, at + 1
        if token.kind != "word":
            return None
        if len(token.text) == 3 and token.text.isupper() and token.text in current_currencies():
            return Unit("money", token.text), token.end, token.suffix, at + 1
        for length in (3, 2):
            named = self._long_unit(at, length)
            if named:
                return named
        found = find_unit(self._low(at), self.language, self.numbers.plain)
        if found is None or (found[0].kind == "year" and token.low == found[1]):
            return None
        unit, stem, ending = found
        if len(stem) == 1 and (token.suffix == "" and token.text != token.low):
            return None
        return unit, token.end - len(ending), ending or token.suffix, at + 1

    def _long_unit(self, at: int, length: int) -> tuple[Unit, int, str, int] | None:
        """Read a unit of several words ("Kanada doları", "square kilometres")."""
        last = at + length - 1
        if last >= len(self.tokens):
            return None
        head, token = " ".join(self._low(step) for step in range(at, last)), self.tokens[last]
        tail = self._low(last)
        if self.language == "en":
            if head in ("square", "cubic"):
                found = find_unit(tail, "en")
                if found and found[0].kind == "measure":
                    return Unit("measure", f"{head} {found[0].code}"), token.end, "", last + 1
            found = find_unit(f"{head} {tail}", "en")
            return (found[0], token.end, "", last + 1) if found else None
        table = unit_words("tr", self.numbers.plain)
        for cut in range(len(tail), 1, -1):
            name = f"{head} {tail[:cut]}"
            if name in table and is_inflection(tail[:cut], tail[cut:], plain=self.numbers.plain):
                # The possessive of "Kanada doları" belongs to the name; only what follows it is a case ending.
                own = re.match("s?[ıiuü]?", tail[cut:])
                ending = tail[cut + (own.end() if own else 0) :]
                return table[name], token.end - len(ending), token.suffix or ending, last + 1
        return None

    def _is_percent_word(self, at: int) -> bool:
        return self._low(at) in _PERCENT_EN or (self._low(at) == "per" and self._low(at + 1) == "cent")

    def _noun(self, at: int) -> str | None:
        """Return the word that a number counts, in lower case, where the next word looks like one."""
        if not 0 <= at < len(self.tokens) or self.tokens[at].kind != "word":
            return None
        token, low = self.tokens[at], self._low(at)
        stops = _NO_NOUN[self.language]
        if low in stops or len(low) < 2 or token.suffix:
            return None
        if token.text[0] != low[0] and at + 1 < len(self.tokens):
            following = self.tokens[at + 1]
            if following.kind == "word" and following.text[0] == following.low[0] and following.low not in stops:
                return self._low(at + 1)
            return None
        found = known_stem(low, turkish_nouns(), shortest=4) if self.language == "tr" else None
        return found[0] if found else low

    def _is_article(self, at: int, number: Number) -> bool:
        """Tell whether a number is only the article bir, or English "one" without a noun that it counts."""
        return number.next == at + 1 and fold(self.tokens[at].text) in ("bir", "one") and self.tokens[at].kind == "word"

    def _is_doubtful(self, number: Number) -> bool:
        """Tell whether number words alone ("on", "yüz", "yedi") are more likely another word."""
        word = fold(self.text[number.start : number.end])
        return word in ("on", "yuz", "bin", "yedi", "elli", "kirk", "alti") and self.language == "tr"

    def _qualified(self, quantity: Quantity, at: int) -> tuple[Quantity, int]:
        """Read a Turkish qualifier after a quantity ("6 binden fazla", "90'ı aşkın", "300'ün üzerinde")."""
        if self.language != "tr" or not 0 <= at < len(self.tokens) or self.tokens[at].kind != "word":
            return quantity, at
        token, case = self.tokens[at], case_of(quantity.ending) if quantity.ending else None
        for word, wanted, qualifier in _AFTER_TR:
            stem = fold(word) if self.numbers.plain else word
            if case != wanted or not token.low.startswith(stem):
                continue
            ending = token.low[len(stem) :]
            if word in ("civarı", "dolayı", "üzeri", "altı", "üstü"):
                if ending not in ("nda", "nde", "ndan", "nden", "na", "ne"):
                    continue
                changed = _changed(quantity, self.text, end=token.end, qualifier=qualifier, ending="")
                return changed, at + 1
            if not is_inflection(stem, ending, plain=True):
                continue
            end = token.end - len(ending)
            return _changed(quantity, self.text, end=end, qualifier=qualifier, ending=ending or token.suffix), at + 1
        return quantity, at

    # --- ordinals ---

    def _ordinal(self, at: int, number: Number) -> tuple[Quantity, int] | None:
        word = fold(self.text[number.start : number.end])
        if word == "second" and self._low(at - 1) in ("a", "per", "every", "each"):
            return None
        if word == "first" and not self._names_first(at):
            return None
        return self._make(
            Kind.ORDINAL, number, number.value, None, number.start, number.end, number.ending
        ), number.next

    def _names_first(self, at: int) -> bool:
        before = self.tokens[at - 1] if at else None
        return before is not None and (
            fold(before.text) in ("the", "its", "their", "his", "her", "our", "my", "a") or before.suffix == "s"
        )

    def _dotted_ordinal(self, at: int, number: Number) -> tuple[Quantity, int] | None:
        """Read "4. sırada": a short bare figure, a full stop, white space, and a word that goes on."""
        if self.language != "tr" or number.bare_figure is None or not number.bare_figure.isdigit() or number.ending:
            return None
        stop, word = number.next, number.next + 1
        if self._low(stop) != "." or word >= len(self.tokens) or self.tokens[word].kind != "word":
            return None
        if number.value > _HIGHEST_ORDINAL and not self._low(word).startswith("sıra"):
            return None
        dot, token = self.tokens[stop], self.tokens[word]
        if dot.start != number.end or token.start == dot.end:
            return None
        goes_on = token.text[0] == token.low[0] or (number.value <= 50 and at == 0)
        if not goes_on:
            return None
        return self._make(Kind.ORDINAL, number, number.value, None, number.start, dot.end, ""), word

    def _make(
        self, kind: Kind, number: Number, value: Decimal | Range, unit: str | None, start: int, end: int, ending: str
    ) -> Quantity:
        figure = (number.start, number.end)
        return Quantity(start, end, self.text[start:end], kind, value, unit, None, figure, ending)


_FACTORS = {
    ("year", "month"): 12, ("week", "day"): 7, ("day", "hour"): 24, ("hour", "minute"): 60, ("minute", "second"): 60,
    ("month", "day"): 30, ("year", "week"): 52, ("year", "day"): 365, ("month", "week"): 4,
    ("metre", "centimetre"): 100, ("kilometre", "metre"): 1000, ("tonne", "kilogram"): 1000, ("kilogram", "gram"): 1000,
}  # fmt: skip


def _scale(number: Number) -> int:
    """Return the scale word that a number ends in, 1 where it ends in none ("3-5 milyon")."""
    if number.bare_figure is not None or (number.in_words and number.value < 1000):
        return 1
    return next((10**power for power in (12, 9, 6, 3) if number.value % 10**power == 0 or number.value > 10**power), 1)


def _changed(quantity: Quantity, text: str, **changes: Any) -> Quantity:
    """Return a quantity with other fields, its text cut anew."""
    changed = replace(quantity, **changes)
    return replace(changed, text=text[changed.start : changed.end])

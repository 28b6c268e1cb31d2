"""Dates, years, periods and clock times in Turkish and English text."""

import re
from typing import NamedTuple

from qa.quantities.numerals import NumberReader, Token
from qa.quantities.units import months
from qa.text import fold
from qa.words.inflection import case_of, is_inflection, known_stem


class Date(NamedTuple):
    """A day, a month, a year, or a day of any year; what is not said is None. Years before Christ are negative."""

    year: int | None = None
    month: int | None = None
    day: int | None = None


class Period(NamedTuple):
    """From `first` to `last`, both included."""

    first: Date
    last: Date


class Moment(NamedTuple):
    """A time of the day."""

    hour: int
    minute: int


class Hours(NamedTuple):
    """From one time of the day to another."""

    first: Moment
    last: Moment


class Dated(NamedTuple):
    """A date, period or time that was read; `next` is the token after it."""

    start: int
    end: int
    kind: str
    value: Date | Period | Moment | Hours
    unit: str | None
    qualifier: str | None
    ending: str
    next: int


_YEAR_WORDS = ("yıl", "sene")
_BC = {"tr": ("mö",), "en": ()}
_SINCE = {"bu yana": "since", "beri": "since", "itibaren": "since", "önce": "before", "sonra": "after"}
# English words that open a date and say how it bounds, and Turkish and English names of its parts.
LEADS = {"since": "since", "until": "until", "till": "until", "before": "before", "after": "after", "by": "until"}
PARTS_TR = {"ilk": 1, "birinci": 1, "ikinci": 2, "üçüncü": 3, "dördüncü": 4, "son": -1}
PARTS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1}
_ISO_DATE = re.compile(r"([12][0-9]{3})-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])(?![0-9-])")
_DASHES = ("-", "–", "—")


class CalendarReader:
    """Reads dates out of the tokens of a number reader."""

    def __init__(self, numbers: NumberReader) -> None:
        self.numbers, self.text, self.language = numbers, numbers.text, numbers.language
        self.tokens, self.plain = numbers.tokens, numbers.plain
        names = months(self.language)
        self.months = {fold(name): number for name, number in names.items()} | names if self.plain else names

    def read(self, at: int) -> Dated | None:
        """Return the date, period or clock time that starts at token `at`, or None."""
        lead = self._lead(at)
        start = at + 1 if lead else at
        dated = (
            self._clock(start)
            or self._numeric(start)
            or self._century(start)
            or (self._part_of_year(start) if self.language == "en" else None)
            or self._day_month(start)
            or self._month(start, bool(lead))
            or self._year(start)
        )
        if dated is None:
            return None
        dated = self._month_after(dated) or self._part_after(dated) or self._span(dated) or dated
        if lead and dated.kind != "time":
            return dated._replace(start=self.tokens[at].start, qualifier=lead)
        return self._follow(dated)

    def _low(self, at: int) -> str:
        if not 0 <= at < len(self.tokens):
            return ""
        return self.tokens[at].low if self.language == "tr" else fold(self.tokens[at].text)

    def _lead(self, at: int) -> str | None:
        return LEADS.get(self._low(at)) if self.language == "en" else None

    def _stem(self, at: int, *words: str) -> tuple[int, str] | None:
        """Read token `at` as one of `words`, inflected: the end of its stem and the ending."""
        if not 0 <= at < len(self.tokens) or self.tokens[at].kind != "word":
            return None
        stems = frozenset(words) | (frozenset(map(fold, words)) if self.plain else frozenset())
        token = self.tokens[at]
        if token.suffix:
            return (token.end, token.suffix) if token.low in stems else None
        found = known_stem(token.low, stems, plain=self.plain)
        return (token.end - len(found[1]), found[1]) if found else None

    # --- pieces ---

    def _clock(self, at: int) -> Dated | None:
        """Read "14.30" after "saat" or with a locative, and "14:30" anywhere."""
        token = self.tokens[at] if at < len(self.tokens) else None
        if token is None or token.kind != "figure" or len(token.text) not in (4, 5):
            return None
        mark = ":" if ":" in token.text else "."
        hour, _, minute = token.text.partition(mark)
        if not (hour.isdigit() and minute.isdigit() and len(minute) == 2 and int(hour) < 24 and int(minute) < 60):
            return None
        said = self._low(at - 1) in ("saat", "saati", "saatler") or case_of(token.suffix) == "locative"
        second = self._second_clock(at)
        if second:
            return second
        if mark == "." and not (self.language == "tr" and (said or (len(hour) == 2 and self._is_bare(at)))):
            return None
        return Dated(token.start, token.end, "time", Moment(int(hour), int(minute)), None, None, token.suffix, at + 1)

    def _is_bare(self, at: int) -> bool:
        """Tell whether nothing around a figure makes it a number: no percent, scale word, unit or noun."""
        before, token = self._low(at - 1), self.tokens[at]
        following = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        ends = following is None or (following.kind == "mark" and following.text not in "%°$€£₺-–—")
        return before not in ("yüzde", "yuzde", "%", "-", "$", "€", "£", "₺") and (bool(token.suffix) or ends)

    def _second_clock(self, at: int) -> Dated | None:
        """Read "11.00-16.00" and "03.00 ile 04.00 arasında"."""
        token, link, last = self.tokens[at], self._low(at + 1), at + 2
        if token.suffix or last >= len(self.tokens) or link not in (*_DASHES, "ile", "ila", "ve", "to", "and"):
            return None
        first, second = (_moment(self.tokens[step].text) for step in (at, last))
        closed = self._low(last + 1).startswith("aras")
        if first is None or second is None or not (link in _DASHES or closed or ":" in token.text):
            return None
        token = self.tokens[last + closed]
        end, ending = (
            (token.start + (5 if token.low.startswith("arası") else 4), "") if closed else (token.end, token.suffix)
        )
        return Dated(self.tokens[at].start, end, "time", Hours(first, second), None, None, ending, last + 1 + closed)

    def _numeric(self, at: int) -> Dated | None:
        """Read "6.1.1520", "6/1/1520" and "1991-12-16"."""
        token = self.tokens[at] if at < len(self.tokens) else None
        if token is None or token.kind != "figure":
            return None
        iso = _ISO_DATE.match(self.text, token.start)
        if iso and at + 4 < len(self.tokens) and self.tokens[at + 4].end == iso.end():
            year, month, day = map(int, iso.groups())
            return self._dated(token.start, iso.end(), Date(year, month, day), self.tokens[at + 4].suffix, at + 5)
        for mark in "./":
            parts = token.text.split(mark)
            if len(parts) == 3 and all(part.isdigit() for part in parts) and len(parts[2]) == 4:
                day, month, year = map(int, parts)
                if self.language == "en" and month > 12 >= day:
                    day, month = month, day
                if 1 <= day <= 31 and 1 <= month <= 12 and len(parts[0]) < 3 and len(parts[1]) < 3:
                    return self._dated(token.start, token.end, Date(year, month, day), token.suffix, at + 1)
        return None

    def _century(self, at: int) -> Dated | None:
        """Read "16. yüzyıl", "on altıncı yüzyıl", "XVI. yüzyıl" and "16th century"."""
        if at >= len(self.tokens) or self.tokens[at].kind == "mark":
            return None
        value, following = None, at + 1
        number = self.numbers.read(at)
        if number and number.value == int(number.value):
            value, following = int(number.value), number.next
            if not number.ordinal and self._low(following) != ".":
                return None
        elif self.language == "tr":
            value = _roman(self.tokens[at].text)
        if self._low(following) == ".":
            following += 1
        if value is None or not 1 <= value <= 21 or following >= len(self.tokens):
            return None
        token = self.tokens[following]
        if self.language == "en":
            found = (token.end, "") if self._low(following) in ("century", "centuries") else None
        else:
            found = self._stem(following, "yüzyıl", "asır", "asr")
        if found is None:
            return None
        period = Period(Date(100 * value - 99), Date(100 * value))
        return Dated(self.tokens[at].start, found[0], "period", period, "century", None, found[1], following + 1)

    def _day(self, at: int) -> tuple[int, int] | None:
        """Read the number of a day: its value and the token after it."""
        if not 0 <= at < len(self.tokens):
            return None
        token = self.tokens[at]
        if token.kind != "figure" or not token.text.isdigit() or len(token.text) > 2 or token.suffix:
            return None
        day, following = int(token.text), at + 1
        if self.language == "en" and self._low(following) in ("st", "nd", "rd", "th"):
            following += 1
            if self._low(following) == "of":
                following += 1
        return (day, following) if 1 <= day <= 31 else None

    def _month_name(self, at: int) -> tuple[int, int, str] | None:
        """Read a month name: its number, the end of its stem and its ending."""
        if not 0 <= at < len(self.tokens) or self.tokens[at].kind != "word":
            return None
        token = self.tokens[at]
        if self.language == "en":
            number = self.months.get(self._low(at))
            return (number, token.end, "") if number else None
        if token.suffix or token.low in self.months:
            number = self.months.get(token.low)
            return (number, token.end, token.suffix) if number else None
        found = known_stem(token.low, self.months, plain=self.plain)
        return (self.months[found[0]], token.end - len(found[1]), found[1]) if found else None

    def _year_figure(self, at: int) -> Token | None:
        if not 0 <= at < len(self.tokens):
            return None
        token = self.tokens[at]
        return token if token.kind == "figure" and token.text.isdigit() and len(token.text) == 4 else None

    def _day_month(self, at: int) -> Dated | None:
        """Read "23 Nisan 1920", "12-14 Mayıs 2024", "28 Haziran", "28 Haziran - 2 Temmuz" and "April 23, 1920"."""
        day = self._day(at)
        if day is None:
            return self._american(at) if self.language == "en" else None
        last_day, following = day
        dash = self._low(following)
        if dash in (*_DASHES, "ve", "ile", "and", "to", "ila"):
            second = self._day(following + 1)
            if second and second[0] > last_day and self._month_name(second[1]):
                return self._days(at, last_day, second)
        month = self._month_name(following)
        if month is None:
            return None
        return self._finish(at, Date(None, month[0], last_day), month, following + 1)

    def _days(self, at: int, first: int, second: tuple[int, int]) -> Dated | None:
        month = self._month_name(second[1])
        assert month is not None
        dated = self._finish(at, Date(None, month[0], second[0]), month, second[1] + 1)
        assert isinstance(dated.value, Date)
        return dated._replace(kind="period", value=Period(dated.value._replace(day=first), dated.value))

    def _finish(self, at: int, date: Date, month: tuple[int, int, str], following: int) -> Dated:
        """Add the year that may follow a month."""
        end, ending = month[1], month[2]
        year_at = following + 1 if self._low(following) == "," and self.language == "en" else following
        year = None if ending else self._year_figure(year_at)
        if year:
            date, end, ending, following = date._replace(year=int(year.text)), year.end, year.suffix, year_at + 1
            _, end, ending, following = self._year_word(end, ending, following)
        return self._dated(self.tokens[at].start, end, date, ending, following)

    def _american(self, at: int) -> Dated | None:
        month, day = self._month_name(at), self._day(at + 1)
        if month is None or day is None or self.tokens[at].text.islower():
            return None
        return self._finish(at, Date(None, month[0], day[0]), (month[0], self.tokens[day[1] - 1].end, ""), day[1])

    def _month(self, at: int, led: bool) -> Dated | None:
        """Read "Mart 2024", "mayısta", "Mayıs ayında", "in March"."""
        month = self._month_name(at)
        if month is None:
            return None
        start, token = self.tokens[at].start, self.tokens[at]
        dash = self._low(at + 1)
        if dash in _DASHES and not month[2]:
            last = self._month_name(at + 2)
            year = self._year_figure(at + 3)
            if last and year and last[0] > month[0]:
                number = int(year.text)
                period = Period(Date(number, month[0]), Date(number, last[0]))
                return Dated(start, year.end, "period", period, None, None, year.suffix, at + 4)
        dated = self._finish(at, Date(None, month[0]), month, at + 1)
        if isinstance(dated.value, Date) and dated.value.year:
            return dated
        if self.language == "tr":
            word = self._stem(at + 1, "ay") if not month[2] else None
            if word and self._low(at + 1).startswith("ayı"):
                return dated._replace(next=at + 2)
            short = month[0] in (1, 10) or len(token.low) < 4
            return (
                dated
                if token.text[0] != token.low[0] or (not short and month[2]) or (self.plain and not short)
                else None
            )
        named = led or self._low(at - 1) in (
            "in",
            "of",
            "from",
            "last",
            "next",
            "during",
            "this",
            "and",
            "to",
            "early",
            "late",
        )
        return dated if token.text[0].isupper() and (named or self._low(at) not in ("may", "march", "mar")) else None

    def _year_word(self, end: int, ending: str, following: int) -> tuple[int, int, str, int]:
        """Go over "yılı", "yılında" after a year: the end of the figure stays, the ending becomes that of the word."""
        found = self._stem(following, *_YEAR_WORDS) if not ending else None
        if found and found[1][:1] in ("ı", "i", "l") and found[1] not in ("lık", "lik"):
            return 1, end, found[1], following + 1
        return 0, end, ending, following

    def _year(self, at: int) -> Dated | None:
        """Read a year, a decade ("1990'lı yıllar", "the 1990s"), or two years ("2019-2023")."""
        token = self.tokens[at] if at < len(self.tokens) else None
        if token is None:
            return None
        if self._low(at) in ("mö", "ms") or (token.text in ("M", "İ") and self._low(at + 1) == "."):
            return self._year_of_era(at)
        if token.kind != "figure" or not token.text.isdigit() or self._is_part_of_word(token):
            return None
        value = int(token.text)
        word, end, ending, following = self._year_word(token.end, token.suffix, at + 1)
        if len(token.text) <= 4 and (word and value > 99):
            return self._dated(token.start, end, Date(value), ending, following, "year")
        if self.language == "en" and self._low(at + 1) in ("bc", "bce") and value:
            return self._dated(token.start, self.tokens[at + 1].end, Date(-value), "", at + 2, "year")
        if len(token.text) != 4 or not 1000 <= value <= 2100:
            return None
        decade = self._decade(at, value)
        if decade:
            return decade
        if not self._stands_alone(at, value):
            return None
        return self._dated(token.start, token.end, Date(value), token.suffix, at + 1, "year")

    def _is_part_of_word(self, token: Token) -> bool:
        before = self.text[max(0, token.start - 2) : token.start]
        return (
            before[-1:].isalpha() or (before[-1:] in "-_/" and before[:1].isalpha()) or before[-1:] in ("$", "€", "%")
        )

    def _stands_alone(self, at: int, value: int) -> bool:
        """Tell whether a four-digit figure is a year rather than a count of the word after it."""
        token = self.tokens[at]
        if token.suffix:
            return case_of(token.suffix) is not None or token.suffix in ("deki", "daki", "teki", "taki", "s")
        if at + 1 >= len(self.tokens):
            return True
        following = self.tokens[at + 1]
        if following.start == following.end or following.kind == "figure":
            return False
        if following.kind != "word":
            return following.text not in "%°$€£₺"
        from qa.quantities.units import find_unit

        low = self._low(at + 1)
        if find_unit(low, self.language, self.plain) or low in ("kişi", "bin", "milyon", "milyar", "people"):
            return False
        if self.language == "en":
            return self._low(at - 1) in (
                "in",
                "since",
                "of",
                "by",
                "until",
                "from",
                "and",
                "to",
                "for",
                "the",
                "after",
                "before",
            ) or (
                low in ("and", "to", "or", "was", "the", "in", "as", "for", "with", "by", "on", "but") and value > 1400
            )
        return value >= 1800 and not low.startswith("kişi")

    def _decade(self, at: int, value: int) -> Dated | None:
        token = self.tokens[at]
        if value % 10:
            return None
        size = 100 if value % 100 == 0 and value < 2000 else 10
        if self.language == "en":
            glued = self._low(at + 1) == "s" and self.tokens[at + 1].start == token.end
            if not glued and token.suffix != "s":
                return None
            end, following, ending = self.tokens[at + 1].end if glued else token.full_end, at + 1 + glued, ""
            size = 10
        else:
            found = self._stem(at + 1, "yıl")
            if token.suffix[:3] in ("lar", "ler") and is_inflection("ler", token.suffix[3:], plain=True):
                period = Period(Date(value), Date(value + 9))
                end = token.full_end - len(token.suffix) + 3
                return Dated(token.start, end, "period", period, "decade", None, token.suffix[3:], at + 1)
            if token.suffix not in ("lı", "li", "lu", "lü") or not found:
                return None
            end, ending, following = self.tokens[at + 1].end, "", at + 2
            if found[1].startswith("lar"):
                end, ending = found[0] + 3, found[1][3:]
            size = 10
        period = Period(Date(value), Date(value + size - 1))
        return Dated(token.start, end, "period", period, "decade", None, ending, following)

    def _year_of_era(self, at: int) -> Dated | None:
        """Read "MÖ 300", "M.Ö. 300", "MS 79"."""
        position, letters = at, ""
        while position < len(self.tokens) and len(letters) < 2 and self.tokens[position].kind == "word":
            letters += self._low(position)
            position += 1
            if self._low(position) == ".":
                position += 1
        if letters not in ("mö", "iö", "ms") or position >= len(self.tokens):
            return None
        century = self._century(position)
        if century and letters != "ms" and isinstance(century.value, Period):
            last = century.value.last.year or 0
            period = Period(Date(-last), Date(99 - last))
            return century._replace(start=self.tokens[at].start, value=period)
        token = self.tokens[position]
        if token.kind != "figure" or not token.text.isdigit() or len(token.text) > 4:
            return None
        value = int(token.text) if letters == "ms" else -int(token.text)
        _, end, ending, following = self._year_word(token.end, token.suffix, position + 1)
        return self._dated(self.tokens[at].start, end, Date(value), ending, following, "year")

    # --- what stands around a date ---

    def _dated(self, start: int, end: int, date: Date, ending: str, following: int, kind: str = "date") -> Dated:
        return Dated(start, end, kind, date, None, None, ending, following)

    def _month_after(self, dated: Dated) -> Dated | None:
        """Read "2022'nin temmuzunda", "2017 yılının şubat ayında" and "2010 Eylül ayında"."""
        if self.language != "tr" or dated.kind != "year" or not isinstance(dated.value, Date):
            return None
        month = self._month_name(dated.next)
        if month is None or (dated.ending and case_of(dated.ending) != "genitive"):
            return None
        token, following = self.tokens[dated.next], dated.next + 1
        # The month carries the possessive of "2022'nin temmuzu".
        own = 1 if dated.ending and month[2] and month[2][0] in "ıiuü" else 0
        end, ending = month[1] + own, month[2][own:]
        word = self._stem(following, "ay") if not month[2] else None
        if word and self._low(following).startswith("ayı"):
            token = self.tokens[following]
            end, ending, following = token.start + 3, token.low[3:], following + 1
        value = Date(dated.value.year, month[0])
        return dated._replace(end=end, kind="date", value=value, ending=ending, next=following)

    def _part_after(self, dated: Dated) -> Dated | None:
        """Read "2024'ün ilk yarısı" and "2024'ün ikinci çeyreği"."""
        first = dated.value.first if isinstance(dated.value, Period) and dated.unit == "century" else dated.value
        if (
            self.language != "tr"
            or not isinstance(first, Date)
            or not (dated.kind == "year" or dated.unit == "century")
        ):
            return None
        part = PARTS_TR.get(self._low(dated.next))
        if part is None or case_of(dated.ending) != "genitive":
            return None
        half, quarter = self._stem(dated.next + 1, "yarı"), self._stem(dated.next + 1, "çeyreğ", "çeyrek")
        found = half or quarter
        if found is None:
            return None
        token, year = self.tokens[dated.next + 1], first.year
        keep = {"s": 2, "ğ": 1}.get(found[1][:1], 1 if quarter else 0)
        end = min(found[0] + keep, token.end)
        size = 2 if half else 4
        period = _part_of_century(year or 0, part, size) if dated.unit else _part_of(year or 0, part, size)
        ending = token.low[end - token.start :]
        return (
            dated._replace(end=end, kind="period", value=period, ending=ending, next=dated.next + 2) if period else None
        )

    def _part_of_year(self, at: int) -> Dated | None:
        """Read "the first half of 2024", "the third quarter of 2023"."""
        part = PARTS.get(self._low(at))
        size = {"half": 2, "quarter": 4}.get(self._low(at + 1))
        year = self._year_figure(at + 3)
        if part is None or size is None or self._low(at + 2) != "of" or year is None:
            return None
        period = _part_of(int(year.text), part, size)
        return Dated(self.tokens[at].start, year.end, "period", period, None, None, "", at + 4) if period else None

    def _span(self, dated: Dated) -> Dated | None:  # noqa: C901 - four forms of one thing
        """Read the second half of a period: "2019-2023", "2019 ile 2023 arasında", "2019'dan 2023'e kadar"."""
        if not isinstance(dated.value, Date) or dated.kind == "time":
            return None
        link, at, tail = self._low(dated.next), dated.next + 1, 0
        if link in _DASHES and not dated.ending:
            pass
        elif self.language == "tr" and not dated.ending and link in ("ile", "ila", "ve"):
            tail = 1
        elif self.language == "tr" and case_of(dated.ending) == "ablative":
            at, tail = dated.next, 2
        elif self.language == "en" and link in ("to", "until", "and", "through") and self._opens(dated):
            pass
        else:
            return None
        if link in _DASHES and dated.kind == "year" and (short := self._short_year(dated, at)):
            return short
        second = self._day_month(at) or self._month(at, True) or self._year(at)
        if second is None or not isinstance(second.value, Date) or second.kind != dated.kind:
            return None
        following = second.next
        if tail == 1 and self._stem(following, "ara") is None and not self._low(following).startswith("aras"):
            return None
        if tail == 2 and not (case_of(second.ending) == "dative" and self._low(following) in ("kadar", "değin", "dek")):
            return None
        first = dated.value
        if first.year is None:
            first = first._replace(year=second.value.year)
        if _order(first) >= _order(second.value):
            return None
        end, ending, following = second.end, second.ending, following + (1 if tail else 0)
        if tail:
            end, ending = self.tokens[following - 1].end, ""
        return Dated(dated.start, end, "period", Period(first, second.value), None, None, ending, following)

    def _short_year(self, dated: Dated, at: int) -> Dated | None:
        """Read "1939-49"."""
        token = self.tokens[at] if at < len(self.tokens) else None
        if token is None or not isinstance(dated.value, Date) or not dated.value.year or dated.value.year < 1000:
            return None
        if token.kind != "figure" or len(token.text) != 2 or not token.text.isdigit():
            return None
        last = dated.value.year // 100 * 100 + int(token.text)
        if last <= dated.value.year or self.tokens[at - 1].end != token.start:
            return None
        period = Period(dated.value, Date(last))
        return Dated(dated.start, token.end, "period", period, None, None, token.suffix, at + 1)

    def _opens(self, dated: Dated) -> bool:
        return bool(
            re.search(r"\b(?:from|between)\s+$", self.text[max(0, dated.start - 20) : dated.start], re.IGNORECASE)
        )

    def _follow(self, dated: Dated) -> Dated:
        """Read "bu yana", "beri", "itibaren", "önce", "sonra", "kadar" after a Turkish date."""
        if self.language != "tr" or dated.kind == "time":
            return dated
        case, word = case_of(dated.ending), self._low(dated.next)
        if case == "dative" and word in ("kadar", "dek", "değin"):
            token = self.tokens[dated.next]
            return dated._replace(end=token.end, ending="", qualifier="until", next=dated.next + 1)
        if case != "ablative":
            return dated
        if word == "bu" and self._low(dated.next + 1) == "yana":
            token = self.tokens[dated.next + 1]
            return dated._replace(end=token.end, ending="", qualifier="since", next=dated.next + 2)
        qualifier = _SINCE.get(word) or {fold(key): value for key, value in _SINCE.items()}.get(word)
        if qualifier is None:
            return dated
        return dated._replace(end=self.tokens[dated.next].end, ending="", qualifier=qualifier, next=dated.next + 1)


def _order(date: Date) -> tuple[int, int, int]:
    return date.year or 0, date.month or 0, date.day or 0


def _part_of(year: int, part: int, size: int) -> Period | None:
    """Return the months of the half (`size` 2) or quarter (4) of a year; -1 is the last."""
    part = size if part == -1 else part
    length = 12 // size
    return Period(Date(year, (part - 1) * length + 1), Date(year, part * length)) if part <= size else None


def _part_of_century(first: int, part: int, size: int) -> Period | None:
    """Return the years of the half or quarter of a century that begins with the year `first`; -1 is the last."""
    part = size if part == -1 else part
    length = 100 // size
    return Period(Date(first + (part - 1) * length), Date(first + part * length - 1)) if part <= size else None


def _moment(text: str) -> Moment | None:
    """Read "14.30" or "14:30"."""
    hour, _, minute = text.replace(":", ".").partition(".")
    fits = hour.isdigit() and minute.isdigit() and len(hour) <= 2 == len(minute) and int(hour) < 24 and int(minute) < 60
    return Moment(int(hour), int(minute)) if fits else None


def _roman(text: str) -> int | None:
    """Read a Roman numeral up to 39."""
    values = {"I": 1, "V": 5, "X": 10}
    if not text or any(char not in values for char in text):
        return None
    numbers = [values[char] for char in text]
    pairs = zip(numbers, [*numbers[1:], 0], strict=True)
    return sum(-number if number < following else number for number, following in pairs)

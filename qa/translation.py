"""An English translation that stands beside a Turkish text, sentence by sentence.

`NAME.en.txt` beside `NAME.txt` holds one English sentence a line for each sentence of the text, in order, with an empty
line where the text has one between paragraphs. It is used only after a check that the two say the same: figures and
names agree in every pair. From an aligned sentence the words for a Turkish span are cut where they can be told; nothing
is invented.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from pathlib import Path

from qa.corpus import Article, CorpusError, read_article
from qa.quantities import Kind, Quantity, find_quantities, same_value
from qa.sentences import Sentence, sentences_of
from qa.text import Word, fold, lower, stem, words
from qa.words.inflection import known_stem
from qa.words.names import similarity, translate_terms, turkish_countries

_NEAR = 0.8  # similarity of a name in two spellings
_COVERED = 0.75  # share of a span's words that must be found
_TURKISH_FUNCTION = frozenset("ve ile de da bir bu şu o olan olarak için ise gibi kadar daha en ya veya hem".split())
_ENGLISH_FUNCTION = frozenset(
    "the a an of in on at to for from by with and or as is are was were has have had been be its their this these"
    " those that it which who there into per".split()
)


class TranslationError(Exception):
    """A translation that cannot be used: the message names the file, the sentence and the reason."""


@dataclass(frozen=True, slots=True)
class _Pair:
    """A Turkish sentence of the article and its English words."""

    sentence: Sentence
    turkish: str
    english: str


@dataclass(frozen=True)
class Translation:
    """The English side of an article, one sentence for each of its sentences."""

    article: Article
    title: str
    pairs: tuple[_Pair, ...]

    def sentence(self, start: int, end: int) -> str | None:
        """Return the English of the sentences that the offsets of the article touch, None outside of all."""
        touched = [pair.english for pair in self.pairs if pair.sentence.start < end and start < pair.sentence.end]
        return " ".join(touched) or None

    def phrase(self, start: int, end: int) -> str | None:
        """Return the English words for a Turkish span, cut out of the aligned sentence.

        None where they cannot be told: the span is in no single sentence, or too many of its words have no counterpart.
        """
        pair = next((p for p in self.pairs if p.sentence.start <= start < end <= p.sentence.end), None)
        if pair is None:
            return None
        span = self.article.text[start:end].strip()
        if span.strip(" .") == pair.turkish.strip(" ."):
            return pair.english
        return _find(span, pair.english)


def translation_path(path: str | Path) -> Path:
    """Return where the English translation of a text file is looked for ("a/b.txt" → "a/b.en.txt")."""
    return Path(path).with_suffix(".en.txt")


def load_translation(article: Article, path: str | Path) -> Translation | None:
    """Read and check the English translation of an article; None where there is no such file.

    Raises:
        TranslationError: the file cannot be read, or is not aligned with the article.
    """
    path = Path(path)
    if not path.exists():
        return None
    try:
        english = read_article(path)
    except CorpusError as error:
        raise TranslationError(str(error)) from error
    return align(article, english.text, english.title, str(path))


def align(article: Article, english: str, title: str, place: str) -> Translation:
    """Pair the sentences of an article with the lines of its English translation; `place` names it in errors.

    Raises:
        TranslationError: they are not aligned.
    """
    blocks = [block.splitlines() for block in re.split(r"(?:[^\S\n]*\n){2,}", english.replace("\r\n", "\n"))]
    paragraphs = [[line.strip() for line in block if line.strip()] for block in blocks]
    lines = [block for block in paragraphs if block]
    ours = [list(group) for _, group in groupby(sentences_of(article.text), key=lambda s: s.paragraph)]
    pairs = [pair for number, (mine, theirs) in enumerate(zip(ours, lines, strict=False), 1)
             for pair in _paired(article, mine, theirs, f"{place}: paragraph {number}")]  # fmt: skip
    if len(ours) != len(lines):
        raise TranslationError(f"{place}: {len(lines)} paragraphs for the {len(ours)} of the text")
    return Translation(article, title, tuple(pairs))


def open_translator(name: str | Path) -> Callable[[str], str]:
    """Open a Turkish-English translation model of transformers, named by folder or hub id, as a function of a sentence.

    For models that need no language codes (Marian: "Helsinki-NLP/opus-mt-tc-big-tr-en"). Raises OSError where there is
    no such model.
    """
    from transformers import AutoModelForSeq2SeqLM, AutoTokenizer

    tokenizer = AutoTokenizer.from_pretrained(name)
    model = AutoModelForSeq2SeqLM.from_pretrained(name).eval()

    def translate(sentence: str) -> str:
        batch = tokenizer(sentence, return_tensors="pt", truncation=True)
        output = model.generate(**batch, max_new_tokens=256)
        return str(tokenizer.decode(output[0], skip_special_tokens=True))

    return translate


# --- alignment ---


def _paired(article: Article, ours: Sequence[Sentence], theirs: Sequence[str], place: str) -> list[_Pair]:
    if len(ours) != len(theirs):
        first = article.text[ours[0].start : ours[0].end]
        raise TranslationError(
            f"{place} ('{_short(first)}') has {len(theirs)} sentences for the {len(ours)} of the text"
        )
    pairs = [_Pair(s, article.text[s.start : s.end], line) for s, line in zip(ours, theirs, strict=True)]
    for pair in pairs:
        if reason := _disagreement(pair):
            raise TranslationError(f"{place}, sentence '{_short(pair.english)}': {reason}")
    return pairs


def _is_country(word: Word) -> bool:
    return lower(word.text) in turkish_countries()


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:57]}..."


def _disagreement(pair: _Pair) -> str | None:
    """Say which figure of one side the other lacks, or that no name agrees; None where the two can be a pair."""
    turkish, english = find_quantities(pair.turkish, "tr"), find_quantities(pair.english, "en")
    for figure in _written(turkish):
        if not any(same_value(figure, other, unitless=True) for other in english):
            return f"lacks '{figure.text}'"
    for figure in _written(english):
        if not any(same_value(other, figure, unitless=True) for other in turkish):
            return f"'{figure.text}' is not in the text"
    names = [w for w in words(pair.turkish) if w.text[0].isupper() and (w.start > 0 or w.suffix or _is_country(w))]
    others = words(pair.english)
    if len(names) > 1 and not any(_match(name, other) for name in names for other in others):
        return "holds none of the names of the text"
    return None


def _written(quantities: Sequence[Quantity]) -> list[Quantity]:
    """Return the quantities written in digits: words ("iki", "first") translate too freely to be compared."""
    return [quantity for quantity in quantities if any(char.isdigit() for char in quantity.text)]


@lru_cache(maxsize=8192)
def _turkish_forms(english: str) -> frozenset[str]:
    return frozenset(lower(term) for term in translate_terms(english, "en"))


def _match(turkish: Word, english: Word) -> bool:
    """Tell whether two words can stand for each other: a name in two spellings, or a translation."""
    one, other = fold(turkish.text), fold(english.text)
    if other in _ENGLISH_FUNCTION:
        return False
    if one[0].isdigit() or other[0].isdigit():
        return one == other
    forms = _turkish_forms(english.text)
    if forms and (known_stem(lower(turkish.text), forms) or stem(one) in {stem(fold(form)) for form in forms}):
        return True
    return turkish.text[0].isupper() and len(one) > 2 and similarity(turkish.text, english.text) >= _NEAR


# --- the words for a span ---


@dataclass(frozen=True, slots=True)
class _Unit:
    """A word of the English sentence, or a quantity, which is never cut."""

    start: int
    end: int
    word: Word | None
    quantity: Quantity | None


def _find(span: str, english: str) -> str | None:
    """Return the shortest piece of an English sentence that holds a counterpart for the words of a span."""
    units = _units(english)
    places = _places(span, units)
    found = [place for place in places if place]
    if not found or len(found) < _COVERED * len(places):
        return None
    window = _shortest(found)
    if window is None:
        return None
    first, last = window
    held = {at for place in found for at in place}
    strange = [u for at, u in enumerate(units[first : last + 1], first) if at not in held and not _is_function(u)]
    if len(strange) > len(found) // 3:
        return None
    if first > 0 and english[units[first - 1].start : units[first - 1].end].lower() in ("the", "a", "an"):
        first -= 1
    begin, end = units[first].start, units[last].end
    if english[end : end + 1] == ")" and english[begin:end].count("(") == 1:
        end += 1
    text = english[begin:end]
    opens_sentence = begin == 0 and _is_function(units[0])
    return text[:1].lower() + text[1:] if opens_sentence else text


def _units(english: str) -> list[_Unit]:
    quantities = find_quantities(english, "en")
    units = [_Unit(q.start, q.end, None, q) for q in quantities]
    units += [_Unit(w.start, w.end, w, None) for w in words(english)
              if not any(q.start < w.end and w.start < q.end for q in quantities)]  # fmt: skip
    return sorted(units, key=lambda unit: unit.start)


def _is_function(unit: _Unit) -> bool:
    return unit.word is not None and fold(unit.word.text) in _ENGLISH_FUNCTION


def _places(span: str, units: Sequence[_Unit]) -> list[set[int]]:
    """Return for each quantity and content word of a span where in the English sentence its counterpart can be."""
    quantities = find_quantities(span, "tr")
    places = [_equal(quantity, units) for quantity in quantities]
    for word in words(span):
        if any(q.start <= word.start < q.end for q in quantities) or fold(word.text) in _TURKISH_FUNCTION:
            continue
        found = {at for at, unit in enumerate(units) if unit.word and _match(word, unit.word)}
        places.append(found or _counted(word, quantities, units))
    return places


def _equal(quantity: Quantity, units: Sequence[_Unit]) -> set[int]:
    return {at for at, unit in enumerate(units) if unit.quantity and same_value(quantity, unit.quantity, unitless=True)}


def _counted(word: Word, quantities: Sequence[Quantity], units: Sequence[_Unit]) -> set[int]:
    """Take the noun right after an equal figure for what the Turkish one counts ("48 sefer", "48 flights")."""
    before = [q for q in quantities if q.kind is Kind.COUNT and 0 < word.start - q.end <= 2]
    after = {at + 1 for quantity in before for at in _equal(quantity, units) if at + 1 < len(units)}
    return {at for at in after if not _is_function(units[at])}


def _shortest(places: Sequence[set[int]]) -> tuple[int, int] | None:
    """Return the first and last unit of the shortest window with one unit of each place."""
    best: tuple[int, int] | None = None
    for first in sorted({at for place in places for at in place}):
        nearest = [min((at for at in place if at >= first), default=None) for place in places]
        if None in nearest:
            continue
        last = max(at for at in nearest if at is not None)
        if best is None or last - first < best[1] - best[0]:
            best = first, last
    return best

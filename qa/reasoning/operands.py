"""Which figures of the evidence a computation is about: the operands, found by what stands beside them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from qa.answerer import Finding
from qa.candidates import Candidate
from qa.corpus import Article
from qa.quantities import Date, Period
from qa.reasoning.figures import Figure, figures_in, is_part_of, moves_to
from qa.reasoning.operations import Label
from qa.reasoning.rests import find_rest
from qa.sentences import sentences_of
from qa.text import fold
from qa.words.terms import Mentions, Term, agree, is_likely_name, mentions_in

NEIGHBOURS = 1  # sentences around a candidate's that are looked at too
_PAST = re.compile(
    r"\b(?:gecen|bir onceki|onceki|onceden|ondan once|eski\w*|iken|evvel\w*|o (?:yil|donem|zaman)|ilk kez|ilk \w+da|"
    r"baslangic\w*|\w+m[iu]st[iu]|yil once|sezon once|ay once|bir yil once)\b"
)
_BEFORE_THAT = re.compile(r"\b(?:ondan|bundan) (?:bir )?once\w*|\biki (?:yil|sezon|ay) once")
_THE_SAME = re.compile(r"\bbu (?:rakam|sayi|oran|miktar|tutar|deger)\b")
# What an amount of money, an area or a weight can be said to be an amount of.
_MEASURED_BY = {
    "money": ("para", "tutar", "kaynak", "odenek", "mal", "urun", "ihracat", "ithalat", "yatirim"),
    "measure": ("arazi", "toprak", "alan", "yer", "su", "urun", "yuk", "mal"),
}
_PIECES = frozenset("kisi uye adet tane".split())  # words that count anything
# Words for people, who are all counted as "kişi".
_PERSON = re.compile(
    r"(?:kisi|insan|kadin|erkek|cocuk|genc|yasli|ogrenci|ogretmen|isci|calisan|personel|gorevli|gonullu|yolcu|hasta|hekim|"
    r"doktor|hemsire|sporcu|oyuncu|seyirci|izleyici|taraftar|ziyaretci|turist|katilimci|uye|vatandas|yurttas|konuk|aday|"
    r"asker|polis|memur|uzman|sanatci|yazar|bilim insan)"
)
_OF_OTHERS = 0.4  # how surely a figure is said of a thing of somebody named, where the text names him alone
_LEAD = 240  # characters before a sentence in which its year may stand
_HEAD = 32  # characters at the head of a sentence in which an adverb of time holds for the whole


@dataclass(frozen=True, slots=True)
class Evidence:
    """The figures near the reader's candidates, and how strongly the reader points at each sentence (0 to 1)."""

    figures: tuple[Figure, ...]
    strength: dict[tuple[str, int], float]
    article: str = ""

    def of(self, figure: Figure) -> float:
        """Return how strongly the reader points at the sentence of a figure; more in the article of its best span."""
        return self.strength.get((figure.article.id, figure.sentence[0]), 0.0) + (figure.article.id == self.article)


def gather(findings: Sequence[Finding]) -> Evidence:
    """Return the figures of the sentences that hold the candidates of some findings, and of those beside them."""
    strength: dict[tuple[str, int], float] = {}
    places: dict[tuple[str, int], tuple[Article, tuple[int, int]]] = {}
    for finding in findings:
        for rank, candidate in enumerate(finding.candidates):
            for distance, span in _sentences_near(candidate):
                key = (candidate.article.id, span[0])
                places.setdefault(key, (candidate.article, span))
                strength[key] = max(strength.get(key, 0.0), 1 / (1 + rank + 2 * distance))
        for hit in finding.hits:  # what was found and not read
            span = (hit.passage.start, hit.passage.end)
            places.setdefault((hit.article.id, span[0]), (hit.article, span))
    figures = [figure for article, span in places.values() for figure in figures_in(article, span)]
    rests = [find_rest(article, span) for article, span in places.values()]
    figures += [rest.figure for rest in rests if rest]
    best = next((finding.best for finding in findings if finding.best), None)
    return Evidence(tuple(figures), strength, best.article.id if best else "")


def _sentences_near(candidate: Candidate) -> list[tuple[int, tuple[int, int]]]:
    sentences = sentences_of(candidate.article.text)
    at = next((i for i, s in enumerate(sentences) if s.start <= candidate.start < s.end), None)
    if at is None:
        return []
    near = range(max(0, at - NEIGHBOURS), min(len(sentences), at + NEIGHBOURS + 1))
    return [(abs(i - at), (sentences[i].start, sentences[i].end)) for i in near]


# --- what is said of a figure ---


def clause_of(figure: Figure) -> Mentions:
    """Return the words of the clause that is a figure's own."""
    return mentions_in(figure.article.text, *figure.clause)


@lru_cache(maxsize=2048)
def lead_of(article: Article, start: int) -> Mentions:
    """Return the words of the sentence before the one that starts at an offset."""
    before = [s for s in sentences_of(article.text) if s.end <= start]
    return mentions_in(article.text, before[-1].start, before[-1].end) if before else Mentions("")


@lru_cache(maxsize=2048)
def context_of(article: Article, start: int, end: int) -> Mentions:
    """Return the words of a sentence, of the one before it, and of the title."""
    before = [s for s in sentences_of(article.text) if s.end <= start]
    lead = article.text[before[-1].start : before[-1].end] if before else ""
    return Mentions(f"{article.title}. {lead} {article.text[start:end]}")


def coverage(terms: Sequence[Term], figures: Sequence[Figure]) -> float:
    """Return the share of terms (names double) that the sentences of some figures speak of, with title and lead.

    A term whose Turkish is not known counts for nothing.
    """
    contexts = [context_of(figure.article, *figure.sentence) for figure in figures]
    weighed = [(2.0 if term.name else 1.0, term) for term in terms if term.known]
    held = sum(weight for weight, term in weighed if any(context.holds(term) for context in contexts))
    return held / (sum(weight for weight, _ in weighed) or 1.0)


def lacks_name(terms: Sequence[Term], figures: Sequence[Figure]) -> bool:
    """Tell whether a name of the question is met nowhere around some figures."""
    contexts = [context_of(figure.article, *figure.sentence) for figure in figures]
    wide = [mentions_in(figure.article.text, 0, len(figure.article.text)) for figure in figures]
    return any(
        is_likely_name(term) and not any(context.holds(term) for context in (*contexts, *wide))
        for term in terms if term.known
    )  # fmt: skip


def years_fit(asked: Sequence[int], figures: Sequence[Figure]) -> bool:
    """Tell whether the years of a question can be those of some figures: named beside them, or the text's own."""
    for year in asked:
        for figure in figures:
            near = years_at(figure, clause=False)
            lead = figure.article.text[max(0, figure.sentence[0] - _LEAD) : figure.sentence[0]]
            said = near or {int(y) for y in re.findall(r"\b(?:1\d|20)\d\d\b", f"{figure.article.title} {lead}")}
            before = near and year + 1 in near and _PAST.search(fold(figure.article.text[slice(*figure.sentence)]))
            if before or year in near or year in said or str(year) in figure.article.title:
                break
            if not near and str(year) in figure.article.text:
                break
        else:
            return False
    return True


def years_at(figure: Figure, *, clause: bool = True) -> set[int]:
    """Return the years named in the clause (or the whole sentence) of a figure."""
    first, last = figure.clause if clause else figure.sentence
    found: set[int] = set()
    for other in figures_in(figure.article, figure.sentence):
        if not first <= other.start < last:
            continue
        value = other.quantity.value
        dates = [value] if isinstance(value, Date) else list(value) if isinstance(value, Period) else []
        found.update(date.year for date in dates if isinstance(date, Date) and date.year)
    return found


def label_strength(figure: Figure, label: Label, rival: Label) -> float:
    """Return how surely a figure's own clause is about a label and not about its rival, 0 to 1.

    A sentence whose subject stands in the one before it ("Hattın uzunluğu 14,2 kilometre") takes it from there.
    """
    own = [term for term in label.terms if not _shared(term, rival)]
    theirs = [term for term in rival.terms if not _shared(term, label)]
    if label.years and not own:
        return _year_strength(figure, label, rival)
    if not own:
        return 0.0
    strength = _clause_strength(clause_of(figure), own, theirs)
    if not strength and figure.wide != figure.clause:
        strength = _clause_strength(mentions_in(figure.article.text, *figure.wide), own, theirs)
    if not strength and not any(clause_of(figure).holds(term) for term in theirs):
        lead = lead_of(figure.article, figure.sentence[0])
        strength = 0.6 * all(lead.holds(term) for term in own) * (not any(lead.holds(term) for term in theirs))
    nouns = [term for term in own if term.known and not term.name]
    near = context_of(figure.article, *figure.sentence)
    return strength if not nouns or any(map(near.holds, nouns)) else min(strength, _OF_OTHERS)


def _clause_strength(clause: Mentions, own: Sequence[Term], theirs: Sequence[Term]) -> float:
    """Return the share of a label's own words in a clause; a name of several words may stand for itself in part."""
    held = sum(clause.holds(term) for term in own) / len(own)
    names = [clause.holds(term) for term in own if term.name]
    if names and 2 * sum(names) < len(names):
        return 0.0
    if theirs and all(clause.holds(term) for term in theirs):
        return max(0.0, held - 0.5)
    return max(held, 0.7) if held and names and 2 * sum(names) >= len(names) and len(names) == len(own) else held


def _shared(term: Term, label: Label) -> bool:
    return any(set(term.forms) & set(other.forms) for other in label.terms)


def _year_strength(figure: Figure, label: Label, rival: Label) -> float:
    years = years_at(figure)
    if set(label.years) & years:
        return 1.0
    if set(rival.years) & years or _PAST.search(fold(_clause_text(figure))):
        return 0.0 if not (rival.years and label.years[0] < rival.years[0]) or set(rival.years) & years else 0.6
    return 0.6 if not years else 0.0


def _clause_text(figure: Figure) -> str:
    return figure.article.text[slice(*figure.clause)]


# --- pairs ---


def pairs_of(figures: Sequence[Figure]) -> list[tuple[Figure, Figure]]:
    """Return the pairs of figures of one dimension in one article, in the order of the text, that can be compared."""
    ordered = sorted(figures, key=lambda figure: (figure.article.id, figure.start))
    return [
        (one, two)
        for one, two in combinations(ordered, 2)
        if one.article.id == two.article.id and one.dimension == two.dimension
        and one.size is not None and two.size is not None
    ]  # fmt: skip


def labelled_pair(
    evidence: Evidence,
    labels: tuple[Label, Label],
    rest: Sequence[Term],
    dimensions: frozenset[str],
    counted: Term | None = None,
) -> tuple[float, Figure, Figure] | None:
    """Return the best pair of figures of which one is said of each label, with its score; None where there is none.

    `rest` are the words of the question that are in neither label, `dimensions` those that the question can mean.
    """
    best: tuple[float, Figure, Figure] | None = None
    for one, two in pairs_of([figure for figure in evidence.figures if figure.dimension in dimensions]):
        for first, second in ((one, two), (two, one)):
            strengths = label_strength(first, labels[0], labels[1]), label_strength(second, labels[1], labels[0])
            if min(strengths) < 0.5 and not _by_elimination(first, second, labels, strengths, evidence):
                continue
            if is_part_of(one, two) or not _of_one_noun(one, two, [*labels[0].terms, *labels[1].terms, *rest]):
                continue
            if counted and any(counts_other(counted, figure) for figure in (one, two)):
                continue
            score = sum(strengths) + pair_score(first, second, rest, evidence) + counts(counted, one, two)
            if best is None or score > best[0]:
                best = score, first, second
    return best


def _by_elimination(
    first: Figure, second: Figure, labels: tuple[Label, Label], strengths: tuple[float, float], evidence: Evidence
) -> bool:
    """Tell whether one of two parallel figures is said of a label, and the other label is of an unknown word."""
    if first.sentence != second.sentence or max(strengths) < 0.5:
        return False
    other = labels[strengths.index(min(strengths))]
    parallel = [f for f in evidence.figures if f.sentence == first.sentence and f.dimension == first.dimension]
    return len(parallel) == 2 and not any(
        term.known for term in other.terms if not _shared(term, labels[strengths.index(max(strengths))])
    )


def pair_score(one: Figure, two: Figure, terms: Sequence[Term], evidence: Evidence) -> float:
    """Return how well two figures suit the rest of a question: the words around them, nearness, the reader's view."""
    covered = 2 * coverage(terms, (one, two)) if any(term.known for term in terms) else 1.0
    near = 0.5 if one.sentence == two.sentence else 0.25 if abs(one.start - two.start) < 300 else 0.0
    alike = 0.25 if one.quantity.unit == two.quantity.unit else 0.0
    return covered + near + alike + 0.5 * max(evidence.of(one), evidence.of(two))


def beyond_topic(terms: Sequence[Term], article: Article) -> list[Term]:
    """Return the terms that the title of an article does not have, all of them where it has each."""
    title = Mentions(article.title)
    return [term for term in terms if not title.holds(term)] or list(terms)


def closeness(one: Figure, two: Figure, terms: Sequence[Term]) -> float:
    """Return how much of a question the clauses of two figures speak of by themselves, 0 to 2."""
    weighed = [(2.0 if term.name else 1.0, term) for term in terms if term.known]
    total = sum(weight for weight, _ in weighed) or 1.0
    return sum(weight for weight, term in weighed for figure in (one, two) if clause_of(figure).holds(term)) / total


def contrast(one: Figure, two: Figure, terms: Sequence[Term]) -> int:
    """Count what sets two figures apart in the words of the question: terms that only one of their clauses holds."""
    first, second = clause_of(one), clause_of(two)
    only = [(first.holds(term), second.holds(term)) for term in terms]
    return min(sum(a and not b for a, b in only), sum(b and not a for a, b in only))


def count_alike(one: Figure, two: Figure, terms: Sequence[Term]) -> bool:
    """Tell whether two counts are of one noun, or of two that the question names both ("hekim", "hemşire")."""
    units = [fold(figure.quantity.unit or "") for figure in (one, two)]
    if one.dimension != "count" or not all(units) or agree(*units):
        return True
    if "kisi" in units and all(_PERSON.match(unit) for unit in units):
        return True
    return all(any(agree(form, unit) for term in terms for form in term.forms) for unit in units)


def speaks_of_unit(one: Figure, two: Figure, terms: Sequence[Term]) -> bool:
    """Tell whether a bare number stands in a sentence that speaks of what the other figure counts, or the question."""
    bare, other = (two, one) if one.quantity.unit else (one, two)
    noun = fold(other.quantity.unit or "")
    if bare.quantity.unit or not noun:
        return True
    said = mentions_in(bare.article.text, *bare.sentence)
    asked = [term for term in terms if not term.name]
    return any(agree(noun, word) for word in said.folded) or any(map(said.holds, asked))


def counts(noun: Term | None, one: Figure, two: Figure) -> float:
    """Reward figures that count the noun that a question asks for ("more species")."""
    if noun is None:
        return 0.0
    units = [_noun_of(figure) for figure in (one, two)]
    return 1.5 if any(unit and agree(form, unit) for form in noun.forms for unit in units) else 0.0


def _of_one_noun(one: Figure, two: Figure, terms: Sequence[Term]) -> bool:
    """Tell whether two counts can be set side by side: of one noun, of none in particular, or of two that are named."""
    nouns = [_noun_of(figure) if figure.dimension == "count" else "" for figure in (one, two)]
    if not all(nouns) or agree(*nouns) or any(noun in _PIECES for noun in nouns):
        return True
    return all(any(agree(form, noun) for term in terms for form in term.forms) for noun in nouns)


def counts_other(noun: Term, figure: Figure) -> bool:
    """Tell whether a figure counts another noun than the one asked for, of which its sentence does not speak."""
    counted = _noun_of(figure) if figure.dimension == "count" else figure.dimension
    if not noun.known or counted in ("", "percent", *_PIECES) or any(agree(form, counted) for form in noun.forms):
        return False
    for dimension, nouns in _MEASURED_BY.items():
        if figure.dimension.startswith(dimension) and any(agree(form, word) for form in noun.forms for word in nouns):
            return False
    return not mentions_in(figure.article.text, *figure.sentence).holds(noun)


def _noun_of(figure: Figure) -> str:
    """Return the folded noun that a figure counts; a bare number counts what the one before it in its sentence does.

    Where none before it has a noun, it counts what the one behind it does ("ilk gün 8.200, son gün 13.750 seyirci").
    """
    alike = [one for one in figures_in(figure.article, figure.sentence) if one.dimension == figure.dimension]
    before = [one.quantity.unit for one in alike if one.quantity.unit and one.start <= figure.start]
    behind = [one.quantity.unit for one in alike if one.quantity.unit and one.start > figure.start]
    return fold((before[-1:] or behind[:1] or [""])[0])


def is_temporal(one: Figure, two: Figure) -> bool:
    """Tell whether two figures state one thing at two times ("2022'de 18.400 ton iken 2023'te 21.150 tona")."""
    if moves_to(one, two) or moves_to(two, one):
        return True
    years = years_at(one), years_at(two)
    if years[0] and years[1] and not years[0] & years[1]:
        return True
    return _depth(one, two) != _depth(two, one)


def later_of(one: Figure, two: Figure) -> Figure:
    """Return the one of two temporal figures that states the later time."""
    if moves_to(one, two):
        return two
    if moves_to(two, one):
        return one
    years = years_at(one), years_at(two)
    if years[0] and years[1] and max(years[0]) != max(years[1]):
        return one if max(years[0]) > max(years[1]) else two
    return two if _depth(one, two) > _depth(two, one) else one


def _depth(figure: Figure, other: Figure) -> int:
    """Return how far back the words beside a figure point: 0 this year, 1 last year, 2 the year before that."""
    text = fold(_clause_text(figure))
    if figure.sentence != other.sentence:
        # An adverb at the head of a sentence holds for all of it.
        text = f"{fold(figure.article.text[figure.sentence[0] : figure.sentence[0] + _HEAD])} {text}"
    dated = _THE_SAME.search(text) and years_at(figure) and not years_at(other)  # "2024'te bu rakam 540'tı"
    return 2 if dated or _BEFORE_THAT.search(text) else 1 if _PAST.search(text) else 0

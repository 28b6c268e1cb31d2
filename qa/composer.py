"""The composer: from what was found to the answer that is given, in the question's language.

A question that asks for yes or no, for a comparison or a calculation, or for a count is answered from the spans that
were found for it; any other by the best span itself, a list item by item. What is not supported stays unanswered.
"""

import re
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import cache, lru_cache
from itertools import pairwise
from typing import Protocol

from qa.answerer import WINDOWS, Finding
from qa.answers import Draft, Span
from qa.candidates import Candidate
from qa.citations import cite, span_of
from qa.corpus import Article
from qa.enumerations import parts_named, without_lead
from qa.expectation import Expected, asks_how_many, expected_answer, expects_list, is_yes_no
from qa.list_edges import fit_edges, named_beside, names_of
from qa.offices import find_holder, holds_other_office
from qa.phrases import phrase
from qa.quantities import Kind, find_quantities
from qa.reasoning.ages import asks_age
from qa.reasoning.arithmetic import compute, states_difference
from qa.reasoning.assertions import is_verb
from qa.reasoning.clauses import split_question
from qa.reasoning.counting import count_items, is_unstated
from qa.reasoning.figures import figures_at
from qa.reasoning.judgements import Verify
from qa.reasoning.listings import as_how_many, as_how_many_listed, counted_word
from qa.reasoning.located_answers import compare_located, is_elsewhere, list_located
from qa.reasoning.operations import Operation, read_request
from qa.reasoning.remainders import is_denied_otherwise
from qa.reasoning.then_and_now import as_year_before
from qa.reasoning.verdict import decide
from qa.reasoning.vetoes import cannot_answer
from qa.rendering import Rendering, listed, render
from qa.retriever import Hit
from qa.text import APOSTROPHES, fold, lower, words
from qa.words.suffixes import owned_case_offsets, split_list, strip_case_offsets
from qa.words.terms import Mentions, agree, find_terms

MAX_PARTS = 3  # questions answered in one; each is read on its own
_WINDOWS_OF_PART = WINDOWS - 1  # so that all parts take little longer than one question
_BESIDE = 2  # words that may stand beside one of two things compared where it is the answer
_TITLED = 0.85  # how sure the name is that stands behind the very title asked for
_LIST_MARGIN = 4.0  # a list is given although one of its items scores this much more
_PAIR = 2
_COUNT_MARGIN = 0.25  # a list is counted although a span is this much surer

_PLURAL_HEAD = re.compile(r"\s+(?P<noun>[^\W\d_]{2,}l[ae]r[ıi]?)$")
_WHERE = re.compile(rf"(?P<place>[^\W\d_]+)[{re.escape(APOSTROPHES)}][dt][ae]ki\s")
_ITEM_LINK = re.compile(r"\W*(?:\s(?:ve|ile|veya|ya da)\s)?\W*")
_REACH = 24  # characters before an item in which the text says where it is
_LISTED = (Expected.PERSON, Expected.PLACE, Expected.ORGANISATION)  # "Who came?" may have several answers
_NUMBER_WORD = re.compile(r"\b(?:bir|tek|hic|yarim|cift|duzine)\b")


class Find(Protocol):
    """Finds the answer to a question."""

    def __call__(self, question: str, windows: int = WINDOWS) -> Finding:
        """Read a question, in at most so many windows of the texts."""


def compose(
    question: str, language: str, hits: Sequence[Hit], find: Find, verify: Verify, threshold: float
) -> tuple[Draft | None, Finding]:
    """Return the draft of the answer (None: the text does not say) and what was found for the question.

    `hits` are the passages that the answer may stand in, `find` reads them for a question, `verify` judges a yes/no
    question by passages; `threshold` is the confidence under which a span is no answer.
    """
    parts = split_question(question, language)
    if 1 < len(parts) <= MAX_PARTS:
        return _in_parts(parts, language, find, verify, threshold)
    once, question = cache(find), as_how_many(question, language)
    if hits:
        question = as_year_before(question, language, hits[0].article.text)
    listed = as_how_many_listed(question, language)
    if not read_request(question, language) and is_unstated(listed, language, hits):
        counted = count_items(listed, language, None, once)  # the list is read alone: half the time
        if counted and counted.confidence >= threshold:
            return counted, Finding(None, (), {}, counted.confidence)
    return _one(question, language, once, verify, threshold)


def _one(question: str, language: str, find: Find, verify: Verify, threshold: float) -> tuple[Draft | None, Finding]:
    finding = find(question)
    if finding.best is None:
        return None, finding
    computed = compare_located(question, language, finding) or compute(question, language, finding)
    if computed:
        return computed, finding
    if is_yes_no(question, language):
        return decide(question, language, finding, find, verify), finding
    located = list_located(question, language, finding, threshold)
    if located:
        return located, finding
    holder = find_holder(question, language, finding.hits)
    if holder:
        return _holder_draft(language, *holder, finding), finding
    counted = count_items(question, language, finding, find)
    if counted and counted.confidence >= max(threshold, finding.confidence - _COUNT_MARGIN):
        return counted, finding
    if (
        finding.confidence < threshold
        or _is_foreign(question, language, finding)
        or is_elsewhere(question, language, finding)
        or holds_other_office(question, language, finding.best)
        or not _may_be_a_span(question, language, finding.best)
        or cannot_answer(question, language, finding.best)
    ):
        return None, finding
    best = _whole_list(finding) if expects_list(question, language) else finding.best
    return _span_draft(question, language, best or finding.best, finding.confidence), finding


def _whole_list(finding: Finding) -> Candidate | None:
    """Return the list of which the best span is one item, None where the reader thinks much less of it."""
    best = finding.best
    if best is None or len(split_list(best.text)) > 1:
        return None
    for whole in finding.candidates:
        if whole.score < best.score - _LIST_MARGIN or not whole.overlaps(best) or ";" in whole.text:
            continue
        items = [(whole.start + a, whole.start + b) for a, b in without_lead(whole.text, split_list(whole.text))]
        if len(items) > _PAIR and any(start < best.end and best.start < end for start, end in items):
            return whole
    return None


def _is_foreign(question: str, language: str, finding: Finding) -> bool:
    """Tell whether a question names things, and no passage that was read speaks of any of them."""
    things = [term for term in find_terms(question, language) if term.known and not is_verb(term, language)]
    things = [term for term in things if not (language == "en" and term.text.endswith("ing"))]  # often done, not named
    return len(things) > 1 and all(candidate.features["support"] == 0 for candidate in finding.candidates)


def _may_be_a_span(question: str, language: str, best: Candidate) -> bool:
    """Tell whether a span can be the answer, however sure the reader is of it.

    "How many" is answered by a number ("pek çok" is none); "how much more", where it could not be computed, only by a
    figure that the text gives for a difference; and a comparison that could not be made by one of the things compared.
    """
    if asks_how_many(question, language):
        if not (_NUMBER_WORD.search(fold(best.text)) or find_quantities(best.text)):
            return False
        if is_denied_otherwise(question, language, best):
            return False
    request = read_request(question, language)
    if request and request.operation is Operation.DIFFERENCE and find_quantities(best.text):
        return states_difference(best.article, best.start, best.end)
    spans_time = asks_age(question, language) or (request and request.operation is Operation.DURATION)
    if spans_time and _is_date(best.text):
        return False
    if request is None or request.operation is not Operation.COMPARISON or not request.labels:
        return True
    said = Mentions(best.text)
    longest = max(len(label.text.split()) for label in request.labels) + _BESIDE
    short = len(best.text.split()) <= longest and not find_quantities(best.text)
    return short and sum(any(said.holds(term) for term in label.terms) for label in request.labels) == 1


def _is_date(text: str) -> bool:
    found = find_quantities(text)
    return bool(found) and all(quantity.kind in (Kind.DATE, Kind.YEAR) for quantity in found)


def _holder_draft(language: str, hit: Hit, start: int, end: int, finding: Finding) -> Draft:
    rendering = render(hit.article.text[start:end], language)
    spans, citations = [span_of(hit.article, start, end)], cite(hit.article, start, end)
    confidence = max(finding.confidence, _TITLED)
    return Draft("span", rendering.text, spans, citations, confidence, rendered=rendering.complete)


def _span_draft(question: str, language: str, best: Candidate, confidence: float) -> Draft:
    if expects_list(question, language):
        start, end = fit_edges(question, best.article.text, best.start, best.end)
        best = replace(best, start=start, end=end)
    citations = cite(best.article, best.start, best.end)
    items = _items_of(question, language, best)
    there = _in_place_asked(question, language, best, items)
    start, end = there[0] if len(there) == 1 < len(items) else (0, len(best.text))
    several = len(there) > 2 and expected_answer(question, language) in _LISTED
    if several or (len(there) > 1 and expects_list(question, language)):
        spans = [span_of(best.article, best.start + a, best.start + b) for a, b in there]
        if beside := named_beside(question, best.article.text, spans[0].start):
            spans.insert(0, span_of(best.article, *beside))
        rendering = _rendered_list(question, language, best.article, spans)
        return Draft("list", rendering.text, spans, citations, confidence, rendered=rendering.complete)
    text = best.text[start:end]
    rendering = render(
        text if language == "tr" else text[slice(*owned_case_offsets(text))], language, question=question
    )
    spans = [span_of(best.article, best.start + start, best.start + end)]
    return Draft("span", rendering.text, spans, citations, confidence, rendered=rendering.complete)


def _items_of(question: str, language: str, best: Candidate) -> Sequence[tuple[int, int]]:
    """Return the items of a span that is a list, as offsets of it."""
    if expects_list(question, language) and (parts := parts_named(best.article.text, best.start, best.end)):
        return [(start - best.start, end - best.start) for start, end in parts]
    items = without_lead(best.text, _without_head(question, language, best.text, split_list(best.text)))
    wanted = expected_answer(question, language)
    return names_of(question, best.text, items, places=wanted is Expected.PLACE)


def _rendered_list(question: str, language: str, article: Article, spans: Sequence[Span]) -> Rendering:
    """Return a list as the text has it, or its items alone where more than links stands between them."""
    between = [article.text[one.end : two.start] for one, two in pairwise(spans)]
    if all(_ITEM_LINK.fullmatch(gap) for gap in between):
        return render(article.text[spans[0].start : spans[-1].end], language, question=question)
    return listed([render(span.text, language, question=question) for span in spans], language)


def _in_place_asked(
    question: str, language: str, best: Candidate, items: Sequence[tuple[int, int]]
) -> Sequence[tuple[int, int]]:
    """Keep the items that the text puts where the question asks ("Oslo'daki Deniz Müzesi"), if others are elsewhere."""
    text = best.article.text
    found = [list(_WHERE.finditer(text, max(0, best.start + a - _REACH), best.start + b)) for a, b in items]
    terms = [term for term in find_terms(question, language) if term.name]
    asked = [any(Mentions(here[-1]["place"]).holds(term) for term in terms) for here in found if here]
    if len(items) < 2 or len(asked) < len(items) or not any(asked):
        return items
    return [item for item, here in zip(items, asked, strict=True) if here]


def _without_head(
    question: str, language: str, text: str, items: Sequence[tuple[int, int]]
) -> Sequence[tuple[int, int]]:
    """Take off the last item the plural asked for, which names what all of them are ("A, B ve C birimleri")."""
    start, end = items[-1]
    head = _PLURAL_HEAD.search(text, start, end)
    if (
        head is None
        or " ve " in text[start : head.start()]
        or any(_PLURAL_HEAD.search(text, *item) for item in items[:-1])
    ):
        return items
    said = fold(head["noun"])
    if not any(agree(form, said) for term in find_terms(question, language) for form in term.forms):
        return items
    return [*items[:-1], (start, head.start())]


@lru_cache(maxsize=1)
def _readers() -> ThreadPoolExecutor:
    """Return the threads in which the parts of a question are read."""
    return ThreadPoolExecutor(MAX_PARTS, "parts")


def _in_parts(
    parts: Sequence[str], language: str, find: Find, verify: Verify, threshold: float
) -> tuple[Draft | None, Finding]:
    """Answer each part on its own; a part that the text leaves open is said to be open."""
    ahead = {part: _readers().submit(find, part, _WINDOWS_OF_PART) for part in parts}

    def find_part(question: str, windows: int = WINDOWS) -> Finding:
        return ahead[question].result() if question in ahead else find(question, windows)

    answered = [_one(part, language, find_part, verify, threshold) for part in parts]
    drafts = [
        _as_part(draft, part, language, finding.best) if draft and finding.best else draft
        for part, (draft, finding) in zip(parts, answered, strict=True)
    ]
    known = [draft for draft in drafts if draft]
    finding = answered[0][1]
    if not known:
        return None, finding
    unknown = phrase("not_in_text", language).rstrip(".")
    joined = replace(
        known[0],
        kind="list",
        text="; ".join(draft.text if draft else unknown for draft in drafts),
        spans=list(dict.fromkeys(span for draft in known for span in draft.spans)),
        citations=list(dict.fromkeys(citation for draft in known for citation in draft.citations)),
        confidence=min(draft.confidence for draft in known),
        calculation="; ".join(draft.calculation for draft in known if draft.calculation),
        rendered=all(draft.rendered for draft in known),
    )
    return joined, finding


def _as_part(draft: Draft, question: str, language: str, best: Candidate) -> Draft:
    """Fit an answer to stand among others: without the case that its own sentence gave it, a number with its noun."""
    draft = _with_noun(draft, question, language, best)
    if draft.kind != "span" or draft.calculation or len(draft.spans) != 1:
        return draft
    (span,) = draft.spans
    start, end = owned_case_offsets(span.text)
    if any(quantity.end > end for quantity in find_quantities(span.text)):
        return draft
    if span.article != best.article.id or (start, end) == (0, len(span.text)):
        return draft
    rendering = render(span.text[start:end], language, question=question)
    spans = [span_of(best.article, span.start + start, span.start + end)]
    return replace(draft, text=rendering.text, spans=spans, rendered=rendering.complete)


def _with_noun(draft: Draft, question: str, language: str, best: Candidate) -> Draft:
    """Let a number among several answers say what it counts, as the text has it: "7.930 bebek; 4.210 kişi"."""
    if draft.kind != "span" or draft.calculation or not asks_how_many(question, language):
        return draft
    article, (span,) = best.article, draft.spans
    figure = next((f for f in figures_at(article, span.start) if f.start <= span.start and span.end == f.end), None)
    counts = figure is not None and figure.dimension == "count"
    following = words(article.text[span.end : span.end + 40])[:1] if counts else []
    said = [fold(word.text) for word in following if word.start <= 1]
    if not any(agree(form, noun) for noun in said for term in find_terms(question, language) for form in term.forms):
        return draft
    start, end = strip_case_offsets(article.text[span.start : span.end + following[0].end])
    asked = counted_word(question)
    if asked and lower(following[0].text).startswith(lower(asked)):  # "118 temsili izledi", of "kaç temsil"
        end = min(end, span.end - span.start + following[0].start + len(asked))
    rendering = render(article.text[span.start + start : span.start + end], language, question=question)
    spans = [span_of(article, span.start + start, span.start + end)]
    return replace(draft, text=rendering.text, spans=spans, rendered=rendering.complete)


def in_language(draft: Draft, language: str) -> Draft:
    """Return a draft that was composed in the other language in this one: a follow-up may switch languages."""
    if draft.kind == "yes_no":
        said_yes = draft.text.startswith((phrase("yes", "tr"), phrase("yes", "en")))
        return replace(draft, text=phrase("yes" if said_yes else "no", language))
    if draft.kind == "count" or draft.calculation or not draft.spans:
        return draft
    rendered = [render(span.text, language) for span in draft.spans]
    text = rendered[0].text if len(rendered) == 1 else ", ".join(r.text for r in rendered)
    return replace(draft, text=text, rendered=all(r.complete for r in rendered))

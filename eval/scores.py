"""The scores of one question. Every score has a name, and is explained here and nowhere else."""

import re
from collections.abc import Sequence
from functools import partial

from eval.items import Item
from eval.metrics.citations import citations
from eval.metrics.exact_match import exact_match
from eval.metrics.f1 import f1
from eval.metrics.retrieval import NAMES as RETRIEVAL
from eval.metrics.retrieval import retrieval
from eval.normalise import normalise, squad
from eval.outcome import Outcome, Reply
from qa.quantities import Quantity, find_quantities, same_value

# name: (what it says, whether more is better)
SCORES: dict[str, tuple[str, bool]] = {
    "overall": ("right answer, or rightly refused", True),
    "correct": ("right answer to an answerable question: exact, of the same value, or the same elements", True),
    "em": ("exact match of the answer or its spans, Turkish-aware normalisation", True),
    "f1": ("token F1 of the answer or its spans, Turkish-aware normalisation", True),
    "em_text": ("exact match of the answer's text with the answers in the question's language", True),
    "em_spans": ("exact match of the answer's spans with the Turkish answers", True),
    "squad_em": ("SQuAD 2.0 `exact` of the spans, unanswerable questions included", True),
    "squad_f1": ("SQuAD 2.0 `f1` of the spans, unanswerable questions included", True),
    "list": ("share of the elements of a list that the answer holds", True),
    "cited": ("a cited sentence holds the evidence", True),
    "citation_precision": ("share of cited sentences that hold evidence, of answers given", True),
    "citation_recall": ("share of the evidence that is cited", True),
    "refused": ("unanswerable questions refused", True),
    "wrongly_refused": ("answerable questions refused", False),
    **{name: (f"{name} of the evidence among the passages retrieved", True) for name in RETRIEVAL},
}
_MOST = 0.6  # of a text's characters: what is a quantity, and not a sentence with a figure in it
_ENGLISH = partial(normalise, language="en")
_SEPARATORS = re.compile(r"\s*[,;]\s+|\s+(?:ve|ile|and)\s+")


def score(outcomes: Sequence[Outcome]) -> list[dict[str, float]]:
    """Return the scores of each question by their name; scores that do not apply to it are left out."""
    ranked = _ranking_scores(outcomes)
    return [{**_answer_scores(outcome), **ranked.get(outcome.item.id, {})} for outcome in outcomes]


def _answer_scores(outcome: Outcome) -> dict[str, float]:
    item, reply = outcome.item, outcome.reply
    said = _verbatim(reply) if reply.answerable else ""
    official = {
        "squad_em": exact_match(said, item.answers, squad),
        "squad_f1": f1(said, item.answers, squad),
    }
    if not item.answerable:
        refused = float(not reply.answerable)
        return {"overall": refused, "refused": refused, **official}
    scores = _text_scores(item, reply) if reply.answerable else dict.fromkeys(("em", "f1", "em_text", "em_spans"), 0.0)
    if item.elements and item.type != "count":
        scores["list"] = _completeness(item, reply) if reply.answerable else 0.0
    scores["correct"] = float(reply.answerable and (scores["em"] == 1.0 or is_same(item, reply)))
    scores["overall"] = scores["correct"]
    scores["wrongly_refused"] = float(not reply.answerable)
    return {**scores, **official, **_citation_scores(item, reply)}


def _text_scores(item: Item, reply: Reply) -> dict[str, float]:
    """Compare the text with the answers in its language, and the spans with the Turkish ones: either may be right."""
    accepted = item.answers if item.language == "tr" else item.answers_en or item.answers
    form = normalise if item.language == "tr" else _ENGLISH
    em_text, f1_text = exact_match(_verdict(item, reply), accepted, form), f1(_verdict(item, reply), accepted, form)
    em_spans = f1_spans = 0.0
    if _shows_spans(reply):
        em_spans, f1_spans = exact_match(_verbatim(reply), item.answers), f1(_verbatim(reply), item.answers)
    return {"em": max(em_text, em_spans), "f1": max(f1_text, f1_spans), "em_text": em_text, "em_spans": em_spans}


def _shows_spans(reply: Reply) -> bool:
    """Say whether the spans are the answer, and not what it was worked out from."""
    if reply.computed:
        return False
    return (reply.kind == "list" and bool(reply.spans)) or (reply.kind == "span" and len(reply.spans) == 1)


def _verbatim(reply: Reply) -> str:
    """Return an answer as it stands in the text: a list from its first to its last element, if those are all it has."""
    if not _shows_spans(reply):
        return reply.text
    first, last = (side(reply.spans, key=lambda span: span.place.start) for side in (min, max))
    for sentence in reply.citations:
        start, end = first.place.start - sentence.place.start, last.place.end - sentence.place.start
        if sentence.place.article == first.place.article == last.place.article and 0 <= start < end <= len(
            sentence.text
        ):
            stretch = sentence.text[start:end]
            if len(_SEPARATORS.split(stretch)) == len(reply.spans):
                return stretch
    return ", ".join(span.text for span in reply.spans)


def _verdict(item: Item, reply: Reply) -> str:
    """Return the text of an answer; of "Yes, 29 visits" to a yes/no question, the first word."""
    yes_no = {normalise(answer) for answer in item.answers} <= {"evet", "hayır"}
    return re.split(r"[,.;:—–]", reply.text)[0] if reply.kind == "yes_no" and yes_no else reply.text


def is_same(item: Item, reply: Reply) -> bool:
    """Say whether the answer amounts to an accepted one: the same elements in any order, or the same quantity."""
    if item.elements and item.type != "count" and reply.kind in ("span", "list") and not reply.computed:
        for language, said in _elements_said(reply, item.language):
            if len(said) == len(item.elements) and all(
                any(same_element(element, wanted, language) for element in said) for wanted in item.elements
            ):
                return True
    return _same_quantity(item, reply)


def same_element(said: str, wanted: str, language: str) -> bool:
    """Compare an element with a Turkish one: the same words, or the same number with and without what it counts."""
    one, two = normalise(said, language), normalise(wanted)
    if one == two:
        return True
    longer, shorter = sorted((one.split(), two.split()), key=len, reverse=True)
    counted = len(longer) == len(shorter) + 1 and longer[:-1] == shorter
    return counted and bool(shorter) and all(part[0].isdigit() for part in shorter)


def _elements_said(reply: Reply, language: str) -> list[tuple[str, list[str]]]:
    spans = [span.text for span in reply.spans]
    forms = [("tr", spans), ("tr", [part for span in spans for part in _SEPARATORS.split(span)])]
    return [*forms, (language, _SEPARATORS.split(reply.text))]


def _completeness(item: Item, reply: Reply) -> float:
    """Return the share of the elements whose words stand, in a row, in a span or in the text of the answer."""
    said = [f" {normalise(text)} " for text in (reply.text, *(span.text for span in reply.spans))]
    found = sum(any(f" {normalise(element)} " in text for text in said) for element in item.elements)
    return found / len(item.elements)


def _same_quantity(item: Item, reply: Reply) -> bool:
    said = [(reply.text, item.language)]
    said += [(span.text, "tr") for span in reply.spans] if _shows_spans(reply) and len(reply.spans) == 1 else []
    accepted = [(answer, "tr") for answer in item.answers] + [(answer, "en") for answer in item.answers_en]
    values = [quantity for text, language in accepted if (quantity := _quantity(text, language))]
    return any(
        same_value(quantity, value, unitless=True)
        for text, language in said
        if (quantity := _quantity(text, language))
        for value in values
    )


def _quantity(text: str, language: str) -> Quantity | None:
    """Return the quantity that a text amounts to, None where it says more than one or something else."""
    found = find_quantities(text, language)
    return found[0] if len(found) == 1 and len(found[0].text) >= _MOST * len(text.strip()) else None


def _citation_scores(item: Item, reply: Reply) -> dict[str, float]:
    if not item.evidence:
        return {}
    precision, recall = citations([citation.place for citation in reply.citations], item.evidence)
    if not reply.answerable:
        return {"cited": 0.0, "citation_recall": 0.0}
    return {"cited": float(recall > 0), "citation_precision": precision, "citation_recall": recall}


def _ranking_scores(outcomes: Sequence[Outcome]) -> dict[str, dict[str, float]]:
    return retrieval(
        {
            outcome.item.id: (outcome.found, outcome.item.evidence)
            for outcome in outcomes
            if outcome.found is not None and outcome.item.evidence
        }
    )

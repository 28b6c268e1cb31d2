import json
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from qa.corpus import read_article
from qa.sentences import split_sentences

ROOT = Path(__file__).parent.parent
SETS = ROOT / "eval" / "sets"
ARTICLE = "kazakistan-turkiye"
WITH_TEXTS = ("kinds.dev", "kinds.hard", "kinds.unseen", "news")
NAMES = (ARTICLE, *WITH_TEXTS)

TYPES = {
    *("fact", "list", "count", "yesno", "compare", "arithmetic"),
    *("paraphrase", "discriminate", "noisy", "followup", "two-part", "unanswerable"),
}
REQUIRED = {"id", "lang", "type", "question", "answers", "answers_en", "sentences", "answerable"}
OPTIONAL = {"history", "standalone", "elements", "operands"}
LISTS = ("answers", "answers_en", "sentences", "history", "elements", "operands")
VERDICTS = {"Evet": "Yes", "Hayır": "No"}
ASKED_AT_LEAST = 4


@cache
def rows(name):
    return [json.loads(line) for line in (SETS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


@cache
def items(name):
    """Pairs of an item and the text that it is asked of."""
    if name == ARTICLE:
        text = read_article(ROOT / "corpus" / f"{ARTICLE}.txt").text
        return [(item, text) for item in rows(name)]
    return [(item, row["context"]) for row in rows(name) for item in row["qas"]]


def facts():
    return (SETS / f"{ARTICLE}.facts.txt").read_text(encoding="utf-8").splitlines()


def mentions(fact):
    """A pattern of `fact` as whole words (Turkish suffixes may follow) and whole numbers (13 is not in 13 bin 971)."""
    return re.compile(rf"(?<![\w.,]){re.escape(fact)}" + (r"(?!\d|[.,]\d| bin)" if fact[-1].isdigit() else ""))


def is_span_item(item):
    """Say whether the answer is one span: neither a verdict nor put together from elements or operands."""
    made = "elements" in item or "operands" in item
    return item["answerable"] and not made and item["answers"][0] not in VERDICTS


@pytest.mark.parametrize("name", NAMES)
def test_every_item_is_well_formed(name):
    for item, _ in items(name):
        where = item["id"]
        assert REQUIRED <= item.keys() <= REQUIRED | OPTIONAL, where
        assert item["type"] in TYPES and item["lang"] in ("tr", "en"), where
        assert item["question"].strip() == item["question"] != "", where
        for field in LISTS:
            values = item.get(field, [])
            assert all(isinstance(value, str) and value.strip() == value != "" for value in values), (where, field)
            assert len(set(values)) == len(values), (where, field)
        assert ("history" in item) == ("standalone" in item), where
        assert "history" in item or item["type"] != "followup", where
        assert item["answerable"] == (item["type"] != "unanswerable"), where
        for field in ("answers", "answers_en", "sentences"):
            assert bool(item[field]) == item["answerable"], (where, field)


@pytest.mark.parametrize("name", NAMES)
def test_types_bring_what_their_scoring_needs(name):
    for item, _ in items(name):
        where, kind = item["id"], item["type"]
        if kind in ("list", "count", "two-part"):
            assert len(item["elements"]) >= 2, where
        if kind == "count":
            assert int(item["answers"][0]) == len(item["elements"]), where
        if kind in ("compare", "arithmetic"):
            assert len(item["operands"]) >= 2, where
        if kind == "yesno":
            assert item["answers"][0] in VERDICTS, where
        if item["answerable"] and item["answers"][0] in VERDICTS:
            assert item["answers_en"] == [VERDICTS[item["answers"][0]]], where


def test_ids_are_unique_over_all_sets():
    ids = Counter(item["id"] for name in NAMES for item, _ in items(name))
    ids.update(row["id"] for name in WITH_TEXTS for row in rows(name))
    assert [key for key, count in ids.items() if count > 1] == []


@pytest.mark.parametrize("name", NAMES)
def test_no_question_is_asked_twice(name):
    asked = Counter((text, item["question"], *item.get("history", ())) for item, text in items(name))
    assert [question for (_, *question), count in asked.items() if count > 1] == []


@pytest.mark.parametrize("name", NAMES)
def test_evidence_is_verbatim(name):
    for item, text in items(name):
        assert all(sentence in text for sentence in item["sentences"]), item["id"]


@pytest.mark.parametrize("name", (ARTICLE, "news"))
def test_evidence_is_whole_sentences(name):
    for item, text in items(name):
        assert set(item["sentences"]) <= set(sentences_of(text)), item["id"]


@cache
def sentences_of(text):
    return [text[sentence.start : sentence.end] for sentence in split_sentences(text)]


@pytest.mark.parametrize("name", (ARTICLE, "news"))
def test_answers_elements_and_operands_are_verbatim_in_the_evidence(name):
    for item, _ in items(name):
        evidence = " ".join(item["sentences"])
        spans = [*item.get("elements", ()), *item.get("operands", ()), *item["answers"][: is_span_item(item)]]
        assert [span for span in spans if span not in evidence] == [], item["id"]


@pytest.mark.parametrize("name", NAMES)
def test_both_languages_have_half_of_the_questions(name):
    languages = Counter(item["lang"] for item, _ in items(name))
    assert abs(languages["tr"] - languages["en"]) <= 2


@pytest.mark.parametrize("name", (ARTICLE, "news"))
def test_a_quarter_of_the_questions_has_no_answer(name):
    unanswerable = sum(not item["answerable"] for item, _ in items(name))
    assert 0.24 <= unanswerable / len(items(name)) <= 0.26


def test_the_readme_counts_right():
    readme = (SETS / "README.md").read_text(encoding="utf-8")
    for name in NAMES:
        every = [item for item, _ in items(name)]
        languages = Counter(item["lang"] for item in every)
        refusals = sum(not item["answerable"] for item in every)
        texts = 1 if name == ARTICLE else len(rows(name))
        counts = (texts, len(every), languages["tr"], languages["en"], refusals)
        assert f"| `{name}.jsonl` | {' | '.join(map(str, counts))} |" in readme
    for kind in TYPES:
        counts = [
            sum(item["type"] == kind for item, _ in items(name))
            for name in (ARTICLE, "news", "kinds.dev", "kinds.hard", "kinds.unseen")
        ]
        row = rf"\| `{kind}` \| [^|]+ \| " + r" \| ".join(map(str, counts)) + r" \|"
        assert re.search(row, readme), kind


def test_the_article_set_is_large_and_has_every_type():
    types = Counter(item["type"] for item, _ in items(ARTICLE))
    assert types.total() >= 320
    assert set(types) == TYPES
    assert min(types.values()) >= 10


def test_every_sentence_of_the_article_is_asked_about():
    text = items(ARTICLE)[0][1]
    asked = Counter(sentence for item, _ in items(ARTICLE) for sentence in item["sentences"])
    full = [sentence for sentence in sentences_of(text) if sentence.endswith(".")]
    assert [sentence for sentence in full if asked[sentence] < ASKED_AT_LEAST] == []


def test_every_fact_of_the_article_is_asked_about():
    sentences = sentences_of(items(ARTICLE)[0][1])
    askings = {}
    for fact in facts():
        pattern = mentions(fact)
        stated = {sentence for sentence in sentences if pattern.search(sentence)}
        asking = [item for item, _ in items(ARTICLE) if stated & set(item["sentences"]) and asks(item, pattern)]
        askings[fact] = len(asking)
    assert {fact: count for fact, count in askings.items() if count < ASKED_AT_LEAST} == {}


def asks(item, pattern):
    """Say whether a question or its answer holds the fact (English questions show it in their Turkish answers)."""
    parts = (item["question"], item.get("standalone", ""), *item["answers"])
    return any(map(pattern.search, (*parts, *item.get("elements", ()), *item.get("operands", ()))))


def test_the_languages_ask_mostly_different_questions():
    """At most half of the answerable English items share type and evidence and answer with a Turkish one."""

    def key(item):
        return item["type"], tuple(item["sentences"]), tuple(item["answers"]), item.get("standalone", "") != ""

    turkish = {key(item) for item, _ in items(ARTICLE) if item["lang"] == "tr" and item["answerable"]}
    english = [key(item) for item, _ in items(ARTICLE) if item["lang"] == "en" and item["answerable"]]
    assert sum(each in turkish for each in english) <= len(english) / 2


def test_no_text_of_a_set_is_in_the_training_data():
    training = "\n".join(
        json.dumps(json.loads(line), ensure_ascii=False)
        for path in sorted((ROOT / "train" / "data").glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.strip()
    )
    texts = {text for name in NAMES for _, text in items(name)}
    sentences = (sentence for text in texts for sentence in sentences_of(text))
    assert [sentence for sentence in sentences if len(sentence) > 40 and sentence in training] == []

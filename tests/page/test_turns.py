from hypothesis import given, settings
from hypothesis import strategies as st

from qa.answers import Answer, Citation, Span
from qa.page.turns import KEPT, Turn, history_of, read_turns, store_turns

ANSWER = Answer(
    question="Kaç metre?",
    language="tr",
    standalone="Fener kaç metre?",
    answerable=True,
    kind="span",
    text="14 metre",
    spans=[Span("14 metre", "fener", 10, 18)],
    citations=[Citation("fener", "Fener", "Fener 14 metre.", 4, 19, "2025-01-01")],
    confidence=0.9,
    seconds=0.1,
    suggestions=["Kim yaptı?"],
)
NEAREST = Citation("fener", "Fener", "Fener.", 0, 6, None, "Lighthouse.")
REFUSAL = Answer("Ay?", "tr", "Ay?", False, "none", "Yok.", related=[NEAREST])
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


def test_turns_come_back_as_they_were_stored() -> None:
    turns = [Turn(ANSWER, "like"), Turn(REFUSAL)]
    assert read_turns(store_turns(turns)) == turns
    assert history_of(turns) == ["Kaç metre?", "Ay?"]


def test_only_the_latest_turns_are_kept() -> None:
    assert len(store_turns([Turn(ANSWER)] * (KEPT + 5))) == KEPT


@settings(deadline=None)
@given(JSON)
def test_whatever_a_browser_holds_can_be_read(stored: object) -> None:
    assert read_turns(stored) == []
    assert read_turns([stored, {"answer": stored, "verdict": stored}]) == []


@settings(deadline=None)
@given(st.sampled_from(sorted(ANSWER.to_dict())), JSON)
def test_a_changed_field_is_dropped_or_read(name: str, value: object) -> None:
    for turn in read_turns([{"answer": ANSWER.to_dict() | {name: value}, "verdict": ""}]):
        assert isinstance(turn.answer.text, str)
        assert all(isinstance(c.start, int) for c in turn.answer.citations)

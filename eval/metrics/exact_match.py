"""Exact match."""

from collections.abc import Callable, Sequence

from eval.normalise import normalise


def exact_match(said: str, accepted: Sequence[str], form: Callable[[str], str] = normalise) -> float:
    """Return 1.0 if `said` equals one of the `accepted` answers once both are in `form`, else 0.0.

        EM = max over a in accepted of [form(said) = form(a)]

    With no accepted answer (an unanswerable question) the right thing to say is nothing. With `form=squad` this is
    SQuAD 2.0's `exact` (Rajpurkar et al., "Know What You Don't Know", ACL 2018).
    """
    wanted = {form(answer) for answer in accepted} - {""} or {""}
    return float(form(said) in wanted)

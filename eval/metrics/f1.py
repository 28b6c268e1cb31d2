"""Token F1."""

from collections import Counter
from collections.abc import Callable, Sequence

from eval.normalise import normalise


def _f1(said: list[str], wanted: list[str]) -> float:
    shared = sum((Counter(said) & Counter(wanted)).values())
    if not said or not wanted:
        return float(said == wanted)
    return 2 * shared / (len(said) + len(wanted))


def f1(said: str, accepted: Sequence[str], form: Callable[[str], str] = normalise) -> float:
    """Return the best overlap of the words of `said` with those of one of the `accepted` answers.

        P = shared / words said,  R = shared / words wanted,  F1 = 2PR / (P + R) = 2 shared / (said + wanted)

    Words are counted as often as they occur in both. With no accepted answer, saying nothing is 1.0 and anything else
    0.0. With `form=squad` this is SQuAD 2.0's `f1` (Rajpurkar et al., EMNLP 2016, section 6.1, and ACL 2018).
    """
    wanted = [form(answer) for answer in accepted if form(answer)] or [""]
    return max(_f1(form(said).split(), answer.split()) for answer in wanted)

"""Precision and recall of the cited sentences."""

from collections.abc import Sequence

from eval.items import Place


def citations(cited: Sequence[Place], evidence: Sequence[Sequence[Place]]) -> tuple[float, float]:
    """Return citation precision and recall of an answer.

        P = cited sentences that meet a piece of evidence / cited sentences
        R = pieces of evidence that a cited sentence meets / pieces of evidence

    Two places meet when they share more than half of the shorter one, so that sentence boundaries drawn a little
    differently do not matter, and a gold span (SQuAD) is met by the sentence that holds it. Each piece of evidence may
    have several places. After Gao et al., "Enabling Large Language Models to Generate Text with Citations", EMNLP 2023,
    with marked evidence in the place of an entailment model. Without citations both are 0.0.
    """
    if not cited or not evidence:
        return 0.0, 0.0
    good = sum(any(place.meets(known) for group in evidence for known in group) for place in cited)
    found = sum(any(place.meets(known) for known in group for place in cited) for group in evidence)
    return good / len(cited), found / len(evidence)

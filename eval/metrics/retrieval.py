"""Ranking metrics, computed by ir-measures."""

from collections.abc import Mapping, Sequence

from eval.items import Place

NAMES = ("recall@1", "recall@3", "recall@5", "recall@10", "mrr", "ndcg@10")
_MEASURES = dict(zip(NAMES, ("R@1", "R@3", "R@5", "R@10", "RR", "nDCG@10"), strict=True))

Found = Sequence[Place]
Evidence = Sequence[Sequence[Place]]


def ranking(found: Found, evidence: Evidence) -> list[str]:
    """Return a name for each place found, best first.

    "e0" names the first that meets evidence 0 and so on; what meets none, or what is found already, is "h<rank>".
    """
    names: list[str] = []
    for rank, place in enumerate(found):
        met = (f"e{k}" for k, group in enumerate(evidence) if any(place.meets(known) for known in group))
        names.append(next((name for name in met if name not in names), f"h{rank}"))
    return names


def retrieval(runs: Mapping[str, tuple[Found, Evidence]]) -> dict[str, dict[str, float]]:
    """Return for each question (by its id) its recall@1/3/5/10, reciprocal rank and nDCG@10.

        recall@k = pieces of evidence among the first k / pieces of evidence
        RR       = 1 / rank of the first passage that holds evidence
        nDCG@10  = DCG@10 / ideal DCG@10,  DCG@k = sum over i <= k of rel_i / log2(i + 1)
                   (Järvelin & Kekäläinen, "Cumulated gain-based evaluation of IR techniques", TOIS 20(4), 2002)

    A passage that repeats evidence already found counts as irrelevant, so that recall cannot pass 1.
    """
    import ir_measures

    qrels, scored = [], []
    for question, (found, evidence) in runs.items():
        qrels += [ir_measures.Qrel(question, f"e{k}", 1) for k in range(len(evidence))]
        scored += [
            ir_measures.ScoredDoc(question, name, float(-rank)) for rank, name in enumerate(ranking(found, evidence))
        ]
    values = {question: dict.fromkeys(NAMES, 0.0) for question in runs}
    if not qrels:
        return values
    measures = {ir_measures.parse_measure(measure): name for name, measure in _MEASURES.items()}
    for metric in ir_measures.iter_calc(measures, qrels, scored):
        values[metric.query_id][measures[metric.measure]] = metric.value
    return values

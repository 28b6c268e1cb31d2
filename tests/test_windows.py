from qa.corpus import Article
from qa.index import Index
from qa.retriever import Hit
from qa.windows import LONGEST, make_windows


def hits_of(embedder, text, order):
    article = Article("a", "", text)
    index = Index(embedder)
    index.add([article])
    passages = list(index.passages.values())
    return [Hit(article, passages[i], 1.0 - n / 10, 0.9, 1.0) for n, i in enumerate(order)]


TEXT = " ".join(f"Bu {n}. cümledir ve içinde {n * 7} sayısı ile birkaç kelime daha vardır." for n in range(40))


def test_a_window_holds_its_hit_with_the_sentences_around(embedder):
    window = make_windows(hits_of(embedder, TEXT, [10]), 4)[0]
    hit = window.hits[0]
    assert window.start < hit.passage.start and hit.passage.end < window.end
    assert window.end - window.start <= LONGEST and window.text == TEXT[window.start : window.end]


def test_neighbours_share_a_window_and_the_number_is_limited(embedder):
    windows = make_windows(hits_of(embedder, TEXT, [10, 11, 30, 0, 20, 38]), 3)
    assert [len(w.hits) for w in windows] == [2, 1, 1]


def test_a_sentence_longer_than_a_window_is_a_window(embedder):
    long = "kelime " * 120 + "sonu."
    assert make_windows(hits_of(embedder, "Kısa. " + long, [1]), 2)[0].text == long

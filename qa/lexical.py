"""Lexical retrieval: BM25 over folded five-letter stems, with near spellings for words that the corpus lacks."""

from collections.abc import Iterable, Sequence
from functools import cached_property

import bm25s
import numpy as np
from numpy.typing import NDArray

from qa.text import folded_words, stem
from qa.words.names import NameIndex

_NEAR = 0.6  # what a near spelling counts for beside an exact one
# Folded. Words that say nothing of what a text is about, of both languages, question words among them.
STOPWORDS = frozenset(
    "acaba ama ancak artik asil az bana bazi bazilari belki ben benim beri bile bir biri birkac birsey biz bu buna "
    "bunda bundan bunu bunun burada cok cunku da daha de degil diye dolayi en fakat gibi gore hangi hangileri "
    "hangisi hani hem henuz hep hepsi her hic hicbir icin icinde iki ile ilgili ise iste kac kaci kacinci kadar "
    "karsi kendi ki kim kimdir kime kimi kimin kimler mi midir mu mudur ne neden nedir neler nelerdir nere nerede "
    "nereden nereler nerelerde nereye nesi neye nicin niye o olan olarak oldu olduk oldugu olmus olur on ona onda "
    "ondan onlar onu onun ora orada oysa oyle pek peki sanki sen siz son sonra su sunu tum uzere ve veya var vardir "
    "ya yani yapildi yapilan yine yok nasil nasildir tane bulunan bulunuyor etti eden edildi tarafindan arasinda "
    "arasindaki uzerinde a about an and any are as at be been but by can did do does for from had has have he her "
    "his how i if in into is it its many me much my no not of on one or she so some tell than that the their them "
    "there they this to was we were what when where which who whom whose why will with would you your called named "
    "name".split()
)


class LexicalIndex:
    """BM25 (Lucene's variant; Robertson & Zaragoza, 2009) over documents given as texts."""

    def __init__(self, documents: Iterable[str]) -> None:
        words = [folded_words(document) for document in documents]
        self._vocabulary = sorted({word for document in words for word in document if len(word) > 2 and word.isalpha()})
        stems = [[stem(word) for word in document if word not in STOPWORDS] for document in words]
        self.size = len(stems)
        self.stems = {term for document in stems for term in document}
        self._bm25 = bm25s.BM25(method="lucene", k1=1.2, b=0.5)
        if self.stems:
            self._bm25.index(stems, show_progress=False)

    def scores(self, words: Sequence[str], expansions: Sequence[str] = ()) -> NDArray[np.float32]:
        """Return the BM25 score of every document [size] for folded words; `expansions` count less than `words`."""
        total = np.zeros(self.size, dtype=np.float32)
        exact = {stem(word) for word in words} - STOPWORDS
        unknown = [word for word in words if stem(word) not in self.stems]
        near = {stem(word) for word in [*expansions, *self.near(unknown)]} - STOPWORDS - exact
        for stems, weight in ((exact, 1.0), (near, _NEAR)):
            known = sorted(stems & self.stems)
            if known:
                total += weight * self._bm25.get_scores(known)
        return total

    def near(self, words: Iterable[str]) -> list[str]:
        """Return words of the corpus that are spelled or pronounced nearly like these."""
        return [match for word in words if len(word) > 3 and word.isalpha() for match in self._names.near(word, 3)]

    @cached_property
    def _names(self) -> NameIndex:
        return NameIndex(self._vocabulary)

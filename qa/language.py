"""The language of a question: Turkish or English, judged from a few words as people type them."""

import re
from typing import Literal

from qa.text import fold, words

Language = Literal["tr", "en"]

_TURKISH_LETTERS = set("çğıöşüÇĞİÖŞÜ")
_TURKISH_WORDS = set(
    "acaba ama ancak bana ben bir biri bu bunlar bunun cok da daha de degil diye en gibi hangi hangileri hangisi "
    "icin ile ilgili ise kac kaci kacini kacinci kadar ki kim kimdir kime kimi kimin kimler mi midir mu mudur ne neden "
    "nedir neler nelerdir nerede nereden nereye neresi nasil niye nicin o olan olarak oldu onlar onun orada peki sonra "
    "simdi su toplam tum ve veya var ya yok yil yilda evet hayir tesekkur tesekkurler merhaba selam sagol zaman "
    "tane kisi yuzde milyon milyar bin once oran sayi sayisi adi hakkinda bilgi ver soyle anlat listele goster".split()
)
_ENGLISH_WORDS = set(
    "a about all also an and any are at been between by can could did do does each ever for from had has have he "
    "hello hi how i if in into is it its last long many me more most much name named near of on or other since so "
    "tell than thank thanks that the their them then there these they this to total up was were what whats when "
    "where which who whom whose why will with would year years you list show give number percent share yes please "
    "but only first between during until".split()
)
# Folded endings that Turkish words of five letters or more often have and English words rarely.
_TURKISH_ENDING = re.compile(
    r"(?:lari|leri|larin|lerin|ndan|nden|sinda|sinde|inda|inde|lik|lugu|ligi|iyor|uyor|di|du|ti|tu|mis|mus|dir|tir|dur|tur|"
    r"acak|ecek|digi|dugu|mak|mek|yor|lar|ler|nin|nun|daki|deki|ki|si|su|na|ne|da|de|dan|den)\Z"
)
_ENGLISH_ENDING = re.compile(
    r"(?:tion|sion|ing|ed|ment|ness|ity|ies|ous|ive|ful|ble|ally|ship|ates?|ers?|ian|ics?|[^aeiu]s)\Z"
)


def detect_language(text: str, default: Language = "tr") -> Language:
    """Return the language of a question; `default` where nothing tells (a bare name, a figure, nothing)."""
    score = 0.0
    for word in words(text):
        folded = fold(word.text)
        if folded.isdigit():
            score += 0.5 * bool(word.suffix and word.suffix not in ("s", "th"))
            continue
        name_like = word.text[:1].isupper() and word.start > 0
        if word.suffix:
            score += -1.0 if fold(word.suffix) in ("s", "t", "re", "ll", "ve") else 1.5
        lettered = bool(set(word.text) & _TURKISH_LETTERS)
        english = folded in _ENGLISH_WORDS and not lettered  # "iş" is not "is"
        if english or folded in _TURKISH_WORDS:
            score += 2.0 * (folded in _TURKISH_WORDS) - 2.0 * english
        elif not name_like:
            score += 1.0 * lettered
            score += 0.6 * bool(len(folded) >= 5 and _TURKISH_ENDING.search(folded))
            score -= 0.6 * bool(len(folded) >= 4 and _ENGLISH_ENDING.search(folded))
            score -= 0.6 * bool(re.search(r"[wqx]|th|sh|ph|ck|oo|ee|ch", folded))
    if score:
        return "tr" if score > 0 else "en"
    return "tr" if set(text) & _TURKISH_LETTERS else default

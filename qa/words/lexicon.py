"""A small bilingual vocabulary of news and encyclopaedias: English lemma → Turkish stems.

The table is `lexicon_en_tr.tsv`: an English lemma or phrase, a tab, Turkish words separated by commas. The first is the
usual translation; a hyphen ends a verb stem.
"""

from functools import lru_cache
from pathlib import Path

from qa.text import fold, lower
from qa.words.inflection import VOWELS

_TABLE = Path(__file__).with_name("lexicon_en_tr.tsv")
_IRREGULAR = {
    "children": "child", "people": "person", "men": "man", "women": "woman", "feet": "foot", "teeth": "tooth",
    "mice": "mouse", "went": "go", "gone": "go", "goes": "go", "made": "make", "took": "take", "taken": "take",
    "came": "come", "gave": "give", "given": "give", "got": "get", "held": "hold", "won": "win", "built": "build",
    "bought": "buy", "sold": "sell", "sent": "send", "spent": "spend", "paid": "pay", "said": "say", "told": "tell",
    "found": "find", "founded": "found", "left": "leave", "lost": "lose", "met": "meet", "kept": "keep", "led": "lead",
    "began": "begin", "begun": "begin", "became": "become", "wrote": "write", "written": "write", "grew": "grow",
    "grown": "grow", "rose": "rise", "risen": "rise", "fell": "fall", "fallen": "fall", "drew": "draw", "drawn": "draw",
    "taught": "teach", "caught": "catch", "brought": "bring", "thought": "think", "fought": "fight", "chose": "choose",
    "chosen": "choose", "broke": "break", "broken": "break", "spoke": "speak", "spoken": "speak", "born": "bear",
    "stood": "stand", "understood": "understand", "flew": "fly", "flown": "fly", "knew": "know", "known": "know",
    "saw": "see", "seen": "see", "ran": "run", "sank": "sink", "sunk": "sink", "swam": "swim", "shot": "shoot",
    "died": "die", "dying": "die", "lay": "lie", "hung": "hang", "threw": "throw", "sang": "sing", "wore": "wear",
    "stole": "steal", "stolen": "steal", "hid": "hide", "hidden": "hide", "fed": "feed", "dug": "dig", "lent": "lend",
    "was": "be", "were": "be", "been": "be", "is": "be", "are": "be", "has": "have", "had": "have", "did": "do",
    "does": "do", "done": "do", "meant": "mean", "heard": "hear", "struck": "strike", "shook": "shake", "ate": "eat",
    "eaten": "eat", "drank": "drink", "drove": "drive", "driven": "drive", "rode": "ride", "slept": "sleep",
    "wives": "wife", "lives": "life", "wolves": "wolf", "knives": "knife", "leaves": "leaf", "halves": "half",
    "media": "medium", "criteria": "criterion", "phenomena": "phenomenon", "crises": "crisis", "bases": "base",
    "consulates general": "consulate general", "best": "good", "better": "good", "largest": "large", "worst": "bad",
}  # fmt: skip
# Turkish words whose English depends on more than the word.
_AMBIGUOUS = frozenset(
    "rakam tek pazar fazla yalnızca sadece birkaç birçok çeşitli tüm bütün her hiç hep tarih yüz sefer bölüm"
    " kat dava açık pay son daire birlik boy ağız yer konu dönem baş üs en az var yok ortak kara iç"
    " dış üst alt ilk kez süre iş el ek ana eski derece sıra tam çok ara yayın kamu".split()
)
_ENDINGS = (
    ("ies", "y"), ("ied", "y"), ("ying", "y"), ("ches", "ch"), ("shes", "sh"), ("sses", "ss"), ("xes", "x"),
    ("es", "e"), ("es", ""), ("s", ""), ("ed", "e"), ("ed", ""), ("ing", "e"), ("ing", ""), ("est", ""), ("est", "e"),
    ("er", ""), ("iest", "y"), ("ly", ""),
)  # fmt: skip


@lru_cache(maxsize=1)
def _rows() -> tuple[tuple[str, tuple[str, ...]], ...]:
    lines = _TABLE.read_text(encoding="utf-8").splitlines()
    pairs = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return tuple((english, tuple(term.strip() for term in turkish.split(","))) for english, turkish in pairs)


@lru_cache(maxsize=1)
def _forward() -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for english, turkish in _rows():
        table[english] = (*table.get(english, ()), *turkish)
    return table


@lru_cache(maxsize=1)
def turkish_nouns() -> dict[str, str]:
    """Map Turkish words of the lexicon (Turkish lower case) to the English lemma that they usually translate.

    Verbs are left out, and words that stand only as second translations of several lemmas.
    """
    usual: dict[str, str] = {}
    others: dict[str, set[str]] = {}
    for english, turkish in _rows():
        usual.setdefault(lower(turkish[0]), english)
        for term in turkish[1:]:
            others.setdefault(lower(term), set()).add(english)
    table = {term: next(iter(lemmas)) for term, lemmas in others.items() if len(lemmas) == 1} | usual
    return {term: english for term, english in table.items() if not term.endswith("-") and term not in _AMBIGUOUS}


@lru_cache(maxsize=1)
def turkish_stems() -> frozenset[str]:
    """Return the Turkish words of the lexicon that are no verbs (Turkish lower case)."""
    terms = {lower(term) for _, turkish in _rows() for term in turkish if not term.endswith("-")}
    return frozenset(terms | _AMBIGUOUS)


def search_forms(term: str) -> list[str]:
    """Return the forms under which a Turkish word of the lexicon is met in text.

    A search by five-letter stems does not find a short word under its endings, so short nouns come with their commonest
    endings and short verbs ("kur-") with the past, the participle and the passive ("kurdu", "kuran", "kuruldu").
    """
    stem = term.removesuffix("-")
    head, _, last = stem.rpartition(" ")
    if head and term.endswith("-"):
        return head.split()
    if head or len(last) >= 5:
        return stem.split()
    return _verb_forms(last) if term.endswith("-") else _noun_forms(last)


def _harmony(word: str) -> tuple[str, str]:
    """Return the a/e and the ı/i/u/ü that agree with a word."""
    vowel = next((char for char in reversed(word) if char in VOWELS), "e")
    wide = "a" if vowel in "aıou" else "e"
    return wide, {"a": "ı", "ı": "ı", "o": "u", "u": "u", "ö": "ü", "ü": "ü"}.get(vowel, "i")


def _verb_forms(stem: str) -> list[str]:
    wide, high = _harmony(stem)
    past = "t" if stem[-1] in "fstkçşhp" else "d"
    ends_open = stem[-1] in VOWELS
    passive = stem + ("n" if ends_open else f"{high}n" if stem[-1] == "l" else f"{high}l")
    voiced = {"git": "gid", "et": "ed", "tat": "tad"}.get(stem, stem)
    participle = voiced + ("y" if ends_open else "") + wide + "n"
    return [stem + past + high, participle, f"{passive}d{high}", f"{stem}m{wide}"]


def _noun_forms(noun: str) -> list[str]:
    wide, high = _harmony(noun)
    locative = ("t" if noun[-1:] in "fstkçşhp" else "d") + wide
    possessive = f"s{high}" if noun[-1:] in VOWELS else high
    return [noun, f"{noun}l{wide}r", noun + possessive, noun + locative]


def lemmas(word: str) -> list[str]:
    """Return the lemmas that an English word form may belong to, the word itself first."""
    found = [word]
    if word in _IRREGULAR:
        found.append(_IRREGULAR[word])
    for ending, replacement in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 2:
            stem = word[: len(word) - len(ending)] + replacement
            found.append(stem)
            if ending in ("ed", "ing", "er", "est") and not replacement and len(stem) > 3 and stem[-1] == stem[-2]:
                found.append(stem[:-1])
    return list(dict.fromkeys(found))


def is_entry(word: str) -> bool:
    """Tell whether the lexicon has an English word as it is written."""
    return fold(word) in _forward()


def translations(word: str) -> list[str]:
    """Return the Turkish words for an English word form or phrase, [] where the lexicon has none."""
    table, folded = _forward(), fold(word)
    head, _, last = folded.rpartition(" ")
    forms = (f"{head} {lemma}" if head else lemma for lemma in lemmas(last))
    candidates = [_IRREGULAR[folded]] if folded in _IRREGULAR and " " in folded else []
    return next((list(table[form]) for form in (*candidates, *forms) if form in table), [])

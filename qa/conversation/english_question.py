"""The parts of an English question that the follow-up rules tell apart: question phrase, asked noun, verb, names."""

import re

from qa.text import fold
from qa.words.lexicon import lemmas, translations

WH = r"(?:who|whom|whose|what|which|when|where|why|how)"
AUX = r"(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|shall|should|may|might|must)"
PREPOSITION = (
    r"(?:in|on|at|to|from|for|of|by|with|into|about|between|during|since|until|before|after|under|over|near|against"
    r"|among|as|through|within|per)"
)
TIME = re.compile(
    r"\b(?:(?:1[0-9]|20)\d\d|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|spring|summer|autumn|fall|winter|today"
    r"|weekdays?|(?:the )?weekends?"
    r"|yesterday|tomorrow"
    r"|(?:last|next|this) (?:year|month|week)|january|february|march|april|may|june|july|august|september"
    r"|october|november|december)\b",
    re.IGNORECASE,
)
NAME = re.compile(r"(?:[A-ZÇĞİÖŞÜÂ][\w'’.-]*)(?:\s+(?:(?:of|the|and|de|al|el|bin)\s+)?[A-ZÇĞİÖŞÜÂ][\w'’.-]*)*")
HEAD = re.compile(
    rf"^\W*(?:(?P<prep>{PREPOSITION})\s+)?(?P<wh>how (?:many|much|long|old|far|high|deep|tall|big|large|often"
    rf"|wide|heavy|fast)|{WH})\b",
    re.IGNORECASE,
)
_PEOPLE = frozenset({"people", "children", "feet", "teeth", "mice"})
_PARTICIPLES = {
    "wrote": "written", "took": "taken", "gave": "given", "began": "begun", "broke": "broken", "drew": "drawn",
    "chose": "chosen", "spoke": "spoken", "flew": "flown", "knew": "known", "saw": "seen", "ate": "eaten",
    "drove": "driven", "sang": "sung", "threw": "thrown", "stole": "stolen", "did": "done", "wore": "worn",
}  # fmt: skip
BREAK = rf"(?:{PREPOSITION}|{AUX}|and|or|than|that|who|which|when|where)"
FUNCTION = frozenset(
    "a an the of in on at to for from by with and or is are was were be been being do does did has have had how"
    " many much what which who whom whose"
    " when where why that this these those it its their his her they them he she him not no so if than as about"
    " there then will would can could"
    " should may might must into over per ones one same other total altogether together many more most last"
    " first another else any some all each"
    " both between during since until before after percent percentage name also ago get gets got made make"
    " happen happened happens take took place"
    " go went come came long old far high exactly only just really now still even call called them mean kind".split()
)


def content_words(core: str) -> list[str]:
    """Return the words of a question that say what it is about: not its question phrase, not its verbs alone."""
    head = HEAD.match(core)
    found = []
    phrase = head.span("wh") if head else (0, 0)
    for match in re.finditer(r"[^\W\d_][\w'’-]*", core):
        word = match[0]
        if phrase[0] <= match.start() < phrase[1]:
            continue
        low = fold(word)
        if low in FUNCTION or low.removesuffix("'s") in FUNCTION:
            continue
        if (word[0].isupper() and match.start() > 0) or not is_verb(low):
            found.append(word)
    if head and head["wh"].lower() in ("what", "which", "how many", "how much", "whose"):
        asked = re.match(r"\s+([^\W\d_][\w'-]*)", core[head.end() :])
        if asked and found and found[0] == asked[1] and len(found) == 1:
            return []
    return found


def is_verb(word: str) -> bool:
    """Tell whether an English word can only be a form of a verb, as far as the lexicon knows."""
    terms = translations(word)
    if terms and all(term.endswith("-") for term in terms):
        return True
    base = lemmas(word)[1:2]
    irregular = bool(base) and not word.endswith(("s", "ed", "ing", "er", "est", "ly", "men")) and word not in _PEOPLE
    return irregular and any(term.endswith("-") for term in translations(base[0]))


def nominal_part(phrase: str) -> str:
    """Cut off the verb behind a noun phrase, with what follows ("winner get" → "winner")."""
    words = phrase.split()
    cut = next((i for i, word in enumerate(words) if i and is_verb(fold(word))), len(words))
    return " ".join(words[:cut])


def names_in(question: str) -> list[re.Match[str]]:
    """Return the names of a question, whose first word is none."""
    first = re.match(r"\W*\w+", question)
    return list(NAME.finditer(question, first.end())) if first else []


def passive_of(verb: str, rest: str) -> str:
    """Turn "designed the new hospital" into "was the new hospital designed"."""
    phrase = re.match(rf"(?:(?!\b{PREPOSITION}\b)\S+\s*)+", rest)
    thing, tail = (phrase[0].strip(), rest[phrase.end() :]) if phrase else (rest, "")
    return f"was {thing} {_PARTICIPLES.get(verb, verb)} {tail}".strip()


def asked_noun(before: str) -> str:
    """Return the noun phrase after "how many", "which" or "what"; "" where there is none."""
    asked = re.match(
        rf"\W*(?:{PREPOSITION}\s+)?(?:how (?:many|much)|which|what)\s+(?P<noun>(?:(?!{BREAK}\b)[^\W_][\w'-]*\s*)+)",
        before,
        re.IGNORECASE,
    )
    if asked is None:
        return ""
    words = asked["noun"].split()
    cut = next((i for i, word in enumerate(words) if i and is_verb(fold(word))), len(words))
    # The word before an article is the verb ("countries signed the").
    cut = min(cut, next((i - 1 for i, word in enumerate(words) if i > 1 and word in ("the", "a", "an", "its")), cut))
    if re.search(r"how many", asked[0], re.IGNORECASE):
        cut = min(cut, next((i + 1 for i, word in enumerate(words) if word.endswith("s") or word in _PEOPLE), cut))
    return " ".join(words[:cut])


def subject_question(before: str) -> tuple[str, str, str] | None:
    """Cut a question about its own subject ("which document was signed in 2022") into noun, verb and the rest."""
    noun = asked_noun(before)
    if not noun or noun not in before or re.match(rf"\W*{PREPOSITION}\b", before, re.IGNORECASE):
        return None
    verb, _, rest = before[before.index(noun) + len(noun) :].strip().partition(" ")
    if re.fullmatch(PREPOSITION, verb) and (auxiliary := re.search(rf"\b{AUX}\b", rest)):
        noun, verb, rest = rest[: auxiliary.start()].strip(), auxiliary[0], rest[auxiliary.end() :].strip()
        noun = re.sub(r"^the ", "", noun)
    inverted = re.match(r"(?:the|there|its|their|a|an)\b", rest) or NAME.match(rest)
    if (
        not verb
        or verb.lower() in ("do", "does", "did")
        or (inverted and re.fullmatch(AUX, verb) and verb not in ("has", "have", "had"))
    ):
        return None
    return noun, verb, rest


def tidy(text: str) -> str:
    """Return a question with single spaces, a capital and a question mark."""
    text = re.sub(r"\s+([,?.!])", r"\1", " ".join(text.split())).strip(" ,;:?.!")
    return f"{text[:1].upper()}{text[1:]}?"

"""A Turkish gloss of short English questions, word for word by the lexicon, to carry a conversation across languages.

It keeps names and figures, puts the words into Turkish order as far as prepositions tell it, and leaves what the
lexicon does not have as it is: enough to search with and to substitute into, no translation to be shown as one.
"""

import re
from functools import lru_cache

from babel import Locale

from qa.conversation.english_question import asked_noun, is_verb, subject_question
from qa.conversation.followup_en import split_lead
from qa.quantities.english import plural_noun
from qa.text import fold, lower
from qa.words.contrasts import opposite, superlative_in_turkish
from qa.words.declension import decline, harmony, plural, possessive
from qa.words.inflection import VOWELS
from qa.words.lexicon import is_entry, lemmas, translations
from qa.words.names import country_names
from qa.words.turkish_words import known_noun

_PREPOSITIONS = {
    "in": "locative", "at": "locative", "on": "locative", "from": "ablative", "to": "dative", "into": "dative",
    "of": "genitive", "per": "locative",
}  # fmt: skip
_AFTER = {
    "for": "için", "by": "tarafından", "with": "ile", "between": "arasında", "since": "beri", "until": "kadar",
    "about": "hakkında", "during": "sırasında", "before": "önce", "after": "sonra", "against": "karşı",
}  # fmt: skip
_PHRASES = (
    (r"how many", "kaç"), (r"how much", "ne kadar"), (r"how old", "kaç yaşında"), (r"how long", "ne kadar süre"),
    (r"how (?:high|tall|deep|far|wide|big|large|heavy|fast)", "ne kadar"), (r"how", "nasıl"), (r"why", "neden"),
    (r"when", "ne zaman"), (r"where", "nerede"), (r"who(?:m)?", "kim"), (r"whose", "kimin"), (r"which", "hangi"),
    (r"what", "ne"),
)  # fmt: skip
_DROPPED = frozenset(
    "the a an is are was were be been do does did has have had its their his her it they there this that of any some"
    " many much will would and or one ones not than as more".split()
)
_NO_SUPERLATIVE = frozenset("harvest interest forest request protest invest honest contest northwest southwest".split())
_NUMBERS = {
    "one": "bir", "two": "iki", "three": "üç", "four": "dört", "five": "beş", "six": "altı", "seven": "yedi",
    "eight": "sekiz", "nine": "dokuz", "ten": "on",
}  # fmt: skip
_AUX = r"(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could)"
_ALONE = {
    "which ones": "hangileri", "which": "hangileri", "which one": "hangisi", "what are they": "hangileri",
    "why": "neden", "why not": "neden", "what for": "neden", "when": "ne zaman", "since when": "ne zamandan beri",
    "where": "nerede", "who": "kim", "by whom": "kim", "how": "nasıl", "how much": "ne kadar",
    "how many": "kaç tane", "how many is that": "kaç tane", "how many are they": "kaç tane",
    "how many are there": "kaç tane", "how many in total": "toplam kaç tane", "what year": "hangi yılda",
    "by how much": "ne kadar", "how often": "ne sıklıkla", "with whom": "kiminle", "to whom": "kime",
    "in which year": "hangi yılda", "which year": "hangi yılda", "on which date": "hangi tarihte",
    "on what date": "hangi tarihte",
}  # fmt: skip
_GLOSSED = {"people": "kişi", "persons": "kişi", "most": "en"}
_SPOKEN_TIMES = {
    "last year": "geçen yıl", "this year": "bu yıl", "next year": "gelecek yıl", "last month": "geçen ay",
    "this month": "bu ay", "last week": "geçen hafta", "this season": "bu sezon", "last season": "geçen sezon",
}  # fmt: skip
_PARTICLES = frozenset("out up off down away aside part place".split())
_LINK = "|".join((*_PREPOSITIONS, *_AFTER))
_HEAD = re.compile(
    rf"(?:(?P<prep>in|on|at|to|from|by|for|with)\s+)?(?P<wh>(?:{'|'.join(p for p, _ in _PHRASES)})\b)\s*(?P<rest>.*)",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    rf"(?P<noun>(?:(?!{_AUX}\b|(?:{_LINK})\b)[\w'-]++\s*+)+?)(?={_AUX}\b|(?:{_LINK})\b|$|\w+(?:ed|s)\b)", re.IGNORECASE
)


def needs_gloss(question: str) -> bool:
    """Tell whether an English follow-up is a fragment, or a question word alone, that lives inside another question."""
    core, led = split_lead(question)
    core = core.strip(" ?.!").lower()
    if core in _ALONE or _gloss_asked(core):
        return True
    asks = re.search(rf"\b(?:who|whom|whose|what|which|when|where|why|how)\b|^{_AUX}\b", core)
    return not asks and len(core.split()) <= (8 if led else 3) and (led or question.rstrip().endswith("?"))


def gloss_fragment(fragment: str, before: str = "") -> str:
    """Return a fragment or question word in Turkish ("And in Ankara?" → "Ankara'da"), after a Turkish question."""
    core = split_lead(fragment)[0].strip(" ?.!")
    if asked := _gloss_asked(core):
        return asked
    degree = re.fullmatch(r"(?:the )?(?:(?P<rank>\w+) )?(?P<degree>(?:(?:most|least) )?\w+)(?: ones?)?", core)
    if degree and (adjective := superlative_in_turkish(degree["degree"], fold(before))):
        rank = opposite(degree["rank"].lower(), "birinci", "tr") if degree["rank"] else None
        if rank or not degree["rank"]:
            return f"{rank or 'en'} {adjective}"  # "ikinci büyük" has no "en"
    return _ALONE.get(core.lower()) or _gloss_phrases(core)


def _gloss_asked(core: str) -> str | None:
    """Return a question phrase with its preposition in Turkish ("to which countries"), None where a word is unknown."""
    asked = re.fullmatch(r"(?P<prep>\w+) (?P<wh>which|what|how many) (?P<noun>[a-z]+)", core, re.IGNORECASE)
    low = asked["prep"].lower() if asked else ""
    if (
        asked is None
        or not (low in _PREPOSITIONS or low in ("with", "by"))
        or not _sure_translations(fold(asked["noun"]))
    ):
        return None
    noun = next(t for t in _sure_translations(fold(asked["noun"])))
    counts = asked["wh"].lower() == "how many"
    noun = plural(noun) if not counts and asked["noun"].endswith("s") else noun
    cased = decline(noun, _PREPOSITIONS[low]) if low in _PREPOSITIONS else _instrumental(noun)
    return None if noun.endswith("-") else f"{'kaç' if counts else 'hangi'} {cased}"


@lru_cache(maxsize=1024)
def gloss_question(question: str) -> str:
    """Return an English question as Turkish words in Turkish order, after a "…" that marks it as a gloss."""
    core = split_lead(question)[0].strip(" ?.!")
    core = re.sub(r"^what ((?:is|was) )the name of ", r"what \1", core, flags=re.IGNORECASE)
    if re.match(rf"{_AUX}\b", core, re.IGNORECASE):
        said = _gloss_phrases(core.split(" ", 1)[-1])
        return f"…{said} m{harmony(said)[1]}?"
    head = _HEAD.match(core)
    if head is None:
        return f"…{_gloss_phrases(core)}?"
    asked = next(turkish for pattern, turkish in _PHRASES if re.fullmatch(pattern, head["wh"], re.IGNORECASE))
    rest = head["rest"]
    noun = counted_verb = ""
    counted = _COUNTED.match(rest) if asked in ("kaç", "hangi", "ne", "ne kadar") else None
    subject = subject_question(core) if asked in ("kaç", "hangi") else None
    acts = asked == "kim" and not re.match(rf"{_AUX}\b", rest)
    if subject and is_verb(fold(subject[1])):
        noun, rest = _gloss_words(subject[0])[0], f"{subject[1]} {subject[2]}"
        acts = True
    elif counted:
        noun, counted_verb = _gloss_words(counted["noun"])
        rest = rest[counted.end() :]
        asked = "hangi" if asked == "ne" else asked
    if asked == "hangi" and noun and _is_plural(asked_noun(core)):
        noun = plural(noun)
    stranded = re.search(rf" (?P<prep>{'|'.join(_PREPOSITIONS)})$", rest)
    if stranded and noun:
        rest = rest[: stranded.start()]
    case = _PREPOSITIONS.get((head["prep"] or (stranded["prep"] if stranded and noun else "")).lower())
    if noun and case:
        noun = decline(noun, case)
    about, verb = _gloss_clause(rest)
    acted_on = re.split(rf"\b(?:{_LINK})\b", rest, maxsplit=1)[0]
    if acts and _gloss_words(acted_on)[0] and about.split()[-1].islower():
        about = decline(about, "accusative")
    verb = verb or counted_verb or ("var" if re.search(rf"\b{_AUX} there\b", core, re.IGNORECASE) else "")
    return f"…{' '.join(part for part in (about, asked, noun, verb) if part)}?"


def _is_plural(noun: str) -> bool:
    last = fold(noun.split()[-1]) if noun else ""
    return any(lemma != last and plural_noun(lemma) == last for lemma in lemmas(last))


def _gloss_phrases(text: str) -> str:
    about, verb = _gloss_clause(text)
    return f"{about} {verb}".strip()


def _gloss_clause(text: str) -> tuple[str, str]:
    """Gloss phrases between prepositions, the last first as Turkish has them, and the verb apart."""
    pieces = re.split(rf"\b({_LINK})\b", text, flags=re.IGNORECASE)
    first, verb = _gloss_words(pieces[0])
    found = [first]
    for preposition, phrase in zip(pieces[1::2], pieces[2::2], strict=True):
        glossed, other = _gloss_words(phrase)
        verb = verb or other
        if not glossed:
            continue
        low = fold(preposition)
        if low == "of" and found[-1:] == [first] and known_noun(first.split()[-1] if first else ""):
            found[-1] = possessive(first)
        # A Turkish name or figure takes its ending; a common noun keeps the form that the lexicon has.
        if low == "by" and phrase.split()[-1:] and phrase.split()[-1].islower():
            glossed = _instrumental(glossed)
        elif low in _AFTER:
            glossed = f"{glossed} {_AFTER[low]}"
        elif glossed.split()[-1] not in _days() and not _is_left(glossed.split()[-1], phrase):
            glossed = decline(glossed, _PREPOSITIONS[low])
        found.insert(0, glossed)
    return " ".join(part for part in found if part), verb


def _is_left(word: str, phrase: str) -> bool:
    """Tell whether a common noun stands as the English phrase has it, and takes no Turkish ending."""
    return word.islower() and word in phrase.split() and not translations(word)


def _instrumental(noun: str) -> str:
    """Return a noun with the ending of "ile" ("otobüs" → "otobüsle")."""
    return f"{noun}{'y' if noun[-1] in VOWELS else ''}l{harmony(noun)[0]}"


def _gloss_words(text: str) -> tuple[str, str]:
    """Gloss words one by one: those that stay before the verb, and the verb in the past."""
    kept: list[str] = []
    verb = ""
    passive = re.search(r"\b(?:is|are|was|were|been|be)\b", text) is not None
    for english, turkish in _SPOKEN_TIMES.items():
        text = re.sub(rf"\b{english}\b", turkish.replace(" ", "_"), text, flags=re.IGNORECASE)
    tokens = re.findall(r"[^\s,?!]+", text)
    phrasal = [
        at for at, token in enumerate(tokens) if at and token in _PARTICLES and _verb_with(tokens[at - 1], token)
    ]
    for at, token in enumerate(tokens):
        if at in phrasal:
            continue
        bare = re.sub(r"['’]s?$", "", token)
        low = fold(bare)
        if not bare or low in _DROPPED:
            continue
        if low in _GLOSSED:
            kept.append(_GLOSSED[low])
            continue
        if low in country_names() and bare[0].isupper():
            kept.append(country_names()[low])
        elif low in _NUMBERS or low in calendar():
            kept.append(_NUMBERS.get(low) or calendar()[low])
        elif token[0].isdigit() or (bare[0].isupper() and bare[0] != "I"):
            kept.append(bare)
        elif at + 1 in phrasal:
            verb = _past(_verb_with(token, tokens[at + 1]), passive=passive)
        elif not (terms := _sure_translations(low)):
            kept.append(f"en {bare}" if _is_superlative(low) else bare)
        elif (term := _term(terms, low, last=at == len(tokens) - 1)).endswith("-"):
            verb = _past(term.removesuffix("-"), passive=passive)
        else:
            kept.append(f"en {term}" if _is_superlative(low) else term)
    return " ".join(kept).replace("_", " "), verb


def _verb_with(word: str, particle: str) -> str:
    """Return the Turkish verb stem of an English verb with its particle ("carried out"), "" where it is none."""
    bases = lemmas(fold(word))
    phrasal = next((found for base in bases if (found := translations(f"{base} {particle}"))), translations(word))
    if particle in ("part", "place") and phrasal == translations(word):
        return ""
    verbs = [term for term in phrasal if term.endswith("-")]
    return verbs[0].removesuffix("-") if verbs else ""


def _sure_translations(word: str) -> list[str]:
    """Return the translations of a word, [] where only what looks like its stem has any ("whiting" is no "white")."""
    terms = translations(word)
    derived = word.endswith(("ing", "er", "ly")) and not any(term.endswith("-") for term in terms)
    return [] if derived and not is_entry(word) else terms


def _is_superlative(word: str) -> bool:
    return word.endswith("est") and len(word) > 5 and word not in _NO_SUPERLATIVE


@lru_cache(maxsize=1)
def _days() -> frozenset[str]:
    days = frozenset(lower(str(name)) for name in Locale.parse("tr").days["format"]["wide"].values())
    return days | {"sonu", "içi"}  # "hafta sonu"


def _term(terms: list[str], word: str, *, last: bool) -> str:
    """Choose the Turkish noun of a word that is noun and verb, the verb where the word is a past or stands last."""
    if last or word.endswith("ed"):
        return next((term for term in terms if term.endswith("-")), terms[0])
    return next((term for term in terms if not term.endswith("-")), terms[0])


@lru_cache(maxsize=1)
def calendar() -> dict[str, str]:
    """Map English names of months and days to Turkish ones (CLDR)."""
    english, turkish = Locale.parse("en"), Locale.parse("tr")
    table: dict[str, str] = {}
    for names in ("months", "days"):
        ours, theirs = getattr(turkish, names)["format"]["wide"], getattr(english, names)["format"]["wide"]
        table |= {
            fold(str(theirs[key])): lower(str(ours[key])) if names == "days" else str(ours[key]) for key in theirs
        }
    return table


def _past(stem: str, *, passive: bool) -> str:
    """Return the third person past of a verb stem, passive where asked."""
    if passive:
        high = harmony(stem)[1]
        stem = {"ayır": "ayr", "çevir": "çevr", "devir": "devr"}.get(stem, stem)
        stem += "n" if stem[-1] in VOWELS else f"{high}n" if stem[-1] == "l" else f"{high}l"
    high = harmony(stem)[1]
    return f"{stem}{'t' if stem[-1] in 'fstkçşhp' else 'd'}{high}"

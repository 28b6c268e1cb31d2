"""Turkish case endings put on a word: vowel harmony, voicing, buffer letters, the apostrophe of names and figures.

The counterpart of `qa.words.inflection`, which takes endings off
(Göksel & Kerslake, "Turkish: A Comprehensive Grammar", 2005, chapters 3, 6 and 8).
"""

import re

from qa.text import lower
from qa.words.inflection import VOWELS, case_of

CASES = ("genitive", "dative", "accusative", "locative", "ablative")
_FRONT = "eiöüî"
_VOICELESS = "fstkçşhp"
_HIGH = {"a": "ı", "ı": "ı", "o": "u", "u": "u", "e": "i", "i": "i", "ö": "ü", "ü": "ü", "â": "ı", "î": "i", "û": "u"}
_FRONT_STEMS = ("saat", "rol", "gol", "petrol", "alkol", "festival", "hayal", "kabul", "sembol", "futbol", "ihtimal")
# How a figure is read aloud decides its ending: the last digit, or the last tens, or the scale.
_DIGITS = ("sıfır", "bir", "iki", "üç", "dört", "beş", "altı", "yedi", "sekiz", "dokuz")
_TENS = ("", "on", "yirmi", "otuz", "kırk", "elli", "altmış", "yetmiş", "seksen", "doksan")
# Nouns that lose their second vowel before an ending that begins with one.
DROPPING = {
    "şehr": "şehir", "nehr": "nehir", "vakf": "vakıf", "fikr": "fikir", "ism": "isim", "resm": "resim", "nesl": "nesil",
    "metn": "metin", "oğl": "oğul", "akl": "akıl", "hükm": "hüküm", "kayd": "kayıt", "nakl": "nakil", "şekl": "şekil",
    "vakt": "vakit", "emr": "emir", "keşf": "keşif", "cism": "cisim", "burn": "burun", "omz": "omuz", "ağz": "ağız",
    "göğs": "göğüs", "asl": "asıl", "kısm": "kısım",
}  # fmt: skip
_DROPPED = {noun: short for short, noun in DROPPING.items()}
_VOICED = {"p": "b", "ç": "c", "t": "d", "k": "ğ"}


def decline(stem: str, case: str | None, *, possessed: bool = False) -> str:
    """Return a word with the ending of a case (None: as it is).

    A name (capitalised) or figure gets an apostrophe. `possessed` says that the word ends in a third person
    possessive ("üyesi"), after which the endings take an n. Raises ValueError for an unknown case.
    """
    if case is None:
        return stem
    proper = stem[:1].isupper() or stem[-1:].isdigit()
    ending = case_ending(stem, case, possessed=possessed)
    if proper:
        return f"{stem}'{ending}"
    if ending[0] in VOWELS and stem in _DROPPED:
        return _DROPPED[stem] + ending
    if ending[0] in VOWELS and len(stem) > 3 and stem[-1] in "çkp" and stem[-2] in VOWELS:
        stem = stem[:-1] + _VOICED[stem[-1]]
    return stem + ending


def case_ending(stem: str, case: str, *, possessed: bool = False) -> str:
    """Return the ending of a case as it agrees with a stem ("Türkiye", "ablative" → "den")."""
    spoken = _spoken(stem)
    wide, high = harmony(spoken)
    open_ending = spoken[-1:] in VOWELS
    hard = "t" if spoken[-1:] in _VOICELESS else "d"
    buffer = ("n" if possessed else "y") if open_ending else ""
    pronominal = "n" if possessed and open_ending else ""
    endings = {
        "genitive": ("n" if open_ending else "") + high + "n",
        "dative": buffer + wide,
        "accusative": buffer + high,
        "locative": pronominal + hard + wide,
        "ablative": pronominal + hard + wide + "n",
    }
    if case not in endings:
        raise ValueError(f"case must be one of {', '.join(CASES)}, not {case!r}")
    return endings[case]


def possessive(noun: str) -> str:
    """Return a lower-case word with the third person possessive ("kısa" → "kısası", "uzun" → "uzunu")."""
    accusative = decline(noun, "accusative")
    return f"{noun}s{accusative[-1]}" if noun[-1:] in VOWELS else accusative


def inflect_like(stem: str, ending: str) -> str:
    """Return a lower-case stem with the ending of another word, made to agree ("uzun", "sının" → "uzununun")."""
    parts = re.fullmatch(r"(?P<many>l[ae]r)?(?P<owned>s?[ıiuü](?=n|$|l))?(?P<rest>.*?)(?P<ki>(?<=[dt][ae])ki)?", ending)
    if not ending or parts is None:
        return stem
    made = plural(stem) if parts["many"] else stem
    bare_case = parts["owned"] and parts["rest"] == "n"  # "uzun-un", "kadınlar-ın": a genitive
    owned = bool(parts["owned"]) and not bare_case
    made = possessive(made) if owned else made
    ending = "ın" if bare_case else parts["rest"]
    case = case_of(ending) if ending else None
    return (decline(made, case, possessed=owned) if case else made) + (parts["ki"] or "")


def plural(noun: str) -> str:
    """Return the Turkish plural of a noun."""
    wide, _ = harmony(lower(noun))
    return f"{noun}l{wide}r"


def harmony(word: str) -> tuple[str, str]:
    """Return the a/e and the ı/i/u/ü that agree with a lower-case word."""
    vowel = next((char for char in reversed(word) if char in _HIGH), "e")
    if word.endswith(_FRONT_STEMS):
        vowel = {"a": "e", "o": "ö", "u": "ü"}.get(vowel, vowel)
    return ("e" if vowel in _FRONT else "a"), _HIGH[vowel]


def _spoken(stem: str) -> str:
    """Return a stem in lower case, a figure as its last word is read."""
    low = lower(stem)
    if not low[-1:].isdecimal():
        return low
    digits = "".join(char for char in low.split()[-1] if char.isdecimal())
    zeros = len(digits) - len(digits.rstrip("0"))
    if zeros == 0:
        return _DIGITS[int(digits[-1])]
    if zeros == len(digits):
        return _DIGITS[0]
    if zeros == 1:
        return _TENS[int(digits[-2])]
    return "yüz" if zeros == 2 else "bin" if zeros < 6 else "milyon" if zeros < 9 else "milyar"

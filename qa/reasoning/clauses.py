"""Questions that ask two things at once, taken apart into questions that can be asked one by one."""

import re
from dataclasses import dataclass

from qa.conversation import followup_tr
from qa.reasoning.listings import counted_word
from qa.text import capitalize, fold
from qa.words.lexicon import translations

# Folded Turkish question words; "ne zaman" and "ne kadar" are one.
_ASKING_TR = re.compile(
    r"\b(?:ne (?:zaman|kadar)\w*|kim(?:dir|di|mis|in|i|e|den|ler\w*|de|le)?|ne(?:dir|yi|ye|ler\w*|yle)?|nere\w*|"
    r"(?:yuzde )?kac\w*|hangi\w*|nasil\w*|neden|nicin|niye)\b"
)
_PARTICLE = re.compile(r"\b(?:mi|mu)(?:dir|dur|ydi|ydu|ymis|ymus)?\b")
_LINK_TR = re.compile(r"(?:\s*[,;]\s+(?:ve|ayrica)?\s*|\s+ve\s+(?:de\s+)?|\s*\?\s+(?:ve\s+)?)", re.IGNORECASE)
_WITH_NOUN = re.compile(r"(?:hangi|kac|kacinci)$")
# Endings of a finite verb or copula, folded.
_FINITE = re.compile(
    r"(?:[dt][iu](?:lar|ler|r|rlar)?|m[iu]s(?:t[iu]r?|lar|ler)?|yor(?:du|lar|mus)?|[ae]c[ae]k(?:t[iu]r?|lar|"
    r"ler)?|[aeiu]r(?:lar|ler|d[iu])?|"
    r"mez|maz|m[ae]kt[ae](?:d[iu]r)?|var(?:di|dir)?|yok(?:tu|tur)?)$"
)
_NOT_FINITE = frozenset("kadar bir her lider nisan ihracatcilar yer".split())
_LEANING_TR = re.compile(
    r"^(?:her bir\w*|bun\w*|onun?|onlar\w*|ikisi\w*|bu(?=\s+(?:sayi|oran|miktar|tutar)\w*)|orada\w*|kendisi\w*|o)\b"
)
_REFERS_TR = re.compile(
    r"^(?:bun|on)(?:un|lar\w*|a|u|da|dan)\b|^bu\b(?! (?:yil|ay|sezon|hafta|donem|gun|sayi|oran|miktar|tutar))"
)
_OWNER = re.compile(r"n?[iu]n$")
_OWNED = re.compile(r"[iu]$")
_TIME_ONLY = re.compile(
    r"^(?:(?:bu|gecen|o|onceki|gelecek|bir onceki) (?:yil|ay|sezon|donem|hafta|gun)\w*|simdi|bugun|sonra|once|"
    r"onceden|daha once|eskiden|"
    r"\d{4}\W?\w*|toplam|ilk kez|en son|su anda|ayrica|yine)\s*$"
)
_ASKING_EN = r"(?:who|whom|whose|what|which|where|when|why|how)"
_PREPOSITION = r"(?:(?:in|on|at|by|to|from|for|of|with|since|until|into|during|under|between|against|through)\s+)?"
_LINK_EN = re.compile(
    rf",?\s+and\s+(?=(?:also\s+)?{_PREPOSITION}{_ASKING_EN}\b)|[?;]\s+(?:and\s+)?(?={_PREPOSITION}{_ASKING_EN}\b)",
    re.IGNORECASE,
)
_LINK_AUXILIARY = re.compile(r",\s+and\s+(?=(?:is|are|was|were|do|does|did|has|have|had|will|can)\b)", re.IGNORECASE)
_AUXILIARY = re.compile(
    r"\b(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|might|must)\b", re.IGNORECASE
)
_PRONOUN = re.compile(r"\b(?:it|they|he|she|him|them|its|their|his|her|there)\b", re.IGNORECASE)
_DO = re.compile(r"do|does|did", re.IGNORECASE)
_PARTICLES_EN = frozenset("up out off down over away on in about through".split())
_POSSESSIVES = frozenset({"its", "their", "his", "her"})
_STOP_EN = frozenset(
    "in on at to from by for with and or that which who when where during since until after before as than".split()
)


@dataclass(frozen=True, slots=True)
class _Asking:
    """A question word of a Turkish question with the noun that it asks about ("hangi salonda")."""

    start: int
    end: int


def split_question(question: str, language: str) -> list[str]:
    """Return the questions that a question asks, one by one; a single-part question gives itself.

    What the second part leaves to the first is repeated: the verb that two question words share ("Ne zaman ve nerede
    doğdu?"), the subject of the first ("... kaç bebek doğdu, kaç kişi öldü?"), what a pronoun stands for.
    """
    text = question.strip()
    parts = _split_english(text) if language == "en" else _split_turkish(text)
    if len(parts) < 2:
        return [question]
    whole = [piece for part in parts[1:] for piece in split_question(part, language)]
    return [parts[0], *whole]


# --- Turkish ---


def _split_turkish(text: str) -> list[str]:
    folded = fold(text)
    each = _split_each(text, folded)
    if each:
        return each
    asking = _askings(folded)
    if "yoksa" in folded:
        return [text]
    if len(asking) < 2:
        return _split_yes_no(text, folded)
    first, second = asking[0], asking[1]
    links = [link for link in _LINK_TR.finditer(folded, first.end, second.start) if link.end() <= second.start]
    if not links:
        return [text]
    link = (
        links[-1]
        if not any("ve" in link[0] or "?" in link[0] for link in links)
        else next(link for link in links if "ve" in link[0] or "?" in link[0])
    )
    left, right = text[: link.start()].rstrip(" ,;"), text[link.end() :].strip()
    head = text[: first.start].strip(" ,")
    own = text[link.end() : second.start].strip(" ,")
    if _is_complete(folded[: link.start()], first, own) or (
        _is_nominal(head) and folded[: link.start()].endswith("kim")
    ):
        return [f"{left}?", _refers(right, left) or _with_counted(left, _with_head(head, own, right))]
    tail = text[second.end :].strip()
    if own:
        return [text]
    if not tail.strip("?!. "):
        return [f"{left}?", f"{head} {right}"] if head and len(head.split()) > 1 else [text]
    return [f"{left} {tail}", f"{head} {right}".strip()]


def _askings(folded: str) -> list[_Asking]:
    found = []
    for match in _ASKING_TR.finditer(folded):
        end = match.end()
        if _WITH_NOUN.search(match[0]) and (noun := re.match(r"\s+\w+(?:['’]\w+)?", folded[end:])):
            end += noun.end()
        found.append(_Asking(match.start(), end))
    return found


def _is_complete(left: str, asking: _Asking, own: str) -> bool:
    """Tell whether the part before a link is a question of its own: it has a verb, or "kim" before a new subject."""
    last = re.findall(r"\w+", left[asking.start :])
    if not last:
        return False
    behind = left[asking.end :].strip(" ,")
    if behind:
        return (bool(_FINITE.search(last[-1])) and last[-1] not in _NOT_FINITE) or bool(own)
    if own and _LEANING_TR.match(fold(own)):
        return True
    copula = re.search(r"(?:[dt][iu]r?|m[iu]s)$", last[-1])
    return bool(copula) or (bool(own) and last[-1] in ("kim", "ne", "neresi", "kac", "nerede", "nasil"))


def _with_counted(left: str, right: str) -> str:
    """Let "kaçı" of the second part say what the first part counts ("kaç takım başvurdu, elemeden kaçı geçti")."""
    counted = counted_word(left)
    whole = re.search(r"l[ae]r[ıi]?n\s+kaçı\b", right)
    return re.sub(r"\bkaçı\b", f"kaç {counted}", right) if counted and not whole else right


def _is_nominal(head: str) -> bool:
    """Tell whether what stands before "kim" is a subject with its owner, so that "who" is all that is asked of it."""
    spoken = fold(head).split()
    return len(spoken) > 1 and bool(_OWNER.search(spoken[-2])) and bool(_OWNED.search(spoken[-1]))


def _refers(right: str, left: str) -> str | None:
    """Return the second part with what its pronoun stands for in the first, None where it has no pronoun."""
    if not _REFERS_TR.match(fold(right)):
        return None
    resolved = followup_tr.resolve(capitalize(right), [f"{left}?"])
    return resolved if resolved != capitalize(right) else None


def _with_head(head: str, own: str, right: str) -> str:
    """Return the second part with the subject of the first where it has none of its own."""
    folded = fold(own)
    if not head or folded.endswith("ki") or (own and not _LEANING_TR.match(folded) and not _TIME_ONLY.match(folded)):
        return capitalize(right)
    kept = head.split()
    while own and kept and _TIME_ONLY.match(fold(" ".join(kept[-2:]))):
        kept = kept[:-2]
    while own and kept and _TIME_ONLY.match(fold(kept[-1])):
        kept = kept[:-1]
    return f"{' '.join(kept)} {right}".strip()


def _split_each(text: str, folded: str) -> list[str]:
    """Take "X ile Y kaçar metredir?" apart: the owner before X holds for both."""
    match = re.search(r"(?P<first>\w+)\s+(?:ile|ve)\s+(?P<second>(?:\w+\s+){1,3})kacar(?P<tail>\b.*)$", folded)
    if match is None:
        return []
    start = match.start("first")
    length = len(match["second"].split())
    before = text[:start].split()
    owner = before
    extra: list[str] = []
    # The first thing is as many words as the second: "toplam uzunluğu ile orta açıklığı".
    while len(extra) < length - 1 and owner and "'" not in owner[-1]:
        extra.insert(0, owner[-1])
        owner = owner[:-1]
    first = " ".join([*owner, *extra, text[start : match.end("first")]])
    second = " ".join([*owner, text[match.start("second") : match.end("second")].strip()])
    tail = text[match.start("tail") :]
    return [f"{first} kaç{tail}", f"{second} kaç{tail}"]


def _split_yes_no(text: str, folded: str) -> list[str]:
    """Part two yes/no questions ("X açıldı mı ve Y kapandı mı?"), but not the two sides of a choice ("A mı, B mi?")."""
    particles = list(_PARTICLE.finditer(folded))
    if len(particles) != 2 or "daha" in folded:
        return [text]
    link = re.compile(r"\s*,?\s+ve\s+|\?\s+").search(folded, particles[0].end(), particles[1].start())
    before = re.findall(r"\w+", folded[: particles[0].start()])
    if link is None or not before or not _FINITE.search(before[-1]):
        return [text]
    return [f"{text[: link.start()].rstrip(' ,?')}?", capitalize(text[link.end() :])]


# --- English ---


def _split_english(text: str) -> list[str]:
    link = _LINK_EN.search(text)
    if link is None:
        link = _LINK_AUXILIARY.search(text)
        if link is None or not re.match(
            rf"\W*{_PREPOSITION}{_ASKING_EN}\b|\W*{_AUXILIARY.pattern}", text, re.IGNORECASE
        ):
            return [text]
    left, right = text[: link.start()].strip(" ,?"), text[link.end() :].strip()
    right = re.sub(r"^also\s+", "", right, flags=re.IGNORECASE)
    auxiliary = _AUXILIARY.search(left)
    if not _has_verb(left, auxiliary):
        shared = _AUXILIARY.search(right)
        if shared is None:
            return [text]
        return [f"{left} {right[shared.start() :]}", _sentence(right)]
    if not _AUXILIARY.search(right) and len(right.strip("?").split()) <= 3:
        rest = left[auxiliary.start() :] if auxiliary else " ".join(left.split()[1:])
        return [f"{left}?", _sentence(_with_rest(right.strip("? "), rest))]
    return [f"{left}?", _sentence(_resolve(right, left, auxiliary))]


def _with_rest(asking: str, rest: str) -> str:
    """Complete a bare question word with the rest of the first part; "on Thursdays" takes the place of its like."""
    phrase = re.fullmatch(
        rf"(?P<word>{_ASKING_EN})\s+(?P<link>in|on|at|during|for)\s+(?P<noun>.+)", asking, re.IGNORECASE
    )
    if phrase is None:
        return f"{asking} {rest}"
    word, link, noun = phrase["word"], phrase["link"], phrase["noun"]
    kept = re.sub(rf"\b{link} [^,]+$", "", rest).strip()
    return f"{word} {kept} {link} {noun}"


def _has_verb(left: str, auxiliary: re.Match[str] | None) -> bool:
    """Tell whether the part before a link asks on its own: it has an auxiliary, or "who" with a verb."""
    if auxiliary is not None or re.match(r"\W*(?:who|what|which \w+)\s+\w+", left, re.IGNORECASE):
        return True
    return any(verb[:1] and verb[0].endswith("-") for verb in map(translations, left.lower().split()[3:]))


def _resolve(right: str, left: str, auxiliary: re.Match[str] | None) -> str:
    """Put the subject of the first part in place of the first pronoun of the second."""
    pronoun = _PRONOUN.search(right)
    subject = _subject(left, auxiliary)
    if pronoun is None or not subject or pronoun[0].lower() == "there":
        return right
    named = f"{subject}'s" if pronoun[0].lower() in _POSSESSIVES else subject
    return right[: pronoun.start()] + named + right[pronoun.end() :]


def _subject(left: str, auxiliary: re.Match[str] | None) -> str:
    """Return the noun phrase after the auxiliary of a question, as far as it goes before a verb or preposition."""
    counted = re.match(r"\W*how (?:much|many)\s+(?P<noun>\w+)", left, re.IGNORECASE)
    if counted:
        return counted["noun"]
    if auxiliary is None:
        return ""
    taken: list[str] = []
    for word in left[auxiliary.end() :].split():
        low = word.lower().strip(",")
        verb = translations(low)[:1]
        if taken and (
            low in _STOP_EN
            or (word.islower() and not word.endswith("ing") and verb and verb[0].endswith("-"))
            or low in ("a", "an", "first")
        ):
            break
        taken.append(word)
        if len(taken) == 6:
            break
    whole = left[auxiliary.end() :].split()
    if _DO.fullmatch(auxiliary[0]) and len(taken) == len(whole) > 1:  # its verb is the last word, or the one before
        taken = taken[: -2 if whole[-1].lower() in _PARTICLES_EN and len(whole) > 2 else -1]
    return " ".join(taken)


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:].rstrip("?!. ") + "?"

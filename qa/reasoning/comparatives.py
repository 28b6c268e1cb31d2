"""Comparatives ("longer", "daha çok"): what they compare, and whether the larger or the smaller figure wins."""

import re
from itertools import pairwise

from qa.text import fold

# Folded comparatives: True where the larger figure has more of it.
LARGER = {
    "tr": "cok fazla iyi uzun yuksek buyuk genis agir pahali kalabalik derin yasli gec sonra uzak kalin sicak hizli "
          "eski yeni verimli zengin yogun dolu guclu dik zor karli yaygin populer",
    "en": "more larger bigger greater longer higher taller wider broader deeper heavier older later farther "
          "further faster quicker better dearer brighter sharper warmer "
    "hotter newer pricier costlier richer thicker stronger busier expensive bigger last latest most largest "
    "biggest longest highest fuller steeper denser harder profitable popular",
}  # fmt: skip
SMALLER = {
    "tr": "az kotu kisa dusuk kucuk dar hafif ucuz sig genc erken once yakin ince soguk yavas alcak bos zayif "
          "seyrek kolay",
    "en": "less fewer worse milder smaller shorter lower narrower shallower lighter younger earlier cheaper slower "
          "colder nearer closer "
    "thinner weaker emptier easier sparser first before earliest least fewest smallest shortest lowest",
}  # fmt: skip
_DIMENSIONS = {
    "length": ("measure kilometre", "measure metre", "measure centimetre", "measure millimetre", "measure "
        "mile", "measure foot", "measure inch"),
    "area": ("measure square", "measure hectare", "measure decare", "measure dönüm"),
    "mass": ("measure tonne", "measure kilogram", "measure gram", "measure milligram"),
    "money": ("money",), "time": ("duration", "period"), "age": ("count", "duration", "date", "period"),
    "moment": ("date", "time", "ordinal", "period", "duration"),
    "speed": ("duration", "count", "measure", "time"), "heat": ("measure degree", "count"),
}  # fmt: skip
_OF_WORD = {
    **dict.fromkeys("uzun kisa longer shorter".split(), ("length", "time")),
    **dict.fromkeys("derin sig deeper shallower kalin ince thicker thinner".split(), ("length",)),
    **dict.fromkeys("genis dar wider narrower broader".split(), ("length", "area")),
    **dict.fromkeys("agir hafif heavier lighter".split(), ("mass",)),
    **dict.fromkeys("pahali ucuz expensive cheaper pricier costlier".split(), ("money",)),
    **dict.fromkeys("yasli genc older younger eski yeni newer".split(), ("age",)),
    **dict.fromkeys("gec sonra erken once later earlier first before last latest earliest".split(), ("moment",)),
    **dict.fromkeys("hizli yavas faster quicker slower".split(), ("speed",)),
    **dict.fromkeys("sicak soguk warmer hotter colder".split(), ("heat",)),
}
_REVERSED_FOR_DATES = frozenset("yasli genc older younger eski yeni newer".split())  # the older has the earlier date
_REVERSED_FOR_TIMES = frozenset(
    "hizli yavas iyi faster quicker slower better".split()
)  # the faster has the shorter time
ADJECTIVE_TR = "|".join((*LARGER["tr"].split(), *SMALLER["tr"].split()))
COMPARATIVES = {language: [*LARGER[language].split(), *SMALLER[language].split()] for language in ("tr", "en")}
COMPARATIVE_EN = "|".join(word for word in (*LARGER["en"].split(), *SMALLER["en"].split()) if word.endswith("er"))


def comparative(question: str, language: str) -> str | None:
    """Return the folded comparative of a question: "daha uzun" → "uzun", "önce ... mi" → "once"."""
    plain = re.sub(r"\blast (?=year|season|month|week|time|spring|summer|autumn|winter)", "", fold(question))
    tokens = [bare_adjective(token) for token in re.findall(r"\w+", plain)]
    table = COMPARATIVES[language]
    if language == "en":
        if "expensive" in tokens and "less" in tokens:
            return "cheaper"
        return next((token for token in tokens if token in table and token != "more"), None) or (
            "more" if "more" in tokens else None
        )
    if "yasca" in tokens:
        return "genc" if any(token in ("kucuk", "genc") for token in tokens) else "yasli"
    after = [b for a, b in pairwise(tokens) if a == "daha" and b in table]
    return after[-1] if after else next((token for token in tokens if token in table), None)


def compares(token: str, word: str, language: str) -> bool:
    """Tell whether a folded word of a question belongs to its comparative `word`."""
    if token.startswith((word, "exceed", "outnumber", "surpass", "outweigh")) or token in ("yasca", "age"):
        return True
    return bare_adjective(token) in COMPARATIVES[language]


def bare_adjective(token: str) -> str:
    """Return a folded Turkish adjective without copula or case ("yüksekte", "uzundur")."""
    match = re.fullmatch(rf"({ADJECTIVE_TR})(?:yd[iu]|[dt][iu]r?|[dt][ae])", token)
    return match[1] if match and len(match[1]) > 3 else token


def fits(dimension: str, word: str) -> bool:
    """Tell whether figures of a dimension can be compared by a comparative: kilometres by "uzun", not by "ağır"."""
    classes = _OF_WORD.get(word)
    if classes is None:
        return dimension not in ("date", "time", "ordinal")
    if classes == ("age",) and word in ("eski", "yeni", "newer"):
        return dimension.startswith(("date", "count", "duration"))
    return any(dimension.startswith(start) for name in classes for start in _DIMENSIONS[name])


def larger_wins(request_word: str, dimension: str, larger: bool) -> bool:
    """Tell whether the larger figure answers: the older has the earlier date, the faster the shorter time."""
    reversed_ = (dimension == "date" and request_word in _REVERSED_FOR_DATES) or (
        dimension == "duration" and request_word in _REVERSED_FOR_TIMES
    )
    return larger != reversed_


def is_larger(word: str, language: str) -> bool:
    """Tell whether a folded comparative asks for the larger figure."""
    return word in LARGER[language].split()

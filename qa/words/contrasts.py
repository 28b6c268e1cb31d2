"""Words that exclude each other ("kız" and "erkek", "first" and "second"), in both languages, and degrees.

In a follow-up such a word takes the place of its opposite in the question before, and nothing else changes.
"""

import re
from functools import lru_cache

from qa.quantities.english import plural_noun
from qa.text import fold, lower
from qa.words.inflection import known_stem
from qa.words.lexicon import lemmas

# A line is a group; an entry is a Turkish word and the English one, the usual pair first where several share a word.
_GROUPS = """
kadın:woman erkek:man
kız:girl erkek:boy erkek:man
kadın:female erkek:male
büyük:large orta:medium küçük:small büyük:big küçük:little
uzun:long kısa:short
kalın:thick ince:thin
kuzey:north güney:south doğu:east batı:west kuzeydoğu:northeast kuzeybatı:northwest güneydoğu:southeast
kuzey:northern güney:southern doğu:eastern batı:western
sağ:right sol:left
üst:upper alt:lower yukarı:upper aşağı:lower
iç:inner dış:outer iç:domestic dış:international
yerli:domestic yabancı:foreign yerli:local
yeni:new eski:old
genç:young yaşlı:old yaşlı:elderly
gece:night gündüz:day
sabah:morning öğle:noon akşam:evening
yazlık:summer kışlık:winter
kırmızı:red sarı:yellow yeşil:green mavi:blue beyaz:white siyah:black turuncu:orange mor:purple pembe:pink gri:grey
altın:gold gümüş:silver bronz:bronze
özel:private kamu:public
kurmaca:fiction belgesel:documentary animasyon:animated
roman:novel öykü:story deneme:essay şiir:poetry tiyatro:drama
bireysel:individual takım:team
tekli:single çiftli:double
yazılı:written sözlü:oral
lisans:undergraduate lisansüstü:graduate
evli:married bekâr:single
ucuz:cheap pahalı:expensive
sıcak:hot soğuk:cold
yetişkin:adult çocuk:child öğrenci:student tam:full indirimli:reduced
birinci:first ikinci:second üçüncü:third dördüncü:fourth beşinci:fifth \
altıncı:sixth yedinci:seventh sekizinci:eighth dokuzuncu:ninth onuncu:tenth ilk:first son:last sonuncu:last
birincilik:first ikincilik:second üçüncülük:third
"""
# Turkish adjectives after "en", with the English superlative.
_DEGREES = """
yüksek:highest alçak:lowest düşük:lowest uzun:longest kısa:shortest büyük:largest küçük:smallest genç:youngest
yaşlı:oldest yeni:newest eski:oldest derin:deepest sığ:shallowest kalabalık:busiest sakin:quietest ucuz:cheapest
geniş:widest dar:narrowest ağır:heaviest hafif:lightest hızlı:fastest yavaş:slowest zengin:richest fakir:poorest
yoksul:poorest iyi:best kötü:worst yakın:nearest uzak:farthest sıcak:hottest soğuk:coldest kalın:thickest ince:thinnest
güçlü:strongest zayıf:weakest kolay:easiest zor:hardest son:latest erken:earliest geç:latest büyük:biggest
küçük:littlest pahalı:most_expensive başarılı:most_successful önemli:most_important güzel:most_beautiful
kalabalık:most_crowded çok:most az:least uzun:tallest yoğun:busiest tehlikeli:most_dangerous
ünlü:most_famous kurak:driest yağışlı:wettest verimli:most_productive az:fewest
"""


@lru_cache(maxsize=1)
def _groups() -> tuple[tuple[tuple[str, str], ...], ...]:
    lines = (line.split() for line in _GROUPS.strip().splitlines())
    return tuple(tuple((entry.partition(":")[0], entry.partition(":")[2]) for entry in line) for line in lines)


def opposite(new: str, old: str, language: str) -> str | None:
    """Return what stands for `new` in the place of `old`, a word of `language`; None where they do not exclude it.

    Both are in their base form and may be in different languages ("men", "kız": "erkek").
    """
    side = 0 if language == "tr" else 1
    for group in _groups():
        mine = [pair for pair in group if new in pair]
        theirs = [pair for pair in group if old == pair[side]]
        if mine and theirs and mine[0][side] != old:
            return mine[0][side]
    return None


@lru_cache(maxsize=1)
def turkish_contrasts() -> frozenset[str]:
    """Return the Turkish words that exclude others."""
    return frozenset(turkish for group in _groups() for turkish, _ in group)


@lru_cache(maxsize=1)
def _english_contrasts() -> frozenset[str]:
    return frozenset(english for group in _groups() for _, english in group)


def base_form(word: str, language: str) -> tuple[str, str] | None:
    """Return the base form and ending of a word that excludes others, None for any other word.

    The ending of a Turkish word is its case and possessive ("küçüğü": "küçük", "ü"); of an English one "s" for the
    plural, with the possessive ("women's": "woman", "s's").
    """
    if language == "tr":
        found = known_stem(lower(word), turkish_contrasts())
        return None if found and re.match(r"l[ıiuü]", found[1]) else found  # "uzunluk" is no "uzun"
    low = fold(word).replace("’", "'")
    bare = low.removesuffix("'s").removesuffix("'")
    owner = "'s" if bare != low else ""
    for lemma in lemmas(bare):
        if lemma in _english_contrasts() and bare in (lemma, plural_noun(lemma)):
            return lemma, ("s" if bare != lemma else "") + owner
    return None


def inflected(word: str, ending: str) -> str:
    """Put the ending that `base_form` gives on an English word ("girl", "s's": "girls'")."""
    made = plural_noun(word) if ending.startswith("s") else word
    if not ending.endswith("'s"):
        return made
    return f"{made}'" if made.endswith("s") else f"{made}'s"


@lru_cache(maxsize=1)
def _degrees() -> tuple[tuple[str, str], ...]:
    entries = (entry.partition(":") for entry in _DEGREES.split())
    return tuple((turkish, english.replace("_", " ")) for turkish, _, english in entries)


@lru_cache(maxsize=1)
def turkish_degrees() -> frozenset[str]:
    """Return the Turkish adjectives whose English superlative is known."""
    return frozenset(turkish for turkish, _ in _degrees())


def superlative_in_english(adjective: str, before: str = "") -> str | None:
    """Return the English superlative of a Turkish adjective, None for one that is not known.

    `before` is the superlative that it answers: the smallest of what is oldest is the youngest.
    """
    if adjective == "küçük" and before == "oldest":
        return "youngest"
    if adjective == "büyük" and before == "youngest":
        return "oldest"
    return next((english for turkish, english in _degrees() if turkish == adjective), None)


def superlative_in_turkish(superlative: str, before: str) -> str | None:
    """Return the Turkish adjective of an English superlative, None for one that is not known.

    `before` is the folded question that it follows: among people the oldest is "yaşlı", among things "eski".
    """
    found = [turkish for turkish, english in _degrees() if english == superlative.lower()]
    aged = "yas" in before or "genc" in before
    if superlative.lower() == "oldest":
        return "yaşlı" if aged else "eski"
    return found[0] if found else None

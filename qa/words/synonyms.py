"""Turkish words that say the same in a report: who asks when somebody was born means "dünyaya geldi" as well.

Each line holds words and phrases that can stand for one another where facts are told. The first letters of a word stand
for all of its forms, as elsewhere; a phrase is met word by word.
"""

import re
from functools import lru_cache

from qa.text import fold, lower
from qa.words.inflection import known_stem

_SAME = """
doğdu doğan doğum doğumlu, dünyaya geldi, dünyaya gelen
öldü, vefat, hayatını kaybetti, hayatını kaybeden, yaşamını yitirdi, yaşamını yitiren, hayata gözlerini
gömüldü gömülü defnedildi, toprağa verildi
kurdu kuruldu kurulan kuruluş tesis oluşturuldu
başladı başlayan, faaliyete geçti
açıldı açılış, hizmete girdi, hizmete giren, hizmete açıldı, faaliyete geçti, işletmeye alındı
bitti bitirdi tamamlandı tamamladı sonuçlandı, sona erdi
yapıldı inşa gerçekleştirildi
yapıldı düzenlendi gerçekleştirildi
tasarladı çizdi, projesini çizdi
yönetti yönetiyor yürüttü yürütüyor, başkanlık etti, başında
çalışıyor çalışan, görev yapıyor, görev yapan, görev aldı
okuyor okuyan, eğitim görüyor, öğrenim görüyor, öğrenim gören
mezun bitirdi
katıldı katılan katılım, yer aldı
kazandı aldı, elde etti, sahibi oldu
bağışladı hibe, bağışta bulundu
ücretsiz bedava parasız, ücret alınmıyor, ücret ödemiyor
uçuş sefer
kent şehir
ülke devlet
konut ev
otomobil araba
hekim doktor
çalışan personel
öğretmen eğitimci
kurum kuruluş
toplantı oturum
seyirci izleyici
yapıt eser
masraf gider harcama
gelir hasılat
fiyat ücret bedel
bina yapı
sözleşme anlaşma
zam artış
destek katkı yardım
anne ana
elçilik büyükelçilik
amaç hedef
neden sebep
yüzölçümü alan
güzergâh rota
sakin oturan
köylü köy halkı
yarış müsabaka karşılaşma maç
galip şampiyon kazanan
besteci bestekâr
dergi mecmua
konser dinleti
kütüphane kitaplık
ödül mükâfat
kanun yasa
cami ibadethane
sınav imtihan
öykü hikâye
şair ozan
"""

_PAST = re.compile(r"(.+?)[dt][ıiuü]")
_CONJUGATED = re.compile(
    r"(?:[dt][ıiuü]|m[ıiuü]ş|[ıiuü]?yor|y?[ae]c[ae][kğ]|[dt][ıiuü]ğ|y?[ae]n|m[ae]|y?[ıiuü]p|y?[ıiuü]nc[ae]|[ıiuüae]r)\w*"
)


@lru_cache(maxsize=1)
def _groups() -> tuple[tuple[str, ...], ...]:
    groups = []
    for line in _SAME.strip().splitlines():
        phrases = [part.strip() for part in line.split(",")]
        groups.append((*phrases[0].split(), *phrases[1:]))
    return tuple(groups)


@lru_cache(maxsize=1)
def _by_word() -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for group in _groups():
        for word in group:
            others = tuple(fold(other) for other in group if other != word)
            table[word] = tuple(dict.fromkeys((*table.get(word, ()), *others)))
    return table


@lru_cache(maxsize=1)
def _by_verb() -> dict[str, tuple[str, ...]]:
    """Return the groups by the stems of their verbs ("doğ" of "doğdu")."""
    table: dict[str, tuple[str, ...]] = {}
    for word, others in _by_word().items():
        if " " not in word and (past := _PAST.fullmatch(word)):
            table[past[1]] = tuple(dict.fromkeys((*table.get(past[1], ()), *others)))
    return table


@lru_cache(maxsize=4096)
def synonyms(word: str) -> tuple[str, ...]:
    """Return the folded words and phrases that can stand for a Turkish word, in any of its forms; () for none.

    A hyphen at its end marks the stem of a verb ("yap-").
    """
    low = lower(word)
    if low.endswith("-"):
        return _by_verb().get(low[:-1], ())
    if low in _by_word():
        return _by_word()[low]
    for at in range(len(low) - 1, 1, -1):
        if low[:at] in _by_verb() and _CONJUGATED.fullmatch(low[at:]):
            return _by_verb()[low[:at]]
    found = known_stem(low, _by_word())
    return _by_word()[found[0]] if found else ()

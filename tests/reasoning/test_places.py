import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.reasoning.places import groups_of

CITIES = ("Oslo", "Bergen", "Porto", "Faro", "Lizbon", "Cusco", "Gwangju", "Da Nang", "Braga")
SUFFIX = {"Oslo": "da", "Bergen": "de", "Porto": "da", "Faro": "da", "Lizbon": "da", "Cusco": "da", "Gwangju": "da",
          "Da Nang": "da", "Braga": "da"}  # fmt: skip
THINGS = ("limanı", "müzesi", "fahri konsolosluğu", "köy okulları", "Saat Kulesi", "Barış Parkı")


def read(text):
    return [
        ([text[slice(*place)] for place in group.places], [text[slice(*thing)] for thing in group.things])
        for group in groups_of(text, 0, len(text))
    ]


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        (
            "Halen Peru'nun Oslo'da büyükelçiliği, Bergen ve Narvik'te fahri konsoloslukları faaliyet gösteriyor.",
            [(["Oslo"], ["büyükelçiliği"]), (["Bergen", "Narvik"], ["fahri konsoloslukları"])],
        ),
        (
            "Moldova'nın Lima'da okulu; Cusco, Puno ve Tacna'da ise yurtları var.",
            [(["Lima"], ["okulu"]), (["Cusco", "Puno", "Tacna"], ["yurtları"])],
        ),
        (
            "Norveç'te de başkent Oslo'da Deniz Caddesi, Bergen'de Nansen Anıtı ve Parkı bulunuyor.",
            [(["Oslo"], ["Deniz Caddesi"]), (["Bergen"], ["Nansen Anıtı ve Parkı"])],
        ),
        (
            "Kente, Adana'da Halı Çarşısı, Saat Kulesi, Van'da kedi evi yer alıyor.",
            [(["Adana"], ["Halı Çarşısı", "Saat Kulesi"]), (["Van"], ["kedi evi"])],
        ),
        (
            "Topluluğun Romanya ve Cezayir'de mağazaları, Dubai ile Milano'da ofisleri bulunuyor.",
            [(["Romanya", "Cezayir"], ["mağazaları"]), (["Dubai", "Milano"], ["ofisleri"])],
        ),
        (
            "Vakfın Kars'ta yurdu, Muş'ta okulu var; Kars'taki yurt 1990'da açıldı.",
            [(["Kars"], ["yurdu"]), (["Muş"], ["okulu"])],
        ),
    ],
)
def test_each_place_stands_with_what_is_there(text, groups):
    assert read(text) == groups


@pytest.mark.parametrize(
    "text",
    [
        "Peru'nun Oslo, Bergen ve Narvik'te fahri konsoloslukları var.",  # one group says nothing of others
        "Peru'nun Oslo'da büyükelçiliği, Şili'nin Bergen'de konsolosluğu var.",  # of two owners
        "Aksaray'da üç, Iğdır'da 2 okul açıldı.",
        "Antalya'da okullar tatil edildi, Muğla'da yalnız etkinlikler ertelendi.",
        "Estonya, Finlandiya'da Turku, Tampere ve Kuopio'da okul açtı.",  # a list of places or of things
        "15 Nisan'da geldi, 20 Mayıs'ta gitti.",
        "Fener 1866'da yapıldı.",
    ],
)
def test_other_sentences_have_no_groups(text):
    assert read(text) == []


@given(st.permutations(CITIES), st.lists(st.integers(1, 3), min_size=2, max_size=3), st.permutations(THINGS))
def test_what_is_put_together_is_taken_apart(cities, sizes, things):
    left, groups = list(cities), []
    for size, thing in zip(sizes, things, strict=False):
        groups.append(([left.pop() for _ in range(size)], [thing]))
    said = [
        f"{', '.join(places[:-1])}{' ve ' if places[:-1] else ''}{places[-1]}'{SUFFIX[places[-1]]} {thing}"
        for places, [thing] in groups
    ]
    text = f"Bu yıl derneğin {', '.join(said)} bulunuyor."

    assert read(text) == groups


@given(st.text(alphabet="abAB ,;ve'da.İ1", max_size=80))
def test_offsets_lie_within_any_text(text):
    for group in groups_of(text, 0, len(text)):
        for start, end in (*group.places, *group.things):
            assert 0 <= start < end <= len(text)

import pytest

from qa.words.contrasts import base_form, inflected, opposite, superlative_in_english, superlative_in_turkish


@pytest.mark.parametrize(
    ("new", "old", "language", "expected"),
    [
        ("erkek", "kız", "tr", "erkek"),
        ("man", "kız", "tr", "erkek"),
        ("erkek", "girl", "en", "boy"),
        ("erkek", "woman", "en", "man"),
        ("küçük", "large", "en", "small"),
        ("second", "birinci", "tr", "ikinci"),
        ("kız", "kız", "tr", None),
        ("kırmızı", "kuzey", "tr", None),
        ("elma", "armut", "tr", None),
    ],
)
def test_tells_the_opposite(new, old, language, expected):
    assert opposite(new, old, language) == expected


@pytest.mark.parametrize(
    ("word", "language", "expected"),
    [
        ("küçüğünün", "tr", ("küçük", "ünün")),
        ("Batıda", "tr", ("batı", "da")),
        ("uzunluk", "tr", None),
        ("women's", "en", ("woman", "s's")),
        ("girls", "en", ("girl", "s")),
        ("smallest", "en", None),
        ("elma", "tr", None),
    ],
)
def test_finds_base_forms(word, language, expected):
    assert base_form(word, language) == expected


def test_inflects_english_words():
    assert [inflected("boy", ending) for ending in ("", "s", "'s", "s's")] == ["boy", "boys", "boy's", "boys'"]
    assert inflected("man", "s's") == "men's"


def test_translates_degrees():
    assert superlative_in_english("düşük") == "lowest"
    assert superlative_in_english("küçük", "oldest") == "youngest"
    assert superlative_in_english("mavi") is None
    assert superlative_in_turkish("oldest", "en genc oyuncu kac yasinda") == "yaşlı"
    assert superlative_in_turkish("oldest", "en yeni kopru hangisi") == "eski"
    assert superlative_in_turkish("bluest", "") is None

import pytest

from qa.words.declension import inflect_like, possessive


@pytest.mark.parametrize(
    ("stem", "ending", "expected"),
    [
        ("küçük", "", "küçük"),
        ("uzun", "sının", "uzununun"),
        ("küçük", "ü", "küçüğü"),
        ("küçük", "ün", "küçüğün"),
        ("batı", "da", "batıda"),
        ("batı", "daki", "batıdaki"),
        ("kadın", "lara", "kadınlara"),
        ("kadın", "ların", "kadınların"),
        ("ikincilik", "ini", "ikinciliğini"),
    ],
)
def test_inflects_like_another_word(stem, ending, expected):
    assert inflect_like(stem, ending) == expected


def test_puts_the_possessive_on_a_word():
    assert [possessive(word) for word in ("kısa", "uzun", "küçük")] == ["kısası", "uzunu", "küçüğü"]

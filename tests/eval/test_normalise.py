import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.normalise import normalise, squad


@pytest.mark.parametrize(
    ("first", "language", "second", "other"),
    [
        ("IĞDIR", "tr", "ığdır", "tr"),
        ("İZMİR", "tr", "izmir", "tr"),
        ("İzmir", "en", "Izmir", "en"),
        ("Ankara'da", "tr", "Ankara", "tr"),
        ("Türkiye’nin", "tr", "Türkiye", "tr"),
        ("Türkiye's", "en", "Turkiye", "en"),
        ("13 bin 971", "tr", "13.971", "tr"),
        ("13 bin 971", "tr", "13,971", "en"),
        ("2 milyon 300 bin 5", "tr", "2.300.005", "tr"),
        ("5 milyar 400 milyon dolara", "tr", "$5.4 billion", "en"),
        ("5.4 billion US dollars", "en", "5.4 billion dollars", "en"),
        ("870 bine", "tr", "870.000", "tr"),
        ("yüzde 8,9", "tr", "%8,9", "tr"),
        ("yüzde 8,9", "tr", "8.9 per cent", "en"),
        ("8.9%", "en", "8.9 percent", "en"),
        ("the United Kingdom", "en", "United Kingdom", "en"),
        ("“Ortak Bildiri”", "tr", "ortak bildiri", "tr"),
        ("3,50", "tr", "3.5", "en"),
    ],
)
def test_forms_that_say_the_same_are_equal(first, language, second, other):
    assert normalise(first, language) == normalise(second, other)


@pytest.mark.parametrize(
    ("first", "language", "second", "other"),
    [
        ("Iğdır", "tr", "İğdir", "tr"),
        ("13.971", "tr", "13.971", "en"),  # thirteen thousand, and thirteen point nine
        ("12 17", "tr", "29", "tr"),
        ("5 milyon", "tr", "5 milyar", "tr"),
        ("5 dollars", "en", "5 euros", "en"),
        ("29 ziyaret", "tr", "29", "tr"),
        ("açılan", "tr", "acilan", "tr"),
    ],
)
def test_forms_that_say_different_things_are_not(first, language, second, other):
    assert normalise(first, language) != normalise(second, other)


@given(st.text(max_size=60), st.sampled_from(["tr", "en"]))
def test_any_text_can_be_normalised(text, language):
    assert "  " not in normalise(text, language)


@given(st.integers(0, 10**12))
def test_a_whole_number_reads_the_same_in_both_notations(number):
    english = f"{number:,}"
    assert normalise(english.replace(",", "."), "tr") == normalise(english, "en") == str(number)


def test_squads_form_knows_nothing_of_turkish():
    assert squad("The Ankara'da,  IĞDIR!") == "ankarada iğdir"

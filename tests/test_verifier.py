import pytest

from qa.runtime import ModelError
from qa.verifier import OnnxVerifier, open_verifier

PASSAGE = "Dokuma fabrikası 1962'de Ferit Somer tarafından kuruldu. Fabrikada 450 işçi çalışıyor."
ELSEWHERE = "Kasabanın tek sineması yazın açık havada film gösteriyor."


@pytest.mark.parametrize(
    "question",
    ["Fabrikada 450 işçi mi çalışıyor?", "Fabrikayı Ferit Somer mi kurdu?", "Does the factory employ 450 workers?"],
)
def test_what_a_passage_says_is_likelier_borne_out_than_denied_and_open_elsewhere(question):
    said, elsewhere = open_verifier().judge(question, [PASSAGE, ELSEWHERE])
    assert said.yes > said.no
    assert elsewhere.open > 0.5 > said.open


@pytest.mark.parametrize(("right", "wrong"), [("450", "620"), ("Ferit Somer", "Kemal Ekin")])
def test_another_value_is_less_likely_borne_out(right, wrong):
    question = {"450": "Fabrikada {} işçi mi çalışıyor?", "Ferit Somer": "Fabrikayı {} mi kurdu?"}[right]
    (true,), (false,) = (open_verifier().judge(question.format(value), [PASSAGE]) for value in (right, wrong))
    assert true.yes > false.yes


def test_probabilities_sum_to_one_whatever_is_asked():
    for judgement in open_verifier().judge("mi " * 500, [PASSAGE * 40, "?"]):
        assert judgement.no + judgement.yes + judgement.open == pytest.approx(1, abs=1e-5)


def test_a_missing_model_is_named(tmp_path):
    with pytest.raises(ModelError, match=r"model\.onnx"):
        OnnxVerifier(tmp_path)

import numpy as np
import pytest

from qa.embedder import open_embedder
from qa.runtime import MODELS, ModelError

TEXTS = ["Ankara başkenttir.", "Göl kurudu; çiftçiler sulama için yeni kuyular açtı.", "x"]


def test_vectors_are_unit_and_do_not_depend_on_the_batch(embedder):
    vectors = embedder.embed_passages(TEXTS)
    assert vectors.shape == (3, embedder.dimension) and vectors.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-4)
    # int8 activations are scaled over the batch, so that a batch of another shape moves a vector a little
    assert (vectors * np.stack([embedder.embed_passages([t])[0] for t in TEXTS])).sum(axis=1).min() > 0.97


def test_a_question_is_nearer_to_its_answer_in_either_language(embedder):
    passages = embedder.embed_passages(
        ["Gölün derinliği 40 metredir.", "Belediye yeni bir kütüphane açtı.", "Takım maçı 3-1 kazandı."]
    )
    questions = embedder.embed_queries(["Göl ne kadar derin?", "What did the municipality open?"])
    assert (questions @ passages.T).argmax(axis=1).tolist() == [0, 1]


def test_no_texts_give_no_vectors(embedder):
    assert embedder.embed_queries([]).shape == (0, embedder.dimension)


def test_progress_is_told_every_passage(embedder):
    told = []
    embedder.embed_passages(["a"] * 70, told.append)
    assert sum(told) == 70 and len(told) == 2


def test_sentence_transformers_gives_the_same_vectors(embedder):
    library = open_embedder("qa/models/retriever")
    from sentence_transformers import SentenceTransformer

    model = SentenceTransformer(str(MODELS / "retriever"), device="cpu", trust_remote_code=True)
    ours = np.concatenate([library.embed_passages([text]) for text in TEXTS])
    theirs = np.concatenate([model.encode([text], prompt_name="passage") for text in TEXTS])
    np.testing.assert_allclose(ours, theirs, atol=1e-4)


def test_a_missing_model_is_named(tmp_path):
    (tmp_path / "model.onnx").write_bytes(b"not a model")
    with pytest.raises(ModelError, match=str(tmp_path)):
        open_embedder(tmp_path)

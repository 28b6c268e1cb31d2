import json

import pytest

from eval.items import Place, SetError
from eval.loading import bundled_names, load

TEXT = "Kent 1999'da kuruldu. Nüfusu 12 bindir."


def squad_file(path, question="Kent ne zaman kuruldu?", start=5, **more):
    answer = {"text": "1999", "answer_start": start}
    qas = [
        {"id": "a", "question": question, "answers": [answer], **more},
        {"id": "b", "question": "Valisi kimdir?", "answers": [], "is_impossible": True},
    ]
    document = {"version": "2.0", "data": [{"title": "Kent", "paragraphs": [{"context": TEXT, "qas": qas}]}]}
    path.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
    return path


def lines(path, *rows):
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return path


def good(**more):
    row = {"id": "q", "lang": "tr", "type": "fact", "question": "Ne?", "answers": ["1999"], "answers_en": ["1999"],
           "sentences": ["Kent 1999'da kuruldu."], "answerable": True}  # fmt: skip
    return {"id": "t", "title": "Kent", "context": TEXT, "qas": [{**row, **more}]}


def test_texts_with_questions(towns):
    assert [item.id for item in towns.items] == ["q1", "q2", "q3", "q4", "q5", "q6"]
    assert towns.items[4].evidence == ((Place("library", 0, 25),),)
    assert towns.items[5].article == "library"
    assert towns.items[2].elements == ("Ordu", "Rize", "Samsun")
    assert not towns.whole_corpus


def test_questions_in_both_languages(tmp_path):
    row = {"id": "t", "title": None, "context": TEXT, "qas": [
        {"id": "a", "question_tr": "Ne zaman kuruldu?", "question_en": "How old is it?", "answer": "1999", "start": 5},
        {"id": "b", "question_tr": "Valisi kim?", "question_en": "Who governs it?", "answer": None, "start": None},
        {"id": "c", "question_tr": "1999'da mı kuruldu?", "question_en": "Was it founded in 1999?", "answer": "1999",
         "start": 5, "type": "yesno", "verdict": "yes"},
    ]}  # fmt: skip
    loaded = load(lines(tmp_path / "both.jsonl", row))
    assert [(item.id, item.language, item.type) for item in loaded.items] == [
        ("a/tr", "tr", "fact"), ("a/en", "en", "fact"), ("b/tr", "tr", "unanswerable"),
        ("b/en", "en", "unanswerable"), ("c/tr", "tr", "yesno"), ("c/en", "en", "yesno"),
    ]  # fmt: skip
    assert loaded.items[0].answers == ("1999",)
    assert loaded.items[5].answers_en == ("Yes",)


def test_squad_files(tmp_path):
    loaded = load(squad_file(tmp_path / "kent.tr.json"))
    assert [(item.answerable, item.answers, item.language) for item in loaded.items] == [
        (True, ("1999",), "tr"),
        (False, (), "tr"),
    ]
    assert loaded.items[0].evidence == ((Place("0000-000", 5, 9),),)


def test_questions_of_another_squad_file(tmp_path):
    turkish = squad_file(tmp_path / "kent.tr.json")
    english = squad_file(tmp_path / "kent.en.json", question="When was the city founded?")
    loaded = load(turkish, questions=english)
    assert loaded.items[0].question == "When was the city founded?"
    assert loaded.items[0].language == "en"
    assert loaded.items[0].answers == loaded.items[0].answers_en == ("1999",)
    assert loaded.name == "kent.tr+kent.en"


def test_a_squad_answer_that_is_not_where_it_says(tmp_path):
    with pytest.raises(SetError, match=r"kent.json, data\[0\].paragraphs\[0\].qas\[0\]: field \"answer_start\""):
        load(squad_file(tmp_path / "kent.json", start=6))


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (good(lang="de"), "line 2, question 1: field \"lang\" is 'de'"),
        (good(answers=[], answers_en=[]), 'line 2, question 1: field "answers" is empty'),
        (good(answers="1999"), 'field "answers" must be a list of texts'),
        (good(answerable="yes"), 'field "answerable" is "yes"; it must be true or false'),
        (good(sentences=["Kent 1998'de kuruldu."]), 'field "sentences": not verbatim in the text'),
        (good(question=""), 'field "question" is ""; it must be text'),
        (good(answerable=False), 'field "answers" must be empty'),
        ({"id": "t", "qas": []}, 'line 2: field "context" is missing'),
        ({"id": "t", "context": "a", "qas": [3]}, "line 2, question 1: not a JSON object"),
        ([], "line 2: not a JSON object"),
    ],
)
def test_malformed_items_name_file_line_and_field(tmp_path, row, message):
    path = lines(tmp_path / "bad.jsonl", good(id="first"), row)
    with pytest.raises(SetError) as error:
        load(path)
    assert str(error.value).startswith(f"{path}, line 2")
    assert message in str(error.value)


def test_a_line_that_is_no_json(tmp_path):
    path = tmp_path / "bad.jsonl"
    path.write_text(json.dumps(good()) + "\n\n{not json\n", encoding="utf-8")
    with pytest.raises(SetError, match=r"bad.jsonl, line 3: not valid JSON .* column 2"):
        load(path)


def test_an_empty_set_and_a_missing_one(tmp_path):
    (tmp_path / "empty.jsonl").write_text("\n", encoding="utf-8")
    with pytest.raises(SetError, match=r"empty.jsonl: holds no question"):
        load(tmp_path / "empty.jsonl")
    with pytest.raises(SetError, match=r"nowhere: no such file, nor a bundled set \(.*kazakistan-turkiye"):
        load("nowhere")


def test_an_id_used_twice(tmp_path):
    with pytest.raises(SetError, match="'q' is used twice"):
        load(lines(tmp_path / "twice.jsonl", good(), {**good(), "id": "u"}))


@pytest.mark.parametrize("name", ["article", *bundled_names()])
def test_the_bundled_sets_can_be_loaded(name):
    loaded = load(name)
    assert all(item.evidence for item in loaded.items if item.answerable)
    assert loaded.limited(10).items[0] == loaded.items[0]
    assert len(loaded.limited(10).items) == 10

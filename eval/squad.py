"""Reading SQuAD 1.1 and 2.0 files (Rajpurkar et al., EMNLP 2016 and ACL 2018)."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from eval.items import EvalSet, Item, Place, SetError, Text, sentences_at


def load(path: Path, questions: Path | None = None) -> EvalSet:
    """Return the questions of the SQuAD file at `path`, one text a paragraph.

    With `questions`, another file of this form, each question is replaced by the one with the same id there, and that
    file's answers become the answers in the language of its questions (a translated file: English questions on
    Turkish paragraphs). The spans of the answers stay those of `path`.

    Raises:
        SetError: the file is no SQuAD file, an answer is not where it says, or an id of `questions` is missing.
    """
    others = {qa["id"]: qa for _, _, qa in _questions(questions)} if questions else {}
    texts: dict[str, Text] = {}
    items = []
    for where, text, qa in _questions(path):
        texts.setdefault(text.id, text)
        if questions and qa["id"] not in others:
            raise SetError(f'{questions}: field "id": no question {qa["id"]!r}, which {path} has')
        items.append(_item(where, text, qa, others.get(qa["id"])))
    if not items:
        raise SetError(f"{path}: holds no question")
    name = path.stem if not questions else f"{path.stem}+{questions.stem}"
    return EvalSet(name, tuple(texts.values()), tuple(items))


def _questions(path: Path) -> Iterator[tuple[str, Text, dict[str, Any]]]:
    """Yield each question of a file with its place (for messages) and its paragraph."""
    try:
        articles = json.loads(path.read_text(encoding="utf-8-sig"))["data"]
    except (OSError, UnicodeDecodeError) as error:
        raise SetError(f"{path}: cannot be read as UTF-8 text ({error})") from error
    except json.JSONDecodeError as error:
        raise SetError(f"{path}, line {error.lineno}: not valid JSON ({error.msg})") from error
    except (KeyError, TypeError) as error:
        raise SetError(f'{path}: field "data" is missing; this is no SQuAD file') from error
    for number, article in enumerate(articles):
        for k, paragraph in enumerate(_get(f"{path}, data[{number}]", article, "paragraphs")):
            where = f"{path}, data[{number}].paragraphs[{k}]"
            text = Text(f"{number:04d}-{k:03d}", _get(where, paragraph, "context"), article.get("title") or "")
            for j, qa in enumerate(_get(where, paragraph, "qas")):
                place = f"{where}.qas[{j}]"
                _get(place, qa, "id"), _get(place, qa, "question")
                yield place, text, qa


def _get(where: str, row: Any, name: str) -> Any:
    if not isinstance(row, dict) or name not in row:
        raise SetError(f'{where}: field "{name}" is missing')
    return row[name]


def _item(where: str, text: Text, qa: dict[str, Any], other: dict[str, Any] | None) -> Item:
    answerable = not qa.get("is_impossible", False)
    answers = qa.get("answers") or []
    if answerable and not answers:
        raise SetError(f'{where}: field "answers" is empty, but the question is answerable')
    places = tuple(_place(where, text, answer) for answer in answers) if answerable else ()
    question = (other or qa)["question"]
    translated = tuple(dict.fromkeys(answer["text"] for answer in (other or {}).get("answers") or []))
    return Item(
        id=str(qa["id"]),
        language=language_of(question),
        type="fact" if answerable else "unanswerable",
        question=question,
        answerable=answerable,
        article=text.id,
        answers=tuple(dict.fromkeys(answer["text"] for answer in answers)) if answerable else (),
        answers_en=translated if answerable and language_of(question) == "en" else (),
        sentences=sentences_at(places[0], text) if places else (),
        evidence=(tuple(dict.fromkeys(places)),) if places else (),
    )


def _place(where: str, text: Text, answer: dict[str, Any]) -> Place:
    start = _get(where, answer, "answer_start")
    end = start + len(_get(where, answer, "text"))
    if text.text[start:end] != answer["text"]:
        raise SetError(f'{where}: field "answer_start": the text has {text.text[start:end]!r}, not {answer["text"]!r}')
    return Place(text.id, start, end)


def language_of(question: str) -> str:
    """Return "tr" or "en"; a file says nothing about the language of a question."""
    from qa.language import detect_language

    return detect_language(question)

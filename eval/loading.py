"""Reading evaluation sets: our JSON lines in three forms, and SQuAD's JSON.

- one question a line: `{"id", "lang", "type", "question", "history"?, "standalone"?, "answers", "answers_en",
  "elements"?, "operands"?, "sentences", "answerable", "article"?}`, asked of the bundled corpus;
- one text a line: `{"id", "title", "context", "qas": [...]}` with such questions;
- one text a line whose questions have the form `{"id", "question_tr", "question_en", "answer", "start"}`, each asked in
  both languages;
- SQuAD 1.1 and 2.0 (`.json`), see `eval.squad`.

Every malformed piece is a `SetError` that names the file, the line and the field.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from eval import squad
from eval.items import LANGUAGES, EvalSet, Item, Place, SetError, Text, locate, sentences_at
from qa.corpus import CorpusError, read_corpus

SETS = Path(__file__).parent / "sets"
CORPUS = Path(__file__).parent.parent / "corpus"
DEFAULT = "kazakistan-turkiye"
_ALIASES = {"article": DEFAULT, "kinds": "kinds.dev"}
_STRINGS = ("answers", "answers_en", "elements", "operands", "sentences", "history")


def load(name: str | Path, questions: str | Path | None = None, corpus: str | Path = CORPUS) -> EvalSet:
    """Return the set with this bundled name ("article", "news") or in this file.

    `questions` names a second file, whose questions replace those of the same id (SQuAD only).

    Raises:
        SetError: there is no such set, it is empty, or a piece of it is malformed.
    """
    path = find(name)
    if path.suffix == ".json":
        loaded = squad.load(path, Path(questions) if questions else None)
        _check_ids(path, loaded.items)
        return loaded
    if questions:
        raise SetError(f"{path}: other questions can only be put to a SQuAD file (.json)")
    rows = list(_rows(path))
    if not rows:
        raise SetError(f"{path}: holds no question")
    own_texts = "qas" in rows[0][1]
    loaded = _with_texts(path, rows) if own_texts else _on_corpus(path, rows, Path(corpus))
    _check_ids(path, loaded.items)
    return loaded


def find(name: str | Path) -> Path:
    """Return the file of a set that is named by its path or by its bundled name."""
    path = Path(name)
    bundled = SETS / f"{_ALIASES.get(str(name), name)}.jsonl"
    for found in (bundled, path):
        if found.is_file():
            return found
    raise SetError(f"{name}: no such file, nor a bundled set ({', '.join(bundled_names())})")


def bundled_names() -> list[str]:
    """Return the names of the sets that come with the project."""
    return sorted(path.stem for path in SETS.glob("*.jsonl"))


def read_texts(corpus: str | Path = CORPUS) -> tuple[Text, ...]:
    """Return the articles of a corpus folder as texts of a set."""
    try:
        articles = read_corpus([corpus]).articles
    except CorpusError as error:
        raise SetError(str(error)) from error
    return tuple(Text(article.id, article.text, article.title) for article in articles)


def _rows(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each line's place ("FILE, line 3") and object."""
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise SetError(f"{path}: cannot be read as UTF-8 text ({error})") from error
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        where = f"{path}, line {number}"
        try:
            row = json.loads(line)
        except json.JSONDecodeError as error:
            raise SetError(f"{where}: not valid JSON ({error.msg}, column {error.colno})") from error
        if not isinstance(row, dict):
            raise SetError(f"{where}: not a JSON object")
        yield where, row


def _with_texts(path: Path, rows: list[tuple[str, dict[str, Any]]]) -> EvalSet:
    texts, items = [], []
    for where, row in rows:
        text = Text(_field(where, row, "id", str), _field(where, row, "context", str), row.get("title") or "")
        texts.append(text)
        for number, qa in enumerate(_field(where, row, "qas", list), 1):
            place = f"{where}, question {number}"
            if not isinstance(qa, dict):
                raise SetError(f"{place}: not a JSON object")
            items += _bilingual(place, qa, text) if "question_tr" in qa else [_item(place, qa, (text,))]
    return EvalSet(_set_name(path), tuple(texts), tuple(items))


def _on_corpus(path: Path, rows: list[tuple[str, dict[str, Any]]], corpus: Path) -> EvalSet:
    texts = read_texts(corpus)
    items = tuple(_item(where, row, texts) for where, row in rows)
    return EvalSet(_set_name(path), texts, items, whole_corpus=True)


def _set_name(path: Path) -> str:
    return path.name.removesuffix(".jsonl")


def _item(where: str, row: dict[str, Any], texts: tuple[Text, ...]) -> Item:
    strings = {name: _strings(where, row, name) for name in _STRINGS}
    answerable = _field(where, row, "answerable", bool)
    language = _field(where, row, "lang", str)
    if language not in LANGUAGES:
        raise SetError(f'{where}: field "lang" is {language!r}, not "tr" or "en"')
    if answerable and not (strings["answers"] or strings["answers_en"]):
        raise SetError(f'{where}: field "answers" is empty, but the question is answerable')
    if not answerable and (strings["answers"] or strings["answers_en"]):
        raise SetError(f'{where}: field "answers" must be empty, the question is not answerable')
    evidence = tuple(locate(sentence, texts) for sentence in strings["sentences"])
    for sentence, places in zip(strings["sentences"], evidence, strict=True):
        if not places:
            raise SetError(f'{where}: field "sentences": not verbatim in the text: {sentence[:60]!r}')
    article = evidence[0][0].article if evidence else (texts[0].id if len(texts) == 1 else str(row.get("article", "")))
    return Item(
        id=_field(where, row, "id", str),
        language=language,
        type=_field(where, row, "type", str),
        question=_field(where, row, "question", str),
        answerable=answerable,
        article=article,
        standalone=row.get("standalone") or "",
        evidence=evidence,
        **strings,
    )


def _bilingual(where: str, row: dict[str, Any], text: Text) -> list[Item]:
    answer = row.get("answer")
    evidence: tuple[tuple[Place, ...], ...] = ()
    verdict = row.get("verdict")
    if answer is not None:
        start = _field(where, row, "start", int)
        end = start + len(_field(where, row, "answer", str))
        if text.text[start:end] != answer:
            raise SetError(f'{where}: field "start": the text has {text.text[start:end]!r} there, not {answer!r}')
        evidence = ((Place(text.id, start, end),),)
    spoken = {"yes": ("Evet", "Yes"), "no": ("Hayır", "No")}.get(str(verdict))
    return [
        Item(
            id=f"{_field(where, row, 'id', str)}/{language}",
            language=language,
            type=row.get("type") or ("fact" if answer is not None else "unanswerable"),
            question=_field(where, row, f"question_{language}", str),
            answerable=answer is not None,
            article=text.id,
            answers=((spoken[0],) if spoken else (answer,)) if answer is not None else (),
            answers_en=(spoken[1],) if spoken else (),
            sentences=sentences_at(evidence[0][0], text) if evidence else (),
            evidence=evidence,
        )
        for language in LANGUAGES
    ]


def _field(where: str, row: dict[str, Any], name: str, kind: type) -> Any:
    value = row.get(name)
    if not isinstance(value, kind) or value == "" or (kind is int and isinstance(value, bool)):
        problem = "is missing" if name not in row else f"is {json.dumps(value, ensure_ascii=False)[:40]}"
        needed = {str: "text", bool: "true or false", int: "a whole number", list: "a list"}[kind]
        raise SetError(f'{where}: field "{name}" {problem}; it must be {needed}')
    return value


def _strings(where: str, row: dict[str, Any], name: str) -> tuple[str, ...]:
    value = row.get(name, [])
    if not isinstance(value, list) or not all(isinstance(part, str) and part.strip() for part in value):
        raise SetError(f'{where}: field "{name}" must be a list of texts')
    return tuple(value)


def _check_ids(path: Path, items: tuple[Item, ...]) -> None:
    if not items:
        raise SetError(f"{path}: holds no question")
    seen: set[str] = set()
    for item in items:
        if item.id in seen:
            raise SetError(f'{path}: field "id": {item.id!r} is used twice')
        seen.add(item.id)

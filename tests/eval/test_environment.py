import shutil
from pathlib import Path

import qa
from eval.environment import code_fingerprint, environment, peak_memory_mib


def test_versions_and_machine_are_told():
    facts = environment()
    assert facts["packages"]["numpy"]
    assert facts["machine"]["cores"] >= 1
    assert peak_memory_mib() >= 0


def test_any_change_of_the_code_or_the_word_lists_changes_the_fingerprint(monkeypatch, tmp_path):
    source = Path(qa.__file__).parent
    shutil.copytree(source, tmp_path, dirs_exist_ok=True, ignore=shutil.ignore_patterns("models", "__pycache__"))
    monkeypatch.setattr(qa, "__file__", str(tmp_path / "__init__.py"))
    marks = [code_fingerprint(), code_fingerprint()]
    for name in ("text.py", "words/lexicon_en_tr.tsv"):
        with (tmp_path / name).open("a", encoding="utf-8") as file:
            file.write("\n")
        marks.append(code_fingerprint())
    assert marks[0] == marks[1]
    assert len(set(marks)) == 3

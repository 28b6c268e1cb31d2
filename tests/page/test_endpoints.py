from qa.page.endpoints import Endpoints
from qa.page.library import Library


def test_a_program_can_add_ask_list_and_remove(library: Library) -> None:
    calls = Endpoints(library)
    assert calls.add("Liman 1970 yılında kuruldu. Limanda 12 gemi var.", "Liman") == {"added": ["liman"], "skipped": []}
    answer = calls.ask("Liman kaç yılında kuruldu?")
    assert "1970" in answer["text"] and answer["spans"][0]["article"] == "liman"
    assert [(row["id"], row["removable"]) for row in calls.list()] == [
        ("fener", False),
        ("gozlemevi", False),
        ("liman", True),
    ]
    assert calls.remove(["liman", "fener"])["removed"] == ["liman"]
    assert [row["id"] for row in calls.list()] == ["fener", "gozlemevi"]


def test_what_is_not_done_has_its_reason(library: Library) -> None:
    calls = Endpoints(library)
    calls.add("Liman 1970 yılında kuruldu.")
    assert "same text" in calls.add("Liman 1970 yılında kuruldu.")["skipped"][0]["reason"]
    assert calls.add(" ")["skipped"][0]["reason"]
    assert calls.remove(["fener"])["skipped"][0]["name"] == "fener"

import pytest

from qa.page.actions import Actions
from qa.page.benchmark import Benchmark
from qa.page.feedback import FeedbackStore
from qa.page.library import MAX_FILES, Library
from qa.page.turns import read_turns


@pytest.fixture
def actions(library: Library, tmp_path) -> Actions:
    benchmark = Benchmark(library.assistant, tmp_path / "runs")
    return Actions(library, FeedbackStore(tmp_path / "feedback.sqlite3"), benchmark, [("tr", "Örnek soru?")])


def test_asking_answers_and_opens_the_source_at_the_citation(actions: Actions) -> None:
    conversation, panel, stored = actions.ask("İğneada Feneri hangi yıl yapıldı?", [], "tr")
    (turn,) = read_turns(stored)
    assert "1866" in turn.answer.text
    citation = turn.answer.citations[0]
    assert f'data-at="{citation.start}-{citation.end}"' in panel and "<mark>" in panel
    assert "<mark>" in conversation


def test_questions_follow_one_another(actions: Actions) -> None:
    *_, stored = actions.ask("İğneada Feneri hangi yıl yapıldı?", [], "tr")
    conversation, _, stored = actions.ask("Peki yüksekliği kaç metre?", stored, "tr")
    assert [turn.answer.question for turn in read_turns(stored)][1] == "Peki yüksekliği kaç metre?"
    assert conversation.count('<li class="turn') == 2


def test_an_empty_question_changes_nothing(actions: Actions) -> None:
    conversation, _, stored = actions.ask("  ", [], "tr")
    assert stored == [] and "Örnek soru?" in conversation


def test_a_page_that_is_opened_again_shows_its_conversation(actions: Actions) -> None:
    *_, stored = actions.ask("İğneada Feneri hangi yıl yapıldı?", [], "tr")
    conversation, panel, sources = actions.restore(stored, "en")
    assert "İğneada Feneri hangi yıl" in conversation and 'class="cited"' in panel and "Akbaba" in sources


def test_a_citation_opens_its_article(actions: Actions) -> None:
    data = {"article": "gozlemevi", "start": "0", "end": "20", "spans": "2-5,9-12,x-y,7"}
    assert 'data-article="gozlemevi"' in actions.cite(data, "tr")
    assert actions.cite(data, "tr").count("<mark>") == 2
    assert "no longer" in actions.cite({"article": "yok", "start": "-3", "end": "1e9"}, "en")


def test_a_verdict_is_noted_once(actions: Actions) -> None:
    *_, stored = actions.ask("İğneada Feneri hangi yıl yapıldı?", [], "tr")
    for _ in range(2):
        conversation, stored = actions.rate({"place": "0", "verdict": "dislike", "correction": "1866"}, stored, "en")
    assert "noted" in conversation
    assert len(actions.store.latest()) == 1
    assert "1866" in actions.feedback("tr") and actions.export().count("\n") == 1


@pytest.mark.parametrize(
    "data", [{}, {"place": "7", "verdict": "like"}, {"place": "0", "verdict": "x"}, {"place": "²"}]
)
def test_a_verdict_on_nothing_is_not_noted(actions: Actions, data: dict[str, str]) -> None:
    *_, stored = actions.ask("İğneada Feneri hangi yıl yapıldı?", [], "tr")
    actions.rate(data, stored, "tr")
    assert actions.store.latest() == []


def test_adding_tells_how_far_it_is_and_removing_takes_it_back(actions: Actions) -> None:
    *states, (last, sources) = actions.add_text("Liman", "Limanda 12 gemi var. Liman 1970'te kuruldu.", "tr")
    assert "<progress" in states[0][0] and "Liman" in last
    assert sources and 'data-act="remove" data-article="liman"' in sources
    sources, note = actions.remove({"article": "liman"}, "tr")
    assert "liman" not in sources and "kaldırıldı" in note
    assert "artık" in actions.remove({"article": "liman"}, "tr")[1]


def test_files_are_limited_in_number_and_kind(actions: Actions, tmp_path) -> None:
    paths = [tmp_path / "a.txt", tmp_path / "b.pdf"]
    paths[0].write_text("Yeni bir metin burada.", "utf-8")
    paths[1].write_bytes(b"%PDF")
    *_, (last, _) = actions.add_files([str(path) for path in paths], "en")
    assert "Added: “a”" in last and "only .txt and .md files" in last
    ((note, sources),) = actions.add_files(["x.txt"] * (MAX_FILES + 1), "en")
    assert "At most" in note and sources is None
    assert "nothing to add" in list(actions.add_files(None, "en"))[-1][0]


def test_a_question_of_a_run_is_put_into_the_conversation_as_it_was_answered(actions: Actions) -> None:
    assert actions.latest_benchmark("tr") == ""
    states = list(actions.run_benchmark("news", 2, "en"))
    assert "<progress" in states[0][0] and states[-1][1] and "news: 2 questions" in actions.latest_benchmark("en")
    run = actions.benchmark.latest()
    item = run.outcomes()[0].item
    *_, stored = actions.reopen({"run": run.id, "item": item.id}, [], "en")
    assert read_turns(stored)[0].answer.question == item.question
    assert actions.reopen({"run": "none", "item": "x"}, [], "en")[2] == []
    assert "no such set" in list(actions.run_benchmark("none", None, "en"))[-1][0]

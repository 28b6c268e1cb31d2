import pytest

from eval.storage import Run
from qa.assistant import Assistant
from qa.page.benchmark import Benchmark, Failed
from qa.page.benchmark_view import render_run, render_state
from qa.page.library import Working


@pytest.fixture(scope="module")
def benchmark(models: Assistant, tmp_path_factory: pytest.TempPathFactory) -> Benchmark:
    return Benchmark(models, tmp_path_factory.mktemp("runs"))


@pytest.fixture(scope="module")
def run(benchmark: Benchmark) -> Run:
    *progress, finished = benchmark.run("news", 4)
    assert [one.done for one in progress if isinstance(one, Working)] == [1, 2, 3, 4]
    assert isinstance(finished, Run)
    return finished


def test_a_run_is_watched_and_kept(benchmark: Benchmark, run: Run) -> None:
    assert run.questions == 4 and run.summary
    latest = benchmark.latest()
    assert latest and latest.id == run.id


def test_a_run_that_is_closed_stops_and_goes_on_later(benchmark: Benchmark) -> None:
    running = benchmark.run("news", 6)
    assert isinstance(next(running), Working)
    running.close()
    *_, finished = benchmark.run("news", 6)
    assert isinstance(finished, Run) and len(finished.outcomes()) == 6


def test_its_questions_can_be_found_again(benchmark: Benchmark, run: Run) -> None:
    item = run.outcomes()[0].item
    found = benchmark.outcome(run.id, item.id)
    assert found and found.item.question == item.question
    for name in ("../x", "", "none", run.id + "/."):
        assert benchmark.outcome(name, item.id) is None
    assert benchmark.outcome(run.id, "none") is None


def test_a_set_that_does_not_exist_is_said(benchmark: Benchmark) -> None:
    (failed,) = benchmark.run("../etc/passwd")
    assert isinstance(failed, Failed) and "no such set" in failed.reason


def test_results_are_shown_as_a_table_and_two_plots(run: Run) -> None:
    page = render_run(run, "en")
    assert page.count("<svg") == 2 and "<caption>news: 4 questions" in page
    assert page.count('data-act="reopen"') == sum(1 for part in page.split("<li>")[1:])


def test_the_state_tells_how_far_a_run_is() -> None:
    assert "3 of 10 questions · about 7 s left" in render_state(Working(3, 10, 7.0), "en")

import json
import re
import shutil
import subprocess

import pytest
from scripted import Scripted, ScriptedMaker, always_refuses, perfect

from eval.report import page_of, report_of, write_report
from eval.run import Job, evaluate
from eval.settings import Setting

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")


@pytest.fixture
def run(towns, tmp_path):
    return lambda say: evaluate(Job(towns, Setting(), ScriptedMaker(Scripted(towns, say)), tmp_path / "runs"))


def hurts(item, text):
    """An answer that would break a page which trusted it."""
    answer = perfect(item, text)
    return {**answer, "text": "</script><script>document.title='broken'</script><b>\u2028"}


def test_the_report_is_written_as_json_and_as_a_page(run, tmp_path):
    page = write_report([run(perfect), run(always_refuses)], tmp_path / "report")
    report = json.loads((tmp_path / "report" / "report.json").read_text(encoding="utf-8"))
    assert page == tmp_path / "report" / "index.html"
    assert [r["summary"]["slices"]["total"]["scores"]["overall"]["value"] for r in report["runs"]] == [1, 2 / 6]
    assert len(report["runs"][0]["items"]) == 6


def test_the_page_asks_for_nothing_outside(run, tmp_path):
    page = write_report([run(perfect)], tmp_path / "report").read_text(encoding="utf-8")
    urls = set(re.findall(r"https?://[^\"'\s)]+", page))
    assert urls == {"http://www.w3.org/2000/svg"}  # a name, not an address
    assert "default-src 'none'" in page


def test_an_answer_cannot_end_the_script(run):
    page = page_of(report_of([run(hurts)]))
    assert page.count("</script>") == 1
    assert "\u2028" not in page


def test_every_question_has_its_verdict(run):
    verdicts = {item["id"]: item["verdict"] for item in report_of([run(always_refuses)])["runs"][0]["items"]}
    assert verdicts == {
        "q1": "wrongly_refused", "q2": "wrongly_refused", "q3": "wrongly_refused",
        "q4": "right", "q5": "wrongly_refused", "q6": "right",
    }  # fmt: skip


def test_the_span_is_marked_in_the_cited_sentence(run):
    items = report_of([run(perfect)])["runs"][0]["items"]
    assert items[1]["said"]["cited"][0]["pieces"] == [
        ("Çeşmenin yapımı ", False),
        ("18 bin 400 lira", True),
        (" tuttu.", False),
    ]


@pytest.mark.browser
@pytest.mark.skipif(not CHROMIUM, reason="needs Chromium")
@pytest.mark.parametrize(
    ("language", "heading"), [("tr", "Yanıtlar ne kadar iyi?"), ("en", "How good are the answers?")]
)
def test_a_browser_shows_the_page(run, tmp_path, language, heading):
    page = write_report([run(perfect), run(hurts)], tmp_path / "report")
    command = [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=2000", "--dump-dom"]
    shown = subprocess.run(
        [*command, f"{page.as_uri()}?lang={language}&theme=dark"],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    ).stdout
    assert f">{heading}</h1>" in shown
    assert 'data-theme="dark"' in shown
    assert shown.count("<article") == 6
    assert "<mark>18 bin 400 lira</mark>" in shown
    assert shown.count("<svg") == 6
    assert "<title>broken" not in shown

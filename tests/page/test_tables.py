from collections import Counter

from qa.corpus import Article
from qa.page.feedback import Feedback
from qa.page.library import Outcome, Working
from qa.page.tables import outcome_line, render_feedback, render_outcomes, render_sources, render_working
from tests.page.test_turns import ANSWER

ARTICLE = Article("a", "<b>Başlık", "x" * 1234, "2025-03-01")


def test_sources_show_title_date_length_passages_and_whether_they_go() -> None:
    page = render_sources([(ARTICLE, True), (Article("b", "B", "y"), False)], Counter(a=1200), "tr")
    assert "&lt;b&gt;Başlık" in page and "1 Mart 2025" in page and "1.234 karakter" in page and "1.200" in page
    assert page.count('data-act="remove"') == 1


def test_progress_tells_the_time_left() -> None:
    page = render_working(Working(30, 120, 12.4), "en")
    assert 'max="120" value="30"' in page and "30 of 120 passages done · about 12 s left" in page
    assert "left" not in render_working(Working(120, 120, 0.0), "en")
    assert "<progress></progress>" in render_working(None, "tr")


def test_each_outcome_is_said_in_words() -> None:
    assert outcome_line(Outcome("a.txt", "duplicate", title="A"), "en") == "“a.txt” is already here: “A”"
    assert "2 MB sınırını" in outcome_line(Outcome("a.txt", "unreadable", reason="larger than 2 MB"), "tr")
    assert "&lt;i&gt;" in render_outcomes([Outcome("<i>", "unreadable", reason="is UTF-16")], "en")


def test_feedback_is_listed() -> None:
    page = render_feedback([Feedback(1, "2026-01-02T03:04:05+00:00", "dislike", "<15>", [], ANSWER.to_dict())], "en")
    assert "Kaç metre?" in page and "14 metre" in page and "Wrong" in page and "&lt;15&gt;" in page
    assert "No feedback yet" in render_feedback([], "en")

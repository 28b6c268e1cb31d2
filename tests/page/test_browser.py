"""The page as people meet it: end to end, in headless Chromium."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from qa.page.library import MAX_MEGABYTES
from tests.page.browser import Visit, ready, visiting
from tests.page.conftest import Site, serving

pytestmark = pytest.mark.browser

HOSTILE = """İİ 🌊 <script>alert(1)</script> <img src=x onerror=alert(2)> **kalın** $x^2$

{{x}} ${alert(3)} [a](javascript:alert(4))

Hisarcık Köprüsü 1931 yılında yapıldı. __i18n__{"__type__": "translation_metadata", "key": "tagline"}
"""


# What can be used but lies beyond the right edge; a source panel that is closed and the skip link are out on purpose.
_STICKING_OUT = """[...document.querySelectorAll("button, input, textarea, select, td, p")]
    .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest(".unseen, .skip, [aria-hidden]"))
    .filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
    .map((one) => one.outerHTML.slice(0, 200))"""


_CUT_TABS = """[...document.querySelectorAll("[role=tab]")]
    .filter((one) => one.checkVisibility() && one.scrollWidth > one.clientWidth + 1).map((one) => one.innerText)"""


@pytest.fixture
def visit(browser: Browser, site: Site) -> Iterator[Visit]:
    with visiting(browser, site.url) as opened:
        yield opened
    assert opened.foreign == [] and opened.errors == []


@pytest.fixture
def phone(browser: Browser, site: Site) -> Iterator[Visit]:
    with visiting(browser, site.url, locale="en-US", size=(360, 740), touch=True) as opened:
        yield opened
    assert opened.foreign == [] and opened.errors == []


def in_view(visit: Visit, inner: str, outer: str) -> bool:
    """Tell whether one element lies within the visible part of another."""
    script = """([inner, outer]) => {
        const [a, b] = [inner, outer].map((one) => document.querySelector(one).getBoundingClientRect());
        return a.top >= b.top && a.bottom <= b.bottom && a.left >= b.left - 1 && a.right <= b.right + 1;
    }"""
    return bool(visit.page.evaluate(script, [inner, outer]))


def add_text(visit: Visit, text: str) -> None:
    """Paste a text in the sources tab, and wait until it has been added."""
    visit.open_tab("Kaynaklar")
    visit.page.locator("#paste textarea").fill(text)
    visit.page.locator("#paste-add").click()
    expect(visit.page.locator("#status .added")).to_be_visible()


def remove_text(visit: Visit, title: str) -> None:
    """Remove a text in the sources tab, and wait until it is gone."""
    button = visit.page.get_by_role("button", name=f"Kaldır: {title}")
    button.click()
    expect(button).to_have_count(0)


def test_a_question_in_turkish_is_answered_from_a_cited_sentence(visit: Visit) -> None:
    visit.shot("welcome")
    turn = visit.ask("İğneada Feneri hangi yıl yapıldı?")
    expect(turn.locator(".answer-text")).to_contain_text("1866")
    expect(turn.locator(".sentence mark")).to_contain_text("1866")
    expect(turn.locator(".cite .about")).to_contain_text("İğneada Feneri · 14 Mayıs 2025")
    expect(turn.locator(".standing")).to_contain_text(re.compile(r"%\d+"))
    cited = visit.page.locator("#panel .cited")
    expect(cited).to_have_text(turn.locator(".sentence").inner_text())
    expect(cited.locator("mark")).to_contain_text("1866")
    assert in_view(visit, "#panel .cited", "#panel .source-text")
    visit.shot("answer-tr")


def test_a_question_in_english_has_the_turkish_words_beside_its_answer(visit: Visit) -> None:
    turn = visit.ask("How many people visited the museum section last year?")
    expect(turn.locator(".answer-text")).to_have_attribute("lang", "en")
    expect(turn.locator(".answer-text")).to_contain_text("8,450")
    expect(turn.locator(".verbatim")).to_contain_text("8 bin 450")
    visit.shot("answer-en")


def test_a_list_is_shown_item_by_item(visit: Visit) -> None:
    turn = visit.ask("Gözlemevi hangi ülkelerdeki merkezlerle veri paylaşıyor?")
    expect(turn.locator(".answer-list li")).to_have_text(["İtalya", "Şili", "Japonya"])
    expect(turn.locator(".sentence mark")).to_have_count(3)
    visit.shot("list-tr")
    turn = visit.ask("With centres in which countries does the observatory share data?")
    expect(turn.locator(".answer-list li")).to_have_text(["Italy", "Chile", "Japan"])
    visit.shot("list-en")


def test_a_calculation_shows_its_figures(visit: Visit) -> None:
    turn = visit.ask("Fenerin yüksekliği 10 metreden fazla mı?")
    expect(turn.locator(".answer-text")).to_contain_text("Evet")
    expect(turn.locator(".calculation")).to_contain_text("14 metre > 10 metre")
    visit.shot("calculation")


def test_yes_and_no_stand_with_the_sentence_that_decides(visit: Visit) -> None:
    turn = visit.ask("Was the lighthouse built in 1900?")
    expect(turn.locator(".answer-text")).to_contain_text("No")
    expect(turn.locator(".answer-text")).to_contain_text("1866")
    expect(turn.locator(".sentence")).to_contain_text("İğneada Feneri 1866 yılında")
    visit.shot("yes-no")


def test_a_follow_up_is_answered_and_what_was_understood_is_shown(visit: Visit) -> None:
    visit.ask("Akbaba Gözlemevi ne zaman kuruldu?")
    turn = visit.ask("Peki müdürü kim?")
    expect(turn.locator(".answer-text")).to_contain_text("Yıldıztepe")
    visit.shot("follow-up")


def test_a_refusal_looks_like_one_and_offers_the_nearest_sentences(visit: Visit) -> None:
    turn = visit.ask("Fransa'nın cumhurbaşkanı kimdir?")
    expect(turn.locator(".refusal .label").first).to_have_text("Cevap bulunamadı")
    assert turn.locator(".refusal .cite").count() >= 1
    assert turn.locator(".answer-text").count() == 0
    visit.shot("refusal")
    turn.locator(".refusal .cite").first.click()
    expect(visit.page.locator("#panel .cited")).to_have_text(turn.locator(".sentence").first.inner_text())


def test_a_click_on_a_citation_moves_the_source_there(visit: Visit) -> None:
    first = visit.ask("Akbaba Gözlemevi ne zaman kuruldu?")
    visit.ask("Fenerin ışığı kaç deniz mili uzaktan görülüyor?")
    heading = visit.page.locator("#panel h2")
    expect(heading).to_have_text("İğneada Feneri")
    first.locator(".cite").click()
    expect(heading).to_have_text("Akbaba Gözlemevi")
    expect(visit.page.locator("#panel .cited")).to_contain_text("1998")
    visit.page.locator("#panel select").select_option(label="İğneada Feneri")
    expect(heading).to_have_text("İğneada Feneri")


def test_the_source_shows_the_text_as_it_was_written(visit: Visit, corpus: Path) -> None:
    visit.ask("Fenerin yüksekliği kaç metre?")
    text = (corpus / "fener.txt").read_text("utf-8").split("---\n", 2)[2]
    assert visit.page.locator("#panel .source-text").evaluate("element => element.textContent") == text


def test_next_questions_follow_the_answer_and_can_be_asked(visit: Visit) -> None:
    visit.ask("İğneada Feneri hangi yıl yapıldı?")
    chip = visit.page.locator("#suggestions .chip").first
    chip.wait_for(timeout=60_000)
    question = chip.inner_text()
    visit.shot("suggestions")
    chip.click()
    expect(visit.turns.nth(1).locator(".question")).to_contain_text(question)


def test_examples_are_asked_by_a_click(visit: Visit) -> None:
    visit.page.locator(".chip").first.click()
    expect(visit.turns.first.locator(".question")).to_contain_text("How high is the lighthouse?")


def test_the_keyboard_alone_suffices(visit: Visit) -> None:
    page = visit.page
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.type("İğneada Feneri hangi yıl yapıldı?")
    page.keyboard.press("Enter")
    visit.turns.first.wait_for()
    expect(visit.box).to_be_focused()
    expect(visit.box).to_have_value("")
    visit.turns.first.locator(".cite").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#announcer")).to_contain_text("1866")
    page.get_by_role("tab", name="Sor").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#sources table")).to_be_visible()


def test_a_hostile_text_is_added_asked_about_shown_as_text_and_removed(visit: Visit) -> None:
    page = visit.page
    visit.open_tab("Kaynaklar")
    visit.shot("sources")
    page.locator("#paste textarea").fill(HOSTILE)
    page.locator("#paste-add").click()
    expect(page.locator("#status .added")).to_be_visible()
    visit.shot("sources-added")
    row = page.locator("#sources tr", has_text="<script>")
    expect(row).to_have_count(1)
    visit.open_tab("Sor")
    turn = visit.ask("Hisarcık Köprüsü hangi yıl yapıldı?")
    expect(turn.locator(".answer-text")).to_contain_text("1931")
    assert page.locator("#panel .source-text").evaluate("element => element.textContent") == HOSTILE.rstrip("\n") + "\n"
    assert page.locator("#panel img, #conversation img, #panel script, #conversation script").count() == 0
    visit.shot("hostile")
    visit.open_tab("Kaynaklar")
    row.get_by_role("button", name="Kaldır").click()
    expect(row).to_have_count(0)
    visit.open_tab("Sor")
    visit.last.locator(".cite").first.click()
    expect(page.locator("#panel .empty")).to_contain_text("artık")
    visit.shot("source-gone")


def test_files_are_added_together_and_bad_ones_named(visit: Visit, tmp_path: Path) -> None:
    paths = [tmp_path / "liman.txt", tmp_path / "tren.md", tmp_path / "bozuk.txt"]
    paths[0].write_text("Karaburun Limanı 1970 yılında kuruldu.", "utf-8")
    paths[1].write_text("# Tren\n\nTren hattı 240 kilometre uzunluğunda.", "utf-8")
    paths[2].write_bytes("metin".encode("utf-16"))
    visit.open_tab("Kaynaklar")
    visit.page.locator("#files input[type=file]").set_input_files(paths)
    expect(visit.page.locator("#files")).to_contain_text("bozuk")
    visit.page.locator("#files-add").click()
    expect(visit.page.locator("#status .added")).to_have_count(2)
    expect(visit.page.locator("#status .unreadable")).to_contain_text("UTF-16")
    visit.shot("sources-files")
    for name in ("liman", "Tren"):
        remove_text(visit, name)


def test_what_is_no_text_is_refused_by_name_before_it_is_sent(visit: Visit, tmp_path: Path) -> None:
    page = visit.page
    (tmp_path / "liman.txt").write_text("Karaburun Limanı 1970 yılında kuruldu.", "utf-8")
    (tmp_path / "resim.png").write_bytes(b"\x89PNG")
    (tmp_path / "uzun.txt").write_bytes(b"a" * (MAX_MEGABYTES * 1_000_000 + 1))
    visit.open_tab("Kaynaklar")
    page.locator("#files input[type=file]").set_input_files(sorted(tmp_path.iterdir()))
    expect(page.locator("#status .unreadable")).to_have_count(2)
    expect(page.locator("#status .unreadable").first).to_contain_text("“resim.png” okunamadı")
    expect(page.locator("#files")).to_contain_text("liman")
    visit.shot("sources-refused")
    page.locator("#files-add").click()
    remove_text(visit, "liman")


def test_another_open_page_sees_what_is_added_and_removed(browser: Browser, visit: Visit, site: Site) -> None:
    with visiting(browser, site.url) as other:
        other.page.wait_for_timeout(2500)  # it has looked once
        add_text(visit, "Karaburun Limanı 1970 yılında kuruldu.")
        other.open_tab("Kaynaklar")
        row = other.page.locator("#sources tr", has_text="Karaburun Limanı")
        expect(row).to_have_count(1)
        other.open_tab("Sor")
        expect(other.ask("Karaburun Limanı ne zaman kuruldu?").locator(".answer-text")).to_contain_text("1970")
        remove_text(visit, "Karaburun")
        expect(other.page.locator("#panel .empty")).to_contain_text("artık")
        other.open_tab("Kaynaklar")
        expect(row).to_have_count(0)


def test_the_same_citation_brings_its_sentence_back_into_view(visit: Visit) -> None:
    page = visit.page
    add_text(visit, "Karaburun Limanı 1970 yılında kuruldu." + "\n\nRıhtımda balıkçılar ağlarını onarır." * 40)
    visit.open_tab("Sor")
    turn = visit.ask("Karaburun Limanı hangi yıl kuruldu?")
    expect(page.locator("#panel .cited")).to_contain_text("1970")
    page.locator("#panel .source-text").evaluate("(text) => text.scrollTo({ top: text.scrollHeight })")
    page.wait_for_timeout(100)
    assert not in_view(visit, "#panel .cited", "#panel .source-text")
    turn.locator(".cite").click()
    visit.settle()
    assert in_view(visit, "#panel .cited", "#panel .source-text")
    visit.open_tab("Kaynaklar")
    remove_text(visit, "Karaburun")


def test_what_is_typed_while_waiting_stays_in_the_box(visit: Visit) -> None:
    visit.box.fill("İğneada Feneri hangi yıl yapıldı?")
    visit.box.press("Enter")
    visit.page.wait_for_timeout(60)  # as fast as hands are
    visit.page.keyboard.type("Fenerin yüksekliği", delay=60)
    visit.turns.first.wait_for()
    expect(visit.last.locator(".answer-text")).to_contain_text("1866")
    expect(visit.box).to_have_value("Fenerin yüksekliği")


def test_a_server_that_is_gone_is_said_and_the_question_kept(browser: Browser, corpus: Path, tmp_path: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        server = serving(corpus, tmp_path, patch)
        with server as url, visiting(browser, url) as visit:
            visit.ask("İğneada Feneri hangi yıl yapıldı?")
            server.stop()
            visit.box.fill("Fenerin yüksekliği kaç metre?")
            visit.box.press("Enter")
            expect(visit.page.locator(".searching:not(.failed)")).to_have_count(0)
            expect(visit.box).to_have_value("Fenerin yüksekliği kaç metre?")
            expect(visit.page.locator(".toast-body")).to_contain_text("Bağlantı koptu")
            expect(visit.page.locator(".toast-body")).to_contain_text("yeniden bağlanılıyor")
            visit.shot("server-gone")


def test_feedback_is_noted_listed_and_exported(visit: Visit) -> None:
    page = visit.page
    turn = visit.ask("Fenerin yüksekliği kaç metre?")
    turn.get_by_role("button", name="Yanlış").click()
    visit.shot("correction")
    turn.locator(".correction input").fill("72 basamak")
    turn.locator(".correction input").press("Enter")
    expect(visit.last.locator(".feedback.given")).to_contain_text("kaydedildi")
    visit.open_tab("Geri bildirim")
    expect(page.locator("#feedback td", has_text="72 basamak")).to_be_visible()
    visit.shot("feedback")
    with page.expect_download() as download:
        page.locator("#export").click()
    lines = Path(download.value.path()).read_text("utf-8").splitlines()
    assert "72 basamak" in json.loads(lines[0])["qas"][0]["answers"]


def test_a_page_that_is_opened_again_is_as_it_was_left(visit: Visit) -> None:
    visit.ask("İğneada Feneri hangi yıl yapıldı?")
    visit.page.reload()
    ready(visit.page)
    expect(visit.turns).to_have_count(1)
    expect(visit.page.locator("#panel .cited")).to_contain_text("1866")
    visit.page.locator("#clear").click()
    expect(visit.page.locator(".welcome")).to_be_visible()
    visit.page.reload()
    ready(visit.page)
    expect(visit.turns).to_have_count(0)


def test_the_language_follows_the_browser_and_the_switch(visit: Visit) -> None:
    page = visit.page
    visit.ask("İğneada Feneri hangi yıl yapıldı?")
    expect(page.get_by_role("tab").first).to_have_text("Sor")
    page.get_by_role("button", name="Switch to English").click()
    expect(page.get_by_role("tab").first).to_have_text("Ask")
    ready(page)
    expect(page.locator("#panel .about")).to_contain_text("May 2025")
    expect(visit.last.locator(".standing")).to_contain_text("sure")
    assert page.evaluate("document.documentElement.lang") == "en"
    assert page.locator("#question textarea").get_attribute("placeholder") == "Ask in English or Turkish"
    visit.shot("switched-to-english")
    page.get_by_role("button", name="Türkçeye geç").click()
    expect(page.get_by_role("tab").first).to_have_text("Sor")


def test_light_and_dark_follow_the_system_and_the_switch(browser: Browser, site: Site) -> None:
    def background(visit: Visit) -> str:
        return str(visit.page.evaluate("getComputedStyle(document.body).backgroundColor"))

    with visiting(browser, site.url, scheme="dark") as visit:
        visit.ask("İğneada Feneri hangi yıl yapıldı?")
        visit.shot("dark")
        dark = background(visit)
        visit.page.get_by_role("button", name="Açık/koyu").click()
        assert background(visit) != dark
        visit.page.reload()
        ready(visit.page)
        visit.settle()
        assert background(visit) != dark


def test_on_a_phone_the_source_slides_over_the_chat(phone: Visit) -> None:
    page = phone.page
    phone.shot("phone-welcome")
    turn = phone.ask("When was the İğneada lighthouse built?")
    phone.shot("phone-answer")
    expect(page.locator("#side")).to_be_hidden()
    turn.locator(".cite").first.tap()
    expect(page.locator("#panel .close")).to_be_focused()
    phone.settle()
    assert in_view(phone, "#panel .cited", "#panel .source-text")
    phone.shot("phone-source")
    page.go_back()
    expect(page.locator("#side")).to_be_hidden()
    turn.locator(".cite").first.tap()
    page.keyboard.press("Escape")
    expect(page.locator("#side")).to_be_hidden()
    phone.open_tab("Sources")
    phone.shot("phone-sources")


@pytest.mark.parametrize("width", [360, 390, 900, 2560])
def test_nothing_sticks_out_at_any_width(browser: Browser, site: Site, width: int) -> None:
    with visiting(browser, site.url, size=(width, 900), locale="en-US") as visit:
        visit.ask("How many people visited the museum section last year?")
        for name in ("Ask", "Sources", "Benchmark", "Feedback"):
            visit.open_tab(name)
            visit.shot(f"width-{width}-{name.lower()}")
            assert visit.page.evaluate("document.documentElement.scrollWidth") <= width
            assert visit.page.evaluate(_STICKING_OUT) == []
            assert visit.page.evaluate(_CUT_TABS) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_serious_finding_of_axe(browser: Browser, site: Site, scheme: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    def check(visit: Visit, where: str) -> None:
        visit.settle()
        found = Axe().run(visit.page).response["violations"]
        serious = [
            f"{where}: {one['id']} {[n['html'][:90] for n in one['nodes']]}"
            for one in found
            if one["impact"] in ("serious", "critical")
        ]
        assert serious == []

    with visiting(browser, site.url, scheme=scheme) as visit:
        check(visit, "welcome")
        visit.ask("İğneada Feneri hangi yıl yapıldı?").get_by_role("button", name="Yanlış").click()
        check(visit, "answer")
        visit.ask("Fransa'nın cumhurbaşkanı kimdir?")
        check(visit, "refusal")
        for name in ("Kaynaklar", "Ölçüm", "Geri bildirim"):
            visit.open_tab(name)
            check(visit, name)
    with visiting(browser, site.url, scheme=scheme, size=(390, 800)) as visit:
        visit.ask("İğneada Feneri hangi yıl yapıldı?").locator(".cite").first.click()
        check(visit, "source on a phone")


def test_a_benchmark_runs_and_a_question_of_it_opens_in_the_chat(visit: Visit) -> None:
    page = visit.page
    visit.open_tab("Ölçüm")
    page.locator("#bench-count input").fill("4")
    page.locator("#bench-run").click()
    expect(page.locator("#bench-state progress")).to_be_visible()
    page.locator("#results table").wait_for(timeout=300_000)
    visit.shot("benchmark")
    wrong = page.locator("#results [data-act=reopen]")
    if wrong.count():
        question = page.locator("#results .failures p").first.inner_text()
        wrong.first.click()
        expect(visit.turns.first.locator(".question")).to_contain_text(question)
        visit.shot("benchmark-reopened")


def test_two_sessions_do_not_meet(browser: Browser, site: Site) -> None:
    with visiting(browser, site.url) as visit:
        visit.ask("İğneada Feneri hangi yıl yapıldı?")
        with visiting(browser, site.url) as other:
            assert other.turns.count() == 0

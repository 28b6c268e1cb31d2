"""The page in Gradio: its components, their events and the named endpoints. The one module that imports Gradio."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any

import gradio as gr
from fastapi import FastAPI
from gradio.events import api

from qa.page.actions import Actions
from qa.page.conversation import render_welcome
from qa.page.endpoints import Endpoints
from qa.page.frame import render_masthead
from qa.page.library import MAX_MEGABYTES
from qa.page.markup import words
from qa.page.strings import LANGUAGES, STRINGS
from qa.page.tables import render_note

_SANS = ["system-ui", "-apple-system", "Segoe UI", "Roboto", "Noto Sans", "sans-serif"]
_MONO = ["ui-monospace", "SFMono-Regular", "Menlo", "Consolas", "monospace"]

# A click on an element with `data-act` becomes an event of that name, which carries the element's data.
_LISTEN = "dayanak.listen(element, trigger, ['ask', 'cite', 'rate', 'open', 'show', 'renew', 'remove', 'reopen']);"
_QUIET: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
_ASKING: dict[str, Any] = {**_QUIET, "concurrency_id": "ask", "concurrency_limit": 2}
_ESTIMATES = 60.0  # seconds between messages about who waits how long, which nobody reads here; else one at every turn
_ADDING: dict[str, Any] = {**_QUIET, "concurrency_limit": 8}  # they take turns, and each says at once that it waits
_word = gr.I18n()


def mount(app: FastAPI, actions: Actions, check: Callable[[str, str], bool] | None = None) -> FastAPI:
    """Put the page, its endpoints and the MCP server on `app`; `check` tells whether name and password are right."""
    with suppress(ImportError):  # where it is installed, Gradio loads it at the first event, and all events wait
        import matplotlib.pyplot  # noqa: F401
    mounted: FastAPI = gr.mount_gradio_app(
        app,
        _page(actions),
        path="/",
        auth=check,
        footer_links=[],
        run_history=False,
        max_file_size=f"{MAX_MEGABYTES}mb",
        ssr_mode=False,
        enable_monitoring=False,
        mcp_server=True,
        i18n=gr.I18n(**{language: _translations(actions, language) for language in LANGUAGES}),
        theme=gr.themes.Base(font=_SANS, font_mono=_MONO),
    )
    return mounted


def _translations(actions: Actions, language: str) -> dict[str, str]:
    """Return the strings of the page, with the pieces of HTML that stand there before anything is loaded."""
    pieces = {
        "masthead": render_masthead(language),
        "welcome": render_welcome(actions.examples, language),
        "benchmark_intro": render_note("benchmark_text", language),
        "adding_intro": f'<h2 class="heading">{words("add_title", language)}</h2>{render_note("add_hint", language)}',
    }
    return STRINGS[language] | pieces


def _page(actions: Actions) -> gr.Blocks:
    page: gr.Blocks
    with gr.Blocks(title="Dayanak", analytics_enabled=False, fill_width=True, delete_cache=(3600, 3600)) as page:
        _endpoints(Endpoints(actions.library))  # first, so that no event takes their names
        language = gr.Textbox(visible=False)
        turns = gr.BrowserState([], storage_key="dayanak.turns", secret="dayanak")  # at home in the browser, no secret
        _html("masthead", _word("masthead"))
        with gr.Tabs(elem_id="tabs") as tabs:
            with _tab("ask"), gr.Row(elem_id="desk"):
                conversation, panel = _desk(actions, turns, language)
            with _tab("sources") as tab, gr.Column(elem_id="library"):
                sources = _library(actions, language, panel, tabs)
            tab.select(actions.sources, language, sources, **_QUIET)
            with _tab("benchmark") as tab, gr.Column(elem_id="bench"):
                results = _bench(actions, language, [conversation, panel, turns], tabs)
            tab.select(actions.latest_benchmark, language, results, **_QUIET)
            with _tab("feedback") as tab, gr.Column(elem_id="notes"):
                notes = _notes(actions)
            tab.select(actions.feedback, language, notes, **_QUIET)
        page.load(
            lambda stored, spoken: (*actions.restore(stored, spoken), spoken),
            [turns, language],
            [conversation, panel, sources, language],
            js="(turns, _) => [turns, dayanak.language]",
            **_QUIET,
        )
    page.queue(status_update_rate=_ESTIMATES)
    return page


def _desk(actions: Actions, turns: gr.BrowserState, language: gr.Textbox) -> tuple[gr.HTML, gr.HTML]:
    """Lay out the conversation and the source panel; return both."""
    with gr.Column(elem_id="talk"):
        conversation = _html("conversation", _word("welcome"))
        suggestions = _html("suggestions")
        with gr.Row(elem_id="composer"):
            box = gr.Textbox(
                label=_word("question_label"),
                placeholder=_word("question_placeholder"),
                lines=1,
                max_lines=4,
                elem_id="question",
            )
            send = gr.Button(_word("send"), variant="primary", elem_id="send")
            clear = gr.Button(_word("clear"), elem_id="clear")
    with gr.Column(elem_id="side"):
        panel = _html("panel")

    shown = [conversation, panel, turns]

    def ask_chip(event: gr.EventData, stored: object, spoken: str) -> Any:
        return actions.ask(_data(event).get("question", ""), stored, spoken)

    typed = gr.on(
        [box.submit, send.click],
        actions.ask,
        [box, turns, language],
        shown,
        js="(question, turns, language) => [dayanak.pending(question), turns, language]",
        **_ASKING,
    )
    clicked = [part.ask(ask_chip, [turns, language], shown, **_ASKING) for part in (conversation, suggestions)]
    for asked in (typed, *clicked):
        asked.success(actions.suggest, [turns, language], suggestions, concurrency_limit=1, **_QUIET)
        asked.failure(None, js="() => dayanak.failed()", **_QUIET)

    def cite(event: gr.EventData, spoken: str) -> str:
        return actions.cite(_data(event), spoken)

    def rate(event: gr.EventData, stored: object, spoken: str) -> Any:
        return actions.rate(_data(event), stored, spoken)

    def open_article(event: gr.EventData, spoken: str) -> str:
        return actions.panel(_data(event).get("article", ""), spoken)

    def renew(event: gr.EventData, spoken: str) -> str:
        return actions.renew(_data(event), spoken)

    conversation.cite(cite, language, panel, **_QUIET)
    conversation.rate(rate, [turns, language], [conversation, turns], **_QUIET)
    panel.open(open_article, language, panel, **_QUIET)
    panel.renew(renew, language, panel, **_QUIET)
    clear.click(lambda spoken: (*actions.clear(spoken), ""), language, [*shown, suggestions], **_QUIET)
    return conversation, panel


def _library(actions: Actions, language: gr.Textbox, panel: gr.HTML, tabs: gr.Tabs) -> gr.HTML:
    """Lay out the sources tab; return the table of sources."""
    sources = _html("sources")
    status = _html("status")
    _html("adding-text", _word("adding_intro"))
    with gr.Row(elem_id="adding"):
        with gr.Column():
            title = gr.Textbox(
                label=_word("paste_title_label"), placeholder=_word("paste_title_placeholder"), max_length=200
            )
            text = gr.Textbox(
                label=_word("paste_text_label"),
                placeholder=_word("paste_text_placeholder"),
                lines=7,
                max_lines=16,
                max_length=MAX_MEGABYTES * 1_000_000,
                elem_id="paste",
            )
            paste = gr.Button(_word("paste_add"), elem_id="paste-add")
        with gr.Column():
            files = gr.File(
                label=_word("files_label"),
                file_count="multiple",
                file_types=[".txt", ".md"],
                type="filepath",
                elem_id="files",
            )
            upload = gr.Button(_word("files_add"), elem_id="files-add")

    def add_text(heading: str, words: str, spoken: str) -> Iterator[Any]:
        for state, table in actions.add_text(heading, words, spoken):
            yield (state, table, "", "") if table else (state, gr.skip(), gr.skip(), gr.skip())

    def add_files(paths: list[str] | None, spoken: str) -> Iterator[Any]:
        for state, table in actions.add_files(paths, spoken):
            yield (state, table, None) if table else (state, gr.skip(), gr.skip())

    def remove(event: gr.EventData, spoken: str) -> Any:
        return actions.remove(_data(event), spoken)

    def show(event: gr.EventData, spoken: str) -> Any:
        return actions.panel(_data(event).get("article", ""), spoken), gr.Tabs(selected="ask")

    paste.click(add_text, [title, text, language], [status, sources, title, text], **_ADDING)
    upload.click(add_files, [files, language], [status, sources, files], **_ADDING)
    sources.renew(actions.sources, language, sources, **_QUIET)
    sources.remove(remove, language, [sources, status], **_QUIET)
    sources.show(show, language, [panel, tabs], **_QUIET)
    return sources


def _bench(actions: Actions, language: gr.Textbox, shown: list[Any], tabs: gr.Tabs) -> gr.HTML:
    """Lay out the benchmark tab; return its results."""
    _html("bench-text", _word("benchmark_intro"))
    with gr.Row(elem_id="bench-form"):
        sets = actions.benchmark.sets
        name = gr.Dropdown(sets, value=sets[0] if sets else None, label=_word("benchmark_set"), elem_id="bench-set")
        count = gr.Number(100, label=_word("benchmark_count"), precision=0, minimum=1, elem_id="bench-count")
        start = gr.Button(_word("benchmark_run"), elem_id="bench-run")
        stop = gr.Button(_word("benchmark_stop"), elem_id="bench-stop")
    state = _html("bench-state")
    results = _html("results")

    def run(chosen: str, number: float | None, spoken: str) -> Iterator[Any]:
        for news, page in actions.run_benchmark(chosen, number, spoken):
            yield news, page or gr.skip()

    def reopen(event: gr.EventData, stored: object, spoken: str) -> Any:
        return *actions.reopen(_data(event), stored, spoken), gr.Tabs(selected="ask")

    running = start.click(run, [name, count, language], [state, results], concurrency_limit=4, **_QUIET)
    stop.click(lambda: "", None, state, cancels=[running], **_QUIET)
    results.reopen(reopen, [shown[-1], language], [*shown, tabs], **_QUIET)
    return results


def _notes(actions: Actions) -> gr.HTML:
    """Lay out the feedback tab; return the table of feedback."""
    notes = _html("feedback")
    export = gr.Button(_word("feedback_export"), elem_id="export")
    exported = gr.Textbox(visible=False)
    export.click(actions.export, None, exported, **_QUIET).then(
        None, exported, None, js="(text) => dayanak.save('feedback.jsonl', text)", **_QUIET
    )
    return notes


def _endpoints(endpoints: Endpoints) -> None:
    limits: dict[str, Any] = {"concurrency_id": "ask", "concurrency_limit": 2}
    api(endpoints.ask, api_name="ask", **limits)
    api(endpoints.add, api_name="add")
    api(endpoints.remove, api_name="remove")
    api(endpoints.list, api_name="list")


def _tab(name: str) -> gr.Tab:
    return gr.Tab(_word(f"tab_{name}"), id=name, elem_id=f"tab-{name}")


def _html(name: str, value: Any = None) -> gr.HTML:
    return gr.HTML(value, elem_id=name, js_on_load=_LISTEN, apply_default_css=False)


def _data(event: gr.EventData) -> dict[str, str]:
    data = event._data if isinstance(event._data, dict) else {}
    return {str(name): value for name, value in data.items() if isinstance(value, str)}

"""Measures the page: `python -m tests.page.measure [--sessions N]`. Prints JSON.

Weight (bytes on the wire), time until a question can be asked, and time from sending to the answer, in a browser; with
`--sessions`, also N simultaneous programs that ask ten questions each, and the memory before and after.
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx

from eval.loading import load
from tests.page.browser import launched, visiting
from tests.page.conftest import free_port

ROOT = Path(__file__).parents[2]
_QUESTIONS = 21
_SENDING = """(question) => new Promise((resolve) => {
    const before = document.querySelectorAll(".turn:not(.pending)").length;
    const box = document.querySelector("#question textarea, #question input");
    box.value = question;
    box.dispatchEvent(new Event("input", { bubbles: true }));
    setTimeout(() => {
        const began = performance.now();
        new MutationObserver((_, observer) => {
            if (document.querySelectorAll(".turn:not(.pending)").length <= before) return;
            observer.disconnect();
            requestAnimationFrame(() => {
                const seconds = document.querySelector(".turn:last-child .seconds")?.textContent || "";
                resolve([performance.now() - began, 1000 * parseFloat(seconds.replace(",", ".")) || null]);
            });
        }).observe(document.querySelector("#conversation"), { childList: true, subtree: true });
        box.dispatchEvent(new KeyboardEvent("keypress", { key: "Enter", bubbles: true, cancelable: true }));
    }, 60);
})"""


def main() -> int:
    """Serve the bundled corpus in a process of its own and print what is measured."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sessions", type=int, default=0, help="simultaneous programs (default: none)")
    parser.add_argument("--rounds", type=int, default=1, help="how often they ask their ten questions (default: 1)")
    args = parser.parse_args()
    questions = [item.question for item in load("article").items if not item.history]
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "app.py", "--port", str(port), "--data", folder]
        with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL) as server:
            try:
                _wait(url)
                found = _in_browser(url, questions)
                if args.sessions:
                    found |= _under_load(url, server.pid, questions, args.sessions, args.rounds)
            finally:
                server.terminate()
    sys.stdout.write(json.dumps(found, indent=2) + "\n")
    return 0


def _in_browser(url: str, questions: list[str]) -> dict[str, Any]:
    with launched(str(shutil.which("chromium"))) as browser:
        with visiting(browser, url):  # what the server does once
            pass
        with visiting(browser, url) as visit:
            ready = visit.page.evaluate("performance.now()")
            sizes = visit.page.evaluate(
                "performance.getEntriesByType('resource').concat(performance.getEntriesByType('navigation'))"
                ".map((one) => [one.transferSize, one.decodedBodySize])"
            )
            sent, beside = [], []
            for question in questions[:_QUESTIONS]:
                whole, answering = visit.page.evaluate(_SENDING, question)
                sent.append(whole)
                if answering:  # a refusal does not show how long it took
                    beside.append(whole - answering)
                visit.page.wait_for_timeout(2500)  # a reader's pause; the next questions are sought in it
    return {
        "requests": len(sizes),
        "page_kib_on_the_wire": round(sum(size for size, _ in sizes) / 1024),
        "page_kib_unpacked": round(sum(size for _, size in sizes) / 1024),
        "ready_ms": round(ready),
        "send_to_answer_ms_median": round(statistics.median(sent)),
        "send_to_answer_ms_max": round(max(sent)),
        "of_which_the_page_ms_median": round(statistics.median(beside)),
        "load_average": round(os.getloadavg()[0], 1),
    }


def _under_load(url: str, process: int, questions: list[str], sessions: int, rounds: int) -> dict[str, Any]:
    """Ask from many programs at once, each with its own history; an answer to another's question is an error."""
    from gradio_client import Client

    clients = [Client(url, verbose=False) for _ in range(sessions)]
    seconds: list[float] = []
    errors: list[str] = []

    def talk(number: int) -> None:
        history: list[str] = []
        for step in range(10):
            question = questions[(number * 10 + step) % len(questions)]
            began = time.perf_counter()
            try:
                answer = clients[number].predict(question, history, api_name="/ask")
                if answer["question"] != question:
                    errors.append(f"{question}: {answer['question']}")
            except Exception as error:  # every kind counts
                errors.append(repr(error))
            seconds.append(time.perf_counter() - began)
            history.append(question)

    memory = [_memory(process)]
    for _ in range(rounds):
        with ThreadPoolExecutor(sessions) as pool:
            list(pool.map(talk, range(sessions)))
        memory.append(_memory(process))
    seconds.sort()
    return {
        "sessions": sessions,
        "asked": len(seconds),
        "errors": errors[:5],
        "p50_s": round(seconds[len(seconds) // 2], 2),
        "p95_s": round(seconds[int(len(seconds) * 0.95)], 2),
        "memory_mib": memory,
        "load_average_under_load": round(os.getloadavg()[0], 1),
    }


def _memory(process: int) -> int:
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return int(next(line for line in lines if line.startswith("VmRSS")).split()[1]) // 1024


def _wait(url: str) -> None:
    for _ in range(1200):
        try:
            if httpx.get(f"{url}/health").is_success:
                return
        except httpx.TransportError:
            time.sleep(0.1)
    raise TimeoutError(url)


if __name__ == "__main__":
    sys.exit(main())

"""The page as programs meet it: over HTTP, through gradio_client, as an MCP server."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest
from gradio_client import Client

from qa.page import server
from qa.page.accounts import Accounts, add_account
from tests.page.conftest import Site, serving


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("127.0.0.1", True),
        ("localhost", True),
        ("::1", True),
        ("0.0.0.0", False),
        ("::", False),
        ("example.org", False),
    ],
)
def test_loopback_addresses_are_known(host: str, expected: bool) -> None:
    assert server.is_loopback(host) is expected


def test_health_tells_what_is_loaded(site: Site) -> None:
    health = httpx.get(f"{site.url}/health").json()
    assert health["status"] == "ok" and health["articles"] >= 2 and health["passages"] >= 6


@pytest.mark.parametrize(
    "path",
    [
        "/gradio_api/file=/etc/passwd",
        f"/gradio_api/file={Path(server.__file__)}",
        "/gradio_api/file=..%2f..%2fetc%2fpasswd",
        "/file=/etc/passwd",
        "/static/..%2f..%2f..%2f..%2fetc%2fpasswd",
        "/page/server.py",
    ],
)
def test_no_other_file_is_served(site: Site, path: str) -> None:
    assert httpx.get(site.url + path).status_code in (403, 404)


def test_not_even_the_feedback_is_served(site: Site) -> None:
    for path in (site.data / "feedback.sqlite3", site.data / "sources"):
        assert httpx.get(f"{site.url}/gradio_api/file={path}").status_code in (403, 404)


def test_named_endpoints_return_the_contract(site: Site) -> None:
    client = Client(site.url, verbose=False)
    assert set(client.view_api(return_format="dict")["named_endpoints"]) == {"/ask", "/add", "/remove", "/list"}
    answer = client.predict("When was the İğneada lighthouse built?", api_name="/ask")
    assert answer["answerable"] and "1866" in answer["text"] and answer["language"] == "en"
    added = client.predict("Liman 1970 yılında kuruldu. Limanda 12 gemi var.", "Liman", api_name="/add")
    assert added["added"] == ["liman"]
    history = ["Liman kaç yılında kuruldu?"]
    assert client.predict("Orada kaç gemi var?", history, api_name="/ask")["spans"][0]["article"] == "liman"
    assert "liman" in [row["id"] for row in client.predict(api_name="/list")]
    assert client.predict(["liman"], api_name="/remove")["removed"] == ["liman"]


def test_the_same_calls_are_tools_of_an_mcp_server(site: Site) -> None:
    from mcp import ClientSession
    from mcp.client.streamable_http import streamablehttp_client

    async def talk() -> tuple[set[str], str]:
        async with (
            streamablehttp_client(f"{site.url}/gradio_api/mcp/") as (read, write, _),
            ClientSession(read, write) as session,
        ):
            await session.initialize()
            tools = {tool.name for tool in (await session.list_tools()).tools}
            result = await session.call_tool("ask", {"question": "İğneada Feneri hangi yıl yapıldı?"})
            return tools, result.content[0].text

    with ThreadPoolExecutor(1) as pool:  # the browser tests leave an event loop in the main thread
        tools, answer = pool.submit(asyncio.run, talk()).result()
    assert tools == {"ask", "add", "remove", "list"}
    assert "1866" in answer


def test_with_a_user_file_nothing_is_told_to_strangers(corpus: Path, tmp_path: Path, monkeypatch) -> None:
    add_account(tmp_path / "users", "ayşe", "gizli parola")
    with serving(corpus, tmp_path / "data", monkeypatch, Accounts.read(tmp_path / "users")) as url:
        assert httpx.get(f"{url}/health").status_code == 200
        assert httpx.get(f"{url}/config").status_code == 401
        assert httpx.post(f"{url}/gradio_api/call/list", json={"data": []}).status_code == 401
        assert "fener" not in httpx.get(url).text.lower()
        call = {"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": {"name": "list", "arguments": {}}}
        accepted = {"accept": "application/json, text/event-stream"}
        told = httpx.post(f"{url}/gradio_api/mcp/", json=call, headers=accepted).text
        assert "credentials" in told and "gozlemevi" not in told
        with pytest.raises(Exception, match="login"):
            Client(url, auth=("ayşe", "yanlış parola"), verbose=False)
        assert Client(url, auth=("ayşe", "gizli parola"), verbose=False).predict(api_name="/list")


def test_a_missing_user_file_is_one_clear_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert server.serve(auth=tmp_path / "none", data=tmp_path) == 1
    assert str(tmp_path / "none") in capsys.readouterr().err

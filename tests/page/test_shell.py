import pytest
from fastapi import FastAPI
from fastapi.responses import HTMLResponse
from fastapi.testclient import TestClient

from qa.page.shell import Shell, assets, rewrite

PAGE = (
    '<html><head><meta charset="utf-8" /><meta\n property="og:image"\n content="https://example.org/x.jpg"\n/>'
    '<meta name="viewport" content="x"><meta name="twitter:card" content="y" /></head><body>İ</body></html>'
)


def client(loopback: bool = True, base: str = "http://127.0.0.1:7860") -> TestClient:
    app = FastAPI()
    app.get("/", response_class=HTMLResponse)(lambda: PAGE)
    app.post("/add")(lambda: "done")
    app.include_router(assets())
    app.add_middleware(Shell, loopback=loopback)
    return TestClient(app, base_url=base)


def test_our_head_is_put_in_and_foreign_addresses_are_taken_out() -> None:
    page = client().get("/").text
    assert "example.org" not in page and "twitter" not in page
    assert 'src="page/page.js"' in page and "viewport" in page and "İ" in page
    assert rewrite("<p>") == "<p>"


def test_the_browser_is_told_to_stay_at_home() -> None:
    for path in ("/", "/page/page.css"):
        headers = client().get(path).headers
        assert "default-src 'self'" in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("name", ["page.css", "page.js", "uploads.js", "icon.svg"])
def test_assets_are_served_and_nothing_beside_them(name: str) -> None:
    assert client().get(f"/page/{name}").status_code == 200
    for path in ("/page/server.py", "/page/..%2fserver.py", "/page/"):
        assert client().get(path).status_code == 404


def test_other_names_and_other_sites_are_refused_on_the_loopback_address() -> None:
    assert client(base="http://evil.example").get("/").status_code == 403
    assert client(base="http://localhost:7860").get("/").status_code == 200
    assert client(base="http://[::1]:7860").get("/").status_code == 200
    assert client(False, "http://server.example").get("/").status_code == 200
    assert client().post("/add", headers={"origin": "http://evil.example"}).status_code == 403
    assert client().post("/add", headers={"origin": "null"}).status_code == 403
    assert client().post("/add", headers={"origin": "http://127.0.0.1:7860"}).status_code == 200
    assert client().post("/add").status_code == 200

import getpass
from pathlib import Path

import pytest

import app
from qa.page.accounts import Accounts


def test_arguments_reach_the_server(monkeypatch: pytest.MonkeyPatch) -> None:
    calls = []
    monkeypatch.setattr(app, "serve", lambda *args, **options: calls.append((args, options)) or 0)
    assert app.main([]) == 0
    assert (
        app.main(["--host", "::1", "--port", "80", "--corpus", "a", "--corpus", "b", "--auth", "u", "--data", "d"]) == 0
    )
    assert calls[0] == (("127.0.0.1", 7860), {"corpus": None, "auth": None, "data": None})
    assert calls[1] == (("::1", 80), {"corpus": ["a", "b"], "auth": "u", "data": "d"})


def test_a_user_can_be_added(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(getpass, "getpass", lambda prompt: "uzun parola")
    assert app.main(["--add-user", "ayşe", "--auth", str(tmp_path / "users")]) == 0
    assert Accounts.read(tmp_path / "users").check("ayşe", "uzun parola")
    monkeypatch.setattr(getpass, "getpass", lambda prompt: "kısa")
    assert app.main(["--add-user", "ayşe", "--auth", str(tmp_path / "users")]) == 1
    assert "8 characters" in capsys.readouterr().err


def test_a_user_needs_a_file() -> None:
    with pytest.raises(SystemExit) as stop:
        app.main(["--add-user", "ayşe"])
    assert stop.value.code == 2

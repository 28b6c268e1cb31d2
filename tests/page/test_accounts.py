from pathlib import Path

import pytest

from qa.page.accounts import Accounts, AccountsError, add_account


def test_the_right_password_alone_opens(tmp_path: Path) -> None:
    path = tmp_path / "users"
    add_account(path, "ayşe", "gizli parola")
    add_account(path, "bora", "başka parola")
    accounts = Accounts.read(path)
    assert accounts.check("ayşe", "gizli parola")
    assert not accounts.check("ayşe", "başka parola")
    assert not accounts.check("kim", "")


def test_passwords_are_not_in_the_file(tmp_path: Path) -> None:
    add_account(tmp_path / "users", "ayşe", "gizli parola")
    assert "gizli" not in (tmp_path / "users").read_text("utf-8")
    assert (tmp_path / "users").stat().st_mode & 0o077 == 0


def test_a_password_can_be_changed(tmp_path: Path) -> None:
    path = tmp_path / "users"
    add_account(path, "ayşe", "gizli parola")
    add_account(path, "ayşe", "yeni parola")
    assert not Accounts.read(path).check("ayşe", "gizli parola")
    assert Accounts.read(path).check("ayşe", "yeni parola")


@pytest.mark.parametrize(
    ("name", "password"), [("", "uzun parola"), ("a:b", "uzun parola"), ("a b", "uzun parola"), ("a", "kısa")]
)
def test_bad_names_and_short_passwords_are_refused(tmp_path: Path, name: str, password: str) -> None:
    with pytest.raises(ValueError):
        add_account(tmp_path / "users", name, password)


@pytest.mark.parametrize("content", ["", "ayşe\n", "ayşe:zz:zz\n"])
def test_a_damaged_file_is_said_to_be_damaged(tmp_path: Path, content: str) -> None:
    (tmp_path / "users").write_text(content, "utf-8")
    with pytest.raises(AccountsError, match="users"):
        Accounts.read(tmp_path / "users")
    with pytest.raises(AccountsError):
        Accounts.read(tmp_path / "missing")

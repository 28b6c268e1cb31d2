"""Users and their hashed passwords, one `name:salt:hash` a line (scrypt, RFC 7914)."""

import hashlib
import hmac
import secrets
from pathlib import Path

from qa.files import write_whole

_COST = {"n": 2**14, "r": 8, "p": 1}  # 16 MB and about 50 ms a try


class AccountsError(Exception):
    """A user file that cannot be used: the message says why."""


class Accounts:
    """The users of a file."""

    def __init__(self, users: dict[str, tuple[bytes, bytes]]) -> None:
        self._users = users

    @classmethod
    def read(cls, path: Path) -> "Accounts":
        """Read a user file.

        Raises:
            AccountsError: it is missing, holds no user, or a line is malformed.
        """
        try:
            lines = path.read_text("utf-8").splitlines()
        except (OSError, UnicodeDecodeError) as error:
            raise AccountsError(
                f"{path}: cannot be read ({error}); make it with `python app.py --add-user NAME`"
            ) from error
        users: dict[str, tuple[bytes, bytes]] = {}
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            try:
                name, salt, key = line.strip().split(":")
                users[name] = bytes.fromhex(salt), bytes.fromhex(key)
            except ValueError as error:
                raise AccountsError(f"{path}, line {number}: is not of the form name:salt:hash") from error
        if not users:
            raise AccountsError(f"{path}: holds no user; add one with `python app.py --add-user NAME`")
        return cls(users)

    def check(self, name: str, password: str) -> bool:
        """Tell whether the password is right; takes as long for an unknown name."""
        salt, key = self._users.get(name, (b"\0" * 16, b""))
        return hmac.compare_digest(_key(password, salt), key)


def add_account(path: Path, name: str, password: str) -> None:
    """Add a user to a file, or change the password of one.

    Raises:
        ValueError: the name is empty or holds a colon or white space, or the password is shorter than 8 characters.
    """
    if not name or ":" in name or name.split() != [name]:
        raise ValueError(f"{name!r}: a name has no colon and no white space")
    if len(password) < 8:
        raise ValueError("a password has at least 8 characters")
    salt = secrets.token_bytes(16)
    lines = path.read_text("utf-8").splitlines() if path.exists() else []
    kept = [line for line in lines if line.strip() and line.split(":")[0] != name]
    lines = [*kept, f"{name}:{salt.hex()}:{_key(password, salt).hex()}"]
    write_whole(path, "\n".join(lines) + "\n", mode=0o600)  # hashes too are for the owner alone


def _key(password: str, salt: bytes) -> bytes:
    return hashlib.scrypt(password.encode("utf-8", "replace"), salt=salt, **_COST)

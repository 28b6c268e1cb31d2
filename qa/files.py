"""Files written whole or not at all."""

import hashlib
import os
import secrets
from pathlib import Path


def write_whole(path: Path, data: bytes | str, mode: int = 0o666) -> None:
    """Write `data` to `path` through a temporary file, fsync and rename: a reader sees the old content or the new.

    The file gets `mode` less the umask, as any new file does; `tempfile` would keep it from everyone but its owner.
    """
    if isinstance(data, str):
        data = data.encode("utf-8")
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.parent / f".{secrets.token_hex(8)}.part"  # short: names may be as long as the file system allows
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


def checksum(path: Path) -> str:
    """Return the SHA-256 of a file's content."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()

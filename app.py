"""The chat page: `python app.py`, or `qa serve`."""

import argparse
import getpass
import sys
from collections.abc import Sequence
from pathlib import Path

from qa.page.server import serve

__all__ = ["main", "serve"]


def main(argv: Sequence[str] | None = None) -> int:
    """Run the page and return its exit code: 0 done, 1 the work failed, 2 wrong usage."""
    parser = argparse.ArgumentParser(prog="app.py", description="Open the chat page.")
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default: %(default)s)")
    parser.add_argument("--port", type=int, default=7860, help="port to listen on (default: %(default)s)")
    parser.add_argument("--corpus", action="append", metavar="DIR", help="a folder of texts (default: the bundled one)")
    parser.add_argument("--data", metavar="DIR", help="folder for added texts and feedback (default: the user's)")
    parser.add_argument("--auth", metavar="FILE", help="ask for a name and a password of this user file")
    parser.add_argument("--add-user", metavar="NAME", help="add a user to the --auth file, and stop")
    args = parser.parse_args(argv)
    if args.add_user:
        if not args.auth:
            parser.error("--add-user needs --auth FILE")
        return _add_user(Path(args.auth), args.add_user)
    return serve(args.host, args.port, corpus=args.corpus, auth=args.auth, data=args.data)


def _add_user(path: Path, name: str) -> int:
    from qa.page.accounts import add_account

    try:
        add_account(path, name, getpass.getpass(f"password of {name}: "))
    except (OSError, ValueError) as error:
        sys.stderr.write(f"app.py: {error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())

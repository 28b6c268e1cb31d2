"""Makes the two pictures of the README: `python -m tests.page.screenshots`."""

import shutil
import sys
import tempfile
from pathlib import Path

import pytest

from qa.assistant import BUNDLED_CORPUS
from tests.page.browser import launched, visiting
from tests.page.conftest import serving

DOCS = Path(__file__).parents[2] / "docs"


def main() -> int:
    """Serve the bundled corpus, ask one question on a wide and one on a narrow screen, and write both pictures."""
    chromium = shutil.which("chromium")
    if not chromium:
        sys.stderr.write("Chromium is missing: tests/install_chromium.sh installs it\n")
        return 1
    questions = {"en": "How many Kazakh students study in Türkiye?", "tr": "Türkiye'de kaç Kazak öğrenci okuyor?"}
    with (
        tempfile.TemporaryDirectory() as folder,
        pytest.MonkeyPatch.context() as patch,
        serving(BUNDLED_CORPUS, Path(folder), patch) as url,
        launched(chromium) as browser,
    ):
        with visiting(browser, url, locale="en-US", size=(1200, 720)) as visit:
            visit.ask(questions["en"])
            visit.page.locator("#suggestions .chip").first.wait_for()
            visit.settle()
            visit.page.screenshot(path=DOCS / "page.png")
        with visiting(browser, url, locale="tr-TR", size=(390, 720), scheme="dark", touch=True) as visit:
            visit.ask(questions["tr"])
            visit.settle()
            visit.page.screenshot(path=DOCS / "phone.png")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""The Chromium of this machine in, one headless browser out."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "msedge")
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip


class NoChromium(Exception):
    """There is no browser to test in."""

    def __str__(self) -> str:
        return (
            "no Chromium: set CJM_CHROMIUM to one, install one "
            f"({', '.join(NAMES)}), or run `playwright install chromium`"
        )


@contextmanager
def started() -> Iterator[Browser]:
    """The browser that CJM_CHROMIUM names, an installed one, or the one that Playwright brought."""
    found = os.environ.get("CJM_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    with sync_playwright() as playwright:
        if found is None and not Path(playwright.chromium.executable_path).exists():
            raise NoChromium
        browser = playwright.chromium.launch(executable_path=found, args=list(FLAGS))
        yield browser
        browser.close()

"""The reference handbook, loaded once, handbooks typed into a test, and one browser for all tests."""

import os
import signal
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from cjm.load import load, load_folder
from cjm.model import Handbook

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).resolve().parent.parent

# A script that runs the tests in the background leaves Ctrl-C ignored, also for the programs that they start and stop.
signal.signal(signal.SIGINT, signal.default_int_handler)

# The language of whoever runs the tests is none of the program's reader.
os.environ["LC_ALL"] = "C.UTF-8"


PATIENCE = (
    30_000  # ms that a busy machine may take until a page shows what is expected; nothing is slower where it passes
)

settings.register_profile("cjm", deadline=None)  # how fast a machine is says nothing of the program
settings.load_profile("cjm")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A browser takes its seconds."""
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker("slow")


@pytest.fixture(scope="session")
def handbook() -> Handbook:
    """The handbook of this repository."""
    return load_folder(ROOT)


@pytest.fixture(scope="session")
def load_text() -> Callable[[Mapping[str, str]], Handbook]:
    """`load_text({"guideline/roles.yml": "roles: …"})`: a handbook from the texts of its files."""
    return lambda files: load({path: text.encode("utf-8") for path, text in files.items()})


@pytest.fixture(scope="session")
def chromium() -> "Iterator[Browser]":
    """A headless Chromium. Where none can be had its tests are named as not run; on a CI machine that is a failure."""
    from chromium import NoChromium, started
    from playwright.sync_api import expect

    try:
        with started() as browser:
            expect.set_options(timeout=PATIENCE)
            yield browser
    except NoChromium as missing:
        if os.environ.get("CI", "").lower() in ("true", "1"):
            pytest.fail(str(missing), pytrace=False)
        pytest.skip(str(missing))

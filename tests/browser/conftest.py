"""The reference handbook as its readers have it: its site built once, served over http and opened from the disk."""

import datetime as dt
import functools
import http.server
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from cjm.load import load
from cjm.load.folder import read_folder
from cjm.publish.build import Published, publish
from cjm.search import search_index

ROOT = Path(__file__).resolve().parents[2]
TODAY = dt.date(2026, 11, 22)
PHONE, NARROW, DESK = (390, 844), (360, 740), (1440, 900)

# One page of each kind, the fullest of its kind where there are several.
KINDS = {
    "home": "index.html", "map": "map.html", "journey": "journeys/first-visit.html", "sections": "sections.html",
    "section": "sections/reschedule.html", "emergency": "sections/emergency.html", "says": "says.html", "scripts": "scripts.html", "words": "words.html",
    "clients": "clients.html", "roles": "roles.html", "role": "roles/administrator.html",
    "promises": "promises.html", "duties": "duties.html", "indices": "indices.html", "improvements": "improvements.html", "resources": "resources.html", "plans": "plans.html", "exams": "exams.html", "channels": "channels.html", "glossary": "glossary.html", "changes": "changes.html",
    "coverage": "coverage.html", "month": "month.html", "heat": "heat.html", "you-said": "you-said.html", "check": "check.html", "missing": "404.html",
}  # fmt: skip

SCHEMES = ("default", "slate")
TOO_WIDE = """() => [...document.querySelectorAll("body *")]
  .filter(one => one.getBoundingClientRect().right > innerWidth + 1
    && !one.closest(".map-view, .drawn, .wide, .unseen, .md-sidebar, .md-overlay"))
  .map(one => one.outerHTML.slice(0, 120))"""


@dataclass(frozen=True)
class Site:
    """A built site: its folder, and the address it is read at."""

    folder: Path
    address: str

    def url(self, path: str) -> str:
        return f"{self.address}/{path}"


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of this repository's handbook; one touchpoint has lost its standard, so that there is a hole to be shown."""
    files = {path: text for path, text in read_folder(ROOT).items() if isinstance(text, bytes)}
    journey = "touchpoints/first-visit.yml"
    before, found, after = files[journey].partition(b"id: messenger-question")
    files[journey] = before + found + after.replace(b"        standard: requests\n", b"", 1)
    assert files[journey] != before + found + after
    handbook = load(files)
    folder = tmp_path_factory.mktemp("гайдлайн с пробелом")
    *_, made = publish(handbook, folder, lambda: search_index(handbook), today=TODAY)
    assert isinstance(made, Published)
    return made.site


@pytest.fixture(scope="session")
def web(built: Path) -> Iterator[str]:
    """The address at which the site is served."""
    handler = functools.partial(_Quiet, directory=str(built))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://localhost:{server.server_address[1]}"
        server.shutdown()


@pytest.fixture(params=["http", "file"])
def site(request: pytest.FixtureRequest, built: Path, web: str) -> Site:
    return Site(built, web if request.param == "http" else built.as_uri())


@pytest.fixture(scope="session")
def axe() -> str:
    """axe-core, as the package that brings it for tests has it."""
    return files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")


Visit = Callable[..., BrowserContext]


@pytest.fixture
def visit(chromium: Browser, site: Site) -> Iterator[Visit]:
    """`visit(PHONE)`: a fresh browser. What goes wrong in it, or is asked of anybody but the site, fails the test."""
    wrong: list[str] = []
    opened: list[BrowserContext] = []

    def fresh(size: tuple[int, int] = DESK, **more: Any) -> BrowserContext:
        options: dict[str, Any] = {"service_workers": "block", "reduced_motion": "reduce", "color_scheme": "light"}
        context = chromium.new_context(viewport={"width": size[0], "height": size[1]}, **options | more)
        context.set_default_timeout(30_000)
        context.on("weberror", lambda error: wrong.append(str(error.error)))
        context.on(
            "console", lambda said: wrong.append(f"{said.text} {said.location}") if said.type == "error" else None
        )
        context.on("request", lambda asked: None if _own(asked.url, site) else wrong.append(asked.url))
        context.on(
            "requestfailed",
            lambda asked: wrong.append(f"{asked.url} {asked.failure}") if not _left(asked.failure) else None,
        )
        opened.append(context)
        return context

    yield fresh
    for context in opened:
        context.close()
    assert wrong == []


@pytest.fixture
def desk(visit: Visit) -> Page:
    """A tab on a wide screen."""
    return visit(DESK).new_page()


@pytest.fixture
def phone(visit: Visit) -> Page:
    """A tab on a phone that is held in one hand."""
    return visit(PHONE, has_touch=True, is_mobile=True).new_page()


def _own(url: str, site: Site) -> bool:
    return url.startswith((site.address, "data:", "blob:"))


def _left(failure: str | None) -> bool:
    """Whether it was given up because the reader went on to another page."""
    return failure == "net::ERR_ABORTED"


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None: ...

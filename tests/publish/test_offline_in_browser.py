"""After one visit a phone shows the whole handbook without a network, and takes over a new edition on the next load."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from .conftest import cjm, edit

pytestmark = pytest.mark.browser
SITE = "site_build/out/site"


@pytest.fixture
def phone(chromium: Browser) -> Iterator[BrowserContext]:
    context = chromium.new_context(viewport={"width": 390, "height": 844})
    yield context
    context.close()


# What lacks is fetched while the page is idle: no sooner than this is the visit over.
KEPT = """async (all) => {
  const kept = async (name) => (await (await caches.open(name)).keys()).length;
  for (let times = 0; times < 300; times += 1) {
    const names = await caches.keys();
    if (names.length === 1 && await kept(names[0]) === all) return true;
    await new Promise(go => setTimeout(go, 50));
  }
  return false;
}"""


def all_kept(page: Page, site: Path) -> None:
    worker = (site / "sw.js").read_text(encoding="utf-8")
    assert page.evaluate(KEPT, worker.partition("]);")[0].count('["'))


def test_one_visit_is_enough(built_once: Path, phone: BrowserContext, web: Callable[[Path], str]) -> None:
    address = web(built_once / SITE)
    page = phone.new_page()
    page.goto(f"{address}/index.html")
    all_kept(page, built_once / SITE)
    phone.set_offline(True)
    for path, words in (
        ("sections/placement.html", "лист ожидания"),  # never opened before
        ("says.html", "Надо мной смеялись"),
        ("", "Новая заявка"),
        ("sections/first-lesson", "Первый урок"),  # as some hosts write it
        ("no/such/page", "404"),
    ):
        answer = page.goto(f"{address}/{path}")
        assert answer and answer.from_service_worker
        assert words in page.content() or words == "404"
    assert page.evaluate("document.fonts.ready.then(() => [...document.fonts].some(font => font.status === 'loaded'))")


def test_a_new_edition_takes_over_on_the_next_load(
    built: Path, phone: BrowserContext, web: Callable[[Path], str]
) -> None:
    address = web(built / SITE)
    page = phone.new_page()
    asked: list[str] = []
    page.goto(f"{address}/journeys/trial.html")
    all_kept(page, built / SITE)
    edit(built / "touchpoints/trial.yml", "Разговор о цели", "Разговор о мечте")
    assert cjm("build", root=built).returncode == 0
    phone.on("request", lambda request: asked.append(request.url) if request.service_worker else None)
    page.goto(f"{address}/journeys/trial.html")
    assert "Разговор о цели" in page.content(), "what is on the device is shown at once"
    page.wait_for_selector(".fresh")
    all_kept(page, built / SITE)  # whether the button is pressed or not
    page.click(".fresh button")
    page.wait_for_function("document.body.textContent.includes('Разговор о мечте')")
    phone.set_offline(True)
    page.goto(f"{address}/journeys/trial.html")
    assert "Разговор о мечте" in page.content()


def test_from_a_folder_nothing_is_asked_for(built_once: Path, phone: BrowserContext) -> None:
    page = phone.new_page()
    asked: list[str] = []
    faults: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto((built_once / SITE / "sections/placement.html").as_uri())
    assert "лист ожидания" in page.content()
    assert all(url.startswith(("file://", "data:", "blob:")) for url in asked)
    assert faults == []

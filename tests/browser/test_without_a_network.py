"""After one visit over http the whole reference handbook is on the phone: pages, search, words to copy."""

import pytest
from playwright.sync_api import expect

from .conftest import KINDS, PHONE, Site, Visit

pytestmark = pytest.mark.browser
KEPT = """async () => {
  const ready = await navigator.serviceWorker.ready;
  while (!ready.active || ready.active.state !== "activated") await new Promise(go => setTimeout(go, 50));
}"""
ALL_KEPT = """async () => {
  const wanted = (await (await fetch("sw.js")).text()).match(/^\\["/gm).length;
  const kept = async () => (await Promise.all((await caches.keys()).map(async one => (await (await caches.open(one)).keys()).length)))
    .reduce((sum, one) => sum + one, 0);
  while (await kept() < wanted) await new Promise(go => setTimeout(go, 100));
}"""


@pytest.mark.parametrize("site", ["http"], indirect=True)
def test_one_visit_is_enough(visit: Visit, site: Site) -> None:
    phone = visit(PHONE, service_workers="allow")
    page = phone.new_page()
    page.set_default_timeout(60_000)
    page.goto(site.url("index.html"))
    page.evaluate(KEPT)
    page.evaluate(ALL_KEPT)
    phone.set_offline(True)
    for kind, path in KINDS.items():
        answer = page.goto(site.url(path))
        assert answer and answer.from_service_worker, kind
        expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.goto(site.url("sections/escalation.html"))
    page.keyboard.press("/")
    page.get_by_role("combobox").fill("не пришли на занятие")
    expect(page.get_by_role("option").first).to_contain_text("Клиент не пришёл")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Клиент не пришёл")
    assert page.evaluate("document.fonts.ready.then(() => [...document.fonts].some(one => one.status === 'loaded'))")


@pytest.mark.parametrize("site", ["http"], indirect=True)
def test_the_page_for_danger_is_kept_before_all_else(visit: Visit, site: Site) -> None:
    phone = visit(PHONE, service_workers="allow")
    page = phone.new_page()
    asked: list[str] = []
    phone.on("request", lambda one: asked.append(one.url.partition("?")[0]) if one.service_worker else None)
    page.goto(site.url("index.html"))
    page.evaluate(KEPT)
    page.evaluate(ALL_KEPT)
    pages = [url for url in asked if url.endswith(".html")]
    assert pages[0] == site.url("sections/emergency.html")

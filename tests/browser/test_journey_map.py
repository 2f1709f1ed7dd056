"""A journey's map: larger and smaller, moved by hand, the ways of one touchpoint lit, all of it by keyboard as well."""

import re

import pytest
from playwright.sync_api import Page, expect

from .conftest import NARROW, Site, Visit

pytestmark = pytest.mark.browser
JOURNEY = "journeys/first-visit.html"


def width(page: Page) -> float:
    return float(page.evaluate("document.querySelector('.map-view svg').getBoundingClientRect().width"))


def moved(page: Page) -> tuple[float, float]:
    x, y = page.evaluate("(view => [view.scrollLeft, view.scrollTop])(document.querySelector('.map-view'))")
    return x, y


def test_buttons_and_keys_make_it_larger_and_whole_again(desk: Page, site: Site) -> None:
    desk.goto(site.url(JOURNEY))
    whole = width(desk)
    desk.get_by_role("button", name="Крупнее").click()
    assert width(desk) == pytest.approx(1.4 * whole, rel=0.01)
    desk.get_by_role("button", name="Мельче").click()
    assert width(desk) == pytest.approx(whole, rel=0.01)
    desk.locator(".map-view").focus()
    desk.keyboard.press("+")
    assert width(desk) > whole
    desk.keyboard.press("0")
    assert width(desk) == pytest.approx(whole, rel=0.01)


def test_a_mouse_drags_it_and_a_drag_opens_nothing(desk: Page, site: Site) -> None:
    desk.goto(site.url(JOURNEY))
    for _ in range(3):
        desk.get_by_role("button", name="Крупнее").click()
    before = moved(desk)
    card = desk.locator("[data-touchpoint]:visible").nth(12)
    card.scroll_into_view_if_needed()
    before = moved(desk)
    box = card.bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    desk.mouse.move(x, y)
    desk.mouse.down()
    desk.mouse.move(x - 60, y - 20, steps=4)
    desk.mouse.up()
    assert moved(desk)[0] == pytest.approx(before[0] + 60, abs=2)
    assert desk.url == site.url(JOURNEY)


def test_on_a_narrow_phone_its_letters_can_be_read_and_the_page_stays(visit: Visit, site: Site) -> None:
    page = visit(NARROW, has_touch=True, is_mobile=True).new_page()
    page.goto(site.url(JOURNEY))
    smallest = page.evaluate("""() => {
      const svg = document.querySelector('.map-view svg');
      const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
      return Math.min(...[...svg.querySelectorAll('text')].map(one => parseFloat(getComputedStyle(one).fontSize))) * scale;
    }""")
    assert smallest >= 8
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW[0]
    assert width(page) > NARROW[0]


def test_pointing_at_a_touchpoint_lights_its_ways(desk: Page, site: Site) -> None:
    desk.goto(site.url(JOURNEY))
    desk.locator("[data-touchpoint='first-call']").hover()
    lit = desk.locator(".map-view [data-from]:not(.faded)")
    ends = lit.evaluate_all("all => all.map(one => [one.dataset.from, one.dataset.to])")
    assert ends and all("first-call" in pair for pair in ends)
    expect(desk.locator("[data-touchpoint='first-call']")).not_to_have_class(re.compile("faded"))
    assert desk.locator("[data-touchpoint].faded").count() > 20
    desk.locator("h1").hover()
    expect(desk.locator(".map-view .faded")).to_have_count(0)


def test_a_keyboard_walks_from_card_to_card_and_opens_the_standard(desk: Page, site: Site) -> None:
    desk.goto(site.url(JOURNEY))
    desk.locator(".map-view").focus()
    desk.keyboard.press("Tab")
    first = desk.locator("[data-touchpoint]").first
    expect(first).to_be_focused()
    assert desk.locator("[data-touchpoint].faded").count() > 20
    assert first.get_attribute("aria-label") or first.locator("title").count()
    desk.keyboard.press("Enter")
    desk.wait_for_url(re.compile(r"/sections/requests\.html"))


def test_a_tap_lights_the_ways_and_a_second_one_opens(phone: Page, site: Site) -> None:
    phone.goto(site.url(JOURNEY))
    card = phone.locator("[data-touchpoint='site-request']")
    card.tap()
    assert phone.url == site.url(JOURNEY)
    assert phone.locator("[data-touchpoint].faded").count() > 20
    card.tap()
    phone.wait_for_url(re.compile(r"/sections/requests\.html"))


def test_all_journeys_at_one_glance_lead_to_each(desk: Page, site: Site) -> None:
    desk.goto(site.url("map.html"))
    spots = desk.locator(".map-view a[href*='journeys/']")
    assert spots.count() > 100
    spots.first.focus()
    desk.keyboard.press("Enter")
    desk.wait_for_url(re.compile(r"/journeys/[a-z-]+\.html"))


def test_its_story_is_told_in_words(desk: Page, site: Site) -> None:
    desk.goto(site.url(JOURNEY))
    told = desk.locator(".map-view svg > desc").first.text_content() or ""
    assert "Первый звонок в клуб" in told and len(told) > 500


def test_a_link_to_a_late_touchpoint_shows_it(phone: Page, site: Site) -> None:
    """What is not laid out yet still has its place."""
    phone.goto(site.url(JOURNEY))
    last = phone.locator(".stage-list > li").last.get_attribute("id")
    phone.goto(site.url("index.html"))
    phone.goto(site.url(f"{JOURNEY}#{last}"))
    expect(phone.locator(f"[id='{last}']")).to_be_in_viewport()

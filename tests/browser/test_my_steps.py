"""A section whose steps several people do, as one of them reads it on her phone."""

import pytest
from playwright.sync_api import Page, expect

from .conftest import Site

pytestmark = pytest.mark.browser


def test_she_reads_her_own_steps_here_and_in_the_next_section(phone: Page, site: Site) -> None:
    phone.goto(site.url("sections/handover.html"))
    whose = phone.get_by_role("group", name="Чьи шаги показать")
    cards, heads = phone.locator(".card.step"), phone.locator(".step-head")
    expect(whose.get_by_role("button", name="Все шаги")).to_have_attribute("aria-pressed", "true")
    assert all(card.is_visible() for card in cards.all())

    whose.get_by_role("button", name="Администратор").tap()
    expect(whose.get_by_role("status")).to_have_text("Показаны шаги: 3 из 8. Чужие — первой строкой")
    expect(phone.locator(".card.step:not([hidden])")).to_have_count(3)
    assert all(head.is_visible() for head in heads.all())  # what comes before and after stays in sight
    assert phone.locator(".card.step[hidden]").first.bounding_box()["height"] < 3  # type: ignore[index]

    phone.goto(site.url("sections/quality.html"))
    expect(phone.locator(".card.step:not([hidden])")).to_have_count(1)
    phone.goto(site.url("sections/no-show.html"))  # where she does one step of seven
    phone.get_by_role("button", name="Все шаги").tap()
    expect(phone.locator(".card.step[hidden]")).to_have_count(0)


def test_a_link_to_the_step_of_another_shows_it(phone: Page, site: Site) -> None:
    phone.goto(site.url("sections/handover.html"))
    phone.get_by_role("group", name="Чьи шаги показать").get_by_role("button", name="Администратор").tap()
    hidden = phone.locator(".step-head:has(+ [hidden])").last
    address = hidden.get_attribute("id")
    phone.goto(site.url("sections/changing-room.html"))
    phone.goto(site.url(f"sections/handover.html#{address}"))
    expect(phone.locator(f"[id='{address}'] + .card.step")).to_be_visible()
    expect(phone.locator(f"[id='{address}']")).to_be_in_viewport()


def test_in_danger_and_where_one_does_all_nothing_is_asked(phone: Page, site: Site) -> None:
    for page in ("emergency", "incoming-call"):
        phone.goto(site.url(f"sections/{page}.html"))
        expect(phone.locator("[data-mine]")).to_have_count(0)

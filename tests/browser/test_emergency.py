"""Somebody is in danger: from any page two taps to the number and to what is to be done, without a network, on paper too."""

import io
import re

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from .conftest import DESK, Site, Visit

pytestmark = pytest.mark.browser


def test_the_first_tile_leads_to_the_number_and_to_the_case(phone: Page, site: Site) -> None:
    phone.goto(site.url("index.html"))
    phone.locator(".now a").first.tap()
    ring = phone.get_by_role("link", name="Позвонить 112: скорая, пожарные, полиция").first
    expect(ring).to_be_in_viewport()
    assert ring.get_attribute("href") == "tel:112"
    box = ring.bounding_box()
    assert box and box["height"] >= 90 and box["y"] < 200
    assert phone.locator(".tiles a").first.bounding_box()["height"] >= 70  # type: ignore[index]
    tile = phone.get_by_role("navigation", name="Что случилось?").get_by_role("link", name="Пожар или дым")
    tile.tap()
    expect(phone.get_by_role("heading", name="Пожар или дым")).to_be_in_viewport()
    expect(phone.locator(".danger-thumb").get_by_role("link", name="Позвонить 112")).to_be_in_viewport()


def test_every_number_in_the_text_can_be_rung_where_it_stands(phone: Page, site: Site) -> None:
    phone.goto(site.url("sections/emergency.html"))
    told = phone.locator(".case").all_inner_texts()
    numbers = sum(len(re.findall(r"\b(?:112|10[123])\b", text.partition("Скажите")[0])) for text in told)
    assert 0 < numbers <= phone.locator(".case a.ring[href^='tel:']").count()


def test_each_case_is_open_without_a_tap(phone: Page, site: Site) -> None:
    phone.goto(site.url("sections/emergency.html"))
    assert phone.locator(".case").count() > 12
    assert all(case.is_visible() for case in phone.locator(".case").all())
    assert phone.locator("details").count() == 0


@pytest.mark.parametrize("site", ["http"], indirect=True)
def test_it_prints_on_both_sides_of_one_sheet(visit: Visit, site: Site) -> None:
    page = visit(DESK, color_scheme="dark").new_page()
    page.goto(site.url("sections/emergency.html"))
    sheets = [sheet.extract_text() for sheet in PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages]
    assert len(sheets) <= 2, sheets[2:]
    assert "112" in sheets[0] and "не дышит" in sheets[0].lower()


def test_a_word_of_danger_brings_its_card_before_anything_is_opened(phone: Page, site: Site) -> None:
    phone.goto(site.url("sections/escalation.html"))
    phone.locator("[data-cjm-search]").tap()
    phone.get_by_role("combobox").fill("пожар")
    card = phone.get_by_role("option").first
    expect(card).to_contain_text("выводите детей на улицу")
    assert phone.get_by_role("option").nth(1).get_attribute("href") == "tel:112"
    phone.keyboard.press("Enter")
    phone.wait_for_url(re.compile(r"/sections/emergency\.html#step-fire$"))

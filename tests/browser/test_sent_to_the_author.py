"""What did not work and what was searched in vain reaches the author without a mail program; questions come back."""

import pytest
from playwright.sync_api import Page, expect

from .conftest import Site

pytestmark = pytest.mark.browser


def test_what_did_not_work_names_section_step_and_edition(phone: Page, site: Site) -> None:
    phone.goto(site.url("sections/no-show.html"))
    phone.locator("[data-report]").tap()
    panel = phone.get_by_role("dialog", name="Не сработало")
    panel.get_by_role("combobox", name="Где").select_option(index=2)
    text = panel.get_by_role("textbox").input_value()
    assert "Клиент не пришёл" in text and "Где: Шаг 2: " in text and "Редакция 2026-11-22" in text
    assert "sections/no-show.html" in text
    panel.get_by_role("button", name="Скопировать").tap()
    expect(panel.get_by_role("status")).to_have_text("Скопировано")
    phone.keyboard.press("Escape")
    expect(panel).to_have_count(0)


def test_what_was_searched_in_vain_is_kept_and_can_be_sent(phone: Page, site: Site) -> None:
    phone.goto(site.url("index.html"))
    for query in ("дирижабль", "дирижабль", "справка"):
        phone.locator(".cjm-header__search").tap()
        phone.get_by_role("combobox").fill(query)
        expect(phone.locator(".cjm-search__status")).not_to_have_text("Открываем…")
        phone.keyboard.press("Escape")
        expect(phone.get_by_role("combobox")).to_be_hidden()
    phone.locator(".cjm-header__search").tap()
    phone.get_by_role("combobox").fill("")
    phone.get_by_role("button", name="Искали и не нашли: 2. Отправить").tap()
    text = phone.get_by_role("textbox", name="Искали и не нашли").input_value()
    assert "«дирижабль» × 2: Ничего не нашлось" in text and "«справка»: ничего не открыли" in text


def test_what_led_somewhere_is_offered_again_and_marked_there(phone: Page, site: Site) -> None:
    phone.goto(site.url("index.html"))
    phone.locator(".ask").tap()
    phone.get_by_role("combobox").fill("справку забыли")
    phone.get_by_role("option").nth(1).tap()
    phone.wait_for_url("**/sections/preparation.html#step-no-paper")
    assert phone.evaluate("CSS.highlights.get('cjm-found').size") > 3
    phone.locator(".cjm-header__search").tap()
    phone.get_by_role("combobox").fill("")
    expect(phone.get_by_role("button", name="«справку забыли»")).to_be_visible()

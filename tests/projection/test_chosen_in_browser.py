"""A reader chooses his branch once: what is for others goes, his numbers stand, words for a client are asked for."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from cjm.load import load
from cjm.publish.build import Published, publish
from cjm.search import search_index

from .test_project import FILES, HEAD

pytestmark = [pytest.mark.browser, pytest.mark.slow]

OPENING = """section: opening
title: Открытие
steps:
  - id: light
    do: "Включите свет {{ branch.where }} к {{ opens }}."
    how: Ключи висят у входа.
    check: true
    write: "Ждём вас {{ branch.where }} с {{ opens }}."
    say: "Здравствуйте! Мы открыты с {{ opens }}."
  - {id: lamp, do: Принесите лампу., for: {branch: south}}
  - {id: door, do: Откройте дверь., script: hello}
scripts:
  - id: hello
    title: Приветствие
    variants:
      - {channel: desk, for: {state: new}, text: Добро пожаловать!}
      - {channel: desk, for: {state: old}, text: С возвращением!}
"""
FIRE = """section: fire
title: Пожар
kind: emergency
steps:
  - {id: south, do: Выводите через бассейн., for: {branch: south}}
  - {id: all, do: "Соберите всех {{ branch.where }}."}
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    head = HEAD.replace("sections: [keys, opening]", "sections: [keys, opening, fire]")
    texts = {
        **FILES,
        "guideline/handbook.yml": head,
        "guideline/sections/opening.yml": OPENING,
        "guideline/sections/fire.yml": FIRE,
    }
    handbook = load({path: text.encode() for path, text in texts.items()})
    *_, made = publish(
        handbook, tmp_path_factory.mktemp("two"), lambda: search_index(handbook), today=dt.date(2026, 11, 27)
    )
    assert isinstance(made, Published)
    return made.site


@pytest.fixture
def page(site: Path, chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.add_init_script("window.copied = []; Object.defineProperty(navigator, 'clipboard', {value: undefined});")
    page.add_init_script("document.execCommand = () => { copied.push(document.activeElement.value); return true; };")
    page.set_default_timeout(30_000)
    page.goto((site / "sections/opening.html").as_uri())
    yield page
    context.close()


def shown(page: Page) -> str:
    return page.inner_text(".md-content__inner").replace("\u00a0", " ")


def test_without_a_choice_all_stand_there_and_say_for_whom(page: Page) -> None:
    text = shown(page)
    assert "8:00 (Север) / 9:00 (Юг)" in text and "Принесите лампу" in text and "Только\nЮг" in text
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_choice_is_made_once_and_remembered(page: Page, site: Path) -> None:
    bar = page.locator(".chosen-bar label")
    assert bar.evaluate("one => [...one.childNodes].map((node) => node.nodeValue)") == ["Филиал: ", None]
    assert page.locator(".chosen-bar option").all_inner_texts() == ["все", "Север", "Юг"]
    page.select_option(".chosen-bar select", "north")
    assert "Включите свет на Севере к 8:00" in shown(page) and "Принесите лампу" not in shown(page)
    page.reload()
    assert "Принесите лампу" not in shown(page) and page.input_value(".chosen-bar select") == "north"
    page.select_option(".chosen-bar select", "")
    assert "8:00 (Север) / 9:00 (Юг)" in shown(page) and "Принесите лампу" in shown(page)


def test_an_address_chooses(page: Page, site: Path) -> None:
    page.goto((site / "sections/opening.html").as_uri() + "?for=branch:south#step-lamp")
    assert "Включите свет на Юге к 9:00" in shown(page) and "Принесите лампу" in shown(page)


def test_a_page_for_an_emergency_hides_nothing(page: Page, site: Path) -> None:
    page.goto((site / "sections/fire.html").as_uri() + "?for=branch:north")
    assert "Выводите через бассейн" in shown(page) and "на Севере / на Юге" in shown(page)


def test_words_are_not_copied_before_it_is_said_whom_they_are_for(page: Page) -> None:
    speech = page.locator("[data-speech]").first
    speech.locator("[data-copy]").click()
    assert page.evaluate("copied") == [] and "Для кого эти слова?" in speech.inner_text()
    speech.get_by_role("button", name="Юг").click()
    page.wait_for_function("copied.length === 1")
    assert page.evaluate("copied") == ["Здравствуйте! Мы открыты с 9:00."]
    page.select_option(".chosen-bar select", "north")
    speech.locator("[data-copy]").click()
    page.wait_for_function("copied.length === 2")
    assert page.evaluate("copied[1]") == "Здравствуйте! Мы открыты с 8:00."


def test_what_is_ticked_is_remembered_until_a_new_check_begins(page: Page) -> None:
    assert page.locator("[data-ticked]").is_hidden()
    page.get_by_label("Проверено").check()
    assert "Проверено 1 из 1" in page.inner_text("[data-ticked]")
    page.reload()
    assert page.get_by_label("Проверено").is_checked()
    page.get_by_role("button", name="Проверить заново").click()
    assert not page.get_by_label("Проверено").is_checked() and page.locator("[data-ticked]").is_hidden()
    page.reload()
    assert not page.get_by_label("Проверено").is_checked()


def test_words_that_differ_twice_by_the_branch_are_asked_for_once(page: Page) -> None:
    speech = page.locator("[data-speech]", has_text="Ждём вас")
    speech.locator("[data-copy]").click()
    page.locator(".for-whom").get_by_role("button", name="Юг").click()
    page.wait_for_function("copied.length === 1")
    assert page.evaluate("copied") == ["Ждём вас на Юге с 9:00."]
    assert page.locator(".for-whom").count() == 0


def test_of_words_for_several_clients_one_is_asked_for(page: Page) -> None:
    page.locator(".variant.shown [data-copy], .variant:not(.gone) [data-copy]").first.click()
    assert page.evaluate("copied") == []
    page.locator(".for-whom").get_by_role("button", name="давний").click()
    page.wait_for_function("copied.length === 1")
    assert page.evaluate("copied") == ["С возвращением!"]


def test_the_search_brings_what_holds_for_the_reader_first_and_the_rest_with_its_name(page: Page, site: Path) -> None:
    def found(choice: str) -> list[str]:
        page.goto((site / "sections/opening.html").as_uri() + choice)
        page.click("[data-cjm-search]")
        page.fill("#cjm-search-input, dialog input", "ключи")
        page.wait_for_selector(".cjm-search__title")
        return page.locator(".cjm-search__title").all_inner_texts()

    assert "(Юг)" in found("?for=branch:south")[0]
    north = found("?for=branch:north")
    assert len(north) > 1 and "(Юг)" in north[-1] and "(Юг)" not in north[0]

"""The dialog in a real browser, over http and from the disk, on a page that has nothing but its script tags."""

import functools
import http.server
import json
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from cjm.language.says import Language
from cjm.pages.strings import script_strings
from cjm.resources import shipped
from cjm.search import search_index

from .conftest import handbook_of

pytestmark = pytest.mark.browser

PAGE = """<!doctype html><html lang="{language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{title}</title><link rel="stylesheet" href="{root}assets/search/search.css"><body>
<button data-cjm-search>Search</button><input id="field"><h1>{title}</h1><div style="height:3000px"></div>
<h2 id="step-rule">Назовите правило</h2><h2 id="says-why-charged">За что списали?</h2><div style="height:3000px"></div>
<script>window.cjm = {{base: "{root}", words: {words}}}</script><script src="{root}assets/js/page.js"></script>
<script src="{root}assets/search/dialog.js"></script></body></html>
"""
SECTIONS: dict[str, dict[str, object]] = {
    "reschedule": {
        "title": "Отмена и перенос клиентом",
        "steps": [{"id": "rule", "do": "Назовите правило. Занятие спишется, раз в месяц переносим."}],
        "conflicts": [{"id": "why-charged", "says": "За что вы <b>списали</b> занятие?", "answer": "Вернём."}],
        "look_for": ["сгорело занятие"],
    },
    "no-show": {"title": "Клиент не пришёл", "steps": [{"do": "Позвоните в течение часа."}]},
    "shower": {"title": "Раздевалка и душевая", "steps": [{"do": "Дайте ключ от семейной душевой."}]},
}


def written(language: Language, title: str, root: str) -> str:
    """A page as the theme makes it, as far as the search goes."""
    return PAGE.format(language=language, title=title, root=root, words=json.dumps(script_strings(language)))


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("сайт с пробелом")
    assets = root / "assets" / "search"
    for part in ("search", "js"):
        shutil.copytree(shipped() / "site_build" / "assets" / part, root / "assets" / part)
    index = search_index(handbook_of(SECTIONS, [["сгорело", "списали"]]))
    (assets / "search-data.js").write_text(index, encoding="utf-8")
    (root / "sections").mkdir()
    (root / "index.html").write_text(written("ru", "Дом", ""), encoding="utf-8")
    (root / "en.html").write_text(written("en", "Home", ""), encoding="utf-8")
    for name in SECTIONS:
        page = written("ru", name, "../")
        (root / "sections" / f"{name}.html").write_text(page, encoding="utf-8")
    return root


@pytest.fixture(params=["http", "file"])
def site(request: pytest.FixtureRequest, folder: Path) -> Iterator[str]:
    if request.param == "file":
        yield folder.as_uri()
        return
    handler = functools.partial(_Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


@pytest.fixture
def page(chromium: Browser, site: str) -> Iterator[Page]:
    """The home page. Whatever goes wrong in it, or is asked of another host, fails the test."""
    wrong: list[str] = []
    context = chromium.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on(
        "console",
        lambda message: (
            wrong.append(message.text) if message.type == "error" and "favicon" not in str(message.location) else None
        ),
    )
    page.on("request", lambda request: None if request.url.startswith(site) else wrong.append(request.url))
    page.goto(f"{site}/index.html")
    yield page
    context.close()
    assert wrong == []


def test_a_reader_finds_the_step_by_keyboard_alone(page: Page, site: str) -> None:
    page.keyboard.press("/")
    field = page.get_by_role("combobox")
    expect(field).to_be_focused()
    field.press_sequentially("сгарело занятие")
    options = page.get_by_role("option")
    expect(options.first).to_have_text("1Отмена и перенос клиентом")
    expect(options.first).to_have_attribute("aria-selected", "true")
    expect(page.get_by_role("status")).to_have_text("1 раздел · поняли как «сгорело»")
    page.keyboard.press("ArrowDown")
    chosen = options.nth(1)
    expect(field).to_have_attribute("aria-activedescendant", chosen.get_attribute("id") or "none")
    expect(chosen).to_have_text("Клиент говорит«За что вы <b>списали</b> занятие?»«Вернём.»")
    assert chosen.locator("mark").all_inner_texts() == ["списали", "занятие"]
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site}/sections/reschedule.html#says-why-charged")
    expect(page.locator("#says-why-charged")).to_be_in_viewport()


def test_from_a_page_in_a_folder_it_finds_the_same(page: Page, site: str) -> None:
    page.goto(f"{site}/sections/shower.html")
    page.get_by_role("button", name="Search").click()
    page.get_by_role("combobox").fill("yt ghbikb")
    expect(page.get_by_role("status")).to_have_text("1 раздел · поняли как «не», «пришли»")
    page.get_by_role("option").first.click()
    page.wait_for_url(f"{site}/sections/no-show.html")


def test_it_closes_and_gives_the_focus_back(page: Page) -> None:
    button = page.get_by_role("button", name="Search")
    button.click()
    page.keyboard.type("душ")
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(button).to_be_focused()
    button.click()
    expect(page.get_by_role("combobox")).to_have_value("душ")


OPENS: dict[str, Callable[[Page], None]] = {
    "Ctrl-K": lambda page: page.keyboard.press("Control+k"),
    "Ctrl-K under the Russian layout": lambda page: press(page, "л", "KeyK", ctrl=True),
    "the slash key under the Russian layout": lambda page: press(page, ".", "Slash"),
}


def press(page: Page, key: str, code: str, ctrl: bool = False) -> None:
    given = {"key": key, "code": code, "ctrlKey": ctrl, "bubbles": True, "cancelable": True}
    page.evaluate("given => document.body.dispatchEvent(new KeyboardEvent('keydown', given))", given)


@pytest.mark.parametrize("opens", OPENS.values(), ids=OPENS)
def test_keys_that_open_it(opens: Callable[[Page], None], page: Page) -> None:
    opens(page)
    expect(page.get_by_role("combobox")).to_be_focused()


def test_a_slash_typed_into_a_field_stays_there(page: Page) -> None:
    page.locator("#field").press_sequentially("9/11")
    expect(page.locator("#field")).to_have_value("9/11")
    expect(page.get_by_role("dialog")).to_be_hidden()


def test_when_nothing_fits_it_says_what_to_try(page: Page, site: str) -> None:
    page.keyboard.press("/")
    page.get_by_role("combobox").fill("дирижабль")
    expect(page.get_by_role("status")).to_have_text("Ничего не нашлось · в гайдлайне нет слова «дирижабль»")
    here = page.url
    page.keyboard.press("Enter")  # the situations shown instead are no answer
    assert page.url == here and page.get_by_role("dialog").is_visible()
    expect(page.get_by_text("Напишите одно-два слова")).to_be_visible()
    expect(page.get_by_role("option")).to_have_count(1)
    page.get_by_role("option").click()
    page.wait_for_url(f"{site}/sections/reschedule.html")


def test_a_long_question_can_be_asked_with_less(page: Page) -> None:
    page.keyboard.press("/")
    page.get_by_role("combobox").fill("дайте ключ перенос")
    page.get_by_role("button", name="«ключ»").click()
    expect(page.get_by_role("combobox")).to_have_value("ключ")
    expect(page.get_by_role("option").first).to_have_text("3Раздевалка и душевая")


def test_an_english_page_speaks_english(page: Page, site: str) -> None:
    page.goto(f"{site}/en.html")
    page.keyboard.press("/")
    page.get_by_role("combobox").fill("nothing")
    expect(page.get_by_role("status")).to_have_text("Nothing found · the handbook does not know “nothing”")


def test_the_dialog_says_when_it_could_not_open(page: Page, site: str) -> None:
    page.route("**/search-data.js", lambda route: route.fulfill(status=200, content_type="text/javascript", body=""))
    page.reload()  # a pointer that happens to lie on the button has loaded it before the way was closed
    page.keyboard.press("/")
    if site.startswith("http"):
        expect(page.get_by_role("status")).to_have_text("Поиск не открылся. Обновите страницу.")


def test_nothing_is_loaded_before_it_is_asked_for(page: Page) -> None:
    assert page.evaluate("document.scripts.length") == 3
    page.keyboard.press("/")
    expect(page.get_by_role("option").first).to_be_visible()
    assert page.evaluate("document.scripts.length") == 9


def test_back_closes_it_and_stays_on_the_page(page: Page) -> None:
    page.get_by_role("button", name="Search").click()
    page.get_by_role("combobox").fill("душ")
    expect(page.get_by_role("option").first).to_be_visible()
    here = page.url.partition("?")[0]
    page.go_back()
    expect(page.get_by_role("dialog")).to_be_hidden()
    assert page.url == here


CLOSES: dict[str, Callable[[Page], None]] = {
    "Esc": lambda page: page.keyboard.press("Escape"),
    "the arrow": lambda page: page.get_by_role("button", name="Закрыть поиск").click(),
    "a tap beside it": lambda page: page.mouse.click(5, 700),
}


@pytest.mark.parametrize("closes", CLOSES.values(), ids=CLOSES)
def test_closing_it_leaves_no_step_behind(closes: Callable[[Page], None], page: Page, site: str) -> None:
    page.set_viewport_size({"width": 1200, "height": 900})
    page.goto(f"{site}/sections/shower.html")
    for _ in range(2):
        page.get_by_role("button", name="Search").click()
        page.get_by_role("combobox").fill("душ")
        expect(page.get_by_role("option").first).to_be_visible()
        closes(page)
        expect(page.get_by_role("dialog")).to_be_hidden()
        page.wait_for_url(f"{site}/sections/shower.html")
    page.go_back()
    page.wait_for_url(f"{site}/index.html")


def test_back_from_a_result_brings_the_query_again(page: Page, site: str) -> None:
    page.keyboard.press("/")
    page.get_by_role("combobox").fill("ключ")
    page.get_by_role("option").first.click()
    page.wait_for_url(f"{site}/sections/shower.html*")
    page.go_back()
    expect(page.get_by_role("combobox")).to_have_value("ключ")
    expect(page.get_by_role("option").first).to_have_text("3Раздевалка и душевая")
    page.go_back()
    expect(page.get_by_role("dialog")).to_be_hidden()


def test_a_result_on_this_very_page_is_jumped_to(page: Page, site: str) -> None:
    page.goto(f"{site}/sections/reschedule.html")
    page.evaluate("window.same = true")
    page.keyboard.press("/")
    page.get_by_role("combobox").fill("списали занятие")
    page.get_by_role("option").nth(1).click()
    page.wait_for_url(f"{site}/sections/reschedule.html#says-why-charged")
    expect(page.locator("#says-why-charged")).to_be_in_viewport()
    expect(page.get_by_role("dialog")).to_be_hidden()
    assert page.evaluate("window.same")
    page.go_back()
    expect(page.get_by_role("combobox")).to_have_value("списали занятие")


def test_an_address_with_a_query_opens_it(page: Page, site: str) -> None:
    page.goto(f"{site}/sections/shower.html?q=не пришли")
    expect(page.get_by_role("option").first).to_contain_text("Клиент не пришёл")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    assert page.url == f"{site}/sections/shower.html"


def test_enter_before_the_index_is_there_opens_the_first_answer(page: Page, site: str) -> None:
    page.route("**/search-data.js", lambda route: (time.sleep(0.7), route.continue_()))  # type: ignore[func-returns-value]
    page.keyboard.press("/")
    page.get_by_role("combobox").press_sequentially("ключ")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site}/sections/shower.html*")


def test_what_is_typed_while_it_loads_appears_at_once(page: Page, site: str) -> None:
    page.route("**/engine.js", lambda route: (time.sleep(0.7), route.continue_()))  # type: ignore[func-returns-value]
    page.keyboard.press("/")
    field = page.get_by_role("combobox")
    field.press_sequentially("ключ")
    expect(field).to_have_value("ключ")
    expect(page.get_by_role("option").first).to_contain_text("Раздевалка и душевая")


def test_whoever_reaches_for_the_button_has_it_ready(page: Page) -> None:
    page.get_by_role("button", name="Search").hover()
    page.wait_for_function("document.scripts.length === 9")

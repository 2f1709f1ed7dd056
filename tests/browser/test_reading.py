"""What an administrator does at the desk: finds, reads, copies, tests herself; from a host and from a folder."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from .conftest import DESK, PHONE, Site, Visit

pytestmark = pytest.mark.browser


def pasted(page: Page) -> str:
    """What lies on the clipboard, as another program would get it."""
    page.evaluate("document.body.append(Object.assign(document.createElement('textarea'), {id: 'paste'}))")
    page.locator("#paste").focus()
    page.keyboard.press("Control+V")
    return page.evaluate("(area => { area.remove(); return area.value })(document.getElementById('paste'))")


def test_she_finds_the_step_in_her_own_words(phone: Page, site: Site) -> None:
    phone.goto(site.url("index.html"))
    phone.locator(".ask").tap()
    phone.get_by_role("combobox").fill("папа с дочкой в душе")
    expect(phone.get_by_role("option").first).to_contain_text("Раздевалка и душевая")
    phone.get_by_role("option").nth(1).tap()  # the place in it
    phone.wait_for_url(re.compile(r"/sections/changing-room\.html#[a-z-]+$"))
    expect(phone.locator(f"[id='{urlsplit(phone.url).fragment}']")).to_be_in_viewport()


def test_from_home_a_situation_is_one_tap_away(phone: Page, site: Site) -> None:
    phone.goto(site.url("index.html"))
    phone.get_by_role("link", name="Не пришли").tap()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Клиент не пришёл")
    expect(phone.locator(".step-head").first).to_be_in_viewport()


def test_copied_words_have_the_names_in_and_tell_which_are_missing(phone: Page, site: Site) -> None:
    phone.goto(site.url("sections/no-show.html"))
    speech = phone.locator(".speech", has=phone.locator(".gap[data-gap='день (когда)']")).first
    name = speech.locator(".gap[data-gap='имя']")
    name.tap()
    phone.get_by_role("textbox", name="имя", exact=True).fill("ольга")
    phone.keyboard.press("Enter")
    expect(name).to_have_text("Ольга")
    for other in phone.locator(".gap[data-gap='имя']").all():
        expect(other).to_have_class(re.compile("filled"))
    speech.get_by_role("button", name="Копировать").tap()
    expect(speech.get_by_role("status")).to_have_text("Скопировано. Впишите: день (когда), время")
    assert pasted(phone).startswith("Ольга, ") and "<день (когда)>" in pasted(phone)

    for gap, value in (("день (когда)", "в субботу"), ("время", "10:30")):
        speech.locator(f".gap[data-gap='{gap}']").first.focus()
        phone.keyboard.press("Enter")
        phone.keyboard.type(value)
        phone.keyboard.press("Enter")
    speech.locator("[data-copy]").tap()
    expect(speech.locator(".copied-note")).to_be_hidden()
    words = pasted(phone)
    assert "<" not in words and "в субботу" in words and "10:30" in words

    phone.reload()
    expect(name).to_have_text("Ольга")


def test_enter_goes_on_to_the_next_name_that_is_missing(phone: Page, site: Site) -> None:
    phone.goto(site.url("sections/no-show.html"))
    speech = phone.locator(".speech", has=phone.locator(".gap[data-gap='день (когда)']")).first
    speech.locator(".gap").first.tap()
    for value in ("ольга", "в субботу", "10:30"):
        phone.keyboard.type(value)
        phone.keyboard.press("Enter")
    expect(speech.locator(".gap.filled")).to_have_count(3)
    expect(speech.locator("input")).to_have_count(0)


def test_on_a_wide_screen_names_are_filled_in_at_the_side(desk: Page, site: Site) -> None:
    desk.goto(site.url("sections/reschedule.html"))
    desk.locator(".fill-box").get_by_label("имя", exact=True).fill("Ирина")
    expect(desk.locator(".gap[data-gap='имя']").first).to_have_text("Ирина")
    desk.get_by_role("button", name="Новый клиент").click()
    expect(desk.locator(".gap[data-gap='имя']").first).to_have_text("Имя")


def test_a_script_shows_one_channel_and_remembers_which(desk: Page, site: Site) -> None:
    desk.goto(site.url("sections/no-show.html"))
    tabs = desk.locator("[data-variants]").first.get_by_role("tab")
    panels = desk.locator("[data-variants]").first.locator(".variant")
    expect(panels.nth(1)).to_be_hidden()
    tabs.first.focus()
    desk.keyboard.press("ArrowRight")
    expect(tabs.nth(1)).to_be_focused()
    expect(tabs.nth(1)).to_have_attribute("aria-selected", "true")
    expect(panels.nth(1)).to_be_visible()
    expect(panels.nth(0)).to_be_hidden()
    tabs.nth(1).click()
    desk.reload()
    expect(panels.nth(1)).to_be_visible()


def test_what_the_client_says_is_filtered_as_one_types(desk: Page, site: Site) -> None:
    desk.goto(site.url("says.html"))
    items = desk.locator("[data-item]")
    everything = items.count()
    field = desk.get_by_role("searchbox", name="Найти на этой странице")
    field.press_sequentially("списание")
    shown = items.locator("visible=true")
    expect(desk.locator(".filter-note")).to_have_text(re.compile(r"^Показано: \d+$"))
    assert 0 < shown.count() < everything
    assert all("спис" in words.lower() for words in shown.all_inner_texts())
    assert all(
        one.locator("xpath=following-sibling::*[1]").is_visible() for one in desk.locator("h2:visible[id^=of-]").all()
    )
    field.fill("дорого")
    expect(shown.first).to_contain_text("Дорого!")
    expect(shown.first.locator(".said")).to_be_visible()
    in_titles = shown.count()
    desk.get_by_role("button", name="где это в тексте").click()
    assert shown.count() > in_titles
    field.fill("дирижабль")
    expect(desk.locator(".filter-note")).to_have_text("Ничего не нашлось. Попробуйте слово короче.")
    assert shown.count() == 0
    field.press("Escape")
    assert shown.count() == everything


def test_a_self_test_by_keyboard_explains_and_keeps_the_result(desk: Page, site: Site) -> None:
    desk.goto(site.url("check.html"))
    card = desk.locator("[data-score]").first
    question = desk.locator("[data-question]").first
    options = question.get_by_role("radio")
    right = next(
        at for at, one in enumerate(question.locator(".option").all()) if one.get_attribute("data-right") is not None
    )
    options.first.focus()
    for _ in range(right):
        desk.keyboard.press("ArrowDown")
    expect(options.nth(right)).to_be_focused()
    expect(card.locator("[data-count]")).to_have_text(re.compile("^0 из "))
    assert question.locator("[data-because]:visible").count() == 0, "an arrow is no answer yet"
    desk.keyboard.press("Space")
    expect(options.nth(right)).to_be_checked()
    reason = question.locator("[data-because]:visible")
    expect(reason).to_contain_text("Верно.")
    assert options.nth(right).get_attribute("aria-describedby") == reason.get_attribute("id")
    expect(card.locator("[data-count]")).to_have_text(re.compile("^1 из "))

    wrong = desk.locator("[data-question]").nth(1)
    wrong.locator(".option:not([data-right])").first.click()
    expect(wrong.locator("[data-because]:visible")).to_contain_text("Не так.")
    wrong.locator(".option[data-right]").click()
    expect(wrong.locator("[data-because]:visible")).to_contain_text("Верно.")
    expect(card.locator("[data-count]")).to_have_text(re.compile("^1 из "))  # the first answer counts

    desk.reload()
    expect(options.nth(right)).to_be_checked()
    expect(card.locator("[data-count]")).to_have_text(re.compile("^1 из "))
    card.get_by_role("button", name="Начать заново").click()
    expect(card.locator("[data-count]")).to_have_text(re.compile("^0 из "))


def test_a_role_sees_how_much_she_has_read(phone: Page, site: Site) -> None:
    phone.goto(site.url("roles/administrator.html"))
    boxes = phone.locator("[data-read]")
    count = phone.locator("[data-reading-score] [data-count]")
    expect(count).to_have_text(f"0 из {boxes.count()}")
    boxes.nth(0).check()
    boxes.nth(2).check()
    expect(count).to_have_text(f"2 из {boxes.count()}")
    phone.reload()
    expect(boxes.nth(2)).to_be_checked()
    expect(count).to_have_text(f"2 из {boxes.count()}")


def test_coverage_shows_only_holes(desk: Page, site: Site) -> None:
    desk.goto(site.url("coverage.html"))
    rows = desk.locator(".coverage tbody tr")
    shown = rows.locator("visible=true")
    assert shown.count() == rows.count() > 100
    desk.get_by_label("Только пробелы").check()
    expect(shown).to_have_count(1)
    expect(shown).to_contain_text("Вопрос в мессенджере")
    desk.get_by_label("Только пробелы").uncheck()
    expect(shown).to_have_count(rows.count())


def test_what_the_client_says_is_a_list_of_phrases_that_open(phone: Page, site: Site) -> None:
    phone.goto(site.url("says.html"))
    answers = phone.locator("[data-item] .said:visible")
    expect(answers).to_have_count(0)
    assert phone.evaluate("document.documentElement.scrollHeight") < 14 * PHONE[1]
    phrase = phone.locator("[data-item] h3 button").first
    phrase.tap()
    expect(phrase).to_have_attribute("aria-expanded", "true")
    expect(answers).to_have_count(1)
    phone.goto(site.url("index.html"))
    phone.goto(site.url("says.html#subscription-offer-says-too-expensive"))
    expect(answers).to_have_count(1)
    expect(answers).to_be_in_viewport()
    phone.emulate_media(media="print")
    expect(answers).to_have_count(phone.locator("[data-item] .said").count())


def test_a_choice_that_leads_into_another_section_names_it_by_its_number(desk: Page, site: Site) -> None:
    desk.goto(site.url("sections/no-show.html"))
    choice = desk.locator("a.choice", has_text="Было пробное")
    expect(choice).to_contain_text(re.compile(r"раздел \d+ →"))
    choice.click()
    desk.wait_for_url(re.compile(r"/sections/trial-booking\.html#step-move$"))


def test_a_term_explains_itself(desk: Page, site: Site) -> None:
    desk.goto(site.url("sections/no-show.html"))
    term = desk.locator("a.term", has_text="списании").first
    term.hover()
    expect(desk.get_by_role("tooltip")).to_contain_text("Занятие вычли из остатка")
    desk.keyboard.press("Escape")
    expect(desk.get_by_role("tooltip")).to_have_count(0)
    desk.locator("h1").hover()
    to_by_keyboard(desk, term)
    expect(desk.get_by_role("tooltip")).to_be_visible()
    desk.keyboard.press("Enter")
    desk.wait_for_url(re.compile("glossary.html#term-charge$"))


def to_by_keyboard(page: Page, target: Locator) -> None:
    """Tab until the target has the focus."""
    for _ in range(120):
        page.keyboard.press("Tab")
        if target.evaluate("one => one === document.activeElement"):
            return
    raise AssertionError("the Tab key does not lead there")


def test_on_a_phone_a_tap_explains_a_term_and_a_second_one_leads_on(phone: Page, site: Site) -> None:
    phone.goto(site.url("sections/no-show.html"))
    term = phone.locator("a.term", has_text="списании").first
    term.tap()
    tip = phone.get_by_role("tooltip")
    expect(tip).to_be_visible()
    box = tip.bounding_box()
    assert box and box["x"] >= 0 and box["x"] + box["width"] <= PHONE[0]
    term.tap()
    phone.wait_for_url(re.compile("glossary.html#term-charge$"))


def test_the_bar_for_the_thumb_leads_to_the_parts_of_a_section(phone: Page, site: Site) -> None:
    phone.goto(site.url("sections/reschedule.html"))
    bar = phone.locator(".thumb")
    for name, part in (("Никогда", "#never"), ("Клиент говорит", "#says"), ("Что делать", "#steps ~ .step-head")):
        bar.get_by_role("link", name=name).tap()
        expect(phone.locator(part).first).to_be_in_viewport()
        expect(bar.locator("[aria-current]")).to_have_text(name)
    for link in bar.get_by_role("link").all():
        box = link.bounding_box()
        assert box and box["height"] >= 44


def test_the_theme_is_chosen_and_kept(desk: Page, site: Site) -> None:
    desk.goto(site.url("sections/no-show.html"))
    expect(desk.locator("body")).to_have_attribute("data-md-color-scheme", "default")
    desk.get_by_title("Тёмная тема").click()
    expect(desk.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    assert desk.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(16, 29, 34)"
    desk.goto(site.url("index.html"))
    expect(desk.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    desk.get_by_title("Светлая тема").click()
    expect(desk.locator("body")).to_have_attribute("data-md-color-scheme", "default")


def test_a_device_that_is_dark_is_greeted_dark(visit: Visit, site: Site) -> None:
    page = visit(DESK, color_scheme="dark").new_page()
    page.goto(site.url("index.html"))
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


def test_the_menu_of_a_phone_opens_leads_and_closes(phone: Page, site: Site) -> None:
    phone.goto(site.url("sections/no-show.html"))
    menu = phone.get_by_role("button", name="Меню")
    menu.tap()
    expect(menu).to_have_attribute("aria-expanded", "true")
    expect(phone.locator(".cjm-nav a").first).to_be_in_viewport()
    phone.keyboard.press("Escape")
    expect(menu).to_have_attribute("aria-expanded", "false")
    menu.tap()
    phone.locator(".cjm-nav").get_by_role("link", name="Путь клиента").tap()
    phone.wait_for_url(re.compile("map.html$"))


def test_not_clear_opens_a_letter_with_section_and_version(desk: Page, site: Site) -> None:
    desk.goto(site.url("sections/reschedule.html"))
    letter = urlsplit(desk.get_by_role("link", name="Не сработало / непонятно").get_attribute("href") or "")
    written = parse_qs(letter.query)
    assert (letter.scheme, letter.path) == ("mailto", "guide@korablik.example")
    assert written["subject"] == ["Не сработало: 23. Отмена и перенос клиентом"]
    assert "(reschedule)" in written["body"][0]
    assert "Версия: 2026-11-22" in written["body"][0]


def test_the_next_client_is_one_tap_and_my_own_name_stays(phone: Page, site: Site) -> None:
    phone.goto(site.url("scripts.html"))
    mine, client = (phone.locator(f".gap[data-gap='{name}']").first for name in ("моё имя", "имя"))
    for gap, name in ((mine, "Павел"), (client, "Ольга")):
        gap.evaluate("gap => gap.click()")
        phone.keyboard.type(name)
        phone.locator(".gap-field").blur()
    phone.reload()
    expect(client).to_have_text("Ольга")
    phone.get_by_role("button", name="Новый клиент").tap()
    expect(client).to_have_text("Имя")
    expect(mine).to_have_text("Павел")
    phone.get_by_role("button", name="Вернуть Ольга").tap()
    expect(client).to_have_text("Ольга")


def test_the_home_page_has_a_menu_on_a_phone(phone: Page, site: Site) -> None:
    phone.goto(site.url("index.html"))
    phone.get_by_role("button", name="Меню").tap()
    expect(phone.get_by_role("navigation", name="Меню раздела").get_by_role("link", name="Разделы")).to_be_in_viewport()


def test_the_search_button_is_called_by_what_it_shows(desk: Page, phone: Page, site: Site) -> None:
    for page in (desk, phone):
        page.goto(site.url("sections/reschedule.html"))
        expect(page.locator(".cjm-header__search")).to_have_accessible_name(re.compile("^Поиск"))
    shown = desk.locator(".cjm-header__hint").inner_text()
    expect(desk.locator(".cjm-header__search")).to_have_accessible_name(f"Поиск: {shown}")


def test_the_options_change_their_places_and_the_sum_of_all_parts_is_told(desk: Page, site: Site) -> None:
    desk.goto(site.url("check.html"))
    places = desk.locator("[data-question]").evaluate_all(
        "all => all.map(one => [...one.querySelectorAll('.option')].findIndex(option => 'right' in option.dataset))"
    )
    assert max(places.count(place) for place in set(places)) < 0.6 * len(places)
    total = desk.locator("[data-total] [data-count]")
    expect(total).to_have_text(f"0 из {len(places)}")
    desk.locator(".option[data-right]").first.click()
    expect(total).to_have_text(f"1 из {len(places)}")


def test_a_name_is_typed_once_and_stands_in_each_case_until_another_is_written(phone: Page, site: Site) -> None:
    phone.goto(site.url("sections/club-cancels.html"))
    case = phone.locator(".gap[data-gap='имя ребёнка (кого)']").first
    case.evaluate("gap => gap.click()")
    phone.get_by_role("textbox", name="имя ребёнка", exact=True).fill("мария")
    phone.keyboard.press("Enter")
    expect(case).to_have_text("Марию")
    case.evaluate("gap => gap.click()")
    phone.get_by_role("textbox", name="имя ребёнка (кого)").fill("Маню")
    phone.keyboard.press("Enter")
    expect(case).to_have_text("Маню")
    phone.goto(site.url("sections/meeting.html"))
    whole = phone.locator(".gap[data-gap='имя ребёнка']").first
    expect(whole).to_have_text(re.compile("^[мМ]ария$"))
    whole.evaluate("gap => gap.click()")
    phone.keyboard.type("Отто")
    phone.keyboard.press("Enter")
    phone.goto(site.url("sections/club-cancels.html"))
    expect(case).to_have_text("Отто")
    phone.get_by_role("button", name="Новый клиент").tap()
    expect(case).not_to_have_class(re.compile("filled"))


def test_at_the_side_the_forms_of_a_name_stand_below_it(desk: Page, site: Site) -> None:
    desk.goto(site.url("sections/club-cancels.html"))
    box = desk.locator(".fill-box")
    box.get_by_label("имя ребёнка", exact=True).fill("Илья")
    form = box.get_by_label("имя ребёнка (кого)")
    expect(form).to_have_value("Илью")
    form.fill("Илюшу")
    form.blur()
    expect(desk.locator(".gap[data-gap='имя ребёнка (кого)']").first).to_have_text("Илюшу")

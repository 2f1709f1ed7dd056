"""A new administrator on her phone: asked by day, role and path, what she has read, what of it is another now."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from .conftest import NARROW, SCHEMES, TOO_WIDE, Site, Visit

pytestmark = pytest.mark.browser
DAY = "check.html#about=plan:first-days/1"


@pytest.fixture
def narrow(visit: Visit) -> Page:
    return visit(NARROW, has_touch=True, is_mobile=True).new_page()


def shown(page: Page) -> str:
    """The question that one is asked."""
    expect(page.locator("[data-question]:visible")).to_have_count(1)
    return str(page.locator("[data-question]:visible").get_attribute("data-question"))


def answer(page: Page, right: bool) -> None:
    page.locator(f".current .option{'[data-right]' if right else ':not([data-right])'}").first.tap()
    expect(page.locator(".current [data-because]:visible")).to_have_count(1)


def at(page: Page) -> str:
    return page.locator("[data-at]").inner_text()


def edited(page: Page, name: str, change: str) -> None:
    """What this device keeps, as it would be after another edition."""
    page.evaluate(
        f"""() => {{ const kept = JSON.parse(localStorage.getItem("cjm:{name}")); {change};
        localStorage.setItem("cjm:{name}", JSON.stringify(kept)); }}"""
    )


def faults(page: Page, axe: str) -> list[tuple[str, str]]:
    """What axe-core finds by day and by night, and what is wider than the screen."""
    page.evaluate(axe)
    found = []
    for scheme in SCHEMES:
        page.evaluate("scheme => document.body.setAttribute('data-md-color-scheme', scheme)", scheme)
        run = page.evaluate("axe.run({resultTypes: ['violations'], elementRef: false})")
        found += [(scheme, f"{one['id']} {one['nodes'][0]['target']}") for one in run["violations"]]
        found += [(scheme, one) for one in page.evaluate(TOO_WIDE)]
    return found


def test_a_day_is_asked_in_any_order_left_taken_up_and_its_mistakes_asked_again(narrow: Page, site: Site) -> None:
    narrow.goto(site.url(DAY))
    total = narrow.locator("[data-total] [data-count]")
    count = int(re.fullmatch(r"0 из (\d+)", total.inner_text())[1])  # type: ignore[index]
    assert 5 <= count <= 15
    narrow.locator("[data-begin]").tap()
    assert at(narrow) == f"Вопрос 1 из {count}"
    expect(narrow.locator(".current legend")).to_be_focused()
    missed = shown(narrow)
    answer(narrow, right=False)
    narrow.locator(".current [data-where] a").tap()
    narrow.wait_for_url(re.compile(r"sections/.+#"))
    assert narrow.locator(f"[id='{narrow.url.partition('#')[2]}']").count() == 1
    narrow.go_back()
    assert shown(narrow) == missed, "Back is at the same question"
    expect(narrow.locator(".current [data-because]:visible")).to_have_count(1)

    narrow.get_by_role("button", name="Дальше").tap()
    later = shown(narrow)
    narrow.get_by_role("button", name="Отложить").tap()
    assert shown(narrow) != later and at(narrow) == f"Вопрос 2 из {count}"
    here = shown(narrow)

    again = narrow.context.new_page()
    narrow.close()
    again.goto(site.url("check.html"))
    again.get_by_role("button", name=f"Продолжить: вопрос 2 из {count}").tap()
    assert shown(again) == here
    asked = [missed]
    while again.locator("[data-asked]").is_hidden():
        asked.append(shown(again))
        answer(again, right=True)
        again.get_by_role("button", name="Дальше").tap()
    assert asked[-1] == later and len(set(asked)) == len(asked) == count
    expect(again.get_by_role("heading", name=f"Верно с первого раза: {count - 1} из {count}")).to_be_focused()
    places = again.locator("[data-missed] a")
    expect(places).to_have_count(1)
    assert missed.partition("/")[0] in str(places.get_attribute("href"))
    again.get_by_role("button", name="Ошибки ещё раз").tap()
    assert shown(again) == missed and at(again) == "Вопрос 1 из 1"
    answer(again, right=True)
    again.get_by_role("button", name="Дальше").tap()
    expect(again.get_by_text("Ни одной ошибки.")).to_be_visible()
    again.get_by_role("button", name="К списку вопросов").tap()
    expect(again.locator("[data-total] [data-count]")).to_have_text(f"{count} из {count}")


@pytest.mark.parametrize("site", ["http"], indirect=True)
def test_past_mistakes_come_first_and_only_what_changed_is_asked_again(narrow: Page, site: Site, axe: str) -> None:
    narrow.goto(site.url("check.html"))
    wrong = narrow.locator("[data-question^='balance/']").first
    wrong.locator(".option:not([data-right])").first.tap()
    name = wrong.get_attribute("data-question")
    narrow.get_by_label("О чём спросить").select_option("role:system")
    narrow.locator("[data-begin]").tap()
    assert shown(narrow) == name
    asked = []
    for _ in range(3):
        asked.append(shown(narrow))
        answer(narrow, right=True)
        narrow.get_by_role("button", name="Дальше").tap()
    here = at(narrow)
    edited(narrow, "round", f"kept.said['{asked[1]}'] = 'other'")
    edited(narrow, "tests", f"kept['{asked[1]}'].said = 'other'")
    narrow.reload()
    assert at(narrow) == here.replace("Вопрос 4", "Вопрос 3"), "one of three is asked again, two stand"
    while shown(narrow) != asked[1]:
        narrow.get_by_role("button", name="Отложить").tap()
    assert narrow.locator(".current input:checked").count() == 0
    assert faults(narrow, axe) == []
    narrow.get_by_role("button", name="Закончить").tap()
    assert faults(narrow, axe) == []
    expect(narrow.get_by_role("heading", name="Верно с первого раза: 2 из 2")).to_be_visible()


def test_each_question_knows_where_it_is_answered(built: Path) -> None:
    page = (built / "check.html").read_text("utf-8")
    links = re.findall(r'data-where hidden><a href="([^"]+)"', page)
    assert len(links) == page.count("data-question=") > 60
    for file, _, anchor in (link.partition("#") for link in links):
        assert f'id="{anchor}"' in (built / file).read_text("utf-8"), (file, anchor)
    assert sum("#step-" in link for link in links) > len(links) / 2


def test_what_was_read_and_is_another_now_is_told_on_this_device_alone(narrow: Page, site: Site) -> None:
    narrow.goto(site.url("index.html"))
    card = narrow.locator("[data-again]")
    expect(card).to_be_hidden()
    for section in ("reschedule", "emergency"):
        narrow.goto(site.url(f"sections/{section}.html"))
        narrow.get_by_label("Прочитано", exact=True).check()
    narrow.goto(site.url("index.html"))
    expect(card).to_be_hidden()
    edited(narrow, "read", "Object.assign(kept.reschedule, {read: '0123456789abcdef', day: '2026-11-12'})")
    narrow.reload()
    expect(card).to_contain_text("Вам перечитать: 1 раздел")
    rows = card.locator("li:visible")
    expect(rows).to_have_count(1)
    expect(rows).to_contain_text("вы прочитали 12 ноября, с тех пор раздел изменился")
    rows.get_by_role("link").tap()
    box = narrow.get_by_label("Прочитано")
    expect(box).not_to_be_checked()
    expect(narrow.get_by_text("вы прочитали 12 ноября")).to_be_visible()
    box.check()
    expect(narrow.get_by_text("вы прочитали 12 ноября")).to_have_count(0)
    narrow.goto(site.url("index.html"))
    expect(card).to_be_hidden()


@pytest.mark.parametrize("site", ["http"], indirect=True)
def test_the_plan_is_the_way_of_the_first_days(narrow: Page, site: Site) -> None:
    narrow.goto(site.url("roles/administrator.html"))
    narrow.get_by_role("link", name="Первые дни администратора").tap()
    days = narrow.locator("[data-day]")
    here = narrow.get_by_text("вы здесь")
    expect(days.nth(0).get_by_text("вы здесь")).to_be_visible()
    for box in days.nth(0).get_by_role("checkbox").all():
        box.check()
    narrow.reload()
    expect(here.locator("visible=true")).to_have_count(1)
    expect(days.nth(1).get_by_text("вы здесь")).to_be_visible()
    read = days.nth(0).locator("[data-read]").count()
    expect(narrow.locator("[data-reading-score] [data-count]")).to_have_text(re.compile(rf"^{read} из \d\d$"))
    days.nth(0).get_by_role("link", name="Проверьте себя").tap()
    expect(narrow.get_by_label("О чём спросить")).to_have_value("plan:first-days/1")


@pytest.mark.parametrize("site", ["http"], indirect=True)
def test_reading_marks_go_out_as_lines_that_the_program_takes_in(narrow: Page, site: Site, tmp_path: Path) -> None:
    from cjm.training.marking import reading_marks

    narrow.goto(site.url("roles/administrator.html"))
    boxes = narrow.locator("[data-read]")
    boxes.nth(0).check()
    boxes.nth(2).check()
    narrow.on("dialog", lambda dialog: dialog.accept("Анна Ким"))
    narrow.get_by_role("button", name="Сохранить отметки").tap()
    with narrow.expect_download() as kept:
        narrow.get_by_role("link", name="Файлом").tap()
    kept.value.save_as(tmp_path / "reading.txt")
    (marks,) = reading_marks((tmp_path / "reading.txt").read_text("utf-8"))
    assert marks.name == "Анна Ким"
    read = json.loads(narrow.evaluate("localStorage.getItem('cjm:read')"))
    assert {(id, digest) for id, digest, _ in marks.sections} == {(id, one["read"]) for id, one in read.items()}
    assert len(marks.sections) == 2

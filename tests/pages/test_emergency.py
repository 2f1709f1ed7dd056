"""The page for danger as its author writes it: numbers, what to say, cases; and that lint asks of it what it needs."""

import datetime as dt
from pathlib import Path

import pytest

from cjm.book import book
from cjm.lint import lint
from cjm.load import load
from cjm.pages import loader, site

ROOT = Path(__file__).resolve().parents[2]
OUTLINE = """handbook: test
title: Тест
language: ru
people: [{id: anna, name: Анна Орлова}]
parts: [{id: all, title: Всё, sections: [visit]}]
start: [{title: Гость, to: section:visit}]
"""
VISIT = "section: visit\ntitle: Визит\nsteps: [{id: greet, do: Поздоровайтесь.}]\n"
DANGER = """section: danger
kind: emergency
title: Беда
short: Срочно
calls: [{number: "112", who: спасатели}, {number: "+7 900 000-00-00", who: хозяин}]
purpose: Помощь вызвана сразу.
trigger: Кому-то плохо.
result: Помощь приехала.
performer: desk
steps:
  - {id: call, do: "Звоните 112.", say: "Адрес: Садовая, 1."}
  - id: choose
    do: Что видите?
    next: [{when: горит, to: fire}, {when: упал, to: fall}]
"""
CASES = """  - {id: fire, when: горит, do: "Все на улицу. Звоните 112 или +7 900 000-00-00, не 1121."}
  - {id: fall, when: упал, do: "Не двигайте."}
"""
THEN = "  - {id: note, do: Запишите.}\n"


def page(**files: str) -> dict[str, str]:
    texts = {"handbook": OUTLINE, "sections/visit": VISIT, "sections/danger": DANGER + CASES + THEN} | files
    handbook = load({f"guideline/{name}.yml": text.encode() for name, text in texts.items()})
    return site(handbook, loader(ROOT), today=dt.date(2026, 11, 22)).pages


def test_numbers_dial_and_cases_are_tiles() -> None:
    text = page()["sections/danger.md"]
    assert 'href="tel:112"' in text and 'href="tel:+79000000000"' in text
    assert (
        text.index("tel:112") < text.index("Садовая") < text.index("tel:+79000000000") < text.index('href="#step-fire"')
    )
    assert '<a class="ring" href="tel:112">112</a>' in text and "не 1121" in text
    assert (
        '<a href="#step-fire">Пожар'
        in page(**{"sections/danger": DANGER.replace("when: горит,", "when: Пожар,") + CASES})["sections/danger.md"]
    )  # in the words of the choice
    assert text.index("{: #step-fall") < text.index("#afterwards") < text.index("Запишите")


def test_without_a_choice_the_cases_are_the_tiles() -> None:
    text = page(**{"sections/danger": DANGER.partition("  - id: choose")[0] + CASES})["sections/danger.md"]
    assert '<a href="#step-fire">Горит</a>' in text


def test_it_is_the_first_tile_of_the_home_page_unasked() -> None:
    home = page()["index.md"]
    assert home.index("sections/danger.html") < home.index("sections/visit.html")


def test_a_card_with_neither_a_choice_nor_cases_asks_nothing() -> None:
    text = page(**{"sections/danger": DANGER.partition("  - id: choose")[0]})["sections/danger.md"]
    assert "Что случилось" not in text and "tiles" not in text


def test_in_a_part_it_stands_in_the_navigation_once_and_with_its_whole_name() -> None:
    outline = OUTLINE.replace("sections: [visit]", "sections: [visit, danger]")
    handbook = load(
        {"guideline/handbook.yml": outline.encode(), "guideline/sections/visit.yml": VISIT.encode()}
        | {"guideline/sections/danger.yml": (DANGER + CASES).encode()}
    )
    made = site(handbook, loader(ROOT), today=dt.date(2026, 11, 22))
    assert str(made.nav).count("sections/danger.md") == 1 and {"Срочно": "sections/danger.md"} in made.nav


def test_a_tile_without_an_icon_has_no_dot_in_its_place() -> None:
    home = page()["index.md"]
    guest = home[home.index("sections/visit.html") :]
    assert guest.index("<strong>Гость") < guest.index("</li>") and "<svg" not in guest[: guest.index("</li>")]


def test_a_choice_calls_what_stands_outside_the_order_by_its_title() -> None:
    visit = VISIT.replace(
        "do: Поздоровайтесь.",
        "do: Поздоровайтесь., next: [{when: плохо, to: section:danger}, {when: иначе, to: section:visit}]",
    )
    files = {"handbook": OUTLINE, "sections/visit": visit, "sections/danger": DANGER + CASES}
    handbook = load({f"guideline/{name}.yml": text.encode() for name, text in files.items()})
    page = site(handbook, loader(ROOT), today=dt.date(2026, 11, 22)).pages["sections/visit.md"]
    assert '<span class="goes">Срочно →' in page and '<span class="goes">раздел 1 →' in page
    printed = str(book(handbook, today=dt.date(2026, 11, 22)).data["parts"])
    assert "'goes': 'Срочно'" in printed and "'goes': 'раздел 1'" in printed.replace("\\xa0", " ")


@pytest.mark.parametrize(
    "section, codes",
    [
        (DANGER + CASES + "".join(f"  - {{id: s{n}, when: случай {n}, do: Раз.}}\n" for n in range(20)), set()),
        (DANGER.replace("kind: emergency\n", "") + CASES + "".join(f"  - {{do: Раз {n}.}}\n" for n in range(20)), {"304", "501"}),
        (DANGER.replace('calls: [{number: "112", who: спасатели}, {number: "+7 900 000-00-00", who: хозяин}]\n', ""), {"301"}),
    ],
    ids=["many cases", "the same as a standard", "no number"],
)  # fmt: skip
def test_lint_measures_it_by_its_cases(section: str, codes: set[str]) -> None:
    texts = {"handbook": OUTLINE, "sections/visit": VISIT, "sections/danger": section}
    handbook = load({f"guideline/{name}.yml": text.encode() for name, text in texts.items()})
    found = lint(handbook, today=dt.date(2026, 11, 22))
    assert {one.code.removeprefix("CJM") for one in found if "danger" in one.place.file} & {
        "301",
        "304",
        "308",
        "501",
    } == codes

"""The sheet that is signed: what is inside at first, all that changed afterwards; how each section stands; bars in the margin."""

import datetime as dt
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from approval.paper import approved

from cjm.book import WHOLE, Cut, book, since
from cjm.load import load
from cjm.model import Handbook

from .conftest import DAY, FILES, section

SIGNED = dt.date(2026, 11, 20)
FACTS = {
    "guideline/facts.yml": "facts:\n  - {id: late, title: Опоздание, value: 15 минут}\n  - {id: idle, title: Простой, value: час}\n"
}
Changed = dict[str, str]


def round_two(changed: Changed, before: Changed | None = None) -> Handbook:
    """The handbook, all of it approved by Vera, and then changed."""
    files = {path: text.encode() for path, text in (FILES | (before or {})).items()}
    handbook = load(files)
    return load(files | approved(handbook, "vera", SIGNED) | {path: text.encode() for path, text in changed.items()})


def data(handbook: Handbook, cut: Cut = WHOLE) -> dict[str, Any]:
    return book(handbook, today=DAY, cut=cut, since=since(handbook, DAY)).data


def sheet(handbook: Handbook, cut: Cut = WHOLE) -> dict[str, Any]:
    told = json.dumps(data(handbook, cut)["approval"], ensure_ascii=False)
    made: dict[str, Any] = json.loads(told.replace("\u00a0", " "))
    return made


def barred(value: Any, path: str = "") -> Iterator[str]:
    """Where bars stand."""
    if isinstance(value, dict):
        if value.get("changed"):
            yield path
        for key, one in value.items():
            yield from barred(one, f"{path}/{key}")
    elif isinstance(value, list):
        for number, one in enumerate(value):
            yield from barred(one, f"{path}/{number}")


def bars(handbook: Handbook) -> list[str]:
    made = data(handbook)
    return [*barred(made["parts"], "parts"), *barred(made["maps"], "maps"), *barred(made["back"], "back")]


def test_the_first_edition_says_what_is_inside(loaded: Callable[..., Handbook]) -> None:
    made = sheet(loaded())
    assert [(one["count"], one["noun"]) for one in made["counts"]][:2] == [(2, "раздела"), (3, "точки касания")]
    assert made["inside"] == [{"part": "Основа", "numbers": "1–2", "to": "section:call", "origins": [0, 0, 0]}]
    assert made["signers"] == [{"name": "Вера Лис", "role": "Администратор"}] and made["changes"] is None


def test_nothing_approved_means_nothing_to_compare_with(loaded: Callable[..., Handbook]) -> None:
    assert since(loaded(), DAY) is None


def test_later_it_says_what_changed_and_after_which_edition() -> None:
    made = sheet(
        round_two(
            {
                "guideline/sections/call.yml": section("call", "Входящий звонок").replace(
                    "назовите себя", "молчите, пока вас о чём-нибудь не спросят"
                )
            }
        )
    )
    assert "20 ноября 2026 (редакция 1, код " in made["lead"]
    assert [(one["count"], one["noun"]) for one in made["counts"]][:3] == [
        (1, "раздел изменён"), (0, "разделов добавлено"), (1, "без изменений")
    ]  # fmt: skip
    [change] = made["changes"]
    assert change["title"] == "1. Входящий звонок" and change["action"] == "изменено"
    assert [word["tag"] for word in change["details"][0]["words"]] == ["same", "gone", "new"]


def test_it_names_every_change_however_many() -> None:
    steps = "".join(f"  - {{id: s{one}, do: Шаг номер {one}.}}\n" for one in range(30))
    made = sheet(
        round_two({"guideline/sections/call.yml": section("call", "Звонок").replace("steps:\n", f"steps:\n{steps}")})
    )
    assert len(made["changes"][0]["details"]) > 30


@pytest.mark.parametrize(
    ("cut", "titles", "unread"),
    [
        (WHOLE, ["факт Опоздание", "раздел 1. Звонок", "раздел 2. Встреча у стойки"], []),
        (Cut("section", "call"), ["факт Опоздание", "раздел 1. Звонок"], ["разделы: 2", "пути клиента: Первое посещение"]),
        (Cut("journey", "first"), ["факт Опоздание", "раздел 1. Звонок", "раздел 2. Встреча у стойки"], ["название и порядок гайдлайна"]),
    ],
)  # fmt: skip
def test_a_part_of_the_book_has_a_sheet_of_its_own(cut: Cut, titles: list[str], unread: list[str]) -> None:
    late = section("call", "Звонок").replace(
        "Поздоровайтесь и назовите себя.", '"За {{ late }} поздоровайтесь и назовите себя."'
    )
    handbook = round_two(
        {
            "guideline/facts.yml": FACTS["guideline/facts.yml"].replace("15 минут", "20 минут"),
            "guideline/sections/call.yml": late.replace("назовите себя", "молчите"),
            "guideline/sections/visit.yml": section("visit", "Встреча у стойки").replace("назовите себя", "уйдите"),
        },
        FACTS | {"guideline/sections/call.yml": late},
    )
    made = sheet(handbook, cut)
    assert sorted(f"{one['kind']} {one['title']}" for one in made["changes"]) == sorted(titles)
    assert made["unread"][: len(unread)] == unread and bool(made["unread"]) == (cut != WHOLE)


def test_a_part_prints_only_the_facts_that_it_uses() -> None:
    handbook = round_two(
        {},
        FACTS
        | {
            "guideline/sections/call.yml": section("call", "Звонок", "shows: [facts]\n").replace(
                "Поздоровайтесь и назовите себя.", '"За {{ late }} поздоровайтесь."'
            )
        },
    )
    assert [one["title"] for one in data(handbook, Cut("section", "call"))["shared"]["facts"]] == ["Опоздание"]


def foot(handbook: Handbook, id: str) -> str:
    sections = [one for part in data(handbook)["parts"] for one in part["sections"]]
    row = next(one for one in sections if one["label"] == f"section:{id}")["foot"][0]
    return " ".join(part for part in (row["key"], row["strong"], row["rest"]) if part).replace("\u00a0", " ")


def test_each_section_says_at_its_foot_how_it_stands(loaded: Callable[..., Handbook]) -> None:
    assert foot(loaded(), "call") == "Раздел ждёт утверждения"
    handbook = round_two({"guideline/sections/call.yml": section("call", "Звонок").replace("назовите себя", "молчите")})
    assert foot(handbook, "call") == "Раздел ждёт утверждения"
    assert foot(handbook, "visit") == "Утверждён 20 ноября 2026 Вера Лис"
    moved = round_two({"guideline/roles.yml": "roles:\n  - {id: desk, title: Администратор, decides: [Всё]}\n"})
    assert foot(moved, "visit") == "Раздел ждёт утверждения изменилось: роль «Администратор»", (
        "what it rests on is another one"
    )


@pytest.mark.parametrize(
    ("changed", "where"),
    [
        ({}, []),
        ({"guideline/sections/call.yml": section("call", "Входящий звонок").replace("назовите себя", "молчите")}, ["parts/0/sections/0/steps/0"]),
        ({"guideline/sections/call.yml": section("call", "Звонок")}, ["parts/0/sections/0"]),
        ({"guideline/sections/call.yml": section("call", "Входящий звонок", "never: [{do: Молчать, instead: Говорите.}]\n")}, ["parts/0/sections/0/never/0"]),
        ({"guideline/sections/call.yml": section("call", "Входящий звонок", "details: [{title: Где, text: Тут.}]\n")}, ["parts/0/sections/0/details/0/sides/0/0"]),
        ({"guideline/facts.yml": FACTS["guideline/facts.yml"].replace("15 минут", "20 минут")}, ["back/1/data/0"]),
        ({"guideline/roles.yml": "roles:\n  - {id: desk, title: Администратор, decides: [Перенос за три часа]}\n"}, ["back/0/data/0"]),
        ({"guideline/handbook.yml": FILES["guideline/handbook.yml"].replace("[call, visit]", "[visit, call]")}, []),  # other numbers
    ],
)  # fmt: skip
def test_a_bar_stands_beside_what_changed_and_beside_nothing_else(changed: Changed, where: list[str]) -> None:
    assert bars(round_two(changed, FACTS)) == where


def test_a_fact_that_changed_has_a_bar_wherever_it_is_read() -> None:
    late = section("call", "Звонок").replace(
        "Поздоровайтесь и назовите себя.", '"За {{ late }} поздоровайтесь и назовите себя."'
    )
    changed = {"guideline/facts.yml": FACTS["guideline/facts.yml"].replace("15 минут", "20 минут")}
    assert "parts/0/sections/0/steps/0" in bars(round_two(changed, FACTS | {"guideline/sections/call.yml": late}))


def test_a_changed_map_and_a_renamed_section(loaded: Callable[..., Handbook]) -> None:
    assert "maps/0" in bars(
        round_two({"touchpoints/first.yml": FILES["touchpoints/first.yml"].replace("Вода", "Бассейн")})
    )
    renamed = load({path: text.encode() for path, text in FILES.items()})
    then = replace(renamed.sections[0], id="phone", was=("call",))
    assert since(round_two({}), DAY).before(then) is not None  # type: ignore[union-attr]


def test_an_accepted_gap_is_named_with_its_last_day(loaded: Callable[..., Handbook]) -> None:
    gap = "accept: [{rule: 201, reason: Ждём душевую, until: 2027-03-01}]\n"
    made = sheet(loaded({"guideline/sections/visit.yml": section("visit", "Встреча у стойки", gap)}))
    assert [one["title"] for one in made["gaps"]] == ["Встреча у стойки"]
    assert "до 1 марта 2027: Ждём душевую" in made["gaps"][0]["text"]


def test_gaps_accepted_in_the_same_words_are_one(loaded: Callable[..., Handbook]) -> None:
    gap = "accept: [{{rule: 201, reason: Ждём душевую, until: {day}}}]\n"
    titles = {"visit": "Встреча", "call": "Звонок", "late": "Опоздание"}
    days = {"visit": "2027-03-01", "call": "2027-03-01", "late": "2027-04-01"}
    files = {
        f"guideline/sections/{id}.yml": section(id, title, gap.format(day=days[id])) for id, title in titles.items()
    }
    made = sheet(loaded(files))
    assert sorted(one["title"] for one in made["gaps"]) == ["Звонок; Встреча", "Опоздание"]
    assert [one["count"] for one in made["counts"]][-1] == 3


def test_an_english_handbook_is_english(loaded: Callable[..., Handbook]) -> None:
    english = "handbook: pool\ntitle: Wave\nlanguage: en\nparts: [{id: basics, title: Basics, sections: [call]}]\n"
    made = book(loaded({"guideline/handbook.yml": english}), today=DAY).data
    assert made["lang"] == "en" and made["edition"] == "Edition of 22\u00a0November 2026"
    assert made["approval"]["signers"] == [{"name": "", "role": ""}] * 2

"""What stands beside what on a printed page: steps, details, and the channels of all sections in short."""

from collections.abc import Callable

import pytest

from cjm.book import book
from cjm.book.height import height, is_narrow, side_by_side
from cjm.book.section import section_places
from cjm.model import Handbook

from .conftest import DAY, HANDBOOK, section

Loaded = Callable[..., Handbook]


def call(loaded: Loaded, more: str) -> dict:  # type: ignore[type-arg]
    """The data of the section `call`, written with `more`."""
    handbook = loaded({"guideline/sections/call.yml": section("call", "Входящий звонок", more)})
    made: dict = book(handbook, today=DAY).data["parts"][0]["sections"][0]  # type: ignore[type-arg]
    return made


@pytest.mark.parametrize(
    ("step", "lay"),
    [
        ("{do: Назовите цену., say: Занятие стоит девятьсот рублей.}", "panes"),
        ("{do: Запишите имя.}", "stacked"),
        ('{do: Назовите цену., say: Девятьсот., how: "| a | b |\\n|---|---|\\n| 1 | 2 |"}', "stacked"),
        ('{do: Назовите цену., say: Девятьсот., how: "' + "Посмотрите в таблицу цен. " * 40 + '"}', "stacked"),
    ],
)
def test_what_is_said_stands_beside_what_is_done_where_that_is_shorter(loaded: Loaded, step: str, lay: str) -> None:
    assert call(loaded, f"  - {step}\n")["steps"][1]["lay"] == lay


def test_short_details_share_a_row_and_a_wide_table_has_its_own(loaded: Loaded) -> None:
    wide = "|".join("колонка" for _ in range(5))
    tables = [f"|{wide}|\\n|{'---|' * 5}\\n|{wide}|" if one == 2 else "Коротко." for one in range(4)]
    more = "details:\n" + "".join(
        f'  - {{id: d{number}, title: Т{number}, text: "{text}"}}\n' for number, text in enumerate(tables)
    )
    rows = call(loaded, more)["details"]
    assert [[[each["title"] for each in side] for side in row["sides"]] for row in rows] == [
        [["Т0"], ["Т1"]], [["Т2"]], [["Т3"]]
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("heights", "left"), [([10], 1), ([10, 10], 1), ([10, 50, 60], 2), ([60, 20, 30], 1), ([5, 5, 5, 5], 2)]
)
def test_two_columns_are_about_as_high(heights: list[float], left: int) -> None:
    assert side_by_side(heights) == left


def test_a_table_of_four_columns_is_not_narrow() -> None:
    def table(*head: str) -> list[dict]:  # type: ignore[type-arg]
        return [{"kind": "table", "align": [], "head": [[cell] for cell in head], "rows": []}]

    assert is_narrow(table("Что", "Цена")) and not is_narrow(table("а", "б", "в", "г"))
    assert not is_narrow(table("слово " * 8, "слово " * 8))


def test_the_end_of_a_long_last_detail_goes_with_the_questions(loaded: Loaded) -> None:
    """A table goes on in the same columns, a numbered list with its next number; what is short goes whole."""
    ask = "questions:\n  - {id: q, ask: Сколько стоит?, use: practice, options: [{text: 900, right: true, because: Да.}, {text: 100, because: Нет.}]}\n"

    def ending(text: str) -> list[dict]:  # type: ignore[type-arg]
        [*_, row] = call(loaded, f"details:\n  - id: d\n    title: Цены\n    text: |\n{text}" + ask)["details"]
        made: list[dict] = row["sides"][0][0]["blocks"]  # type: ignore[type-arg]
        return made

    rows = "".join(f"      | случай {number} {'слово ' * 9} | что делать {'слово ' * 9} |\n" for number in range(9))
    first, last = ending("      | Что | Делать |\n      |---|---|\n" + rows)
    assert (len(first["rows"]), len(last["rows"]), last["goes_on"]) == (8, 1, True)
    assert first["head"] == last["head"] == [["Что"], ["Делать"]]
    assert first["widths"] == last["widths"] == [60, 60]
    first, last = ending("".join(f"      {number}. {'слово ' * 30}\n" for number in range(5)))
    assert (len(first["items"]), len(last["items"]), first["start"], last["start"]) == (4, 1, 0, 4)
    assert [len(one["rows"]) for one in ending("      | Что | Делать |\n      |---|---|\n      | а | б |\n")] == [1]


def test_more_words_are_higher_and_a_column_is_higher_than_a_page() -> None:
    text = "Слово за словом. " * 30
    assert height(text) < height(text, 235) < height([text, text], 235)


@pytest.mark.parametrize(
    ("where", "lead", "told"),
    [
        ("abcdef", "все разделы", []),
        ("abcde", "все, кроме", ["6"]),
        ("abd", "", ["1", "2", "4"]),
        ("abce", "", ["1–3", "5"]),
        ("", "", []),
    ],
)
def test_the_sections_of_a_channel_are_told_in_short(loaded: Loaded, where: str, lead: str, told: list[str]) -> None:
    files = {
        f"guideline/sections/{id}.yml": section(id, id.upper(), "channels: [phone]\n" if id in where else "")
        for id in "abcdef"
    }
    files["guideline/sections/a.yml"] += "shows: [channels]\n"
    order = HANDBOOK.replace("[call, visit]", "[a, b, c, d, e, f]")
    made = book(loaded(files | {"guideline/handbook.yml": order, "touchpoints/first.yml": ""}), today=DAY)
    [row] = made.data["shared"]["channels"]
    runs = ["–".join(one["number"] for one in run if one) for run in row["sections"]]
    assert (row["lead"], runs) == (lead, told)


def test_the_head_names_who_performs_and_a_step_only_another(loaded: Loaded) -> None:
    more = "  - {do: Позовите коллегу., who: vera}\n  - {do: Запишите., who: desk}\n"
    made = call(loaded, more)
    assert made["performer"] == "Администратор"
    assert [step["who"] for step in made["steps"]] == ["", "Вера Лис", ""]


def test_a_step_without_an_id_has_a_place_by_its_number_from_one(loaded: Loaded) -> None:
    made = call(loaded, "  - {do: Запишите имя.}\n  - {id: bye, do: Попрощайтесь.}\n")
    labels = [one["label"] for one in made["steps"]]
    assert labels[-2:] == [f"section:call/@{len(labels) - 1}", "section:call/bye"]
    handbook = loaded({"guideline/sections/call.yml": section("call", "Входящий звонок", "  - {do: Запишите имя.}\n")})
    assert f"section:call/@{len(labels) - 1}" in list(section_places(handbook.section["call"]))

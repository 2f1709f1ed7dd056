"""What the browser is given: complete, small, and with addresses that lead somewhere."""

import datetime as dt
import json
import re
from pathlib import Path
from typing import Any

import pytest

from cjm.load import load
from cjm.model import Handbook
from cjm.pages import loader, site
from cjm.search import index, search_index
from cjm.search.alias import stem_groups

from .conftest import handbook_of

ROOT = Path(__file__).resolve().parents[2]


def read(script: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(script.removeprefix("window.__cjmIndex=").removesuffix(";\n"))
    return found


def test_the_reference_handbook_fits(index_js: str, handbook: Handbook) -> None:
    assert len(index_js.encode()) <= 640_000
    pages = read(index_js)["pages"]
    assert [page["id"] for page in pages if page["number"]] == [
        f"section:{section.id}" for section in handbook.sections if section.id in handbook.number
    ]
    rows = [place for page in pages for place in page["places"] if place[0] == "row"]
    assert len(rows) > 200 and all(row[3] for row in rows)  # what happens once a month is answered by its row
    assert all(page["phrases"] and any(len(place) > 3 for place in page["places"]) for page in pages if page["number"])


def test_what_is_written_of_a_journey_and_a_stage_is_found_where_it_stands() -> None:
    way = (
        b"journey: way\ntitle: W\nopen: Whose way?\nstages:\n"
        b"  - {stage: one, title: One, open: How long?, touchpoints: [{id: go, title: Go}]}\n"
    )
    outline = b"handbook: t\ntitle: T\nlanguage: en\nparts: []\n"
    (page,) = read(search_index(load({"guideline/handbook.yml": outline, "touchpoints/way.yml": way})))["pages"]
    assert page["places"] == [
        ["journey", "", "", "Whose way?"], ["touchpoint", "touchpoint-go", "Go"], ["stage", "stage-one", "One", "How long?"],
    ]  # fmt: skip


@pytest.mark.slow
def test_two_runs_write_the_same(index_js: str, handbook: Handbook) -> None:
    assert search_index(handbook) == index_js


@pytest.mark.slow
def test_every_address_meets_a_page_and_an_anchor(index_js: str, handbook: Handbook) -> None:
    made = site(handbook, loader(ROOT), today=dt.date(2026, 11, 22)).pages
    anchors = {
        path.removesuffix(".md") + ".html": set(re.findall(r"(?:\{: #|id=\")([\w-]+)", text))
        for path, text in made.items()
    }
    data, lost = read(index_js), []
    addresses = [url for _, _, url in data["tries"]]
    for page in data["pages"]:
        for _, anchor, *_ in page["places"]:
            addresses.append(anchor if "." in anchor else f"{page['url']}#{anchor}" if anchor else page["url"])
    for address in addresses:
        path, _, anchor = address.partition("#")
        if path not in anchors or (anchor and anchor not in anchors[path]):
            lost.append(address)
    assert lost == []


def test_no_fact_and_no_markup_is_left(index_js: str) -> None:
    for mark in ("{{", "}}", "**", "](", "|---"):
        assert mark not in index_js


def test_questions_and_retired_sections_are_left_out() -> None:
    question = {
        "id": "q", "ask": "Мангуст или барсук?", "use": "exam",
        "options": [{"text": "Выхухоль", "right": True}, {"text": "Барсук"}],
    }  # fmt: skip
    written = search_index(
        handbook_of({"kept": {"questions": [question]}, "gone": {"status": "retired", "purpose": "Енот"}})
    )
    assert not re.search("мангуст|выхухоль|енот", written, re.IGNORECASE)


@pytest.mark.slow
def test_a_large_handbook_keeps_phrases_and_headings(monkeypatch: pytest.MonkeyPatch, handbook: Handbook) -> None:
    monkeypatch.setattr(index, "LARGEST_INDEX", 150_000)
    pages = read(search_index(handbook))["pages"]
    assert all(page["phrases"] for page in pages if page["number"])
    assert sum(len(place) > 2 for page in pages for place in page["places"]) > 400


TABLE = "| Что | Как |\n|---|---|\n| Посылка, курьер | Примите |\n| Курьера прислал хозяин | Отдайте |\n| Ключ | Верните |\n"


@pytest.mark.parametrize(
    ("phrase", "row"),
    [
        ("приехало такси -> Хозяин", 1),  # the row has none of the words that are typed
        ("курьер с ключом -> посылка", 0),  # nor need it be the most like them
        ("приехало такси", None), ("прислали такси -> Сдача", None), ("прислали такси -> курьеры", None),
    ],
)  # fmt: skip
def test_a_phrase_goes_to_the_row_that_it_names(phrase: str, row: int | None) -> None:
    detail = {"id": "things", "title": "Вещи", "text": TABLE, "look_for": [phrase]}
    (page,) = read(search_index(handbook_of({"house": {"details": [detail]}})))["pages"]
    table, *rows = (place for place in page["places"] if place[0] in ("detail", "row"))
    its = [place[5] if len(place) > 5 else "" for place in rows]
    said = phrase.partition(" -> ")[0]
    assert its == [said if at == row else "" for at in range(3)]
    assert (table[5] if len(table) > 5 else "") == ("" if row is not None else said)


def test_line_separators_do_not_break_the_script() -> None:
    written = search_index(handbook_of({"odd": {"purpose": 'Одна\u2028две </script> "три"'}}))
    assert "\u2028" not in written and "Одна две" in written


def unpacked(texts: str) -> list[set[str]]:
    return [{start + end for end in ends} for start, *ends in (group.split("|") for group in stem_groups([texts]))]


def test_forms_of_one_word_are_one_group() -> None:
    (group,) = unpacked("ребёнок")
    assert {"ребенок", "ребенк"} <= group


def test_words_without_cyrillic_need_no_groups() -> None:
    assert stem_groups(["child children, CRM"]) == []


def test_chance_joins_no_words() -> None:
    assert all("под" not in group for group in unpacked("подойти поднять подать под"))

"""The sheet that is signed: what is inside at first, what changed afterwards, which gaps are accepted, who signs."""

import datetime as dt
from collections.abc import Callable

from cjm.book import Altered, Since, book, since
from cjm.model import Handbook

from .conftest import DAY, section


def sheet(handbook: Handbook, told: Since | None = None) -> dict:  # type: ignore[type-arg]
    made: dict = book(handbook, today=DAY, since=told).data["approval"]  # type: ignore[type-arg]
    return made


def test_the_first_edition_says_what_is_inside(loaded: Callable[..., Handbook]) -> None:
    made = sheet(loaded())
    assert [(one["count"], one["noun"]) for one in made["counts"]][:2] == [(2, "раздела"), (3, "точки касания")]
    assert made["inside"] == [{"part": "Основа", "numbers": "1–2", "to": "section:call", "origins": [0, 0, 0]}]
    assert made["signers"] == [{"name": "Вера Лис", "role": "Администратор"}]


def test_nothing_approved_means_nothing_to_compare_with(loaded: Callable[..., Handbook]) -> None:
    assert since(loaded(), DAY) is None


def test_later_it_says_what_changed(loaded: Callable[..., Handbook]) -> None:
    told = Since(
        dt.date(2026, 7, 14), (Altered("call", "Входящий звонок", "до 21:00", "до 20:00"),), frozenset({"call"})
    )
    made = sheet(loaded(), told)
    assert "14\u00a0июля 2026" in made["lead"]
    assert [(one["count"], one["noun"]) for one in made["counts"]][:3] == [
        (1, "раздел изменён"), (0, "разделов добавлено"), (1, "без изменений")
    ]  # fmt: skip
    assert made["changes"][0] | {"to": ""} == {
        "number": "1", "title": "Входящий звонок", "to": "", "before": "до\u00a021:00", "after": "до\u00a020:00"
    }  # fmt: skip


def test_an_accepted_gap_is_named_with_its_last_day(loaded: Callable[..., Handbook]) -> None:
    gap = "accept: [{rule: 201, reason: Ждём душевую, until: 2027-03-01}]\n"
    made = sheet(loaded({"guideline/sections/visit.yml": section("visit", "Встреча у стойки", gap)}))
    assert [one["title"] for one in made["gaps"]] == ["Встреча у\u00a0стойки"]
    assert "до\u00a01\u00a0марта 2027: Ждём душевую" in made["gaps"][0]["text"]


def test_an_english_handbook_is_english(loaded: Callable[..., Handbook]) -> None:
    english = "handbook: pool\ntitle: Wave\nlanguage: en\nparts: [{id: basics, title: Basics, sections: [call]}]\n"
    data = book(loaded({"guideline/handbook.yml": english}), today=DAY).data
    assert data["lang"] == "en" and data["edition"] == "Edition of 22\u00a0November 2026"
    assert data["approval"]["signers"] == [{"name": "", "role": ""}] * 2


def test_the_sheet_names_every_section(loaded: Callable[..., Handbook]) -> None:
    new = tuple(Altered("call", f"Раздел {number}", "", "Новое") for number in range(9))
    made = sheet(
        loaded(), Since(DAY, (*new, Altered("visit", "Встреча у стойки", "было", "стало")), frozenset({"call"}))
    )
    assert [row["title"] for row in made["changes"]] == [*(one.title for one in new), "Встреча у\u00a0стойки"]

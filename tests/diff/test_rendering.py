"""A difference in words: on a line where it is short, else both texts with what stayed cut short."""

import pytest

from cjm.diff.difference import difference
from cjm.diff.rendering import as_data, as_markdown, as_text
from cjm.load import load
from cjm.model import Handbook

LONG = [f"с{n}" for n in range(1, 41)]
CHANGED = [*LONG[:20], "НОВОЕ", *LONG[21:]]


def handbook(do: str, who: str = "desk") -> Handbook:
    section = f"section: visit\ntitle: Визит\nperformer: {who}\nsteps:\n  - {{id: hello, do: {do}}}\n"
    roles = "roles: [{id: desk, title: Стойка}, {id: cash, title: Касса}]\n"
    return load({"guideline/sections/visit.yml": section.encode(), "guideline/roles.yml": roles.encode()})


@pytest.mark.parametrize(
    ("before", "after", "was", "now"),
    [
        (LONG, CHANGED, "… с16 с17 с18 с19 с20 с21 с22 с23 с24 с25 с26 …", "… с16 с17 с18 с19 с20 НОВОЕ с22 с23 с24 с25 с26 …"),
        (LONG, [*LONG, "НОВОЕ"], "… с36 с37 с38 с39 с40", "… с36 с37 с38 с39 с40 НОВОЕ"),
        (LONG, ["НОВОЕ", *LONG], "с1 с2 с3 с4 с5 …", "НОВОЕ с1 с2 с3 с4 с5 …"),
    ],
)  # fmt: skip
def test_a_long_text_shows_what_stands_around_a_change(before: list[str], after: list[str], was: str, now: str) -> None:
    old, new = handbook(" ".join(before)), handbook(" ".join(after))
    told = as_text(difference(old, new, "ru"), new, "ru")
    assert f"\n      было: {was}\n      стало: {now}\n" in told


def test_in_each_form_the_same_change_is_told() -> None:
    old, new = handbook("Поздоровайтесь."), handbook("Поздоровайтесь.", who="cash")
    made = difference(old, new, "ru")
    foot = ["Изменений: 1", "Кого касается: Стойка, Касса", "Перечитать — Касса: 1 раздел: «Визит»"]
    text, page = (
        [line.replace("\u00a0", " ").rstrip() for line in form(made, new, "ru").splitlines()]
        for form in (as_text, as_markdown)
    )
    assert text == ["~ раздел «Визит»: изменено", "    исполняет: Стойка → Касса", "", *foot]
    assert page == ["- **раздел «Визит»: изменено**", "    - исполняет: Стойка → Касса", "", *foot]
    detail = {
        "where": "",
        "what": "исполняет",
        "action": "changed",
        "before": "Стойка",
        "after": "Касса",
        "normative": True,
    }
    change = {
        "action": "changed",
        "kind": "section",
        "id": "visit",
        "was": "",
        "title": "Визит",
        "major": True,
        "minor": "",
        "sections": ["visit"],
    }
    assert as_data(made) == {
        "changes": [change | {"details": [detail]}],
        "roles": ["desk", "cash"],
        "read_again": {"cash": ["visit"]},
    }
    same = difference(old, old, "ru")
    assert as_text(same, old, "ru") == as_markdown(same, old, "ru") and not as_data(same)["changes"]


def test_a_picture_that_comes_or_goes_is_told_with_the_sections_that_show_it() -> None:
    shows = {
        "guideline/sections/visit.yml": "section: visit\ntitle: Визит\nsteps: [{do: 'Смотрите ![план](files/plan.png).'}]\n".encode()
    }
    without, there = load(shows), load(shows | {"guideline/files/plan.png": b"1"})
    for before, after, action in (
        (without, there, "added"),
        (there, without, "removed"),
        (there, load(shows | {"guideline/files/plan.png": b"2"}), "changed"),
    ):
        told = [
            (one.action, one.id, one.sections) for one in difference(before, after, "ru").changes if one.kind == "look"
        ]
        assert told == [(action, "guideline/files/plan.png", ("visit",))]

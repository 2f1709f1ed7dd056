"""The state of a standard, and of a touchpoint by its standards."""

from collections.abc import Callable, Mapping

import pytest

from cjm.model import Handbook
from cjm.workspace.standards import best, named, standards

HANDBOOK = """
handbook: h
title: Книга
parts:
  - part: p
    title: Часть
    sections:
      - call
      - {planned: mail, title: Письмо}
      - lost
"""
SECTIONS = {
    "guideline/sections/call.yml": "section: call\ntitle: Входящий звонок\nshort: Звонок\nstatus: active\n",
    "guideline/sections/draft.yml": "section: draft\ntitle: Черновик\nstatus: draft\n",
    "guideline/sections/old.yml": "section: old\ntitle: Старое\nstatus: retired\n",
}


@pytest.mark.parametrize(
    ("id", "number", "title", "state"),
    [
        ("call", 1, "Звонок", "covered"),
        ("mail", 2, "Письмо", "planned"),
        ("lost", 3, "", "missing"),  # listed, and there is no file
        ("draft", None, "Черновик", "review"),  # written, and not listed
        ("old", None, "Старое", "missing"),
        ("nobody", None, "", "missing"),
    ],
)
def test_a_standard_is_in_force_under_review_or_missing(
    load_text: Callable[[Mapping[str, str]], Handbook], id: str, number: int | None, title: str, state: str
) -> None:
    (found,) = named((id,), standards(load_text({"guideline/handbook.yml": HANDBOOK} | SECTIONS)))
    assert (found.id, found.number, found.title, found.state) == (id, number, title, state)


@pytest.mark.parametrize(
    ("ids", "state"),
    [
        ((), "missing"),
        (("nobody",), "missing"),
        (("draft", "nobody"), "review"),
        (("draft", "call"), "covered"),
        (("old", "call"), "covered"),
    ],
)
def test_one_standard_in_force_covers_a_touchpoint(
    load_text: Callable[[Mapping[str, str]], Handbook], ids: tuple[str, ...], state: str
) -> None:
    assert best(named(ids, standards(load_text({"guideline/handbook.yml": HANDBOOK} | SECTIONS)))) == state

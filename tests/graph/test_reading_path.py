"""What somebody in a role has to read: everybody's sections, its own, those in which it has a part; nothing retired."""

from collections.abc import Callable, Mapping

import pytest

from cjm.graph.reading_path import reading
from cjm.model import Handbook

ORDER = ["general", "general-retired", "own", "own-retired", "step", "passed", "answered", "foreign", "own-and-step"]
SECTIONS = {
    "general": "kind: general",
    "general-retired": "general: true\nstatus: retired",
    "own": "performer: [boss, desk]",
    "own-retired": "performer: desk\nstatus: retired",
    "step": "performer: boss\nsteps: [{do: Ждите.}, {do: Идите., who: desk}]",
    "passed": "conflicts: [{id: a, says: А?, pass_on: {to: boss}}, {id: b, says: Б?, pass_on: {to: desk}}]",
    "answered": "performer: boss",
    "foreign": "performer: boss\nconflicts: [{id: a, says: А?}]",
    "own-and-step": "performer: desk\nsteps: [{do: Идите., who: desk}]",
}
VISIT = """journey: visit
title: Визит
stages:
  - stage: a
    title: До
    touchpoints:
      - {id: one, title: Один, role: desk, standard: [own, answered]}
      - {id: two, title: Два, role: boss, standard: [foreign]}
"""


@pytest.fixture(scope="module")
def club(load_text: Callable[[Mapping[str, str]], Handbook]) -> Handbook:
    return load_text(
        {
            "guideline/handbook.yml": "handbook: base\ntitle: Основа\nlanguage: ru\n"
            f"parts: [{{id: all, title: Всё, sections: [{', '.join(ORDER)}]}}]\n",
            "guideline/roles.yml": "roles: [{id: desk, title: Стойка}, {id: boss, title: Старший}, {id: guest, title: Гость}]",
            "touchpoints/visit.yml": VISIT,
        }
        | {f"guideline/sections/{id}.yml": f"section: {id}\ntitle: {id}\n{text}\n" for id, text in SECTIONS.items()}
    )


@pytest.mark.parametrize(
    ("role", "read"),
    [
        ("desk", {"basics": ["general"], "own": ["own", "own-and-step"], "part": ["step", "passed", "answered"]}),
        ("boss", {"basics": ["general"], "own": ["own", "step", "answered", "foreign"], "part": ["passed"]}),
        ("guest", {"basics": ["general"]}),
    ],
)
def test_a_role_reads(club: Handbook, role: str, read: dict[str, list[str]]) -> None:
    found = reading(club.role[role], club)
    assert {name: [section.id for section in sections] for name, sections in found} == read
    assert [name for name, _ in found] == list(read)

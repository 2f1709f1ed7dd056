"""A section as it is shown: where its steps lead, and which script stands where."""

from collections.abc import Callable, Mapping

import pytest

from cjm import view
from cjm.model import Handbook
from cjm.view.section import StepCard

VISIT = """section: visit
title: Визит
steps:
  - {do: Встретьте.}
  - {id: key, do: Дайте ключ., script: bye, next: [{when: ключа нет, to: ""}, {when: забыл, to: key}, {when: поздно, to: section:late/call}]}
  - {do: Проводите., script: bye}
scripts:
  - {id: bye, title: Прощание, variants: [{text: Ждём вас.}]}
  - {id: spare, title: Запасной, variants: [{text: Всегда рады.}]}
"""


def cards(load_text: Callable[[Mapping[str, str]], Handbook], text: str) -> tuple[list[StepCard], tuple[str, ...]]:
    outline = "handbook: t\ntitle: Т\nlanguage: ru\nparts: [{id: a, title: А, sections: [visit]}]\n"
    handbook = load_text({"guideline/handbook.yml": outline, "guideline/sections/visit.yml": text})
    one = handbook.section["visit"]
    shown = view.section(one, handbook)
    loose = tuple(getattr(piece.thing, "id", "") for piece in view.loose_scripts(one, shown))
    return list(view.step_cards(one, shown)), loose


def test_where_a_branch_leads(load_text: Callable[[Mapping[str, str]], Handbook]) -> None:
    """To a step of the section by its number, elsewhere by name; one that is not written yet leads to no step."""
    made, _ = cards(load_text, VISIT)
    assert [(one.step, one.section, one.anchor, one.to) for one in made[1].branches] == [
        (0, "", "", "section:"), (2, "visit", "step-key", "section:visit/key"), (0, "late", "", "section:late/call"),
    ]  # fmt: skip


def test_a_script_stands_in_the_first_card_that_needs_it(load_text: Callable[[Mapping[str, str]], Handbook]) -> None:
    made, loose = cards(load_text, VISIT)
    assert [(one.script is not None, one.above) for one in made] == [(False, 0), (True, 0), (True, 2)]
    assert loose == ("spare",)


ASKED = """section: visit
title: Визит
steps: [{id: meet, do: Встретьте семью с улыбкой.}, {id: key, do: Дайте ключ от шкафа.}]
never: [{do: Бегать., instead: Ходите.}]
details: [{id: lockers, title: Шкафы, text: Их восемь.}]
questions:
"""


@pytest.mark.parametrize(
    ("see", "anchor", "problem"),
    [
        ("", "step-key", ""),
        ("see: meet, ", "step-meet", ""),
        ("see: never, ", "never", ""),
        ("see: 'detail:lockers', ", "detail-lockers", ""),
        ("see: mett, ", "step-key", "unknown-reference"),
        ("see: 'detail:locker', ", "step-key", "unknown-reference"),
    ],
)
def test_where_a_question_is_answered(
    load_text: Callable[[Mapping[str, str]], Handbook], see: str, anchor: str, problem: str
) -> None:
    """Where its author says; the right answer's words only tell where he does not."""
    asked = f"  - {{id: first, ask: Что даёте?, {see}use: practice, options: [{{text: Ключ от шкафа, right: true}}]}}\n"
    made = load_text({"guideline/sections/visit.yml": ASKED + asked})
    one = made.section["visit"]
    assert view.answered_at(one.questions[0], one, made).anchor == anchor
    assert [found.trouble for found in made.problems if found.place.line == 7] == ([problem] if problem else [])

"""A question that is open stands for its field under draft and review: no rule asks for the field itself."""

import datetime as dt

import pytest

from cjm.lint import RuleChoice, judge
from cjm.load import load

OUTLINE = """\
handbook: a
title: Студия
language: ru
channels:
  - {id: phone, title: Телефон}
people:
  - {id: olga, name: Ольга}
parts:
  - {id: all, title: Всё, sections: [lesson]}
"""
ROLES = """\
roles:
  - {id: desk, title: Стойка}
  - {id: legal, title: ЮР-отдел, kind: department, to_us: supplier}
"""
SECTION = """\
section: lesson
title: Занятие
owner: olga
reviewed: 2026-11-01
performer: desk
trigger: Клиент пришёл.
"""
STEPS = "steps:\n  - {id: greet, do: Поздоровайтесь., say: Добрый день!}\n"
JOURNEY = """\
journey: visit
title: Визит
stages:
  - stage: all
    title: Визит
    touchpoints:
      - {id: talk, title: Разговор, contact: person, channel: phone, role: desk, standard: lesson, entry: true, outcome: Доволен, moment_of_truth: true, pains: [Долго ждали]}
"""
OPEN = ("purpose", "result", "questions", "conflicts")


def codes(section: str) -> set[str]:
    files = {
        "guideline/handbook.yml": OUTLINE,
        "guideline/roles.yml": ROLES,
        "guideline/sections/lesson.yml": section,
        "touchpoints/visit.yml": JOURNEY,
    }
    handbook = load({name: text.encode() for name, text in files.items()})
    assert handbook.problems == ()
    return {
        one.code for one in judge(handbook, today=dt.date(2026, 11, 28), asked=RuleChoice(profile="review")).findings
    }


@pytest.mark.parametrize(
    ("key", "code"), [("purpose", "CJM301"), ("result", "CJM301"), ("questions", "CJM203"), ("conflicts", "CJM207")]
)
def test_an_open_field_is_not_asked_for(key: str, code: str) -> None:
    asked = {one: f"  {one}: Как это?\n" for one in OPEN}
    assert codes(SECTION + STEPS + "open:\n" + "".join(asked.values())) & {"CJM301", "CJM203", "CJM207"} == set()
    del asked[key]
    assert code in codes(SECTION + STEPS + "open:\n" + "".join(asked.values()))


def test_a_department_that_owes_us_is_there_for_readers() -> None:
    assert "CJM511" not in codes(SECTION + STEPS)

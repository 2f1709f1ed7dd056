"""What the author does not know yet: a question stands in the place of a field, and nothing is asked for there."""

import datetime as dt
from collections.abc import Callable, Mapping

import pytest

from cjm.lint import RuleChoice, judge
from cjm.model import Handbook
from cjm.view import fields
from cjm.wording.facts import resolve

Load = Callable[[Mapping[str, str]], Handbook]
ROLES = {"guideline/roles.yml": "roles: [{id: system, title: Система}]"}


def promise(load_text: Load, written: str) -> Handbook:
    lines = (
        "promises:",
        "  - id: fast",
        "    from: system",
        "    to: client",
        *(f"    {line}" for line in written.splitlines()),
    )
    return load_text({**ROLES, "guideline/promises.yml": "\n".join(lines)})


def test_a_question_stands_for_a_required_field(load_text: Load) -> None:
    asked = promise(load_text, 'open: {promise: "Что именно обещаем?"}')
    assert not asked.problems
    assert [problem.form for problem in promise(load_text, "within: 1 день").problems] == ["missing"]


def test_a_question_about_the_whole_stands_for_all(load_text: Load) -> None:
    assert not promise(load_text, "open: Что мы им обещали?").problems


@pytest.mark.parametrize(
    ("written", "near"),
    [
        ('open: {withn: "За сколько?"}', "within"),
        ('open: {"за сколько": "?"}', ""),
    ],
)
def test_a_question_is_about_a_field_of_this_very_thing(load_text: Load, written: str, near: str) -> None:
    (problem,) = promise(load_text, f"promise: Решим\n{written}").problems
    assert (problem.trouble, problem.values["near"]) == ("unknown-key", near)


def test_half_of_a_question_is_not_lost_at_its_comma(load_text: Load) -> None:
    found = promise(load_text, "promise: Решим\nopen: {within: Сколько, когда?}").problems
    assert [problem.form for problem in found] == ["comma"]


def test_readers_see_that_it_is_being_settled(load_text: Load) -> None:
    handbook = promise(load_text, 'promise: Решим\nopen: {within: "За сколько?"}')
    shown = {field.key: [value.text for value in field.values] for field in fields(handbook.promises[0], handbook)}
    assert shown["within"] == ["уточняется: За сколько?"]


def test_a_fact_that_nobody_knows_yet_is_no_gap_in_a_sentence(load_text: Load) -> None:
    handbook = load_text({"guideline/facts.yml": "facts: [{id: size, title: Детей в группе, open: {value: Сколько?}}]"})
    assert not handbook.problems
    assert resolve("В группе {{ size }}.", handbook) == "В группе уточняется."


def test_an_id_is_made_from_the_title(load_text: Load) -> None:
    handbook = load_text(
        {
            **ROLES,
            "guideline/duties.yml": "duties: [{title: Сверить отметки, who: system}, {title: Сверить отметки, who: system}]",
        }
    )
    assert [duty.id for duty in handbook.things("duty")] == ["sverit-otmetki"] * 2  # type: ignore[attr-defined]
    assert [problem.trouble for problem in handbook.problems] == ["duplicate-id"]


@pytest.mark.parametrize(("profile", "codes"), [("draft", []), ("review", []), ("release", ["CJM806"])])
def test_only_what_is_put_in_force_must_be_settled(load_text: Load, profile: str, codes: list[str]) -> None:
    handbook = promise(load_text, 'promise: Решим\nmeasure: Решено за день\nopen: {within: "За сколько?"}')
    found = judge(handbook, today=dt.date(2026, 11, 27), asked=RuleChoice(profile=profile)).findings
    assert [finding.code for finding in found if finding.code in ("CJM001", "CJM806")] == codes

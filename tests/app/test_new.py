"""A thing by its title: in its place among its like, with a question for each field that waits, and nothing else changed."""

import datetime as dt
from pathlib import Path

import pytest

from cjm.app.check import Wish, check
from cjm.app.new import NotAdded, new_thing, write_added
from cjm.lint import RuleChoice, lint
from cjm.load import load_folder
from cjm.repair import unified_diff
from cjm.repair.add import addable

from .conftest import Pool

UNLINKED = {("CJM104", "stage"), ("CJM104", "touchpoint")}  # the way that leads there is the author's to draw


def added(root: Path, kind: str, title: str, **where: str) -> str:
    """The lines that are new."""
    made = new_thing(root, kind, title, **where)
    text = unified_diff(made.files)
    write_added(root, made)
    return "\n".join(line[1:] for line in text.splitlines() if line.startswith("+") and not line.startswith("+++"))


def test_a_section_is_a_draft_in_its_part(pool: Pool) -> None:
    assert (
        added(pool.root, "section", "Забытые вещи", after="call")
        == """\
parts: [{id: basics, title: Основа, sections: [call, zabytye-veshchi]}]
section: zabytye-veshchi
title: Забытые вещи
status: draft
open:
  owner: Кто отвечает за раздел?
  performer: Кто выполняет?
  purpose: Для чего это, одним предложением?
  trigger: Когда начинается?
  result: По чему видно, что всё сделано?
  steps: Шаги?"""
    )
    assert [section.id for section in load_folder(pool.root).sections] == ["call", "zabytye-veshchi"]


def test_a_touchpoint_stands_behind_another(pool: Pool) -> None:
    pool.change(
        "touchpoints/first.yml",
        "outcome: Записан}",
        "next: [{to: first/came}]}\n      - {id: came, title: Пришёл, outcome: Записан}",
    )
    assert added(pool.root, "touchpoint", "Напоминание", after="called").startswith(
        "      - id: napominanie\n        title: Напоминание\n        open:\n"
    )
    assert [one.id for one in load_folder(pool.root).journeys[0].touchpoints] == ["called", "napominanie", "came"]


def test_a_role_into_a_list_on_one_line(pool: Pool) -> None:
    assert "{id: massazhist, title: Массажист, open: {summary:" in added(pool.root, "role", "Массажист")


def test_the_first_of_a_kind_makes_its_file(pool: Pool) -> None:
    assert (
        added(pool.root, "duty", "Сверить часы")
        == "duties:\n  - id: sverit-chasy\n    title: Сверить часы\n    open:\n      who: Кто?\n      every: Как часто?"
    )


@pytest.mark.parametrize("kind", [kind.name for kind in addable()])
def test_what_is_new_leaves_a_draft_without_errors(pool: Pool, kind: str) -> None:
    within = {
        "step": "call",
        "script": "call",
        "conflict": "call",
        "question": "call",
        "detail": "call",
        "stage": "first",
        "touchpoint": "first",
    }
    before = {finding.message for finding in check(pool.root, Wish(today=dt.date(2026, 11, 22))).findings}
    write_added(pool.root, new_thing(pool.root, kind, "Новая вещь", within=within.get(kind, "")))
    verdict = check(pool.root, Wish(today=dt.date(2026, 11, 22), choice=RuleChoice(profile="draft")))
    new = [one for one in verdict.findings if one.severity == "error" and one.message not in before]
    assert [f"{one.code} {one.message}" for one in new if (one.code, kind) not in UNLINKED] == []


@pytest.mark.parametrize(
    ("kind", "title", "where", "why"),
    [
        ("rolle", "А", {}, "Можно: role"),
        ("role", "Администратор", {"id": "desk"}, "имя «desk» уже занято (guideline/roles.yml:1)"),
        ("role", "А", {"id": "Дежурный"}, "имя «Дежурный» не годится"),
        ("section", "Вещи", {"within": "basic"}, "«basic» здесь нет. Возможно, basics"),
        ("section", "Вещи", {"after": "cal"}, "«cal» здесь нет. Возможно, call"),
        ("touchpoint", "Ещё", {"after": "caled"}, "«caled» здесь нет. Возможно, called"),
        ("step", "Спросите", {"within": "meeting"}, "«meeting» здесь нет"),
    ],
)
def test_refused_with_the_remedy(pool: Pool, kind: str, title: str, where: dict[str, str], why: str) -> None:
    before = {file: file.read_bytes() for file in pool.root.rglob("*.yml")}
    with pytest.raises(NotAdded) as refused:
        new_thing(pool.root, kind, title, **where)
    assert why in refused.value.to("ru")
    assert before == {file: file.read_bytes() for file in pool.root.rglob("*.yml")}


def test_nothing_is_added_to_a_file_that_cannot_be_read(pool: Pool) -> None:
    pool.write("guideline/roles.yml", "roles: [{id: desk\n")
    with pytest.raises(NotAdded, match="cannot be read"):
        new_thing(pool.root, "role", "Массажист")


def test_a_kind_is_named_as_people_say_it(pool: Pool) -> None:
    assert new_thing(pool.root, "Точка касания", "Осмотр", within="first").name == "touchpoint:osmotr"
    with pytest.raises(NotAdded) as refused:
        new_thing(pool.root, "лекция", "А")
    assert "точка касания, роль" in refused.value.to("ru")


def test_a_step_that_is_added_answers_the_question_about_steps(pool: Pool) -> None:
    write_added(pool.root, new_thing(pool.root, "section", "Потери", after="call"))
    made = new_thing(pool.root, "step", "Запишите, что потеряли", within="poteri")
    write_added(pool.root, made)
    text = (pool.root / "guideline/sections/poteri.yml").read_text(encoding="utf-8")
    assert "steps: Шаги?" not in text and "result: По чему" in text and made.questions == 0


def test_the_first_touchpoints_of_two_journeys_have_two_names(pool: Pool) -> None:
    for title in ("Хранение", "Возврат"):
        write_added(pool.root, new_thing(pool.root, "journey", title))
    assert not [one for one in lint(load_folder(pool.root)) if one.code == "CJM002"]

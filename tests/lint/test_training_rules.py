"""Exams and their questions as authors write them: what cannot be held is told where it stands."""

from collections.abc import Callable, Mapping

import pytest

from cjm.lint import all_rules, lint
from cjm.model import Handbook

Load = Callable[[Mapping[str, str]], Handbook]
HANDBOOK = "handbook: club\ntitle: Клуб\nlanguage: ru\nparts: [{id: all, title: Всё, sections: [a, b]}]\n"
ROLES = "roles: [{id: desk, title: Администратор}, {id: coach, title: Тренер}, {id: senior, title: Старшая}]\n"
SECTION = "section: {id}\ntitle: Раздел {id}\nperformer: {who}\nquestions:\n{questions}"
ONE = "  - {{id: {id}, ask: Что вы сделаете?, use: exam, options: [{{text: Да, right: true}}, {{text: Нет, because: Плохо.}}]}}\n"
EXAM = "exams:\n  - {{id: e, title: Экзамен, roles: {roles}, questions: {asked}, pass: {passed}, examiner: {examiner}{more}}}\n"


def section(id: str, who: str, count: int) -> str:
    return SECTION.format(id=id, who=who, questions="".join(ONE.format(id=f"{id}{n}") for n in range(count)))


def told(load_text: Load, code: str, exam: str, a: int = 3, b: int = 3, **more: str) -> list[str]:
    files = {
        "guideline/handbook.yml": HANDBOOK,
        "guideline/roles.yml": ROLES,
        "guideline/sections/a.yml": section("a", "desk", a),
        "guideline/sections/b.yml": section("b", "coach", b),
        "guideline/training.yml": exam,
    }
    rules = [rule for rule in all_rules() if rule.code == code]
    return [finding.message for finding in lint(load_text(files | more), rules)]


@pytest.mark.parametrize(
    ("exam", "said"),
    [
        ({}, []),
        ({"asked": 4}, ["Администратор: экзамен спрашивает 4, а вопросов о разделах этой роли 3"]),
        ({"asked": 2, "more": ", twice: 14 дней"}, ["Администратор: на два раза по 2 разных вопросов не хватит: их 3"]),
        ({"asked": 2}, []),  # held once, it needs no second paper
        ({"passed": 3}, ["для зачёта нужно 3 верных ответов из 2"]),
        ({"examiner": "[senior, desk]"}, ["экзамен принимает та же роль, что и сдаёт: Администратор"]),
        ({"more": ", sections: [a, b]"}, ["раздел «Раздел b» не читает никто из тех, кто сдаёт"]),
        ({"roles": "[desk, coach]", "more": ", sections: [a, b]"}, []),
        ({"more": ", must_know: b"}, ["в разделе «Раздел b» ошибаться нельзя, а о нём не спрашивают: Администратор"]),
        ({"more": ", must_know: a"}, []),
    ],
)
def test_an_exam_can_be_held(load_text: Load, exam: dict[str, object], said: list[str]) -> None:
    written = {"roles": "desk", "asked": 2, "passed": 2, "examiner": "senior", "more": ""} | exam
    assert told(load_text, "CJM711", EXAM.format(**written)) == said


@pytest.mark.parametrize(("there", "found"), [(3, 0), (2, 1), (0, 1)])
def test_what_must_be_known_has_a_third_question(load_text: Load, there: int, found: int) -> None:
    exam = EXAM.format(roles="desk", asked=1, passed=1, examiner="senior", more=", must_know: [a]")
    said = told(load_text, "CJM707", exam, a=there)
    assert sum("ошибаться в разделе «Раздел a» нельзя (Экзамен)" in one for one in said) == found


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("use: exam, options: [{text: Да, right: true}, {text: Оба, right: true}, {text: Нет, because: Плохо.}]", ""),
        ("use: practice, options: [{text: Да, right: true}, {text: Оба, right: true}, {text: Нет, because: Плохо.}]", "верных ответов несколько"),
        ("use: exam, options: [{text: Да, right: true}, {text: Оба, right: true}]", "верны все варианты"),
        ("use: exam, in_order: true, options: [{text: Раз}, {text: Два}, {text: Три}]", ""),
        ("use: exam, in_order: true, options: [{text: Раз}, {text: Два}]", "расставлять нечего"),
        ("use: exam, in_order: true, options: [{text: Раз, right: true}, {text: Два}, {text: Три}]", "расставлять нечего"),
        ("use: practice, in_order: true, options: [{text: Раз}, {text: Два}, {text: Три}]", "на сайте выбирают один"),
        ("use: exam, points: [имя, срок]", ""),
        ("use: practice, points: [имя, срок]", "на сайте выбирают один"),
        ("use: exam, points: [имя], options: [{text: Да, right: true}, {text: Нет, because: Плохо.}]", "и варианты, и то, что должно прозвучать"),
    ],
)  # fmt: skip
def test_kinds_of_question(load_text: Load, question: str, said: str) -> None:
    asked = SECTION.format(
        id="a", who="desk", questions=f"  - {{id: q, ask: Что вы сделаете? Отметьте всё, {question}}}\n"
    )
    exam = EXAM.format(roles="desk", asked=1, passed=1, examiner="senior", more="")
    found = told(load_text, "CJM703", exam, **{"guideline/sections/a.yml": asked})
    assert (said in found[0] if said else not found) and len(set(found)) == bool(said)

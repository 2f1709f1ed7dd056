"""Rules about ways and coverage beyond their pages: what breaks a promise, what is said once, what is not said at all."""

from collections.abc import Callable, Mapping

import pytest

from cjm.lint import Finding, all_rules, lint
from cjm.model import Handbook

Load = Callable[[Mapping[str, str]], Handbook]
RULES = [rule for rule in all_rules() if rule.code[3] in "12" or rule.code == "CJM805"]

VISIT = """\
journey: visit
title: Посещение
stages:
  - stage: request
    title: Обращение
    touchpoints:
      - id: call
        title: Звонок
        contact: person
        role: administrator
        channel: phone
        wait: 1 мин
        standard: welcome
        next:
          - {to: desk, when: придёт}
          - {to: boss, when: иначе}
      - id: boss
        title: Разговор с руководителем
        contact: person
        role: manager
        channel: phone
        wait: 5 мин
        standard: welcome
  - stage: arrival
    title: Приход
    touchpoints:
      - id: desk
        title: Стойка
        contact: person
        role: administrator
        channel: desk
        wait: 2 мин
        standard: welcome
        next:
          - {to: room, when: записан}
          - {to: desk-again, when: иначе}
      - id: desk-again
        title: Запись у стойки
        contact: person
        role: administrator
        channel: desk
        wait: 3 мин
        standard: welcome
        next:
          - {to: room, when: нашли время}
          - {to: desk, when: иначе, back: true, at_most: 2}
      - id: room
        title: Раздевалка
        contact: product
        channel: desk
        standard: welcome
        outcome: Готов к занятию
"""
ANGER = """\
journey: anger
title: Конфликт
enter: anywhere
stages:
  - stage: hear
    title: Услышать
    touchpoints:
      - {id: hear, title: Выслушать, contact: person, role: administrator, channel: desk, standard: welcome}
      - {id: settled, title: Решено, contact: person, role: administrator, channel: desk, standard: welcome, outcome: Вернулся}
"""
BASE = {
    "guideline/handbook.yml": "handbook: base\ntitle: Основа\nlanguage: ru\nchannels:\n  - {id: desk, title: Стойка}\n"
    "  - {id: phone, title: Телефон}\nparts:\n  - {id: basics, title: Основа, sections: [welcome]}\n",
    "guideline/roles.yml": "roles:\n  - {id: administrator, title: Администратор}\n  - {id: manager, title: Руководитель}\n",
    "guideline/sections/welcome.yml": "section: welcome\ntitle: Встреча\nperformer: [administrator, manager]\nchannels: [desk, phone]\n",
    "touchpoints/visit.yml": VISIT,
    "touchpoints/anger.yml": ANGER,
}


@pytest.fixture
def found(load_text: Load) -> Callable[..., list[Finding]]:
    """Findings of the graph rules in the base handbook with a policy and changed texts."""

    def check(policy: str = "", *changes: tuple[str, str], **files: str) -> list[Finding]:
        texts = dict(BASE)
        for before, after in changes:
            assert any(before in text for text in texts.values())
            texts = {path: text.replace(before, after, 1) for path, text in texts.items()}
        if policy:
            texts["guideline/policies.yml"] = f"policies:\n  - id: promise\n    title: Обещание\n    {policy}\n"
        handbook = load_text(texts | {f"guideline/{name}.yml": text for name, text in files.items()})
        return list(lint(handbook, RULES))

    return check


Found = Callable[..., list[Finding]]


def test_the_base_is_clean(found: Found) -> None:
    assert found() == []


@pytest.mark.parametrize(
    "policy",
    [
        "every_path: {from: visit/call, to: visit/room, through: desk}",
        "some_path: {in: visit, to: room, avoiding: {role: manager}}",
        "some_path: {from: call, to: room, avoiding: {touchpoint: boss, journey: anger}}",
        "longest_wait: {to: desk, at_most: 18 мин}",
        "at_most_steps: {from: call, to: room, steps: 2}",
        "at_most_steps: {from: visit/call, to: anger/settled, steps: 2}",
        "every: {touchpoint: {contact: person, role: [administrator, manager]}}\n    has: [standard, role]",
    ],
)
def test_a_promise_that_holds_is_silent(found: Found, policy: str) -> None:
    assert found(policy) == []


@pytest.mark.parametrize(
    ("policy", "way", "leaves", "hint"),
    [
        (
            "every_path: {from: visit/call, to: visit/room, through: desk-again}",
            ["Звонок", "Стойка", "Раздевалка"],
            "Стойка",
            "вместо to: room — to: desk-again",
        ),
        (
            "some_path: {in: visit, to: boss, avoiding: {role: manager}}",
            ["Звонок", "Разговор с руководителем"],
            "Разговор с руководителем",
            "добавьте дорогу в обход",
        ),
        (
            # call 1 + boss 5 + desk 2, and desk-again 3 + desk 2 twice more
            "longest_wait: {to: room, at_most: 20 мин}",
            ["Звонок", "Разговор с руководителем", "Стойка", "Запись у стойки", "Раздевалка"],
            "Запись у стойки",
            "«Запись у стойки» (touchpoints/visit.yml",
        ),
        ("at_most_steps: {from: call, to: room, steps: 1}", ["Звонок", "Стойка", "Раздевалка"], "", "короче"),
    ],
)
def test_a_broken_promise_shows_the_way_that_breaks_it(
    found: Found, policy: str, way: list[str], leaves: str, hint: str
) -> None:
    (finding,) = found(policy)
    assert finding.code == "CJM206" and (finding.place.file, finding.place.line) == ("guideline/policies.yml", 4)
    assert [waypoint.title for waypoint in finding.trail] == way
    assert [waypoint.title for waypoint in finding.trail if waypoint.leaves] == ([leaves] if leaves else [])
    assert hint in finding.hint


def test_a_way_past_two_promises_is_one_finding(found: Found) -> None:
    (finding,) = found("every_path: {from: call, to: room, through: [boss, desk-again]}")
    assert "«Разговор с руководителем», «Запись у стойки»" in finding.message


def test_waits_of_loops_are_told_apart(found: Found) -> None:
    (finding,) = found("longest_wait: {to: room, at_most: 20 мин}")
    assert "21\u00a0мин" in finding.message
    assert "3\u00a0мин и ещё 10\u00a0мин на возвраты" in [waypoint.note for waypoint in finding.trail]


def test_a_promise_looks_into_an_interrupt_only_where_it_names_it(found: Found) -> None:
    assert found("some_path: {from: call, to: anger/settled, avoiding: {role: manager}}") == []
    assert found("every_path: {from: call, to: room, through: desk}") == []


@pytest.mark.parametrize(
    ("policy", "said"),
    [
        ("every: {touchpoint: {emotion: -2}}\n    has: [standard]", "ни к чему не относится"),
        ("every: {touchpoint: {chanel: desk}}\n    has: [standard]", "такого поля нет"),
        ("every: {conflict: {}}\n    has: [answer]", "ни к чему не относится"),
        ("every: {conflict: {}}\n    has: [wait]", "не бывает"),
        ("every: {touchpoint: {}}", "ничего не требует"),
        ("has: [standard]", "не говорит, у кого"),
        ("every_path: {from: room, to: call, through: desk}", "не ведёт ни один путь"),
        ("accept: []", "ничего не проверяет"),
    ],
)
def test_a_promise_about_nothing_is_told(found: Found, policy: str, said: str) -> None:
    messages = [finding.message for finding in found(policy) if finding.code == "CJM805"]
    assert any(said in message for message in messages), messages


def test_values_are_compared_as_an_author_writes_them(found: Found) -> None:
    policy = "every: {touchpoint: {wait: 300 сек, journey: visit, stage: request}}\n    has: [owner]"
    (finding,) = found(policy)
    assert finding.code == "CJM203" and finding.id == "section:welcome"


def test_one_gap_is_one_finding(found: Found) -> None:
    truth = ("        wait: 1 мин\n", "        wait: 1 мин\n        moment_of_truth: true\n")
    findings = found("every: {touchpoint: {contact: person}}\n    has: [standard, script, question]", truth)
    assert [(finding.code, finding.place.file) for finding in findings] == [
        ("CJM203", "guideline/sections/welcome.yml")
    ] * 2
    assert all("момент истины «Звонок», обещание «Обещание»" in finding.message for finding in findings)


def test_a_missing_standard_is_said_once(found: Found) -> None:
    policy = "every: {touchpoint: {contact: person}}\n    has: [standard]"
    findings = found(policy, ("        wait: 1 мин\n        standard: welcome\n", "        wait: 1 мин\n"))
    assert [(finding.code, finding.id) for finding in findings] == [("CJM201", "touchpoint:call")]
    assert "standard: welcome — ближе всех раздел 1 «Встреча»" in findings[0].hint


@pytest.mark.parametrize(
    "change",
    [
        ("{to: desk, when: придёт}", "{to: dezk, when: придёт}"),
        ("        next:\n          - {to: desk", "        nxt:\n          - {to: desk"),
        ("id: boss", "id: desk"),
        ("journey: visit", "journey: [visit"),
        ("{to: room, when: записан}", "{when: записан}"),
        ("        standard: welcome\n", "        standard: welcom\n"),
        ("        role: manager\n", "        role: {manager}\n"),
    ],
)
def test_what_could_not_be_read_has_no_consequences(found: Found, change: tuple[str, str]) -> None:
    assert found("every_path: {from: visit/call, to: visit/room, through: desk}", change) == []


def test_a_lost_branch_is_told_by_the_one_that_is_left(found: Found) -> None:
    (finding,) = found("", ("          - {to: room, when: записан}\n", ""))
    assert finding.code == "CJM111" and "дорога потерялась" in finding.message


def test_a_journey_of_its_own_needs_no_mark(found: Found, load_text: Load) -> None:
    assert not found("")
    alone = {path: text for path, text in BASE.items() if path != "touchpoints/anger.yml"}
    assert lint(load_text(alone), RULES) == ()


def test_the_reference_handbook_is_clean(handbook: Handbook) -> None:
    assert [(finding.code, finding.message) for finding in lint(handbook, RULES)] == []


@pytest.mark.parametrize(
    "change", [("standard: welcome", "standart: welcome"), ("role: administrator", "rolle: administrator")]
)
def test_a_misspelt_field_is_not_missed_as_well(load_text: Load, change: tuple[str, str]) -> None:
    before = len(lint(load_text(BASE), RULES))
    texts = BASE | {"touchpoints/visit.yml": BASE["touchpoints/visit.yml"].replace(*change, 1)}
    handbook = load_text(texts)
    assert [problem.trouble for problem in handbook.problems] == ["unknown-key"]
    assert len(lint(handbook, RULES)) == before

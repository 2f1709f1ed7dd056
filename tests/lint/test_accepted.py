"""A gap accepted with a reason is counted and not reported; what is wrong with the acceptance itself is reported."""

import datetime as dt
from collections.abc import Callable, Mapping

import pytest

from cjm.lint import RuleChoice, Verdict, judge
from cjm.model import Handbook

TODAY = dt.date(2026, 11, 22)
LoadText = Callable[[Mapping[str, str]], Handbook]
HANDBOOK = "handbook: base\ntitle: Основа\nlanguage: ru\nparts:\n  - {id: basics, title: Основа, sections: []}\n"
ONLY = RuleChoice(select=("005", "8"))


def verdict(
    load_text: LoadText, accept: str, lint: str = "", asked: RuleChoice = ONLY, today: dt.date = TODAY
) -> Verdict:
    roles = f"roles:\n  - id: Старший\n    title: Старший администратор\n    accept: {accept}\n"
    handbook = HANDBOOK + (f"lint: {lint}\n" if lint else "")
    return judge(
        load_text({"guideline/roles.yml": roles, "guideline/handbook.yml": handbook}), today=today, asked=asked
    )


def codes(found: Verdict) -> list[str]:
    return [one.code[3:] for one in found.shown]


@pytest.mark.parametrize("rule", ['"005"', "CJM005", "bad-id"])
def test_a_finding_accepted_on_its_item_is_counted_with_its_reason(load_text: LoadText, rule: str) -> None:
    found = verdict(load_text, f"[{{rule: {rule}, reason: Переносим, until: 2027-03-01}}]")
    assert codes(found) == []
    assert [one.accepted for one in found.accepted] == ["Переносим"]
    assert found.accepted_until == dt.date(2027, 3, 1)
    assert not found.failed


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        ("[{rule: '005', reason: Переносим}]", []),
        ("[{rule: '005', reason: Переносим, until: 2026-11-22}]", []),  # the last day counts
        ("[{rule: '005', reason: Переносим, until: 2026-11-21}]", ["005", "803"]),
        ("[{rule: '201', reason: Переносим}]", ["005"]),  # 201 did not run: nothing can be said of it
        ("[{rule: '005'}]", ["005", "802"]),
        ("[{rule: '005', reason: ' '}]", ["005", "802"]),
        ("[{rule: '*', reason: Всё}]", ["005", "802"]),
        ("[{rule: все, reason: Всё}]", ["005", "802"]),
        ("[{rule: ' ALL ', reason: Всё}]", ["005", "802"]),
        ("[{rule: '0', reason: Все имена}]", ["005", "802"]),
        ("[{rule: '999', reason: Так}]", ["005", "802"]),
        ("[{rule: '801', reason: Так}]", ["005", "802"]),
        ("[{rule: '005', reason: Переносим}, {rule: '005', reason: Дважды}]", ["801"]),
    ],
)
def test_what_an_acceptance_does(load_text: LoadText, accept: str, expected: list[str]) -> None:
    assert codes(verdict(load_text, accept)) == expected


def test_an_acceptance_of_what_is_mended_is_found_unless_a_file_cannot_be_read(load_text: LoadText) -> None:
    roles = "roles:\n  - id: admin\n    title: Администратор\n    accept: [{rule: '005', reason: Было}]\n"
    files = {"guideline/handbook.yml": HANDBOOK, "guideline/roles.yml": roles}
    assert codes(judge(load_text(files), today=TODAY, asked=ONLY)) == ["801"]
    files["guideline/facts.yml"] = "facts: {"
    assert codes(judge(load_text(files), today=TODAY, asked=ONLY)) == []


def test_an_acceptance_that_ran_out_and_has_nothing_to_accept_is_only_unused(load_text: LoadText) -> None:
    roles = "roles:\n  - id: admin\n    title: А\n    accept: [{rule: '005', reason: Было, until: 2020-01-01}]\n"
    found = judge(
        load_text({"guideline/handbook.yml": HANDBOOK, "guideline/roles.yml": roles}), today=TODAY, asked=ONLY
    )
    assert codes(found) == ["801"]


def test_an_acceptance_counts_for_what_stands_inside_its_item_and_the_nearest_wins(load_text: LoadText) -> None:
    section = """section: visit
title: Визит
accept: [{rule: step-without-id, reason: Набросок}]
steps:
  - do: Поздоровайтесь.
  - do: Назовите себя.
    accept: [{rule: step-without-id, reason: Придумываем имя}]
"""
    files = {"guideline/handbook.yml": HANDBOOK, "guideline/sections/visit.yml": section}
    found = judge(load_text(files), today=TODAY, asked=RuleChoice(select=("009", "8")))
    assert codes(found) == []
    assert [one.accepted for one in found.accepted] == ["Набросок", "Придумываем имя"]


@pytest.mark.parametrize("path", ["guideline/roles.yml", "guideline/*.yml", "guideline", "guideline/", "*/roles.yml"])
def test_a_rule_is_accepted_by_path(load_text: LoadText, path: str) -> None:
    lint = f"{{accept: [{{path: {path}, rule: '005', reason: Старые имена}}]}}"
    found = verdict(load_text, "[]", lint.replace("path: *", "path: '*").replace("*/roles.yml", "*/roles.yml'"))
    assert codes(found) == []
    assert [one.accepted for one in found.accepted] == ["Старые имена"]


def test_a_path_where_nothing_is_found_is_unused(load_text: LoadText) -> None:
    found = verdict(load_text, "[]", "{accept: [{path: touchpoints, rule: '005', reason: Старые имена}]}")
    assert codes(found) == ["801", "005"]
    assert found.shown[0].place.file == "guideline/handbook.yml"


def test_the_message_names_the_day_and_the_count(load_text: LoadText) -> None:
    found = verdict(load_text, "[{rule: '005', reason: Переносим, until: 2026-03-01}]")
    late = next(one for one in found.shown if one.code == "CJM803")
    assert "01.03.2026" in late.message and "1 замечание" in late.message


def test_one_may_switch_off_the_rules_about_acceptances(load_text: LoadText) -> None:
    asked = RuleChoice(select=("005", "8"), ignore=("801",))
    assert codes(verdict(load_text, "[{rule: '005', reason: А}, {rule: '005', reason: Б}]", asked=asked)) == []

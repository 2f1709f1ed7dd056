"""Which rules run and what fails: profiles, selection, severities, options; on the command line and in handbook.yml."""

import datetime as dt
from collections.abc import Callable, Mapping

import pytest

from cjm.lint import RuleChoice, Verdict, all_rules, judge
from cjm.lint.choice import chosen
from cjm.model import Handbook
from cjm.model.outline import PROFILES, LintSettings

TODAY = dt.date(2026, 11, 22)
LoadText = Callable[[Mapping[str, str]], Handbook]
HANDBOOK = """handbook: base
title: Основа
language: ru
channels:
  - {id: desk, title: Стойка, icon: desk}
parts:
  - {id: basics, title: Основа, sections: []}
"""
ROLES = """roles:
  - {id: Старший, title: Старший администратор}
  - {id: admin, title: Администратор, substitutes: [никто]}
"""
# 003 an error among files, 005 a warning, 201 and 209 errors of coverage
VISIT = """journey: visit
title: Посещение
stages:
  - stage: arrival
    title: Приход
    touchpoints:
      - {id: desk, title: Стойка, contact: person, channel: desk, outcome: Встречен}
"""


def verdict(load_text: LoadText, lint: str = "", journey: bool = True, **asked: object) -> Verdict:
    files = {"guideline/handbook.yml": HANDBOOK + (f"lint: {lint}\n" if lint else ""), "guideline/roles.yml": ROLES}
    if journey:
        files["touchpoints/visit.yml"] = VISIT
    return judge(load_text(files), today=TODAY, asked=RuleChoice(**asked))  # type: ignore[arg-type]


def codes(found: Verdict) -> set[str]:
    return {one.code[3:] for one in found.shown}


def severity(found: Verdict, code: str) -> str:
    return next(one.severity for one in found.shown if one.code == f"CJM{code}")


@pytest.mark.parametrize(
    "asked",
    [("003",), ("CJM003",), ("cjm003",), ("unknown-reference",), ("unknown_reference",)],
    ids=["code", "full code", "small letters", "slug", "file name"],
)
def test_one_rule_is_selected_by_code_or_slug(load_text: LoadText, asked: tuple[str, ...]) -> None:
    assert codes(verdict(load_text, select=asked)) == {"003"}


def test_a_group_is_selected_by_its_first_figures(load_text: LoadText) -> None:
    assert codes(verdict(load_text, select=("20",))) == {"201", "209"}
    assert codes(verdict(load_text, select=("0",))) == {"003", "005"}


def test_ignoring_wins_over_selecting(load_text: LoadText) -> None:
    assert codes(verdict(load_text, select=("0",), ignore=("005",))) == {"003"}


def test_the_command_line_adds_to_what_the_handbook_ignores(load_text: LoadText) -> None:
    assert codes(verdict(load_text, "{ignore: [2, 1, 3, 4, 5, 6, 7]}", ignore=("005",))) == {"003", "802"}


def test_what_is_selected_on_the_command_line_runs_although_the_handbook_ignores_it(load_text: LoadText) -> None:
    assert codes(verdict(load_text, "{ignore: [2]}", select=("201",))) == {"201"}
    assert severity(verdict(load_text, "{severity: {201: off}}", select=("201",)), "201") == "error"


def test_severity_is_set_and_switched_off_in_the_handbook(load_text: LoadText) -> None:
    found = verdict(load_text, '{severity: {"201": off, "209": info, bad-id: error}}')
    assert "201" not in codes(found)
    assert severity(found, "209") == "info"
    assert severity(found, "005") == "error"


@pytest.mark.parametrize(
    ("asked", "select", "failed"),
    [
        ({"profile": "draft"}, ("2",), False),
        ({"profile": "draft"}, ("0",), True),
        ({"profile": "review"}, ("2",), True),
        ({"profile": "review"}, ("005",), False),
        ({"profile": "release"}, ("005",), True),
        ({"profile": "release", "fail_on": "error"}, ("005",), False),
        ({"fail_on": "off"}, ("0",), False),
        ({"fail_on": "info"}, ("005",), True),
        ({}, ("005",), False),
    ],
)  # fmt: skip
def test_what_fails(load_text: LoadText, asked: dict[str, str], select: tuple[str, ...], failed: bool) -> None:
    assert verdict(load_text, select=select, **asked).failed is failed


def test_the_handbook_chooses_profile_and_threshold_and_the_command_line_overrides_both(load_text: LoadText) -> None:
    only = ("005",)
    assert verdict(load_text, "{profile: release}", select=only).failed
    assert not verdict(load_text, "{profile: release}", select=only, profile="review").failed
    assert verdict(load_text, "{fail_on: warning}", select=only).failed
    assert not verdict(load_text, "{fail_on: warning}", select=only, profile="draft").failed


def test_in_a_draft_only_files_and_journeys_are_errors(load_text: LoadText) -> None:
    found = verdict(load_text, profile="draft")
    assert {one.code[3] for one in found.shown if one.severity == "error"} == {"0"}
    assert severity(found, "201") == "warning"


@pytest.mark.parametrize("profile", ["draft", "review", "release"])
def test_a_profile_sets_the_severity_of_every_rule(profile: str) -> None:
    moments = sorted({rule.when for rule in all_rules()})
    found = {
        rule.code: rule.severity
        for moment in moments
        for rule in chosen(RuleChoice(profile=profile), LintSettings(), moment)
    }
    held = {
        rule.code: "warning"
        if profile == "draft" and rule.severity == "error" and not rule.code.startswith(("CJM0", "CJM1"))
        else rule.severity
        for rule in all_rules()
        if PROFILES.index(rule.profile) <= PROFILES.index(profile)
    }
    assert found == held
    assert {code[3] for code, severity in found.items() if severity == "error"} >= {"0", "1"}


@pytest.mark.parametrize(("named", "severity"), [("error", "warning"), ("warning", "warning"), ("info", "info")])
def test_a_draft_softens_what_the_handbook_sets_too(load_text: LoadText, named: str, severity: str) -> None:
    found = verdict(load_text, f'{{severity: {{"209": {named}}}}}', profile="draft")
    assert next(one.severity for one in found.shown if one.code == "CJM209") == severity


@pytest.mark.parametrize("name", ["115", "CJM115", "too-many-ways"])
def test_an_option_of_a_rule_is_set_by_code_or_slug(load_text: LoadText, name: str) -> None:
    ends = "".join(
        f"      - {{id: end-{n}, title: Конец, contact: product, channel: desk, outcome: Всё}}\n" for n in range(4)
    )
    ways = ", ".join(f"{{to: end-{n}, when: случай {n}}}" for n in range(4))
    files = {"touchpoints/visit.yml": VISIT.replace("outcome: Встречен", f"next: [{ways}]") + ends}

    def ways_out(lint: str) -> Verdict:
        return judge(load_text({**files, "guideline/handbook.yml": HANDBOOK + lint}), today=TODAY)

    assert "115" not in codes(ways_out(""))
    assert "115" in codes(ways_out(f"lint: {{options: {{{name}: {{most: 3}}}}}}\n"))


@pytest.mark.parametrize(
    ("option", "says", "hint"),
    [("{moost: 3}", "нет настройки «moost»", "most"), ("{most: три}", "не бывает «три»", "5")],
)
def test_an_option_that_is_none_is_found(load_text: LoadText, option: str, says: str, hint: str) -> None:
    found = verdict(load_text, f"{{options: {{115: {option}}}}}", journey=False)
    wrong = next(one for one in found.shown if one.code == "CJM802")
    assert says in wrong.message and hint in wrong.hint


def test_settings_that_name_no_rule_are_found_where_they_stand(load_text: LoadText) -> None:
    settings = "{ignore: [999, {rule: 005, reason: Имена старые}], severity: {unknown-referense: error}, options: {777: {most: 3}}}"
    found = verdict(load_text, settings, journey=False)
    unknown = [one for one in found.shown if one.code == "CJM802"]
    assert len(unknown) == 3 and all(one.place.line == 8 for one in unknown)
    assert any("unknown-reference" in one.hint for one in unknown)


def test_what_ripens_later_is_quiet_in_a_draft_unless_it_is_asked_for() -> None:
    def codes(choice: RuleChoice) -> set[str]:
        return {rule.code for rule in chosen(choice, LintSettings(), "lint")}

    assert "CJM411" not in codes(RuleChoice(profile="draft"))
    assert "CJM411" in codes(RuleChoice(profile="review")) & codes(RuleChoice(profile="draft", select=("411",)))
    assert "CJM213" in codes(RuleChoice(profile="release")) - codes(RuleChoice(profile="review"))


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ("{ignore: [209]}", ["правило 209 отключено без причины"]),
        ("{ignore: [{rule: 209, reason: '  '}]}", ["правило 209 отключено без причины"]),
        ("{severity: {209: off}}", ["правило 209 отключено без причины"]),
        ("{ignore: [{rule: 209, reason: Роли допишем весной}]}", []),
        ("{ignore: [{rule: 20, reason: Роли допишем весной}], severity: {005: info}}", []),
    ],
)
def test_what_is_switched_off_says_why_and_is_counted(load_text: LoadText, settings: str, said: list[str]) -> None:
    found = verdict(load_text, settings)
    assert [one.message for one in found.shown if one.code == "CJM802"] == said
    assert not found.choice.fails(one for one in found.shown if one.code == "CJM802")
    group = len({rule.code for rule in all_rules() if rule.code.startswith("CJM20")})
    assert "209" not in codes(found) and found.switched_off == (group if "20," in settings else 1)
    assert verdict(load_text, settings, select=("2",)).switched_off == 0  # who asks for it is shown it

"""What the handbook and the command line ask for in, the rules to run with their severities out."""

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass
from typing import cast

from cjm.lint.finding import SEVERITIES, Finding, Severity
from cjm.lint.rule import Rule, all_rules
from cjm.model.outline import PROFILES, LintSettings


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleChoice:
    """Which rules run and what fails. An empty field leaves the matter to the handbook, and then to the default."""

    profile: str = ""
    fail_on: str = ""
    select: tuple[str, ...] = ()  # codes, groups of codes («2», «20») or slugs
    ignore: tuple[str, ...] = ()

    def under(self, settings: LintSettings) -> "RuleChoice":
        """This choice completed by the handbook's own: a profile asked for brings its threshold with it."""
        profile = self.profile or settings.profile or "review"
        by_profile = "warning" if profile == "release" else "error"
        fail_on = self.fail_on or ("" if self.profile else settings.fail_on) or by_profile
        if self.select:
            return RuleChoice(profile=profile, fail_on=fail_on, select=self.select, ignore=self.ignore)
        ignore = tuple(one.rule for one in settings.ignore) + self.ignore
        return RuleChoice(profile=profile, fail_on=fail_on, select=settings.select, ignore=ignore)

    def fails(self, findings: Iterable[Finding]) -> bool:
        """Whether one of `findings` is at or above the threshold."""
        if self.fail_on not in SEVERITIES:
            return False
        failing = SEVERITIES[: SEVERITIES.index(self.fail_on) + 1]
        return any(finding.severity in failing for finding in findings)


def chosen(asked: RuleChoice, settings: LintSettings, when: str) -> tuple[Rule, ...]:
    """The rules of the moment `when` that are to run, with the severities that hold here."""
    choice = asked.under(settings)
    severities = dict(settings.severity)
    rules = []
    for rule in all_rules():
        if rule.when != when or not _wanted(rule, choice, asked):
            continue
        named = next((wish for code, wish in severities.items() if matches(rule, code)), rule.severity)
        if named == "off":
            if not any(matches(rule, selector) for selector in asked.select):
                continue
            named = rule.severity
        if choice.profile == "draft" and named == "error" and rule.code[3] not in "01":
            named = "warning"  # in a draft only files and journeys must hold
        rules.append(dataclasses.replace(rule, severity=cast(Severity, named)))
    return tuple(rules)


def matches(rule: Rule, selector: str) -> bool:
    """Whether `selector` names the rule: by code («201», «CJM201»), by group («2», «20») or by slug."""
    wanted = selector.strip().lower().removeprefix("cjm")
    if wanted.isdigit():
        return rule.code[3:].startswith(wanted)
    return wanted.replace("_", "-") == rule.slug


def switched_off(settings: LintSettings) -> tuple[Rule, ...]:
    """The rules that the handbook does without, whatever was asked for."""
    selectors = [*(one.rule for one in settings.ignore), *(code for code, wish in settings.severity if wish == "off")]
    return tuple(rule for rule in all_rules() if any(matches(rule, selector) for selector in selectors))


def names_something(selector: str) -> bool:
    """Whether any rule answers to `selector`."""
    return any(matches(rule, selector) for rule in all_rules())


# Private functions


def _wanted(rule: Rule, choice: RuleChoice, asked: RuleChoice) -> bool:
    if any(matches(rule, selector) for selector in choice.ignore):
        return False
    early = choice.profile in PROFILES and PROFILES.index(choice.profile) < PROFILES.index(rule.profile)
    if early and not any(matches(rule, selector) for selector in asked.select):
        return False
    misnamed = not asked.select and rule.code == "CJM802"  # else a slip in the handbook's own choice would silence all
    return not choice.select or misnamed or any(matches(rule, selector) for selector in choice.select)

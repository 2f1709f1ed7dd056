"""A Handbook and the rules in, findings in a stable order out. A rule that crashes becomes a finding of its own."""

import dataclasses
import datetime as dt
import traceback
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any

from cjm.approval import Standings, standings
from cjm.gc_pause import collector_resting
from cjm.graph import Ways, ways
from cjm.language.says import Language, Says
from cjm.lint.finding import Finding, Found
from cjm.lint.rule import Rule, all_rules, find
from cjm.lint.texts import TextOfField, Texts
from cjm.model import Handbook, Place
from cjm.workspace.narrow import narrow
from cjm.workspace.subjects import SUBJECTS, innermost

CRASHED = Says("правило «{slug}» сломалось: {error}", 'rule "{slug}" crashed: {error}')
CRASHED_HINT = Says(
    "Это ошибка программы, а не ваша. Остальные правила проверены. Пришлите разработчикам эту строку: {where}",
    "This is our mistake, not yours. The other rules were checked. Please send the developers this line: {where}",
)


@collector_resting()
def lint(
    handbook: Handbook,
    chosen: Iterable[Rule] | None = None,
    language: Language | None = None,
    *,
    today: dt.date | None = None,
    subjects: Mapping[type, Callable[[Handbook], Iterable[object]]] | None = None,
) -> tuple[Finding, ...]:
    """What the `chosen` rules (all that need no built site or PDF) find, by file and line, accepted or not.

    The handbook's options of rules are applied; severity, choice and suppression are `cjm.lint.verdict`'s. `subjects`
    are what rules are shown beside the things of a handbook.
    """
    language = language or handbook.outline.language
    if chosen is None:
        chosen = [rule for rule in all_rules() if rule.when == "lint"]
    texts = Texts(handbook)
    provide: Mapping[type, Callable[[], object]] = {
        Handbook: lambda: handbook,
        Ways: cache(lambda: ways(handbook)),
        Texts: lambda: texts,
        Standings: cache(lambda: standings(handbook, today or dt.date.today())),
        dt.date: lambda: today or dt.date.today(),
    }
    shown = {**SUBJECTS, **(subjects or {})}
    options = {rule.code: dict(pairs) for code, pairs in handbook.outline.lint.options if (rule := find(code))}
    findings = []
    for rule in chosen:
        given = {
            name: _as(rule.options[name], value)
            for name, value in options.get(rule.code, {}).items()
            if name in rule.options
        }
        try:
            given |= {name: provide[needed]() for name, needed in rule.needs}
            for subject in (
                texts.where(rule.style, rule.where) if rule.subject is TextOfField else shown[rule.subject](handbook)
            ):
                for one in rule.check(subject, **given):
                    findings.append(stamp(rule, one, handbook, language))
        except Exception as error:  # a rule of ours must not take the others down
            findings.append(_crash(rule, error, language))
    return tuple(sorted(findings, key=lambda finding: (finding.place, finding.code, finding.message)))


def stamp(rule: Rule, one: Found, handbook: Handbook, language: Language) -> Finding:
    """A Finding of what `rule` found."""
    place = narrow(one.place, one.quote, handbook.sources.get(one.place.file, "")) if one.quote else one.place
    says = rule.says.get(one.form) or next(iter(rule.says.values()))
    hint = rule.hints.get(one.form) or next(iter(rule.hints.values()))
    return Finding(
        code=rule.code,
        slug=rule.slug,
        severity=one.severity or rule.severity,
        place=place,
        message=says.to(language, **one.values),
        hint=hint.to(language, **one.values),
        id=innermost(handbook, place),
        trail=tuple(dataclasses.replace(waypoint, note=_told(waypoint.note, language)) for waypoint in one.trail),
        edits=one.edits,
    )


# Private functions


def _told(value: object, language: Language) -> Any:
    """A sentence in `language`; anything else as it is."""
    return value.to(language) if isinstance(value, Says) else value


def _crash(rule: Rule, error: Exception, language: Language) -> Finding:
    last = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{type(error).__name__}, {last.name}:{last.lineno}"
    return Finding(
        code="CJM900",
        slug="rule-crashed",
        severity="error",
        place=Place("guideline/handbook.yml", 1, 1),
        message=CRASHED.to(language, slug=rule.slug, error=f"{type(error).__name__}: {error}"),
        hint=CRASHED_HINT.to(language, where=where),
        id=f"rule:{rule.slug}",
    )


def _as(default: Any, text: str) -> Any:
    """The text of an option as the type of its default."""
    if isinstance(default, bool):
        return text.lower() in ("true", "yes", "да")
    try:
        return type(default)(text)
    except ValueError:
        return default

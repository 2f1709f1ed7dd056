"""What a rule found in, the finding that is shown out: with severity, exact place, sentence and the thing it is about."""

import dataclasses
import traceback
from typing import Any

from cjm.language.says import Language, Says
from cjm.lint.finding import Finding, Found
from cjm.lint.rule import Rule
from cjm.model import Handbook, Place
from cjm.workspace.narrow import narrow
from cjm.workspace.subjects import innermost

CRASHED = Says("правило «{slug}» сломалось: {error}", 'rule "{slug}" crashed: {error}')
CRASHED_HINT = Says(
    "Это ошибка программы, а не ваша. Остальные правила проверены. Пришлите разработчикам эту строку: {where}",
    "This is our mistake, not yours. The other rules were checked. Please send the developers this line: {where}",
)


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
        id=innermost(handbook.whole or handbook, place),  # its places are those of the whole
        trail=tuple(dataclasses.replace(waypoint, note=_told(waypoint.note, language)) for waypoint in one.trail),
        edits=one.edits,
    )


def crash(rule: Rule, error: Exception, language: Language) -> Finding:
    """The finding that `rule` itself is broken: it must not take the others down."""
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


# Private functions


def _told(value: object, language: Language) -> Any:
    """A sentence in `language`; anything else as it is."""
    return value.to(language) if isinstance(value, Says) else value

"""A Handbook and the rules in, findings in a stable order out. A rule that crashes becomes a finding of its own.

What a rule is shown says what its findings depend on. One that is shown a thing, a text or a file, and of the handbook
only some of its attributes, finds in a file the same as long as that file and these attributes are the same: a `Memory`
keeps it. One that is shown the handbook, its ways or its standings is asked again each time.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from cjm.approval import Standings
from cjm.gc_pause import collector_resting
from cjm.graph import Ways
from cjm.language.says import Language
from cjm.lint.cells import MOST_CHOICES, Classes, all_scopes, classes, together
from cjm.lint.check import Check, Subjects
from cjm.lint.each_choice import of_choices, texts_for
from cjm.lint.finding import Finding
from cjm.lint.one_file import OfEachFile, OneFile, TextOfField
from cjm.lint.rule import Rule, all_rules
from cjm.lint.sample import sample
from cjm.model import Handbook, Item
from cjm.projection import project

_WHOLE = (Handbook, Ways, Standings, OfEachFile)  # what changes with any file


@dataclass(slots=True)
class _OfFile:
    """What was found in a file that holds these things, by the code of the rule; what was gathered there for a rule."""

    items: tuple[Item, ...]
    findings: dict[str, tuple[Finding, ...]] = field(default_factory=dict)
    gathered: dict[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class Memory:
    """What the last check found, for the next one of the same handbook. It keeps nothing older, and belongs to one loop."""

    files: Mapping[str, _OfFile] = field(default_factory=dict)
    shown: Mapping[str, object] = field(default_factory=dict)  # what each rule was shown beside the file, by its code


@collector_resting()
def lint(
    handbook: Handbook,
    chosen: Iterable[Rule] | None = None,
    language: Language | None = None,
    *,
    today: dt.date | None = None,
    subjects: Subjects | None = None,
    memory: Memory | None = None,
) -> tuple[Finding, ...]:
    """What the `chosen` rules (all that need no built site or PDF) find, by file and line, accepted or not.

    The handbook's options of rules are applied; severity, choice and suppression are `cjm.lint.verdict`'s. `subjects`
    are what rules are shown beside the things of a handbook.
    """
    if chosen is None:
        chosen = [rule for rule in all_rules() if rule.when == "lint"]
    language, today = language or handbook.outline.language, today or dt.date.today()
    told_apart = classes(handbook, all_scopes(handbook)) if handbook.outline.dimensions and not subjects else None
    if told_apart:
        found = _of_each_choice(handbook, list(chosen), language, today, told_apart)
    else:
        found = _plain(handbook, list(chosen), language, today, subjects or {}, memory)
    return tuple(sorted(found, key=lambda finding: (finding.place, finding.code, finding.message)))


# Private functions


def _plain(
    handbook: Handbook,
    chosen: list[Rule],
    language: Language,
    today: dt.date,
    subjects: Subjects,
    memory: Memory | None,
    files: dict[tuple[Item, ...], OneFile] | None = None,
) -> list[Finding]:
    """What is found where nothing is chosen; `files` learns what was read of each file."""
    check = Check(handbook, language, today, subjects)
    found = _file_by_file(
        check, [rule for rule in chosen if _is_local(rule)], [rule for rule in chosen if rule.gather], memory, files
    )
    for rule in chosen:
        if not _is_local(rule):
            found += check.ask(rule, check.subjects[rule.subject](handbook))
    return [*found, *check.crashed.values()]


def _of_each_choice(
    handbook: Handbook, chosen: list[Rule], language: Language, today: dt.date, told_apart: Classes
) -> list[Finding]:
    """What is found where its dimensions are chosen, in every way that it tells apart."""
    whole = [rule for rule in chosen if rule.over == "whole"]
    each = [rule for rule in chosen if rule.over != "whole"]
    files: dict[tuple[Item, ...], OneFile] = {}
    found = _plain(handbook, whole, language, today, {}, None, files)
    few = len(told_apart) <= max(
        MOST_CHOICES, 0, *map(len, told_apart.of.values())
    )  # so many each dimension wants anyway
    cuts = [project(handbook, cell) for cell in (told_apart.cells() if few else sample(handbook, told_apart))]
    disuse = frozenset(rule.code for rule in each if rule.over == "all")
    return found + together(cuts, of_choices(cuts, each, language, today, files), told_apart, disuse, language)


def _is_local(rule: Rule) -> bool:
    """Whether it is asked file by file. One that is shown the handbook beside a text is, and nothing of it is kept."""
    of_texts = rule.subject in (TextOfField, OneFile)
    return of_texts or (issubclass(rule.subject, Item) and not any(needed in _WHOLE for _, needed in rule.needs))


def _file_by_file(
    check: Check,
    alone: list[Rule],
    gathering: list[Rule],
    memory: Memory | None,
    files: dict[tuple[Item, ...], OneFile] | None,
) -> list[Finding]:
    """Ask the rules that look at one file at a time, where something is not as it was the last time."""
    handbook, findings = check.handbook, list[Finding]()
    gathered = {rule.code: OfEachFile() for rule in gathering}
    check.gathered = lambda rule: gathered[rule.code]
    given = {}
    for rule, wanted in (
        *((rule, rule.needs) for rule in alone),
        *((rule, rule.gather_needs) for rule in gathering),
    ):
        try:
            given[rule.code] = check.given(rule, wanted)
        except Exception as error:
            check.crashes(rule, error)
    shown = {code: (check.language, one) for code, one in given.items()}
    before = memory.files if memory else {}
    steady = {code for code, one in shown.items() if memory and memory.shown.get(code) == one}
    things = {rule.subject: _by_file(check, rule.subject) for rule in alone if issubclass(rule.subject, Item)}
    asked = [(rule, given.get(rule.code), things.get(rule.subject)) for rule in alone]
    kept: dict[str, _OfFile] = {}
    for file, items in handbook.of_file.items():
        last = before.get(file)
        same = last if last and last.items == items else None
        now = _OfFile(items)
        one = OneFile(file, handbook.sources.get(file, ""), items)
        if files is not None:
            files[items] = one
        for rule, needs, by_file in asked:
            if same and rule.code in steady:
                found = same.findings.get(rule.code, ())
            else:
                of_it = texts_for(rule, one) if by_file is None else by_file.get(file, ())
                found = check.ask(rule, of_it, needs) if of_it else ()
            if found:
                findings.extend(found)
                now.findings[rule.code] = found
        for rule in gathering:
            seen = (
                same.gathered.get(rule.code)
                if same and rule.code in steady
                else check.gather(rule, one, given.get(rule.code, {}))
            )
            if seen is not None:
                gathered[rule.code][file] = now.gathered[rule.code] = seen
        if memory:
            kept[file] = now
    if memory:
        memory.files = kept
        memory.shown = {code: one for code, one in shown.items() if code not in check.crashed}
    return findings


def _by_file(check: Check, kind: type) -> Mapping[str, list[Item]]:
    found: dict[str, list[Item]] = {}
    for one in check.subjects[kind](check.handbook):
        if isinstance(one, Item):
            found.setdefault(one.source.file, []).append(one)
    return found

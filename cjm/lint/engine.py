"""A Handbook and the rules in, findings in a stable order out. A rule that crashes becomes a finding of its own.

What a rule is shown says what its findings depend on. One that is shown a thing, a text or a file, and of the handbook
only some of its attributes, finds in a file the same as long as that file and these attributes are the same: a `Memory`
keeps it. One that is shown the handbook, its ways or its standings is asked again each time.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from cjm.approval import Standings, standings
from cjm.gc_pause import collector_resting
from cjm.graph import Ways, ways
from cjm.language.says import Language
from cjm.lint.cells import MOST_CHOICES, Classes, all_scopes, classes, together
from cjm.lint.finding import Finding
from cjm.lint.one_file import FactValues, OfEachFile, OneFile, TextOfField
from cjm.lint.rule import Rule, all_rules, find
from cjm.lint.sample import sample
from cjm.lint.stamp import crash, stamp
from cjm.model import Handbook, Item
from cjm.projection import project
from cjm.workspace.subjects import SUBJECTS

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
    subjects: Mapping[type, Callable[[Handbook], Iterable[object]]] | None = None,
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
    subjects: Mapping[type, Callable[[Handbook], Iterable[object]]],
    memory: Memory | None,
) -> list[Finding]:
    check = _Check(handbook, language, today, subjects)
    check.file_by_file([rule for rule in chosen if _is_local(rule)], [rule for rule in chosen if rule.gather], memory)
    for rule in chosen:
        if not _is_local(rule):
            check.whole(rule)
    return check.findings


def _of_each_choice(
    handbook: Handbook, chosen: list[Rule], language: Language, today: dt.date, told_apart: Classes
) -> list[Finding]:
    """What is found where its dimensions are chosen, in every way that it tells apart."""
    whole = [rule for rule in chosen if rule.over == "whole"]
    each = [rule for rule in chosen if rule.over != "whole"]
    found = _plain(handbook, whole, language, today, {}, None)
    few = len(told_apart) <= MOST_CHOICES
    memory, of_cells = Memory(), []
    for cell in told_apart.cells() if few else sample(handbook, told_apart):
        cut = project(handbook, cell)
        of_cells.append((cell, cut, _plain(cut, each, language, today, {}, memory)))
    disuse = frozenset(rule.code for rule in each if rule.over == "all")
    return found + together(of_cells, told_apart, disuse, language)


def _is_local(rule: Rule) -> bool:
    """Whether it is asked file by file. One that is shown the handbook beside a text is, and nothing of it is kept."""
    of_texts = rule.subject in (TextOfField, OneFile)
    return of_texts or (issubclass(rule.subject, Item) and not any(needed in _WHOLE for _, needed in rule.needs))


class _Check:
    """One handbook while it is checked."""

    def __init__(
        self,
        handbook: Handbook,
        language: Language,
        today: dt.date,
        subjects: Mapping[type, Callable[[Handbook], Iterable[object]]],
    ) -> None:
        self.handbook, self.language = handbook, language
        self.findings: list[Finding] = []
        self._subjects = {**SUBJECTS, **subjects}
        self._gathered: dict[str, OfEachFile] = {}
        self._broken: set[str] = set()
        self._provide: Mapping[type, Callable[[], object]] = {
            Handbook: lambda: handbook,
            FactValues: lambda: FactValues(handbook.facts, handbook.outline, handbook.cell, handbook),
            Ways: lambda: ways(handbook),
            Standings: cache(lambda: standings(handbook, today)),
            dt.date: lambda: today,
        }
        self._options = {
            rule.code: dict(pairs) for code, pairs in handbook.outline.lint.options if (rule := find(code))
        }

    def whole(self, rule: Rule) -> None:
        """Ask a rule that may look at all of the handbook."""
        if rule.code in self._broken:
            return
        try:
            given = self._given(rule, rule.needs)
            for subject in self._subjects[rule.subject](self.handbook):
                for one in rule.check(subject, **given):
                    self.findings.append(stamp(rule, one, self.handbook, self.language))
        except Exception as error:  # a rule of ours must not take the others down
            self._crashed(rule, error)

    def file_by_file(self, alone: list[Rule], gathering: list[Rule], memory: Memory | None) -> None:
        """Ask the rules that look at one file at a time, where something is not as it was the last time."""
        given = {}
        for rule, needs in (
            *((rule, rule.needs) for rule in alone),
            *((rule, rule.gather_needs) for rule in gathering),
        ):
            try:
                given[rule.code] = self._given(rule, needs)
            except Exception as error:
                self._crashed(rule, error)
            if rule.gather:
                self._gathered[rule.code] = OfEachFile()
        shown = {code: (self.language, one) for code, one in given.items()}
        before = memory.files if memory else {}
        steady = {code for code, one in shown.items() if memory and memory.shown.get(code) == one}
        things = {rule.subject: self._by_file(rule.subject) for rule in alone if issubclass(rule.subject, Item)}
        kept: dict[str, _OfFile] = {}
        for file, items in self.handbook.of_file.items():
            last = before.get(file)
            same = last if last and last.items == items else None
            now = _OfFile(items)
            one = OneFile(file, self.handbook.sources.get(file, ""), items)
            for rule in alone:
                if same and rule.code in steady:
                    found = same.findings.get(rule.code, ())
                elif rule.subject is TextOfField:
                    found = self._in_file(rule, one.where(rule.style, rule.where), given)
                elif rule.subject is OneFile:
                    found = self._in_file(rule, (one,), given)
                else:
                    found = self._in_file(rule, things[rule.subject].get(file, ()), given)
                if found:
                    self.findings.extend(found)
                    now.findings[rule.code] = found
            for rule in gathering:
                seen = same.gathered.get(rule.code) if same and rule.code in steady else self._gather(rule, one, given)
                if seen is not None:
                    self._gathered[rule.code][file] = now.gathered[rule.code] = seen
            if memory:
                kept[file] = now
        if memory:
            memory.files = kept
            memory.shown = {code: one for code, one in shown.items() if code not in self._broken}

    def _in_file(
        self, rule: Rule, things: Sequence[object], given: Mapping[str, Mapping[str, object]]
    ) -> tuple[Finding, ...]:
        if not things or rule.code in self._broken:
            return ()
        found: list[Finding] = []
        try:
            beside = given[rule.code]
            for thing in things:
                for one in rule.check(thing, **beside):
                    found.append(stamp(rule, one, self.handbook, self.language))
        except Exception as error:
            self._crashed(rule, error)
        return tuple(found)

    def _gather(self, rule: Rule, file: OneFile, given: Mapping[str, Mapping[str, object]]) -> Any:
        if rule.gather and rule.code not in self._broken:
            try:
                return rule.gather(file, **given[rule.code])
            except Exception as error:
                self._crashed(rule, error)
        return None

    def _by_file(self, kind: type) -> Mapping[str, list[Item]]:
        found: dict[str, list[Item]] = {}
        for one in self._subjects[kind](self.handbook):
            if isinstance(one, Item):
                found.setdefault(one.source.file, []).append(one)
        return found

    def _given(self, rule: Rule, needs: Iterable[tuple[str, Any]]) -> dict[str, object]:
        """What a rule is shown beside its subject: by type, or an attribute of the handbook by its name."""
        given: dict[str, object] = {
            name: _as(rule.options[name], value)
            for name, value in self._options.get(rule.code, {}).items()
            if name in rule.options
        }
        for name, needed in needs:
            if needed is OfEachFile:
                given[name] = self._gathered.get(rule.code, OfEachFile())
            else:
                provide = self._provide.get(needed)
                given[name] = provide() if provide else getattr(self.handbook, name)
        return given

    def _crashed(self, rule: Rule, error: Exception) -> None:
        if rule.code not in self._broken:
            self._broken.add(rule.code)
            self.findings.append(crash(rule, error, self.language))


def _as(default: Any, text: str) -> Any:
    """The text of an option as the type of its default."""
    if isinstance(default, bool):
        return text.lower() in ("true", "yes", "да")
    try:
        return type(default)(text)
    except ValueError:
        return default

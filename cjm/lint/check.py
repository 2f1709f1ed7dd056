"""A Handbook and a rule in, what the rule finds in the things that it is shown out. One that crashes becomes a finding of its own."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from cjm.approval import Standings, standings
from cjm.graph import Ways, ways
from cjm.language.says import Language
from cjm.lint.finding import Finding
from cjm.lint.one_file import FactValues, OfEachFile, OneFile
from cjm.lint.rule import Rule, find
from cjm.lint.stamp import crash, stamp
from cjm.model import Handbook
from cjm.workspace.subjects import SUBJECTS

Subjects = Mapping[type, Callable[[Handbook], Iterable[object]]]


class Check:
    """One handbook while it is checked. `gathered` is what the rules that see all files made of each."""

    def __init__(self, handbook: Handbook, language: Language, today: dt.date, subjects: Subjects) -> None:
        self.handbook, self.language = handbook, language
        self.subjects = {**SUBJECTS, **subjects}
        self.gathered: Callable[[Rule], OfEachFile] = lambda rule: OfEachFile()
        self.crashed: dict[str, Finding] = {}
        whole = handbook.whole or handbook
        self._provide: Mapping[type, Callable[[], object]] = {
            Handbook: lambda: handbook,
            FactValues: lambda: FactValues(handbook),
            Ways: lambda: ways(handbook),
            Standings: lambda: whole.worked_out(f"standings {today}", lambda one: standings(one, today)),
            dt.date: lambda: today,
        }
        self._options = {
            rule.code: dict(pairs) for code, pairs in handbook.outline.lint.options if (rule := find(code))
        }

    def ask(
        self, rule: Rule, subjects: Iterable[object], given: Mapping[str, object] | None = None
    ) -> tuple[Finding, ...]:
        """What a rule finds in these things; nothing where it crashed before."""
        found: list[Finding] = []
        if rule.code in self.crashed:
            return ()
        check = rule.check
        try:
            for subject in subjects:
                if given is None:
                    given = self.given(rule)
                for one in check(subject, **given):
                    found.append(stamp(rule, one, self.handbook, self.language))
        except Exception as error:  # a rule of ours must not take the others down
            self.crashes(rule, error)
        return tuple(found)

    def gather(self, rule: Rule, file: OneFile, given: Mapping[str, object]) -> Any:
        """What a rule that sees all files makes of one of them."""
        if rule.gather and rule.code not in self.crashed:
            try:
                return rule.gather(file, **given)
            except Exception as error:
                self.crashes(rule, error)
        return None

    def given(self, rule: Rule, needs: Iterable[tuple[str, Any]] | None = None) -> dict[str, object]:
        """What a rule is shown beside its subject: by type, or an attribute of the handbook by its name."""
        given: dict[str, object] = {
            name: _as(rule.options[name], value)
            for name, value in self._options.get(rule.code, {}).items()
            if name in rule.options
        }
        for name, needed in rule.needs if needs is None else needs:
            if needed is OfEachFile:
                given[name] = self.gathered(rule)
            else:
                provide = self._provide.get(needed)
                given[name] = provide() if provide else getattr(self.handbook, name)
        return given

    def crashes(self, rule: Rule, error: Exception) -> None:
        """Remember that a rule is broken, and say so once."""
        self.crashed.setdefault(rule.code, crash(rule, error, self.language))


# Private functions


def _as(default: Any, text: str) -> Any:
    """The text of an option as the type of its default."""
    if isinstance(default, bool):
        return text.lower() in ("true", "yes", "да")
    try:
        return type(default)(text)
    except ValueError:
        return default

"""A Handbook, the day and what is asked for in, everything that was found out: reported, accepted or known before."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from cjm.language.says import Language
from cjm.lint.baseline import Baseline, BaselineEntry, apply_baseline
from cjm.lint.choice import RuleChoice, chosen, switched_off
from cjm.lint.engine import Memory, lint
from cjm.lint.finding import Finding
from cjm.lint.rule import Rule
from cjm.lint.suppress import Use, suppress, suppressions
from cjm.model import Handbook


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The outcome of one check. The rules 8xx judge it in their turn, before they become a part of it."""

    handbook: Handbook
    today: dt.date
    choice: RuleChoice
    rules: tuple[Rule, ...]  # those that ran
    findings: tuple[Finding, ...]  # all of them, by file and line
    uses: tuple[Use, ...] = ()
    baseline: Baseline = Baseline()
    stale: tuple[BaselineEntry, ...] = ()

    @property
    def shown(self) -> tuple[Finding, ...]:
        """What is reported."""
        return tuple(one for one in self.findings if not one.accepted and not one.baselined)

    @property
    def accepted(self) -> tuple[Finding, ...]:
        """What an author accepted with a reason."""
        return tuple(one for one in self.findings if one.accepted)

    @property
    def baselined(self) -> tuple[Finding, ...]:
        """What was there before the baseline was written."""
        return tuple(one for one in self.findings if one.baselined)

    @property
    def switched_off(self) -> int:
        """How many rules the handbook does without, and nobody has asked for."""
        return len(
            {rule.code for rule in switched_off(self.handbook.outline.lint)} - {rule.code for rule in self.rules}
        )

    @property
    def failed(self) -> bool:
        """Whether something reported is at or above the threshold."""
        return self.choice.fails(self.shown)

    @property
    def accepted_until(self) -> dt.date | None:
        """The day on which the first of the acceptances in use runs out."""
        days = (use.suppression.until for use in self.uses if use.accepted)
        return min((day for day in days if day is not None), default=None)


def judge(
    handbook: Handbook,
    *,
    today: dt.date,
    asked: RuleChoice = RuleChoice(),
    baseline: Baseline = Baseline(),
    language: Language | None = None,
    when: str = "lint",
    subjects: Mapping[type, Callable[[Handbook], Iterable[object]]] | None = None,
    memory: Memory | None = None,
) -> Verdict:
    """The verdict of the rules of the moment `when`. `subjects` gives what only that moment has, such as a built site.

    With a `memory` a handbook that follows another is judged by what changed.
    """
    settings = handbook.outline.lint
    rules = chosen(asked, settings, when)
    found = lint(handbook, rules, language, today=today, subjects=subjects, memory=memory)
    found, uses = suppress(found, suppressions(handbook), today)
    found, stale = apply_baseline(found, baseline)
    verdict = Verdict(
        handbook=handbook, today=today, choice=asked.under(settings), rules=rules,
        findings=found, uses=uses, baseline=baseline, stale=stale,
    )  # fmt: skip
    if when != "lint":
        return verdict
    after = chosen(asked, settings, "verdict")
    own = lint(handbook, after, language, today=today, subjects={Verdict: lambda _: (verdict,)})
    both = sorted((*found, *own), key=lambda one: (one.place, one.code, one.message))
    return Verdict(
        handbook=handbook, today=today, choice=verdict.choice, rules=rules + after,
        findings=tuple(both), uses=uses, baseline=baseline, stale=stale,
    )  # fmt: skip

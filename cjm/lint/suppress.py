"""The acceptances that authors wrote in, the findings that they cover marked as accepted out."""

import dataclasses
import datetime as dt
import fnmatch
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from cjm.lint.choice import matches, names_something
from cjm.lint.finding import Finding
from cjm.lint.rule import Rule, find
from cjm.model import Acceptance, Handbook, Item, Place
from cjm.model.outline import AcceptedPath
from cjm.workspace.subjects import below, holds

_EVERYTHING = ("*", "all", "все", "всё", "cjm")


@dataclass(frozen=True, slots=True, kw_only=True)
class Suppression:
    """One acceptance: which rule, where, why and until when."""

    rule: str
    reason: str
    until: dt.date | None
    written: Acceptance | AcceptedPath
    item: Item | None = None  # what it stands on; the paths of `pattern` where it stands in handbook.yml
    pattern: str = ""

    @property
    def fault(self) -> str:
        """Why it accepts nothing whatever is found, as rule 802 puts it; empty where it is sound."""
        if self.rule.strip().lower() in _EVERYTHING or (find(self.rule) is None and names_something(self.rule)):
            return "everything"
        if find(self.rule) is None:
            return "unknown"
        if find(self.rule).when == "verdict":  # type: ignore[union-attr]
            return "itself"
        return "" if self.reason.strip() else "reason"

    def covers(self, finding: Finding) -> bool:
        """Whether the finding lies where this acceptance counts and is of its rule."""
        rule = find(self.rule)
        if rule is None or rule.code != finding.code:
            return False
        if self.item is not None:
            return holds(self.item, finding.place)
        folder = self.pattern.rstrip("/") + "/"
        return finding.place.file.startswith(folder) or fnmatch.fnmatchcase(finding.place.file, self.pattern)


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """What became of one acceptance: how many findings it covers, and how many it would if it had not run out."""

    suppression: Suppression
    accepted: int = 0
    expired: int = 0


def suppressions(handbook: Handbook) -> tuple[Suppression, ...]:
    """Every acceptance of the handbook; of two that cover the same place the narrower one comes first."""
    found = [
        Suppression(rule=one.rule, reason=one.reason, until=one.until, written=one, item=item)
        for item in _accepting(handbook)
        for one in item.accept
    ]
    found.sort(key=lambda one: one.item.at().end - one.item.at().start if one.item else 0)
    for path in handbook.outline.lint.accept:
        one = Suppression(rule=path.rule, reason=path.reason, until=path.until, written=path, pattern=path.path)
        found.append(one)
    return tuple(one for one in found if one.rule.strip())


def suppress(
    findings: Sequence[Finding], suppressed: Sequence[Suppression], today: dt.date
) -> tuple[tuple[Finding, ...], tuple[Use, ...]]:
    """The findings with the reason where one is accepted, and what became of each acceptance."""
    sound = [(number, one) for number, one in enumerate(suppressed) if not one.fault]
    accepted: Counter[int] = Counter()
    expired: Counter[int] = Counter()
    marked = []
    for finding in findings:
        covering = [(number, one) for number, one in sound if one.covers(finding)]
        holding = next(((n, one) for n, one in covering if one.until is None or today <= one.until), None)
        if holding is not None:
            accepted[holding[0]] += 1
            finding = dataclasses.replace(finding, accepted=holding[1].reason.strip())
        elif covering:
            expired[covering[0][0]] += 1
        marked.append(finding)
    uses = (
        Use(suppression=one, accepted=accepted[number], expired=expired[number])
        for number, one in enumerate(suppressed)
    )
    return tuple(marked), tuple(uses)


def written_at(suppression: Suppression, key: str) -> Place:
    """Where the field `key` of an acceptance is written, the whole acceptance where it is not."""
    return suppression.written.at(key)


def judged(suppression: Suppression, rules: Iterable[Rule]) -> bool:
    """Whether the rule that it accepts was among those that ran."""
    return any(matches(rule, suppression.rule) for rule in rules)


# Private functions


def _accepting(handbook: Handbook) -> Iterator[Item]:
    """The items that accept something. Only files in which the word stands are gone through: few have it."""
    files = {file for file, text in handbook.sources.items() if "accept" in text}
    for top in handbook.items():
        if top.source.file in files:
            for item in below(top):
                if isinstance(item, Item) and item.accept:
                    yield item

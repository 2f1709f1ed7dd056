"""Findings known on a certain day in, a file that keeps them quiet out, and back: by rule and id, never by line."""

import dataclasses
import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from cjm.lint.finding import Finding

FILE = ".cjm-baseline.json"
_ENTRY = re.compile(r"\{[^{}]*\}")
_COUNT = re.compile(r'(?<="count": )\d+')
_NEVER = (
    "CJM006",
    "CJM440",
    "CJM801",
    "CJM802",
    "CJM803",
    "CJM804",
    "CJM900",
)  # what they hide would be anything at all


@dataclass(frozen=True, slots=True)
class BaselineEntry:
    """So many findings of one rule on one thing."""

    rule: str
    id: str
    count: int
    line: int = 1


@dataclass(frozen=True, slots=True)
class Baseline:
    """The findings that were there before and are not reported; `broken` where the file cannot be read as such."""

    entries: tuple[BaselineEntry, ...] = ()
    broken: bool = False


def read_baseline(text: str) -> Baseline:
    """The baseline that the text of the file describes."""
    try:
        written = json.loads(text)
        listed = [_entry(one) for one in written["findings"]]
    except (ValueError, KeyError, TypeError, AttributeError):
        return Baseline(broken=True)
    # Entries are flat, so each brace pair without braces inside is one, in the order of the list.
    lines = [text.count("\n", 0, match.start()) + 1 for match in _ENTRY.finditer(text)]
    if len(lines) != len(listed):
        lines = [1] * len(listed)
    return Baseline(tuple(dataclasses.replace(one, line=line) for one, line in zip(listed, lines, strict=True)))


def write_baseline(findings: Iterable[Finding]) -> str:
    """The text of the file for these findings, one entry on a line so that two branches merge."""
    known = Counter((one.code, one.id) for one in findings if one.code not in _NEVER and not one.accepted)
    rows = [
        json.dumps({"rule": rule, "id": id, "count": count}, ensure_ascii=False)
        for (rule, id), count in sorted(known.items())
    ]
    listed = "".join(f"\n  {row}{',' if number < len(rows) else ''}" for number, row in enumerate(rows, start=1))
    return f'{{"version": 1, "findings": [{listed}\n]}}\n'


def apply_baseline(
    findings: Sequence[Finding], baseline: Baseline
) -> tuple[tuple[Finding, ...], tuple[BaselineEntry, ...]]:
    """The findings with the known ones marked, and the entries that met fewer findings than they stand for."""
    left: Counter[tuple[str, str]] = Counter()
    for entry in baseline.entries:
        left[entry.rule, entry.id] += entry.count
    marked = []
    for finding in findings:
        if not finding.accepted and left[finding.code, finding.id] > 0:
            left[finding.code, finding.id] -= 1
            finding = dataclasses.replace(finding, baselined=True)
        marked.append(finding)
    stale = tuple(
        dataclasses.replace(entry, count=left[entry.rule, entry.id])
        for entry in baseline.entries
        if left[entry.rule, entry.id] > 0
    )
    return tuple(marked), stale


def renamed(text: str, old: str, new: str, counts: Mapping[str, int] | None = None) -> str:
    """The text of the file after the thing `old` is called `new`; where several share that id, only so many of each rule."""

    def entry(match: re.Match[str]) -> str:
        written = _entry(json.loads(match[0]))
        moving = written.count if counts is None else min(counts.get(written.rule, 0), written.count)
        if written.id != old or not moving:
            return match[0]
        going = match[0].replace(json.dumps(old, ensure_ascii=False), json.dumps(new, ensure_ascii=False))
        if moving == written.count:
            return going
        staying = _COUNT.sub(str(written.count - moving), match[0])
        return f"{staying},\n  {_COUNT.sub(str(moving), going)}"

    return text if read_baseline(text).broken else _ENTRY.sub(entry, text)


# Private functions


def _entry(written: dict[str, object]) -> BaselineEntry:
    rule, id, count = written["rule"], written["id"], written.get("count", 1)
    if not isinstance(rule, str) or not isinstance(id, str) or not isinstance(count, int):
        raise TypeError(written)
    return BaselineEntry(rule, id, count)

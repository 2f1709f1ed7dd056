"""A Handbook and one of its months in, what a page may say of it out: each index beside the month before, where it hurts, what changed.

Everything on one page that could be called a change shares one budget of error (`cjm.indices.verdicts`), so that in twenty months
in which nothing changed one page at most says that something did.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from cjm.indices import NowAndBefore, Tendency, nps_changed, share_changed, verdicts
from cjm.model import Handbook, touchpoint_id
from cjm.model.derived import derived
from cjm.model.month import Month
from cjm.model.shared.index import Index
from cjm.voice.heard import IndexValue, months, unhappy, values
from cjm.voice.improving import progress

_NOW, _THEN = 3, 9  # months of a touchpoint's answers that are compared with those before


@dataclass(frozen=True, slots=True)
class IndexReport:
    """One index from one source: its months up to this one, and how this one stands to the last that was counted before."""

    index: Index
    source: str
    row: tuple[IndexValue, ...]
    change: NowAndBefore | None  # None where there is nothing to compare, too few answered, or the scale is another one
    tendency: Tendency

    @property
    def now(self) -> IndexValue:
        return self.row[-1]

    @property
    def before(self) -> IndexValue | None:
        return self.row[-2] if len(self.row) > 1 else None


@dataclass(frozen=True, slots=True)
class PlaceReport:
    """A touchpoint of which more, or fewer, are unhappy in the last months than in those before."""

    touchpoint: str
    now: tuple[int, int]  # of how many answers how many were of unhappy people
    before: tuple[int, int]
    tendency: Tendency


@dataclass(frozen=True, slots=True)
class MonthReport:
    """What may be said of a month."""

    month: Month
    indices: tuple[IndexReport, ...]
    places: tuple[PlaceReport, ...]  # only those that changed
    looked_at: int


@derived
def month_report(handbook: Handbook) -> MonthReport | None:
    """The report of the last month that was counted. What improvements did is judged on the same page (`progress`), beforehand announced."""
    counted = list(months(handbook))
    if not counted:
        return None
    rows = [
        (index, source, row[-12:])
        for index in handbook.of(Index)
        for source, row in _by_source(values(index, handbook, among=counted)).items()
        if row[-1].month == counted[-1].id
    ]
    changes = [change_of_index(index, row) for index, _, row in rows]
    pairs = _places(handbook, counted)
    watched = [one for one in changes if one] + [share_changed(*now, *before) for now, before in pairs.values()]
    _, said = verdicts(tuple(one.change for one in progress(handbook) if one.change), watched)
    told = iter(said)
    indices = tuple(
        IndexReport(index, source, row, change, next(told) if change else "unclear")
        for (index, source, row), change in zip(rows, changes, strict=True)
    )
    places = tuple(PlaceReport(place, now, before, next(told)) for place, (now, before) in pairs.items())
    return MonthReport(counted[-1], indices, tuple(one for one in places if one.tendency != "unclear"), len(watched))


def change_of_index(index: Index, row: Sequence[IndexValue]) -> NowAndBefore | None:
    """The last value beside the one before it; only where thirty answered in both, on one scale."""
    if len(row) < 2 or not (row[-1].found.coloured and row[-2].found.coloured) or row[-1].best != row[-2].best:
        return None
    now, before = row[-1], row[-2]
    if index.formula == "promoters-minus-detractors":
        return nps_changed(now.scores, before.scores)
    if index.formula in ("top-two", "not-returned", "share"):
        (k, n), (k0, n0) = (_of(one) for one in (now, before))
        return share_changed(k, n, k0, n0)
    return None


# Private functions


def _by_source(row: Iterable[IndexValue]) -> Mapping[str, tuple[IndexValue, ...]]:
    found: dict[str, list[IndexValue]] = {}
    for one in row:
        found.setdefault(one.source, []).append(one)
    return {source: tuple(row) for source, row in found.items()}


def _of(one: IndexValue) -> tuple[int, int]:
    n = one.found.n or 0
    return round(one.found.value * n), n


def _places(handbook: Handbook, counted: list[Month]) -> Mapping[str, tuple[tuple[int, int], tuple[int, int]]]:
    """Unhappy and all of each touchpoint, in the last three months and in the nine before; where at least thirty answered in both."""
    indices = {one.id: one for one in handbook.of(Index)}
    found: dict[str, Counter[str]] = {}
    for at, month in enumerate(reversed(counted[-_NOW - _THEN :])):
        when = "now" if at < _NOW else "then"
        for row in month.answers:
            if row.touchpoint and not row.by and row.index in indices:
                place = found.setdefault(touchpoint_id(row.touchpoint), Counter())
                place[when] += row.n
                place[f"{when}-bad"] += unhappy(indices[row.index], row.given, row.best)
    return {
        place: ((n["now-bad"], n["now"]), (n["then-bad"], n["then"]))
        for place, n in found.items()
        if min(n["now"], n["then"]) >= 30
    }

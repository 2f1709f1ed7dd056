"""An improvement and the months in, how what it is measured by stood before and after it out, and from when on that can be told.

The measure and its length are declared beforehand and judged once, when that length is over: whoever looks every month until luck
shows something finds it. The month of the change is of neither side, and all improvements together share one budget of error.
"""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from cjm.indices import NowAndBefore, Tendency, nps_changed, rate_changed, share_changed, verdicts
from cjm.indices.change import MOST_MONTHS, months_to_see
from cjm.model import Handbook, touchpoint_id
from cjm.model.derived import derived
from cjm.model.month import Month
from cjm.model.shared.improvement import Improvement
from cjm.model.shared.index import Index
from cjm.voice.heard import estimated, months, values

POINTS = 10  # how many points of an index one wants to see
_MONTH, _USUAL = 30 * 86_400, 3
_SURE = (1.96 + 0.8416) / 1.96  # an interval's half that finds its value in four cases of five
What = Literal["index", "topic", "complaints", "nothing"]


@dataclass(frozen=True, slots=True)
class CountedMonths:
    """The months before a change, or after it: how much was counted, and per what."""

    months: tuple[str, ...]
    count: int = 0
    per: float = 0.0  # visits, or months where nobody counted those
    value: float | None = None  # of an index
    by_month: tuple[int, ...] = ()  # the count of each, with the visits where they are what it is counted per
    visits: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ImprovementProgress:
    """How an improvement stands. `judged` is the month from whose end on its effect is told."""

    improvement: Improvement
    what: What
    unit: Literal["visits", "months"]
    before: CountedMonths
    after: CountedMonths
    judged: str = ""  # empty before the change
    change: NowAndBefore | None = None  # once it is over
    tendency: Tendency = "unclear"
    halved: int | None = None  # in how many months a halving is seen, or ten points of an index; None for never


@derived
def progress(handbook: Handbook) -> tuple[ImprovementProgress, ...]:
    """Every improvement that declares a measure and was not dropped."""
    found = [_stands(one, handbook) for one in handbook.of(Improvement) if one.measure and one.state != "dropped"]
    said, _ = verdicts(tuple(one.change for one in found if one.change))
    told = iter(said)
    return tuple(replace(one, tendency=next(told)) if one.change else one for one in found)


def month_after(month: str, count: int = 1) -> str:
    """The month `count` months after `2026-11`."""
    at = int(month[:4]) * 12 + int(month[5:]) - 1 + count
    return f"{at // 12}-{at % 12 + 1:02}"


# Private functions


def _stands(one: Improvement, handbook: Handbook) -> ImprovementProgress:
    measure = one.measure
    over = [month for month in months(handbook) if month.until is None]
    long = (
        [max(round((length or _USUAL * _MONTH) / _MONTH), 1) for length in (measure.before, measure.after)]
        if measure
        else []
    )
    begun = one.since and one.state in ("live", "done")
    changed = f"{one.since:%Y-%m}" if one.since and begun else ""
    last = month_after(changed, long[1]) if changed else ""
    then = [month for month in over if not changed or month.id < changed][-long[0] :]
    now = [month for month in over if changed and changed < month.id <= last]
    index = next((index for index in handbook.of(Index) if measure and index.id == measure.count), None)
    if index:
        return _by_index(one, index, handbook, then, now, last, long[1])
    what, count = _counting(one, over)
    visited = bool(then) and all(month.visits for month in (*then, *now))
    before, after = (_side(part, count, visited=visited) for part in (then, now))
    whole = what != "nothing" and len(now) == long[1] and bool(then)
    a_month = before.count / len(then) if then else 0.0
    return ImprovementProgress(
        one, what, "visits" if visited else "months", before, after, last,
        rate_changed(after.count, after.per, before.count, before.per) if whole and before.count + after.count else None,
        halved=months_to_see(a_month, 0.5, len(then) or None),
    )  # fmt: skip


def _counting(one: Improvement, over: Sequence[Month]) -> tuple[What, Callable[[Month], int]]:
    """What is counted in a month: cases of the declared topic, else the complaints at its touchpoints."""
    topic = one.measure.count if one.measure else ""
    if any(case.topic == topic for month in over for case in month.cases):
        return "topic", lambda month: sum(case.n for case in month.cases if case.topic == topic)
    places = {touchpoint_id(place) for place in one.touchpoint}

    def complaints(month: Month) -> int:
        return sum(
            case.n for case in month.cases if case.what == "complaint" and touchpoint_id(case.touchpoint) in places
        )

    return ("complaints", complaints) if places and any(map(complaints, over)) else ("nothing", lambda month: 0)


def _side(of: Sequence[Month], count: Callable[[Month], int], *, visited: bool) -> CountedMonths:
    by_month, visits = tuple(map(count, of)), tuple(month.visits or 0 for month in of) if visited else ()
    per = float(sum(visits) if visited else len(of))
    return CountedMonths(tuple(month.id for month in of), sum(by_month), per, by_month=by_month, visits=visits)


def _by_index(
    one: Improvement, index: Index, handbook: Handbook, then: Sequence[Month], now: Sequence[Month], last: str, long: int
) -> ImprovementProgress:  # fmt: skip
    """The answers of the source of which most were given before, at its touchpoint if it has one."""
    place = touchpoint_id(one.touchpoint[0]) if len(one.touchpoint) == 1 else ""
    given = [_scores(index, handbook, part, place) for part in (then, now)]
    source = max(given[0], key=lambda name: sum(given[0][name][0].values()), default="")
    (scores, best), (scores_now, _) = (part.get(source, ({}, 1)) for part in given)
    n, n_now = sum(scores.values()), sum(scores_now.values())
    before, after = (
        CountedMonths(
            tuple(month.id for month in part), count, float(count), estimated(index, of, best).value if count else None
        )
        for part, of, count in ((then, scores, n), (now, scores_now, n_now))
    )
    points = index.formula == "promoters-minus-detractors"
    change = None
    if len(now) == long and n and n_now and index.formula not in ("weighted", "repeated"):
        shares = [round((side.value or 0.0) * side.per) for side in (after, before)]
        change = nps_changed(scores_now, scores) if points else share_changed(shares[0], n_now, shares[1], n)
    found = estimated(index, scores, best) if n else None
    half = (
        (found.high - found.low) / 2 * (1 if points else 100)
        if found and found.high is not None and found.low is not None
        else 0.0
    )
    seen = None
    if (
        half and (left := (POINTS / (_SURE * half)) ** 2 - 1) > 0
    ):  # of what luck makes, what the months before make is spent
        seen = max(math.ceil(len(then) / left), 1)
    return ImprovementProgress(
        one,
        "index" if n else "nothing",
        "months",
        before,
        after,
        last,
        change,
        halved=seen if seen and seen <= MOST_MONTHS else None,
    )


def _scores(
    index: Index, handbook: Handbook, among: Iterable[Month], place: str
) -> Mapping[str, tuple[dict[float, int], int]]:
    made: dict[str, tuple[dict[float, int], int]] = {}
    for value in values(index, handbook, touchpoint=place, among=among):
        scores, _ = made.setdefault(value.source, ({}, value.best))
        for score, count in value.scores.items():
            scores[score] = scores.get(score, 0) + count
    return made

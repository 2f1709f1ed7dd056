"""A Handbook and an index in, its values by month and source out, each with n and interval.

Answers of a form, of a public review and of the telephone are never one number: people answer differently each time.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from cjm.indices import Estimate, by_importance, nps, share, top_two
from cjm.indices.nps import DETRACTOR, PROMOTER
from cjm.model import Handbook, touchpoint_id
from cjm.model.derived import derived
from cjm.model.month import AnswersCounted, Month
from cjm.model.shared.index import Index

By = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class IndexValue:
    """One index in one month from one source. `sent` is how many were asked, None where nobody counted them."""

    month: str
    source: str
    found: Estimate
    scores: Mapping[float, int]
    best: int = 1
    waiting: int = 0
    sent: int | None = None


@derived
def months(handbook: Handbook) -> tuple[Month, ...]:
    """The months that were counted, in the order of time."""
    return tuple(
        sorted((one for one in handbook.months if one.id[:4].isdigit()), key=lambda one: one.id)
    )  # else rule 001 has told


def latest(handbook: Handbook, count: int = 12) -> tuple[Month, ...]:
    """The last months of a year of months that ends with the last one counted, those in between left out where nobody counted."""
    found = months(handbook)
    if not found:
        return ()
    year, month = map(int, found[-1].id.split("-"))
    first = year * 12 + month - count
    return tuple(one for one in found if int(one.id[:4]) * 12 + int(one.id[5:]) > first)


def values(
    index: Index,
    handbook: Handbook,
    *,
    touchpoint: str = "",
    journey: str = "",
    by: By = (),
    among: Iterable[Month] | None = None,
) -> tuple[IndexValue, ...]:
    """The values of an index by month, and in a month by source: of all, or of one place, or of people of one sort.

    Where only single touchpoints were asked about, all is the sum of them.
    """
    made: list[IndexValue] = []
    for month in months(handbook) if among is None else among:
        rows = [row for row in month.answers if row.index == index.id and row.by == by]
        sent = {one.known_from: one.sent for one in month.sent}
        for source in dict.fromkeys(row.known_from for row in rows):
            of_source = [row for row in rows if row.known_from == source]
            chosen = list(_of_place(of_source, touchpoint, journey, handbook))
            if chosen and len({row.best for row in chosen}) == 1:
                scores, best = _together(chosen), chosen[0].best
                waiting = sum(row.waiting for row in chosen)
                whole = not (touchpoint or journey or by)
                found = estimated(index, scores, best)
                made.append(
                    IndexValue(month.id, source, found, scores, best, waiting, sent.get(source) if whole else None)
                )
    if not (touchpoint or journey or by) and among is None:
        counted = {one.month for one in made}
        made.extend(
            IndexValue(one.month, "", known(index, one.value, one.n), {})
            for one in index.known
            if one.month not in counted
        )
    return tuple(sorted(made, key=lambda one: one.month))


def cuts(index: Index, handbook: Handbook, among: Iterable[Month]) -> Mapping[str, Mapping[str, Mapping[float, int]]]:
    """By attribute and value of it how often each score was given in these months, all sources that ask for it alike."""
    found: dict[str, dict[str, Counter[float]]] = {}
    for month in among:
        for row in month.answers:
            if row.index == index.id and len(row.by) == 1 and not row.touchpoint:
                name, value = row.by[0]
                found.setdefault(name, {}).setdefault(value, Counter()).update(row.given)
    return found


def estimated(index: Index, scores: Mapping[float, int], best: int) -> Estimate:
    """What the scores come to by the formula of the index: shares from 0 to 1, NPS in points."""
    if index.formula == "promoters-minus-detractors":
        return nps(scores)
    if index.formula == "top-two":
        return top_two(scores, best)
    if index.formula == "weighted":
        return by_importance(scores)
    if index.formula == "repeated":
        return Estimate(sum(score * count for score, count in scores.items()), n=sum(scores.values()))
    return share(scores.get(1.0, 0), sum(scores.values()))


def known(index: Index, value: str, n: int | None) -> Estimate:
    """A value that the author knows from elsewhere: of a share with n the interval follows from both, of else it does not."""
    number = float(value.replace(",", ".").replace("\u2212", "-"))
    if index.formula not in ("top-two", "not-returned", "share"):
        return Estimate(number if index.formula != "weighted" else number / 100, n=n)
    part = number / 100
    return share(round(part * n), n) if n else Estimate(part)


def unhappy(index: Index, scores: Mapping[float, int], best: int) -> int:
    """How many of those who answered gave one of the worse scores: a detractor's, or of the lower half of the scale."""
    most = DETRACTOR if index.formula == "promoters-minus-detractors" else best / 2
    return sum(count for score, count in scores.items() if score <= most)


def glad(index: Index, scores: Mapping[float, int], best: int) -> int:
    """How many gave one of the best scores: a promoter's, or one of the two best of a scale that has more than two."""
    least = PROMOTER if index.formula == "promoters-minus-detractors" else best - 1 if best > 2 else best
    return sum(count for score, count in scores.items() if score >= least)


# Private functions


def _of_place(
    rows: list[AnswersCounted], touchpoint: str, journey: str, handbook: Handbook
) -> Iterator[AnswersCounted]:
    if touchpoint:
        return (row for row in rows if touchpoint_id(row.touchpoint) == touchpoint)
    if journey:
        on_way = {one.id for one in handbook.journey[journey].touchpoints} if journey in handbook.journey else set()
        return (row for row in rows if row.journey == journey or touchpoint_id(row.touchpoint) in on_way)
    whole = [row for row in rows if not row.touchpoint and not row.journey]
    return iter(whole or rows)


def _together(rows: Iterable[AnswersCounted]) -> Mapping[float, int]:
    made: Counter[float] = Counter()
    for row in rows:
        made.update(row.given)
    return made

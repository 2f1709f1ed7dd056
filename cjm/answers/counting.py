"""Answers in, how often each score was given by month, place and source out: the one form in which they leave the private room.

The same form comes from a table of counts that a warehouse made, and from a file too large to be read row by row.
"""

import datetime as dt
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from cjm.answers.answer import Answer, Score
from cjm.language.says import Says
from cjm.model import Handbook, touchpoint_id
from cjm.model.month import FEWEST
from cjm.model.shared.index import Index
from cjm.tables import Table
from cjm.voice import glad, unhappy

_DAY = 86_400
_NO_COUNTS = Says(
    "{file}: это не таблица подсчётов: нужны столбцы {columns}",
    "{file}: this is no table of counts: it takes the columns {columns}",
)
_NO_NUMBER = Says("{file}, строка {row}: «{cell}» — не число", '{file}, row {row}: "{cell}" is no number')
_NOBODY = Says("{file}, строка {row}: нет {kind} «{id}»", '{file}, row {row}: there is no {kind} "{id}"')


class Counted(NamedTuple):
    """How often one score was given; it is `about` an index, or `case:complaint` and the like for words that were placed."""

    month: str
    about: str
    touchpoint: str
    source: str
    by_name: str
    by_value: str
    best: int
    score: float
    n: int
    waiting: int = 0


COUNT_COLUMNS = ("month", "index", "touchpoint", "source", "by_name", "by_value", "best", "score", "n")


class NoCounts(Exception):
    """A table of counts is none; `says` is the sentence."""

    def __init__(self, says: Says) -> None:
        super().__init__(says.en)
        self.says = says


def counts_of(answers: Iterable[Answer], handbook: Handbook, today: dt.date) -> tuple[Counted, ...]:
    """All answers, counted."""
    indices = {one.id: one for one in handbook.of(Index)}
    found: Counter[tuple[str, str, str, str, str, str, int, float]] = Counter()
    contacts: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for answer in answers:
        month = answer.day[:7]
        for score in answer.scores:
            if score.index not in indices:
                continue
            found[month, score.index, score.touchpoint, answer.source, "", "", score.best, score.value] += 1
            if not score.touchpoint:
                for name, value in answer.by:
                    found[month, score.index, "", answer.source, name, value, score.best, score.value] += 1
        if answer.place and answer.words and answer.scores and not any(one.touchpoint for one in answer.scores):
            sort = _sort_of_words(indices.get(answer.scores[0].index), answer.scores[0])
            found[month, f"case:{sort}", answer.place, answer.source, "", "", 1, 1.0] += 1
        if answer.client:
            contacts[answer.source][answer.client].append(answer.day)
    rows = [Counted(*key, n) for key, n in found.items()]
    for source, clients in contacts.items():
        for index in indices.values():
            if index.formula == "not-returned" and source in index.of:
                rows.extend(_not_returned(index, source, clients, today))
    return tuple(sorted(rows))


def from_table(file: str, table: Table, handbook: Handbook) -> tuple[Counted, ...]:
    """The counts of a table that somebody else made: a warehouse, or `cjm voice counts`. Raises NoCounts."""
    heading = tuple(cell.casefold() for cell in table.rows[0].cells)
    needed = ("month", "index", "source", "score", "n")
    if not set(needed) <= set(heading):
        raise NoCounts(_NO_COUNTS.filled(file=file, columns=", ".join(COUNT_COLUMNS)))
    known = {"index": {one.id for one in handbook.of(Index)}, "touchpoint": set(handbook.touchpoint)}
    made: Counter[tuple[str, str, str, str, str, str, int, float]] = Counter()
    for row in table.rows[1:]:
        cells = dict(zip(heading, row.cells, strict=False))
        place = touchpoint_id(cells["touchpoint"]) if cells.get("touchpoint") else ""
        for kind, id in (("index", cells.get("index", "")), ("touchpoint", place)):
            if id and id not in known[kind] and not id.startswith("case:"):
                raise NoCounts(_NOBODY.filled(file=file, row=row.number, kind=kind, id=id[:60]))
        numbers = [
            _as_number(file, row.number, cells.get(name) or usual)
            for name, usual in (("best", "1"), ("score", ""), ("n", ""))
        ]
        key = (
            cells["month"][:7],
            cells["index"],
            place,
            cells["source"],
            cells.get("by_name", ""),
            cells.get("by_value", ""),
            int(numbers[0]),
            numbers[1],
        )
        made[key] += int(numbers[2])
    return tuple(sorted(Counted(*key, n) for key, n in made.items()))


@dataclass(frozen=True, slots=True)
class MonthCounts:
    """What of the counts of one month may be shown, and how many cuts were left out because people would be known by them."""

    month: str
    rows: Mapping[tuple[str, str, str, str, str, int], Mapping[float, int]]
    waiting: Mapping[tuple[str, str], int]
    left_out: int


def of_month(rows: Iterable[Counted], month: str) -> MonthCounts:
    """The rows of a month by question, source and cut. A cut below five is left out, with it the next so that none can be subtracted."""
    found: dict[tuple[str, str, str, str, str, int], dict[float, int]] = defaultdict(dict)
    waiting: dict[tuple[str, str], int] = {}
    for row in rows:
        if row.month == month:
            key = (row.about, row.touchpoint, row.source, row.by_name, row.by_value, row.best)
            if row.n:
                found[key][row.score] = found[key].get(row.score, 0) + row.n
            if row.waiting:
                waiting[row.about, row.source] = row.waiting
    out = set(_known_people(found))
    return MonthCounts(month, {key: scores for key, scores in found.items() if key not in out}, waiting, len(out))


# Private functions


def _sort_of_words(index: Index | None, score: Score) -> str:
    """What words are by the score beside them. A score without words is no complaint: it is counted where scores are."""
    if index and unhappy(index, {score.value: 1}, score.best):
        return "complaint"
    return "praise" if index and glad(index, {score.value: 1}, score.best) else "observation"


def _as_number(file: str, row: int, cell: str) -> float:
    try:
        number = float(cell.replace(",", "."))
    except ValueError:
        raise NoCounts(_NO_NUMBER.filled(file=file, row=row, cell=cell[:40])) from None
    return number


def _known_people(
    found: Mapping[tuple[str, str, str, str, str, int], Mapping[float, int]],
) -> Iterator[tuple[str, str, str, str, str, int]]:
    """The cuts by which people would be known: small ones, and the smallest of the rest where only so few would be left."""
    groups: dict[tuple[str, str, str, str], list[tuple[int, tuple[str, str, str, str, str, int]]]] = defaultdict(list)
    whole: Counter[tuple[str, str, str]] = Counter()
    for key, scores in found.items():
        if key[3]:
            groups[key[:4]].append((sum(scores.values()), key))
        else:
            whole[key[:3]] += sum(scores.values())
    for group, cuts in groups.items():
        shown = sorted(cut for cut in cuts if cut[0] >= FEWEST)
        yield from (key for n, key in cuts if n < FEWEST)
        while shown and 0 < whole[group[:3]] - sum(n for n, _ in shown) < FEWEST:
            yield shown.pop(0)[1]


def _not_returned(index: Index, source: str, clients: Mapping[str, Sequence[str]], today: dt.date) -> Iterator[Counted]:
    """Of each contact whether the same client came again within the time; one whose time is not over waits and is not counted."""
    window = dt.timedelta(seconds=index.within or 7 * _DAY).days
    once: Counter[tuple[str, float]] = Counter()
    wait: Counter[str] = Counter()
    for days in clients.values():
        ordered = sorted(dt.date.fromisoformat(day).toordinal() for day in days)
        for at, day in enumerate(ordered):
            month = dt.date.fromordinal(day).isoformat()[:7]
            again = bisect_right(ordered, day + window, at + 1) > at + 1
            if again or day + window < today.toordinal():
                once[month, float(not again)] += 1
            else:
                wait[month] += 1
    for month in sorted({month for month, _ in once} | set(wait)):
        for score in (0.0, 1.0):
            yield Counted(month, index.id, "", source, "", "", 1, score, once[month, score], wait[month])

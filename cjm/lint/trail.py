"""A path of the graph in, the waypoints that a finding shows out."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from cjm.graph import Way, Ways
from cjm.language.durations import spoken
from cjm.language.says import Says
from cjm.lint.author import called, where
from cjm.lint.finding import Found, Waypoint, found
from cjm.model import Place

if TYPE_CHECKING:
    from cjm.graph.questions import Slowest


def trail(
    ways: Ways, path: Sequence[str], notes: Mapping[str, Says | str] | None = None, leaves: str | None = None
) -> tuple[Waypoint, ...]:
    """The touchpoints of `path`, each with the condition that leads there; `leaves` is where the way goes wrong."""
    notes = notes or {}
    made = []
    for before, point in zip((None, *path), path, strict=False):
        way = between(ways, before, point) if before else None
        touchpoint = ways.touchpoint[point]
        made.append(
            Waypoint(
                title=called(touchpoint),
                place=touchpoint.at("id"),
                when=way.when if way else "",
                note=notes.get(point, ""),
                leaves=point == leaves,
            )
        )
    return tuple(made)


def between(ways: Ways, source: str, target: str) -> Way | None:
    """The first way from one touchpoint to another, None where it leads there by interrupting."""
    return next((way for way in ways.out[source] if way.target == target), None)


def waits(ways: Ways, slowest: "Slowest", place: Place, form: str, *, title: str, at_most: int) -> Found:
    """The finding that the slowest way takes longer than `at_most`: the wait of each touchpoint beside it."""
    own = {point: ways.wait(point) for point in slowest.path}
    total = {
        point: own[point] + sum(seconds for way, seconds in slowest.again if way.source == point)
        for point in slowest.path
    }
    notes: dict[str, Says | str] = {point: _wait(own[point], total[point]) for point in slowest.path if total[point]}
    longest = max(slowest.path, key=total.__getitem__)
    return found(
        place,
        form,
        trail=trail(ways, slowest.path, notes, longest),
        title=title,
        to=called(ways.touchpoint[slowest.path[-1]]),
        sum=_spoken(slowest.seconds),
        limit=_spoken(at_most),
        longest=called(ways.touchpoint[longest]),
        where=where(ways.touchpoint[longest], "wait"),
    )


# Private functions


def _spoken(seconds: int) -> Says:
    return Says(spoken(seconds, "ru"), spoken(seconds, "en"))


def _wait(own: int, total: int) -> Says:
    if own == total:
        return _spoken(own)
    again = _spoken(total - own)
    return Says(
        f"{spoken(own, 'ru')} и ещё {again.ru} на возвраты", f"{spoken(own, 'en')} and {again.en} more on ways back"
    )

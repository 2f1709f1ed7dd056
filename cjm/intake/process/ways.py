"""A chart in, its activities and the ways between them out: gateways, events and frames are what a way passes, and its condition.

Everything is named by its number in the chart, so two elements of one name stay two.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from cjm.intake.process.chart import Chart, ChartElement

_MOST_PATHS = 200  # out of one activity; a mesh of gateways has more of them than anybody reads


@dataclass(frozen=True, slots=True)
class ChartWay:
    """A way from an activity, or from a beginning, to the next activity or to an end; what it passes, in order."""

    source: int
    target: int
    passes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ChartWays:
    """Of each pool its activities, the ways out of each, the ways in from its beginnings, and the arrows that lead nowhere."""

    out: Mapping[int, tuple[ChartWay, ...]]
    begins: tuple[ChartWay, ...]
    nowhere: tuple[int, ...]
    tangled: tuple[int, ...]  # activities behind which gateways are too many to follow one by one


def chart_ways(chart: Chart, names: Sequence[str]) -> ChartWays:
    """The ways of a chart; `names` are those of its elements, by which links find each other."""
    return _Net(chart.elements, names).ways()


# Private functions


class _Net:
    """The arrows as a graph. A frame is entered by its number and left by the complement of it."""

    def __init__(self, elements: Sequence[ChartElement], names: Sequence[str]) -> None:
        self.elements, self.names = elements, names
        nodes = ("activity", "fork", "event", "frame")
        self.number = {one.id: at for at, one in enumerate(elements) if one.kind in nodes and one.id}
        self.inside: dict[str, list[int]] = {}
        self.next: dict[int, list[tuple[int, int]]] = {}  # from where -> by which arrow, to where
        self.reached: set[int] = set()
        self.nowhere: list[int] = []
        self.tangled: list[int] = []
        self.watched = {one.source for one in elements if one.event == "boundary"}
        self.asked: frozenset[int] = frozenset()
        for at, one in enumerate(elements):
            if one.kind in nodes:
                self.inside.setdefault(one.frame, []).append(at)
        self.arrows()
        self.frames()
        self.events()
        self.first = [
            at
            for at, one in enumerate(elements)
            if at not in self.reached
            and (one.kind == "fork" or one.event in ("start", "catch", "throw"))
            and self.next.get(at)
        ]
        self.asked = self.asked_first()

    def ways(self) -> ChartWays:
        out = {at: tuple(self.from_(at, at)) for at, one in enumerate(self.elements) if self.stops(at)}
        begins = tuple(way for at in self.first if not self.stops(at) for way in self.from_(at, at))
        return ChartWays(out, begins, tuple(self.nowhere), tuple(self.tangled))

    def stops(self, at: int) -> bool:
        """Whether somebody stands there: an activity, a message that is sent on the way, a question that is asked first of all."""
        one = self.elements[at]
        return (
            one.kind == "activity"
            or at in self.asked
            or (one.event == "throw" and one.by == "message" and bool(self.names[at]))
        )

    def asked_first(self) -> frozenset[int]:
        """The questions before which there is no activity out of which their ways could lead."""
        found, seen, waiting = set(), set(self.first), list(self.first)
        for here in waiting:
            one = self.elements[self.plain(here)]
            if one.kind == "fork" and self.names[here] and not one.together and len(self.next.get(here, ())) > 1:
                found.add(here)
            elif not self.stops_at(here):
                on = [target for _, target in self.next.get(here, ()) if target not in seen]
                seen.update(on)
                waiting += on
        return frozenset(found)

    def leave(self, at: int) -> int:
        return ~at if self.elements[at].kind == "frame" else at

    def tie(self, source: int, target: int, by: int = -1) -> None:
        self.next.setdefault(source, []).append((by, target))
        self.reached.add(target)

    def arrows(self) -> None:
        for at, one in enumerate(self.elements):
            if one.kind == "flow":
                source, target = self.number.get(one.source), self.number.get(one.target)
                if source is None or target is None or self.elements[source].pool != self.elements[target].pool:
                    self.nowhere.append(at)
                else:
                    self.tie(self.leave(source), target, at)

    def frames(self) -> None:
        """Into a frame one comes to its beginnings; where the way inside ends, it goes on behind the frame."""
        for at in sorted((at for at, one in enumerate(self.elements) if one.kind == "frame"), key=self.depth):
            one = self.elements[at]
            inner = [each for each in self.inside.get(one.id, ()) if self.elements[each].by != "apart"]
            heads = [each for each in inner if self.elements[each].event == "start"]
            heads = heads or [
                each for each in inner if each not in self.reached and self.elements[each].event != "boundary"
            ]
            for each in heads or inner[:1]:
                if one.by != "apart":  # one that begins by an event of its own is a beginning
                    self.next.setdefault(at, []).append((-1, each))
                    if at in self.reached:  # else it is a beginning itself
                        self.reached.add(each)
            on = self.goes_on(at)
            for each in inner:
                if on and not self.next.get(self.leave(each)) and self.elements[each].event != "boundary":
                    if self.elements[each].by in ("error", "cancel"):
                        self.tie_to_boundary(each, one.id, self.elements[each].by)
                    else:
                        self.tie(self.leave(each), ~at)

    def depth(self, frame: int) -> int:
        found = 0
        while (outer := self.number.get(self.elements[frame].frame)) is not None and found < len(self.elements):
            frame, found = outer, found + 1
        return found

    def goes_on(self, frame: int) -> bool:
        """Whether anything follows a frame, or the frame around it."""
        while self.elements[frame].by != "apart" and not self.next.get(~frame):
            outer = self.number.get(self.elements[frame].frame)
            if outer is None:
                return self.elements[frame].id in self.watched
            frame = outer
        return self.elements[frame].by != "apart"

    def tie_to_boundary(self, end: int, frame: str, by: str) -> None:
        for at, one in enumerate(self.elements):
            if one.event == "boundary" and one.source == frame and one.by == by:
                self.tie(end, at)

    def events(self) -> None:
        """What may happen meanwhile goes out of its activity; of a frame it goes out of what comes first in it."""
        catches = {
            (one.pool, one.target or self.names[at]): at for at, one in enumerate(self.elements) if one.by == "link" and one.event == "catch"
        }  # fmt: skip
        for at, one in enumerate(self.elements):
            host = self.number.get(one.source) if one.event == "boundary" else None
            if host is not None and host != at and self.elements[host].pool == one.pool:
                if at in self.reached and self.elements[host].kind == "frame":
                    continue  # it is led to by the end inside that raises it
                heads = [host]
                if self.elements[host].kind == "frame":
                    first = (way.target for way in self.from_(host, host) if self.stops(way.target))
                    heads = [each for each in dict.fromkeys(first) if self.lies_in(each, one.source)] or [~host]
                for head in heads:
                    self.tie(head, at)
            if one.by == "link" and one.event == "throw" and not self.next.get(at):
                target = catches.get((one.pool, one.target or self.names[at]))
                if target is not None:
                    self.tie(at, target)

    def lies_in(self, at: int, frame: str) -> bool:
        """Whether an element stands in a frame, or in one inside it."""
        for _ in self.elements:
            if self.elements[at].frame == frame:
                return True
            outer = self.number.get(self.elements[at].frame)
            if outer is None:
                return False
            at = outer
        return False

    def from_(self, source: int, start: int) -> Iterator[ChartWay]:
        """All ways from `start` to where somebody stands, or to an end; of too many, one to each."""
        found: list[ChartWay] = []
        waiting: list[tuple[int, tuple[int, ...], frozenset[int]]] = [(start, (), frozenset((start,)))]
        for step in range(_MOST_PATHS):
            if not waiting:
                yield from found
                return
            here, passes, seen = waiting.pop()
            if step and self.stops_at(here):
                found.append(ChartWay(source, here, passes))
                continue
            passes = passes if not step else (*passes, self.plain(here))
            for by, target in reversed(self.next.get(here, ())):
                if target not in seen or self.stops_at(target):
                    waiting.append((target, (*passes, by) if by >= 0 else passes, seen | {target}))
        self.tangled.append(source)
        yield from self.nearest(source, start)

    def nearest(self, source: int, start: int) -> Iterator[ChartWay]:
        seen, waiting = {start}, [start]
        for here in waiting:
            for _, target in self.next.get(here, ()):
                if target in seen:
                    continue
                seen.add(target)
                if self.stops_at(target):
                    yield ChartWay(source, self.plain(target), ())
                else:
                    waiting.append(target)

    def stops_at(self, target: int) -> bool:
        return target >= 0 and (
            self.stops(target) or (self.elements[target].event == "end" and not self.next.get(target))
        )

    @staticmethod
    def plain(at: int) -> int:
        return at if at >= 0 else ~at

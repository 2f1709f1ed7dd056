"""A Handbook in, the ways of its clients out: what leads where on which condition, as data and as NetworkX graphs."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from cjm.graph.waits import most
from cjm.model import Edge, Handbook, Journey, Problem, Touchpoint, touchpoint_id
from cjm.model.derived import derived

if TYPE_CHECKING:
    import networkx as nx

_KEYS_OF_WAYS = frozenset(
    ("journey", "enter", "stages", "stage", "touchpoints", "id", "entry", "outcome", "next", "to", "when", "otherwise", "back", "at_most")
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Way:
    """One way from a touchpoint to another: an edge as written, or the way to the touchpoint below."""

    source: str
    target: str  # empty where the edge leads to a touchpoint that is not there
    edge: Edge | None = None
    continues: bool = False  # leads into another journey
    crosses: bool = False  # leads into or out of an interrupt: between journeys it counts only where it is named
    rises: bool = False  # leads up the file of its journey, or to where it starts

    @property
    def when(self) -> str:
        """The condition under which the client takes it."""
        return self.edge.when if self.edge else ""

    @property
    def back(self) -> bool:
        """Whether it is marked as a way back."""
        return self.edge is not None and self.edge.back

    @property
    def leads_back(self) -> bool:
        """Whether the client goes back by it: the order of the file says so where the mark is forgotten.

        Only sums of waits go by the mark alone: what is not marked is counted, so that no wait is lost.
        """
        return self.back or self.rises

    @property
    def at_most(self) -> int | None:
        """How often it can repeat, where that is said."""
        return self.edge.at_most if self.edge else None


@dataclass(frozen=True, eq=False)
class Ways:
    """All journeys as one graph. Touchpoints stand in the order of the journeys, under the name that `name` gives them."""

    handbook: Handbook
    touchpoint: Mapping[str, Touchpoint]
    journey: Mapping[str, Journey]  # of each touchpoint
    out: Mapping[str, tuple[Way, ...]]  # of each touchpoint, in the order written
    blurred: frozenset[str]  # journeys whose ways are not sure, because something of them could not be read
    partial: bool  # a whole journey could not be read: what it leads to is unknown

    @cached_property
    def position(self) -> Mapping[str, int]:
        """The place of each touchpoint in the order of the journeys."""
        return {point: position for position, point in enumerate(self.touchpoint)}

    def wait(self, point: str) -> int:
        """How long one waits at a touchpoint at most, in seconds."""
        return most(self.touchpoint[point], self.handbook) or 0

    @cached_property
    def entries(self) -> Mapping[str, tuple[str, ...]]:
        """Where a client may begin each journey, by the journey's id."""
        return {journey.id: tuple(name(point) for point in entries(journey)) for journey in self.handbook.journeys}

    @cached_property
    def ends(self) -> frozenset[str]:
        """The touchpoints where the way may end: with an outcome, or by leaving what the graph knows."""
        return frozenset(
            point
            for point, touchpoint in self.touchpoint.items()
            if touchpoint.outcome or any(not way.target or way.crosses for way in self.out[point])
        )

    @cached_property
    def whole(self) -> nx.MultiDiGraph[str]:
        """Every way as it is written, over all journeys. Each edge carries its Way, its condition, `back` and `at_most`."""
        return self._graph(way for ways in self.out.values() for way in ways)

    @cached_property
    def between(self) -> nx.MultiDiGraph[str]:
        """The whole without the ways into and out of interrupts, whose edges exist only inside them."""
        if not any(journey.interrupts for journey in self.handbook.journeys):
            return self.whole
        return self._graph(way for ways in self.out.values() for way in ways if not way.crosses)

    @cached_property
    def inside(self) -> nx.MultiDiGraph[str]:
        """The ways that stay inside their journey."""
        return self._graph(way for ways in self.out.values() for way in ways if not way.continues)

    @cached_property
    def forward(self) -> nx.MultiDiGraph[str]:
        """The ways that stay inside their journey and are not marked as ways back."""
        return self._graph(way for ways in self.out.values() for way in ways if not way.continues and not way.back)

    @cached_property
    def targets(self) -> Mapping[str, Collection[str]]:
        """Where each touchpoint leads, by any way."""
        return {point: [way.target for way in ways if way.target] for point, ways in self.out.items()}

    def plain(self, *named: str) -> Mapping[str, Collection[str]] | None:
        """Where each touchpoint leads as a policy sees it that names these; None where it needs the graph of an interrupt."""
        if self._entered(named):
            return None
        return {
            point: [way.target for way in ways if way.target and not way.crosses] for point, ways in self.out.items()
        }

    def seen_from(self, *named: str) -> nx.MultiDiGraph[str]:
        """The graph as a policy sees it that names these touchpoints.

        An interrupt that it names together with other journeys is entered from any touchpoint of theirs.
        """
        interrupts = self._entered(named)
        if not interrupts:
            return self.between
        graph = self.between.copy()
        calls = [point for point, journey in self.journey.items() if not journey.interrupts]
        for journey in self.handbook.journeys:
            if journey.id in interrupts:
                _add(
                    graph, (Way(call, entry, None, True, True) for call in calls for entry in self.entries[journey.id])
                )
        _add(graph, (way for ways in self.out.values() for way in ways if way.crosses and self._names(way, interrupts)))
        return graph

    def _entered(self, named: Collection[str]) -> set[str]:
        """The interrupts among the journeys of these touchpoints, where they are named together with other journeys."""
        journeys = [self.journey[point] for point in named]
        interrupts = {journey.id for journey in journeys if journey.interrupts}
        return interrupts if not all(journey.interrupts for journey in journeys) else set()

    def _names(self, way: Way, interrupts: set[str]) -> bool:
        return bool(way.target) and not interrupts.isdisjoint(
            (self.journey[way.source].id, self.journey[way.target].id)
        )

    def _graph(self, ways: Iterable[Way]) -> nx.MultiDiGraph[str]:
        import networkx as nx

        graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
        graph.add_nodes_from(self.touchpoint)
        _add(graph, ways)
        return graph


@derived
def ways(handbook: Handbook) -> Ways:
    """The ways of a handbook. Graphs are built when they are first asked for."""
    touchpoint: dict[str, Touchpoint] = {}
    journey: dict[str, Journey] = {}
    for one in handbook.journeys:
        for point in one.touchpoints:
            touchpoint.setdefault(name(point), point)
            journey.setdefault(name(point), one)
    out: dict[str, tuple[Way, ...]] = dict.fromkeys(touchpoint, ())
    for one in handbook.journeys:
        for source, leads in ways_out(one, one.touchpoints, handbook):
            # Two touchpoints with one id are rule 002's matter; the graph gives their node the ways of both.
            out[source] += leads
    return Ways(
        handbook, touchpoint, journey, out, _blurred(handbook, out), any(map(_holds_a_journey, handbook.unread))
    )


def ways_out(
    journey: Journey, points: tuple[Touchpoint, ...], handbook: Handbook
) -> Iterator[tuple[str, tuple[Way, ...]]]:
    """The ways out of each of these touchpoints of a journey, by its name."""
    names = [name(point) for point in points]
    order = {source: place for place, source in enumerate(names)}
    for place, (point, source) in enumerate(zip(points, names, strict=True)):
        if point.next:
            yield source, tuple(_along(edge, source, place, journey, order, handbook) for edge in point.next)
        elif point.outcome or point.stops or point is points[-1]:
            yield source, ()
        else:
            yield source, (Way(source, names[place + 1]),)


def entries(journey: Journey) -> tuple[Touchpoint, ...]:
    """Where a client may begin: the touchpoints marked as entries, else the first."""
    points = journey.touchpoints
    return tuple(point for point in points if point.entry) or points[:1]


def name(touchpoint: Touchpoint) -> str:
    """The name of a touchpoint in the graph: its id, or its place where the id is missing."""
    if touchpoint.id:
        return touchpoint.id
    place = touchpoint.at()
    return f"{place.file}:{place.start}"


# Private functions


def _along(edge: Edge, source: str, place: int, journey: Journey, order: Mapping[str, int], handbook: Handbook) -> Way:
    target = touchpoint_id(edge.to)
    if target in order:
        return Way(source, target, edge, rises=order[target] <= place)
    leads = handbook.journey_of.get(target) if target else None  # a touchpoint without an id is led to by nobody
    if leads is None:
        return Way(source, "", edge)
    return Way(source, target, edge, True, leads.interrupts or journey.interrupts)


def _add(graph: nx.MultiDiGraph[str], ways: Iterable[Way]) -> None:
    graph.add_edges_from(
        (way.source, way.target, {"way": way, "when": way.when, "back": way.back, "at_most": way.at_most})
        for way in ways
        if way.target
    )


def _holds_a_journey(file: str) -> bool:
    return file.startswith("touchpoints")


def _blurred(handbook: Handbook, out: Mapping[str, tuple[Way, ...]]) -> frozenset[str]:
    """The journeys with problems that touch their ways, and those to which a broken reference wanted to lead."""
    files = {journey.source.file: journey.id for journey in handbook.journeys}
    blurred = set()
    for problem in handbook.problems:
        if problem.place.file in files and _touches_ways(problem):
            elsewhere = problem.values.get("where") or problem.values.get("first") or problem.place.file
            blurred |= {files[problem.place.file], files.get(elsewhere.partition(":")[0], "")}
    meant = (way.edge.to.rpartition("/")[0] for ways in out.values() for way in ways if way.edge and not way.target)
    return frozenset(blurred.union(meant) - {""})


def _touches_ways(problem: Problem) -> bool:
    if problem.trouble in ("unknown-reference", "wrong-kind", "duplicate-id"):
        return problem.values.get("kind") == "touchpoint"
    if problem.trouble == "bad-id" or problem.form == "file-name":
        return False
    key = problem.values.get("near") or problem.values.get("key", "")
    return not key or key in _KEYS_OF_WAYS

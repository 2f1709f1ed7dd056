"""Every question that is asked of the graph: Ways in, touchpoints, ways and paths out, in the order of the journeys.

A path is a tuple of the names of its touchpoints. All answers take polynomial time; none walks the paths one by one.
"""

import contextlib
import importlib.util
import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cjm.graph.reach import backwards, depths
from cjm.graph.way import Way, Ways
from cjm.model import Journey

if TYPE_CHECKING:
    import networkx as nx
else:
    # It takes longer to import than a whole check takes, and a sound handbook asks what plain reach tells.
    _SPEC = importlib.util.find_spec("networkx")
    if "networkx" not in sys.modules:
        _SPEC.loader = importlib.util.LazyLoader(_SPEC.loader)
        sys.modules["networkx"] = importlib.util.module_from_spec(_SPEC)
        _SPEC.loader.exec_module(sys.modules["networkx"])
    nx = sys.modules["networkx"]

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Slowest:
    """The slowest way to a touchpoint. `again` holds the waits that loops on the way can add, with their way back."""

    seconds: int
    path: Path
    again: tuple[tuple[Way, int], ...]


def unreachable(ways: Ways) -> tuple[Path, ...]:
    """The touchpoints to which no way leads from any entry of any journey, cut off together with what follows them.

    One group for each place where the way is missing: the first is where it should lead, the rest only follow.
    """
    starts = [entry for entries in ways.entries.values() for entry in entries]
    reached = depths(ways.targets, starts)
    if len(reached) == len(ways.touchpoint):
        return ()
    lost = ways.whole.subgraph([point for point in ways.touchpoint if point not in reached])
    groups = nx.condensation(nx.DiGraph(lost))
    roots = [
        min(groups.nodes[group]["members"], key=ways.position.__getitem__)
        for group, degree in groups.in_degree()
        if not degree
    ]
    roots.sort(key=ways.position.__getitem__)
    return tuple((root, *sorted(nx.descendants(lost, root), key=ways.position.__getitem__)) for root in roots)


def dead_ends(ways: Ways) -> Path:
    """The touchpoints from which no way leads on, though none of them is an outcome."""
    return tuple(point for point, targets in ways.targets.items() if not targets and point not in ways.ends)


def traps(ways: Ways) -> tuple[Path, ...]:
    """The groups of touchpoints that lead to each other and nowhere else, so that no outcome can be reached."""
    stops = [*ways.ends, *dead_ends(ways)]
    free = depths(backwards(ways.targets), stops)
    if len(free) == len(ways.touchpoint):
        return ()
    stuck = ways.whole.subgraph([point for point in ways.touchpoint if point not in free])
    closed: Iterator[set[str]] = nx.attracting_components(nx.DiGraph(stuck))
    found = [tuple(sorted(group, key=ways.position.__getitem__)) for group in closed if len(group) > 1]
    return tuple(sorted(found, key=lambda group: ways.position[group[0]]))


def unmarked_loops(ways: Ways) -> tuple[Way, ...]:
    """The ways that close a loop inside a journey without being marked as ways back."""
    rising = _inside(ways, lambda way: not way.back and way.rises and way.target != way.source)
    loop = _loops(ways.forward) if rising else {}  # every loop has a way that leads up the file
    return tuple(way for way in rising if way.source in loop and loop[way.source] == loop.get(way.target))


def unbounded_loops(ways: Ways) -> tuple[Way, ...]:
    """The marked ways back that can repeat and do not say how often."""
    free = _inside(ways, lambda way: way.back and way.at_most is None)
    loop = _loops(ways.inside) if free else {}
    return tuple(way for way in free if way.source in loop and loop[way.source] == loop.get(way.target))


def in_unmarked_loop(ways: Ways) -> frozenset[str]:
    """The touchpoints on loops of unmarked ways inside a journey."""
    return frozenset(_loops(ways.forward))


def never_entered(ways: Ways) -> tuple[Journey, ...]:
    """The journeys that begin with no marked entry and into which no journey leads that clients come to.

    None where no journey marks an entry: then each simply begins with its first touchpoint.
    """
    journeys = [journey for journey in ways.handbook.journeys if not journey.interrupts and journey.touchpoints]
    marked = [journey.id for journey in journeys if any(point.entry for point in journey.touchpoints)]
    if not marked:
        return ()
    leads: dict[str, list[str]] = {journey.id: [] for journey in ways.handbook.journeys}
    for out in ways.out.values():
        for way in out:
            if way.target and way.continues:
                leads[ways.journey[way.source].id].append(ways.journey[way.target].id)
    reached = depths(leads, marked + [journey.id for journey in ways.handbook.journeys if journey.interrupts])
    if len(reached) == len(leads):
        return ()
    continued: nx.DiGraph[str] = nx.DiGraph(dict[str, Iterable[str]](leads))
    lost = continued.subgraph(continued.nodes - reached.keys())
    groups = nx.condensation(nx.DiGraph(lost))
    first = {min(groups.nodes[group]["members"]) for group, degree in groups.in_degree() if not degree}
    return tuple(journey for journey in journeys if journey.id in first)


def circle(ways: Ways, points: Collection[str]) -> Path:
    """A shortest round trip from the first of some touchpoints that lead to each other, back to it."""
    graph = ways.whole.subgraph(points)
    first = min(points, key=ways.position.__getitem__)
    rounds = (nx.shortest_path(graph, after, first) for after in graph.successors(first) if after != first)
    return (first, *min(rounds, key=len))


def back_to(ways: Ways, way: Way) -> Path:
    """The shortest way on from where `way` leads to where it starts: the loop that it closes."""
    return _path(ways.forward, way.target, way.source) or (way.target, way.source)


def shortest(ways: Ways, start: str, to: str) -> Path | None:
    """The shortest way between two touchpoints, None where there is none."""
    return _path(ways.seen_from(start, to), start, to)


def way_around(ways: Ways, start: str, to: str, through: str) -> Path | None:
    """The shortest way from `start` to `to` that does not pass `through`; None where every way does."""
    plain = ways.plain(start, to, through)
    if plain is not None and to not in depths(plain, [start], [through]):
        return None
    graph = ways.seen_from(start, to, through)
    return None if through in (start, to) else _path(nx.restricted_view(graph, [through], []), start, to)


def steps(ways: Ways, start: str, to: str) -> int | None:
    """How many steps it is at least from one touchpoint to another, None where no way leads there."""
    plain = ways.plain(start, to)
    if plain is not None:
        return depths(plain, [start]).get(to)
    path = shortest(ways, start, to)
    return None if path is None else len(path) - 1


def must_pass(ways: Ways, starts: Iterable[str], to: str, avoided: Collection[str], only: Collection[str] = ()) -> bool:
    """Whether no way from one of `starts` to `to` keeps clear of all that is avoided; `only` as for `way_avoiding`."""
    starts = list(starts)
    plain = ways.plain(*starts, to)
    barred = {*avoided, *(ways.touchpoint.keys() - set(only) if only else ())}
    return plain is None or to not in depths(plain, starts, barred)


def leaves_at(ways: Ways, path: Path, through: str) -> str | None:
    """The last touchpoint of a path that goes around `through` from which one could still have come there in time.

    None where `through` cannot be reached from any of them.
    """
    graph = nx.restricted_view(ways.seen_from(*path, through), path[-1:], [])
    if through not in graph:
        return None
    able = nx.ancestors(graph, through)
    last = None
    for point in path[:-1]:
        if point not in able:
            break
        last = point
    return last


def way_avoiding(
    ways: Ways, starts: Iterable[str], to: str, avoided: Collection[str], only: Collection[str] = ()
) -> Path | None:
    """The way from one of `starts` to `to` with the fewest `avoided` touchpoints, the shortest of these.

    None where no way leads there at all; `only` names the touchpoints that it may use, where not all are meant.
    """
    starts = list(starts)
    graph = ways.seen_from(*starts, to)
    if only:
        graph = graph.subgraph(only)
    starts = [start for start in starts if start in graph]
    if not starts or to not in graph:
        return None
    burden = len(graph)

    def weight(_: str, target: str, __: Any) -> int:
        return 1 + burden * (target in avoided)

    for sources in ([start for start in starts if start not in avoided], starts):
        with contextlib.suppress(nx.NetworkXNoPath, ValueError):  # ValueError: no sources
            _, path = nx.multi_source_dijkstra(graph, sources, to, weight=weight)
            return tuple(path)
    return None


def longest_wait(ways: Ways, starts: Iterable[str], to: str) -> Slowest | None:
    """The slowest way from any of `starts` to `to`: the waits of all its touchpoints, both ends included.

    Ways back are left out and added as `at_most` times the wait of their loop; a continuation that closes a round of
    journeys counts as a way back that is not taken again. None where no way leads there.
    """
    starts = tuple(starts)
    plain = ways.plain(*starts, to)
    before = depths(backwards(plain), [to]).keys() & set(starts) if plain is not None else ()
    if before == {to} and not any(way.back for way in ways.out[to]):  # it begins there and nothing leads back
        return Slowest(ways.wait(to), (to,), ())
    graph = ways.seen_from(*starts, to)
    ahead = _simple(graph, lambda way: not way.back)
    onward = _on_the_way(ahead, starts, to)
    if to not in onward:  # only a way back leads there
        ahead = _simple(graph, lambda way: True)
        onward = _on_the_way(ahead, starts, to)
    if to not in onward:
        return None
    wait = {point: ways.wait(point) for point in graph}
    again = _repeated(ways, graph, ahead, starts, onward, wait)
    total = {point: wait[point] + sum(seconds for _, seconds in again[point]) for point in onward}
    acyclic = _acyclic(ahead.subgraph(onward), _depths(ahead, starts))
    acyclic.remove_edges_from(list(acyclic.out_edges(to)))
    path = _longest(acyclic, starts, to, total)
    return Slowest(sum(total[point] for point in path), path, tuple(more for point in path for more in again[point]))


# Private functions


def _reached(graph: Any, starts: Iterable[str]) -> set[str]:
    return set(_depths(graph, starts))


def _depths(graph: Any, starts: Iterable[str]) -> dict[str, int]:
    """How many steps each touchpoint that can be reached is away from the nearest of `starts`."""
    return {point: depth for depth, layer in enumerate(nx.bfs_layers(graph, list(starts))) for point in layer}


def _loops(graph: Any) -> dict[str, int]:
    """The number of the loop that each touchpoint on a loop belongs to."""
    groups = (group for group in nx.strongly_connected_components(graph) if len(group) > 1)
    return {point: number for number, group in enumerate(groups) for point in group}


def _inside(ways: Ways, chosen: Callable[[Way], bool]) -> tuple[Way, ...]:
    return tuple(way for out in ways.out.values() for way in out if way.target and not way.continues and chosen(way))


def _path(graph: Any, start: str, to: str) -> Path | None:
    try:
        return tuple(nx.shortest_path(graph, start, to))
    except (nx.NetworkXNoPath, nx.NodeNotFound):
        return None


def _simple(graph: Any, chosen: Callable[[Way], bool]) -> "nx.DiGraph[str]":
    """The graph with one edge for all chosen ways between two touchpoints."""
    simple: nx.DiGraph[str] = nx.DiGraph()
    simple.add_nodes_from(graph)
    simple.add_edges_from((u, v, {"continues": way.continues}) for u, v, way in graph.edges(data="way") if chosen(way))
    return simple


def _on_the_way(graph: Any, starts: Iterable[str], to: str) -> set[str]:
    """The touchpoints that lie on some way from one of `starts` to `to`."""
    return _reached(graph, [start for start in starts if start in graph]) & (nx.ancestors(graph, to) | {to})


def _repeated(
    ways: Ways,
    graph: Any,
    ahead: "nx.DiGraph[str]",
    starts: Iterable[str],
    onward: Iterable[str],
    wait: Mapping[str, int],
) -> dict[str, tuple[tuple[Way, int], ...]]:
    """For each touchpoint of `onward` the ways back from it, each with the wait that its repetitions add."""
    depths = _depths(graph, starts)
    acyclic = _acyclic(ahead.subgraph(depths), depths)
    order = list(nx.topological_sort(acyclic))
    position = {point: number for number, point in enumerate(order)}

    def around(way: Way) -> Path:
        # Whatever lies on a way between two touchpoints stands between them in the topological order, too.
        span = order[position[way.target] : position[way.source] + 1]
        path = _longest(acyclic.subgraph(span), [way.target], way.source, wait) if span else ()
        return path or _path(graph, way.target, way.source) or ()  # a loop that only another way back closes

    def repeated(point: str) -> Iterator[tuple[Way, int]]:
        for way in ways.out[point]:
            if way.back and way.target in position and not way.crosses:
                seconds = (way.at_most or 1) * sum(wait[touchpoint] for touchpoint in around(way))
                if seconds:
                    yield way, seconds

    return {point: tuple(repeated(point)) for point in onward}


def _longest(acyclic: "nx.DiGraph[str]", starts: Iterable[str], to: str, wait: Mapping[str, int]) -> Path:
    """The path from any of `starts` to `to` with the largest sum of waits; empty where none leads there."""
    onward = _on_the_way(acyclic, starts, to)
    if to not in onward:
        return ()
    before_all, after_all = object(), object()
    weighted: nx.DiGraph[Any] = nx.DiGraph()
    weighted.add_edges_from((u, v, {"wait": wait[v]}) for u, v in acyclic.subgraph(onward).edges)
    weighted.add_edges_from((before_all, start, {"wait": wait[start]}) for start in starts if start in onward)
    weighted.add_edge(to, after_all, wait=1)  # so that the path goes on to `to` where the last waits are none
    return tuple(nx.dag_longest_path(weighted, weight="wait"))[1:-1]


def _acyclic(graph: Any, depths: Mapping[str, int]) -> "nx.DiGraph[str]":
    """`graph` without the edges of loops that lead no further from the start: continuations first, then the others."""
    acyclic: nx.DiGraph[str] = nx.DiGraph(graph)
    acyclic.remove_edges_from(list(nx.selfloop_edges(acyclic)))
    for only_continuations in (True, False):
        loop = _loops(acyclic)
        closing = [(u, v) for u, v in acyclic.edges if u in loop and loop[u] == loop.get(v) and depths[v] <= depths[u]]
        acyclic.remove_edges_from(
            edge for edge in closing if acyclic.edges[edge]["continues"] or not only_continuations
        )
    return acyclic

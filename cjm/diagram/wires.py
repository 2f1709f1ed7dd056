"""Exits with their tracks and the edges of gutters in, lines and the heads of lines out, each in its place on the page."""

from dataclasses import dataclass

from cjm.diagram.routes import Exit, Routing
from cjm.diagram.shapes import Head, Point, Side, Wire
from cjm.diagram.sizes import CHANNEL, CLEAR, HEADROOM, TAIL
from cjm.diagram.stacks import Placed
from cjm.diagram.tracks import Key, Net, levels

_Tracks = dict[tuple[int, Key], float]  # the place of each track along the page, by its gutter


@dataclass(frozen=True, slots=True)
class Drawn:
    """Lines and heads in their places, and the clear stretch of each way back for words on it."""

    wires: tuple[Wire, ...]
    heads: tuple[Head, ...]
    runs: dict[tuple[str, str], float]  # source and target of a way back: the height of its long run
    above: int
    bottom: float


def draw_ways(placed: Placed, kept: list[float], top: float, below_step: float) -> Drawn:
    """Turns exits into lines. `kept` is what rings take of each gutter, `top` is that of all cards."""
    routing = placed.routing
    x_of = _tracks(placed, kept)
    above = _channel(routing, x_of, "above")
    below = _below(routing, x_of, _channel(routing, x_of, "below"), placed.bottoms, below_step)
    heights = {target: top - 7 - CHANNEL * level for target, level in above.items()}
    wires: list[Wire] = []
    heads: dict[tuple[Point, Side], Head] = {}
    runs: dict[tuple[str, str], float] = {}
    for one in routing.exits:
        way = one.way
        if one.channel == "below":
            runs[way.source, way.target] = below["", way.target]
        run = (below if one.channel == "below" else heights).get(("", way.target), 0.0)
        points = [one.out, *_turns(one, routing, x_of, run), one.into]
        wires.append(Wire(way.source, way.target, way.style, _simple(points)))
        if (one.into, one.side) not in heads or way.style == "main":
            heads[one.into, one.side] = Head(one.into, one.side, way.style)
    count_above = 1 + max(above.values(), default=-1)
    return Drawn(tuple(wires), tuple(heads.values()), runs, count_above, max([*placed.bottoms, *below.values()]))


# Private functions


def _tracks(placed: Placed, kept: list[float]) -> _Tracks:
    """Where each track stands: evenly in the middle of what rings leave of its gutter."""
    found: _Tracks = {}
    for index, tracks in enumerate(placed.routing.tracks):
        count = 1 + max(tracks.values(), default=-1)
        left, right = placed.gutters[index]
        left, right = left + TAIL, right - HEADROOM - kept[index]
        step = min((right - left) / max(count, 1), 6.0)
        first = (left + right - step * count) / 2
        for key, level in tracks.items():
            found[index, key] = first + step * (level + 0.5)
    return found


def _turns(one: Exit, routing: Routing, x_of: _Tracks, run: float) -> list[Point]:
    """Where a line turns between its exit and its target; `run` is the height of its run through a channel."""
    if not one.gutters:
        return []
    first, last = x_of[one.gutters[0]], x_of[one.gutters[-1]]
    if one.channel:
        return [(first, one.out[1]), (first, run), (last, run), (last, one.into[1])]
    gutter, key = one.gutters[0]
    if routing.tracks[gutter][key] < 0:
        return [(one.out[0], one.into[1])]  # a hair's breadth off: drawn level
    return [(first, one.out[1]), (first, one.into[1])]


def _below(
    routing: Routing, x_of: _Tracks, tracks: dict[Key, int], bottoms: list[float], step: float
) -> dict[Key, float]:
    """The height of each run below the cards: just under the columns that it passes, and under the runs over it."""
    spans: dict[Key, list[float]] = {}
    least: dict[Key, float] = {}
    foreign: dict[Key, set[float]] = {}
    for one in routing.exits:
        if one.channel == "below":
            (leave, leave_key), (reach, reach_key) = one.gutters
            key = ("", one.way.target)
            spans.setdefault(key, []).extend((x_of[leave, leave_key], x_of[reach, reach_key]))
            # a run over its exit would rise through tracks that are kept for lines that fall
            least[key] = max([least.get(key, 0.0), one.out[1] + 8, *(bottom + 8 for bottom in bottoms[reach:leave])])
            level = (
                place for gutter in (leave, reach) for net in routing.nets[gutter] for place in (*net.near, *net.far)
            )
            foreign.setdefault(key, set()).update(level)
    found: dict[Key, float] = {}
    for key in sorted(tracks, key=lambda key: (tracks[key], key)):
        xs = spans[key]
        over = [y for other, y in found.items() if min(spans[other]) < max(xs) + 6 and min(xs) < max(spans[other]) + 6]
        found[key] = max([least[key], *(y + step for y in over)])
        while any(abs(found[key] - place) < CLEAR for place in foreign[key]):
            found[key] += CLEAR
    return found


def _channel(routing: Routing, x_of: _Tracks, which: str) -> dict[Key, int]:
    """The level of each line in the channel above or below the cards."""
    ends: dict[Key, list[float]] = {}
    for one in routing.exits:
        if one.channel == which:
            ends.setdefault(("", one.way.target), []).extend(x_of[gutter] for gutter in one.gutters)
    return levels(tuple(Net(key, tuple(xs), (), min(xs), max(xs)) for key, xs in ends.items()))


def _simple(points: list[Point]) -> tuple[Point, ...]:
    """Without points that stand on one another or on the line between their neighbours."""
    found: list[Point] = []
    for point in points:
        if found and abs(found[-1][0] - point[0]) < 0.01 and abs(found[-1][1] - point[1]) < 0.01:
            continue
        if len(found) >= 2 and any(
            abs(found[-2][axis] - found[-1][axis]) < 0.01 and abs(found[-1][axis] - point[axis]) < 0.01
            for axis in (0, 1)
        ):
            found[-1] = point
            continue
        found.append(point)
    return tuple(found)

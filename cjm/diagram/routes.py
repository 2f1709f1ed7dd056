"""Placed cards and pills in, the lines between them out: from the exit, by gutter and channel, to the port of the target."""

from dataclasses import dataclass, field, replace

from cjm.diagram.cards import BACK_PORT, PORT, RING_PORT, Inner
from cjm.diagram.columns import Band
from cjm.diagram.flow import Way
from cjm.diagram.shapes import Box, Head, Point, Wire
from cjm.diagram.tracks import Key, Net, levels

GUTTER, TRACK, TAIL, HEADROOM = 17.0, 4.4, 4.0, 7.5
CHANNEL, LABELLED = 5.2, 10.0  # between two tracks of a channel, without and with words on them
_FAR = 10_000.0
_CLEAR = 2.4


@dataclass(frozen=True, slots=True)
class Exit:
    """Where one way leaves its card and where it arrives, before anything is known of the tracks between."""

    way: Way
    out: Point
    into: Point
    side: str  # of the target: left, right, top
    gutters: tuple[tuple[int, Key], ...]
    channel: str  # "", "above", "below"


@dataclass(slots=True)
class _Joints:
    near: list[float] = field(default_factory=list)
    far: list[float] = field(default_factory=list)
    up: bool = False
    down: bool = False


@dataclass(frozen=True, slots=True)
class Routing:
    """All exits with the tracks of their gutters."""

    exits: tuple[Exit, ...]
    tracks: tuple[dict[Key, int], ...]
    nets: tuple[tuple[Net, ...], ...]

    def widths(self, kept: list[float]) -> list[float]:
        """How wide each gutter has to be."""
        found = []
        for index, tracks in enumerate(self.tracks):
            count = 1 + max(tracks.values(), default=-1)
            least = GUTTER if index < len(self.tracks) - 1 else 0.0
            needed = TAIL + HEADROOM + count * TRACK if count or tracks else 0.0
            found.append(max(least, needed + kept[index]))
        return found

    def lowered(self, by: float) -> "Routing":
        """The same, so much further down the page."""
        exits = tuple(
            replace(one, out=(one.out[0], one.out[1] + by), into=(one.into[0], one.into[1] + by)) for one in self.exits
        )
        return replace(self, exits=exits, nets=tuple(tuple(net.lowered(by) for net in nets) for nets in self.nets))


def route(band: Band, boxes: dict[str, Box], inners: dict[str, Inner], marks: set[str]) -> Routing:
    """Chooses ports and gutters for every way of the band. `marks` are touchpoints with a ring or an arrival at their left."""
    column = {key: index for index, one in enumerate(band.columns) for key in one.slots}
    count = len(band.columns)
    taken: list[list[tuple[float, Key]]] = [[] for _ in range(count + 1)]  # places on the far side of each gutter
    calls = [(way, row) for source in inners for way, row in _calls(inners[source])]

    def arrives(target: str, back: bool) -> float:
        box = boxes[target]
        return box.y + (BACK_PORT if back else PORT) if target in inners else box.middle[1]

    for way, leaves in calls:
        here, there = column[way.source], column[way.target]
        if leaves == "down":
            continue
        if leaves == "left":
            taken[here].append((_row_place(boxes, inners, way), ("back", way.target)))
            taken[there].append((arrives(way.target, True), ("back", way.target)))
        elif there > here:
            taken[there].append((arrives(way.target, False), ("on", way.target)))
    for source in marks:
        taken[column[source]].append((ring_place(boxes[source], source, taken[column[source]]), ("ring", source)))

    used: dict[str, list[float]] = {}
    joints: list[dict[Key, _Joints]] = [{} for _ in range(count + 1)]

    def at(gutter: int, key: Key) -> _Joints:
        return joints[gutter].setdefault(key, _Joints())

    def place(node: str, gutter: int, key: Key, wanted: list[float]) -> float:
        """The first of the wanted places on the right side of a card that is clear of what comes from across the gutter."""
        own = used.setdefault(node, [])
        foreign = [y for y, other in taken[gutter] if other != key] if gutter < count else []
        for gap in (_CLEAR, 1.2, 0.0):
            for y in wanted:
                if all(abs(y - other) >= gap for other in foreign) and all(abs(y - other) >= 2.4 for other in own):
                    own.append(y)
                    return y
        own.append(wanted[0])
        return wanted[0]

    sideways: dict[str, float] = {}  # where a pill or card is entered from the right
    exits: list[Exit] = []
    for way, leaves in calls:
        box = boxes[way.source]
        here, there = column[way.source], column[way.target]
        if leaves == "down":
            x, _ = box.middle
            exits.append(Exit(way, (x, box.bottom), (x, boxes[way.target].y), "top", (), ""))
            continue
        row = _row_place(boxes, inners, way)
        if leaves == "left":
            key = ("back", way.target)
            into = (boxes[way.target].x, arrives(way.target, True))
            at(here, key).far.append(row)
            if there == here:
                at(here, key).far.append(into[1])
                exits.append(Exit(way, (box.x, row), into, "left", ((here, key),), ""))
            else:
                leave = ("back", way.target)
                at(here, leave).down = True
                at(there, key).down = True
                at(there, key).far.append(into[1])
                exits.append(Exit(way, (box.x, row), into, "left", ((here, leave), (there, key)), "below"))
            continue
        plain = inners[way.source].plain is way
        wanted = [row + shift for shift in ((0, 9, 14, 4.5, 18, -3) if plain else (0, -3, 3, -4.4, 4.4))]
        if there == here:
            key = ("side", way.target)
            target = boxes[way.target]
            if way.target not in sideways:
                base = target.y + PORT if way.target in inners else target.middle[1]
                shifts = (8, 12, 0, 16, 4) if way.target in inners else (0, 3, -3, 5, -5)
                sideways[way.target] = place(way.target, here + 1, key, [base + shift for shift in shifts])
            out = place(way.source, here + 1, key, wanted)
            at(here + 1, key).near.extend((out, sideways[way.target]))
            exits.append(
                Exit(way, (box.right, out), (target.right, sideways[way.target]), "right", ((here + 1, key),), "")
            )
            continue
        key = ("on", way.target)
        into = (boxes[way.target].x, arrives(way.target, False))
        at(there, key).far.append(into[1])
        if there == here + 1:
            out = place(way.source, there, key, wanted)
            at(there, key).near.append(out)
            exits.append(Exit(way, (box.right, out), into, "left", ((there, key),), ""))
        else:
            leave = ("up", way.target)
            out = place(way.source, here + 1, leave, wanted)
            at(here + 1, leave).near.append(out)
            at(here + 1, leave).up = True
            at(there, key).up = True
            exits.append(Exit(way, (box.right, out), into, "left", ((here + 1, leave), (there, key)), "above"))
    nets = tuple(tuple(_net(key, one) for key, one in gutter.items()) for gutter in joints)
    return Routing(tuple(exits), tuple(levels(gutter) for gutter in nets), nets)


def ring_place(box: Box, source: str, taken: list[tuple[float, Key]]) -> float:
    """Where the ring of an entry points at: as high as any other arrival, lower where there is one."""
    others = [y for y, key in taken if key != ("ring", source)]
    free = (y for y in (box.y + PORT, box.y + RING_PORT) if all(abs(y - other) > 4 for other in others))
    return next(free, box.y + RING_PORT)


@dataclass(frozen=True, slots=True)
class Drawn:
    """Lines and heads in their places, and the clear stretch of each way back for words on it."""

    wires: tuple[Wire, ...]
    heads: tuple[Head, ...]
    runs: dict[tuple[str, str], float]  # source and target of a way back: the height of its long run
    above: int
    bottom: float


def draw(
    routing: Routing, gutters: tuple[tuple[float, float], ...], kept: list[float], top: float, bottoms: list[float],
    below_step: float,
) -> Drawn:  # fmt: skip
    """Turns exits into lines. `gutters` are left and right of each gutter and `kept` is what rings take of them,
    `top` is that of all cards, `bottoms` the lower end of each column.
    """
    x_of: dict[tuple[int, Key], float] = {}
    for index, tracks in enumerate(routing.tracks):
        count = 1 + max(tracks.values(), default=-1)
        left, right = gutters[index]
        left, right = left + TAIL, right - HEADROOM - kept[index]
        step = min((right - left) / max(count, 1), 6.0)
        first = (left + right - step * count) / 2
        for key, level in tracks.items():
            x_of[index, key] = first + step * (level + 0.5)
    above = _channel(routing, x_of, "above")
    below = _channel(routing, x_of, "below")
    count_above = 1 + max(above.values(), default=-1)
    runs_below = _below(routing, x_of, below, bottoms, below_step)
    wires: list[Wire] = []
    heads: dict[tuple[Point, str], Head] = {}
    runs: dict[tuple[str, str], float] = {}
    for one in routing.exits:
        points = [one.out]
        if one.channel:
            (leave, leave_key), (reach, reach_key) = one.gutters
            y = (
                top - 7 - CHANNEL * above["", one.way.target]
                if one.channel == "above"
                else runs_below["", one.way.target]
            )
            first_x, last_x = x_of[leave, leave_key], x_of[reach, reach_key]
            points += [(first_x, one.out[1]), (first_x, y), (last_x, y), (last_x, one.into[1])]
            if one.channel == "below":
                runs[one.way.source, one.way.target] = y
        elif one.gutters and routing.tracks[one.gutters[0][0]][one.gutters[0][1]] >= 0:
            x = x_of[one.gutters[0]]
            points += [(x, one.out[1]), (x, one.into[1])]
        elif one.gutters:
            points = [(one.out[0], one.into[1])]  # a hair's breadth off: drawn level
        points.append(one.into)
        wires.append(Wire(one.way.source, one.way.target, one.way.style, _simple(points)))
        tip = (one.into, one.side)
        if tip not in heads or one.way.style == "main":
            side = one.side
            assert side in ("left", "right", "top")
            heads[tip] = Head(one.into, side, one.way.style)  # type: ignore[arg-type]
    return Drawn(tuple(wires), tuple(heads.values()), runs, count_above, max([*bottoms, *runs_below.values()]))


def _below(
    routing: Routing, x_of: dict[tuple[int, Key], float], tracks: dict[Key, int], bottoms: list[float], step: float
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
        while any(abs(found[key] - place) < _CLEAR for place in foreign[key]):
            found[key] += _CLEAR
    return found


def _channel(routing: Routing, x_of: dict[tuple[int, Key], float], which: str) -> dict[Key, int]:
    ends: dict[Key, list[float]] = {}
    for one in routing.exits:
        if one.channel == which:
            ends.setdefault(("", one.way.target), []).extend(x_of[gutter] for gutter in one.gutters)
    return levels(tuple(Net(key, tuple(xs), (), min(xs), max(xs)) for key, xs in ends.items()))


def _calls(inside: Inner) -> list[tuple[Way, str]]:
    if inside.plain is not None:
        return [(inside.plain, inside.plain_leaves)]
    return [(row.way, row.leaves) for row in inside.rows]


def _row_place(boxes: dict[str, Box], inners: dict[str, Inner], way: Way) -> float:
    """The height at which a way leaves: the middle of its row, or the strip if it needs no row."""
    row = next((row for row in inners[way.source].rows if row.way is way), None)
    return boxes[way.source].y + (PORT if row is None else row.top + row.height / 2)


def _net(key: Key, joints: _Joints) -> Net:
    places = [*joints.near, *joints.far]
    low = -_FAR if joints.up else min(places)
    high = _FAR if joints.down else max(places)
    return Net(key, tuple(sorted(set(joints.near))), tuple(sorted(set(joints.far))), low, high)


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

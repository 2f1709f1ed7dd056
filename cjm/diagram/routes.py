"""Placed cards and pills in, the lines between them out: from the exit, by gutter and channel, to the port of the target."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from cjm.diagram.cards import Inner
from cjm.diagram.columns import Band
from cjm.diagram.flow import Arrow
from cjm.diagram.shapes import Box, Point, Side
from cjm.diagram.sizes import BACK_PORT, CLEAR, FAR, GUTTER, HEADROOM, PORT, RING_PORT, TAIL, TRACK
from cjm.diagram.tracks import Key, Net, levels


@dataclass(frozen=True, slots=True)
class Exit:
    """Where one way leaves its card and where it arrives, before anything is known of the tracks between."""

    way: Arrow
    out: Point
    into: Point
    side: Side  # of the target
    gutters: tuple[tuple[int, Key], ...] = ()
    channel: str = ""  # "above", "below"


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
    calls = [call for source in inners for call in _calls(inners[source])]
    router = _Router(boxes, inners, {key: index for index, one in enumerate(band.columns) for key in one.slots})
    router.take(calls, marks)
    exits = tuple(router.exit(way, leaves) for way, leaves in calls)
    nets = tuple(
        tuple(_net(key, joints) for (at, key), joints in router.joints.items() if at == gutter)
        for gutter in range(len(band.columns) + 1)
    )
    return Routing(exits, tuple(levels(gutter) for gutter in nets), nets)


def ring_place(box: Box, source: str, taken: list[tuple[float, Key]]) -> float:
    """Where the ring of an entry points at: as high as any other arrival, lower where there is one."""
    others = [y for y, key in taken if key != ("ring", source)]
    free = (y for y in (box.y + PORT, box.y + RING_PORT) if all(abs(y - other) > 4 for other in others))
    return next(free, box.y + RING_PORT)


# Private functions


@dataclass(slots=True)
class _Joints:
    """Where lines to one target join its trunk in one gutter, and whether the trunk goes on to a channel."""

    near: list[float] = field(default_factory=list)
    far: list[float] = field(default_factory=list)
    up: bool = False
    down: bool = False


@dataclass(slots=True)
class _Router:
    """The ports and gutters that have been given away so far. Gutter n is the one at the left of column n."""

    boxes: Mapping[str, Box]
    inners: Mapping[str, Inner]
    column: Mapping[str, int]
    taken: dict[int, list[tuple[float, Key]]] = field(default_factory=dict)  # places on the far side of each gutter
    used: dict[str, list[float]] = field(default_factory=dict)  # places on the right side of each card
    sideways: dict[str, float] = field(default_factory=dict)  # where a pill or card is entered from the right
    joints: dict[tuple[int, Key], _Joints] = field(default_factory=dict)

    def take(self, calls: list[tuple[Arrow, str]], marks: set[str]) -> None:
        """Gives away the left sides of cards: to ways back, to ways on, and to the rings that find room beside these."""
        for way, leaves in calls:
            here, there = self.column[way.source], self.column[way.target]
            if leaves == "left":
                self._on_far_side(here).append((self._row(way), ("back", way.target)))
                self._on_far_side(there).append((self._port(way.target, BACK_PORT), ("back", way.target)))
            elif leaves == "right" and there > here:
                self._on_far_side(there).append((self._port(way.target), ("on", way.target)))
        for source in marks:
            others = self._on_far_side(self.column[source])
            others.append((ring_place(self.boxes[source], source, others), ("ring", source)))

    def exit(self, way: Arrow, leaves: str) -> Exit:
        """The way from its card to its target: down, back, to the end beside it, or on to a later column."""
        if leaves == "down":
            x, _ = self.boxes[way.source].middle
            return Exit(way, (x, self.boxes[way.source].bottom), (x, self.boxes[way.target].y), "top")
        if leaves == "left":
            return self._back(way)
        return self._beside(way) if self.column[way.target] == self.column[way.source] else self._on(way)

    def _back(self, way: Arrow) -> Exit:
        here, there, key = self.column[way.source], self.column[way.target], ("back", way.target)
        out = (self.boxes[way.source].x, self._row(way))
        into = (self.boxes[way.target].x, self._port(way.target, BACK_PORT))
        leaving, arriving = self._joints(here, key), self._joints(there, key)
        leaving.far.append(out[1])
        arriving.far.append(into[1])
        if there == here:
            return Exit(way, out, into, "left", ((here, key),))
        leaving.down = arriving.down = True
        return Exit(way, out, into, "left", ((here, key), (there, key)), "below")

    def _beside(self, way: Arrow) -> Exit:
        """To what stands in the same column: out at the right, and in again there."""
        gutter, key, target = self.column[way.source] + 1, ("side", way.target), self.boxes[way.target]
        if way.target not in self.sideways:
            shifts = (8, 12, 0, 16, 4) if way.target in self.inners else (0, 3, -3, 5, -5)
            wanted = [self._port(way.target) + shift for shift in shifts]
            self.sideways[way.target] = self._place(way.target, gutter, key, wanted)
        out, into = self._out(way, gutter, key), self.sideways[way.target]
        self._joints(gutter, key).near.extend((out, into))
        return Exit(way, (self.boxes[way.source].right, out), (target.right, into), "right", ((gutter, key),))

    def _on(self, way: Arrow) -> Exit:
        """To the next column by the gutter between; to a later one up into the channel above the cards, and down again."""
        here, there, key = self.column[way.source], self.column[way.target], ("on", way.target)
        into = (self.boxes[way.target].x, self._port(way.target))
        arriving = self._joints(there, key)
        arriving.far.append(into[1])
        far = there > here + 1
        leave = ("up", way.target) if far else key
        out = self._out(way, here + 1, leave)
        leaving = self._joints(here + 1, leave)
        leaving.near.append(out)
        point = (self.boxes[way.source].right, out)
        if not far:
            return Exit(way, point, into, "left", ((there, key),))
        leaving.up = arriving.up = True
        return Exit(way, point, into, "left", ((here + 1, leave), (there, key)), "above")

    def _joints(self, gutter: int, key: Key) -> _Joints:
        return self.joints.setdefault((gutter, key), _Joints())

    def _on_far_side(self, gutter: int) -> list[tuple[float, Key]]:
        return self.taken.setdefault(gutter, [])

    def _port(self, target: str, below: float = PORT) -> float:
        """The height at which one arrives at a card, or at a pill."""
        box = self.boxes[target]
        return box.y + below if target in self.inners else box.middle[1]

    def _row(self, way: Arrow) -> float:
        """The height at which a way leaves: the middle of its row, or the strip if it needs no row."""
        row = next((row for row in self.inners[way.source].rows if row.way is way), None)
        return self.boxes[way.source].y + (PORT if row is None else row.top + row.height / 2)

    def _out(self, way: Arrow, gutter: int, key: Key) -> float:
        """The height at which a way leaves at the right: near its row, or anywhere if it needs no row."""
        plain = self.inners[way.source].plain is way
        shifts = (0, 9, 14, 4.5, 18, -3) if plain else (0, -3, 3, -4.4, 4.4)
        return self._place(way.source, gutter, key, [self._row(way) + shift for shift in shifts])

    def _place(self, node: str, gutter: int, key: Key, wanted: list[float]) -> float:
        """The first of the wanted places on the right side of a card that is clear of what comes from across the gutter."""
        own = self.used.setdefault(node, [])
        foreign = [y for y, other in self.taken.get(gutter, ()) if other != key]
        clear = (
            y
            for gap in (CLEAR, CLEAR / 2, 0.0)
            for y in wanted
            if all(abs(y - other) >= gap for other in foreign) and all(abs(y - other) >= CLEAR for other in own)
        )
        own.append(next(clear, wanted[0]))
        return own[-1]


def _calls(inside: Inner) -> list[tuple[Arrow, str]]:
    if inside.plain is not None:
        return [(inside.plain, inside.plain_leaves)]
    return [(row.way, row.leaves) for row in inside.rows]


def _net(key: Key, joints: _Joints) -> Net:
    places = [*joints.near, *joints.far]
    low = -FAR if joints.up else min(places)
    high = FAR if joints.down else max(places)
    return Net(key, tuple(sorted(set(joints.near))), tuple(sorted(set(joints.far))), low, high)

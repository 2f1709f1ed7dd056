"""A journey in, the boxes and arrows of its process out: lanes of roles, columns of stages, every box in a cell of its own.

The columns are those of the journey's map. An arrow goes between the boxes: along the row of one of its ends where that is
free, else along the strip below a row.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Literal

from cjm.diagram.columns import MANNERS, split
from cjm.diagram.flow import Arrow, flow
from cjm.graph import name
from cjm.model import Edge, Handbook, Journey, Touchpoint
from cjm.workspace.standards import standards

ProcessNodeKind = Literal["start", "task", "fork", "end"]
SIZES: dict[ProcessNodeKind, tuple[int, int]] = {
    "start": (36, 36),
    "task": (120, 80),
    "fork": (50, 50),
    "end": (36, 36),
}

_LEFT, _TOP, _ROW, _STRIP = 220, 120, 110, 96  # the strip along which arrows go lies below the boxes of a row
_SLOT = (36, 120, 50)  # the widths of the three ranks of a column: starts and ends, tasks, forks
_GAP = 64


@dataclass(slots=True)
class ProcessNode:
    """A node of the process with its cell: lane, row in it, rank from the left."""

    id: str
    kind: ProcessNodeKind
    title: str
    lane: int
    rank: int
    row: int = 0
    touchpoint: Touchpoint | None = None
    leads: str = ""  # of an end: the touchpoint of another journey
    is_outcome: bool = False
    x: int = 0
    y: int = 0

    @property
    def middle(self) -> int:
        return self.y + SIZES[self.kind][1] // 2


@dataclass(slots=True)
class ProcessArrow:
    """An arrow with its corners; `edge` is what the author wrote, none for one that only joins."""

    id: str
    source: ProcessNode
    target: ProcessNode
    title: str = ""
    edge: Edge | None = None
    way: bool = False  # leads on to a touchpoint or to another journey
    otherwise: bool = False
    points: list[tuple[int, int]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Area:
    """A lane or a stage: its title and where it lies."""

    id: str
    title: str
    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class DrawnProcess:
    boxes: tuple[ProcessNode, ...]
    lines: tuple[ProcessArrow, ...]
    lanes: tuple[Area, ...]
    stages: tuple[Area, ...]
    width: int
    height: int


def drawn_process(journey: Journey, handbook: Handbook) -> DrawnProcess:
    """The process of a journey, laid out."""
    return _Drawing(journey, handbook).drawn()


# Private functions


class _Drawing:
    def __init__(self, journey: Journey, handbook: Handbook) -> None:
        self.journey, self.handbook = journey, handbook
        self.flow = flow(journey, handbook, standards(handbook))
        self.columns = split(journey, self.flow, MANNERS[0])
        points = [one for one in journey.touchpoints if self.flow.draws(one)]
        self.roles = list(dict.fromkeys(one.role for one in points))
        self.taken: set[tuple[int, int, int]] = set()  # lane, row, rank
        self.boxes: dict[str, ProcessNode] = {}
        self.lines: list[ProcessArrow] = []
        self.spans: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)  # where words stand along a row
        self.used: dict[int, int] = defaultdict(int)  # lines per gap, so that they stand beside each other

    def drawn(self) -> DrawnProcess:
        for number, column in enumerate(self.columns):
            for point in column.touchpoints:
                self.put(point, number)
        for point in self.flow.touchpoint.values():
            self.ways(point)
        rows = [
            max((box.row for box in self.boxes.values() if box.lane == lane), default=0) + 1
            for lane in range(len(self.roles))
        ]
        tops = [_TOP + sum(rows[:lane]) * _ROW for lane in range(len(rows))]
        count = max((box.rank for box in self.boxes.values()), default=0) + 1
        for box in self.boxes.values():
            width, height = SIZES[box.kind]
            box.x = self.left(box.rank) + (_SLOT[box.rank % 3] - width) // 2
            box.y = tops[box.lane] + box.row * _ROW + 8 + (80 - height) // 2
        for line in self.lines:
            line.points = self.route(line, tops)
        width = self.left(count) - _LEFT + 20
        lanes = tuple(
            Area(role, self.role_title(role), _LEFT - 70, tops[lane], width + 110, rows[lane] * _ROW)
            for lane, role in enumerate(self.roles)
        )
        return DrawnProcess(
            tuple(self.boxes.values()), tuple(self.lines), lanes, tuple(self.stages(sum(rows) * _ROW)), width + 100, sum(rows) * _ROW
        )  # fmt: skip

    def role_title(self, id: str) -> str:
        role = self.handbook.role.get(id)
        return role.title if role else id

    @staticmethod
    def left(rank: int) -> int:
        return _LEFT + sum(_SLOT[one % 3] + _GAP for one in range(rank))

    def stages(self, height: int) -> list[Area]:
        made = []
        for stage in self.journey.stages:
            mine = [
                number for number, column in enumerate(self.columns) if column.stage is stage and column.touchpoints
            ]
            if mine:
                x, right = self.left(mine[0] * 3) - 24, self.left(mine[-1] * 3 + 3) - 40
                made.append(Area(stage.id, stage.title, x, _TOP - 30, right - x, height + 40))
        return made

    # Boxes

    def put(self, point: Touchpoint, column: int) -> None:
        """A task with its start on the left and its fork and ends on the right, in the first row where they are free."""
        id, lane, rank = name(point), self.roles.index(point.role), column * 3 + 1
        ways = self.flow.ways[id]
        begins, forks = id in self.flow.entries, len(ways) > 1
        row = 0
        cells = [one for one, wanted in ((rank - 1, begins), (rank, True), (rank + 1, forks)) if wanted]
        while any((lane, row, one) in self.taken for one in cells):
            row += 1
        self.taken.update((lane, row, one) for one in cells)
        self.boxes[f"t_{id}"] = ProcessNode(f"t_{id}", "task", point.title, lane, rank, row, point)
        if begins:
            self.boxes[f"s_{id}"] = ProcessNode(f"s_{id}", "start", "", lane, rank - 1, row)
        if forks:
            self.boxes[f"g_{id}"] = ProcessNode(f"g_{id}", "fork", "", lane, rank + 1, row)
        for number, way in enumerate(ways):
            if way.goes != "on":
                free = row
                while (lane, free, rank + 2) in self.taken:
                    free += 1
                self.taken.add((lane, free, rank + 2))
                end = f"e_{id}_{number}"
                leads = "" if way.goes == "outcome" else self.written(point, way)
                self.boxes[end] = ProcessNode(
                    end, "end", way.title, lane, rank + 2, free, None, leads, way.goes == "outcome"
                )

    @staticmethod
    def written(point: Touchpoint, way: Arrow) -> str:
        """The target as the author wrote it."""
        return next(
            (edge.to for edge in point.next if edge.to == way.leads or edge.to.endswith(f"/{way.leads}")),
            way.leads or way.title,
        )

    # Arrows

    def ways(self, point: Touchpoint) -> None:
        id = name(point)
        task, ways = self.boxes[f"t_{id}"], self.flow.ways[id]
        if f"s_{id}" in self.boxes:
            self.line(self.boxes[f"s_{id}"], task)
        source = task
        if len(ways) > 1:
            source = self.boxes[f"g_{id}"]
            self.line(task, source)
        edges = iter(point.next)
        for number, way in enumerate(ways):
            edge = next(edges, None) if way.goes != "outcome" else None
            target = self.boxes[f"t_{way.target}" if way.goes == "on" else f"e_{id}_{number}"]
            self.line(source, target, edge.when if edge else "", edge, way.goes != "outcome", way.otherwise)

    def line(
        self, source: ProcessNode, target: ProcessNode, title: str = "", edge: Edge | None = None, way: bool = False, otherwise: bool = False
    ) -> None:  # fmt: skip
        self.lines.append(ProcessArrow(f"f_{len(self.lines)}", source, target, title, edge, way, otherwise))

    def route(self, line: ProcessArrow, tops: list[int]) -> list[tuple[int, int]]:
        source, target = line.source, line.target
        start = (source.x + SIZES[source.kind][0], source.middle)
        end = (target.x, target.middle)
        before, behind = self.gap(target.rank), self.gap(source.rank + 1)
        if target.rank > source.rank:
            along, beside = (self.is_free(line, box) for box in (source, target))
            if along and start[1] == end[1]:
                self.told(line, source)
                return [start, end]
            # The arrows of a fork part at once, so that each has its words alone.
            if beside and (source.kind == "fork" or not along):
                self.told(line, target)
                return [start, (behind, start[1]), (behind, end[1]), end]
            if along:
                self.told(line, source)
                return [start, (before, start[1]), (before, end[1]), end]
        strip = tops[target.lane] + target.row * _ROW + _STRIP + self.used[-1] % 4 * 3
        self.used[-1] += 1
        return [start, (behind, start[1]), (behind, strip), (before, strip), (before, end[1]), end]

    def gap(self, rank: int) -> int:
        """The place of one more line in the gap before a rank."""
        self.used[rank] += 1
        return self.left(rank) - 14 - self.used[rank] * 8 % 44

    def is_free(self, line: ProcessArrow, box: ProcessNode) -> bool:
        """Whether a line can run along the row of `box`: through no other box, and over nobody's words."""
        after, before = line.source.rank, line.target.rank
        if any((box.lane, box.row, rank) in self.taken for rank in range(after + 1, before)):
            return False
        spans = self.spans[box.lane, box.row]
        return not line.title or not any(left < before and after < right for left, right in spans)

    def told(self, line: ProcessArrow, box: ProcessNode) -> None:
        """Remember that the words of a line stand along the row of `box`."""
        if line.title:
            self.spans[box.lane, box.row].append((line.source.rank, line.target.rank))

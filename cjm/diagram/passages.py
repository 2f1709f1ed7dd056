"""The ways between journeys in, the lines on their common sheet out: through the gaps of its rows, past them at the right."""

from dataclasses import dataclass

from cjm.diagram.flow import Flow
from cjm.diagram.shapes import Box, Head, Point, Wire
from cjm.diagram.sizes import FAR, HEADLINE, MARGIN
from cjm.diagram.tracks import Key, Net, levels
from cjm.graph import name
from cjm.model import Journey

TITLES, EDGE = 128.0, 16.0  # what the titles of journeys take, and the line along all of them left of these
GAP_TRACK = 5.0  # between two lines in the gap of two rows


@dataclass(frozen=True, slots=True)
class Transfer:
    """From a stage of one journey to a stage of another."""

    source: tuple[int, int]
    target: tuple[int, int]


@dataclass(frozen=True, slots=True)
class JourneyRow:
    """One journey: the boxes of its stages, and the box that holds all of it."""

    journey: Journey
    box: Box
    stages: tuple[Box, ...]


def passages_of(journeys: tuple[Journey, ...], flows: list[Flow]) -> tuple[Transfer, ...]:
    """Every pair of stages that a way joins, once, in the order of the journeys."""
    at = {
        name(touchpoint): (row, column)
        for row, journey in enumerate(journeys)
        for column, stage in enumerate(journey.stages)
        for touchpoint in stage.touchpoints
    }
    found: dict[Transfer, None] = {}
    for ways in flows:
        for mine in ways.ways.values():
            for way in mine:
                if way.goes == "journey" and way.leads in at and way.source in at:
                    found.setdefault(Transfer(at[way.source], at[way.leads]))
    return tuple(found)


def left_of(column: int, pitch: float) -> float:
    """The left edge of a stage."""
    return MARGIN + EDGE + TITLES + column * pitch


def gaps_of(
    passages: tuple[Transfer, ...], journeys: tuple[Journey, ...], pitch: float
) -> tuple[list[int], list[dict[Key, int]]]:
    """How many tracks the gap above each row needs (one more below the last), and who has which."""
    found: list[dict[Key, int]] = []
    for gap in range(len(journeys) + 1):
        near: dict[tuple[int, int], list[float]] = {}
        far: dict[tuple[int, int], list[float]] = {}
        past: set[tuple[int, int]] = set()
        for passage in passages:
            leaving, arriving = passage.source[0] + 1 == gap, passage.target[0] == gap
            if leaving:
                near.setdefault(passage.target, []).append(_leaves(passage, passages, pitch))
            if arriving:
                far.setdefault(passage.target, []).append(_arrives(passage.target, pitch))
            if leaving != arriving:
                past.add(passage.target)
        nets = []
        for target in sorted({*near, *far}):
            xs = [*near.get(target, []), *far.get(target, [])]
            high = FAR if target in past else max(xs)
            key = (str(target[0]), str(target[1]))
            nets.append(
                Net(
                    key,
                    tuple(sorted(set(near.get(target, [])))),
                    tuple(sorted(set(far.get(target, [])))),
                    min(xs),
                    high,
                )
            )
        found.append(levels(tuple(nets)))
    return [1 + max(tracks.values(), default=-1) for tracks in found], found


def lines_of(
    passages: tuple[Transfer, ...], rows: list[JourneyRow], tracks: list[dict[Key, int]], pitch: float
) -> tuple[list[Wire], list[Head]]:
    """From the foot of a stage through the gap to the head of another, past rows by the margin at the right."""
    edge = max((row.box.right for row in rows), default=0.0)
    bottoms = [HEADLINE, *(row.box.bottom for row in rows)]

    def level(gap: int, target: tuple[int, int]) -> float:
        return bottoms[gap] + 6 + GAP_TRACK * tracks[gap][str(target[0]), str(target[1])]

    past: dict[tuple[int, int], list[float]] = {}
    for passage in passages:
        if passage.source[0] + 1 != passage.target[0]:
            past.setdefault(passage.target, []).extend(
                (level(passage.source[0] + 1, passage.target), level(passage.target[0], passage.target))
            )
    nets = tuple(
        Net((str(target[0]), str(target[1])), tuple(sorted(set(ys))), (), min(ys), max(ys))
        for target, ys in past.items()
    )
    lanes = levels(nets)
    wires, heads = [], []
    for passage in passages:
        row, target = rows[passage.source[0]], rows[passage.target[0]]
        out = (_leaves(passage, passages, pitch), row.box.bottom)
        into = (_arrives(passage.target, pitch), target.box.y)
        y = level(passage.source[0] + 1, passage.target)
        points: list[Point] = [out, (out[0], y)]
        if passage.source[0] + 1 == passage.target[0]:
            points += [(into[0], y), into]
        else:
            x = edge + 6 + GAP_TRACK * max(0, lanes[str(passage.target[0]), str(passage.target[1])])
            over = level(passage.target[0], passage.target)
            points += [(x, y), (x, over), (into[0], over), into]
        source = row.journey.stages[passage.source[1]]
        goal = target.journey.stages[passage.target[1]]
        wires.append(Wire(f"{row.journey.id}/{source.id}", f"{target.journey.id}/{goal.id}", "branch", tuple(points)))
        heads.append(Head(into, "top", "branch"))
    return wires, list(dict.fromkeys(heads))


# Private functions


def _leaves(passage: Transfer, passages: tuple[Transfer, ...], pitch: float) -> float:
    """Where a passage leaves the foot of its stage: right of the middle, one place for each target."""
    targets = sorted({other.target for other in passages if other.source == passage.source})
    place = targets.index(passage.target)
    step = min(9.0, (pitch * 0.45) / max(len(targets), 1))
    return left_of(passage.source[1], pitch) + pitch * 0.5 + place * step


def _arrives(target: tuple[int, int], pitch: float) -> float:
    return left_of(target[1], pitch) + 14

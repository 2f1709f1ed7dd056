"""A journey and its ways in, columns out: which touchpoints and which ends stand below one another, band by band."""

import dataclasses
from dataclasses import dataclass

from cjm.diagram.flow import Arrow, Flow
from cjm.graph import name
from cjm.model import Journey, Stage, Touchpoint

MOST_COLUMNS = 11  # of one band
_MOST_CARDS = 6


@dataclass(frozen=True, slots=True)
class Manner:
    """A way of parting stages into columns: how deep one may be, in lines of text, and whether forks begin a new one."""

    deep: int
    forks: bool


MANNERS = (*(Manner(deep, True) for deep in (19, 24, 36)), *(Manner(deep, False) for deep in (24, 30, 38)))


@dataclass(frozen=True, slots=True)
class Column:
    """Touchpoints and ends that stand below one another, by their keys."""

    stage: Stage
    touchpoints: tuple[Touchpoint, ...]
    slots: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Band:
    """Columns that stand side by side, with the ways between them; `ends` are its pills, `arrivals` come from other bands."""

    columns: tuple[Column, ...]
    ways: dict[str, tuple[Arrow, ...]]
    ends: dict[str, Arrow]
    arrivals: dict[str, tuple[str, ...]]


def split(journey: Journey, flow: Flow, manner: Manner) -> tuple[Column, ...]:
    """The stages in columns, without their ends yet."""
    return tuple(
        Column(stage, part, tuple(name(touchpoint) for touchpoint in part))
        for stage in journey.stages
        for part in _parts(stage, flow, manner)
    )


def bands_of(columns: tuple[Column, ...], flow: Flow, most: int = MOST_COLUMNS) -> tuple[Band, ...]:
    """Columns side by side, as many as a page takes, with the ends of their ways."""
    return tuple(_band(row, flow) for row in _side_by_side(list(columns), most))


def _parts(stage: Stage, flow: Flow, manner: Manner) -> list[tuple[Touchpoint, ...]]:
    """The touchpoints of a stage in one or more columns: a fork, a meeting of ways and a deep stack begin a new one."""
    touchpoints = tuple(touchpoint for touchpoint in stage.touchpoints if flow.draws(touchpoint))
    if not touchpoints:
        return [()]
    total = sum(_depth(touchpoint, flow) for touchpoint in touchpoints)
    count = max(-(-total // manner.deep), -(-len(touchpoints) // _MOST_CARDS))
    breaks = _breaks(touchpoints, flow) if manner.forks else set()
    fair = total / count
    parts: list[tuple[Touchpoint, ...]] = []
    part: list[Touchpoint] = []
    deep = 0
    for index, touchpoint in enumerate(touchpoints):
        own = _depth(touchpoint, flow)
        full = len(parts) + 1 < count and deep + own / 2 > fair
        if part and (full or index in breaks or len(part) >= _MOST_CARDS):
            parts.append(tuple(part))
            part, deep = [], 0
        part.append(touchpoint)
        deep += own
    return [*parts, tuple(part)]


def _breaks(touchpoints: tuple[Touchpoint, ...], flow: Flow) -> set[int]:
    """Where a new column begins: after a fork within the stage, and before the card in which three ways or more meet."""
    own = {name(touchpoint): index for index, touchpoint in enumerate(touchpoints)}
    found = set()
    callers: dict[int, set[str]] = {}
    for index, touchpoint in enumerate(touchpoints):
        onward = [way for way in flow.ways[name(touchpoint)] if not way.earlier]
        inside = {way.target for way in onward if way.target in own}
        ends = {way.target for way in onward if way.goes != "on"}
        if inside and (len(inside) >= 2 or len(inside | ends) >= 3):
            found.add(index + 1)
        for target in inside:
            callers.setdefault(own[target], set()).add(name(touchpoint))
    return found | {index for index, sources in callers.items() if len(sources) >= 3}


def _depth(touchpoint: Touchpoint, flow: Flow) -> int:
    """About how many lines its card takes, at the usual width of a card."""
    ways = flow.ways[name(touchpoint)]
    conditions = sum(1 + (len(way.when) > 15) for way in ways) if len(ways) > 1 or any(way.when for way in ways) else 0
    return 3 + 1 + len(touchpoint.title) // 14 + conditions


def _side_by_side(columns: list[Column], most: int) -> list[list[Column]]:
    """Columns in bands of about the same number, parted between stages where that is possible."""
    count = -(-len(columns) // most)
    rows: list[list[Column]] = []
    rest = columns
    for left in range(count, 0, -1):
        if left == 1 and len(rest) <= most:
            rows.append(rest)
            return rows
        fair = len(rest) / left
        cuts = [cut for cut in range(1, min(len(rest), most) + 1) if len(rest) - cut <= (left - 1) * most]
        cut = min(cuts, key=lambda cut: (_inside_stage(rest, cut) * 3 + abs(cut - fair), cut))
        rows.append(rest[:cut])
        rest = rest[cut:]
    return rows


def _inside_stage(columns: list[Column], cut: int) -> bool:
    return cut < len(columns) and columns[cut - 1].stage is columns[cut].stage


def _band(columns: list[Column], flow: Flow) -> Band:
    here = {name(touchpoint) for column in columns for touchpoint in column.touchpoints}
    home = {name(touchpoint): index for index, column in enumerate(columns) for touchpoint in column.touchpoints}
    ways: dict[str, tuple[Arrow, ...]] = {}
    ends: dict[str, Arrow] = {}
    callers: dict[str, list[str]] = {}
    for source in home:
        mine = []
        for way in flow.ways[source]:
            if way.goes == "on" and way.target not in here:
                way = dataclasses.replace(
                    way,
                    goes="band",
                    target=f"band:{way.target}",
                    title=flow.title[way.target],
                    leads=way.target,
                    earlier=False,
                )
            if way.goes != "on":
                # one pill per stage: a line across the whole map would say no more than a second pill does
                key = f"{way.target}@{columns[home[source]].stage.id}"
                way = dataclasses.replace(way, target=key)
                ends.setdefault(key, way)
                callers.setdefault(key, []).append(source)
            mine.append(way)
        ways[source] = tuple(mine)
    slots = [list(column.slots) for column in columns]
    for key, sources in callers.items():
        _place(key, sources, slots, home, columns, ways)
    arrivals: dict[str, list[str]] = {}
    for source, all_ways in flow.ways.items():
        for way in all_ways:
            if (
                source not in here
                and way.goes == "on"
                and way.target in here
                and source not in arrivals.get(way.target, [])
            ):
                arrivals.setdefault(way.target, []).append(source)
    placed = tuple(dataclasses.replace(column, slots=tuple(keys)) for column, keys in zip(columns, slots, strict=True))
    return Band(placed, ways, ends, {target: tuple(sources) for target, sources in arrivals.items()})


def _place(
    key: str, sources: list[str], slots: list[list[str]], home: dict[str, int], columns: list[Column],
    ways: dict[str, tuple[Arrow, ...]],
) -> None:  # fmt: skip
    """Puts one pill into a column: right below its only source if nothing is cut, else beside it, else at the foot."""
    last = max(home[source] for source in sources)
    beside = last + 1
    bottom_source = [source for source in sources if home[source] == last][-1]
    column = slots[last]
    at = column.index(bottom_source) + 1
    while at < len(column) and column[at] not in home:
        at += 1
    below = column[at] if at < len(column) else ""
    if (
        beside < len(columns)
        and columns[beside].stage is columns[last].stage
        and below in {w.target for w in ways[bottom_source]}
    ):
        first = next((way.target for way in ways[sources[0]] if not way.back), "")
        slots[beside].insert(0, key) if first == key else slots[beside].append(key)
    elif below and below in {way.target for way in ways[bottom_source]}:
        column.append(key)
    elif beside < len(columns) and columns[beside].stage is columns[last].stage and len(ways[bottom_source]) > 2:
        first = next((way.target for way in ways[sources[0]] if not way.back), "")
        slots[beside].insert(0, key) if first == key else slots[beside].append(key)
    elif len(ways[bottom_source]) == 1:
        column.insert(column.index(bottom_source) + 1, key)  # its only way: straight down
    else:
        column.insert(at, key)

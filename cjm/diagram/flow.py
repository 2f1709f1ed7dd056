"""A journey in, its ways out: from which touchpoint one gets where, on which condition, and what the main way is."""

from dataclasses import dataclass
from typing import Literal

from cjm.diagram.captions import caption
from cjm.model import Edge, Handbook, Journey, Touchpoint, touchpoint_id

Goes = Literal["on", "outcome", "journey", "unknown", "band"]


@dataclass(frozen=True, slots=True)
class Way:
    """One way out of a touchpoint. `target` is a touchpoint of this journey, or names an end outside of it.

    `earlier` says that it leads against the order of the file; `leads` is the touchpoint behind an end, where there is one.
    """

    source: str
    target: str
    goes: Goes
    title: str = ""
    leads: str = ""
    when: str = ""
    back: bool = False
    earlier: bool = False
    at_most: int | None = None
    otherwise: bool = False


@dataclass(frozen=True, slots=True)
class Flow:
    """All ways of a journey, by source, in the order written."""

    number: dict[str, int]
    title: dict[str, str]
    first: dict[str, Touchpoint]  # by id: a second one of the same id, which the check reports, is not drawn
    ways: dict[str, tuple[Way, ...]]
    entries: tuple[str, ...]
    main: tuple[Way, ...]

    @property
    def main_touchpoints(self) -> tuple[str, ...]:
        """The touchpoints of the main way, from the first entry on."""
        return (*self.entries[:1], *(way.target for way in self.main if way.goes == "on"))


def flow(journey: Journey, handbook: Handbook) -> Flow:
    first = {touchpoint.id: touchpoint for touchpoint in reversed(journey.touchpoints)}
    touchpoints = tuple(touchpoint for touchpoint in journey.touchpoints if first[touchpoint.id] is touchpoint)
    number = {touchpoint.id: index for index, touchpoint in enumerate(touchpoints, start=1)}
    ways = {
        touchpoint.id: _ways(touchpoint, below, journey, handbook, number)
        for touchpoint, below in zip(touchpoints, (*touchpoints[1:], None), strict=False)
    }
    entries = tuple(t.id for t in touchpoints if t.entry) or tuple(t.id for t in touchpoints[:1])
    title = {touchpoint.id: caption(touchpoint.title, handbook) for touchpoint in touchpoints}
    return Flow(number, title, first, ways, entries, _main(ways, entries))


def _ways(
    touchpoint: Touchpoint, below: Touchpoint | None, journey: Journey, handbook: Handbook, number: dict[str, int]
) -> tuple[Way, ...]:
    ways = [_way(touchpoint.id, edge, journey, handbook, number) for edge in touchpoint.next]
    if touchpoint.outcome:
        ways.append(
            Way(touchpoint.id, f"outcome:{touchpoint.outcome}", "outcome", caption(touchpoint.outcome, handbook))
        )
    if not ways and below is not None:
        ways.append(Way(touchpoint.id, below.id, "on"))
    return tuple(ways)


def _way(source: str, edge: Edge, journey: Journey, handbook: Handbook, number: dict[str, int]) -> Way:
    home, _, _ = edge.to.rpartition("/")
    wanted = touchpoint_id(edge.to)
    when = caption(edge.when, handbook)
    if wanted in number and home in ("", journey.id):
        earlier = number[wanted] <= number[source]
        return Way(
            source, wanted, "on", "", wanted, when, edge.back or earlier, earlier, edge.at_most, edge.is_otherwise
        )
    other = handbook.journey_of.get(wanted) or handbook.journey.get(home or wanted)
    if other is None:
        return Way(
            source, f"unknown:{edge.to}", "unknown", caption(edge.to, handbook), "", when, otherwise=edge.is_otherwise
        )
    leads = wanted if wanted in handbook.touchpoint else next((t.id for t in other.touchpoints), "")
    return Way(
        source,
        f"journey:{other.id}",
        "journey",
        caption(other.title, handbook),
        leads,
        when,
        otherwise=edge.is_otherwise,
    )


def _main(ways: dict[str, tuple[Way, ...]], entries: tuple[str, ...]) -> tuple[Way, ...]:
    main: list[Way] = []
    here, seen = next(iter(entries), ""), set(entries[:1])
    while onward := next((way for way in ways.get(here, ()) if not way.back), None):
        main.append(onward)
        if onward.goes != "on" or onward.target in seen:
            break
        here = onward.target
        seen.add(here)
    return tuple(main)

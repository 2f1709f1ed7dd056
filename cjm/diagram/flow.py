"""A journey and the state of its standards in, what its picture shows out: numbers, captions, arrows, ends as pills.

What leads where, what leads back and what the main way is, is asked of the graph.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from cjm.diagram.captions import caption
from cjm.diagram.shapes import ArrowStyle
from cjm.graph import Course, Way, course, name
from cjm.graph.waits import most
from cjm.model import Handbook, Journey, Touchpoint
from cjm.model.scope import Scope
from cjm.wording.scopes import scope_told
from cjm.workspace.standards import Standard, StandardState, best, named

Goes = Literal["on", "outcome", "journey", "unknown", "band"]


@dataclass(frozen=True, slots=True)
class Arrow:
    """A way of the graph as it is drawn. `target` is a touchpoint of this journey, or names an end outside of it.

    `earlier` says that its line runs up the numbers; `leads` is the touchpoint behind it, where there is one.
    """

    source: str
    target: str
    goes: Goes
    style: ArrowStyle
    title: str = ""
    leads: str = ""
    when: str = ""
    earlier: bool = False
    at_most: int | None = None
    otherwise: bool = False

    @property
    def back(self) -> bool:
        """Whether the client goes back by it."""
        return self.style == "back"


@dataclass(frozen=True, slots=True)
class Flow:
    """What is drawn of a journey, by the names that the graph gives its touchpoints, in the order written."""

    touchpoint: Mapping[str, Touchpoint]
    entries: tuple[str, ...]
    main: Collection[str]  # the touchpoints of the main way
    number: dict[str, int]
    wait: Mapping[str, int | None]  # how long one waits at a touchpoint at most
    title: dict[str, str]
    ways: dict[str, tuple[Arrow, ...]]
    standards: dict[str, tuple[Standard, ...]]  # at least one of each touchpoint: it may be one that is lacking

    def state(self, touchpoint: Touchpoint) -> StandardState:
        """The state of its standards."""
        return best(self.standards[name(touchpoint)])

    def draws(self, touchpoint: Touchpoint) -> bool:
        """A second one of the same id, which the check reports, is not drawn."""
        return self.touchpoint[name(touchpoint)] is touchpoint


def flow(journey: Journey, handbook: Handbook, standards: Mapping[str, Standard]) -> Flow:
    found = course(journey, handbook)
    return Flow(
        touchpoint=found.touchpoint,
        entries=found.entries,
        main=found.main_touchpoints,
        number={point: number for number, point in enumerate(found.touchpoint, start=1)},
        wait={point: most(touchpoint, handbook) for point, touchpoint in found.touchpoint.items()},
        title={
            point: _with_scope(touchpoint.title, touchpoint.scope, handbook)
            for point, touchpoint in found.touchpoint.items()
        },
        ways={point: tuple(_ways(point, found, handbook)) for point in found.touchpoint},
        standards={point: named(touchpoint.standard, standards) for point, touchpoint in found.touchpoint.items()},
    )


# Private functions


def _ways(source: str, found: Course, handbook: Handbook) -> Iterator[Arrow]:
    """The ways out of one touchpoint, its outcome last."""
    onward = found.main.get(source)
    main = _end(onward, handbook)[1] if onward else ""
    for way in found.out[source]:
        goes, target, title = _end(way, handbook)
        style: ArrowStyle = "back" if way.leads_back else "main" if target == main else "branch"
        yield Arrow(
            source, target, goes, style, title and caption(title, handbook), way.target,
            _with_scope(way.when, way.edge.scope if way.edge else (), handbook), way.rises, way.at_most,
            way.edge is not None and way.edge.is_otherwise,
        )  # fmt: skip
    if outcome := found.touchpoint[source].outcome:
        style = "main" if source in found.main_touchpoints and onward is None else "branch"
        yield Arrow(source, f"outcome:{outcome}", "outcome", style, caption(outcome, handbook))


def _with_scope(words: str, scope: Scope, handbook: Handbook) -> str:
    """The label, and for which values it holds where it does not hold everywhere: that is a condition of its own."""
    return " · ".join(
        part
        for part in (words and caption(words, handbook), scope and caption(scope_told(scope, handbook), handbook))
        if part
    )


def _end(way: Way, handbook: Handbook) -> tuple[Goes, str, str]:
    """How the target of a way is drawn: what it is, by which key, and the title of a pill."""
    if way.continues:
        journey = handbook.journey_of[way.target]
        return "journey", f"journey:{journey.id}", journey.title
    if way.edge is not None and not way.target:
        return "unknown", f"unknown:{way.edge.to}", way.edge.to
    return "on", way.target, ""

"""A journey in, its own ways out: what each touchpoint leads to, and the main way from the first entry on."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from cjm.graph.way import Way, entries, name, ways_out
from cjm.model import Handbook, Journey, Touchpoint


@dataclass(frozen=True, eq=False)
class Course:
    """The ways of one journey by itself, by the names of its touchpoints, in the order written."""

    touchpoint: Mapping[str, Touchpoint]  # of two with one id, which is rule 002's matter, the first
    entries: tuple[str, ...]
    out: Mapping[str, tuple[Way, ...]]

    @cached_property
    def main(self) -> Mapping[str, Way]:
        """The main way: from the first entry on the first way that does not lead back, by where it starts.

        The last of them may leave the journey.
        """
        main: dict[str, Way] = {}
        here = next(iter(self.entries), "")
        while onward := next((way for way in self.out.get(here, ()) if not way.leads_back), None):
            main[here] = onward
            here = "" if onward.continues else onward.target
        return main

    @cached_property
    def main_touchpoints(self) -> Mapping[str, Touchpoint]:
        """The touchpoints of this journey that the main way passes."""
        passed = (*self.entries[:1], *(way.target for way in self.main.values() if not way.continues))
        return {point: self.touchpoint[point] for point in passed if point}


def course(journey: Journey, handbook: Handbook) -> Course:
    """The ways of one journey. No NetworkX is needed for it."""
    touchpoint: dict[str, Touchpoint] = {}
    for point in journey.touchpoints:
        touchpoint.setdefault(name(point), point)
    out = dict(ways_out(journey, tuple(touchpoint.values()), handbook))
    return Course(touchpoint, tuple(dict.fromkeys(map(name, entries(journey)))), out)

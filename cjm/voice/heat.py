"""A Handbook in, how warm each touchpoint is out: of twelve months, number and n always, colour only where it is borne out."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from cjm.indices import Estimate, funnel, share, shrunk
from cjm.model import Handbook, touchpoint_id
from cjm.model.derived import derived
from cjm.model.shared.index import Index
from cjm.voice.heard import latest, unhappy

HEAT_STEPS = (0.05, 0.10, 0.20)  # from these shares of unhappy people on the next colour


@dataclass(frozen=True, slots=True)
class Heat:
    """What was heard of one touchpoint."""

    touchpoint: str
    unhappy: int
    found: Estimate  # the share of the unhappy
    drawn: float  # … drawn towards that of all, the more the fewer answered: by it places are compared and coloured
    outside: bool  # worse than luck makes a place that is like all
    complaints: int

    @property
    def n(self) -> int:
        """How many answered."""
        return self.found.n or 0

    @property
    def level(self) -> int | None:
        """The step of the colour, 0 to 3; None for a hatch: asked, and too few answered to judge."""
        return sum(self.drawn >= step for step in HEAT_STEPS) if self.found.coloured else None


@derived
def heat(handbook: Handbook) -> Mapping[str, Heat]:
    """Every touchpoint of which anything was heard, by its id."""
    indices = {one.id: one for one in handbook.of(Index)}
    counts: dict[str, list[int]] = {}
    complaints: Counter[str] = Counter()
    for month in latest(handbook):
        for row in month.answers:
            if row.touchpoint and not row.by and row.index in indices:
                pair = counts.setdefault(touchpoint_id(row.touchpoint), [0, 0])
                pair[0] += unhappy(indices[row.index], row.given, row.best)
                pair[1] += row.n
        for case in month.cases:
            if case.touchpoint and case.what == "complaint":
                complaints[touchpoint_id(case.touchpoint)] += case.n
    places = tuple(dict.fromkeys((*counts, *complaints)))
    pairs = [tuple(counts.get(place, (0, 0))) for place in places]
    drawn = shrunk([(k, n) for k, n in pairs])
    asked = sum(n for _, n in pairs)
    mean = sum(k for k, _ in pairs) / asked if asked else 0.0
    return {
        place: Heat(place, k, share(k, n), rate, bool(n) and k / n > funnel(mean, n)[1], complaints[place])
        for place, (k, n), rate in zip(places, pairs, drawn, strict=True)
    }

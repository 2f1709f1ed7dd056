"""A diagram in, what is known of each of its elements out."""

from collections.abc import Collection
from dataclasses import dataclass, field, replace

from cjm.edit import YamlValue
from cjm.intake.block import Document
from cjm.intake.masks import masked_text
from cjm.intake.process.chart import ChartElement
from cjm.intake.process.ways import ChartWay, ChartWays, chart_ways
from cjm.intake.process.words import is_client
from cjm.intake.under_way import Intake
from cjm.model import Handbook

_TOLD = frozenset(("client", "purpose", "meanwhile", "backstage", "pains", "stage-title", "when"))


@dataclass
class TouchpointInWork:
    """A touchpoint while it is made."""

    at: int
    id: str
    title: str
    value: dict[str, YamlValue] = field(default_factory=dict)
    asked: dict[str, YamlValue] = field(default_factory=dict)


class ProcessInWork:
    """One diagram while it is understood: its elements, its ways, and what is known of them so far."""

    def __init__(self, document: Document, handbook: Handbook, mine: Collection[str]) -> None:
        assert document.chart is not None
        self.intake = Intake(document, handbook, mine)
        self.blocks, self.chart = self.intake.blocks, document.chart
        self.elements = tuple(map(self.nameless, document.chart.elements))
        self.names = tuple(block.cells[1] if len(block.cells) > 1 else "" for block in self.blocks)
        self.ways: ChartWays = chart_ways(self.chart, self.names)
        self.number = {
            one.id: at for at, one in enumerate(self.elements) if one.id and one.kind not in ("technical", "unknown")
        }
        self.roles: dict[str, str] = {}  # lane or pool -> role
        self.clients: set[str] = set()  # lanes and pools in which the client himself acts
        self.point: dict[int, TouchpointInWork] = {}
        self.busy = {one.lane for one in self.elements if one.kind == "activity"} | {
            one.pool for one in self.elements if one.kind == "activity"
        }
        self.said: dict[int, dict[str, list[str]]] = {}  # of an activity what messages and notes say: field -> texts

    def nameless(self, one: ChartElement) -> ChartElement:
        """What a file of ours says in fields of its own, without persons too: anybody may have written into it."""
        facts = [str(getattr(fact, "id", "")) for fact in self.intake.handbook.things("fact")] if one.own else []
        told = tuple(
            (key, masked_text(value, self.intake.keep, facts) if key in _TOLD else value) for key, value in one.own
        )
        return replace(one, own=told) if told else one

    def name(self, at: int) -> str:
        """The name of an element, or what else is written on it."""
        return next((cell for cell in self.blocks[at].cells[1:] if cell), "")

    def pool_of(self, at: int) -> int | None:
        one = self.elements[at]
        return at if one.kind == "pool" else self.number.get(one.pool)

    def is_client(self, at: int) -> bool:
        one = self.elements[at]
        holders = [one.lane, one.pool] if one.kind != "pool" else [one.id]
        return any(
            self.names[self.number[holder]] and is_client(self.names[self.number[holder]])
            for holder in holders
            if holder in self.number
        )

    def leads_away(self, at: int) -> str:
        """Of an end in a file of ours: the touchpoint of another journey to which it leads."""
        return dict(self.elements[at].own).get("to", "") if self.elements[at].event == "end" else ""

    def stage_of(self, at: int) -> str:
        return dict(self.elements[at].own).get("stage", self.elements[at].frame)

    def own_way(self, way: ChartWay) -> dict[str, str]:
        """What the arrows of a file of ours say of a way."""
        return {
            key: value
            for passed in way.passes
            if self.elements[passed].kind == "flow"
            for key, value in self.elements[passed].own
        }

    def happens(self, way: ChartWay) -> bool:
        """Whether one goes this way because of something that happens meanwhile: whoever is left alone goes the other."""
        return bool(way.passes) and self.elements[way.passes[0]].event == "boundary"

    def forks(self, at: int) -> bool:
        return sum(one.kind == "flow" and one.source == self.elements[at].id for one in self.elements) > 1

"""A drawn process in, the plan of what is to come of it out: a journey for each pool, its lanes as roles, its frames as stages.

What a journey cannot say (ways that are gone at once, repetitions inside a task, data) is not understood and told so.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from cjm.edit import YamlValue
from cjm.intake.block import Document
from cjm.intake.masks import masked_text, named_after
from cjm.intake.people import role_of
from cjm.intake.plan import Draft, IntakePlan
from cjm.intake.process.chart import ChartElement
from cjm.intake.process.order import in_order, in_stages
from cjm.intake.process.ways import ChartWay, ChartWays, chart_ways
from cjm.intake.process.words import begins_text, is_client, said_along, unanswered
from cjm.intake.questions import question_for
from cjm.intake.under_way import Intake
from cjm.language.says import Says
from cjm.model import Handbook

_LONGEST = 300  # of what is said of a task: more than that is a standard of its own
_PERSON = frozenset(("userTask", "manualTask", "person"))
_PRODUCT = frozenset(("serviceTask", "scriptTask", "businessRuleTask", "product"))
_OWN = ("client", "contact", "channel", "wait", "meanwhile", "backstage", "emotion", "moment_of_truth")

_TOLD = frozenset(("client", "purpose", "meanwhile", "backstage", "pains", "stage-title", "when"))

_END = Says("Конец пути", "End of the way")
_STAGE = Says("Этап {number}", "Stage {number}")
_WHOLE = Says("Весь путь", "The whole way")
_NAMELESS = Says("на схеме без названия: что здесь делают?", "nameless in the diagram: what is done here?")
_STAGE_NAME = Says("как называется этот этап?", "what is this stage called?")
_WHEN = Says("при каком условии сюда?", "on which condition does one go here?")
_AT_ONCE = Says(
    "на схеме эти дороги идут одновременно: как их проходит клиент?",
    "in the diagram these ways are gone at once: how does the client go?",
)
_WHICH = Says("«{asked}» — при каком условии сюда?", '"{asked}": on which condition does one go here?')
_ALSO = Says(
    "на схеме одновременно с другой, при «{when}»: как их проходит клиент?",
    "in the diagram at once with another, on {when}: how does the client go?",
)
_STARTED = Says(
    "на схеме путь начинается так: «{event}». Что делает клиент?",
    "in the diagram the way begins so: {event}. What does the client do?",
)
_CHANNEL = Says("«{channel}» — какой это канал?", '"{channel}": which channel is it?')
_STANDARD = Says("«{standard}» — какой это раздел?", '"{standard}": which section is it?')

_TECHNICAL = Says("служебное: нужно только программе, которая рисовала", "only the program that drew it needs this")
_JOIN = Says("соединение дорог, условия в нём нет", "ways meet here, there is no condition in it")
_PARALLEL = Says(
    "дороги расходятся одновременно, а клиент идёт по одной: решите, что делает он, а что — сотрудники",
    "the ways are gone at once, and a client goes one: decide what he does and what the staff does",
)
_NOWHERE = Says("стрелка ведёт не к элементу этой схемы", "the arrow leads to no element of this process")
_ITSELF = Says(
    "дорога ведёт к себе же, а путь так не умеет: опишите повтор в стандарте",
    "the way leads to where it starts: tell in the standard how it is done again",
)
_TANGLED = Says(
    "за этой точкой так много развилок подряд, что условия не прочитаны",
    "so many forks follow this one that their conditions were not read",
)
_UNREACHED = Says("с дорогами клиента не связано", "no way of a client leads here")
_REPEATS = Says(
    "повторы внутри точки путь не показывает: опишите их в стандарте",
    "a journey does not show that something is repeated: tell it in the standard",
)
_SAME_ID = Says(
    "такое же имя (id) уже есть у другого элемента: стрелки ведут к тому",
    "another element has this id already: arrows lead to that one",
)
_UNREAD = Says("эту строку схемы не удалось прочитать", "this line of the diagram could not be read")
_DATA = Says(
    "документ или база: если ими пользуются, заведите ресурс", "a document or a store: if it is used, add a resource"
)
_LONG = Says(
    "длинное описание: сделайте из него раздел и впишите в standard",
    "a long description: make a section of it and name it in standard",
)
_NOTE = Says("пояснение не к точке касания", "a note that belongs to no touchpoint")
_ANOTHER = Says("такие элементы путь не показывает", "a journey does not show such elements")
_MESSAGE = Says(
    "сообщение без названия, и точки касания у него нет", "a message without a name or without a touchpoint"
)
_FRAME = Says("рамка вокруг других рамок или без названия", "a frame around other frames, or without a name")
_EMPTY_POOL = Says("в этом процессе нет ни одного действия", "there is no activity in this process")
_LANE = Says("дорожка без названия или пустая", "a lane that has no name, or is empty")
_CLIENT_LANE = Says("клиента среди ролей заводить не нужно", "the client is not among the roles")


def plan_of_chart(document: Document, handbook: Handbook, mine: Collection[str] = ()) -> IntakePlan:
    """What is to come of a drawn process."""
    work = _Work(document, handbook, mine)
    work.people()
    for at, one in enumerate(work.elements):
        if one.kind == "pool":
            work.journey(at)
    work.rest()
    return work.intake.planned("process")


@dataclass
class _Point:
    """A touchpoint while it is made."""

    at: int
    id: str
    title: str
    value: dict[str, YamlValue] = field(default_factory=dict)
    asked: dict[str, YamlValue] = field(default_factory=dict)


class _Work:
    """One chart while it is understood."""

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
        self.point: dict[int, _Point] = {}
        self.busy = {one.lane for one in self.elements if one.kind == "activity"} | {
            one.pool for one in self.elements if one.kind == "activity"
        }
        self.said: dict[int, dict[str, list[str]]] = {}  # of an activity what messages and notes say: field -> texts
        self.messages()
        self.notes()

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

    # Who

    def people(self) -> None:
        """Lanes and pools: roles, departments, partners, the client."""
        for at, one in enumerate(self.elements):
            if one.kind not in ("lane", "pool"):
                continue
            title, block = self.names[at], self.blocks[at]
            if one.kind == "pool" and one.own:
                continue
            if dict(one.own).get("role") == "-":
                self.intake.end(block, "dropped", why=_LANE)
                continue
            holds_lanes = any(other.kind == "lane" and (other.lane or other.pool) == one.id for other in self.elements)
            if title and is_client(title):
                self.clients.add(one.id)
                if one.kind == "lane":
                    self.intake.end(block, "dropped", why=_CLIENT_LANE)
            elif not title:
                if one.kind == "lane":
                    self.intake.end(block, "dropped", why=_LANE)
            elif one.kind == "lane":
                self.role(at, {"kind": "department"} if holds_lanes else {})
            elif one.id not in self.busy and one.sort == "participant":
                self.role(at, {"kind": "partner"})
            elif not holds_lanes and (role_of(title) or self.intake.role(title)):
                self.role(at, {})

    def role(self, at: int, more: Mapping[str, YamlValue]) -> None:
        one, title = self.elements[at], self.names[at]
        if known := dict(one.own).get("role", ""):
            known = known if self.intake.handbook.find("role", known) else ""
        known = known or self.intake.role(title)
        if known:
            self.roles[one.id] = known
        else:
            value: dict[str, YamlValue] = {"title": title, **more}
            if one.kind == "lane" and one.lane in self.roles:
                value["part_of"] = self.roles[one.lane]
            self.roles[one.id] = self.intake.draft("role", title, value, self.blocks[at]).id
        self.intake.end(self.blocks[at], "field", f"role:{self.roles[one.id]}.title")

    # What else is said of an activity

    def messages(self) -> None:
        """Messages between pools: what the client sends and gets, and what goes on behind the scene."""
        for at, one in enumerate(self.elements):
            if one.kind != "message":
                continue
            for here, there in ((one.source, one.target), (one.target, one.source)):
                ours, other = self.number.get(here), self.number.get(there)
                if ours is None or other is None:
                    continue
                with_whom = self.pool_of(other)
                told = self.name(at) or (self.names[other] if other != with_whom else "")
                for stop in self.stops_of(ours):
                    if told and with_whom is not None and self.is_client(other):
                        self.tell(stop, "client", told, at)
                    elif self.is_client(ours):
                        continue
                    elif told or (with_whom is not None and self.names[with_whom]):
                        whom = self.names[with_whom] if with_whom is not None else ""
                        self.tell(stop, "backstage", ": ".join(word for word in (whom, told) if word), at)

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

    def stops_of(self, at: int) -> list[int]:
        """The activities that a message concerns: of an event those before or behind it."""
        if at in self.ways.out:
            return [at]
        one = self.elements[at]
        every = [way for ways in self.ways.out.values() for way in ways]
        if one.kind == "event" and one.event in ("end", "throw"):
            return list(dict.fromkeys(way.source for way in every if way.target == at or at in way.passes))
        if one.kind == "event":
            into = [way.target for way in (*every, *self.ways.begins) if at in way.passes or way.source == at]
            return [stop for stop in dict.fromkeys(into) if stop in self.ways.out]
        return []

    def tell(self, stop: int, key: str, words: str, at: int) -> None:
        texts = self.said.setdefault(stop, {}).setdefault(key, [])
        if words not in texts:
            texts.append(words)
        self.said[stop].setdefault(f"{key} from", []).append(str(at))

    def notes(self) -> None:
        """What is written about an activity is what goes on behind the scene, where it is short."""
        ties: dict[str, list[str]] = {}
        for one in self.elements:
            if one.kind == "technical" and one.source and one.target:
                ties.setdefault(one.source, []).append(one.target)
                ties.setdefault(one.target, []).append(one.source)
        for at, one in enumerate(self.elements):
            if one.kind != "note":
                continue
            words = self.name(at)
            said_of = [
                self.number[id] for id in ([one.source] if one.source else ties.get(one.id, ())) if id in self.number
            ]
            stop = next((each for each in said_of if each in self.ways.out), None)
            if stop is not None and words and len(words) <= _LONGEST:
                if self.elements[stop].own:  # the same words as in its field
                    self.said.setdefault(stop, {}).setdefault("client from", []).append(str(at))
                else:
                    self.tell(stop, "backstage", words, at)
            else:
                self.intake.end(self.blocks[at], "not-understood", why=_NOTE if stop is None else _LONG)

    # A journey

    def journey(self, pool: int) -> None:
        one, block = self.elements[pool], self.blocks[pool]
        stops = [at for at in self.ways.out if self.elements[at].pool == one.id]
        if not stops:
            return
        own = dict(one.own)
        title = self.names[pool] or named_after(self.intake.document.name)
        id = self.intake.names.give("journey", own.get("journey", title))
        begins = [way for way in self.ways.begins if self.elements[way.source].pool == one.id]
        ends = self.end_points(stops)
        points = [*stops, *ends]
        out = {
            at: [way for way in self.ways.out.get(at, ()) if way.target in self.ways.out or way.target in ends]
            for at in points
        }
        order = in_order(points, {at: [way.target for way in ways] for at, ways in out.items()},
                         [way.target for way in begins if way.target in out], self.chart.ordered)  # fmt: skip
        stages = in_stages(order, {at: self.stage_of(at) for at in points})
        order = [at for _, members in stages for at in members]
        for at in order:
            if at in self.ways.tangled:
                self.intake.end(self.blocks[at], "not-understood", why=_TANGLED)
            self.touchpoint(at, at in ends)
        self.entries(begins, out, order)
        place = {at: number for number, at in enumerate(order)}
        for at in order:
            if at not in ends:
                self.next(at, out[at], place)
        made = [self.point[at] for at in order]
        if not any(
            one.value.get("outcome") or any(self.leads_away(way.target) for way in out.get(one.at, ())) for one in made
        ):
            made[-1].asked["outcome"] = question_for("touchpoint", "outcome", self.intake.language)
        legs: list[YamlValue] = []
        for number, (stage, members) in enumerate(stages, start=1):
            legs.append(self.leg(id, stage, members, number, len(stages)))
        value: dict[str, YamlValue] = {"journey": id, "title": title}
        clients = [self.names[self.number[name]] for name in self.clients if name in self.number]
        value.update({key: own[key] for key in ("client", "purpose", "enter") if own.get(key)})
        if clients and "client" not in value:
            value["client"] = clients[0]
            for name in self.clients:
                if name in self.number and self.elements[self.number[name]].kind == "pool":
                    self.intake.end(self.blocks[self.number[name]], "field", f"journey:{id}.client")
        self.intake.drafts.append(Draft("journey", id, title, {**value, "stages": legs}, (block.line,)))
        self.intake.end(block, "field", f"journey:{id}.title")

    def end_points(self, stops: Sequence[int]) -> dict[int, str]:
        """Ends that need a touchpoint of their own: something leads there on a condition."""
        return {
            way.target: ""
            for at in stops
            for way in self.ways.out[at]
            if self.elements[way.target].event == "end" and len(self.ways.out[at]) > 1 and not self.elements[way.target].own
        }  # fmt: skip

    def leads_away(self, at: int) -> str:
        """Of an end in a file of ours: the touchpoint of another journey to which it leads."""
        return dict(self.elements[at].own).get("to", "") if self.elements[at].event == "end" else ""

    def stage_of(self, at: int) -> str:
        return dict(self.elements[at].own).get("stage", self.elements[at].frame)

    def leg(self, journey: str, stage: str, members: Sequence[int], number: int, count: int) -> YamlValue:
        """A stage with its touchpoints as they are written."""
        language, known = self.intake.language, self.number.get(stage)
        own = dict(self.elements[members[0]].own)
        title = own.get("stage-title") or (self.names[known] if known is not None else "")
        asked: dict[str, YamlValue] = {}
        if known is not None and title and not own:
            self.intake.end(self.blocks[known], "field", f"journey:{journey}.stages")
        if not title:
            title = _WHOLE.to(language) if count == 1 else _STAGE.to(language, number=number)
            if count > 1:
                asked["title"] = _STAGE_NAME.to(language)
        id = self.intake.names.give(f"stage of {journey}", own.get("stage", title))
        leg: dict[str, YamlValue] = {
            "stage": id,
            "title": title,
            "touchpoints": [self.written(self.point[at]) for at in members],
        }
        return {**leg, "open": asked} if asked else leg

    @staticmethod
    def written(point: _Point) -> YamlValue:
        value = dict(point.value)
        order = ("client", "contact", "channel", "role", "backstage", "wait", "meanwhile", "emotion", "pains", "moment_of_truth", "standard",
                 "entry", "outcome", "next")  # fmt: skip
        made: dict[str, YamlValue] = {"id": point.id, **({"title": point.title} if point.title else {})}
        made.update((key, value[key]) for key in order if key in value)
        return {**made, "open": point.asked} if point.asked else made

    # A touchpoint

    def touchpoint(self, at: int, is_end: bool) -> None:
        one, block, language = self.elements[at], self.blocks[at], self.intake.language
        own = dict(one.own)
        title = self.names[at] or (_END.to(language) if is_end else "")
        point = _Point(
            at,
            self.intake.names.give("touchpoint", own.get("id", title or one.sort), 5 if "id" not in own else 99),
            title,
        )
        self.point[at] = point
        self.intake.end(block, "field" if title and self.names[at] else "ask", f"touchpoint:{point.id}.title" if title and self.names[at] else "",
                        None if title and self.names[at] else _NAMELESS)  # fmt: skip
        if not title:
            point.asked["title"] = _NAMELESS.to(language)
        value = point.value
        for key in ("client", "backstage"):
            if texts := self.said.get(at, {}).get(key):
                value[key] = "; ".join(texts)
        for key, told in self.said.get(at, {}).items():
            if key.endswith(" from"):
                for source in told:
                    self.intake.end(
                        self.blocks[int(source)], "field", f"touchpoint:{point.id}.{key.removesuffix(' from')}"
                    )
        if one.mood is not None:
            value["emotion"] = str(one.mood)
        elif one.kind == "activity" and one.by[:1].isdigit():
            point.asked["emotion"] = f"{one.by}: −2…+2?"
        if is_end:
            value["outcome"] = title
        self.who(point, one)
        self.own_fields(point, own)
        if own:
            return
        for key in ("contact", "channel"):
            if key not in value:
                point.asked[key] = question_for("touchpoint", key, language)

    def who(self, point: _Point, one: ChartElement) -> None:
        """The role of the lane; whether a person or a product acts, where the diagram says so."""
        role = self.roles.get(one.lane) or self.roles.get(one.pool)
        acts = (one.lane or one.pool) not in self.clients
        if role and acts:
            point.value["role"] = role
        elif acts and not one.own and one.event != "end":
            point.asked["role"] = question_for("touchpoint", "role", self.intake.language)
        if acts and one.sort in _PERSON | _PRODUCT:
            point.value["contact"] = "person" if one.sort in _PERSON else "product"

    def own_fields(self, point: _Point, own: Mapping[str, str]) -> None:
        """What a file of ours says itself; names of things that this handbook does not have are asked for."""
        value, handbook, language = point.value, self.intake.handbook, self.intake.language
        value.update({key: own[key] for key in _OWN if own.get(key)})
        if own and "contact" not in own:
            value.pop("contact", None)
        if "{{" in own.get("wait", "") and not handbook.find("fact", own["wait"].strip("{ }").partition(".")[0]):
            point.asked["wait"] = value.pop("wait")
        channels = {channel.id for channel in handbook.outline.channels}
        if (channel := own.get("channel", "")) and channel not in channels:
            del value["channel"]
            point.asked["channel"] = _CHANNEL.to(language, channel=channel)
        standards = own.get("standard", "").split()
        here = [one for one in standards if handbook.find(*(one.split(":", 1) if ":" in one else ("section", one)))]
        if here:
            value["standard"] = list(here)
        if lost := [one for one in standards if one not in here]:
            point.asked["standard"] = _STANDARD.to(language, standard=", ".join(lost))
        if pains := [line for line in own.get("pains", "").split("\n") if line]:
            value["pains"] = [{"pain": pain} for pain in pains]

    # Ways

    def entries(self, begins: Sequence[ChartWay], out: Mapping[int, Sequence[ChartWay]], order: Sequence[int]) -> None:
        """Where a client may begin: behind the beginnings, or where nothing leads."""
        language = self.intake.language
        first = list(dict.fromkeys(way.target for way in begins if way.target in self.point))
        led = {way.target for ways in out.values() for way in ways} | set(order[1:] if self.chart.in_row else ())
        said = bool(first) and bool(self.elements[order[0]].own)  # a file of ours names all of them
        first += [at for at in order if at not in led and at not in first and not said]
        seen: set[int] = set()
        for at in (
            *first,
            *(() if self.chart.in_row or said else order),
        ):  # a ring of ways is entered at the first of it
            if at not in seen:
                first += [] if at in first else [at]
                waiting = [at]
                while waiting:
                    here = waiting.pop()
                    seen.add(here)
                    waiting += [way.target for way in out.get(here, ()) if way.target not in seen]
        for at in first:
            self.point[at].value["entry"] = "true"
        for way in begins:
            if way.target not in self.point:
                continue
            point, event = self.point[way.target], begins_text(way, self.elements, self.names, self.blocks, language)
            if event and not self.elements[way.target].own:
                if "client" not in point.value:
                    point.asked["client"] = _STARTED.to(language, event=event)
                self.intake.end(self.blocks[way.source], "ask", why=_STARTED.filled(event=event))
            for passed in (way.source, *way.passes):
                self.intake.end(self.blocks[passed], "field", f"touchpoint:{point.id}.entry")

    def next(self, at: int, ways: Sequence[ChartWay], place: Mapping[int, int]) -> None:
        """The ways out of a touchpoint, each with its condition; the only one to an end is its outcome."""
        point, language = self.point[at], self.intake.language
        every = self.ways.out[at]
        if self.chart.in_row and place[at] < len(place) - 1:
            return
        for way in every:
            if way.target == at and not self.own_way(way):
                for passed in way.passes[-1:]:
                    self.intake.end(self.blocks[passed], "not-understood", why=_ITSELF)
            for passed in way.passes:
                self.passed(passed, point, len(every))
        for way in every:
            if "outcome" in dict(self.elements[way.target].own):
                point.value["outcome"] = self.names[way.target]
                self.intake.end(self.blocks[way.target], "field", f"touchpoint:{point.id}.outcome")
        every = tuple(way for way in every if "outcome" not in dict(self.elements[way.target].own))
        if not every and ("outcome" in point.value or (self.elements[at].own and place[at] == len(place) - 1)):
            return
        only = every[0] if len(every) == 1 else None
        if not every or (only is not None and only.target not in self.point and not self.leads_away(only.target)):
            end = self.names[only.target] if only else ""
            point.value["outcome"] = end or dict(self.elements[at].own).get("outcome") or _END.to(language)
            if only:
                self.intake.end(self.blocks[only.target], "field", f"touchpoint:{point.id}.outcome")
            return
        edges: list[YamlValue] = []
        seen: set[tuple[str, str]] = set()
        conditions: set[str] = set()
        for way in every:
            leads = self.leads_away(way.target)
            if way.target == at and not self.own_way(way):
                continue
            target = leads or self.point[way.target].id
            quiet = len(every) > 1 and all(self.happens(other) for other in every if other is not way)
            edge = self.edge(way, target, conditions, len(every) > 1, quiet)
            edge_key = (target, str(edge.get("when") or edge.get("open", "")))
            if edge_key in seen:
                continue
            seen.add(edge_key)
            if not leads and place[way.target] <= place[at] and not self.own_way(way):
                edge["back"] = "true"
            if leads:
                self.intake.end(self.blocks[way.target], "field", f"touchpoint:{point.id}.next")
            edges.append(
                {
                    **{key: one for key, one in edge.items() if key != "open"},
                    **({"open": edge["open"]} if "open" in edge else {}),
                }
            )
        if edges:
            point.value["next"] = edges
        else:
            point.value.setdefault("outcome", _END.to(language))

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

    def edge(self, way: ChartWay, target: str, conditions: set[str], forks: bool, quiet: bool) -> dict[str, YamlValue]:
        language, own = self.intake.language, self.own_way(way)
        edge: dict[str, YamlValue] = {"to": target}
        if own:
            edge.update({key: own[key] for key in ("when", "otherwise", "back", "at_most") if own.get(key)})
            return edge
        when = said_along(way, self.elements, self.names, self.blocks, language)
        if left := unanswered(way, self.elements, self.names, self.blocks):
            return edge | {"open": {"when": _WHICH.to(language, asked=", ".join(filter(None, (when, *left))))}}
        rest = quiet or any(self.elements[passed].otherwise for passed in way.passes)
        together = any(self.elements[passed].together and self.forks(passed) for passed in way.passes)
        if when and when.lower() in conditions and forks:
            edge["open"] = {"when": (_ALSO if together else _WHEN).to(language, when=when)}
        elif when:
            edge["when"] = when
            conditions.add(when.lower())
        elif rest:
            edge["otherwise"] = "true"
        elif forks:
            edge["open"] = {"when": (_AT_ONCE if together else _WHEN).to(language)}
        if rest and "when" in edge:
            edge["otherwise"] = "true"
        return edge

    def forks(self, at: int) -> bool:
        return sum(one.kind == "flow" and one.source == self.elements[at].id for one in self.elements) > 1

    def passed(self, at: int, point: _Point, count: int) -> None:
        """Where what a way passes ends."""
        one, block = self.elements[at], self.blocks[at]
        if one.kind == "fork" and one.together and self.forks(at):
            self.intake.end(block, "not-understood", why=_PARALLEL)
        elif one.kind == "fork" and not self.names[at]:
            self.intake.end(block, "dropped", why=_JOIN)
        elif one.kind != "frame":
            self.intake.end(block, "field", f"touchpoint:{point.id}.next")

    def rest(self) -> None:
        """What no journey has taken."""
        for at, one in enumerate(self.elements):
            block = self.blocks[at]
            if block.kind == "scrap":
                continue
            match one.kind:
                case "technical":
                    self.intake.end(block, "dropped", why=_TECHNICAL)
                case "flow" if at in self.ways.nowhere:
                    self.intake.end(block, "not-understood", why=_NOWHERE)
                case "lane" | "frame":
                    self.intake.end(
                        block,
                        "dropped" if not self.names[at] else "not-understood",
                        why=_LANE if one.kind == "lane" else _FRAME,
                    )
                case "pool":
                    client = one.id in self.clients
                    self.intake.end(
                        block, "dropped" if client else "not-understood", why=_CLIENT_LANE if client else _EMPTY_POOL
                    )
                case "data":
                    self.intake.end(block, "not-understood", why=_DATA)
                case "message":
                    self.intake.end(block, "not-understood", why=_MESSAGE)
                case "unknown" if one.by == "same-id":
                    self.intake.end(block, "not-understood", why=_SAME_ID)
                case "unknown" if one.by == "unread":
                    self.intake.end(block, "not-understood", why=_UNREAD)
                case "unknown":
                    self.intake.end(block, "not-understood", why=_REPEATS if one.source else _ANOTHER)
                case _:
                    self.intake.end(block, "not-understood", why=_UNREACHED)

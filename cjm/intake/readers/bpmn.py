"""BPMN 2.0: the process of each pool with its lanes, subprocesses, gateways, events and flows, as the editors of many makers write it."""

from collections.abc import Iterator
from dataclasses import replace

from cjm.intake.block import Block, Document, SourceLine
from cjm.intake.inline import clean
from cjm.intake.process.chart import Chart, ChartElement, EventSort
from cjm.intake.process.own import OWN, own_fields
from cjm.intake.safe_xml import XmlElement, xml_tree
from cjm.language.says import Says
from cjm.tables import FileSort, Rejected

_MOST = 5_000
_LONGEST = 4_000  # of a description: it goes into the report, what is behind that stays in the diagram
_NOT_BPMN = Says(
    "это XML, но не BPMN 2.0. Сохраните схему из редактора как «BPMN 2.0 XML»",
    'this is XML, but no BPMN 2.0. Save the diagram from its editor as "BPMN 2.0 XML"',
)
_LARGE = Says(
    "в схеме больше {most} элементов: такую не читаем, разделите её на части",
    "the diagram has more than {most} elements: such a one is not read, divide it",
)
_SPACE = "BPMN"  # in the namespace of 2.0 and of the drafts before it

_ACTIVITIES = frozenset((
    "task", "userTask", "manualTask", "serviceTask", "scriptTask", "businessRuleTask", "sendTask", "receiveTask", "callActivity",
    "choreographyTask", "callChoreography",
))  # fmt: skip
_FRAMES = frozenset(("subProcess", "adHocSubProcess", "transaction", "subChoreography"))
_GATEWAYS = frozenset(
    ("exclusiveGateway", "inclusiveGateway", "parallelGateway", "complexGateway", "eventBasedGateway")
)
_EVENTS: dict[str, EventSort] = {
    "startEvent": "start", "endEvent": "end", "intermediateCatchEvent": "catch", "intermediateThrowEvent": "throw",
    "implicitThrowEvent": "throw", "boundaryEvent": "boundary",
}  # fmt: skip
_DATA = frozenset(("dataObjectReference", "dataStoreReference", "dataInput", "dataOutput"))
_LOOPS = frozenset(("standardLoopCharacteristics", "multiInstanceLoopCharacteristics"))
# Parts of an element, and what stands outside of processes for the machine that runs them.
_INSIDE = frozenset((
    "incoming", "outgoing", "ioSpecification", "dataInputAssociation", "dataOutputAssociation", "flowNodeRef", "laneSet", "lane",
    "childLaneSet", "conditionExpression", "documentation", "property", "resourceRole", "performer", "humanPerformer",
    "potentialOwner", "script", "participantRef", "messageFlowRef", "extension", "monitoring", "auditing", "supports", "rendering",
    "completionCondition", "categoryValueRef", "ioBinding", "extensionElements", "participantMultiplicity", "interfaceRef",
    "activationCondition", "text", "correlationKey", "correlationSubscription", "participantAssociation", "messageFlowAssociation",
    "conversationAssociation", "messagePath", "initiatingParticipantRef", "eventDefinitionRef", "dataState",
))  # fmt: skip


def takes(name: str, sort: FileSort) -> bool:
    return sort == "bpmn"


def read(name: str, raw: bytes) -> Iterator[Document]:
    top = xml_tree(raw, _is_of_the_model)
    definitions = next(iter(top.of("definitions")), None)
    if definitions is None:
        raise Rejected(_NOT_BPMN)
    work = _Reading()
    work.definitions(definitions)
    yield Document(name, tuple(work.blocks), chart=Chart(tuple(work.unique()), work.own))


# Private functions


def _is_of_the_model(space: str, name: str) -> bool:
    """Not where things are drawn, and not what a maker's own tool adds."""
    return (_SPACE in space.upper() and (name == "BPMNDiagram" or not space.upper().endswith("DI"))) or space == OWN


class _Reading:
    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.elements: list[ChartElement] = []
        self.called: dict[str, str] = {}  # messages, signals, errors by id
        self.lane: dict[str, str] = {}
        self.rest: set[str] = set()  # flows that their gateway or task calls default
        self.pools: dict[str, str] = {}  # process -> participant
        self.own = False

    def definitions(self, top: XmlElement) -> None:
        for one in top.children:
            if one.name in ("message", "signal", "error", "escalation", "resource") and one.attributes.get("name"):
                self.called[one.attributes.get("id", "")] = _name(one)
        for one in top.of("collaboration", "choreography", "globalConversation"):
            self.collaboration(one)
        for one in top.of("process"):
            id = one.attributes.get("id", "")
            if id not in self.pools:
                # Without a pool the process is one; with pools beside it too, where somebody has drawn something into it.
                self.pools[id] = id
                self.add(one, ChartElement("pool", id, one.name, own=self.fields(one)))
            self.scope(one, self.pools[id], "")
        for one in top.children:
            if one.name not in ("collaboration", "choreography", "globalConversation", "process", "extensionElements"):
                self.add(one, ChartElement("technical", "", one.name))

    def collaboration(self, top: XmlElement) -> None:
        for one in top.children:
            id = one.attributes.get("id", "")
            if one.name == "participant":
                self.pools.setdefault(_ref(one, "processRef"), id)
                self.add(one, ChartElement("pool", id, one.name, own=self.fields(one)))
            elif one.name == "messageFlow":
                self.arrow(one, "message")
            else:
                self.other(one, "", "")
        if any(one.name in _ACTIVITIES | _FRAMES for one in top.children):  # a choreography
            id = top.attributes.get("id", "")
            self.add(top, ChartElement("pool", id, top.name))
            self.scope(top, id, "")

    def scope(self, top: XmlElement, pool: str, frame: str) -> None:
        """What lies in a process or a subprocess."""
        for one in top.of("laneSet", "childLaneSet"):
            self.lanes(one, pool, "")
        self.rest |= {_ref(one, "default") for one in top.children} - {""}
        for one in top.children:
            id, lane = (
                one.attributes.get("id", ""),
                self.lane.get(one.attributes.get("id", ""), self.lane.get(frame, "")),
            )
            if lane:
                self.lane.setdefault(id, lane)
            apart = "apart" if one.attributes.get("triggeredByEvent") == "true" else ""  # begins by an event of its own
            base = ChartElement("unknown", id, one.name, pool, lane, frame, by=apart)
            if one.name in _ACTIVITIES or (one.name in _FRAMES and not _holds(one)):
                self.add(one, replace(base, kind="activity", own=self.fields(one)))
                if one.name in _FRAMES:  # some write into it what may happen at it, and where that leads
                    self.scope(one, pool, frame)
            elif one.name in _FRAMES:
                self.add(one, replace(base, kind="frame"))
                self.scope(one, pool, id)
            elif one.name in _GATEWAYS:
                self.add(one, replace(base, kind="fork", together=one.name == "parallelGateway"))
            elif one.name in _EVENTS:
                self.event(one, base)
            elif one.name == "sequenceFlow":
                self.arrow(one, "flow", pool, frame)
            elif one.name not in _INSIDE | _LOOPS:
                self.other(one, pool, frame)

    def lanes(self, top: XmlElement, pool: str, outer: str) -> None:
        for one in top.of("lane"):
            id = one.attributes.get("id", "")
            self.add(one, ChartElement("lane", id, one.name, pool, outer, own=self.fields(one)))
            for inner in one.of("childLaneSet"):
                self.lanes(inner, pool, id)
            for node in one.of("flowNodeRef"):
                self.lane.setdefault(_local(node.text), id)

    def event(self, one: XmlElement, base: ChartElement) -> None:
        made = next((child for child in one.children if child.name.endswith("EventDefinition")), None)
        by = made.name.removesuffix("EventDefinition") if made else ""
        words = [_when(made)] if made is not None and by in ("timer", "conditional") else []
        if made is not None and not _name(one):
            refers = _ref(made, f"{by}Ref")
            words = [self.called.get(refers, ""), *words]
        attached = _ref(one, "attachedToRef")
        link = _name(made) if made is not None and by == "link" else ""
        self.add(
            one,
            replace(
                base, kind="event", event=_EVENTS[one.name], by=by, source=attached, target=link, own=self.fields(one)
            ),
            *words,
        )

    def arrow(self, one: XmlElement, kind: str, pool: str = "", frame: str = "") -> None:
        id = one.attributes.get("id", "")
        words = [] if _name(one) else [clean(_text_of(one, "conditionExpression"))]
        if kind == "message" and not _name(one):
            words = [self.called.get(_ref(one, "messageRef"), "")]
        self.add(
            one,
            ChartElement(
                "message" if kind == "message" else "flow", id, one.name, pool, "", frame, "", "", _ref(one, "sourceRef"),
                _ref(one, "targetRef"), id in self.rest, own=self.fields(one),
            ),
            *words,
        )  # fmt: skip

    def other(self, one: XmlElement, pool: str, frame: str) -> None:
        if one.name in _INSIDE:
            return
        id = one.attributes.get("id", "")
        if one.name == "textAnnotation":
            self.add(one, ChartElement("note", id, one.name, pool), _described(_text_of(one, "text")))
        elif one.name in ("association", "dataAssociation"):
            tie = ChartElement(
                "technical", id, one.name, pool, source=_ref(one, "sourceRef"), target=_ref(one, "targetRef")
            )
            self.add(one, tie)
        elif one.name in _DATA:
            self.add(one, ChartElement("data", id, one.name, pool))
        else:
            technical = one.name in ("dataObject", "group", "dataStore")
            self.add(one, ChartElement("technical" if technical else "unknown", id, one.name, pool))

    def add(self, one: XmlElement, element: ChartElement, *words: str) -> None:
        """An element, and as elements of their own what is written about it and how often it is done."""
        self.put(one, element, _name(one), *words)
        for child in one.of("documentation"):
            if told := _described(child.text):
                self.put(child, ChartElement("note", "", child.name, element.pool, source=element.id), told)
        for child in one.children:
            if child.name in _LOOPS:
                self.put(child, ChartElement("unknown", "", child.name, element.pool, source=element.id), _name(one))

    def put(self, one: XmlElement, element: ChartElement, *words: str) -> None:
        if len(self.blocks) == _MOST:
            raise Rejected(_LARGE, most=_MOST)
        cells = (one.name, *(word for word in words[:1]), *(word for word in words[1:] if word))
        text = " | ".join(cell for cell in cells if cell)
        self.blocks.append(Block("row", text, (SourceLine(one.line, text),), cells=cells))
        self.elements.append(element)

    def fields(self, one: XmlElement) -> tuple[tuple[str, str], ...]:
        found = own_fields(one)
        self.own = self.own or bool(found)
        return found

    def unique(self) -> Iterator[ChartElement]:
        """The elements; one that has the id of another is no longer known by it."""
        seen: set[str] = set()
        for one in self.elements:
            if one.id and one.id in seen and one.kind not in ("technical", "unknown", "note"):
                yield replace(one, kind="unknown", id="", by="same-id")
            else:
                yield one
            if one.kind != "technical":
                seen.add(one.id)


def _holds(one: XmlElement) -> bool:
    """Whether a subprocess shows anything of its inside; what may happen at it is none of that."""
    within = _ACTIVITIES | _FRAMES | _GATEWAYS | (_EVENTS.keys() - {"boundaryEvent"})
    return any(child.name in within for child in one.children)


def _name(one: XmlElement) -> str:
    return clean(one.attributes.get("name", ""))


def _described(text: str) -> str:
    words = clean(text)
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]} […]"


def _local(name: str) -> str:
    return name.strip().rpartition(":")[2]


def _ref(one: XmlElement, key: str) -> str:
    return _local(one.attributes.get(key, "")) or _local(_text_of(one, key))


def _text_of(one: XmlElement, key: str) -> str:
    return next((child.text for child in one.of(key)), "")


def _when(made: XmlElement) -> str:
    """What a timer or a condition says of itself: PT2H, R3/PT10M, «остаток < 3»."""
    return clean(next((child.text for child in made.children if child.text), ""))

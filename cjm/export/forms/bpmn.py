"""A Handbook in, a BPMN 2.0 file for each journey out: roles as lanes, stages as groups, forks as gateways, laid out to be opened.

What BPMN has no word for stands in `extensionElements`, so that `cjm import` gives the same journey again.
"""

import re
from collections.abc import Iterator, Mapping
from xml.sax.saxutils import escape, quoteattr

from cjm.export.drawn_process import SIZES, Area, DrawnProcess, ProcessArrow, ProcessNode, drawn_process
from cjm.export.forms import ExportOrder
from cjm.intake.process.own import OWN
from cjm.language.durations import spoken
from cjm.language.says import Says
from cjm.model import Handbook, Journey, Touchpoint
from cjm.view.scope import journeys
from cjm.wording import label

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" '
    'xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" '
    f'xmlns:cjm="{OWN}" id="definitions" targetNamespace="{OWN}" exporter="cjm">'
)
_NO_ROLE = Says("Без роли", "No role")
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(handbook: Handbook, order: ExportOrder) -> Mapping[str, bytes]:
    """A file for each journey."""
    made = {}
    for journey in journeys(order.cut, handbook):
        told = "\n".join(_file(journey, handbook, drawn_process(journey, handbook), order))
        made[f"{journey.id or 'journey'}.bpmn"] = (told + "\n").encode()
    return made


# Private functions


def _file(journey: Journey, handbook: Handbook, drawn: DrawnProcess, order: ExportOrder) -> Iterator[str]:
    title = label(journey.title, handbook)
    has_lanes = any(lane.id for lane in drawn.lanes)
    yield _HEAD
    for stage in drawn.stages:
        yield f'  <category id="c_{stage.id}"><categoryValue id="v_{stage.id}"{_named(label(stage.title, handbook), "value")}/></category>'
    yield '  <collaboration id="collaboration">'
    yield f'    <participant id="pool"{_named(title)} processRef="process">'
    yield _own(
        "journey",
        {"journey": journey.id, "client": journey.client, "purpose": journey.purpose, "enter": journey.enter or ""},
    )
    yield "    </participant>\n  </collaboration>"
    yield f'  <process id="process"{_named(title)} isExecutable="false">'
    if has_lanes:
        yield '    <laneSet id="lanes">'
        for number, lane in enumerate(drawn.lanes):
            words = lane.title if lane.id else _NO_ROLE.to(order.language)
            yield f'      <lane id="lane_{number}"{_named(label(words, handbook))}>'
            yield _own("lane", {"role": lane.id or "-"})
            yield from (f"        <flowNodeRef>{box.id}</flowNodeRef>" for box in drawn.boxes if box.lane == number)
            yield "      </lane>"
        yield "    </laneSet>"
    for box in _in_order(journey, drawn):
        yield from _node(box, journey, handbook, drawn)
    for line in drawn.lines:
        yield from _flow(line, handbook)
    yield from (f'    <group id="group_{stage.id}" categoryValueRef="v_{stage.id}"/>' for stage in drawn.stages)
    yield "  </process>"
    yield from _picture(drawn, has_lanes)
    yield "</definitions>"


def _in_order(journey: Journey, drawn: DrawnProcess) -> list[ProcessNode]:
    """Tasks in the order of the journey: it is their order when they come back."""
    place = {id(point): number for number, point in enumerate(journey.touchpoints)}
    return sorted(drawn.boxes, key=lambda box: place.get(id(box.touchpoint), -1))


def _node(box: ProcessNode, journey: Journey, handbook: Handbook, drawn: DrawnProcess) -> Iterator[str]:
    into = [f"      <incoming>{line.id}</incoming>" for line in drawn.lines if line.target is box]
    out = [f"      <outgoing>{line.id}</outgoing>" for line in drawn.lines if line.source is box]
    title = _named(label(box.title, handbook))
    rest = next((line.id for line in drawn.lines if line.source is box and line.otherwise), "")
    default = f' default="{rest}"' if rest and box.kind == "fork" else ""
    tag = {"start": "startEvent", "fork": "exclusiveGateway", "end": "endEvent"}.get(box.kind, "")
    own = {"to": box.leads, "outcome": "true" if box.is_outcome else ""} if box.kind == "end" else {}
    if box.touchpoint is not None:
        tag = {"person": "userTask", "product": "serviceTask"}.get(box.touchpoint.contact or "", "task")
        own = _fields(box.touchpoint, journey)
    yield f'    <{tag} id="{box.id}"{title}{default}>'
    if box.touchpoint is not None and box.touchpoint.client:
        yield f"      <documentation>{escape(_xml(label(box.touchpoint.client, handbook)))}</documentation>"
    if own:
        yield _own("touchpoint" if box.touchpoint is not None else "end", own)
    yield from (*into, *out)
    yield f"    </{tag}>"


def _fields(point: Touchpoint, journey: Journey) -> dict[str, str]:
    stage = next(one for one in journey.stages if any(each is point for each in one.touchpoints))
    return {
        "id": point.id, "stage": stage.id, "stage-title": stage.title, "client": point.client, "contact": point.contact or "",
        "channel": point.channel, "backstage": point.backstage,
        "wait": spoken(point.wait, "en") if isinstance(point.wait, int) else point.wait or "", "meanwhile": point.meanwhile,
        "emotion": _text(point.emotion), "pains": "\n".join(one.pain for one in point.pains),
        "moment_of_truth": "true" if point.moment_of_truth else "", "standard": " ".join(point.standard),
    }  # fmt: skip


def _flow(line: ProcessArrow, handbook: Handbook) -> Iterator[str]:
    said = _named(label(line.title, handbook)) if line.title else ""
    head = f'    <sequenceFlow id="{line.id}"{said} sourceRef="{line.source.id}" targetRef="{line.target.id}"'
    if not line.way:
        yield f"{head}/>"
        return
    edge = line.edge
    own = {"way": "true"}
    if edge is not None:
        own |= {
            "when": edge.when,
            "otherwise": "true" if edge.otherwise else "",
            "back": "true" if edge.back else "",
            "at_most": _text(edge.at_most),
        }
    yield f"{head}>"
    yield _own("way", own)
    yield "    </sequenceFlow>"


def _picture(drawn: DrawnProcess, has_lanes: bool) -> Iterator[str]:
    left, top = 120, drawn.lanes[0].y if drawn.lanes else 120
    yield '  <bpmndi:BPMNDiagram id="diagram">\n    <bpmndi:BPMNPlane id="plane" bpmnElement="collaboration">'
    yield _shape(Area("pool", "", left, top, drawn.width + 40, drawn.height), ' isHorizontal="true"')
    if has_lanes:
        for number, lane in enumerate(drawn.lanes):
            yield _shape(Area(f"lane_{number}", "", lane.x, lane.y, lane.width, lane.height), ' isHorizontal="true"')
    for box in drawn.boxes:
        width, height = SIZES[box.kind]
        more = ' isMarkerVisible="true"' if box.kind == "fork" else ""
        yield _shape(Area(box.id, "", box.x, box.y, width, height), more)
    for stage in drawn.stages:
        yield _shape(Area(f"group_{stage.id}", "", stage.x, stage.y, stage.width, stage.height))
    for line in drawn.lines:
        points = "".join(f'<di:waypoint x="{x}" y="{y}"/>' for x, y in line.points)
        yield f'      <bpmndi:BPMNEdge id="{line.id}_di" bpmnElement="{line.id}">{points}{_label(line)}</bpmndi:BPMNEdge>'
    yield "    </bpmndi:BPMNPlane>\n  </bpmndi:BPMNDiagram>"


def _label(line: ProcessArrow) -> str:
    """The words of an arrow above its last level piece, where it comes to what it leads to."""
    if not line.title:
        return ""
    pairs = list(zip(line.points, line.points[1:], strict=False))
    (x, y), (right, _) = max(
        (pair for pair in pairs if pair[0][1] == pair[1][1]), key=lambda pair: abs(pair[1][0] - pair[0][0])
    )
    middle, tall = (x + right) // 2, 14 * (len(line.title) // 15 + 1)
    return f'<bpmndi:BPMNLabel><dc:Bounds x="{middle - 45}" y="{y - tall - 2}" width="90" height="{tall}"/></bpmndi:BPMNLabel>'


def _shape(area: Area, more: str = "") -> str:
    bounds = f'<dc:Bounds x="{area.x}" y="{area.y}" width="{area.width}" height="{area.height}"/>'
    return f'      <bpmndi:BPMNShape id="{area.id}_di" bpmnElement="{area.id}"{more}>{bounds}</bpmndi:BPMNShape>'


def _own(tag: str, values: Mapping[str, str]) -> str:
    told = "".join(_named(value, key) for key, value in values.items() if value)
    return f"      <extensionElements><cjm:{tag}{told}/></extensionElements>"


def _named(words: str, key: str = "name") -> str:
    return f" {key}={quoteattr(_xml(words))}"


def _xml(words: str) -> str:
    return _NOT_XML.sub("\ufffd", words)


def _text(value: int | str | None) -> str:
    return "" if value is None else str(value)

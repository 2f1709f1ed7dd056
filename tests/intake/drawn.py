"""A process in a few words in, the BPMN file that an editor would save of it out."""

import html
import re

HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="urn:test">\n'
)
TAGS = {
    "start": "startEvent", "end": "endEvent", "task": "task", "user": "userTask", "service": "serviceTask", "xor": "exclusiveGateway",
    "and": "parallelGateway", "event": "eventBasedGateway", "catch": "intermediateCatchEvent", "throw": "intermediateThrowEvent",
}  # fmt: skip


def process(*lines: str, name: str = "Запись", lanes: str = "", more: str = "") -> bytes:
    """Lines as «task a Звонок», «a > b да», «a > b *» for the default; `lanes` as «Администратор: a b; Инструктор: c»."""
    return (
        HEAD + f'<process id="p" name="{name}">\n{inside(*lines, lanes=lanes)}{more}</process>\n</definitions>\n'
    ).encode()


def inside(*lines: str, lanes: str = "") -> str:
    """What stands in a process."""
    made = ""
    for number, lane in enumerate(filter(None, lanes.split(";"))):
        title, _, nodes = lane.partition(":")
        refs = "".join(f"<flowNodeRef>{node}</flowNodeRef>" for node in nodes.split())
        made += f'<lane id="lane{number}" name="{title.strip()}">{refs}</lane>'
    made = f'<laneSet id="ls">{made}</laneSet>\n' if made else ""
    defaults = {m[1]: number for number, line in enumerate(lines) if (m := re.match(r"(\S+) > \S+ \*", line))}
    for number, line in enumerate(lines):
        if flow := re.match(r"(\S+) > (\S+)\s*(.*)", line):
            said = flow[3].strip("* ")
            made += f'<sequenceFlow id="f{number}" sourceRef="{flow[1]}" targetRef="{flow[2]}" name="{html.escape(said)}"/>\n'
            continue
        tag, id, *title = line.split(" ", 2)
        rest = f' default="f{defaults[id]}"' if id in defaults else ""
        made += f'<{TAGS[tag]} id="{id}" name="{html.escape(title[0] if title else "")}"{rest}/>\n'
    return made

"""Mermaid: flowcharts and pictures of a journey, in files of their own and between the fences of a Markdown text."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from cjm.intake.block import Block, Document, SourceLine
from cjm.intake.mermaid_text import ChartArrow, ChartNode, Flowchart, Subgraph, flowchart_in, words_of
from cjm.intake.people import role_of
from cjm.intake.process.chart import Chart, ChartElement
from cjm.intake.process.words import is_client
from cjm.language.says import Says
from cjm.tables import FileSort, Rejected, foreign_text

_MOST, _LONGEST = 5_000, 8_000
_LARGE = Says(
    "в схеме больше {most} элементов: такую не читаем, разделите её на части",
    "the diagram has more than {most} elements: such a one is not read, divide it",
)
_LONG_LINE = Says("строка {line} длиннее {most} знаков", "line {line} has more than {most} characters")
_OTHER = Says(
    "это не flowchart и не journey, а «{sort}»: такую схему Mermaid не читаем",
    'this is neither a flowchart nor a journey but "{sort}": such a Mermaid diagram is not read',
)
_FENCE = re.compile(r"[ \t]*(?:>[ \t]?)*(```+|~~~+|:::)[ \t]*\{?mermaid\b[^\n]*$", re.IGNORECASE)
_HEADING = re.compile(r" {0,3}#{1,6}\s+(.*?)[\s#]*$")
_DIRECTIVE = re.compile(r"%%\{.*?\}%%", re.DOTALL)
_FRONT = re.compile(r"\s*---[ \t]*\n(.*?)^[ \t]*---[ \t]*$", re.DOTALL | re.MULTILINE)
_TITLE = re.compile(r"^\s*title\s*:?\s*(.+?)\s*$", re.MULTILINE)
_SORT = re.compile(r"\s*([\w-]+)")
_OWN = re.compile(r"(?:t(\d+)|end\d+)$")
_NUMBERED = re.compile(r"(\d+)\. (.+)$")
_AT_MOST = re.compile(r"(.*?)\s*≤ (\d+)×$")
_SCORED = re.compile(r"\s*([^#:\n;]+?)\s*:\s*(?:(-?[\d.]+)\s*)?(?::\s*(.*))?$")


def takes(name: str, sort: FileSort) -> bool:
    return sort == "mermaid"


def read(name: str, raw: bytes) -> Iterator[Document]:
    text = foreign_text(raw).replace("\r\n", "\n").replace("\r", "\n")
    made = diagram_of(name, text, 1)
    if made is None:
        sort = _SORT.match(_bare(text)[0])
        raise Rejected(_OTHER, sort=sort[1] if sort else PurePosixPath(name).name)
    yield made


def fenced(name: str, text: str) -> tuple[str, list[Document]]:
    """A Markdown text without the diagrams between its fences, and these; lines keep their numbers."""
    lines = text.split("\n")
    found: list[Document] = []
    at, called = 0, PurePosixPath(name).stem
    while at < len(lines):
        fence = _FENCE.match(lines[at].rstrip("\r"))
        end = next((n for n in range(at + 1, len(lines)) if fence and lines[n].strip(" \t\r>") == fence[1]), None)
        if heading := _HEADING.match(lines[at]):
            called = heading[1]
        if fence is None or end is None:
            at += 1
            continue
        inside = "\n".join(
            line.rstrip("\r").lstrip(">") if fence[0].lstrip().startswith(">") else line.rstrip("\r")
            for line in lines[at + 1 : end]
        )
        made = diagram_of(f"{name}#{len(found) + 1}", inside, at + 2, called) if inside.strip() else None
        if made is not None:
            found.append(made)
            lines[at : end + 1] = [""] * (end + 1 - at)
        at = end + 1
    return "\n".join(lines), found


def diagram_of(name: str, text: str, first: int, called: str = "") -> Document | None:
    """A flowchart or a journey as a document, `called` so where it has no title; None where the text is another diagram."""
    for number, line in enumerate(text.split("\n"), start=first):
        if len(line) > _LONGEST:
            raise Rejected(_LONG_LINE, line=number, most=_LONGEST)
    body, look, title = _bare(text)
    sort = _SORT.match(body)
    word = sort[1].lower() if sort else ""
    made = _Made(called, first, look)
    if word == "journey":
        made.journey(body, title)
    elif word in ("graph", "flowchart", "flowchart-elk"):
        made.flowchart(flowchart_in(body, first), body, title)
    else:
        return None
    in_row = word == "journey"
    return Document(name, tuple(made.blocks), chart=Chart(tuple(made.elements), made.ordered, in_row=in_row))


# Private functions


def _bare(text: str) -> tuple[str, list[tuple[int, str]], tuple[int, str]]:
    """The text with front matter, directives and comments blanked out, those lines from 0 on, and a title among them."""
    look: list[tuple[int, str]] = []
    title = (0, "")

    def blank(found: re.Match[str]) -> str:
        start = text_now.count("\n", 0, found.start())
        look.extend((start + n, line.strip()) for n, line in enumerate(found[0].split("\n")) if line.strip())
        return re.sub(r"[^\n]", " ", found[0])

    text_now = text
    if front := _FRONT.match(text):
        if named := _TITLE.search(front[1]):
            title = (text.count("\n", 0, front.start(1) + named.start(1)), named[1].strip("\"'"))
        text_now = blank(front) + text[front.end() :]
    text_now = _DIRECTIVE.sub(blank, text_now)
    text_now = re.sub(r"^[ \t]*%%(?!\{)[^\n]*", blank, text_now, flags=re.MULTILINE)
    return text_now, sorted(look), title


class _Made:
    """Blocks and elements of one diagram."""

    def __init__(self, called: str, first: int, look: Sequence[tuple[int, str]]) -> None:
        self.called, self.first = called, first
        self.blocks: list[Block] = []
        self.elements: list[ChartElement] = []
        self.ordered = False
        self.look = [(first + number, line) for number, line in look]

    def put(self, line: int, element: ChartElement, *cells: str) -> None:
        if len(self.blocks) == _MOST:
            raise Rejected(_LARGE, most=_MOST)
        text = " | ".join(cell for cell in cells if cell)
        self.blocks.append(Block("row", text, (SourceLine(line, text),), cells=cells))
        self.elements.append(element)

    def head(self, body: str, title: tuple[int, str], named: bool = True) -> None:
        for number, line in self.look:
            if number != self.first + title[0] or not title[1]:
                self.put(number, ChartElement("technical", "", "look"), "look", line)
        number = body[: len(body) - len(body.lstrip())].count("\n")
        header = body.strip().split("\n")[0].split(";")[0]
        if title[1]:
            self.put(self.first + number, ChartElement("technical", "", "header"), header)
        self.put(
            self.first + (title[0] if title[1] else number),
            ChartElement("pool", _POOL, "diagram"),
            "title" if title[1] else header,
            words_of(title[1] or self.called),
        )

    # A flowchart

    def flowchart(self, chart: Flowchart, body: str, title: tuple[int, str]) -> None:
        self.head(body, title)
        out = Counter(one.source for one in chart.arrows)
        into = {one.target for one in chart.arrows}
        ours = bool(chart.nodes) and all(
            (mine := _OWN.match(one.id)) and (not mine[1] or ((said := _NUMBERED.match(one.text)) and said[1] == mine[1])) for one in chart.nodes.values()
        )  # fmt: skip
        self.ordered = ours
        for line, words in (*chart.look, *chart.unread):
            read = (line, words) in chart.look
            self.put(
                line,
                ChartElement("technical" if read else "unknown", "", "look", by="" if read else "unread"),
                "look" if read else "?",
                words,
            )
        lanes = {one.id for one in chart.frames if _is_lane(one.title)}
        holder = {one.id: one for one in chart.frames}
        for one in chart.frames:
            lane, frame = _around(one.frame, holder, lanes)
            made = ChartElement("lane" if one.id in lanes else "frame", one.id, "subgraph", _POOL, lane, frame)
            self.put(one.line, made, "subgraph", one.title)
        for node in chart.nodes.values():
            self.node(node, out, into, _around(node.frame, holder, lanes), ours)
        for arrow in chart.arrows:
            own = tuple(_own_way(arrow)) if ours else ()
            self.put(
                arrow.line,
                ChartElement("flow", "", "link", _POOL, source=arrow.source, target=arrow.target, own=own),
                "link",
                arrow.text,
            )

    def node(
        self, node: ChartNode, out: Counter[str], into: set[str], where: tuple[str, str], ours: bool
    ) -> None:  # fmt: skip
        lane, frame = where
        text = node.text or node.id
        base = ChartElement("activity", node.id, node.shape or "box", _POOL, lane, frame)
        ways = out[node.id]
        if ours:
            text = found[2] if (found := _NUMBERED.match(text)) else text
            ends = node.id.startswith("end")
            self.put(
                node.line,
                replace(base, kind="event", event="end")
                if ends
                else replace(base, sort="person" if node.shape == "round" else "product"),
                node.shape,
                text,
            )
        elif node.shape == "diamond" and ways:
            self.put(node.line, replace(base, kind="fork"), node.shape, text)
        elif node.shape in ("circle", "stadium") and node.id not in into and ways == 1:
            self.put(node.line, replace(base, kind="event", event="start"), node.shape, text)
        elif node.shape in ("circle", "stadium") and node.id in into and node.id not in out:
            self.put(node.line, replace(base, kind="event", event="end"), node.shape, text)
        else:
            self.put(node.line, base, node.shape or "node", text)

    # A picture of a journey

    def journey(self, body: str, title: tuple[int, str]) -> None:
        lines = [(number, line) for number, line in enumerate(body.split("\n")) if line.strip()]
        named = next(((n, found[1]) for n, line in lines if (found := re.match(r"\s*title\s+(.+)$", line))), title)
        self.head(body, named)
        section, block = "", False
        people: dict[str, str] = {}
        for number, line in lines[1:]:
            at = self.first + number
            words = line.strip().rstrip(";").strip()
            if found := re.match(r"section\s+(.+)$", words):
                section = f"section {number}"
                self.put(at, ChartElement("frame", section, "section", _POOL), "section", words_of(found[1]))
            elif block or re.match(r"(?:title|accTitle|accDescr)\b", words):
                block = ("{" in words or block) and "}" not in words
                if number != named[0]:
                    self.put(at, ChartElement("technical", "", "look"), "look", words)
            elif found := _SCORED.match(words):
                self.task(at, f"task {number}", section, found, people)
            else:
                self.put(at, ChartElement("unknown", "", "line", by="unread"), "?", words)

    def task(self, at: int, id: str, section: str, found: re.Match[str], people: dict[str, str]) -> None:
        actors = [words_of(one) for one in (found[3] or "").split(",") if one.strip()]
        for actor in actors:
            if actor not in people:
                people[actor] = f"actor {len(people)}"
                self.put(at, ChartElement("lane", people[actor], "actor", _POOL), "actor", actor)
        acting = [one for one in actors if not is_client(one)] or actors
        score = found[2] or ""
        mood = int(score) - 3 if score in ("1", "2", "3", "4", "5") else None
        element = ChartElement(
            "activity",
            id,
            "task",
            _POOL,
            people[acting[0]] if acting else "",
            section,
            mood=mood,
            by="" if mood is not None else score,
        )
        self.put(at, element, "task", words_of(found[1]))
        for actor in acting[1:]:
            self.put(at, ChartElement("note", "", "actor", _POOL, source=id), "actor", actor)


_POOL = "diagram"


def _around(frame: str, holder: Mapping[str, Subgraph], lanes: Collection[str]) -> tuple[str, str]:
    """The innermost lane and the innermost other subgraph around what stands in `frame`."""
    lane = stage = ""
    while frame:
        if frame in lanes:
            lane = lane or frame
        else:
            stage = stage or frame
        frame = holder[frame].frame if frame in holder else ""
    return lane, stage


def _is_lane(title: str) -> bool:
    return bool(role_of(title)) or is_client(title)


def _own_way(arrow: ChartArrow) -> Iterator[tuple[str, str]]:
    """What an arrow that `cjm map` has drawn says: how often one may go back stands behind the condition."""
    often = _AT_MOST.match(arrow.text)
    yield "when", often[1] if often else arrow.text
    if "." in arrow.mark:
        yield "back", "true"
    if often:
        yield "at_most", often[2]

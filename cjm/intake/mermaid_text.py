"""The text of a Mermaid flowchart in, its nodes, arrows and subgraphs with their lines out, as Mermaid itself reads them.

A statement is read whole or not at all: of one that is not understood no arrow is taken.
"""

import html
import re
from dataclasses import dataclass, field

from cjm.intake.inline import clean

_ID = re.compile(
    r"(?:[\w!#$%'*+.`?\\/,]|:(?!::)|-(?![>\-.])|=(?!=)|[^\x00-\x7f\s])(?:[\w!#$%&'*+.`?\\/,]|:(?!::)|-(?![>\-.])|=(?!=)|[^\x00-\x7f\s])*"
)
_LINK = re.compile(r"\s*([xo<]?--+[-xo>]|[xo<]?==+[=xo>]|[xo<]?-?\.+-[xo>]?|~~~+)\s*")
_OPEN_LINK = re.compile(r"\s*([xo<]?--|[xo<]?==|[xo<]?-\.)\s*")
_CLOSES = {
    "--": re.compile(r"\s*[xo<]?--+[-xo>]\s*"), "==": re.compile(r"\s*[xo<]?==+[=xo>]\s*"), "-.": re.compile(r"\s*[xo<]?-?\.+-[xo>]?\s*"),
}  # fmt: skip
_EDGE_ID = re.compile(r"\s*([^\s\"@]+)@(?=[xo<]?(?:--|==|-\.|~~~))")
_ENTITY = re.compile(r"#(\d+|[a-zA-Z]\w*);")
_SHAPES = (
    ("(((", (")))",), "circle"), ("((", ("))",), "circle"), ("([", ("])",), "stadium"), ("(-", ("-)",), "ellipse"), ("[[", ("]]",), "box"),
    ("[(", (")]",), "store"), ("[/", ("/]", "\\]"), "box"), ("[\\", ("\\]", "/]"), "box"), ("[|", ("]",), "box"), ("{{", ("}}",), "box"), ("{", ("}",), "diamond"),
    ("[", ("]",), "box"), ("(", (")",), "round"), (">", ("]",), "box"),
)  # fmt: skip
_NAMED_SHAPES = {
    **dict.fromkeys(("diam", "decision", "diamond", "question"), "diamond"),
    **dict.fromkeys(("circle", "circ", "dbl-circ", "double-circle", "sm-circ", "small-circle", "start", "stop", "framed-circle", "fr-circ"), "circle"),
    **dict.fromkeys(("stadium", "terminal", "pill"), "stadium"),
    **dict.fromkeys(("rounded", "event"), "round"),
}  # fmt: skip
_LOOK = re.compile(r"(?:style|linkStyle|classDef|class|click|href|accTitle|accDescr|direction|default)\b")
_BRACES = re.compile(r"@\{((?:[^{}\"']|\"[^\"]*\"|'[^']*')*)\}")
_OF_AN_EDGE = re.compile(r"\s*(?:animat\w+|curve)\s*:")
_PAIR = re.compile(
    r"""\b(label|shape)\s*:\s*(?:[|>]-?\s*\n((?:\s*[^:\n}]+(?:\n|$))+)|"([^"]*)"|'([^']*)'|([^,"'}\n]*))"""
)
_QUOTED = re.compile(r'\s*"([^"]*)"\s*')
_HEADER = re.compile(r"(?:graph|flowchart(?:-elk)?)\b[ \t]*(?:TB|TD|BT|RL|LR|[<>^v])?[ \t]*(?=[;\n]|$)", re.IGNORECASE)
_SUBGRAPH = re.compile(r"subgraph(?:[ \t]+([^\n;]*?))?[ \t]*(?=[\n;]|$)")
_TITLED = re.compile(r'(.*?)\s*\[\s*"?(.*?)"?\s*\]$', re.DOTALL)


@dataclass(slots=True)
class ChartNode:
    """A box of a flowchart."""

    id: str
    line: int
    text: str = ""
    shape: str = ""
    frame: str = ""


@dataclass(frozen=True, slots=True)
class ChartArrow:
    source: str
    target: str
    text: str
    line: int
    mark: str  # as it is drawn: -->, ==>, -.->


@dataclass(slots=True)
class Subgraph:
    id: str
    title: str
    line: int
    frame: str = ""
    members: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Flowchart:
    """What stands in a flowchart; `look` are lines of style, `unread` those that are no Mermaid."""

    nodes: dict[str, ChartNode] = field(default_factory=dict)
    arrows: list[ChartArrow] = field(default_factory=list)
    frames: list[Subgraph] = field(default_factory=list)
    look: list[tuple[int, str]] = field(default_factory=list)
    unread: list[tuple[int, str]] = field(default_factory=list)


class NotMermaid(Exception):
    """A statement that Mermaid would not read."""


def flowchart_in(text: str, first: int) -> Flowchart:
    """The chart of a text whose comments are blanked out; its first line has the number `first`."""
    return _Reading(_ENTITY.sub(_kept, text), first).read()


def words_of(text: str) -> str:
    """A label without quotes, marks of Markdown, tags and entities."""
    text = re.sub(
        r"<br\s*/?>|\\n", " ", _ENTITY.sub(_entity, _given_back(text)).strip().strip("`"), flags=re.IGNORECASE
    )
    text = re.sub(r"</?(?:b|i|u|em|strong|small|sub|sup|span|div|p|font|code)\b[^<>]*>", "", text, flags=re.IGNORECASE)
    text = re.sub(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1", r"\2", text)
    return clean(html.unescape(text))


# Private functions

_KEPT, _END = "\ue000", "\ue001"  # an entity has a semicolon, which would end the statement


def _kept(found: re.Match[str]) -> str:
    return f"{_KEPT}{found[1]}{_END}"


def _given_back(text: str) -> str:
    return text.replace(_KEPT, "#").replace(_END, ";")


def _entity(found: re.Match[str]) -> str:
    return html.unescape(f"&#{found[1]};" if found[1].isdigit() else f"&{found[1]};")


class _Reading:
    def __init__(self, text: str, first: int) -> None:
        self.text, self.first = text, first
        self.at = 0
        self.chart = Flowchart()
        self.open: list[Subgraph] = []
        self.edge_ids: set[str] = set()
        self.starts = [0, *(found.end() for found in re.finditer("\n", text))]

    def line(self, at: int) -> int:
        low, high = 0, len(self.starts)
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if self.starts[middle] <= at else (low, middle)
        return self.first + low

    def read(self) -> Flowchart:
        header = _HEADER.match(self.text, self.blank(0))
        self.at = header.end() if header else 0
        while True:
            self.at = self.blank(self.at)
            if self.at >= len(self.text):
                break
            before = self.at
            try:
                self.statement()
            except NotMermaid:
                end = self.end_of_line(before)
                self.chart.unread.append((self.line(before), _given_back(self.text[before:end]).strip()))
                self.at = max(end, before + 1)
        while self.open:
            self.close()
        for frame in self.chart.frames:
            for member in frame.members:
                node = self.chart.nodes.get(member)
                if node is not None and not node.frame:
                    node.frame = frame.id
        for frame in self.chart.frames:
            self.chart.nodes.pop(frame.id, None)
        return self.chart

    def blank(self, at: int) -> int:
        while at < len(self.text) and (self.text[at] in " \t\r\n;" or self.text[at].isspace()):
            at += 1
        return at

    def end_of_line(self, at: int) -> int:
        found = self.text.find("\n", at)
        return len(self.text) if found < 0 else found

    def statement(self) -> None:
        text, at = self.text, self.at
        if found := _SUBGRAPH.match(text, at):
            self.subgraph((found[1] or "").strip(), at)
            self.at = found.end()
            return
        if re.compile(r"end\b[ \t]*(?=[\n;]|$)").match(text, at):
            if not self.open:
                raise NotMermaid
            self.close()
            self.at = at + 3
            return
        if (
            (found := _LOOK.match(text, at))
            and not _LINK.match(text, found.end())
            and text[found.end() : found.end() + 1] in ("", " ", ":", "\t", "\n", ";")
        ):
            brace = text.find("{", at, self.end_of_line(at))
            block = found[0] == "accDescr" and brace >= 0 and ":" not in text[at:brace]
            end = text.find("}", at) + 1 if block else self.end_of_line(at)
            self.chart.look.append((self.line(at), _given_back(text[at:end]).strip()))
            self.at = end if end > at else len(text)
            return
        self.chain()

    def subgraph(self, words: str, at: int) -> None:
        titled = _TITLED.match(words)
        id, title = (titled[1].strip(), titled[2]) if titled else (words, words)
        id, title = id.strip('"'), title.strip('"')
        if not id or (not titled and re.search(r"\s", title)):
            id = f"subGraph{len(self.chart.frames) + len(self.open)} "
        self.open.append(Subgraph(id, words_of(title), self.line(at), self.open[-1].id if self.open else ""))

    def close(self) -> None:
        self.chart.frames.append(self.open.pop())

    def chain(self) -> None:
        """Nodes, joined by links: taken over when all of it is read."""
        nodes: list[ChartNode] = []
        arrows: list[ChartArrow] = []
        before = self.group(nodes)
        while True:
            named = _EDGE_ID.match(self.text, self.at)
            start = named.end() if named else self.at
            link = self.link(start)
            if link is None:
                break
            mark, said, line = link
            if named:
                self.edge_ids.add(named[1])
            after = self.group(nodes)
            if not mark.startswith("~"):
                arrows += [ChartArrow(one, other, said, line, mark) for one in before for other in after]
            before = after
        rest = re.compile(r"[ \t\r]*(?=[\n;]|$)").match(self.text, self.at)
        if rest is None:
            raise NotMermaid
        self.at = rest.end()
        for node in nodes:
            if node.id in self.edge_ids:
                continue
            known = self.chart.nodes.setdefault(node.id, node)
            if node.text or node.shape:
                known.text, known.shape = node.text or known.text, node.shape or known.shape
            if self.open:
                self.open[-1].members.append(node.id)
        self.chart.arrows += arrows

    def group(self, nodes: list[ChartNode]) -> list[str]:
        found = [self.node(nodes)]
        while joined := re.compile(r"\s*&\s*").match(self.text, self.at):
            self.at = joined.end()
            found.append(self.node(nodes))
        return found

    def node(self, nodes: list[ChartNode]) -> str:
        found = _ID.match(self.text, self.at)
        if not found or re.fullmatch(r"end|subgraph", found[0]):
            raise NotMermaid
        node = ChartNode(_given_back(found[0]), self.line(self.at))
        self.at = found.end()
        self.shape(node)
        if braces := _BRACES.match(self.text, self.at):
            self.at = braces.end()
            if _OF_AN_EDGE.match(braces[1]):
                self.edge_ids.add(node.id)
            for key, *values in _PAIR.findall(braces[1]):
                value = next((one for one in values if one), "").strip()
                if key == "label":
                    node.text = words_of(value)
                else:
                    node.shape = _NAMED_SHAPES.get(value, "box")
        if styled := re.compile(r":::\s*[\w-]+").match(self.text, self.at):
            self.at = styled.end()
        nodes.append(node)
        return node.id

    def shape(self, node: ChartNode) -> None:
        for opens, closes, shape in _SHAPES:
            if not self.text.startswith(opens, self.at):
                continue
            start = self.at + len(opens)
            quoted = _QUOTED.match(self.text, start)
            if quoted and (close := next((one for one in closes if self.text.startswith(one, quoted.end())), "")):
                node.text, node.shape, self.at = words_of(quoted[1]), shape, quoted.end() + len(close)
                return
            ends = [(end, one) for one in closes if (end := self.text.find(one, start)) >= 0]
            if quoted or not ends:
                continue
            end, close = min(ends)
            inside = self.text[start:end].rpartition("|")[2] if opens == "[|" else self.text[start:end]
            if re.search(r'[\[\]{}()"|]', re.sub(r"<[^<>]*>", "", inside)):
                continue
            node.text, node.shape, self.at = words_of(inside), shape, end + len(close)
            return
        if self.text[self.at : self.at + 1] in ("[", "(", "{"):
            raise NotMermaid

    def link(self, start: int) -> tuple[str, str, int] | None:
        """The mark of a link with its words, on either manner; none where the statement ends."""
        line = self.line(min(self.blank(start), len(self.text) - 1)) if self.text else 0
        if found := _LINK.match(self.text, start):
            mark, said, end = found[1], "", found.end()
        elif opened := _OPEN_LINK.match(self.text, start):
            kind = opened[1].lstrip("xo<")
            inner = _QUOTED.match(self.text, opened.end())
            close = _CLOSES[kind].search(self.text, inner.end() if inner else opened.end())
            if close is None:
                raise NotMermaid
            said = inner[1] if inner else self.text[opened.end() : close.start()]
            mark, end = close[0].strip(), close.end()
        else:
            return None
        piped = re.compile(r'\s*\|(?:\s*"([^"]*)"\s*|([^|]*))\|\s*').match(self.text, end)
        if piped:
            said, end = piped[1] if piped[1] is not None else piped[2], piped.end()
        self.at = end
        return mark, words_of(said), line

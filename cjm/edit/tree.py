"""The text of a YAML file in, its values with the exact stretches that are written for them out."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

import yaml

from cjm.edit.change import Refused
from cjm.edit.layout import line_end
from cjm.language.says import Says
from cjm.load import Unreadable
from cjm.load.compose import compose, events

_UNREAD = Says("{file} не читается как YAML: сначала исправьте его", "{file} cannot be read as YAML: mend it first")

Data = Any  # strings, None for a key with nothing behind it, lists, and mappings as tuples of pairs


@dataclass(frozen=True, slots=True, eq=False)
class Node:
    """One value. `end` is where its last written sign ends: libyaml ends a block where the next token begins."""

    kind: Literal["scalar", "list", "map", "alias"]
    start: int
    end: int
    value: str = ""  # of a scalar its text, of an alias its name
    style: str = ""  # of a scalar: nothing, a quotation mark, | or >
    flow: bool = False
    anchor: str = ""
    tag: str = ""
    children: "tuple[Node, ...]" = ()  # of a map: key, value, key, value, …

    @property
    def pairs(self) -> "tuple[tuple[Node, Node], ...]":
        """The keys of a map with their values."""
        return tuple(zip(self.children[::2], self.children[1::2], strict=True))

    @property
    def nothing(self) -> bool:
        """Whether a key stands there and nothing behind it."""
        return self.kind == "scalar" and not self.style and self.value in ("", "~")

    def field(self, key: str) -> "Node | None":
        """The value that a map has under `key`."""
        return next((value for name, value in self.pairs if name.value == key), None)


@dataclass(frozen=True, slots=True)
class Tree:
    """A file as it is written."""

    file: str
    text: str
    root: Node | None
    anchors: Mapping[str, Node] = field(default_factory=dict)

    def map_at(self, start: int) -> Node | None:
        """The map that begins at the offset `start`."""
        found = (node for node in _below(self.root) if node.kind == "map" and node.start == start)
        return next(found, None)

    def around(self, node: Node) -> tuple[Node, ...]:
        """What `node` lies in, outermost first."""
        return (_way(self.root, node) if self.root else None) or ()

    def times(self, at: int) -> int:
        """How often the scalar at the offset `at` is read: once, and again wherever an alias stands for it."""
        return sum(node.start <= at <= node.end for node in _read(self.root, self.anchors) if node.kind == "scalar")

    def data_of(self, node: Node) -> Data:
        """What `node` says."""
        return _data(node, self.anchors, {})

    def data(self, becomes: "Mapping[Node, Callable[[Data], Data]] | None" = None) -> Data:
        """What the file says, with what some of its nodes become; an alias keeps saying what it said."""
        return None if self.root is None else _data(self.root, self.anchors, becomes or {})


def parse_tree(file: str, text: str) -> Tree:
    """The tree of `text`; a file that does not parse is Refused."""
    try:
        composed = compose(text)
    except (yaml.YAMLError, UnicodeEncodeError) as error:
        raise Refused(_UNREAD, file=file) from error
    if isinstance(composed, Unreadable):
        raise Refused(_UNREAD, file=file)
    anchors: dict[str, Node] = {}
    nodes, _ = _collected(events(text), text, anchors)
    return Tree(file, text, nodes[0] if nodes else None, anchors)


# Private functions


def _collected(stream: Iterator[Any], text: str, anchors: dict[str, Node]) -> tuple[tuple[Node, ...], int]:
    """The nodes up to the end of the collection that `stream` is in, and where libyaml sees this end."""
    nodes: list[Node] = []
    for event in stream:
        start, end = event.start_mark.index, event.end_mark.index
        if isinstance(event, yaml.CollectionEndEvent):
            return tuple(nodes), end
        if isinstance(event, yaml.AliasEvent):
            node = Node("alias", start, end, event.anchor or "")
        elif isinstance(event, yaml.ScalarEvent):
            end = _written(event.value, start, end, text) if event.style in ("|", ">") else end
            node = Node(
                "scalar", start, end, event.value, event.style or "", False, event.anchor or "", event.tag or ""
            )
        elif isinstance(event, yaml.CollectionStartEvent):
            children, closed = _collected(stream, text, anchors)
            end = closed if event.flow_style else children[-1].end if children else end
            kind: Literal["list", "map"] = "list" if isinstance(event, yaml.SequenceStartEvent) else "map"
            flow = bool(event.flow_style)
            node = Node(kind, start, end, "", "", flow, event.anchor or "", event.tag or "", children)
        else:
            continue
        if node.anchor:
            anchors[node.anchor] = node
        nodes.append(node)
    return tuple(nodes), 0


def _written(value: str, start: int, end: int, text: str) -> int:
    """Where a block scalar ends: with its last line, or with its last blank one where these are kept."""
    stretch = text[start:end]
    if value.endswith("\n\n") or not value.strip():
        return start + len(stretch.removesuffix("\n").removesuffix("\r"))
    return line_end(text, start + len(stretch.rstrip()))


def _way(top: Node, node: Node) -> tuple[Node, ...] | None:
    """What `node` lies in from `top` on; None where it is not below it."""
    ways = (_way(child, node) for child in top.children)
    return () if top is node else next(((top, *way) for way in ways if way is not None), None)


def _below(node: Node | None) -> Iterator[Node]:
    if node is not None:
        yield node
        for child in node.children:
            yield from _below(child)


def _read(node: Node | None, anchors: Mapping[str, Node]) -> Iterator[Node]:
    """`node` and all below it, with what aliases stand for."""
    for one in _below(node):
        yield from _read(anchors[one.value], anchors) if one.kind == "alias" else (one,)


def _data(node: Node, anchors: Mapping[str, Node], becomes: Mapping[Node, Callable[[Data], Data]]) -> Data:
    made: Data
    if node.kind == "alias":
        made = _data(anchors[node.value], anchors, {})
    elif node.kind == "scalar":
        made = None if node.nothing and not node.tag else node.value
    elif node.kind == "list":
        made = [_data(child, anchors, becomes) for child in node.children]
    else:
        made = tuple((_data(key, anchors, becomes), _data(value, anchors, becomes)) for key, value in node.pairs)
    if node.tag:
        made = {node.tag: made}
    return becomes[node](made) if node in becomes else made

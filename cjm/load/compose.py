"""Text in, YAML nodes out, guarded against everything that makes a YAML parser crash, hang or run out of memory.

The fields of the model are read by their declared type, so nothing here resolves `no`, `12:30` or `010` into other
things than were typed: each node is a string, a list or a mapping, which also makes it three times faster than a load.
"""

import re
from collections.abc import Iterator
from typing import Any

import yaml

from cjm.load.folder import Unreadable

try:
    from yaml._yaml import CParser as _Parser

    class _Composer(_Parser):
        """libyaml's composer without the resolver: only a tag that is written survives."""

        def resolve(self, kind: type, value: Any, implicit: Any) -> str:
            return ""

        # Asked for every node, and nobody wants an answer: what is written in C is quicker at that.
        descend_resolver: Any = {}.get
        ascend_resolver: Any = bool

except ImportError:  # a PyYAML built without libyaml: the same nodes, slower

    class _Composer(yaml.reader.Reader, yaml.scanner.Scanner, yaml.parser.Parser, yaml.composer.Composer):  # type: ignore[no-redef]
        def __init__(self, stream: str) -> None:
            yaml.reader.Reader.__init__(self, stream)
            yaml.scanner.Scanner.__init__(self)
            yaml.parser.Parser.__init__(self)
            yaml.composer.Composer.__init__(self)

        def resolve(self, kind: type, value: Any, implicit: Any) -> str:
            return ""

        def descend_resolver(self, *_: Any) -> None: ...
        def ascend_resolver(self) -> None: ...


DEEPEST = 40  # levels of nesting; the model needs 9
MOST_NODES = 200_000  # after aliases are followed
_BRACKETS = re.compile(r"[\[\]{}]")
_DEEP_INDENT = re.compile(rf"\n(?: |[-?:] ){{{DEEPEST // 2}}}")  # a sign that it begins with is found fast


def compose(text: str) -> yaml.Node | Unreadable | None:
    """The root node of `text`, None where it holds only comments. Raises yaml.YAMLError where it is no YAML."""
    if _looks_deep(text) and _depth(text) > DEEPEST:
        return Unreadable("too-deep")
    root: yaml.Node | None = _Composer(text).get_single_node()
    if root is not None and "&" in text and "*" in text and _expands(root):
        return Unreadable("alias-bomb")
    return root


def events(text: str) -> Iterator[Any]:
    """The events of `text`, which also tell where an alias stands; it must be one that `compose` reads."""
    parser = _Composer(text)
    while parser.check_event():
        yield parser.get_event()


# Private functions


def _looks_deep(text: str) -> bool:
    """Whether `text` might nest too deep: cheap, and wrong only in suspecting too much."""
    depth = 0
    for bracket in _BRACKETS.findall(text) if text.count("[") + text.count("{") > DEEPEST else ():
        depth = depth + 1 if bracket in "[{" else max(0, depth - 1)
        if depth > DEEPEST:
            return True
    return _DEEP_INDENT.search(f"\n{text}") is not None


def _depth(text: str) -> int:
    depth = deepest = 0
    for event in events(text):
        if isinstance(event, yaml.events.CollectionStartEvent):
            depth += 1
            deepest = max(deepest, depth)
            if deepest > DEEPEST:
                break
        elif isinstance(event, yaml.events.CollectionEndEvent):
            depth -= 1
    return deepest


def _expands(root: yaml.Node) -> bool:
    """Whether the tree below `root` is endless or has more than MOST_NODES nodes once its aliases are followed."""
    sizes: dict[int, int] = {}
    on_the_way: set[int] = set()

    def size(node: yaml.Node) -> int:
        if isinstance(node, yaml.ScalarNode):
            return 1
        if id(node) in on_the_way:
            return MOST_NODES + 1
        if id(node) not in sizes:
            on_the_way.add(id(node))
            below = (
                node.value if isinstance(node, yaml.SequenceNode) else [part for pair in node.value for part in pair]
            )
            sizes[id(node)] = 1 + sum(size(child) for child in below)
            on_the_way.discard(id(node))
        return sizes[id(node)]

    return size(root) > MOST_NODES

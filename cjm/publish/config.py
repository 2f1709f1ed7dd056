"""The author's `mkdocs.yml`, the shipped one and what the handbook decides in, the effective `mkdocs.yml` out.

Worked out on the nodes of the YAML, so that tags of MkDocs (`!ENV`, `!!python/name:…`) come through as they were typed.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from yaml.representer import SafeRepresenter

# What the handbook and the program decide; in the author's file it would have no effect.
OWN_KEYS = (
    "site_name", "site_url", "site_description", "site_author", "docs_dir", "site_dir", "nav", "use_directory_urls", "strict",
)  # fmt: skip
# The pages need the shipped entries of these lists; the author's come after them.
_UNITED = ("extra_css", "extra_javascript", "markdown_extensions")
_ADDED = (*_UNITED, "features")  # lists to which the program adds on its own behalf


class BrokenConfig(Exception):
    """`mkdocs.yml` is no YAML mapping; `line` is where."""

    def __init__(self, reason: str, line: int) -> None:
        super().__init__(reason)
        self.reason = reason
        self.line = line


@dataclass(frozen=True, slots=True)
class Config:
    """The effective file, and what of the author's was passed over (key, line)."""

    text: str
    ignored: tuple[tuple[str, int], ...]
    theme_folder: str  # the author's own folder of theme templates, relative to the handbook's
    pictures: tuple[str, ...]  # the logo and favicon that the theme names
    loaded: tuple[str, ...]  # styles and scripts of every page


def effective_config(author: str, shipped: str, ours: Mapping[str, Any], from_out: Callable[[str], str]) -> Config:
    """`from_out` turns a path of the author's file into one that is right where the effective file lies."""
    own, base = _mapping(author), _mapping(shipped)
    ignored = tuple(
        (key, node.start_mark.line + 1)
        for key, node in own.items()
        if key in OWN_KEYS and not _same(node, base.get(key))
    )
    folder = _scalar(_inside(own, "theme").get("custom_dir"))
    own = {key: _moved(key, node, from_out) for key, node in own.items() if key not in OWN_KEYS}
    merged = _merge(_merge(_node(base), _node(own), _UNITED), SafeRepresenter().represent_data(dict(ours)), _ADDED)
    look = _inside(_entries(merged), "theme")
    return Config(
        yaml.serialize(merged, Dumper=yaml.SafeDumper, allow_unicode=True, width=120),
        ignored,
        folder,
        tuple(path for path in (_scalar(look.get("logo")), _scalar(look.get("favicon"))) if path),
        tuple(
            _name(entry) for key in ("extra_css", "extra_javascript") for entry in _listed(_entries(merged).get(key))
        ),
    )


# Private functions


def _mapping(text: str) -> dict[str, Node]:
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        raise BrokenConfig(
            error.problem or str(error), error.problem_mark.line + 1 if error.problem_mark else 1
        ) from error
    except yaml.YAMLError as error:
        raise BrokenConfig(str(error), 1) from error
    if node is None:
        return {}
    if not isinstance(node, MappingNode):
        raise BrokenConfig("не «ключ: значение», not a mapping", node.start_mark.line + 1)
    return _entries(node)


def _entries(node: Node) -> dict[str, Node]:
    return {_scalar(key): value for key, value in node.value}


def _inside(entries: Mapping[str, Node], key: str) -> dict[str, Node]:
    node = entries.get(key)
    return _entries(node) if isinstance(node, MappingNode) else {}


def _node(entries: Mapping[str, Node]) -> MappingNode:
    pairs = [(ScalarNode("tag:yaml.org,2002:str", key), value) for key, value in entries.items()]
    return MappingNode("tag:yaml.org,2002:map", pairs, flow_style=False)


def _scalar(node: Node | None) -> str:
    return str(node.value) if isinstance(node, ScalarNode) else ""


def _same(one: Node, other: Node | None) -> bool:
    return isinstance(one, ScalarNode) and isinstance(other, ScalarNode) and one.value == other.value


def _merge(under: Node, over: Node, united: tuple[str, ...], key: str = "") -> Node:
    """`over` laid upon `under`: mappings key by key, `united` lists entry by entry, all else replaced."""
    if over.tag == "tag:yaml.org,2002:null":  # a key with nothing after it says nothing
        return under
    if key in united:
        entries = {_name(entry): entry for entry in _listed(under)}
        entries |= {_name(entry): entry for entry in _listed(over)}
        return SequenceNode("tag:yaml.org,2002:seq", list(entries.values()), flow_style=False)
    if not (isinstance(under, MappingNode) and isinstance(over, MappingNode)):
        return over
    merged = _entries(under)
    for inner, value in _entries(over).items():
        merged[inner] = _merge(merged[inner], value, united, inner) if inner in merged else value
    return _node(merged)


def _listed(node: Node | None) -> Iterator[Node]:
    if isinstance(node, SequenceNode):
        yield from node.value
    elif isinstance(node, MappingNode):  # extensions may be written as a mapping
        for key, value in _entries(node).items():
            yield _node({key: value})


def _name(entry: Node) -> str:
    """What makes an entry of a united list the same as another: `toc` and `toc: {…}` are."""
    if isinstance(entry, MappingNode):
        inner = _entries(entry)
        return _scalar(inner["path"]) if "path" in inner else next(iter(inner), "")
    return _scalar(entry)


def _moved(key: str, node: Node, from_out: Callable[[str], str]) -> Node:
    """Paths that MkDocs counts from the place of its file."""
    if key == "INHERIT" and isinstance(node, ScalarNode):
        return ScalarNode(node.tag, from_out(str(node.value)))
    if key == "hooks" and isinstance(node, SequenceNode):
        moved = [
            ScalarNode(one.tag, from_out(str(one.value))) if isinstance(one, ScalarNode) else one for one in node.value
        ]
        return SequenceNode(node.tag, moved)
    return node

"""The path and the bytes of one file in, what it says by itself out: things, ids, references, problems.

Nothing here knows of a second file, so that what was parsed stays true for as long as the file has these bytes.
"""

import fnmatch
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

import yaml

from cjm.language.letters import nearest
from cjm.load.compose import compose
from cjm.load.decode import decode, forbidden
from cjm.load.diagnosis import at_offset, from_error
from cjm.load.folder import Unreadable, kept_as
from cjm.load.read import UNREAD, Named, OpenFile, Wanted, is_nothing, read_item, reader
from cjm.model.files import FILE_KINDS, FileKind
from cjm.model.handbook import Problem
from cjm.model.place import Place


@dataclass(frozen=True, slots=True)
class Parsed:
    """One file, read alone. Whoever links it changes nothing in it: many handbooks may share it."""

    file: str
    text: str | None = None  # decoded; None where the file is none of the handbook's sources
    things: Mapping[str, tuple[Any, ...]] = field(default_factory=dict)  # by the attribute of Handbook they belong to
    named: tuple[Named, ...] = ()
    references: tuple[Wanted, ...] = ()
    problems: tuple[Problem, ...] = ()
    unread: bool = False  # what may stand in it is unknown, not missing
    raw: bytes | None = None  # of a file that is no text of an author: what it is, as it is


def parse(file: str, raw: bytes | Unreadable) -> Parsed:
    """What the file at the path `file` (with `/`) says. Never raises for what an author wrote."""
    if kept_as(file):
        return Parsed(file, raw=raw if isinstance(raw, bytes) else None)
    kind = _kind(file)
    if kind is None:
        near = nearest(file, [known.pattern for known in FILE_KINDS])
        problem = Problem("unknown-key", "file", Place(file, 1, 1), {"file": file, "near": near})
        return Parsed(file, problems=(problem,))
    text = raw if isinstance(raw, Unreadable) else decode(raw)
    if isinstance(text, Unreadable):
        return Parsed(file, "", problems=(_unreadable(file, text),), unread=True)
    root = _root(file, text)
    if isinstance(root, Problem):
        return Parsed(file, text, problems=(root,), unread=True)
    page = OpenFile(file, text)
    things = _things(page, root, kind)
    return Parsed(file, text, things, tuple(page.named), tuple(page.references), tuple(page.problems))


# Private functions


def _kind(file: str) -> FileKind | None:
    name = str(PurePosixPath(file).with_suffix(".yml"))
    return next((kind for kind in FILE_KINDS if fnmatch.fnmatchcase(name, kind.pattern)), None)


def _unreadable(file: str, reason: Unreadable) -> Problem:
    return Problem("unreadable", reason.form, Place(file, 1, 1), {"detail": reason.detail})


def _root(file: str, text: str) -> yaml.Node | Problem:
    """The root node of a file, or why there is none."""
    offset = forbidden(text)
    if offset is not None:
        detail = f"U+{ord(text[offset]):04X}"
        return Problem("unreadable", "control", at_offset(file, text, offset), {"detail": detail})
    try:
        root = compose(text)
    except yaml.YAMLError as error:
        return from_error(file, text, error)
    if isinstance(root, Unreadable):
        return _unreadable(file, root)
    if root is None or is_nothing(root):
        return Problem("unreadable", "empty", Place(file, 1, 1), {})
    return root


def _things(page: OpenFile, root: yaml.Node, kind: FileKind) -> Mapping[str, tuple[Any, ...]]:
    """What stands in the file, by the attribute of Handbook that it belongs to."""
    if kind.item is not None:
        item = read_item(page, root, kind.item)
        if item is UNREAD:
            return {}
        stem = PurePosixPath(page.file).stem
        if "*" in kind.pattern and item.id and item.id != stem:
            page.problems.append(Problem("schema", "file-name", item.at(kind.name), {"id": item.id, "file": stem}))
        return {"outline" if kind.name == "handbook" else f"{kind.name}s": (item,)}
    if not isinstance(root, yaml.MappingNode):
        page.problem("schema", "not-a-mapping", root, keys=", ".join(key for key, _, _ in kind.lists))
        return {}
    known = {key: (attribute, reading) for key, attribute, reading in kind.lists}
    seen: dict[str, int] = {}
    things: dict[str, tuple[Any, ...]] = {}
    for key_node, value_node in root.value:
        key = key_node.value if isinstance(key_node, yaml.ScalarNode) else ""
        if key in seen:
            page.problem("unreadable", "duplicate-key", key_node, key=key, first=str(seen[key]))
        elif key not in known:
            near = nearest(key, known)
            page.problem("unknown-key", "near" if near else "none", key_node, key=key, near=near, keys=", ".join(known))
        elif not is_nothing(value_node):
            attribute, reading = known[key]
            elements = value_node.value if isinstance(value_node, yaml.SequenceNode) else [value_node]
            values = (reader(reading)(page, element, key) for element in elements)
            things[attribute] = tuple(value for value in values if value is not UNREAD)
        seen[key] = key_node.start_mark.line + 1
    return things

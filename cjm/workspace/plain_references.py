"""The path and the bytes of one file and an id in, each place where a field names that id out; None where only records can tell.

A reference that is a plain value of a field that the model declares is found without making records of its file, which
takes a third of the time. Whatever is unusual is None: a text that speaks of the id, quotation marks, an alias, a key twice.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase
from functools import cache
from pathlib import PurePosixPath

import yaml

from cjm.language import letters
from cjm.language.signs import LINE_ENDS, as_read
from cjm.load.compose import compose
from cjm.load.decode import forbidden
from cjm.model import Place
from cjm.model.fields import Many, Reading, Record, Ref, specs
from cjm.model.registry import KINDS
from cjm.workspace.find_references import Mention, of_reference

MAY_HIDE = re.compile(
    rb"\\[xuU\s]|\x00"
)  # letters written with escapes, a word that goes on in the next line, another encoding
_OWN_FILES = tuple(kind for kind in KINDS.values() if "*" in kind.file)
_OF_A_NAME = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-")


def plain_references(file: str, raw: bytes, id: str) -> list[tuple[str, Mention]] | None:
    """Each with the way in which it stands there: the keys that lead to it, below the kind of the file."""
    kind = next((one for one in _OWN_FILES if fnmatchcase(file, one.file)), None)
    try:
        text = raw.decode("utf-8")
        if (
            kind is None
            or as_read(text) is not text
            or forbidden(text) is not None
            or ">>>>>>>" in text
            or MAY_HIDE.search(raw) is not None
            or ("&" in text and "*" in text)
            or any(sign in text for sign in LINE_ENDS)
        ):
            return None
        root = compose(text)
        if not isinstance(root, yaml.MappingNode) or not _is_head(root, kind.name, PurePosixPath(file).stem):
            return None
        return list(_in_node(root, Record(kind.item), kind.name, _File(file, text, id), _standing(text, id)))
    except (UnicodeDecodeError, yaml.YAMLError, _Unclear):
        return None


# Private functions


class _Unclear(Exception):
    """The id may be meant, and not plainly."""


class _File:
    def __init__(self, file: str, text: str, id: str) -> None:
        self.file, self.text, self.id = file, text, id


def _is_head(root: yaml.MappingNode, key: str, id: str) -> bool:
    """Whether a file begins with the id that it is named after."""
    first = root.value[0] if root.value else ()
    return [getattr(one, "value", "") for one in first] == [key, id]


def _standing(text: str, id: str) -> list[int]:
    """Where the id stands in a text, not as a part of a longer one."""
    found, at = [], text.find(id)
    while at >= 0:
        if text[at - 1 : at] not in _OF_A_NAME and text[at + len(id) : at + len(id) + 1] not in _OF_A_NAME:
            found.append(at)
        at = text.find(id, at + 1)
    return found


def _in_node(
    node: yaml.Node, reading: Reading, way: str, file: _File, standing: Sequence[int]
) -> Iterator[tuple[str, Mention]]:
    """What is named by a node that is read so and in which the id stands there."""
    if isinstance(node, yaml.MappingNode) and isinstance(reading, Record):
        readings = _readings(reading.item)
        keys = [key.value if isinstance(key, yaml.ScalarNode) else "" for key, _ in node.value]
        if len(set(keys)) < len(keys):
            raise _Unclear
        parts = [one for pair in node.value for one in pair]
        for number, inside in _apart(parts, standing):
            if number % 2 == 0 or keys[number // 2] not in readings:
                raise _Unclear
            key = keys[number // 2]
            yield from _in_node(parts[number], readings[key], f"{way}/{key}", file, inside)
    elif isinstance(node, yaml.SequenceNode) and isinstance(reading, Many):
        if not all(_is_one(one, reading.of) for one in node.value):
            raise _Unclear
        for number, inside in _apart(node.value, standing):
            yield from _in_node(node.value[number], reading.of, f"{way}/-", file, inside)
    elif isinstance(node, yaml.ScalarNode) and not node.style and not node.tag and node.value == file.id:
        start, end = node.start_mark, node.end_mark
        of = reading.of if isinstance(reading, Many) else reading  # a single value counts as a list of one
        if not isinstance(of, Ref) or end.index - start.index != len(file.id):
            raise _Unclear
        place = Place(file.file, start.line + 1, start.column + 1, start.index, end.index)
        yield from ((way, one) for one in of_reference(of, place, file.id, file.text))
    else:
        raise _Unclear


def _apart(nodes: Sequence[yaml.Node], standing: Sequence[int]) -> Iterator[tuple[int, Sequence[int]]]:
    """The numbers of the nodes in which the id stands, each with where; what stands in none of them is a comment."""
    first = 0
    for number, node in enumerate(nodes):
        end = node.end_mark.index
        if standing[first] < end:
            first = bisect_left(standing, node.start_mark.index, first)
            after = bisect_left(standing, end, first)
            if first < after:
                yield number, standing[first:after]
                first = after
            if first == len(standing):
                return


def _is_one(node: yaml.Node, reading: Reading) -> bool:
    """Whether a list with such an element is read whole: one bad element can make nothing of all."""
    if isinstance(reading, Record):
        return isinstance(node, yaml.MappingNode)
    return isinstance(node, yaml.ScalarNode) and not node.style and letters.is_id(node.value)


@cache
def _readings(item: type) -> dict[str, Reading]:
    """How each field of a class is read, by its key."""
    return {spec.key: spec.reads for spec in specs(item).values()}

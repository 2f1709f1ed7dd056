"""A list of a file and what it shall hold more, less or elsewhere in, the edits for it out."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from cjm.edit.change import Edit, Refused
from cjm.edit.field import FieldPlace, in_brackets, into_brackets, is_alone, located, margin, replaced, written_anew
from cjm.edit.layout import (
    column,
    end_above,
    first_on_its_line,
    newline_of,
    next_sign,
    shifted,
    with_comments,
)
from cjm.edit.proof import Becomes, Stretch, proved, unproved
from cjm.edit.render import YamlValue, as_read_back, behind_dash, in_flow
from cjm.edit.scalar import scalar
from cjm.edit.tree import Data, Node, Tree, parse_tree
from cjm.language.says import Says

_NOT_THERE = Says("{file}: в «{key}» нет записи {number}", "{file}: {key} has no entry {number}")
_INTO_ITSELF = Says("{file}: запись нельзя перенести в неё саму", "{file}: an entry cannot move into itself")
_COMMENT = Says(
    "{file}, строка {line}: при записи в скобках стоит комментарий. Перенесите её сами",
    "{file}, line {line}: a comment stands beside an entry in brackets. Move it by hand",
)
_COMMA = re.compile(r"[ \t]*,")


def insert(text: str, field: FieldPlace, value: YamlValue, at: int | None = None) -> tuple[Edit, ...]:
    """The edits that put `value` before the entry `at` of a list, at its end where that is None."""
    tree = parse_tree(field.holder.file, text)
    return proved(tree, *_put(tree, field, _New(value), at))


def remove(text: str, field: FieldPlace, index: int) -> tuple[Edit, ...]:
    """The edits that take an entry out of a list, with the comments above it."""
    tree = parse_tree(field.holder.file, text)
    return proved(tree, *_take(tree, field, index))


def move(
    sources: Mapping[str, str], field: FieldPlace, index: int, to: FieldPlace, at: int | None = None
) -> tuple[Edit, ...]:
    """The edits that take an entry, with its comments, out of one list and put it before the entry `at` of another.

    The other may be the same list, or one of another file; `at` counts before anything has moved.
    """
    here = parse_tree(field.holder.file, sources[field.holder.file])
    there = here if to.holder.file == here.file else parse_tree(to.holder.file, sources[to.holder.file])
    source, (holder, target) = _list(here, field), located(there, to)
    if source is target and at in (index, index + 1):
        return ()
    taken, less = _take(here, field, index)
    entry = _entry(source, index)
    entry_text = here.text[entry.start : entry.end]
    if there is here and entry.start <= holder.start < entry.end:
        raise Refused(_INTO_ITSELF, file=here.file)
    if source.flow and any("#" in here.text[start:end].replace(entry_text, "") for start, end, _ in taken):
        raise Refused(_COMMENT, file=here.file, line=here.text.count("\n", 0, entry.start) + 1)
    put, more = _put(there, to, _Moved(here, source, index), at)
    if there is not here:
        return (*proved(here, taken, less), *proved(there, put, more))
    if source is target:
        place = len(source.children) if at is None else at
        return proved(here, [*taken, *put], {source: lambda data: _reordered(data, index, place)})
    return proved(here, [*taken, *put], {**less, **more})


# Private functions


class _Element(Protocol):
    """What is put into a list."""

    @property
    def compact(self) -> bool:
        """Whether it is one word, for which brackets are enough."""

    def data(self) -> Data: ...
    def in_brackets(self) -> str: ...
    def behind_margin(self, inner: int, gap: int, newline: str) -> str: ...


@dataclass(frozen=True, slots=True)
class _New:
    value: YamlValue

    @property
    def compact(self) -> bool:
        return isinstance(self.value, str)

    def data(self) -> Data:
        return as_read_back(self.value)

    def in_brackets(self) -> str:
        return in_flow(self.value)

    def behind_margin(self, inner: int, gap: int, newline: str) -> str:
        return f"-{' ' * gap}{behind_dash(self.value, inner, gap, newline)}"


@dataclass(frozen=True, slots=True)
class _Moved:
    tree: Tree
    source: Node
    index: int

    @property
    def entry(self) -> Node:
        return _entry(self.source, self.index)

    @property
    def raw(self) -> str:
        return self.tree.text[self.entry.start : self.entry.end]

    @property
    def compact(self) -> bool:
        return self.source.flow or self.source.kind != "list" or (self.entry.kind == "scalar" and "\n" not in self.raw)

    def data(self) -> Data:
        return self.tree.data_of(self.entry)

    def in_brackets(self) -> str:
        entry = self.entry
        if entry.kind == "scalar" and not entry.tag and not entry.anchor:
            return scalar(entry.value, flow=True, like=entry.style.strip("|>"))
        if "\n" in self.raw and (not self.source.flow or "#" in self.raw):
            raise unproved(self.tree, entry.start)  # its lines and comments do not fit between brackets
        return self.raw

    def behind_margin(self, inner: int, gap: int, newline: str) -> str:
        text = self.tree.text
        if self.source.kind != "list" or self.source.flow:
            return f"-{' ' * gap}{self.raw}"
        dash = _dashes(self.tree, self.source)[self.index]
        start, end = _lines(self.tree, self.source, self.index)
        first = start if start == dash else start + column(text, dash)
        lines = text[first:end].replace("\r\n", "\n")
        return shifted(lines, inner - column(text, dash)).replace("\n", newline)


def _put(tree: Tree, field: FieldPlace, element: _Element, at: int | None) -> tuple[list[Stretch], Becomes]:
    """The stretches that put `element` into a list, and what the list becomes."""
    holder, node = located(tree, field)
    text, data = tree.text, element.data()
    if node is None:
        return written_anew(tree, holder, field, _only(tree, holder, element), [data])
    if node.nothing or (node.kind == "list" and not node.children):
        return replaced(tree, holder, node, _only(tree, holder, element)), {node: lambda _: [data]}
    if node.kind != "list":  # a single value counts as a list of one
        word, first = element.in_brackets(), at == 0
        brackets = (f"[{word}, ", "]") if first else ("[", f", {word}]")
        becomes: Becomes = {node: lambda had: [data, had] if first else [had, data]}
        return [(node.start, node.start, brackets[0]), (node.end, node.end, brackets[1])], becomes
    place = len(node.children) if at is None else at
    becomes = {node: lambda had: [*had[:place], data, *had[place:]]}
    if node.flow:
        spans = [(child.start, child.end) for child in node.children]
        return into_brackets(text, spans, place, text.index("[", node.start), element.in_brackets()), becomes
    return [_between_lines(tree, node, element, place)], becomes


def _only(tree: Tree, holder: Node, element: _Element) -> str:
    """What stands behind the key of a list that has but `element`."""
    if element.compact or in_brackets(tree, holder):
        return f"[{element.in_brackets()}]"
    newline, inner = newline_of(tree.text), margin(tree, holder) + _habit(tree, tree.root)
    return f"{newline}{' ' * inner}{element.behind_margin(inner, 1, newline)}"


def _habit(tree: Tree, node: Node | None) -> int:
    """How much further in than their keys the first list of the file has its dashes."""
    for key, value in node.pairs if node is not None else ():
        if value.kind == "list" and not value.flow and value.children:
            return column(tree.text, _dashes(tree, value)[0]) - column(tree.text, key.start)
    return 2


def _between_lines(tree: Tree, node: Node, element: _Element, at: int) -> Stretch:
    text, newline, dashes = tree.text, newline_of(tree.text), _dashes(tree, node)
    inner, first = column(text, dashes[0]), node.children[0]
    gap = text[dashes[0] + 1 : first.start]
    block = element.behind_margin(inner, len(gap) if gap.isspace() and not gap.strip(" ") else 1, newline)
    apart = ""
    if len(dashes) > 1:  # as far apart as its neighbours
        _, above = _lines(tree, node, max(at, 2) - 2)
        below, _ = _lines(tree, node, max(at, 2) - 1)
        apart = newline * (text.count("\n", above, below) - 1)
    if at:
        _, end = _lines(tree, node, at - 1)
        return end, end, newline + apart + " " * inner + block
    start, _ = _lines(tree, node, 0)
    if start == dashes[0]:
        return start, start, block + newline + apart + " " * inner
    return start, start, " " * inner + block + newline + apart


def _take(tree: Tree, field: FieldPlace, index: int) -> tuple[list[Stretch], Becomes]:
    """The stretches that take an entry out, and what its list becomes."""
    node = _list(tree, field)
    if not 0 <= index < (len(node.children) if node.kind == "list" else 1):
        raise Refused(_NOT_THERE, file=tree.file, key=field.key, number=index + 1)
    if node.kind != "list":
        return [(node.start, node.end, "[]")], {node: lambda _: []}
    becomes: Becomes = {node: lambda had: had[:index] + had[index + 1 :]}
    return ([_out_of_brackets(tree, node, index)] if node.flow else _out_of_lines(tree, node, index)), becomes


def _out_of_brackets(tree: Tree, node: Node, index: int) -> Stretch:
    text, entries = tree.text, node.children
    start, end = entries[index].start, entries[index].end
    if is_alone(text, start, end):
        first, last = with_comments(text, start, end, node.start + 1)
        return first, last + len(newline_of(text)), ""
    if index + 1 < len(entries):
        return start, entries[index + 1].start, ""
    if index and "#" not in text[entries[index - 1].end : start]:
        return entries[index - 1].end, end, ""
    comma = _COMMA.match(text, end)
    return start, comma.end() if comma else end, ""


def _out_of_lines(tree: Tree, node: Node, index: int) -> list[Stretch]:
    text, dashes = tree.text, _dashes(tree, node)
    start, end = _lines(tree, node, index)
    inline = start == dashes[index]
    if len(dashes) == 1:
        if inline:
            return [(start, node.end, "[]")]
        key = next(key.end for around in tree.around(node) for key, value in around.pairs if value is node)
        key = text.index(":", key) + 1
        above = end_above(text, start, key)
        return [(key, end, " []")] if key == above else [(key, key, " []"), (above, end, "")]
    if index:
        return [(end_above(text, start, node.children[index - 1].end), end, "")]
    below = dashes[1] if inline else _lines(tree, node, 1)[0]
    if inline and "#" in text[node.children[0].end : below]:
        raise unproved(tree, start)
    return [(start, below, "")]


def _list(tree: Tree, field: FieldPlace) -> Node:
    """What a field has: a list, or a single value that counts as one."""
    _, node = located(tree, field)
    if node is None or node.nothing or node.tag:
        raise Refused(_NOT_THERE, file=tree.file, key=field.key, number=1)
    return node


def _entry(source: Node, index: int) -> Node:
    return source.children[index] if source.kind == "list" else source


def _dashes(tree: Tree, node: Node) -> list[int]:
    """Where the dash of each entry stands."""
    found, at = [], node.start
    for child in node.children:
        found.append(next_sign(tree.text, at))
        at = child.end
    return found


def _lines(tree: Tree, node: Node, index: int) -> tuple[int, int]:
    """The lines of an entry with its comments; from its dash where something stands before that."""
    text, dash, end = tree.text, _dashes(tree, node)[index], node.children[index].end
    floor = node.children[index - 1].end if index else 0
    start, last = with_comments(text, dash, end, floor)
    return (start if first_on_its_line(text, dash) else dash), last


def _reordered(data: Data, index: int, at: int) -> Data:
    rest = data[:index] + data[index + 1 :]
    place = at - 1 if at > index else at
    return [*rest[:place], data[index], *rest[place:]]

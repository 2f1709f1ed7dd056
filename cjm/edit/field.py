"""A thing of a file, one of its fields and a value in, the edits that write the value there out."""

import re
from dataclasses import dataclass

from cjm.edit.change import Edit, Refused
from cjm.edit.layout import column, first_on_its_line, line_end, newline_of, with_comments
from cjm.edit.proof import Becomes, Stretch, proved, unproved
from cjm.edit.scalar import scalar
from cjm.edit.tree import Data, Node, Tree, parse_tree
from cjm.language.says import Says
from cjm.model import Place, Written
from cjm.model.fields import specs

_SHORT = Says(
    "{file}, строка {line}: здесь стоит одно значение. Запишите его полями, тогда программа добавит «{key}»",
    "{file}, line {line}: a bare value stands here. Write it with fields, and the program can add {key}",
)
_HEADER = re.compile(r"[|>][-+0-9]*")
_ALONE = re.compile(r"[ \t]*(,?)[ \t]*(?:#[^\r\n]*)?(?=\r?\n)")


@dataclass(frozen=True, slots=True)
class FieldPlace:
    """A field: the place of the thing that has it, and its key.

    `behind` are the keys that stand before it where it is written anew; None puts it at the end.
    """

    holder: Place
    key: str
    behind: tuple[str, ...] | None = None

    @classmethod
    def of(cls, item: Written, key: str) -> "FieldPlace":
        """The field `key` of a thing of the model, in the order in which the model declares its fields."""
        keys = [spec.key for spec in specs(type(item)).values()]
        return cls(item.at(), key, tuple(keys[: keys.index(key)]))

    @classmethod
    def of_file(cls, file: str, key: str) -> "FieldPlace":
        """The list that a shared file, such as that of the roles, has under `key`."""
        return cls(Place(file, 1, 1), key)


def set_field(text: str, field: FieldPlace, value: str) -> tuple[Edit, ...]:
    """The edits of `text`, the whole file, after which the field reads `value`; what stands there keeps its style."""
    tree = parse_tree(field.holder.file, text)
    holder, node = located(tree, field)
    if node is not None and node.style in ("|", ">") and node.value.endswith("\n") and not value.endswith("\n"):
        value += "\n"  # the line end of a block is the file's habit, not the author's word
    style = node.style if node is not None else ""
    written = scalar(
        value, flow=in_brackets(tree, holder), indent=margin(tree, holder), like=style, newline=newline_of(text)
    )
    if node is None:
        return proved(tree, *written_anew(tree, holder, field, written, value))
    return proved(tree, replaced(tree, holder, node, written), {node: lambda _: value})


def drop_field(text: str, field: FieldPlace) -> tuple[Edit, ...]:
    """The edits that take a field, with its key and the comments above it, out of the map that has it."""
    tree = parse_tree(field.holder.file, text)
    holder, node = located(tree, field)
    if node is None:
        return ()
    pairs = holder.pairs
    number = next(at for at, (_, one) in enumerate(pairs) if one is node)
    start, end = pairs[number][0].start, node.end
    if in_brackets(tree, holder) and number + 1 == len(pairs):
        start = pairs[number - 1][1].end if number else start
    elif in_brackets(tree, holder) or not first_on_its_line(text, start):
        end = pairs[number + 1][0].start if number + 1 < len(pairs) else end
        if "#" in text[node.end : end]:
            raise unproved(tree, start)
    else:
        start, end = with_comments(text, start, end, holder.start if number else 0)
        end = min(end + len(newline_of(text)), len(text))
    return proved(tree, [(start, end, "")], {holder: lambda had: had[:number] + had[number + 1 :]})


def located(tree: Tree, field: FieldPlace) -> tuple[Node, Node | None]:
    """The map that has the field, and what it has there."""
    holder = tree.root if field.holder == Place(tree.file, 1, 1) else tree.map_at(field.holder.start)
    if holder is None or holder.kind != "map":
        raise Refused(_SHORT, file=tree.file, line=field.holder.line, key=field.key)
    return holder, holder.field(field.key)


def in_brackets(tree: Tree, node: Node) -> bool:
    """Whether what stands inside `node` stands in brackets."""
    return node.flow or any(around.flow for around in tree.around(node))


def margin(tree: Tree, holder: Node) -> int:
    """How far in the keys of a map stand."""
    return column(tree.text, holder.children[0].start) if holder.children else 0


def replaced(tree: Tree, holder: Node, node: Node, written: str) -> list[Stretch]:
    """The stretches that put `written` in the place of what a field has; a comment behind it stays on its line."""
    text, newline = tree.text, newline_of(tree.text)
    head, line, body = written.partition(newline)
    rest = _at_end(text, node.end, line + body)
    if node.style in ("|", ">") and (header := _HEADER.match(text, node.start)):
        return [(node.start, header.end(), head), (line_end(text, node.start), node.end, rest)]
    start = node.start
    if not head:
        start = len(text[:start].rstrip(" \t"))
    elif node.start == node.end and text[start - 1] == ":":
        head = f" {head}"
    end = line_end(text, node.end)
    return [(start, node.end, head + rest)] if end == node.end else [(start, node.end, head), (end, end, rest)]


def written_anew(
    tree: Tree, holder: Node, field: FieldPlace, written: str, data: Data
) -> tuple[list[Stretch], Becomes]:
    """The stretches that write a field that is not there, and what that makes of the map that gets it."""
    text, newline, pairs = tree.text, newline_of(tree.text), holder.pairs
    keys = [key.value for key, _ in pairs]
    behind = keys if field.behind is None else field.behind
    number = max((at for at, key in enumerate(keys, start=1) if key in behind), default=0)
    becomes: Becomes = {holder: lambda had: (*had[:number], (field.key, data), *had[number:])}
    line = f"{field.key}:{'' if written.startswith(newline) else ' '}{written}"
    if in_brackets(tree, holder):
        spans = [(key.start, one.end) for key, one in pairs]
        return into_brackets(text, spans, number, text.index("{", holder.start), line), becomes
    turn = newline + " " * margin(tree, holder)
    if not number:
        start = pairs[0][0].start
        return [(start, start, line + turn)], becomes
    key, one = pairs[number - 1]
    _, end = with_comments(text, key.start, one.end, key.start)
    return [(end, end, turn + (_at_end(text, end, line) if newline in written else line))], becomes


def into_brackets(text: str, spans: list[tuple[int, int]], at: int, opening: int, written: str) -> list[Stretch]:
    """The stretches that put `written` before the element `at` of what stands in brackets from `opening` on."""
    newline = newline_of(text)
    if not spans:
        return [(opening + 1, opening + 1, written)]
    if at == 0:
        start = spans[0][0]
        behind = newline + " " * column(text, start) if is_alone(text, *spans[0]) else " "
        return [(start, start, f"{written},{behind}")]
    start, end = spans[at - 1]
    if not (first_on_its_line(text, start) and (after := _ALONE.match(text, end))):
        return [(end, end, f", {written}")]
    line = newline + " " * column(text, start) + written
    if after[1]:
        return [(after.end(), after.end(), line + ",")]
    return [(end, end, "," + line)] if after.end() == end else [(end, end, ","), (after.end(), after.end(), line)]


def is_alone(text: str, start: int, end: int) -> bool:
    """Whether an element of brackets has its line for itself."""
    return first_on_its_line(text, start) and _ALONE.match(text, end) is not None


# Private functions


def _at_end(text: str, at: int, body: str) -> str:
    """A block that becomes the end of a file ends with a line end."""
    return body + newline_of(text) if body and line_end(text, at) == len(text) else body

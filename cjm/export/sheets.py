"""A Handbook in, its things as sheets of rows out: what people edit in Excel, each cell as its author wrote the field.

A cell that a table cannot hold as it was written (a fork with conditions, an alias) is fixed: it is shown and never read back.
"""

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from cjm.coverage import COLUMNS, coverage
from cjm.edit import Refused
from cjm.edit.tree import Node, Tree, parse_tree
from cjm.export.matrix import COVERAGE_HEADS, covered_word
from cjm.language.says import Language, Says
from cjm.model import Handbook, Item, Section, Written
from cjm.model.digest import exact_digest
from cjm.model.fields import (
    Address,
    Day,
    Many,
    OneOf,
    Reading,
    Record,
    Ref,
    Shaped,
    Spec,
    Text,
    Wait,
    Whole,
    Yes,
    specs,
)
from cjm.model.registry import KINDS, known_as
from cjm.model.section import Variant
from cjm.model.shared import SHARED
from cjm.view.scope import WHOLE, Cut, chapters, journeys

LONGEST = 32_000  # characters: Excel cuts a cell off at 32,767
VARIANT = "variant"  # the sheet of the words of scripts, which are no kind of their own

_TITLES = {
    "touchpoint": Says("Точки касания", "Touchpoints"),
    "section": Says("Разделы", "Sections"),
    "step": Says("Шаги", "Steps"),
    VARIANT: Says("Скрипты", "Scripts"),
    "conflict": Says("Конфликты", "Conflicts"),
    "question": Says("Вопросы", "Questions"),
    "detail": Says("Справка", "Reference"),
}
_ONE_CELL = (Text, Ref, Wait, Day, Shaped, Whole, Yes, Address, OneOf)
_LEFT_OUT = ("was",)  # names from before are the program's matter


@dataclass(frozen=True, slots=True)
class SheetCell:
    """A field as a cell holds it; a list has a line for each entry."""

    text: str
    fixed: bool = False


@dataclass(frozen=True)
class SheetRow:
    """One thing: the name by which it is found again, where it stands, its cells, and what is only shown beside them."""

    name: str
    where: str
    item: Written
    cells: tuple[SheetCell, ...]
    beside: tuple[str, ...] = ()

    @cached_property
    def digest(self) -> str:
        """The same for the same cells; behind the stop of those that are only shown."""
        return f"{exact_digest([one.text for one in self.cells])[:16]}.{digest_of_shown((self.where, *self.beside))}"


@dataclass(frozen=True, slots=True)
class EditSheet:
    """All things of a kind that somebody may want to edit."""

    kind: str
    title: Says
    columns: tuple[Spec, ...]
    rows: tuple[SheetRow, ...]
    home: Says  # what kind of thing a row stands in
    beside: tuple[Says, ...] = ()  # the columns that are only shown


def edit_sheets(handbook: Handbook, cut: Cut = WHOLE, of: Collection[str] = ()) -> tuple[EditSheet, ...]:
    """The sheets that have rows, `of` these kinds or all, in the order in which one works: journeys, sections, what they share."""
    trees = _Trees(handbook)
    sections = {one.id for chapter in chapters(cut, handbook) for one in chapter.sections}
    wanted = sections | {f"journey:{one.id}" for one in journeys(cut, handbook)} if cut != WHOLE else None
    made = []
    for kind in (*_TITLES, *(one.name for one in SHARED if cut == WHOLE)):
        if of and kind not in of:
            continue
        columns = sheet_columns(kind)
        rows = tuple(_rows(kind, columns, _written(kind, handbook, wanted), trees))
        if rows:
            declared = KINDS.get(kind)
            heads, told = _beside(kind, rows, handbook)
            rows = tuple(replace(row, beside=beside) for row, beside in zip(rows, told, strict=True))
            title = _TITLES.get(kind) or (declared and (declared.title if declared.title.en else declared.holds))
            made.append(EditSheet(kind, title or Says(kind, kind), columns, rows, stands_in(kind), heads))
    return tuple(made)


def sheet_columns(kind: str) -> tuple[Spec, ...]:
    """The fields of a kind that a cell can hold."""
    item = Variant if kind == VARIANT else KINDS[kind].item if kind in KINDS else None
    return tuple(one for one in specs(item).values() if one.key not in _LEFT_OUT and _fits(one.reads)) if item else ()


def shown_heads(kind: str) -> tuple[Says, ...]:
    """What stands above the columns of a kind that are only shown."""
    return _SHOWN[kind][0] if kind in _SHOWN else ()


def stands_in(kind: str) -> Says:
    """In what a thing of the kind stands."""
    return _capital(KINDS["journey" if kind == "touchpoint" else "section"].says)


def column_head(kind: str, spec: Spec) -> Says:
    """What stands above a column: of the one by which people know the thing its kind."""
    declared = KINDS.get(kind)
    known = declared is not None and specs(declared.item)[declared.known_by].key == spec.key
    return _capital(declared.says) if declared is not None and known else spec.label


def tidy(text: str) -> str:
    """The text of a cell without what programs change in passing: line ends, blanks at the end of lines."""
    return "\n".join(line.rstrip() for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")).strip("\n")


def digest_of_shown(texts: Sequence[str]) -> str:
    """The same for cells that say the same, whatever a program made of their blanks."""
    return exact_digest([" ".join(one.split()) for one in texts])[:8]


# Private functions


def _capital(says: Says) -> Says:
    return Says(says.ru[:1].upper() + says.ru[1:], says.en[:1].upper() + says.en[1:])


_STAGE = Says("Этап", "Stage")
_RIGHT, _WRONG, _BECAUSE = (
    Says("Верный ответ", "Right answer"),
    Says("Неверный ответ", "Wrong answer"),
    Says("Почему", "Because"),
)
_COVERED = COLUMNS[1:4]
Beside = tuple[tuple[Says, ...], list[tuple[str, ...]]]


def _of_touchpoints(rows: Sequence[SheetRow], handbook: Handbook) -> Beside:
    """The stage, and what else each has: a script, an answer, a question."""
    language: Language = handbook.outline.language
    stages = {
        id(one): stage.title for journey in handbook.journeys for stage in journey.stages for one in stage.touchpoints
    }
    known = {id(one.touchpoint): one for one in coverage(handbook, dt.date.min)}
    told = [
        (stages[id(row.item)], *(covered_word(one, language) for one in known[id(row.item)].covered[1:4]))
        for row in rows
    ]
    return (_STAGE, *(COVERAGE_HEADS[one] for one in _COVERED)), told


def _of_questions(rows: Sequence[SheetRow], handbook: Handbook) -> Beside:
    """The options: the right ones, each of the wrong ones, and why."""
    read = [row.item.options for row in rows]  # type: ignore[attr-defined]
    wrong = [[one.text for one in options if not one.right] for options in read]
    most = max(map(len, wrong), default=0)
    told = []
    for options, others in zip(read, wrong, strict=True):
        right = [one for one in options if one.right]
        because = "\n".join(one.because for one in right if one.because)
        told.append(("\n".join(one.text for one in right), because, *others, *[""] * (most - len(others))))
    return (_RIGHT, _BECAUSE, *[_WRONG] * most), told


_SHOWN: Mapping[str, tuple[tuple[Says, ...], Callable[[Sequence[SheetRow], Handbook], Beside]]] = {
    "touchpoint": ((_STAGE, *(COVERAGE_HEADS[one] for one in _COVERED)), _of_touchpoints),
    "question": ((_RIGHT, _BECAUSE, _WRONG), _of_questions),
}


def _beside(kind: str, rows: Sequence[SheetRow], handbook: Handbook) -> Beside:
    return _SHOWN[kind][1](rows, handbook) if kind in _SHOWN else ((), [()] * len(rows))


def _fits(reads: Reading) -> bool:
    if isinstance(reads, Many):
        return isinstance(reads.of, Text | Ref | OneOf) or (isinstance(reads.of, Record) and bool(reads.of.short))
    return isinstance(reads, _ONE_CELL)


def _written(kind: str, handbook: Handbook, wanted: set[str] | None) -> Iterator[tuple[Item, str, str, Written]]:
    """The home of each thing, where it stands in words, its id, and the thing."""
    for home, one in handbook.written("script" if kind == VARIANT else kind):
        name = home.id if isinstance(home, Section) else f"journey:{home.id}"  # type: ignore[attr-defined]
        if wanted is not None and name not in wanted:
            continue
        where = "" if home is one else known_as(home)
        if kind == VARIANT:
            for number, variant in enumerate(one.variants):  # type: ignore[attr-defined]
                yield home, f"{where} · {known_as(one)}", f"{one.id}/{number}", variant  # type: ignore[attr-defined]
        else:
            yield home, where, one.id, one  # type: ignore[attr-defined]


def _rows(
    kind: str, columns: tuple[Spec, ...], things: Iterable[tuple[Item, str, str, Written]], trees: "_Trees"
) -> Iterator[SheetRow]:
    seen: set[str] = set()
    for home, where, id, item in things:
        cells = tuple(trees.cells(item, columns))
        if not id:  # a step without an id is known by what it says
            id = "~" + exact_digest([one.text for one in cells])[:12]
        name = f"{kind}:{home.id}/{id}" if where else f"{kind}:{id}"  # type: ignore[attr-defined]
        while name in seen:
            name += "~"
        seen.add(name)
        yield SheetRow(name, where, item, cells)


class _Trees:
    """The files as they are written, each read once."""

    def __init__(self, handbook: Handbook) -> None:
        self.handbook = handbook
        self.known: dict[str, tuple[Tree, dict[int, Node]] | None] = {}

    def cells(self, item: Written, columns: tuple[Spec, ...]) -> Iterator[SheetCell]:
        read = self._read(item.source.file)
        node = read[1].get(item.at().start) if read else None
        for spec in columns:
            there = node.field(spec.key) if node else None
            if read is None or node is None:  # one value stands for the whole
                bare = getattr(item, spec.key, "")
                yield SheetCell(tidy(bare) if isinstance(bare, str) else "", fixed=True)
            elif there is None or there.nothing:
                yield SheetCell("")
            else:
                yield _cell(there, read[0], many=isinstance(spec.reads, Many))

    def _read(self, file: str) -> tuple[Tree, dict[int, Node]] | None:
        if file not in self.known:
            try:
                tree = parse_tree(file, self.handbook.sources.get(file, ""))
                self.known[file] = tree, dict(_maps(tree.root))
            except Refused:
                self.known[file] = None
        return self.known[file]


def _maps(node: Node | None) -> Iterator[tuple[int, Node]]:
    if node is not None:
        for child in node.children:
            yield from _maps(child)
        if node.kind == "map":
            yield node.start, node


def _cell(node: Node, tree: Tree, *, many: bool) -> SheetCell:
    if node.kind == "scalar" and not node.tag:
        text = tidy(node.value)
        return SheetCell(text[:LONGEST], fixed=len(text) > LONGEST or (many and "\n" in text))
    if many and node.kind == "list" and not node.tag:
        plain = [one.value.strip() for one in node.children if one.kind == "scalar" and not one.tag and one.value]
        if len(plain) == len(node.children) and not any("\n" in one for one in plain):
            text = "\n".join(plain)
            return SheetCell(text[:LONGEST], fixed=len(text) > LONGEST)
    return SheetCell(_told(tree.data_of(node))[:LONGEST], fixed=True)


def _told(data: object) -> str:
    """What stands there in words, for whoever only reads it."""
    if isinstance(data, list):
        return "\n".join(map(_told, data))
    if isinstance(data, tuple):
        return ", ".join(f"{key}: {_told(one)}" for key, one in data)
    return "" if data is None else str(data)

"""The files of a handbook and a workbook that `cjm export xlsx` made in, the files with the cells that somebody changed out.

Three-way: what the workbook was made from, what the handbook says now, what the cell says. A cell that nobody touched moves
nothing; where both have changed, both stay as they are and are told.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from cjm.edit import Changed, FieldPlace, Refused, YamlValue, changed, drop_field, insert, remove, set_field
from cjm.edit.field import located
from cjm.edit.tree import parse_tree
from cjm.export.forms.xlsx import KEPT
from cjm.export.returned import CSV_PAGE, LeftCell, Returned, ReturnedPage, returned, typed_into
from cjm.export.sheets import VARIANT, EditSheet, SheetRow, edit_sheets, tidy
from cjm.language import letters
from cjm.language.says import Says
from cjm.load import Files, Reader
from cjm.model import Handbook, Item
from cjm.model.fields import Day, Many, Name, OneOf, Ref, Spec, element, specs
from cjm.model.registry import KINDS, known_as
from cjm.repair.answers import question_place
from cjm.repair.brought import BroughtBack, FieldWish, NotBrought
from cjm.repair.faults import new_faults
from cjm.repair.mend import decoded, encoded
from cjm.tables import Rejected

_ANOTHER = Says(
    "книга сделана из другого гайдлайна: «{was}», а здесь «{here}». Откройте папку того гайдлайна или сделайте книгу здесь: cjm export xlsx",
    'the workbook was made from another handbook: "{was}", and this one is "{here}". Go to that folder, or make one here: cjm export xlsx',
)
_FORMULA = Says("в ячейке формула; вставьте её значение", "the cell holds a formula; paste its value instead")
_FIXED = Says("эта ячейка серая: её правят в файле", "this cell is grey: it is edited in the file")
_GONE = Says("в гайдлайне этого больше нет", "the handbook has this no longer")
_OTHER_SHEET = Says(
    "эта строка с другого листа: здесь из неё ничего не взято, правьте её там",
    "this row is of another sheet: nothing of it was taken here, edit it there",
)
_TWICE = Says("такая строка в книге уже есть", "the workbook has this row already")
_UNKNOWN_BEFORE = Says(
    "строка в гайдлайне с тех пор другая, а из книги пропал лист «{sheet}» с прежними значениями. Выгрузите книгу заново",
    'the handbook has changed here, and the sheet "{sheet}" with the earlier values is gone. Export the workbook again',
)
_CSV_FORGETS = Says(
    "строка в гайдлайне с тех пор другая, а прежних значений CSV не помнит. Выгрузите заново или правьте в книге Excel: она помнит",
    "the handbook has changed here, and a CSV file does not remember the earlier values. Export again, or use the Excel workbook: it does",
)
_SHOWN_ONLY = Says(
    "столбец справа только показан: такое правят в файле",
    "a column on the right is only shown: that is edited in the file",
)
_MERGED = Says(
    "ячейку объединили с соседней, и её слова пропали; разъедините",
    "the cell was merged with its neighbour, and its words are gone; unmerge it",
)
_BY_NEW = Says("новую запись этого вида добавит cjm new", "cjm new adds a new thing of this kind")
_NO_TITLE = Says("в новой строке пусто поле «{label}»", 'the new row has nothing under "{label}"')
_TAKEN = Says("имя «{id}» уже занято", 'the id "{id}" is taken')
_NOWHERE = Says("поставьте новую строку под той, за которой она идёт", "put the new row below the one that it follows")
_COLUMN = Says("столбец «{key}» не из гайдлайна", 'the column "{key}" is none of the handbook')


def brought_back(files: Files, raw: bytes) -> BroughtBack:
    """The cells that somebody changed, in their fields. Raises Rejected; nothing else of the files moves."""
    book = returned(raw)
    reader, now = Reader(), dict(files)
    handbook = reader.load(now)
    if book.of and book.of != handbook.outline.id:  # ids that two handbooks share would be taken for the same thing
        raise Rejected(_ANOTHER, was=book.of, here=handbook.outline.id)
    there = edit_sheets(handbook, of={page.kind for page in book.pages} or {KEPT})
    rows = {row.name: (sheet, row) for sheet in there for row in sheet.rows}
    wishes, new, conflicts, left = _compared(book, {one.kind: one for one in there}, rows)
    moved: list[FieldWish] = []

    def tried(file: str, text: str, wish: str, page: "ReturnedPage", row: int) -> bool:
        nonlocal handbook, now
        after = {**now, file: encoded(text, now[file])}
        read = reader.load(after)
        why = next(new_faults(handbook, read), None)
        if why is not None:
            left.append(NotBrought(page.title, row, wish, why))
            return False
        handbook, now = read, after
        return True

    pages = {page.title: page for page in book.pages}
    # From the end of each file to its start, so that what was written moves nothing that is still to be found.
    for one in sorted(wishes, key=lambda one: rows[one.name][1].item.at().start, reverse=True):
        sheet, row = rows[one.name]
        spec = next(spec for spec in sheet.columns if spec.key == one.key)
        file = row.item.source.file
        try:
            text = _with_cell(decoded(now[file]), row, spec, _meant(one.wanted, spec, handbook))
        except Refused as refused:
            left.append(NotBrought(one.sheet, one.row, f"{one.name}.{one.key}", refused.says))
            continue
        if tried(file, text, f"{one.name}.{one.key}", pages[one.sheet], one.row):
            moved.append(one)
    added = []
    for fresh in new:
        try:
            made = _with_row(fresh, handbook, now)
        except Refused as refused:
            left.append(NotBrought(fresh.page.title, fresh.number, fresh.page.kind, refused.says))
            continue
        name, file, text = made
        if tried(file, text, name, fresh.page, fresh.number):
            added.append(name)
    seen = {name for page in book.pages for _, name, _ in page.rows}
    missing = tuple(dict.fromkeys(name for _, name, _ in book.kept if name in rows and name not in seen))
    made_files = (Changed(file, raw, now[file]) for file, raw in files.items() if raw != now[file])  # type: ignore[arg-type]
    order = {id(one): number for number, one in enumerate(wishes)}
    return BroughtBack(
        tuple(made_files), tuple(sorted(moved, key=lambda one: order[id(one)])), tuple(conflicts), tuple(added), missing,
        tuple(sorted(left, key=lambda one: (one.sheet, one.row))),
    )  # fmt: skip


# Private functions


@dataclass(frozen=True, slots=True)
class _NewRow:
    page: ReturnedPage
    number: int
    cells: Mapping[str, LeftCell]
    behind: str  # the name of the row above


def _compared(
    book: Returned, there: Mapping[str, EditSheet], rows: Mapping[str, tuple[EditSheet, SheetRow]]
) -> tuple[list[FieldWish], list[_NewRow], list[FieldWish], list[NotBrought]]:
    """What moves, what is new, what both sides changed, and what is told."""
    wishes: list[FieldWish] = []
    new: list[_NewRow] = []
    conflicts: list[FieldWish] = []
    left: list[NotBrought] = []
    once: dict[tuple[str, str], FieldWish] = {}
    for page in book.pages:
        seen: set[str] = set()
        above = ""
        for number, name, cells in page.rows:
            if not name:
                new.append(_NewRow(page, number, cells, above))
                continue
            if name in seen:
                if any(not cell.says(book.kept.get((page.kind, name, key), "")) for key, cell in cells.items() if key):
                    left.append(NotBrought(page.title, number, name, _TWICE))
                continue
            seen.add(name)
            above = name
            sheet, row = rows.get(name, (None, None))
            if sheet is None or row is None or sheet.kind != page.kind:
                kept = [
                    (key, text) for (kind, one, key), text in book.kept.items() if one == name and kind == page.kind
                ]
                lost = not book.has_kept or any(key in cells and not cells[key].says(text) for key, text in kept)
                if sheet is not None or lost:
                    left.append(NotBrought(page.title, number, name, _GONE if sheet is None else _OTHER_SHEET))
                continue
            same = row.digest.partition(".")[0] == page.digests.get(name, "").partition(".")[0]
            if name in page.retyped:
                left.append(NotBrought(page.title, number, name, _SHOWN_ONLY))
            for spec, cell in zip(sheet.columns, row.cells, strict=True):
                if spec.key not in cells:
                    continue
                wanted, what = cells[spec.key], f"{name}.{spec.key}"
                now = tidy(cell.text)
                if wanted.merged:
                    if now:
                        left.append(NotBrought(page.title, number, what, _MERGED))
                    continue
                if wanted.says(now) and not wanted.formula:
                    continue
                before = book.kept.get((page.kind, name, spec.key), "") if book.has_kept else now if same else None
                if before is None:
                    left.append(
                        NotBrought(
                            page.title,
                            number,
                            what,
                            _CSV_FORGETS if page.title == CSV_PAGE else _UNKNOWN_BEFORE.filled(sheet=KEPT),
                        )
                    )
                elif cell.fixed:
                    if wanted.formula or not wanted.says(now):
                        left.append(NotBrought(page.title, number, what, _FIXED))
                elif wanted.formula:
                    left.append(NotBrought(page.title, number, what, _FORMULA))
                elif not wanted.says(before):
                    wish = FieldWish(name, spec.key, before, now, typed_into(wanted), number, page.title)
                    said = once.setdefault((name, spec.key), wish)  # perhaps on another sheet of the same kind
                    if said is wish:
                        (wishes if now == before else conflicts).append(wish)
                    elif said.wanted != wish.wanted:
                        left.append(NotBrought(page.title, number, what, _TWICE))
    return wishes, new, conflicts, left


def _meant(text: str, spec: Spec, handbook: Handbook) -> str:
    """The text in the words of the files: a title where an id is asked for, a word as readers are told it, a day as ISO."""
    reads = element(spec.reads)
    if isinstance(reads, Day):
        return re.sub(r"^(\d{1,2})\.(\d{1,2})\.(\d{4})$", lambda day: f"{day[3]}-{day[2]:0>2}-{day[1]:0>2}", text)
    return (
        "\n".join(_word(line.strip(), reads, handbook) for line in text.split("\n"))
        if isinstance(reads, Ref | OneOf)
        else text
    )


def _word(text: str, reads: Ref | OneOf, handbook: Handbook) -> str:
    if isinstance(reads, OneOf):
        told = {
            say.casefold(): word
            for word, both in zip(reads.words, reads.says, strict=False)
            for say in (both.ru, both.en)
        }
        return told.get(text.casefold(), text)
    if not text or any(handbook.find(kind, text) for kind in reads.kinds):
        return text
    named = [
        one.id if kind == reads.kinds[0] else f"{kind}:{one.id}"  # type: ignore[attr-defined]
        for kind in reads.kinds
        for one in handbook.things(kind)
        if known_as(one).casefold() == text.casefold()
    ]
    return named[0] if len(named) == 1 else text


def _with_cell(text: str, row: SheetRow, spec: Spec, wanted: str) -> str:
    """The text of the file with the field as the cell says it."""
    item = row.item
    if isinstance(item, Item) and wanted and spec.key in dict(item.open):
        text = changed(text, drop_field(text, question_place(text, item, spec.key)))
    place = FieldPlace.of(item, spec.key)
    if not wanted:
        return changed(text, drop_field(text, place))
    if not isinstance(spec.reads, Many):
        return changed(text, set_field(text, place, wanted))
    lines = [line.strip() for line in wanted.split("\n") if line.strip()]
    _, node = located(parse_tree(place.holder.file, text), place)
    if node is not None and node.kind == "list":
        return _with_lines(text, place, [one.value.strip() for one in node.children], lines)
    if len(lines) == 1:
        return changed(text, set_field(text, place, lines[0]))
    if node is not None:
        text = changed(text, set_field(text, place, lines.pop(0)))
    for line in lines:
        text = changed(text, insert(text, place, line))
    return text


def _with_lines(text: str, place: FieldPlace, had: list[str], lines: list[str]) -> str:
    """A list with other entries; those that stay keep their layout and comments."""
    for tag, start, end, first, last in reversed(SequenceMatcher(None, had, lines, autojunk=False).get_opcodes()):
        if tag == "equal":
            continue
        for number, line in enumerate(lines[first:last]):
            at = end + number
            text = changed(text, insert(text, place, line, at if at < len(had) + number else None))
        for number in reversed(range(start, end)):
            text = changed(text, remove(text, place, number))
    return text


def _with_row(row: _NewRow, handbook: Handbook, now: Files) -> tuple[str, str, str]:
    """The name of the new thing, its file, and the text of this with it."""
    kind = KINDS.get(row.page.kind)
    if kind is None or row.page.kind == VARIANT or "*" in kind.file:
        raise Refused(_BY_NEW)
    declared = specs(kind.item)
    known_by = declared[kind.known_by]
    title = tidy(row.cells[known_by.key].text) if known_by.key in row.cells else ""
    if not title:
        raise Refused(_NO_TITLE, label=known_by.label)
    formulas = [key for key, cell in row.cells.items() if cell.formula]
    if formulas:
        raise Refused(_FORMULA)
    id = letters.as_id(" ".join(title.split()[:5]))
    value: dict[str, YamlValue] = {}
    for spec in declared.values():
        if isinstance(spec.reads, Name):
            value[spec.key] = id
        elif spec.key in row.cells and (text := _meant(typed_into(row.cells[spec.key]), spec, handbook)):
            lines = [line.strip() for line in text.split("\n") if line.strip()]
            value[spec.key] = lines if isinstance(spec.reads, Many) and len(lines) > 1 else text
    like = {one.name: one for sheet in edit_sheets(handbook, of=(row.page.kind,)) for one in sheet.rows}
    above = like.get(row.behind)
    if kind.key:
        holder, field_place, ids = None, FieldPlace.of_file(kind.file, kind.key), list(handbook.things(kind.name))
    else:
        holder = next(
            (one for one in handbook.things(kind.inside) if above and above.item in getattr(one, kind.attribute)), None
        )
        if holder is None:
            raise Refused(_NOWHERE)
        field_place = FieldPlace.of(holder, specs(type(holder))[kind.attribute].key)
        ids = list(getattr(holder, kind.attribute))
    taken = ids if kind.local or holder is None else list(handbook.things(kind.name))
    if any(getattr(one, "id", "") == id for one in taken):
        raise Refused(_TAKEN, id=id)
    at = ids.index(above.item) + 1 if above is not None and above.item in ids else len(ids)
    file = field_place.holder.file
    if file not in now:
        raise Refused(_BY_NEW)
    text = decoded(now[file])
    text = changed(text, insert(text, field_place, value, at if at < len(ids) else None))
    return f"{kind.name}:{id}", file, text

"""The rows of the coverage matrix in, the same as a table for the terminal, CSV, JSON or a workbook out."""

import csv
import datetime as dt
import io
import json
from collections.abc import Iterator, Sequence
from typing import Any

from cjm.coverage import COLUMNS, Row, percent
from cjm.language.cells import cells
from cjm.language.numerals import counted
from cjm.language.says import Language, Says
from cjm.model import Handbook
from cjm.ooxml import settled
from cjm.view.labels import LABELS
from cjm.wording import label

COVERAGE_HEADS = {
    "touchpoint": Says("Точка касания", "Touchpoint"),
    "journey": Says("Путь", "Journey"),
    "standard": Says("Стандарт", "Standard"),
    "script": Says("Скрипт", "Script"),
    "conflict_answer": Says("Ответ на конфликт", "Conflict answer"),
    "question": Says("Вопрос", "Question"),
    "owner": LABELS["owner"],
    "reviewed": Says("Пересмотрено", "Reviewed"),
    "holes": Says("Пробелов", "Holes"),
    "file": Says("Файл", "File"),
    "line": Says("Строка", "Line"),
}
_YES, _NO, _OVERDUE = Says("есть", "yes"), Says("нет", "no"), Says("просрочено", "overdue")
_COUNT = Says("Покрыто полностью: {whole} из {all} ({percent} %)", "Fully covered: {whole} of {all} ({percent} %)")
_HOLES = Says("пробелов: {holes}", "holes: {holes}")
_NOTHING = Says("Точек касания нет.", "There are no touchpoints.")
_ALL_COVERED = Says("Пробелов нет.", "There are no holes.")
_SHEET = Says("Покрытие", "Coverage")
_BRIEF = {"owner": Says("Отвечает", "Owner"), "conflict_answer": Says("Ответ", "Answer")}
_WIDEST = 32  # characters: the longest title that a card takes


def as_text(shown: Sequence[Row], rows: Sequence[Row], handbook: Handbook, language: Language) -> str:
    """A line for each touchpoint of `shown`, one with holes with its place; the count is of `rows`."""
    if not rows:
        return _NOTHING.to(language) + "\n"
    heads = [(_BRIEF.get(name) or COVERAGE_HEADS[name]).to(language) for name in ("touchpoint", *COLUMNS, "file")]
    body = [[_cut(cell, _WIDEST) for cell in _brief(row, handbook, language)] + [_place(row)] for row in shown]
    widths = [max(cells(line[place]) for line in (heads, *body)) for place in range(len(heads))]
    lines = [
        "  ".join(_padded(cell, wide) for cell, wide in zip(line, widths, strict=True)).rstrip()
        for line in (heads, *body)
    ]
    lines.insert(1, "─" * cells(max(lines, key=cells)))
    table = lines if body else [_ALL_COVERED.to(language)]
    return "\n".join([*table, "", coverage_summary(rows, language)]) + "\n"


def coverage_summary(rows: Sequence[Row], language: Language) -> str:
    """How much is covered, in one line."""
    whole = sum(not row.holes for row in rows)
    said = _COUNT.to(
        language, whole=whole, all=_touchpoints(len(rows), language), percent=shown_percent(rows, language)
    )
    return f"{said}, {_HOLES.to(language, holes=sum(row.holes for row in rows))}"


def shown_percent(rows: Sequence[Row], language: Language) -> str:
    """The percentage with at most one decimal, rounded down: 99.97 is not 100."""
    said = f"{int(percent(rows) * 10) / 10:.1f}".removesuffix(".0")
    return said.replace(".", ",") if language == "ru" else said


def as_csv(rows: Sequence[Row], handbook: Handbook, language: Language) -> str:
    """A table that Excel opens on a double click: with a mark of its encoding, and the separator of the language."""
    made = io.StringIO()
    writer = csv.writer(made, delimiter=";" if language == "ru" else ",", lineterminator="\r\n")
    writer.writerow(_heads(language))
    for line in _lines(rows, handbook, language):
        writer.writerow([no_formula(cell) for cell in line])
    return "\ufeff" + made.getvalue()


def as_json(shown: Sequence[Row], rows: Sequence[Row], handbook: Handbook) -> str:
    """The count of `rows` and the cells of `shown` as true and false."""
    data = {
        "touchpoints": len(rows),
        "covered": sum(not row.holes for row in rows),
        "percent": round(percent(rows), 2),
        "rows": [
            {
                "touchpoint": row.touchpoint.id,
                "title": label(row.touchpoint.title, handbook),
                "journey": row.journey.id,
                "file": row.touchpoint.at().file,
                "line": row.touchpoint.at("id").line,
                "sections": [section.id for section in row.sections],
                "holes": row.holes,
                "overdue": row.overdue,
                **dict(zip(COLUMNS, row.covered, strict=True)),
            }
            for row in shown
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def as_workbook(rows: Sequence[Row], handbook: Handbook, language: Language, day: dt.date) -> bytes:
    """An Excel file: heads that stay, a filter on each column, holes on a red ground."""
    from openpyxl import Workbook
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    book: Any = Workbook()
    sheet = book.active
    sheet.title = _SHEET.to(language)
    book.properties.title = f"{handbook.outline.title}: {_SHEET.to(language).lower()}"
    book.properties.creator = handbook.outline.organisation or "cjm"
    colours = ("14343B", "FBE9E4", "E4F1EA", "FFFFFF")
    head, hole, done, plain = (PatternFill("solid", fgColor=colour) for colour in colours)
    table: list[list[str | int]] = [[*_heads(language)], *_lines(rows, handbook, language)]
    for across, line in enumerate(table, start=1):
        for down, value in enumerate(line, start=1):
            cell = sheet.cell(across, down)
            cell.value = ILLEGAL_CHARACTERS_RE.sub("\ufffd", value) if isinstance(value, str) else value
            if isinstance(value, str):
                cell.data_type = "s"  # a title that begins with = is no formula
            cell.alignment = Alignment(vertical="top", wrap_text=True)
            if across == 1:
                cell.fill, cell.font = head, Font(bold=True, color="FFFFFF")
            elif 3 <= down <= 2 + len(COLUMNS):
                covered = rows[across - 2].covered[down - 3]
                cell.fill = plain if covered is None else done if covered else hole
    for down, wide in enumerate((34, 30, 30, 11, 19, 11, 22, 16, 10, 32, 9), start=1):
        sheet.column_dimensions[get_column_letter(down)].width = wide
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = sheet.dimensions
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    made = io.BytesIO()
    book.save(made)
    return settled(made.getvalue(), day)


def covered_word(covered: bool | None, language: Language) -> str:
    """Whether something is there, in a word; a dash where nothing is asked."""
    return "—" if covered is None else (_YES if covered else _NO).to(language)


def no_formula(cell: str | int) -> str | int:
    """A cell that no program takes for a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell


# Private functions


def _heads(language: Language) -> list[str]:
    return [COVERAGE_HEADS[name].to(language) for name in ("touchpoint", "journey", *COLUMNS, "holes", "file", "line")]


def _lines(rows: Sequence[Row], handbook: Handbook, language: Language) -> Iterator[list[str | int]]:
    for row in rows:
        place = row.touchpoint.at("id")
        titles = [label(row.touchpoint.title, handbook), label(row.journey.title, handbook)]
        yield [*titles, *_cells(row, handbook, language), row.holes, place.file, place.line]


def _cells(row: Row, handbook: Handbook, language: Language) -> list[str]:
    """The words of the columns; the standard is named, the owner too."""
    said = [covered_word(covered, language) for covered in row.covered]
    if row.covered[0]:
        here = [_section(section.id, section.short or section.title, handbook) for section in row.sections]
        said[0] = ", ".join([*here, *(f"{label(one.title, handbook)} ↗" for one in row.elsewhere)])
    if row.covered[4]:
        names = {person.id: person.name for person in handbook.outline.people}
        owners = dict.fromkeys(names.get(section.owner, section.owner) for section in row.sections if section.owner)
        said[4] = ", ".join(owners)
    if row.overdue:
        said[5] = _OVERDUE.to(language)
    elif row.covered[5]:
        days = [section.reviewed for section in row.sections if section.reviewed]
        said[5] = min(days).isoformat() if days else said[5]
    return said


def _brief(row: Row, handbook: Handbook, language: Language) -> list[str]:
    """The cells as they fit a terminal: that there is an owner, not who."""
    said = _cells(row, handbook, language)
    said[4] = covered_word(row.covered[4], language)
    return [label(row.touchpoint.title, handbook), *said]


def _place(row: Row) -> str:
    place = row.touchpoint.at("id")
    return f"{place.file}:{place.line}" if row.holes else ""


def _section(id: str, title: str, handbook: Handbook) -> str:
    number = handbook.number.get(id)
    return f"{number} {label(title, handbook)}" if number else label(title, handbook)


def _touchpoints(count: int, language: Language) -> str:
    return counted(count, ("точки касания", "точек касания", "точек касания"), ("touchpoint", "touchpoints"), language)


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def _padded(text: str, wide: int) -> str:
    return text + " " * (wide - cells(text))

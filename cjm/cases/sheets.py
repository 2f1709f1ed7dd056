"""Cases in, what a team works in out: a workbook of three sheets, and a calendar of the days on which something is due."""

import datetime as dt
import io
from collections.abc import Iterator, Sequence
from typing import Any

from cjm.approval.calendar import CalendarDay, as_calendar
from cjm.cases.case import MISTAKES, Case
from cjm.cases.monthly import repeated, topics
from cjm.cases.told import SORT_SAYS, looked_at_on, owner_title, place_title, row_words
from cjm.language.dates import in_figures
from cjm.language.says import Language, Says
from cjm.model import Handbook
from cjm.ooxml import settled
from cjm.wording.titles import numbered

STATE_SAYS = {
    "open": Says("открыт", "open"), "rechecked": Says("перепроверен", "re-checked"), "repeated": Says("повторился", "came again"),
    "closed": Says("закрыт", "closed"),
}  # fmt: skip
_APPEAL_SAYS = {
    None: Says("подана {filed}, ответить до {answer_by}", "filed on {filed}, to be answered by {answer_by}"),
    "mistake": Says("ошибка была", "it was a mistake"), "no-mistake": Says("ошибки не было", "it was no mistake"),
}  # fmt: skip
_MISTAKES, _OTHERS, _REPEATS = Says("Ошибки", "Mistakes"), Says("Обращения", "Voices"), Says("Повторы", "Repeats")
CASE_HEADS = (
    Says("Номер", "Id"), Says("День", "Day"), Says("Что", "What"), Says("Точка касания", "Touchpoint"), Says("Раздел", "Section"),
    Says("Тема", "Topic"), Says("Группа", "Group"), Says("Чей", "Whose"), Says("Слова", "Words"), Says("Сделать до", "To do by"),
    Says("Состояние", "State"), Says("Повторов", "Came again"), Says("Апелляция", "Appeal"),
)  # fmt: skip
_REPEAT_HEADS = (
    Says("Месяц", "Month"), Says("Группа", "Group"), Says("Что повторялось", "What came again"), Says("Раз за месяц", "Times in the month"),
    Says("Месяцем раньше", "The month before"),
)  # fmt: skip
_WIDTHS = (12, 12, 18, 26, 26, 20, 18, 18, 60, 14, 14, 12, 30)
_SUMMARY = Says("Перепроверить случай {id}: {what}", "Re-check case {id}: {what}")
_ANSWER = Says("Ответить на апелляцию {id}: {what}", "Answer the appeal {id}: {what}")
_TOLD = Says("Слова и всё остальное: cjm cases", "The words and all the rest: cjm cases")


def cases_workbook(cases: Sequence[Case], handbook: Handbook, today: dt.date, language: Language) -> bytes:
    """Mistakes, what clients and staff said, and what repeats by month and group; an Excel file."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font

    book: Any = Workbook()
    book.remove(book.active)
    mistakes = [one for one in cases if one.sort in MISTAKES]
    others = [one for one in cases if one.sort not in MISTAKES]
    sheets: tuple[tuple[Says, tuple[Says, ...], list[list[object]], tuple[int, ...]], ...] = (
        (_MISTAKES, CASE_HEADS, [_cells(one, handbook, language) for one in mistakes], _WIDTHS),
        (_OTHERS, CASE_HEADS, [_cells(one, handbook, language) for one in others], _WIDTHS),
        (_REPEATS, _REPEAT_HEADS, list(_repeats(cases, handbook, language)), (12, 22, 60, 14, 14)),
    )
    for title, heads, rows, widths in sheets:
        sheet = book.create_sheet(title.to(language))
        table: list[list[object]] = [[head.to(language) for head in heads], *rows]
        for across, line in enumerate(table, start=1):
            for down, value in enumerate(line, start=1):
                cell = sheet.cell(across, down, value)
                cell.alignment = Alignment(vertical="top", wrap_text=True)
                if isinstance(value, str):
                    cell.data_type = "s"  # words that begin with = are no formula
                elif isinstance(value, dt.date):
                    cell.number_format = "DD.MM.YYYY" if language == "ru" else "YYYY-MM-DD"
                if across == 1:
                    cell.font = Font(bold=True)
        for width, column in zip(widths, "ABCDEFGHIJKLM", strict=False):
            sheet.column_dimensions[column].width = width
        sheet.freeze_panes = "A2"
        if rows:
            sheet.auto_filter.ref = sheet.dimensions
        sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
    made = io.BytesIO()
    book.save(made)
    return settled(made.getvalue(), today)


def cases_calendar(cases: Sequence[Case], handbook: Handbook, today: dt.date, language: Language) -> str:
    """The days of re-checks and of answers to appeals. A calendar is often a stranger's, so no word of the case is in it."""
    days = []
    for one in cases:
        if day := looked_at_on(one):
            what = ", ".join(row_words((one.sort, one.touchpoint, "", ""), handbook, language))
            summary = (_ANSWER if one.waits else _SUMMARY).to(language, id=one.id, what=what)
            days.append(CalendarDay(f"case-{one.id}", day, summary, _TOLD.to(language)))
    return as_calendar(days, handbook, today, remind=1)


# Private functions


def _cells(case: Case, handbook: Handbook, language: Language) -> list[object]:
    section = handbook.section.get(case.section)
    appeal = ""
    if case.appeal and case.appeal.filed and case.appeal.answer_by:
        filed, answer_by = (in_figures(day, language) for day in (case.appeal.filed, case.appeal.answer_by))
        appeal = _APPEAL_SAYS[case.appeal.decided].to(language, filed=filed, answer_by=answer_by)
    return [
        case.id, case.day, SORT_SAYS[case.sort].to(language), place_title(case.touchpoint, handbook),
        numbered(section.id, section.title, handbook) if section else case.section, topics(handbook).get(case.topic, case.topic),
        case.group, owner_title(case, handbook), case.said, looked_at_on(case), STATE_SAYS[case.state].to(language),
        len(case.repeated), appeal,
    ]  # fmt: skip


def _repeats(cases: Sequence[Case], handbook: Handbook, language: Language) -> Iterator[list[object]]:
    months = sorted({day.isoformat()[:7] for one in cases for day in (one.day, *one.repeated)}, reverse=True)
    for month in months:
        for one in repeated(cases, month):
            what = ", ".join(row_words(one.row, handbook, language))
            yield [month, one.group, what, one.now, one.before]

"""A team's knowledge in, the same as a table for the terminal, CSV, an Excel file and one private page out."""

import csv
import datetime as dt
import io
from collections.abc import Iterator, Mapping
from typing import Any

from cjm.approval.calendar import CalendarDay, as_calendar
from cjm.language.cells import cells
from cjm.language.dates import in_figures
from cjm.language.numerals import counted
from cjm.language.says import Language, Says
from cjm.model import Handbook, Section
from cjm.ooxml import settled
from cjm.training.knowledge import Knows, State, Team, minutes
from cjm.wording import label, plain
from cjm.wording.titles import numbered, role_title

_SIGNS: Mapping[State, str] = {"today": "●", "earlier": "○", "unsure": "", "again": "▲", "read": "△", "never": "·"}
STATES: Mapping[State, Says] = {
    "today": Says("знает сегодняшнюю редакцию", "knows today's version"),
    "earlier": Says("знал прежнюю, с тех пор правили только слова", "knew an earlier one, only wording changed since"),
    "unsure": Says("нетвёрдо: верных из заданных", "unsure: right of asked"),
    "again": Says("перечитать: изменилось по сути", "to read again: its meaning changed"),
    "read": Says("прочитал сегодняшнюю, ещё не спрашивали", "has read today's version, not asked yet"),
    "never": Says("не спрашивали", "never asked"),
}
_NOT_THEIRS = Says("пусто — не его раздел", "empty: not their section")
_HEADING = Says("Кто что знает, {day}", "Who knows what, {day}")
_SECTION = Says("Раздел", "Section")
_TODAY = Says("знают сегодня", "know today")
_WEAK = Says("Слабые темы", "Weak topics")
_CHOSE = Says("{count} из {all} выбрали «{text}»", "{count} of {all} chose “{text}”")
_MISSED = Says("{count} из {all} назвали не всё", "{count} of {all} did not say all of it")
_UNKNOWN = Says("{count} из {all} не знают", "{count} of {all} do not know")
_RIGHT = Says("верно: {text}", "right: {text}")
_AGAIN = Says("Перечитать", "To read again")
_NOBODY = Says("ещё никого: результаты заносит cjm exam collect", "nobody yet: cjm exam collect takes in the results")
_RUNS = Says("Экзамены", "Exams")
_PASSED, _FAILED = Says("сдано", "passed"), Says("не сдано", "not passed")
_DUE = Says("Сдать", "To be taken")
_NO_EXAM = Says("экзамена ни у кого впереди нет", "nobody has an exam before them")
_DUE_SAYS = {
    "first": Says("{name}: {exam}, первый раз, работает с {day}", "{name}: {exam}, for the first time, here since {day}"),
    "second": Says("{name}: {exam}, второй раз, с {day}", "{name}: {exam}, a second time, from {day}"),
    "retry": Says("{name}: {exam}, пересдача, с {day}", "{name}: {exam}, a retry, from {day}"),
    "changed": Says(
        "{name}: {exam}, до {day}, только о том, что изменилось по сути: {sections}",
        "{name}: {exam}, by {day}, only of what changed its meaning: {sections}",
    ),
}  # fmt: skip
_TALK = {
    "to-discuss": Says("к обсуждению", "to talk over"), "discussed": Says("обсудили {day}", "talked over on {day}"),
    "cleared": Says("обсудили {day}, второй раз все ответили верно", "talked over on {day}, all right in the second run"),
}  # fmt: skip
_SAID = Says(
    "Не для наказаний: по этой таблице решают, что переписать и о чём поговорить. Видят её сам человек и старший.",
    "Not for punishment: it tells what to rewrite and what to talk over. The person and the senior see it, nobody else.",
)
_WAS, _NOW = Says("было", "was"), Says("стало", "now")


def as_table(of: Team, handbook: Handbook, language: Language) -> str:
    """Lines for the terminal: a row for each section, a column for each person, then what is to be done."""
    if not of.people:
        return _NOBODY.to(language) + "\n"
    names = _short_names(of)
    wide_name = min(12, max(6, *map(cells, names)))
    wide = max(12, *(cells(_title(section, handbook)) for section in of.sections))
    wide = min(wide, 44)
    rows = [[_padded(_SECTION.to(language), wide), *(_padded(name, wide_name) for name in names)]]
    for section in of.sections:
        rows.append(
            [
                _padded(_title(section, handbook), wide),
                *(_padded(_sign(of.cells.get((one.id, section.id))), wide_name) for one in of.people),
            ]
        )
    legend = " · ".join(f"{_SIGNS[state] or '4/6'} {says.to(language)}" for state, says in STATES.items())
    told = [
        _HEADING.to(language, day=in_figures(of.day, language)),
        "",
        *(" ".join(row).rstrip() for row in rows),
        "",
        f"{legend} · {_NOT_THEIRS.to(language)}",
    ]
    again = [line for one in of.people if (line := _reads(of, one.id, one.name, language))]
    told += ["", _AGAIN.to(language) + ":", *(f"  {line}" for line in again)] if again else []
    told += ["", *exams_due(of, handbook, language).splitlines()] if of.due else []
    if of.weak:
        told += ["", _WEAK.to(language) + ":"]
        for weak in of.weak:
            told += [
                f"  {weak.question}",
                *(f"    {line}" for line in _chosen(weak, language)),
                f"    {weak.id}: {_talk(weak, language)}",
            ]
    return "\n".join(told) + "\n"


def exams_due(of: Team, handbook: Handbook, language: Language) -> str:
    """Who takes which exam, by which day and why, the soonest first."""
    lines = _due_lines(of, handbook, language) or [_NO_EXAM.to(language)]
    return "\n".join([_DUE.to(language) + ":", *(f"  {line}" for line in lines)]) + "\n"


def due_calendar(of: Team, handbook: Handbook, language: Language) -> str:
    """The same as a calendar; a later file takes the place of an earlier one."""
    days = [
        CalendarDay(f"exam-{one.exam.id}-{one.person}", max(one.by, of.day), line, line)
        for one, line in zip(of.due, _due_lines(of, handbook, language), strict=True)
    ]
    return as_calendar(days, handbook, of.day, remind=1)


def as_again(of: Team, person: str, handbook: Handbook, language: Language) -> str:
    """What one person reads again: each change word by word, and how long it takes."""
    name = next(one.name for one in of.people if one.id == person)
    lines = [_reads(of, person, name, language) or f"{name}: 0"]
    for section, knows in of.again(person):
        lines += ["", _title(section, handbook)]
        for change in knows.changes:
            before = " ".join(was for was, _ in change.words if was)
            after = " ".join(now for _, now in change.words if now)
            lines += [
                f"  {change.where}" if change.where else "",
                f"    {_WAS.to(language)}: {plain(before, handbook)}",
                f"    {_NOW.to(language)}: {plain(after, handbook)}",
            ]
    return "\n".join(line for line in lines if line is not None) + "\n"


def team_csv(of: Team, handbook: Handbook, language: Language) -> str:
    """A table that Excel opens: semicolons and a mark at the start."""
    made = io.StringIO()
    csv.writer(made, delimiter=";", lineterminator="\r\n").writerows(_guarded(_rows(of, handbook, language)))
    return "\ufeff" + made.getvalue()


def team_workbook(of: Team, handbook: Handbook, language: Language) -> bytes:
    """An Excel file: the table, the exams, the weak topics."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font, PatternFill

    book: Any = Workbook()
    colours = {
        "today": "DCEBE0",
        "earlier": "EDF5EF",
        "unsure": "FBF3E3",
        "again": "F6E3DD",
        "read": "E9F2F4",
        "never": "FFFFFF",
    }
    sheets = (
        (_HEADING.to(language, day=of.day.isoformat())[:31].replace("/", "-"), list(_rows(of, handbook, language))),
        (_RUNS.to(language), list(_run_rows(of, handbook, language))),
        (_DUE.to(language), [[line] for line in _due_lines(of, handbook, language)]),
        (_WEAK.to(language), [[weak.question, *_chosen(weak, language), _talk(weak, language)] for weak in of.weak]),
    )
    book.remove(book.active)
    for number, (title, rows) in enumerate(sheets):
        sheet = book.create_sheet(title)
        for across, line in enumerate(rows, start=1):
            for down, value in enumerate(line, start=1):
                cell = sheet.cell(across, down, value)
                cell.data_type, cell.alignment = "s", Alignment(vertical="top", wrap_text=True)
                if across == 1 and number < 2:
                    cell.font = Font(bold=True)
                elif number == 0 and 2 <= down <= 1 + len(of.people):
                    knows = of.cells.get((of.people[down - 2].id, of.sections[across - 2].id))
                    cell.fill = PatternFill("solid", fgColor=colours[knows.state]) if knows else PatternFill()
        sheet.column_dimensions["A"].width = 44
        for column in range(2, 60):
            sheet.column_dimensions[sheet.cell(1, column).column_letter].width = 22 if number else 14
        sheet.freeze_panes = "B2"
        sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
    made = io.BytesIO()
    book.save(made)
    return settled(made.getvalue(), of.day)


def team_page(of: Team, handbook: Handbook, template: str, language: Language) -> str:
    """One private page with all of it, for a screen and for a printer."""
    from jinja2 import Environment

    groups = [
        (part.title, [one for one in of.sections if one.id in {entry.id for entry in part.sections}])
        for part in handbook.outline.parts
    ]
    listed = {one.id for _, sections in groups for one in sections}
    outside = [one for one in of.sections if one.id not in listed]
    count = {state: sum(one.state == state for one in of.cells.values()) for state in STATES}
    return Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True).from_string(template).render(
        language=language, heading=_HEADING.to(language, day=in_figures(of.day, language)), said=_SAID.to(language), of=of, handbook=handbook,
        names=_short_names(of), states={state: says.to(language) for state, says in STATES.items()}, not_theirs=_NOT_THEIRS.to(language),
        groups=[(label(title, handbook), sections) for title, sections in [("", outside), *groups] if sections], count=count,
        title=lambda section: _title(section, handbook), told=lambda one, section, knows: _told(one.name, section, knows, handbook, language),
        know=lambda section: _knowing(of, section), section_head=_SECTION.to(language), today_head=_TODAY.to(language),
        weak_head=_WEAK.to(language), chosen=lambda weak: _chosen(weak, language), talk=lambda weak: _talk(weak, language),
        again_head=_AGAIN.to(language), reads=[(one, line, of.again(one.id)) for one in of.people if (line := _reads(of, one.id, one.name, language))],
        resolved=lambda text: plain(text, handbook), roles=lambda one: ", ".join(role_title(role, handbook) for role in of.roles[one.id]),
        due_head=_DUE.to(language), due=_due_lines(of, handbook, language), runs_head=_RUNS.to(language), run_rows=list(_run_rows(of, handbook, language)),
    )  # fmt: skip


# Private functions


def _title(section: Section, handbook: Handbook) -> str:
    return numbered(section.id, label(section.short or section.title, handbook), handbook)


def _short_names(of: Team) -> list[str]:
    """«Анна К.»: the first word, and the letter of the next."""
    words = [one.name.split() for one in of.people]
    return [" ".join([name[0], *(f"{rest[0]}." for rest in name[1:2])]) if name else "" for name in words]


def _sign(knows: Knows | None) -> str:
    return "" if knows is None else _SIGNS[knows.state] or f"{knows.right}/{knows.asked}"


def _told(name: str, section: Section, knows: Knows, handbook: Handbook, language: Language) -> str:
    day = f", {in_figures(knows.day, language)}" if knows.day else ""
    share = f" {knows.right}/{knows.asked}" if knows.asked else ""
    return f"{name}, {_title(section, handbook)}: {STATES[knows.state].to(language)}{share}{day}"


def _knowing(of: Team, section: Section) -> str:
    theirs = [knows for one in of.people if (knows := of.cells.get((one.id, section.id)))]
    return f"{sum(one.state in ('today', 'earlier') for one in theirs)}/{len(theirs)}"


def _reads(of: Team, person: str, name: str, language: Language) -> str:
    again = of.again(person)
    if not again:
        return ""
    sections = counted(len(again), ("раздел", "раздела", "разделов"), ("section", "sections"), language)
    time = counted(minutes(knows for _, knows in again), ("минута", "минуты", "минут"), ("minute", "minutes"), language)
    return f"{name}: {sections}, {time}"


def _due_lines(of: Team, handbook: Handbook, language: Language) -> list[str]:
    names = {one.id: one.name for one in of.people}
    return [
        _DUE_SAYS[one.what].to(
            language, name=names[one.person], exam=label(one.exam.title, handbook), day=in_figures(one.by, language),
            sections=", ".join(_title(section, handbook) for section in one.sections),
        )
        for one in of.due
    ]  # fmt: skip


def _chosen(weak: Any, language: Language) -> list[str]:
    lines = [
        _CHOSE.to(language, count=count, all=weak.asked, text=text)
        for text, count, right in weak.chose
        if not right and text
    ]
    if not lines and weak.wrong > weak.unknown:  # said aloud, and nothing of it counted
        lines.append(_MISSED.to(language, count=weak.wrong - weak.unknown, all=weak.asked))
    if weak.unknown:
        lines.append(_UNKNOWN.to(language, count=weak.unknown, all=weak.asked))
    return [*lines, *(_RIGHT.to(language, text=f"{text} ({count})") for text, count, right in weak.chose if right)]


def _talk(weak: Any, language: Language) -> str:
    return _TALK[weak.state].to(language, day=in_figures(weak.day, language) if weak.day else "")


def _rows(of: Team, handbook: Handbook, language: Language) -> Iterator[list[str]]:
    yield [_SECTION.to(language), *(one.name for one in of.people), _TODAY.to(language)]
    for section in of.sections:
        states = [of.cells.get((one.id, section.id)) for one in of.people]
        yield [_title(section, handbook), *(_said_of(knows, language) for knows in states), _knowing(of, section)]


def _said_of(knows: Knows | None, language: Language) -> str:
    if knows is None:
        return ""
    share = f" {knows.right}/{knows.asked}" if knows.state == "unsure" else ""
    return STATES[knows.state].to(language).partition(":")[0].partition(",")[0] + share


def _run_rows(of: Team, handbook: Handbook, language: Language) -> Iterator[list[str]]:
    names = {one.id: one.name for one in of.people}
    yield [
        says.to(language)
        for says in (
            Says("Кто", "Who"),
            Says("Роль", "Role"),
            Says("Раз", "Run"),
            Says("День", "Day"),
            Says("Верных", "Right"),
            Says("Итог", "Result"),
            Says("Принял", "Held by"),
        )
    ]
    for person, runs in of.runs.items():
        for run in runs:
            yield [
                names[person], role_title(str(run["role"]), handbook), str(run["run"]), in_figures(dt.date.fromisoformat(str(run["day"])), language),
                f"{run['right']}/{run['asked']}", (_PASSED if run["passed"] else _FAILED).to(language), str(run["examiner"]),
            ]  # fmt: skip


def _guarded(rows: Iterator[list[str]]) -> Iterator[list[str]]:
    """Names that begin like a formula are none."""
    return ([f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t") else cell for cell in row] for row in rows)


def _padded(text: str, wide: int) -> str:
    text = text if cells(text) <= wide else text[: wide - 1] + "…"
    return text + " " * (wide - cells(text))

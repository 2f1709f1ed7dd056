"""`cjm cases`: what happened to clients, kept without names: what is due to be looked at again, appeals, the month."""

import datetime as dt
import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, cast

import typer

from cjm.cli.answer import answering, opened
from cjm.cli.candidates import ids
from cjm.cli.options import A_DAY, A_FILE, ID, Lang, Root, Today, day_option, meant_by
from cjm.language.says import Language, Says

if TYPE_CHECKING:
    from cjm.app.cases import TakenCase
    from cjm.cases.case import AppealDecision, CaseSort
    from cjm.model import Handbook

HELP = Says(
    "Случаи: ошибки, жалобы, похвалы, идеи без имён; что пора перепроверить, что повторяется.",
    "Cases: mistakes, complaints, praise, ideas without names; what is to be re-checked, what repeats.",
)
app = typer.Typer(add_completion=False, rich_markup_mode=None)

_MONTH = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])")
_MISSING = Says("cjm cases {action}: чего не хватает — {what}", "cjm cases {action}: missing {what}")
_NEEDS = {
    "add": Says("слов и --sort: cjm cases add «Ждали полчаса» --at entrance --sort complaint", 'words and --sort: cjm cases add "We waited for half an hour" --at entrance --sort complaint'),
    "month": Says("месяца: cjm cases month 2026-11", "a month: cjm cases month 2026-11"),
    "review": Says("раздела: cjm cases review meeting", "a section: cjm cases review meeting"),
    "back": Says("книги: cjm cases back книга.xlsx", "a workbook: cjm cases back book.xlsx"),
    "": Says("номера случая, его показывает cjm cases", "the id of a case, as cjm cases shows it"),
}  # fmt: skip
_ADDED = Says("{id}: {sort}{place}{section}", "{id}: {sort}{place}{section}")
_RECHECK = Says("  перепроверить {day}", "  to be re-checked on {day}")
_KEPT_AS = Says("  записано: «{said}»", "  kept as: “{said}”")
_UNSURE = Says("  замаскировано, проверьте: {words}", "  masked, look at: {words}")
_NEW_TOPIC = Says(
    "  темы «{topic}» в гайдлайне нет: в общий счёт случай войдёт без темы. Темы — это конфликты разделов (cjm new conflict) и measure.count улучшений",
    '  the handbook has no topic "{topic}": in the open the case counts without it. Topics are the conflicts of sections (cjm new conflict) and measure.count of improvements',
)
_DONE = {
    "recheck": Says("{id}: перепроверено, не повторилось", "{id}: re-checked, it did not come again"),
    "repeat": Says("{id}: повторилось, снова {day}", "{id}: it came again, to be looked at on {day}"),
    "close": Says("{id}: закрыто", "{id}: closed"),
    "appeal": Says("{id}: апелляция подана, ответить до {day}; до решения ошибка не считается", "{id}: appeal filed, to be answered by {day}; until then the mistake does not count"),
    "mistake": Says("{id}: ошибка была, считается", "{id}: it was a mistake, it counts"),
    "no-mistake": Says("{id}: ошибки не было, не считается", "{id}: it was no mistake, it does not count"),
}  # fmt: skip
_SHEET = Says(
    "{file}; отметки занести: cjm cases review {id} 1+ 2- 3+",
    "{file}; its marks are taken in by: cjm cases review {id} 1+ 2- 3+",
)
_WRITTEN = Says("{file}: без имён, эти числа можно публиковать", "{file}: without names, these counts may be published")
_TAKEN = Says("{file}: изменено: {ids}", "{file}: changed: {ids}")
_DECIDED = {"mistake": Says("ошибка была", "it was a mistake"), "no-mistake": Says("ошибки не было", "it was none")}
A_SORT, A_DECISION = Says("ВИД", "SORT"), Says("РЕШЕНИЕ", "DECISION")
_STATES = {"recheck": "rechecked", "repeat": "repeated", "close": "closed"}


def _sorts() -> Mapping[str, Says]:
    from cjm.cases.told import SORT_SAYS

    return SORT_SAYS


def _ids_of_cases(context: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """The cases that are not closed, once the action wants one."""
    if context.params.get("root") is None or context.params.get("action") not in (*_STATES, "appeal"):
        return []
    from cjm.app.cases import known_cases
    from cjm.app.private import opened_room
    from cjm.app.refusal import Refusal

    handbook, _ = opened(context.params["root"], None)
    try:
        cases = known_cases(opened_room(handbook, context.params["root"]))
    except Refusal:
        return []
    return [(one.id, one.said[:60]) for one in cases if one.state != "closed"]


def _topics(context: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """The topics that the handbook has."""
    if context.params.get("root") is None:
        return []
    from cjm.cases.monthly import topics

    handbook, _ = opened(context.params["root"], None)
    return list(topics(handbook).items())


@app.command()
def command(
    root: Root,
    today: Today,
    action: Annotated[
        Literal["due", "add", "review", "recheck", "repeat", "close", "appeal", "month", "back"],
        typer.Argument(),
        Says(
            "due — что пора; add — записать; review — звонок или визит по листу из шагов раздела; recheck — посмотрели, не повторилось; repeat — повторилось; close — закрыть; appeal — не согласны; month — месяц для встречи; back — вернуть правки из книги.",
            "due, what is to be looked at; add; review, a call or a visit by a list of the section's steps; recheck, it did not come again; repeat, it did; close; appeal; month for the meeting; back takes what was edited in the workbook.",
        ),
    ] = "due",
    words: Annotated[
        list[str] | None,
        typer.Argument(autocompletion=_ids_of_cases),
        Says("Что случилось, номер случая, месяц; для review — имя раздела и отметки: 1+ 2- 3+.", "What happened, the id of a case, a month; for review a section and marks: meeting 1+ 2- 3+."),
        Says("СЛОВА", "WORDS"),
    ] = None,
    at: Annotated[str, typer.Option("--at", autocompletion=ids("touchpoint")), Says("В какой точке касания.", "At which touchpoint."), ID] = "",
    sort: Annotated[str | None, meant_by("--sort", _sorts), Says("Ошибка общения или процесса, жалоба, похвала, идея, наблюдение.", "A mistake of communication or of the process, a complaint, praise, an idea, an observation."), A_SORT] = None,
    section: Annotated[str, typer.Option("--section", autocompletion=ids("section")), Says("Раздел со стандартом; без ключа — раздел точки.", "The section with the standard; that of the touchpoint without it."), ID] = "",
    topic: Annotated[str, typer.Option("--topic", autocompletion=_topics), Says("Что именно повторяется.", "What it is that repeats."), ID] = "",
    group: Annotated[str, typer.Option("--group", autocompletion=ids("role")), Says("Смена или отдел, не человек.", "A shift or a department, no person."), Says("ГРУППА", "GROUP")] = "",
    whose: Annotated[str, typer.Option("--whose", autocompletion=ids("role")), Says("Чей случай: роль или человек; имя не записывается.", "Whose case: a role or a person; no name is written."), ID] = "",
    day: Annotated[dt.date | None, day_option("--day"), Says("День случая; без ключа — сегодня.", "The day of the case; today without it."), A_DAY] = None,
    decision: Annotated[str | None, meant_by("--decided", lambda: _DECIDED), Says("Решение по апелляции.", "The decision on an appeal."), A_DECISION] = None,
    xlsx: Annotated[Path | None, typer.Option("--xlsx", dir_okay=False), Says("Ещё и книгой Excel: ошибки, обращения, повторы.", "As an Excel file too: mistakes, voices, repeats."), A_FILE] = None,
    sheet: Annotated[Path | None, typer.Option("--sheet", dir_okay=False), Says("Лист проверки страницей для телефона и печати.", "The check list as a page for the phone and for paper."), A_FILE] = None,
    ics: Annotated[Path | None, typer.Option("--ics", dir_okay=False), Says("Ещё и календарём перепроверок.", "As a calendar of re-checks too."), A_FILE] = None,
    again: Annotated[bool, typer.Option("--again"), Says("Записать месяц, даже если в нём стало меньше.", "Write the month even if there is less in it now.")] = False,
    lang: Lang = None,
) -> None:  # fmt: skip
    from cjm.app import cases
    from cjm.app.private import opened_room
    from cjm.cases.check_list import as_list
    from cjm.cases.monthly import topics
    from cjm.cases.sheets import cases_calendar, cases_workbook
    from cjm.cases.told import as_due, as_month
    from cjm.cli.show import show
    from cjm.language.dates import in_figures

    handbook, language = opened(root, lang)
    given = words or []
    text = " ".join(given)
    short = {"add": not text.strip() or sort is None, "month": not _MONTH.fullmatch(text), "due": False}
    if short.get(action, not given):
        raise typer.BadParameter(_MISSING.to(language, action=action, what=_NEEDS.get(action, _NEEDS[""])))
    with answering(language):
        room = opened_room(handbook, root)
        if action == "due":
            show(as_due(cases.known_cases(room), handbook, today, language))
        elif action == "review":
            section_checked = cases.section_to_check(handbook, given[0])
            if sheet is not None:
                cases.write_check_list(room, section_checked, handbook, sheet, language)
                typer.echo(_SHEET.to(language, file=sheet, id=given[0]))
            elif len(given) == 1:
                show(as_list(section_checked, handbook, language))
            else:
                kind = cast("CaseSort", sort or "communication")
                for taken in cases.take_review(
                    handbook, room, section_checked, given[1:], day or today, today, kind, at, group, whose
                ):
                    _tell(taken, handbook, language)
        elif action == "add" and sort:
            taken = cases.add_case(
                handbook, room, text, cast("CaseSort", sort), day or today, today, at, section, topic, group, whose
            )
            _tell(taken, handbook, language)
            one = taken.case
            if one.said != " ".join(text.split()):
                typer.echo(_KEPT_AS.to(language, said=one.said))
            if one.topic and one.topic not in topics(handbook):
                typer.echo(_NEW_TOPIC.to(language, topic=one.topic), err=True)
        elif action == "month":
            show(as_month(cases.known_cases(room), text, handbook, language))
            file = cases.write_cases_month(handbook, room, root, text, today, again=again)
            typer.echo(_WRITTEN.to(language, file=file.relative_to(root)))
        elif action == "back":
            for name in given:
                edited = cases.take_back(handbook, room, Path(name), today)
                typer.echo(_TAKEN.to(language, file=name, ids=", ".join(one.id for one in edited) or "0"))
        else:
            for id in given:
                if action == "appeal":
                    one = cases.file_appeal(room, handbook, id, cast("AppealDecision | None", decision), today)
                    until = one.appeal.answer_by if one.appeal else None
                else:
                    one = cases.look_again(room, handbook, id, _STATES[action], today)
                    until = one.recheck
                shown = in_figures(until, language) if until else ""
                typer.echo(
                    _DONE[decision if decision and action == "appeal" else action].to(language, id=one.id, day=shown)
                )
        if xlsx is not None:
            cases.put_beside(room, xlsx, cases_workbook(cases.known_cases(room), handbook, today, language))
        if ics is not None:
            cases.put_beside(room, ics, cases_calendar(cases.known_cases(room), handbook, today, language))


def _tell(taken: "TakenCase", handbook: "Handbook", language: Language) -> None:
    from cjm.cases.told import SORT_SAYS, place_title
    from cjm.language.dates import in_figures
    from cjm.wording.titles import numbered

    one = taken.case
    standard = handbook.section.get(one.section)
    place = f" · {place_title(one.touchpoint, handbook)}" if one.touchpoint else ""
    named = f" · {numbered(standard.id, standard.title, handbook)}" if standard else ""
    typer.echo(_ADDED.to(language, id=one.id, sort=SORT_SAYS[one.sort].to(language), place=place, section=named))
    if one.recheck:
        typer.echo(_RECHECK.to(language, day=in_figures(one.recheck, language)))
    if taken.unsure:
        typer.echo(_UNSURE.to(language, words=", ".join(found.text for found in taken.unsure)), err=True)

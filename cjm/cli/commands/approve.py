"""`cjm approve`: record who approved what, bound to exactly the PDF that was read and to the content in it."""

import datetime as dt
import sys
from pathlib import Path
from typing import NoReturn

import click

from cjm.cli.options import lang_option, root_option, today_option
from cjm.language.says import Language, Says

_COUNT = (("раздел", "раздела", "разделов"), ("section", "sections"))
_DONE = Says("{name}: утверждено — {count}. Отпечаток: {digest}", "{name}: approved — {count}. Digest: {digest}")
_OWN = Says(
    "Остались без утверждения: {titles}. За них отвечает {name}, первым их утверждает кто-то другой",
    "Not approved: {titles}. {name} owns them, and somebody else approves them first",
)
_MINOR = Says("{name}: правка без перечитывания — {count}", "{name}: minor change — {count}")
_WROTE = Says(
    "Запись: {file}. Храните её вместе с папкой guideline/approvals/texts: в git, если он есть, или в копии гайдлайна.",
    "Record: {file}. Commit it together with guideline/approvals/texts.",
)
_PROVES = Says(
    "Запись доказывает, что именно прочитано, а не кто держал перо: подпись остаётся на листе утверждения в PDF.",
    "The record proves what was read, not who held the pen: the signature stays on the approval sheet of the PDF.",
)
_REFUSED = Says("Не утверждено, ничего не записано.", "Not approved, nothing was written.")
_NO_PDF = Says(
    "назовите прочитанный PDF: --pdf ФАЙЛ (соберёт его cjm pdf)",
    "name the PDF that was read: --pdf FILE (cjm pdf makes it)",
)
_NO_REASON = Says("скажите, почему смысл прежний: --reason …", "say why the meaning is the same: --reason …")
_BOTH = Says("либо --all, либо имена разделов", "either --all or the ids of sections")
_ALL_MINOR = Says(
    "правку без перечитывания называют по разделам, без --all",
    "a minor change is named section by section, without --all",
)
_NOT_CHANGED = Says(
    "раздел «{title}» не менялся с утверждения: отмечать нечего",
    'section "{title}" has not changed since it was approved: nothing to record',
)
_NEVER = Says(
    "раздел «{title}» ещё не утверждали: сначала полное утверждение, с --pdf",
    'section "{title}" was never approved: approve it in full first, with --pdf',
)


@click.command(help="Утвердить прочитанное. Approve what was read.")
@click.argument("sections", nargs=-1, metavar="[РАЗДЕЛ]…")
@root_option
@lang_option
@today_option
@click.option(
    "--by", required=True, metavar="ЧЕЛОВЕК", help="Кто утверждает: имя из people. Who approves: an id of people."
)
@click.option("--all", "everything", is_flag=True, help="Все разделы этого PDF. All sections of this PDF.")
@click.option(
    "--pdf",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="PDF, который прочитали. The PDF that was read.",
)
@click.option(
    "--minor",
    is_flag=True,
    help="Смысл прежний, перечитывать не нужно; без PDF. The meaning is the same; without a PDF.",
)
@click.option("--reason", default="", metavar="СЛОВА", help="Почему смысл прежний. Why the meaning is the same.")
def command(
    sections: tuple[str, ...], root: Path, lang: Language | None, today: dt.date, by: str, everything: bool,
    pdf: Path | None, minor: bool, reason: str,
) -> None:  # fmt: skip
    from cjm.approval import standings
    from cjm.approval.conditions import (
        against_history,
        against_pdf,
        against_person,
        against_sections,
        wants_another,
    )
    from cjm.approval.record import Read, record
    from cjm.atomic import save
    from cjm.cli.pdf_read import read_pdf
    from cjm.cli.save import saving
    from cjm.language.numerals import counted
    from cjm.load import load_folder
    from cjm.model import Minor
    from cjm.model.digest import spoken_digest

    handbook = load_folder(root)
    language = lang or handbook.outline.language
    for wrong, says in (
        (minor and everything, _ALL_MINOR), (everything and bool(sections), _BOTH),
        (not minor and pdf is None, _NO_PDF), (minor and not reason.strip(), _NO_REASON),
    ):  # fmt: skip
        if wrong:
            raise click.UsageError(says.to(language))
    person = against_person(handbook, by, language)
    if isinstance(person, str):
        _refuse([person], language)
    read: Read | None = None
    if pdf is not None:
        found = read_pdf(pdf)
        if isinstance(found, Says):
            _refuse([found.to(language, file=pdf)], language)
        read = found
    wanted = tuple(read.sections) if everything and read is not None else tuple(dict.fromkeys(sections))
    against = list(against_pdf(handbook, read, wanted, language)) if read is not None else []
    against = against or list(against_sections(handbook, wanted, language))
    if against:
        _refuse(against, language)
    chosen = [section for section in handbook.sections if section.id in wanted]
    stand = standings(handbook, today)
    own = [section for section in chosen if wants_another(section, stand, person)] if everything else []
    if len(own) < len(chosen):
        chosen = [section for section in chosen if section not in own]
    minors = {}
    if minor:
        for section in chosen:
            standing = stand.of[section.id]
            if standing.last is None:
                against.append(_NEVER.to(language, title=section.title))
            elif standing.status == "approved":
                against.append(_NOT_CHANGED.to(language, title=section.title))
            else:
                minors[section.id] = Minor(before=standing.last.approved.digest, after=standing.digest, reason=reason)
    if not against:
        against += against_history(handbook, stand, person, chosen, today, language)
    if against:
        _refuse(against, language)
    made, files = record(handbook, person, chosen, today, read, minors)
    for file, raw in files.items():  # the texts first: a record never names one that is not there
        with saving(language, root / file):
            save(root / file, raw)
    count = counted(len(chosen), *_COUNT, language)
    if minor:
        click.echo(_MINOR.to(language, name=person.name, count=count))
    else:
        click.echo(_DONE.to(language, name=person.name, count=count, digest=spoken_digest(made.fingerprint)))
    if own:
        titles = ", ".join(f"«{section.title}»" if language == "ru" else f'"{section.title}"' for section in own)
        click.echo(_OWN.to(language, name=person.name, titles=titles))
    click.echo(_WROTE.to(language, file=list(files)[-1]))
    click.echo(_PROVES.to(language))


# Private functions


def _refuse(reasons: list[str], language: Language) -> NoReturn:
    for reason in reasons:
        click.echo(reason, err=True)
    click.echo(_REFUSED.to(language), err=True)
    sys.exit(1)

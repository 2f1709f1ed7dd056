"""`cjm approve`: record who approved what, bound to exactly the PDF that was read and to the content in it."""

import datetime as dt
from pathlib import Path

import click

from cjm.cli.answer import answering, opened
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
    from cjm.app.approve import approve
    from cjm.language.numerals import counted
    from cjm.model.digest import spoken_digest

    handbook, language = opened(root, lang)
    with answering(language, _REFUSED):
        done = approve(
            handbook, root, by=by, today=today, language=language, sections=sections, everything=everything, pdf=pdf,
            minor=minor, reason=reason,
        )  # fmt: skip
    name, count = done.record.name, counted(len(done.sections), *_COUNT, language)
    if minor:
        click.echo(_MINOR.to(language, name=name, count=count))
    else:
        click.echo(_DONE.to(language, name=name, count=count, digest=spoken_digest(done.record.fingerprint)))
    if done.left:
        titles = ", ".join(f"«{section.title}»" if language == "ru" else f'"{section.title}"' for section in done.left)
        click.echo(_OWN.to(language, name=name, titles=titles))
    click.echo(_WROTE.to(language, file=done.file))
    click.echo(_PROVES.to(language))

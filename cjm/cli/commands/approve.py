"""`cjm approve`: record who approved what, bound to exactly the PDF that was read and to the content in it."""

import datetime as dt
from pathlib import Path

import click

from cjm.cli.answer import answering, opened
from cjm.cli.options import lang_option, root_option, today_option
from cjm.language.says import Language, Says

_COUNT = (("раздел", "раздела", "разделов"), ("section", "sections"))
_DECIDED = {
    "": Says("{name}: утверждено — {count}, всего {items}.", "{name}: approved — {count}, {items} items in all."),
    "remarks": Says("{name}: утверждено с замечаниями — {count}, всего {items}.", "{name}: approved with remarks — {count}, {items} items in all."),
    "rejected": Says("{name}: отклонено — {count}, всего {items}.", "{name}: rejected — {count}, {items} items in all."),
    "withdrawn": Says("{name}: отозвано — {count}, всего {items}.", "{name}: withdrawn — {count}, {items} items in all."),
}  # fmt: skip
_CODE = Says("Редакция {number}, код: {digest}", "Edition {number}, code: {digest}")
_OWN = Says(
    "Остались без утверждения: {titles}. За них отвечает {name}, первым их утверждает кто-то другой",
    "Not approved: {titles}. {name} owns them, and somebody else approves them first",
)
_MINOR = Says("{name}: правка без перечитывания — {count}", "{name}: minor change — {count}")
_FIRST = Says(
    "Это первая запись: кто может утверждать, утверждено ею же.",
    "This is the first record: who may approve is approved by itself.",
)
_WROTE = Says(
    "Запись: {file}. Храните её вместе с папками guideline/approvals/texts и guideline/editions: в git, если он есть, или в копии гайдлайна.",
    "Record: {file}. Commit it together with guideline/approvals/texts and guideline/editions.",
)
_PROVES = Says(
    "Запись доказывает, что именно прочитано, а не кто держал перо: подпись остаётся на листе утверждения в PDF.",
    "The record proves what was read, not who held the pen: the signature stays on the approval sheet of the PDF.",
)
_REFUSED = Says("Не утверждено, ничего не записано.", "Not approved, nothing was written.")
_FILE = click.Path(path_type=Path, exists=True, dir_okay=False)


@click.command(help="Утвердить прочитанное. Approve what was read.")
@click.argument("names", nargs=-1, metavar="[РАЗДЕЛ]…")
@root_option
@lang_option
@today_option
@click.option(
    "--by", required=True, metavar="ЧЕЛОВЕК", help="Кто утверждает: имя из people. Who approves: an id of people."
)
@click.option("--all", "everything", is_flag=True, help="Всё, что есть в этом PDF. All that is in this PDF.")
@click.option("--pdf", type=_FILE, help="PDF, который прочитали. The PDF that was read.")
@click.option("--minor", is_flag=True, help="Изменились только знаки; без PDF. Only marks changed; without a PDF.")
@click.option("--with-needed", is_flag=True, help="Вместе с тем, без чего нельзя. With what has to go along.")
@click.option(
    "--decision", type=click.Choice(["remarks", "rejected", "withdrawn"]),
    help="С замечаниями, отклонить, отозвать. With remarks, reject, withdraw.",
)  # fmt: skip
@click.option("--remark", "remarks", multiple=True, metavar="СЛОВА", help="Замечание. A remark.")
@click.option("--signed", type=_FILE, help="Скан подписанного листа. A scan of the signed sheet.")
def command(
    names: tuple[str, ...], root: Path, lang: Language | None, today: dt.date, by: str, everything: bool,
    pdf: Path | None, minor: bool, with_needed: bool, decision: str | None, remarks: tuple[str, ...], signed: Path | None,
) -> None:  # fmt: skip
    from cjm.app.approve import approve
    from cjm.language.numerals import counted
    from cjm.model.digest import spoken_digest

    handbook, language = opened(root, lang)
    with answering(language, _REFUSED):
        done = approve(
            handbook, root, by=by, today=today, language=language, names=names, everything=everything, pdf=pdf,
            minor=minor, with_needed=with_needed, decision=decision or "", remarks=remarks, signed=signed,  # type: ignore[arg-type]
        )  # fmt: skip
    name = done.record.name
    count = counted(sum(one.startswith("section:") for one in done.names), *_COUNT, language)
    said = _MINOR if minor else _DECIDED[done.record.decision]
    click.echo(said.to(language, name=name, count=count, items=len(done.names)))
    if done.record.code:
        click.echo(_CODE.to(language, number=done.record.number, digest=spoken_digest(done.record.code)))
    if done.left:
        titles = ", ".join(f"«{one.title}»" if language == "ru" else f'"{one.title}"' for one in done.left)
        click.echo(_OWN.to(language, name=name, titles=titles))
    if done.first:
        click.echo(_FIRST.to(language))
    click.echo(_WROTE.to(language, file=done.file))
    click.echo(_PROVES.to(language))

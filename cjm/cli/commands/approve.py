"""`cjm approve`: record who approved what, bound to exactly the PDF that was read and to the content in it."""

from pathlib import Path
from typing import Annotated

import typer

from cjm.cli.answer import answering, opened
from cjm.cli.candidates import ids
from cjm.cli.options import PERSON, Lang, Root, Today, one_of
from cjm.language.says import Says

_SECTION = Says("РАЗДЕЛ", "SECTION")
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
_SECTION = Says("РАЗДЕЛ", "SECTION")
_WORDS = Says("СЛОВА", "WORDS")

HELP = Says(
    "Утвердить прочитанное.",
    "Approve what was read.",
)
app = typer.Typer(add_completion=False, rich_markup_mode=None)


def _decisions() -> tuple[str, ...]:
    return "remarks", "rejected", "withdrawn"


@app.command()
def command(
    root: Root,
    today: Today,
    by: Annotated[
        str,
        typer.Option("--by", autocompletion=ids("person")),
        Says("Кто утверждает: имя из people.", "Who approves: an id of people."),
        PERSON,
    ],
    names: Annotated[
        list[str] | None,
        typer.Argument(autocompletion=ids("section")),
        Says("Что утверждается.", "What is approved."),
        _SECTION,
    ] = None,
    lang: Lang = None,
    everything: Annotated[
        bool, typer.Option("--all"), Says("Всё, что есть в этом PDF.", "All that is in this PDF.")
    ] = False,
    pdf: Annotated[
        Path | None,
        typer.Option("--pdf", exists=True, dir_okay=False),
        Says("PDF, который прочитали.", "The PDF that was read."),
    ] = None,
    minor: Annotated[
        bool, typer.Option("--minor"), Says("Изменились только знаки; без PDF.", "Only marks changed; without a PDF.")
    ] = False,
    with_needed: Annotated[
        bool, typer.Option("--with-needed"), Says("Вместе с тем, без чего нельзя.", "With what has to go along.")
    ] = False,
    decision: Annotated[
        str | None,
        one_of("--decision", _decisions),
        Says("С замечаниями, отклонить или отозвать.", "With remarks, rejected or withdrawn."),
        _decisions,
    ] = None,
    remarks: Annotated[list[str] | None, typer.Option("--remark"), Says("Замечание.", "A remark."), _WORDS] = None,
    signed: Annotated[
        Path | None,
        typer.Option("--signed", exists=True, dir_okay=False),
        Says("Скан подписанного листа.", "A scan of the signed sheet."),
    ] = None,
) -> None:
    from cjm.app.approve import approve
    from cjm.language.numerals import counted
    from cjm.model.digest import spoken_digest

    handbook, language = opened(root, lang)
    with answering(language, _REFUSED):
        done = approve(
            handbook, root, by=by, today=today, language=language, names=tuple(names or ()), everything=everything, pdf=pdf,
            minor=minor, with_needed=with_needed, decision=decision or "", remarks=tuple(remarks or ()), signed=signed,  # type: ignore[arg-type]
        )  # fmt: skip
    name = done.record.name
    count = counted(sum(one.startswith("section:") for one in done.names), *_COUNT, language)
    said = _MINOR if minor else _DECIDED[done.record.decision]
    typer.echo(said.to(language, name=name, count=count, items=len(done.names)))
    if done.record.code:
        typer.echo(_CODE.to(language, number=done.record.number, digest=spoken_digest(done.record.code)))
    if done.left:
        titles = ", ".join(f"«{one.title}»" if language == "ru" else f'"{one.title}"' for one in done.left)
        typer.echo(_OWN.to(language, name=name, titles=titles))
    if done.first:
        typer.echo(_FIRST.to(language))
    typer.echo(_WROTE.to(language, file=done.file))
    typer.echo(_PROVES.to(language))

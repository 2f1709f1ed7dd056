"""`cjm approve`: record who approved what, bound to exactly the PDF that was read and to the content in it."""

from pathlib import Path
from typing import Annotated

import typer

from cjm.cli.answer import answering, opened
from cjm.cli.candidates import ids
from cjm.cli.options import PERSON, Lang, Root, Today
from cjm.language.says import Says

_SECTION = Says("РАЗДЕЛ", "SECTION")
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


HELP = Says(
    "Утвердить прочитанное.",
    "Approve what was read.",
)
app = typer.Typer(add_completion=False, rich_markup_mode=None)


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
    sections: Annotated[
        list[str] | None,
        typer.Argument(autocompletion=ids("section")),
        Says("Что утверждается.", "What is approved."),
        _SECTION,
    ] = None,
    lang: Lang = None,
    everything: Annotated[
        bool, typer.Option("--all"), Says("Все разделы этого PDF.", "All sections of this PDF.")
    ] = False,
    pdf: Annotated[
        Path | None,
        typer.Option("--pdf", exists=True, dir_okay=False),
        Says("PDF, который прочитали.", "The PDF that was read."),
    ] = None,
    minor: Annotated[
        bool,
        typer.Option("--minor"),
        Says("Смысл прежний, перечитывать не нужно; без PDF.", "The meaning is the same; without a PDF."),
    ] = False,
    reason: Annotated[
        str,
        typer.Option("--reason"),
        Says("Почему смысл прежний.", "Why the meaning is the same."),
        Says("СЛОВА", "WORDS"),
    ] = "",
) -> None:
    from cjm.app.approve import approve
    from cjm.language.numerals import counted
    from cjm.model.digest import spoken_digest

    handbook, language = opened(root, lang)
    with answering(language, _REFUSED):
        done = approve(
            handbook, root, by=by, today=today, language=language, sections=tuple(sections or ()), everything=everything, pdf=pdf,
            minor=minor, reason=reason,
        )  # fmt: skip
    name, count = done.record.name, counted(len(done.sections), *_COUNT, language)
    if minor:
        typer.echo(_MINOR.to(language, name=name, count=count))
    else:
        typer.echo(_DONE.to(language, name=name, count=count, digest=spoken_digest(done.record.fingerprint)))
    if done.left:
        titles = ", ".join(f"«{section.title}»" if language == "ru" else f'"{section.title}"' for section in done.left)
        typer.echo(_OWN.to(language, name=name, titles=titles))
    typer.echo(_WROTE.to(language, file=done.file))
    typer.echo(_PROVES.to(language))

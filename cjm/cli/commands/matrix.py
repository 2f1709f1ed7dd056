"""`cjm matrix`: every touchpoint and what covers it, holes first: in the terminal, as a table, as a gate for CI."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from cjm.cli.answer import answering, opened
from cjm.cli.options import Lang, Root, Today
from cjm.language.says import Language, Says

_TOO_LITTLE = Says(
    "Покрыто {percent} % точек касания, нужно не меньше {wanted} %.",
    "{percent} % of the touchpoints are covered, at least {wanted} % are asked for.",
)
_UNREAD = Says(
    "Не читаются и не посчитаны: {files}. Что с ними не так, скажет cjm lint.",
    "Cannot be read and are not counted: {files}. cjm lint tells what is wrong with them.",
)


HELP = Says(
    "Точки касания и чем они покрыты: стандарт, скрипт, ответ на конфликт, вопрос, владелец, пересмотр.",
    "Touchpoints and what covers them: standard, script, answer to a conflict, question, owner, review.",
)
app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def command(
    root: Root,
    today: Today,
    holes: Annotated[bool, typer.Option("--holes"), Says("Только с пробелами.", "Only those with holes.")] = False,
    xlsx: Annotated[
        Path | None,
        typer.Option("--xlsx", dir_okay=False, allow_dash=True),
        Says("Записать книгу Excel; «-» — в вывод.", "Write an Excel file; - is stdout."),
    ] = None,
    csv: Annotated[
        Path | None,
        typer.Option("--csv", dir_okay=False, allow_dash=True),
        Says("Записать CSV; «-» — в вывод.", "Write CSV; - is stdout."),
    ] = None,
    json: Annotated[
        Path | None,
        typer.Option("--json", dir_okay=False, allow_dash=True),
        Says("Записать JSON; «-» — в вывод.", "Write JSON; - is stdout."),
    ] = None,
    fail_under: Annotated[
        float | None,
        typer.Option("--fail-under", min=0, max=100),
        Says("Код 1, если полностью покрыто меньше процентов.", "Exit 1 if fewer percent are fully covered."),
        Says("ПРОЦЕНТ", "PERCENT"),
    ] = None,
    lang: Lang = None,
) -> None:
    from cjm.cli.show import show
    from cjm.coverage import coverage, percent
    from cjm.export import matrix

    handbook, language = opened(root, lang)
    rows = coverage(handbook, today)
    shown = tuple(row for row in rows if row.holes) if holes else rows
    asked: list[tuple[Path, str | bytes]] = []
    if xlsx is not None:
        asked.append((xlsx, matrix.as_workbook(shown, handbook, language, today)))
    if csv is not None:
        asked.append((csv, matrix.as_csv(shown, handbook, language)))
    if json is not None:
        asked.append((json, matrix.as_json(shown, rows, handbook)))
    for file, content in asked:
        _write(file, content, language)
    if not asked:
        show(matrix.as_text(shown, rows, handbook, language))
    elif not any(str(file) == "-" for file, _ in asked):
        typer.echo(matrix.coverage_summary(rows, language))
    if handbook.unread:
        typer.echo(_UNREAD.to(language, files=", ".join(sorted(handbook.unread))), err=True)
    if fail_under is not None and handbook.unread:
        sys.exit(1)
    if fail_under is not None and percent(rows) < fail_under:
        said = _TOO_LITTLE.to(language, percent=matrix.shown_percent(rows, language), wanted=f"{fail_under:g}")
        typer.echo(said, err=True)
        sys.exit(1)


# Private functions


def _write(file: Path, content: str | bytes, language: Language) -> None:
    from cjm.app.refusal import write

    if str(file) == "-":
        sys.stdout.buffer.write(content if isinstance(content, bytes) else content.encode("utf-8"))
        sys.stdout.buffer.flush()
        return
    with answering(language):
        write(file, content)
    typer.echo(file)

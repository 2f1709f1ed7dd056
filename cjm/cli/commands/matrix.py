"""`cjm matrix`: every touchpoint and what covers it, holes first: in the terminal, as a table, as a gate for CI."""

import datetime as dt
import sys
from pathlib import Path

import click

from cjm.cli.answer import answering, opened
from cjm.cli.options import lang_option, root_option, today_option
from cjm.language.says import Language, Says

_TOO_LITTLE = Says(
    "Покрыто {percent} % точек касания, нужно не меньше {wanted} %.",
    "{percent} % of the touchpoints are covered, at least {wanted} % are asked for.",
)
_UNREAD = Says(
    "Не читаются и не посчитаны: {files}. Что с ними не так, скажет cjm lint.",
    "Cannot be read and are not counted: {files}. cjm lint tells what is wrong with them.",
)
_FILE = click.Path(path_type=Path, dir_okay=False, allow_dash=True)


@click.command(
    help="Точки касания и чем они покрыты: стандарт, скрипт, ответ на конфликт, вопрос, владелец, пересмотр. "
    "Touchpoints and what covers them. FILE «-»: stdout."
)
@click.option("--holes", is_flag=True, help="Только с пробелами. Only those with holes.")
@click.option("--xlsx", type=_FILE, help="Записать книгу Excel. Write an Excel file.")
@click.option("--csv", type=_FILE, help="Записать CSV. Write CSV.")
@click.option("--json", type=_FILE, help="Записать JSON. Write JSON.")
@click.option(
    "--fail-under",
    type=click.FloatRange(0, 100),
    metavar="ПРОЦЕНТ",
    help="Код 1, если полностью покрыто меньше. Exit 1 if fewer percent are fully covered.",
)
@root_option
@lang_option
@today_option
def command(
    holes: bool,
    xlsx: Path | None,
    csv: Path | None,
    json: Path | None,
    fail_under: float | None,
    root: Path,
    lang: Language | None,
    today: dt.date,
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
        click.echo(matrix.coverage_summary(rows, language))
    if handbook.unread:
        click.echo(_UNREAD.to(language, files=", ".join(sorted(handbook.unread))), err=True)
    if fail_under is not None and handbook.unread:
        sys.exit(1)
    if fail_under is not None and percent(rows) < fail_under:
        said = _TOO_LITTLE.to(language, percent=matrix.shown_percent(rows, language), wanted=f"{fail_under:g}")
        click.echo(said, err=True)
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
    click.echo(file)

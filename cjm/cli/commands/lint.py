"""`cjm lint`: check the handbook and say what is wrong, where and how to mend it."""

import datetime as dt
import sys
from dataclasses import replace
from pathlib import Path

import click

from cjm.app.check import Wish, asked_for, check, mended, write_known, write_mended
from cjm.atomic import save
from cjm.cli.answer import answering
from cjm.cli.options import colour_wanted, lang_option, root_option, today_option
from cjm.cli.show import columns, show
from cjm.language.says import LANGUAGES, Language, Says
from cjm.lint.baseline import FILE
from cjm.lint.choice import Choice, names_something
from cjm.load import Reader
from cjm.model.outline import PROFILES
from cjm.report import Report, formats, render

_UNKNOWN = Says(
    "правила «{selector}» нет. Бывает код (201), группа (2, 20) или имя; весь список: cjm rule",
    'there is no rule "{selector}". A code (201), a group (2, 20) or a slug; the whole list: cjm rule',
)
_FORMAT = Says(
    "напишите ФОРМАТ=ФАЙЛ, например sarif=lint.sarif; форматы: {formats}",
    "write FORMAT=FILE, such as sarif=lint.sarif; formats: {formats}",
)
_WRITTEN = Says("{file}: известных замечаний — {count}", "{file}: {count} known findings")
_MENDED = Says("исправлено замечаний: {count} · файлы: {files}", "findings mended: {count} · files: {files}")
_WOULD = Says(
    "исправилось бы замечаний: {count}. Записать: cjm lint --fix",
    "findings that would be mended: {count}. To write them: cjm lint --fix",
)
_NOTHING = Says("исправлять нечего", "nothing to mend")


def _selectors(context: click.Context, parameter: click.Parameter, given: tuple[str, ...]) -> tuple[str, ...]:
    """`--select 201,3 --select yo`: commas and repetition mean the same."""
    selectors = tuple(one.strip() for text in given for one in text.split(",") if one.strip())
    for selector in selectors:
        if not names_something(selector):
            both = (_UNKNOWN.to(language, selector=selector) for language in LANGUAGES)
            raise click.BadParameter("\n".join(both), context, parameter)
    return selectors


def _outputs(
    context: click.Context, parameter: click.Parameter, given: tuple[str, ...]
) -> tuple[tuple[str, Path], ...]:
    outputs = []
    for text in given:
        form, equals, file = text.partition("=")
        if not equals or not file or form not in formats():
            both = (_FORMAT.to(language, formats=", ".join(formats())) for language in LANGUAGES)
            raise click.BadParameter("\n".join(both), context, parameter)
        outputs.append((form, Path(file)))
    return tuple(outputs)


@click.command(help="Проверить гайдлайн. Check the handbook.")
@click.argument("paths", nargs=-1, metavar="[ФАЙЛ…]")
@click.option(
    "--as",
    "as_path",
    default="",
    metavar="ФАЙЛ",
    help="Как назвать текст, поданный через -. The file that - stands for.",
)
@root_option
@lang_option
@today_option
@click.option(
    "--profile", type=click.Choice(PROFILES), help="Строгость. Strictness. [как в handbook.yml, иначе review]"
)
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "info", "off"]),
    help="С какой важности проверка не пройдена. The severity from which the check fails.",
)
@click.option(
    "--select", multiple=True, callback=_selectors, metavar="КОД,…", help="Только эти правила. Only these rules."
)
@click.option("--ignore", multiple=True, callback=_selectors, metavar="КОД,…", help="Без этих правил. Not these rules.")
@click.option("--format", "form", type=click.Choice(formats()), default="text", show_default=True)
@click.option(
    "--output",
    multiple=True,
    callback=_outputs,
    metavar="ФОРМАТ=ФАЙЛ",
    help="Ещё и в файл, можно несколько раз. Also into a file; may be repeated.",
)
@click.option("--statistics", is_flag=True, help="Сколько замечаний у каждого правила. Count findings by rule.")
@click.option("--fix", is_flag=True, help="Исправить то, что исправляется однозначно. Mend what has one right answer.")
@click.option("--diff", is_flag=True, help="Показать эти исправления, не записывая. Show the repairs, write nothing.")
@click.option("--write-baseline", "write", is_flag=True, help=f"Записать замечания в {FILE}. Write findings to it.")
@click.option("--no-baseline", is_flag=True, help=f"Не смотреть в {FILE}. Take no notice of it.")
@click.option("--watch", is_flag=True, help="Проверять при каждом сохранении. Check whenever a file is saved.")
def command(
    paths: tuple[str, ...],
    as_path: str,
    root: Path,
    lang: Language | None,
    today: dt.date,
    profile: str | None,
    fail_on: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    form: str,
    output: tuple[tuple[str, Path], ...],
    statistics: bool,
    fix: bool,
    diff: bool,
    write: bool,
    no_baseline: bool,
    watch: bool,
) -> None:
    with answering(lang or "ru"):
        only, instead = asked_for(root, paths, Path.cwd(), sys.stdin.buffer.read, as_path)
    wish = Wish(
        only=only,
        instead=instead,
        today=today,
        choice=Choice(profile=profile or "", fail_on=fail_on or "", select=select, ignore=ignore),
        use_baseline=not (no_baseline or write),
        language=lang,
    )
    try:
        if diff:
            sys.exit(_would_mend(root, wish))
        if fix:
            with answering(lang or "ru", code=2):
                _mend(root, wish)
        if write:
            verdict = check(root, wish)
            language = lang or verdict.handbook.outline.language
            show(_WRITTEN.to(language, file=FILE, count=write_known(root, verdict)) + "\n")
        elif watch:
            from cjm.cli.watch import again_and_again

            watching = replace(wish, load=Reader().load)  # keeps what it has read for the next time, which takes memory
            again_and_again(root, lambda: _report(root, watching, "statistics" if statistics else form, output))
        elif _report(root, wish, "statistics" if statistics else form, output):
            sys.exit(1)
    except BrokenPipeError:
        raise  # whoever read our lines has gone: click ends the program quietly
    except OSError as error:
        from cjm.app.refusal import NotWritten

        click.echo(NotWritten(error).to(lang or "ru"), err=True)
        sys.exit(2)


# Private functions


def _report(root: Path, wish: Wish, form: str, output: tuple[tuple[str, Path], ...]) -> bool:
    """Check and report; whether the check failed."""
    verdict = check(root, wish)
    language = wish.language or verdict.handbook.outline.language
    for other, file in output:
        save(file, render(other, Report(verdict=verdict, language=language)))
    colour = colour_wanted()
    show(render(form, Report(verdict=verdict, language=language, colour=colour, width=columns())), colour=colour)
    return verdict.failed


def _would_mend(root: Path, wish: Wish) -> int:
    """Show what --fix would do; 1 where that is something."""
    from cjm.repair import unified_diff

    made, language = mended(root, wish)
    show(unified_diff(made.files))
    click.echo(_WOULD.to(language, count=made.findings) if made.files else _NOTHING.to(language), err=True)
    return 1 if made.files else 0


def _mend(root: Path, wish: Wish) -> None:
    made, language = mended(root, wish)
    write_mended(root, made)
    names = ", ".join(one.moved_to or one.file for one in made.files)
    told = _MENDED.to(language, count=made.findings, files=names) if made.files else _NOTHING.to(language)
    click.echo(told, err=True)

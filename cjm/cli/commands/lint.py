"""`cjm lint`: check the handbook and say what is wrong, where and how to mend it."""

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from cjm.atomic import save
from cjm.cli.answer import answering
from cjm.cli.candidates import rules
from cjm.cli.options import Lang, Root, Today, colour_wanted, one_of
from cjm.cli.show import columns, files_named, show
from cjm.language.says import Says

if TYPE_CHECKING:
    from cjm.app.check import Wish

HELP = Says("Проверить гайдлайн.", "Check the handbook.")
app = typer.Typer(add_completion=False, rich_markup_mode=None)

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


def _formats() -> tuple[str, ...]:
    from cjm.report import formats

    return formats()


def _profiles() -> tuple[str, ...]:
    from cjm.model.outline import PROFILES

    return PROFILES


def _selectors(context: typer.Context, given: list[str] | None) -> list[str]:
    """`--select 201,3 --select yo`: commas and repetition mean the same."""
    from cjm.lint.choice import names_something

    selectors = [one.strip() for text in given or () for one in text.split(",") if one.strip()]
    for selector in selectors:
        if not names_something(selector):
            raise typer.BadParameter(_UNKNOWN.to(context.obj, selector=selector))
    return selectors


def _outputs(context: typer.Context, given: list[str] | None) -> list[str]:
    for text in given or ():
        form, _, file = text.partition("=")
        if not file or form not in _formats():
            raise typer.BadParameter(_FORMAT.to(context.obj, formats=", ".join(_formats())))
    return given or []


_CODES = Says("КОД,…", "CODE,…")


@app.command()
def command(
    root: Root,
    today: Today,
    paths: Annotated[
        list[str] | None,
        typer.Argument(),
        Says("Только эти файлы; - — текст со входа.", "Only these files; - is the text of the input."),
        Says("[ФАЙЛ…]", "[FILE…]"),
    ] = None,
    as_path: Annotated[
        str,
        typer.Option("--as"),
        Says("Какой файл заменяет текст, поданный через -.", "The file that - stands for."),
        Says("ФАЙЛ", "FILE"),
    ] = "",
    lang: Lang = None,
    profile: Annotated[
        str | None,
        one_of("--profile", _profiles),
        Says(
            "Строгость; без ключа — как в handbook.yml, иначе review.",
            "Strictness; as in handbook.yml without it, else review.",
        ),
        _profiles,
    ] = None,
    fail_on: Annotated[
        Literal["error", "warning", "info", "off"] | None,
        typer.Option("--fail-on"),
        Says("С какой важности проверка не пройдена.", "The severity from which the check fails."),
    ] = None,
    select: Annotated[
        list[str] | None,
        typer.Option("--select", callback=_selectors, autocompletion=rules),
        Says("Только эти правила.", "Only these rules."),
        _CODES,
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option("--ignore", callback=_selectors, autocompletion=rules),
        Says("Без этих правил.", "Not these rules."),
        _CODES,
    ] = None,
    form: Annotated[
        str, one_of("--format", _formats), Says("Формат отчёта.", "Format of the report."), _formats
    ] = "text",
    output: Annotated[
        list[str] | None,
        typer.Option("--output", callback=_outputs),
        Says("Ещё и в файл; можно несколько раз.", "Also into a file; may be repeated."),
        Says("ФОРМАТ=ФАЙЛ", "FORMAT=FILE"),
    ] = None,
    statistics: Annotated[
        bool, typer.Option("--statistics"), Says("Сколько замечаний у каждого правила.", "Count findings by rule.")
    ] = False,
    fix: Annotated[
        bool,
        typer.Option("--fix"),
        Says("Исправить то, что исправляется однозначно.", "Mend what has one right answer."),
    ] = False,
    diff: Annotated[
        bool,
        typer.Option("--diff"),
        Says("Показать эти исправления, не записывая.", "Show the repairs, write nothing."),
    ] = False,
    write: Annotated[
        bool,
        typer.Option("--write-baseline"),
        Says("Записать замечания в .cjm-baseline.json.", "Write the findings to .cjm-baseline.json."),
    ] = False,
    no_baseline: Annotated[
        bool,
        typer.Option("--no-baseline"),
        Says("Не смотреть в .cjm-baseline.json.", "Take no notice of .cjm-baseline.json."),
    ] = False,
    watch: Annotated[
        bool, typer.Option("--watch"), Says("Проверять при каждом сохранении.", "Check whenever a file is saved.")
    ] = False,
) -> None:
    from cjm.app.check import Wish, asked_for, check, write_known
    from cjm.lint.baseline import FILE
    from cjm.lint.choice import RuleChoice

    with answering(lang or "ru"):
        only, instead = asked_for(root, paths or (), Path.cwd(), sys.stdin.buffer.read, as_path)
    wish = Wish(
        only=only,
        instead=instead,
        today=today,
        choice=RuleChoice(
            profile=profile or "", fail_on=fail_on or "", select=tuple(select or ()), ignore=tuple(ignore or ())
        ),
        use_baseline=not (no_baseline or write),
        language=lang,
    )
    shape = "statistics" if statistics else form
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
            from cjm.lint import Memory
            from cjm.load import Reader

            watching = replace(
                wish, load=Reader().load, memory=Memory()
            )  # keep what was read and found, which takes room
            again_and_again(root, lambda: _report(root, watching, shape, output or ()))
        elif _report(root, wish, shape, output or ()):
            sys.exit(1)
    except BrokenPipeError:
        raise  # whoever read our lines has gone: typer ends the program quietly
    except OSError as error:
        from cjm.app.refusal import NotWritten

        typer.echo(NotWritten(error).to(lang or "ru"), err=True)
        sys.exit(2)


# Private functions


def _report(root: Path, wish: "Wish", form: str, output: Sequence[str]) -> bool:
    """Check and report; whether the check failed."""
    from cjm.app.check import check
    from cjm.cli.paths import called_from
    from cjm.load.folder import repository_of
    from cjm.report import Report, render

    verdict = check(root, wish)
    language = wish.language or verdict.handbook.outline.language
    called = {"here": called_from(Path.cwd(), root), "repository": called_from(repository_of(root) or root, root)}
    for text in output:
        other, _, file = text.partition("=")
        save(Path(file), render(other, Report(verdict=verdict, language=language, called=called)))
    colour = colour_wanted()
    report = Report(verdict=verdict, language=language, colour=colour, width=columns(), called=called)
    show(render(form, report), colour=colour)
    return verdict.failed


def _would_mend(root: Path, wish: "Wish") -> int:
    """Show what --fix would do; 1 where that is something."""
    from cjm.app.check import mended
    from cjm.repair import unified_diff

    made, language = mended(root, wish)
    show(unified_diff(made.files))
    typer.echo(_WOULD.to(language, count=made.findings) if made.files else _NOTHING.to(language), err=True)
    return 1 if made.files else 0


def _mend(root: Path, wish: "Wish") -> None:
    from cjm.app.check import mended, write_mended

    made, language = mended(root, wish)
    write_mended(root, made)
    names = files_named([one.moved_to or one.file for one in made.files], language)
    told = _MENDED.to(language, count=made.findings, files=names) if made.files else _NOTHING.to(language)
    typer.echo(told, err=True)

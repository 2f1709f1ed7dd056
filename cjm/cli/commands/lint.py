"""`cjm lint`: check the handbook and say what is wrong, where and how to mend it."""

import datetime as dt
import sys
from dataclasses import dataclass
from pathlib import Path

import click

from cjm.atomic import save
from cjm.cli.baseline import known_findings
from cjm.cli.options import colour_wanted, lang_option, root_option, today_option
from cjm.cli.show import columns, show
from cjm.language.says import LANGUAGES, Language, Says
from cjm.lint.baseline import FILE, Baseline, read_baseline, write_baseline
from cjm.lint.choice import Choice, names_something
from cjm.lint.verdict import Verdict, judge
from cjm.load import load, read_folder
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
    task = _Task(
        root=root,
        today=today,
        lang=lang,
        asked=Choice(profile=profile or "", fail_on=fail_on or "", select=select, ignore=ignore),
        no_baseline=no_baseline or write,
        form="statistics" if statistics else form,
        output=output,
    )
    try:
        if diff:
            sys.exit(_would_mend(task))
        if fix:
            _mend(task)
        if write:
            _write_baseline(task)
        elif watch:
            from cjm.cli.watch import again_and_again

            again_and_again(root, lambda: _check(task))
        elif _check(task):
            sys.exit(1)
    except BrokenPipeError:
        raise  # whoever read our lines has gone: click ends the program quietly
    except OSError as error:
        from cjm.cli.save import not_written

        click.echo(not_written(error, lang or "ru"), err=True)
        sys.exit(2)


# Private functions


@dataclass(frozen=True, slots=True, kw_only=True)
class _Task:
    """What was typed, understood."""

    root: Path
    today: dt.date
    lang: Language | None
    asked: Choice
    no_baseline: bool
    form: str
    output: tuple[tuple[str, Path], ...]

    @property
    def known(self) -> Baseline:
        return Baseline() if self.no_baseline else known_findings(self.root)


def _judged(task: _Task) -> tuple[Verdict, Language]:
    handbook = load(read_folder(task.root))
    language = task.lang or handbook.outline.language
    verdict = judge(handbook, today=task.today, asked=task.asked, baseline=task.known, language=language)
    return verdict, language


def _check(task: _Task) -> bool:
    """Check and report; whether the check failed."""
    verdict, language = _judged(task)
    for form, file in task.output:
        save(file, render(form, Report(verdict=verdict, language=language)))
    colour = colour_wanted()
    show(render(task.form, Report(verdict=verdict, language=language, colour=colour, width=columns())), colour=colour)
    return verdict.failed


def _write_baseline(task: _Task) -> None:
    verdict, language = _judged(task)
    text = write_baseline(verdict.shown)
    save(task.root / FILE, text)
    count = sum(entry.count for entry in read_baseline(text).entries)
    show(_WRITTEN.to(language, file=FILE, count=count) + "\n")


def _would_mend(task: _Task) -> int:
    """Show what --fix would do; 1 where that is something."""
    from cjm.repair import mend, unified_diff

    files = read_folder(task.root)
    language = task.lang or load(files).outline.language
    mended = mend(files, today=task.today, asked=task.asked, baseline=task.known)
    show(unified_diff(mended.files))
    told = _WOULD.to(language, count=mended.findings) if mended.files else _NOTHING.to(language)
    click.echo(told, err=True)
    return 1 if mended.files else 0


def _mend(task: _Task) -> None:
    from cjm.cli.save import save_all
    from cjm.repair import mend

    files = read_folder(task.root)
    language = task.lang or load(files).outline.language
    mended = mend(files, today=task.today, asked=task.asked, baseline=task.known)
    save_all(task.root, mended.files)
    if mended.files:
        names = ", ".join(one.moved_to or one.file for one in mended.files)
        click.echo(_MENDED.to(language, count=mended.findings, files=names), err=True)
    else:
        click.echo(_NOTHING.to(language), err=True)

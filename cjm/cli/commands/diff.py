"""`cjm diff`: what changed between two states of the handbook, in the trade's words."""

import datetime as dt
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cjm.cli.options import lang_option, root_option, today_option
from cjm.language.says import Language, Says
from cjm.model import Handbook

if TYPE_CHECKING:
    from cjm.diff.difference import Difference
    from cjm.load import Reader

APPROVED = "approved"
_UNKNOWN = Says(
    "«{name}» — не ревизия git и не имя утверждения. Бывает: approved (как утверждено), имя записи из guideline/approvals, HEAD~1, v1.0",
    '"{name}" is neither a git revision nor the name of an approval. Possible: approved (as approved), a record of guideline/approvals, HEAD~1, v1.0',
)
_SEVERAL = Says("«{name}» подходит к нескольким записям: {names}", '"{name}" fits several records: {names}')
_NO_GIT = Says(
    "git не найден: сравнить можно с утверждённым: cjm diff approved",
    "git was not found; compare with what was approved: cjm diff approved",
)
_NO_REPOSITORY = Says(
    "папка {root} не в репозитории git: сравнить можно с утверждённым: cjm diff approved",
    "{root} is in no git repository; compare with what was approved: cjm diff approved",
)
_NEVER = Says(
    "здесь ещё ничего не утверждали: сравнивать не с чем",
    "nothing was approved here yet: there is nothing to compare with",
)
_SINCE = Says("утверждённое", "what was approved")
_TEMPLATE = Says("шаблон печати не выполняется: {reason}", "a print template fails: {reason}")
_UNREAD = Says("{name}: {file} не читается и не сравнивается", "{name}: {file} cannot be read and is not compared")


@click.command(
    help="Что изменилось: с утверждённого или между ревизиями. What changed: since the approval or between revisions."
)
@click.argument("old", metavar="[БЫЛО]", default=APPROVED)
@click.argument("new", metavar="[СТАЛО]", required=False)
@root_option
@lang_option
@today_option
@click.option("--markdown", "form", flag_value="markdown", help="Markdown.")
@click.option("--json", "form", flag_value="json", help="JSON.")
@click.option(
    "--pdf",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="ФАЙЛ",
    help="Для руководства, в PDF. For management, as PDF.",
)
def command(
    old: str, new: str | None, root: Path, lang: Language | None, today: dt.date, form: str | None, pdf: Path | None
) -> None:
    import json

    from cjm.cli.show import show
    from cjm.diff.difference import difference
    from cjm.diff.rendering import as_data, as_markdown, as_text
    from cjm.load import Reader, read_folder

    reader = Reader()  # two states have most files in common
    here = reader.load(read_folder(root))
    language = lang or here.outline.language
    before = _state(old, root, here, today, language, reader)
    after = here if new is None else _state(new, root, here, today, language, reader)
    for name, handbook in ((old, before), (new or str(root), after)):
        for file in sorted(handbook.unread):
            click.echo(_UNREAD.to(language, name=name, file=file), err=True)
    made = difference(before, after, language)
    if form == "json":
        show(json.dumps(as_data(made), ensure_ascii=False, indent=2) + "\n")
    elif pdf is not None:
        _print(made, after, today, root, pdf, (old, new or today.isoformat()), language)
    else:
        show((as_markdown if form == "markdown" else as_text)(made, after, language))


# Private functions


def _print(
    made: "Difference",
    handbook: Handbook,
    today: dt.date,
    root: Path,
    file: Path,
    names: tuple[str, str],
    language: Language,
) -> None:
    from cjm.atomic import save
    from cjm.book.changes import changes_book
    from cjm.cli.save import saving
    from cjm.publish.pdf import TypesettingFailed, pdf

    old, new = (_SINCE.to(language) if name == APPROVED else name for name in names)
    try:
        with saving(language, file):
            save(file, pdf(changes_book(made, handbook, today=today, old=old, new=new), root))
    except TypesettingFailed as failed:
        click.echo(_TEMPLATE.to(language, reason=failed), err=True)
        sys.exit(1)
    click.echo(f"PDF: {file}")


def _state(name: str, root: Path, here: Handbook, today: dt.date, language: Language, reader: "Reader") -> Handbook:
    """The handbook that `name` stands for: what was approved, a record of it, or a revision of git."""
    from cjm.approval import standings
    from cjm.approval.release import as_approved
    from cjm.load.revision import NoRevision, read_revision

    stand = standings(here, today)
    if name == APPROVED:
        if not stand.history.records:
            click.echo(_NEVER.to(language), err=True)
            sys.exit(1)
        return as_approved(here, stand)
    records = [one for one in stand.history.records if one.id == name] or [
        one for one in stand.history.records if len(name) >= 8 and (one.id.startswith(name) or one.id.endswith(name))
    ]
    if len(records) == 1:
        return as_approved(here, stand, records[0])
    if records:
        raise click.UsageError(_SEVERAL.to(language, name=name, names=", ".join(one.id for one in records)))
    try:
        return reader.load(read_revision(root, name))
    except NoRevision as error:
        says = {"no-git": _NO_GIT, "no-repository": _NO_REPOSITORY}.get(error.form, _UNKNOWN)
        raise click.UsageError(says.to(language, name=name, root=root)) from error

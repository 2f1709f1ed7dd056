"""A handbook in, its Word file on disk out, and from a Word file what people wrote into it."""

import datetime as dt
import re
from dataclasses import dataclass
from pathlib import Path

from cjm.app.refusal import Misuse, Refusal, write
from cjm.export.client import client_pages
from cjm.export.forms import ExportOrder, export_files
from cjm.language.says import Says
from cjm.model import Handbook
from cjm.pages.render import loader
from cjm.publish.pictures import shown_files
from cjm.view.scope import WHOLE, Cut
from cjm.word.bookmarks import ties
from cjm.word.comments import NoWord, remarks, remembers
from cjm.word.document import word
from cjm.word.remark import Remark

_SHOWN = re.compile(r'(?:src|href)="(files/[^"]+)"')


@dataclass(frozen=True, slots=True)
class Exported:
    """The file, and the files of the handbook that cannot be read and are not in it."""

    file: Path
    unread: tuple[str, ...]


class NotAWordFile(Misuse):
    """The file cannot be read as one of Word's."""

    SAYS = Says(
        "{file}: это не файл Word или он повреждён. Нужен .docx: откройте его в Word или LibreOffice и сохраните как .docx",
        "{file} is no Word file, or it is damaged. A .docx is needed: open it in Word or LibreOffice and save it as .docx",
    )


def export_word(
    handbook: Handbook, root: Path, *, today: dt.date, scope: Cut = WHOLE, output: Path | None = None
) -> Exported:
    """What `scope` names as a Word file. Raises NotWritten."""
    name = "-".join(word for word in (handbook.outline.id or "handbook", scope.id) if word)
    file = output or root / "site_build/out" / f"{name}.docx"
    write(file, word(handbook, today, scope))
    return Exported(file, tuple(sorted(handbook.unread)))


def export_form(
    form: str, handbook: Handbook, root: Path, order: ExportOrder, *, output: Path | None = None
) -> tuple[Path, ...]:
    """The files of a form; `output` names the first, the others lie beside it, or it names their folder. Raises NotWritten."""
    made = export_files(form, handbook, order)
    if not made:
        raise NothingOfTheForm(form=form)
    first = output if output is not None and output.suffix else None
    folder = first.parent if first else output or root / "site_build/out"
    files = {folder / name if number or not first else first: raw for number, (name, raw) in enumerate(made.items())}
    for file, raw in files.items():
        write(file, raw)
    return tuple(files)


class NothingOfTheForm(Refusal):
    """What was chosen holds nothing that the form shows."""

    SAYS = Says(
        "{form}: выгружать нечего — в том, что вы выбрали, нет ни одного подходящего пути, раздела или строки",
        "{form}: there is nothing to export: what you chose has no journey, section or row of that kind",
    )


class NothingForClients(Refusal):
    """No section is a page for clients."""

    SAYS = Says(
        "страниц для клиентов нет: поставьте в разделе kind: client",
        "there are no pages for clients: put kind: client into a section",
    )


def export_client_pages(handbook: Handbook, root: Path, *, output: Path | None = None) -> tuple[Path, ...]:
    """The pages that clients may see, in a folder to put on the company's site. Raises NothingForClients, NotWritten."""
    folder = output or root / "site_build/out/client"
    made = client_pages(handbook, loader(root))
    if not made:
        raise NothingForClients
    named = {name for page in made.values() for name in _SHOWN.findall(page)}
    for name, page in made.items():
        write(folder / name, page)
    for name, raw in shown_files(handbook).items():
        if name in named:
            write(folder / name, raw)
    return tuple(folder / name for name in made)


@dataclass(frozen=True, slots=True)
class Gathered:
    """What people wrote, and whether the file remembered what it said before: if not, it was compared with today's text."""

    remarks: tuple[Remark, ...]
    remembers: bool


def gather(file: Path, handbook: Handbook) -> Gathered:
    """Comments and changes of a Word file, by the fields of the handbook. Raises NotAWordFile."""
    raw = file.read_bytes()
    try:
        return Gathered(remarks(raw, ties(handbook), lambda: word(handbook, dt.date.min)), remembers(raw))
    except NoWord as error:
        raise NotAWordFile(file=file) from error

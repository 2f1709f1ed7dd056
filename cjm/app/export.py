"""A handbook in, its Word file on disk out, and from a Word file what people wrote into it."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from cjm.app.refusal import Misuse, write
from cjm.language.says import Says
from cjm.model import Handbook
from cjm.word.bookmarks import ties
from cjm.word.comments import NoWord, Remark, remarks
from cjm.word.document import word


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


def export_word(handbook: Handbook, root: Path, *, today: dt.date, output: Path | None = None) -> Exported:
    """The whole handbook as a Word file. Raises NotWritten."""
    file = output or root / "site_build/out" / f"{handbook.outline.id or 'handbook'}.docx"
    write(file, word(handbook, today))
    return Exported(file, tuple(sorted(handbook.unread)))


def gather(file: Path, handbook: Handbook) -> tuple[Remark, ...]:
    """Comments and tracked changes of a Word file, by the fields of the handbook. Raises NotAWordFile."""
    try:
        return remarks(file.read_bytes(), ties(handbook))
    except NoWord as error:
        raise NotAWordFile(file=file) from error

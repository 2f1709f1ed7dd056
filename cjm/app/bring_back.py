"""A handbook's folder and a workbook, a CSV or a Word file that `cjm export` made in, what becomes of the files out, and on yes the files written."""

from collections.abc import Sequence
from pathlib import Path

from cjm.app.export import NotAWordFile
from cjm.app.intake import NotReadable
from cjm.app.refusal import write_all
from cjm.export.returned import is_ours
from cjm.export.workbook_back import brought_back
from cjm.load import read_folder
from cjm.repair.brought import BroughtBack
from cjm.tables import Rejected
from cjm.word.back import brought_from_word, is_our_document
from cjm.word.comments import NoWord


def our_own_files(paths: Sequence[Path], handbook: str) -> tuple[Path, ...]:
    """Those of the files that went out to be edited; a CSV file of another handbook is none. Raises NotReadable."""
    return tuple(path for path in paths if path.suffix.lower() in _FORMS and path.is_file() and _ours(path, handbook))


def bring_back(root: Path, path: Path) -> BroughtBack:
    """What becomes of the handbook's files with what somebody changed. Raises NotReadable, NotAWordFile; nothing is written."""
    take = brought_from_word if path.suffix.lower() == ".docx" else brought_back
    try:
        return take(read_folder(root), path.read_bytes())
    except NoWord as error:
        raise NotAWordFile(file=path) from error
    except Rejected as rejected:
        raise NotReadable(file=path, why=rejected.says) from rejected
    except OSError as error:
        raise NotReadable(file=path, why=error.strerror or error) from error


def write_back(root: Path, back: BroughtBack) -> None:
    """Write what came back. Raises NotWritten, ChangedMeanwhile."""
    write_all(root, back.files)


# Private functions

_FORMS = (".xlsx", ".xlsm", ".csv", ".docx")


def _ours(path: Path, handbook: str) -> bool:
    try:
        raw = path.read_bytes()
        return is_our_document(raw) if path.suffix.lower() == ".docx" else is_ours(raw, handbook)
    except Rejected as rejected:
        raise NotReadable(file=path, why=rejected.says) from rejected
    except OSError as error:
        raise NotReadable(file=path, why=error.strerror or error) from error

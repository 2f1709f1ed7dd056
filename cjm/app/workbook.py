"""A handbook's folder and a workbook or CSV file that `cjm export` made in, what becomes of the files out, and on yes the files written."""

from collections.abc import Sequence
from pathlib import Path

from cjm.app.intake import NotReadable
from cjm.app.refusal import write_all
from cjm.export.returned import is_ours
from cjm.export.workbook_back import BroughtBack, brought_back
from cjm.load import read_folder
from cjm.tables import Rejected


def our_workbooks(paths: Sequence[Path], handbook: str) -> tuple[Path, ...]:
    """Those of the files that went out as tables to be edited; a CSV file of another handbook is none. Raises NotReadable."""
    return tuple(path for path in paths if path.suffix.lower() in _TABLES and path.is_file() and _ours(path, handbook))


def bring_back(root: Path, path: Path) -> BroughtBack:
    """What becomes of the handbook's files with the cells that somebody changed. Raises NotReadable; nothing is written."""
    try:
        return brought_back(read_folder(root), path.read_bytes())
    except Rejected as rejected:
        raise NotReadable(file=path, why=rejected.says) from rejected
    except OSError as error:
        raise NotReadable(file=path, why=error.strerror or error) from error


def write_back(root: Path, back: BroughtBack) -> None:
    """Write what the workbook changed. Raises NotWritten, ChangedMeanwhile."""
    write_all(root, back.files)


# Private functions

_TABLES = (".xlsx", ".csv")


def _ours(path: Path, handbook: str) -> bool:
    try:
        return is_ours(path.read_bytes(), handbook)
    except Rejected as rejected:
        raise NotReadable(file=path, why=rejected.says) from rejected
    except OSError as error:
        raise NotReadable(file=path, why=error.strerror or error) from error

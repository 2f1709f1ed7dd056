"""A handbook's folder and a workbook of `cjm export xlsx` in, what becomes of the files out, and on yes the files written."""

from collections.abc import Sequence
from pathlib import Path

from cjm.app.intake import NotReadable
from cjm.app.refusal import write_all
from cjm.export.workbook_back import BroughtBack, brought_back, is_workbook_of_ours
from cjm.load import read_folder
from cjm.tables import Rejected


def our_workbooks(paths: Sequence[Path]) -> tuple[Path, ...]:
    """Those of the files that `cjm export xlsx` made. Raises NotReadable."""
    return tuple(path for path in paths if path.suffix.lower() == ".xlsx" and path.is_file() and _ours(path))


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


def _ours(path: Path) -> bool:
    try:
        return is_workbook_of_ours(path.read_bytes())
    except Rejected as rejected:
        raise NotReadable(file=path, why=rejected.says) from rejected
    except OSError as error:
        raise NotReadable(file=path, why=error.strerror or error) from error

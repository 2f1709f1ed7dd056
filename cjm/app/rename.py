"""A handbook's folder, an id and another in, the thing called so everywhere out; or what would be written, or why nothing is."""

import datetime as dt
from pathlib import Path

from cjm.app.refusal import Refusal, write_all
from cjm.edit import Refused
from cjm.language.says import Says
from cjm.lint.baseline import FILE
from cjm.load import read_folder
from cjm.repair.rename import Renamed, rename


class NotRenamed(Refusal):
    """The edits were not made, or would not leave everything else as it is."""

    SAYS = Says("{why}", "{why}")


def planned_rename(root: Path, old: str, new: str, *, today: dt.date) -> Renamed:
    """What becomes of the files if `old` is called `new`. Raises a Refusal; nothing is written."""
    known = root / FILE
    baseline = known.read_bytes().decode("utf-8", errors="surrogateescape") if known.is_file() else ""
    try:
        return rename(read_folder(root), old, new, today=today, baseline=baseline)
    except Refused as refused:
        raise NotRenamed(why=refused.says) from refused


def write_renamed(root: Path, made: Renamed) -> None:
    """Write all the files, or leave all as they were. Raises NotWritten."""
    write_all(root, made.files)

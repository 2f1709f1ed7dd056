"""A handbook's folder, a kind and a title in, the new thing written where it belongs out, or why nothing is."""

from pathlib import Path

from cjm.app.refusal import Misuse, write_all
from cjm.edit import Refused
from cjm.language.says import Says
from cjm.load import read_folder
from cjm.repair.add import Added, add


class NotAdded(Misuse):
    """Something has the name already, or it is not said where the new thing stands."""

    SAYS = Says("{why}", "{why}")


def new_thing(root: Path, kind: str, title: str, *, within: str = "", after: str = "", id: str = "") -> Added:
    """What the files become with the new thing. Raises NotAdded; nothing is written."""
    try:
        return add(read_folder(root), kind, title, within=within, after=after, id=id)
    except Refused as refused:
        raise NotAdded(why=refused.says) from refused


def write_added(root: Path, made: Added) -> None:
    """Write all the files, or leave all as they were. Raises NotWritten, ChangedMeanwhile."""
    write_all(root, made.files)

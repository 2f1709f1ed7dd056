"""YAML files in, a Handbook out; whatever cannot be read becomes a Problem with its place, never an exception."""

from pathlib import Path

from cjm.load.assemble import load
from cjm.load.folder import Unreadable, find_root, holds_handbook, read_folder
from cjm.model import Handbook

__all__ = ["Unreadable", "find_root", "holds_handbook", "load", "load_folder", "read_folder"]


def load_folder(root: Path) -> Handbook:
    """The handbook of the folder `root`."""
    return load(read_folder(root))

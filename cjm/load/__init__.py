"""YAML files in, a Handbook out; whatever cannot be read becomes a Problem with its place, never an exception."""

from pathlib import Path

from cjm.load.folder import FolderFiles, Unreadable, find_root, holds_handbook, read_folder
from cjm.load.reader import Files, Reader, load
from cjm.model import Handbook

__all__ = [
    "Files",
    "FolderFiles",
    "Reader",
    "Unreadable",
    "find_root",
    "holds_handbook",
    "load",
    "load_folder",
    "read_folder",
]


def load_folder(root: Path) -> Handbook:
    """The handbook of the folder `root`."""
    return load(FolderFiles(root))

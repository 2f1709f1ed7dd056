"""What the program ships in, the files of a new handbook out: planned first, written only when nothing is in the way."""

from cjm.scaffold.eject import Ejectable, ejectable, find_ejectable
from cjm.scaffold.first import First, first_files
from cjm.scaffold.init import CI, in_the_way, jobs, new_handbook, write_new

__all__ = [
    "CI",
    "Ejectable",
    "First",
    "ejectable",
    "find_ejectable",
    "first_files",
    "in_the_way",
    "jobs",
    "new_handbook",
    "write_new",
]  # fmt: skip

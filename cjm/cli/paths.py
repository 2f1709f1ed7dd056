"""A folder and a handbook's folder in, what the handbook's files are called from there out."""

import os
from collections.abc import Callable
from pathlib import Path


def called_from(here: Path, root: Path) -> Callable[[str], str]:
    """The way from a path below `root` to the path by which somebody in `here` opens it: a whole one, if `root` is elsewhere."""
    here, root = here.resolve(), root.resolve()
    if here == root:
        return lambda file: file
    if here in root.parents or root in here.parents:
        return lambda file: Path(os.path.relpath(root / file, here)).as_posix()
    return lambda file: (root / file).as_posix()

"""A folder and a handbook's folder in, what the handbook's files are called from there out."""

import os
from collections.abc import Callable
from pathlib import Path


def seen_from(here: Path, root: Path) -> Callable[[str], str]:
    """The way from a path below `root` to the path by which somebody in `here` opens it: a whole one, if `root` is elsewhere."""
    here, root = here.resolve(), root.resolve()
    if here == root:
        return lambda file: file
    if here in root.parents or root in here.parents:
        return lambda file: Path(os.path.relpath(root / file, here)).as_posix()
    return lambda file: (root / file).as_posix()


def repository(folder: Path) -> Path | None:
    """The repository in which a folder lies, or will lie."""
    folder = folder.resolve()
    return next((one for one in (folder, *folder.parents) if (one / ".git").exists()), None)

"""Files by their path in, a folder that holds exactly these out; what is right already is not touched."""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

OUT = Path("site_build", "out")  # where all that is built lies, below the handbook's folder
Content = bytes | Path  # what a file shall hold: these bytes, or the same as that file
Contents = Mapping[str, Content]


@dataclass(frozen=True, slots=True)
class TreeChange:
    """What had to be done to a folder."""

    written: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.written or self.removed)


def sync(folder: Path, files: Contents) -> TreeChange:
    """Make `folder` hold `files` and nothing else."""
    folder.mkdir(parents=True, exist_ok=True)
    there = set(_files_below(folder))
    gone = tuple(sorted(there - files.keys()))
    for path in gone:
        (folder / path).unlink()
    _remove_empty_folders(folder)
    written = []
    for path in sorted(files):
        content = files[path]
        wanted = content.read_bytes() if isinstance(content, Path) else content
        target = folder / path
        if put(target, wanted):
            written.append(path)
    return TreeChange(tuple(written), gone)


def put(target: Path, wanted: bytes) -> bool:
    """Make the file `target` hold `wanted`; whether it did not yet."""
    if target.is_file() and target.stat().st_size == len(wanted) and target.read_bytes() == wanted:
        return False
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(wanted)
    return True


def files_below(folder: Path) -> dict[str, Path]:
    """Every file below `folder` by its path with `/`, sorted; empty for a folder that is not there."""
    return {path: folder / path for path in sorted(_files_below(folder))}


# Private functions


def _files_below(folder: Path) -> Iterable[str]:
    for root, _, names in os.walk(folder):
        where = Path(root).relative_to(folder)
        for name in names:
            yield (where / name).as_posix()


def _remove_empty_folders(folder: Path) -> None:
    for root, folders, names in os.walk(folder, topdown=False):
        if not names and Path(root) != folder and not any(Path(root, name).exists() for name in folders):
            os.rmdir(root)

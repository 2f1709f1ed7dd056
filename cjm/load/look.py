"""A folder in, the bytes of the files that make its look its own out: templates, styles, pictures, `mkdocs.yml`."""

import re
from collections.abc import Iterator
from pathlib import Path

from cjm.resources import shipped

CONFIG = "mkdocs.yml"
LOOK_FOLDERS = ("templates", "site_build/assets")
_OWN_THEME = re.compile(r"^[ \t]+custom_dir:[ \t]*[\"']?([^\"'#\n]+?)[\"']?[ \t]*(?:#.*)?$", re.MULTILINE)


def is_shipped(file: str, raw: bytes) -> bool:
    """Whether a file of the look is just what the program brings."""
    ours = shipped() / file
    return ours.is_file() and ours.read_bytes() == raw


def own_look(root: Path) -> dict[str, bytes]:
    """Own files of the look: those that are not what the program ships."""
    found: dict[str, bytes] = {}
    if root.resolve() == shipped():
        return found
    for file in sorted({path.relative_to(root).as_posix() for path in _files_of_look(root)}):
        raw = _whole(root / file)
        if raw is not None and not is_shipped(file, raw):
            found[file] = raw
    return found


# Private functions


def _files_of_look(root: Path) -> Iterator[Path]:
    config = root / CONFIG
    folders = [root / folder for folder in LOOK_FOLDERS]
    if config.is_file():
        yield config
        folders += [
            root / found[1] for found in _OWN_THEME.finditer((_whole(config) or b"").decode("utf-8", "replace"))
        ]
    for folder in folders:
        if folder.resolve().is_relative_to(root.resolve()):
            yield from (path for path in folder.rglob("*") if path.is_file() and path.name != ".DS_Store")


def _whole(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None

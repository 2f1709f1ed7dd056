"""A folder in, the bytes of its handbook files out, and of what makes its look its own."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cjm.resources import shipped

LARGEST_FILE = 2_000_000  # bytes; a section of the reference handbook has about 12,000
FOLDERS = (
    "guideline", "guideline/approvals", "guideline/approvals/texts", "guideline/editions", "guideline/sections", "touchpoints",
)  # fmt: skip
CONFIG = "mkdocs.yml"
LOOK_FOLDERS = ("templates", "site_build/assets")
# JSON that the program wrote: what was approved, word for word, and what was printed.
_KEPT = {"guideline/approvals/texts": "approved_texts", "guideline/editions": "editions"}
_OWN_THEME = re.compile(r"^[ \t]+custom_dir:[ \t]*[\"']?([^\"'#\n]+?)[\"']?[ \t]*(?:#.*)?$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file that is there and cannot be read; `form` names the reason as rule 006 puts it."""

    form: str
    detail: str = ""


def find_root(start: Path) -> Path | None:
    """The nearest folder, from `start` upwards, that holds a handbook."""
    start = start.absolute()
    for folder in (start, *start.parents):
        if holds_handbook(folder):
            return folder
    return None


def holds_handbook(folder: Path) -> bool:
    """Whether a handbook lies in this very folder."""
    return (folder / "guideline").is_dir() or (folder / "touchpoints").is_dir()


def kept_as(file: str) -> str:
    """The attribute of Handbook to which the raw bytes of a file belong; empty for what authors write."""
    folder = file.rpartition("/")[0]
    return _KEPT.get(folder) or ("look" if file == CONFIG or (folder and folder not in FOLDERS) else "")


def is_shipped(file: str, raw: bytes) -> bool:
    """Whether a file of the look is just what the program brings."""
    ours = shipped() / file
    return ours.is_file() and ours.read_bytes() == raw


def is_source(file: str) -> bool:
    """Whether a handbook is made of the file of this path: by its folder, its ending and no dot before its name."""
    folder, _, name = file.rpartition("/")
    # `._roles.yml` of a Mac's memory stick and `.#roles.yml` of an open editor are nobody's handbook.
    return folder in FOLDERS and name[:1] != "." and name.endswith((".json",) if folder in _KEPT else (".yml", ".yaml"))


def read_folder(root: Path) -> dict[str, bytes | Unreadable]:
    """Every file of the handbook in `root` by its path with `/`, sorted; what cannot be read says why."""
    files: dict[str, bytes | Unreadable] = {}
    for folder in FOLDERS:
        try:
            entries = sorted((root / folder).iterdir())
        except FileNotFoundError:
            continue
        except OSError as error:
            files[folder] = Unreadable("no-access", error.strerror or str(error))
            continue
        for path in entries:
            if is_source(file := f"{folder}/{path.name}"):
                files[file] = _read(path)
    return files | _look(root)


# Private functions


def _look(root: Path) -> dict[str, bytes | Unreadable]:
    """Own files of the look: those that are not what the program ships."""
    found: dict[str, bytes | Unreadable] = {}
    if root.resolve() == shipped():
        return found
    for file in sorted({path.relative_to(root).as_posix() for path in _files_of_look(root)}):
        raw = _whole(root / file)
        if raw is not None and not is_shipped(file, raw):
            found[file] = raw
    return found


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


def _read(path: Path) -> bytes | Unreadable:
    try:
        # Opened before anything is asked of it, so that what is judged is what is read; a folder fails to open.
        with path.open("rb") as stream:
            raw = stream.read(LARGEST_FILE + 1)
    except IsADirectoryError:
        return Unreadable("folder")
    except OSError as error:
        if path.is_dir():  # Windows answers "permission denied" for a folder
            return Unreadable("folder")
        return Unreadable("no-access", error.strerror or str(error))
    return Unreadable("too-large") if len(raw) > LARGEST_FILE else raw

"""A folder in, the bytes of its handbook files out."""

from dataclasses import dataclass
from pathlib import Path

LARGEST_FILE = 2_000_000  # bytes; a section of the reference handbook has about 12,000
FOLDERS = ("guideline", "guideline/approvals", "guideline/approvals/texts", "guideline/sections", "touchpoints")
_TEXTS = "guideline/approvals/texts"  # what was approved, word for word: JSON that the program wrote


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


def is_approved_text(file: str) -> bool:
    """Whether the path is that of a text which an approval keeps."""
    return file.startswith(f"{_TEXTS}/")


def is_source(file: str) -> bool:
    """Whether a handbook is made of the file of this path: by its folder, its ending and no dot before its name."""
    folder, _, name = file.rpartition("/")
    # `._roles.yml` of a Mac's memory stick and `.#roles.yml` of an open editor are nobody's handbook.
    return (
        folder in FOLDERS and name[:1] != "." and name.endswith((".json",) if folder == _TEXTS else (".yml", ".yaml"))
    )


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
    return files


# Private functions


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

"""A folder in, the bytes of its handbook files out, and of what makes its look its own."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from cjm.resources import shipped

LARGEST_FILE = 2_000_000  # bytes; a section of the reference handbook has about 12,000
_TOP = ("guideline", "touchpoints")
_WITH_FOLDERS = ("guideline/sections", "touchpoints")  # may be sorted into folders, as deep as one likes
_APPROVALS, _VOICE = "guideline/approvals", "guideline/voice"
CONFIG = "mkdocs.yml"
LOOK_FOLDERS = ("templates", "site_build/assets")
PICTURES = "guideline/files"  # what texts show: pictures, and forms to download
# JSON that the program wrote: what was approved, word for word, and what was printed.
_KEPT = {"guideline/approvals/texts": "approved_texts", "guideline/editions": "editions"}
_OWN_THEME = re.compile(
    r"^[^#\n]*\bcustom_dir[\"']?:[ \t]*[\"']?([^\"'#,}\n]+?)[\"']?[ \t]*(?:[,}#].*)?$", re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file that is there and cannot be read; `form` names the reason as rule 006 puts it."""

    form: str
    detail: str = ""
    line: int = 1
    column: int = 1


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


def repository_of(folder: Path) -> Path | None:
    """The repository in which a folder lies, or will lie."""
    folder = folder.resolve()
    return next((one for one in (folder, *folder.parents) if (one / ".git").exists()), None)


def kept_as(file: str) -> str:
    """The attribute of Handbook to which the raw bytes of a file belong; empty for what authors write."""
    folder = file.rpartition("/")[0]
    outside = folder and not file.startswith(tuple(f"{top}/" for top in _TOP))
    shown = file.startswith(f"{PICTURES}/")
    return _KEPT.get(folder) or ("look" if file == CONFIG or outside or shown else "")


def is_shipped(file: str, raw: bytes) -> bool:
    """Whether a file of the look is just what the program brings."""
    ours = shipped() / file
    return ours.is_file() and ours.read_bytes() == raw


class FolderFiles(Mapping[str, bytes | Unreadable]):
    """Every file of the handbook in a folder by its path with `/`, sorted, each read when it is asked for and not kept.

    What cannot be read, or is not, says why; what is `instead` of a file is not looked for on the disk.
    """

    def __init__(self, root: Path, instead: Mapping[str, bytes | Unreadable] | None = None) -> None:
        self._found = dict(walk(root))
        self._read = {**_look(root), **(instead or {})}

    def __getitem__(self, file: str) -> bytes | Unreadable:
        if file in self._read:
            return self._read[file]
        path = self._found[file]
        return not_read(file, path.is_dir()) or _read(path)

    def __iter__(self) -> Iterator[str]:
        return iter({**self._found, **self._read})

    def __len__(self) -> int:
        return len({**self._found, **self._read})


def read_folder(root: Path) -> dict[str, bytes | Unreadable]:
    """All these files, as they are now."""
    return dict(FolderFiles(root))


def walk(root: Path) -> Iterator[tuple[str, Path]]:
    """Every file in the handbook's folders, read or not, and each folder that is not gone into, with its path below `root`."""
    for top in _TOP:
        if (root / top).is_dir():
            yield from _within(root, top, frozenset())


def not_read(file: str, is_folder: bool = False) -> Unreadable | None:
    """Why the file at this path is none of the handbook's; None where it is one."""
    if is_folder:
        return Unreadable("folder") if file.endswith(_ENDINGS) else Unreadable("folder-unread")
    path = PurePosixPath(file)
    if file in (*_WITH_FOLDERS, _APPROVALS, _VOICE, *_KEPT):  # a link that leads nowhere: opening it says why
        return None
    if file.rpartition("/")[0] in _KEPT:
        return None if path.suffix == ".json" else Unreadable("extension", str(path.with_suffix(".json")))
    if path.suffix in _ENDINGS:
        return None
    bare = path.with_suffix("")  # `no-show.yml.txt`, as Windows saves it
    return Unreadable("extension", str(bare if bare.suffix in _ENDINGS else path.with_suffix(".yml")))


def is_nobodys(name: str) -> bool:
    """Whether a file of this name may lie in any folder: `._roles.yml` of a Mac, `.#roles.yml` of an open editor, a README."""
    return name.startswith((".", "~$")) or name.upper().startswith(("README", "LICENSE")) or name.lower() in _SYSTEM


def is_source(file: str) -> bool:
    """Whether a handbook is made of the file of this path: by its folder, its ending and no dot before its name."""
    folder = file.rpartition("/")[0]
    known = folder in (_TOP[0], _APPROVALS, _VOICE, *_KEPT) or f"{folder}/".startswith(
        tuple(f"{one}/" for one in _WITH_FOLDERS)
    )
    return known and not any(map(is_nobodys, file.split("/"))) and not_read(file) is None


# Private functions

_ENDINGS = (".yml", ".yaml")
_SYSTEM = ("thumbs.db", "desktop.ini")


def _within(root: Path, folder: str, above: frozenset[Path]) -> Iterator[tuple[str, Path]]:
    here = root / folder
    try:
        real = here.resolve()
        entries = sorted(here.iterdir())
    except (OSError, RuntimeError):  # a loop of links, or no permission: said as a folder that cannot be opened
        yield folder, here
        return
    for path in entries:
        file = f"{folder}/{path.name}"
        if is_nobodys(path.name) or file == PICTURES:
            continue
        goes_in = (
            file in (_APPROVALS, _VOICE, *_KEPT)
            or file.startswith(tuple(f"{one}/" for one in _WITH_FOLDERS))
            or file in _WITH_FOLDERS
        )
        if path.is_dir() and goes_in and not file.endswith(_ENDINGS) and real not in above:
            yield from _within(root, file, above | {real})
        else:
            yield file, path


def _look(root: Path) -> dict[str, bytes | Unreadable]:
    """What texts show, and own files of the look: those that are not what the program ships."""
    found: dict[str, bytes | Unreadable] = {
        path.relative_to(root).as_posix(): raw
        for path in sorted((root / PICTURES).rglob("*"))
        if path.is_file() and not is_nobodys(path.name) and path.resolve().is_relative_to(root.resolve())
        if (raw := _whole(path)) is not None
    }
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

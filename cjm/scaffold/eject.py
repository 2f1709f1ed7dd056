"""The shipped templates and assets in, the one that somebody wants to change out."""

from dataclasses import dataclass
from pathlib import Path

from cjm.resources import shipped

_FOLDERS = ("templates", "site_build/assets")


@dataclass(frozen=True, slots=True)
class Ejectable:
    """A shipped file that a handbook may replace by one of its own, at the same path."""

    path: str
    source: Path


def ejectable() -> tuple[Ejectable, ...]:
    """Every template and asset that comes with the program, by path."""
    root = shipped()
    files = (file for folder in _FOLDERS for file in (root / folder).rglob("*"))
    return tuple(
        Ejectable(file.relative_to(root).as_posix(), file)
        for file in sorted(files)
        if file.is_file() and not any(part.startswith((".", "__")) for part in file.relative_to(root).parts)
    )


def find_ejectable(name: str) -> tuple[Ejectable, ...]:
    """The files that `name` names: the whole path, or its end («section.md», «pages/section.md»)."""
    wanted = name.replace("\\", "/").strip("/").removeprefix("./")
    found = ejectable()
    exact = tuple(one for one in found if one.path == wanted)
    return exact or tuple(one for one in found if one.path.endswith("/" + wanted))

"""A folder in, a new handbook in it out, or one shipped file of a handbook's look; nothing is ever overwritten."""

from collections.abc import Iterable
from pathlib import Path

from cjm.app.refusal import NOTHING, Misuse, Refusal, writing
from cjm.language.letters import nearest
from cjm.language.says import Language, Says
from cjm.load.folder import repository_of
from cjm.pages.contract import marked
from cjm.scaffold import First, ejectable, find_ejectable, first_files, in_the_way, jobs, new_handbook, write_new

_MORE = Says("\n  … и ещё {count}", "\n  … and {count} more")
_NEAR = Says(" Может быть, «{near}»?", ' Perhaps "{near}"?')
_SHOWN = 10


class InTheWay(Refusal):
    """The folder holds something where a file of the new handbook would lie."""

    SAYS = Says(
        "Ничего не записано: в папке {folder} уже есть\n{files}{more}\nВыберите пустую папку или уберите эти файлы.",
        "Nothing was written: the folder {folder} already has\n{files}{more}\nChoose an empty folder, or move these files away.",
    )


class WhichFile(Misuse):
    """One file at a time."""

    SAYS = Says(
        "назовите файл или покажите все имена: cjm eject --list", "name a file, or see all names: cjm eject --list"
    )


class NoSuchFile(Misuse):
    """Nothing of this name is shipped."""

    SAYS = Says(
        "нет такого шаблона и такого файла: «{name}».{near} Все имена: cjm eject --list",
        'no template or asset is called "{name}".{near} All names: cjm eject --list',
    )


class SeveralFiles(Misuse):
    """The name is too short."""

    SAYS = Says(
        "«{name}» — это несколько файлов. Назовите один:\n{paths}", '"{name}" names several files. Name one:\n{paths}'
    )


class AlreadyOwn(Refusal):
    """The handbook has the file; it is the author's."""

    SAYS = Says(
        "{path} уже лежит в гайдлайне. Ничего не изменено.", "{path} is in the handbook already. Nothing was changed."
    )


def start(
    folder: Path, *, bare: bool = False, ci: Iterable[str] = (), language: Language = "ru", first: First | None = None
) -> None:
    """Lay down a new handbook in `folder`; with `first` its own beginning, no example. Raises InTheWay or NotWritten."""
    # A code host looks for its jobs at the top of the repository, wherever the handbook lies in it.
    here = folder.resolve()
    top = repository_of(here) or here
    own = first_files(first, language) if first else None
    wanted = {folder: new_handbook(bare=bare, language=language, own=own)}
    wanted[top] = (wanted.pop(folder) if top == here else {}) | jobs(
        dict.fromkeys(ci), here.relative_to(top).as_posix()
    )
    for place, files in wanted.items():
        blocked = (".",) if place.exists() and not place.is_dir() else in_the_way(place, files)
        if blocked:
            more = _MORE.filled(count=len(blocked) - _SHOWN) if len(blocked) > _SHOWN else NOTHING
            raise InTheWay(folder=place, files="\n".join(f"  {path}" for path in blocked[:_SHOWN]), more=more)
    with writing():
        for place, files in wanted.items():
            write_new(place, files)


def eject(name: str | None, root: Path) -> str:
    """Copy the shipped template or asset called `name` into the handbook; its path. Raises a Refusal or OSError."""
    if not name:
        raise WhichFile
    found = find_ejectable(name)
    if not found:
        names = [one.path for one in ejectable()]
        near = nearest(name, names) or nearest(name, [path.rpartition("/")[2] for path in names])
        raise NoSuchFile(name=name, near=_NEAR.filled(near=near) if near else NOTHING)
    if len(found) > 1:
        raise SeveralFiles(name=name, paths="\n".join(f"  {one.path}" for one in found))
    target = root / found[0].path
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("xb") as stream:
            stream.write(marked(found[0].path, found[0].source.read_bytes()))
    except FileExistsError as error:
        raise AlreadyOwn(path=found[0].path) from error
    return found[0].path

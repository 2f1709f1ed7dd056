"""The id of a handbook in, the room of its private records out: a folder outside the checkout, with an owner, a file a record.

One file per record, with a name that no other laptop gives, is why two rooms are merged by putting one beside the other.
Nothing is written where git would take it: history does not forget, and what is forgotten here must be gone.
"""

import datetime as dt
import json
import os
import secrets
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cjm.atomic import save
from cjm.language.letters import is_id
from cjm.language.says import Says
from cjm.model.outline import Outline
from cjm.private.kinds import SORTS, Sort

# In the home folder, in plain sight: not in Documents, which many a laptop copies to a cloud abroad.
AT_HOME, VARIABLE, FILE_OF_ROOM = "cjm-private", "CJM_PRIVATE", "room.json"
FORGOTTEN = "forgotten"  # ids that must not come back from another laptop; they name nobody
_SIGNS = "0123456789abcdefghjkmnpqrstvwxyz"  # none that is taken for another when read aloud
_PUBLIC = ("guideline", "touchpoints", "templates", "site_build")  # what is read, printed and built

Entry = Mapping[str, Any]


class NotPrivate(Exception):
    """A private record is not written, or cannot be read; `says` is the sentence for its owner."""

    def __init__(self, says: Says) -> None:
        super().__init__(says.en)
        self.says = says


_NO_ROOM = Says(
    '{handbook}: личных записей ещё нет. Заведите их: cjm private open --owner "Имя Фамилия" (лягут в {folder})',
    'there are no private records for "{handbook}" here yet. Begin them: cjm private open --owner "Full Name" (they will lie in {folder})',
)
_OTHERS = Says(
    "{folder}: это чужие личные записи ({theirs}), а не наши ({ours}). Дайте гайдлайну другое имя (handbook: в handbook.yml) или назовите другую папку в переменной {variable}",
    '{folder} holds the private records of "{theirs}", not of "{ours}". Give the handbook another id (handbook: in handbook.yml), or name another folder in the variable {variable}',
)
_TAKEN_BY_GIT = Says(
    "{file}: не записано: папка лежит в репозитории git и попала бы в историю, откуда не стереть. Уберите личные записи из репозитория (переменная {variable}) или впишите папку в .gitignore",
    "{file}: not written: the folder lies in a git repository and would enter its history, from which nothing is erased. Move the private records out of it (the variable {variable}), or put the folder into .gitignore",
)
_PUBLISHED = Says(
    "{file}: не записано: эта папка гайдлайна печатается или попадает на сайт. Назовите другую в переменной {variable}",
    "{file}: not written: this folder of the handbook is printed or goes to the site. Name another one in the variable {variable}",
)
_UNREADABLE = Says(
    "{file}: личная запись не читается: {reason}. Верните её из копии или удалите файл",
    "{file}: the private record cannot be read: {reason}. Restore it from a copy, or delete the file",
)


@dataclass(frozen=True, slots=True)
class Room:
    """Where the private records of one handbook lie, and who answers for them."""

    folder: Path
    outline: Outline
    owner: str
    root: Path
    terms: Mapping[str, int]  # days, by folder, where the owner chose another term

    def records(self, folder: str) -> tuple[Entry, ...]:
        """All records of one sort, by name. Raises NotPrivate for one that cannot be read: silence would look like nobody."""
        return tuple(self.each(folder))

    def each(self, folder: str) -> Iterator[Entry]:
        """The same one at a time, where they may be large."""
        return (read_entry(file) for file in sorted((self.folder / folder).glob("*.json")))

    def record(self, folder: str, id: str) -> Entry | None:
        """One record; None where there is none."""
        file = self.folder / folder / f"{id}.json"
        return read_entry(file) if file.is_file() else None

    def write(self, folder: str, entry: Entry) -> Path:
        """Write one record whole or not at all, under its `id`. Raises NotPrivate where git or the site would take it."""
        return self._save(self.folder / folder / f"{entry['id']}.json", entry)

    def remove(self, folder: str, id: str) -> None:
        """Delete one record, if it is there."""
        (self.folder / folder / f"{id}.json").unlink(missing_ok=True)

    def open(self) -> Path:
        """Write down whose records these are."""
        return self._save(
            self.folder / FILE_OF_ROOM,
            {
                "handbook": self.outline.id,
                "title": self.outline.title,
                "organisation": self.outline.organisation,
                "owner": self.owner,
                "terms": dict(self.terms),
            },
        )

    def new_id(self, folder: str, start: str) -> str:
        """An id that says nothing and that no other laptop makes: `p-7k3mq`."""
        taken = {file.stem for place in (folder, FORGOTTEN) for file in (self.folder / place).glob("*.json")}
        while (made := f"{start}-{''.join(secrets.choice(_SIGNS) for _ in range(6))}") in taken:
            pass
        return made

    def term(self, kept: Sort) -> dt.timedelta:
        """How long records of a sort are kept after their day."""
        return dt.timedelta(days=self.terms.get(kept.folder, kept.days))

    def every(self) -> Iterator[tuple[Sort, Entry]]:
        """All records with their sort."""
        return ((kept, entry) for kept in SORTS.values() for entry in self.records(kept.folder))

    def write_beside(self, file: Path, content: str | bytes) -> None:
        """Write something made from the records where its reader wants it. Raises NotPrivate as `write` does."""
        self._may(file)
        save(file, content)

    def is_public(self, file: Path) -> bool:
        """Whether `file` lies where it would be read, printed or built."""
        return any(file.resolve().is_relative_to((self.root / name).resolve()) for name in _PUBLIC)

    def _may(self, file: Path) -> None:
        for against, why in ((self.is_public, _PUBLISHED), (would_be_committed, _TAKEN_BY_GIT)):
            if against(file):
                raise NotPrivate(why.filled(file=file, variable=VARIABLE))

    def _save(self, file: Path, entry: Entry) -> Path:
        self._may(file)
        for folder in (self.folder.parent, self.folder, file.parent):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        save(file, json.dumps(entry, ensure_ascii=False, separators=(",", ":")) + "\n")
        return file


def room_of(outline: Outline, root: Path, environ: Mapping[str, str] = os.environ) -> Room:
    """The room of the handbook with this outline. Raises NotPrivate where there is none yet, or it is another's."""
    folder = folder_of(outline.id, environ)
    if not (folder / FILE_OF_ROOM).is_file():
        raise NotPrivate(_NO_ROOM.filled(handbook=outline.title or outline.id, folder=folder))
    known = read_entry(folder / FILE_OF_ROOM)
    if known.get("title") != outline.title and known.get("organisation") != outline.organisation:
        raise NotPrivate(
            _OTHERS.filled(folder=folder, theirs=known.get("title"), ours=outline.title, variable=VARIABLE)
        )
    return Room(folder, outline, str(known.get("owner", "")), root, known.get("terms", {}))


def new_room(outline: Outline, owner: str, root: Path, environ: Mapping[str, str] = os.environ) -> Room:
    """A room with this owner, not written yet; one that is there keeps its records and its terms."""
    folder = folder_of(outline.id, environ)
    known = room_of(outline, root, environ).terms if (folder / FILE_OF_ROOM).is_file() else {}
    return Room(folder, outline, owner, root, known)


def has_room(outline: Outline, environ: Mapping[str, str] = os.environ) -> bool:
    """Whether anybody keeps private records of this handbook here."""
    return (folder_of(outline.id, environ) / FILE_OF_ROOM).is_file()


def folder_of(handbook: str, environ: Mapping[str, str] = os.environ) -> Path:
    """Where the private records of a handbook lie: below the folder that CJM_PRIVATE names, else in the home folder."""
    base = environ.get(VARIABLE)
    return (Path(base) if base else Path.home() / AT_HOME) / (handbook if is_id(handbook) else "handbook")


def would_be_committed(file: Path) -> bool:
    """Whether `file` lies in a repository that does not ignore it, or has it already. What git cannot tell counts as yes."""
    file = file.resolve()
    inside = next((one for one in file.parents if (one / ".git").exists()), None)
    if inside is None:
        return False
    try:
        asked = ["git", "-C", str(inside), "check-ignore", "--quiet", "--", str(file)]
        return subprocess.run(asked, capture_output=True, check=False).returncode != 0
    except OSError:
        return True


def read_entry(file: Path) -> Entry:
    """One record. Raises NotPrivate where it cannot be read."""
    try:
        made = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise NotPrivate(_UNREADABLE.filled(file=file, reason=error)) from error
    if not isinstance(made, dict):
        raise NotPrivate(_UNREADABLE.filled(file=file, reason="{…}?"))
    return made

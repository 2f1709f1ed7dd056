"""Why something was not done: a sentence in both languages with the values that it names."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from cjm.atomic import save
from cjm.language.says import Language, Says

if TYPE_CHECKING:  # a command that edits nothing does without
    from cjm.edit import Changed

NOTHING = Says("", "")
_AT_ONCE = 16  # files that wait for the disk together: one after the other, a thousand wait a second


class Refusal(Exception):
    """Nothing was done, and this is why. Each reason is a class of its own, with its sentence and the values in it."""

    SAYS: ClassVar[Says]

    def __init__(self, **values: object) -> None:
        super().__init__(values)
        self.values = values

    def __str__(self) -> str:
        return self.to("en")

    def to(self, language: Language) -> str:
        """The sentence in `language`."""
        return self.SAYS.to(language, **self.values)


class Misuse(Refusal):
    """What was asked for makes no sense, whatever the handbook says; another wording of the wish will do."""


class NotWritten(Refusal):
    """The disk did not take the file."""

    SAYS = Says("{file}: не записано: {reason}{open}", "{file}: not written: {reason}{open}")
    OPEN = Says(
        ". Если файл открыт в другой программе, закройте его", ". If another program has the file open, close it there"
    )

    def __init__(self, error: OSError, file: Path | None = None) -> None:
        opened = self.OPEN if isinstance(error, PermissionError) else ""
        super().__init__(file=file or error.filename or "", reason=error.strerror or error, open=opened)


class ChangedMeanwhile(Refusal):
    """The file on the disk is no longer the one that was read."""

    SAYS = Says(
        "{file} изменился, пока мы его читали: ничего не записано. Запустите команду ещё раз",
        "{file} has changed since it was read: nothing was written. Run the command again",
    )


@contextlib.contextmanager
def writing(file: Path | None = None) -> Iterator[None]:
    """What the disk refuses while `file` is written is a NotWritten."""
    try:
        yield
    except BrokenPipeError:
        raise  # whoever read our lines has gone, which is no matter of files
    except OSError as error:
        raise NotWritten(error, file) from error


def write(file: Path, content: str | bytes) -> None:
    """Make `content` what `file` holds. Raises NotWritten."""
    with writing(file):
        save(file, content)


def write_all(root: Path, changes: Iterable[Changed]) -> None:
    """Make each file below `root` what it is to be, or leave all as they were. Raises NotWritten, ChangedMeanwhile."""
    from concurrent.futures import ThreadPoolExecutor  # a command that edits nothing does without

    changes = tuple(changes)
    there = {one.file for one in changes if (root / one.file).is_file()}
    for one in changes:
        if one.file in there and (root / one.file).read_bytes() != one.before:
            raise ChangedMeanwhile(file=one.file)
    begun: list[Changed] = []

    def make(one: Changed) -> None:
        begun.append(one)
        if one.moved_to:  # moved, not made anew: its rights go with it
            (root / one.file).replace(root / one.moved_to)
        save(root / (one.moved_to or one.file), one.after)

    with writing():
        try:
            with ThreadPoolExecutor(_AT_ONCE) as pool:
                list(pool.map(make, changes))
        except BaseException:
            for one in reversed(begun):
                with contextlib.suppress(OSError):
                    if one.moved_to and not (root / one.file).exists():
                        (root / one.moved_to).replace(root / one.file)
                    if one.file in there:
                        save(root / one.file, one.before)
                    else:
                        (root / one.file).unlink()
            raise

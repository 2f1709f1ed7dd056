"""What the disk refuses in, the sentence that ends the command out."""

import contextlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cjm.atomic import save
from cjm.language.says import Language, Says

if TYPE_CHECKING:
    from cjm.repair import Changed

_NO_DISK = Says("{file}: не записано: {reason}", "{file}: not written: {reason}")
_OPEN = Says(
    ". Если файл открыт в другой программе, закройте его", ". If another program has the file open, close it there"
)


def save_all(root: Path, changes: "Iterable[Changed]") -> None:
    """Make each file below `root` what it is to be, or leave all as they were where one of them is refused."""
    done: list[Changed] = []
    try:
        for one in changes:
            done.append(one)
            if one.moved_to:  # moved, not made anew: its rights go with it
                (root / one.file).replace(root / one.moved_to)
            save(root / (one.moved_to or one.file), one.after)
    except BaseException:
        for one in reversed(done):
            with contextlib.suppress(OSError):
                if one.moved_to and not (root / one.file).exists():
                    (root / one.moved_to).replace(root / one.file)
                save(root / one.file, one.before)
        raise


@contextlib.contextmanager
def saving(language: Language, file: Path | None = None) -> Iterator[None]:
    """What the disk refuses while `file` is written ends the command with a sentence."""
    try:
        yield
    except BrokenPipeError:
        raise  # whoever read our lines has gone: click ends the program quietly
    except OSError as error:
        raise click.ClickException(not_written(error, language, file)) from error


def not_written(error: OSError, language: Language, file: Path | None = None) -> str:
    """The sentence that says which file could not be written, and why."""
    told = _NO_DISK.to(language, file=file or error.filename or "", reason=error.strerror or error)
    return told + (_OPEN.to(language) if isinstance(error, PermissionError) else "")

"""What the disk refuses in, the sentence that ends the command out."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

import click

from cjm.language.says import Language, Says

_NO_DISK = Says("{file}: не записано: {reason}", "{file}: not written: {reason}")
_OPEN = Says(
    ". Если файл открыт в другой программе, закройте его", ". If another program has the file open, close it there"
)


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

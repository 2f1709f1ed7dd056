"""Text for a file in, the file on disk out: the old content or the new one, never half."""

import contextlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import click

from cjm.language.says import Language, Says

_NO_DISK = Says("{file}: не записано: {reason}", "{file}: not written: {reason}")
_OPEN = Says(
    ". Если файл открыт в другой программе, закройте его", ". If another program has the file open, close it there"
)


def save(file: Path, content: str | bytes) -> None:
    """Write `content` beside the file and put it in its place; folders are made, permissions are kept."""
    raw = content.encode("utf-8") if isinstance(content, str) else content
    file = file.resolve()  # a link stays a link
    file.parent.mkdir(parents=True, exist_ok=True)
    if file.exists() and not file.is_file():  # /dev/stdout, a named pipe
        file.write_bytes(raw)
        return
    handle, beside = tempfile.mkstemp(prefix=f".{file.name}.", suffix=".tmp", dir=file.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(raw)
        if file.exists():
            os.chmod(beside, file.stat().st_mode & 0o7777)
        else:
            mask = os.umask(0)
            os.umask(mask)
            os.chmod(beside, 0o666 & ~mask)
        os.replace(beside, file)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
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

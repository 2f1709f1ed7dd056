"""Bytes for a file in, the file on disk out: the old content or the whole new one, never half."""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

_ASKING = threading.Lock()  # the mask is only told to who sets it, for all threads


def save(file: Path, content: str | bytes) -> None:
    """Make `content` what `file` holds."""
    with replacing(file) as stream:
        stream.write(content.encode("utf-8") if isinstance(content, str) else content)


@contextmanager
def replacing(file: Path) -> Iterator[IO[bytes]]:
    """A stream that is written beside `file` and put in its place when it is whole and on the disk.

    Folders are made, permissions are kept, a link stays a link; what fails leaves the old file.
    """
    import tempfile  # with all that compresses files: a command that writes nothing does without

    file = file.resolve()
    file.parent.mkdir(parents=True, exist_ok=True)
    if file.exists() and not file.is_file():  # /dev/stdout, a named pipe
        with file.open("wb") as stream:
            yield stream
        return
    handle, beside = tempfile.mkstemp(prefix=f".{file.name}.", suffix=".tmp", dir=file.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        if file.exists():
            os.chmod(beside, file.stat().st_mode & 0o7777)
        else:
            with _ASKING:
                mask = os.umask(0)
                os.umask(mask)
            os.chmod(beside, 0o666 & ~mask)
        os.replace(beside, file)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise

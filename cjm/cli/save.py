"""Text for a file in, the file on disk out: the old content or the new one, never half."""

import os
import tempfile
from pathlib import Path


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

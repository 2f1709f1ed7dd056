"""A built site in, a zip to hand over out: the same bytes for the same site."""

import datetime as dt
import zipfile
from collections.abc import Mapping
from pathlib import Path

from cjm.atomic import replacing

_READABLE_FILE = 0o100644 << 16


def pack(files: Mapping[str, Path], folder: str, target: Path, day: dt.date) -> None:
    """Write `files` into the zip `target`, below `folder`, every one dated `day`."""
    stamp = (max(day.year, 1980), day.month, day.day, 0, 0, 0)
    with replacing(target) as stream, zipfile.ZipFile(stream, "w") as archive:
        for path in sorted(files):
            entry = zipfile.ZipInfo(f"{folder}/{path}", stamp)
            entry.create_system, entry.external_attr = 3, _READABLE_FILE
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, files[path].read_bytes(), compresslevel=9)

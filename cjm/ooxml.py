"""An Office file, or the files of any archive, in, a zip out with nothing in it that depends on the moment it was made."""

import datetime as dt
import io
import re
import zipfile
from collections.abc import Mapping

_CORE = "docProps/core.xml"
_MOMENT = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)")
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the first that a zip can name


def settled(raw: bytes, day: dt.date) -> bytes:
    """The file as if it was made on `day`, its members in the order they were written."""
    moment = f"{day.isoformat()}T00:00:00Z".encode("ascii")
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as before, zipfile.ZipFile(packed, "w") as after:
        for member in before.infolist():
            content = before.read(member)
            if member.filename == _CORE:
                content = _MOMENT.sub(rb"\g<1>" + moment + rb"\g<2>", content)
            kept = zipfile.ZipInfo(member.filename, _FIRST_DAY)
            kept.compress_type = zipfile.ZIP_DEFLATED
            kept.external_attr = 0o644 << 16
            after.writestr(kept, content)
    return packed.getvalue()


def zipped(files: Mapping[str, bytes]) -> bytes:
    """An archive of `files` by their names, the same bytes for the same files."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            member = zipfile.ZipInfo(name, _FIRST_DAY)
            member.create_system, member.external_attr = 3, 0o644 << 16
            archive.writestr(member, content, zipfile.ZIP_DEFLATED)
    return packed.getvalue()

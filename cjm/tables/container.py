"""The bytes of a zip (of an Office file too) in, its members out, or Rejected: bombs, ways out of it, passwords, macros."""

import re
import stat
import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO

from cjm.language.says import Says
from cjm.tables.rejected import Rejected

MOST_BYTES = 200_000_000  # unpacked, all together
MOST_MEMBERS = 10_000
_MOST_TIMES = 250  # a member that becomes larger than this many times itself is made to fill the memory
_SMALL = 1_000_000  # … if it becomes larger than this at all: an empty sheet packs very well

_BOMB = Says(
    "архив разворачивается в {size} МБ: такой не открываем",
    "the archive unpacks to {size} MB: such a one is not opened",
)
_MANY = Says(
    "в архиве слишком много файлов ({count}): такой не открываем",
    "there are too many files in the archive ({count}): it is not opened",
)
_WAY_OUT = Says(
    "в архиве файл «{name}», который лёг бы за его пределы. Упакуйте папку заново",
    'the archive has a file "{name}" that would lie outside it. Pack the folder again',
)
_PASSWORD = Says(
    "архив под паролем. Распакуйте его и упакуйте без пароля", "the archive has a password. Pack it again without one"
)
_MACROS = Says(
    "в файле макросы (программа). Сохраните его без макросов, как .docx или .xlsx",
    "there are macros (a program) in the file. Save it without macros, as .docx or .xlsx",
)
_ENTITIES = Says(
    "внутри файла XML с собственными определениями (DOCTYPE): такие бывают только у вредоносных файлов",
    "there is XML with definitions of its own (DOCTYPE) in the file: only harmful files have such",
)
_DAMAGED = Says(
    "файл повреждён: «{name}» не распаковывается. Скачайте его ещё раз",
    'the file is damaged: "{name}" cannot be unpacked. Download it again',
)
# What `zipfile` raises over an archive that is cut, altered or packed in a way it does not know.
NO_ARCHIVE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError, ValueError)
_DECLARED = re.compile(rb"""<\?xml[^>]*encoding\s*=\s*["']([^"']+)""")


def opened_zip(raw: bytes) -> zipfile.ZipFile:
    """The archive, when nothing in its list of members speaks against it. Raises Rejected."""
    try:
        archive = zipfile.ZipFile(BytesIO(raw))
    except NO_ARCHIVE as error:
        raise Rejected(_DAMAGED, name="zip") from error
    listed = archive.infolist()
    if len(listed) > MOST_MEMBERS:
        raise Rejected(_MANY, count=len(listed))
    size = sum(one.file_size for one in listed)
    blown = any(one.file_size > max(_SMALL, one.compress_size * _MOST_TIMES) for one in listed)
    if size > MOST_BYTES or blown:
        raise Rejected(_BOMB, size=max(size // 1_000_000, 1))
    for one in listed:
        name = one.filename.replace("\\", "/")
        link = stat.S_ISLNK(one.external_attr >> 16)
        if name.startswith("/") or ":" in name.split("/")[0] or ".." in name.split("/") or link:
            raise Rejected(
                _WAY_OUT, name=ascii(one.filename)[1:-1][:80] if not one.filename.isprintable() else one.filename[:80]
            )
        if one.flag_bits & 1:
            raise Rejected(_PASSWORD)
        if name.lower().endswith(("vbaproject.bin", "vbadata.xml")):
            raise Rejected(_MACROS)
    return archive


def members(raw: bytes) -> Mapping[str, bytes]:
    """The content of each file in the archive by its name. Raises Rejected; XML that defines entities is no member of any."""
    found: dict[str, bytes] = {}
    with opened_zip(raw) as archive:
        for one in archive.infolist():
            if one.is_dir():
                continue
            try:
                content = archive.read(one)
            except NO_ARCHIVE as error:
                raise Rejected(_DAMAGED, name=one.filename[:80]) from error
            if one.filename.lower().endswith((".xml", ".rels", ".vml")):
                _refuse_entities(content)
            found[one.filename.replace("\\", "/")] = content
    return found


# Private functions


def _refuse_entities(content: bytes) -> None:
    """Office writes no DOCTYPE; an encoding in which one could hide from us it does not write either."""
    plain = content.replace(b"\x00", b"")
    declared = _DECLARED.search(plain[:200])
    hidden = declared and declared[1].lower() not in (b"utf-8", b"utf-16", b"us-ascii", b"ascii")
    if hidden or b"<!DOCTYPE" in plain or b"<!ENTITY" in plain:
        raise Rejected(_ENTITIES)

"""A Handbook in, the pictures and files that its texts show out, as they may be given away: without where they were taken."""

import io
from collections.abc import Mapping

from cjm.model import Handbook

_PHOTOS = (b"\xff\xd8\xff",)  # how a JPEG begins: cameras write place, day and owner into it
_QUALITY = 90


def shown_files(handbook: Handbook) -> Mapping[str, bytes]:
    """The files by their paths on the site, `files/…`."""
    files = {
        path.removeprefix("guideline/"): raw
        for path, raw in handbook.look.items()
        if path.startswith("guideline/files/")
    }
    return {path: _without_origin(raw) for path, raw in files.items()}


# Private functions


def _without_origin(raw: bytes) -> bytes:
    """A photograph upright and without what its camera wrote down; anything else as it is."""
    if not raw.startswith(_PHOTOS):
        return raw
    from PIL import Image, ImageOps, UnidentifiedImageError  # only a handbook with photographs pays for it

    try:
        with Image.open(io.BytesIO(raw)) as picture:
            if not picture.getexif() and not {"exif", "xmp", "photoshop", "comment"} & set(picture.info):
                return raw
            made = io.BytesIO()
            ImageOps.exif_transpose(picture).convert("RGB").save(made, "JPEG", quality=_QUALITY, optimize=True)
            return made.getvalue()
    except (UnidentifiedImageError, OSError):
        return b""  # rule 515 says that it is no picture; what cannot be cleaned is not given away

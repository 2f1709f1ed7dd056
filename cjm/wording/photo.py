"""The bytes of a picture in, those that may be given away out: without where it was taken, or as Word can show it."""

import io

_PHOTOS = (b"\xff\xd8\xff",)  # how a JPEG begins: cameras write place, day and owner into it
_SHOWN_BY_WORD = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8")
_QUALITY = 90


def without_origin(raw: bytes) -> bytes:
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


def for_word(raw: bytes) -> bytes:
    """The same without its origin, in a form that Word shows; nothing where it is no picture."""
    raw = without_origin(raw)
    if raw.startswith(_SHOWN_BY_WORD):
        return raw
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(io.BytesIO(raw)) as picture:
            made = io.BytesIO()
            picture.convert("RGBA").save(made, "PNG")
            return made.getvalue()
    except (UnidentifiedImageError, OSError):
        return b""

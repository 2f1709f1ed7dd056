"""The bytes of a picture in, its width and height out, so that a page keeps room for it before it is there."""

import io
import re

_VIEW_BOX = re.compile(rb"<svg\b[^>]*?\bviewBox=[\"']\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)")
_HEAD = 4_096  # bytes: where a drawing says how large it is


def picture_size(raw: bytes) -> tuple[int, int] | None:
    """Pixels, of a drawing the units of its view box; None where it cannot be told."""
    if found := _VIEW_BOX.search(raw[:_HEAD]):
        return round(float(found[1])), round(float(found[2]))
    from PIL import Image, UnidentifiedImageError  # only a handbook with photographs pays for it

    try:
        with Image.open(io.BytesIO(raw)) as picture:
            return picture.size
    except (UnidentifiedImageError, OSError, ValueError):
        return None

"""Text in, the room it takes in a terminal out."""

import unicodedata


def cells(text: str) -> int:
    """How many columns of a terminal `text` takes."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)

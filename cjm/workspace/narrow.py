"""The place of a whole value in, the place of the words at fault inside it out."""

import dataclasses
import re

from cjm.model import Place


def narrow(place: Place, quote: str, text: str) -> Place:
    """The first stretch of `place` that reads `quote`, whatever the white space between its words; else `place`."""
    pattern = r"\s+".join(re.escape(word) for word in quote.split())
    match = re.compile(pattern, re.IGNORECASE).search(text, place.start, place.end) if pattern else None
    return place if match is None else within(place, match.start(), match.end(), text)


def within(place: Place, start: int, end: int, text: str) -> Place:
    """The stretch of `text`, the whole of its file, from the offset `start` in `place` to `end`."""
    line = place.line + text.count("\n", place.start, start)
    column = start - (text.rfind("\n", 0, start) + 1) + 1
    return dataclasses.replace(place, line=line, column=column, start=start, end=end)

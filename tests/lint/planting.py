"""A mistake as an outsider writes it in, the handbook with that mistake in it and the place a true message points to out.

Each fault is one mistake in one file. `edit` changes the text of the file, `raw` its bytes, `move` gives it another name,
`copy` leaves a second file beside it. Anchors are whole lines with an id or a key, found exactly once. `apply` writes the
fault into a copy of the handbook and says where a message should point: the first line that changed plus `at`, with
`near` lines to either side; `blame` names the line by its text instead; `whole` is satisfied by any line of the file.
`words`: at least one of them (a stem, in any case) stands in a message that names the one true `cause`.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Edit = Callable[[str], str]


@dataclass(frozen=True)
class Fault:
    id: str
    family: Literal["format", "content"]
    file: str
    cause: str
    words: tuple[str, ...]
    repair: str
    edit: Edit | None = None
    raw: Callable[[bytes], bytes] | None = None
    move: str = ""
    copy: str = ""
    at: int = 0
    near: int = 2
    blame: str = ""
    whole: bool = False


@dataclass(frozen=True)
class Place:
    """Where a true message points: any line from `first` to `last` of any of the `files`."""

    files: tuple[str, ...]
    first: int
    last: int


class NoPlaceError(Exception):
    """The anchor is not in the file exactly once."""


def _span(lines: list[str], anchor: str) -> tuple[int, int, int]:
    """The lines of the thing the anchor begins, and how deep its keys stand."""
    found = [number for number, line in enumerate(lines) if line == anchor]
    if len(found) != 1:
        raise NoPlaceError(f"{len(found)} times: {anchor}")
    start, depth = found[0], len(anchor) - len(anchor.lstrip())
    if not anchor.lstrip().startswith("- "):
        return 0, len(lines), depth
    end = start + 1
    while end < len(lines) and (not lines[end].strip() or len(lines[end]) - len(lines[end].lstrip()) > depth):
        end += 1
    return start, end, depth + 2


def line(anchor: str, key: str, new: str | None) -> Edit:
    """Another text instead of a key with all it holds; `%L` is what stood there, `%V` what stood after the colon."""

    def edit(text: str) -> str:
        lines = text.split("\n")
        start, end, depth = _span(lines, anchor)
        for first in range(start, end):
            if not re.match(rf"{' ' * depth}{re.escape(key)}:( |$)", lines[first]):
                continue
            last = first + 1
            while last < len(lines) and (lines[last].startswith(" " * (depth + 1)) or not lines[last].strip()):
                last += 1
            while last > first + 1 and not lines[last - 1].strip():
                last -= 1
            value = lines[first].partition(":")[2].strip()
            was = "\n".join(lines[first:last])
            put = [] if new is None else new.replace("%L", was).replace("%V", value).split("\n")
            return "\n".join(lines[:first] + put + lines[last:])
        raise NoPlaceError(f"no {key} in {anchor}")

    return edit


def drop(anchor: str, key: str) -> Edit:
    return line(anchor, key, None)


def add(anchor: str, new: str) -> Edit:
    """A text on the line after the anchor."""

    def edit(text: str) -> str:
        lines = text.split("\n")
        _span(lines, anchor)
        here = lines.index(anchor) + 1
        return "\n".join([*lines[:here], *new.split("\n"), *lines[here:]])

    return edit


def swap(anchor: str, old: str, new: str) -> Edit:
    """Another text instead of the first such text in the thing the anchor begins."""

    def edit(text: str) -> str:
        lines = text.split("\n")
        start, end, _ = _span(lines, anchor)
        inside = "\n".join(lines[start:end])
        if old not in inside:
            raise NoPlaceError(f"no {old!r} in {anchor}")
        return "\n".join([*lines[:start], inside.replace(old, new, 1), *lines[end:]])

    return edit


def sub(old: str, new: str) -> Edit:
    """Another text instead of one that stands in the file exactly once."""

    def edit(text: str) -> str:
        if text.count(old) != 1:
            raise NoPlaceError(f"{text.count(old)} times: {old}")
        return text.replace(old, new)

    return edit


def tail(new: str) -> Edit:
    return lambda text: text.rstrip("\n") + "\n" + new + "\n"


def head(new: str) -> Edit:
    return lambda text: new + "\n" + text


def twice(anchor: str) -> Edit:
    """The thing the anchor begins, pasted once more after itself."""

    def edit(text: str) -> str:
        lines = text.split("\n")
        start, end, _ = _span(lines, anchor)
        return "\n".join([*lines[:end], *lines[start:end], *lines[end:]])

    return edit


def changed(before: str, after: str) -> int:
    """The first line that is not what it was, from one."""
    old, new = before.split("\n"), after.split("\n")
    for number, (one, other) in enumerate(zip(old, new, strict=False), 1):
        if one != other:
            return number
    return min(len(old), len(new)) + 1


def apply(fault: Fault, root: Path) -> Place:
    """Write the fault into the handbook at `root`; the place a true message points to."""
    path = root / fault.file
    if fault.raw:
        path.write_bytes(fault.raw(path.read_bytes()))
        return Place((fault.file,), 0, 1 << 20)
    if fault.move:
        path.rename(root / fault.move)
        return Place((fault.file, fault.move), 0, 1 << 20)
    if fault.copy:
        (root / fault.copy).write_bytes(path.read_bytes())
        return Place((fault.file, fault.copy), 0, 1 << 20)
    if fault.edit is None:
        raise NoPlaceError(f"{fault.id} does nothing")
    before = path.read_bytes().decode("utf-8").replace("\r\n", "\n")
    after = fault.edit(before)
    if before == after:
        raise NoPlaceError(f"{fault.id} changes nothing")
    path.write_bytes(after.encode("utf-8"))
    if fault.whole:
        return Place((fault.file,), 0, 1 << 20)
    if fault.blame:
        lines = [number for number, text in enumerate(after.split("\n"), 1) if fault.blame in text]
        if not lines:
            raise NoPlaceError(f"{fault.id}: nothing to blame")
        return Place((fault.file,), lines[0] - fault.near, lines[0] + fault.near)
    here = changed(before, after) + fault.at
    return Place((fault.file,), here - fault.near, here + fault.near)

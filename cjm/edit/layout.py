"""A text and an offset in, the lines around it, their comments and the blank lines between things out."""

import re

_BLANKS = re.compile(r"[ \t]*")
_SKIPPED = re.compile(r"(?:\s+|(?:(?<=\s)|^)#[^\r\n]*|[&!]\S*)*")


def newline_of(text: str) -> str:
    """How the lines of a file end."""
    return "\r\n" if "\r\n" in text else "\n"


def line_start(text: str, at: int) -> int:
    """Where the line of `at` begins."""
    return text.rfind("\n", 0, at) + 1


def line_end(text: str, at: int) -> int:
    """Where the line of `at` ends, before its line end."""
    end = text.find("\n", at)
    end = len(text) if end < 0 else end
    return end - 1 if end > at and text[end - 1] == "\r" else end


def column(text: str, at: int) -> int:
    """How far in `at` stands, from 0."""
    return at - line_start(text, at)


def first_on_its_line(text: str, at: int) -> bool:
    """Whether only blanks stand before `at`."""
    return not text[line_start(text, at) : at].strip()


def next_sign(text: str, at: int) -> int:
    """Where the first sign from `at` on stands that is no blank, comment, anchor or tag."""
    found = _SKIPPED.match(text, at)
    return found.end() if found else at


def with_comments(text: str, start: int, end: int, floor: int) -> tuple[int, int]:
    """The lines from `start` to `end`, with the comments above them and further in below; never above `floor`."""
    margin, first = column(text, start), line_start(text, start)
    while first and (above := line_start(text, first - 1)) >= floor and _comment(text, above) == margin:
        first = above
    last = line_end(text, end)
    while (below := _next_line(text, last)) is not None and _comment(text, below) > margin:
        last = line_end(text, below)
    return first, last


def end_above(text: str, start: int, floor: int) -> int:
    """Where the last line ends that says something above the one that begins at `start`; never above `floor`."""
    while start and (above := line_start(text, start - 1)) > floor and not text[above:start].strip():
        start = above
    return line_end(text, line_start(text, start - 1)) if start else 0


def shifted(text: str, by: int) -> str:
    """The lines of `text` but the first, moved `by` columns in or out; empty lines stay empty."""
    first, *others = text.split("\n")
    return "\n".join([first, *(_shifted(line, by) for line in others)])


# Private functions


def _shifted(line: str, by: int) -> str:
    if not line.strip("\r"):
        return line
    if by >= 0:
        return " " * by + line
    return line[min(-by, len(line) - len(line.lstrip(" "))) :]


def _comment(text: str, at: int) -> int:
    """How far in the comment stands that is the whole line at `at`; -1 where the line is something else."""
    blanks = _BLANKS.match(text, at)
    inner = blanks.end() if blanks else at
    return inner - at if text.startswith("#", inner) else -1


def _next_line(text: str, end: int) -> int | None:
    at = text.find("\n", end)
    return None if at < 0 or at + 1 >= len(text) else at + 1

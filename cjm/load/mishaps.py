"""A YAML error in, the Problem that names the author's accident and its remedy out."""

import re

import yaml

from cjm.model.handbook import Problem
from cjm.model.place import Place


def from_error(file: str, text: str, error: yaml.YAMLError) -> Problem:
    """What `error` means to somebody who does not know YAML's grammar."""
    problem = str(getattr(error, "problem", None) or error)
    mark = getattr(error, "problem_mark", None)
    context = getattr(error, "context_mark", None)
    if "found unexpected end of stream" in problem and context is not None:
        mark = context  # where the quote was opened, not the end of the file
    if mark is None:
        return Problem("unreadable", "syntax", Place(file, 1, 1, 0, 0), {"detail": problem})
    lines = text.splitlines()
    number = min(mark.line, max(0, len(lines) - 1))
    form, column = _form(problem, lines, number, mark.column)
    opened = _left_open(lines[: number + 1])
    if opened is not None and form in ("indent", "syntax", "no-colon"):
        form, (number, column) = "quote-open", opened
    line = lines[number] if lines else ""
    start = sum(len(one) for one in text.splitlines(keepends=True)[:number]) + column
    place = Place(file, number + 1, column + 1, start, start + max(1, len(line) - column))
    return Problem("unreadable", form, place, {"detail": problem, "text": line.strip(), "key": _key(line)})


def at_offset(file: str, text: str, offset: int) -> Place:
    """The place of one character."""
    line = text.count("\n", 0, offset)
    return Place(file, line + 1, offset - (text.rfind("\n", 0, offset) + 1) + 1, offset, offset + 1)


# Private functions


def _form(problem: str, lines: list[str], number: int, column: int) -> tuple[str, int]:
    """The form of rule 006 and the column (from 0) for an error of libyaml on line `number`."""
    line = lines[number] if lines else ""
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return "tab", line.index("\t")
    value = line.partition(": ")[2].lstrip() or line.lstrip(" -")
    at_value = line.find(value) if value else column
    if "mapping values are not allowed" in problem:
        return "colon", column
    if "did not find expected key" in problem or "did not find expected ',' or" in problem:
        if value.startswith(("{", "[")):
            return "brace", at_value
        return "indent", column
    if "found unexpected end of stream" in problem:
        return "quote-open", column
    if "did not find expected alphabetic or numeric character" in problem or "found undefined alias" in problem:
        return "star", at_value
    if "cannot start any token" in problem:
        return "first-character", column
    if "could not find expected ':'" in problem:
        # The line that lacks its colon is the one above the place where libyaml gives up.
        return "no-colon", column
    if "found unknown escape character" in problem:
        return "escape", column
    if "did not find expected '-' indicator" in problem or "block" in problem:
        return "indent", column
    return "syntax", column


_OPENED = re.compile(r"""^\s*(?:- )*(?:[\w-]+: )?(?:(")(?:[^"\\]|\\.)*|(')[^']*)$""")
_FIELD = re.compile(r"^\s*(?:- )*[a-z_-]+:(?: |$)")


def _left_open(lines: list[str]) -> tuple[int, int] | None:
    """Line and column of a quotation mark that is not closed on its line, though a new field begins below.

    YAML reads on to the next mark, wherever it is, and complains there; the author needs the place of the first.
    """
    for number, line in enumerate(lines[:-1]):
        opened = _OPENED.match(line)
        if opened and _FIELD.match(lines[number + 1]):
            return number, opened.start(1) if opened[1] else opened.start(2)
    return None


def _key(line: str) -> str:
    return line.strip().lstrip("- ").partition(":")[0]

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
    if (
        "found unexpected end of stream" in problem or "could not find expected ':'" in problem
    ) and context is not None:
        mark = context  # where the quote was opened or the field begins, not where libyaml gives up
    if mark is None:
        return Problem("unreadable", "syntax", Place(file, 1, 1, 0, 0), {"detail": problem})
    lines = text.splitlines()
    number = min(mark.line, max(0, len(lines) - 1))
    form, column = _form(problem, lines, number, mark.column)
    if form in ("indent", "syntax", "no-colon"):
        quote, bracket = _left_open(lines[: number + 1]), _bracket_left_open(lines, number)
        if quote is not None:
            form, (number, column) = "quote-open", quote
        elif bracket is not None:
            form, (number, column) = "bracket-open", bracket
    line = lines[number] if lines else ""
    fact = _FACT_WITHIN.search(line) if form in ("brace", "indent") else None
    if fact is not None and any(bracket in line[: fact.start("text")] for bracket in "[{"):
        form, column = ("fact-in-braces" if fact["key"] else "fact-in-brackets"), fact.start("text")
        values = {"detail": problem, "key": fact["key"] or "", "text": fact["text"].strip()}
        start = sum(len(one) for one in text.splitlines(keepends=True)[:number])
        place = Place(file, number + 1, column + 1, start + column, start + fact.end("text"))
        return Problem("unreadable", form, place, values)
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
        return ("quote-inside" if _QUOTED_THEN_TEXT.match(line) else "indent"), column
    if "found unexpected end of stream" in problem:
        return "quote-open", column
    if "did not find expected alphabetic or numeric character" in problem or "found undefined alias" in problem:
        return "star", at_value
    if "cannot start any token" in problem or "mapping keys are not allowed" in problem:
        return "first-character", column
    if "could not find expected ':'" in problem:
        return "no-colon", column
    if "did not find expected comment or line break" in problem and value.startswith(("|", ">")):
        return "after-bar", at_value
    if "expected whitespace or line break" in problem and value.startswith("!"):
        return "first-character", at_value
    if "found another document" in problem:
        return "document", column
    if "found unknown escape character" in problem:
        return "escape", column
    if "did not find expected '-' indicator" in problem or "block" in problem:
        return "indent", column
    return "syntax", column


# Inside braces or brackets, text without quotation marks that holds a fact: `{when: ждёт дольше {{ limit }}, …}`.
_FACT_WITHIN = re.compile(
    r"""(?:(?P<key>[a-z_-]+):\s+|[\[,]\s*)(?P<text>[^\s"'{}\[\],:][^"{}\[\],:]*\{\{[^{}]*\}\}[^"{}\[\],]*|\{\{[^{}]*\}\}[^"{}\[\],]*)"""
)
_NEAR = 20  # lines above, among which an open bracket is looked for
_QUOTED_THEN_TEXT = re.compile(r"""\s*(?:- )*(?:[\w-]+:\s+)?(["']).*?\1\s*[^\s"'#:,]""")
_BRACKET = re.compile(r"""\s*(?:- )*(?:[\w-]+:\s+)?([\[{])""")
_IN_QUOTES = re.compile(r""""[^"]*"|'[^']*'""")
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


def _bracket_left_open(lines: list[str], last: int) -> tuple[int, int] | None:
    """Line and column of the bracket that is still open where line `last` begins, or where it ends if it opens there."""
    for number in range(min(last, len(lines) - 1), max(last - _NEAR, 0) - 1, -1):
        opens = _BRACKET.match(lines[number])
        if opens:
            within = _IN_QUOTES.sub("", "\n".join(lines[number : max(last, number + 1)]))
            wanting = sum(within.count(one) for one in "[{") - sum(within.count(one) for one in "]}")
            if wanting > 0:
                return number, opens.start(1)
    return None


def _key(line: str) -> str:
    return line.strip().lstrip("- ").partition(":")[0]

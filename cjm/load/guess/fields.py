"""A line of a text in, what may be wrong with the name of its field or with its hyphen out."""

import re
from collections.abc import Iterator

from cjm.language.letters import latin_twin
from cjm.load.guess.slip import FIELD_NAME, FIELD_NAMES, Guess, WrittenLines

_BULLET = re.compile(r"(?P<indent> *(?:- +)*)(?P<bullet>[—–−•*·](?:[ \t]+(?=\S))?|\d{1,2}[.)][ \t]+(?=\S)|-(?=[^\s-]))")
_LOST_COLON = re.compile(
    rf"(?P<lead> *(?:- +)*)(?P<key>{FIELD_NAME})(?:(?P<other> *[;=：] *)|(?P<tight>:)(?=[^\s:])|(?P<blank> +)(?=[^\s:])|(?P<end>(?=\s*$)))"
)
_FLOW_COLON = re.compile(rf"(?<=[{{,])\s*(?P<key>{FIELD_NAME})(?:(?P<tight>:)(?=[^\s:])|(?P<blank> +)(?=[^\s:,}}]))")


def bullet_slips(page: WrittenLines, number: int) -> Iterator[Guess]:
    match = _BULLET.match(page.lines[number])
    if match is None:
        return
    span, same = match.span("bullet"), [number]
    for step in (-1, 1):
        at = number + step
        while 0 <= at < len(page.lines):
            other = _BULLET.match(page.lines[at])
            if other is None or other.span("bullet")[0] != span[0]:
                if page.lines[at].strip() and page.indent(at) <= span[0]:
                    break
            else:
                same.append(at)
            at += step
    for numbers in ([number], sorted(same)):
        found = [(n, m.span("bullet")) for n in numbers if (m := _BULLET.match(page.lines[n]))]
        yield Guess(
            "bullet",
            page.at(found[0][0], found[0][1][0]),
            tuple(page.edit(n, *at, "- ") for n, at in found),
            {"text": page.lines[found[0][0]].strip()},
        )


def colon_slips(page: WrittenLines, number: int) -> Iterator[Guess]:
    line = page.lines[number]
    for form in (_LOST_COLON, _FLOW_COLON):
        for match in form.finditer(line) if form is _FLOW_COLON else [found for found in [form.match(line)] if found]:
            end = match.end("key")
            whole = match.end()
            instead = ":" if form is _LOST_COLON and match["end"] is not None else ": "
            slip = "colon-blank" if match["tight"] else "no-colon"
            yield Guess(
                slip,
                page.at(number, match.start("key")),
                (page.edit(number, end, whole, instead),),
                {"key": match["key"]},
            )


def key_slips(page: WrittenLines, number: int) -> Iterator[Guess]:
    """A field whose name is written with letters of another alphabet."""
    match = re.match(r" *(?:- +)*([^\s:]+):(?=\s|$)", page.lines[number])
    if match and match[1] not in FIELD_NAMES and latin_twin(match[1]) in FIELD_NAMES:
        twin = latin_twin(match[1])
        yield Guess(
            "key-letters",
            page.at(number, match.start(1)),
            (page.edit(number, *match.span(1), twin),),
            {"key": match[1], "near": twin},
        )


def dash_slips(page: WrittenLines, number: int) -> Iterator[Guess]:
    match = re.match(rf" *(?:- +)*({FIELD_NAME}):( +)(- +)(?=\S)", page.lines[number])
    if match:
        yield Guess(
            "dash-in-value",
            page.at(number, match.start(3)),
            (page.edit(number, *match.span(3), ""),),
            {"key": match[1]},
        )


def lost_dash_slips(page: WrittenLines, number: int) -> Iterator[Guess]:
    """An element of a list that lost its hyphen, as its neighbour shows that has one."""
    line, indent = page.lines[number], page.indent(number)
    if line[indent : indent + 2] in ("- ", "-", "", "# "):
        return
    if any(
        page.lines[near].startswith(" " * indent + "- ")
        for near in (number - 1, number + 1)
        if 0 <= near < len(page.lines)
    ):
        edit = page.edit(number, indent, indent, "- ")
        yield Guess("dash-lost", page.at(number, indent), (edit,), {"text": line.strip()})


def bar_slips(page: WrittenLines, number: int) -> Iterator[Guess]:
    match = re.match(r"( *(?:- +)*)([\w-]+):( +)([|>][-+]?)( +)(?=[^\s#])", page.lines[number])
    if match:
        indent = len(match[1]) + 2
        edit = page.edit(number, *match.span(5), "\n" + " " * indent)
        yield Guess("after-bar", page.at(number, match.start(4)), (edit,), {"key": match[2]})

"""The lines of a text in, what may be wrong with what is not seen out: special blanks, tabs, indentation; lines of git and YAML."""

import re
from collections.abc import Iterator, Sequence

from cjm.language.signs import BLANKS, LINE_ENDS
from cjm.load.guess.slip import FIELD_NAME, Guess, WrittenLines

_CONFLICT = re.compile(
    r"(?m)^(?P<ours>[ \t]*<{7}(?: [^\n]*)?\n)(?P<kept>(?:(?![ \t]*(?:\|{7}|={7}))[^\n]*\n)*?)"
    r"(?:[ \t]*\|{7}[^\n]*\n(?:(?![ \t]*={7})[^\n]*\n)*?)?[ \t]*={7}[ \t]*\r?\n"
    r"(?P<theirs>(?:(?![ \t]*>{7})[^\n]*\n)*?)[ \t]*>{7}(?: [^\n]*)?(?:\n|\Z)"
)
_HEAD = re.compile(
    rf"(?P<indent>[ \t{BLANKS}]*)(?P<dashes>(?:-[ {BLANKS}]+)*)(?:(?P<key>[\w-]+)(?P<colon>[ {BLANKS}]*:[ {BLANKS}]*))?"
)
_NO_BLANK = re.compile(f"[{BLANKS}]")
_FLOW_BLANK = re.compile(rf"(?<![\w-]){FIELD_NAME}:(?P<blank>[{BLANKS}])")
# Lines that are no fields: what begins or ends a document, what git leaves.
_NO_FIELDS = (
    ("fence", "```"),
    ("fence", "~~~"),
    ("document", "---"),
    ("dots", "..."),
    ("directive", "%"),
    *(("mark", sign * 7) for sign in "<=>|"),
)
_FARTHEST = 12  # columns by which a line may be out of place


def conflict(text: str) -> tuple[Guess, ...]:
    """What git left of a merge that nobody finished: our side kept, or theirs."""
    found = list(_CONFLICT.finditer(text))
    if not found:
        return ()
    first = found[0].start("ours")
    values = {"count": str(len(found)), "last": str(text.count("\n", 0, found[-1].end()) + 1)}
    sides = [tuple((m.start(), m.end(), m[side]) for m in found) for side in ("kept", "theirs")]
    return tuple(Guess("conflict", first, edits, values) for edits in sides)


def line_ends(text: str) -> tuple[Guess, ...]:
    """Signs that end a line to YAML and to no editor: made blanks, or line ends."""
    ends = [found.start() for found in re.finditer(f"[{LINE_ENDS}]", text)]
    values = {"sign": f"U+{ord(text[ends[0]]):04X}", "count": str(len(ends))} if ends else {}
    made = (tuple((at, at + 1, instead) for at in ends) for instead in (" ", "\n"))
    return tuple(Guess("line-end", ends[0], edits, values) for edits in made if ends)


def blank_slips(page: WrittenLines, near: Sequence[int]) -> Iterator[Guess]:
    """Signs that look like a blank or like nothing and are neither to YAML."""
    for numbers in (near, range(len(page.lines))):
        edits = []
        for number in numbers:
            line = page.lines[number]
            head = _HEAD.match(line)
            spots = [head.start() + m.start() for m in _NO_BLANK.finditer(head[0])] if head else []
            spots += [m.start("blank") for m in _FLOW_BLANK.finditer(line)]
            edits += [page.edit(number, spot, spot + 1, " ") for spot in dict.fromkeys(spots)]
        if edits:
            edits.sort()
            sign = page.text[edits[0][0]]
            yield Guess("blank", edits[0][0], tuple(edits), {"sign": f"U+{ord(sign):04X}", "count": str(len(edits))})


def tab_slips(page: WrittenLines, number: int) -> Iterator[Guess]:
    line = page.lines[number]
    lead = line[: len(line) - len(line.lstrip(" \t-"))]
    if "\t" not in lead:
        if ":\t" in line:
            at = line.index(":\t") + 1
            yield Guess("tab", page.at(number, at), (page.edit(number, at, at + 1, " "),))
        return
    at = page.at(number, line.index("\t"))
    rest = lead.lstrip(" \t")
    for width in dict.fromkeys((*_columns(page, number), 2, 4, 8)):
        yield Guess("tab", at, (page.edit(number, 0, len(lead), " " * width + rest.replace("\t", " ")),))
    tabbed = [n for n, one in enumerate(page.lines) if one.startswith("\t")]
    for width in (2, 4, 8):
        edits = tuple(
            page.edit(n, 0, len(m[0]), " " * width * len(m[0])) for n in tabbed if (m := re.match("\t+", page.lines[n]))
        )
        yield Guess("tab", at, edits)


def document_slips(page: WrittenLines, number: int) -> Iterator[Guess]:
    form = next((form for form, start in _NO_FIELDS if page.lines[number].startswith(start)), "")
    form = form or ("remark" if page.lines[number].lstrip().startswith(("//", "/*", "<!--")) else "")
    if form:
        end = min(page.starts[number + 1], len(page.text))
        yield Guess(form, page.at(number, 0), ((page.at(number, 0), end, ""),), {"text": page.lines[number].strip()})


def stray_slips(page: WrittenLines, number: int) -> Iterator[Guess]:
    """A note to oneself between the fields: neither a field nor an element of a list."""
    line = page.lines[number].strip()
    if line and ":" not in line and not line.startswith(("- ", "#", '"', "'", "[", "{", "]", "}")):
        end = min(page.starts[number + 1], len(page.text))
        yield Guess("stray", page.at(number, page.indent(number)), ((page.at(number, 0), end, ""),), {"text": line})


def indent_slips(page: WrittenLines, number: int) -> Iterator[Guess]:
    """A line, alone or with all that hangs on it, that stands where its neighbours do not."""
    line, own = page.lines[number], page.indent(number)
    if not line.strip() or line.lstrip().startswith("#"):
        return
    last = number
    while last + 1 < len(page.lines) and (not page.lines[last + 1].strip() or page.indent(last + 1) > own):
        last += 1
    while last > number and not page.lines[last].strip():
        last -= 1
    for column in _columns(page, number):
        if column != own:
            values = {"now": str(own), "wanted": str(column)}
            for end in dict.fromkeys((number, last)):
                moved = [n for n in range(number, end + 1) if page.lines[n].strip()]
                if column > own:
                    edits = tuple(page.edit(n, 0, 0, " " * (column - own)) for n in moved)
                else:
                    edits = tuple(page.edit(n, 0, min(own - column, page.indent(n)), "") for n in moved)
                yield Guess("indent", page.at(number, own), edits, values)


# Private functions


def _columns(page: WrittenLines, number: int) -> list[int]:
    """The columns in which the neighbours of a line begin, the nearest to its own first."""
    own = len(page.lines[number]) - len(page.lines[number].lstrip(" \t"))
    columns: dict[int, None] = {}
    above = [n for n in range(number - 1, max(-1, number - 8), -1) if page.lines[n].strip()][:4]
    outer = min((page.indent(one) for one in above), default=0)
    for one in range(number - 8, -1, -1):  # what it may stand within, however far above that begins
        if outer == 0:
            break
        if page.lines[one].strip() and page.indent(one) < outer:
            above.append(one)
            outer = page.indent(one)
    below = [n for n in range(number + 1, min(len(page.lines), number + 4)) if page.lines[n].strip()][:2]
    for one in (*above, *below):
        indent = page.indent(one)
        columns[indent] = None
        dashes = re.match(r" *((?:- +)+)", page.lines[one])
        if dashes:
            columns[indent + len(dashes[1])] = None
        if page.lines[one].rstrip().endswith((":", "|", ">", "|-", ">-")):
            columns[indent + (len(dashes[1]) if dashes else 0) + 2] = None
    return sorted((one for one in columns if abs(one - own) <= _FARTHEST), key=lambda one: (abs(one - own), one))

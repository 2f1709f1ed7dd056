"""A text that does not read as it should and the lines at fault in, what its author may have meant to write there out.

Each Guess is one slip of the trade with its cure. Nothing here knows whether it is the right one: `cjm.load.diagnosis`
tries them, in this order, and keeps the one after which the file reads.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from cjm.language.letters import latin_twin
from cjm.language.signs import BLANKS, LINE_ENDS
from cjm.model.fields import Either, Many, Pairs, Reading, Record, specs
from cjm.model.files import FILE_KINDS

Edits = tuple[tuple[int, int, str], ...]  # start, end, what is to be written there


@dataclass(frozen=True, slots=True)
class Guess:
    """One slip: the form of the sentence that names it, where it was made, and what is to be written instead."""

    form: str
    at: int
    edits: Edits
    values: Mapping[str, str] = field(default_factory=dict)


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


def guesses(text: str, spots: Sequence[int]) -> Iterator[Guess]:
    """What may have been meant at the offsets `spots`, the likeliest slips first."""
    page = _Lines(text)
    near = list(dict.fromkeys(number for spot in spots for number in page.around(spot)))
    yield from _signs(page, near)
    for maker in (_tabs, _documents, _bullets, _colons, _keys, _dash_in_value, _after_bar):
        for number in near:
            yield from maker(page, number)
    for number in near:
        yield from _quotes(page, number)
    if spots:
        for number in range(page.number(max(spots)) + 1):
            if number not in near:
                yield from _left_open(page, number)
    for maker in (_commas, _brackets, _within_brackets, _values, _indents):
        for number in near:
            yield from maker(page, number)


# Private functions


def _keys_of(reading: Reading, seen: set[type]) -> Iterator[str]:
    if isinstance(reading, Many | Pairs):
        yield from _keys_of(reading.of, seen)
    elif isinstance(reading, Either):
        for record in reading.items:
            yield from _keys_of(record, seen)
    elif isinstance(reading, Record) and reading.item not in seen:
        seen.add(reading.item)
        for spec in specs(reading.item).values():
            yield spec.key
            yield from _keys_of(spec.reads, seen)


def _all_keys() -> frozenset[str]:
    seen: set[type] = set()
    readings = [(key, reading) for kind in FILE_KINDS for key, _, reading in kind.lists]
    single = [Record(kind.item) for kind in FILE_KINDS if kind.item is not None]
    keys = {key for key, _ in readings}
    return frozenset(keys.union(*(_keys_of(reading, seen) for reading in (*(r for _, r in readings), *single))))


_KEYS = _all_keys()
_KEY = "(?:" + "|".join(sorted(map(re.escape, _KEYS), key=lambda key: -len(key))) + ")"
_CONFLICT = re.compile(
    r"(?m)^(?P<ours>[ \t]*<{7}(?: [^\n]*)?\n)(?P<kept>(?:(?![ \t]*(?:\|{7}|={7}))[^\n]*\n)*?)"
    r"(?:[ \t]*\|{7}[^\n]*\n(?:(?![ \t]*={7})[^\n]*\n)*?)?[ \t]*={7}[ \t]*\r?\n"
    r"(?P<theirs>(?:(?![ \t]*>{7})[^\n]*\n)*?)[ \t]*>{7}(?: [^\n]*)?(?:\n|\Z)"
)
_HEAD = re.compile(
    rf"(?P<indent>[ \t{BLANKS}]*)(?P<dashes>(?:-[ {BLANKS}]+)*)(?:(?P<key>[\w-]+)(?P<colon>[ {BLANKS}]*:[ {BLANKS}]*))?"
)
_NO_BLANK = re.compile(f"[{BLANKS}]")
_FLOW_BLANK = re.compile(rf"(?<![\w-]){_KEY}:(?P<blank>[{BLANKS}])")
_BULLET = re.compile(r"(?P<indent> *(?:- +)*)(?P<bullet>[—–−•*·](?:[ \t]+(?=\S))?|-(?=[^\s-]))")
_LOST_COLON = re.compile(
    rf"(?P<lead> *(?:- +)*)(?P<key>{_KEY})(?:(?P<other> *[;=：] *)|(?P<tight>:)(?=[^\s:])|(?P<blank> +)(?=[^\s:])|(?P<end>(?=\s*$)))"
)
_FLOW_COLON = re.compile(rf"(?<=[{{,])\s*(?P<key>{_KEY})(?:(?P<tight>:)(?=[^\s:])|(?P<blank> +)(?=[^\s:,}}]))")
_VALUE = re.compile(r"(?P<lead> *(?:- +)*(?:[\w-]+:(?: +|$))?)(?P<value>.*?)(?P<tail>(?:\s+#.*)?\s*)$")
_LOST_COMMA = re.compile(rf"(?<=[^\s,{{\[])(?P<gap>\s+)(?={_KEY}:(?:\s|$))")
_SEGMENT = re.compile(
    rf"(?<=[{{,])(?P<lead>\s*{_KEY}:\s+)(?P<text>[^\s\"'{{\[|>].*?|\{{\{{.*?)(?=\s*,\s*{_KEY}:\s|\s*\}}+\]*\s*(?:#.*)?,?\s*$)"
)
_ELEMENT = re.compile(
    r"(?<=[\[,])(?P<lead>\s*)(?P<text>(?:[^\s\"'\[\],{}]|\{\{)(?:\{\{[^{}]*\}\}|[^\[\],{}])*)(?=\s*[,\]])"
)
_ENDS = re.compile(rf"(?=\s*,\s*{_KEY}:)|(?=\s*[}}\]]+\s*,?\s*$)|$")
_OPENED = re.compile(r"^\s*(?:- )*(?:[\w-]+: +)?(?:(\")(?:[^\"\\]|\\.)*|(')(?:[^']|'')*)$")
_FARTHEST = 12  # columns by which a line may be out of place
_PAIR = {"[": "]", "{": "}"}


class _Lines:
    """The lines of a text, as an editor counts them."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = [line.removesuffix("\r") for line in text.split("\n")]
        self.starts = [0]
        for line in text.split("\n"):
            self.starts.append(self.starts[-1] + len(line) + 1)

    def number(self, offset: int) -> int:
        return min(bisect_right(self.starts, offset), len(self.lines)) - 1

    def around(self, offset: int) -> Iterator[int]:
        """The line of `offset`, that above it which says something, and that below."""
        here = self.number(offset)
        while here and not self.lines[here].strip():
            here -= 1
        yield here
        above = next((n for n in range(here - 1, -1, -1) if self.lines[n].strip()), here)
        yield above
        if here + 1 < len(self.lines):
            yield here + 1
        if above != here:
            yield next((n for n in range(above - 1, -1, -1) if self.lines[n].strip()), above)

    def at(self, number: int, column: int) -> int:
        return self.starts[number] + column

    def edit(self, number: int, start: int, end: int, text: str) -> tuple[int, int, str]:
        return self.at(number, start), self.at(number, end), text

    def indent(self, number: int) -> int:
        return len(self.lines[number]) - len(self.lines[number].lstrip(" "))


def _signs(page: _Lines, near: Sequence[int]) -> Iterator[Guess]:
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


def _tabs(page: _Lines, number: int) -> Iterator[Guess]:
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


def _documents(page: _Lines, number: int) -> Iterator[Guess]:
    forms = (("document", "---"), ("dots", "..."), ("directive", "%"))
    form = next((form for form, start in forms if page.lines[number].startswith(start)), "")
    if form:
        end = min(page.starts[number + 1], len(page.text))
        yield Guess(form, page.at(number, 0), ((page.at(number, 0), end, ""),), {"text": page.lines[number].strip()})


def _bullets(page: _Lines, number: int) -> Iterator[Guess]:
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


def _colons(page: _Lines, number: int) -> Iterator[Guess]:
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


def _keys(page: _Lines, number: int) -> Iterator[Guess]:
    """A field whose name is written with letters of another alphabet."""
    match = re.match(r" *(?:- +)*([^\s:]+):(?=\s|$)", page.lines[number])
    if match and match[1] not in _KEYS and latin_twin(match[1]) in _KEYS:
        twin = latin_twin(match[1])
        yield Guess(
            "key-letters",
            page.at(number, match.start(1)),
            (page.edit(number, *match.span(1), twin),),
            {"key": match[1], "near": twin},
        )


def _dash_in_value(page: _Lines, number: int) -> Iterator[Guess]:
    match = re.match(rf" *(?:- +)*({_KEY}):( +)(- +)(?=\S)", page.lines[number])
    if match:
        yield Guess(
            "dash-in-value",
            page.at(number, match.start(3)),
            (page.edit(number, *match.span(3), ""),),
            {"key": match[1]},
        )


def _after_bar(page: _Lines, number: int) -> Iterator[Guess]:
    match = re.match(r"( *(?:- +)*)([\w-]+):( +)([|>][-+]?)( +)(?=[^\s#])", page.lines[number])
    if match:
        indent = len(match[1]) + 2
        edit = page.edit(number, *match.span(5), "\n" + " " * indent)
        yield Guess("after-bar", page.at(number, match.start(4)), (edit,), {"key": match[2]})


def _quotes(page: _Lines, number: int) -> Iterator[Guess]:
    yield from _left_open(page, number)
    match = _VALUE.match(page.lines[number])
    if match is None or len(match["value"]) < 2 or match["value"][0] not in "\"'":
        return
    value, quote = match["value"], match["value"][0]
    other = "'" if quote == '"' else '"'
    inner, at = value[1:-1], match.span("value")
    place = page.at(number, at[0])
    values = {"key": _key(match["lead"]), "text": value}
    if value[-1] == quote and "\\" in inner and quote == '"':
        yield Guess(
            "escape",
            page.at(number, at[0] + value.index("\\")),
            (page.edit(number, *at, "'" + inner.replace("'", "''") + "'"),),
            values,
        )
    if value[-1] == quote and quote in inner:
        kept = (
            f"{other}{inner}{other}"
            if other not in inner
            else quote + inner.replace(quote, "\\" + quote if quote == '"' else "''") + quote
        )
        yield Guess("quote-inside", place, (page.edit(number, *at, kept),), values)
    closing = value.find(quote, 1)
    if 0 < closing < len(value) - 1:
        yield Guess(
            "quote-inside", page.at(number, at[0] + closing + 1), (page.edit(number, *at, _quoted(value)),), values
        )


def _left_open(page: _Lines, number: int) -> Iterator[Guess]:
    """A quotation mark that is closed nowhere on its line: closed where the value may end, or taken away."""
    line = page.lines[number]
    opened = _OPENED.match(line)
    for quote in "\"'":
        if line.count(quote) % 2 == 0 and not (opened and (opened[1] or opened[2]) == quote):
            continue
        start = (opened.start(1) if opened[1] else opened.start(2)) if opened else -1
        if start < 0:
            begins = re.search(rf"[:,\[{{-]\s+{quote}|[\[{{]{quote}", line)
            if begins is None:
                continue
            start = begins.end() - 1
        values = {"text": line[start:].strip()[:40]}
        for end in _ENDS.finditer(line, start + 1):
            at = len(line.rstrip()) if end.start() == len(line) else end.start()
            yield Guess("quote-open", page.at(number, start), (page.edit(number, at, at, quote),), values)
        yield Guess("quote-open", page.at(number, start), (page.edit(number, start, start + 1, ""),), values)


def _commas(page: _Lines, number: int) -> Iterator[Guess]:
    line = page.lines[number]
    if "{" in line:
        for match in _LOST_COMMA.finditer(line, line.index("{")):
            at = match.start("gap")
            yield Guess(
                "comma-lost", page.at(number, at), (page.edit(number, at, at, ","),), {"text": line[:at].strip()}
            )


def _brackets(page: _Lines, number: int) -> Iterator[Guess]:
    """Brackets of one line that do not go together: closed, taken away, or made one of the other kind."""
    line, bare = page.lines[number], _without_quotes(page.lines[number])
    if not any(sign in bare for sign in "[]{}"):
        match = _VALUE.match(line)
        if match and match["value"].startswith("(") and match["value"].endswith(")"):
            yield Guess(
                "bracket-kind",
                page.at(number, match.start("value")),
                (page.edit(number, *match.span("value"), f"[{match['value'][1:-1]}]"),),
            )
        return
    stack: list[tuple[str, int]] = []
    for at, sign in enumerate(bare):
        if sign in "[{":
            stack.append((sign, at))
        elif sign in "]}":
            if not stack:
                yield Guess("bracket-extra", page.at(number, at), (page.edit(number, at, at + 1, ""),))
                match = _VALUE.match(line)
                opener = next(one for one, other in _PAIR.items() if other == sign)
                if match:
                    yield Guess(
                        "bracket-lost",
                        page.at(number, match.start("value")),
                        (page.edit(number, match.start("value"), match.start("value"), opener),),
                    )
            elif _PAIR[stack[-1][0]] != sign:
                opener, opened = stack[-1]
                yield Guess("bracket-open", page.at(number, opened), (page.edit(number, at, at, _PAIR[opener]),))
                yield Guess("bracket-kind", page.at(number, at), (page.edit(number, at, at + 1, _PAIR[opener]),))
                stack.pop()
            else:
                stack.pop()
    if not stack:
        return
    closers, opened = "".join(_PAIR[sign] for sign, _ in reversed(stack)), stack[-1][1]
    ends = sorted({len(line[: m.start()].rstrip()) for m in _ENDS.finditer(line, opened + 1)}, reverse=True)
    for at in ends:
        yield Guess("bracket-open", page.at(number, opened), (page.edit(number, at, at, closers),))
    for below in range(number + 1, min(number + 10, len(page.lines))):
        at = len(page.lines[below].rstrip().rstrip(","))
        if page.lines[below].strip():
            yield Guess("bracket-open", page.at(number, opened), (page.edit(below, at, at, closers),))


def _within_brackets(page: _Lines, number: int) -> Iterator[Guess]:
    """Text within brackets that holds signs of YAML and no quotation marks around it."""
    line = page.lines[number]
    for form in (_SEGMENT, _ELEMENT):
        bad = []
        for match in form.finditer(line):
            text = match["text"].rstrip()
            slip = _slip_in(text, "fact-in-braces" if form is _SEGMENT else "fact-in-brackets")
            if slip:
                start = match.start("text")
                bad.append(
                    (
                        slip,
                        start,
                        page.edit(number, start, start + len(text), _quoted(text)),
                        text,
                        match["lead"].strip(" :"),
                    )
                )
        for slip, start, edit, text, key in bad:
            yield Guess(slip, page.at(number, start), (edit,), {"text": text, "key": key})
        if len(bad) > 1:
            slip, start, _, text, key = bad[0]
            yield Guess(slip, page.at(number, start), tuple(one[2] for one in bad), {"text": text, "key": key})


def _slip_in(text: str, fact: str) -> str:
    if "{{" in text:
        return fact
    if ": " in text or text.endswith(":"):
        return "colon"
    if "," in text:
        return "comma"
    return "first-character" if text[0] in "*&!%@`?|>-" or any(sign in text for sign in "[]{}") else ""


def _values(page: _Lines, number: int) -> Iterator[Guess]:
    """A value that YAML takes for something of its own: put into quotation marks, alone or with the lines that go on."""
    line = page.lines[number]
    match = _VALUE.match(line)
    if match is None or not match["value"] or match["value"][0] in "\"'":
        return
    value, at = match["value"], match.span("value")
    form = {"*": "star", "&": "star", "{": "brace", "[": "brace"}.get(value[0], "")
    column = 0
    if not form and value[0] in "!%@`?|>:-,]}":
        form = "first-character"
    if not form:
        column = max(value.find(": "), 0) or (len(value) - 1 if value.endswith(":") else 0)
        form = "colon" if column else ""
    if not form:
        return
    values = {"key": _key(match["lead"]), "text": value}
    yield Guess(form, page.at(number, at[0] + column), (page.edit(number, *at, _quoted(value)),), values)
    last = number
    while last + 1 < len(page.lines) and page.lines[last + 1].strip() and page.indent(last + 1) > page.indent(number):
        last += 1
    if last > number and not value.startswith(("|", ">")):
        start, end = page.at(number, at[0]), page.at(last, len(page.lines[last].rstrip()))
        yield Guess(form, start + column, ((start, end, _quoted(page.text[start:end])),), values)


def _indents(page: _Lines, number: int) -> Iterator[Guess]:
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


def _columns(page: _Lines, number: int) -> list[int]:
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


def _without_quotes(line: str) -> str:
    """The line with blanks in the place of what stands in quotation marks, of facts and of comments."""
    return re.sub(r"\"(?:[^\"\\]|\\.)*\"|'[^']*'|\{\{[^{}]*\}\}|\s#.*$", lambda found: " " * len(found[0]), line)


def _quoted(text: str) -> str:
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def _key(lead: str) -> str:
    return lead.strip(" -").rstrip(":")

"""A line of a text in, what may be wrong with its value out: quotation marks, brackets, commas, signs of YAML in a text."""

import re
from collections.abc import Iterator

from cjm.load.guess.slip import FIELD_NAME, FIELD_NAMES, WRITTEN_VALUE, Guess, WrittenLines, field_of, in_marks

_JSON = re.compile(r"\s*(?:- )?[\"']?[\w-]+[\"']?:\s.*[\"'\w\]}]\s*,\s*$")
_LOST_COMMA = re.compile(rf"(?<=[^\s,{{\[])(?P<gap>\s+)(?={FIELD_NAME}:(?:\s|$))")
_SEGMENT = re.compile(
    rf"(?<=[{{,])(?P<lead>\s*{FIELD_NAME}:\s+)(?P<text>[^\s\"'{{\[|>].*?|\{{\{{.*?)(?=\s*,\s*{FIELD_NAME}:\s|\s*\}}+\]*\s*(?:#.*)?,?\s*$)"
)
_ELEMENT = re.compile(
    r"(?<=[\[,])(?P<lead>\s*)(?P<text>(?:[^\s\"'\[\],{}]|\{\{)(?:\{\{[^{}]*\}\}|[^\[\],{}])*)(?=\s*[,\]])"
)
_ENDS = re.compile(rf"(?=\s*,\s*{FIELD_NAME}:)|(?=\s*[}}\]]+\s*,?\s*$)|$")
_OPENED = re.compile(r"^\s*(?:- )*(?:[\w-]+: +)?(?:(\")(?:[^\"\\]|\\.)*|(')(?:[^']|'')*)$")
_BRACKETED = re.compile(r"\[\s*([^\[\]{}\"',\s][^\[\]{}\"']*?)\s*\]")
_COMMA = re.compile(r"\s*,\s*")
_PAIR = {"[": "]", "{": "}"}


def quote_slips(page: WrittenLines, number: int) -> Iterator[Guess]:
    yield from open_quote_slips(page, number)
    match = WRITTEN_VALUE.match(page.lines[number])
    if match is None or len(match["value"]) < 2 or match["value"][0] not in "\"'":
        return
    value, quote = match["value"], match["value"][0]
    other = "'" if quote == '"' else '"'
    inner, at = value[1:-1], match.span("value")
    place = page.at(number, at[0])
    values = {"key": field_of(match["lead"]), "text": value}
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
            "quote-inside", page.at(number, at[0] + closing + 1), (page.edit(number, *at, in_marks(value)),), values
        )


def open_quote_slips(page: WrittenLines, number: int) -> Iterator[Guess]:
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


def comma_slips(page: WrittenLines, number: int) -> Iterator[Guess]:
    line = page.lines[number]
    if _JSON.match(line):
        alike = [n for n in range(len(page.lines)) if _JSON.match(page.lines[n])]
        for numbers in ([number], alike):
            edits = tuple(page.edit(n, len(page.lines[n].rstrip()) - 1, len(page.lines[n]), "") for n in numbers)
            yield Guess("comma-end", page.at(number, len(line.rstrip()) - 1), edits)
    for double in re.finditer(r",(\s*,)+", line):
        yield Guess("comma-double", page.at(number, double.start()), (page.edit(number, *double.span(), ","),))
    if "{" in line:
        for match in _LOST_COMMA.finditer(line, line.index("{")):
            at = match.start("gap")
            yield Guess(
                "comma-lost", page.at(number, at), (page.edit(number, at, at, ","),), {"text": line[:at].strip()}
            )


def bracket_slips(page: WrittenLines, number: int) -> Iterator[Guess]:
    """Brackets of one line that do not go together: closed, taken away, or made one of the other kind."""
    line, bare = page.lines[number], _without_quotes(page.lines[number])
    if not any(sign in bare for sign in "[]{}"):
        match = WRITTEN_VALUE.match(line)
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
                match = WRITTEN_VALUE.match(line)
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


def inner_slips(page: WrittenLines, number: int) -> Iterator[Guess]:
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
                        page.edit(number, start, start + len(text), in_marks(text)),
                        text,
                        match["lead"].strip(" :"),
                    )
                )
        for slip, start, edit, text, key in bad:
            yield Guess(slip, page.at(number, start), (edit,), {"text": text, "key": key})
        if len(bad) > 1:
            slip, start, _, text, key = bad[0]
            yield Guess(slip, page.at(number, start), tuple(one[2] for one in bad), {"text": text, "key": key})


def value_slips(page: WrittenLines, number: int) -> Iterator[Guess]:
    """A value that YAML takes for something of its own: put into quotation marks, alone or with the lines that go on."""
    line = page.lines[number]
    match = WRITTEN_VALUE.match(line)
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
    values = {"key": field_of(match["lead"]), "text": value}
    yield Guess(form, page.at(number, at[0] + column), (page.edit(number, *at, in_marks(value)),), values)
    below = page.lines[number + 1] if number + 1 < len(page.lines) else ""
    if (items := _BRACKETED.fullmatch(value)) and below.lstrip().startswith("- "):
        lead = "\n" + " " * page.indent(number + 1) + "- "
        edit = page.edit(number, len(match["lead"].rstrip()), at[1], lead + lead.join(_COMMA.split(items[1])))
        yield Guess("two-lists", page.at(number, at[0]), (edit,), values)
    last = number
    while last + 1 < len(page.lines) and page.lines[last + 1].strip() and page.indent(last + 1) > page.indent(number):
        last += 1
    if last > number and not value.startswith(("|", ">")):
        start, end = page.at(number, at[0]), page.at(last, len(page.lines[last].rstrip()))
        yield Guess(form, start + column, ((start, end, in_marks(page.text[start:end])),), values)


def continued_slips(page: WrittenLines, number: int) -> Iterator[Guess]:
    """A text that goes on in its next lines, one of which has a colon: YAML takes the words before it for a field."""
    line = page.lines[number]
    words, colon, _ = line.strip().partition(":")
    if not colon or words.removeprefix("- ") in FIELD_NAMES:
        return
    for above in range(number - 1, max(-1, number - 8), -1):
        match = WRITTEN_VALUE.match(page.lines[above])
        if match is None or field_of(match["lead"]) not in FIELD_NAMES:
            continue
        if not match["value"] or match["value"][0] in "\"'|>[{" or page.indent(number) <= page.indent(above):
            return
        start, end = page.at(above, match.start("value")), page.at(number, len(line.rstrip()))
        values = {"key": field_of(match["lead"]), "text": match["value"]}
        yield Guess("colon", page.at(number, line.index(":")), ((start, end, in_marks(page.text[start:end])),), values)
        return


# Private functions


def _slip_in(text: str, fact: str) -> str:
    if "{{" in text:
        return fact
    if ": " in text or text.endswith(":"):
        return "colon"
    if "," in text:
        return "comma"
    return "first-character" if text[0] in "*&!%@`?|>-" or any(sign in text for sign in "[]{}") else ""


def _without_quotes(line: str) -> str:
    """The line with blanks in the place of what stands in quotation marks, of facts and of comments."""
    return re.sub(r"\"(?:[^\"\\]|\\.)*\"|'[^']*'|\{\{[^{}]*\}\}|\s#.*$", lambda found: " " * len(found[0]), line)

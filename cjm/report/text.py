"""The text that a person reads in a terminal: place first, a frame of the source, how to mend it, and the counts."""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from cjm.language.cells import cells
from cjm.language.dates import in_figures
from cjm.language.letters import is_id, latin_twin
from cjm.language.numerals import counted
from cjm.language.says import Language, Says
from cjm.lint import Finding, Severity, Waypoint, find
from cjm.lint.finding import SEVERITY_WORDS
from cjm.model import Place
from cjm.report import Report, visible

_MEND = Says("Как исправить", "How to mend it")
_BY_ITSELF = Says("Программа исправит сама {count}: {command}", "The program can mend {count} by itself: {command}")
_MORE = Says("Подробнее о правиле: {command}", "More about the rule: {command}")
_STYLES = {
    "error": "1;31", "warning": "1;33", "info": "1;36", "place": "1;36", "bold": "1", "dim": "2", "good": "1;32",
}  # fmt: skip
_COUNTED: tuple[tuple[Severity, tuple[str, str, str], tuple[str, str]], ...] = (
    ("error", ("ошибка", "ошибки", "ошибок"), ("error", "errors")),
    ("warning", ("предупреждение", "предупреждения", "предупреждений"), ("warning", "warnings")),
    ("info", ("замечание", "замечания", "замечаний"), ("note", "notes")),
)
_HEAD = (
    Says("замечаний", "reported"),
    Says("принято", "accepted"),
    Says("в базе", "in the baseline"),
    Says("правило", "rule"),
)
_FINDINGS = ("замечание", "замечания", "замечаний"), ("finding", "findings")

Paint = Callable[[str, str], str]

SEEN_FROM = "here"
LONG = 30  # findings: of more than these, the first have left the screen before the last is read


def render(report: Report) -> str:
    """Every finding with its frame, then the counts."""
    shown = report.verdict.shown
    paint = painter(report.colour)
    body = as_text(shown, report.sources, report.language, colour=report.colour, width=report.width)
    rule = paint("─" * min(report.width or 80, 100), "dim") + "\n" if shown else ""
    return f"{body}\n{rule}{closing(report)}{_advice(shown, report.language, paint)}" if shown else last_line(report)


def as_text(
    findings: Sequence[Finding], sources: Mapping[str, str], language: Language, *, colour: bool, width: int = 0
) -> str:
    """Every finding with its frame; empty where there is none."""
    paint = painter(colour)
    blocks = (_finding(one, sources.get(one.place.file, ""), language, paint, width) for one in findings)
    return "\n".join(blocks)


def closing(report: Report) -> str:
    """The last line; after a long list on a terminal, how often each rule found something stands above it."""
    is_long = report.width and len(report.verdict.shown) > LONG
    return (by_rule(report) if is_long else "") + last_line(report)


def by_rule(report: Report) -> str:
    """How often each rule found something, most often first: reported, accepted and known before; empty where none did."""
    verdict, language, paint = report.verdict, report.language, painter(report.colour)
    counts = [Counter(one.code for one in group) for group in (verdict.shown, verdict.accepted, verdict.baselined)]
    codes = sorted({one.code for one in verdict.findings}, key=lambda code: (*(-count[code] for count in counts), code))
    head = [title.to(language) for title in _HEAD]
    # A column that holds only zeros says nothing.
    kept = [number for number, count in enumerate(counts) if number == 0 or any(count.values())]
    lines = [paint("  ".join([*(head[number] for number in kept), head[3]]), "dim")] if codes else []
    for code in codes:
        numbers = "  ".join(str(counts[number][code]).rjust(cells(head[number])) for number in kept)
        rule = find(code)
        line, title = (
            f"{numbers}  {code} {rule.slug}" if rule else f"{numbers}  {code}",
            rule.title(language) if rule else "",
        )
        fits = not report.width or cells(f"{line}  {title}") <= report.width
        lines.append(f"{line}  {paint(title, 'dim')}" if title and fits else line)
    return "".join(f"{line}\n" for line in lines)


def last_line(report: Report) -> str:
    """What was found and what was known already, counted."""
    verdict = report.verdict
    return summary(
        verdict.shown,
        len(verdict.accepted),
        len(verdict.baselined),
        len(report.sources),
        report.language,
        until=_day(verdict, report.language),
        switched_off=verdict.switched_off,
        colour=report.colour,
    )


def summary(
    shown: Sequence[Finding],
    accepted: int,
    baselined: int,
    files: int,
    language: Language,
    *,
    until: str = "",
    switched_off: int = 0,
    colour: bool = False,
) -> str:
    """«2 ошибки · принято: 1 (до 15.01.2027) · в базе: 4 · отключено правил: 1 · 49 файлов»."""
    paint = painter(colour)
    counts = []
    for severity, ru, en in _COUNTED:
        number = sum(finding.severity == severity for finding in shown)
        if number:
            counts.append(paint(counted(number, ru, en, language), severity))
    if not counts:
        counts.append(paint(Says("замечаний нет", "no findings").to(language), "good"))
    if accepted:
        until = f" ({until})" if until else ""
        counts.append(
            Says("принято: {number}{until}", "accepted: {number}{until}").to(language, number=accepted, until=until)
        )
    if baselined:
        counts.append(Says("в базе: {number}", "in the baseline: {number}").to(language, number=baselined))
    if switched_off:
        counts.append(
            Says("отключено правил: {number}", "rules switched off: {number}").to(language, number=switched_off)
        )
    counts.append(counted(files, ("файл", "файла", "файлов"), ("file", "files"), language))
    return " · ".join(counts) + "\n"


def painter(colour: bool) -> Paint:
    """How a stretch of text is dressed: in colours of the terminal, or not at all."""
    return _paint if colour else _plain


# Private functions


def _paint(text: str, style: str) -> str:
    return f"\x1b[{_STYLES[style]}m{text}\x1b[0m" if style and text else text


def _plain(text: str, style: str) -> str:
    return text


def _day(verdict: object, language: Language) -> str:
    day = getattr(verdict, "accepted_until", None)
    if day is None:
        return ""
    return f"{'до' if language == 'ru' else 'until'} {in_figures(day, language)}"


def _advice(shown: Sequence[Finding], language: Language, paint: Paint) -> str:
    mendable = sum(bool(finding.edits) for finding in shown)
    advice = ""
    if mendable:
        count = counted(mendable, *_FINDINGS, language)
        advice += _BY_ITSELF.to(language, count=count, command=paint("cjm lint --fix", "place")) + "\n"
    return advice + _MORE.to(language, command=paint(f"cjm rule {shown[0].code}", "place")) + "\n"


def _finding(finding: Finding, source: str, language: Language, paint: Paint, width: int) -> str:
    place = f"{finding.place.file}:{finding.place.line}:{finding.place.column}"
    severity = paint(SEVERITY_WORDS[finding.severity].to(language), finding.severity)
    message = paint(_line(finding.message), "bold")
    head = f"{paint(place, 'place')}  {severity} {paint(finding.code, 'dim')}  {message}"
    lead = f"  {_MEND.to(language)}: "
    hint = _wrapped(_line(finding.hint), len(lead), width)
    mend = paint(lead.rstrip(), "good") + " " + hint
    return "\n".join([head, *_frame(finding, source, paint, width), *_trail(finding.trail, paint), mend, ""])


def _line(text: str) -> str:
    """An author's words on one line: on a line of its own `::error::` would command the build of a code host."""
    return visible(re.sub(r"\s*[\n\r]\s*", " ", text))


def _wrapped(text: str, indent: int, width: int) -> str:
    """`text` on lines of a terminal `width` columns wide, all but the first indented; as it is where that is unknown."""
    if width - indent < 20 or indent + cells(text) <= width:
        return text
    lines, line = [], ""
    for word in text.split(" "):
        if line and indent + cells(line) + 1 + cells(word) > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return ("\n" + " " * indent).join([*lines, line])


def _frame(finding: Finding, source: str, paint: Paint, width: int) -> list[str]:
    """The line at fault with a neighbour on either side, and carets under what is meant."""
    lines = source.splitlines()
    place = finding.place
    if not 1 <= place.line <= len(lines):
        return []
    digits = len(str(min(place.line + 1, len(lines))))
    edge = " " * (digits + 3)
    room = width - digits - 5 if width else 0
    bar = paint("│", "dim")
    framed = [edge + paint("╷", "dim")]
    for number in range(max(1, place.line - 1), min(place.line + 1, len(lines)) + 1):
        text = visible(lines[number - 1].replace("\t", " "))
        label = str(number).rjust(digits)
        if number != place.line:
            if text.strip():
                cut, _ = _cut(text, place.column - 1, room)
                framed.append(f"  {paint(label, 'dim')} {bar} {paint(cut, 'dim')}")
            continue
        cut, shift = _cut(text, place.column - 1, room)
        start = place.column - 1 - shift
        stop = min(start + max(1, min(len(text.rstrip()) - place.column + 1, place.end - place.start)), len(cut))
        before, meant, after = cut[:start], cut[start:stop], cut[stop:]
        framed.append(f"  {paint(label, 'bold')} {bar} {before}{paint(meant, finding.severity)}{after}".rstrip())
        framed.append(f"{edge}{bar} {' ' * cells(before)}{paint(_carets(meant), finding.severity)}")
    return [*framed, edge + paint("╵", "dim")]


def _cut(text: str, column: int, room: int) -> tuple[str, int]:
    """The part of a long line that fits, with `column` in it, and by how much that moved to the left."""
    if not room or len(text) <= room:
        return text, 0
    shift = max(0, min(column - room // 3, len(text) - room))
    cut = text[shift : shift + room]
    if shift:
        cut = "…" + cut[1:]
    if shift + room < len(text):
        cut = cut[:-1] + "…"
    return cut, shift


def _carets(meant: str) -> str:
    """Carets under every letter, or only under the letters that look Latin and are not."""
    twin = latin_twin(meant)
    if twin != meant and is_id(twin.strip("\"'")) and any(letter.isascii() and letter.isalpha() for letter in meant):
        return "".join("~" if letter == other else "^" for letter, other in zip(meant, twin, strict=True))
    return "^" * max(1, cells(meant))


def _trail(trail: Sequence[Waypoint], paint: Paint) -> list[str]:
    """The way that breaks a promise, touchpoint by touchpoint, top to bottom."""
    drawn: list[str] = []
    widest = max((cells(point.title) for point in trail), default=0)
    where = [_short(point.place) for point in trail]
    longest = max(map(len, where), default=0)
    for number, point in enumerate(trail):
        leaving = number > 0 and trail[number - 1].leaves
        if number:
            when = f"   {visible(point.when)}" if point.when else ""
            drawn.append(paint(f"    │{when}", "warning" if leaving else "dim"))
        mark = paint("▲" if point.leaves else "●", "warning" if point.leaves else "place")
        title = paint(visible(point.title), "warning" if point.leaves else "bold") + " " * (widest - cells(point.title))
        note = paint(str(point.note), "warning" if point.leaves else "good")
        drawn.append(f"    {mark} {title}   {paint(where[number].ljust(longest), 'dim')}   {note}".rstrip())
    return ["", *drawn, ""] if drawn else []


def _short(place: Place) -> str:
    return f"{place.file.rpartition('/')[2]}:{place.line}"

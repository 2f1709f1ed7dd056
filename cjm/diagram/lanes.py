"""Touchpoints by column in, the lanes of words out: numbers first, then what the client does, who answers, and the rest."""

from dataclasses import dataclass, replace

from cjm.diagram import phrases
from cjm.diagram.captions import caption, prose_caption
from cjm.diagram.flow import Flow
from cjm.diagram.metrics import width, wrap
from cjm.diagram.palette import BRICK, INK, OCHRE, PETROL, WHITE
from cjm.diagram.shapes import Box, Label, Mark, Rect, Shape
from cjm.diagram.sizes import (
    CHIP_LINE,
    CHIP_TEXT,
    IN_FORCE_EDGE,
    IN_REVIEW_EDGE,
    LACKING_EDGE,
    REMARK_LINE,
    REMARK_TEXT,
    STRONG_TEXT,
    TAG_TEXT,
    Font,
)
from cjm.graph import name
from cjm.language.says import Language
from cjm.model import Handbook, Touchpoint
from cjm.workspace.standards import LACKS, Standard

_FIRST = 9.3  # from the upper edge of a lane to its first line
_INDENT = 10.5


@dataclass(frozen=True, slots=True)
class LaneNote:
    """What one lane says of one or more touchpoints that stand in a row."""

    numbers: tuple[int, ...]
    words: str
    standard: Standard | None = None


def joined(entries: list[LaneNote]) -> tuple[LaneNote, ...]:
    """Neighbours that say the same become one."""
    found: list[LaneNote] = []
    for entry in entries:
        last = found[-1] if found else None
        if (
            last
            and (last.words, last.standard) == (entry.words, entry.standard)
            and last.numbers[-1] + 1 == entry.numbers[0]
        ):
            found[-1] = replace(last, numbers=(*last.numbers, *entry.numbers))
        else:
            found.append(entry)
    return tuple(found)


def client(touchpoints: tuple[Touchpoint, ...], ways: Flow, handbook: Handbook) -> tuple[LaneNote, ...]:
    return tuple(LaneNote((ways.number[name(t)],), caption(t.client, handbook)) for t in touchpoints if t.client)


def front(touchpoints: tuple[Touchpoint, ...], ways: Flow, handbook: Handbook) -> tuple[LaneNote, ...]:
    """Who or what meets the client: a person by the role, a product by its channel."""
    channels = {channel.id: channel.title for channel in handbook.outline.channels}
    entries = []
    for touchpoint in touchpoints:
        role = handbook.role.get(touchpoint.role)
        who = role.title if role else touchpoint.role
        by_person = touchpoint.contact == "person" and who
        words = who if by_person else channels.get(touchpoint.channel, touchpoint.channel) or who
        if words:
            entries.append(LaneNote((ways.number[name(touchpoint)],), caption(words, handbook)))
    return joined(entries)


def behind(touchpoints: tuple[Touchpoint, ...], ways: Flow, handbook: Handbook) -> tuple[LaneNote, ...]:
    return tuple(
        LaneNote((ways.number[name(t)],), prose_caption(t.backstage, handbook)) for t in touchpoints if t.backstage
    )


def pains(touchpoints: tuple[Touchpoint, ...], ways: Flow, handbook: Handbook) -> tuple[LaneNote, ...]:
    return tuple(
        LaneNote((ways.number[name(t)],), caption(pain.pain, handbook)) for t in touchpoints for pain in t.pains
    )


def standard(touchpoints: tuple[Touchpoint, ...], ways: Flow, handbook: Handbook) -> tuple[LaneNote, ...]:
    """By standard, in the order in which they are first met: touchpoints that rest on the same stand together."""
    found: dict[Standard, list[int]] = {}
    for touchpoint in touchpoints:
        for one in ways.standards[name(touchpoint)]:
            found.setdefault(one, []).append(ways.number[name(touchpoint)])
    return tuple(LaneNote(tuple(numbers), caption(one.title, handbook), one) for one, numbers in found.items())


def text_lane(
    columns: list[tuple[LaneNote, ...]], rooms: list[tuple[float, float]], top: float, font: Font, fill: str
) -> tuple[tuple[Label, ...], float]:
    """The words of a lane and its height. `rooms` are left edge and width for each column."""
    texts: list[Label] = []
    deepest = 0.0
    for entries, (x, room) in zip(columns, rooms, strict=True):
        y = top + _FIRST
        indent = max([_INDENT, *(width(tags(entry.numbers), *TAG_TEXT) + 3 for entry in entries)])
        for entry in entries:
            inside = Box(x, y - 7.2, room, 9.4)
            tag = tags(entry.numbers)
            texts.append(Label(x, y, tag, *TAG_TEXT, BRICK if fill == BRICK else PETROL, "start", inside))
            for line in wrap(entry.words, room - indent, *font):
                texts.append(Label(x + indent, y, line, *font, fill, "start", Box(x, y - 7.2, room, 9.4)))
                y += REMARK_LINE
        deepest = max(deepest, y - REMARK_LINE - top if entries else 0)
    return tuple(texts), deepest + 5.4 if deepest else 0


def standard_lane(
    columns: list[tuple[LaneNote, ...]], rooms: list[tuple[float, float]], top: float, language: Language
) -> tuple[tuple[Mark, ...], float]:
    """The boxes with their numbers and short titles, and the height of the lane."""
    marks: list[Mark] = []
    deepest = 0.0
    for entries, (x, room) in zip(columns, rooms, strict=True):
        y = top + 11
        all_tags = [wrap(tags(entry.numbers).replace(",", ", "), room * 0.35, *TAG_TEXT) for entry in entries]
        indent = max([_INDENT, *(width(line, *TAG_TEXT) + 3 for lines in all_tags for line in lines)])
        for entry, tag_lines in zip(entries, all_tags, strict=True):
            assert entry.standard is not None
            for index, line in enumerate(tag_lines):
                below = y + index * REMARK_LINE
                texts_box = Box(x, below - 7.2, room, 9.4)
                marks.append(Label(x, below, line.replace(", ", ","), *TAG_TEXT, PETROL, "start", texts_box))
            chip, wide = standard_chip(entry.standard, x + indent, y - 7.3)
            marks += chip
            words, fill, font = entry.words, INK, REMARK_TEXT
            if entry.standard.state in LACKS:
                words = words or phrases.NO_STANDARD.to(language)
                fill, font = BRICK, STRONG_TEXT
            start = x + indent + wide + 3
            lines = wrap(words, x + room - start, *font)
            shift = 0.0
            if any(line.endswith("-") for line in lines[:-1]):  # below the box there is room for longer words
                start, shift = x + _INDENT, CHIP_LINE
                lines = wrap(words, x + room - start, *font)
            for index, line in enumerate(lines):
                below = y + shift + index * REMARK_LINE
                marks.append(Label(start, below, line, *font, fill, "start", Box(x, below - 7.2, room, 9.4)))
            y += max(shift + (len(lines) - 1) * REMARK_LINE, (len(tag_lines) - 1) * REMARK_LINE, 0)
            deepest = max(deepest, y - top)
            y += CHIP_LINE
    return tuple(marks), deepest + 6.4 if deepest else 0


def standard_chip(one: Standard, x: float, y: float) -> tuple[tuple[Mark, ...], float]:
    """A box with the number of a standard: solid, half toned or dashed; and its width."""
    words = f"§{one.number}" if one.number else "→" if one.state == "elsewhere" else "§?"
    if one.state in LACKS and one.number:
        words += "?"
    wide = width(words, *CHIP_TEXT) + 5
    box = Box(x, y, wide, 9.4)
    marks: list[Mark] = []
    if one.state in ("covered", "elsewhere"):
        fill = WHITE
        marks.append(Rect(box, PETROL, *IN_FORCE_EDGE, 1.5))
    elif one.state == "review":
        fill = OCHRE
        marks.append(Rect(box, WHITE, *IN_REVIEW_EDGE, 1.5))
        d = f"M{box.right:.1f} {y + 1.4:.1f} V{box.bottom:.1f} H{x + 1.5:.1f} Z"
        marks.append(Shape(d, box, OCHRE, opacity=0.25))
    else:
        fill = BRICK
        marks.append(Rect(box, WHITE, *LACKING_EDGE, 1.5))
    marks.append(Label(x + wide / 2, y + 7.2, words, *CHIP_TEXT, fill, "middle", box))
    return tuple(marks), wide


def tags(numbers: tuple[int, ...]) -> str:
    """Numbers as people write them: 1–3, 5."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ",".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)

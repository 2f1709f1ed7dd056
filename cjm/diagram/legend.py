"""The marks that occur on a map in, its legend out: a line for each, wrapped by measured width."""

from collections.abc import Callable
from dataclasses import dataclass

from cjm.diagram import phrases
from cjm.diagram.lanes import standard_chip
from cjm.diagram.metrics import width
from cjm.diagram.palette import HEAT, INK, OCHRE_TINT, PALE, PETROL, PETROL_TINT, SLATE, WHITE
from cjm.diagram.shapes import Box, Dot, Icon, Mark, Path, Point, Rect, Star, Text
from cjm.diagram.standards import Standard
from cjm.language.says import Language, Says

SIZE, LINE = 7.3, 13.7


@dataclass(frozen=True, slots=True)
class Seen:
    """Which marks a map shows. `covered` and `review` are section numbers to show as examples."""

    person: bool
    product: bool
    moment: bool
    wait: bool
    main: bool
    branch: bool
    back: bool
    entry: bool
    off_way: bool
    covered: int | None
    review: int | None
    missing: bool
    outcome: bool
    passage: bool
    band: bool
    channels: tuple[tuple[str, str], ...]  # icon and title
    ground: tuple[str, ...] = ()  # states, where cards are coloured by them
    heat: bool = False


Sample = tuple[float, Callable[[float, float], tuple[Mark, ...]], str]


def legend(seen: Seen, left: float, right: float, top: float, language: Language) -> tuple[tuple[Mark, ...], float]:
    """The marks of the legend and its height."""
    marks: list[Mark] = []
    x, y = left, top
    for wide, sample, words in _samples(seen, language):
        whole = wide + 4 + width(words, SIZE)
        if x > left and x + whole > right:
            x, y = left, y + LINE
        marks += sample(x, y)
        marks.append(Text(x + wide + 4, y + 7.6, words, SIZE, 400, INK, "start", Box(x, y - 1, whole + 0.5, 12)))
        x += whole + 15
    return tuple(marks), y + 12 - top


def line(style: str, start: Point, length: float) -> tuple[Mark, ...]:
    x, y = start
    colour, thick, dash = {
        "main": (PETROL, 1.7, ""), "branch": (SLATE, 1.0, ""), "back": (PETROL, 1.1, "4 2.4"),
    }[style]  # fmt: skip
    return (
        Path(f"M{x:.1f} {y:.1f} H{x + length - 4:.1f}", Box(x, y, length, 0), "", colour, thick, dash),
        Path(head((x + length, y), "right"), Box(x + length - 5, y - 3, 5, 6), colour),
    )


def head(tip: Point, points_to: str) -> str:
    """The outline of an arrow head with its tip at `tip`."""
    x, y = tip
    along, across = {"right": ((-1, 0), (0, 1)), "left": ((1, 0), (0, 1)), "down": ((0, -1), (1, 0))}[points_to]
    ends = [(x + 4.6 * along[0] + s * 2.9 * across[0], y + 4.6 * along[1] + s * 2.9 * across[1]) for s in (-1, 1)]
    return f"M{x:.1f} {y:.1f} L{ends[0][0]:.1f} {ends[0][1]:.1f} L{ends[1][0]:.1f} {ends[1][1]:.1f} Z"


def _samples(seen: Seen, language: Language) -> list[Sample]:
    def says(phrase: Says, **values: object) -> str:
        return phrase.to(language, **values)

    found: list[Sample] = []
    if seen.person:
        found.append((22, lambda x, y: _little_card(x, y, person=True), says(phrases.PERSON_ANSWERS)))
    if seen.product:
        found.append((22, lambda x, y: _little_card(x, y, person=False), says(phrases.PRODUCT_ANSWERS)))
    if seen.moment:
        found.append((12, lambda x, y: (Star(x + 6, y + 5, 6),), says(phrases.MOMENT)))
    if seen.wait:
        found.append((9, lambda x, y: (Icon("wait", x, y + 0.5, 9, INK),), says(phrases.WAITS)))
    for style, there, phrase in (
        ("main", seen.main, phrases.MAIN_WAY), ("branch", seen.branch, phrases.BRANCH), ("back", seen.back, phrases.WAY_BACK),
    ):  # fmt: skip
        if there:
            found.append((21, _line_sample(style), says(phrase)))
    if seen.entry:
        found.append((7, lambda x, y: (Dot(x + 3.5, y + 5, 2.6, WHITE, PETROL, 1.4),), says(phrases.ENTRY)))
    if seen.outcome:
        found.append((20, lambda x, y: (Rect(Box(x, y + 0.5, 20, 9), WHITE, INK, 1.1, 4.5),), says(phrases.OUTCOME)))
    if seen.passage:
        found.append((24, lambda x, y: _little_pill(x, y, ""), says(phrases.PASSAGE)))
    if seen.band:
        found.append((24, lambda x, y: _little_pill(x, y, "2 1.6"), says(phrases.NEXT_BAND)))
    if seen.off_way:
        found.append((5, lambda x, y: (Dot(x + 2.5, y + 5, 2.1, WHITE, PETROL, 1),), says(phrases.OFF_THE_WAY)))
    if seen.covered:
        found.append(_chip(Standard("", seen.covered, "", "covered"), says(phrases.COVERED, number=seen.covered)))
    if seen.review:
        found.append(_chip(Standard("", seen.review, "", "review"), says(phrases.REVIEWED)))
    if seen.missing:
        found.append(_chip(Standard("", None, "", "missing"), says(phrases.MISSING)))
    for ground, fill, phrase in (
        ("covered", PETROL_TINT, phrases.GROUND_COVERED), ("review", OCHRE_TINT, phrases.GROUND_REVIEWED),
        ("missing", WHITE, phrases.GROUND_MISSING),
    ):  # fmt: skip
        if ground in seen.ground:
            found.append((16, _ground_sample(fill, "2 1.4" if ground == "missing" else ""), says(phrase)))
    if seen.heat:
        found.append((46, _heat_sample, says(phrases.HEAT_SCALE)))
    found += [(9, _icon_sample(icon), title.lower()) for icon, title in seen.channels]
    return found


def _line_sample(style: str) -> Callable[[float, float], tuple[Mark, ...]]:
    return lambda x, y: line(style, (x, y + 5), 21)


def _icon_sample(icon: str) -> Callable[[float, float], tuple[Mark, ...]]:
    return lambda x, y: (Icon(icon, x, y + 0.5, 9, INK),)


def _ground_sample(fill: str, dash: str) -> Callable[[float, float], tuple[Mark, ...]]:
    return lambda x, y: (Rect(Box(x, y, 16, 10), fill, SLATE, 0.8, 2, dash),)


def _heat_sample(x: float, y: float) -> tuple[Mark, ...]:
    return tuple(Rect(Box(x + 9 * index, y + 0.5, 9, 9), fill, SLATE, 0.5) for index, fill in enumerate(HEAT))


def _chip(one: Standard, words: str) -> Sample:
    return standard_chip(one, 0, 0)[1], lambda x, y: standard_chip(one, x, y + 0.3)[0], words


def _little_card(x: float, y: float, *, person: bool) -> tuple[Mark, ...]:
    box = Box(x, y, 22, 10)
    if not person:
        return (Rect(box, WHITE, SLATE, 0.8), Rect(Box(x + 0.4, y + 0.4, 21.2, 4.8), PALE))
    top = f"M{x:.1f} {y + 5:.1f} v-1 q0 -4 4 -4 h14 q4 0 4 4 v1 Z"
    return (Rect(box, WHITE, PETROL, 0.8, 4), Path(top, box, PETROL))


def _little_pill(x: float, y: float, dash: str) -> tuple[Mark, ...]:
    return (Rect(Box(x, y + 0.5, 24, 9), WHITE, INK, 1.1, 4.5, dash), Icon("forward", x + 13, y + 1, 8, PETROL))

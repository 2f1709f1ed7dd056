"""A touchpoint, its ways and a width in; the lines, rows and height of its card out."""

from dataclasses import dataclass
from typing import Literal

from cjm.diagram import phrases
from cjm.diagram.flow import Arrow, Flow
from cjm.diagram.metrics import balance, width, wrap
from cjm.diagram.sizes import (
    CARD_LINE,
    CARD_TEXT,
    NUMBER_TEXT,
    PAD,
    ROW,
    ROW_LINE,
    ROW_TEXT,
    STRIP,
    STRIP_TEXT,
    UNDER_TITLE,
)
from cjm.graph import name
from cjm.language.durations import spoken
from cjm.language.says import Language
from cjm.model import Touchpoint

Leaves = Literal["right", "left", "down"]


@dataclass(frozen=True, slots=True)
class CardRow:
    """One exit: its condition in lines, and the side from which the line leaves."""

    way: Arrow
    leaves: Leaves
    lines: tuple[str, ...]
    top: float  # below the upper edge of the card

    @property
    def height(self) -> float:
        return ROW + (len(self.lines) - 1) * ROW_LINE


@dataclass(frozen=True, slots=True)
class Inner:
    """What stands in a card and how high it is. A way without a row leaves from the strip, or downward."""

    touchpoint: Touchpoint
    hint: str
    title: tuple[str, ...]
    wait: str
    wait_at: Literal["strip", "bare", "line", ""]
    rows: tuple[CardRow, ...]
    plain: Arrow | None
    plain_leaves: Leaves
    height: float


def inner(
    touchpoint: Touchpoint, ways: tuple[Arrow, ...], below: str, room: float, number: int, rank: dict[str, tuple[int, int]],
    flow: Flow, language: Language, limit_fits: bool,
) -> Inner:  # fmt: skip
    """Lays the inside of a card `room` wide. `rank` is column and place of every slot, `below` the slot underneath."""
    title = wrap(flow.title[name(touchpoint)], room - 2 * PAD, *CARD_TEXT)
    wait, wait_at = _wait(flow.wait[name(touchpoint)], touchpoint.moment_of_truth, room, number, language)
    height = STRIP + len(title) * CARD_LINE + UNDER_TITLE + (CARD_LINE if wait_at == "line" else 0)
    plain: Arrow | None = None
    if len(ways) == 1 and not ways[0].when and not ways[0].earlier and not ways[0].at_most:
        plain = ways[0]
    rows: list[CardRow] = []
    if plain is None:
        for way, leaves in _ordered(ways, below, rank, name(touchpoint)):
            words = _words(way, flow, language)
            if (
                way.back
                and way.at_most
                and not (leaves == "left" and limit_fits and rank[way.target][0] < rank[way.source][0])
            ):
                words += ", " + phrases.AT_MOST_SHORT.to(language, count=way.at_most)
            space = room - 2 * PAD - (8.5 if leaves == "left" else 0)
            rows.append(CardRow(way, leaves, balance(words, space, *ROW_TEXT) or ("",), height))
            height += rows[-1].height
    leaves_plain: Leaves = "down" if plain is not None and plain.target == below else "right"
    return Inner(
        touchpoint, flow.title[name(touchpoint)], title, wait, wait_at, tuple(rows), plain, leaves_plain, height
    )


def pill_lines(way: Arrow, room: float, flow: Flow) -> tuple[str, ...]:
    """The words of a pill in evened lines; `room` is the width of its column."""
    words = way.title
    if way.goes == "band":
        words = f"{flow.number[way.leads]}\u00a0{way.title}"
    return balance(words, room - 12 - (11 if has_arrow(way) else 0), *CARD_TEXT) or ("",)


def has_arrow(way: Arrow) -> bool:
    return way.goes in ("journey", "band")


def pill_height(lines: tuple[str, ...]) -> float:
    return 7 + len(lines) * CARD_LINE


def limit_words(way: Arrow, language: Language) -> str:
    if way.at_most == 1:
        return phrases.ONCE.to(language)
    return phrases.AT_MOST.to(language, count=phrases.times(way.at_most or 1, language))


def _ordered(
    ways: tuple[Arrow, ...], below: str, rank: dict[str, tuple[int, int]], source: str
) -> list[tuple[Arrow, Leaves]]:
    """Exits to the right by the height of their target, then those to the left, last the one to the card below."""
    mine = rank[source][0]
    down = next((way for way in reversed(ways) if way.target == below and below), None)

    def height(way: Arrow) -> tuple[int, int]:
        column, place = rank[way.target]
        if column > mine + 1:
            return 0, 0
        return (1, place) if column > mine else (2, -place)

    right = sorted((way for way in ways if not way.earlier and way is not down), key=height)
    left = [way for way in ways if way.earlier]
    found: list[tuple[Arrow, Leaves]] = [(way, "right") for way in right]
    found += [(way, "left") for way in left]
    if down is not None:
        found.append((down, "down"))
    return found


def _words(way: Arrow, flow: Flow, language: Language) -> str:
    if way.when:
        return way.when
    if way.otherwise:
        return phrases.REST.to(language)
    if way.goes == "on":
        return phrases.ON_TO.to(language, number=flow.number[way.target])
    return (phrases.ENDS if way.goes == "outcome" else phrases.GOES_ON).to(language)


def _wait(
    wait: int | None, moment: bool, room: float, number: int, language: Language
) -> tuple[str, Literal["strip", "bare", "line", ""]]:
    """The wait in words, and where it finds room: in the strip, there without its clock, or on a line of its own."""
    if wait is None:
        return "", ""
    words = " ".join(spoken(wait, language).split(" ")[:2])
    free = room - 4.5 - width(str(number), *NUMBER_TEXT) - 3 - 9 - 4 - 4 - (9.5 if moment else 0)
    needed = width(words, *STRIP_TEXT)
    return words, "strip" if needed + 9 <= free else "bare" if needed <= free else "line"

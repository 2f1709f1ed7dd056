"""The marks that occur on a map in, its legend out: a sample and words for each, wrapped by measured width."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from cjm.diagram import phrases
from cjm.diagram.colours import Colours, Shade
from cjm.diagram.lanes import standard_chip
from cjm.diagram.metrics import width
from cjm.diagram.palette import INK, PALE, PETROL, WHITE
from cjm.diagram.shapes import Box, Dot, Icon, Label, Mark, Rect, Shape, Star, head, slanting
from cjm.diagram.sizes import (
    BAND_EDGE,
    END_EDGE,
    ENTRY_LINE,
    HATCH_LINE,
    LEGEND_LINE,
    LEGEND_TEXT,
    PERSON_EDGE,
    PRODUCT_EDGE,
    RING_RADIUS,
    SAMPLE_DASHED_EDGE,
    SAMPLE_EDGE,
    SCALE_EDGE,
    WAYS,
    Line,
)
from cjm.language.phrases import lower
from cjm.language.says import Language, Says
from cjm.workspace.standards import Standard


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
    elsewhere: bool
    outcome: bool
    passage: bool
    band: bool
    channels: tuple[tuple[str, str], ...]  # icon and title
    colours: Colours
    shades: tuple[Shade, ...]  # of cards


SampleMarks = Callable[[float, float], tuple[Mark, ...]]  # the marks of a sample at a place
Sample = tuple[float, SampleMarks, str]  # its width, its marks, its words


def legend(seen: Seen, left: float, right: float, top: float, language: Language) -> tuple[tuple[Mark, ...], float]:
    """The marks of the legend of a journey and its height."""
    return put_samples(_samples(seen, language), left, right, top, 7.6)


def put_samples(
    samples: Iterable[Sample], left: float, right: float, top: float, base: float
) -> tuple[tuple[Mark, ...], float]:
    """Samples with their words side by side, as many as a line takes; `base` is where letters stand below its top."""
    marks: list[Mark] = []
    x, y = left, top
    for wide, sample, words in samples:
        whole = wide + 4 + width(words, *LEGEND_TEXT)
        if x > left and x + whole > right:
            x, y = left, y + LEGEND_LINE
        marks += sample(x, y)
        marks.append(Label(x + wide + 4, y + base, words, *LEGEND_TEXT, INK, "start", Box(x, y - 1, whole + 0.5, 12)))
        x += whole + 15
    return tuple(marks), y + 12 - top


# Private functions


def _samples(seen: Seen, language: Language) -> Iterator[Sample]:
    def says(phrase: Says, **values: object) -> str:
        return phrase.to(language, **values)

    for mark, wide, drawn, phrase in _PLAIN:
        if getattr(seen, mark):
            yield wide, drawn, says(phrase)
    for there, standard, phrase in (
        (seen.covered, Standard("", seen.covered, "", "covered"), phrases.COVERED),
        (seen.review, Standard("", seen.review, "", "review"), phrases.REVIEWED),
        (seen.elsewhere, Standard("", None, "", "elsewhere"), phrases.STANDARD_ELSEWHERE),
        (seen.missing, Standard("", None, "", "missing"), phrases.LACKS_STANDARD),
    ):
        if there:
            yield _chip(standard, says(phrase, number=standard.number))
    for shade in seen.colours.shades:
        if shade.means and shade in seen.shades:
            yield 16, _ground(shade), says(shade.means)
    if seen.colours.scale:
        yield 46, _scale(seen.colours.shades), says(seen.colours.scale)
    for icon, title in seen.channels:
        yield 9, _channel(icon), lower(title)


def _way(line: Line) -> SampleMarks:
    return lambda x, y: (
        Shape(f"M{x:.1f} {y + 5:.1f} H{x + 17:.1f}", Box(x, y + 5, 21, 0), "", *line),
        Shape(head((x + 21, y + 5), "right"), Box(x + 16, y + 2, 5, 6), line.colour),
    )


def _channel(icon: str) -> SampleMarks:
    return lambda x, y: (Icon(icon, x, y + 0.5, 9, INK),)


def _ground(shade: Shade) -> SampleMarks:
    return lambda x, y: (
        Rect(Box(x, y, 16, 10), shade.fill, *(SAMPLE_DASHED_EDGE if shade.dashed else SAMPLE_EDGE), 2),
        *((Shape(slanting(Box(x, y, 16, 10), 3.5), Box(x, y, 16, 10), "", *HATCH_LINE),) if shade.hatched else ()),
    )


def _scale(shades: tuple[Shade, ...]) -> SampleMarks:
    return lambda x, y: tuple(
        Rect(Box(x + 9 * index, y + 0.5, 9, 9), shade.fill, *SCALE_EDGE) for index, shade in enumerate(shades)
    )


def _chip(one: Standard, words: str) -> Sample:
    return standard_chip(one, 0, 0)[1], lambda x, y: standard_chip(one, x, y + 0.3)[0], words


def _person(x: float, y: float) -> tuple[Mark, ...]:
    box = Box(x, y, 22, 10)
    top = f"M{x:.1f} {y + 5:.1f} v-1 q0 -4 4 -4 h14 q4 0 4 4 v1 Z"
    return Rect(box, WHITE, *PERSON_EDGE, 4), Shape(top, box, PETROL)


def _product(x: float, y: float) -> tuple[Mark, ...]:
    return Rect(Box(x, y, 22, 10), WHITE, *PRODUCT_EDGE), Rect(Box(x + 0.4, y + 0.4, 21.2, 4.8), PALE)


def _pill(edge: Line) -> SampleMarks:
    return lambda x, y: (Rect(Box(x, y + 0.5, 24, 9), WHITE, *edge, 4.5), Icon("forward", x + 13, y + 1, 8, PETROL))


# The samples that are the same on every map, in their order: the mark of Seen, its width, how it is drawn, its words.
_PLAIN: tuple[tuple[str, float, SampleMarks, Says], ...] = (
    ("person", 22, _person, phrases.PERSON_ANSWERS),
    ("product", 22, _product, phrases.PRODUCT_ANSWERS),
    ("moment", 12, lambda x, y: (Star(x + 6, y + 5, 6),), phrases.MOMENT),
    ("wait", 9, lambda x, y: (Icon("wait", x, y + 0.5, 9, INK),), phrases.WAITS),
    ("main", 21, _way(WAYS["main"]), phrases.MAIN_WAY),
    ("branch", 21, _way(WAYS["branch"]), phrases.BRANCH),
    ("back", 21, _way(WAYS["back"]), phrases.WAY_BACK),
    ("entry", 7, lambda x, y: (Dot(x + 3.5, y + 5, RING_RADIUS, WHITE, *ENTRY_LINE[:2]),), phrases.ENTRY),
    ("outcome", 20, lambda x, y: (Rect(Box(x, y + 0.5, 20, 9), WHITE, *END_EDGE, 4.5),), phrases.OUTCOME),
    ("passage", 24, _pill(END_EDGE), phrases.PASSAGE),
    ("band", 24, _pill(BAND_EDGE), phrases.GOES_ON_BELOW),
    ("off_way", 5, lambda x, y: (Dot(x + 2.5, y + 5, 2.1, WHITE, PETROL, 1),), phrases.OFF_THE_WAY),
)

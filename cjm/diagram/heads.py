"""What stands above the lanes: the head lines of a sheet, and the heads of the stages of a band."""

from cjm.diagram import phrases
from cjm.diagram.captions import caption, prose_caption
from cjm.diagram.columns import Band
from cjm.diagram.flow import Flow
from cjm.diagram.metrics import width, wrap
from cjm.diagram.palette import INK, SLATE, WHITE
from cjm.diagram.shapes import Box, Ink, Label, Shape
from cjm.diagram.sizes import MARGIN, ORIGIN_TEXT, STAGE_HEIGHT, STAGE_TEXT, SUMMARY_TEXT, TITLE_TEXT
from cjm.model import Handbook, Journey, Stage
from cjm.workspace.standards import LACKS


def put_title(journey: Journey, handbook: Handbook, ways: Flow, page: float, said: str, ink: Ink) -> float:
    """The head lines: title and whose way it is at the left, what management asks at the right."""
    right = page - MARGIN
    summary = _summary(journey, ways, handbook)
    room = right - MARGIN - width(summary, *SUMMARY_TEXT) - 14
    y = 30.0
    for line in wrap(caption(journey.title, handbook), room, *TITLE_TEXT):
        ink.front.append(Label(MARGIN, y, line, *TITLE_TEXT, INK, "start", Box(MARGIN, y - 16, room, 21)))
        y += 19
    ink.front.append(Label(right, 28, summary, *SUMMARY_TEXT, INK, "end", Box(MARGIN, 18, right - MARGIN, 13)))
    y += 13 - 19
    origin = " · ".join(filter(None, (caption(handbook.outline.title, handbook), said)))
    edge = right
    if origin:
        edge -= width(origin, *ORIGIN_TEXT) + 14
        ink.front.append(Label(right, y, origin, *ORIGIN_TEXT, SLATE, "end", Box(MARGIN, y - 9, right - MARGIN, 13)))
    both = ". ".join(filter(None, (caption(journey.client, handbook), prose_caption(journey.purpose, handbook))))
    lines = wrap(both, edge - MARGIN, *ORIGIN_TEXT)
    for line in lines:
        ink.front.append(Label(MARGIN, y, line, *ORIGIN_TEXT, SLATE, "start", Box(MARGIN, y - 9, edge - MARGIN, 13)))
        y += 10.4
    return y - (10.4 if lines else 0) + 6


def put_stages(band: Band, handbook: Handbook, starts: list[float], right: float, top: float, ink: Ink) -> list[float]:
    """The stages as chevrons over their columns; gives back the edges between them."""
    stages: list[tuple[Stage, float]] = []
    for column, start in zip(band.columns, starts, strict=True):
        if not stages or stages[-1][0] is not column.stage:
            stages.append((column.stage, start))
    ends = [start - 2 for _, start in stages[1:]] + [right - 6]
    for index, ((stage, start), end) in enumerate(zip(stages, ends, strict=True)):
        d = chevron(start, end, top, STAGE_HEIGHT, 5, notched=index > 0)
        box = Box(start, top, end + 5 - start, STAGE_HEIGHT)
        ink.front.append(Shape(d, box, INK))
        x = start + (10 if index else 7)
        shown, size = _fitted(caption(stage.title, handbook), end, x)
        ink.front.append(Label(x, top + 11.6, shown, size, STAGE_TEXT.weight, WHITE, "start", box))
    return [start for _, start in stages[1:]]


def chevron(x: float, end: float, y: float, high: float, point: float, *, notched: bool) -> str:
    """The head of a stage as path data: it points at the next one from `end` on, and is notched for the one before."""
    notch = f"L{x + point:.1f} {y + high / 2:.1f} " if notched else ""
    return (
        f"M{x:.1f} {y:.1f} H{end:.1f} L{end + point:.1f} {y + high / 2:.1f} L{end:.1f} {y + high:.1f} H{x:.1f} {notch}Z"
    )


# Private functions


def _summary(journey: Journey, ways: Flow, handbook: Handbook) -> str:
    language = handbook.outline.language
    states = [ways.state(touchpoint) for touchpoint in journey.touchpoints]
    counts = [phrases.touchpoints(len(states), language)]
    if moments := sum(touchpoint.moment_of_truth for touchpoint in journey.touchpoints):
        counts.append(phrases.moments(moments, language))
    for phrase, which in ((phrases.WITHOUT, LACKS), (phrases.UNDER_REVIEW, ("review",))):
        if count := sum(state in which for state in states):
            counts.append(phrase.to(language, count=count))
    return " · ".join(counts)


def _fitted(title: str, end: float, x: float) -> tuple[str, float]:
    """The title of a stage in one line, and its size: smaller where it has to be, cut short where that does not help."""
    size, weight = STAGE_TEXT
    while width(title, size, weight) > end - x and size > 7:
        size = round(size - 0.2, 1)
    line = wrap(title, max(end - 4 - x, 10), size, weight) if width(title, size, weight) > end - x else (title,)
    return line[0].rstrip("-") + ("…" if len(line) > 1 else ""), size

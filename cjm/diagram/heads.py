"""What stands above the lanes: the head lines of a sheet, and the heads of the stages of a band."""

from cjm.diagram import phrases
from cjm.diagram.captions import caption, prose_caption
from cjm.diagram.columns import Band
from cjm.diagram.metrics import width, wrap
from cjm.diagram.palette import INK, SLATE, WHITE
from cjm.diagram.shapes import Box, Ink, Path, Text
from cjm.diagram.stacks import MARGIN
from cjm.diagram.standards import state
from cjm.model import Handbook, Journey, Stage

STAGES = 17.0  # the height of the heads of stages


def put_title(journey: Journey, handbook: Handbook, page: float, said: str, ink: Ink) -> float:
    """The head lines: title and whose way it is at the left, what management asks at the right."""
    language = handbook.outline.language
    states = [state(touchpoint, handbook) for touchpoint in journey.touchpoints]
    counts = [phrases.touchpoints(len(states), language)]
    moments = sum(touchpoint.moment_of_truth for touchpoint in journey.touchpoints)
    if moments:
        counts.append(phrases.moments(moments, language))
    for phrase, which in ((phrases.WITHOUT, "missing"), (phrases.UNDER_REVIEW, "review")):
        if which in states:
            counts.append(phrase.to(language, count=states.count(which)))
    right = page - MARGIN
    summary = " · ".join(counts)
    room = right - MARGIN - width(summary, 8.2, 600) - 14
    named = wrap(caption(journey.title, handbook), room, 17, 700)
    y = 30.0
    for line in named:
        ink.front.append(Text(MARGIN, y, line, 17, 700, INK, "start", Box(MARGIN, y - 16, room, 21)))
        y += 19
    ink.front.append(Text(right, 28, summary, 8.2, 600, INK, "end", Box(MARGIN, 18, right - MARGIN, 13)))
    y += 13 - 19
    origin = " · ".join(filter(None, (caption(handbook.outline.title, handbook), said)))
    edge = right - (width(origin, 8.2) + 14 if origin else 0)
    if origin:
        ink.front.append(Text(right, y, origin, 8.2, 400, SLATE, "end", Box(MARGIN, y - 9, right - MARGIN, 13)))
    whose, purpose = caption(journey.client, handbook), prose_caption(journey.purpose, handbook)
    both = ". ".join(filter(None, (whose, purpose)))
    lines = wrap(both, edge - MARGIN, 8.2)
    for line in lines:
        ink.front.append(Text(MARGIN, y, line, 8.2, 400, SLATE, "start", Box(MARGIN, y - 9, edge - MARGIN, 13)))
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
        title = caption(stage.title, handbook)
        notch = f"L{start + 5:.1f} {top + STAGES / 2:.1f} " if index else ""
        d = (
            f"M{start:.1f} {top:.1f} H{end:.1f} L{end + 5:.1f} {top + STAGES / 2:.1f} "
            f"L{end:.1f} {top + STAGES:.1f} H{start:.1f} {notch}Z"
        )
        box = Box(start, top, end + 5 - start, STAGES)
        ink.front.append(Path(d, box, INK))
        x = start + (10 if index else 7)
        size = 8.4
        while width(title, size, 600) > end - x and size > 7:
            size = round(size - 0.2, 1)
        line = wrap(title, max(end - 4 - x, 10), size, 600) if width(title, size, 600) > end - x else (title,)
        shown = line[0].rstrip("-") + ("…" if len(line) > 1 else "")
        ink.front.append(Text(x, top + 11.6, shown, size, 600, WHITE, "start", box))
    return [start for _, start in stages[1:]]

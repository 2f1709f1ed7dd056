"""The one table of letters, lines and lengths of the maps, in points; what says the same is drawn the same."""

from typing import NamedTuple

from cjm.diagram.palette import BRICK, HAIR, INK, OCHRE, PETROL, SLATE


class Font(NamedTuple):
    """Size and weight of letters; none is smaller than 7 points, which can be read on paper."""

    size: float
    weight: int = 400


class Line(NamedTuple):
    """The colour, the width and the dashes of a line."""

    colour: str
    thick: float
    dash: str = ""


# Pages
A4, A3 = 842.0, 1191.0  # the longer side of A4 is the width of a map; a wide one takes that of A3
UPRIGHT = (595.0, 796.0)  # an upright page of A4: its width, and its height without head and foot
MARGIN = 17.0
LANE_NAMES = 46.0  # the column of the names of lanes
HEADLINE = 44.0  # where the rows of the overview begin

# Letters
WEIGHTS = (400, 500, 600, 700)  # of the shipped font
TITLE_TEXT = Font(17, 700)
SUMMARY_TEXT, ORIGIN_TEXT = Font(8.2, 600), Font(8.2)
STAGE_TEXT = Font(8.4, 600)
LANE_NAME_TEXT = Font(8, 700)
NUMBER_TEXT, CARD_TEXT, STRIP_TEXT, ROW_TEXT = Font(8.2, 700), Font(7.5, 600), Font(7.0, 600), Font(7.2, 500)
NOTE_TEXT = Font(7.2, 500)  # what the map itself says beside a card or on a line
ARRIVAL_TEXT, FEELING_TEXT = Font(7, 600), Font(7, 600)
REMARK_TEXT, STRONG_TEXT, TAG_TEXT, CHIP_TEXT = Font(7.1), Font(7.1, 500), Font(7.1, 700), Font(7, 700)
VISIBILITY_TEXT = Font(7.3, 500)
LEGEND_TEXT = Font(7.3)
JOURNEY_TEXT = Font(10, 700)

# Heights
STAGE_HEIGHT = 17.0  # of the heads of stages
STRIP, CARD_LINE, UNDER_TITLE, ROW, ROW_LINE, PAD = 12.2, 8.8, 6.8, 10.6, 8.2, 5.0
PORT, BACK_PORT, RING_PORT = 6.1, 14.1, 21.0  # below the upper edge of a card: where one arrives, comes back, begins
REMARK_LINE, CHIP_LINE = 8.6, 10.6
LEGEND_LINE = 13.7
EMOTION_HEIGHT, EMOTION_STEP = 62.0, 9.2

# Widths
NARROW, WIDE = 66.0, 150.0  # a card is not narrower, and not wider
GUTTER, TRACK, TAIL, HEADROOM = 17.0, 4.4, 4.0, 7.5  # between columns, and what a line and its head take of that
CHANNEL, LABELLED = 5.2, 10.0  # between two tracks of a channel, without and with words on them
CLEAR = 2.4  # between two lines that have nothing to do with each other
RING, RING_RADIUS = 9.0, 2.6  # what the ring of an entry takes of its gutter
HEAD_LONG, HEAD_HALF = 4.6, 2.9  # the head of an arrow
CARD_RADIUS, PILL_RADIUS = 5.0, 12.3
ROUND = 4.0  # the corner of a line
STAR = 6.2
FAR = 10_000.0  # beyond any page

# Lines
WAYS = {"main": Line(PETROL, 1.7), "branch": Line(SLATE, 1.0), "back": Line(PETROL, 1.1, "4 2.4")}
INTERRUPT_LINE = WAYS["back"]
PERSON_EDGE, PRODUCT_EDGE, MOMENT_EDGE, UNCOVERED_EDGE = (
    Line(PETROL, 0.8),
    Line(SLATE, 0.8),
    Line(OCHRE, 1.7),
    Line(BRICK, 1.1, "3 2"),
)
IN_FORCE_EDGE, IN_REVIEW_EDGE, LACKING_EDGE = Line(PETROL, 0.8), Line(OCHRE, 1), Line(BRICK, 1, "2 1.4")
END_EDGE, BAND_EDGE, NOWHERE_EDGE = Line(INK, 1.1), Line(INK, 1.1, "2 1.6"), Line(BRICK, 1.1, "3 2")
ENTRY_LINE, ARRIVAL_LINE = Line(PETROL, 1.4), Line(PETROL, 1.4, "2 1.4")
LANE_EDGE, STAGE_EDGE, ROW_EDGE = Line(HAIR, 0.7), Line(HAIR, 0.6), Line(HAIR, 0.6)
VISIBILITY_LINE = Line(INK, 0.9, "5 3")
CURVE_LINE, NEUTRAL_LINE, EXTREME_LINE = Line(PETROL, 1.4), Line(HAIR, 0.5), Line(HAIR, 0.5, "1.5 2.5")
SAMPLE_EDGE, SAMPLE_DASHED_EDGE, SCALE_EDGE = Line(SLATE, 0.8), Line(SLATE, 0.8, "2 1.4"), Line(SLATE, 0.5)
GUILTY_EDGE = Line(BRICK, 2.2)
HATCH_LINE = Line(HAIR, 0.6)

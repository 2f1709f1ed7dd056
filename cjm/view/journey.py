"""A journey in, what its map has no place for out: the map tells certain fields of it, the rest stands beside the map."""

from collections.abc import Iterator

from cjm.model import Handbook, Journey
from cjm.view.thing import Field, Piece, piece, tag_of

# What the map tells of a journey and of a stage, and the card of a touchpoint.
ON_MAP = ("title", "client", "purpose", "enter", "stages", "touchpoints")
ON_CARD = (
    "title", "client", "contact", "channel", "role", "backstage", "wait", "meanwhile", "emotion", "pains", "moment_of_truth",
    "standard", "entry", "outcome", "next",
)  # fmt: skip


def beside_the_map(journey: Journey, handbook: Handbook) -> Iterator[tuple[Piece, tuple[Field, ...]]]:
    """The journey, each stage and each touchpoint of which more is written than the map tells, with that."""
    whole = piece(tag_of(journey), journey, handbook)
    for one in (
        whole,
        *whole.of("stages"),
        *(point for stage in whole.of("stages") for point in stage.of("touchpoints")),
    ):
        told = ON_MAP if one.of("stages") or one.of("touchpoints") else ON_CARD
        if more := tuple(field for field in one.but(*told) if field.shown):
            yield one, more

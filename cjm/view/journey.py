"""A journey in, what its map has no place for out: a card tells certain fields of a touchpoint, the rest stands beside the map."""

from collections.abc import Iterator

from cjm.model import Handbook, Journey
from cjm.view.thing import Field, Piece, piece, tag_of

# What the card of a touchpoint tells.
ON_CARD = (
    "title", "client", "contact", "channel", "role", "backstage", "wait", "meanwhile", "emotion", "pains", "moment_of_truth",
    "standard", "entry", "outcome", "next",
)  # fmt: skip


def beside_the_map(journey: Journey, handbook: Handbook) -> Iterator[tuple[Piece, tuple[Field, ...]]]:
    """Each touchpoint of which more is written than its card tells, with that."""
    for touchpoint in journey.touchpoints:
        made = piece(tag_of(touchpoint), touchpoint, handbook)
        if more := made.but(*ON_CARD):
            yield made, more

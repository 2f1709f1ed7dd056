"""What the fields and pieces of a handbook are called when one tells of their changes."""

from collections.abc import Mapping
from dataclasses import dataclass

from cjm.language.phrases import lower
from cjm.language.says import Says
from cjm.model import Handbook, Item, Section, Touchpoint
from cjm.model.fields import specs
from cjm.model.journey import Edge
from cjm.model.registry import KINDS
from cjm.model.section import Call, Choice, Never, Option, Variant

# Of what a change is told that is no field.
PLACE, STAGE, YES = Says("место в гайдлайне", "place in the handbook"), Says("этап", "stage"), Says("да", "yes")

# What a piece is called that is no kind of thing, and the field by which one knows it.
_PIECES: Mapping[type, tuple[Says, str]] = {
    Never: (Says("запрет", "never"), "instead"), Option: (Says("вариант", "option"), "text"),
    Variant: (Says("слова для", "words for"), "channel"), Edge: (Says("путь к", "way to"), "to"), Choice: (Says("развилка к", "choice to"), "to"),
    Call: (Says("номер", "number"), "number"),
}  # fmt: skip


def field_label(owner: type, attribute: str) -> Says:
    """What a field is called inside a sentence."""
    label = specs(owner)[attribute].label
    return Says(lower(label.ru), lower(label.en))


def piece_named(piece: type) -> tuple[Says | None, str]:
    """What a piece is called, and the field by which one knows it."""
    kind = next((kind for kind in KINDS.values() if kind.item is piece), None)
    return (kind.says, kind.known_by) if kind else _PIECES.get(piece, (None, "title"))


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a thing stands: in which group (by id), and the titles from the outside in."""

    group: tuple[str, ...]
    titles: tuple[str, ...]


def place_of(item: Item, handbook: Handbook) -> Spot:
    """The part and number of a section, the journey and stage of a touchpoint."""
    if isinstance(item, Section):
        part, number = handbook.part_of.get(item.id), handbook.number.get(item.id)
        return Spot((part.id if part else "",), (*((part.title,) if part else ()), *((str(number),) if number else ())))
    if isinstance(item, Touchpoint):
        journey = handbook.journey_of[item.id]
        stage = next(stage for stage in journey.stages if item in stage.touchpoints)
        return Spot((journey.id, stage.id), (journey.title, stage.title))
    return Spot((), ())

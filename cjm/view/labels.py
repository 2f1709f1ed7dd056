"""A record in, what it and its fields are called out, as they are declared: the one table of words for what authors write."""

import re
from collections.abc import Mapping

from cjm.language.headings import HEADINGS
from cjm.language.phrases import lower
from cjm.language.says import Says
from cjm.model import Journey, Section, Touchpoint
from cjm.model.fields import specs
from cjm.model.journey import Edge
from cjm.model.registry import KINDS
from cjm.model.section import Call, Choice, Conflict, Never, Option, PassOn, Step, Variant
from cjm.model.shared import SHARED

# A name that several have is that of the last of them; each is there as `step_say`, `client_type_script` as well.
_RECORDS = (Journey, Touchpoint, *(kind.item for kind in SHARED), PassOn, Never, Conflict, Step, Section)

LABELS: Mapping[str, Says] = {
    name: spec.label
    for record in _RECORDS
    for attribute, spec in specs(record).items()
    for name in (attribute, f"{re.sub(r'(?<=.)(?=[A-Z])', '_', record.__name__).lower()}_{attribute}")
} | HEADINGS


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

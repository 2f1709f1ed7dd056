"""Every kind of thing that a handbook holds, declared once in the module of its record, in the order of the handbook.

A kind of shared things is a module of `cjm.model.shared`; the others make the frame: outline, sections, journeys.
"""

from collections.abc import Mapping
from typing import Any

from cjm.model import journey, outline, section
from cjm.model.item import Item
from cjm.model.kind import Kind
from cjm.model.shared import SHARED

KINDS: Mapping[str, Kind] = {
    kind.name: kind
    for kind in sorted((*outline.KINDS, *section.KINDS, *journey.KINDS, *SHARED), key=lambda kind: kind.order)
}
_OF: Mapping[type, Kind] = {kind.item: kind for kind in KINDS.values()}


def kind_of(item: type[Item]) -> Kind:
    """The kind whose record this is. Raises KeyError for a record that is none, such as a step's choice."""
    return _OF[item]


def known_as(item: Any) -> str:
    """What people know a thing by: its title, its term, its words; the id where nothing of the kind is written."""
    return str(getattr(item, _OF[type(item)].known_by, "") or item.id)

"""The shared things of a Handbook in, what the search can find of them out, table by table."""

from collections.abc import Iterator

from cjm.addresses import address
from cjm.model import Handbook
from cjm.model.kind import Kind
from cjm.model.registry import KINDS, known_as
from cjm.view import fields

_Found = tuple[str, str, str, tuple[str, ...], tuple[str, ...]]  # kind, address, heading, prose, speech


def shared_places(table: str, handbook: Handbook) -> Iterator[_Found]:
    """The places_of_kind of the table that a section shows; a kind that has no place on the site (facts, policies) has none."""
    for kind in KINDS.values():
        if kind.table == table and kind.address:
            yield from places_of_kind(kind, handbook)


def places_of_kind(kind: Kind, handbook: Handbook) -> Iterator[_Found]:
    """The place of each thing of a kind that the site shows."""
    for one in handbook.things(kind.name):
        where = address(f"{kind.name}:{getattr(one, 'id', '')}", handbook)
        told = [field for field in fields(one, handbook) if field.key not in kind.unread]
        prose, speech = (
            tuple(value.text for field in told if (field.key in kind.speech) is said for value in field.values)
            for said in (False, True)
        )
        yield kind.found_as or kind.name, where, known_as(one), prose, speech

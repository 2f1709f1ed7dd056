"""The name of a shared table in, what one can find in it out: roles, promises, client types, words, terms."""

from collections.abc import Iterator

from cjm.addresses import address
from cjm.model import Handbook
from cjm.model.registry import KINDS, known_as

Found = tuple[str, str, str, tuple[str, ...], tuple[str, ...]]  # kind, address, heading, prose, speech


def shared_places(table: str, handbook: Handbook) -> Iterator[Found]:
    """The places of the table that a section shows; a kind that has no place on the site (facts, policies) has none."""
    for kind in KINDS.values():
        if kind.table == table and kind.address:
            for one in handbook.things(kind.name):
                prose, speech = _texts(one, kind.prose), _texts(one, kind.speech)
                where = address(f"{kind.name}:{getattr(one, 'id', '')}", handbook)
                yield kind.found_as or kind.name, where, known_as(one), prose, speech


# Private functions


def _texts(thing: object, fields: tuple[str, ...]) -> tuple[str, ...]:
    values = (getattr(thing, field) for field in fields)
    return tuple(text for value in values for text in (value if isinstance(value, tuple) else (value,)))

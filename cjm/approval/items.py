"""A Handbook in, everything of it that prints out: each an item with a name and a digest of its own.

Of the registry each thing with a place of its own is one (a journey with its touchpoints); beside them the outline, who
may approve, what the search knows, and each own file of the look.
"""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from cjm.diff.minor import only_marks
from cjm.graph.dependencies import Ground, grounds
from cjm.model import Handbook, Item, Section, Touchpoint, Written
from cjm.model.derived import derived
from cjm.model.digest import Names, digest, earlier_digest, printed
from cjm.model.reference import Reference
from cjm.model.registry import KINDS, known_as

OUTLINE, PEOPLE, SEARCH, LOOK = "outline", "people", "search", "look:"
FRAME = (OUTLINE, PEOPLE, SEARCH)
OF_REGISTRY = tuple(kind for kind in KINDS.values() if kind.key or kind.name in ("section", "journey", "dimension"))


@dataclass(frozen=True)
class PrintedItem:
    """One item. `thing` is the record of the model, the people, the synonyms, or the bytes of a file."""

    name: str
    thing: Any
    names: Names

    @cached_property
    def digest(self) -> str:
        """The digest of all that is seen of it."""
        return digest(self.kind, self.data(binding=False))

    @cached_property
    def binds(self) -> str:
        """The digest of what somebody does by it or may rely on."""
        return digest(self.kind, self.data(binding=True))

    @property
    def kind(self) -> str:
        return self.name.partition(":")[0]

    @property
    def title(self) -> str:
        """What people know it by; empty for what has no title."""
        return known_as(self.thing) if isinstance(self.thing, Item) and self.name != OUTLINE else ""

    def data(self, *, binding: bool) -> Any:
        """What is seen of it in canonical form."""
        if isinstance(self.thing, bytes):
            return hashlib.sha256(self.thing).hexdigest()
        if isinstance(self.thing, tuple):
            return [
                printed(one, self.names, binding=binding) if isinstance(one, Written) else one for one in self.thing
            ]
        made = printed(self.thing, self.names, binding=binding)
        if self.name == OUTLINE:
            made.pop("people", None)
            made.pop("dimensions", None)
        return made


def items(handbook: Handbook, names: Names | None = None) -> Mapping[str, PrintedItem]:
    """All that prints, by name. `names` gives what was approved under another id that id again."""
    return {name: PrintedItem(name, thing, names or {}) for name, thing in things(handbook).items()}


@derived
def things(handbook: Handbook) -> Mapping[str, Any]:
    """What each item is made from. A retired section prints nowhere."""
    return dict(_things(handbook))


def is_minor(before: PrintedItem, after: PrintedItem) -> bool:
    """Whether only marks differ, so that nobody has to read it again. A file of the look is never judged so."""
    return type(before.thing) is type(after.thing) and not isinstance(after.thing, bytes) and (
        only_marks(before.data(binding=False), after.data(binding=False))
    )  # fmt: skip


def binds_of(ground: Ground, names: Names) -> str:
    """The digest of what is binding in something that others rest on."""
    if isinstance(ground, bytes):
        return digest("look", hashlib.sha256(ground).hexdigest())
    kind = next(kind.name for kind in KINDS.values() if kind.item is type(ground))
    return digest(kind, printed(ground, names, binding=True))


def earlier_of(ground: Ground) -> str:
    """The same as a record of an earlier program knows it; of files it knew nothing."""
    return "" if isinstance(ground, bytes) else earlier_digest(ground)


def users(handbook: Handbook) -> Mapping[str, tuple[str, ...]]:
    """Which items rest on each ground, by `kind:id`."""
    found: dict[str, list[str]] = {}
    for name, thing in things(handbook).items():
        if isinstance(thing, Written):
            for ground in grounds(thing, handbook):
                found.setdefault(ground, []).append(name)
    return {ground: tuple(names) for ground, names in found.items()}


def home_of(ground: str, handbook: Handbook) -> str:
    """The item that a ground is written in: of a touchpoint its journey."""
    if ":" not in ground or ground.startswith(LOOK):
        return ground
    found = handbook.resolve(Reference.parse(ground))
    if isinstance(found, Touchpoint) and found.id in handbook.journey_of:
        return f"journey:{handbook.journey_of[found.id].id}"
    return ground


# Private functions


def _things(handbook: Handbook) -> Iterator[tuple[str, Any]]:
    yield OUTLINE, handbook.outline
    yield PEOPLE, handbook.outline.people
    if handbook.synonyms:
        yield SEARCH, handbook.synonyms
    for kind in OF_REGISTRY:
        for thing in handbook.things(kind.name):
            if not (isinstance(thing, Section) and thing.status == "retired"):
                yield f"{kind.name}:{thing.id}", thing  # type: ignore[attr-defined]
    for path, raw in sorted(handbook.look.items()):
        yield f"{LOOK}{path}", raw

"""A thing of a handbook in, all that it rests on out: facts, roles, touchpoints, dimensions, files and the tables it shows, each with the chain that leads to it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from cjm.model import Handbook, Item, Section, Touchpoint, Written
from cjm.model.derived import derived
from cjm.model.digest import facts_of, files_of, texts_in
from cjm.model.reference import Reference
from cjm.model.registry import KINDS
from cjm.workspace.scopes import named_below

Ground = Item | bytes  # a touchpoint, a dimension, a shared thing that has a file of its own; what a file holds
SHOWN_FILES = "look:guideline/files/"
_INSIDE = ("touchpoint", "dimension")
_SHOWN = {kind.table: kind.name for kind in KINDS.values() if kind.table and kind.key}


@dataclass(frozen=True, slots=True)
class Rest:
    """Something that a thing rests on. `chain` names what lies between, the ground itself last."""

    item: Ground
    chain: tuple[str, ...]


def grounds(thing: Written, handbook: Handbook) -> Mapping[str, Rest]:
    """What `thing` rests on, directly or through something else, by `kind:id`; the nearest first."""
    found: dict[str, Rest] = {}
    waiting: list[tuple[str, ...]] = [(name,) for name in sorted(_directly(thing, handbook))]
    while waiting:
        chain = waiting.pop(0)
        item = ground(chain[-1], handbook)
        if item is None or chain[-1] in found:
            continue
        found[chain[-1]] = Rest(item, chain)
        if isinstance(item, Item):
            waiting += [(*chain, name) for name in _directly(item, handbook)]
    return found


def ground(name: str, handbook: Handbook) -> Ground | None:
    """The thing that `kind:id` names, or the file that `look:…` does, where others can rest on it."""
    if name.startswith(SHOWN_FILES):
        return handbook.look.get(name.partition(":")[2])
    reference = Reference.parse(name)
    return handbook.resolve(reference) if reference.kind in _INSIDE or KINDS[reference.kind].key else None


# Private functions


def _directly(thing: Written, handbook: Handbook) -> tuple[str, ...]:
    """What `thing` itself names; asked of a role or a fact once for each section that names it."""
    known = _known(handbook)
    if thing not in known:
        known[thing] = tuple(_below(thing, handbook))
    return known[thing]


@derived
def _known(handbook: Handbook) -> dict[Written, tuple[str, ...]]:
    return {}


def _below(thing: Written, handbook: Handbook) -> Iterator[str]:
    written = texts_in(thing)
    yield from (f"look:guideline/{file}" for file in files_of(written))
    for fact in facts_of(written):
        yield f"dimension:{fact}" if fact in handbook.dimension else f"fact:{fact}"
    if handbook.dimension:
        yield from (f"dimension:{name}" for name in named_below(thing))
    if isinstance(thing, Touchpoint) and thing.role:
        yield f"role:{thing.role}"
    if isinstance(thing, Section):
        roles = [*thing.performer, *(step.who for step in thing.steps)]
        roles += [conflict.pass_on.to for conflict in thing.conflicts if conflict.pass_on is not None]
        yield from (f"role:{role}" for role in dict.fromkeys(roles) if role)
        for kind in (_SHOWN[table] for table in thing.shows if table in _SHOWN):
            yield from (f"{kind}:{one.id}" for one in handbook.things(kind))  # type: ignore[attr-defined]
        yield from (f"touchpoint:{touchpoint.id}" for touchpoint in handbook.attached.get(thing.id, ()))

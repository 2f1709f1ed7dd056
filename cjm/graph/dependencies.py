"""A section in, all that it rests on out: facts, roles and touchpoints, each with the chain that leads to it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from cjm.model import Fact, Handbook, Role, Section, Touchpoint
from cjm.model.digest import facts_of, item_digest, plain_data, rests_on
from cjm.model.reference import Reference

Ground = Fact | Role | Touchpoint


@dataclass(frozen=True, slots=True)
class Rest:
    """Something a section rests on. `chain` names what lies between, the thing itself last."""

    item: Ground
    chain: tuple[str, ...]

    @property
    def name(self) -> str:
        """`kind:id`."""
        return self.chain[-1]


def grounds(section: Section, handbook: Handbook) -> Mapping[str, Rest]:
    """What `section` rests on, directly or through something else, by `kind:id`; the nearest first."""
    found: dict[str, Rest] = {}
    waiting: list[tuple[str, ...]] = [(name,) for name in rests_on(section, handbook)]
    while waiting:
        chain = waiting.pop(0)
        item = ground(chain[-1], handbook)
        if item is None or chain[-1] in found:
            continue
        found[chain[-1]] = Rest(item, chain)
        waiting += [(*chain, name) for name in _below(item)]
    return found


def ground(name: str, handbook: Handbook) -> Ground | None:
    """The fact, role or touchpoint that `kind:id` names."""
    found = handbook.resolve(Reference.parse(name))
    return found if isinstance(found, Fact | Role | Touchpoint) else None


def digests(section: Section, handbook: Handbook) -> dict[str, str]:
    """The digests of all that `section` rests on, by `kind:id`, sorted."""
    found = grounds(section, handbook)
    return {name: item_digest(found[name].item) for name in sorted(found)}


# Private functions


def _below(item: Ground) -> Iterator[str]:
    for fact in facts_of(plain_data(item)):
        yield f"fact:{fact}"
    if isinstance(item, Touchpoint) and item.role:
        yield f"role:{item.role}"

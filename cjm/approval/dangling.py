"""A Handbook in, every reference that leads to nothing out: which item holds it, and what it names."""

from collections.abc import Iterator
from typing import Any

from cjm.approval.items import things
from cjm.model import Handbook, Written
from cjm.model.fields import Many, Reading, Ref, Text, specs
from cjm.model.reference import Reference, facts_in, is_own, links_in
from cjm.model.registry import KINDS


def dangling(handbook: Handbook) -> frozenset[tuple[str, str]]:
    """The item and the `kind:id` that is not there; also a section that the order does not name."""
    found = set()
    announced = {f"section:{entry.id}" for _, entry in handbook.order}
    for name, thing in things(handbook).items():
        for one in thing if isinstance(thing, tuple) else (thing,):
            if isinstance(one, Written):
                found |= {(name, wanted) for wanted in _wanted(one, handbook) if wanted not in announced}
        if name.startswith("section:") and name not in announced:
            found.add((name, "outline"))
    return frozenset(found)


# Private functions


def _wanted(item: Written, handbook: Handbook) -> Iterator[str]:
    """What `item` names and is not there; steps, scripts and stages are the matter of their own file."""
    for attribute, spec in specs(type(item)).items():
        yield from _of_value(spec.reads, getattr(item, attribute), handbook)


def _of_value(reads: Reading, value: Any, handbook: Handbook) -> Iterator[str]:
    if isinstance(value, tuple):
        for one in value:
            yield from _of_value(reads.of if isinstance(reads, Many) else reads, one, handbook)
    elif isinstance(value, Written):
        yield from _wanted(value, handbook)
    elif isinstance(value, str) and value and isinstance(reads, Ref):
        reference = Reference.parse(value, reads.kinds)
        kinds = (reference.kind,) if reference.kind else reads.kinds
        if not any(KINDS[kind].local for kind in kinds) and not any(
            handbook.find(kind, reference.id) for kind in kinds
        ):
            yield f"{kinds[0]}:{reference.id}"
    elif isinstance(value, str) and isinstance(reads, Text):
        for fact in facts_in(value):
            if fact[1] not in handbook.fact:
                yield f"fact:{fact[1]}"
        for link in links_in(value):
            reference = Reference.parse(link[1])
            if is_own(link[1]) and handbook.find(reference.kind, reference.id) is None:
                yield f"{reference.kind}:{reference.id}"

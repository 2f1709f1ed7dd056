"""A Handbook in, every reference that leads to nothing out: which item holds it, and what it names."""

from collections.abc import Iterator

from cjm.approval.items import things
from cjm.model import Handbook, Written
from cjm.model.fields import Reading, Ref, Text, element, specs
from cjm.model.reference import Reference, facts_in, is_own, links_in
from cjm.model.registry import KINDS
from cjm.workspace.subjects import below


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
    for one in below(item):
        for attribute, spec in specs(type(one)).items():
            value = getattr(one, attribute)
            for text in value if isinstance(value, tuple) else (value,):
                if isinstance(text, str) and text:
                    yield from _missing(element(spec.reads), text, handbook)


def _missing(reads: Reading, text: str, handbook: Handbook) -> Iterator[str]:
    if isinstance(reads, Ref):
        named = Reference.parse(text, reads.kinds)
        kinds = (named.kind,) if named.kind else reads.kinds
        if not any(KINDS[kind].local or handbook.find(kind, named.id) for kind in kinds):
            yield f"{kinds[0]}:{named.id}"
    elif isinstance(reads, Text):
        yield from (f"fact:{fact[1]}" for fact in facts_in(text) if fact[1] not in handbook.fact)
        for link in filter(is_own, (link[1] for link in links_in(text))):
            named = Reference.parse(link)
            if handbook.find(named.kind, named.id) is None:
                yield f"{named.kind}:{named.id}"

"""A cut of a handbook in, the items that it does not show whole out: who reads the cut has not read them."""

from collections.abc import Iterator
from typing import Any

from cjm.approval.items import OUTLINE, PrintedItem, items
from cjm.model import Fact, Handbook, Section
from cjm.model.derived import derived
from cjm.model.dimension import Dimension
from cjm.model.scope import holds_for


@derived
def hidden(cut: Handbook) -> frozenset[str]:
    """The names of the items of which the cut leaves something out, or all; none of what is no cut."""
    return frozenset(_hidden(cut)) if cut.whole else frozenset()


# Private functions


def _hidden(cut: Handbook) -> Iterator[str]:
    shown = items(cut)
    for name, one in items(cut.whole or cut).items():
        if name not in shown or not _is_whole(one, shown[name], cut):
            yield name


def _is_whole(one: PrintedItem, shown: PrintedItem, cut: Handbook) -> bool:
    thing = one.thing
    if isinstance(thing, Fact):
        return all(holds_for(value.scope, cut.cell) for value in thing.values)
    if isinstance(thing, Dimension):
        return thing.id not in cut.cell or len(thing.values) == 1
    if isinstance(thing, bytes) or (isinstance(thing, Section) and thing.kind == "emergency"):
        return True
    before, after = (_without_scopes(each.data(binding=False)) for each in (one, shown))
    if one.name == OUTLINE:  # what a cut is for stands in its title
        before.pop("title", None)
        after.pop("title", None)
    return bool(before == after)


def _without_scopes(data: Any) -> Any:
    """Plain data without `for`: that something holds for just the values of the cut hides nothing."""
    if isinstance(data, dict):
        return {key: _without_scopes(value) for key, value in data.items() if key != "for"}
    return [_without_scopes(one) for one in data] if isinstance(data, list) else data

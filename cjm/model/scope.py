"""For which values of the dimensions a thing holds: how `for` is declared and read, and what two of them have in common.

AND over dimensions, OR inside one; without `for` a thing holds everywhere.
"""

from collections.abc import Mapping
from typing import Any

from cjm.model.fields import NORMATIVE, Many, Pairs, Text, spec

Scope = tuple[tuple[str, tuple[str, ...]], ...]  # of each dimension that is named, the values for which it holds
Chosen = Mapping[str, str]  # dimension -> its value

NOTHING_CHOSEN: Chosen = {}
SCOPE = Pairs(Many(Text("label")))


def for_values(*, required: bool = False) -> Any:
    """The field `for`, the same wherever a thing can hold for some values only."""
    return spec(
        SCOPE, NORMATIVE, "Для каких значений разрезов это действует; без этого — везде. Все названные разрезы сразу, в одном — любое из значений",
        "For which values of the dimensions it holds; everywhere without it. All dimensions named at once, any of the values of one",
        "{branch: [north, south]}", key="for", label=("Только", "Only"), required=required,
    )  # fmt: skip


def holds_for(scope: Scope, cell: Chosen) -> bool:
    """Whether what has this scope holds where these values are chosen; of a dimension that is not chosen, any will do."""
    return all(cell.get(dimension, values[0] if values else "") in values for dimension, values in scope)


def left(scope: Scope, cell: Chosen) -> Scope:
    """What is still to be chosen when these values are."""
    return tuple(pair for pair in scope if pair[0] not in cell)


def meet(one: Scope, other: Scope) -> bool:
    """Whether there are values for which both hold."""
    theirs = dict(other)
    return all(not set(values).isdisjoint(theirs.get(dimension, values)) for dimension, values in one)

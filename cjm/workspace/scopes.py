"""A thing in, the dimensions and values that it and all below it name in their `for` out."""

from collections.abc import Iterator

from cjm.model import Written
from cjm.model.scope import Scope
from cjm.workspace.subjects import below


def own_scope(item: object) -> Scope:
    """For which values a thing holds; everywhere, where it cannot say so."""
    scope: Scope = getattr(item, "scope", ())
    return scope


def scopes_below(item: Written) -> Iterator[Scope]:
    """Every `for` of `item` and of what is written inside it."""
    return (scope for one in below(item) if (scope := own_scope(one)))


def named_below(item: Written) -> dict[str, None]:
    """The dimensions named in them, each once."""
    return dict.fromkeys(dimension for scope in scopes_below(item) for dimension, _ in scope)

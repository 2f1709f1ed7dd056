"""A scope in, what readers are told it holds for out: «Север, Юг; Лагерь»."""

from collections.abc import Sequence

from cjm.model import Handbook
from cjm.model.scope import Scope


def scope_told(scope: Scope, handbook: Handbook) -> str:
    """The values in the author's words, those of one dimension by commas."""
    return "; ".join(of_dimension(*pair, handbook) for pair in scope)


def of_dimension(dimension: str, values: Sequence[str], handbook: Handbook) -> str:
    """The values of one dimension: a group by its name where all of it is meant, an id where it is none."""
    known = handbook.dimension.get(dimension)
    titles = {one.id: one.title for one in known.values} if known else {}
    groups: dict[str, set[str]] = {}
    for one in known.values if known else ():
        groups.setdefault(one.group, set()).add(one.id)
    whole = {id: name for name, ids in groups.items() if name and len(ids) > 1 and ids <= set(values) for id in ids}
    return ", ".join(dict.fromkeys(whole.get(value) or titles.get(value, value) for value in values))


def as_attribute(scope: Scope) -> str:
    """A scope as the scripts of the site read it: `branch:north,south;state:vip`."""
    return ";".join(f"{name}:{','.join(values)}" for name, values in scope)

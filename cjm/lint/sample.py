"""A Handbook in that tells more choices apart than can be gone through, the choices out that show all that it tells apart.

What is found of a thing depends on the thing, on what it names and what names it: for each such group every choice that it
tells apart is among them. Groups that name other dimensions share a choice, so there are hardly more than the largest has.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from cjm.lint.cells import Classes, classes
from cjm.model import Handbook, Item, Journey
from cjm.model.scope import Chosen, Scope
from cjm.workspace.scopes import own_scope, scopes_below

_ID = re.compile(r"[a-z][a-z0-9-]*")
MOST_OF_A_GROUP = 1_000


def sample(handbook: Handbook, told_apart: Classes) -> list[Chosen]:
    """Choices of all dimensions, among which each choice that a group tells apart occurs."""
    told = [(list(_scopes(group)), _sources(group, handbook)) for group in _groups(handbook)]
    told.append(([scope for one in handbook.items() if (scope := own_scope(one))], {}))  # what is there at all
    each = (islice(classes(handbook, *one).cells(), MOST_OF_A_GROUP) for one in told)
    wanted = sorted((one for cells in each for one in cells), key=len, reverse=True)
    made: list[dict[str, str]] = []
    seen = set()
    for one in wanted:
        if (sign := tuple(sorted(one.items()))) in seen:
            continue
        seen.add(sign)
        fits = (each for each in made if all(each.get(name, value) == value for name, value in one.items()))
        if (found := next(fits, None)) is None:
            made.append(dict(one))
        else:
            found.update(one)
    first = {name: groups[0][0] for name, groups in told_apart.of.items()}
    return sorted((first | one for one in made), key=lambda one: tuple(one.values())) or [first]


# Private functions


def _groups(handbook: Handbook) -> Iterator[list[Item]]:
    """Things that are judged with each other: each with what it names and what names it, journeys with all that they lead to."""
    tops = list(handbook.items())
    ids = {getattr(one, "id", ""): one for one in tops}
    ids |= {point.id: journey for journey in handbook.journeys for point in journey.touchpoints}
    named: dict[Item, dict[Item, None]] = {one: {} for one in tops}
    for one in tops:
        text = handbook.sources.get(one.source.file, "")[one.at().start : one.at().end]
        for other in filter(None, map(ids.get, _ID.findall(text))):
            if other is not one and one is not handbook.outline:
                named[one][other] = named[other][one] = None
    done: set[Item] = set()
    for one in tops:
        if one in done:
            continue
        group = [one, *named[one]]
        if isinstance(one, Journey):  # ways go on from one to the next
            for each in group:
                if isinstance(each, Journey):
                    done.add(each)
                    group += [other for other in named[each] if other not in group]
        yield group


def _scopes(group: Iterable[Item]) -> Iterator[Scope]:
    return (scope for one in group for scope in scopes_below(one))


def _sources(group: Iterable[Item], handbook: Handbook) -> Mapping[str, str]:
    return {one.source.file: handbook.sources.get(one.source.file, "") for one in group}

"""What rules are shown: the things of a handbook by their type, and the innermost thing at a place."""

import bisect
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from typing import Any

from cjm.model import Handbook, Place, Probe, Problem, Written
from cjm.model.derived import derived
from cjm.model.fields import Either, Name, Record, element, specs
from cjm.model.month import Month
from cjm.model.registry import KINDS

SUBJECTS: Mapping[type, Callable[[Handbook], Iterable[object]]] = {
    **{kind.item: partial(Handbook.things, kind=kind.name) for kind in KINDS.values()},
    Handbook: lambda handbook: (handbook,),
    Problem: lambda handbook: handbook.problems,
    Probe: lambda handbook: handbook.probes,
    Month: lambda handbook: handbook.months,
}


def below(item: Written) -> Iterator[Written]:
    """`item` and everything written inside it, outermost first."""
    found: list[Written] = []
    _add(item, found)
    return iter(found)


def inside(item: Written) -> Iterator[Written]:
    """What is written directly inside `item`."""
    kind: Any = type(item)
    for attribute in _holders(kind):
        value = getattr(item, attribute)
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Written):
                yield one


def identity(item: Written) -> str:
    """`kind:id` of a thing that has an id, else an empty string."""
    known: Any = type(item)
    attribute, kind = _called(known)
    id = getattr(item, attribute) if attribute else ""
    return f"{kind}:{id}" if id else ""


@derived
def identities(handbook: Handbook) -> Counter[str]:
    """How often each `kind:id` is given in a handbook."""
    return Counter(name for top in handbook.items() for item in below(top) if (name := identity(item)))


def holds(item: Written, place: Place) -> bool:
    """Whether `place` lies inside what is written for `item`."""
    own = item.at()
    return own.file == place.file and own.start <= place.start < max(own.end, own.start + 1)


def innermost(handbook: Handbook, place: Place) -> str:
    """`kind:id` of the innermost thing with an id that `place` lies in, or the path of the file."""
    named = (identity(item) for item in reversed(around(handbook, place)))
    return next((name for name in named if name), place.file)


def around(handbook: Handbook, place: Place) -> list[Written]:
    """Everything that `place` lies in, outermost first."""
    starts, tops = _tops(handbook).get(place.file, ((), ()))
    number = bisect.bisect_right(starts, place.start) - 1
    if number < 0 or not holds(tops[number], place):
        return []
    nests = _nests(handbook)
    if tops[number] not in nests:
        nests[tops[number]] = _nest(tops[number])
    begins, items, outer = nests[tops[number]]
    found: list[Written] = []
    at = bisect.bisect_right(begins, place.start) - 1
    while at >= 0:
        if holds(items[at], place):
            found.append(items[at])
        at = outer[at]
    return found[::-1]


# Private functions


def _add(item: Written, found: list[Written]) -> None:
    found.append(item)
    kind: Any = type(item)
    for attribute in _holders(kind):
        value = getattr(item, attribute)
        if isinstance(value, tuple):
            for one in value:
                _add(one, found)
        elif value is not None:
            _add(value, found)


@cache
def _holders(item: Any) -> tuple[str, ...]:
    """The attributes of a model class in which other things are written."""
    return tuple(name for name, spec in specs(item).items() if isinstance(element(spec.reads), Record | Either))


@cache
def _called(item: Any) -> tuple[str, str]:
    """The attribute that is the id of a model class, and the kind that it names; both empty where it has none."""
    named = ((name, spec.reads.kind) for name, spec in specs(item).items() if isinstance(spec.reads, Name))
    return next(named, ("", ""))


_Nest = tuple[Sequence[int], Sequence[Written], Sequence[int]]  # where each begins, what it is, in which it lies


@derived
def _nests(handbook: Handbook) -> dict[Written, _Nest]:
    """What lies in the top items that somebody asked about: findings are few, and they ask again and again."""
    return {}


def _nest(top: Written) -> _Nest:
    """Everything in `top` in the order of the file, each with the number of what it lies in; -1 for the outermost."""
    spans = sorted(((*_span(item), item) for item in below(top)), key=lambda span: span[:2])
    outer: list[int] = []
    open_now: list[int] = []
    for number, (start, _, _) in enumerate(spans):
        while open_now and -spans[open_now[-1]][1] <= start:
            open_now.pop()
        outer.append(open_now[-1] if open_now else -1)
        open_now.append(number)
    return [start for start, _, _ in spans], [item for _, _, item in spans], outer


def _span(item: Written) -> tuple[int, int]:
    """Where it begins, and its end below zero, so that of those that begin together the outermost comes first."""
    _, _, start, end = item.source.marks[:4]
    return start, -end


@derived
def _tops(handbook: Handbook) -> Mapping[str, tuple[Sequence[int], Sequence[Written]]]:
    """The top items of each file in the order in which they stand there, with the offsets where they begin."""
    found = {}
    for file, items in handbook.of_file.items():
        tops = sorted(items, key=lambda item: item.at().start)
        found[file] = ([item.at().start for item in tops], tops)
    return found

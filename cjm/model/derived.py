"""A function of a Handbook in, the same function out that works once for each handbook and leaves the answer with it."""

import functools
from collections.abc import Callable
from typing import TypeVar

from cjm.model.handbook import Handbook
from cjm.model.item import Item

_T = TypeVar("_T")
_Thing = TypeVar("_Thing", bound=Item)


def derived(make: Callable[[Handbook], _T]) -> Callable[[Handbook], _T]:
    """`make` as a cached property of Handbook that stands in a layer above the model: it lives as long as its handbook."""
    name = f"{make.__module__}.{make.__qualname__}"  # no attribute has a dot

    @functools.wraps(make)
    def answer(handbook: Handbook) -> _T:
        found: _T = handbook.worked_out(name, make)
        return found

    return answer


def by_value(make: Callable[[Handbook], _T]) -> Callable[[Handbook], _T]:
    """The same; who asks for it depends on what it says, not on all that it was made of: ids, places, words, things."""
    name = f"{make.__module__}.{make.__qualname__}"

    @functools.wraps(make)
    def answer(handbook: Handbook) -> _T:
        found: _T = handbook.worked_out(name, make, by_value=True)
        return found

    return answer


def of_thing(make: Callable[[_Thing], _T]) -> Callable[[Handbook, _Thing], _T]:
    """What is worked out from one thing alone: once, also for all handbooks that are cut from one."""
    name = f"{make.__module__}.{make.__qualname__}"

    @functools.wraps(make)
    def answer(handbook: Handbook, thing: _Thing) -> _T:
        known: dict[_Thing, _T] = (handbook.whole or handbook).worked_out(name, lambda _: {})
        if thing not in known:
            known[thing] = make(thing)
        return known[thing]

    return answer

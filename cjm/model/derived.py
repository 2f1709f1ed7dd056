"""A function of a Handbook in, the same function out that works once for each handbook and leaves the answer with it."""

import functools
from collections.abc import Callable
from typing import TypeVar

from cjm.model.handbook import Handbook

_T = TypeVar("_T")


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

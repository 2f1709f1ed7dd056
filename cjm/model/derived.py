"""A function of a Handbook in, the same function out that works once for each handbook and leaves the answer with it."""

import functools
from collections.abc import Callable
from typing import Any, TypeVar

from cjm.model.handbook import Handbook

_T = TypeVar("_T")


def derived(make: Callable[[Handbook], _T]) -> Callable[[Handbook], _T]:
    """`make` as a cached property of Handbook that stands in a layer above the model: it lives as long as its handbook."""
    name = f"{make.__module__}.{make.__qualname__}"  # no attribute has a dot

    @functools.wraps(make)
    def answer(handbook: Handbook) -> _T:
        own: dict[str, Any] = vars(handbook)  # where a cached property keeps its answer too
        if name not in own:
            own[name] = make(handbook)
        found: _T = own[name]
        return found

    return answer

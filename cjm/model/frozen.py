"""A class of declared fields in, the same class out as a frozen record that is made by the names of what was written."""

import dataclasses
from typing import Any, NoReturn, TypeVar, dataclass_transform

_T = TypeVar("_T")
_set = object.__setattr__


@dataclass_transform(kw_only_default=True, frozen_default=True, eq_default=False)
def frozen(item: type[_T]) -> type[_T]:
    """`item` as a dataclass that is frozen, made by keywords and equal to nothing but itself.

    Dataclasses write and compile four functions for each class, which for all kinds takes half as long as loading a
    handbook. What does the same for all of them is written once; what an author left out stays the class's default.
    """
    made: Any = dataclasses.dataclass(init=False, repr=False, eq=False, kw_only=True)(item)
    made.__init__, made.__repr__, made.__setattr__, made.__delattr__ = _made_of, _told, _refused, _refused
    return item


# Private functions


def _made_of(self: Any, **values: Any) -> None:
    for name, value in values.items():  # one by one, so that all of a class share the names: a dictionary takes twice as much
        _set(self, name, value)


def _told(self: Any) -> str:
    shown = (one.name for one in dataclasses.fields(self) if one.repr and one.name in vars(self))
    return f"{type(self).__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in shown)})"


def _refused(self: Any, name: str, *value: Any) -> NoReturn:
    raise dataclasses.FrozenInstanceError(f"{type(self).__qualname__}.{name} is not to be changed")

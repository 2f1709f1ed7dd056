"""A Handbook in, one that reads the same out and notes what is read of it: on that, and on nothing else, an answer depends."""

import dataclasses
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import Any

from cjm.model import Fact, Handbook

Read = Callable[[Handbook], object]  # the same of another handbook
Reads = dict[object, Read]  # by its name

_FIELDS = frozenset(one.name for one in dataclasses.fields(Handbook)) - {"shared"}
_BY_KEY = frozenset(
    ("shared", "section", "journey", "touchpoint", "journey_of", "role", "fact", "dimension", "attached", "part_of")
)
_WORKED_OUT: Mapping[str, Callable[[Any], Any]] = {
    name: one.func for name, one in vars(Handbook).items() if isinstance(one, cached_property) and name not in _BY_KEY
}


class Watched(Handbook):
    """A handbook that notes in `reads` what is asked of it, also where the answer was worked out before for somebody else."""

    plain: Handbook
    reads: Reads
    differs: Callable[[object, Read], bool]

    @classmethod
    def over(cls, plain: Handbook, differs: Callable[[object, Read], bool]) -> "Watched":
        """`plain`, of which only that is noted that `differs` from what other handbooks read there."""
        made = object.__new__(cls)
        fields = {name: vars(plain)[name] for name in (*_FIELDS, "shared")}
        vars(made).update(fields, plain=plain, differs=differs, reads={}, _read_for={})
        return made

    def note(self, name: object, read: Read) -> None:
        """Remember that this was read."""
        if name not in self.reads and self.differs(name, read):
            self.reads[name] = read

    def __getattribute__(self, name: str) -> Any:
        own = object.__getattribute__
        if name in _FIELDS:
            own(self, "note")(name, lambda one: getattr(one, name))
        elif name in _BY_KEY:
            return _ByKey(getattr(own(self, "plain"), name), self, name, lambda one: getattr(one, name))
        elif name in _WORKED_OUT:
            return self.worked_out(name, _WORKED_OUT[name])
        return own(self, name)

    def worked_out(self, name: str, make: Callable[[Handbook], Any], *, by_value: bool = False) -> Any:
        own = vars(self)
        read_for: dict[str, Reads] = own["_read_for"]
        if name not in read_for:
            outer, own["reads"] = own["reads"], {}
            try:
                own[name] = make(self)
                read_for[name] = own["reads"]
            finally:
                own["reads"] = outer
            if by_value and read_for[name]:
                read_for[name] = {}
                if self.differs(name, read := lambda one: one.worked_out(name, make)):
                    read_for[name][name] = read
        own["reads"].update(read_for[name])
        return own[name]

    def outcome(self, fact: Fact) -> Any:
        return self.worked_out(f"outcome {fact.id}", lambda one: Handbook.outcome(one, fact))

    def _known(self, kind: str) -> Any:
        return _ByKey(self.plain._known(kind), self, f"all {kind}", lambda one: one._known(kind))


class _ByKey(Mapping[str, Any]):
    """A mapping of a handbook. That a key is there is another thing to know than what stands behind it."""

    def __init__(self, plain: Mapping[str, Any], watched: Watched, name: str, read: Callable[[Handbook], Any]) -> None:
        self._plain, self._watched, self._name, self._read = plain, watched, name, read

    def __getitem__(self, key: str) -> Any:
        read = self._read
        self._watched.note((self._name, key), lambda one: read(one).get(key))
        return self._plain[key]

    def __contains__(self, key: object) -> bool:
        read = self._read
        self._watched.note((self._name, "has", key), lambda one: key in read(one))
        return key in self._plain

    def __iter__(self) -> Iterator[str]:
        read = self._read
        self._watched.note((self._name,), lambda one: tuple(read(one)))
        return iter(self._plain)

    def __len__(self) -> int:
        read = self._read
        self._watched.note((self._name,), lambda one: tuple(read(one)))
        return len(self._plain)

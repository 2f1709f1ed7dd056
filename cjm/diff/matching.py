"""Two lists of things in, each thing beside what it was before out: by its id, by its content, else by most of its words."""

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from difflib import SequenceMatcher
from typing import Any, TypeVar

from cjm.model import Written
from cjm.model.digest import digest_of, plain_data

ALIKE = 0.6  # share of words in common from which two things are the same one, reworded

_T = TypeVar("_T")
K = TypeVar("K", bound=Hashable)
Pair = tuple[_T | None, _T | None]


def pairs(old: Sequence[_T], new: Sequence[_T]) -> list[Pair[_T]]:
    """Each of `new` with what it was; those of `old` that are gone stand last."""
    was: dict[int, _T] = {}
    left, right = list(enumerate(old)), list(enumerate(new))
    for key in (_name, _content):
        left, right = _matched(left, right, key, was)
    candidates = sorted(
        ((_alike(before, after), here, there) for there, before in left for here, after in right),
        key=lambda one: -one[0],
    )
    taken: set[int] = set()
    for likeness, here, there in candidates:
        if likeness >= ALIKE and here not in was and there not in taken:
            was[here] = old[there]
            taken.add(there)
    gone = [before for there, before in left if there not in taken]
    return [(was.get(here), after) for here, after in enumerate(new)] + [(before, None) for before in gone]


def moved(old: Sequence[K], new: Sequence[K]) -> frozenset[K]:
    """Those that stand elsewhere among the rest than before; what came or went moves nothing."""
    here, there = frozenset(old), frozenset(new)
    before, after = [one for one in old if one in there], [one for one in new if one in here]
    kept: set[K] = set()
    for start, _, length in SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks():
        kept.update(before[start : start + length])
    return frozenset(before) - kept


# Private functions

_Numbered = list[tuple[int, _T]]


def _matched(
    left: _Numbered[_T], right: _Numbered[_T], key: Callable[[_T], object], was: dict[int, _T]
) -> tuple[_Numbered[_T], _Numbered[_T]]:
    """What is left on both sides after things with the same key have found each other."""
    waiting: dict[object, _Numbered[_T]] = {}
    for there, before in left:
        if (name := key(before)) is not None:
            waiting.setdefault(name, []).append((there, before))
    rest, gone = [], set()
    for here, after in right:
        name = key(after)
        if name is not None and waiting.get(name):
            there, was[here] = waiting[name].pop(0)
            gone.add(there)
        else:
            rest.append((here, after))
    return [(there, before) for there, before in left if there not in gone], rest


def _name(item: object) -> object:
    return getattr(item, "id", "") or getattr(item, "to", "") or None


def _content(item: Any) -> object:
    return digest_of(
        {key: value for key, value in plain_data(item).items() if key not in _IDS}
        if isinstance(item, Written)
        else item
    )


_IDS = ("id", "section", "journey", "stage", "handbook", "planned")


def _alike(before: object, after: object) -> float:
    left, right = _words(before), _words(after)
    whole = left.total() + right.total()
    return 2 * (left & right).total() / whole if whole else 0.0


def _words(item: object) -> Counter[str]:
    if isinstance(item, Written):
        return _words([value for key, value in plain_data(item).items() if key not in _IDS])
    if isinstance(item, dict):
        return _words(list(item.values()))
    if isinstance(item, list | tuple):
        return sum((_words(one) for one in item), Counter())
    return Counter(str(item).lower().split())

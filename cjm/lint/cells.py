"""A Handbook in, the choices of values that it tells apart out; and what was found for each of them put together.

Faults of the whole are the union over the choices, disuse is what is found for every choice for which the thing is
there. Values that nobody tells apart are one class: 125 branches of which three differ are four.
"""

import dataclasses
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from cjm.language.says import Language, Says
from cjm.lint.finding import Finding
from cjm.model import Handbook, Journey
from cjm.model.reference import facts_in
from cjm.model.scope import Chosen, Scope
from cjm.projection import lies_in
from cjm.wording.scopes import scope_told
from cjm.workspace.scopes import scopes_below

_ONLY = Says(" — для: {values}", " — for: {values}")
_AND_MORE = Says("{some} и ещё {count}", "{some} and {count} more")
_SHOWN = 3
MOST_CHOICES = 32  # more are not gone through one by one


@dataclass(frozen=True, slots=True)
class Classes:
    """Of each dimension that a handbook names, its values in groups that nothing tells apart."""

    of: Mapping[str, tuple[tuple[str, ...], ...]]

    def __len__(self) -> int:
        count = 1
        for groups in self.of.values():
            count *= len(groups)
        return count

    def cells(self) -> Iterator[Chosen]:
        """One choice of each kind."""
        for groups in product(*self.of.values()):
            yield {name: group[0] for name, group in zip(self.of, groups, strict=True)}


def classes(handbook: Handbook, scopes: Iterable[Scope], sources: Mapping[str, str] | None = None) -> Classes:
    """What these scopes tell apart of what is still to be chosen, and the words that texts take from a value: in these files, else in all."""
    told: dict[str, set[frozenset[str]]] = {}
    for scope in scopes:
        for name, values in scope:
            told.setdefault(name, set()).add(frozenset(values))
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for one in handbook.outline.dimensions:
        if one.id in handbook.cell:
            continue
        texts = handbook.sources if sources is None else sources
        spoken = any(name[1] == one.id for text in texts.values() for name in facts_in(text))
        sets = list(told.get(one.id, ()))
        groups: dict[object, list[str]] = {}
        for value in one.values:
            sign = (tuple(value.id in some for some in sets), value.id if spoken else "")
            groups.setdefault(sign, []).append(value.id)
        if len(groups) > 1:
            found[one.id] = tuple(map(tuple, groups.values()))
    return Classes(found)


def all_scopes(handbook: Handbook) -> Iterator[Scope]:
    """Every `for` of the handbook."""
    return (scope for top in handbook.items() for scope in scopes_below(top))


def scopes_of_journey(journey: Journey, handbook: Handbook) -> Iterator[Scope]:
    """Every `for` that changes a journey: its own, and those of the sections that are its standards."""
    yield from scopes_below(journey)
    for id in dict.fromkeys(id for touchpoint in journey.touchpoints for id in touchpoint.standard):
        if id in handbook.section:
            yield handbook.section[id].scope


def together(
    cuts: Sequence[Handbook], found: Iterable[tuple[Finding, Collection[int]]], told_apart: Classes, disuse: frozenset[str], language: Language
) -> list[Finding]:  # fmt: skip
    """What was found, each with the numbers of its choices, as findings of the whole: each once, saying for which values it holds."""
    seen: dict[tuple[object, ...], tuple[Finding, set[int]]] = {}
    for one, numbers in found:
        key = (one.code, one.place, one.message)
        seen.setdefault(key, (one, set()))[1].update(numbers)
    made = []
    for one, here in seen.values():
        if one.code in disuse and any(
            number not in here and not any(lies_in(one.place, place) for place in there.without)
            for number, there in enumerate(cuts)
        ):
            continue
        if len(here) < len(cuts):
            values = _told([cuts[number].cell for number in sorted(here)], told_apart, cuts[0], language)
            one = dataclasses.replace(one, message=one.message + _ONLY.to(language, values=values))
        made.append(one)
    return made


# Private functions


def _told(cells: Sequence[Chosen], told_apart: Classes, handbook: Handbook, language: Language) -> str:
    """The values of these choices in the reader's words: by dimension where they are all that these values make."""
    sides = {name: list(dict.fromkeys(cell[name] for cell in cells)) for name in told_apart.of}
    count = 1
    for values in sides.values():
        count *= len(values)
    if count == len(cells) or len(told_apart) > MOST_CHOICES:  # of a sample, for which values it was seen
        return scope_told(_scope(sides, told_apart), handbook)
    some = [scope_told(_scope({name: [cell[name]] for name in cell}, told_apart), handbook) for cell in cells]
    listed = " | ".join(some[:_SHOWN])
    return listed if len(some) <= _SHOWN else _AND_MORE.to(language, some=listed, count=len(some) - _SHOWN)


def _scope(sides: Mapping[str, Sequence[str]], told_apart: Classes) -> Scope:
    """The values, each with those that are like it, of the dimensions of which not all are meant."""
    return tuple(
        (name, tuple(value for group in told_apart.of[name] if group[0] in firsts for value in group))
        for name, firsts in sides.items()
        if len(firsts) < len(told_apart.of[name])
    )

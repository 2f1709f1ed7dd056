"""A Handbook and a thing of it in, what hangs on it out: who names it, what rests on it, where clients meet it, who reads again."""

from collections.abc import Mapping
from dataclasses import dataclass

from cjm.graph.dependencies import grounds
from cjm.graph.reading_path import reading
from cjm.model import Handbook, Item, Place, Role, Section, Touchpoint
from cjm.workspace.find_references import uses
from cjm.workspace.subjects import around, identity


@dataclass(frozen=True, slots=True)
class Impact:
    """What a change of `thing` reaches."""

    thing: Item
    named: tuple[tuple[Item, tuple[Place, ...]], ...]  # each top item that names it, with the places
    sections: tuple[tuple[Section, tuple[str, ...]], ...]  # what rests on it, with what lies between
    touchpoints: tuple[Touchpoint, ...]  # where a client meets it
    readers: tuple[tuple[Role, tuple[Section, ...]], ...]  # who reads which sections again

    @property
    def reaches(self) -> bool:
        """Whether anything hangs on it at all."""
        return bool(self.named or self.sections or self.touchpoints)


def impact(thing: Item, handbook: Handbook) -> Impact:
    """What hangs on `thing`, which is of `handbook`."""
    name = identity(thing)
    kind, _, id = name.partition(":")
    places: dict[Item, list[Place]] = {}
    for place in uses(handbook, kind, id, thing.source.file):
        top = next(iter(around(handbook, place)), None)
        if isinstance(top, Item):
            places.setdefault(top, []).append(place)
    resting: Mapping[str, tuple[str, ...]] = {
        section.id: rest.chain[:-1]
        for section in handbook.sections
        if section.status != "retired" and (rest := grounds(section, handbook).get(name))
    }
    home = handbook.home(kind, id)
    about = [home.id] if isinstance(home, Section) else []  # a section, or what stands inside one
    sections = tuple((handbook.section[one], resting.get(one, ())) for one in dict.fromkeys((*about, *resting)))
    concerned = {section.id for section, _ in sections}
    touchpoints = tuple(
        point
        for point in handbook.touchpoint.values()
        if point is not thing and (concerned.intersection(point.standard) or name in grounds(point, handbook))
    )
    readers = (
        (role, tuple(one for _, group in reading(role, handbook) for one in group if one.id in concerned))
        for role in handbook.roles
    )
    return Impact(
        thing,
        tuple((top, tuple(found)) for top, found in places.items()),
        sections,
        touchpoints,
        tuple((role, again) for role, again in readers if again),
    )

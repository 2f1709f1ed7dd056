"""Where a standard stands on the client's way: what came before it, what follows."""

from collections.abc import Mapping
from dataclasses import dataclass

from cjm.graph import Ways
from cjm.graph.course import Course, course
from cjm.model import Handbook, Journey, Section, Touchpoint
from cjm.model.derived import derived


@dataclass(frozen=True, slots=True)
class Cell:
    """A neighbour on the way: its name and where a link to it leads (`section:…` or `touchpoint:…`)."""

    title: str
    to: str


@dataclass(frozen=True, slots=True)
class Strip:
    """Before, here and next of one standard on one journey."""

    journey: Journey
    here: Touchpoint
    before: Cell | None
    next: Cell | None


def strip(section: Section, ways: Ways) -> Strip | None:
    """The strip of the first journey that the section is on; None for a section that no touchpoint names."""
    handbook = ways.handbook
    attached = handbook.attached.get(section.id, ())
    if not attached:
        return None
    journey = handbook.journey_of[attached[0].id]
    here = [touchpoint.id for touchpoint in journey.touchpoints if section.id in touchpoint.standard]
    way = _courses(handbook)[journey]
    main = [*way.main_touchpoints, *(onward.target for onward in way.main.values() if onward.continues)]
    on_main = [number for number, touchpoint in enumerate(main) if touchpoint in here]
    if on_main:  # a branch off the main way is not where one goes on
        before = main[on_main[0] - 1] if on_main[0] else ""
        after = next(iter(main[on_main[-1] + 1 :]), "")
        return Strip(journey, attached[0], _cell(before, handbook), _cell(after, handbook))
    before = next(
        (
            source
            for entry in here
            for source in (touchpoint.id for touchpoint in journey.touchpoints)
            if source not in here and entry in _onward(source, ways)
        ),
        "",
    )
    after = next((target for source in reversed(here) for target in _onward(source, ways) if target not in here), "")
    return Strip(journey, attached[0], _cell(before, handbook), _cell(after, handbook))


# Private functions


@derived
def _courses(handbook: Handbook) -> Mapping[Journey, Course]:
    return {journey: course(journey, handbook) for journey in handbook.journeys}


def _onward(touchpoint: str, ways: Ways) -> tuple[str, ...]:
    """Where one goes on from a touchpoint, ways back left out."""
    return tuple(way.target for way in ways.out.get(touchpoint, ()) if way.target and not way.leads_back)


def _cell(touchpoint: str, handbook: Handbook) -> Cell | None:
    found = handbook.touchpoint.get(touchpoint)
    if found is None:
        return None
    standard = next((name for name in found.standard if name in handbook.section), None)
    return Cell(found.title, f"section:{standard}" if standard else f"touchpoint:{found.id}")

"""A handbook and by what its maps are to be coloured in, the levels of its touchpoints and their colours out."""

from typing import Literal

from cjm.diagram.colours import PLAIN, Colours, Shade
from cjm.diagram.palette import HEAT, OCHRE_TINT, PETROL_TINT, WHITE
from cjm.graph import name
from cjm.language.says import Says
from cjm.model import Handbook
from cjm.workspace.standards import best, named, standards

ColourBy = Literal["plain", "coverage", "heat"]

_STATES = {
    "covered": Shade(PETROL_TINT, Says("карточка: стандарт есть", "card: has a standard")),
    "elsewhere": Shade(PETROL_TINT, Says("карточка: стандарт лежит не здесь", "card: standard kept elsewhere")),
    "review": Shade(OCHRE_TINT, Says("карточка: на пересмотре", "card: under review")),
    "planned": Shade(WHITE, Says("карточка: стандарт запланирован", "card: standard planned"), dashed=True),
    "missing": Shade(WHITE, Says("карточка: стандарта нет", "card: no standard"), dashed=True),
}
_HURTS = Says("темнее — больнее: чувство ниже нуля и боли", "darker hurts more: feeling below zero, and pains")


def colours(by: ColourBy, handbook: Handbook) -> Colours:
    """By the state of standards, or by how much a touchpoint hurts."""
    touchpoints = [touchpoint for journey in handbook.journeys for touchpoint in journey.touchpoints]
    if by == "coverage":
        known, states = standards(handbook), list(_STATES)
        level = {name(one): states.index(best(named(one.standard, known))) for one in touchpoints}
        return Colours(level, tuple(_STATES.values()))
    if by == "heat":
        pain = {name(one): max(0, -(one.emotion or 0)) + len(one.pains) for one in touchpoints}
        return Colours({one: min(of, len(HEAT) - 1) for one, of in pain.items()}, tuple(map(Shade, HEAT)), _HURTS)
    return PLAIN

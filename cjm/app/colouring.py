"""A handbook and by what its maps are to be coloured in, the levels of its touchpoints and their colours out."""

from typing import Literal

from cjm.diagram.colours import PLAIN, Colours, Shade
from cjm.diagram.palette import HEAT, OCHRE_TINT, PETROL_TINT, WHITE
from cjm.figures import figure_words
from cjm.figures.hurts import heat_told
from cjm.graph import name
from cjm.language.says import Says
from cjm.model import Handbook
from cjm.voice import Heat, heat
from cjm.workspace.standards import best, named, standards

ColourBy = Literal["plain", "coverage", "heat"]

_STATES = {
    "covered": Shade(PETROL_TINT, Says("карточка: стандарт есть", "card: has a standard")),
    "elsewhere": Shade(PETROL_TINT, Says("карточка: стандарт лежит не здесь", "card: standard kept elsewhere")),
    "review": Shade(OCHRE_TINT, Says("карточка: на пересмотре", "card: under review")),
    "planned": Shade(WHITE, Says("карточка: стандарт запланирован", "card: standard planned"), dashed=True),
    "missing": Shade(WHITE, Says("карточка: стандарта нет", "card: no standard"), dashed=True),
}
_HEARD = (
    Shade(WHITE, Says("недовольных меньше 5 % или не спрашивали", "fewer than 5 % unhappy, or not asked")),
    Shade(HEAT[1], Says("недовольны 5–9 %", "5–9 % unhappy")),
    Shade(HEAT[2], Says("недовольны 10–19 %", "10–19 % unhappy")),
    Shade(HEAT[4], Says("недовольны 20 % и больше", "20 % and more unhappy")),
    Shade(WHITE, Says("меньше 30 ответов", "fewer than 30 answers"), hatched=True),
)
_HURTS = Says("темнее — больнее: чувство ниже нуля и боли", "darker hurts more: feeling below zero, and pains")


def colours(by: ColourBy, handbook: Handbook) -> Colours:
    """By the state of standards, or by how much a touchpoint hurts."""
    touchpoints = [touchpoint for journey in handbook.journeys for touchpoint in journey.touchpoints]
    if by == "coverage":
        known, states = standards(handbook), list(_STATES)
        level = {name(one): states.index(best(named(one.standard, known))) for one in touchpoints}
        return Colours(level, tuple(_STATES.values()))
    if by == "heat" and (heard := heat(handbook)):
        level = {name(one): _level(heard[one.id]) for one in touchpoints if one.id in heard and heard[one.id].n}
        t = figure_words(handbook.outline.language)
        said = {
            name(one): heat_told(heard[one.id], t).replace(" ", "\u00a0") for one in touchpoints if name(one) in level
        }
        return Colours(level, _HEARD, said=said)
    if by == "heat":
        pain = {name(one): max(0, -(one.emotion or 0)) + len(one.pains) for one in touchpoints}
        return Colours({one: min(of, len(HEAT) - 1) for one, of in pain.items()}, tuple(map(Shade, HEAT)), _HURTS)
    return PLAIN


def _level(one: Heat) -> int:
    return len(_HEARD) - 1 if one.level is None else one.level

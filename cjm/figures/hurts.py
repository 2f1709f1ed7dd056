"""A Handbook in, where it hurts out, as site and book show it: the touchpoints that stand out of luck's reach, and every journey as a grid."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from types import SimpleNamespace

from cjm import chart
from cjm.figures.words import figure_words
from cjm.model import Handbook, Journey, Stage, Touchpoint
from cjm.model.derived import derived
from cjm.voice import Heat, heat, latest
from cjm.wording import label

_MOST = 12  # places in the ranking


@dataclass(frozen=True, slots=True)
class HeatFigures:
    """What the page says. `few` stand apart: they are asked about first."""

    lead: str
    worst: tuple[Heat, ...]
    few: tuple[Heat, ...]
    picture: str
    picture_few: str
    journeys: tuple[Journey, ...]


@derived
def heat_figures(handbook: Handbook) -> HeatFigures | None:
    """None before anything was heard of a touchpoint."""
    heard = heat(handbook)
    if not heard:
        return None
    t = figure_words(handbook.outline.language)
    asked = [one for one in heard.values() if one.n and one.touchpoint in handbook.touchpoint]
    answers = sum(one.n for one in asked)
    mean = sum(one.unhappy for one in asked) / max(answers, 1)
    stand_out = sorted((one for one in asked if one.outside and one.found.shown), key=lambda one: -(one.found.low or 0))
    worst = tuple(one for one in stand_out if one.found.coloured)[:_MOST]
    few = tuple(one for one in stand_out if not one.found.coloured)
    lead = f"{t.heat_lead} {t.heat_of.format(answers=answers, months=len(latest(handbook)), mean=round(mean * 100))}"
    return HeatFigures(
        lead, worst, few, _ranking(worst, mean, handbook), _ranking(few, mean, handbook),
        tuple(journey for journey in handbook.journeys if any(one.id in heard for one in journey.touchpoints)),
    )  # fmt: skip


def journey_heat(
    journey: Journey, handbook: Handbook, link: Callable[[str], str] | None = None, stages: Sequence[Stage] = ()
) -> str:
    """The grid of a journey, or of these of its stages; `link` leads from a touchpoint's id."""
    columns = [
        chart.HeatColumn(label(stage.title, handbook), tuple(_cell(one, handbook, link) for one in stage.touchpoints))
        for stage in stages or journey.stages
    ]
    return chart.heat_map(
        f"{label(journey.title, handbook)}: {figure_words(handbook.outline.language).nav_heat}", columns
    )


def share_told(one: Heat) -> str:
    """«27 %» of the unhappy, with its bounds elsewhere."""
    return f"{one.found.value * 100:.0f}\u00a0%"


def heat_told(one: Heat, t: SimpleNamespace) -> str:
    """«27 % из 74», or that few answered."""
    return f"{share_told(one)} {t.from_n.format(n=one.n)}" if one.found.shown else str(t.few_answers)


# Private functions


def _cell(touchpoint: Touchpoint, handbook: Handbook, link: Callable[[str], str] | None) -> chart.HeatCell:
    t, one = figure_words(handbook.outline.language), heat(handbook).get(touchpoint.id)
    asked = one is not None and one.n > 0
    return chart.HeatCell(
        label(touchpoint.title, handbook),
        t.not_asked if one is None or not asked else share_told(one) if one.found.shown else t.few_answers,
        t.from_n.format(n=one.n) if one and asked and one.found.shown else "—" if asked else "",
        t.complaints.format(count=one.complaints) if one and one.complaints else "",
        one.level if one and asked else 0,
        touchpoint.moment_of_truth,
        link(touchpoint.id) if link and touchpoint.id else "",
    )


def _ranking(places: tuple[Heat, ...], mean: float, handbook: Handbook) -> str:
    if not places:
        return ""
    t = figure_words(handbook.outline.language)
    rows = [
        chart.IntervalRow(
            label(handbook.touchpoint[one.touchpoint].title, handbook), t.k_of_n.format(k=one.unhappy, n=one.n), one.found.value,
            one.found.low or 0.0, one.found.high or 1.0, not one.found.coloured,
        )
        for one in places
    ]  # fmt: skip
    return chart.intervals(t.nav_heat, rows, mean, t.in_mean.format(mean=round(mean * 100)))

"""Where it hurts: every journey as a grid of its stages with number and n in each cell, and the places that stand out of luck's reach."""

from collections.abc import Iterator

from cjm import chart
from cjm.pages.page import Edition, Page
from cjm.voice import Heat, heat, latest

_MOST = 12  # places in the ranking


def pages(edition: Edition) -> Iterator[Page]:
    """One page, once touchpoints were asked about."""
    handbook, t = edition.handbook, edition.t
    found = heat(handbook)
    if not found:
        return
    asked = [one for one in found.values() if one.n]
    mean = sum(one.unhappy for one in asked) / max(sum(one.n for one in asked), 1)
    worst = sorted((one for one in asked if one.found.coloured and one.outside), key=lambda one: -(one.found.low or 0))[
        :_MOST
    ]
    few = sorted(
        (one for one in asked if not one.found.coloured and one.found.shown and one.outside),
        key=lambda one: -(one.found.low or 0),
    )
    months = latest(handbook)
    context = {
        "heat": found, "worst": worst, "few": few, "mean": round(mean * 100), "answers": sum(one.n for one in asked), "months": len(months),
        "journeys": tuple(journey for journey in handbook.journeys if any(one.id in found for one in journey.touchpoints)),
        "picture": _picture(worst, mean, edition) if worst else "", "picture_few": _picture(few, mean, edition) if few else "",
    }  # fmt: skip
    yield Page("heat.md", "heat.md", t.nav_heat, context, t.heat_lead, hide=("toc",))


# Private functions


def _picture(places: list[Heat], mean: float, edition: Edition) -> str:
    t = edition.t
    rows = [
        chart.IntervalRow(
            edition.handbook.touchpoint[one.touchpoint].title, t.k_of_n.format(k=one.unhappy, n=one.n), one.found.value, one.found.low or 0.0,
            one.found.high or 1.0, not one.found.coloured,
        )
        for one in places if one.touchpoint in edition.handbook.touchpoint
    ]  # fmt: skip
    return chart.intervals(t.nav_heat, rows, mean, t.in_mean.format(mean=round(mean * 100)))

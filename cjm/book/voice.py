"""The client's voice in, its chapters in the book out: the last month and where it hurts, every picture with its table.

They stand in the whole book only. A month is housekeeping: nothing of it is an item, so nothing of it is approved or waits.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from html import unescape

from cjm.book.strings import strings
from cjm.book.text import Json, Writer
from cjm.figures import (
    HeatFigures,
    ImprovementFigure,
    IndexCard,
    MonthFigures,
    figure_words,
    heat_figures,
    journey_heat,
    month_figures,
)
from cjm.figures.hurts import share_told
from cjm.language.phrases import capital
from cjm.model import Handbook, Journey
from cjm.voice import Heat, heat
from cjm.wording.glyphs import printable

_STAGES = 6  # side by side, so that they can be read on an upright page
_TOLD = re.compile(r"<title>(.*?)</title><desc>(.*?)</desc>", re.DOTALL)
_SIZE = re.compile(r' width="([\d.]+)" height="([\d.]+)"')


def voice_places(handbook: Handbook) -> Iterator[str]:
    """The labels of the chapters that there will be."""
    if month_figures(handbook):
        yield "voice:month"
    if heat_figures(handbook):
        yield "voice:heat"


def voice_chapters(writer: Writer) -> list[Json]:
    """The chapters that have a place in the book."""
    month, hurts = month_figures(writer.handbook), heat_figures(writer.handbook)
    made: list[Json] = []
    if month and "voice:month" in writer.places:
        made.append(_month(month, writer))
    if hurts and "voice:heat" in writer.places:
        made.append(_heat(hurts, writer))
    return made


# Private functions


def _month(month: MonthFigures, writer: Writer) -> Json:
    t = figure_words(writer.language)
    return {
        "label": "voice:month", "kind": "month", "title": writer.label(f"{t.nav_month}: {month.name}"),
        "lead": [writer.label(month.lead), writer.label(t.numbers_not_approved)],
        "cards": [_card(one, writer) for one in month.cards],
        "changed": [[writer.label(f"{_title(one.touchpoint, writer)}: {said}")] for one, said in month.places]
        or [[writer.label(t.nothing_changed.format(count=month.looked_at))]],
        "better": [_improving(one, writer) for one in month.improvements],
    }  # fmt: skip


def _card(card: IndexCard, writer: Writer) -> Json:
    t, index = figure_words(writer.language), card.index
    bounds = t.really_from.format(low=card.bounds[0], high=card.bounds[1]) if card.bounds[0] else ""
    told = [bounds, card.answers, card.made_of, t.still_waiting.format(count=card.waiting) if card.waiting else ""]
    verdict = getattr(t, f"verdict_{card.verdict}") + (f" {capital(card.before)}." if card.before else "")
    heading = [t.month, index.title, t.from_to, t.answers]
    return {
        "title": writer.label(index.title), "source": writer.label(card.source), "means": writer.line(index.means), "value": writer.label(card.value),
        "told": [writer.label(one) for one in told if one], "verdict": writer.label(verdict), "sure": card.verdict in ("up", "down"),
        "picture": _picture(card.picture), "usual": _picture(card.usual) if card.usual_out else None,
        "usual_says": writer.label(f"{t.usual_how} {t.usual_out.format(months=', '.join(card.usual_out))}"),
        "table": _table(heading, card.rows, writer),
        "cuts": _table([t.who_answered, *heading[1:]], [(f"{name}: {value}", *rest) for name, value, *rest in card.cuts], writer),
    }  # fmt: skip


def _improving(one: ImprovementFigure, writer: Writer) -> Json:
    t = figure_words(writer.language)
    visits = any(row[2] for row in one.rows)
    heading = [t.month, t.counted_here, *([t.visits_here] if visits else [])]
    return {
        "title": writer.label(one.title), "stands": writer.label(capital(getattr(t, f"stands_{one.stands}"))), "said": writer.label(one.said),
        "counted": writer.label(capital("; ".join(part for part in (one.counted, one.was) if part))), "picture": _picture(one.picture),
        "to": writer.to(f"improvement:{one.improvement.id}"),
        "table": _table(heading, [row[: len(heading)] for row in one.rows], writer),
    }  # fmt: skip


def _heat(hurts: HeatFigures, writer: Writer) -> Json:
    t = figure_words(writer.language)
    return {
        "label": "voice:heat", "kind": "heat", "title": writer.label(t.nav_heat), "lead": [writer.label(hurts.lead)],
        "rankings": [
            {"title": writer.label(title), "how": writer.label(how), "picture": _picture(picture), "table": _ranked(places, writer)}
            for title, how, picture, places in (
                (t.heat_worst, t.heat_how, hurts.picture, hurts.worst), (t.heat_few, t.heat_few_how, hurts.picture_few, hurts.few),
            )
            if places
        ],
        "only_asked": writer.label(t.only_asked),
        "grids": _grids(hurts.journeys, writer),
        "legend": [[level, writer.label(said)] for level, said in (
            ("heat0", t.heat_below.format(share=5)), ("heat1", "5–9 %"), ("heat2", "10–19 %"), ("heat3", t.heat_above.format(share=20)), ("few", t.heat_hatch),
        )],
    }  # fmt: skip


def _grids(journeys: Iterable[Journey], writer: Writer) -> list[list[Json]]:
    """What was heard of, six stages side by side: paper has no room for what nobody was asked about."""
    heard, room = heat(writer.handbook), _STAGES
    rows: list[list[Json]] = [[]]
    for journey in journeys:
        stages = [
            replace(stage, touchpoints=there)
            for stage in journey.stages
            if (there := tuple(one for one in stage.touchpoints if one.id in heard))
        ]
        for first in range(0, len(stages), _STAGES):
            shown = stages[first : first + _STAGES]
            if len(shown) > room:
                rows.append([])
                room = _STAGES
            picture = _picture(journey_heat(journey, writer.handbook, stages=shown))
            rows[-1].append({"title": writer.label(journey.title), "picture": picture})
            room -= len(shown)
    return rows


def _ranked(places: tuple[Heat, ...], writer: Writer) -> Json | None:
    t = figure_words(writer.language)
    rows = [
        (
            _title(one.touchpoint, writer), t.k_of_n.format(k=one.unhappy, n=one.n), share_told(one),
            f"{(one.found.low or 0) * 100:.0f}–{(one.found.high or 0) * 100:.0f}\u00a0%",
        )
        for one in places
    ]  # fmt: skip
    return _table([strings(writer.language)["touchpoint"], t.unhappy, "%", t.from_to], rows, writer)


def _title(touchpoint: str, writer: Writer) -> str:
    found = writer.handbook.touchpoint.get(touchpoint)
    return found.title if found else touchpoint


def _table(heading: list[str], rows: object, writer: Writer) -> Json | None:
    made = [[writer.label(cell) for cell in row] for row in rows]  # type: ignore[attr-defined]
    return {"head": [writer.label(one) for one in heading], "rows": made} if made else None


def _picture(svg: str) -> Json | None:
    """The picture with its size and what it shows in words."""
    if not svg:
        return None
    told, size = _TOLD.search(svg), _SIZE.search(svg)
    alt = " — ".join(unescape(part) for part in told.groups()) if told else ""
    wide, tall = (float(part) for part in size.groups()) if size else (0.0, 0.0)
    return {"svg": printable(svg), "words": printable(alt), "width": wide, "height": tall}

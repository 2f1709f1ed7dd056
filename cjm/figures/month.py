"""A Handbook in, the client's voice of the last month that was counted out, as site and book show it: numbers with bounds, words, pictures."""

from dataclasses import dataclass, replace
from types import SimpleNamespace

from cjm import chart
from cjm.figures.progress import ImprovementFigure, improvement_figures
from cjm.figures.words import answers_counted, figure_words
from cjm.indices import individuals
from cjm.indices.nps import DETRACTOR, PROMOTER
from cjm.language.dates import in_words, month_in_words
from cjm.language.says import Language
from cjm.model import Handbook
from cjm.model.derived import derived
from cjm.model.shared.index import Index
from cjm.model.shared.resource import Resource
from cjm.voice import IndexReport, IndexValue, PlaceReport, cuts, latest, month_report
from cjm.voice.heard import estimated
from cjm.wording import label


@dataclass(frozen=True, slots=True)
class IndexCard:
    """One index of one source as it is shown."""

    index: Index
    source: str
    value: str
    bounds: tuple[str, str]
    answers: str
    made_of: str  # the formula with this month's numbers in it
    verdict: str  # up, down, same, few, first, unlike
    before: str  # the value of the month before, with its month
    picture: str
    rows: tuple[tuple[str, str, str, str], ...]  # month, value, bounds, answers
    cuts: tuple[tuple[str, str, str, str, str], ...]  # attribute, its value, index, bounds, answers
    waiting: int
    usual: str = ""  # the chart of its usual course, once eight months are there
    usual_out: tuple[str, ...] = ()  # the months that step out of it


@dataclass(frozen=True, slots=True)
class MonthFigures:
    """All that is shown of a month. `places` are touchpoints that changed, each with its sentence."""

    name: str
    lead: str
    cards: tuple[IndexCard, ...]
    places: tuple[tuple[PlaceReport, str], ...]
    looked_at: int
    improvements: tuple[ImprovementFigure, ...]


@derived
def month_figures(handbook: Handbook) -> MonthFigures | None:
    """The last month; None before one was counted."""
    report = month_report(handbook)
    if report is None:
        return None
    language, month = handbook.outline.language, report.month
    t = figure_words(language)
    lead = [t.month_what]
    if month.until:
        lead.append(t.month_not_over.format(day=in_words(month.until, language)))
    if month.visits:
        lead.append(t.month_visits.format(count=month.visits))
    return MonthFigures(
        month_in_words(month.id, language),
        " ".join(lead),
        tuple(_card(one, handbook, language) for one in report.indices if one.now.found.n or one.now.waiting),
        tuple(
            (one, (t.place_less if one.tendency == "less" else t.place_more).format(k=one.now[0], n=one.now[1], k0=one.before[0], n0=one.before[1]))
            for one in report.places
        ),
        report.looked_at,
        improvement_figures(handbook),
    )  # fmt: skip


def shown_value(index: Index, value: float) -> str:
    """A value as people say it: «+47», «89 %»."""
    if index.formula == "promoters-minus-detractors":
        return f"{value:+.0f}".replace("-", "\u2212")
    return f"{value:.0f}" if index.formula == "repeated" else f"{value * 100:.0f}\u00a0%"


# Private functions


def _card(one: IndexReport, handbook: Handbook, language: Language) -> IndexCard:
    t, now = figure_words(language), one.now
    source = next((known.title for known in handbook.of(Resource) if known.id == one.source), "") or t.__dict__.get(
        f"source_{one.source}", one.source
    )
    n = now.found.n or 0
    verdict = (
        "few" if not now.found.coloured else "first" if one.before is None else "unlike" if one.change is None
        else {"more": "up", "less": "down", "unclear": "same"}[one.tendency]
    )  # fmt: skip
    return IndexCard(
        one.index, source, shown_value(one.index, now.found.value) if now.found.shown else t.few_answers, _bounds(one.index, now),
        _answers(now, language), _made_of(one.index, now, t), verdict,
        f"{month_in_words(one.before.month, language)}: {shown_value(one.index, one.before.found.value)}" if one.before and one.before.found.shown else "",
        _picture(one, handbook, language) if sum(value.found.shown for value in one.row) > 1 else "",
        tuple(
            (month_in_words(value.month, language), *(
                (shown_value(one.index, value.found.value), "–".join(_bounds(one.index, value))) if value.found.shown else (t.few_answers, "")
            ), str(value.found.n or "—"))
            for value in one.row
        ),
        _cuts(one.index, handbook) if n and one.source in one.index.of else (), now.waiting, *_usual(one, handbook, language),
    )  # fmt: skip


def _bounds(index: Index, value: IndexValue) -> tuple[str, str]:
    found = value.found
    if found.low is None or found.high is None or not found.shown:
        return ("", "")
    return shown_value(index, found.low), shown_value(index, found.high)


def _answers(value: IndexValue, language: Language) -> str:
    t = figure_words(language)
    count = answers_counted(value.found.n or 0, language)
    return f"{count} {t.of_asked.format(sent=value.sent)}" if value.sent else count


def _made_of(index: Index, value: IndexValue, t: SimpleNamespace) -> str:
    n, scores = value.found.n or 0, value.scores
    if not n or not value.found.shown:
        return ""
    if index.formula == "promoters-minus-detractors":
        glad = 100 * sum(count for score, count in scores.items() if score >= PROMOTER) / n
        sad = 100 * sum(count for score, count in scores.items() if score <= DETRACTOR) / n
        return str(t.made_nps.format(glad=f"{glad:.0f}", sad=f"{sad:.0f}"))
    words = t.__dict__.get(f"made_{index.formula.replace('-', '_')}", "")
    return str(words.format(k=round(value.found.value * n), n=n)) if words else ""


def _picture(one: IndexReport, handbook: Handbook, language: Language) -> str:
    t, points = figure_words(language), []
    for value in one.row:
        known = value.found.shown
        low, high = _bounds(one.index, value)
        told = f"{month_in_words(value.month, language)}: " + (
            f"{shown_value(one.index, value.found.value)}, {low}–{high}, {answers_counted(value.found.n or 0, language)}"
            if known
            else t.few_answers
        )
        scale = 1 if one.index.formula == "promoters-minus-detractors" else 100
        bounds = [
            bound * scale if bound is not None and known else None for bound in (value.found.low, value.found.high)
        ]
        points.append(
            chart.TrendPoint(
                month_in_words(value.month, language, short=True), told, value.found.value * scale if known else None, bounds[0], bounds[1],
                few=not value.found.coloured,
            )
        )  # fmt: skip
    goal = _goal(one.index, handbook)
    ends = shown_value(one.index, one.now.found.value) if one.now.found.shown else ""
    return chart.trend(
        f"{label(one.index.title, handbook)} {t.by_month}",
        points,
        ends,
        goal,
        f"{t.goal} {goal:g}" if goal is not None else "",
    )


def _usual(one: IndexReport, handbook: Handbook, language: Language) -> tuple[str, tuple[str, ...]]:
    """Shewhart's chart of the months, and which of them step outside; nothing before there are eight."""
    t, shown = figure_words(language), [value for value in one.row if value.found.shown and value.found.n]
    limits = individuals([value.found.value for value in shown])
    if limits is None:
        return "", ()
    least, most = (-100.0, 100.0) if one.index.formula == "promoters-minus-detractors" else (0.0, 1.0)
    if one.index.formula != "repeated":  # no scale, so no end of it
        limits = replace(limits, low=max(limits.low, least), high=min(limits.high, most))
    months = [
        (
            month_in_words(value.month, language, short=True),
            f"{month_in_words(value.month, language)}: {shown_value(one.index, value.found.value)}",
            value.found.value,
        )
        for value in shown
    ]
    title = f"{label(one.index.title, handbook)}: {t.usual_course}"
    ends = (shown_value(one.index, limits.high), shown_value(one.index, limits.low))
    out = tuple(month_in_words(shown[at].month, language) for at in limits.signals)
    return chart.usual_course(title, months, limits, ends), out


def _goal(index: Index, handbook: Handbook) -> float | None:
    """The one number in the words of the target."""
    digits = "".join(sign if sign.isdigit() else " " for sign in label(index.target, handbook)).split()
    return float(digits[0]) if len(digits) == 1 else None


def _cuts(index: Index, handbook: Handbook) -> tuple[tuple[str, str, str, str, str], ...]:
    """The index by what people are, of a year; nothing of fewer than five."""
    made = []
    best = 10 if index.formula == "promoters-minus-detractors" else 5
    for name, by_value in cuts(index, handbook, latest(handbook)).items():
        for value, scores in by_value.items():
            found = estimated(index, scores, best)
            if found.shown and found.n and found.low is not None and found.high is not None:
                bounds = f"{shown_value(index, found.low)}–{shown_value(index, found.high)}"
                made.append((name, value, shown_value(index, found.value), bounds, str(found.n)))
    return tuple(made)

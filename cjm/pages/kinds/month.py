"""The client's voice of the last month that was counted, at one address: indices with their bounds, what changed, where to look."""

from collections.abc import Iterator
from dataclasses import dataclass

from cjm import chart
from cjm.indices.nps import DETRACTOR, PROMOTER
from cjm.language.dates import month_in_words
from cjm.language.says import Language
from cjm.model.shared.index import Index
from cjm.model.shared.resource import Resource
from cjm.pages.page import Edition, Page
from cjm.pages.strings import answers_counted
from cjm.voice import IndexReport, IndexValue, cuts, heat, latest, month_report
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


def pages(edition: Edition) -> Iterator[Page]:
    """One page, once a month was counted."""
    handbook, t = edition.handbook, edition.t
    report = month_report(handbook)
    if report is None:
        return
    language = handbook.outline.language
    name = month_in_words(report.month.id, language)
    context = {
        "report": report,
        "name": name,
        "has_heat": bool(heat(handbook)),
        "cards": tuple(_card(one, edition, language) for one in report.indices if one.now.found.n or one.now.waiting),
    }
    yield Page("month.md", "month.md", t.nav_month, context, t.month_lead.format(month=name), hide=("toc",))


def shown_value(index: Index, value: float) -> str:
    """A value as people say it: «+47», «89 %»."""
    if index.formula == "promoters-minus-detractors":
        return f"{value:+.0f}".replace("-", "\u2212")
    return f"{value:.0f}" if index.formula == "repeated" else f"{value * 100:.0f}\u00a0%"


# Private functions


def _card(one: IndexReport, edition: Edition, language: Language) -> IndexCard:
    handbook, now = edition.handbook, one.now
    source = next(
        (known.title for known in handbook.of(Resource) if known.id == one.source), ""
    ) or edition.t.__dict__.get(f"source_{one.source}", one.source)
    n = now.found.n or 0
    verdict = (
        "few" if not now.found.coloured else "first" if one.before is None else "unlike" if one.change is None
        else {"more": "up", "less": "down", "unclear": "same"}[one.tendency]
    )  # fmt: skip
    return IndexCard(
        one.index, source, shown_value(one.index, now.found.value) if now.found.shown else edition.t.few_answers, _bounds(one.index, now),
        _answers(now, language, edition), _made_of(one.index, now, edition), verdict,
        f"{month_in_words(one.before.month, language)}: {shown_value(one.index, one.before.found.value)}" if one.before and one.before.found.shown else "",
        _picture(one, edition, language) if sum(value.found.shown for value in one.row) > 1 else "",
        tuple(
            (month_in_words(value.month, language), *(
                (shown_value(one.index, value.found.value), "–".join(_bounds(one.index, value))) if value.found.shown else (edition.t.few_answers, "")
            ), str(value.found.n or "—"))
            for value in one.row
        ),
        _cuts(one.index, edition) if n and one.source in one.index.of else (), now.waiting,
    )  # fmt: skip


def _bounds(index: Index, value: IndexValue) -> tuple[str, str]:
    found = value.found
    if found.low is None or found.high is None or not found.shown:
        return ("", "")
    return shown_value(index, found.low), shown_value(index, found.high)


def _answers(value: IndexValue, language: Language, edition: Edition) -> str:
    count = answers_counted(value.found.n or 0, language)
    return f"{count} {edition.t.of_asked.format(sent=value.sent)}" if value.sent else count


def _made_of(index: Index, value: IndexValue, edition: Edition) -> str:
    n, scores = value.found.n or 0, value.scores
    if not n or not value.found.shown:
        return ""
    if index.formula == "promoters-minus-detractors":
        glad = 100 * sum(count for score, count in scores.items() if score >= PROMOTER) / n
        sad = 100 * sum(count for score, count in scores.items() if score <= DETRACTOR) / n
        return str(edition.t.made_nps.format(glad=f"{glad:.0f}", sad=f"{sad:.0f}"))
    words = edition.t.__dict__.get(f"made_{index.formula.replace('-', '_')}", "")
    return str(words.format(k=round(value.found.value * n), n=n)) if words else ""


def _picture(one: IndexReport, edition: Edition, language: Language) -> str:
    points = []
    for value in one.row:
        known = value.found.shown
        low, high = _bounds(one.index, value)
        told = f"{month_in_words(value.month, language)}: " + (
            f"{shown_value(one.index, value.found.value)}, {low}–{high}, {answers_counted(value.found.n or 0, language)}"
            if known
            else edition.t.few_answers
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
    goal = _goal(one.index, edition)
    ends = shown_value(one.index, one.now.found.value) if one.now.found.shown else ""
    return chart.trend(
        f"{one.index.title} {edition.t.by_month}",
        points,
        ends,
        goal,
        f"{edition.t.goal} {goal:g}" if goal is not None else "",
    )


def _goal(index: Index, edition: Edition) -> float | None:
    """The one number in the words of the target."""
    digits = "".join(sign if sign.isdigit() else " " for sign in label(index.target, edition.handbook)).split()
    return float(digits[0]) if len(digits) == 1 else None


def _cuts(index: Index, edition: Edition) -> tuple[tuple[str, str, str, str, str], ...]:
    """The index by what people are, of a year; nothing of fewer than five."""
    made = []
    best = 10 if index.formula == "promoters-minus-detractors" else 5
    for name, by_value in cuts(index, edition.handbook, latest(edition.handbook)).items():
        for value, scores in by_value.items():
            found = estimated(index, scores, best)
            if found.shown and found.n and found.low is not None and found.high is not None:
                bounds = f"{shown_value(index, found.low)}–{shown_value(index, found.high)}"
                made.append((name, value, shown_value(index, found.value), bounds, str(found.n)))
    return tuple(made)

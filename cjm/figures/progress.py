"""How improvements stand in, a sentence and a picture of each out: before the change when it will be seen, after it what may be said."""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from cjm import chart
from cjm.figures.words import figure_words
from cjm.indices import Tendency
from cjm.language.dates import month_in_words
from cjm.language.says import Language, Says
from cjm.model import Handbook
from cjm.model.derived import derived
from cjm.model.fields import OneOf, specs
from cjm.model.shared.improvement import Improvement
from cjm.model.shared.index import Index
from cjm.voice.improving import POINTS, CountedMonths, ImprovementProgress, progress
from cjm.wording import label
from cjm.wording.line_breaks import kept_together

_HEAD = Says("{id} · {title} · {state}", "{id} · {title} · {state}")
_COUNTED = {
    "index": Says("считаем: {count}", "counted: {count}"),
    "topic": Says("считаем: «{count}»", "counted: “{count}”"),
    "complaints": Says("считаем жалобы в точках: {places}; темы «{count}» в месяцах нет", "counted: complaints at {places}; the months have no topic “{count}”"),
    "nothing": Says(
        "«{count}» ни в одном месяце не посчитано, и сказать пока нечего", "“{count}” was counted in no month, so nothing can be said yet",
    ),
}  # fmt: skip
_COUNT_IT = Says(
    "назовите в measure показатель или тему, с которой записываете случаи (cjm cases add --topic)",
    "name in measure an index, or a topic under which cases are written down (cjm cases add --topic)",
)
_WAS = Says("до перемены {value} ({months})", "before the change {value} ({months})")
_NOW = Says("сейчас {value} ({months})", "now {value} ({months})")
_PER = {
    "visits": Says("{count} на {per} посещений", "{count} per {per} visits"),
    "months": Says("{count} за {per} мес.", "{count} in {per} months"),
}
_OF_INDEX = Says("{value}, ответов {count}", "{value}, {count} answers")
_SEEN = Says(
    "снижение вдвое увидим через {n} мес. после месяца перемены",
    "a halving will be seen {n} months after the month of the change",
)
_SEEN_POINTS = Says(
    "разницу в {points} пунктов увидим через {n} мес. после месяца перемены",
    "a difference of {points} points will be seen {n} months after the month of the change",
)
_NEVER = Says(
    "случаев так мало, что за пять лет не отличить от случайности даже снижение вдвое: считайте то, что бывает чаще, или возьмите больше месяцев до перемены",
    "there are so few that in five years not even a halving is told from luck: count what happens more often, or take more months before the change",
)
_NEVER_POINTS = Says(
    "ответов так мало, что от случайности не отличить и {points} пунктов: спрашивайте больше людей или возьмите больше месяцев до перемены",
    "so few answers that not even {points} points are told from luck: ask more people, or take more months before the change",
)
_LATER = Says(
    "скажем, когда будет посчитан {month}; после перемены посчитано месяцев: {done}",
    "to be told once {month} is counted; months counted since the change: {done}",
)
_NO_BEFORE = Says(
    "до перемены ничего не посчитано, сравнить не с чем",
    "nothing was counted before the change, so there is nothing to compare",
)
_NONE = Says("не было ни до, ни после", "there were none, before or after")
_NOT_COMPARED = Says(
    "такой показатель с самим собой не сравниваем: ответов нет или он не доля и не NPS",
    "such an index is not compared: there are no answers, or it is neither a share nor NPS",
)
_TOLD = {
    "less": Says("стало меньше: {now}; {change}", "it became less: {now}; {change}"),
    "more": Says("стало больше: {now}; {change}", "it became more: {now}; {change}"),
    "unclear": Says("не отличить от случайности: {now}; {change}", "not to be told from luck: {now}; {change}"),
}  # fmt: skip
_RATIO = Says(
    "это {value} от прежнего, с уверенностью 95 % от {low} до {high}",
    "that is {value} of what it was, with 95 % confidence {low} to {high}",
)
_DIFFERENCE = Says("разница {value}, с уверенностью 95 % от {low} до {high}", "a difference of {value}, with 95 % confidence {low} to {high}")  # fmt: skip
_NOBODY = Says("улучшений с мерой нет: допишите measure в guideline/improvements.yml", "no improvement declares a measure: add one in guideline/improvements.yml")  # fmt: skip


ProgressStands = Literal["helped", "worse", "luck", "early", "before", "unmeasured"]


@dataclass(frozen=True, slots=True)
class ImprovementFigure:
    """One improvement as a page shows it. `rows` are the table of its picture: month, count, visits or nothing."""

    improvement: Improvement
    title: str
    counted: str
    was: str
    said: str
    stands: ProgressStands
    picture: str = ""
    rows: tuple[tuple[str, str, str], ...] = ()


@derived
def improvement_figures(handbook: Handbook) -> tuple[ImprovementFigure, ...]:
    """Every improvement that declares a measure and was not dropped."""
    return tuple(_figure(one, handbook) for one in progress(handbook))


def as_progress(all_of: Iterable[ImprovementProgress], handbook: Handbook, language: Language) -> str:
    """Each improvement with what is counted, how it was, and the one sentence that the numbers bear."""
    blocks = ["\n".join(_lines(one, handbook, language)) for one in all_of]
    return "\n\n".join(blocks or [_NOBODY.to(language)]) + "\n"


# Private functions


def _lines(one: ImprovementProgress, handbook: Handbook, language: Language) -> Iterator[str]:
    item = one.improvement
    yield _HEAD.to(
        language, id=item.id, title=label(item.title or item.problem, handbook), state=_state(item, language)
    )
    yield from (f"  {line}" for line in _told(one, handbook, language) if line)
    if one.what == "nothing":
        yield "  " + _COUNT_IT.to(language)


def _told(one: ImprovementProgress, handbook: Handbook, language: Language) -> tuple[str, str, str]:
    """What is counted, how it was, and the sentence."""
    item = one.improvement
    index = _index(one, handbook)
    places = ", ".join(label(handbook.touchpoint[id].title, handbook) for id in _places(item, handbook))
    count = index.title if index else item.measure.count if item.measure else ""
    counted = _COUNTED[one.what].to(language, count=label(count, handbook), places=places)
    if one.what == "nothing":
        return counted, "", ""
    points = index is not None and index.formula == "promoters-minus-detractors"
    was = (_WAS if one.judged else _NOW).to(
        language, value=_value(one, one.before, language, points=points), months=_months(one.before, language)
    ) if one.before.months else ""  # fmt: skip
    return counted, was, _sentence(one, language, points=points)


def _figure(one: ImprovementProgress, handbook: Handbook) -> ImprovementFigure:
    language, item = handbook.outline.language, one.improvement
    title, t = label(item.title or item.problem, handbook), figure_words(handbook.outline.language)
    good: Tendency = "more" if one.what == "index" else "less"
    stands: ProgressStands = (
        "unmeasured" if one.what == "nothing" or not one.before.months else "before" if not one.judged
        else ("early" if one.after.months[-1:] != (one.judged,) else "unmeasured") if one.change is None
        else "luck" if one.tendency == "unclear" else "helped" if one.tendency == good else "worse"
    )  # fmt: skip
    counted, was, said = map(kept_together, _told(one, handbook, language))
    rows = tuple(
        (month, count, visits, after)
        for side, after in ((one.before, False), (one.after, True))
        for month, count, visits in zip(
            side.months, side.by_month, side.visits or (None,) * len(side.months), strict=False
        )
    )
    bars = [chart.Bar(month_in_words(month, language, short=True), count, after) for month, count, _, after in rows]
    if not any(one.count for one in bars):
        return ImprovementFigure(item, title, counted, was, said, stands)
    return ImprovementFigure(
        item, title, counted, was, said, stands, chart.bars(f"{title}: {t.before_and_after}", bars),
        tuple((month_in_words(month, language), str(count), "" if visits is None else str(visits)) for month, count, visits, _ in rows),
    )  # fmt: skip


def _index(one: ImprovementProgress, handbook: Handbook) -> Index | None:
    measure = one.improvement.measure
    return next((index for index in handbook.of(Index) if measure and index.id == measure.count), None)


def _sentence(one: ImprovementProgress, language: Language, *, points: bool) -> str:
    of_index = one.what == "index"
    if of_index:
        seen = (
            _SEEN_POINTS.to(language, points=POINTS, n=one.halved)
            if one.halved
            else _NEVER_POINTS.to(language, points=POINTS)
        )
    else:
        seen = _SEEN.to(language, n=one.halved) if one.halved else _NEVER.to(language)
    if not one.before.months:
        return _NO_BEFORE.to(language)
    if not one.judged:
        return seen
    if one.change is None:
        if one.after.months and one.after.months[-1] == one.judged:
            return (_NOT_COMPARED if of_index else _NONE).to(language)
        return f"{_LATER.to(language, month=month_in_words(one.judged, language), done=len(one.after.months))}; {seen}"
    size = 100.0 if of_index and not points else 1.0
    value, low, high = (_number(part * size, language) for part in (one.change.value, one.change.low, one.change.high))
    change = (_DIFFERENCE if of_index else _RATIO).to(language, value=value, low=low, high=high)
    now = _value(one, one.after, language, points=points)
    told = _TOLD[one.tendency].to(language, now=now, change=change)
    return told if one.tendency != "unclear" else f"{told}; {seen}"


def _value(one: ImprovementProgress, side: CountedMonths, language: Language, *, points: bool) -> str:
    if one.what != "index":
        return _PER[one.unit].to(language, count=side.count, per=f"{side.per:g}")
    value = _number((side.value or 0.0) * (1 if points else 100), language) + ("" if points else " %")
    return _OF_INDEX.to(language, value=value, count=side.count)


def _months(side: CountedMonths, language: Language) -> str:
    ends = dict.fromkeys((side.months[0], side.months[-1]))
    return " – ".join(month_in_words(month, language) for month in ends)


def _number(value: float, language: Language) -> str:
    if math.isinf(value):
        return "∞"
    text = f"{value:.1f}".replace("-", "\u2212")
    return text.replace(".", ",") if language == "ru" else text


def _places(item: Improvement, handbook: Handbook) -> list[str]:
    return [id for place in item.touchpoint if (id := place.rpartition("/")[2]) in handbook.touchpoint]


def _state(item: Improvement, language: Language) -> str:
    reads = specs(Improvement)["state"].reads
    return reads.told(item.state, language) if isinstance(reads, OneOf) and item.state else ""

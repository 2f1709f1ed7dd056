"""What happened since a day in, the consultant's report from point A to point B as Markdown out: was, done, shows, cannot be said yet."""

import datetime as dt
from collections.abc import Iterable, Iterator

from cjm.coverage import coverage
from cjm.diff.rendering import change_kind
from cjm.export.letter import judged_words
from cjm.export.since_then import IndexThenAndNow, SinceThen, indices_then_and_now
from cjm.figures import changes_for_clients, figure_words, heat_figures, improvement_figures
from cjm.figures.month import shown_value
from cjm.indices import Estimate
from cjm.language.dates import in_words, month_in_words
from cjm.language.says import Language, Says
from cjm.model import Handbook
from cjm.model.shared.index import Index
from cjm.view.questions import open_questions
from cjm.voice import heat
from cjm.wording import label, plain
from cjm.wording.titles import numbered
from cjm.wording.verbatim import verbatim

_TITLE = Says("{title}: из точки А в точку Б", "{title}: from point A to point B")
_PERIOD = Says("Точка А — {since}. Точка Б — {today}.", "Point A: {since}. Point B: {today}.")
_WAS, _DONE, _SHOWS, _NOT_YET = (
    Says("Что было и что стало", "What was and what is"), Says("Что сделано", "What was done"), Says("Что показывают числа", "What the numbers show"),
    Says("Чего пока сказать нельзя", "What cannot be said yet"),
)  # fmt: skip
_A, _B, _FIGURE = Says("Точка А", "Point A"), Says("Точка Б", "Point B"), Says("Чего", "Of what")
_COUNTS = {
    "sections": Says("Разделов написано", "Sections written"), "touchpoints": Says("Точек касания на карте", "Touchpoints on the maps"),
    "bare": Says("Из них без стандарта", "Of these without a standard"), "conflicts": Says("Трудных разговоров с ответом", "Hard talks with an answer"),
    "questions": Says("Вопросов для проверки", "Questions to check oneself"), "open": Says("Вопросов без ответа", "Questions not answered"),
    "heard": Says("Точек, о которых спросили клиентов", "Touchpoints that clients were asked about"), "live": Says("Улучшений сделано", "Improvements made"),
}  # fmt: skip
_NEW, _REWORKED, _OTHER = (
    Says("Новые разделы", "New sections"),
    Says("Переработаны", "Reworked"),
    Says("Кроме того изменено", "Changed besides"),
)
_LIVE, _WINS = Says("Улучшения", "Improvements"), Says("Маленькие победы", "Small wins")
_VALUE = Says(
    "{value} (на деле от {low} до {high}, ответов {n}; {month})",
    "{value} (really {low} to {high}, {n} answers; {month})",
)
_BARE = Says("{value} ({month}; сколько ответов, неизвестно)", "{value} ({month}; from how many answers is not known)")
_UNKNOWN = Says("не считали", "not counted")
_MORE, _LESS = (
    Says("выросло: разница больше, чем бывает случайно", "grew: the difference is larger than chance"),
    Says("снизилось: разница больше, чем бывает случайно", "fell: the difference is larger than chance"),
)
_LUCK = Says("разница не больше, чем бывает случайно", "the difference is no larger than chance")
_NO_PAIR = Says("сравнить нельзя: в одном из месяцев меньше 30 ответов, другая шкала или не считали", "not to be compared: fewer than 30 answers in one of the months, another scale, or not counted")  # fmt: skip
_INDEX, _VERDICT = Says("Показатель", "Index"), Says("Вывод", "Verdict")
_HURTS = Says("Хуже всего, уверенно: {places}", "Worst, surely: {places}")
_NOTHING = Says("ничего", "nothing")
_NO_NUMBERS = Says(
    "голос клиента ещё не посчитан: cjm voice close", "the client's voice was not counted yet: cjm voice close"
)
_ONE_MONTH = Says("Один месяц — это один месяц: сезон, отпуска и случай не отделить, пока их не несколько.", "One month is one month: season, holidays and chance cannot be told apart until there are several.")  # fmt: skip


def as_point_to_point(made: SinceThen, today: dt.date) -> str:
    """The report in the language of the handbook. What the numbers do not bear stands in a chapter of its own."""
    language = made.new.outline.language
    title = label(made.new.outline.organisation or made.new.outline.title, made.new)
    lines = [
        f"# {verbatim(_TITLE.to(language, title=title))}", "",
        _PERIOD.to(language, since=verbatim(made.since), today=in_words(today, language)),
    ]  # fmt: skip
    for heading, part in ((_WAS, _counts(made, today, language)), (_DONE, _done(made, language)), (_SHOWS, _numbers(made, language)), (_NOT_YET, _not_yet(made, language))):  # fmt: skip
        lines += ["", f"## {heading.to(language)}", "", *(list(part) or [_NOTHING.to(language)])]
    return "\n".join(lines) + "\n"


# Private functions


def _counts(made: SinceThen, today: dt.date, language: Language) -> Iterator[str]:
    then, now = (_counted(one, today) for one in (made.old, made.new))
    yield from _table(
        (_FIGURE, _A, _B),
        ((says.to(language), str(then[name]), str(now[name])) for name, says in _COUNTS.items()),
        language,
    )


def _counted(handbook: Handbook, today: dt.date) -> dict[str, int]:
    rows = coverage(handbook, today)
    sections = [one for one in handbook.sections if one.status != "retired"]
    return {
        "sections": len(sections), "touchpoints": len(rows), "bare": sum(row.covered[0] is False for row in rows),
        "conflicts": sum(bool(one.answer) for section in sections for one in section.conflicts),
        "questions": sum(len(section.questions) for section in sections), "open": len(open_questions(handbook)),
        "heard": sum(one.n > 0 for one in heat(handbook).values()), "live": len(changes_for_clients(handbook)),
    }  # fmt: skip


def _done(made: SinceThen, language: Language) -> Iterator[str]:
    changes = made.difference.changes
    for heading, action in ((_NEW, "added"), (_REWORKED, "changed")):
        named = [
            numbered(one.id, one.title, made.new) for one in changes
            if one.kind == "section" and one.action == action and (one.major or action == "added")
        ]  # fmt: skip
        if named:
            yield f"- **{heading.to(language)}**: {verbatim('; '.join(named))}"
    kinds = [one.kind for one in changes if one.kind != "section"]
    if kinds:
        told = ", ".join(f"{change_kind(kind, language)} — {kinds.count(kind)}" for kind in dict.fromkeys(kinds))
        yield f"- **{_OTHER.to(language)}**: {told}"
    for live in made.begun:
        yield f"- **{_LIVE.to(language)}**: {verbatim(live.title)} — {verbatim('; '.join(live.actions))}"
    for win in made.wins:
        said = ". ".join(
            part for text in (win.what, win.effect) if (part := " ".join(plain(text, made.new).split()).rstrip("."))
        )
        yield f"- **{_WINS.to(language)}**: {verbatim(said)}"


def _numbers(made: SinceThen, language: Language) -> Iterator[str]:
    pairs = indices_then_and_now(made.old, made.new)
    if not pairs:
        yield _NO_NUMBERS.to(language)
    else:
        yield from _table((_INDEX, _A, _B, _VERDICT), (_index_row(one, made.new, language) for one in pairs), language)
        yield ""
        yield _ONE_MONTH.to(language)
        yield ""
    for one in improvement_figures(made.new):
        if one.stands in ("helped", "worse"):
            yield f"- {verbatim(judged_words(one, language))}"
    hurts = heat_figures(made.new)
    if hurts and hurts.worst:
        told = figure_words(language).k_of_n
        places = [
            f"{label(made.new.touchpoint[one.touchpoint].title, made.new)} — {told.format(k=one.unhappy, n=one.n)}"
            for one in hurts.worst[:5]
        ]
        yield f"- {verbatim(_HURTS.to(language, places='; '.join(places)))}"


def _not_yet(made: SinceThen, language: Language) -> Iterator[str]:
    t = figure_words(language)
    for one in improvement_figures(made.new):
        if one.stands not in ("helped", "worse"):
            told = f"{one.title} — {getattr(t, f'stands_{one.stands}')}: {one.said or one.counted}"
            yield f"- {verbatim(told)}"


def _index_row(one: IndexThenAndNow, handbook: Handbook, language: Language) -> tuple[str, ...]:
    t = figure_words(language)
    source = getattr(t, f"source_{one.now.source}", "") or label(
        getattr(handbook.find("resource", one.now.source), "title", one.now.source), handbook
    )
    verdict = {None: _NO_PAIR, "more": _MORE, "less": _LESS, "unclear": _LUCK}[one.tendency]
    sides = (
        _UNKNOWN.to(language) if side is None else _value(side.index, side.now.found, side.now.month, language)
        for side in (one.then, one.now)
    )
    return (f"{label(one.now.index.title, handbook)}, {source}", *sides, verdict.to(language))


def _value(index: Index, found: Estimate, month: str, language: Language) -> str:
    when = month_in_words(month, language)
    if not found.shown:
        return f"{figure_words(language).few_answers} ({when})"
    value = shown_value(index, found.value)
    if found.low is None or found.high is None:
        return _BARE.to(language, value=value, month=when)
    return _VALUE.to(
        language,
        value=value,
        low=shown_value(index, found.low),
        high=shown_value(index, found.high),
        n=found.n,
        month=when,
    )


def _table(heading: Iterable[Says], rows: Iterable[Iterable[str]], language: Language) -> Iterator[str]:
    cells = [one.to(language) for one in heading]
    yield f"| {' | '.join(cells)} |"
    yield "| --- " * len(cells) + "|"
    for row in rows:
        yield f"| {' | '.join(verbatim(cell) for cell in row)} |"

"""A table of answers in, what each of its columns is out: by a known system, by what was said of it before, else a guess to be asked.

A column that tells of a person is dropped before anything is kept.
"""

import importlib
import pkgutil
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from cjm.answers import formats
from cjm.answers.moments import day_of
from cjm.answers.scales import Scale, likely_scale, scale_of, typed_scale
from cjm.language.says import Says
from cjm.masking import personal
from cjm.model import Handbook, touchpoint_id
from cjm.model.shared.index import Index
from cjm.tables import Table, TableRow

ColumnRole = Literal["at", "score", "weight", "words", "by", "place", "client", "drop"]
COLUMN_ROLES: Mapping[str, ColumnRole] = {
    "at": "at", "время": "at", "words": "words", "слова": "words", "by": "by", "признак": "by", "drop": "drop", "убрать": "drop",
    "client": "client", "клиент": "client", "place": "place", "точка": "place", "weight": "weight", "важность": "weight",
}  # fmt: skip
COLUMN_ROLES_SAY: Mapping[str, Says] = {
    "at": Says("время", "at"), "words": Says("слова", "words"), "by": Says("признак", "by"), "drop": Says("убрать", "drop"),
    "client": Says("клиент", "client"), "place": Says("точка", "place"), "weight": Says("важность", "weight"),
}  # fmt: skip
_SAMPLE = 400
_PERSON = re.compile(
    r"\b(имя|фио|ф\.и\.о|фамили|отчеств|телефон|тел\.|почт|e-?mail|mail|адрес электронной|ник\b|логин|reviewer|phone|name|контакт|ответственн|автор)",
    re.IGNORECASE,
)
_ABOUT_NPS = re.compile(r"порекоменд|рекоменд|посовет|от 0 до 10|recommend|nps", re.IGNORECASE)
_ABOUT_WORDS = re.compile(
    r"\b(что |почему|комментари|пожелани|отзыв|слова|напиши|расскаж|предложени|замечани|comment|why|what )",
    re.IGNORECASE,
)
_MOST_VALUES, _MOST_HEADINGS, _LONGEST_TITLE = 12, 3, 200


@dataclass(frozen=True, slots=True)
class AnswerColumn:
    """What one column is. A score has an index, perhaps a touchpoint, and its scale."""

    title: str
    role: ColumnRole
    index: str = ""
    touchpoint: str = ""
    scale: Scale | None = None
    sure: bool = True  # said by somebody, or a known system's; else a guess

    def entry(self) -> Mapping[str, Any]:
        """As it is remembered."""
        made: dict[str, Any] = {"role": self.role, "index": self.index, "touchpoint": self.touchpoint}
        return made | ({"best": self.scale.best, "words": list(self.scale.words)} if self.scale else {})

    def told(self) -> tuple[str, str, str]:
        """What one types to say the same: `csi@desk`, `время`."""
        return self.index, self.touchpoint, self.role


@dataclass(frozen=True, slots=True)
class HeadedTable:
    """A table with its heading told from its rows."""

    heading: tuple[str, ...]
    rows: tuple[TableRow, ...]

    def values(self, at: int) -> list[str]:
        """The cells of a column that say something."""
        return [one.cells[at] for one in self.rows if len(one.cells) > at and one.cells[at]]


def headed(table: Table) -> HeadedTable:
    """The first row that is as wide as most is the heading, with the rows of titles below it; what stands above is a title of the whole.

    Of two rows of titles, as merged cells make them, the lower one says what a column is.
    """
    widths = sorted(len(one.cells) for one in table.rows)
    usual = widths[len(widths) // 2]
    first = next((at for at, one in enumerate(table.rows) if 2 * len(one.cells) > usual), 0)
    last = first
    while last - first < _MOST_HEADINGS and last + 2 < len(table.rows) and _is_below(table, first, last + 1):
        last += 1
    titles: list[str] = []
    for at in range(max(len(one.cells) for one in table.rows[first : last + 1])):
        said = [" ".join(one.cells[at].split()) for one in table.rows[first : last + 1] if len(one.cells) > at]
        title = next((one for one in reversed(said) if one), "—")
        titles.append(title if title not in titles else f"{title} ({titles.count(title) + 1})")
    return HeadedTable(tuple(titles), table.rows[last + 1 :])


def recognised(
    table: HeadedTable, handbook: Handbook, known: Mapping[str, Mapping[str, Any]], source: str
) -> tuple[AnswerColumn, ...]:
    """What each column is; those that are not `sure` are to be asked about."""
    preset: Mapping[str, str] = next(
        (one.MEANS for one in _formats() if one.takes(tuple(map(str.casefold, table.heading)))), {}
    )
    made = []
    for at, title in enumerate(table.heading):
        if title in known:
            made.append(_remembered(title, known[title]))
        elif title.casefold() in preset:
            made.append(_preset(title, preset[title.casefold()], table.values(at), handbook, source))
        else:
            made.append(_guess(title, table.values(at), handbook, source))
    return tuple(made)


def typed_column(title: str, text: str, values: Sequence[str], handbook: Handbook) -> AnswerColumn | None:
    """What somebody says of a column: `csi@first-visit/desk`, «время», `csi = плохо < хорошо`; None where it is none of these.

    Of a score whose scale its cells do not show there is none.
    """
    named, _, words = text.partition("=")
    index, _, place = (one.strip() for one in named.partition("@"))
    touchpoint = touchpoint_id(place) if place else ""
    if place and touchpoint not in handbook.touchpoint:
        return None
    role = COLUMN_ROLES.get(index.lower())
    if role:
        return AnswerColumn(title, role, touchpoint=touchpoint)
    known = next((one for one in handbook.of(Index) if one.id == index or one.title == index), None)
    if known is None:
        return None
    best = _best(known)
    seen = likely_scale(values[:_SAMPLE], best) or (
        Scale(best, ()) if best else None
    )  # a cell off the scale is told by itself
    return AnswerColumn(title, "score", known.id, touchpoint, typed_scale(words) if words.strip() else seen)


# Private functions


def _is_below(table: Table, first: int, at: int) -> bool:
    """Whether a row is titles too: nothing in it is a day or a score, and below it some column has days."""
    cells = [cell for cell in table.rows[at].cells if cell]
    if not cells or any(day_of(cell) or scale_of([cell]) or len(cell) > _LONGEST_TITLE for cell in cells):
        return False
    below = table.rows[at + 1 : at + 1 + _SAMPLE]
    for across in range(len(table.rows[first].cells)):
        told = [one.cells[across] for one in below if len(one.cells) > across and one.cells[across]]
        here = table.rows[at].cells[across : across + 1] or ("",)
        if len(told) > 2 and sum(day_of(one) is not None for one in told) > 0.8 * len(told) and day_of(here[0]) is None:
            return True
    return False


def _formats() -> list[Any]:
    return [importlib.import_module(f"{formats.__name__}.{one.name}") for one in pkgutil.iter_modules(formats.__path__)]


def _best(index: Index) -> int:
    return 10 if index.formula == "promoters-minus-detractors" else 0


def _remembered(title: str, entry: Mapping[str, Any]) -> AnswerColumn:
    scale = Scale(entry["best"], tuple((word, value) for word, value in entry["words"])) if "best" in entry else None
    return AnswerColumn(title, entry["role"], entry["index"], entry["touchpoint"], scale)


def _preset(title: str, role: str, values: Sequence[str], handbook: Handbook, source: str) -> AnswerColumn:
    if role != "score":
        return AnswerColumn(title, COLUMN_ROLES[role])
    return replace(_guess(title, values, handbook, source), sure=False)


def _guess(title: str, values: Sequence[str], handbook: Handbook, source: str) -> AnswerColumn:
    sample = values[:_SAMPLE]
    if not sample:
        return AnswerColumn(title, "drop", sure=True)
    if sum(day_of(one) is not None for one in sample) > 0.8 * len(sample) and not scale_of(sample):
        return AnswerColumn(title, "at", sure=False)
    if _PERSON.search(title) or _tells_of_people(sample):
        return AnswerColumn(title, "drop", sure=False)
    indices = sorted(handbook.of(Index), key=lambda one: bool(one.of) and source not in one.of)  # its own before others
    for index in indices:
        is_nps = index.formula == "promoters-minus-detractors"
        scale = likely_scale(sample, _best(index))
        yes_or_no = scale is not None and scale.best == 1
        fits = (
            scale
            and is_nps == bool(_ABOUT_NPS.search(title))
            and yes_or_no == (index.formula in ("share", "not-returned", "repeated"))
        )
        if scale and fits:
            return AnswerColumn(
                title, "score", index.id, "" if is_nps else _touchpoint(title, handbook), scale, sure=False
            )
    distinct = set(sample)
    words = _ABOUT_WORDS.search(title) is not None or any(len(one) > 60 or "\n" in one for one in distinct)
    if len(distinct) <= _MOST_VALUES and 2 * len(distinct) <= len(sample) and not words:
        return AnswerColumn(title, "by", sure=False)
    return AnswerColumn(title, "words", sure=False)


def _tells_of_people(sample: Sequence[str]) -> bool:
    """Whether most cells are nothing but a name, a telephone, an address of mail."""
    short = [one for one in sample[:40] if len(one) < 60]
    hits = sum(any(2 * (hidden.end - hidden.start) > len(one) for hidden in personal(one)) for one in short)
    return 2 * hits > len(sample[:40])


def _touchpoint(title: str, handbook: Handbook) -> str:
    """The one touchpoint with whose title the question shares a long word; empty where none or several do."""
    asked = {word[:5] for word in re.findall(r"[а-яёa-z]{4,}", title.lower())}
    found = [
        id
        for id, one in handbook.touchpoint.items()
        if asked & {word[:5] for word in re.findall(r"[а-яёa-z]{4,}", one.title.lower())}
    ]
    return found[0] if len(found) == 1 else ""

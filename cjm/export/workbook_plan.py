"""What becomes of the files with what came back in, the lines that tell it to whoever is to say yes out."""

from collections.abc import Iterator

from cjm.language.says import Language, Says
from cjm.repair.brought import BroughtBack, FieldWish, NotBrought, words_that_differ

_CHANGED = Says("изменится: {what} · {before} → {wanted}", "changes: {what} · {before} → {wanted}")
_ADDED = Says("добавится: {what}", "is added: {what}")
_CONFLICT = Says(
    "{place}{what} изменили и вы, и автор файла; остаётся как в гайдлайне\n"
    "  было:         {before}\n  в гайдлайне:  {now}\n  вернулось:    {wanted}",
    "{place}{what} was changed both here and in the file; the handbook stays\n"
    "  before:           {before}\n  in the handbook:  {now}\n  came back:        {wanted}",
)
_MISSING = Says(
    "строки в книге больше нет, в гайдлайне остаётся: {what}. Не нужна — удалите в файле",
    "the workbook has the row no longer, the handbook keeps it: {what}. Delete it in the file if nobody needs it",
)
_LEFT = Says("{place}{what} не взято: {why}", "{place}{what} not taken: {why}")
_IN_TABLE = Says("лист «{sheet}», строка {row}: ", 'sheet "{sheet}", row {row}: ')
_EMPTY = Says("(пусто)", "(empty)")
_LONGEST = 120


def back_lines(back: BroughtBack, language: Language) -> Iterator[str]:
    """What moves, then what does not and why."""
    for one in back.moved:
        yield _CHANGED.to(language, **_values(one, language))
    for name in back.added:
        yield _ADDED.to(language, what=name)
    for one in back.conflicts:
        yield _CONFLICT.to(language, place=_place(one, language), **_values(one, language))
    for name in back.missing:
        yield _MISSING.to(language, what=name)
    for left in back.left:
        yield _LEFT.to(language, place=_place(left, language), what=left.what, why=left.why.to(language))


# Private functions


def _place(one: FieldWish | NotBrought, language: Language) -> str:
    return _IN_TABLE.to(language, sheet=one.sheet, row=one.row) if one.sheet else ""


def _values(wish: FieldWish, language: Language) -> dict[str, str]:
    told = {"before": wish.before, "now": wish.now, "wanted": wish.wanted}
    if len(wish.before) > _LONGEST and wish.now == wish.before:  # only what differs fits a line
        told["before"], told["wanted"] = words_that_differ(wish.before, wish.wanted)
    return {"what": ".".join(filter(None, (wish.name, wish.key)))} | {
        key: _short(text) or _EMPTY.to(language) for key, text in told.items()
    }


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"

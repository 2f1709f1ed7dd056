"""What becomes of the files with a workbook in, the lines that tell it to whoever is to say yes out."""

from collections.abc import Iterator

from cjm.export.workbook_back import BroughtBack, CellWish
from cjm.language.says import Language, Says

_CHANGED = Says("изменится: {what} · {before} → {wanted}", "changes: {what} · {before} → {wanted}")
_ADDED = Says("добавится: {what}", "is added: {what}")
_CONFLICT = Says(
    "лист «{sheet}», строка {row}: {what} изменили и в книге, и в гайдлайне; остаётся как в гайдлайне\n"
    "  было:         {before}\n  в гайдлайне:  {now}\n  в книге:      {wanted}",
    'sheet "{sheet}", row {row}: {what} was changed both in the workbook and in the handbook; the handbook stays\n'
    "  before:           {before}\n  in the handbook:  {now}\n  in the workbook:  {wanted}",
)
_MISSING = Says(
    "строки в книге больше нет, в гайдлайне остаётся: {what}. Не нужна — удалите в файле",
    "the workbook has the row no longer, the handbook keeps it: {what}. Delete it in the file if nobody needs it",
)
_LEFT = Says(
    "лист «{sheet}», строка {row}: {what} не взято: {why}", 'sheet "{sheet}", row {row}: {what} not taken: {why}'
)
_EMPTY = Says("(пусто)", "(empty)")
_LONGEST = 120


def back_lines(back: BroughtBack, language: Language) -> Iterator[str]:
    """What moves, then what does not and why."""
    for one in back.moved:
        yield _CHANGED.to(language, **_values(one, language))
    for name in back.added:
        yield _ADDED.to(language, what=name)
    for one in back.conflicts:
        yield _CONFLICT.to(language, sheet=one.sheet, row=one.row, **_values(one, language))
    for name in back.missing:
        yield _MISSING.to(language, what=name)
    for left in back.left:
        yield _LEFT.to(language, sheet=left.sheet, row=left.row, what=left.what, why=left.why.to(language))


# Private functions


def _values(wish: CellWish, language: Language) -> dict[str, str]:
    told = {"before": wish.before, "now": wish.now, "wanted": wish.wanted}
    return {"what": f"{wish.name}.{wish.key}"} | {
        key: _short(text) or _EMPTY.to(language) for key, text in told.items()
    }


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"

"""A stretch of a text that tells of a person, and a text without such stretches."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from cjm.language.says import Says

KINDS_HIDDEN = {
    "name": Says("имя", "name"),
    "phone": Says("телефон", "telephone"),
    "email": Says("почта", "e-mail"),
    "link": Says("ссылка", "link"),
    "nick": Says("ник", "nick"),
    "card": Says("номер карты", "card number"),
    "document": Says("номер документа", "document number"),
    "car": Says("номер машины", "car number"),
    "class": Says("класс", "year and letter"),
    "school": Says("номер учреждения", "number of an institution"),
    "born": Says("дата рождения", "date of birth"),
    "home": Says("домашний адрес", "home address"),
}


@dataclass(frozen=True, slots=True)
class Hidden:
    """What stands from `start` to `end`; not `sure` where the word may be an ordinary one."""

    kind: str  # one of KINDS_HIDDEN
    start: int
    end: int
    text: str
    sure: bool = True


def without(text: str, found: Iterable[Hidden], written: Callable[[Hidden], str] | None = None) -> str:
    """The text with `written` in the place of each of `found`, such as «[имя]»."""
    for one in sorted(found, key=lambda one: one.start)[::-1]:
        put = written(one) if written else f"[{KINDS_HIDDEN[one.kind].ru}]"
        text = text[: one.start] + put + text[one.end :]
    return text

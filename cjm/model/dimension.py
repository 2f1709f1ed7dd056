"""Dimensions: by what the same service differs — place of work, direction, the state of the client on the line."""

from typing import Literal

from cjm.language.says import Says
from cjm.model.fields import EXPLANATORY, HOUSEKEEPING, NORMATIVE, Many, Name, OneOf, Pairs, Record, Shaped, Text, spec
from cjm.model.frozen import frozen
from cjm.model.item import Item, Written
from cjm.model.kind import Kind

_VALUE = Shaped(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", Says("имя латиницей: north", "an id in Latin letters: north"))
_CHOSEN_SAY = (Says("читателем: где он работает", "by the reader: where he works"), Says("по клиенту на линии", "by the client on the line"))


@frozen
class DimensionValue(Written):
    """One value of a dimension, such as a branch, with the words that differ with it."""

    id: str = spec(_VALUE, NORMATIVE, "Имя значения", "Id of the value", "north", required=True)
    title: str = spec(Text("label", 32), NORMATIVE, "Название", "Title", ("Север", "North"), required=True, label=("Название", "Title"))
    words: tuple[tuple[str, str], ...] = spec(
        Pairs(Text("label")), NORMATIVE, "Слова, которые меняются вместе с ним: {{ branch.where }} возьмёт отсюда", "The words that change with it, used as {{ branch.where }}",
        ("{where: на Севере}", "{where: in the north}"), label=("Слова", "Words"),
    )  # fmt: skip
    group: str = spec(Text("label", 32), EXPLANATORY, "Общее имя нескольких значений", "One name for several values", ("Городские", "In town"), label=("Вместе с другими", "Group"))
    was: tuple[str, ...] = spec(Many(_VALUE), HOUSEKEEPING, "Прежние имена: старые ссылки и QR-коды выбирают это значение", "Earlier ids: old links and QR codes choose this value", "[north-1]")


@frozen
class Dimension(Item):
    """What a service can differ by. A thing says with `for` for which values it holds."""

    id: str = spec(Name("dimension"), NORMATIVE, "Имя разреза: на него ссылается for", "Id of the dimension, as `for` names it", "branch", required=True)
    title: str = spec(Text("label", 32), NORMATIVE, "Название", "Title", ("Филиал", "Branch"), required=True, label=("Название", "Title"))
    chosen: Literal["by-reader", "by-client"] | None = spec(
        OneOf(("by-reader", "by-client"), _CHOSEN_SAY), NORMATIVE, "Что решает: by-reader — где работает читатель, он выбирает один раз; by-client — клиент на линии, показываем все",
        "What decides: by-reader is where the reader works, chosen once; by-client is the client on the line, all are shown",
        "by-reader", required=True, label=("Выбирается", "Chosen"),
    )  # fmt: skip
    values: tuple[DimensionValue, ...] = spec(Many(Record(DimensionValue)), NORMATIVE, "Значения", "Values", ("[{id: north, title: Север}]", "[{id: north, title: North}]"), required=True, label=("Значения", "Values"))


KIND = Kind(
    name="dimension", item=Dimension, says=Says("разрез", "dimension"), order=50, inside="handbook", attribute="dimensions",
    title=Says("Разрезы", "Dimensions"),
)  # fmt: skip

"""What everything an author writes has in common: it stands at a place, and a finding on it can be accepted."""

import datetime as dt
from dataclasses import field

from cjm.model.fields import EXPLANATORY, HOUSEKEEPING, Day, Many, Pairs, Record, Text, spec
from cjm.model.frozen import frozen
from cjm.model.place import NOWHERE, Place, Source


@frozen
class Written:
    """A piece of a YAML file: knows its place and the places of its fields."""

    source: Source = field(default=NOWHERE, repr=False)

    def at(self, name: str = "", index: int | None = None) -> Place:
        """The place of the field with the key `name`, as `Source.at` finds it."""
        return self.source.at(name, index)


@frozen
class Acceptance(Written):
    """A gap that the author knows of and lives with until a day: the finding is counted, not reported."""

    rule: str = spec(Text("label"), HOUSEKEEPING, "Код правила", "Code of the rule", "201", required=True)
    reason: str = spec(Text("label"), HOUSEKEEPING, "Почему пока можно так", "Why it may stay so for now", ("Ждём второй подъёмник", "Waiting for the second lift"))
    until: dt.date | None = spec(Day(), HOUSEKEEPING, "До какого дня принято", "The last day on which it is accepted", "2027-03-01")


@frozen
class Item(Written):
    """A piece of the handbook that can have questions open, and on which a finding can be accepted."""

    open: tuple[tuple[str, str], ...] = spec(
        Pairs(Text("label"), bare=True), EXPLANATORY, "Чего ещё не знаем: поле и вопрос о нём; строкой — вопрос обо всём. Вопросы соберёт cjm ask",
        "What is not known yet: a field and the question about it; as one line, about the whole. cjm ask gathers the questions",
        ('{within: "За сколько?"}', '{within: "Within what time?"}'), label=("Уточняется", "To be settled"),
    )  # fmt: skip
    accept: tuple[Acceptance, ...] = spec(
        Many(Record(Acceptance)), HOUSEKEEPING, "Принятые замечания с причиной и сроком", "Findings accepted, with reason and end date",
        ("[{rule: 201, reason: Ждём подъёмник, until: 2027-03-01}]", "[{rule: 201, reason: Waiting for the lift, until: 2027-03-01}]"),
    )  # fmt: skip

    def is_open(self, key: str) -> bool:
        """Whether the author has a question open about the field `key`, or about the whole."""
        return any(name in (key, "") for name, _ in self.open)

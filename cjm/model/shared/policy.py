"""Promises that the graphs must keep, as the consultant writes them."""

from cjm.language.says import Says
from cjm.model.fields import EXPLANATORY, NORMATIVE, Many, Name, OneOf, Pairs, Record, Ref, Text, Wait, Whole, spec
from cjm.model.frozen import frozen
from cjm.model.item import Item, Written
from cjm.model.kind import Kind

LINKS = ("standard", "script", "conflict", "question", "owner", "wait", "role", "pass_on", "answer", "alone", "follow_up")
_A_TOUCHPOINT = Ref(("touchpoint",))


@frozen
class EveryPath(Written):
    """Every way from one touchpoint to another passes through all of these."""

    start: str = spec(_A_TOUCHPOINT, NORMATIVE, "Откуда", "From where", "first-weeks/purchase", required=True, key="from")
    to: str = spec(_A_TOUCHPOINT, NORMATIVE, "Куда", "To where", "first-weeks/third-week", required=True)
    through: tuple[str, ...] = spec(Many(_A_TOUCHPOINT), NORMATIVE, "Через что", "Through what", "[rules-explained]", required=True)


@frozen
class Avoiding(Written):
    """What a way must do without."""

    role: tuple[str, ...] = spec(Many(Ref(("role",))), NORMATIVE, "Без этих ролей", "Without these roles", "[head-of-care]")
    touchpoint: tuple[str, ...] = spec(Many(_A_TOUCHPOINT), NORMATIVE, "Мимо этих точек", "Not by these touchpoints", "[escalate]")
    journey: tuple[str, ...] = spec(Many(Ref(("journey",))), NORMATIVE, "Не заходя в эти пути", "Not through these journeys", "[conflict]")


@frozen
class SomePath(Written):
    """There is a way to a touchpoint that does without something."""

    within: str = spec(Ref(("journey",)), NORMATIVE, "В каком пути", "In which journey", "conflict", key="in")
    start: str = spec(_A_TOUCHPOINT, NORMATIVE, "Откуда; без этого — от входов пути", "From where; else from the journey's entries", "first-call", key="from")
    to: str = spec(_A_TOUCHPOINT, NORMATIVE, "Куда", "To where", "resolved", required=True)
    avoiding: Avoiding | None = spec(Record(Avoiding), NORMATIVE, "Чего избегая", "What it avoids", "{role: head-of-care}")


@frozen
class LongestWait(Written):
    """The waits on the slowest way to a touchpoint add up to no more than this."""

    start: str = spec(_A_TOUCHPOINT, NORMATIVE, "Откуда; без этого — от входов пути", "From where; else from the journey's entries", "first-call", key="from")
    to: str = spec(_A_TOUCHPOINT, NORMATIVE, "До какой точки", "To which touchpoint", "first-visit/check-in", required=True)
    at_most: int | None = spec(Wait(), NORMATIVE, "Не дольше чем", "No longer than", ("30 мин", "30 min"), required=True)


@frozen
class AtMostSteps(Written):
    """The shortest way between two touchpoints takes no more steps than this."""

    start: str = spec(_A_TOUCHPOINT, NORMATIVE, "Откуда", "From where", "first-call", required=True, key="from")
    to: str = spec(_A_TOUCHPOINT, NORMATIVE, "Куда", "To where", "check-in", required=True)
    steps: int | None = spec(Whole(1, 999), NORMATIVE, "Сколько шагов", "How many steps", "6", required=True)


@frozen
class Every(Written):
    """Which items a policy speaks of: those whose fields have these values."""

    touchpoint: tuple[tuple[str, tuple[str, ...]], ...] = spec(Pairs(Many(Text("label"))), NORMATIVE, "Точки касания с такими полями", "Touchpoints with these fields", "{moment_of_truth: true}")
    section: tuple[tuple[str, tuple[str, ...]], ...] = spec(Pairs(Many(Text("label"))), NORMATIVE, "Разделы с такими полями", "Sections with these fields", "{channels: phone}")
    conflict: tuple[tuple[str, tuple[str, ...]], ...] = spec(Pairs(Many(Text("label"))), NORMATIVE, "Конфликты с такими полями", "Conflicts with these fields", "{}")


@frozen
class Policy(Item):
    """One promise about all the ways at once; exactly one of its forms is written."""

    id: str = spec(Name("policy"), NORMATIVE, "Имя обещания", "Id of the policy", "double-check", required=True)
    title: str = spec(Text("label"), EXPLANATORY, "Что обещано", "What is promised", ("Правила отмены проверены дважды", "The rules of cancelling are checked twice"), required=True)
    every_path: EveryPath | None = spec(Record(EveryPath), NORMATIVE, "Каждый путь от А до В проходит через Б", "Every path from A to C goes through B", "{from: …, to: …, through: […]}", shown=False)
    some_path: SomePath | None = spec(Record(SomePath), NORMATIVE, "Есть путь в обход чего-то", "A path exists that avoids something", "{in: conflict, to: resolved, avoiding: …}", shown=False)
    longest_wait: LongestWait | None = spec(Record(LongestWait), NORMATIVE, "Самое долгое ожидание до точки", "The longest wait to a touchpoint", ("{to: …, at_most: 30 мин}", "{to: …, at_most: 30 min}"), shown=False)
    at_most_steps: AtMostSteps | None = spec(Record(AtMostSteps), NORMATIVE, "Не больше стольких шагов", "At most so many steps", "{from: …, to: …, steps: 6}", shown=False)
    every: Every | None = spec(Record(Every), NORMATIVE, "Все такие точки, разделы, конфликты", "All such touchpoints, sections, conflicts", "{touchpoint: {moment_of_truth: true}}", shown=False)
    has: tuple[str, ...] = spec(Many(OneOf(LINKS)), NORMATIVE, "…имеют вот это", "…have these", "[standard, script, question]", shown=False)

    @property
    def forms(self) -> tuple[Written, ...]:
        """The forms that are written; a sound policy has exactly one."""
        forms = (self.every_path, self.some_path, self.longest_wait, self.at_most_steps, self.every)
        return tuple(form for form in forms if form is not None)


KIND = Kind(
    name="policy", item=Policy, says=Says("обещание о путях", "policy"), order=270,
    file="guideline/policies.yml", key="policies", holds=Says("Обещания о путях, которые проверяет программа", "Promises about the journeys that the program checks"),
    title=Says("Что проверяет программа", "What the program checks"), table="policies", searched=False,
)  # fmt: skip

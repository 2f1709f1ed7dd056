"""Plans of training: what somebody new reads and does, day by day, and with whom."""

from cjm.language.says import Says
from cjm.model.fields import EXPLANATORY, NORMATIVE, Many, Name, Record, Ref, Text, spec
from cjm.model.frozen import frozen
from cjm.model.item import Item, Written
from cjm.model.kind import Kind
from cjm.model.scope import Scope, for_values


@frozen
class PlanDay(Written):
    """One day of a plan: what is read before it, what is done in it, at whose side."""

    title: str = spec(Text("label", 64), EXPLANATORY, "Что за день", "What day it is", ("Первый день, стойка", "First day, the desk"), required=True, label=("День", "Day"))
    read: tuple[str, ...] = spec(Many(Ref(("section",))), NORMATIVE, "Какие разделы прочитать к этому дню", "The sections to read by this day", "[meeting, changing-room]", label=("Прочитать", "Read"))
    do: str = spec(Text("prose"), NORMATIVE, "Что сделать", "What to do", ("Встречайте гостей, слова смотрите в телефоне.", "Meet the guests, read the words on the phone."), label=("Сделать", "Do"))
    who: str = spec(Ref(("role",)), NORMATIVE, "Кто рядом", "Who is at one's side", "senior-administrator", label=("Рядом", "With"))


@frozen
class Plan(Item):
    """The first days of a role, in order."""

    id: str = spec(Name("plan"), NORMATIVE, "Имя плана", "Id of the plan", "first-days", required=True)
    title: str = spec(Text("label"), EXPLANATORY, "Название", "Title", ("Первые дни приёмщика", "First days of a receptionist"), required=True)
    roles: tuple[str, ...] = spec(Many(Ref(("role",))), NORMATIVE, "Для кого", "For whom", "administrator", required=True, label=("Для кого", "For"))
    days: tuple[PlanDay, ...] = spec(Many(Record(PlanDay)), NORMATIVE, "Дни по порядку", "Its days in order", "[{title: …, read: […], do: …}]", required=True, label=("По дням", "Day by day"))
    scope: Scope = for_values()


KIND = Kind(
    name="plan", item=Plan, says=Says("план обучения", "training plan"), order=242,
    file="guideline/training.yml", key="plans", holds=Says("Обучение: планы по дням и экзамены", "Training: plans by day, and exams"),
    asks=("days",), title=Says("План обучения", "Training plan"), lead=Says("Что прочитать и сделать в первые дни и кто рядом.", "What to read and do in the first days, and who is at your side."),
    address="plans.html#plan-{id}", chapter=True, table="plans",
)  # fmt: skip

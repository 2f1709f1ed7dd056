"""Roles: who does what and may decide what."""

from cjm.language.says import Says
from cjm.model.fields import EXPLANATORY, NORMATIVE, Many, Name, OneOf, Ref, Text, Whole, spec
from cjm.model.frozen import frozen
from cjm.model.item import Item
from cjm.model.kind import Kind

THE_CLIENT = ("client", Says("Клиент", "The client"))  # the one party that needs no declaration

_SORTS = ("role", "department", "client", "partner")
_SORTS_SAY = (Says("роль", "role"), Says("отдел", "department"), Says("клиент", "client"), Says("партнёр", "partner"))
_TO_US_SAY = (Says("наш заказчик", "our customer"), Says("наш исполнитель", "our supplier"))


@frozen
class Role(Item):
    """What somebody does and may decide, whoever is on duty; also a department, a partner, a client: who is who."""

    id: str = spec(Name("role"), NORMATIVE, "Имя роли", "Id of the role", "communicator", required=True)
    title: str = spec(Text("label", 32), NORMATIVE, "Как роль называется везде", "Its one name", ("Приёмщик", "Receptionist"), required=True, label=("Название", "Title"))
    kind: str = spec(
        OneOf(_SORTS, _SORTS_SAY), EXPLANATORY, "Кто это: role, department, client, partner; без этого — роль", "Who it is: role, department, client, partner; else a role",
        "department", label=("Кто это", "Who it is"),
    )  # fmt: skip
    part_of: str = spec(Ref(("role",)), EXPLANATORY, "В каком отделе", "The department it belongs to", "client-care", label=("Входит в", "Part of"))
    to_us: tuple[str, ...] = spec(
        Many(OneOf(("customer", "supplier"), _TO_US_SAY)), EXPLANATORY, "Кто он нам: customer — заказчик, supplier — исполнитель", "What it is to us: customer, supplier",
        "[customer, supplier]", label=("Для нас", "To us"),
    )  # fmt: skip
    summary: str = spec(Text("prose"), EXPLANATORY, "Что делает, одним предложением", "What it does, in one sentence", ("Отвечает клиентам.", "Answers customers."), label=("Что делает", "What it does"))
    tasks: tuple[str, ...] = spec(Many(Text("prose")), NORMATIVE, "Свои задачи", "Its own tasks", ("[Звонки]", "[Calls]"), label=("Задачи", "Tasks"))
    shared: tuple[str, ...] = spec(Many(Text("prose")), NORMATIVE, "Общие задачи с напарником", "Tasks shared with the colleague", ("[Анкеты]", "[Forms]"), label=("Вместе с напарником", "With the colleague"))
    decides: tuple[str, ...] = spec(Many(Text("prose")), NORMATIVE, "Что решает сама, с пределами", "What it decides alone, with limits", ("[Перенос — 2 раза в месяц]", "[Another day, twice a month]"), label=("Решает сам", "Decides alone"))
    substitutes: tuple[str, ...] = spec(Many(Ref(("role",))), NORMATIVE, "Кого может заменить", "For whom it can stand in", "[system]", label=("Кого заменяет", "Can stand in for"))
    contact: str = spec(Text("prose"), NORMATIVE, "Как и когда с ней связаться", "How and when it is reached", ("Звонок, до 22:00", "By phone, until 10 pm"), label=("Как связаться", "How to reach"))
    rank: int | None = spec(Whole(1, 99), NORMATIVE, "Ступень: чем больше, тем больше прав; вопрос передают не вниз", "Rank: the higher, the more it may decide; matters are not passed down", "2", shown=False)


KIND = Kind(
    name="role", item=Role, says=Says("роль", "role"), order=200,
    file="guideline/roles.yml", key="roles", holds=Says("Роли и полномочия", "Roles and their authority"),
    asks=("summary", "decides"), title=Says("Роли", "Roles"), address="roles/{id}.html", chapter=True, table="roles",
    unread=("substitutes",), searched=False,
)  # fmt: skip

"""Promises: what is promised to whom, and how it is measured."""

from cjm.language.says import Says
from cjm.model.fields import EXPLANATORY, NORMATIVE, Many, Name, Record, Ref, Text, Wait, spec
from cjm.model.frozen import frozen
from cjm.model.item import Item, Written
from cjm.model.kind import Kind
from cjm.model.shared.role import THE_CLIENT


@frozen
class PromisedWait(Written):
    """The part of a promise that the graph can keep or break."""

    start: str = spec(Ref(("touchpoint",)), NORMATIVE, "Откуда; без этого — от входов пути", "From where; else from the journey's entries", "first-call", key="from")
    to: str = spec(Ref(("touchpoint",)), NORMATIVE, "До какой точки", "To which touchpoint", "check-in", required=True, label=("Куда ведёт", "Leads to"))
    at_most: int | None = spec(Wait(), NORMATIVE, "Не дольше чем", "No longer than", ("1 мин", "1 min"), required=True, label=("Не больше", "At most"))



@frozen
class Promise(Item):
    """What a giver promises to a named customer, inside the company or outside, so that it can be measured."""

    id: str = spec(Name("promise"), NORMATIVE, "Имя обещания", "Id of the promise", "answer-at-once", required=True)
    giver: tuple[str, ...] = spec(Many(Ref(("role",))), NORMATIVE, "Кто обещает", "Who promises", "communicator", required=True, key="from", label=("Кто обещает", "Given by"))
    to: tuple[str, ...] = spec(
        Many(Ref(("role",), words=(THE_CLIENT,), free=True)), NORMATIVE, "Кому: роли, client — клиенту", "To whom: roles, client for the client", "client", required=True, label=("Кому", "To"))
    promise: str = spec(Text("prose"), NORMATIVE, "Что обещано", "What is promised", ("Никто не ждёт ответа дольше минуты.", "Nobody waits for an answer longer than a minute."), required=True, label=("Обещание", "Promise"))
    measure: str = spec(Text("prose"), NORMATIVE, "Как это измерить", "How it is measured", ("Доля звонков, принятых за минуту", "Share of calls answered within a minute"), label=("Как измеряем", "Measure"))
    index: str = spec(Ref(("index",)), NORMATIVE, "По какому показателю видно, что оно держится", "The index that shows whether it is kept", "fcr", label=("Показатель", "Index"))
    within: str = spec(Text("label", 40), NORMATIVE, "За какое время", "Within what time", ("2 рабочих дня", "2 working days"), label=("За какое время", "Within"))
    request: str = spec(Ref(("resource",)), NORMATIVE, "Чем об этом просят: форма, почта, чат", "By what one asks for it: a form, mail, a chat", "service-mail", label=("Как попросить", "How to ask"))
    section: tuple[str, ...] = spec(Many(Ref(("section",))), EXPLANATORY, "Где это выполняется", "Where it is kept", "incoming-call", label=("Где выполняется", "Kept in"))
    waits: PromisedWait | None = spec(Record(PromisedWait), NORMATIVE, "Ожидание, которое проверяется по картам", "The wait that is checked against the graphs", ("{to: …, at_most: 1 мин}", "{to: …, at_most: 1 min}"), shown=False)


KIND = Kind(
    name="promise", item=Promise, says=Says("обещание", "promise"), order=220, known_by="promise",
    file="guideline/promises.yml", key="promises", holds=Says("Обещания", "Promises"),
    asks=("measure",), title=Says("Обещания", "Promises"), lead=Says("Что мы обещаем, кому и как это измеряем.", "What we promise, to whom, and how it is measured." ),
    address="promises.html#promise-{id}", chapter=True, table="promises",
    unread=("from", "section"), searched=False,
)  # fmt: skip

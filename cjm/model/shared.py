"""What the sections share, each kind in a file of its own: roles, promises, client types, facts, words and terms."""

from dataclasses import dataclass

from cjm.model.fields import Many, Name, Pairs, Record, Ref, Text, Wait, Yes, spec
from cjm.model.item import Item, Written


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Role(Item):
    """What somebody does and may decide, whoever is on duty."""

    id: str = spec(Name("role"), "Имя роли", "Id of the role", "communicator", required=True)
    title: str = spec(Text("label", 32), "Как роль называется везде", "Its one name", "Коммуникатор", required=True)
    summary: str = spec(Text("prose"), "Чем занята, одним предложением", "What it does, in one sentence", "Отвечает клиентам.")
    tasks: tuple[str, ...] = spec(Many(Text("prose")), "Свои задачи", "Its own tasks", "[Звонки]")
    shared: tuple[str, ...] = spec(Many(Text("prose")), "Общие задачи с напарником", "Tasks shared with the colleague", "[Анкеты]")
    decides: tuple[str, ...] = spec(Many(Text("prose")), "Что решает сама, с пределами", "What it decides alone, with limits", "[Перенос — 2 раза в месяц]")
    substitutes: tuple[str, ...] = spec(Many(Ref(("role",))), "Кого может заменить", "For whom it can stand in", "[system]")
    contact: str = spec(Text("prose"), "Как и когда с ней связаться", "How and when it is reached", "Звонок, до 22:00")
    management: bool = spec(Yes(), "Это руководство", "Belongs to management", "true")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PromisedWait(Written):
    """The part of a promise that the graph can keep or break."""

    start: str = spec(Ref(("touchpoint",)), "Откуда; без этого — от входов пути", "From where; else from the journey's entries", "first-call", key="from")
    to: str = spec(Ref(("touchpoint",)), "До какой точки", "To which touchpoint", "check-in", required=True)
    at_most: int | None = spec(Wait(), "Не дольше чем", "No longer than", "1 мин", required=True)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Promise(Item):
    """What a giver promises to a named customer, inside the company or outside, so that it can be measured."""

    id: str = spec(Name("promise"), "Имя обещания", "Id of the promise", "answer-at-once", required=True)
    giver: tuple[str, ...] = spec(Many(Ref(("role",))), "Кто обещает", "Who promises", "communicator", required=True, key="from")
    to: str = spec(Text("label"), "Кому", "To whom", "Клиент", required=True)
    promise: str = spec(Text("prose"), "Что обещано", "What is promised", "Никто не ждёт ответа дольше минуты.", required=True)
    measure: str = spec(Text("prose"), "Как это измерить", "How it is measured", "Доля звонков, принятых за минуту", required=True)
    section: tuple[str, ...] = spec(Many(Ref(("section",))), "Где это выполняется", "Where it is kept", "incoming-call")
    waits: PromisedWait | None = spec(Record(PromisedWait), "Ожидание, которое проверяется по картам", "The wait that is checked against the graphs", "{to: …, at_most: 1 мин}")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ClientType(Item):
    """One way in which clients are; the same person may be another tomorrow."""

    id: str = spec(Name("client-type"), "Имя типа", "Id of the type", "anxious-mother", required=True)
    title: str = spec(Text("label"), "Прозвище", "Nickname", "Тревожная мама", required=True)
    portrait: str = spec(Text("prose"), "Портрет", "Portrait", "Записывает всё в блокнот.")
    where: str = spec(Text("prose"), "Где он, когда говорит", "Where he is when he talks", "За рулём")
    asks: tuple[str, ...] = spec(Many(Text("label")), "Что спрашивает", "What he asks", "[А если он заплачет?]")
    fights_for: str = spec(Text("prose"), "За что на самом деле борется", "What he is really fighting for", "За безопасность")
    responds_to: tuple[str, ...] = spec(Many(Text("prose")), "На что откликается", "What he responds well to", "[Цифры]")
    blocks: tuple[str, ...] = spec(Many(Text("prose")), "Что обрывает разговор", "What blocks the talk", "[«Не волнуйтесь»]")
    script: str = spec(Text("said"), "Лучшие слова", "The best words", "Давайте покажу, где вы будете стоять.")
    best_at: str = spec(Ref(("role", "person")), "У кого это лучше всех получается", "The colleague who is best at it", "communicator")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Fact(Item):
    """A value stated once and used in the text as `{{ id }}`, with the case forms its language needs."""

    id: str = spec(Name("fact"), "Имя факта", "Id of the fact", "trial-price", required=True)
    title: str = spec(Text("label"), "Что это", "What it is", "Цена пробного занятия", required=True)
    value: str = spec(Text("label"), "Значение", "Its value", "900 ₽", required=True)
    forms: tuple[tuple[str, str], ...] = spec(Pairs(Text("label")), "Формы: {{ id.gen }} возьмёт отсюда", "Forms, used as {{ id.gen }}", "{gen: двух часов}")

    def form(self, name: str) -> str | None:
        """The value in the form `name`, the plain value for an empty name, None for a form it does not have."""
        return dict(self.forms).get(name) if name else self.value


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Placeholder(Item):
    """A gap in a script, `<имя ребёнка>`, that whoever says it fills."""

    id: str = spec(Name("placeholder"), "Имя", "Id of the placeholder", "child-name", required=True)
    name: str = spec(Text("label"), "Как пишется в скриптах, без < >; для падежа — ещё одна, с вопросом: имя ребёнка (у кого)", "As written in scripts, without < >", "имя ребёнка", required=True)
    example: str = spec(Text("label"), "Пример", "An example", "Миша", required=True)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Term(Item):
    """A word that means one thing in this handbook."""

    id: str = spec(Name("term"), "Имя термина", "Id of the term", "moment-of-truth", required=True)
    term: str = spec(Text("label"), "Термин", "The term", "момент истины", required=True)
    forms: tuple[str, ...] = spec(Many(Text("label")), "Его формы в тексте", "Its forms in the text", "[момента истины]")
    means: str = spec(Text("prose"), "Что значит", "What it means", "Точка, где решается, останется ли клиент.", required=True)
    instead_of: tuple[str, ...] = spec(Many(Text("label")), "Слова, которых вместо него не пишут", "Words not used in its place", "[ключевая точка]", key="not")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Words(Item):
    """A phrase that is not said to clients, and what is said instead."""

    id: str = spec(Name("words"), "Имя", "Id of the phrase", "not-mine", required=True)
    say: str = spec(Text("label"), "Чего не говорим", "What is not said", "это не ко мне", required=True)
    instead: str = spec(Text("label"), "Что говорим вместо этого", "What is said instead", "Сейчас узнаю и перезвоню", required=True)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Probe(Item):
    """A query that must bring its section into the first three results."""

    query: str = spec(Text("label"), "Что набирают в поиске", "What is typed", "списали за пропуск", required=True)
    section: str = spec(Ref(("section",)), "Какой раздел должен найтись", "The section it must find", "balance", required=True)

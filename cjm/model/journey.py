"""The client's way: journeys made of stages, stages made of touchpoints, touchpoints joined by edges."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from cjm.model.fields import Many, Name, OneOf, Record, Ref, Text, Wait, Whole, Yes, spec
from cjm.model.item import Item

OTHERWISE = ("иначе", "otherwise")  # what a condition says when its branch takes all the rest


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Edge(Item):
    """A way out of a touchpoint, with the condition under which the client takes it."""

    to: str = spec(
        Ref(("touchpoint",)), "Куда ведёт: точка касания, в другом пути — путь/точка",
        "Where it leads: a touchpoint, in another journey journey/touchpoint", "booking", required=True,
    )  # fmt: skip
    when: str = spec(Text("label", 22), "При каком условии", "On which condition", "есть место")
    otherwise: bool = spec(Yes(), "Ветвь для всех остальных случаев", "Takes all the cases that no other takes", "true")
    back: bool = spec(Yes(), "Возврат к более раннему", "A way back to something earlier", "true")
    at_most: int | None = spec(
        Whole(1, 99), "Сколько раз возврат может повториться", "How often the way back can repeat", "2"
    )

    @property
    def is_otherwise(self) -> bool:
        """Whether this branch takes all that the others leave."""
        return self.otherwise or self.when.strip().lower() in OTHERWISE


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Touchpoint(Item):
    """A point where the client meets the company, in person or through one of its products."""

    id: str = spec(Name("touchpoint"), "Имя точки касания", "Id of the touchpoint", "first-call", required=True)
    title: str = spec(Text("label", 32), "Название на карточке", "Title on its card", "Первый разговор", required=True)
    client: str = spec(
        Text("label", 60), "Что клиент делает, видит или слышит", "What the client does, sees or hears", "Звонит с дороги"
    )
    contact: Literal["person", "product"] | None = spec(
        OneOf(("person", "product")), "Кто встречает клиента: человек или продукт (сайт, бот, табличка)",
        "Who meets the client: a person or a product (site, bot, sign)", "person", required=True,
    )  # fmt: skip
    channel: str = spec(Ref(("channel",)), "Канал", "Channel", "phone", required=True)
    role: str = spec(Ref(("role",)), "Кто отвечает клиенту", "The role that answers", "communicator")
    backstage: str = spec(
        Text("prose", 60), "Что происходит за кадром", "What happens behind the line of visibility", "Карточка в CRM"
    )
    wait: int | None = spec(Wait(), "Самое долгое ожидание клиента", "The longest the client waits", "15 мин")
    meanwhile: str = spec(
        Text("label"), "Что клиент видит или знает, пока ждёт", "What the client sees or knows while he waits",
        "Видит, когда перезвонят",
    )  # fmt: skip
    emotion: int | None = spec(
        Whole(-2, 2), "Что клиент чувствует: от −2 до +2", "What the client feels, from −2 to +2", "1"
    )
    pains: tuple[str, ...] = spec(
        Many(Text("label", 60)), "Известные боли в этой точке", "Pains known at this point", "[Вечером ответа ждут до утра]"
    )
    moment_of_truth: bool = spec(
        Yes(), "Момент истины: здесь решается, останется ли клиент", "Moment of truth: here it is decided whether he stays",
        "true",
    )  # fmt: skip
    standard: tuple[str, ...] = spec(
        Many(Ref(("section",))), "Раздел или разделы со стандартом", "The section or sections with its standard",
        "incoming-call",
    )  # fmt: skip
    entry: bool = spec(Yes(), "Здесь клиент может начать путь", "A client may begin the journey here", "true")
    outcome: str = spec(Text("label", 60), "Чем путь здесь кончается", "How the journey ends here", "Ушёл с анкетой")
    next: tuple[Edge, ...] = spec(
        Many(Record(Edge, short="to")), "Куда дальше; без этого — к следующей точке в файле",
        "Where it goes on; without it, to the touchpoint below", "[{to: booking, when: есть место}]",
    )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Stage(Item):
    """A leg of the journey: a column of the map."""

    id: str = spec(Name("stage"), "Имя этапа", "Id of the stage", "request", required=True, key="stage")
    title: str = spec(Text("label", 24), "Название этапа", "Title of the stage", "Обращение", required=True)
    touchpoints: tuple[Touchpoint, ...] = spec(
        Many(Record(Touchpoint)), "Точки касания по порядку", "Its touchpoints in order", "[…]"
    )


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Journey(Item):
    """The way of one kind of client, from an entry to an outcome. One file of `touchpoints/`."""

    id: str = spec(Name("journey"), "Имя пути, как у файла", "Id of the journey, as its file", "first-visit", required=True, key="journey")
    title: str = spec(Text("label", 48), "Название пути", "Title of the journey", "Первое посещение", required=True)
    was: tuple[str, ...] = spec(Many(Text("label")), "Прежние имена: старые ссылки ведут сюда; пишет cjm rename", "Earlier ids: old links lead here; written by cjm rename", "[first-class]")
    client: str = spec(Text("label"), "Чей это путь", "Whose way it is", "Родитель, который впервые ведёт ребёнка")
    purpose: str = spec(Text("prose"), "Ради чего этот путь", "What the journey is for", "От вопроса до решения")
    enter: Literal["anywhere"] | None = spec(
        OneOf(("anywhere",)), "anywhere: сюда попадают из любой точки и возвращаются в неё (конфликт)",
        "anywhere: one comes from any touchpoint and returns to it (conflict)", "anywhere",
    )  # fmt: skip
    stages: tuple[Stage, ...] = spec(Many(Record(Stage)), "Этапы по порядку", "Its stages in order", "[…]", required=True)

    @property
    def touchpoints(self) -> tuple[Touchpoint, ...]:
        """All touchpoints, stage by stage, in the order written."""
        return tuple(touchpoint for stage in self.stages for touchpoint in stage.touchpoints)

    def with_touchpoints(self, made: Callable[[Touchpoint], Touchpoint]) -> "Journey":
        """The journey with each touchpoint as `made` makes it."""
        stages = (replace(stage, touchpoints=tuple(made(one) for one in stage.touchpoints)) for stage in self.stages)
        return replace(self, stages=tuple(stages))

    @property
    def interrupts(self) -> bool:
        """Whether clients come here from any touchpoint and go back to it."""
        return self.enter == "anywhere"

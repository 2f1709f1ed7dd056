"""The client's way: journeys made of stages, stages made of touchpoints, touchpoints joined by edges."""

from collections.abc import Callable
from dataclasses import replace
from typing import ClassVar, Literal

from cjm.language.says import Says
from cjm.model.fields import (
    EXPLANATORY,
    HOUSEKEEPING,
    NORMATIVE,
    Many,
    Name,
    OneOf,
    Record,
    Ref,
    Text,
    Wait,
    Whole,
    Yes,
    spec,
)
from cjm.model.frozen import frozen
from cjm.model.item import Item, Written
from cjm.model.kind import Kind
from cjm.model.scope import Scope, for_values

OTHERWISE = ("иначе", "otherwise")  # what a condition says when its branch takes all the rest


@frozen
class Edge(Item):
    """A way out of a touchpoint, with the condition under which the client takes it."""

    to: str = spec(
        Ref(("touchpoint",)), NORMATIVE, "Куда ведёт: точка касания, в другом пути — путь/точка",
        "Where it leads: a touchpoint, in another journey journey/touchpoint", "booking", required=True, label=("Куда ведёт", "Leads to"),
    )  # fmt: skip
    when: str = spec(Text("label", 28), NORMATIVE, "При каком условии", "On which condition", ("есть место", "there is room"), label=("Условие", "Condition"))
    otherwise: bool = spec(Yes(), NORMATIVE, "Ветвь для всех остальных случаев", "Takes all the cases that no other takes", "true", label=("Во всех остальных случаях", "Otherwise"))
    back: bool = spec(Yes(), NORMATIVE, "Возврат к более раннему", "A way back to something earlier", "true", label=("Возврат", "Way back"))
    at_most: int | None = spec(
        Whole(1, 99), NORMATIVE, "Сколько раз возврат может повториться", "How often the way back can repeat", "2", label=("Не больше", "At most"))
    scope: Scope = for_values()

    @property
    def is_otherwise(self) -> bool:
        """Whether this branch takes all that the others leave."""
        return self.otherwise or self.when.strip().lower() in OTHERWISE


@frozen
class Pain(Written):
    """What troubles clients at a touchpoint, how often it was seen and where that is known from."""

    BARE: ClassVar[str] = "pain"  # written alone it is a text, in a record of approval as in the file

    pain: str = spec(Text("label", 60), EXPLANATORY, "Что мешает", "What troubles them", ("Никто не берёт трубку", "Nobody picks up the phone"), required=True, label=("Боль", "Pain"))
    seen: int | None = spec(Whole(1, 999_999), EXPLANATORY, "Сколько раз встретилось", "How often it was seen", "14", label=("Встретилось", "Seen"))
    known_from: str = spec(Text("label"), EXPLANATORY, "Откуда известно", "Where that is known from", ("отзывы, осень 2026", "reviews, autumn 2026"), key="source", label=("Откуда известно", "Known from"))


@frozen
class Touchpoint(Item):
    """A point where the client meets the company, in person or through one of its products."""

    id: str = spec(Name("touchpoint"), NORMATIVE, "Имя точки касания", "Id of the touchpoint", "first-call", required=True)
    title: str = spec(Text("label", 32), EXPLANATORY, "Название на карточке", "Title on its card", ("Первый разговор", "First talk"), required=True, label=("Название", "Title"))
    client: str = spec(
        Text("label", 60), EXPLANATORY, "Что клиент делает, видит или слышит", "What the client does, sees or hears", ("Звонит с дороги", "Rings from the road"), label=("Что делает клиент", "What the client does"))
    contact: Literal["person", "product"] | None = spec(
        OneOf(("person", "product")), NORMATIVE, "Кто встречает клиента: человек или продукт (сайт, бот, табличка)",
        "Who meets the client: a person or a product (site, bot, sign)", "person", required=True, label=("Кто встречает", "Who meets the client"),
    )  # fmt: skip
    channel: str = spec(Ref(("channel",)), NORMATIVE, "Канал", "Channel", "phone", required=True)
    role: str = spec(Ref(("role",)), NORMATIVE, "Кто отвечает клиенту", "The role that answers", "communicator", label=("Кто отвечает", "Who answers"))
    backstage: str = spec(
        Text("prose", 60), EXPLANATORY, "Что происходит за кадром", "What happens behind the line of visibility", ("Карточка в CRM", "A card in the CRM"), label=("За кадром", "Backstage"))
    wait: int | str | None = spec(Wait(fact=True), NORMATIVE, "Самое долгое ожидание клиента", "The longest the client waits", ("15 мин", "15 min"), label=("Ждёт не дольше", "Waits at most"))
    meanwhile: str = spec(
        Text("label"), EXPLANATORY, "Что клиент видит или знает, пока ждёт", "What the client sees or knows while he waits",
        ("Видит, когда перезвонят", "Sees when we ring back"), label=("Что видит, пока ждёт", "What is seen meanwhile"),
    )  # fmt: skip
    emotion: int | None = spec(
        Whole(-2, 2), EXPLANATORY, "Что клиент чувствует: от −2 до +2", "What the client feels, from −2 to +2", "1", label=("Что чувствует", "Feeling"))
    pains: tuple[Pain, ...] = spec(
        Many(Record(Pain, short="pain")), EXPLANATORY, "Известные боли в этой точке", "Pains known at this point", ("[Вечером ответа ждут до утра]", "[An evening question waits until morning]"), label=("Боли", "Pains"))
    moment_of_truth: bool = spec(
        Yes(), EXPLANATORY, "Момент истины: здесь решается, останется ли клиент", "Moment of truth: here it is decided whether he stays",
        "true", label=("Момент истины", "Moment of truth"),
    )  # fmt: skip
    standard: tuple[str, ...] = spec(
        Many(Ref(("section", "resource"))), NORMATIVE, "Раздел или разделы со стандартом; resource:имя — стандарт лежит не здесь", "The section or sections with its standard; resource:id where it lives elsewhere",
        "incoming-call", label=("Стандарт", "Standard"),
    )  # fmt: skip
    entry: bool = spec(Yes(), NORMATIVE, "Здесь клиент может начать путь", "A client may begin the journey here", "true", label=("Вход", "Entry"))
    outcome: str = spec(Text("label", 60), NORMATIVE, "Чем путь здесь кончается", "How the journey ends here", ("Ушёл с анкетой", "Left with a form"), label=("Исход", "Outcome"))
    next: tuple[Edge, ...] = spec(
        Many(Record(Edge, short="to")), NORMATIVE, "Куда дальше; без этого — к следующей точке в файле",
        "Where it goes on; without it, to the touchpoint below", ("[{to: booking, when: есть место}]", "[{to: booking, when: there is room}]"),
    )  # fmt: skip
    scope: Scope = for_values()
    stops: bool = False  # of a cut: it had ways on, and none of them holds there


@frozen
class Stage(Item):
    """A leg of the journey: a column of the map."""

    id: str = spec(Name("stage"), NORMATIVE, "Имя этапа", "Id of the stage", "request", required=True, key="stage")
    title: str = spec(Text("label", 24), EXPLANATORY, "Название этапа", "Title of the stage", ("Обращение", "First contact"), required=True, label=("Название", "Title"))
    touchpoints: tuple[Touchpoint, ...] = spec(
        Many(Record(Touchpoint)), NORMATIVE, "Точки касания по порядку", "Its touchpoints in order", "[…]"
    )


@frozen
class Journey(Item):
    """The way of one kind of client, from an entry to an outcome. One file of `touchpoints/`."""

    id: str = spec(Name("journey"), NORMATIVE, "Имя пути, как у файла", "Id of the journey, as its file", "first-visit", required=True, key="journey")
    title: str = spec(Text("label", 48), EXPLANATORY, "Название пути", "Title of the journey", ("Первое посещение", "First visit"), required=True, label=("Название", "Title"))
    was: tuple[str, ...] = spec(Many(Text("label")), HOUSEKEEPING, "Прежние имена: старые ссылки ведут сюда; пишет cjm rename", "Earlier ids: old links lead here; written by cjm rename", "[first-class]", shown=False)
    client: str = spec(Text("label"), EXPLANATORY, "Чей это путь", "Whose way it is", ("Тот, кто пришёл впервые", "Somebody who comes for the first time"), label=("Что делает клиент", "What the client does"))
    purpose: str = spec(Text("prose"), EXPLANATORY, "Ради чего этот путь", "What the journey is for", ("От вопроса до решения", "From the question to the decision"), label=("Для чего", "Purpose"))
    enter: Literal["anywhere"] | None = spec(
        OneOf(("anywhere",)), NORMATIVE, "anywhere: сюда попадают из любой точки и возвращаются в неё (конфликт)",
        "anywhere: one comes from any touchpoint and returns to it (conflict)", "anywhere",
    )  # fmt: skip
    stages: tuple[Stage, ...] = spec(Many(Record(Stage)), NORMATIVE, "Этапы по порядку", "Its stages in order", "[…]", required=True)
    scope: Scope = for_values()

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


KINDS = (
    Kind(
        name="journey", item=Journey, says=Says("путь", "journey"), order=160, within="touchpoint", asks=("client", "purpose"),
        file="touchpoints/*.yml", attribute="journeys", holds=Says("Путь клиента: граф точек касания", "A journey: a graph of touchpoints"),
        title=Says("Пути клиента", "Journeys"), address="journeys/{id}.html",
    ),
    Kind(name="stage", item=Stage, says=Says("этап", "stage"), order=170, inside="journey", attribute="stages", local=True),
    Kind(name="touchpoint", item=Touchpoint, says=Says("точка касания", "touchpoint"), order=180, inside="stage", attribute="touchpoints", asks=("role", "standard", "next"),
        unread=("contact", "backstage", "wait", "meanwhile", "emotion", "pains", "moment_of_truth", "entry", "outcome", "next"), address="journeys/{holder}.html#touchpoint-{id}"),
)  # fmt: skip

"""Improvements: what troubles clients, why, what is done about it, by whom, and whether it helped."""

import datetime as dt
from typing import Literal

from cjm.language.says import Says
from cjm.model.fields import (
    EXPLANATORY,
    Day,
    Many,
    Name,
    OneOf,
    Record,
    Ref,
    Text,
    Wait,
    Yes,
    spec,
)
from cjm.model.frozen import frozen
from cjm.model.item import Item, Written
from cjm.model.kind import Kind

_STATES = ("idea", "doing", "live", "done", "dropped")
_STATES_SAY = (
    Says("предложено", "proposed"), Says("делаем", "in work"), Says("работает, следим", "live, being watched"), Says("готово", "done"),
    Says("отказались", "dropped"),
)  # fmt: skip
_RESULTS = ("helped", "did-not", "unclear")
_RESULTS_SAY = (Says("помогло", "helped"), Says("не помогло", "did not help"), Says("неясно", "unclear"))


@frozen
class Measure(Written):
    """What is counted before and after, declared before the change."""

    count: str = spec(Text("label"), EXPLANATORY, "Что считаем: показатель или тема жалоб", "What is counted: an index or a topic of complaints", ("жалобы на ожидание", "complaints about waiting"), required=True, label=("Что считаем", "Counted"))
    before: int | None = spec(Wait(), EXPLANATORY, "За какой срок до", "Over what time before", ("90 дней", "90 days"), label=("Срок до", "Before"))
    after: int | None = spec(Wait(), EXPLANATORY, "За какой срок после", "Over what time after", ("90 дней", "90 days"), label=("Срок после", "After"))


@frozen
class Improvement(Item):
    """A trouble of clients on its way to being mended."""

    id: str = spec(Name("improvement", of="problem"), EXPLANATORY, "Имя улучшения; без него — из проблемы", "Id of the improvement; else from its problem", "warm-shower")
    problem: str = spec(Text("label"), EXPLANATORY, "Что мешает клиентам", "What troubles clients", ("Никто не берёт трубку", "Nobody picks up the phone"), required=True, label=("Проблема", "Problem"))
    title: str = spec(Text("label"), EXPLANATORY, "Как назвать", "What to call it", ("Ответ за минуту", "An answer within a minute"), label=("Название", "Title"))
    cause: str = spec(Text("prose"), EXPLANATORY, "Почему так", "Why it is so", ("Один телефон на двоих.", "One phone for two people."), label=("Причина", "Cause"))
    touchpoint: tuple[str, ...] = spec(Many(Ref(("touchpoint",))), EXPLANATORY, "В каких точках касания", "At which touchpoints", "first-visit/after-class", label=("Точки касания", "Touchpoints"))
    section: tuple[str, ...] = spec(Many(Ref(("section",))), EXPLANATORY, "Какие разделы это меняет", "The sections that it changes", "changing-room", label=("Разделы", "Sections"))
    actions: tuple[str, ...] = spec(Many(Text("prose")), EXPLANATORY, "Что делаем", "What is done", ("[второй телефон]", "[a second phone]"), label=("Что делаем", "Actions"))
    owner: str = spec(Ref(("person", "role")), EXPLANATORY, "Кто отвечает", "Who is responsible", "senior-administrator", label=("Отвечает", "Owner"))
    idea_by: str = spec(Ref(("role", "person")), EXPLANATORY, "Кто предложил", "Who proposed it", "administrator", label=("Предложил", "Proposed by"))
    state: Literal["idea", "doing", "live", "done", "dropped"] | None = spec(
        OneOf(_STATES, _STATES_SAY), EXPLANATORY, "Как идут дела: idea, doing, live, done, dropped", "How it stands: idea, doing, live, done, dropped", "doing", required=True, label=("Как идут дела", "State"))
    since: dt.date | None = spec(Day(), EXPLANATORY, "С какого дня", "Since which day", "2026-10-01", label=("Действует с", "Since"))
    measure: Measure | None = spec(Record(Measure), EXPLANATORY, "Что должно измениться", "What is to change", ("{count: жалобы на ожидание}", "{count: complaints about waiting}"), label=("Как измеряем", "Measure"))
    result: Literal["helped", "did-not", "unclear"] | None = spec(
        OneOf(_RESULTS, _RESULTS_SAY), EXPLANATORY, "Чем кончилось: helped, did-not, unclear", "What came of it: helped, did-not, unclear", "helped", label=("Итог", "Result"))
    effect: str = spec(Text("prose"), EXPLANATORY, "Что стало иначе", "What has become different", ("Жалоб за квартал две вместо девяти.", "Two complaints a quarter instead of nine."), label=("Что стало иначе", "Effect"))
    quote: str = spec(Text("label"), EXPLANATORY, "Слова клиента", "A client's words", ("Наконец-то дозвонился!", "At last somebody answers!"), label=("Слова клиента", "Client's words"), shown="may")
    may: bool = spec(Yes(), EXPLANATORY, "Клиент разрешил показать его слова", "The client allowed his words to be shown", "true")
    thanks: str = spec(Text("said"), EXPLANATORY, "Что сказать тем, кто об этом просил; без него — из проблемы и действий", "What to say to those who asked; else made of problem and actions", ("Вы просили — теперь берём трубку за минуту. Спасибо, что сказали!", "You asked, and now we pick up within a minute. Thank you for telling us!"), label=("Спасибо тем, кто просил", "Thanks to those who asked"))


KIND = Kind(
    name="improvement", item=Improvement, says=Says("улучшение", "improvement"), order=237, known_by="problem",
    file="guideline/improvements.yml", key="improvements", holds=Says("Улучшения: проблема, причина, действия, итог", "Improvements: problem, cause, actions, result"),
    asks=("cause", "measure"), title=Says("Улучшения", "Improvements"), lead=Says("Что мешает клиентам, что мы с этим делаем и помогло ли.", "What troubles clients, what we do about it, and whether it helped."),
    address="improvements.html#improvement-{id}", chapter=True, table="improvements",
)  # fmt: skip

"""What the fields and pieces of a handbook are called when one tells of their changes."""

from collections.abc import Mapping
from dataclasses import dataclass

from cjm.language.says import Says
from cjm.model import Handbook, Item, Section, Touchpoint

LABELS: Mapping[str, Says] = {
    "title": Says("название", "title"), "short": Says("короткое название", "short title"), "client": Says("что делает клиент", "what the client does"),
    "contact": Says("кто встречает", "who meets the client"), "channel": Says("канал", "channel"), "channels": Says("каналы", "channels"),
    "role": Says("кто отвечает", "who answers"), "backstage": Says("за кадром", "backstage"), "wait": Says("ожидание", "wait"),
    "meanwhile": Says("что видит, пока ждёт", "what is seen meanwhile"), "emotion": Says("что чувствует", "feeling"), "pains": Says("боли", "pains"),
    "moment_of_truth": Says("момент истины", "moment of truth"), "standard": Says("стандарт", "standard"), "entry": Says("вход", "entry"),
    "outcome": Says("исход", "outcome"), "to": Says("куда ведёт", "leads to"), "when": Says("условие", "condition"), "otherwise": Says("во всех остальных случаях", "otherwise"),
    "back": Says("возврат", "way back"), "at_most": Says("не больше", "at most"), "purpose": Says("для чего", "purpose"), "trigger": Says("когда начинается", "when it begins"),
    "performer": Says("кто выполняет", "who performs it"), "result": Says("готово, когда", "done when"), "owner": Says("ответственный", "owner"),
    "reviewed": Says("пересмотрен", "reviewed"), "review_every": Says("срок пересмотра", "review interval"), "who": Says("кто делает", "who acts"),
    "do": Says("что сделать", "what to do"), "how": Says("подробности", "details"), "say": Says("что сказать", "what to say"), "write": Says("что написать", "what to write"),
    "script": Says("скрипт", "script"), "within": Says("за какое время", "within"), "done_when": Says("шаг сделан, когда", "step done when"), "says": Says("слова клиента", "the client's words"),
    "why": Says("почему он так говорит", "why he says it"), "answer": Says("что ответить", "what to answer"), "alone": Says("решает сам(а)", "decides alone"),
    "pass_on": Says("кому передать", "passed on to"), "follow_up": Says("потом", "afterwards"), "instead": Says("что вместо этого", "instead"), "ask": Says("вопрос", "question"),
    "text": Says("текст", "text"), "right": Says("верный", "right"), "because": Says("почему", "because"), "look_for": Says("как это ищут", "how it is looked for"),
    "summary": Says("чем занята", "what it does"), "tasks": Says("задачи", "tasks"), "shared": Says("общие задачи", "shared tasks"), "decides": Says("решает сама", "decides alone"),
    "substitutes": Says("кого заменяет", "stands in for"), "value": Says("значение", "value"), "forms": Says("формы", "forms"), "promise": Says("обещание", "promise"),
    "measure": Says("чем измеряется", "how it is measured"), "means": Says("что значит", "what it means"), "status": Says("состояние", "state"), "origin": Says("откуда", "origin"),
    "general": Says("общий раздел", "general section"), "people": Says("люди", "people"), "place": Says("место в гайдлайне", "place in the handbook"),
    "stage": Says("этап", "stage"), "yes": Says("да", "yes"), "approves": Says("может утверждать", "may approve"), "name": Says("имя", "name"),
}  # fmt: skip

# What a piece is called, and the field by which one knows it.
NAMED: Mapping[str, tuple[Says, str]] = {
    "Step": (Says("шаг", "step"), "do"), "Script": (Says("скрипт", "script"), "title"), "Conflict": (Says("конфликт", "conflict"), "says"),
    "Question": (Says("вопрос", "question"), "ask"), "Never": (Says("запрет", "never"), "instead"), "Option": (Says("вариант", "option"), "text"),
    "Variant": (Says("слова для", "words for"), "channel"), "Edge": (Says("путь к", "way to"), "to"), "Choice": (Says("развилка к", "choice to"), "to"),
    "Detail": (Says("справка", "reference"), "title"), "Stage": (Says("этап", "stage"), "title"), "Person": (Says("человек", "person"), "name"),
    "Channel": (Says("канал", "channel"), "title"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a thing stands: in which group (by id), and the titles from the outside in."""

    group: tuple[str, ...]
    titles: tuple[str, ...]


def place_of(item: Item, handbook: Handbook) -> Spot:
    """The part and number of a section, the journey and stage of a touchpoint."""
    if isinstance(item, Section):
        part, number = handbook.part_of.get(item.id), handbook.number.get(item.id)
        return Spot((part.id if part else "",), (*((part.title,) if part else ()), *((str(number),) if number else ())))
    if isinstance(item, Touchpoint):
        journey = handbook.journey_of[item.id]
        stage = next(stage for stage in journey.stages if item in stage.touchpoints)
        return Spot((journey.id, stage.id), (journey.title, stage.title))
    return Spot((), ())

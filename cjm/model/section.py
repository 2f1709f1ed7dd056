"""One service standard: what to do, what to say, what one may decide alone, when to pass on, how to learn it."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from cjm.model.fields import Day, Either, Many, Name, OneOf, Record, Ref, Text, Wait, Yes, spec
from cjm.model.item import Item, Written

SHOWS = ("roles", "promises", "client-types", "facts", "channels", "glossary", "conflicts", "policies", "words")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Choice(Written):
    """A branch inside a standard: under which condition which step comes next."""

    to: str = spec(
        Ref(("step", "section")), "Шаг этого раздела, section:имя или section:имя/шаг", "A step of this section, section:id or section:id/step",
        "offer", required=True,
    )  # fmt: skip
    when: str = spec(Text("label", 80), "При каком условии", "On which condition", "иначе", required=True)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Step(Item):
    """One action: who does what, says what, within what time, and how one sees that it is done."""

    id: str = spec(Name("step"), "Имя шага: на него ссылаются", "Id of the step: links lead to it", "offer-time")
    who: str = spec(Ref(("role",)), "Кто делает, если не исполнитель раздела", "Who acts, if not the performer", "system")
    do: str = spec(
        Text("prose"), "Что сделать; первое предложение станет заголовком карточки",
        "What to do; the first sentence becomes the heading of the card", "Предложите два ближайших времени.", required=True,
    )  # fmt: skip
    how: str = spec(Text("prose"), "Подробности: список или таблица", "Details: a list or a table", "")
    say: str = spec(Text("said"), "Что сказать", "What to say", "<Имя клиента>, конечно, перенесём.")
    write: str = spec(Text("said"), "Что написать", "What to write", "Записали: <день и время>.")
    script: str = spec(Ref(("script",)), "Скрипт этого раздела вместо слов", "A script of this section instead of words", "evening-message")
    within: str = spec(Text("label", 40), "За какое время или к какому моменту", "Within what time or by when", "2 мин")
    when: str = spec(Text("label", 80), "При каком условии шаг нужен", "On which condition the step applies", "мест нет")
    done_when: str = spec(Text("prose"), "По чему видно, что шаг сделан", "How one sees that it is done", "Запись видна в расписании.")
    next: tuple[Choice, ...] = spec(
        Many(Record(Choice, short="to")), "Развилка: условие и шаг", "A choice: condition and step",
        "[{when: мест нет, to: waiting-list}]",
    )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Variant(Written):
    """The words of a script for certain channels."""

    channel: tuple[str, ...] = spec(Many(Ref(("channel",))), "Для каких каналов", "For which channels", "messenger")
    text: str = spec(Text("said"), "Слова", "The words", "Добрый день, <имя клиента>! …", required=True)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Script(Item):
    """Words ready to use, in one variant per channel."""

    id: str = spec(Name("script"), "Имя скрипта", "Id of the script", "evening-message", required=True)
    title: str = spec(Text("label"), "Название", "Title", "Сообщение накануне", required=True)
    variants: tuple[Variant, ...] = spec(
        Many(Record(Variant, short="text")), "Слова для каждого канала", "The words for each channel",
        "[{channel: messenger, text: …}]", required=True,
    )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PassOn(Written):
    """To whom a matter goes when one's own authority ends: who, when, by which contact, within what time."""

    to: str = spec(Ref(("role",)), "Кому передать", "To which role", "senior-administrator", required=True)
    when: str = spec(Text("prose"), "Когда передать", "When it is passed on", "второй раз за месяц")
    how: str = spec(Text("prose"), "Каким способом", "By which contact", "звонком")
    within: str = spec(Text("label", 40), "За какое время", "Within what time", "10 мин")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Conflict(Item):
    """A sentence that clients say in anger, why they say it, and the ladder of answers."""

    id: str = spec(Name("conflict"), "Имя конфликта", "Id of the conflict", "charged-though-ill", required=True)
    says: str = spec(Text("label"), "Что говорит клиент, его словами", "What the client says, in his words", "Почему списали?", required=True)
    why: str = spec(Text("prose"), "Почему он так говорит", "Why he says it", "Обидно платить за то, чего не было.")
    answer: str = spec(Text("said"), "Что ответить", "What to answer", "Понимаю. Давайте исправим: …")
    alone: tuple[str, ...] = spec(
        Many(Text("prose")), "Что можно решить самому, с пределами в числах", "What one may decide alone, limits in numbers",
        "Вернуть урок по справке — всегда.",
    )  # fmt: skip
    pass_on: PassOn | None = spec(Record(PassOn), "Кому, когда и как передать", "To whom, when and how to pass it on", "{to: senior-administrator, …}")
    follow_up: str = spec(Text("prose"), "Что сделать потом", "What to do afterwards", "Через неделю спросите, всё ли в порядке.")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Never(Item):
    """What is never said or done, and what is instead."""

    say: str = spec(Text("label"), "Чего не говорят", "What is not said", "Надо было читать договор")
    do: str = spec(Text("prose"), "Чего не делают", "What is not done", "Обещать перенос, не открыв расписание")
    instead: str = spec(Text("prose"), "Что вместо этого", "What instead", "Покажу, где записано правило", required=True)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Option(Written):
    """One answer to a question, with the reason why it is right or wrong."""

    text: str = spec(Text("label"), "Вариант ответа", "The answer", "Предложу другое время", required=True)
    right: bool = spec(Yes(), "Верный ли", "Whether it is right", "true")
    because: str = spec(Text("prose"), "Почему верно или неверно", "Why it is right or wrong", "Правило названо.")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Question(Item):
    """A question by which one tests oneself (practice) or is tested (exam)."""

    id: str = spec(Name("question"), "Имя вопроса", "Id of the question", "three-hours-left", required=True)
    ask: str = spec(Text("prose"), "Вопрос", "The question", "До урока три часа. Что вы сделаете?", required=True)
    use: Literal["practice", "exam"] | None = spec(
        OneOf(("practice", "exam")), "Для тренировки или экзамена", "For practice or for the exam", "practice", required=True
    )
    options: tuple[Option, ...] = spec(Many(Record(Option)), "Варианты", "The options", "[…]", required=True)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Detail(Item):
    """Reference matter of a standard: a table or a list that one looks things up in."""

    id: str = spec(Name("detail"), "Имя блока", "Id of the block", "limits", required=True)
    title: str = spec(Text("label"), "Заголовок", "Heading", "Сроки в одной таблице", required=True)
    text: str = spec(Text("prose"), "Содержание", "Content", "| … |", required=True)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Change(Written):
    """What was changed, on whose idea, and what it does to complaints."""

    date: dt.date | None = spec(Day(), "Когда", "When", "2026-11-02", required=True)
    what: str = spec(Text("prose"), "Что изменилось", "What was changed", "Появилась семейная душевая", required=True)
    idea_by: str = spec(Ref(("role", "person")), "Чья идея", "Whose idea it was", "administrator")
    effect: str = spec(Text("prose"), "Что это дало или даст", "What it did or should do", "Жалоб на душ: с 6 в месяц до 1")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Section(Item):
    """A service standard. One file of `guideline/sections/`; its number comes from the order in `handbook.yml`."""

    id: str = spec(Name("section"), "Имя раздела, как у файла", "Id of the section, as its file", "incoming-call", required=True, key="section")
    title: str = spec(Text("label", 64), "Название", "Title", "Входящий звонок", required=True)
    short: str = spec(Text("label", 18), "Короткое название для карт", "Short title for maps", "Звонок")
    was: tuple[str, ...] = spec(Many(Text("label")), "Прежние имена: старые ссылки и QR-коды ведут сюда; пишет cjm rename", "Earlier ids: old links and QR codes lead here; written by cjm rename", "[phone-call]")
    status: Literal["active", "draft", "retired"] = spec(
        OneOf(("active", "draft", "retired")), "Состояние: действует, черновик, снят", "State: active, draft, retired", "active", default="active"
    )
    origin: Literal["new", "revised", "kept"] | None = spec(
        OneOf(("new", "revised", "kept")), "Откуда: новый, переработан, оставлен", "Where it comes from", "revised"
    )
    owner: str = spec(Ref(("person",)), "Кто отвечает за раздел", "The person responsible for it", "irina-lapteva")
    performer: tuple[str, ...] = spec(Many(Ref(("role",))), "Кто выполняет", "Who performs it", "communicator")
    channels: tuple[str, ...] = spec(Many(Ref(("channel",))), "В каких каналах", "In which channels", "[phone, messenger]")
    general: bool = spec(Yes(), "Общий раздел: ни к одной точке касания не привязан", "Belongs to no touchpoint", "true")
    purpose: str = spec(Text("prose", 180), "Для чего это, одним предложением", "What it is for, in one sentence", "Ученик переносит занятие за минуту.")
    trigger: str = spec(Text("prose"), "Когда начинается", "When it begins", "Клиент звонит.")
    result: str = spec(Text("prose"), "По чему видно, что всё сделано", "How one sees that all is done", "Запись видна в расписании.")
    reviewed: dt.date | None = spec(Day(), "Когда пересматривали", "When it was last reviewed", "2026-11-02")
    review_every: int | None = spec(Wait(), "Как часто пересматривать", "How often it is reviewed", "180 дней")
    steps: tuple[Step, ...] = spec(Many(Record(Step)), "Шаги", "Steps", "[…]")
    scripts: tuple[Script, ...] = spec(Many(Record(Script)), "Скрипты", "Scripts", "[…]")
    conflicts: tuple[Conflict, ...] = spec(Many(Record(Conflict)), "Типовые конфликты", "Typical conflicts", "[…]")
    never: tuple[Never, ...] = spec(Many(Record(Never)), "Чего не делать и не говорить", "What never to do or say", "[…]")
    look_for: tuple[str, ...] = spec(Many(Text("label")), "Как это ищут, 5–8 фраз", "Phrases by which people look for it, 5 to 8", "[заболел перед занятием]")
    questions: tuple[Question, ...] = spec(Many(Record(Question)), "Вопросы для проверки", "Questions", "[…]")
    details: tuple[Detail, ...] = spec(Many(Record(Detail)), "Справочные блоки", "Reference matter", "[…]")
    shows: tuple[str, ...] = spec(Many(OneOf(SHOWS)), "Какие общие таблицы показать", "Which shared tables to show", "[roles]")
    changes: tuple[Change, ...] = spec(Many(Record(Change)), "Что менялось, новое сверху", "What changed, newest first", "[…]")

    @property
    def practice(self) -> tuple[Question, ...]:
        """The questions by which one tests oneself; those of the exam are never published, printed or handed round."""
        return tuple(question for question in self.questions if question.use == "practice")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Planned(Item):
    """A section that has its number and title, and is not written yet."""

    id: str = spec(Name("section"), "Имя будущего раздела", "Id of the section to come", "no-show", required=True, key="planned")
    title: str = spec(Text("label", 64), "Название", "Title", "Клиент не пришёл", required=True)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Listed(Written):
    """A section named in the order of the handbook."""

    id: str = spec(Ref(("section",), in_order=True), "Имя раздела", "Id of the section", "incoming-call", required=True, key="section")


IN_ORDER = Either((Record(Planned), Record(Listed, short="id")))

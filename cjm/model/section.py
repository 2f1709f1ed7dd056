"""One service standard: what to do, what to say, what one may decide alone, when to pass on, how to learn it."""

import datetime as dt
from typing import Literal

from cjm.language.says import Says
from cjm.model.fields import (
    EXPLANATORY,
    HOUSEKEEPING,
    NORMATIVE,
    Day,
    Either,
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
from cjm.model.scope import Scope, for_values
from cjm.model.shared import SHARED

ANSWERING = ("step", "conflict", "detail")  # the things of a section that answer a question
SHOWS = (*(kind.table for kind in SHARED if kind.table), "channels", "hours", "conflicts")


@frozen
class Choice(Written):
    """A branch inside a standard: under which condition which step comes next."""

    when: str = spec(Text("label", 80), NORMATIVE, "При каком условии", "On which condition", ("иначе", "otherwise"), required=True, label=("Условие", "Condition"))
    to: str = spec(
        Ref(("step", "section")), NORMATIVE, "Шаг этого раздела, section:имя или section:имя/шаг", "A step of this section, section:id or section:id/step",
        "offer", required=True, label=("Куда ведёт", "Leads to"),
    )  # fmt: skip


@frozen
class Step(Item):
    """One action: who does what, says what, within what time, and how one sees that it is done."""

    id: str = spec(Name("step"), NORMATIVE, "Имя шага: на него ссылаются", "Id of the step: links lead to it", "offer-time")
    who: str = spec(Ref(("role",)), NORMATIVE, "Кто делает, если не исполнитель раздела", "Who acts, if not the performer", "system", label=("Кто", "Who"))
    do: str = spec(
        Text("prose"), NORMATIVE, "Что сделать; первое предложение станет заголовком карточки",
        "What to do; the first sentence becomes the heading of the card", ("Предложите два ближайших времени.", "Offer the two nearest times."), required=True, label=("Что сделать", "What to do"),
    )  # fmt: skip
    how: str = spec(Text("prose"), NORMATIVE, "Подробности: список или таблица", "Details: a list or a table", "", label=("Подробности", "Details"))
    when: str = spec(Text("label", 80), NORMATIVE, "При каком условии шаг нужен", "On which condition the step applies", ("мест нет", "nothing is free"), label=("Условие", "Condition"))
    within: str = spec(Text("label", 40), NORMATIVE, "За какое время или к какому моменту", "Within what time or by when", ("2 мин", "2 min"), label=("За какое время", "Within"))
    say: str = spec(Text("said"), NORMATIVE, "Что сказать", "What to say", ("<Имя клиента>, конечно, перенесём.", "<Customer's name>, of course we can move it."), label=("Скажите", "Say"))
    write: str = spec(Text("said"), NORMATIVE, "Что написать", "What to write", ("Ждём вас <день и время>.", "We expect you <day and time>."), label=("Напишите", "Write"))
    script: str = spec(Ref(("script",)), NORMATIVE, "Скрипт этого раздела вместо слов", "A script of this section instead of words", "evening-message", label=("Скрипт", "Script"))
    next: tuple[Choice, ...] = spec(
        Many(Record(Choice, short="to")), NORMATIVE, "Развилка: условие и шаг", "A choice: condition and step",
        ("[{when: мест нет, to: waiting-list}]", "[{when: nothing is free, to: waiting-list}]"), label=("Развилка", "Choice"),
    )  # fmt: skip
    uses: tuple[str, ...] = spec(Many(Ref(("resource",))), NORMATIVE, "Что под рукой: форма, таблица, чат", "What is at hand: a form, a table, a chat", "crm", label=("Под рукой", "At hand"))
    checked: bool = spec(Yes(ticked=True), EXPLANATORY, "Отмечают в листе проверки: звонка, визита, практики", "Ticked on a check list: of a call, a visit, a practical test", "true", key="check", label=("Проверено", "Checked"))
    done_when: str = spec(Text("prose"), NORMATIVE, "По чему видно, что шаг сделан", "How one sees that it is done", ("Запись видна в расписании.", "The booking stands in the diary."), label=("Шаг сделан, когда", "Step done when"))
    look_for: tuple[str, ...] = spec(Many(Text("label")), EXPLANATORY, "Как ищут именно это место", "Phrases by which people look for this very place", ("[потеряли ключ]", "[lost a key]"), label=("Как это ищут", "How it is looked for"))
    scope: Scope = for_values()


@frozen
class Variant(Written):
    """The words of a script for certain channels."""

    channel: tuple[str, ...] = spec(Many(Ref(("channel",))), NORMATIVE, "Для каких каналов", "For which channels", "messenger", label=("Канал", "Channel"))
    text: str = spec(Text("said"), NORMATIVE, "Слова", "The words", ("Добрый день, <имя клиента>! …", "Good afternoon, <customer's name>. …"), required=True, label=("Текст", "Text"))
    scope: Scope = for_values()


@frozen
class Script(Item):
    """Words ready to use, in one variant per channel."""

    id: str = spec(Name("script"), NORMATIVE, "Имя скрипта", "Id of the script", "evening-message", required=True)
    title: str = spec(Text("label"), EXPLANATORY, "Название", "Title", ("Сообщение накануне", "Message of the evening before"), required=True)
    variants: tuple[Variant, ...] = spec(
        Many(Record(Variant, short="text")), NORMATIVE, "Слова для каждого канала", "The words for each channel",
        "[{channel: messenger, text: …}]", required=True, label=("Слова", "The words"),
    )  # fmt: skip
    look_for: tuple[str, ...] = spec(Many(Text("label")), EXPLANATORY, "Как ищут именно это место", "Phrases by which people look for this very place", ("[потеряли ключ]", "[lost a key]"), label=("Как это ищут", "How it is looked for"))


@frozen
class PassOn(Item):
    """To whom a matter goes when one's own authority ends: who, when, by which contact, within what time."""

    to: str = spec(Ref(("role",)), NORMATIVE, "Кому передать", "To which role", "senior-administrator", required=True, label=("Кому", "To whom"))
    when: str = spec(Text("prose"), NORMATIVE, "Когда передать", "When it is passed on", ("второй раз за месяц", "the second time in a month"), label=("Когда", "When"))
    how: str = spec(Text("prose"), NORMATIVE, "Каким способом", "By which contact", ("звонком", "by phone"), label=("Как", "How"))
    within: str = spec(Text("label", 40), NORMATIVE, "За какое время", "Within what time", ("10 мин", "10 min"), label=("За какое время", "Within"))


@frozen
class Conflict(Item):
    """A sentence that clients say in anger, why they say it, and the ladder of answers."""

    id: str = spec(Name("conflict"), NORMATIVE, "Имя конфликта", "Id of the conflict", "charged-though-ill", required=True)
    says: str = spec(Text("label"), NORMATIVE, "Что говорит клиент, его словами", "What the client says, in his words", ("Почему списали?", "Why was I charged?"), required=True, label=("Клиент говорит", "The client says"))
    why: str = spec(Text("prose"), EXPLANATORY, "Почему он так говорит", "Why he says it", ("Обидно платить за то, чего не было.", "It hurts to pay for what one did not get."), label=("Почему так говорит", "Why he says it"))
    answer: str = spec(Text("said"), NORMATIVE, "Что ответить", "What to answer", ("Понимаю. Давайте исправим: …", "I see. Let us put it right: …"), label=("Ответьте", "Answer"))
    alone: tuple[str, ...] = spec(
        Many(Text("prose")), NORMATIVE, "Что можно решить самому, с пределами в числах", "What one may decide alone, limits in numbers",
        ("Вернуть аванс до начала работ — всегда.", "Always return the deposit before work begins."), label=("Решаете сами", "You decide"),
    )  # fmt: skip
    pass_on: PassOn | None = spec(Record(PassOn), NORMATIVE, "Кому, когда и как передать", "To whom, when and how to pass it on", "{to: senior-administrator, …}", label=("Кому передать", "Pass on to"))
    follow_up: str = spec(Text("prose"), NORMATIVE, "Что сделать потом", "What to do afterwards", ("Через неделю спросите, всё ли в порядке.", "After a week ask whether all is well."), label=("Потом", "Afterwards"))
    look_for: tuple[str, ...] = spec(Many(Text("label")), EXPLANATORY, "Как ищут именно это место", "Phrases by which people look for this very place", ("[потеряли ключ]", "[lost a key]"), label=("Как это ищут", "How it is looked for"))


@frozen
class Never(Item):
    """What is never said or done, and what is instead."""

    say: str = spec(Text("label"), NORMATIVE, "Чего не говорят", "What is not said", ("Надо было читать договор", "You should have read the contract"), label=("Не говорите", "Do not say"))
    do: str = spec(Text("prose"), NORMATIVE, "Чего не делают", "What is not done", ("Обещать перенос, не открыв расписание", "Promise another day without a look at the diary"), label=("Нельзя", "Do not"))
    instead: str = spec(Text("prose"), NORMATIVE, "Что вместо этого", "What instead", ("Покажу, где записано правило", "Let me show you where the rule is written"), required=True, label=("Вместо этого", "Instead"))


@frozen
class Option(Written):
    """One answer to a question, with the reason why it is right or wrong."""

    text: str = spec(Text("label"), NORMATIVE, "Вариант ответа", "The answer", ("Предложу другое время", "I offer another time"), required=True, label=("Текст", "Text"))
    right: bool = spec(Yes(), NORMATIVE, "Верный ли", "Whether it is right", "true", label=("Верный", "Right"))
    because: str = spec(Text("prose"), EXPLANATORY, "Почему верно или неверно", "Why it is right or wrong", ("Правило названо.", "The rule was named."), label=("Почему", "Because"))


@frozen
class Question(Item):
    """A question by which one tests oneself (practice) or is tested (exam)."""

    id: str = spec(Name("question"), NORMATIVE, "Имя вопроса", "Id of the question", "three-hours-left", required=True)
    ask: str = spec(Text("prose"), NORMATIVE, "Вопрос", "The question", ("До визита три часа. Что вы сделаете?", "The visit is in three hours. What do you do?"), required=True, label=("Вопрос", "Question"))
    use: Literal["practice", "exam"] | None = spec(
        OneOf(("practice", "exam")), EXPLANATORY, "Для тренировки или экзамена", "For practice or for the exam", "practice", required=True
    )
    options: tuple[Option, ...] = spec(Many(Record(Option)), NORMATIVE, "Варианты; верных может быть несколько", "The options; several may be right", "[…]", required=True, unless="points")
    see: str = spec(
        Ref(ANSWERING, words=(("never", Says("чего не делать", "what is never done")),)), HOUSEKEEPING,
        "Где в разделе ответ: шаг, conflict:имя, detail:имя или never; без него место подбирает программа",
        "Where the section answers it: a step, conflict:id, detail:id or never; without it the program guesses", "conflict:charged-though-ill", label=("Где ответ", "Answered at"), shown=False,
    )  # fmt: skip
    in_order: bool = spec(Yes(), NORMATIVE, "Варианты стоят в верном порядке: их расставляют", "The options stand in their right order: they are put in order", "true")
    points: tuple[str, ...] = spec(
        Many(Text("label", 120)), NORMATIVE, "Вместо вариантов: отвечают вслух, а экзаменатор отмечает, что прозвучало",
        "Instead of options: it is answered aloud, and the examiner ticks what was said", ("[назвал срок, предложил другое время]", "[named the term, offered another time]"), label=("Что должно прозвучать", "What must be said"),
    )  # fmt: skip

    @property
    def kind(self) -> Literal["one", "several", "order", "say"]:
        """How it is answered: one option is right, several are, they are put in order, or it is said aloud."""
        if self.points:
            return "say"
        if self.in_order:
            return "order"
        return "several" if sum(option.right for option in self.options) > 1 else "one"


@frozen
class Detail(Item):
    """Reference matter of a standard: a table or a list that one looks things up in."""

    id: str = spec(Name("detail"), NORMATIVE, "Имя блока", "Id of the block", "limits", required=True)
    title: str = spec(Text("label"), EXPLANATORY, "Заголовок", "Heading", ("Сроки в одной таблице", "All terms in one table"), required=True, label=("Название", "Title"))
    text: str = spec(Text("prose"), NORMATIVE, "Содержание", "Content", "| … |", required=True, label=("Текст", "Text"))
    look_for: tuple[str, ...] = spec(Many(Text("label")), EXPLANATORY, "Как ищут именно это место; после -> — слова строки, которая отвечает", "Phrases by which people look for this very place; after -> words of the row that answers", ("[потеряли ключ, нечем вытереться -> Полотенце]", "[lost a key, nothing to dry with -> Towel]"), label=("Как это ищут", "How it is looked for"))


@frozen
class Change(Written):
    """What was changed, on whose idea, and what it does to complaints."""

    date: dt.date | None = spec(Day(), EXPLANATORY, "Когда", "When", "2026-11-02", required=True)
    what: str = spec(Text("prose"), EXPLANATORY, "Что изменилось", "What was changed", ("Появился второй подъёмник", "There is a second lift"), required=True)
    idea_by: str = spec(Ref(("role", "person")), EXPLANATORY, "Чья идея", "Whose idea it was", "administrator")
    effect: str = spec(Text("prose"), EXPLANATORY, "Что это дало или даст", "What it did or should do", ("Жалоб на ожидание 1 в месяц вместо 6", "One complaint about waiting a month instead of six"))


@frozen
class Call(Written):
    """A number that is rung when there is danger, and who answers it."""

    number: str = spec(Text("label", 24), NORMATIVE, "Номер: его набирают касанием", "The number: one tap rings it", "112", required=True, label=("Номер", "Number"))
    who: str = spec(Text("label", 60), NORMATIVE, "Кто ответит", "Who answers", ("скорая, пожарные, полиция", "ambulance, fire brigade, police"), required=True, label=("Кто ответит", "Who answers"))


@frozen
class Section(Item):
    """A service standard. One file of `guideline/sections/`; its number comes from the order in `handbook.yml`."""

    id: str = spec(Name("section"), NORMATIVE, "Имя раздела, как у файла", "Id of the section, as its file", "incoming-call", required=True, key="section")
    title: str = spec(Text("label", 64), EXPLANATORY, "Название", "Title", ("Входящий звонок", "Incoming call"), required=True)
    short: str = spec(Text("label", 18), EXPLANATORY, "Короткое название для карт", "Short title for maps", ("Звонок", "Call"), label=("Короткое название", "Short title"))
    was: tuple[str, ...] = spec(Many(Text("label")), HOUSEKEEPING, "Прежние имена: старые ссылки и QR-коды ведут сюда; пишет cjm rename", "Earlier ids: old links and QR codes lead here; written by cjm rename", "[phone-call]")
    status: Literal["active", "draft", "retired"] = spec(
        OneOf(("active", "draft", "retired")), HOUSEKEEPING, "Состояние: действует, черновик, снят", "State: active, draft, retired", "active", default="active", label=("Состояние", "State"))
    origin: Literal["new", "revised", "kept"] | None = spec(
        OneOf(("new", "revised", "kept")), EXPLANATORY, "Откуда: новый, переработан, оставлен", "Where it comes from", "revised", label=("Откуда", "Origin"))
    owner: str = spec(Ref(("person",)), HOUSEKEEPING, "Кто отвечает за раздел", "The person responsible for it", "irina-lapteva", label=("Отвечает за раздел", "Owner"))
    performer: tuple[str, ...] = spec(Many(Ref(("role",))), NORMATIVE, "Кто выполняет", "Who performs it", "communicator", label=("Исполняет", "Performed by"))
    channels: tuple[str, ...] = spec(Many(Ref(("channel",))), NORMATIVE, "В каких каналах", "In which channels", "[phone, messenger]", label=("Каналы", "Channels"))
    kind: Literal["standard", "general", "reference", "emergency", "client"] = spec(
        OneOf(("standard", "general", "reference", "emergency", "client")), NORMATIVE,
        "Вид: standard — стандарт, general — общий: без точки касания, читают все, reference — справка без шагов, emergency — страница на случай беды, client — страница для клиента",
        "Kind: standard, general (belongs to no touchpoint, read by all), reference (looked up, no steps), emergency (the page for danger), client (a page for the client)", "reference", default="standard",
    )  # fmt: skip
    calls: tuple[Call, ...] = spec(
        Many(Record(Call)), NORMATIVE, "Куда звонить; первый номер — самая большая кнопка", "Whom to ring; the first number is the largest button",
        ("[{number: \"112\", who: скорая}]", "[{number: \"112\", who: ambulance}]"), label=("Звоните", "Ring"),
    )  # fmt: skip
    general: bool = spec(Yes(), EXPLANATORY, "Раньше так писали kind: general; cjm lint --fix переведёт", "What kind: general was written as; cjm lint --fix moves it", "true", label=("Общий раздел", "General section"))
    purpose: str = spec(Text("prose", 180), EXPLANATORY, "Для чего это, одним предложением", "What it is for, in one sentence", ("Клиент переносит визит за минуту.", "A customer moves a visit within a minute."), label=("Для чего", "What for"))
    trigger: str = spec(Text("prose"), NORMATIVE, "Когда начинается", "When it begins", ("Клиент звонит.", "A customer rings."), label=("Когда", "When"))
    result: str = spec(Text("prose"), NORMATIVE, "По чему видно, что всё сделано", "How one sees that all is done", ("Запись видна в расписании.", "The booking stands in the diary."), label=("Готово, когда", "Done when"))
    reviewed: dt.date | None = spec(Day(), HOUSEKEEPING, "Когда пересматривали", "When it was last reviewed", "2026-11-02", label=("Пересмотрено", "Reviewed"))
    review_every: int | None = spec(Wait(), HOUSEKEEPING, "Как часто пересматривать", "How often it is reviewed", ("180 дней", "180 days"), label=("Срок пересмотра", "Review interval"))
    steps: tuple[Step, ...] = spec(Many(Record(Step)), NORMATIVE, "Шаги", "Steps", "[…]", label=("Что делать", "What to do"))
    scripts: tuple[Script, ...] = spec(Many(Record(Script)), NORMATIVE, "Скрипты", "Scripts", "[…]")
    conflicts: tuple[Conflict, ...] = spec(Many(Record(Conflict)), NORMATIVE, "Типовые конфликты", "Typical conflicts", "[…]", label=("Клиент говорит", "The client says"))
    never: tuple[Never, ...] = spec(Many(Record(Never)), NORMATIVE, "Чего не делать и не говорить", "What never to do or say", "[…]", label=("Никогда", "Never"))
    look_for: tuple[str, ...] = spec(Many(Text("label")), EXPLANATORY, "Как это ищут, 5–8 фраз", "Phrases by which people look for it, 5 to 8", ("[заболел перед визитом]", "[ill before the visit]"), label=("Как это ищут", "How it is looked for"))
    questions: tuple[Question, ...] = spec(Many(Record(Question)), EXPLANATORY, "Вопросы для проверки", "Questions", "[…]", label=("Проверьте себя", "Check yourself"))
    details: tuple[Detail, ...] = spec(Many(Record(Detail)), NORMATIVE, "Справочные блоки", "Reference matter", "[…]", label=("Справочно", "Reference"))
    shows: tuple[str, ...] = spec(Many(OneOf(SHOWS)), EXPLANATORY, "Какие общие таблицы показать", "Which shared tables to show", "[roles]")
    changes: tuple[Change, ...] = spec(Many(Record(Change)), EXPLANATORY, "Что менялось, новое сверху", "What changed, newest first", "[…]", label=("Изменилось", "Changed"))
    scope: Scope = for_values()

    @property
    def for_all(self) -> bool:
        """Whether it belongs to no touchpoint and everybody reads it."""
        return self.general or self.kind in ("general", "emergency")

    @property
    def is_looked_up(self) -> bool:
        """Whether it is matter that begins with nothing and ends with nothing, and belongs to no touchpoint."""
        return self.kind in ("reference", "client")

    @property
    def practice(self) -> tuple[Question, ...]:
        """The questions by which one tests oneself; those of the exam are never published, printed or handed round."""
        return tuple(question for question in self.questions if question.use == "practice")


@frozen
class Planned(Item):
    """A section that has its number and title, and is not written yet."""

    id: str = spec(Name("section"), EXPLANATORY, "Имя будущего раздела", "Id of the section to come", "no-show", required=True, key="planned")
    title: str = spec(Text("label", 64), EXPLANATORY, "Название", "Title", ("Клиент не пришёл", "The customer did not come"), required=True)


@frozen
class Listed(Written):
    """A section named in the order of the handbook."""

    id: str = spec(Ref(("section",), in_order=True), EXPLANATORY, "Имя раздела", "Id of the section", "incoming-call", required=True, key="section")


IN_ORDER = Either((Record(Planned), Record(Listed, short="id")))


KINDS = (
    Kind(
        name="section", item=Section, says=Says("раздел", "section"), order=100, within="step",
        asks=("owner", "performer", "purpose", "trigger", "steps", "result"),
        file="guideline/sections/*.yml", attribute="sections", holds=Says("Раздел: один стандарт", "A section: one service standard"),
        title=Says("Разделы", "Sections"), address="sections/{id}.html",
    ),
    Kind(name="step", item=Step, says=Says("шаг", "step"), order=110, inside="section", attribute="steps", local=True, known_by="do", address="sections/{holder}.html#step-{id}"),
    Kind(name="script", item=Script, says=Says("скрипт", "script"), order=120, inside="section", attribute="scripts", local=True, address="sections/{holder}.html#script-{id}"),
    Kind(name="conflict", item=Conflict, says=Says("конфликт", "conflict"), order=130, inside="section", attribute="conflicts", known_by="says", asks=("why", "answer", "alone", "pass_on", "follow_up"), address="sections/{holder}.html#says-{id}"),
    Kind(name="question", item=Question, says=Says("вопрос", "question"), order=140, inside="section", attribute="questions", known_by="ask", address="sections/{holder}.html#question-{id}"),
    Kind(name="detail", item=Detail, says=Says("справочный блок", "detail"), order=150, inside="section", attribute="details", local=True, address="sections/{holder}.html#detail-{id}"),
)  # fmt: skip

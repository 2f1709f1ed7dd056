"""`handbook.yml`: title, language, people, channels, the parts with their sections in order, and how strictly it is checked."""

import datetime as dt

from cjm.language.says import Language, Says
from cjm.model.dimension import KIND as DIMENSION
from cjm.model.dimension import Dimension
from cjm.model.fields import (
    EXPLANATORY,
    HOUSEKEEPING,
    NORMATIVE,
    Address,
    Day,
    Many,
    Name,
    OneOf,
    Pairs,
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
from cjm.model.section import IN_ORDER, Listed, Planned

ICONS = ("web", "message", "phone", "desk", "payment", "sign", "pool", "mail", "bot", "app")
PROFILES = ("draft", "review", "release")
SEVERITIES_OR_OFF = ("error", "warning", "info", "off")


@frozen
class Channel(Item):
    """A way in which client and company meet."""

    id: str = spec(Name("channel"), NORMATIVE, "Имя канала", "Id of the channel", "phone", required=True)
    title: str = spec(Text("label", 24), NORMATIVE, "Название", "Title", ("Телефон", "Phone"), required=True)
    icon: str = spec(OneOf(ICONS), EXPLANATORY, "Значок на картах", "Its icon on maps", "phone", shown=False)


@frozen
class Hours(Item):
    """When somebody is there for clients. What is promised for another hour cannot be kept."""

    id: str = spec(Name("hours"), NORMATIVE, "Имя часов", "Id of the hours", "desk", required=True)
    title: str = spec(Text("label", 60), NORMATIVE, "Что в эти часы", "What is done in them", ("Стойка открыта", "The desk is open"), required=True, label=("Название", "Title"))
    time: str = spec(Text("label"), NORMATIVE, "С какого часа до какого", "From which hour to which", '"8:00–21:00"', required=True, label=("Часы", "Hours"))
    days: str = spec(Text("label"), NORMATIVE, "В какие дни; без этого — каждый день", "On which days; else every day", ("пн–сб", "Mon–Sat"), label=("Дни", "Days"))
    exceptions: tuple[str, ...] = spec(Many(Text("label")), NORMATIVE, "Чего это не касается и когда иначе", "What they do not hold for, and when it is otherwise", ("[срочные вопросы, 1 января закрыто]", "[urgent matters, closed on 1 January]"), key="except", label=("Кроме", "Except"))
    scope: Scope = for_values()


@frozen
class Person(Item):
    """Somebody who owns sections or approves them."""

    id: str = spec(Name("person"), NORMATIVE, "Имя", "Id of the person", "irina-lapteva", required=True)
    name: str = spec(Text("label"), EXPLANATORY, "Имя и фамилия", "Full name", ("Ирина Лаптева", "Anna Reed"), required=True, label=("Имя", "Name"))
    role: str = spec(Ref(("role",)), NORMATIVE, "Роль", "Role", "senior-administrator")
    approves: bool = spec(Yes(), NORMATIVE, "Может утверждать разделы", "May approve sections", "true", label=("Может утверждать", "May approve"))
    scope: Scope = for_values()


@frozen
class Signing(Written):
    """Whose approval is wanted."""

    who: tuple[str, ...] = spec(Many(Ref(("person",))), NORMATIVE, "Кто утверждает; без этого — все, у кого approves: true", "Who approves; else all with approves: true", "[irina-lapteva]")
    need: str = spec(OneOf(("any", "all")), NORMATIVE, "Достаточно одного (any) или нужны все (all)", "Whether one is enough (any) or all are needed (all)", "all", default="any")


@frozen
class Part(Item):
    """A part of the guideline: sections that belong together, in order."""

    id: str = spec(Name("part"), EXPLANATORY, "Имя части", "Id of the part", "basics", required=True)
    title: str = spec(Text("label", 40), EXPLANATORY, "Название части", "Title of the part", ("Основа", "Basics"), required=True, label=("Название", "Title"))
    sections: tuple[Listed | Planned, ...] = spec(
        Many(IN_ORDER), EXPLANATORY, "Разделы по порядку; ненаписанный — {planned: имя, title: …}",
        "Its sections in order; one not yet written is {planned: id, title: …}", "[how-to-use, principles]",
    )  # fmt: skip
    approval: Signing | None = spec(Record(Signing), NORMATIVE, "Кто утверждает её разделы", "Who approves its sections", "{who: [irina-lapteva], need: all}")


@frozen
class Situation(Item):
    """An answer to "what is happening right now?" on the home page."""

    title: str = spec(Text("label", 32), EXPLANATORY, "Что происходит, словами стойки", "What is happening, in the desk's words", ("Не пришёл", "Did not come"), required=True, label=("Название", "Title"))
    hint: str = spec(Text("label", 48), EXPLANATORY, "Что там внутри", "What one finds there", ("позвонить в течение часа", "ring within an hour"))
    icon: str = spec(Text("label"), EXPLANATORY, "Значок Material Design Icons", "A Material Design icon", "account-question")
    to: str = spec(Ref(("section", "journey")), EXPLANATORY, "Куда ведёт", "Where it leads", "section:no-show", required=True, label=("Куда ведёт", "Leads to"))
    tone: str = spec(OneOf(("alert",)), EXPLANATORY, "alert — выделить", "alert sets it apart", "alert")


@frozen
class Review(Written):
    """How often sections are looked at again."""

    every: int | None = spec(Wait(), HOUSEKEEPING, "Как часто пересматривать разделы", "How often sections are reviewed", ("180 дней", "180 days"))
    remind: int | None = spec(Wait(), HOUSEKEEPING, "За сколько напоминать", "How long before to remind", ("30 дней", "30 days"))


@frozen
class AcceptedPath(Written):
    """A rule accepted for all files of a folder or a name pattern."""

    path: str = spec(Text("label"), HOUSEKEEPING, "Файлы: путь или образец", "Files: a path or a pattern", "touchpoints/*.yml", required=True)
    rule: str = spec(Text("label"), HOUSEKEEPING, "Код правила", "Code of the rule", "115", required=True)
    reason: str = spec(Text("label"), HOUSEKEEPING, "Почему", "Why", ("Карты переделываются", "The maps are being redrawn"))
    until: dt.date | None = spec(Day(), HOUSEKEEPING, "До какого дня", "Until which day", "2027-03-01")


@frozen
class SwitchedOff(Written):
    """A rule, or a group of them, that this handbook does without."""

    rule: str = spec(Text("label"), HOUSEKEEPING, "Код правила или группы", "Code of a rule or a group", "307", required=True)
    reason: str = spec(Text("label"), HOUSEKEEPING, "Почему без него", "Why without it", ("Предложения проверяет редактор", "An editor reads the sentences"))


@frozen
class LintSettings(Written):
    """How strictly this handbook is checked."""

    profile: str = spec(OneOf(PROFILES), HOUSEKEEPING, "Строгость: draft, review, release", "Strictness: draft, review, release", "review")
    fail_on: str = spec(OneOf(SEVERITIES_OR_OFF), HOUSEKEEPING, "С какой важности проверка не пройдена", "The severity from which lint fails", "error")
    select: tuple[str, ...] = spec(Many(Text("label")), HOUSEKEEPING, "Только эти правила или группы", "Only these rules or groups", "[1, 201]")
    ignore: tuple[SwitchedOff, ...] = spec(Many(Record(SwitchedOff, "rule")), HOUSEKEEPING, "Без этих правил или групп, с причиной", "Not these rules or groups, with the reason", "[{rule: 307, reason: …}]")
    severity: tuple[tuple[str, str], ...] = spec(Pairs(OneOf(SEVERITIES_OR_OFF)), HOUSEKEEPING, "Важность по кодам", "Severity by code", "{302: error}")
    options: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = spec(
        Pairs(Pairs(Text("label"))), HOUSEKEEPING, "Настройки правил по кодам", "Options of rules by code", "{304: {most: 12}}"
    )
    accept: tuple[AcceptedPath, ...] = spec(Many(Record(AcceptedPath)), HOUSEKEEPING, "Принятое по путям файлов", "Accepted by path", "[…]")


@frozen
class Outline(Item):
    """Title, language, people and order of a handbook. The file `guideline/handbook.yml`."""

    id: str = spec(Name("handbook"), EXPLANATORY, "Имя гайдлайна", "Id of the handbook", ("spitsa", "spoke"), required=True, key="handbook")
    title: str = spec(Text("label"), EXPLANATORY, "Название", "Title", ("Стандарты «Спицы»", "Standards of Spoke & Chain"), required=True)
    organisation: str = spec(Text("label"), EXPLANATORY, "Организация", "Organisation", ("Велосервис «Спица»", "Spoke & Chain"))
    description: str = spec(Text("prose"), EXPLANATORY, "О чём гайдлайн", "What it is about", ("Стандарты работы с клиентами.", "How we work with customers."))
    language: Language = spec(OneOf(("ru", "en")), EXPLANATORY, "Язык: ru или en", "Language: ru or en", "ru", required=True, default="ru")
    address: str = spec(Text("label"), EXPLANATORY, "Адрес сайта, если известен", "Address of the site, if known", "https://guide.example")
    client_pages: str = spec(Address(), EXPLANATORY, "Где на сайте компании лежат страницы для клиентов", "Where the pages for clients lie on the company's site", ("https://spitsa.example/pered-vizitom", "https://spoke.example/before-the-visit"), label=("Страницы для клиентов", "Pages for clients"))
    feedback: str = spec(Text("label"), EXPLANATORY, "Почта для «Не сработало»", "Mail address for reports of readers", ("guide@spitsa.example", "guide@spoke.example"))
    maps: str | None = spec(OneOf(("a4", "a3")), EXPLANATORY, "Бумага для карт в книге: a4 — полосами (так без этого), a3 — листом", "Paper of the maps in the book: a4 in bands (else), a3 on one sheet", "a3", label=("Карты на бумаге", "Maps on paper"))
    public: bool = spec(Yes(), HOUSEKEEPING, "Можно показывать поисковикам", "May be found by search engines", "false")
    channels: tuple[Channel, ...] = spec(Many(Record(Channel)), NORMATIVE, "Каналы", "Channels", "[…]")
    dimensions: tuple[Dimension, ...] = spec(
        Many(Record(Dimension)), NORMATIVE, "Разрезы: чем отличаются филиалы, направления, клиенты", "Dimensions: by what branches, directions, clients differ",
        ("[{id: branch, title: Филиал, chosen: by-reader, values: […]}]", "[{id: branch, title: Branch, chosen: by-reader, values: […]}]"),
    )  # fmt: skip
    hours: tuple[Hours, ...] = spec(Many(Record(Hours)), NORMATIVE, "Часы работы", "Working hours", "[…]", label=("Часы", "Hours"))
    people: tuple[Person, ...] = spec(Many(Record(Person)), NORMATIVE, "Люди", "People", "[…]")
    approval: Signing | None = spec(Record(Signing), NORMATIVE, "Кто утверждает", "Who approves", "{need: all}")
    review: Review | None = spec(Record(Review), HOUSEKEEPING, "Сроки пересмотра", "Review intervals", ("{every: 180 дней}", "{every: 180 days}"))
    journeys: tuple[str, ...] = spec(Many(Ref(("journey",))), EXPLANATORY, "Порядок путей; остальные — за ними по имени", "The order of the journeys; others follow by name", "[first-visit, renewal]")
    start: tuple[Situation, ...] = spec(Many(Record(Situation)), EXPLANATORY, "«Что происходит сейчас?» на главной", "\"What is happening right now?\" on the home page", "[…]")
    parts: tuple[Part, ...] = spec(Many(Record(Part)), EXPLANATORY, "Части по порядку", "Its parts in order", "[…]", required=True)
    lint: LintSettings = spec(Record(LintSettings), HOUSEKEEPING, "Настройки проверки", "Settings of the check", "{profile: review}", default=LintSettings())


KINDS = (
    DIMENSION,
    Kind(
        name="handbook", item=Outline, says=Says("гайдлайн", "handbook"), order=10,
        file="guideline/handbook.yml", holds=Says("Название, язык, люди и порядок разделов", "Title, language, people, order of sections"),
    ),
    Kind(name="part", item=Part, says=Says("часть", "part"), order=20, inside="handbook", attribute="parts"),
    Kind(name="person", item=Person, says=Says("человек", "person"), order=30, inside="handbook", attribute="people", known_by="name"),
    Kind(
        name="channel", item=Channel, says=Says("канал", "channel"), order=40, inside="handbook", attribute="channels",
        title=Says("Каналы", "Channels"), address="channels.html#channel-{id}", table="channels",
    ),
    Kind(
        name="hours", item=Hours, says=Says("часы", "hours"), order=45, inside="handbook", attribute="hours",
        title=Says("Часы", "Hours"), address="channels.html#hours-{id}", table="hours",
    ),
)  # fmt: skip

"""Resources: what is at hand at the desk — forms, files, systems, chats, pages of others."""

import datetime as dt
from typing import Literal

from cjm.language.says import Says
from cjm.model.fields import (
    EXPLANATORY,
    HOUSEKEEPING,
    NORMATIVE,
    Address,
    Day,
    Many,
    Name,
    OneOf,
    Ref,
    Text,
    Wait,
    spec,
)
from cjm.model.frozen import frozen
from cjm.model.item import Item
from cjm.model.kind import Kind
from cjm.model.scope import Scope, for_values

_SORTS = (
    Says("форма", "form"), Says("файл", "file"), Says("система", "system"), Says("чат", "chat"), Says("страница", "page"),
)  # fmt: skip


@frozen
class Resource(Item):
    """Something that is used at the desk and lives elsewhere: a form to send, a table, a chat, a page with an address."""

    id: str = spec(Name("resource"), NORMATIVE, "Имя: на него ссылаются (resource:имя)", "Id: links lead to it (resource:id)", "trial-form", required=True)
    title: str = spec(Text("label"), EXPLANATORY, "Название", "Title", ("Анкета после первого визита", "Form after the first visit"), required=True)
    kind: Literal["form", "file", "system", "chat", "page"] | None = spec(
        OneOf(("form", "file", "system", "chat", "page"), _SORTS), EXPLANATORY, "Что это: форма, файл, система, чат, страница",
        "What it is: form, file, system, chat, page", "form", required=True, label=("Что это", "What it is"),
    )  # fmt: skip
    address: str = spec(Address(), NORMATIVE, "Адрес; у чата его может не быть", "Its address; a chat may have none", "https://forms.example/trial", label=("Адрес", "Address"))
    what: str = spec(Text("prose"), EXPLANATORY, "Для чего", "What it is for", ("Клиент отвечает на пять вопросов.", "The customer answers five questions."))
    used_by: tuple[str, ...] = spec(Many(Ref(("role",))), NORMATIVE, "Кто пользуется", "Who uses it", "communicator")
    read_by: tuple[str, ...] = spec(Many(Ref(("role",))), NORMATIVE, "Кто читает то, что туда приходит", "Who reads what comes in", "[system]", label=("Кто читает", "Read by"))
    when: str = spec(Text("label"), NORMATIVE, "Когда", "When", ("после первого визита", "after the first visit"))
    touchpoint: tuple[str, ...] = spec(Many(Ref(("touchpoint",))), EXPLANATORY, "В каких точках касания", "At which touchpoints", "first-visit/after-class", label=("Точки касания", "Touchpoints"))
    section: tuple[str, ...] = spec(Many(Ref(("section",))), EXPLANATORY, "В каких разделах о нём сказано", "The sections that speak of it", "first-feedback", label=("Разделы", "Sections"))
    owner: str = spec(Ref(("person",)), HOUSEKEEPING, "Кто за него отвечает", "Who is responsible for it", "irina-lapteva", label=("Отвечает", "Owner"))
    reviewed: dt.date | None = spec(Day(), HOUSEKEEPING, "Когда в последний раз сверяли, что там всё верно", "When it was last checked", "2026-10-01", label=("Сверено", "Checked"))
    review_every: int | None = spec(Wait(), HOUSEKEEPING, "Как часто сверять", "How often it is checked", ("180 дней", "180 days"), label=("Как часто сверяем", "Checked every"))
    scope: Scope = for_values()


KIND = Kind(
    name="resource", item=Resource, says=Says("ресурс", "resource"), order=235,
    file="guideline/resources.yml", key="resources", holds=Says("Что под рукой: формы, файлы, системы, чаты, страницы", "What is at hand: forms, files, systems, chats, pages"),
    title=Says("Что под рукой", "At hand"), lead=Says("Формы, таблицы, чаты и страницы, которые нужны на смене.", "Forms, tables, chats and pages that a shift needs."),
    address="resources.html#resource-{id}", chapter=True, table="resources", leads="address", glance=("kind", "what", "when", "for"),
)  # fmt: skip

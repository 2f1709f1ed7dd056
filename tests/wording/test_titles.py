"""What readers call a section, a role, a person and a channel, and how their names stay text in Markdown."""

import pytest
from markdown_it import MarkdownIt

from cjm.model import Channel, Handbook, Outline, Part, Person, Planned, Role, Section
from cjm.wording.titles import channel_title, numbered, role_title
from cjm.wording.verbatim import verbatim

HANDBOOK = Handbook(
    outline=Outline(
        id="pool", title="Бассейн", parts=(Part(id="basics", title="Основа", sections=(Planned(id="call", title="Звонок"),)),),
        people=(Person(id="anna", name="Анна Ким"),), channels=(Channel(id="phone", title="Телефон"),),
    ),
    sections=(Section(id="tone", title="Тон"),), shared={"role": (Role(id="desk", title="Администратор"),)},
)  # fmt: skip


def test_a_section_has_its_number_and_one_outside_the_order_none() -> None:
    assert numbered("call", "Звонок", HANDBOOK) == "1. Звонок"
    assert numbered("tone", "Тон", HANDBOOK) == "Тон"


def test_who_and_where_by_name() -> None:
    assert [role_title(id, HANDBOOK) for id in ("desk", "anna", "nobody")] == ["Администратор", "Анна Ким", "nobody"]
    assert [channel_title(id, HANDBOOK) for id in ("phone", "pager")] == ["Телефон", "pager"]


@pytest.mark.parametrize(
    "text", ["*важно* _и_ `код`", "[ссылка](адрес) <b>", "a | b", "~~нет~~", "# не заголовок", "C:\\папка"]
)
def test_markdown_shows_the_text_as_it_is(text: str) -> None:
    shown = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parseInline(verbatim(text))[0].children or []
    assert "".join(token.content for token in shown) == text
    assert {token.type for token in shown} <= {"text", "text_special"}

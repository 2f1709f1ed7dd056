"""The menu: everything that has a page, in the order of the handbook, and no branch with nothing in it."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping

import pytest

from cjm.model import Handbook
from cjm.pages.nav import navigation
from cjm.pages.page import Edition

FILES = {
    "guideline/handbook.yml": """handbook: base
title: Основа
language: ru
parts:
  - {id: first, title: Первая & <главная>, sections: [call, {planned: later, title: Потом}]}
  - {id: empty, title: Пустая, sections: [{planned: never, title: Никогда}]}
  - {id: last, title: Последняя, sections: [visit]}
""",
    "guideline/roles.yml": "roles: [{id: desk, title: Стойка}, {id: boss, title: Старший}]",
    "guideline/sections/aside.yml": "section: aside\ntitle: Вне списка\n",
    "guideline/sections/call.yml": "section: call\ntitle: Звонок\n",
    "guideline/sections/visit.yml": "section: visit\ntitle: Визит\n",
    "touchpoints/buy.yml": "journey: buy\ntitle: Покупка\n",
}
PAGES = [
    "index",
    "map",
    "journeys/buy",
    "sections",
    "sections/call",
    "sections/visit",
    "sections/aside",
    "roles",
    "roles/desk",
]


def lines(items: object, depth: int = 0) -> Iterator[str]:
    """The menu as it reads: each branch further in than what it belongs to."""
    for item in items if isinstance(items, list | tuple) else ():
        for title, below in item.items():
            yield "  " * depth + title + (f" -> {below}" if isinstance(below, str) else "")
            yield from lines(below, depth + 1)


def menu(load_text: Callable[[Mapping[str, str]], Handbook], *pages: str) -> list[str]:
    edition = Edition(load_text(FILES), dt.date(2026, 11, 22))
    return list(lines(navigation(edition, [f"{page}.md" for page in pages])))


def test_the_menu_is_the_handbook(load_text: Callable[[Mapping[str, str]], Handbook]) -> None:
    assert menu(load_text, *PAGES) == [
        "Сейчас -> index.md",
        "Путь клиента",
        "  Все пути -> map.md",
        "  Покупка -> journeys/buy.md",
        "Разделы",
        "  Все разделы -> sections.md",
        "  Первая &amp; &lt;главная&gt;",
        "    1 Звонок -> sections/call.md",
        "  Последняя",
        "    4 Визит -> sections/visit.md",
        "  Вне списка -> sections/aside.md",
        "Справочник",
        "  Роли",
        "    Все роли -> roles.md",
        "    Стойка -> roles/desk.md",
    ]


@pytest.mark.parametrize(("pages", "shown"), [((), []), (("check",), ["Проверка -> check.md"]), (("roles/boss",), ["Справочник", "  Роли", "    Старший -> roles/boss.md"])])  # fmt: skip
def test_what_has_no_page_is_not_in_it(
    load_text: Callable[[Mapping[str, str]], Handbook], pages: tuple[str, ...], shown: list[str]
) -> None:
    assert menu(load_text, *pages) == shown

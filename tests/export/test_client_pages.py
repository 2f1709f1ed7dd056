"""The pages for clients hold what was written for them, and not one word of what is inside."""

import dataclasses
import datetime as dt
import re
from collections.abc import Callable, Mapping
from typing import Any

import jinja2
import pytest

from cjm.export.client import client_pages
from cjm.model import Handbook, Section
from cjm.model.fields import (
    Day,
    Either,
    Many,
    Name,
    OneOf,
    Pairs,
    Reading,
    Record,
    Ref,
    Shaped,
    Wait,
    Whole,
    Yes,
    specs,
)
from cjm.model.registry import KINDS
from cjm.resources import shipped

Load = Callable[[Mapping[str, str]], Handbook]
TEMPLATES = jinja2.FileSystemLoader(shipped() / "templates")
SHOWN = {
    "Section.title",
    "Section.purpose",
    "Step.do",
    "Step.how",
    "Detail.title",
    "Detail.text",
    "Outline.title",
    "Outline.organisation",
}
FILES = {
    "guideline/handbook.yml": """\
handbook: club
title: Стандарты
organisation: Клуб
language: ru
client_pages: https://club.example/dlya-vas/
parts: []
""",
    "guideline/facts.yml": "facts: [{id: early, title: За сколько, value: 25 минут}]\n",
    "guideline/resources.yml": """\
resources:
  - {id: form, title: Анкета, kind: form, address: "https://forms.example/a"}
  - {id: crm, title: CRM, kind: system, address: "https://crm.example"}
""",
    "guideline/sections/inside.yml": "section: inside\ntitle: Внутри\ndetails: [{id: a, title: А, text: Секрет}]\n",
    "guideline/sections/before.yml": """\
section: before
title: Перед занятием
kind: client
purpose: "Приезжайте за {{ early }}."
steps:
  - id: fill
    do: "Заполните [анкету](resource:form), мы внесём её в [карточку](resource:crm)."
    how: "Подробнее — в разделе [Внутри](section:inside) и на странице [Где мы](section:where)."
""",
    "guideline/sections/where.yml": "section: where\ntitle: Где <мы>\nkind: client\ndetails: [{id: a, title: Адрес, text: У реки}]\n",
}


def marked(reads: Reading, name: str) -> Any:
    """A value in which the name of its field stands."""
    match reads:
        case Wait() | Whole():
            return 7
        case Day():
            return dt.date(2026, 1, 1)
        case Yes():
            return True
        case OneOf(words=words):
            return words[0]
        case Record(item=item) | Either(items=(Record(item=item), *_)):
            return full(item)
        case Many(of=of):
            return (marked(of, name),)
        case Pairs(of=of):
            return ((f"[[{name}]]", marked(of, name)),)
        case Name() | Ref() | Shaped():
            return f"marker-{name}"
    return f"[[{name}]]"


def full(item: type) -> Any:
    return item(**{name: marked(spec.reads, f"{item.__name__}.{name}") for name, spec in specs(item).items()})


def test_no_inner_field_of_any_kind_gets_out() -> None:
    outline = dataclasses.replace(full(KINDS["handbook"].item), client_pages="https://club.example", language="ru")
    shared = {kind.name: (full(kind.item),) for kind in KINDS.values() if kind.key}
    section = dataclasses.replace(full(Section), id="page", kind="client", status="active")
    handbook = Handbook(
        outline=outline, sections=(section, full(Section)), journeys=(full(KINDS["journey"].item),), shared=shared
    )
    pages = client_pages(handbook, TEMPLATES)
    assert set(pages) == {"page.html", "index.html"}
    seen = set(re.findall(r"(?:\[\[|marker-)(\w+\.\w+)", "".join(pages.values())))
    assert seen <= SHOWN and {"Section.purpose", "Step.do", "Step.how", "Detail.text"} <= seen


def test_links_lead_only_where_a_client_may_go(load_text: Load) -> None:
    pages = client_pages(load_text(FILES), TEMPLATES)
    assert set(pages) == {"before.html", "where.html", "index.html"}
    page = pages["before.html"]
    assert "за 25 минут" in page
    assert re.findall(r'href="([^"]*)"', page) == ["https://forms.example/a", "where.html"]
    assert "карточку" in page and "crm.example" not in page and "Секрет" not in "".join(pages.values())
    assert re.findall(r'href="([^"]*)">([^<]*)', pages["index.html"]) == [
        ("before.html", "Перед занятием"),
        ("where.html", "Где &lt;мы&gt;"),
    ]


def test_the_code_leads_to_the_page_on_the_companys_site(load_text: Load, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr("cjm.export.client.quick_response", lambda address: asked.append(address) or "<svg></svg>")
    client_pages(load_text(FILES), TEMPLATES)
    assert asked == [
        "https://club.example/dlya-vas/before.html",
        "https://club.example/dlya-vas/where.html",
        "https://club.example/dlya-vas/index.html",
    ]


def test_a_draft_or_a_retired_page_is_not_for_clients_yet(load_text: Load) -> None:
    files = {path: text.replace("kind: client", "kind: client\nstatus: draft") for path, text in FILES.items()}
    assert client_pages(load_text(files), TEMPLATES) == {}

"""Every word that prints in a section and is another thing's, changed alone: no foot says that the section stands approved."""

import dataclasses
import datetime as dt
import html
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jinja2
import pytest

from cjm.app.verify import verify
from cjm.approval import standings
from cjm.approval.decisions import unsettled
from cjm.approval.items import things
from cjm.approval.review import as_data, as_text
from cjm.book import WHOLE, Cut, back, book, since
from cjm.book import section as book_section
from cjm.book.text import Writer
from cjm.diff.difference import difference
from cjm.graph import ways
from cjm.load import load
from cjm.model import Handbook, Written
from cjm.model.fields import HOUSEKEEPING, Yes, specs
from cjm.pages import render
from cjm.pages.kinds.section import section_page
from cjm.pages.page import Edition
from cjm.pages.render import loader, rendered

from .conftest import FILES, HANDBOOK
from .paper import approved
from .test_everything_printed import made

DAY = dt.date(2026, 11, 21)
ROOT = Path(__file__).resolve().parents[2]
RICH: dict[str, str | bytes] = FILES | {
    "guideline/handbook.yml": HANDBOOK.replace(
        "channels:\n",
        """address: https://club.example/
feedback: a@club.example
hours: [{id: desk, title: Стойка, time: 10:00–20:00, days: пн–вс}]
dimensions:
  - {id: branch, title: Филиал, chosen: by-reader, values: [{id: north, title: Север, words: {where: на Севере}}, {id: south, title: Юг, words: {where: на Юге}}]}
channels:
""",
    ),
    "guideline/facts.yml": """facts:
  - {id: limit, title: Срок переноса, value: два часа, forms: {gen: двух часов}}
  - {id: price, title: Цена, value: 100 ₽}
  - {id: sale, title: Скидка, value: 20 ₽}
  - {id: total, title: Итого, value: '{{ price }} − {{ sale }}'}
  - {id: deep, title: Глубина, value: два метра}
  - {id: apart, title: Не отсюда, value: семь}
""",
    "guideline/glossary.yml": "terms: [{id: lane, term: дорожка, forms: [дорожку], means: 'Место глубиной {{ deep }}.', not: [полоса]}]\n",
    "guideline/promises.yml": "promises: [{id: back, from: admin, to: client, promise: Вернём 500 ₽., measure: чек, index: fcr, section: call}]\n",
    "guideline/resources.yml": """resources:
  - {id: form, title: Анкета, kind: form, address: 'https://forms.example/a', what: Пять вопросов.}
  - {id: crm, title: Журнал, kind: system, address: 'https://crm.example/', what: Записи.}
""",
    "guideline/duties.yml": "duties: [{id: marks, title: Проверить отметки, who: admin, every: раз в неделю, done_when: Есть все., uses: [crm], section: call}]\n",
    "guideline/indices.yml": "indices: [{id: fcr, title: Доля решённых сразу, means: Сколько решили сразу.}]\n",
    "guideline/client-types.yml": "client_types: [{id: anxious, title: Тревожная, portrait: Пишет., signs: [тихо], script: Давайте покажу., best_at: anna}]\n",
    "guideline/words.yml": "words: [{id: not-mine, say: это не ко мне, instead: сейчас узнаю}]\n",
    "guideline/placeholders.yml": "placeholders: [{id: name, name: имя клиента, example: Миша}]\n",
    "guideline/policies.yml": "policies: [{id: owners, title: У каждого раздела есть хозяин, every: {section: {}}, has: [owner]}]\n",
    "guideline/training.yml": "exams: [{id: first, title: Экзамен, roles: [admin], questions: 5, pass: 4, examiner: boss}]\n",
    "guideline/sections/call.yml": """section: call
title: Звонок
owner: vera
performer: admin
channels: [phone]
purpose: Клиент знает, что дальше, и видит дорожку.
trigger: Клиент обратился.
result: Запись видна в журнале {{ branch.where }}.
reviewed: 2026-10-01
steps:
  - {id: greet, do: 'Поздоровайтесь и назовите {{ limit }} и {{ total }}. Дайте [анкету](resource:form).', uses: [crm]}
  - {id: ask, do: Спросите., who: boss, say: '<имя клиента>, добрый день.', next: [{when: шумно, to: section:visit}, {when: тихо, to: greet}], script: s}
scripts: [{id: s, title: Слова, variants: [{channel: phone, text: 'Алло, {{ limit.gen }}'}]}]
conflicts: [{id: late, says: Поздно!, answer: Понимаю., alone: [Всё.], pass_on: {to: boss, when: всегда, how: звонком}}]
details:
  - {id: way, title: Куда, text: "![Налево](files/left.png)\\n\\n[правила](files/rules.pdf), [§](section:visit), [роль](role:boss), [термин](term:lane), [точка](touchpoint:first-visit)"}
shows: [promises, duties, client-types, words, policies, exams, indices, hours, channels, conflicts]
""",
    "guideline/files/left.png": b"left",
    "guideline/files/rules.pdf": b"rules",
    "guideline/files/elsewhere.pdf": b"elsewhere",
    "templates/pages/section.md": (ROOT / "templates/pages/section.md").read_bytes(),
    "templates/print/book.typ": (ROOT / "templates/print/book.typ").read_bytes(),
    "site_build/assets/css/own.css": b"p {}",
}


def altered(item: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """The record with each of its printed fields changed alone, however deep it stands; ids are names of other things."""
    for name, spec in specs(type(item)).items():
        value = getattr(item, name)
        if spec.weight == HOUSEKEEPING or name in ("id", "scope", "open", "standard", "language"):
            continue
        inside = value if isinstance(value, tuple) else (value,)
        if inside and isinstance(inside[0], Written):
            for number, one in enumerate(inside):
                for where, other in altered(one, f"{path}{name}."):
                    several = (*inside[:number], other, *inside[number + 1 :])
                    yield where, dataclasses.replace(item, **{name: several if isinstance(value, tuple) else other})
        else:
            other = not value if isinstance(spec.reads, Yes) else made(spec.reads, "bb")
            yield f"{path}{name}", dataclasses.replace(item, **{name: other})


def put(handbook: Handbook, name: str, thing: Any, other: Any) -> Handbook:
    def swapped(all_of: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(other if one is thing else one for one in all_of)

    kind = name.partition(":")[0]
    if kind == "outline":
        return dataclasses.replace(handbook, outline=other)
    if kind in ("section", "journey"):
        return dataclasses.replace(handbook, **{f"{kind}s": swapped(getattr(handbook, f"{kind}s"))})
    if kind == "dimension":
        outline = dataclasses.replace(handbook.outline, dimensions=swapped(handbook.outline.dimensions))
        return dataclasses.replace(handbook, outline=outline)
    return dataclasses.replace(handbook, shared={**handbook.shared, kind: swapped(handbook.shared[kind])})


def states(handbook: Handbook, name: str) -> Iterator[tuple[str, Handbook]]:
    """The handbook with one field of this thing changed."""
    thing = things(handbook)[name]
    if isinstance(thing, bytes):
        path = name.removeprefix("look:")
        yield "bytes", dataclasses.replace(handbook, look={**handbook.look, path: b"others"})
    else:
        for where, other in altered(thing):
            yield where, put(handbook, name, thing, other)


class Prints:
    """What of the section prints on the site and in the book: words, addresses outside, files; nothing of how it stands."""

    def __init__(self, compiled: Path) -> None:
        self.templates, self.compiled = loader(ROOT), jinja2.FileSystemBytecodeCache(str(compiled))

    def page(self, handbook: Handbook) -> str:
        [(_, made)] = rendered(Edition(handbook, DAY), self.templates, self.compiled)
        return made.replace("\u00a0", " ")

    def __call__(self, handbook: Handbook) -> tuple[object, ...]:
        page = self.page(handbook)
        page = re.sub(r'<nav class="neighbours".*?</nav>|^description:.*?$', "", page, flags=re.DOTALL | re.MULTILINE)
        page = re.sub(r"""\s(?:href|id|data-(?!means)[a-z]+)="(?!https?:|mailto:)[^"]*"|\{: [^}]*\}""", "", page)
        writer = Writer(handbook, frozenset())
        section = handbook.section["call"]
        tables = [back.shared(kind, (section,), writer) for kind in section.shows if kind != "hours"]
        made = [book_section.printed_section(section, ways(handbook), writer), tables]
        look = [raw for path, raw in handbook.look.items() if "elsewhere" not in path]
        return page, json.dumps(made, ensure_ascii=False, default=str), look


@pytest.fixture(scope="module")
def prints(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Prints]:
    """One page is rendered, not the whole site."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(render, "every_page", lambda edition: [section_page(edition.handbook.section["call"], edition)])
        yield Prints(tmp_path_factory.mktemp("compiled"))


@pytest.fixture(scope="module")
def signed() -> Handbook:
    """The rich handbook, all of it approved."""
    handbook = load({path: text if isinstance(text, bytes) else text.encode() for path, text in RICH.items()})
    assert not handbook.problems
    files = approved(handbook, "boris", DAY)
    kept = {name.rpartition("/")[2].removesuffix(".json"): raw for name, raw in files.items() if name.endswith(".json")}
    records = load({name: raw for name, raw in files.items() if name.endswith(".yml")}).approvals
    editions = {name: raw for name, raw in kept.items() if "-" in name}
    return dataclasses.replace(handbook, approvals=records, approved_texts=kept, editions=editions)


def foot(handbook: Handbook) -> str:
    parts = book(handbook, today=DAY, since=since(handbook, DAY)).data["parts"]
    row = next(one for part in parts for one in part["sections"] if one["label"] == "section:call")["foot"][0]
    return " ".join((row["key"], row["strong"], row["rest"])).replace("\u00a0", " ")


def bare(handbook: Handbook) -> Handbook:
    return dataclasses.replace(handbook, approvals=(), approved_texts={}, editions={})


NAMES = sorted(things(load({path: text if isinstance(text, bytes) else text.encode() for path, text in RICH.items()})))
SILENT = {"people", "section:call", "fact:apart", "look:guideline/files/elsewhere.pdf"}


@pytest.mark.parametrize("name", [name for name in NAMES if name not in ("people", "section:call")])
def test_what_prints_in_a_section_and_is_not_approved_is_told_by_all(
    name: str, signed: Handbook, prints: Prints
) -> None:
    before = prints(bare(signed))
    told = 0
    for where, state in states(signed, name):
        if prints(bare(state)) == before:
            continue
        stand = standings(state, DAY)
        assert stand.of["call"].status == "suspect", f"{where}: the section stands approved"
        if told:  # how the others say so does not hang on the field
            continue
        told += 1
        moved = ", ".join(unsettled(stand.of["call"], state, "ru"))
        assert moved and f"ждёт утверждения: {moved}" in html.unescape(prints.page(state)), "the site"
        assert foot(state) == f"Раздел ждёт утверждения изменилось: {moved}", "the book"
        assert as_data(stand, state, "ru")["sections"][0]["status"] == "suspect"
        assert "под вопросом 0" not in as_text(stand, state, "ru").replace("\u00a0", " "), "review"
        assert difference(signed, state, "ru").changes, "diff"
        sheet = since(state, DAY)
        assert sheet is not None and list(sheet.changes(WHOLE, state.sections)), "the sheet"
        if name != "outline":
            assert list(sheet.changes(Cut("section", "call"), [state.section["call"]])), (
                "the sheet of the section alone"
            )
        assert verify(state, ROOT / "nowhere", "1", DAY).changed, "verify"
    assert bool(told) is (name not in SILENT)


def test_who_signed_is_named_as_in_the_record(signed: Handbook, prints: Prints) -> None:
    """A name that is typed anew in `people` signs nothing."""
    people = tuple(
        dataclasses.replace(one, name="Пётр Первый") if one.id == "boris" else one for one in signed.outline.people
    )
    state = dataclasses.replace(signed, outline=dataclasses.replace(signed.outline, people=people))
    assert "Борис Зимин" in prints.page(state) and "Пётр" not in prints.page(state)
    assert foot(state) == "Утверждён 21 ноября 2026 Борис Зимин"


def test_a_section_that_nobody_touched_stands(signed: Handbook, prints: Prints) -> None:
    assert standings(signed, DAY).of["call"].status == "approved"
    assert "ждёт утверждения" not in prints.page(signed) and foot(signed).startswith("Утверждён")


def test_a_thing_that_is_gone_leaves_no_approval_behind(signed: Handbook) -> None:
    """A fact whose braces print as they are, a row of a table that is missing, a picture that is not there."""
    for kind, id in (("fact", "limit"), ("promise", "back"), ("term", "lane")):
        kept = tuple(one for one in signed.shared[kind] if getattr(one, "id", "") != id)
        state = dataclasses.replace(signed, shared={**signed.shared, kind: kept})
        assert standings(state, DAY).of["call"].status == "suspect", kind
    look = {path: raw for path, raw in signed.look.items() if "left" not in path}
    assert standings(dataclasses.replace(signed, look=look), DAY).of["call"].status == "suspect"

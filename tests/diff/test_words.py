"""What `cjm diff` tells of a field is what a page says of it: the same label, the same value, for every field there is."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from cjm.diff.difference import field_changes
from cjm.language.phrases import lower
from cjm.load import load
from cjm.model import Handbook, Written
from cjm.model.fields import (
    Address,
    Day,
    Either,
    Many,
    Name,
    OneOf,
    Pairs,
    Record,
    Ref,
    Shaped,
    Text,
    Wait,
    Whole,
    Yes,
    element,
    specs,
)
from cjm.model.outline import LintSettings
from cjm.model.registry import KINDS
from cjm.model.scope import SCOPE
from cjm.model.section import Choice, PassOn
from cjm.view import piece
from cjm.wording import label

CLUB = load({path: text.encode() for path, text in {
    "guideline/handbook.yml": (
        "handbook: club\ntitle: Клуб\nlanguage: ru\nparts: [{id: all, title: Всё, sections: [visit]}]\n"
        "people: [{id: anna, name: Анна Орлова}]\nchannels: [{id: hall, title: Зал}]\n"
        "dimensions: [{id: branch, title: Филиал, values: [{id: north, title: Север}, {id: south, title: Юг}]}]\n"
    ),
    "guideline/roles.yml": "roles: [{id: desk, title: Администратор, summary: Встречает.}]\n",
    "guideline/facts.yml": "facts: [{id: price, title: Цена, value: 300 ₽}]\n",
    "guideline/resources.yml": "resources: [{id: crm, title: Журнал, kind: system, address: 'https://crm.example'}]\n",
    "guideline/indices.yml": "indices: [{id: nps, title: NPS, means: Готовность советовать., formula: share, of: [cases]}]\n",
    "guideline/sections/visit.yml": (
        "section: visit\ntitle: Визит\nsteps:\n  - {id: key, do: Дайте ключ.}\n  - {id: bow, do: Проводите.}\n"
        "scripts: [{id: bye, title: Прощание, variants: [{text: Ждём вас.}]}]\n"
    ),
    "touchpoints/way.yml": (
        "journey: way\ntitle: Путь\nstages: [{stage: one, title: Один, touchpoints: [{id: go, title: Вход, channel: hall}]}]\n"
    ),
}.items()})  # fmt: skip
VISIT = CLUB.section["visit"]
NAMED = {
    "section": "visit", "role": "desk", "person": "anna", "channel": "hall", "touchpoint": "way/go", "journey": "way",
    "resource": "crm", "index": "nps", "step": "bow", "script": "bye",
}  # fmt: skip


def written(reads: Any) -> Any:
    """What somebody could have typed there, as it is read."""
    match reads:
        case Many(of=of):
            return (written(of),)
        case Text(style="label"):
            return "Цена — {{ price }}"
        case Text():
            return "Сначала {{ price }}.\nПотом [визит](section:visit)."
        case Ref(kinds=kinds):
            return next(NAMED[kind] for kind in kinds if kind in NAMED)
        case Wait(fact=True):
            return "{{ price }}"
        case Wait():
            return 5400
        case Day():
            return dt.date(2026, 11, 2)
        case Shaped():
            return "2026-10"
        case Whole(least=least):
            return least
        case Yes():
            return True
        case Address():
            return "https://www.club.example/rules/"
        case OneOf(words=words):
            return words[-1]
        case Pairs() if reads is SCOPE:
            return (("branch", ("north",)),)
        case Pairs():
            return (("gen", "трёхсот рублей"),)
        case _:
            return None


def records() -> Iterator[type[Written]]:
    """Every record that an author can write: the kinds of the registry, and what stands inside them."""
    known: list[type[Written]] = [kind.item for kind in KINDS.values()]
    for record in known:
        yield record
        for spec in specs(record).values():
            reads = element(spec.reads)
            inner = (
                [one.item for one in reads.items]
                if isinstance(reads, Either)
                else [reads.item]
                if isinstance(reads, Record)
                else []
            )
            known += [one for one in inner if one not in known]


FIELDS = [
    (record, attribute)
    for record in records()
    if record is not LintSettings  # rules are no words of the handbook
    for attribute, spec in specs(record).items()
    if not isinstance(spec.reads, Name) and attribute not in ("accept", "open", "lint", "look_for", "forms") and written(spec.reads) not in (None, (None,))
]  # fmt: skip


@pytest.mark.parametrize(("record", "attribute"), FIELDS, ids=[f"{record.__name__}-{name}" for record, name in FIELDS])
def test_a_field_is_called_and_worded_as_on_the_page(record: type[Written], attribute: str) -> None:
    reads = specs(record)[attribute].reads
    empty = replace(
        record(),
        **{attribute: () if isinstance(reads, Many | Pairs) else None if isinstance(reads, Whole | Wait | Day) else ""},
    )
    full = replace(empty, **{attribute: written(reads)})
    [change] = field_changes(empty, full, CLUB, CLUB, "ru")
    [field] = (one for one in piece("x", full, CLUB).fields if one.key == specs(record)[attribute].key)
    assert change.what == lower(field.label) and change.action == "added" and change.key == field.key
    page = "; ".join("\n".join(label(line, CLUB) for line in one.text.splitlines()) for one in field.values)
    assert page and change.after == page
    assert "{{" not in change.after


def test_all_kinds_are_tried() -> None:
    assert {record for record, _ in FIELDS} >= {kind.item for kind in KINDS.values()}
    assert len(FIELDS) > 150


@pytest.mark.parametrize(
    ("of", "attribute", "value", "says"),
    [
        ("step", "next", "to", "шаг 2"),
        ("step", "script", "bye", "Прощание"),
        ("role", "kind", "partner", "партнёр"),
        ("promise", "to", ("client",), "Клиент"),
        ("touchpoint", "emotion", -2, "−2"),
        ("touchpoint", "wait", 5400, "1 ч 30 мин"),
        ("touchpoint", "standard", ("visit", "resource:crm"), "1. Визит; Журнал"),
        ("section", "reviewed", dt.date(2026, 11, 2), "2 ноября 2026"),
        ("resource", "address", "https://www.club.example/rules/", "club.example/rules"),
    ],
)
def test_in_the_words_of_the_page(of: str, attribute: str, value: Any, says: str) -> None:
    before = KINDS[of].item()
    if of == "step":
        before = VISIT
        now = replace(
            VISIT.steps[0],
            **({"next": (Choice(when="ключа нет", to="bow"),)} if attribute == "next" else {attribute: value}),
        )
        after: Written = replace(VISIT, steps=(now, *VISIT.steps[1:]))
    else:
        after = replace(before, **{attribute: value})
    [change] = field_changes(before, after, CLUB, CLUB, "ru")
    assert says in change.after.replace("\u00a0", " ").split(" · ")


def test_a_question_is_told_with_the_name_of_its_field() -> None:
    before = KINDS["promise"].item()
    [change] = field_changes(before, replace(before, open=(("within", "За сколько?"), ("", "Кому?"))), CLUB, CLUB, "ru")
    assert change.after == "за какое время: За сколько?; Кому?"


def test_in_the_language_of_the_reader() -> None:
    before = KINDS["role"].item()
    [change] = field_changes(before, replace(before, kind="partner"), CLUB, CLUB, "en")
    assert change.after == "partner"


@pytest.mark.parametrize("goes", [False, True])
def test_a_piece_that_came_or_went_whole(goes: bool) -> None:
    """To whom a matter is passed on: one piece under one key, told with all that it says."""
    without = KINDS["conflict"].item(id="dear")
    states = (without, replace(without, pass_on=PassOn(to="desk", when="второй раз", within="10 мин")))
    [change] = field_changes(*(reversed(states) if goes else states), CLUB, CLUB, "ru")
    told = "Администратор · второй раз · 10 мин"
    assert (change.what, change.before, change.after) == ("кому передать", *((told, "") if goes else ("", told)))
    assert change.action == ("removed" if goes else "added") and change.normative


def test_a_piece_that_became_another_is_told_by_its_fields() -> None:
    conflict = KINDS["conflict"].item(id="dear", pass_on=PassOn(to="desk", within="10 мин"))
    [change] = field_changes(conflict, replace(conflict, pass_on=PassOn(to="desk", within="5 мин")), CLUB, CLUB, "ru")
    assert (change.where, change.what, change.before, change.after) == (
        "кому передать",
        "за какое время",
        "10 мин",
        "5 мин",
    )


def test_what_came_tells_the_facts_of_today_and_what_went_those_of_before() -> None:
    def club(price: str, steps: str) -> Handbook:
        return load(
            {
                "guideline/facts.yml": f"facts: [{{id: price, title: Цена, value: {price}}}]".encode(),
                "guideline/sections/a.yml": f"section: a\ntitle: А\nsteps: [{steps}]".encode(),
            }
        )

    went, came = "{id: a, do: 'Назовите: {{ price }}.'}", "{id: b, do: 'Возьмите {{ price }} и дайте чек.'}"
    old, new = club("100 ₽", went), club("200 ₽", came)
    told = [
        (one.action, one.before, one.after) for one in field_changes(old.section["a"], new.section["a"], old, new, "ru")
    ]
    text = " ".join(f"{action}: {before} {after}" for action, before, after in told).replace("\u00a0", " ")
    assert "Назовите: 100 ₽" in text and "Возьмите 200 ₽" in text


@pytest.mark.parametrize(
    ("was", "now", "told"),
    [
        ("[А, Б, В]", "[А, Б, В, Г]", [("added", "", "Г")]),
        ("[А, Б, В]", "[А, В]", [("removed", "Б", "")]),
        ("[А, Б, В]", "[А, Бы, В]", [("changed", "Б", "Бы")]),
        ("[А, Б, В]", "[Х, А, Б, Вы]", [("changed", "В", "Х; Вы")]),
        ("[А, Б, В]", "[Б, А, В]", [("changed", "А; Б; В", "Б; А; В")]),  # their order is all that changed
        ("[А, А]", "[А]", [("changed", "А; А", "А")]),  # which of two alike went is not known
        ("[А, Б]", "[В]", [("changed", "А; Б", "В")]),
    ],
)
def test_of_a_list_only_what_changed_is_told(was: str, now: str, told: list[tuple[str, str, str]]) -> None:
    def club(rights: str) -> Handbook:
        return load({"guideline/roles.yml": f"roles: [{{id: desk, title: Стойка, decides: {rights}}}]".encode()})

    old, new = club(was), club(now)
    found = field_changes(old.role["desk"], new.role["desk"], old, new, "ru")
    assert [(one.action, one.before, one.after) for one in found] == told

"""The model goes out as JSON that keeps to the schema beside it; what is inside stays inside."""

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from cjm.export.forms import ExportOrder, export_files
from cjm.export.forms.json import FORM, model, schema
from cjm.load import load, load_folder
from cjm.model.fields import specs
from cjm.model.registry import KINDS
from cjm.model.shared import SHARED
from cjm.view.scope import Cut

REPOSITORY = Path(__file__).resolve().parents[2]
CLUB = {
    "guideline/handbook.yml": (
        "handbook: club\ntitle: Клуб\nparts:\n  - {id: one, title: Первая, sections: [visit, {planned: later, title: Потом}]}\n"
        "  - {id: two, title: Вторая, sections: [secret]}\nlint: {profile: draft}\npeople: [{id: anna, name: Анна}]\n"
    ),
    "guideline/facts.yml": "facts:\n  - {id: price, title: Цена, value: 300 ₽}\n  - {id: two, title: За двоих, value: '{{ price }} × 2'}\n",
    "guideline/roles.yml": "roles: [{id: desk, title: Стойка, rank: 3}]\n",
    "guideline/sections/visit.yml": (
        "section: visit\ntitle: Визит\nperformer: desk\nreviewed: 2026-11-02\n"
        "accept: [{rule: 201, reason: стыдно показать, until: 2027-03-01}]\n"
        "steps:\n  - {id: ask, do: 'Скажите цену: {{ price }}.', next: [{when: да, to: ask}]}\nopen: {result: Что видно?}\n"
    ),
    "guideline/sections/secret.yml": (
        "section: secret\ntitle: Соседский\nstatus: draft\nquestions:\n"
        "  - {id: q, ask: Билет первый, use: exam, options: [{text: Да, right: true}]}\n  - {id: p, ask: Проба, use: practice, options: [{text: Да, right: true}]}\n"
    ),
    "guideline/sections/old.yml": "section: old\ntitle: Отменённый\nstatus: retired\n",
    "touchpoints/way.yml": (
        "journey: way\ntitle: Путь\nstages:\n  - {stage: s, title: Этап, touchpoints: [{id: go, title: Вход, emotion: -2, wait: 5 мин, standard: visit}]}\n"
    ),
}  # fmt: skip


def made(cut: Cut | None = None, **files: str) -> dict[str, Any]:
    handbook = load({path: text.encode() for path, text in {**CLUB, **files}.items()})
    order = ExportOrder("ru", dt.date(2026, 11, 28), cut or Cut())
    raw, declared = export_files("json", handbook, order).values()
    read: dict[str, Any] = json.loads(raw)
    Draft202012Validator(json.loads(declared), format_checker=FormatChecker()).validate(read)
    return read


def test_values_have_one_shape_and_facts_are_filled_in() -> None:
    read = made()
    (visit,) = [one for one in read["sections"] if one["section"] == "visit"]
    assert (
        visit["performer"] == ["desk"]
        and visit["reviewed"] == "2026-11-02"
        and visit["open"] == {"result": "Что видно?"}
    )
    assert visit["steps"] == [{"id": "ask", "do": "Скажите цену: 300 ₽.", "next": [{"when": "да", "to": "ask"}]}]
    assert read["facts"][1]["value"] == "600\xa0₽"
    (point,) = read["journeys"][0]["stages"][0]["touchpoints"]
    assert (point["emotion"], point["wait"]) == (-2, 300)


def test_what_is_inside_stays_inside() -> None:
    told = json.dumps(made(), ensure_ascii=False)
    assert all(word not in told for word in ("стыдно показать", "accept", "profile", "rank", "Отменённый", "Билет"))
    assert "Проба" in told


def test_a_part_says_nothing_of_the_others() -> None:
    read = made(Cut("part", "one"))
    told = json.dumps(read, ensure_ascii=False)
    assert (
        "Визит" in told
        and "Потом" in told
        and all(word not in told for word in ("Соседский", "Анна", "Вторая", "roles"))
    )
    assert read["handbook"]["parts"][0]["sections"] == [{"section": "visit"}, {"planned": "later", "title": "Потом"}]


@pytest.mark.parametrize(
    "folder", [".", "tests/companies/A-ladoshki", "tests/companies/B-vysota", "tests/companies/lines"]
)
def test_every_handbook_keeps_to_the_schema(folder: str) -> None:
    handbook, declared = load_folder(REPOSITORY / folder), schema("ru")
    Draft202012Validator.check_schema(declared)
    read = {"form": FORM, "made": "2026-11-28", **model(handbook)}
    Draft202012Validator(declared, format_checker=FormatChecker()).validate(json.loads(json.dumps(read)))


def test_every_kind_and_every_field_for_readers_is_in_the_schema() -> None:
    """Whoever drops in a kind or a field has it here at once: nothing is listed by hand."""
    declared = schema("en")
    assert {kind.key for kind in SHARED} <= set(declared["properties"])
    for kind in KINDS.values():
        told = declared["$defs"].get(kind.item.__name__)
        wanted = {one.key for one in specs(kind.item).values() if one.shown} - {"accept", "lint", "was"}
        assert told is None or set(told["properties"]) == wanted, kind.name


def test_a_field_that_goes_raises_the_version() -> None:
    """What form 1 promised is still there; if not, FORM is raised and this list is made anew."""
    promised = (Path(__file__).parent / f"{FORM.replace('/', '-')}.txt").read_text(encoding="utf-8").split()
    there = {f"{name}.{key}" for name, one in schema("en")["$defs"].items() for key in one["properties"]}
    assert set(promised) - there == set()

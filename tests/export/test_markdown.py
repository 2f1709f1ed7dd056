"""A handbook, a part or a section goes out as Markdown that reads well by itself, and comes in again line by line."""

import datetime as dt
import re
from pathlib import Path

import pytest

from cjm.export.forms import ExportOrder, export_files
from cjm.intake import documents_in, plan_of
from cjm.intake.plan import IntakePlan
from cjm.load import load, load_folder
from cjm.scaffold import First, first_files
from cjm.view.scope import Cut

REPOSITORY = Path(__file__).resolve().parents[2]
CLUB = {
    "guideline/handbook.yml": (
        "handbook: club\ntitle: Клуб\nparts:\n  - {id: one, title: Приём, sections: [visit, call]}\n  - {id: two, title: Деньги, sections: [pay]}\n"
        "people: [{id: anna, name: Анна}]\n"
    ),
    "guideline/facts.yml": "facts: [{id: price, title: Цена, value: 300 ₽}]\n",
    "guideline/roles.yml": "roles: [{id: desk, title: Администратор}]\n",
    "guideline/resources.yml": "resources: [{id: form, title: Анкета, kind: form, address: 'https://forms.example/x'}]\n",
    "guideline/sections/visit.yml": """section: visit
title: Визит
performer: desk
purpose: Гость знает, куда идти.
trigger: Гость вошёл.
result: Гость отмечен в карточке.
steps:
  - id: greet
    do: Поздоровайтесь и назовите цену {{ price }}.
    who: desk
    within: 1 мин
    say: |-
      <Имя гостя>, добрый день!
      Проходите.
    done_when: Гость у стойки.
  - id: form
    do: Дайте [анкету](resource:form), потом [позвоните](section:call), о деньгах — [там](section:pay).
scripts:
  - {id: hello, title: Первые слова, variants: [{text: Добрый день!}]}
conflicts:
  - {id: dear, says: Дорого!, why: Сравнил с соседями., answer: Понимаю. Покажу, что входит., alone: [Скидка 5 %], follow_up: Спросите через неделю.}
never:
  - {do: Спорить о цене, instead: Покажите список}
questions:
  - {id: exam, ask: Тайный билет?, use: exam, options: [{text: Да, right: true}]}
  - {id: own, ask: Что первым?, use: practice, options: [{text: Здороваюсь, right: true, because: Так теплее}, {text: Молчу}]}
""",
    "guideline/sections/call.yml": "section: call\ntitle: Звонок\nkind: reference\ndetails: [{id: hours, title: Часы, text: 'С 9 до 21.'}]\n",
    "guideline/sections/pay.yml": "section: pay\ntitle: Оплата\nkind: reference\ndetails: [{id: how, title: Как, text: Картой.}]\n",
}  # fmt: skip


def text_of(cut: Cut | None = None) -> str:
    handbook = load({path: text.encode() for path, text in CLUB.items()})
    (raw,) = export_files("md", handbook, ExportOrder("ru", dt.date(2026, 11, 28), cut or Cut())).values()
    return raw.decode()


def taken_in(text: str) -> IntakePlan:
    (document,) = documents_in("a.md", text.encode())
    return plan_of(document, load(first_files(First("Другой", "Другой", "Администратор", "Первое"), "ru")))


def test_it_reads_well_by_itself() -> None:
    told = text_of()
    assert told.startswith("# Клуб\n\nРедакция от 28.11.2026\n")
    assert "## Приём\n\n### 1. Визит\n\n**Для чего:** Гость знает, куда идти.\n" in told
    assert "1. Поздоровайтесь и назовите цену 300 ₽.\n" in told
    assert "   - **Скажите:**\n     > \\<Имя гостя\\>, добрый день!  \n     > Проходите.\n" in told
    assert (
        "Клиент: «Дорого!»\n" in told
        and "- **Нельзя:** Спорить о цене\n  - **Вместо этого:** Покажите список\n" in told
    )
    assert "✓ — Здороваюсь — Так теплее" in told and "Тайный билет" not in told
    assert not re.search(r"\n\n\n|\{\{|section:|resource:| $", told.replace("  \n", "\n"), re.MULTILINE)


def test_links_lead_inside_the_file_or_outside_or_are_words() -> None:
    whole, part = text_of(), text_of(Cut("part", "one"))
    assert (
        "[анкету](https://forms.example/x)" in whole
        and "[позвоните](#2-звонок)" in whole
        and "[там](#3-оплата)" in whole
    )
    assert "[позвоните](#2-звонок)" in part and "о деньгах — там." in part


def test_a_part_says_nothing_of_the_others() -> None:
    assert "Оплата" not in text_of(Cut("part", "one")) and "Звонок" not in text_of(Cut("section", "visit"))
    assert text_of(Cut("section", "visit")).startswith("# Клуб\n\nРедакция от 28.11.2026\n\n## 1. Визит\n")


@pytest.mark.parametrize("cut", [Cut(), Cut("part", "one"), Cut("section", "visit")], ids=str)
def test_what_goes_out_comes_in_again_field_by_field(cut: Cut) -> None:
    plan = taken_in(text_of(cut))
    (visit,) = [one.value for one in plan.drafts if one.kind == "section" and one.title == "Визит"]
    assert [visit[key] for key in ("purpose", "trigger", "result")] == [
        "Гость знает, куда идти.", "Гость вошёл.", "Гость отмечен в карточке.",
    ]  # fmt: skip
    first, second = ({key: value for key, value in one.items() if key != "id"} for one in visit["steps"])  # type: ignore[union-attr]
    said = str(first.pop("say"))
    assert said.startswith("<") and said.endswith("добрый день! Проходите.")
    assert first == {
        "do": "Поздоровайтесь и назовите цену 300 ₽.", "who": "administrator", "within": "1 мин", "done_when": "Гость у стойки.",
    }  # fmt: skip
    assert str(second["do"]).startswith("Дайте [анкету](resource:")
    (conflict,) = visit["conflicts"]  # type: ignore[misc]
    assert {key: conflict[key] for key in ("says", "why", "answer", "alone", "follow_up")} == {  # type: ignore[index,call-overload]
        "says": "Дорого!", "why": "Сравнил с соседями.", "answer": "Понимаю. Покажу, что входит.", "alone": ["Скидка 5 %"],
        "follow_up": "Спросите через неделю.",
    }  # fmt: skip
    (never,) = visit["never"]  # type: ignore[misc]
    assert never == {"do": "Спорить о цене", "instead": "Покажите список"}


@pytest.mark.parametrize("folder", ["tests/companies/A-ladoshki", "tests/companies/lines"])
def test_every_line_of_a_whole_handbook_ends_in_one_place(folder: str) -> None:
    handbook = load_folder(REPOSITORY / folder)
    (raw,) = export_files("md", handbook, ExportOrder("ru", dt.date(2026, 11, 28))).values()
    plan = taken_in(raw.decode())
    assert [one.line.number for one in plan.fates] == [
        at for at, line in enumerate(raw.decode().split("\n"), 1) if line.strip()
    ]
    assert len(plan.ended("field")) > 0.85 * len(plan.fates)

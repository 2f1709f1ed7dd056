"""What a consultant writes with `for`, a case each: what the check says of it, and what holds where a value is chosen."""

import datetime as dt

import pytest

from cjm.lint import lint
from cjm.load import load
from cjm.model import Handbook
from cjm.projection import project

HEAD = """handbook: x
title: Икс
language: ru
channels: [{id: desk, title: Стойка}, {id: phone, title: Телефон}]
dimensions:
  - {id: b, title: Филиал, chosen: by-reader, values: [{id: n, title: Север, words: {where: на Севере}}, {id: s, title: Юг, words: {where: на Юге}}]}
  - {id: c, title: Клиент, chosen: by-client, values: [{id: v, title: ВИП}, {id: o, title: Обычный}]}
people: [{id: a, name: Анна Лис, role: desk, approves: true}]
parts: [{id: p, title: П, sections: [one]}]
"""
SECTION = "section: one\ntitle: Раздел\nowner: a\npurpose: Гость доволен.\ntrigger: Гость вошёл.\nresult: Гость ушёл.\nperformer: desk\n"
STEPS = "steps: [{id: a, do: Скажите., script: s}]\nscripts:\n  - id: s\n    title: Слова\n    variants:\n"
POINT = "id: t, title: Т, contact: person, role: desk, channel: desk, standard: one, entry: true"
OTHER = "id: u, title: У, contact: person, role: desk, channel: desk, standard: one, outcome: Ушёл"


def made(section: str, facts: str = "", points: str = "") -> Handbook:
    files = {
        "guideline/handbook.yml": HEAD,
        "guideline/roles.yml": "roles: [{id: desk, title: Стойка}]\n",
        "guideline/sections/one.yml": SECTION + section,
    }
    if facts:
        files["guideline/facts.yml"] = f"facts: [{{id: w, title: Цена, values: [{facts}]}}]\n"
    if points:
        files["touchpoints/j.yml"] = (
            f"journey: j\ntitle: Путь\nstages:\n  - stage: a\n    title: А\n    touchpoints:\n{points}"
        )
    return load({name: text.encode() for name, text in files.items()})


@pytest.mark.parametrize(
    ("section", "facts", "points", "told"),
    [
        ("steps:\n  - {id: a, do: Ждите., next: [{when: да, to: b}, {when: иначе, to: c}]}\n  - {id: b, do: Идите., for: {b: n}}\n  - {id: c, do: Стойте.}\n", "", "",
         "CJM003 «b»: того, куда ведёт развилка, здесь нет (шаг) — для: Юг"),
        ("steps: [{id: a, do: Ждите., for: {b: s}}]\n", "", "", "CJM301 в разделе «Раздел» нет частей: шаги (steps) — для: Север"),
        ("for: {b: n}\nsteps: [{id: a, do: Ждите., for: {b: s}}, {id: c, do: Идите.}]\n", "", "",
         "CJM013 это не действует нигде: само оно — для: Юг, а то, в чём оно стоит, — для: Север"),
        (STEPS + "      - {channel: desk, for: {b: n}, text: Добрый день!}\n", "", "", "CJM320 «Слова (Стойка)»: ничего нет для: Юг"),
        (STEPS + "      - {channel: desk, for: {b: n}, text: Добрый день!}\n      - {channel: desk, text: Привет!}\n", "", "",
         "CJM320 «Слова (Стойка)»: без for, а рядом — то же с for"),
        ("for: {b: n}\n" + STEPS + "      - {channel: desk, for: {b: n}, text: Добрый день!}\n", "", "", ""),
        ('steps: [{id: a, do: "Скажите {{ w }}."}]\n', '{for: {b: n, c: v}, value: "1 ₽"}, {for: {b: s}, value: "2 ₽"}', "",
         "CJM320 «Цена»: ничего нет для: Север; Обычный"),
        ('steps: [{id: a, do: "Скажите {{ w }}."}]\n', '{for: {b: n}, value: "1 ₽"}, {for: {b: [n, s]}, value: "2 ₽"}', "",
         "CJM320 «Цена»: второй раз для: Север"),
        ("for: {b: n}\nsteps: [{id: a, do: Ждите.}]\n", "", f"      - {{{POINT}, outcome: Ушёл}}\n", "CJM201 "),
        ("steps: [{id: a, do: Ждите.}]\n", "", f"      - {{{POINT}, next: [{{to: u, for: {{c: v}}}}]}}\n      - {{{OTHER}}}\n",
         "CJM105 путь обрывается: из точки касания «Т» некуда идти, и исходом она не названа — для: Обычный"),
    ],
)  # fmt: skip
def test_each_case_says_what_is_wrong_and_for_whom(section: str, facts: str, points: str, told: str) -> None:
    found = [f"{one.code} {one.message}" for one in lint(made(section, facts, points), today=dt.date(2026, 11, 28))]
    judged = [one for one in found if one.split()[0] in ("CJM003", "CJM013", "CJM105", "CJM201", "CJM301", "CJM320")]
    assert any(one.startswith(told) for one in judged) if told else judged == [], found


def test_a_page_for_danger_hides_nothing_wherever_one_is() -> None:
    whole = made(
        'kind: emergency\ncalls: [{number: "112", who: скорая}]\nfor: {b: n}\nsteps:\n  - {id: a, do: "Код {{ w }}.", for: {b: n}}\n'
        '  - {id: b, do: Бегите., for: {b: s}}\n  - {id: c, do: "Стойте {{ b.where }}."}\n',
        "{for: {b: n}, value: 11}, {for: {b: s}, value: 22}",
    )
    for value in ("n", "s"):
        steps = project(whole, {"b": value}).section["one"].steps
        assert [step.do for step in steps] == ["Код 11 (Север) / 22 (Юг).", "Бегите.", "Стойте на Севере / на Юге."]

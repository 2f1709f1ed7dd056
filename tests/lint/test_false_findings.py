"""Sentences that were reported and are good, each beside one that is not: the rule still finds what it is for."""

from collections.abc import Callable, Mapping

import pytest

from cjm.lint import find, lint
from cjm.model import Handbook

Load = Callable[[Mapping[str, str]], Handbook]

BASE = {
    "guideline/handbook.yml": "handbook: t\ntitle: Т\nlanguage: ru\nchannels: [{id: phone, title: Т}]\npeople: [{id: anna, name: Анна Орлова, approves: true}]\nparts: [{id: a, title: А, sections: [visit]}]\n",
    "guideline/facts.yml": "facts:\n  - {id: site, title: Сайт, value: club.example}\n  - {id: price, title: Цена, value: 900 ₽}\n",
}


def codes(load_text: Load, code: str, files: dict[str, str]) -> bool:
    rule = find(code)
    assert rule is not None
    return any(finding.code == rule.code for finding in lint(load_text({**BASE, **files}), [rule]))


def section(more: str) -> dict[str, str]:
    return {"guideline/sections/visit.yml": f"section: visit\ntitle: Визит\n{more}"}


def said(text: str) -> dict[str, str]:
    return section(f"steps:\n  - id: a\n    do: Ответьте.\n    say: |\n      {text}\n")


def told(text: str) -> dict[str, str]:
    return section(f"steps:\n  - id: a\n    do: |\n      {text}\n")


def question(ask: str, wrong: str, right: str) -> dict[str, str]:
    return section(
        f"questions:\n  - id: a\n    ask: {ask}\n    use: exam\n    options:\n"
        f"      - {{text: {wrong}, because: Нет.}}\n      - {{text: {right}, right: true}}\n"
    )


def way(conditions: tuple[str, str]) -> dict[str, str]:
    one, other = conditions
    rows = "".join(f"      - {{id: {id}, title: {id}, contact: product, channel: phone, outcome: Да}}\n" for id in "bc")
    return {
        "touchpoints/j.yml": "journey: j\ntitle: П\nstages:\n  - stage: s\n    title: Э\n    touchpoints:\n      - id: a\n        title: а\n        contact: product\n        channel: phone\n"
        f"        next: [{{to: b, when: {one}}}, {{to: c, when: {other}}}]\n{rows}"
    }


def portrait(text: str) -> dict[str, str]:
    return {"guideline/client-types.yml": f"client_types: [{{id: a, title: А, portrait: '{text}'}}]\n"}


def meanwhile(text: str) -> dict[str, str]:
    return {
        "touchpoints/j.yml": "journey: j\ntitle: П\nstages:\n  - stage: s\n    title: Э\n    touchpoints:\n"
        f"      - {{id: a, title: а, contact: product, channel: phone, wait: 15 мин, meanwhile: {text}, outcome: Да}}\n"
    }


@pytest.mark.parametrize(
    "code, good, bad",
    [
        ("306", told("Пишите на my.club.example или club.example.org."), told("Пишите на club.example.")),
        ("306", question("Клиент просит 500 ₽. Что сделаете?", "Дам 300 ₽", "Откажу"), question("Что?", "Нет", "Дам 500 ₽")),
        ("409", told("Встреча на улице Антона Макарова."), told("Встреча с Антоном Макаровым.")),
        ("409", told("Школа имени Анны Соколовой рядом."), told("Пришёл Павел Безродный.")),
        ("409", told("Прочтите стихи Ивана Петрова."), told("Позвоните Ивану Петрову.")),
        ("403", said("В воскресенье можно, а в субботу нельзя."), said("В субботу нельзя.")),
        ("403", said("Сегодня мест нет — приводите завтра."), said("Сегодня мест нет. Такой порядок.")),
        ("111", way(("да", "нет")), way(("придёт", "думает"))),
        ("111", way(("оплатил", "не оплатил")), way(("оплатил", "думает"))),
        ("111", way(("место есть", "мест нет")), way(("место есть", "он спешит"))),
        ("111", way(("придёт", "в остальных случаях")), way(("придёт", "позвонит"))),
        ("301", section("details: [{id: a, title: Часы, text: 9–18}]\n"), section("steps: [{id: a, do: Ждите.}]\n")),
        ("406", told("Паспорт не нужен, код 1234."), told("Паспорт 4509 123456.")),
        ("406", told("Напишите в чат @club."), told("Напишите клиенту @petrova_m.")),
        ("302", portrait("Доброжелательный, говорит быстро."), told("Отвечайте доброжелательно.")),
        ("306", told("Сайт — [club.example](https://club.example)."), told("Сайт — club.example.")),
        ("305", meanwhile("Напомним за 2 часа до занятия"), meanwhile("Ответим через 2 часа")),
        ("414", told("Стоит от {{ price }}."), told("Ждите до {{ wait }}.") | {"guideline/facts.yml": "facts: [{id: wait, title: Ж, value: 1 минута}]\n"}),
        ("411", said("Скоро будет лето, а ответим сегодня."), said("Ответим скоро.")),
        ("413", said("Если (и только если) 5 < 6, скажите."), said("Добрый день, ______!")),
        ("412", said("Цена 5*5 и 3_000_000."), said("Цена **900**.")),
    ],
)  # fmt: skip
def test_good_text_is_good_and_bad_is_found(
    load_text: Load, code: str, good: dict[str, str], bad: dict[str, str]
) -> None:
    assert not codes(load_text, code, good)
    assert codes(load_text, code, bad)

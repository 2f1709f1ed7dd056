"""Slips of whoever edits a text in a hurry, each beside a sentence that looks alike and is right."""

from collections.abc import Callable, Mapping

import pytest

from cjm.lint import find, lint
from cjm.model import Handbook

Load = Callable[[Mapping[str, str]], Handbook]

OUTLINE = """\
handbook: test
title: Проба
language: ru
channels:
  - {id: phone, title: Телефон, icon: phone}
  - {id: chat, title: Мессенджер, icon: message}
  - {id: mail, title: Почта, icon: mail}
"""
PLACEHOLDERS = """\
placeholders:
  - {id: child, name: имя ребёнка, example: Миша}
  - {id: child-whom, name: имя ребёнка (кого), example: Мишу}
  - {id: coach, name: имя инструктора, example: Аня}
"""


def found(load_text: Load, code: str, **files: str) -> list[tuple[str, int]]:
    """What one rule finds: the file and the line."""
    texts = {"guideline/handbook.yml": OUTLINE, "guideline/placeholders.yml": PLACEHOLDERS}
    names = {
        f"guideline/{'sections/' if name.startswith('s_') else ''}{name.removeprefix('s_')}.yml": text
        for name, text in files.items()
    }
    rule = find(code)
    assert rule is not None
    return [(one.place.file, one.place.line) for one in lint(load_text(texts | names), [rule])]


def section(more: str) -> str:
    return f"section: visit\ntitle: Визит\nperformer: administrator\nchannels: [phone, chat]\n{more}"


def step(field: str, text: str) -> str:
    other = "" if field == "do" else "    do: Поздоровайтесь.\n"
    return section(f"steps:\n  - id: greet\n{other}    {field}: |\n      {text}\n")


# The rule, the field of a step, what is wrong, and what looks like it and is right.
SLIPS = [
    ("437", "do", "Позвоните через 5 минута.", "Позвоните через 5 минут, но не позже 21 часа."),
    ("437", "do", "Через две дня напишите.", "Через два дня напишите, через две недели позвоните."),
    ("437", "do", "На абонементе 10 занятия.", "Это видно на 10 занятии, всего 8 занятий и 3 переноса."),
    ("437", "do", "Поставьте жёлтый наклейка.", "Поставьте жёлтую наклейку: дежурный инструктора уже позвал."),
    ("437", "do", "Покажите нашего раздевалку.", "Покажите нашу раздевалку, вот две новые группы и три новых занятия."),
    ("437", "do", "Не пускайте без справка.", "Не пускайте без справки, с неделю подождите."),
    ("437", "do", "Передайте к администратора.", "Передайте к администратору через бота."),
    ("437", "done_when", "Занятие остался на абонементе.", "Занятие осталось, «Имя и цена пришли»."),
    ("437", "done_when", "Справка уже готов.", "Справка уже готова, абонемент принесла бабушка, администратор пришла."),
    (
        "410",
        "say",
        "Сегодня ждали <имя ребёнка>.",
        "Сегодня ждали <имя ребёнка (кого)>, вас встретит <имя инструктора>.",
    ),
    ("410", "say", "Спросите про <имя ребёнка>.", "Спросите, <имя ребёнка> придёт?"),
]


@pytest.mark.parametrize(("code", "field", "wrong", "right"), SLIPS)
def test_a_slip_is_told_and_what_looks_like_it_is_not(
    load_text: Load, code: str, field: str, wrong: str, right: str
) -> None:
    assert found(load_text, code, s_visit=step(field, wrong))
    assert not found(load_text, code, s_visit=step(field, right))


# The rule, what is wrong with a section, and what looks like it and is right.
SECTIONS = [
    (
        "318",
        "never:\n  - {do: Не слать голосовое, instead: Напишите}",
        "never:\n  - {do: Не ответить и не сказать когда, instead: Напишите}",
    ),
    (
        "330",
        "reviewed: 2026-09-01\nchanges:\n  - {date: 2026-11-18, what: Новое}",
        "reviewed: 2026-11-18\nchanges:\n  - {date: 2026-11-18, what: Новое}",
    ),
    (
        "317",
        "scripts:\n  - id: a\n    title: Оплата\n    variants:\n      - {channel: phone, text: Оплатите по ссылке.}",
        "scripts:\n  - id: a\n    title: Оплата\n    variants:\n      - {channel: phone, text: Ссылку пришлю.}\n      - {channel: chat, text: Оплатите по ссылке.}",
    ),
    (
        "317",
        "steps:\n  - {id: news, do: Новостей в мессенджер не шлём.}\nscripts:\n  - id: a\n    title: Новость\n    variants:\n      - {channel: chat, text: Открыт новый зал.}",
        "steps:\n  - {id: news, do: Новостей в мессенджер не шлём.}\nscripts:\n  - id: a\n    title: Напоминание\n    variants:\n      - {channel: chat, text: Ждём вас.}",
    ),
    (
        "435",
        "kind: client\nsteps:\n  - {id: a, do: 'Если клиент спорит, зовите старшего.'}",
        "kind: client\nsteps:\n  - {id: a, do: 'Если опоздали, позвоните нам.'}",
    ),
    (
        "436",
        "calls: [{number: '112', who: всё}]\nkind: emergency\nsteps:\n  - {id: a, do: Звоните 122.}",
        "kind: emergency\nsteps:\n  - {id: a, do: Звоните 122.}",
    ),
]


@pytest.mark.parametrize(("code", "wrong", "right"), SECTIONS)
def test_a_slip_in_a_section(load_text: Load, code: str, wrong: str, right: str) -> None:
    assert found(load_text, code, s_visit=section(wrong))
    assert not found(load_text, code, s_visit=section(right))


OTHER = "section: refund\ntitle: Возврат\nperformer: administrator\nsteps:\n  - {id: take, do: Примите заявление.}\n"


@pytest.mark.parametrize(
    ("link", "told"),
    [
        ("[«Возврат»](section:visit)", True),
        ("[«Возврат»](section:refund)", False),
        ("[вернём деньги](section:refund)", False),
    ],
)
def test_a_link_that_is_called_like_another_section(load_text: Load, link: str, told: bool) -> None:
    assert bool(found(load_text, "518", s_refund=OTHER, s_visit=step("how", f"Деньги — {link}."))) is told


@pytest.mark.parametrize(
    ("measure", "told"),
    [("Ответ — до 10 рабочих дней.", True), ("Ответ — до {{ soon }}.", False), ("Две отметки у каждого.", False)],
)
def test_a_length_that_is_typed_where_others_are_facts(load_text: Load, measure: str, told: bool) -> None:
    facts = "facts:\n" + "".join(
        f"  - {{id: {id}, title: Срок {id}, value: {n} дней}}\n" for id, n in (("soon", 5), ("late", 7), ("end", 9))
    )
    promises = f'promises:\n  - {{id: a, from: administrator, to: Клиент, promise: Ответим., measure: "{measure}"}}\n'
    assert bool(found(load_text, "306", facts=facts, promises=promises)) is told

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
ROLES = """\
roles:
  - {id: administrator, title: Администратор, decides: [Подарок — один раз]}
  - {id: senior, title: Старший, decides: [Исключение из правил — один раз]}
"""
PLACEHOLDERS = """\
placeholders:
  - {id: child, name: имя ребёнка, example: Миша}
  - {id: child-whom, name: имя ребёнка (кого), example: Мишу}
  - {id: coach, name: имя инструктора, example: Аня}
"""


def found(load_text: Load, code: str, **files: str) -> list[tuple[str, int]]:
    """What one rule finds: the file and the line."""
    texts = {
        "guideline/handbook.yml": OUTLINE,
        "guideline/placeholders.yml": PLACEHOLDERS,
        "guideline/roles.yml": ROLES,
    }
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
    (
        "437",
        "do",
        "Поставьте жёлтый наклейка.",
        "Поставьте жёлтую наклейку: дежурный инструктора уже позвал. Жёлтая и синяя наклейки рядом, первая, вторая группы.",
    ),
    ("437", "do", "Покажите нашего раздевалку.", "Покажите нашу раздевалку, вот две новые группы и три новых занятия."),
    ("437", "do", "Не пускайте без справка.", "Не пускайте без справки, с неделю подождите."),
    (
        "437",
        "do",
        "Спросите у клиент.",
        "Старший смены уносит личное клиента, с семью детьми ходят в гости, М-3 занятие.",
    ),
    (
        "437",
        "say",
        "Вы записан на вторник.",
        "Вы записаны на вторник, он пришёл, она тепло одета, если он или она устали.",
    ),
    ("437", "say", "Когда вы пришла?", "Когда вы пришли? Мама и папа опоздали, для мамы ждал тренер."),
    ("437", "say", "Мама ещё не пришёл.", "Мама ещё не пришла, ребёнок уже поел, дети сели за стол."),
    ("437", "say", "Я перезвоним через час.", "Я перезвоню, мы перезвоним, я всем напишу."),
    (
        "437",
        "do",
        "Если родители хочет перенести, спросите когда.",
        "Если родители хотят перенести, спросите, они может быть заняты.",
    ),
    ("437", "say", "Если вы сможет, приходите.", "Если вы сможете, приходите, он сможет."),
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


DUTY = "duties:\n  - {{title: {title}, who: {who}, when: просят}}\n"


@pytest.mark.parametrize(
    ("title", "who", "told"),
    [
        ("Утвердить исключение из правил", "administrator", True),
        ("Утвердить исключение из правил", "senior", False),
        ("Записать исключение из правил", "administrator", False),
    ],
)
def test_a_duty_to_decide_what_another_decides(load_text: Load, title: str, who: str, told: bool) -> None:
    assert bool(found(load_text, "220", duties=DUTY.format(title=title, who=who))) is told


OFTEN = """steps:
  - {id: back, do: Верните занятие, раз в полгода это можно.}
questions:
  - id: often
    ask: Как часто можно вернуть занятие без справки?
    use: exam
    options:
      - {text: раз в полгода, because: Так сказано.%s}
      - {text: раз в год, because: Это реже.%s}
"""


@pytest.mark.parametrize(("half", "year", "told"), [("", ", right: true", True), (", right: true", "", False)])
def test_the_right_answer_is_the_one_that_the_section_gives(load_text: Load, half: str, year: str, told: bool) -> None:
    assert (
        bool(
            found(
                load_text,
                "712",
                s_visit=section(
                    (OFTEN % (half, year))
                    .replace("Верните занятие, раз", "'Верните занятие, раз")
                    .replace("можно.}", "можно.'}")
                ),
            )
        )
        is told
    )


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("зелёная дверь справа", True),
        ("синяя дверь слева", False),
        ("чат «Дуэт»", True),
        ("чат «Тандем»", False),
        ("зелёная лестница", False),
    ],
)
def test_a_thing_looks_the_same_everywhere(load_text: Load, words: str, told: bool) -> None:
    steps = "".join(
        f"  - {{id: s{n}, do: 'Покажите: синяя дверь слева. Напишите в чат «Тандем».'}}\n" for n in range(4)
    )
    assert (
        bool(found(load_text, "305", s_visit=section(f"steps:\n{steps}  - {{id: last, do: 'Покажите: {words}.'}}\n")))
        is told
    )


WITHIN = "facts:\n  - {{id: missed, title: Перезваниваем по пропущенному, value: 10 минут}}\n  - {{id: evening, title: Сообщение, value: '18:00'}}\n"


@pytest.mark.parametrize(("within", "told"), [("1 ч", True), ("5 мин", False), ("'{{ missed }}'", False)])
def test_a_time_that_is_typed_beside_the_fact_of_the_step(load_text: Load, within: str, told: bool) -> None:
    steps = f"steps:\n  - {{id: a, when: звонок пропущен, do: Перезвоните., within: {within}}}\n"
    assert bool(found(load_text, "305", facts=WITHIN.format(), s_visit=section(steps))) is told


@pytest.mark.parametrize(("within", "told"), [("до 17:30", True), ("до 19:00", False)])
def test_an_hour_that_is_typed_before_the_condition_of_its_step(load_text: Load, within: str, told: bool) -> None:
    steps = f"steps:\n  - {{id: b, when: 'до {{{{ evening }}}} не ответили', do: Позвоните., within: {within}}}\n"
    assert bool(found(load_text, "334", facts=WITHIN.format(), s_visit=section(steps))) is told


@pytest.mark.parametrize(("within", "told"), [("до 17:30", True), ("до 19:00", False)])
def test_an_hour_that_is_typed_after_the_fact_of_the_step_before(load_text: Load, within: str, told: bool) -> None:
    steps = f"steps:\n  - {{id: a, do: Напишите., within: 'до {{{{ evening }}}}'}}\n  - {{id: b, do: Позвоните., within: {within}}}\n"
    assert bool(found(load_text, "334", facts=WITHIN.format(), s_visit=section(steps))) is told


JOURNEY = """journey: way
title: Путь
stages:
  - stage: ask
    title: Вопрос
    touchpoints:
      - {id: ask, title: Вопрос, client: '%s', contact: person, channel: %s, outcome: Знает}
"""


@pytest.mark.parametrize(
    ("channel", "client", "told"),
    [
        ("phone", "Читает сообщение", True),
        ("chat", "Слышит в трубке голос", True),
        ("phone", "Слышит живой голос", False),
        ("chat", "Читает ответ", False),
        ("mail", "Читает письмо или звонит", False),
    ],
)
def test_what_a_client_does_fits_the_channel(load_text: Load, channel: str, client: str, told: bool) -> None:
    texts = {"guideline/handbook.yml": OUTLINE, "touchpoints/way.yml": JOURNEY % (client, channel)}
    rule = find("208")
    assert rule is not None
    assert bool(lint(load_text(texts), [rule])) is told


@pytest.mark.parametrize(
    ("script", "told"), [("Не волнуйтесь, он поплывёт.", True), ("Вода тёплая, 32 градуса.", False)]
)
def test_words_that_close_a_client_are_not_in_his_script(load_text: Load, script: str, told: bool) -> None:
    types = f"client_types:\n  - {{id: asks, title: Спрашивает, blocks: ['«Не волнуйтесь» — и больше ничего'], script: '{script}'}}\n"
    assert bool(found(load_text, "435", **{"client-types": types})) is told


@pytest.mark.parametrize(
    ("mail", "told"), [("hi@dolphin.example", True), ("hi@club.example", False), ("club@gmail.com", False)]
)
def test_a_mail_address_on_another_site_than_all_others(load_text: Load, mail: str, told: bool) -> None:
    resources = "resources:\n" + "".join(
        f"  - {{id: r{n}, title: Форма {n}, kind: form, address: 'https://forms.club.example/{n}'}}\n" for n in range(3)
    )
    facts = f"facts:\n  - {{id: mail, title: Почта, value: {mail}}}\n"
    assert bool(found(load_text, "513", facts=facts, resources=resources)) is told


INDEX = "indices:\n  - {{id: nps, title: NPS, means: Советуют ли., formula: promoters-minus-detractors, of: form, target: '{target}'}}\n"


@pytest.mark.parametrize(("target", "told"), [("не выше 70", True), ("не ниже 70", False)])
def test_a_target_is_not_turned_round(load_text: Load, target: str, told: bool) -> None:
    resources = "resources:\n  - {id: form, title: Форма, kind: form, address: 'https://forms.club.example', read_by: administrator}\n"
    assert bool(found(load_text, "323", indices=INDEX.format(target=target), resources=resources)) is told


@pytest.mark.parametrize(("fact", "told"), [("senior", True), ("own", False)])
def test_a_role_is_reached_by_its_own_fact(load_text: Load, fact: str, told: bool) -> None:
    facts = "facts:\n  - {id: senior, title: Старший отвечает за, value: 2 часа}\n  - {id: own, title: Администратор отвечает за, value: 5 минут}\n"
    roles = f"roles:\n  - {{id: administrator, title: Администратор, contact: 'Чат, за {{{{ {fact} }}}}'}}\n  - {{id: senior, title: Старший}}\n"
    assert bool(found(load_text, "220", facts=facts, roles=roles)) is told


@pytest.mark.parametrize(
    ("title", "told"),
    [("Никто не ждёт дольше получаса", True), ("Никто не ждёт дольше 45 минут", False), ("Никто не ждёт долго", False)],
)
def test_a_policy_checks_the_time_of_its_title(load_text: Load, title: str, told: bool) -> None:
    policies = f"policies:\n  - {{id: wait, title: {title}, longest_wait: {{to: way/ask, at_most: 45 мин}}}}\n"
    assert bool(found(load_text, "334", policies=policies)) is told


@pytest.mark.parametrize(("asked", "told"), [("Тридцать", True), ("Двадцать", False)])
def test_a_plan_and_its_exam_ask_the_same(load_text: Load, asked: str, told: bool) -> None:
    training = (
        f"plans:\n  - id: first\n    title: Начало\n    roles: administrator\n    days: [{{title: 'Пятый день: экзамен', do: {asked} вопросов.}}]\n"
        "exams:\n  - {id: new, title: Экзамен, roles: administrator, questions: 20, pass: 18}\n"
    )
    assert bool(found(load_text, "334", training=training)) is told


@pytest.mark.parametrize(
    ("forms", "told"),
    [
        ("gen: 4 часов, dat: 4 часов", True),
        ("gen: 4 часов, dat: 4 часам, acc: 4 часа", False),
        ("gen: пятого дня", False),
    ],
)
def test_a_form_of_a_fact_stands_in_its_case(load_text: Load, forms: str, told: bool) -> None:
    facts = f"facts:\n  - {{id: limit, title: Срок, value: 4 часа, forms: {{{forms}}}}}\n"
    assert bool(found(load_text, "437", facts=facts)) is told

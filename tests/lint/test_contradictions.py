"""What contradicts itself is found, and its sound neighbour is not: pairs that an author would write."""

import pytest

from cjm.lint import lint
from cjm.load import load
from tests.lint.test_rule_pages import TODAY, base, files

SECTION = "section: visit\ntitle: Визит\nperformer: administrator\n"
HOURS = '---\nhandbook: test\ntitle: Проба\norganisation: Клуб «Кораблик»\nlanguage: ru\nhours: [{id: desk, title: Стойка открыта, time: "8:00–21:00"}]\nparts: [{id: a, title: А, sections: [visit]}]\n'
DUTIES = (
    SECTION
    + "---\nduties:\n  - {title: Позвонить тем, кто не пришёл, who: administrator, when: начало прошло, section: visit}\n"
)
KEPT = "---\npromises: [{id: p, from: administrator, to: client, promise: Ответим письменно., measure: 'Письменный ответ — до 3 рабочих дней.', section: visit}]\n"
POINT = "---\njourney: j\ntitle: П\nstages: [{stage: s, title: Э, touchpoints: [{id: t, title: Т, contact: person, role: administrator, channel: desk, standard: visit, wait: %s, meanwhile: Ждёт., outcome: Да}]}]\n"
CLOCKS = (
    SECTION
    + "steps:\n  - {id: a, do: Пишите., within: 'в {{ sent }}'}\n  - {id: b, do: Звоните., when: 'до {{ asked }} молчат', within: 'до {{ list }}'}\n---\nfacts: [{id: sent, title: Пишем, value: '18:00'}, {id: asked, title: Ждём, value: '20:00'}, {id: list, title: Список, value: '%s'}]\n"
)
TIMES = (
    SECTION
    + "steps: [{id: a, do: 'Сообщение ушло: звоните через 30 мин.'}]\nquestions: [{id: q, ask: Сообщение ушло в 11:20. Во сколько звоните?, use: practice, options: [{text: '11:50', because: Через полчаса после сообщения.%s}, {text: '12:20', because: Поздно.%s}]}]\n"
)
RIGHTS = "---\nroles: [{id: administrator, title: Администратор, rank: 1, decides: [Отдать ключ, %s]}, {id: manager, title: Старший, rank: 2, decides: [Продлить срок абонемента по болезни — раз]}]\n"
ALONE = SECTION + "conflicts: [{id: c, says: Продлите!, alone: [Продлить срок абонемента — всегда]}]\n"
TERMS = "---\nterms: [{term: CRM, means: А}, {term: NPS, means: Б}, {term: CSI, means: В}]\n"
FACTS = "---\nfacts: [{id: before, title: За сколько приезжать, value: 25 минут}, {id: address, title: Адрес, value: 'Речной бульвар, 12'}]\n"
GROUPS = "facts: [{id: a, title: 'Вторая группа: возраст', value: 1 год}, {id: b, title: 'Третья группа: возраст', value: %s}, {id: c, title: Самая короткая пауза, value: %s}, {id: d, title: 'Пауза, всего', value: 14 дней}, {id: e, title: Поздравление уходит, value: '%s'}]\n---\nhandbook: test\ntitle: Проба\nlanguage: ru\nhours: [{id: c, title: Пишем клиентам, time: '8:00–22:00'}]\nparts: [{id: a, title: А, sections: [visit]}]\n"
IN_ORDER = (
    SECTION
    + "steps: [{id: a, do: Найдите замену инструктору.}, {id: b, do: Позвоните всем семьям.}, {id: c, do: Верните занятие каждому.}]\nquestions: [{id: q, ask: Расставьте по порядку., use: exam, in_order: true, options: [%s]}]\n"
)
POLICY = "policies: [{id: p, title: Не больше шести шагов, at_most_steps: {from: a/b, to: a/c, steps: %s}}]\n"

FOUND = {
    "305-step": (SECTION + "steps: [{id: a, do: Дайте письменный ответ., within: 10 рабочих дней}]\n" + KEPT, "305"),
    "305-wait": (SECTION + "steps: [{id: a, do: Ждите., within: 1 ч}]\n" + KEPT + POINT % "6 дней", "305"),
    "334-steps": (CLOCKS % "19:30", "334"),
    "334-third": (GROUPS % ("10 месяцев", "неделя", "10:00"), "334"),
    "334-least": (GROUPS % ("2 года", "месяц", "10:00"), "334"),
    "334-sent": (GROUPS % ("2 года", "неделя", "6:00"), "334"),
    "334-policy": (POLICY % 9, "334"),
    "712-clock": (TIMES % ("", ", right: true"), "712"),
    "712-order": (IN_ORDER % "{text: Позвонит семьям}, {text: Найдёт замену}, {text: Вернёт занятие}", "712"),
    "215-theirs": (ALONE + RIGHTS % "Дать полотенце", "215"),
    "503-short": (SECTION + "steps: [{id: a, do: Спишите занятие в АРМ.}]\n" + TERMS, "503"),
    "306-spelt": (SECTION + "steps: [{id: a, do: Приезжайте за пятнадцать минут до начала.}]\n" + FACTS, "306"),
    "436-rude": (SECTION + "steps: [{id: a, do: Объясните., say: 'Вы опять врёте?'}]\n", "436"),
    "518-doer": (SECTION + "steps: [{id: a, do: Ждите.}]\n---\nduties: [{title: Ждать, who: manager, section: visit}]\n", "518"),
    "306-near": (SECTION + "steps: [{id: a, do: 'Наш адрес — Речной бульвар, 21.'}]\n" + FACTS, "306"),
    "306-spelt-en": (SECTION + "steps: [{id: a, do: Arrive fifteen minutes before it.}]\n---\nfacts: [{id: b, title: How long before to arrive, value: 25 minutes}]\n" + HOURS.replace("language: ru", "language: en"), "306"),
    "319-always": (SECTION + "steps: [{id: a, do: Ответьте., say: Отвечаем круглосуточно.}]\n" + HOURS, "319"),
    "319-no-time": (SECTION + 'steps: [{id: a, do: Ответьте., within: "{{ p }}"}]\n---\nfacts: [{id: p, title: Телефон, value: "+7 495 000-12-12"}]\n', "319"),
    "330-days": ("plans:\n  - {id: p, title: План, roles: administrator, days: [{title: Первый день}, {title: Третий день}, {title: Второй день}]}\n", "330"),
    "330-list": (SECTION + "steps:\n  - id: a\n    do: Исправьте.\n    how: |\n      1. Удалите.\n      3. Внесите.\n", "330"),
    "434-one-by-one": (SECTION + "steps: [{id: a, do: 'Спросите о воде и цели, по одному вопросу.', say: Как он относится к воде? Чего вы ждёте?}]\n", "434"),
    "510-duty": (DUTIES.replace("Позвонить тем, кто не пришёл", "Связаться с ними") + "  - {title: Связаться со всеми, who: administrator, when: начало прошло, section: visit}\n", "510"),
    "712-number": (SECTION + "steps: [{id: a, do: Вернуть деньги за 14 дней.}]\nquestions: [{id: q, ask: За сколько дней вернуть деньги?, use: practice, options: [{text: 9 дней, right: true}, {text: 14 дней, because: Долго.}]}]\n", "712"),
    "433-company": (SECTION + "steps: [{id: a, do: Позвоните., say: Это <имя> из велосервиса «Спица».}]\n" + HOURS, "433"),
    "413-closed": (SECTION + "steps: [{id: a, do: Позвоните., say: 'Здравствуйте, имя клиента>!'}]\n---\nplaceholders: [{id: n, name: имя клиента, example: Ольга}]\n", "413"),
    "006-fence": ("```yaml\n" + SECTION, "006"),
    "008-case": (SECTION + "steps: [{id: a, Do: Ответьте.}]\n", "008"),
    "015-lines": (SECTION + "look_for:\n  - мама ругается\n    что сказать злому\n", "015"),
    "017-letters-time": (SECTION + "steps: [{id: a, do: 'Напишите до 18:ОО.'}]\n", "017"),
    "017-letters-hour": (SECTION + "steps: [{id: a, do: 'Напишите до l8:00.'}]\n", "017"),
    "017-letters-fact": ("facts: [{id: p, title: Начало, value: 'З0:15'}]\n", "017"),
    "017-letters-phone": ("facts: [{id: p, title: Телефон, value: '+7 495 000-12-1О'}]\n", "017"),
    "017-letters-date": (SECTION + "steps: [{id: a, do: 'Сверьте до 2О.11.2026.'}]\n", "017"),
    "017-letters-sum": (SECTION + "steps: [{id: a, do: 'Возьмите 15ОО ₽.'}]\n", "017"),
    "436-service": (SECTION.replace("performer: administrator", "kind: emergency\nperformer: administrator") + "calls: [{number: '102', who: скорая}]\n", "436"),
    "436-service-said": (SECTION + "steps: [{id: a, do: 'Вызовите скорую: 101.'}]\n", "436"),
    "433-from": (SECTION + "steps: [{id: a, do: Позвоните., say: 'Здравствуйте, это <моё имя> из «Аквамарина». Вы просили.'}]\n" + HOURS, "433"),
    "436-mouth": (SECTION + "steps: [{id: a, do: 'Держите крепко и вложите в рот ложку.'}]\n", "436"),
    "436-home": (SECTION + "steps: [{id: a, do: 'Если родителей нет, отвезите ребёнка домой на своей машине.'}]\n", "436"),
    "436-force": (SECTION + "steps: [{id: a, do: 'Не идёт — возьмите из рук силой.'}]\n", "436"),
    "436-photo": (SECTION + "steps: [{id: a, do: 'Фото ребёнка пришлите в чат смены.'}]\n", "436"),
    "436-said": (SECTION + "steps: [{id: a, do: Скажите., say: 'Дайте лекарство от боли и смотрите за ним.'}]\n", "436"),
    "401-short": (SECTION + "steps: [{id: a, do: Встретьте., say: Здравствуйте! Вы к кому? Ждём вас.}]\nnever: [{say: Вы к кому?, instead: Спросите имя}]\n", "401"),
    "401-address": (SECTION + "steps: [{id: a, do: Скажите., say: 'Мамочка, на абонементе пусто.'}]\n", "401"),
    "219-told": ("improvements: [{id: a, problem: Ждут., title: Фены, state: done, since: 2026-02-16, result: helped, effect: 'За три месяца после — 26 жалоб, за три месяца до — 8.'}]\n", "219"),
    "330-count": (SECTION + "steps:\n  - id: a\n    do: Спросите.\n    say: |\n      Три коротких вопроса, ответы читаем сами.\n      1. Как вам?\n      2. Что исправить?\n      3. Почему?\n      4. Откуда узнали?\n", "330"),
    "330-few": (SECTION + "steps: [{id: a, do: 'Не звоните. Исключений три: ребёнку плохо или отменилось занятие.'}]\n", "330"),
    "435-nick": (SECTION + "steps: [{id: a, do: Сверьте., say: Вы у нас бухгалтер семьи.}]\n---\nclient_types: [{id: c, title: Бухгалтер семьи, portrait: Сверяет.}]\n", "435"),
    "427-aside": (SECTION + "steps: [{id: a, do: Сверьте., say: 'Занятие вернулось (если клиент спросит, почему — наша ошибка).'}]\n", "427"),
    "427-aside-en": (SECTION + "steps: [{id: a, do: Check., say: 'It is back (do not mention the mistake).'}]\n" + HOURS.replace("language: ru", "language: en"), "427"),
    "436-chat": (SECTION + "steps: [{id: a, do: 'Запишите в чат смены фамилию и диагноз.'}]\n", "436"),
    "436-card": (SECTION + "steps: [{id: a, do: 'Не хотят ждать — дайте номер своей карты.'}]\n", "436"),
    "336-thing": (SECTION + "steps: [{id: a, do: 'Не хотят ждать — назовите личный номер инструктора.'}]\nnever: [{do: Давать личный номер инструктора, instead: Передайте сами}]\n", "336"),
    "336-thing-en": (SECTION + "steps: [{id: a, do: Give your private number.}]\nnever: [{do: To give your private number, instead: Ring them}]\n" + HOURS.replace("language: ru", "language: en"), "336"),
    "336-script": (SECTION + "steps: [{id: a, do: Поздравьте., script: b}]\nscripts: [{id: b, title: День, variants: [{channel: desk, text: 'Поздравляем! Дарим скидку, афиша ниже.'}]}]\nnever: [{do: Вкладывать в поздравление скидку или афишу, instead: Только поздравьте}]\n", "336"),
    "336-unsaid": (SECTION + "steps: [{id: a, do: 'Спросите. О диагнозах молчите.', say: 'Его диагноз — астма?'}]\n", "336"),
    "336-price": (SECTION + "steps: [{id: a, do: 'Спросите. Цену не называйте.', say: 'Это стоит немного.'}]\n", "336"),
    "518-inner": (SECTION + "steps: [{id: a, do: Ждите.}]\n---\nsection: welcome\ntitle: Памятка\nkind: client\nsteps: [{id: a, do: 'Всё есть в [визите](section:visit).'}]\n", "518"),
    "518-probe": (SECTION + "look_for: [сняли лишнее занятие]\nsteps: [{id: a, do: Верните занятие.}]\n---\nsection: welcome\ntitle: Рассылка\nsteps: [{id: a, do: Напишите про занятие.}]\n---\nprobes: [{query: сняли лишнее занятие, section: welcome}]\n", "518"),
    "518-giver": (SECTION + "steps: [{id: a, do: Ждите.}]\n---\npromises: [{id: p, from: manager, to: client, promise: Отвечу., measure: До 5 мин., section: visit}]\n", "518"),
    "703-short": (SECTION + "steps: [{id: a, do: Ждите.}]\nquestions: [{id: q, ask: Проверка — месяц спустя. Через сколько проверите?, use: practice, options: [{text: через месяц, right: true}, {text: три дня, because: Рано.}, {text: три месяца, because: Поздно.}]}]\n", "703"),
    "330-read": ("plans:\n  - {id: p, title: План, roles: administrator, days: [{title: Накануне, read: [welcome], do: Прочитайте два раздела.}]}\n", "330"),
    "502-wiki": (SECTION + "steps: [{id: a, do: 'Как во [[встрече]].'}]\n", "502"),
}  # fmt: skip

SOUND = {
    "305-step": SECTION + "steps: [{id: a, do: Дайте письменный ответ., within: 3 рабочих дня}, {id: b, do: Спросите потом., within: 2 недели}]\n" + KEPT,
    "305-wait": SECTION + "steps: [{id: a, do: Ждите., within: 6 дней}]\n" + KEPT + POINT % "6 дней",
    "334-steps": CLOCKS % "20:30",
    "334-third": GROUPS % ("2 года", "неделя", "10:00"),
    "334-policy": POLICY % 6,
    "712-clock": TIMES % (" , right: true".replace(" ,", ","), ""),
    "712-order": IN_ORDER % "{text: Найдёт замену}, {text: Позвонит семьям}, {text: Вернёт занятие}",
    "215-theirs": ALONE + RIGHTS % "Продлить срок абонемента на день",
    "503-short": SECTION + "steps: [{id: a, do: 'Спишите занятие в CRM, сверьте NPS и CSI, пошлите СМС. Стоянка на БЦ-3.'}]\n" + TERMS,
    "503-few": SECTION + "steps: [{id: a, do: Спишите занятие в АРМ.}]\n---\nterms: [{term: CRM, means: А}]\n".replace("{term: CRM", "{term: занятие"),
    "306-spelt": SECTION + "steps: [{id: a, do: 'Подождите пятнадцать минут. Приезжайте за двадцать пять минут. Живём на Речном бульваре, 21.'}]\n" + FACTS,
    "319-answers": SECTION + "steps: [{id: a, do: Ответьте., say: Отвечаем с 8 до 21.}]\n" + HOURS,
    "330-days": "plans:\n  - {id: p, title: План, roles: administrator, days: [{title: Накануне}, {title: Первый день}, {title: Через две недели}]}\n",
    "330-two-lists": SECTION + "steps:\n  - id: a\n    do: Исправьте.\n    how: |\n      1. Удалите.\n      2. Внесите.\n\n      1. Сверьте.\n      2. Сохраните.\n",
    "434-two": SECTION + "steps: [{id: a, do: Спросите., say: Что-то не понравилось? Или вы уехали?}]\n",
    "510-other-section": DUTIES.replace("Позвонить тем, кто не пришёл", "Позвонить им") + "  - {title: Позвонить всем, who: administrator, when: начало прошло, section: welcome}\n",
    "712-number": SECTION + "steps: [{id: a, do: Вернуть деньги за 14 дней.}]\nquestions: [{id: q, ask: За сколько дней вернуть деньги?, use: practice, options: [{text: 14 дней, right: true}, {text: 9 дней, because: Долго.}]}]\n",
    "519-a-form": SECTION + "steps: [{id: a, do: 'Дайте приложение в телефоне, в нём три страницы.'}]\n",
    "436-rude": SECTION + "steps: [{id: a, do: 'Кнопки тупые, углы туполобые не нужны. Вода дурно пахнет.'}]\nconflicts: [{id: c, says: 'Вы врёте!'}]\n".replace("Кнопки тупые, углы туполобые не нужны. ", ""),
    "436-not": SECTION + "steps: [{id: a, do: Таблетку не давайте. Фото паспорта в чат не отправляйте.}]\n",
    "436-number": SECTION + "steps: [{id: a, do: Звоните 112. Набирайте 150 ₽ сдачи.}]\n",
    "017-letters": SECTION + "steps: [{id: a, do: 'В зале 2-О, группа 5-о, О2, №З, 3-I, вагон 12А, 1С, код A1O2, 10:30, 2О человек, в 18:00.'}]\n".replace("2О человек, ", ""),
    "015-folded": SECTION + 'look_for:\n  - "мама ругается\n    у стойки"\n',
    "436-service": SECTION + "steps: [{id: a, do: 'Вызовите скорую: 103, пожарных: 101, полицию — 102. Скорая, 112. Полиция 102, скорая 103.'}]\n",
    "433-from": SECTION + "steps: [{id: a, do: Позвоните., say: 'Здравствуйте, это <моё имя> из «Кораблика». Вы пришли из «Аквамарина».'}]\n" + HOURS,
    "436-denied": SECTION + "steps: [{id: a, do: 'Не держите, в рот ничего не кладите. Из рук силой не берите. Домой не везём. Фото ребёнка в чат не шлём.', say: 'Дайте лекарство, которое назначил врач.'}]\n",
    "401-short": SECTION + "steps: [{id: a, do: Встретьте., say: Здравствуйте! Скажите, вы к кому на занятие?}]\nnever: [{say: Вы к кому?, instead: Спросите имя}]\n",
    "219-told": "improvements: [{id: a, problem: Ждут., title: Фены, state: done, since: 2026-02-16, result: helped, effect: 'За три месяца после — 8 жалоб, за три месяца до — 26.'}]\n",
    "330-count": SECTION + "steps:\n  - id: a\n    do: Спросите.\n    say: |\n      Выберите два вопроса из списка.\n      1. Как вам?\n      2. Что исправить?\n      3. Почему?\n",
    "330-few": SECTION + "steps: [{id: a, do: 'Исключений три: ребёнку плохо, отменилось занятие или семья забыла ключи. Условий два: справка и договор.'}]\n",
    "435-nick": SECTION + "steps: [{id: a, do: Сверьте., say: 'Вы постоянный клиент, и семья у вас большая.'}]\n---\nclient_types: [{id: c, title: Постоянный клиент, portrait: Свой.}, {id: d, title: Бухгалтер семьи, portrait: Сверяет.}]\n",
    "427-aside": SECTION + "steps: [{id: a, do: Сверьте., say: 'Занятие (оно было во вторник) вернулось. Приходите (вход со двора).'}]\n",
    "436-chat": SECTION + "steps: [{id: a, do: 'Запишите в чат смены время. Диагноз впишите в карточку.'}]\n",
    "336-thing": SECTION + "steps: [{id: a, do: 'Просят личный номер инструктора — не давайте, передайте сами.', how: 'Если просят номер инструктора, объясните, почему личный номер не даём.'}]\nnever: [{do: Давать личный номер инструктора, instead: Передайте сами}]\n",
    "336-unsaid": SECTION + "steps: [{id: a, do: 'Спросите. О диагнозах молчите. Цену называйте сразу.', say: 'Сегодня все здоровы? Занятие стоит немного.'}]\n",
    "518-inner": SECTION + "kind: client\nsteps: [{id: a, do: Ждите.}]\n---\nsection: welcome\ntitle: Памятка\nkind: client\nsteps: [{id: a, do: 'Всё есть в [визите](section:visit).'}]\n",
    "518-giver": SECTION + "steps: [{id: a, do: Ждите., who: manager}]\n---\npromises: [{id: p, from: manager, to: client, promise: Отвечу., measure: До 5 мин., section: visit}]\n",
    "703-short": SECTION + "steps: [{id: a, do: Ждите.}]\nquestions: [{id: q, ask: Прошёл месяц или два. Через сколько проверите?, use: practice, options: [{text: через месяц, right: true}, {text: три дня, because: Рано.}]}]\n",
    "330-read": "plans:\n  - {id: p, title: План, roles: administrator, days: [{title: Накануне, read: [welcome], do: Прочитайте один раздел и ответьте на два вопроса.}]}\n",
    "435-staff": SECTION + "steps: [{id: a, do: Исправьте в CRM., say: Поправили.}]\n",
    "336-denied": SECTION + "steps: [{id: a, do: 'Не спрашивайте, почему не придут.'}]\nnever: [{do: 'Спрашивать, почему не придут', instead: Предложите два варианта}]\n",
    "401-other": SECTION + "steps: [{id: a, do: Скажите., say: 'К лету он поплывёт сам.'}]\nnever: [{say: К лету поплывёт, instead: Расскажите, чему учим}]\n".replace("Расскажите, чему учим", "Расскажем"),
}  # fmt: skip


def codes(example: str) -> set[str]:
    texts = base() | (files(example) if not example.startswith("```") else {"guideline/sections/visit.yml": example})
    handbook = load({path: text.encode("utf-8") for path, text in texts.items()})
    return {one.code.removeprefix("CJM") for one in lint(handbook, today=TODAY)}


@pytest.mark.parametrize("name", FOUND)
def test_what_contradicts_itself_is_found(name: str) -> None:
    example, code = FOUND[name]
    assert code in codes(example)


@pytest.mark.parametrize("name", SOUND)
def test_what_only_looks_like_it_is_not(name: str) -> None:
    assert name.partition("-")[0] not in codes(SOUND[name])

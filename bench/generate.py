"""A number in, a handbook of that many sections out: `python bench/generate.py 340 FOLDER`.

Every section is a full one (steps with words, scripts, conflicts, questions), every journey branches and loops back;
four touchpoints per section. No sentence is written twice, and little is wrong: a finding in every fortieth section.
The same number always gives the same bytes.
"""

import argparse
import random
from collections.abc import Callable
from pathlib import Path

PER_JOURNEY = 40  # touchpoints of one journey
PER_PART = 20  # sections of one part
FAULTY = 40  # in each fortieth section no step says what the script does
WHO = "Администратор Коммуникатор Инструктор Тренер Кассир Дежурный Методист Старший".split()
# What one does: he does, do it, I shall, they did.
DEEDS = tuple(
    tuple(forms.split())
    for forms in (
        "уточняет Уточните уточню уточнили|подтверждает Подтвердите подтвержу подтвердили|записывает Запишите запишу записали|"
        "проверяет Проверьте проверю проверили|передаёт Передайте передам передали|объясняет Объясните объясню объяснили|"
        "сверяет Сверьте сверю сверили|показывает Покажите покажу показали|отмечает Отметьте отмечу отметили|"
        "находит Найдите найду нашли|называет Назовите назову назвали|переносит Перенесите перенесу перенесли|"
        "готовит Подготовьте подготовлю подготовили|исправляет Исправьте исправлю исправили|считает Посчитайте посчитаю посчитали|"
        "сохраняет Сохраните сохраню сохранили|печатает Распечатайте распечатаю распечатали|открывает Откройте открою открыли|"
        "закрывает Закройте закрою закрыли|дополняет Дополните дополню дополнили|выбирает Выберите выберу выбрали|"
        "сообщает Сообщите сообщу сообщили|оставляет Оставьте оставлю оставили|забирает Заберите заберу забрали"
    ).split("|")
)
WHAT = (
    "номер карты|время занятия|остаток занятий|причину переноса|состав группы|день ответа|имя ребёнка|место в раздевалке|"
    "условия возврата|дату звонка|справку от врача|согласие на фото|адрес филиала|расписание тренера|чек об оплате|"
    "заявку с сайта|запись на пробное|размер шапочки|ключ от шкафчика|пропуск сопровождающего|номер дорожки|группу по возрасту|"
    "перечень вещей|памятку о первом дне|отметку о визите|список ожидания|ответ инструктора|квитанцию|заморозку абонемента|"
    "замену тренера|продление абонемента|сумму доплаты|уведомление об отмене|температуру воды|номер договора|копию полиса|"
    "жалобу на шум|просьбу о тишине|потерянную вещь|забытое полотенце|подарочный сертификат|семейную скидку|второй номер телефона|"
    "анкету здоровья|разрешение родителя|план занятия|оценку навыка|видео упражнения|отзыв о занятии|вопрос о весе|жалобу на холод|"
    "место для коляски|заказ воды|запись к врачу|день открытых дверей|график каникул|выходной инструктора|число гостей"
).split("|")
WHERE = (
    "в журнале смены|в карточке посетителя|по телефону|у стойки|в чате смены|вместе с инструктором|в таблице группы|"
    "на листе у входа|в переписке|в общем календаре|на экране кассы|в папке договоров|при родителе|у расписания|"
    "в заметке к записи|на планшете|в письме|у шкафчиков|перед входом в воду|на доске смены|в окне оплаты|в разделе заявок"
).split("|")
WHEN = (
    "до конца дня|после занятия|в день обращения|до начала смены|сразу после звонка|перед пересменкой|на следующее утро|"
    "до выхода группы|после разминки|при первой встрече|за час до занятия|перед закрытием|в начале недели|во время перерыва|"
    "до прихода тренера|после оплаты|при выдаче карты|перед каникулами|в последний день месяца|до вечернего обзвона|"
    "к приходу родителя|после переодевания"
).split("|")
DAYS = "сегодня|завтра|в среду|утром|днём|вечером|в пятницу|за час до занятия|перед занятием|через два дня|в субботу|к обеду".split(
    "|"
)
OPENINGS = (
    "Вы пришли вовремя, а мы задержались.|Ждать у стойки неприятно.|Так быть не должно.|Запись и правда пропала.|"
    "Деньги никуда не делись.|Спасибо, что показали это.|Два сообщения остались без ответа.|Я бы тоже расстроилась.|"
    "Ошиблись мы.|Вас не предупредили, простите.|Это моя забота.|Сейчас посмотрим вместе.|Карта заблокирована по ошибке.|"
    "Вам назвали другую сумму.|Тренер заболел утром.|Место действительно занято.|Справка до нас не дошла.|"
    "Вода сегодня холоднее обычного.|Дети ушли в другой зал.|Звонок сорвался у нас.|Этот пункт написан непонятно.|"
    "Шум слышен даже здесь.|Шкафчик вскрыли по ошибке.|Письмо ушло на старый адрес."
).split("|")
CHANNELS = ("phone", "desk", "messenger", "site")


def generate(count: int, root: Path) -> None:
    """Write a handbook of `count` sections into the folder `root`, which is made if it is not there."""
    dice = random.Random(count)
    for path, text in _files(count, dice):
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")


# Private functions


def _files(count: int, dice: random.Random):  # type: ignore[no-untyped-def]
    sections = [f"section-{number}" for number in range(1, count + 1)]
    yield "guideline/handbook.yml", _outline(sections)
    yield "guideline/roles.yml", _roles()
    yield "guideline/facts.yml", "facts:\n  - {id: limit, title: Предел, value: два раза, forms: {gen: двух раз}}\n"
    yield "guideline/placeholders.yml", "placeholders:\n  - {id: client-name, name: имя клиента, example: Ольга}\n"
    write = _Writer(dice)
    for number, section in enumerate(sections, start=1):
        yield f"guideline/sections/{section}.yml", _section(section, number, write, dice)
    points = [(f"point-{number}", sections[(number - 1) // 4]) for number in range(1, 4 * count + 1)]
    for start in range(0, len(points), PER_JOURNEY):
        name = f"journey-{start // PER_JOURNEY + 1}"
        yield f"touchpoints/{name}.yml", _journey(name, points[start : start + PER_JOURNEY], dice)


def _outline(sections: list[str]) -> str:
    lines = ["handbook: bench", f"title: Гайдлайн на {len(sections)} разделов", "language: ru", "channels:"]
    lines += [f"  - {{id: {channel}, title: {channel.title()}, icon: phone}}" for channel in CHANNELS]
    lines += ["people:", "  - {id: anna, name: Анна Орлова, role: administrator, approves: true}", "parts:"]
    for start in range(0, len(sections), PER_PART):
        part = start // PER_PART + 1
        names = ", ".join(sections[start : start + PER_PART])
        lines += [f"  - id: part-{part}", f"    title: Часть {part}", f"    sections: [{names}]"]
    return "\n".join(lines) + "\n"


def _roles() -> str:
    return "\n".join(
        [
            "roles:",
            "  - {id: administrator, title: Администратор, summary: Встречает и оформляет., substitutes: [communicator], decides: [Перенос до двух раз в месяц]}",
            "  - {id: communicator, title: Коммуникатор, summary: Звонит и пишет., substitutes: [administrator]}",
            "  - {id: senior, title: Старший, summary: Решает трудное., decides: [Возврат до трёх раз в месяц]}",
            "",
        ]
    )


class _Writer:
    """Sentences as the staff reads them, as it says them, as clients say them; none of them a second time."""

    def __init__(self, dice: random.Random) -> None:
        self._choice, self._said = dice.choice, set[str]()

    def does(self) -> str:
        """What somebody of the staff does."""
        return self._new(lambda pick: f"{pick(WHO)} {pick(DEEDS)[0]} {pick(WHAT)} {pick(WHERE)} {pick(WHEN)}.")

    def do(self) -> str:
        """What is to be done."""
        return self._new(lambda pick: f"{pick(DEEDS)[1]} {pick(WHAT)} {pick(WHERE)} {pick(WHEN)}.")

    def shall(self) -> str:
        """What I shall do for you."""
        return self._new(lambda pick: f"я {pick(DEEDS)[2]} {pick(WHAT)} {pick(WHERE)} {pick(DAYS)}.")

    def option(self, unlike: str = "") -> str:
        """What I shall do, in short and without a word of `unlike`."""
        words = {word[:5] for word in unlike.lower().split() if len(word) > 4}
        while True:
            option = self._new(lambda pick: f"{pick(DEEDS)[2].capitalize()} {pick(WHAT)} {pick(WHERE)} {pick(WHEN)}")
            if not any(word[:5] in words for word in option.lower().split()):
                return option

    def asked(self) -> str:
        """Why you did not."""
        return self._new(
            lambda pick: (
                f"Почему вы не {pick(DEEDS)[3]} {pick(WHAT)} {pick(WHERE)} и не {pick(DEEDS)[3]} {pick(WHAT)} {pick(DAYS)}?"
            )
        )

    def _new(self, write: Callable[[Callable[..., str]], str]) -> str:
        while (sentence := write(self._choice)) in self._said:
            pass
        self._said.add(sentence)
        return sentence


def _section(section: str, number: int, write: _Writer, dice: random.Random) -> str:
    lines = [
        f"section: {section}", f"title: Стандарт {number}", f"short: Стандарт {number}", "origin: new", "owner: anna",
        "performer: administrator", "channels: [phone, desk, messenger, site]", f"purpose: {write.does()}",
        f"trigger: {write.does()}", f"result: {write.does()}", "reviewed: 2026-10-01", "steps:",
    ]  # fmt: skip
    for step in range(1, 7):
        lines += [f"  - id: step-{step}", f"    do: {write.do()} {write.do()}", "    within: 2 мин"]
        said = ["    say: |", f"      <Имя клиента>, {write.shall()} Ещё {write.shall()}"]
        lines += [f"    script: script-{number}"] if step == 2 and number % FAULTY else said
        lines.append(f"    done_when: {write.does()}")
        if step == 3:
            lines += ["    next:", "      - {when: место есть, to: step-4}", "      - {when: иначе, to: step-5}"]
    lines += ["scripts:", f"  - id: script-{number}", f"    title: {write.option()}", "    variants:"]
    for channel in ("phone", "messenger"):
        lines += [f"      - channel: {channel}", "        text: |", f"          <Имя клиента>, {write.shall()}"]
    lines.append("conflicts:")
    for conflict in range(1, 3):
        opening = OPENINGS[(2 * number + conflict) % len(OPENINGS)]
        lines += [
            f"  - id: conflict-{number}-{conflict}", f"    says: {write.asked()}", f"    why: {write.does()}",
            "    answer: |", f"      {opening} Сейчас {write.shall()} Потом {write.shall()}",
            f"    alone: Перенос — до {{{{ limit.gen }}}}. {write.do()}",
            "    pass_on: {to: senior, when: третий раз за месяц, how: звонком, within: 10 мин}",
            f"    follow_up: {write.do()}",
        ]  # fmt: skip
    lines += ["never:", f"  - say: {write.asked()}", f"    instead: {write.shall().capitalize()}", "look_for:"]
    lines += [f"  - {dice.choice(WHAT)} {dice.choice(WHERE)} {number}-{phrase}" for phrase in range(6)]
    lines.append("questions:")
    for question in (1, 2):
        ask = f"{write.does()} Что вы сделаете?"
        lines += [f"  - id: question-{number}-{question}", f"    ask: {ask}", "    use: exam", "    options:"]
        options = [write.option(unlike=ask) for _ in range(3)]
        right = dice.choice(sorted(options, key=len)[:2])
        for option in options:
            lines += [f"      - text: {option}"]
            lines += ["        right: true" if option == right else f"        because: {write.does()}"]
    return "\n".join(lines) + "\n"


def _journey(name: str, points: list[tuple[str, str]], dice: random.Random) -> str:
    lines = [f"journey: {name}", f"title: Путь {name.partition('-')[2]}", "client: Родитель с ребёнком", "stages:"]
    for start in range(0, len(points), 8):
        lines += [f"  - stage: stage-{start // 8 + 1}", f"    title: Этап {start // 8 + 1}", "    touchpoints:"]
        for index in range(start, min(start + 8, len(points))):
            point, section = points[index]
            lines += [
                f"      - id: {point}", f"        title: Точка {point.partition('-')[2]}", "        client: Ждёт ответа",
                "        contact: person", f"        channel: {dice.choice(CHANNELS)}", "        role: administrator",
                "        wait: 5 мин", f"        emotion: {dice.choice((0, 1, 2))}", f"        standard: {section}",
            ]  # fmt: skip
            if index == len(points) - 1:
                lines.append("        outcome: Пришёл к цели")
            elif index % 8 == 5 and index + 2 < len(points):
                lines += [
                    "        next:",
                    f"          - {{to: {points[index + 1][0]}, when: да}}",
                    f"          - {{to: {points[index + 2][0]}, when: иначе}}",
                    f"          - {{to: {points[index - 4][0]}, when: ещё раз, back: true, at_most: 2}}",
                ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int)
    parser.add_argument("root", type=Path)
    given = parser.parse_args()
    generate(given.count, given.root)

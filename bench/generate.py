"""A number in, a handbook of that many sections out: `python bench/generate.py 340 FOLDER`.

Every section is a full one (steps with words, scripts, conflicts, questions), every journey branches and loops back;
four touchpoints per section. The same number always gives the same bytes.
"""

import argparse
import random
from pathlib import Path

PER_JOURNEY = 40  # touchpoints of one journey
PER_PART = 20  # sections of one part
WHO = "Администратор Коммуникатор Инструктор Клиент Родитель Ребёнок Тренер Кассир".split()
ACTS = "уточняет подтверждает записывает проверяет передаёт предлагает объясняет сверяет показывает отмечает".split()
WHAT = (
    "номер карты|время занятия|остаток занятий|причину переноса|состав группы|срок ответа|имя ребёнка|"
    "место в раздевалке|условия возврата|дату звонка|справку от врача|согласие на фото"
).split("|")
HOW = (
    "в журнале смены|до конца дня|в карточке клиента|по телефону|у стойки|после занятия|в чате смены|"
    "вместе с инструктором|перед входом в воду|в день обращения"
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
    for number, section in enumerate(sections, start=1):
        yield f"guideline/sections/{section}.yml", _section(section, number, dice)
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
            "  - {id: administrator, title: Администратор, summary: Встречает и оформляет., substitutes: [communicator]}",
            "  - {id: communicator, title: Коммуникатор, summary: Звонит и пишет., substitutes: [administrator]}",
            "  - {id: senior, title: Старший, summary: Решает трудное.}",
            "",
        ]
    )


def _sentence(dice: random.Random) -> str:
    return f"{dice.choice(WHO)} {dice.choice(ACTS)} {dice.choice(WHAT)} {dice.choice(HOW)}."


def _section(section: str, number: int, dice: random.Random) -> str:
    lines = [
        f"section: {section}", f"title: Стандарт {number}", f"short: Стандарт {number}", "origin: new", "owner: anna",
        "performer: administrator", "channels: [phone, desk, messenger, site]", f"purpose: {_sentence(dice)}",
        f"trigger: {_sentence(dice)}", f"result: {_sentence(dice)}", "reviewed: 2026-10-01", "steps:",
    ]  # fmt: skip
    for step in range(1, 7):
        lines += [
            f"  - id: step-{step}", f"    do: {_sentence(dice)} {_sentence(dice)}", "    within: 2 мин",
            "    say: |", f"      <Имя клиента>, {_sentence(dice)} {_sentence(dice)}", f"    done_when: {_sentence(dice)}",
        ]  # fmt: skip
        if step == 3:
            lines += ["    next:", "      - {when: место есть, to: step-4}", "      - {when: иначе, to: step-5}"]
    lines += ["scripts:", f"  - id: script-{number}", f"    title: {_sentence(dice)}", "    variants:"]
    for channel in ("phone", "messenger"):
        lines += [f"      - channel: {channel}", "        text: |", f"          <Имя клиента>, {_sentence(dice)}"]
    lines.append("conflicts:")
    for conflict in range(1, 3):
        lines += [
            f"  - id: conflict-{number}-{conflict}", f"    says: {_sentence(dice)}", f"    why: {_sentence(dice)}",
            "    answer: |", f"      Понимаю. {_sentence(dice)} {_sentence(dice)}",
            f"    alone: Перенос — до {{{{ limit.gen }}}}. {_sentence(dice)}",
            "    pass_on: {to: senior, when: третий раз за месяц, how: звонком, within: 10 мин}",
            f"    follow_up: {_sentence(dice)}",
        ]  # fmt: skip
    lines += ["never:", f"  - say: {_sentence(dice)}", f"    instead: {_sentence(dice)}", "look_for:"]
    lines += [f"  - {dice.choice(WHAT)} {dice.choice(HOW)} {number}-{phrase}" for phrase in range(6)]
    lines.append("questions:")
    for use in ("practice", "exam"):
        lines += [f"  - id: question-{number}-{use}", f"    ask: {_sentence(dice)}", f"    use: {use}", "    options:"]
        for option in range(3):
            lines += [f"      - text: Вариант {option}. {_sentence(dice)}"]
            lines += ["        right: true"] * (option == 1) + [f"        because: {_sentence(dice)}"]
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

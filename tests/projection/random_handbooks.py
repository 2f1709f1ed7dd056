"""A number in, a small handbook with dimensions out: what holds where is drawn, and so is what is forgotten."""

import random
from typing import Any

import yaml

from cjm.load import load
from cjm.model import Handbook

_WORDS = (
    "Поздоровайтесь.",
    "Скажите, когда откроемся: {{ opens }}.",
    "Ждём {{ branch.where }} завтра.",
    "Позовите старшего.",
    "Надо бы подождать.",
)


# What eight branches say of themselves, each in its own way; some of it breaks a rule.
_OWN = {
    "address": ("ул. Садовая, {n}", "Набережная, д. {n}", "TODO", "ул.Садовая , {n}", "садовая {n} {{ limit }}"),
    "phone": ("+7 495 000-00-0{n}", "8 495 000 00 0{n}", "+7 495 000-00-0{n}, спросить Анну Иванову", "+7 916 555-1{n}-1{n}"),
    "hours": ("с 9:00 до 2{n}:00", "с {n}:00 до 9:00", "круглосуточно", "с 22:00 до 9:00", "уточняется"),
    "limit": ("2 раза", "{n} раза", "3 раз", "", "до {n} минут", "{{ limit }}"),
    "sum": ("{n}00 ₽", "{n} 000 рублей", "{{ price }} × 2", "1500р"),
}  # fmt: skip
_TYPED = (
    "Мы на ул. Садовая, 3.", "Звоните: {{ phone }}.", "Приходите: {{ address }}, {{ hours }}.", "Телефон +7 495 000-00-07.",
    "Это стоит {{ sum }}.", "Не больше, чем {{ limit }}.", "Работаем с 9:00 до 21:00.", "Предел: 3 раза.", "Заплатите 300 ₽.",
)  # fmt: skip


def handbook(seed: int, *, large: bool = False, many: bool = False) -> Handbook:
    """The handbook of this number; a large one has more choices than are gone through, `many` eight branches told apart by facts."""
    data = files(seed, large=large)
    if many:
        tell_many_apart(data, random.Random(seed))
    return load({path: yaml.safe_dump(one, allow_unicode=True, sort_keys=False).encode() for path, one in data.items()})


def files(seed: int, *, large: bool = False) -> dict[str, Any]:
    """The same as the data of its files."""
    draw = random.Random(seed)
    values = {
        "branch": ["north", "south", "lake", "hill"][: draw.randint(2, 4)],
        "state": ["new", "old"],
        "kind": ["trip", "camp", "party"],
    }
    if large:  # 5 × 2 × 3 × 2, most of which nobody names together
        values["branch"] = ["north", "south", "lake", "hill", "wood"]
        values["shift"] = ["day", "night"]
    names = draw.sample(list(values), 4 if large else draw.randint(1, 3))

    def sometimes(data: dict[str, Any], chance: float = 0.3) -> dict[str, Any]:
        if draw.random() < (chance * 0.6 if large else chance):
            some = draw.sample(names, 1 if large and draw.random() < 0.7 else min(len(names), draw.randint(1, 2)))
            data["for"] = {name: draw.sample(values[name], draw.randint(1, len(values[name]))) for name in some}
        return data

    dimensions = [
        {
            "id": name, "title": name.capitalize(), "chosen": "by-client" if name == "state" else "by-reader",
            "values": [{"id": one, "title": one.capitalize(), "words": {"where": f"у {one}"}} for one in values[name]],
        }
        for name in names
    ]  # fmt: skip
    sections = [f"s{number}" for number in range(draw.randint(2, 5))]
    made: dict[str, Any] = {
        "guideline/handbook.yml": {
            "handbook": "random", "title": "Случайный", "language": "ru", "dimensions": dimensions,
            "channels": [{"id": "desk", "title": "Стойка"}, {"id": "phone", "title": "Телефон"}],
            "people": [sometimes({"id": f"p{number}", "name": f"Анна {number}", "role": "host"}) for number in range(2)],
            "start": [{"title": "Начало", "to": f"section:{draw.choice(sections)}"}],
            "parts": [{"id": "a", "title": "Основа", "sections": sections[: draw.randint(1, len(sections))]}],
        },
        "guideline/roles.yml": {"roles": [{"id": "host", "title": "Хозяин"}, {"id": "guest", "title": "Помощник"}]},
        "guideline/resources.yml": {"resources": [sometimes({"id": "form", "title": "Анкета", "kind": "form", "address": "https://f.example/1"})]},
        "guideline/facts.yml": {
            "facts": [
                {"id": "opens", "title": "Открываемся", "values": [
                    {"for": {names[0]: [one]}, "value": f"{draw.choice((8, 9))}:00"} for one in values[names[0]]
                ]},
                {"id": "limit", "title": "Предел", "value": "2 раза"},
            ],
        },
        "guideline/search.yml": {"probes": [{"query": "начало", "section": draw.choice(sections)}]},
    }  # fmt: skip
    for id in sections:
        steps = [f"t{number}" for number in range(draw.randint(1, 4))]
        made[f"guideline/sections/{id}.yml"] = sometimes(
            {
                "section": id, "title": draw.choice(("Звонок", "Визит", f"Раздел {id}")), "owner": draw.choice(("p0", "p1")),
                "performer": "host", "purpose": "Гость доволен.", "trigger": "Гость вошёл.", "result": "Гость ушёл.",
                "steps": [
                    sometimes(
                        {"id": step, "do": draw.choice(_WORDS)}
                        | ({"next": [{"when": "мест нет", "to": draw.choice((*steps, f"section:{draw.choice(sections)}"))}]} if draw.random() < 0.4 else {})
                        | ({"script": "hello"} if draw.random() < 0.3 else {})
                        | ({"how": f"Смотрите [тут](section:{draw.choice(sections)})."} if draw.random() < 0.2 else {})
                    )
                    for step in steps
                ],
                "scripts": [{"id": "hello", "title": "Привет", "variants": [
                    sometimes({"channel": channel, "text": f"Добрый день, {channel}! {{{{ opens }}}}"}) for channel in ("desk", "phone")
                ]}],
            },
            0.25,
        )  # fmt: skip
    journeys = [f"j{number}" for number in range(draw.randint(1, 3))]
    points = {journey: [f"{journey}-{number}" for number in range(draw.randint(2, 5))] for journey in journeys}
    every = [f"{journey}/{point}" for journey in journeys for point in points[journey]]
    for journey in journeys:
        touchpoints = []
        for number, point in enumerate(points[journey]):
            one: dict[str, Any] = {
                "id": point,
                "title": point,
                "contact": "person",
                "role": "host",
                "channel": draw.choice(("desk", "phone")),
            }
            if draw.random() < 0.7:
                one["standard"] = draw.sample(sections, draw.randint(1, 2))
            if draw.random() < 0.5:
                ahead = points[journey][number + 1 :] or points[journey]
                one["next"] = [
                    sometimes(
                        {"to": draw.choice(ahead) if draw.random() < 0.7 else draw.choice(every)}
                        | ({"when": "да"} if draw.random() < 0.6 else {}),
                        0.5,
                    )
                    for _ in range(draw.randint(1, 3))
                ]
            elif draw.random() < 0.3 or number == len(points[journey]) - 1:
                one["outcome"] = "Ушёл"
            touchpoints.append(sometimes(one))
        made[f"touchpoints/{journey}.yml"] = sometimes(
            {
                "journey": journey,
                "title": f"Путь {journey}",
                "stages": [{"stage": "begin", "title": "Начало", "touchpoints": touchpoints}],
            },
            0.15,
        )
    return made


def tell_many_apart(made: dict[str, Any], draw: random.Random) -> None:
    """Eight branches, each with facts, people, steps, touchpoints and words of its own, some of which only one gets wrong."""
    head = made["guideline/handbook.yml"]
    named = [f"b{number}" for number in range(8)]
    ends = draw.sample((named[0], named[-1], named[4]), 2)  # where it goes wrong: also for the first and the last
    head["dimensions"] = [one for one in head["dimensions"] if one["id"] not in ("branch", "kind")]
    head["dimensions"].append(
        {"id": "branch", "title": "Филиал", "chosen": "by-reader", "values": [{"id": one, "title": f"Филиал {one}"} for one in named]}
    )  # fmt: skip
    _without(made, ("branch", "kind", "north", "south"))
    facts = made["guideline/facts.yml"]["facts"] = [{"id": "price", "title": "Цена", "value": "150 ₽"}]
    facts.append({"id": "opens", "title": "Открываемся", "values": [{"for": {"branch": named[:3]}, "value": "8:00"}, {"for": {"branch": named[3:]}, "value": "9:00"}]})  # fmt: skip
    for id, (plain, *others) in _OWN.items():
        if draw.random() < 0.4:
            facts.append(
                {"id": id, "title": id.capitalize(), "value": plain.format(n=3) if "{{" not in plain else plain}
            )
            continue
        told = {one: plain.replace("{n}", str(number + 1)) for number, one in enumerate(named)}
        for one in ends:
            if draw.random() < 0.6:
                told[one] = draw.choice(others).replace("{n}", one[1:])
        values = [{"for": {"branch": one}, "value": value} for one, value in told.items()]
        if draw.random() < 0.15:
            values.pop(draw.choice((0, 4, -1)))
        facts.append({"id": id, "title": id.capitalize(), "values": values})
    sections = [one for path, one in made.items() if path.startswith("guideline/sections/")]
    for section in sections:
        for step in section["steps"]:
            if draw.random() < 0.4:
                step[draw.choice(("do", "how", "why"))] = draw.choice(_TYPED)
            if draw.random() < 0.2:
                step["for"] = {"branch": draw.choice((ends[0], ends[1], named[:4], named[1:]))}
        if draw.random() < 0.3:  # the same step for each, in one of them amiss
            section["steps"] += [
                {"id": f"own-{one}", "do": draw.choice(_WORDS) if one in ends else f"Откройте дверь {one}.", "for": {"branch": one}}
                for one in named
            ]  # fmt: skip
        for script in section["scripts"]:
            if draw.random() < 0.4:
                script["variants"][0]["text"] = f"Добрый день! {draw.choice(_TYPED)}"
    for path, journey in made.items():
        if path.startswith("touchpoints/"):
            for point in journey["stages"][0]["touchpoints"]:
                if draw.random() < 0.15:
                    point["for"] = {"branch": draw.choice((ends[0], named[:-1], named[1:]))}


def _without(data: Any, gone: tuple[str, ...]) -> None:
    """No `for` of what is told apart in another way now."""
    for one in data.values() if isinstance(data, dict) else data:
        if isinstance(one, dict | list):
            _without(one, gone)
    if isinstance(data, dict) and isinstance(data.get("for"), dict):
        data["for"] = {name: one for name, one in data["for"].items() if name not in gone}
        if not data["for"]:
            del data["for"]

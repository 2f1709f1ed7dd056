"""A year of the reference club, made up from a seed: what its forms, its CRM and a review site would give away.

`python tests/answers/invented_year.py` takes the files in as a club would and writes the months into guideline/voice. Nobody
in it lives: names, telephones and words are drawn from the lists below.
"""

import csv
import datetime as dt
import os
import random
import tempfile
from collections.abc import Iterator
from pathlib import Path

from cjm.app import voice
from cjm.app.private import open_room
from cjm.load import load_folder
from cjm.model import Handbook

ROOT = Path(__file__).resolve().parents[2]
TODAY = dt.date(2026, 11, 22)
MONTHS = tuple(f"{2025 + (10 + at) // 12}-{(10 + at) % 12 + 1:02}" for at in range(12))
SEED = 18
FIRST = ("Гульнара", "Эмилия", "Данияр", "Агата", "Мирон", "Лиана", "Тихон", "Ульяна", "Зарема", "Савва", "Стефания", "Ратмир", "Влада", "Фёкла", "Игнат")  # fmt: skip
LAST = ("Брусникина", "Залесская", "Кондратенко", "Мухаметшина", "Овсянкина", "Тюленева", "Шелестова", "Ярцева", "Пичугина", "Дорофеева", "Хвостова", "Ежова")  # fmt: skip
CHILDREN = ("Эмилия", "Мирон", "Агата", "Тихон", "Савва", "Стефания", "Ратмир", "Игнат")
# How many of a hundred were not happy at each touchpoint that the bot asks about, and how many it asks a month.
ASKED = {
    "messenger-question": (7, 12), "first-call": (5, 14), "callback": (14, 8), "waiting-list": (38, 3), "trial-booking": (6, 16),
    "trial-payment": (11, 14), "evening-note": (3, 17), "evening-question": (19, 6), "arrival": (4, 18), "check-in": (26, 18),
    "no-certificate": (33, 3), "changing-room": (12, 17), "mother-shower": (8, 12), "family-shower": (36, 6), "shower-queue": (60, 1),
    "handover": (4, 16), "first-class": (3, 16), "tears": (25, 2), "first-feedback": (6, 15), "offer": (24, 14), "rules-explained": (15, 8),
    "first-charge": (28, 4), "late-cancel": (34, 4), "club-cancel": (40, 2), "visit": (5, 20),
    "balance-question": (22, 5), "repeat-feedback": (7, 10), "renewal-offer": (20, 8),
}  # fmt: skip
CHANGED = {"family-shower": ("2026-10", 18)}  # a door, a key and a sign on the fifth of October
SAID = {
    "family-shower": ("Кабина одна, а нас трое пап, {child} замёрз", "Ждали душевую с {child} двадцать минут", "Ключ от душевой искали всей сменой"),
    "check-in": ("Держу {child} на руках и заполняю три листа", "Очередь у стойки, опоздали на занятие"),
    "waiting-list": ("Написали раз и пропали. Мы в очереди вообще?",),
    "offer": ("Сначала назвали цену, потом стали объяснять зачем",),
    "no-certificate": ("Про справку узнали у стойки. Спросите {name}, она подтвердит",),
    "": ("Стало лучше, спасибо", "Звонила {name}, {phone}, так и не перезвонили", "Шумно", "Просто так себе"),
}  # fmt: skip
REVIEWS = (
    (5, "{child} бежит на занятия, спасибо тренеру"), (5, "Чисто, тепло, встретили по имени"), (5, "Ходим второй год, {name} советует всем"),
    (4, "Всё хорошо, но парковка маленькая"), (2, "Душевая занята, ждали с мокрым ребёнком"), (1, "Списали занятие за болезнь, {name} звонила дважды"),
    (3, "Вода тёплая, в раздевалке тесно"), (5, "Объяснили правила спокойно"),
)  # fmt: skip


class Luck(random.Random):
    """Draws of one seed, and who appears in them."""

    def poisson(self, mean: float) -> int:
        count, left = 0, self.expovariate(1)
        while left < mean:
            count, left = count + 1, left + self.expovariate(1)
        return count

    def person(self) -> str:
        return f"{self.choice(FIRST)} {self.choice(LAST)}"

    def phone(self) -> str:
        return f"+7 9{self.randint(10, 69)} {self.randint(100, 999)}-{self.randint(10, 99)}-{self.randint(10, 99)}"

    def filled(self, words: str) -> str:
        return words.format(child=self.choice(CHILDREN), name=self.person(), phone=self.phone())

    def moment(self, month: str) -> dt.datetime:
        return dt.datetime.fromisoformat(f"{month}-01") + dt.timedelta(minutes=self.randint(0, 28 * 1440 - 1))


def inbox(handbook: Handbook) -> Iterator[tuple[str, str, list[list[str]]]]:
    """The source, the name and the rows of each file of the year."""
    luck = Luck(SEED)
    titles = {id: one.title for id, one in handbook.touchpoint.items()}
    form = [
        [
            "Отметка времени",
            "Порекомендуете ли вы нас друзьям, от 0 до 10?",
            "Что поправить?",
            "Вы у нас",
            "Ваше имя",
            "Телефон",
        ]
    ]
    bot = [["Дата", "О чём спросили", "Как вам?", "Что было не так?", "Имя"]]
    crm = [["ID", "Название сделки", "Дата создания сделки", "Полное имя контакта", "Ответственный"]]
    reviews = [["createTime", "starRating", "comment", "reviewer"]]
    for at, month in enumerate(MONTHS):
        for _ in range(luck.poisson(36)):
            state = luck.choices(("ходим больше полугода", "ходим первые месяцы", "перестали ходить"), (60, 34, 6))[0]
            glad = {"ходим больше полугода": 74, "ходим первые месяцы": 62, "перестали ходить": 20}[state] + at // 3
            scores = luck.choices(((9, 10), (7, 8), (2, 3, 5, 6)), (glad, 26, max(100 - glad - 26, 4)))[0]
            words = luck.filled(luck.choice(SAID[""])) if scores[0] < 7 else ""
            form.append(
                [
                    f"{luck.moment(month):%d.%m.%Y %H:%M:%S}",
                    str(luck.choice(scores)),
                    words,
                    state,
                    luck.person(),
                    luck.phone(),
                ]
            )
        for id, (bad, many) in ASKED.items():
            since, now = CHANGED.get(id, ("9999", bad))
            for _ in range(luck.poisson(many)):
                worse = luck.random() * 100 < (now if month >= since else bad)
                answer = (
                    luck.choices(("так себе", "плохо"), (3, 1))[0]
                    if worse
                    else luck.choices(("очень хорошо", "хорошо"), (3, 2))[0]
                )
                words = luck.filled(luck.choice(SAID.get(id, SAID[""]))) if worse and luck.random() < 0.6 else ""
                bot.append([f"{luck.moment(month):%d.%m.%Y}", titles[id], answer, words, luck.person()])
        for number in range(luck.poisson(165)):
            day, who = luck.moment(month), f"{luck.person()} {month}-{number}"
            for _ in range(1 + (luck.random() < 0.19)):
                crm.append([str(len(crm)), "Вопрос", f"{day:%d.%m.%Y}", who, luck.person()])
                day += dt.timedelta(days=luck.randint(1, 6))
        for _ in range(luck.poisson(7)):
            stars, words = luck.choices(REVIEWS, (5, 5, 4, 3, 2, 1, 2, 3))[0]
            reviews.append([f"{luck.moment(month):%Y-%m-%dT%H:%M:%SZ}", str(stars), luck.filled(words), luck.person()])
    yield "feedback-form", "Как у нас дела (Ответы).csv", form
    yield "visit-question", "Вопрос бота о визите.csv", bot
    yield "crm", "deals.csv", crm
    yield "review", "reviews.csv", reviews


COLUMNS = {
    "visit-question": {"О чём спросили": "точка", "Как вам?": "csi", "Что было не так?": "слова", "Имя": "убрать"},
    "feedback-form": {
        "Порекомендуете ли вы нас друзьям, от 0 до 10?": "nps",
        "Что поправить?": "слова",
        "Вы у нас": "признак",
    },
    "review": {"starRating": "csi"},
    "crm": {},
}
RULES = {"душевая": "family-shower", "списали": "late-cancel", "раздевалка": "changing-room"}


def take_in(root: Path, private: Path) -> None:
    """The year taken in and counted, as a club does it: the files lie in `private` and nowhere else."""
    os.environ["CJM_PRIVATE"] = str(private)
    handbook = load_folder(root)
    room = open_room(handbook, root, "Марина Соколова")
    luck = random.Random(SEED)
    for source, name, rows in inbox(handbook):
        file = private / name
        with file.open("w", encoding="cp1251", newline="") as stream:
            csv.writer(stream, delimiter=";").writerows(rows)
        opened = voice.opened_answers(file, handbook, room, source, COLUMNS[source])
        voice.take_file(opened, handbook, room, TODAY)
    for word, touchpoint in RULES.items():
        voice.put_at(room, handbook, (), touchpoint, word)
    for month in MONTHS:
        visits = 380 + luck.randint(0, 60)
        voice.close_month(
            handbook, room, root, month, TODAY, {"feedback-form": 100 + luck.randint(-8, 8)}, visits, again=True
        )


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        take_in(ROOT, Path(folder))
